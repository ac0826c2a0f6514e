//! `GET /v1/submissions`: the queue as a log.

use std::time::Duration;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use crate::store::{Event, Scope};

/// Most events in one answer.
const MOST: usize = 1000;
/// Longest wait of a long poll, in seconds; proxies cut off after about a minute.
pub(super) const LONGEST_WAIT: u64 = 55;
/// Where to go on: the last sequence number of this answer.
const NEXT: HeaderName = HeaderName::from_static("majlis-next-after");

pub(super) fn routes() -> Router<StaffState> {
    Router::new().route("/v1/submissions", get(read))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default)]
    after: u64,
    #[serde(default = "usual")]
    limit: usize,
    #[serde(default)]
    wait: u64,
}

fn usual() -> usize {
    100
}

async fn read(
    State(state): State<StaffState>,
    caller: Caller,
    wanted: Result<Query<Wanted>, QueryRejection>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    caller.may("queue")?;
    let Query(wanted) = wanted.map_err(|error| {
        Problem::bad(format!("{} — parameters are after, limit and wait", error.body_text()))
    })?;
    if wanted.limit == 0 || wanted.limit > MOST {
        return Err(Problem::bad(format!("limit is {} — choose 1 to {MOST}", wanted.limit)));
    }
    let wait = Duration::from_secs(wanted.wait.min(LONGEST_WAIT));
    let events = wait_for(&state, &caller.sees, wanted.after, wanted.limit, wait).await?;
    Ok(answer(&events, wanted.after, wants_lines(&headers)))
}

/// Reads, and if there is nothing yet waits for something.
async fn wait_for(
    state: &StaffState,
    sees: &Scope,
    after: u64,
    limit: usize,
    wait: Duration,
) -> Result<Vec<Event>, Problem> {
    let mut appended = state.queue.watch();
    let deadline = tokio::time::Instant::now() + wait;
    loop {
        appended.mark_unchanged();
        let events = state.queue.read(sees, after, limit).await?;
        if !events.is_empty() {
            return Ok(events);
        }
        tokio::select! {
            _ = appended.changed() => {}
            () = tokio::time::sleep_until(deadline) => return Ok(events),
            () = state.stop.cancelled() => return Ok(events),
        }
    }
}

fn wants_lines(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    ["application/x-ndjson", "application/jsonl", "application/json-lines"]
        .iter()
        .any(|kind| accept.contains(kind))
}

/// A CloudEvents batch (CloudEvents JSON format §4), or one event a line.
fn answer(events: &[Event], after: u64, lines: bool) -> Response {
    let next = events.last().map_or(after, |event| event.sequence).to_string();
    let (kind, body) = if lines {
        let body = events.iter().map(|event| format!("{}\n", event.body)).collect();
        ("application/x-ndjson", body)
    } else {
        let bodies: Vec<&str> = events.iter().map(|event| event.body.as_str()).collect();
        ("application/cloudevents-batch+json", format!("[{}]", bodies.join(",")))
    };
    ([(header::CONTENT_TYPE, kind.to_owned()), (NEXT, next)], body).into_response()
}
