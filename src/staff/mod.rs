//! The API for staff and consumers, behind bearer keys, on a listener of its own.
//!
//! [`key`] makes and hashes keys, `auth` checks them, [`problem`] words every error. Then one file a thing:
//! `submissions` and `consumers` hand out the queue, `deliveries` the outbox and kept messages, `health` tells
//! whether the gateway can take messages.

mod auth;
mod consumers;
mod deliveries;
mod health;
pub mod key;
pub mod problem;
mod submissions;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::routing::get;

pub use health::health_routes;
use problem::Problem;
use tokio_util::sync::CancellationToken;

use crate::queue::event;
use crate::store::{Keys, Outbox, Queue, Scope, Store};
use crate::telemetry::Metrics;

/// Largest request body: a lease of 1,000 tokens fits well.
const MAX_BODY: usize = 256 * 1024;

/// What the API stands on; cheap to clone.
#[derive(Clone)]
pub struct StaffState {
    store: Arc<dyn Store>,
    outbox: Arc<dyn Outbox>,
    queue: Arc<dyn Queue>,
    keys: Arc<dyn Keys>,
    scopes: Arc<BTreeMap<String, Scope>>,
    metrics: Metrics,
    stop: CancellationToken,
}

impl StaffState {
    /// One store in all its roles; `scopes` says what each entity may read; long polls end when `stop` is
    /// cancelled.
    #[must_use]
    pub fn new<S: Store + Outbox + Queue + Keys + 'static>(
        store: Arc<S>,
        scopes: BTreeMap<String, Scope>,
        metrics: Metrics,
        stop: CancellationToken,
    ) -> Self {
        Self {
            store: store.clone(),
            outbox: store.clone(),
            queue: store.clone(),
            keys: store,
            scopes: Arc::new(scopes),
            metrics,
            stop,
        }
    }
}

/// Every route of the staff listener but the console's.
pub fn routes(state: StaffState) -> Router {
    Router::new()
        .route("/schemas/submission.v1.json", get(schema))
        .route("/metrics", get(health::metrics))
        .merge(submissions::routes())
        .merge(consumers::routes())
        .merge(deliveries::routes())
        .fallback(async || Problem::not_found())
        .method_not_allowed_fallback(async || Problem::wrong_method())
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(state.clone())
        .merge(health_routes(state))
}

async fn schema() -> ([(header::HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "application/schema+json")], event::schema())
}

#[cfg(test)]
mod tests;
