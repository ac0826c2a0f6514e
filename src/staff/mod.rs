//! The API for staff and consumers, behind bearer keys, on a listener of its own.
//!
//! [`key`] makes and hashes keys, `auth` checks them, `request` checks what is asked, `waiting` is the long poll,
//! [`problem`] words every error. Then one file a thing: `submissions` and `consumers` hand out the queue,
//! `deliveries` the outbox and kept messages, `erasures` takes a resident out again, `files` hands out what
//! residents sent, `health` tells whether the gateway can take messages.
//! `docs/queue.md` tells the programmer of a consumer how to use it.

mod auth;
mod consumers;
mod deliveries;
mod erasures;
mod files;
mod health;
pub mod key;
pub mod problem;
mod request;
mod submissions;
mod waiting;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::routing::get;
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

pub use erasures::erasure_routes;
pub use files::file_routes;
pub use health::health_routes;
use problem::Problem;

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
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
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
            clock: Arc::new(Timestamp::now),
            stop,
        }
    }

    /// Leases begin and end by this clock instead of the system's.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
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
