//! A double of the Telegram Bot API, strict where its documentation is. There is none to be had that is: those on
//! offer know no secret token, no 429, no offset. This one is itself checked against the strict types and clients of
//! teloxide (`promises/telegram_double.rs`) and frankenstein (`promises/telegram_second_client.rs`).
//!
//! - `state`: chats, messages, updates, limits. - `methods`: what bots call. - `params`: how they say it.
//! - `people`: what residents do. - `delivery`: webhooks.

mod delivery;
mod methods;
mod params;
mod people;
mod state;

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State as From};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::process::wait_for;
pub(crate) use people::buttons;
use state::State;

/// The one bot there is.
pub(crate) const TOKEN: &str = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcA";

/// A Bot API server as one may run it oneself: webhooks may be http and on any port.
#[derive(Clone)]
pub(crate) struct BotApi {
    /// Without a slash at the end.
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
    /// An update came, or a webhook was set.
    news: Arc<Notify>,
}

/// Why a call is refused: status, words, seconds to wait.
struct Refusal(u16, String, Option<u64>);

type Outcome = Result<Value, Refusal>;

fn refuse<T>(status: u16, words: &str) -> Result<T, Refusal> {
    Err(Refusal(status, words.to_owned(), None))
}

impl BotApi {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("a port"));
        let api = Self { url, state: Arc::default(), news: Arc::default() };
        let router = Router::new()
            .route("/{bot}/{method}", any(call))
            .route("/file/{bot}/{*path}", get(download))
            .with_state(api.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        tokio::spawn(api.clone().deliver());
        api
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic")
    }

    /// Enforces 30 messages a second, and one a second in a chat.
    pub(crate) fn enforce_limits(&self) {
        self.state().limits.enforced = true;
    }

    /// Refuses everything with 429 from now on for so many seconds.
    pub(crate) fn storm(&self, seconds: u64) {
        self.state().limits.punish(seconds);
    }

    /// Calls that were made although Telegram had asked to wait.
    pub(crate) fn violations(&self) -> usize {
        self.state().limits.violations
    }

    /// Calls that were refused with 429.
    pub(crate) fn refused_for_pace(&self) -> usize {
        self.state().limits.refused
    }

    /// What no bot should do, in words: parameters the API does not know, wrong tokens.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.state().faults.clone()
    }

    /// The bot's commands in one language; `""` is for all others.
    pub(crate) fn commands(&self, lang: &str) -> Vec<(String, String)> {
        self.state().commands.get(lang).cloned().unwrap_or_default()
    }

    /// Queries of buttons that were answered.
    pub(crate) fn answered_queries(&self) -> usize {
        self.state().queries.values().filter(|answered| **answered).count()
    }

    /// Queries of buttons so far.
    pub(crate) fn queries(&self) -> usize {
        self.state().queries.len()
    }

    /// Updates that the bot has not confirmed yet.
    pub(crate) fn pending(&self) -> usize {
        self.state().updates.len()
    }

    /// Every update there ever was.
    pub(crate) fn log(&self) -> Vec<Value> {
        self.state().log.clone()
    }

    /// Waits until the bot has confirmed every update.
    pub(crate) async fn wait_until_all_taken(&self) {
        wait_for("every update to be taken", Duration::from_secs(20), async || {
            (self.pending() == 0).then_some(())
        })
        .await;
    }

    /// Waits until the bot can get updates.
    pub(crate) async fn wait_until_bot_listens(&self) {
        wait_for("the bot to be set up", Duration::from_secs(20), async || {
            let state = self.state();
            (state.webhook.is_some() || state.polls > 0).then_some(())
        })
        .await;
    }

    /// Lets the next downloads fail.
    pub(crate) fn break_downloads(&self, count: usize) {
        self.state().broken_downloads = count;
    }

    /// Files that were fetched.
    pub(crate) fn downloads(&self) -> usize {
        self.state().downloads
    }

    /// Messages the bot sent to anybody, with the time each came.
    pub(crate) fn sent_at(&self) -> Vec<std::time::Instant> {
        self.state().sent_at.clone()
    }
}

/// A file, by the link that getFile gave.
async fn download(From(api): From<BotApi>, Path((bot, path)): Path<(String, String)>) -> Response {
    let mut state = api.state();
    if bot != format!("bot{TOKEN}") {
        state.faults.push("a wrong token".to_owned());
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if state.broken_downloads > 0 {
        state.broken_downloads -= 1;
        return StatusCode::BAD_GATEWAY.into_response();
    }
    let found = state.files.values().find(|file| file.path == path && file.linked).cloned();
    match found {
        Some(file) => {
            state.downloads += 1;
            ([("content-type", "application/octet-stream")], file.bytes).into_response()
        }
        None => {
            state.faults.push(format!("no file {path}"));
            StatusCode::NOT_FOUND.into_response()
        }
    }
}

async fn call(
    From(api): From<BotApi>,
    Path((bot, method)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let outcome = match params::read(&headers, query.as_deref(), &body) {
        _ if bot != format!("bot{TOKEN}") => {
            api.state().faults.push("a wrong token".to_owned());
            refuse(401, "Unauthorized")
        }
        Some(params) => api.method(&method, params).await,
        None => refuse(400, "Bad Request: cannot read the parameters"),
    };
    match outcome {
        Ok(result) => axum::Json(json!({"ok": true, "result": result})).into_response(),
        Err(Refusal(status, words, retry_after)) => {
            let mut answer = json!({"ok": false, "error_code": status, "description": words});
            if let Some(seconds) = retry_after {
                answer["parameters"] = json!({ "retry_after": seconds });
            }
            let status = StatusCode::from_u16(status).expect("a status");
            (status, axum::Json(answer)).into_response()
        }
    }
}
