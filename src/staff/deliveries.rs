//! `/v1/deliveries` and `/v1/messages/kept`: what was not sent, and what waits for a person.

use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use crate::store::DeliveryState;

/// Most rows of one answer.
const MOST: usize = 1000;

pub(super) fn routes() -> Router<StaffState> {
    Router::new()
        .route("/v1/deliveries", get(list))
        .route("/v1/deliveries/send-again", post(send_again))
        .route("/v1/messages/kept", get(kept))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    state: Option<DeliveryState>,
    #[serde(default = "usual")]
    limit: usize,
}

fn usual() -> usize {
    100
}

/// Deliveries belong to channels, which entities share: only a key that sees everything may list them.
async fn list(
    State(state): State<StaffState>,
    caller: Caller,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let Query(wanted) = wanted.map_err(|error| {
        Problem::bad(format!("{} — parameters are state and limit", error.body_text()))
    })?;
    let deliveries = state.outbox.list(wanted.state, wanted.limit.clamp(1, MOST)).await?;
    Ok(Json(json!({"deliveries": deliveries})).into_response())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ids {
    ids: Vec<String>,
}

async fn send_again(
    State(state): State<StaffState>,
    caller: Caller,
    wanted: Result<Json<Ids>, JsonRejection>,
) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let Json(Ids { ids }) = wanted.map_err(|error| {
        Problem::bad(format!("{} — send {{\"ids\": [\"…\"]}} as JSON", error.body_text()))
    })?;
    let ready = state.outbox.send_again(&ids, Timestamp::now()).await?;
    Ok(Json(json!({"ready": ready, "not_dead": ids.len() - ready})).into_response())
}

async fn kept(State(state): State<StaffState>, caller: Caller) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let messages: Vec<_> = state
        .store
        .kept(MOST)
        .await?
        .into_iter()
        .map(|kept| {
            json!({"at": kept.at, "channel": kept.channel, "because": kept.because, "text": kept.text})
        })
        .collect();
    Ok(Json(json!({"messages": messages})).into_response())
}
