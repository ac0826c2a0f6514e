//! Errors of the API: RFC 9457 problem documents that say what to do.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::MAX_BODY;
use crate::store::StoreError;

/// A problem document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    title: &'static str,
    detail: String,
}

impl Problem {
    fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self { status, title, detail: detail.into() }
    }

    /// The request makes no sense.
    pub(super) fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "The request cannot be read", detail)
    }

    /// A body that is too large, no JSON, or not of this shape. The first two keep their own status, as
    /// clients act on them; all else is a plain 400.
    pub(super) fn unreadable_body(error: &JsonRejection, shape: &str) -> Self {
        let detail = format!("{} — send {shape} as JSON", error.body_text());
        match error.status() {
            status @ StatusCode::PAYLOAD_TOO_LARGE => Self::new(
                status,
                "The request is too large",
                format!("The body is over {MAX_BODY} bytes — send it in several requests."),
            ),
            status @ StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                Self::new(status, "The request is not JSON", detail)
            }
            _ => Self::bad(detail),
        }
    }

    /// An event in the store is damaged: nothing the caller did, nothing a repeat would mend.
    pub(super) fn broken_event(sequence: u64) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "An event cannot be read",
            format!(
                "Event {sequence} is damaged in the store; tell the operator, whose log says more."
            ),
        )
    }

    /// No key, or none that is known.
    pub(super) fn no_key() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "A key is needed",
            "Send `Authorization: Bearer mj_…`. `majlis key new` makes a key; a revoked one is not known any more.",
        )
    }

    /// The key may not do that.
    pub(super) fn not_allowed(scope: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "This key may not do that",
            format!("Use a key with the scope `{scope}`: `majlis key new --scope {scope}`."),
        )
    }

    /// The key may do it, but sees one entity only.
    pub(super) fn not_for_one_entity() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "This key may not do that",
            "This belongs to no single entity: use a key of an entity that reads every entity.",
        )
    }

    /// All tokens of an ack or nack were stale.
    pub(super) fn stale() -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "The leases have ended",
            "None of these tokens is good any more: their events come, or came, again. Take the tokens of the newest lease.",
        )
    }

    /// There is no such route.
    pub(super) fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "There is nothing here",
            "Check the path; docs/queue.md lists the routes of the queue.",
        )
    }

    /// There is no such file for this key.
    pub(super) fn no_file() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "There is no such file",
            "Use the `href` of an event as it stands. A file is gone once its resident had it erased, and a key sees those of its entity alone.",
        )
    }

    /// It should be there.
    pub(super) fn lost_file() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The file cannot be read",
            "It is known but cannot be read from the disk; tell the operator, whose log says more.",
        )
    }

    /// The route does not take this method.
    pub(super) fn nobody() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "Nothing is known of this resident",
            "Check the address, with its country code, or the letters of the receipt.",
        )
    }

    pub(super) fn wrong_method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "This route does not take that method",
            "docs/queue.md says which method each route takes.",
        )
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed a request");
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "The store does not answer",
            "Try again in some seconds; if it lasts, the operator finds the reason in the log.",
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": "about:blank",
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        let mut answer = (self.status, Json(body)).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self.status {
            StatusCode::UNAUTHORIZED => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
        answer
    }
}
