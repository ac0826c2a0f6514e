//! The staff page: what is open, what came in, and the messages that wait for a person.
//!
//! Sign-in is by a one-time link (`demo` prints one). The session is a random token in a `__Host-` cookie; its
//! hash is kept in memory, so a restart signs everybody out.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use handlebars::Handlebars;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::ids;
use crate::intake::Gateway;
use crate::store::{Hash, KeptBecause, Queue, StoreError};

const HOME: &str = include_str!("home.hbs");
const SIGN_IN: &str = include_str!("sign_in.hbs");
const STYLE: &str = include_str!("style.css");
const COOKIE: &str = "__Host-majlis";

/// Messages shown; the rest is for the API.
const MOST_KEPT: usize = 50;

/// The console's state; cheap to clone.
#[derive(Clone)]
pub struct Console {
    gateway: Arc<Gateway>,
    queue: Arc<dyn Queue>,
    pages: Arc<Handlebars<'static>>,
    links: Arc<Mutex<HashSet<Hash>>>,
    sessions: Arc<Mutex<HashSet<Hash>>>,
}

impl Console {
    /// A console for a gateway.
    ///
    /// # Errors
    /// If a shipped page cannot be read.
    pub fn new(
        gateway: Arc<Gateway>,
        queue: Arc<dyn Queue>,
    ) -> Result<Self, Box<handlebars::TemplateError>> {
        let mut pages = Handlebars::new();
        pages.set_strict_mode(true);
        pages.register_template_string("home", HOME).map_err(Box::new)?;
        pages.register_template_string("sign_in", SIGN_IN).map_err(Box::new)?;
        Ok(Self {
            gateway,
            queue,
            pages: Arc::new(pages),
            links: Arc::default(),
            sessions: Arc::default(),
        })
    }

    /// A path that signs somebody in once.
    ///
    /// # Errors
    /// If the system gives no randomness.
    pub fn sign_in_path(&self) -> Result<String, getrandom::Error> {
        let token = ids::token(24)?;
        keep(&self.links, &token);
        Ok(format!("/console/sign-in?token={token}"))
    }

    /// Its routes, for the staff listener.
    pub fn routes(self) -> Router {
        Router::new()
            .route("/console", get(home))
            .route("/console/sign-in", get(ask_sign_in).post(sign_in))
            .with_state(self)
    }

    fn page(&self, status: StatusCode, name: &str, mut data: Value) -> Response {
        if let Some(data) = data.as_object_mut() {
            data.insert("style".to_owned(), json!(STYLE));
        }
        let mut answer = match self.pages.render(name, &data) {
            Ok(page) => (status, Html(page)).into_response(),
            Err(error) => {
                tracing::error!(%error, page = name, "a page cannot be made");
                (StatusCode::INTERNAL_SERVER_ERROR, "This page cannot be made; see the log.")
                    .into_response()
            }
        };
        let headers = answer.headers_mut();
        for (name, value) in [
            (header::CACHE_CONTROL, "no-store"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                 frame-ancestors 'none'; base-uri 'none'",
            ),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        answer
    }

    fn signed_in(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get(header::COOKIE).and_then(|value| value.to_str().ok());
        let token = cookies
            .into_iter()
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE);
        token.is_some_and(|(_, token)| lock(&self.sessions).contains(&hash(token)))
    }

    async fn facts(&self) -> Result<Value, StoreError> {
        let now = Timestamp::now();
        let campaigns: Vec<Value> = self
            .gateway
            .catalogue()
            .campaigns()
            .map(|campaign| {
                json!({
                    "id": campaign.id,
                    "title": campaign.words.title(campaign.language(Some("en"))),
                    "keyword": campaign.keyword("en", "en"),
                    "open": campaign.is_open(now),
                })
            })
            .collect();
        let depth = self.gateway.outbox.depth().await?;
        let kept: Vec<Value> = self
            .gateway
            .store
            .kept(MOST_KEPT)
            .await?
            .into_iter()
            .map(|kept| {
                json!({
                    "at": kept.at.strftime("%Y-%m-%d %H:%M UTC").to_string(),
                    "channel": kept.channel,
                    "because": reason(kept.because),
                    "text": kept.text,
                })
            })
            .collect();
        Ok(json!({
            "submissions": self.queue.last().await?,
            "campaigns": campaigns,
            "waiting": depth.waiting,
            "dead": depth.dead + depth.unknown,
            "kept": kept,
        }))
    }
}

/// For staff to read.
fn reason(because: KeptBecause) -> &'static str {
    match because {
        KeptBecause::NotUnderstood => "not understood",
        KeptBecause::IdConflict => "same id, other words",
        KeptBecause::WantsPerson => "wants a person",
        KeptBecause::Danger => "DANGER",
    }
}

fn hash(token: &str) -> Hash {
    Sha256::digest(token.as_bytes()).into()
}

/// A poisoned set is still a set.
fn lock(set: &Mutex<HashSet<Hash>>) -> std::sync::MutexGuard<'_, HashSet<Hash>> {
    set.lock().unwrap_or_else(PoisonError::into_inner)
}

fn keep(set: &Mutex<HashSet<Hash>>, token: &str) {
    lock(set).insert(hash(token));
}

#[derive(Deserialize)]
struct Link {
    #[serde(default)]
    token: String,
}

/// The link shows a button: mail scanners that fetch links must not use it up.
async fn ask_sign_in(State(console): State<Console>, Query(link): Query<Link>) -> Response {
    let good = lock(&console.links).contains(&hash(&link.token));
    let status = if good { StatusCode::OK } else { StatusCode::FORBIDDEN };
    console.page(status, "sign_in", json!({"good": good, "token": link.token}))
}

async fn sign_in(State(console): State<Console>, Form(link): Form<Link>) -> Response {
    if !lock(&console.links).remove(&hash(&link.token)) {
        return console.page(StatusCode::FORBIDDEN, "sign_in", json!({"good": false, "token": ""}));
    }
    let Ok(session) = ids::token(32) else {
        return (StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.").into_response();
    };
    keep(&console.sessions, &session);
    let cookie = format!("{COOKIE}={session}; Path=/; Secure; HttpOnly; SameSite=Strict");
    ([(header::SET_COOKIE, cookie)], Redirect::to("/console")).into_response()
}

async fn home(State(console): State<Console>, headers: HeaderMap) -> Response {
    if !console.signed_in(&headers) {
        return console.page(StatusCode::FORBIDDEN, "sign_in", json!({"good": false, "token": ""}));
    }
    match console.facts().await {
        Ok(facts) => console.page(StatusCode::OK, "home", facts),
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response(),
    }
}
