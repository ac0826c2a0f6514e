//! A session as the gateway keeps it: the engine's session, and what its events need beside it.

use jiff::Timestamp;
use majlis_channels::{Entry, Inbound};
use majlis_flows::session::VERSION;
use majlis_flows::{EndedBy, Session};
use serde::{Deserialize, Serialize};

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
            open: self.is_open(),
            state: serde_json::to_string(self)?,
            updated_at: now,
        })
    }

    pub(crate) fn is_open(&self) -> bool {
        self.session.ended.is_none()
    }

    pub(crate) fn ended_by(&self) -> Option<EndedBy> {
        self.session.ended.map(|(by, _)| by)
    }

    /// Remembers where the last message came from.
    pub(crate) fn heard_from(&mut self, inbound: &Inbound) {
        inbound.kind.clone_into(&mut self.kind);
        inbound.channel.clone_into(&mut self.channel);
        self.provider.clone_from(&inbound.provider);
    }

    /// How sure we are who this is: a web form session is nobody in particular.
    pub(crate) fn assurance(&self) -> Assurance {
        if self.kind == "web" { Assurance::Anonymous } else { Assurance::Reachable }
    }
}
