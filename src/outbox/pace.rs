//! How fast a channel may send, in its own units: SMS parts a second, messages a second.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use majlis_channels::Limits;

use super::clock::Clock;

/// Governor reads our clock.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl GovernorClock for Ticks {
    type Instant = Duration;
    fn now(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The pace of one channel.
///
/// What a message costs is known only after it was claimed, and nothing should be claimed that cannot be sent
/// soon. So one unit for each message is set aside first ([`Pace::reserve`]), and the rest of its cost is
/// paid when it is known ([`Pace::pay`]).
pub(super) struct Pace {
    limiter: RateLimiter<NotKeyed, InMemoryState, Ticks, NoOpMiddleware<Duration>>,
    clock: Arc<dyn Clock>,
    per_second: f64,
    burst: NonZeroU32,
    /// Units set aside and not used yet. They melt at the speed at which the limiter fills up, so that
    /// never more than a burst can be at hand.
    aside: f64,
    melted_at: Duration,
    /// Units of a message that cost more than a burst, still to be paid.
    debt: u32,
}

impl Pace {
    pub(super) fn new(limits: &Limits, clock: Arc<dyn Clock>) -> Self {
        let per_second = NonZeroU32::new(limits.per_second).unwrap_or(NonZeroU32::MIN);
        let burst = NonZeroU32::new(limits.burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::per_second(per_second).allow_burst(burst);
        Self {
            limiter: RateLimiter::direct_with_clock(quota, Ticks(Arc::clone(&clock))),
            per_second: f64::from(per_second.get()),
            burst,
            aside: 0.0,
            melted_at: clock.elapsed(),
            debt: 0,
            clock,
        }
    }

    /// Sets units aside for up to `max` messages (at least one), and says for how many.
    ///
    /// # Errors
    /// How long to wait until there may be one.
    pub(super) fn reserve(&mut self, max: u32) -> Result<u32, Duration> {
        while let Some(slice) = NonZeroU32::new(self.debt.min(self.burst.get())) {
            self.take(slice)?;
            self.debt -= slice.get();
        }
        self.melt();
        let mut count = self.whole_aside();
        while count < max.max(1) {
            match self.take(NonZeroU32::MIN) {
                Ok(()) => self.aside += 1.0,
                Err(wait) if count == 0 => return Err(wait),
                Err(_) => break,
            }
            count += 1;
        }
        Ok(count.min(max.max(1)))
    }

    /// Pays for a message: what is set aside first, then what the limiter gives over time. A message that
    /// costs more than a burst waits for a full burst, goes, and the next one waits for the rest.
    pub(super) async fn pay(&mut self, cost: u32) {
        let cost = cost.max(1);
        let from_aside = cost.min(self.whole_aside());
        self.aside -= f64::from(from_aside);
        let left = cost - from_aside;
        let now = left.min(self.burst.get().saturating_sub(from_aside));
        self.debt = self.debt.saturating_add(left - now);
        if let Some(now) = NonZeroU32::new(now) {
            while let Err(wait) = self.take(now) {
                self.clock.sleep(wait).await;
            }
        }
    }

    /// Takes units from the limiter, all or none.
    fn take(&self, units: NonZeroU32) -> Result<(), Duration> {
        match self.limiter.check_n(units) {
            Ok(Ok(())) => Ok(()),
            // A wait is never nothing: a sleep of no time would make a loop that never rests.
            Ok(Err(not_until)) => {
                Err(not_until.wait_time_from(self.clock.elapsed()).max(Duration::from_micros(100)))
            }
            // More than a burst at once is never asked for; and if it were, it must not hang.
            Err(_) => Ok(()),
        }
    }

    fn melt(&mut self) {
        let now = self.clock.elapsed();
        let passed = now.saturating_sub(self.melted_at).as_secs_f64();
        self.aside = (self.aside - passed * self.per_second).max(0.0);
        self.melted_at = now;
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "never below 0, and never above a burst, which is a u32"
    )]
    fn whole_aside(&self) -> u32 {
        self.aside.floor() as u32
    }
}
