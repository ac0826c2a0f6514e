//! What is still to be sent, on its way out.
//!
//! A [`Sender`] runs one [`line`] for each channel. A line waits for work, claims from the store only what
//! the channel's `pace` and its room for attempts under way allow, makes each `attempt`, and settles it.
//! Whatever ends the program between a claim and its settling leaves a lease behind; when it runs out the
//! store makes it `unknown`, or ready again where the provider drops repeats. Nothing is sent twice blindly.

mod attempt;
mod backoff;
mod clock;
mod line;
mod pace;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use majlis_channels::Channel;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub use backoff::Backoff;

use self::clock::{Clock, MachineClock};
use self::line::Line;
use crate::store::Outbox;
use crate::telemetry::Metrics;

/// How the sender behaves; the config's `[outbox]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutboxSettings {
    /// An attempt must be over, and settled, within this time.
    pub lease: Duration,
    /// After so many attempts a message is a dead letter.
    pub max_attempts: u32,
    /// The unit of the back-off.
    pub base: Duration,
    /// The longest wait between two attempts.
    pub cap: Duration,
}

impl Default for OutboxSettings {
    fn default() -> Self {
        Self {
            lease: Duration::from_secs(60),
            max_attempts: 20,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(3600),
        }
    }
}

/// Sends what the outbox holds.
pub struct Sender {
    desk: Arc<Desk>,
    channels: Vec<Arc<dyn Channel>>,
}

/// What all lines share.
struct Desk {
    store: Arc<dyn Outbox>,
    settings: OutboxSettings,
    metrics: Metrics,
    clock: Arc<dyn Clock>,
    /// Evenly spread numbers, for the jitter.
    random: fn() -> u64,
}

impl Sender {
    /// A sender for these channels.
    #[must_use]
    pub fn new(
        store: Arc<dyn Outbox>,
        channels: Vec<Arc<dyn Channel>>,
        settings: OutboxSettings,
        metrics: Metrics,
    ) -> Self {
        let clock = Arc::new(MachineClock::start());
        let desk = Desk { store, settings, metrics, clock, random };
        Self { desk: Arc::new(desk), channels }
    }

    /// Sends until `stop` is cancelled; then claims nothing more, finishes what is under way, and returns.
    pub async fn run(self, stop: CancellationToken) {
        let mut lines = JoinSet::new();
        for channel in self.channels {
            let line = Line::new(Arc::clone(&self.desk), channel);
            lines.spawn(line.run(stop.clone()));
        }
        while let Some(ended) = lines.join_next().await {
            if let Err(fault) = ended {
                tracing::error!(panicked = fault.is_panic(), "a line of the outbox broke off");
            }
        }
    }
}

/// The system's randomness; without it, the middle, as a wait of some length is better than none.
fn random() -> u64 {
    getrandom::u64().unwrap_or(u64::MAX / 2)
}
