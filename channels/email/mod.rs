//! Email: a conversation as letters that are simply replied to.
//!
//! Out: `letter` makes text and HTML of a message, `smtp` hands it to a mail server. In: `imap` waits at a mailbox,
//! `hooks` takes mails that are pushed and the unsubscribe button; both go through `receive`: `read` makes of a mail
//! what is needed of it, `walls` keeps machines out, and what is left is handed to the intake. `token` is what
//! letters carry to be known again; `thread` keeps a conversation in one thread; `settings` is what an operator sets.

mod hooks;
mod imap;
mod letter;
mod read;
mod receive;
mod settings;
mod smtp;
#[cfg(test)]
mod tests;
mod thread;
mod token;
mod walls;

use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use tokio_util::sync::CancellationToken;

use self::receive::Receiver;
pub use self::settings::{Dkim, EmailSettings, Mailbox, Security, Server};
use crate::{Channel, ChannelError, Intake, Kind, Limits, Message, Outgoing, Sent};

/// Letters: they bring what is attached, by their writers or by a program.
pub const KIND: Kind =
    Kind { scheme: "mailto", files: true, stray_files: true, ..Kind::plain("email") };

/// What letters need of the gateway's words.
pub trait Words: Send + Sync {
    /// A sentence of the gateway (`mail-*`, `page-*` and `stopped` of `system.ftl`).
    fn sentence(&self, lang: &str, key: &str) -> String;

    /// Does this text begin a campaign? So that a keyword is found in subject or body.
    fn begins(&self, text: &str) -> bool;

    /// Is this text a word that means the same everywhere, such as STOP? Then it is all that was said.
    fn commands(&self, text: &str) -> bool;
}

/// A mailbox as a channel.
pub struct EmailChannel {
    settings: Arc<EmailSettings>,
    words: Arc<dyn Words>,
    receiver: Arc<Receiver>,
    limits: Limits,
}

impl EmailChannel {
    /// Makes the channel, if the settings suffice.
    ///
    /// # Errors
    /// What is wrong with the settings, and what to do.
    pub fn new(settings: EmailSettings, words: Arc<dyn Words>) -> Result<Self, ChannelError> {
        settings.check()?;
        let limits = Limits {
            per_second: settings.per_second,
            burst: settings.burst,
            max_chars: None,
            at_once: settings.at_once,
            repeat_safe: false,
        };
        let settings = Arc::new(settings);
        let receiver = Arc::new(Receiver::new(Arc::clone(&settings), Arc::clone(&words)));
        Ok(Self { settings, words, receiver, limits })
    }
}

/// What was written in a mail, without quotations and signature; `None` if the mail is not read. For tests that
/// throw anything at it.
#[must_use]
pub fn words_of(mail: &[u8]) -> Option<String> {
    read::read(mail, &crate::FileLimits::default()).ok().map(|mail| mail.text)
}

/// Sentences of the gateway, by language and key.
type Say<'a> = &'a dyn Fn(&str, &str) -> String;

/// The plain text of a message as a letter: for `preview`. `say` gives sentences by language and key.
#[must_use]
pub fn preview(say: &dyn Fn(&str, &str) -> String, message: &Message) -> String {
    letter::text(say, message, Some("https://…"))
}

#[async_trait]
impl Channel for EmailChannel {
    fn id(&self) -> &str {
        &self.settings.id
    }

    fn kind(&self) -> &'static str {
        "email"
    }

    fn limits(&self) -> &Limits {
        &self.limits
    }

    fn routes(&self, intake: Arc<dyn Intake>) -> Router {
        hooks::routes(Arc::clone(&self.receiver), Arc::clone(&self.words), intake)
    }

    async fn listen(
        &self,
        intake: Arc<dyn Intake>,
        stop: CancellationToken,
    ) -> Result<(), ChannelError> {
        imap::listen(&self.receiver, intake.as_ref(), &stop).await;
        Ok(())
    }

    async fn send(&self, message: &Outgoing) -> Sent {
        let rejected =
            |reason: &str| Sent::Rejected { reason: reason.to_owned(), opted_out: false };
        if message.to.scheme() != "mailto" {
            return rejected("the address is no mailbox");
        }
        let say = |lang: &str, key: &str| self.words.sentence(lang, key);
        match letter::write(&self.settings, &say, message) {
            Ok(letter) => smtp::attempt(&self.settings, &letter).await,
            Err(reason) => rejected(reason),
        }
    }
}
