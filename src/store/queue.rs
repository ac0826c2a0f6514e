//! The submission queue's seam: a log, and leases for named consumers.

use async_trait::async_trait;
use jiff::Timestamp;

use super::Result;

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
