//! How a conversation reaches people.
//!
//! A channel hands an [`Inbound`] to the [`Intake`] it was given, and is handed an [`Outgoing`] to send. It
//! never sees a store. The types everything passes through are in [`message`]; then one folder a channel kind:
//!
//! - [`kind`]: what is special about each kind of channel, as it declares it.
//! - [`fit`]: how long a text is on a handset, numbered options, cutting.
//! - [`file`]: files of residents, typed by their content.
//! - [`sms`]: the SMS adapter, and the provider files that describe what providers send and want.
//! - [`email`]: letters out by SMTP, in by IMAP or pushed.
//! - [`telegram`]: a bot on Telegram.
//! - [`web`]: the text form.
//! - [`ussd`]: a code that is dialled.

pub mod email;
pub mod file;
pub mod fit;
pub mod kind;
pub mod message;
pub mod sms;
pub mod telegram;
pub mod ussd;
pub mod web;

use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use tokio_util::sync::CancellationToken;

pub use file::{Attached, FileLimits, Files, Unfit};
pub use kind::{Addresses, KINDS, Kind, Replies};
pub use message::{
    Address, Content, Entry, Filled, Inbound, Limits, Message, Outgoing, Part, Picture, Proof,
    Question, Received, Refused, Report, ReportState, Sent, Wish,
};

/// A configured way in and out.
#[async_trait]
pub trait Channel: Send + Sync {
    /// The id it has in the config.
    fn id(&self) -> &str;

    /// `sms`, `telegram`, `email`, `web`, `ussd`: the name of a [`Kind`].
    fn kind(&self) -> &'static str;

    /// What it can carry, and how fast.
    fn limits(&self) -> &Limits;

    /// What sending this costs of the channel's pace: SMS parts; 1 elsewhere.
    fn cost(&self, message: &Message) -> u32 {
        let _ = message;
        1
    }

    /// Its ways in over HTTP, if any; paths are absolute (`/hooks/sms/{id}/…`).
    fn routes(&self, intake: Arc<dyn Intake>) -> Router;

    /// Its ways in that poll, if any; returns when `stop` is cancelled.
    ///
    /// # Errors
    /// If the way in cannot be opened at all; passing faults are retried inside.
    async fn listen(
        &self,
        intake: Arc<dyn Intake>,
        stop: CancellationToken,
    ) -> Result<(), ChannelError> {
        let _ = intake;
        stop.cancelled().await;
        Ok(())
    }

    /// One attempt.
    async fn send(&self, message: &Outgoing) -> Sent;
}

/// Where channels hand in what arrived. Returning `Ok` means it is on disk and will have its effect once.
#[async_trait]
pub trait Intake: Send + Sync {
    /// A message of a resident.
    ///
    /// # Errors
    /// [`Refused::Unavailable`] if it could not be stored: the channel must answer so that the provider
    /// tries again.
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused>;

    /// A delivery report of a provider.
    ///
    /// # Errors
    /// As [`Intake::receive`].
    async fn report(&self, report: Report) -> Result<(), Refused>;
}

/// What the web form and USSD ask the gateway, beside [`Intake`]: pictures of a conversation, nothing is changed.
#[async_trait]
pub trait Desk: Send + Sync {
    /// Open campaigns a reader may take part in, in their language where offered.
    async fn open_campaigns(&self, lang: &str) -> Vec<message::Invitation>;

    /// The first page of a campaign for somebody who is not known yet; `None` if there is no such campaign. Who it
    /// is decides the order of shuffled options.
    async fn first(&self, who: &Address, campaign: &str, lang: Option<&str>) -> Option<Picture>;

    /// What is wrong with the answers of a page of several questions: step and sentence. Nothing is changed.
    ///
    /// # Errors
    /// If the store cannot be read.
    async fn look_over(
        &self,
        who: &Address,
        campaign: &str,
        lang: &str,
        answers: &[Filled],
    ) -> Result<Vec<(String, String)>, Refused>;

    /// A whole campaign as it is put on paper; `None` if there is no such campaign.
    async fn paper(&self, campaign: &str, lang: Option<&str>) -> Option<message::Paper>;

    /// What somebody with this invitation should know first; `None` if nothing.
    async fn invited(&self, _token: &str, _lang: &str) -> Option<String> {
        None
    }

    /// Where this resident stands in the campaign; `None` if they never began.
    ///
    /// # Errors
    /// If the store cannot be read.
    async fn standing(
        &self,
        who: &Address,
        campaign: &str,
        lang: Option<&str>,
    ) -> Result<Option<Picture>, Refused>;

    /// The code that this address was shown, while it is good; `None` if there is none, or it was used.
    ///
    /// # Errors
    /// If the store cannot be read.
    async fn shown_code(&self, _who: &Address) -> Result<Option<message::ShownCode>, Refused> {
        Ok(None)
    }

    /// What a receipt tells anyone who reads it; `None` if there is none.
    ///
    /// # Errors
    /// If the store cannot be read.
    async fn receipt(
        &self,
        receipt: &str,
        lang: &str,
    ) -> Result<Option<message::ReceiptView>, Refused>;

    /// A sentence of the gateway for pages (`page-*` keys of `system.ftl`), arguments by name.
    fn sentence(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> String;

    /// Languages there are sentences for: tag, own name, and whether it is written right to left.
    fn languages(&self) -> Vec<(String, String, bool)>;
}

/// Why a channel cannot work at all.
#[derive(Debug, thiserror::Error)]
#[error("channel {channel}: {what} — {mend}")]
pub struct ChannelError {
    /// Channel id.
    pub channel: String,
    /// What happened.
    pub what: String,
    /// What to do.
    pub mend: String,
}
