//! What one message causes, or one turn of the gateway's own, while it is being worked out.

use std::borrow::Cow;

use jiff::Timestamp;
use majlis_channels::{Address, Content, Inbound, Kind, Message, Proof, Refused, Replies};

use super::flood::Pace;
use super::invited::{Holder, Invited};
use super::key;
use super::link::Code;
use super::record::Record;
use crate::campaign::Campaign;
use crate::residents::memory::Memory;
use crate::store::{
    Arrived, Hash, KeptBecause, Lane, Loaded, NewDelivery, Resident, StoredSession, Unit,
};

/// A unit ready to commit, and what it says back.
pub(crate) struct Planned {
    pub(crate) unit: Unit,
    pub(crate) messages: Vec<Message>,
    pub(crate) submitted: Vec<Submitted>,
    /// Files that somebody lets go of: their bytes may go after the commit.
    pub(crate) gone: Vec<Hash>,
}

/// An event among those of the unit, for counting: campaign and action.
pub(crate) type Submitted = (String, &'static str);

/// The way to a resident: who it is, and over which channel.
#[derive(Clone)]
pub(crate) struct Way {
    pub(crate) who: Address,
    pub(crate) kind: String,
    pub(crate) channel: String,
    /// The number or mailbox of ours that they know.
    pub(crate) number: Option<String>,
}

impl Way {
    /// What its kind of channel is like.
    pub(crate) fn manner(&self) -> &'static Kind {
        Kind::of(&self.kind)
    }

    /// Something can be sent this way, not only shown in answer to a request.
    fn can_be_sent_to(&self) -> bool {
        self.manner().replies == Replies::Sent && self.who.can_be_answered()
    }
}

/// A receipt that somebody asks about.
#[derive(Clone)]
pub(crate) struct AskedReceipt {
    /// As printed.
    pub(crate) receipt: String,
    /// There is an answer with it.
    pub(crate) known: bool,
}

/// What is known of a message beside itself and its resident.
#[derive(Default)]
pub(crate) struct Arrival {
    /// The receipt it asks about.
    pub(crate) asked: Option<AskedReceipt>,
    pub(crate) pace: Pace,
    /// The campaign of the message of ours that it answers.
    pub(crate) answers: Option<String>,
    /// The provider's id was here before, with other content.
    pub(crate) id_conflict: bool,
    /// What the code in it turned out to be, if it joins nothing.
    pub(crate) code: Option<Code>,
    /// The invitation in it.
    pub(crate) invited: Option<Invited>,
    /// For each invitation that the resident takes part by, whose answer counts for it.
    pub(crate) holders: Vec<Holder>,
}

/// What one message causes, while it is being worked out.
pub(crate) struct Draft<'a> {
    pub(crate) way: Way,
    /// `None` in a turn of the gateway's own.
    pub(crate) inbound: Option<&'a Inbound>,
    pub(crate) loaded: &'a Loaded,
    pub(crate) now: Timestamp,
    pub(crate) unit: Unit,
    pub(crate) memory: Memory,
    pub(crate) messages: Vec<Message>,
    pub(crate) submitted: Vec<Submitted>,
    /// The receipt this message asks about.
    pub(crate) asked: Option<AskedReceipt>,
    pub(crate) pace: Pace,
    /// The campaign of the message of ours that this message answers.
    pub(crate) answers: Option<String>,
    /// Everything of this resident goes.
    pub(crate) erase: bool,
    /// Parts of the words never came.
    pub(crate) partial: bool,
    /// STOP was said now.
    pub(crate) stops: bool,
    /// What the code in the message turned out to be, if it joins nothing.
    pub(crate) code: Option<Code>,
    /// The invitation in the message.
    pub(crate) invited: Option<Invited>,
    /// The invitation that what begins now is by.
    pub(crate) invitation: Option<String>,
    pub(crate) holders: &'a [Holder],
    /// What is said elsewhere than where the message came from.
    told: Vec<(Way, Message)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        inbound: &'a Inbound,
        loaded: &'a Loaded,
        arrival: &'a Arrival,
        now: Timestamp,
    ) -> Self {
        let way = Way {
            who: inbound.from.clone(),
            kind: inbound.kind.to_owned(),
            channel: inbound.channel.clone(),
            number: inbound.to.clone(),
        };
        let mut draft = Self::own(way, loaded, now);
        draft.inbound = Some(inbound);
        draft.unit.message.print = Some(key::print(inbound));
        draft.unit.message.at = inbound.received_at;
        draft.unit.message.id_conflict = arrival.id_conflict;
        draft.asked.clone_from(&arrival.asked);
        draft.pace = arrival.pace;
        draft.answers.clone_from(&arrival.answers);
        draft.code = arrival.code;
        draft.invited.clone_from(&arrival.invited);
        draft.holders = &arrival.holders;
        draft
    }

    /// A turn that no message caused.
    pub(super) fn own(way: Way, loaded: &'a Loaded, now: Timestamp) -> Self {
        let message = Arrived {
            print: None,
            channel: way.channel.clone(),
            from: way.who.clone(),
            at: now,
            id_conflict: false,
            keep: None,
        };
        let unit = Unit {
            message,
            expected: loaded.version,
            resident: loaded.resident.clone(),
            sessions: Vec::new(),
            events: Vec::new(),
            replies: Vec::new(),
            files: Vec::new(),
            released: Vec::new(),
            erase: None,
            withdraw: Vec::new(),
            other: None,
            claim: None,
        };
        let memory = Memory::read(loaded.resident.memory.as_deref());
        Self {
            way,
            inbound: None,
            loaded,
            now,
            unit,
            memory,
            messages: Vec::new(),
            submitted: Vec::new(),
            asked: None,
            pace: Pace::Usual,
            answers: None,
            erase: false,
            partial: false,
            stops: false,
            code: None,
            invited: None,
            invitation: None,
            holders: &[],
            told: Vec::new(),
        }
    }

    pub(crate) fn say(&mut self, message: Message) {
        self.messages.push(message);
    }

    /// Says something to this resident elsewhere, if there is a way to.
    pub(super) fn tell(&mut self, way: Way, message: Message) {
        if way.can_be_sent_to() {
            self.told.push((way, message));
        }
    }

    /// The address that the resident's keys are made from.
    pub(super) fn own_address(&self) -> &Address {
        self.loaded.addresses.first().unwrap_or(&self.way.who)
    }

    /// Where this message came from, if that is not the resident's own address.
    pub(super) fn elsewhere(&self) -> Option<Address> {
        Some(&self.way.who).filter(|who| *who != self.own_address()).cloned()
    }

    pub(crate) fn keep(&mut self, because: KeptBecause, words: &str) {
        self.unit.message.keep = Some((because, words.to_owned()));
    }

    pub(super) fn keep_words(&mut self) {
        self.keep_words_because(KeptBecause::NotUnderstood);
    }

    pub(crate) fn keep_words_because(&mut self, because: KeptBecause) {
        // Danger is not called anything less afterwards.
        if matches!(self.unit.message.keep, Some((KeptBecause::Danger, _))) {
            return;
        }
        if let Some(words) = self.words() {
            self.unit.message.keep = Some((because, words.into_owned()));
        }
    }

    /// The resident's words in this message.
    pub(super) fn words(&self) -> Option<Cow<'a, str>> {
        let words = match &self.inbound?.content {
            Content::Sheet { answers, .. } => {
                let given = answers.iter().map(|filled| filled.value.as_str());
                let given: Vec<&str> = given.filter(|value| !value.is_empty()).collect();
                return Some(Cow::Owned(given.join("\n")));
            }
            Content::Text(words)
            | Content::Part { text: words, .. }
            | Content::Form { value: words, .. }
            | Content::Button { value: words, .. }
            | Content::Link(words)
            | Content::Edited { text: words, .. }
            | Content::Untaken(words)
            | Content::Aside(words) => Some(words),
            Content::Files(files) => Some(&files.words).filter(|words| !words.is_empty()),
            Content::Wish { .. }
            | Content::Place { .. }
            | Content::Hello { .. }
            | Content::Contact(_)
            | Content::OptOut => None,
        };
        words.map(|words| Cow::Borrowed(words.as_str()))
    }

    /// Nobody vouches for the sender of this message: it changes, withdraws and erases nothing.
    pub(super) fn is_unproven(&self) -> bool {
        self.inbound.is_some_and(|inbound| inbound.sender != Proof::Proven)
    }

    /// The language that was chosen on the page, or that the app is set to.
    pub(super) fn page_language(&self) -> Option<&'a str> {
        self.inbound?.lang.as_deref()
    }

    /// The session after this turn, to be kept with it. Only the resident's own messages make it younger.
    pub(super) fn keep_session(
        &mut self,
        campaign: &Campaign,
        record: &Record,
    ) -> Result<(), Refused> {
        let id = &record.session.identity.submission;
        let before = self.loaded.sessions.iter().find(|stored| stored.submission == *id);
        let heard = match before {
            Some(stored) if self.inbound.is_none() => stored.updated_at,
            _ => self.now,
        };
        let stored = record.store(&campaign.id, heard).map_err(|error| no_form(&error))?;
        self.note_files(campaign, record, before)?;
        self.unit.sessions.retain(|other| other.submission != stored.submission);
        self.unit.sessions.push(stored);
        Ok(())
    }

    /// A session that this turn's message was not for, to be kept with it.
    pub(super) fn keep_as_heard(
        &mut self,
        campaign: &Campaign,
        record: &Record,
        heard: Timestamp,
    ) -> Result<StoredSession, Refused> {
        let stored = record.store(&campaign.id, heard).map_err(|error| no_form(&error))?;
        self.unit.sessions.push(stored.clone());
        Ok(stored)
    }

    /// Replies go to the outbox, but for a channel that shows them itself.
    pub(super) fn finish(mut self) -> Result<Planned, Refused> {
        if self.unit.resident.code.as_ref().is_none_or(|code| code.until <= self.now) {
            (self.unit.resident.code, self.memory.shown) = (None, None);
        }
        self.unit.resident.memory = self.memory.write();
        self.unit.resident.due = self.memory.due();
        if self.erase {
            self.forget();
        }
        // What nobody asked for waits behind what somebody did.
        let lane = if self.inbound.is_some() { Lane::Reply } else { Lane::Campaign };
        let here = Way { number: self.our_end(), ..self.way.clone() };
        if here.can_be_sent_to() {
            let campaign = self.unit.sessions.first().map(|stored| stored.campaign.clone());
            for message in &self.messages {
                let delivery = self.delivery(&here, lane, message, campaign.clone())?;
                self.unit.replies.push(delivery);
            }
        }
        for (way, message) in &self.told {
            self.unit.replies.push(self.delivery(way, Lane::Reply, message, None)?);
        }
        let gone = self.unit.released.iter().map(|(_, hash)| *hash).collect();
        Ok(Planned { unit: self.unit, messages: self.messages, submitted: self.submitted, gone })
    }

    fn delivery(
        &self,
        way: &Way,
        lane: Lane,
        message: &Message,
        campaign: Option<String>,
    ) -> Result<NewDelivery, Refused> {
        Ok(NewDelivery {
            id: crate::ids::ulid(),
            channel: way.channel.clone(),
            lane,
            to: way.who.clone(),
            from: way.number.clone(),
            message: serde_json::to_string(message).map_err(|error| no_form(&error))?,
            campaign,
            due: self.now,
        })
    }

    /// Where we write from. After an erasure it does not name the letter that asked for it, as its subject may be
    /// the resident's words.
    fn our_end(&self) -> Option<String> {
        let end = self.way.number.as_deref()?;
        let bare = if self.erase { end.split('?').next().unwrap_or(end) } else { end };
        Some(bare.to_owned())
    }

    /// Nothing of this turn is kept either, but that STOP was said.
    fn forget(&mut self) {
        self.unit.sessions.clear();
        self.unit.events.clear();
        self.unit.files.clear();
        self.unit.released.clear();
        self.submitted.clear();
        self.unit.message.keep = None;
        let Resident { opted_out, ref mut stopped, .. } = self.unit.resident;
        let stopped = std::mem::take(stopped);
        self.unit.resident = Resident { opted_out, stopped, ..Resident::default() };
        self.unit.erase = Some(crate::residents::erasure::redact);
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
