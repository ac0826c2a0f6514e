//! What requests may ask, checked in one place so that every route says no in the same words.

use axum::Json;
use axum::extract::Query;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use serde::Deserialize;

use super::problem::Problem;

/// Most rows of one answer, events of one lease, tokens of one ack.
pub(super) const MOST: usize = 1000;

/// A body that may be unreadable.
pub(super) type Body<T> = Result<Json<T>, JsonRejection>;
/// Parameters that may be unreadable.
pub(super) type Parameters<T> = Result<Query<T>, QueryRejection>;

/// The body, or a problem that shows the `shape` to send.
pub(super) fn body<T>(body: Body<T>, shape: &str) -> Result<T, Problem> {
    body.map(|Json(body)| body).map_err(|error| Problem::unreadable_body(&error, shape))
}

/// The parameters, or a problem that names those there are.
pub(super) fn parameters<T>(found: Parameters<T>, names: &str) -> Result<T, Problem> {
    found
        .map(|Query(found)| found)
        .map_err(|error| Problem::bad(format!("{} — parameters are {names}", error.body_text())))
}

/// The count, if it is 1 to [`MOST`].
pub(super) fn count(field: &str, count: usize) -> Result<usize, Problem> {
    if (1..=MOST).contains(&count) {
        Ok(count)
    } else {
        Err(Problem::bad(format!("{field} is {count} — choose 1 to {MOST}")))
    }
}

/// The list, if it is not too long: each entry is work for the one writer that all residents wait for.
pub(super) fn list<T>(field: &str, list: Vec<T>) -> Result<Vec<T>, Problem> {
    if list.len() <= MOST {
        Ok(list)
    } else {
        Err(Problem::bad(format!("{field} has {} entries — send at most {MOST}", list.len())))
    }
}

/// Parameters of lists that have no others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    #[serde(default = "usual")]
    pub(super) limit: usize,
}

/// Rows of an answer when nobody says how many.
pub(super) fn usual() -> usize {
    100
}
