//! The text form: pages without script or cookie, for any browser there is.
//!
//! - [`token`]: the hidden field that is half of the duplicate key and the protection against other sites' forms.
//! - [`headers`]: what every page tells the browser; whose form it was; the reader's language.
//! - [`pages`]: what is known becomes HTML (`pages/*.hbs`), nothing else.
//! - [`form`]: the body of a sent page.
//! - [`upload`]: the same with files.
//! - [`given`]: what was put into its fields, and the one value that makes.
//! - [`fields`]: a question becomes fields.
//! - [`frame`]: what all pages have in common.
//! - [`show`]: where a conversation stands becomes a page; [`question`]: one that asks.
//! - [`go_on`]: a code by which the conversation goes on elsewhere.
//! - [`text`]: every page as plain text. [`paper`]: a whole campaign to be printed.
//! - [`routes`]: requests for pages. Nothing is stored by a GET.
//! - [`answer`]: a sent page is checked and handed in; [`sheet`]: one of several questions.
//!
//! An answer is handed to the intake as [`Content::Form`](crate::Content::Form), with files as
//! [`Content::Files`](crate::Content::Files), those of a page of several questions as one
//! [`Content::Sheet`](crate::Content::Sheet); the page that follows asks
//! the [`Desk`] where the resident stands.

mod answer;
mod fields;
mod form;
mod frame;
mod given;
mod go_on;
mod headers;
mod pages;
mod paper;
mod question;
mod routes;
mod sheet;
mod show;
#[cfg(test)]
mod tests;
mod text;
pub mod token;
mod upload;

use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use jiff::tz::TimeZone;

use crate::{
    Addresses, Channel, ChannelError, Desk, FileLimits, Intake, Kind, Limits, Message, Outgoing,
    Replies, Sent,
};
use pages::Pages;

pub use upload::is_upload;

/// Pages: shown in answer to what was sent, with fields and buttons of their own.
pub const KIND: Kind = Kind {
    scheme: "web",
    replies: Replies::Shown,
    addresses: Addresses::Sessions,
    page: true,
    files: true,
    asides: false,
    ..Kind::plain("web")
};

/// The shortest key for form tokens, in bytes: as long as the signature.
const SHORTEST_KEY: usize = 32;

/// What the operator sets for the form. Has no `Debug`: it holds a secret.
#[derive(Clone)]
pub struct WebSettings {
    /// Channel id.
    pub id: String,
    /// Secret that signs form tokens, at least 32 bytes.
    pub key: Vec<u8>,
    /// Where residents reach the public listener, `https://majlis.example`.
    pub public_url: String,
    /// Language of pages for readers whose own is not among the shipped ones.
    pub lang: String,
    /// Numbers residents can send keywords to, as they are to be printed.
    pub numbers: Vec<String>,
    /// Mailboxes they can send them to.
    pub mailboxes: Vec<String>,
    /// There is a bot on Telegram.
    pub telegram: bool,
    /// Whose dates receipts show.
    pub zone: TimeZone,
    /// How long a page that was opened can still be sent. Slow links and long pauses are common: days.
    pub page_days: u16,
    /// How much is taken of files.
    pub files: FileLimits,
}

impl WebSettings {
    /// Settings with English as the last resort, no numbers, UTC, and 30 days to send a page.
    #[must_use]
    pub fn new(id: &str, key: Vec<u8>, public_url: &str) -> Self {
        Self {
            id: id.to_owned(),
            key,
            public_url: public_url.trim_end_matches('/').to_owned(),
            lang: "en".to_owned(),
            numbers: Vec::new(),
            mailboxes: Vec::new(),
            telegram: false,
            zone: TimeZone::UTC,
            page_days: 30,
            files: FileLimits::default(),
        }
    }
}

/// The text form as a channel.
pub struct WebChannel {
    front: Arc<Front>,
    limits: Limits,
}

/// What every request needs.
struct Front {
    settings: WebSettings,
    desk: Arc<dyn Desk>,
    pages: Pages,
    room: upload::Room,
}

impl WebChannel {
    /// The form with these settings, asking this desk.
    ///
    /// # Errors
    /// If the key is too short to protect anyone, or a page template is broken.
    pub fn new(settings: WebSettings, desk: Arc<dyn Desk>) -> Result<Self, ChannelError> {
        let fault = |what: String, mend: &str| ChannelError {
            channel: settings.id.clone(),
            what,
            mend: mend.to_owned(),
        };
        if settings.key.len() < SHORTEST_KEY {
            let what = format!("the form key has {} bytes", settings.key.len());
            return Err(fault(what, "give it at least 32 random bytes"));
        }
        let pages = Pages::new().map_err(|broken| {
            fault(broken.to_string(), "mend channels/web/pages and build again")
        })?;
        // Nothing is sent by this channel, so its limits never hold anything back.
        let limits = Limits {
            per_second: 1000,
            burst: 1000,
            max_chars: None,
            at_once: 64,
            repeat_safe: true,
        };
        Ok(Self {
            front: Arc::new(Front { settings, desk, pages, room: upload::Room::new() }),
            limits,
        })
    }
}

#[async_trait]
impl Channel for WebChannel {
    fn id(&self) -> &str {
        &self.front.settings.id
    }

    fn kind(&self) -> &'static str {
        "web"
    }

    fn limits(&self) -> &Limits {
        &self.limits
    }

    fn cost(&self, _message: &Message) -> u32 {
        1
    }

    fn routes(&self, intake: Arc<dyn Intake>) -> Router {
        routes::mount(Arc::clone(&self.front), intake)
    }

    /// The page shows what is said when it is asked for, so there is nothing to send.
    async fn send(&self, _message: &Outgoing) -> Sent {
        Sent::Accepted { provider_id: None }
    }
}
