//! A session as the gateway keeps it: the engine's session, and what its events need beside it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use majlis_channels::{Address, Addresses, Content, Entry, Inbound, Kind, Proof};
use majlis_flows::session::VERSION;
use majlis_flows::{EndedBy, Menu, Session};
use serde::{Deserialize, Serialize};

use super::draft::Draft;
use crate::queue::event::{Assurance, LanguageBy};
use crate::store::StoredSession;

/// What is written into [`StoredSession::state`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The engine's part.
    #[serde(rename = "s")]
    pub(crate) session: Session,
    /// How the resident came in.
    pub(crate) entry: Entry,
    /// Channel kind of the last message.
    pub(crate) kind: String,
    /// Channel id of the last message.
    pub(crate) channel: String,
    /// SMS provider of the last message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) provider: Option<String>,
    /// How the language was found.
    pub(crate) lang_by: LanguageBy,
    /// Events so far.
    #[serde(default)]
    pub(crate) revision: u32,
    /// Id of the last event, which a later one supersedes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_event: Option<String>,
    /// The number or mailbox of ours that the resident wrote to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// When a question of this session was put last; a bare answer goes to the newest one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) asked_at: Option<Timestamp>,
    /// The one reminder was sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) reminded: bool,
    /// Words of danger were said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) emergency: bool,
    /// Somebody else answered from this address before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) shared: bool,
    /// Some of its messages came faster than a person writes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) soft_limited: bool,
    /// The resident took it back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) withdrawn: bool,
    /// Words of an answer are missing: a part of an SMS never came.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) partial_text: bool,
    /// Another language was offered once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) switch_offered: bool,
    /// Step → the provider id of the message that spoke to it last, where messages can be edited.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) said: BTreeMap<String, String>,
    /// The last album that files came from, and the step they answered: the rest of it belongs there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) album: Option<(String, String)>,
    /// The least proof there was of the sender, over all that was answered.
    #[serde(default, skip_serializing_if = "is_proven")]
    pub(crate) sender: Proof,
    /// Where the last message came from, if that is not the resident's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) who: Option<Address>,
    /// The invitation by which they take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) invitation: Option<String>,
    /// Another session of the same person counts in its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) duplicate: bool,
    /// Another session of the same resident stands in its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) aside: bool,
}

fn is_proven(sender: &Proof) -> bool {
    *sender == Proof::Proven
}

/// A session that a store holds in a form this program cannot read.
#[derive(Debug, thiserror::Error)]
#[error(
    "session {submission} cannot be read: {why} — was it written by a newer version? Upgrade the gateway"
)]
pub(crate) struct Unreadable {
    submission: String,
    why: String,
}

impl Record {
    /// A session that begins now.
    pub(crate) fn new(
        session: Session,
        entry: Entry,
        lang_by: LanguageBy,
        draft: &Draft<'_>,
    ) -> Self {
        Self {
            session,
            entry: if draft.invitation.is_some() { Entry::Invitation } else { entry },
            kind: draft.way.kind.clone(),
            channel: draft.way.channel.clone(),
            provider: draft.inbound.and_then(|inbound| inbound.provider.clone()),
            lang_by,
            revision: 0,
            last_event: None,
            number: draft.way.number.clone(),
            asked_at: None,
            reminded: false,
            emergency: false,
            shared: false,
            soft_limited: false,
            withdrawn: false,
            partial_text: false,
            switch_offered: false,
            said: BTreeMap::new(),
            album: None,
            sender: Proof::Proven,
            who: draft.elsewhere(),
            invitation: draft.invitation.clone(),
            duplicate: false,
            aside: false,
        }
    }

    pub(crate) fn read(stored: &StoredSession) -> Result<Self, Unreadable> {
        let unreadable = |why: String| Unreadable { submission: stored.submission.clone(), why };
        let record: Self =
            serde_json::from_str(&stored.state).map_err(|error| unreadable(error.to_string()))?;
        if record.session.v > VERSION {
            return Err(unreadable(format!("it has version {}", record.session.v)));
        }
        Ok(record)
    }

    pub(crate) fn store(
        &self,
        campaign: &str,
        now: Timestamp,
    ) -> Result<StoredSession, serde_json::Error> {
        Ok(StoredSession {
            submission: self.session.identity.submission.clone(),
            campaign: campaign.to_owned(),
            receipt: self.session.identity.receipt.clone(),
            open: self.waits(),
            state: serde_json::to_string(self)?,
            updated_at: now,
            aside: self.aside,
        })
    }

    pub(crate) fn is_open(&self) -> bool {
        self.session.ended.is_none()
    }

    /// True if the resident's next words may belong here: an open session, or a question of ours about an
    /// ended one.
    pub(crate) fn waits(&self) -> bool {
        self.is_open() || self.session.menu.is_some()
    }

    /// "Take back or erase?" was asked: to be answered also when the campaign is closed.
    pub(crate) fn takes_back(&self) -> bool {
        self.session.menu == Some(Menu::Erase)
    }

    /// Who said STOP and now sends the keyword goes on as after a time-out: begun anew, what they had answered
    /// would count twice.
    pub(crate) fn reopen_stopped(&mut self) {
        if let Some((by @ EndedBy::Stop, _)) = &mut self.session.ended {
            *by = EndedBy::Timeout;
        }
    }

    pub(crate) fn ended_by(&self) -> Option<EndedBy> {
        self.session.ended.map(|(by, _)| by)
    }

    /// Remembers where the last message came from.
    pub(crate) fn heard_from(&mut self, inbound: &Inbound) {
        inbound.kind.clone_into(&mut self.kind);
        inbound.channel.clone_into(&mut self.channel);
        self.provider.clone_from(&inbound.provider);
        self.number.clone_from(&inbound.to);
    }

    /// Remembers which message spoke to which question, so that an edit of it finds its answer.
    pub(crate) fn note_words(&mut self, inbound: &Inbound, asked: Option<&str>, now: Timestamp) {
        if !Kind::of(inbound.kind).lasting || !matches!(inbound.content, Content::Text(_)) {
            return;
        }
        let answered = self.session.answers.iter().filter(|answer| answer.at == Some(now));
        let steps: Vec<String> =
            answered.map(|answer| answer.step.as_str()).chain(asked).map(str::to_owned).collect();
        for step in steps {
            self.said.insert(step, inbound.provider_id.clone());
        }
    }

    /// How sure we are who this is: a web form session is nobody in particular, and a mail may come from anybody. Who
    /// has shown that several addresses are theirs is surer than by one.
    pub(crate) fn assurance(&self, linked: bool) -> Assurance {
        if linked && self.sender == Proof::Proven {
            Assurance::Linked
        } else if self.invitation.is_some() {
            Assurance::Invited
        } else if Kind::of(&self.kind).addresses == Addresses::Sessions
            || self.sender != Proof::Proven
        {
            Assurance::Anonymous
        } else {
            Assurance::Reachable
        }
    }
}
