//! What one message causes, while it is being worked out.

use jiff::Timestamp;
use majlis_channels::{Content, Inbound, Message, Refused};

use super::key;
use super::record::Record;
use crate::campaign::Campaign;
use crate::store::{Arrived, KeptBecause, Lane, Loaded, NewDelivery, Print, Unit};

/// A unit ready to commit, and what it says back.
pub(crate) struct Planned {
    pub(crate) unit: Unit,
    pub(crate) messages: Vec<Message>,
    pub(crate) submitted: Vec<Submitted>,
}

/// An event among those of the unit, for counting: campaign and action.
pub(crate) type Submitted = (String, &'static str);

/// What one message causes, while it is being worked out.
pub(crate) struct Draft<'a> {
    pub(crate) inbound: &'a Inbound,
    pub(crate) loaded: &'a Loaded,
    pub(crate) now: Timestamp,
    pub(crate) unit: Unit,
    pub(crate) messages: Vec<Message>,
    pub(crate) submitted: Vec<Submitted>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        inbound: &'a Inbound,
        loaded: &'a Loaded,
        id_conflict: bool,
        now: Timestamp,
    ) -> Self {
        let message = Arrived {
            print: Some(Print {
                key: key::duplicate_key(inbound),
                hash: key::content_hash(inbound),
            }),
            channel: inbound.channel.clone(),
            from: inbound.from.clone(),
            at: inbound.received_at,
            id_conflict,
            keep: None,
        };
        let unit = Unit {
            message,
            expected: loaded.version,
            resident: loaded.resident.clone(),
            sessions: Vec::new(),
            events: Vec::new(),
            replies: Vec::new(),
            erase: None,
        };
        Self { inbound, loaded, now, unit, messages: Vec::new(), submitted: Vec::new() }
    }

    pub(crate) fn say(&mut self, message: Message) {
        self.messages.push(message);
    }

    pub(crate) fn keep(&mut self, because: KeptBecause, words: &str) {
        self.unit.message.keep = Some((because, words.to_owned()));
    }

    pub(super) fn keep_words(&mut self) {
        self.keep_words_because(KeptBecause::NotUnderstood);
    }

    pub(crate) fn keep_words_because(&mut self, because: KeptBecause) {
        match &self.inbound.content {
            Content::Text(words) | Content::Form { value: words, .. } => {
                self.unit.message.keep = Some((because, words.clone()));
            }
        }
    }

    /// The session after this message, to be kept with it.
    pub(super) fn keep_session(
        &mut self,
        campaign: &Campaign,
        record: &Record,
    ) -> Result<(), Refused> {
        let stored = record.store(&campaign.id, self.now).map_err(|error| no_form(&error))?;
        self.unit.sessions.push(stored);
        Ok(())
    }

    /// Replies go to the outbox, but for the web form, which shows them itself.
    pub(super) fn finish(mut self) -> Result<Planned, Refused> {
        if self.inbound.kind != "web" && self.inbound.from.can_be_answered() {
            for message in &self.messages {
                self.unit.replies.push(NewDelivery {
                    id: crate::ids::ulid(),
                    channel: self.inbound.channel.clone(),
                    lane: Lane::Reply,
                    to: self.inbound.from.clone(),
                    from: self.inbound.to.clone(),
                    message: serde_json::to_string(message).map_err(|error| no_form(&error))?,
                    campaign: self.unit.sessions.first().map(|stored| stored.campaign.clone()),
                    due: self.now,
                });
            }
        }
        Ok(Planned { unit: self.unit, messages: self.messages, submitted: self.submitted })
    }
}

/// A message of the gateway's own, without a question.
pub(super) fn message(lang: &str, text: String) -> Message {
    Message { lang: lang.to_owned(), text, question: None, hint: None }
}

/// Plain data always has a JSON form; should it ever not, the message is refused, so that it comes again and
/// nothing is kept by halves.
pub(super) fn no_form(error: &serde_json::Error) -> Refused {
    Refused::Unavailable(format!("what the message causes has no JSON form: {error}"))
}
