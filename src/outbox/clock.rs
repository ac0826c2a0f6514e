//! Where the sender takes its time from, so that tests can hold the hands of the clock.

use std::time::{Duration, Instant};

use async_trait::async_trait;
use jiff::Timestamp;

/// Two clocks: the wall's, which stores and people use, and one that never goes back, for pacing and leases.
#[async_trait]
pub(super) trait Clock: Send + Sync {
    /// The time of day.
    fn now(&self) -> Timestamp;

    /// Time since some moment in the past; never goes back, whatever is done to the time of day.
    fn elapsed(&self) -> Duration;

    /// Returns when `elapsed` has grown by so much.
    async fn sleep(&self, time: Duration);
}

/// The machine's own.
pub(super) struct MachineClock(Instant);

impl MachineClock {
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }
}

#[async_trait]
impl Clock for MachineClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

/// `time` after `now`; the far end of time if that cannot be written.
pub(super) fn after(now: Timestamp, time: Duration) -> Timestamp {
    now.checked_add(time).unwrap_or(Timestamp::MAX)
}

/// From `now` until `then`; nothing if it has passed.
pub(super) fn until(now: Timestamp, then: Timestamp) -> Duration {
    then.duration_since(now).try_into().unwrap_or(Duration::ZERO)
}
