//! What is kept, and the promises of keeping it.
//!
//! A store is several small traits, one for each kind of caller. [`contract`] is the test suite that every
//! store must pass; `sqlite/` is the embedded one. Here is the heart, [`Store`]; then one file a trait: [`Outbox`],
//! [`Queue`], [`Sessions`], [`Keys`], [`FileIndex`].

#[doc(hidden)]
pub mod contract;
mod files;
mod keys;
mod outbox;
mod queue;
mod sessions;
pub mod sqlite;

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::Address;

pub use files::*;
pub use keys::*;
pub use outbox::*;
pub use queue::*;
pub use sessions::*;

/// What goes wrong in a store that nobody planned.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store cannot take writes now (disk full, IO error, shutting down).
    #[error("the store cannot write: {0} — check free disk space and the log, then try again")]
    Unavailable(String),
    /// Everything else.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// Short for results of stores.
pub type Result<T> = std::result::Result<T, StoreError>;

/// 32 bytes of SHA-256.
pub type Hash = [u8; 32];

/// The heart: load who wrote, commit what one message, or one turn of the gateway's own, causes.
#[async_trait]
pub trait Store: Send + Sync {
    /// What is known of an address; a new one has version 0.
    async fn load(&self, who: &Address) -> Result<Loaded>;

    /// All or nothing. `Ok(Done)` means fsynced.
    async fn commit(&self, unit: Unit) -> Result<Committed>;

    /// An address of the resident to whom this code was shown, if it is still good.
    async fn by_code(&self, digits: &str, now: Timestamp) -> Result<Option<Address>>;

    /// The session with this receipt.
    async fn by_receipt(&self, receipt: &str) -> Result<Option<Receipt>>;

    /// Messages kept for a person to read (danger, not understood, id conflicts): danger first, then newest first.
    async fn kept(&self, limit: usize) -> Result<Vec<Kept>>;

    /// True if a write would be durable now (for `/readyz`).
    async fn ready(&self) -> Result<()>;

    /// How well commits are grouped.
    fn written(&self) -> Written;
}

/// How many commits carried how many jobs; for metrics, and for the test that grouping works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Transactions committed.
    pub groups: u64,
    /// Jobs in them.
    pub jobs: u64,
}

/// What is known of a resident.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// Rises by one with every commit for this resident; 0 means never seen.
    pub version: u64,
    /// The rest.
    pub resident: Resident,
    /// The newest session of each campaign, open or ended, newest first; none that stands aside.
    pub sessions: Vec<StoredSession>,
    /// Every address of the resident; their own, from which their keys are made, first. Empty if never seen.
    pub addresses: Vec<Address>,
}

/// What is remembered of a resident beside sessions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resident {
    /// The language used or chosen last.
    pub lang: Option<String>,
    /// Wants no more messages since then.
    pub opted_out: Option<Timestamp>,
    /// What else the gateway remembers of them: JSON of the intake; the store does not look inside.
    pub memory: Option<String>,
    /// Something in the memory waits for this time: until it is taken out, [`Sessions::due`] finds the resident
    /// from then on.
    pub due: Option<Timestamp>,
    /// Entities of which they want nothing more; [`Resident::opted_out`] is for all. After STOP to all, those that
    /// the resident called back stand here behind a `+`, beside a `*` for every other one, known or yet to come: ask
    /// [`Resident::is_silent_for`].
    pub stopped: Vec<String>,
    /// A code that was shown to them, to be sent from another address of theirs. No two residents have the same.
    pub code: Option<LinkCode>,
}

impl Resident {
    /// Wants no messages of this entity.
    #[must_use]
    pub fn is_silent_for(&self, entity: &str) -> bool {
        let named = |name: &str| self.stopped.iter().any(|one| one == name);
        let back = || self.stopped.iter().any(|one| one.strip_prefix('+') == Some(entity));
        self.opted_out.is_some() || named(entity) || (named("*") && !back())
    }

    /// After STOP to all, none that was called back is left.
    #[must_use]
    pub fn is_silent_for_all(&self) -> bool {
        let all = self.stopped.iter().any(|one| one == "*");
        self.opted_out.is_some() || (all && !self.stopped.iter().any(|one| one.starts_with('+')))
    }

    /// This entity may write no more.
    pub fn silence(&mut self, entity: &str) {
        self.stopped.retain(|one| one.strip_prefix('+') != Some(entity));
        if !self.is_silent_for(entity) {
            self.stopped.push(entity.to_owned());
        }
    }

    /// This entity may write again; STOP to all goes on to hold for every other one.
    pub fn welcome(&mut self, entity: &str) {
        if self.opted_out.take().is_some() {
            self.stopped = vec!["*".to_owned()];
        }
        self.stopped.retain(|one| one != entity);
        if self.is_silent_for(entity) {
            self.stopped.push(format!("+{entity}"));
        }
    }
}

/// A code that joins an address to the resident it was shown to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkCode {
    /// `482193`
    pub digits: String,
    /// It is nobody's from then on.
    pub until: Timestamp,
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// ULID; primary key.
    pub submission: String,
    /// Campaign id.
    pub campaign: String,
    /// Unique over all sessions.
    pub receipt: String,
    /// Waits for an answer.
    pub open: bool,
    /// JSON of the intake's session record; the store does not look inside.
    pub state: String,
    /// Of the resident's last message to it.
    pub updated_at: Timestamp,
    /// Another session of this resident stands in its place: [`Store::load`] leaves it out.
    pub aside: bool,
}

/// Everything one message causes, or one turn of the gateway's own.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The message itself, or the turn's resident and time.
    pub message: Arrived,
    /// The version that was loaded; if it is no longer that, the commit is a [`Committed::Conflict`].
    pub expected: u64,
    /// The resident after it.
    pub resident: Resident,
    /// Sessions begun or changed.
    pub sessions: Vec<StoredSession>,
    /// Submission events, in order.
    pub events: Vec<NewEvent>,
    /// Replies, in order.
    pub replies: Vec<NewDelivery>,
    /// Files of these sessions' answers; their bytes are on disk.
    pub files: Vec<NewFile>,
    /// Files that answers let go of before anybody was told of them: submission, SHA-256.
    pub released: Vec<(String, Hash)>,
    /// First takes every word of this resident out of the store, as if these were the first things kept of them:
    /// sessions and kept messages are deleted, deliveries are emptied and those that wait withdrawn, and each earlier
    /// event becomes what this makes of its body.
    pub erase: Option<Redact>,
    /// Campaigns of which nothing more shall be sent to this resident: what waits is withdrawn. With
    /// [`Resident::opted_out`] it is all of them, named or not.
    pub withdraw: Vec<String>,
    /// What it causes for somebody else, or with whom they are joined.
    pub other: Option<Other>,
    /// The invitation for which an answer of this unit counts from now on.
    pub claim: Option<InvitationUse>,
}

/// An answer comes to count for an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationUse {
    /// The invitation.
    pub token: String,
    /// The answer.
    pub submission: String,
    /// The one that counted until now; if it is another by now, the commit is a [`Committed::Conflict`].
    pub before: Option<String>,
}

/// A second resident in a unit.
#[derive(Debug, Clone)]
pub struct Other {
    /// An address of theirs.
    pub who: Address,
    /// Their version that was loaded.
    pub expected: u64,
    /// Sessions of theirs that were changed.
    pub sessions: Vec<StoredSession>,
    /// Events of theirs, in order; they come before those of the unit.
    pub events: Vec<NewEvent>,
    /// The unit's resident is the same person, and from now on one with them: every address and everything else of the
    /// unit's resident becomes the other's, in whose name the rest of the unit is then written. An address that was
    /// never seen may be joined too.
    pub joined: bool,
}

/// Makes an event's body one without the resident's words.
pub type Redact = fn(&str) -> String;

/// A message's entry in the permanent list of what arrived.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// By what it is known again; `None` if nobody wrote (a reminder, a time-out, an operator's erasure): such a
    /// turn leaves no entry, and only the expected version keeps it from being done twice.
    pub print: Option<Print>,
    /// Channel id.
    pub channel: String,
    /// Who sent it.
    pub from: Address,
    /// When it reached us.
    pub at: Timestamp,
    /// The caller knows that the key was used with other content, and wants it kept beside it.
    pub id_conflict: bool,
    /// Why a person should read it, with its words; `None` for what was understood.
    pub keep: Option<(KeptBecause, String)>,
}

/// What makes two messages the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// SHA-256 of channel, sender and provider's id. Stores rely on the sender being in it.
    pub key: Hash,
    /// SHA-256 of the content.
    pub hash: Hash,
}

/// Why a message waits for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptBecause {
    /// No campaign, no word that we know.
    NotUnderstood,
    /// The same provider's id came with other content before.
    IdConflict,
    /// Wanted a person.
    WantsPerson,
    /// Words of danger.
    Danger,
}

/// What became of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Committed {
    /// On disk.
    Done,
    /// Key and content were here before: nothing was written.
    Duplicate,
    /// The key was here with other content: nothing was written; commit again with `id_conflict`.
    IdConflict,
    /// Somebody else moved this resident (or a receipt was taken): nothing was written; load and step again.
    Conflict,
}

/// A submission event to append. Its `sequence` is given at commit.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// ULID.
    pub id: String,
    /// Entity id.
    pub entity: String,
    /// Campaign id.
    pub campaign: String,
    /// The CloudEvent as a JSON object without `sequence`.
    pub body: String,
}

/// A message to be sent.
#[derive(Debug, Clone)]
pub struct NewDelivery {
    /// ULID.
    pub id: String,
    /// Channel id.
    pub channel: String,
    /// Who is served first.
    pub lane: Lane,
    /// To whom.
    pub to: Address,
    /// From which number.
    pub from: Option<String>,
    /// JSON of [`majlis_channels::Message`].
    pub message: String,
    /// Campaign id, if it belongs to one.
    pub campaign: Option<String>,
    /// Not before.
    pub due: Timestamp,
}

/// Lanes of the outbox; the lower is served first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Answers to what a resident just wrote.
    Reply = 0,
    /// Everything else.
    Campaign = 1,
}

/// What a receipt stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// As printed.
    pub receipt: String,
    /// Campaign id.
    pub campaign: String,
    /// When its last message arrived.
    pub at: Timestamp,
    /// Still waits for answers.
    pub open: bool,
}

/// A message that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// When it came.
    pub at: Timestamp,
    /// Channel id.
    pub channel: String,
    /// Why.
    pub because: KeptBecause,
    /// The resident's words.
    pub text: String,
    /// Campaign and receipt of the resident's newest conversation, if there is one: where a person answers.
    pub session: Option<(String, String)>,
}
