//! `GET /v1/submissions`: the queue as a log.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use super::request::{Parameters, count, parameters, usual};
use super::waiting::Waiting;
use crate::store::Event;

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

async fn read(
    State(state): State<StaffState>,
    caller: Caller,
    wanted: Parameters<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    caller.may("queue")?;
    let wanted = parameters(wanted, "after, limit and wait")?;
    let limit = count("limit", wanted.limit)?;
    let mut waiting = Waiting::begin(&state, wanted.wait);
    loop {
        waiting.look();
        let events = state.queue.read(&caller.sees, wanted.after, limit).await?;
        if !events.is_empty() || !waiting.again(None).await {
            return Ok(answer(&events, wanted.after, wants_lines(&headers)));
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
