//! `/v1/erasures`: an operator erases everything of a resident who asked for it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Json, Router};
use majlis_channels::{Address, Refused};
use serde::Deserialize;
use serde_json::json;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use super::request::{Body, body};
use crate::ids;
use crate::intake::Gateway;
use crate::store::StoreError;

/// The route, over the gateway that tells consumers of it.
pub fn erasure_routes(state: StaffState, gateway: Arc<Gateway>) -> Router {
    Router::new().route("/v1/erasures", post(erase)).layer(Extension(gateway)).with_state(state)
}

/// Whose: one of the two.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Whose {
    Address(String),
    Receipt(String),
}

/// An address belongs to no entity: only a key that sees everything may erase.
async fn erase(
    State(state): State<StaffState>,
    Extension(gateway): Extension<Arc<Gateway>>,
    caller: Caller,
    wanted: Body<Whose>,
) -> Result<Response, Problem> {
    caller.may_for_all("admin")?;
    let address = match body(wanted, "{\"address\": \"tel:+…\"} or {\"receipt\": \"…\"}")? {
        Whose::Address(text) => {
            Address::try_from(text).map_err(|error| Problem::bad(format!("address is {error}")))?
        }
        Whose::Receipt(text) => {
            let receipt = ids::read_receipt(&text)
                .ok_or_else(|| Problem::bad("receipt is none — it looks like K7P-4QM"))?;
            gateway.sessions.owner(&receipt).await?.ok_or_else(Problem::nobody)?
        }
    };
    let forgotten = gateway.forget(&address, (state.clock)()).await.map_err(|error| {
        let (Refused::Unavailable(why) | Refused::Nonsense(why)) = error;
        StoreError::Unavailable(why)
    })?;
    if !forgotten.known {
        return Err(Problem::nobody());
    }
    Ok(Json(json!({"submissions": forgotten.submissions})).into_response())
}
