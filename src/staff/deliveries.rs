//! `/v1/deliveries` and `/v1/messages/kept`: what was not sent, and what waits for a person.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use super::request::{Body, Page, Parameters, body, count, list, parameters, usual};
use crate::store::DeliveryState;

pub(super) fn routes() -> Router<StaffState> {
    Router::new()
        .route("/v1/deliveries", get(deliveries))
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

/// Deliveries belong to channels, which entities share: only a key that sees everything may list them.
async fn deliveries(
    State(state): State<StaffState>,
    caller: Caller,
    wanted: Parameters<Wanted>,
) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let wanted = parameters(wanted, "state and limit")?;
    let deliveries = state.outbox.list(wanted.state, count("limit", wanted.limit)?).await?;
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
    wanted: Body<Ids>,
) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let ids = list("ids", body(wanted, "{\"ids\": [\"…\"]}")?.ids)?;
    let ready = state.outbox.send_again(&ids, (state.clock)()).await?;
    Ok(Json(json!({"ready": ready, "not_dead": ids.len().saturating_sub(ready)})).into_response())
}

async fn kept(
    State(state): State<StaffState>,
    caller: Caller,
    page: Parameters<Page>,
) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let limit = count("limit", parameters(page, "limit")?.limit)?;
    let messages: Vec<_> = state
        .store
        .kept(limit)
        .await?
        .into_iter()
        .map(|kept| {
            let mut message = json!({
                "at": kept.at, "channel": kept.channel, "because": kept.because, "text": kept.text,
            });
            if let Some(((campaign, receipt), known)) = kept.session.zip(message.as_object_mut()) {
                known.insert("campaign".to_owned(), campaign.into());
                known.insert("receipt".to_owned(), receipt.into());
            }
            message
        })
        .collect();
    Ok(Json(json!({"messages": messages})).into_response())
}
