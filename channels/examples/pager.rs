//! A whole channel kind, small: pagers. `docs/extend-channel.md` explains it line by line; the build keeps it true.
//!
//! The provider posts a form (`id`, `from`, `text`) to `/hooks/pager/{channel}/{secret}`, repeats it until it is answered
//! with 2xx, and takes what is to be sent as a form (`to`, `text`, `reference`) at an address the operator names.
//!
//! `cargo run -p majlis-channels --example pager` shows what it does with messages that come once, twice, from a stranger,
//! and while nothing can be stored.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Form, Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use jiff::Timestamp;
use majlis_channels::{
    Address, Channel, ChannelError, Content, Inbound, Intake, Kind, Limits, Outgoing, Proof,
    Received, Refused, Report, Sent, fit,
};
use serde::Deserialize;
use subtle::ConstantTimeEq;

/// What is special about pagers: lists must be short.
pub const KIND: Kind = Kind { scheme: "tel", short_lists: true, ..Kind::plain("pager") };

/// What an operator sets. No `Debug`: it holds a secret.
#[derive(Clone)]
pub struct PagerSettings {
    /// Channel id.
    pub id: String,
    /// Last part of the hook's path.
    pub path_secret: String,
    /// Where pages are sent to.
    pub url: String,
}

/// A pager network as a channel.
pub struct PagerChannel {
    settings: Arc<PagerSettings>,
    http: reqwest::Client,
    limits: Limits,
}

impl PagerChannel {
    /// Makes the channel, if the settings suffice.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn new(settings: PagerSettings, http: reqwest::Client) -> Result<Self, ChannelError> {
        // Nothing is signed, so the path is the only lock.
        if settings.path_secret.len() < 32 {
            return Err(ChannelError {
                channel: settings.id,
                what: "the path secret is too short".to_owned(),
                mend: "make one with: openssl rand -hex 16".to_owned(),
            });
        }
        let limits =
            Limits { per_second: 5, burst: 5, max_chars: Some(80), at_once: 2, repeat_safe: true };
        Ok(Self { settings: Arc::new(settings), http, limits })
    }
}

#[async_trait]
impl Channel for PagerChannel {
    fn id(&self) -> &str {
        &self.settings.id
    }

    fn kind(&self) -> &'static str {
        KIND.name
    }

    fn limits(&self) -> &Limits {
        &self.limits
    }

    fn routes(&self, intake: Arc<dyn Intake>) -> Router {
        let path = format!("/hooks/pager/{}/{{secret}}", self.settings.id);
        Router::new()
            .route(&path, post(take))
            .layer(DefaultBodyLimit::max(4096))
            .with_state((Arc::clone(&self.settings), intake))
    }

    async fn send(&self, message: &Outgoing) -> Sent {
        if message.to.scheme() != "tel" || !message.to.can_be_answered() {
            let reason = "the address is no pager".to_owned();
            return Sent::Rejected { reason, opted_out: false };
        }
        // The text form of a message: numbered options, then how to answer.
        let text = fit::plain(&message.message);
        let body = format!(
            "to={}&text={}&reference={}",
            encoded(message.to.rest()),
            encoded(&text),
            message.delivery
        );
        let asked = self
            .http
            .post(&self.settings.url)
            .header("content-type", "application/x-www-form-urlencoded")
            .timeout(Duration::from_secs(10))
            .body(body)
            .send()
            .await;
        match asked.map(|answer| answer.status().as_u16()) {
            Ok(200..=299) => Sent::Accepted { provider_id: None },
            Ok(429 | 503) => Sent::NotSent { retry_after: None, reason: "busy".to_owned() },
            Ok(status) => {
                Sent::Rejected { reason: format!("refused with {status}"), opted_out: false }
            }
            Err(error) if error.is_connect() => {
                Sent::NotSent { retry_after: None, reason: "cannot be reached".to_owned() }
            }
            // It may have been taken. (This provider drops a reference it knows, so `repeat_safe` lets it be repeated.)
            Err(_) => Sent::MaybeSent { reason: "the answer was lost".to_owned() },
        }
    }
}

#[derive(Deserialize)]
struct Page {
    id: String,
    from: String,
    text: String,
}

/// 204 only when it is on disk; 503 if it could not be, so that it comes again; 4xx for what never will be good.
async fn take(
    State((settings, intake)): State<(Arc<PagerSettings>, Arc<dyn Intake>)>,
    Path(secret): Path<String>,
    page: Result<Form<Page>, FormRejection>,
) -> StatusCode {
    // Of a stranger's body no more than 4 KB was read, the limit of the route.
    if !bool::from(secret.as_bytes().ct_eq(settings.path_secret.as_bytes())) {
        return StatusCode::FORBIDDEN;
    }
    // The shape comes after the secret, so that a stranger learns nothing of it.
    let Ok(Form(page)) = page else { return StatusCode::BAD_REQUEST };
    let Ok(from) = Address::phone(&page.from) else { return StatusCode::BAD_REQUEST };
    let inbound = Inbound {
        channel: settings.id.clone(),
        kind: KIND.name,
        provider: None,
        from,
        to: None,
        // The same whenever the provider repeats it: half of the duplicate key.
        provider_id: page.id,
        content: Content::Text(page.text),
        received_at: Timestamp::now(),
        lang: None,
        sender: Proof::Proven,
        answers: None,
    };
    match intake.receive(inbound).await {
        Ok(_) => StatusCode::NO_CONTENT,
        Err(Refused::Unavailable(_)) => StatusCode::SERVICE_UNAVAILABLE,
        Err(Refused::Nonsense(_)) => StatusCode::BAD_REQUEST,
    }
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// A gateway that keeps nothing, to try the way in.
#[derive(Default)]
struct Trial {
    full: AtomicBool,
}

#[async_trait]
impl Intake for Trial {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        if self.full.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("the disk is full".to_owned()));
        }
        // `Debug` shows neither address nor words.
        tracing::info!(?inbound, "taken");
        Ok(Received { duplicate: false, replies: Vec::new() })
    }

    async fn report(&self, _report: Report) -> Result<(), Refused> {
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::io::Write;

    let _ = rustls::crypto::ring::default_provider().install_default();
    let secret = "9f86d081884c7d659a2feaa0c55ad015";
    let settings = PagerSettings {
        id: "pagers".to_owned(),
        path_secret: secret.to_owned(),
        url: "http://127.0.0.1:9/nobody".to_owned(),
    };
    let channel = PagerChannel::new(settings, reqwest::Client::new())?;
    let trial = Arc::new(Trial::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let hook = format!("http://{}/hooks/pager/pagers", listener.local_addr()?);
    let routes = channel.routes(trial.clone());
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let page = "id=1&from=%2B971500000001&text=2";
    let mut out = std::io::stdout();
    for (what, secret, full) in
        [("a page", secret, false), ("a stranger's", "guess", false), ("while full", secret, true)]
    {
        trial.full.store(full, Ordering::Relaxed);
        let asked = reqwest::Client::new()
            .post(format!("{hook}/{secret}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(page);
        writeln!(out, "{what}: {}", asked.send().await?.status())?;
    }
    let message = majlis_channels::Message {
        lang: "en".to_owned(),
        text: "Thank you.".to_owned(),
        question: None,
        hint: None,
    };
    let to = Address::phone("+971500000001")?;
    let sent = channel.send(&Outgoing { delivery: "1".to_owned(), to, from: None, message }).await;
    writeln!(out, "sent to nobody: {sent:?}")?;
    Ok(())
}
