//! The outbox's seam: deliveries, claimed under a lease and settled by their outcome.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::{Address, Report, ReportState};

use super::Result;

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

    /// The campaign a delivery belongs to; `None` if it belongs to none, or there is no such delivery.
    async fn campaign_of(&self, delivery: &str) -> Result<Option<String>>;

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
    /// Taken back before it was sent: the resident opted out, or was erased.
    Withdrawn,
}

impl From<ReportState> for DeliveryState {
    fn from(state: ReportState) -> Self {
        match state {
            ReportState::Sent => Self::Sent,
            ReportState::Delivered => Self::Delivered,
            ReportState::Failed | ReportState::OptedOut => Self::Failed,
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
