//! Long polls: waiting for events to be appended, but never past a deadline or a stop of the gateway.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::StaffState;

/// Longest wait of a long poll; proxies cut off after about a minute.
const LONGEST: Duration = Duration::from_secs(55);

/// One request that waits.
pub(super) struct Waiting {
    appended: watch::Receiver<u64>,
    deadline: Instant,
    stop: CancellationToken,
}

impl Waiting {
    /// Waits for `seconds`, or as long as is sensible.
    pub(super) fn begin(state: &StaffState, seconds: u64) -> Self {
        Self {
            appended: state.queue.watch(),
            deadline: Instant::now() + Duration::from_secs(seconds).min(LONGEST),
            stop: state.stop.clone(),
        }
    }

    /// To be called before each look at the queue: what is appended from now on ends the next wait.
    pub(super) fn look(&mut self) {
        self.appended.mark_unchanged();
    }

    /// Waits for a reason to look again: something was appended, or `at_most` is over. False if the request
    /// should be answered now: its time is up, or the gateway stops and must not be held up by who waits.
    pub(super) async fn again(&mut self, at_most: Option<Duration>) -> bool {
        let now = Instant::now();
        if now >= self.deadline {
            return false;
        }
        let until = at_most.map_or(self.deadline, |time| self.deadline.min(now + time));
        tokio::select! {
            () = self.stop.cancelled() => false,
            appended = self.appended.changed() => appended.is_ok(),
            () = tokio::time::sleep_until(until) => until < self.deadline,
        }
    }
}
