//! USSD: a resident dials a code (`*384*123#`) and answers on any phone, without data and at no cost of an SMS.
//!
//! The protocol is that of Africa's Talking (developers.africastalking.com, "USSD"), which others have taken over: for
//! every input the provider posts a form (`sessionId`, `phoneNumber`, `serviceCode`, `networkCode`, and `text`: all
//! inputs so far with `*` between them), and shows what it is answered: `CON ` and a screen that waits for an input,
//! or `END ` and the last one. Nothing can be sent to anybody who has not dialled.
//!
//! - [`screen`]: a text becomes screens that a phone can show, with `00` and `000` to turn them. Pure.
//! - [`dialog`]: what was dialled and typed becomes messages for the intake, and its replies screens.
//! - `front`: what is chosen before a conversation: language, campaign.
//! - `lines`: what is remembered of each line while it is open.
//! - `hooks`: the ways in over HTTP.

pub mod dialog;
mod front;
mod hooks;
mod lines;
pub mod screen;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use tokio_util::sync::CancellationToken;

use self::dialog::Dialogs;
use self::screen::Room;
use crate::sms::{Network, secret};
use crate::{Address, Channel, ChannelError, Desk, Intake, Kind, Limits, Outgoing, Replies, Sent};

/// Screens: what is said is shown in answer to the input, briefly, and the last one takes no words any more.
pub const KIND: Kind = Kind {
    scheme: "tel",
    replies: Replies::Shown,
    short_lists: true,
    asides: false,
    ..Kind::plain("ussd")
};

/// What an operator sets. Holds a secret, so it has no `Debug`.
#[derive(Clone)]
pub struct UssdSettings {
    /// Channel id, `[a-z0-9-]+`; part of the hook's path.
    pub id: String,
    /// The last part of the hook's path: 128 random bits, as nothing is signed.
    pub path_secret: String,
    /// Networks that requests may come from; empty: any.
    pub allow_from: Vec<Network>,
    /// What residents dial: `*384*123#`.
    pub service_code: String,
    /// What stands before a number that comes without its country (`0712…`): `+254`. Without it such a number is
    /// refused.
    pub country: Option<String>,
    /// Languages to choose from where none is known, in the order shown; with fewer than two nobody is asked.
    pub languages: Vec<String>,
    /// The language for those whose own is not known.
    pub lang: String,
    /// What a screen holds.
    pub room: Room,
}

impl UssdSettings {
    /// Is everything there, and strong enough?
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn check(&self) -> Result<(), ChannelError> {
        let fault = |what: String, mend: &str| {
            let (channel, mend) = (self.id.clone(), mend.to_owned());
            Err(ChannelError { channel, what, mend })
        };
        let generate = "make one with: openssl rand -hex 16";
        if !secret::fits_path(&self.path_secret) {
            let what = "the path secret is empty or not of A-Z, a-z, 0-9, - and _";
            return fault(what.to_owned(), generate);
        }
        if let Some(why) = secret::weakness(&self.path_secret) {
            let what = format!(
                "nothing is signed by USSD, so the path secret must hold 128 random bits; {why}"
            );
            return fault(what, generate);
        }
        if !is_code(&self.service_code) {
            let what = format!("`{}` is no service code", self.service_code);
            return fault(what, "write what is dialled, such as *384*123#");
        }
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let prefix = |text: &String| text.strip_prefix('+').is_some_and(digits);
        if let Some(country) = self.country.as_ref().filter(|country| !prefix(country)) {
            let what = format!("`{country}` is no beginning of a number");
            return fault(what, "write one such as +254");
        }
        if self.room.septets < Room::LEAST || self.room.units < Room::LEAST {
            let what = format!("no screen is smaller than {} characters", Room::LEAST);
            return fault(what, "set gsm_chars and unicode_chars to what your operator shows");
        }
        if self.room.septets > Room::MOST.septets || self.room.units > Room::MOST.units {
            let what = "no phone shows so much at once";
            return fault(what.to_owned(), "set gsm_chars to at most 182, unicode_chars to 80");
        }
        Ok(())
    }

    /// Whose phone this is; the same address as by SMS, so that a conversation goes on there.
    fn address(&self, number: &str) -> Option<Address> {
        let number = number.trim();
        let local = number.strip_prefix('0').filter(|rest| !rest.starts_with('0'));
        let address = match (local, &self.country) {
            (Some(rest), Some(country)) => Address::phone(&format!("{country}{rest}")),
            (Some(_), None) => return None,
            (None, _) => Address::phone(number),
        };
        address.ok().filter(Address::can_be_answered)
    }
}

/// `*384*123#`
fn is_code(code: &str) -> bool {
    let inner = code.strip_prefix('*').and_then(|rest| rest.strip_suffix('#'));
    inner.is_some_and(|inner| {
        inner.split('*').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// A code that can be dialled.
pub struct UssdChannel {
    settings: Arc<UssdSettings>,
    dialogs: Arc<Dialogs>,
    limits: Limits,
}

impl UssdChannel {
    /// Makes the channel, if the settings suffice. `desk` knows the open campaigns and the gateway's sentences.
    ///
    /// # Errors
    /// What is wrong with the settings, and what to do.
    pub fn new(settings: UssdSettings, desk: Arc<dyn Desk>) -> Result<Self, ChannelError> {
        settings.check()?;
        let known = desk.languages();
        let strange = |lang: &&String| !known.iter().any(|(tag, ..)| tag == *lang);
        if let Some(lang) = settings.languages.iter().find(strange) {
            let what = format!("there are no sentences in `{lang}`");
            let mend = "take it out of languages, or add its folder in locales".to_owned();
            return Err(ChannelError { channel: settings.id, what, mend });
        }
        // Nothing is ever sent, so nothing is held back.
        let limits =
            Limits { per_second: 1, burst: 1, max_chars: None, at_once: 1, repeat_safe: false };
        let settings = Arc::new(settings);
        let dialogs = Arc::new(Dialogs::new(Arc::clone(&settings), desk));
        Ok(Self { settings, dialogs, limits })
    }
}

#[async_trait]
impl Channel for UssdChannel {
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
        hooks::routes(Arc::clone(&self.settings), Arc::clone(&self.dialogs), intake)
    }

    /// Nothing comes in this way; but what a line showed is not kept longer than it was open.
    async fn listen(
        &self,
        _intake: Arc<dyn Intake>,
        stop: CancellationToken,
    ) -> Result<(), ChannelError> {
        loop {
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                () = tokio::time::sleep(lines::TIDY) => self.dialogs.tidy(),
            }
        }
    }

    /// Only who has dialled can be shown anything, and that is done in the answer to their input.
    async fn send(&self, _message: &Outgoing) -> Sent {
        let reason = "nothing can be sent by USSD: it shows only what was dialled for".to_owned();
        Sent::Rejected { reason, opted_out: false }
    }
}
