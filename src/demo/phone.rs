//! The simulated phone: a page to send SMS from, and the provider behind it.
//!
//! It stands where a real provider stands. What is typed goes to the gateway's webhook over HTTP, and the
//! gateway sends its replies to [`INBOX`] over HTTP, so the whole path is the real one.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Form, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use handlebars::Handlebars;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::sync::{Mutex, Notify};

/// The page.
pub(super) const PAGE: &str = "/phone";
/// Where the gateway's replies arrive.
pub(super) const INBOX: &str = "/phone/inbox";

const TEMPLATE: &str = include_str!("phone.hbs");

/// How long a page waits for the reply before it is shown without.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Texts kept a number; older ones fall away.
const MOST_LINES: usize = 50;

#[derive(Clone)]
struct Phone {
    hook: Arc<str>,
    http: reqwest::Client,
    page: Arc<Handlebars<'static>>,
    lines: Arc<Mutex<BTreeMap<String, Vec<Line>>>>,
    arrived: Arc<Notify>,
}

/// One text on the screen.
#[derive(Debug, Clone, Serialize)]
struct Line {
    mine: bool,
    text: String,
}

pub(super) fn routes(hook: String) -> Result<Router, Box<dyn std::error::Error>> {
    let mut page = Handlebars::new();
    page.set_strict_mode(true);
    page.register_template_string("phone", TEMPLATE)?;
    let phone = Phone {
        hook: hook.into(),
        http: majlis_channels::sms::http_client()?,
        page: Arc::new(page),
        lines: Arc::default(),
        arrived: Arc::default(),
    };
    Ok(Router::new()
        .route(PAGE, get(show).post(send))
        .route(INBOX, post(receive))
        .with_state(phone))
}

#[derive(Deserialize)]
struct Shown {
    number: Option<String>,
    error: Option<String>,
}

async fn show(State(phone): State<Phone>, Query(shown): Query<Shown>) -> Response {
    let number = shown.number.unwrap_or_else(|| "+971500000001".to_owned());
    let lines = phone.lines.lock().await.get(&number).cloned().unwrap_or_default();
    let data = json!({"number": number, "lines": lines, "error": shown.error});
    match phone.page.render("phone", &data) {
        Ok(page) => Html(page).into_response(),
        Err(error) => error.to_string().into_response(),
    }
}

#[derive(Deserialize)]
struct Typed {
    number: String,
    text: String,
}

/// Sends what was typed to the gateway's webhook, as the provider would.
async fn send(State(phone): State<Phone>, Form(typed): Form<Typed>) -> Response {
    let waiting = phone.arrived.notified();
    let mine = Line { mine: true, text: typed.text.clone() };
    keep(&phone, &typed.number, mine).await;
    let body = json!({"id": crate::ids::ulid(), "from": typed.number, "to": "3636", "text": typed.text});
    let sent = phone
        .http
        .post(phone.hook.as_ref())
        .header("content-type", "application/json")
        .body(body.to_string())
        .send()
        .await;
    let error = match sent {
        Ok(answer) if answer.status().is_success() => None,
        Ok(answer) => Some(format!("the gateway answered {}", answer.status())),
        Err(error) => Some(error.without_url().to_string()),
    };
    if error.is_none() {
        // Without an answer in time the page is shown as it is; reloading shows the rest.
        let _ = tokio::time::timeout(PATIENCE, waiting).await;
    }
    let mut query = form_pair("number", &typed.number);
    if let Some(error) = error {
        query.push('&');
        query.push_str(&form_pair("error", &error));
    }
    Redirect::to(&format!("{PAGE}?{query}")).into_response()
}

fn form_pair(name: &str, value: &str) -> String {
    let encoded: String = value
        .bytes()
        .map(|byte| match byte {
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    format!("{name}={encoded}")
}

#[derive(Deserialize)]
struct Arriving {
    id: String,
    to: String,
    text: String,
}

/// The gateway sends a text to a phone; a moment later its delivery is reported.
async fn receive(State(phone): State<Phone>, Json(arriving): Json<Arriving>) -> Response {
    keep(&phone, &arriving.to, Line { mine: false, text: arriving.text }).await;
    phone.arrived.notify_waiters();
    let report = json!({"id": arriving.id, "status": "delivered"});
    let (http, hook) = (phone.http.clone(), format!("{}/status", phone.hook));
    tokio::spawn(async move {
        let sent = http
            .post(hook)
            .header("content-type", "application/json")
            .body(report.to_string())
            .send()
            .await;
        if let Err(error) = sent {
            tracing::warn!(error = %error.without_url(), "the phone's delivery report was not taken");
        }
    });
    Json(json!({"id": arriving.id})).into_response()
}

async fn keep(phone: &Phone, number: &str, line: Line) {
    let mut lines = phone.lines.lock().await;
    let lines = lines.entry(number.to_owned()).or_default();
    lines.push(line);
    if lines.len() > MOST_LINES {
        lines.remove(0);
    }
}
