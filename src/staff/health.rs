//! `/healthz`, `/readyz`, `/metrics`.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::StaffState;
use super::problem::Problem;
use crate::telemetry::CONTENT_TYPE;

/// `GET /healthz`: alive; `GET /readyz`: able to take messages. For both listeners.
pub fn health_routes(state: StaffState) -> Router {
    Router::new()
        .route("/healthz", get(async || "alive\n"))
        .route("/readyz", get(ready))
        .method_not_allowed_fallback(async || Problem::wrong_method())
        .with_state(state)
}

async fn ready(State(state): State<StaffState>) -> Response {
    match state.store.ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            let what = "not ready: the store cannot write; see the log\n";
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")], what).into_response()
        }
    }
}

/// Counters without addresses or words; needs no key, as nothing of the staff side is open to the world.
pub(super) async fn metrics(State(state): State<StaffState>) -> Result<Response, Problem> {
    state.metrics.outbox(&state.outbox.depth().await?, (state.clock)());
    state.metrics.queue(state.queue.last().await?);
    let written = state.store.written();
    state.metrics.commits(written.groups, written.jobs);
    Ok(([(header::CONTENT_TYPE, CONTENT_TYPE)], state.metrics.render()).into_response())
}
