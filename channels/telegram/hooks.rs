//! The way in by webhook: `POST /hooks/telegram/{channel}`.
//!
//! Telegram hands an update over again until it is answered with 2xx, and holds back whatever else that person
//! sends. So what can never be used is answered with 200 too, and only what could not be stored with 503.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use super::take::{Again, Desk};
use crate::sms::secret;

/// What Telegram repeats the secret in.
pub(super) const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// Far above any update, far below what would hurt: a text of 4096 letters with the message it replies to.
const LARGEST: usize = 1024 * 1024;

/// Seconds after which Telegram should try again when nothing can be stored.
const TRY_AGAIN: HeaderValue = HeaderValue::from_static("5");

struct Hook {
    desk: Desk,
    secret: String,
}

pub(super) fn routes(desk: Desk, secret: &str) -> Router {
    let path = format!("/hooks/telegram/{}", desk.channel);
    let hook = Hook { desk, secret: secret.to_owned() };
    Router::new()
        .route(&path, post(update))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(Arc::new(hook))
}

async fn update(State(hook): State<Arc<Hook>>, headers: HeaderMap, body: Bytes) -> Response {
    let given = headers.get(SECRET_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if !secret::same_bytes(given, hook.secret.as_bytes()) {
        tracing::warn!(channel = %hook.desk.channel, "wrong secret token");
        return StatusCode::FORBIDDEN.into_response();
    }
    let arrived = hook.desk.read(serde_json::from_slice(&body).unwrap_or_default());
    match hook.desk.take(&arrived).await {
        Ok(()) => StatusCode::OK.into_response(),
        Err(Again) => {
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, TRY_AGAIN)]).into_response()
        }
    }
}
