//! What is kept, and the promises of keeping it.
//!
//! A store is several small traits, one for each kind of caller. [`contract`] is the test suite that every
//! store must pass; `sqlite/` is the embedded one.

#[doc(hidden)]
pub mod contract;
pub mod sqlite;

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::{Address, Report, ReportState};

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

/// The heart: load who wrote, commit what one message causes.
#[async_trait]
pub trait Store: Send + Sync {
    /// What is known of an address; a new one has version 0.
    async fn load(&self, who: &Address) -> Result<Loaded>;

    /// All or nothing. `Ok(Done)` means fsynced.
    async fn commit(&self, unit: Unit) -> Result<Committed>;

    /// The session with this receipt.
    async fn by_receipt(&self, receipt: &str) -> Result<Option<Receipt>>;

    /// Messages kept for a person to read (not understood, id conflicts), newest first.
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
    /// The newest session of each campaign, open or ended, newest first.
    pub sessions: Vec<StoredSession>,
}

/// What is remembered of a resident beside sessions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resident {
    /// The language used or chosen last.
    pub lang: Option<String>,
    /// Wants no more messages since then.
    pub opted_out: Option<Timestamp>,
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
    /// Of the last message.
    pub updated_at: Timestamp,
}

/// Everything one message causes.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The message itself.
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
}

/// A message's entry in the permanent list of what arrived.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// SHA-256 of channel, sender and provider's id. Stores rely on the sender being in it.
    pub key: Hash,
    /// SHA-256 of the content.
    pub hash: Hash,
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
}

/// The outbox, for its sender.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Takes up to `max` due deliveries of a channel under a lease, replies first, at most one per resident
    /// and lane, the oldest of each. Leases that ran out are settled first: `unknown`, or ready again if the
    /// channel may repeat.
    async fn claim(&self, claim: Claim) -> Result<Vec<Claimed>>;

    /// Records the outcome of an attempt. Ignored if the lease was lost.
    async fn settle(&self, delivery: &str, outcome: Settled) -> Result<()>;

    /// A provider's report, monotone: a final state stays. False if there is no such delivery.
    async fn report(&self, report: &Report, now: Timestamp) -> Result<bool>;

    /// When the next delivery of a channel is due; `None` if nothing waits.
    async fn next_due(&self, channel: &str) -> Result<Option<Timestamp>>;

    /// Deliveries by state (`None`: all), newest first.
    async fn list(&self, state: Option<DeliveryState>, limit: usize) -> Result<Vec<Delivery>>;

    /// Puts dead or unknown deliveries back; returns how many.
    async fn send_again(&self, ids: &[String], now: Timestamp) -> Result<usize>;

    /// Waiting and dead, and when the oldest waiting one was due; for metrics.
    async fn depth(&self) -> Result<Depth>;

    /// A number that changes when there may be more to send; for the sender's waiting.
    fn outbox_signal(&self) -> tokio::sync::watch::Receiver<u64>;
}

/// What a sender asks for.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Channel id.
    pub channel: String,
    /// At most so many.
    pub max: usize,
    /// The present.
    pub now: Timestamp,
    /// The lease ends.
    pub until: Timestamp,
    /// The provider drops repeats by our id, so a lost lease may be sent again.
    pub repeat_safe: bool,
}

/// A delivery under lease.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Delivery id.
    pub id: String,
    /// To whom.
    pub to: Address,
    /// From which number.
    pub from: Option<String>,
    /// JSON of the message.
    pub message: String,
    /// 1 for the first attempt.
    pub attempt: u32,
}

/// Outcome of an attempt, decided by the sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// The provider has it.
    Accepted {
        /// Its id there.
        provider_id: Option<String>,
    },
    /// Try again then.
    Retry {
        /// Not before.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// Given up; a dead letter.
    Dead {
        /// Why.
        reason: String,
        /// The provider says the resident opted out: recorded with it.
        opted_out: bool,
    },
    /// May have been sent; not repeated blindly.
    Unknown {
        /// Why.
        reason: String,
    },
}

/// States of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Waits.
    Ready,
    /// An attempt is under way.
    Leased,
    /// The provider has it.
    Sent,
    /// On the handset.
    Delivered,
    /// The provider says it will not arrive.
    Failed,
    /// The provider's answer was lost.
    Unknown,
    /// Given up.
    Dead,
}

impl From<ReportState> for DeliveryState {
    fn from(state: ReportState) -> Self {
        match state {
            ReportState::Sent => Self::Sent,
            ReportState::Delivered => Self::Delivered,
            ReportState::Failed => Self::Failed,
        }
    }
}

/// A delivery as staff see it: no address, no words.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Delivery {
    /// Delivery id.
    pub id: String,
    /// Channel id.
    pub channel: String,
    /// Campaign id.
    pub campaign: Option<String>,
    /// State.
    pub state: DeliveryState,
    /// Attempts so far.
    pub attempts: u32,
    /// The last reason.
    pub reason: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the state last changed.
    pub updated_at: Timestamp,
}

/// How full the outbox is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// Ready or leased.
    pub waiting: u64,
    /// Dead.
    pub dead: u64,
    /// Unknown.
    pub unknown: u64,
    /// Due time of the oldest that waits.
    pub oldest_due: Option<Timestamp>,
}

/// Which entities' data a key may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Every entity: the national platform.
    All,
    /// One entity.
    Entity(String),
}

/// The submission queue.
#[async_trait]
pub trait Queue: Send + Sync {
    /// Events after a sequence number, in order; each JSON body has its `sequence`.
    async fn read(&self, scope: &Scope, after: u64, limit: usize) -> Result<Vec<Event>>;

    /// The last sequence number given; 0 if none.
    async fn last(&self) -> Result<u64>;

    /// A number that changes when events were appended; for long polls.
    fn watch(&self) -> tokio::sync::watch::Receiver<u64>;

    /// Takes up to `lease.max` events under a lease: first those that came back, then new ones; never a later
    /// event of a submission's resident while an earlier one is out. Events taken `max_tries` times without
    /// ack go to the dead letters instead.
    async fn lease(&self, consumer: &Consumer, lease: Lease) -> Result<Vec<Leased>>;

    /// Done with these; returns how many of the tokens were still good.
    async fn ack(&self, consumer: &Consumer, tokens: &[String]) -> Result<usize>;

    /// Gives these back, to come again not before `at`; returns how many of the tokens were still good.
    async fn nack(
        &self,
        consumer: &Consumer,
        tokens: &[String],
        at: Timestamp,
        reason: &str,
    ) -> Result<usize>;

    /// Dead letters of a consumer, oldest first.
    async fn dead_letters(&self, consumer: &Consumer, limit: usize) -> Result<Vec<DeadLetter>>;

    /// Puts dead letters back; returns how many.
    async fn replay(&self, consumer: &Consumer, sequences: &[u64]) -> Result<usize>;

    /// All consumers with their place, for `queue stats`.
    async fn consumers(&self) -> Result<Vec<ConsumerPlace>>;
}

/// An event of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Gap-free from 1.
    pub sequence: u64,
    /// The CloudEvent, with its `sequence`.
    pub body: String,
}

/// A named consumer of one key's entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consumer {
    /// The entity whose key it used; names are its own.
    pub owner: String,
    /// `[a-z0-9-]{1,64}`
    pub name: String,
    /// What it may see.
    pub scope: Scope,
}

/// What a consumer asks for.
#[derive(Debug, Clone, Copy)]
pub struct Lease {
    /// At most so many.
    pub max: usize,
    /// The present.
    pub now: Timestamp,
    /// The lease ends.
    pub until: Timestamp,
    /// After so many tries an event is a dead letter.
    pub max_tries: u32,
}

/// An event under lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leased {
    /// The event.
    pub event: Event,
    /// Names this lease in ack and nack.
    pub token: String,
    /// 1 the first time.
    pub tries: u32,
}

/// An event nobody acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// The event.
    pub event: Event,
    /// Tries.
    pub tries: u32,
    /// The consumer's last words about it.
    pub reason: Option<String>,
}

/// Where a consumer stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ConsumerPlace {
    /// Whose.
    pub owner: String,
    /// Name.
    pub name: String,
    /// Everything up to here was leased at least once.
    pub position: u64,
    /// Out or come back.
    pub pending: u64,
    /// Dead letters.
    pub dead: u64,
}

/// API keys: only hashes are kept.
#[async_trait]
pub trait Keys: Send + Sync {
    /// Keeps a new key.
    async fn add_key(&self, key: NewKey) -> Result<()>;
    /// The key with this hash, unless revoked.
    async fn find_key(&self, hash: &Hash) -> Result<Option<Key>>;
    /// All keys, newest first.
    async fn list_keys(&self) -> Result<Vec<Key>>;
    /// Revokes by id; false if there is none.
    async fn revoke_key(&self, id: &str, now: Timestamp) -> Result<bool>;
}

/// A key to keep.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// Short public id.
    pub id: String,
    /// SHA-256 of the secret text.
    pub hash: Hash,
    /// Entity it belongs to.
    pub entity: String,
    /// `queue`, `campaigns`, `export`, `admin`.
    pub scopes: Vec<String>,
    /// For people.
    pub label: String,
    /// When.
    pub created_at: Timestamp,
}

/// A kept key.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Key {
    /// Short public id.
    pub id: String,
    /// Entity it belongs to.
    pub entity: String,
    /// Scopes.
    pub scopes: Vec<String>,
    /// For people.
    pub label: String,
    /// When.
    pub created_at: Timestamp,
    /// Revoked since.
    pub revoked_at: Option<Timestamp>,
}
