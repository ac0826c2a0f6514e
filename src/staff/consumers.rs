//! `/v1/consumers/{name}/…`: events under a lease, for consumers that must not miss one.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use super::request::{Body, Page, Parameters, body, count, list, parameters, usual};
use super::waiting::Waiting;
use crate::store::{Consumer, Event, Lease, Leased};

/// After so many tries without an ack an event is a dead letter.
const MAX_TRIES: u32 = 10;
/// While a lease waits, events that come back by time are looked for this often.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// Longest lease: half a day.
const LONGEST_LEASE: u64 = 43_200;
/// Longest reason of a nack, in bytes. It is kept with every event that is given back.
const LONGEST_REASON: usize = 1000;

pub(super) fn routes() -> Router<StaffState> {
    Router::new()
        .route("/v1/consumers/{name}/lease", post(lease))
        .route("/v1/consumers/{name}/ack", post(ack))
        .route("/v1/consumers/{name}/nack", post(nack))
        .route("/v1/consumers/{name}/dead-letters", get(dead_letters))
        .route("/v1/consumers/{name}/replay", post(replay))
}

/// The consumer a request speaks for: named in the path, owned by the key's entity.
struct Speaking(Consumer);

impl FromRequestParts<StaffState> for Speaking {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &StaffState,
    ) -> Result<Self, Self::Rejection> {
        let caller = Caller::from_request_parts(parts, state).await?;
        caller.may("queue")?;
        let name = Path::<String>::from_request_parts(parts, state).await;
        let name = name.ok().map(|Path(name)| name).filter(|name| is_name(name));
        let name = name.ok_or_else(|| {
            Problem::bad("a consumer's name has 1 to 64 of a-z, 0-9 and - — choose such a name")
        })?;
        Ok(Self(Consumer { owner: caller.entity, name, scope: caller.sees }))
    }
}

fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    #[serde(default = "usual")]
    max: usize,
    #[serde(default = "usual_seconds")]
    seconds: u64,
    #[serde(default)]
    wait: u64,
}

fn usual_seconds() -> u64 {
    60
}

async fn lease(
    State(state): State<StaffState>,
    Speaking(consumer): Speaking,
    wanted: Body<Wanted>,
) -> Result<Response, Problem> {
    let wanted = body(wanted, "{\"max\": 100, \"seconds\": 60, \"wait\": 0}")?;
    let max = count("max", wanted.max)?;
    let length = i64::try_from(wanted.seconds)
        .ok()
        .filter(|_| (1..=LONGEST_LEASE).contains(&wanted.seconds))
        .map(SignedDuration::from_secs)
        .ok_or_else(|| {
            let what = format!("seconds is {} — choose 1 to {LONGEST_LEASE}", wanted.seconds);
            Problem::bad(what)
        })?;
    let mut waiting = Waiting::begin(&state, wanted.wait);
    loop {
        waiting.look();
        let now = (state.clock)();
        let until = now.checked_add(length).map_err(|error| Problem::bad(error.to_string()))?;
        let lease = Lease { max, now, until, max_tries: MAX_TRIES };
        let leased = state.queue.lease(&consumer, lease).await?;
        // Appended events end the wait; what comes back by time has to be looked for.
        if !leased.is_empty() || !waiting.again(Some(LOOK_AGAIN)).await {
            return answer(&leased);
        }
    }
}

/// An event under lease, as it is sent. (`json!` would read the event and write it anew, in another order.)
#[derive(Debug, Serialize)]
struct Out<'a> {
    token: &'a str,
    tries: u32,
    event: &'a RawValue,
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
fn raw(event: &Event) -> Result<&RawValue, Problem> {
    serde_json::from_str(&event.body).map_err(|error| {
        tracing::error!(%error, sequence = event.sequence, "an event in the store is no JSON");
        Problem::broken_event(event.sequence)
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tokens {
    tokens: Vec<String>,
}

async fn ack(
    State(state): State<StaffState>,
    Speaking(consumer): Speaking,
    tokens: Body<Tokens>,
) -> Result<Response, Problem> {
    let tokens = list("tokens", body(tokens, "{\"tokens\": [\"…\"]}")?.tokens)?;
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
    Speaking(consumer): Speaking,
    given: Body<GivenBack>,
) -> Result<Response, Problem> {
    let given = body(given, "{\"tokens\": [\"…\"], \"delay_seconds\": 60, \"reason\": \"…\"}")?;
    let tokens = list("tokens", given.tokens)?;
    if given.reason.len() > LONGEST_REASON {
        let what = format!("reason is too long — send at most {LONGEST_REASON} bytes");
        return Err(Problem::bad(what));
    }
    let delay = SignedDuration::from_secs(i64::from(given.delay_seconds));
    let at = (state.clock)()
        .checked_add(delay)
        .map_err(|error| Problem::bad(format!("delay_seconds: {error}")))?;
    let done = state.queue.nack(&consumer, &tokens, at, &given.reason).await?;
    counted("given_back", done, tokens.len())
}

fn counted(what: &str, done: usize, asked: usize) -> Result<Response, Problem> {
    if asked > 0 && done == 0 {
        return Err(Problem::stale());
    }
    Ok(Json(json!({what: done, "stale": asked.saturating_sub(done)})).into_response())
}

/// A dead letter, as it is sent.
#[derive(Debug, Serialize)]
struct OutDead<'a> {
    sequence: u64,
    tries: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    event: &'a RawValue,
}

async fn dead_letters(
    State(state): State<StaffState>,
    Speaking(consumer): Speaking,
    page: Parameters<Page>,
) -> Result<Response, Problem> {
    let limit = count("limit", parameters(page, "limit")?.limit)?;
    let letters = state.queue.dead_letters(&consumer, limit).await?;
    let letters = letters
        .iter()
        .map(|letter| {
            Ok(OutDead {
                sequence: letter.event.sequence,
                tries: letter.tries,
                reason: letter.reason.as_deref(),
                event: raw(&letter.event)?,
            })
        })
        .collect::<Result<Vec<_>, Problem>>()?;
    Ok(Json(BTreeMap::from([("dead_letters", letters)])).into_response())
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sequences {
    sequences: Vec<u64>,
}

async fn replay(
    State(state): State<StaffState>,
    Speaking(consumer): Speaking,
    wanted: Body<Sequences>,
) -> Result<Response, Problem> {
    let sequences = list("sequences", body(wanted, "{\"sequences\": [1, 2]}")?.sequences)?;
    let back = state.queue.replay(&consumer, &sequences).await?;
    Ok(Json(json!({"replayed": back})).into_response())
}
