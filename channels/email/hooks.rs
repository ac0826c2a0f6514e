//! The ways in over HTTP: mails that a mail server pushes, and the unsubscribe button (RFC 8058).

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use majlis_flows::language::runs_right_to_left;
use subtle::ConstantTimeEq;

use super::letter::escape;
use super::receive::{Receiver, Taken, opt_out};
use super::{Words, read, token};
use crate::{Intake, Refused};

/// Seconds after which to try again when nothing can be stored.
const TRY_AGAIN: HeaderValue = HeaderValue::from_static("5");

/// What the form of the page may do: be sent here, nothing else.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

struct Hook {
    receiver: Arc<Receiver>,
    words: Arc<dyn Words>,
    intake: Arc<dyn Intake>,
}

pub(super) fn routes(
    receiver: Arc<Receiver>,
    words: Arc<dyn Words>,
    intake: Arc<dyn Intake>,
) -> Router {
    let settings = Arc::clone(&receiver.settings);
    let hook = Arc::new(Hook { receiver, words, intake });
    let mut router = Router::new();
    if settings.path_secret.is_some() {
        let path = format!("/hooks/email/{}/{{secret}}", settings.id);
        let limit = DefaultBodyLimit::max(read::LARGEST);
        router = router.route(&path, post(mail).layer(limit));
    }
    if settings.serves_unsubscribe {
        router = router.route("/u/{token}", get(ask).post(stop));
    }
    router.with_state(hook)
}

/// A mail, as it stands in the request's body. The secret is checked before the body is read: the extractors run in
/// their order, but a body over the limit is refused whoever sends it.
async fn mail(
    State(hook): State<Arc<Hook>>,
    Path(secret): Path<String>,
    body: axum::body::Body,
) -> Response {
    let settings = &hook.receiver.settings;
    let set = settings.path_secret.as_deref().unwrap_or_default();
    if !bool::from(secret.as_bytes().ct_eq(set.as_bytes())) {
        tracing::warn!(channel = %settings.id, "not taken: wrong secret in the path");
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(body) = axum::body::to_bytes(body, read::LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    match hook.receiver.take(body.to_vec(), hook.intake.as_ref()).await {
        Ok(Taken::Done) => StatusCode::OK.into_response(),
        // Final: to send it again would change nothing.
        Ok(Taken::Ignored(reason) | Taken::Odd(reason)) => {
            (StatusCode::ACCEPTED, reason).into_response()
        }
        Err(_) => unavailable(),
    }
}

/// Shows the button. Mail programs fetch links to look at them, so nothing is changed here.
async fn ask(
    State(hook): State<Arc<Hook>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let lang = hook.lang(query.as_deref());
    if token::unseal(&hook.receiver.settings.key, &token).is_none() {
        return hook.page(StatusCode::NOT_FOUND, &lang, "page-no-page-title", false);
    }
    hook.page(StatusCode::OK, &lang, "mail-stop", true)
}

/// One press, by the resident or by their mail program for them: no more letters.
async fn stop(
    State(hook): State<Arc<Hook>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    _headers: HeaderMap,
    _body: Bytes,
) -> Response {
    let lang = hook.lang(query.as_deref());
    let Some((channel, who)) = token::unseal(&hook.receiver.settings.key, &token) else {
        return hook.page(StatusCode::NOT_FOUND, &lang, "page-no-page-title", false);
    };
    // Each press is new: who came back in between must be able to leave again.
    let mut id = [0; 16];
    if getrandom::fill(&mut id).is_err() {
        return unavailable();
    }
    let wish = opt_out(channel, who, format!("unsubscribe:{}", hex::encode(id)));
    match hook.intake.receive(wish).await {
        Ok(_) => hook.page(StatusCode::OK, &lang, "stopped", false),
        Err(Refused::Nonsense(_)) => {
            hook.page(StatusCode::NOT_FOUND, &lang, "page-no-page-title", false)
        }
        Err(Refused::Unavailable(_)) => unavailable(),
    }
}

fn unavailable() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, TRY_AGAIN)]).into_response()
}

impl Hook {
    /// The language of the letter, as its link says.
    fn lang(&self, query: Option<&str>) -> String {
        let named = query.and_then(|query| query.split('&').find_map(|p| p.strip_prefix("lang=")));
        let plain = |tag: &&str| {
            tag.len() <= 12 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        named.filter(plain).unwrap_or(&self.receiver.settings.lang).to_owned()
    }

    fn page(&self, status: StatusCode, lang: &str, key: &str, button: bool) -> Response {
        let said = escape(&self.words.sentence(lang, key));
        let dir = if runs_right_to_left(lang) { "rtl" } else { "ltr" };
        let form = match button {
            true => format!(
                "<form method=\"post\"><button name=\"List-Unsubscribe\" value=\"One-Click\" \
                 style=\"font:inherit;min-height:44px;padding:.5rem 1rem;border:0;border-radius:4px;\
                 background:#0b4f4a;color:#ffffff\">{said}</button></form>"
            ),
            false => String::new(),
        };
        let lang = escape(lang);
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"robots\" content=\"noindex\"><title>{said}</title></head>\
             <body style=\"font:1.125rem/1.8 system-ui,sans-serif;max-width:34em;margin:0 auto;padding:1rem;\
             color:#16211f;background:#ffffff\"><main><h1 style=\"font-size:1.5rem\">{said}</h1>{form}</main>\
             </body></html>\n"
        );
        let mut response = (status, Html(page)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        response
    }
}
