//! `/v1/consumers/{name}/…`: events under a lease, for consumers that must not miss one.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use super::submissions::LONGEST_WAIT;
use crate::store::{Consumer, Event, Lease, Leased};

/// Most events of one lease.
const MOST: usize = 1000;
/// After so many tries without an ack an event is a dead letter.
const MAX_TRIES: u32 = 10;
/// While a lease waits, events that come back by time are looked for this often.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

pub(super) fn routes() -> Router<StaffState> {
    Router::new()
        .route("/v1/consumers/{name}/lease", post(lease))
        .route("/v1/consumers/{name}/ack", post(ack))
        .route("/v1/consumers/{name}/nack", post(nack))
        .route("/v1/consumers/{name}/dead-letters", get(dead_letters))
        .route("/v1/consumers/{name}/replay", post(replay))
}

fn consumer(caller: &Caller, name: &str) -> Result<Consumer, Problem> {
    caller.may("queue")?;
    let fine = !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !fine {
        return Err(Problem::bad("a consumer's name has 1 to 64 of a-z, 0-9 and -"));
    }
    Ok(Consumer { owner: caller.entity.clone(), name: name.to_owned(), scope: caller.sees.clone() })
}

type Body<T> = Result<Json<T>, JsonRejection>;

fn body<T>(body: Body<T>, shape: &str) -> Result<T, Problem> {
    body.map(|Json(body)| body)
        .map_err(|error| Problem::bad(format!("{} — send {shape} as JSON", error.body_text())))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default = "usual_max")]
    max: usize,
    #[serde(default = "usual_seconds")]
    seconds: u64,
    #[serde(default)]
    wait: u64,
}

fn usual_max() -> usize {
    100
}

fn usual_seconds() -> u64 {
    60
}

async fn lease(
    State(state): State<StaffState>,
    caller: Caller,
    Path(name): Path<String>,
    wanted: Body<Wanted>,
) -> Result<Response, Problem> {
    let consumer = consumer(&caller, &name)?;
    let wanted = body(wanted, "{\"max\": 100, \"seconds\": 60, \"wait\": 0}")?;
    if wanted.max == 0 || wanted.max > MOST {
        return Err(Problem::bad(format!("max is {} — choose 1 to {MOST}", wanted.max)));
    }
    if wanted.seconds == 0 || wanted.seconds > 43_200 {
        return Err(Problem::bad("seconds — choose 1 to 43200 (12 hours)"));
    }
    let seconds = SignedDuration::from_secs(i64::try_from(wanted.seconds).unwrap_or(43_200));
    let wait = Duration::from_secs(wanted.wait.min(LONGEST_WAIT));
    let deadline = tokio::time::Instant::now() + wait;
    let mut appended = state.queue.watch();
    loop {
        appended.mark_unchanged();
        let now = Timestamp::now();
        let until = now.checked_add(seconds).map_err(|error| Problem::bad(error.to_string()))?;
        let lease = Lease { max: wanted.max, now, until, max_tries: MAX_TRIES };
        let leased = state.queue.lease(&consumer, lease).await?;
        if !leased.is_empty() || tokio::time::Instant::now() >= deadline {
            return answer(&leased);
        }
        let until = deadline.min(tokio::time::Instant::now() + LOOK_AGAIN);
        tokio::select! {
            _ = appended.changed() => {}
            // Time to look for what came back.
            () = tokio::time::sleep_until(until) => {}
            () = state.stop.cancelled() => return answer(&leased),
        }
    }
}

#[derive(Serialize)]
struct Out<'a> {
    token: &'a str,
    tries: u32,
    event: Box<RawValue>,
}

fn answer(leased: &[Leased]) -> Result<Response, Problem> {
    let events = leased
        .iter()
        .map(|leased| {
            Ok(Out { token: &leased.token, tries: leased.tries, event: raw(&leased.event)? })
        })
        .collect::<Result<Vec<_>, Problem>>()?;
    Ok(Json(BTreeMap::from([("events", events)])).into_response())
}

/// The event as it was written.
fn raw(event: &Event) -> Result<Box<RawValue>, Problem> {
    RawValue::from_string(event.body.clone()).map_err(|error| {
        tracing::error!(%error, sequence = event.sequence, "an event in the store is no JSON");
        Problem::bad(format!(
            "event {} cannot be read; the operator's log says more",
            event.sequence
        ))
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tokens {
    tokens: Vec<String>,
}

async fn ack(
    State(state): State<StaffState>,
    caller: Caller,
    Path(name): Path<String>,
    tokens: Body<Tokens>,
) -> Result<Response, Problem> {
    let consumer = consumer(&caller, &name)?;
    let Tokens { tokens } = body(tokens, "{\"tokens\": [\"…\"]}")?;
    let done = state.queue.ack(&consumer, &tokens).await?;
    counted("acknowledged", done, tokens.len())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenBack {
    tokens: Vec<String>,
    #[serde(default)]
    delay_seconds: u32,
    #[serde(default)]
    reason: String,
}

async fn nack(
    State(state): State<StaffState>,
    caller: Caller,
    Path(name): Path<String>,
    given: Body<GivenBack>,
) -> Result<Response, Problem> {
    let consumer = consumer(&caller, &name)?;
    let given = body(given, "{\"tokens\": [\"…\"], \"delay_seconds\": 60, \"reason\": \"…\"}")?;
    let delay = SignedDuration::from_secs(i64::from(given.delay_seconds));
    let at = Timestamp::now()
        .checked_add(delay)
        .map_err(|error| Problem::bad(format!("delay_seconds: {error}")))?;
    let done = state.queue.nack(&consumer, &given.tokens, at, &given.reason).await?;
    counted("given_back", done, given.tokens.len())
}

fn counted(what: &str, done: usize, asked: usize) -> Result<Response, Problem> {
    if asked > 0 && done == 0 {
        return Err(Problem::stale());
    }
    Ok(Json(json!({what: done, "stale": asked - done})).into_response())
}

async fn dead_letters(
    State(state): State<StaffState>,
    caller: Caller,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let consumer = consumer(&caller, &name)?;
    let letters = state.queue.dead_letters(&consumer, MOST).await?;
    let letters = letters
        .iter()
        .map(|letter| {
            Ok(Dead {
                sequence: letter.event.sequence,
                tries: letter.tries,
                reason: letter.reason.as_deref(),
                event: raw(&letter.event)?,
            })
        })
        .collect::<Result<Vec<_>, Problem>>()?;
    Ok(Json(BTreeMap::from([("dead_letters", letters)])).into_response())
}

#[derive(Serialize)]
struct Dead<'a> {
    sequence: u64,
    tries: u32,
    reason: Option<&'a str>,
    event: Box<RawValue>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sequences {
    sequences: Vec<u64>,
}

async fn replay(
    State(state): State<StaffState>,
    caller: Caller,
    Path(name): Path<String>,
    wanted: Body<Sequences>,
) -> Result<Response, Problem> {
    let consumer = consumer(&caller, &name)?;
    let Sequences { sequences } = body(wanted, "{\"sequences\": [1, 2]}")?;
    let back = state.queue.replay(&consumer, &sequences).await?;
    Ok(Json(json!({"replayed": back})).into_response())
}
