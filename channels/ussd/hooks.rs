//! The ways in over HTTP: what is dialled and typed, and the provider's note that a line was closed.
//!
//! Checked in this order, the cheap first: where it comes from, if that is known beforehand; the secret in the path;
//! the size; the shape. A resident whose words could not be kept is told so on the last screen: what is not answered
//! well shows them only that something broke.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, FromRequest, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;

use super::UssdSettings;
use super::dialog::{Call, Dialogs, Screen};
use crate::sms::{caller, secret};
use crate::{Intake, Refused};

/// Far above anything a phone can type.
const LARGEST: usize = 16 * 1024;

/// No provider's name of a line is longer.
const LONGEST_SESSION: usize = 128;

struct Hook {
    settings: Arc<UssdSettings>,
    dialogs: Arc<Dialogs>,
    intake: Arc<dyn Intake>,
}

/// What the provider posts. `networkCode` says which operator it was, and is of no use here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    session_id: String,
    phone_number: String,
    service_code: String,
    #[serde(default)]
    text: String,
}

/// The note that a line was closed. More fields come; none of the others is logged, as they hold words and a number.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Closed {
    #[serde(default)]
    status: String,
    #[serde(default)]
    hops_count: String,
    #[serde(default)]
    duration_in_millis: String,
}

pub(super) fn routes(
    settings: Arc<UssdSettings>,
    dialogs: Arc<Dialogs>,
    intake: Arc<dyn Intake>,
) -> Router {
    let path = format!("/hooks/ussd/{}/{{secret}}", settings.id);
    Router::new()
        .route(&path, post(input))
        .route(&format!("{path}/events"), post(closed))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(Arc::new(Hook { settings, dialogs, intake }))
}

async fn input(
    State(hook): State<Arc<Hook>>,
    Path(given): Path<String>,
    request: Request,
) -> Response {
    let input: Input = match hook.admit(&given, request).await {
        Ok(input) => input,
        Err(refused) => return refused,
    };
    if input.service_code.trim() != hook.settings.service_code {
        return hook
            .refuse(StatusCode::BAD_REQUEST, "another code was dialled than `service_code`");
    }
    let Some(from) = hook.settings.address(&input.phone_number) else {
        let reason = "the number is none, or comes without its country: set `country`";
        return hook.refuse(StatusCode::BAD_REQUEST, reason);
    };
    let session = input.session_id;
    let named = !session.is_empty() && session.len() <= LONGEST_SESSION;
    if !named || session.chars().any(char::is_control) {
        return hook.refuse(StatusCode::BAD_REQUEST, "`sessionId` names no line");
    }
    let call = Call { session, from, text: input.text };
    match hook.dialogs.answer(hook.intake.as_ref(), &call).await {
        Ok(screen) => written(&screen),
        Err(Refused::Unavailable(_)) => {
            tracing::warn!(channel = %hook.settings.id, "not taken: it could not be stored");
            written(&hook.dialogs.busy())
        }
        // What the intake says of a message is not logged: it may quote it.
        Err(Refused::Nonsense(_)) => hook.refuse(StatusCode::BAD_REQUEST, "it makes no sense"),
    }
}

/// Everything that was said is on disk already, so nothing hangs on this note.
async fn closed(
    State(hook): State<Arc<Hook>>,
    Path(given): Path<String>,
    request: Request,
) -> Response {
    let closed: Closed = match hook.admit(&given, request).await {
        Ok(closed) => closed,
        Err(refused) => return refused,
    };
    let channel = hook.settings.id.as_str();
    let hops: u32 = closed.hops_count.parse().unwrap_or(0);
    let millis: u64 = closed.duration_in_millis.parse().unwrap_or(0);
    match closed.status.as_str() {
        // The resident hung up, or the operator did after its time: they go on when they dial again.
        "Success" | "Incomplete" => tracing::debug!(channel, hops, millis, "a line was closed"),
        _ => tracing::warn!(
            channel,
            hops,
            millis,
            "a line broke: the provider could not use our answer, or had none in time"
        ),
    }
    StatusCode::OK.into_response()
}

impl Hook {
    /// Lets in what is the provider's own, and reads it.
    async fn admit<T>(&self, given: &str, request: Request) -> Result<T, Response>
    where
        T: for<'de> Deserialize<'de>,
    {
        let networks = &self.settings.allow_from;
        if !networks.is_empty() {
            let caller = caller(request.extensions(), request.headers());
            let known = |caller| networks.iter().any(|network| network.holds(caller));
            if !caller.is_some_and(known) {
                return Err(self.refuse(StatusCode::FORBIDDEN, "from no network in `allow_from`"));
            }
        }
        if !secret::same(given, &self.settings.path_secret) {
            return Err(self.refuse(StatusCode::FORBIDDEN, "wrong secret in the path"));
        }
        match Form::from_request(request, &()).await {
            Ok(Form(read)) => Ok(read),
            Err(rejection) => {
                let status = rejection.into_response().status();
                Err(self.refuse(status, "it is no form with the fields that belong there"))
            }
        }
    }

    fn refuse(&self, status: StatusCode, reason: &str) -> Response {
        tracing::warn!(channel = %self.settings.id, status = status.as_u16(), reason, "not taken");
        status.into_response()
    }
}

/// `CON` keeps the line open, `END` closes it.
fn written(screen: &Screen) -> Response {
    let word = if screen.ends { "END" } else { "CON" };
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (kind, format!("{word} {}", screen.text)).into_response()
}
