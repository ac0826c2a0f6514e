//! The ways in over HTTP: messages and delivery reports.
//!
//! Checked in this order, the cheap first: where it comes from, if that is known beforehand; the secret in the path, the method, the size, the signature, the
//! shape. Only then is anything handed in; only when it is on disk is the provider answered well.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use jiff::Timestamp;

use super::channel::SmsSettings;
use super::provider::{RawRequest, ReadError, Seal, Signed, SmsText};
use super::{network, secret};
use crate::{Content, Inbound, Intake, Refused, Report};

/// Seconds after which a provider may try again when nothing can be stored.
const TRY_AGAIN: &str = "5";

/// The setting, where a provider file offers it, for how many seconds a signed time may be off.
pub(super) const CLOCK: &str = "clock_window_s";

struct Hook {
    settings: Arc<SmsSettings>,
    intake: Arc<dyn Intake>,
}

pub(super) fn routes(settings: Arc<SmsSettings>, intake: Arc<dyn Intake>) -> Router {
    let path = format!("/hooks/sms/{}/{{secret}}", settings.id);
    let limit = DefaultBodyLimit::max(settings.max_body);
    Router::new()
        .route(&path, any(message))
        .route(&format!("{path}/status"), any(status))
        .layer(limit)
        .with_state(Arc::new(Hook { settings, intake }))
}

async fn message(State(hook): State<Arc<Hook>>, request: Request) -> Response {
    match hook.take_messages(request).await {
        Ok(()) => hook.answer(),
        Err(refusal) => hook.refuse(refusal),
    }
}

async fn status(State(hook): State<Arc<Hook>>, request: Request) -> Response {
    match hook.take_reports(request).await {
        Ok(()) => hook.answer(),
        Err(refusal) => hook.refuse(refusal),
    }
}

/// Why a request is not taken: status, and the reason for the log.
type Refusal = (StatusCode, String);

impl Hook {
    async fn take_messages(&self, request: Request) -> Result<(), Refusal> {
        let (parts, body) = self.admit(request, false).await?;
        let provider = &self.settings.provider;
        let (good, bad) = match provider.read_inbound(&raw(&parts, &body)) {
            Ok(texts) => (texts.good, texts.bad),
            Err(error) => (Vec::new(), Some(error)),
        };
        let mut bad = bad.map(unreadable);
        for text in good {
            match self.intake.receive(inbound(&self.settings, text)).await {
                Ok(_) => {}
                Err(refused @ Refused::Unavailable(_)) => return Err(refusal(&refused)),
                Err(refused) => bad = bad.or(Some(refusal(&refused))),
            }
        }
        if provider.one_address && provider.takes(parts.method.as_str(), true) {
            match self.hand_in_reports(&parts, &body).await {
                Err(again @ (StatusCode::SERVICE_UNAVAILABLE, _)) => return Err(again),
                outcome => bad = bad.or(outcome.err()),
            }
        }
        // The good ones of a batch are safe now; the provider shall know of the others.
        bad.map_or(Ok(()), Err)
    }

    async fn take_reports(&self, request: Request) -> Result<(), Refusal> {
        let (parts, body) = self.admit(request, true).await?;
        self.hand_in_reports(&parts, &body).await
    }

    async fn hand_in_reports(&self, parts: &Parts, body: &Bytes) -> Result<(), Refusal> {
        let (good, bad) = match self.settings.provider.read_status(&raw(parts, body)) {
            Ok(reports) => (reports.good, reports.bad),
            Err(error) => (Vec::new(), Some(error)),
        };
        for report in good {
            let report = Report {
                channel: self.settings.id.clone(),
                delivery: report.delivery,
                provider_id: report.provider_id,
                state: report.state,
                code: report.code,
            };
            self.intake.report(report).await.map_err(|refused| refusal(&refused))?;
        }
        match bad {
            // A new word of the provider's: nothing a repetition would mend.
            Some(error @ ReadError::UnknownState) => {
                tracing::warn!(channel = %self.settings.id, reason = %error, "left out");
                Ok(())
            }
            Some(error) => Err(unreadable(error)),
            None => Ok(()),
        }
    }

    /// Lets in what is the provider's own.
    async fn admit(&self, request: Request, status: bool) -> Result<(Parts, Bytes), Refusal> {
        let settings = &self.settings;
        if !settings.allow_from.is_empty() {
            let caller = network::caller(request.extensions(), request.headers());
            let known = |caller| settings.allow_from.iter().any(|network| network.holds(caller));
            if !caller.is_some_and(known) {
                return refused(StatusCode::FORBIDDEN, "from no network in `allow_from`");
            }
        }
        let path = request.uri().path();
        let path = if status { path.strip_suffix("/status").unwrap_or(path) } else { path };
        let given = path.rsplit('/').next().unwrap_or_default();
        if !secret::same(given, &settings.path_secret) {
            return refused(StatusCode::FORBIDDEN, "wrong secret in the path");
        }
        if !settings.provider.takes(request.method().as_str(), status) {
            return refused(StatusCode::METHOD_NOT_ALLOWED, "the provider file has no such method");
        }
        if announced(&request) > settings.max_body {
            return refused(StatusCode::PAYLOAD_TOO_LARGE, "the body is announced as too large");
        }
        let (parts, body) = request.into_parts();
        let body = Request::from_parts(parts.clone(), body);
        let body = match Bytes::from_request(body, &()).await {
            Ok(body) => body,
            Err(rejection) => {
                let status = rejection.into_response().status();
                return refused(status, "the body is too large or broke off");
            }
        };
        let url = settings.public_url.trim_end_matches('/').to_owned()
            + parts.uri.path_and_query().map_or("", |whole| whole.as_str());
        let keys = settings.provider.signature_secret().and_then(|name| settings.secrets.get(name));
        let keys = keys.map(Vec::as_slice).unwrap_or_default();
        let window_s = settings.send.get(CLOCK).and_then(|seconds| seconds.parse().ok());
        let seal = Seal { url: &url, secrets: keys, now: Timestamp::now(), window_s };
        match settings.provider.signed(&raw(&parts, &body), &seal) {
            Signed::Yes => Ok((parts, body)),
            Signed::No => refused(StatusCode::FORBIDDEN, "wrong signature"),
            Signed::Stale => refused(
                StatusCode::UNAUTHORIZED,
                "signed at another time: an old request, or a clock (theirs or ours) is wrong",
            ),
        }
    }

    fn answer(&self) -> Response {
        let answer = self.settings.provider.answer();
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
        let mut response = (status, answer.body.clone()).into_response();
        let kind = answer.content_type.as_deref().and_then(|kind| HeaderValue::from_str(kind).ok());
        match kind {
            Some(kind) => response.headers_mut().insert(header::CONTENT_TYPE, kind),
            None => response.headers_mut().remove(header::CONTENT_TYPE),
        };
        response
    }

    /// Without a body: some providers send what they are told on to the resident.
    fn refuse(&self, (status, reason): Refusal) -> Response {
        tracing::warn!(channel = %self.settings.id, status = status.as_u16(), reason, "not taken");
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            let after = HeaderValue::from_static(TRY_AGAIN);
            response.headers_mut().insert(header::RETRY_AFTER, after);
        }
        response
    }
}

/// A text as it is handed in.
pub(super) fn inbound(settings: &SmsSettings, text: SmsText) -> Inbound {
    Inbound {
        channel: settings.id.clone(),
        kind: "sms",
        provider: Some(settings.provider.id.clone()),
        from: text.from,
        to: text.to,
        // Some providers give all parts of a text one id.
        provider_id: match &text.part {
            Some(part) => format!("{}#{}", text.id, part.number),
            None => text.id,
        },
        content: match text.part {
            Some(part) => Content::Part { text: text.text, part },
            None => Content::Text(text.text),
        },
        received_at: Timestamp::now(),
        lang: None,
        sender: crate::Proof::Proven,
        answers: None,
    }
}

fn raw<'a>(parts: &'a Parts, body: &'a [u8]) -> RawRequest<'a> {
    RawRequest {
        method: parts.method.as_str(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &parts.headers,
        body,
    }
}

fn refused<T>(status: StatusCode, reason: &str) -> Result<T, Refusal> {
    Err((status, reason.to_owned()))
}

/// The body's length as announced, so that a large one is refused before it comes; 0 if nothing is said.
fn announced(request: &Request) -> usize {
    request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse().ok())
        .unwrap_or(0)
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn unreadable(error: ReadError) -> Refusal {
    (StatusCode::BAD_REQUEST, error.to_string())
}

/// What the intake says of a message is not logged: it may quote it.
fn refusal(refused: &Refused) -> Refusal {
    match refused {
        Refused::Unavailable(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "it could not be stored".to_owned())
        }
        Refused::Nonsense(_) => (StatusCode::BAD_REQUEST, "it makes no sense".to_owned()),
    }
}
