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
    /// What the limiter would give now, as far as is known here.
    left: f64,
    /// Units set aside and not used yet. Together with what the limiter gives they are never more than a burst:
    /// what would be more melts. (Less than that may wait as long as it likes: a claim takes its time.)
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
            left: f64::from(burst.get()),
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
        self.pay_debt()?;
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
        while let Err(wait) = self.pay_debt() {
            self.clock.sleep(wait).await;
        }
        self.melt();
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

    /// Pays as much of the debt as the limiter gives now; the time until it gives more, if any is left.
    fn pay_debt(&mut self) -> Result<(), Duration> {
        while let Some(slice) = NonZeroU32::new(self.debt.min(self.burst.get())) {
            self.take(slice)?;
            self.debt -= slice.get();
        }
        Ok(())
    }

    /// Takes units from the limiter, all or none.
    fn take(&mut self, units: NonZeroU32) -> Result<(), Duration> {
        match self.limiter.check_n(units) {
            Ok(Ok(())) => {
                self.melt();
                self.left = (self.left - f64::from(units.get())).max(0.0);
                Ok(())
            }
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
        let burst = f64::from(self.burst.get());
        self.left = (self.left + passed * self.per_second).min(burst);
        self.aside = self.aside.min(burst - self.left);
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

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use async_trait::async_trait;
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;

    /// Time passes only while somebody sleeps.
    #[derive(Default)]
    struct SleepClock(Mutex<Duration>);

    #[async_trait]
    impl Clock for SleepClock {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH + self.elapsed()
        }
        fn elapsed(&self) -> Duration {
            *self.0.lock().unwrap()
        }
        async fn sleep(&self, time: Duration) {
            *self.0.lock().unwrap() += time;
        }
    }

    const fn limits(per_second: u32, burst: u32) -> Limits {
        Limits { per_second, burst, max_chars: None, at_once: 8, repeat_safe: false }
    }

    /// Sends messages of these costs as a line does, each after a pause of so many milliseconds, up to
    /// `at_once` under one reservation; says when each went, in seconds.
    async fn send_all(limits: &Limits, messages: &[(u32, u64)], at_once: u32) -> Vec<f64> {
        send_all_slowly(limits, messages, at_once, Duration::ZERO).await
    }

    /// The same, where taking them from the store needs some time.
    async fn send_all_slowly(
        limits: &Limits,
        messages: &[(u32, u64)],
        at_once: u32,
        claim: Duration,
    ) -> Vec<f64> {
        let clock: Arc<dyn Clock> = Arc::new(SleepClock::default());
        let mut pace = Pace::new(limits, Arc::clone(&clock));
        let mut went = Vec::new();
        while let Some(&(_, pause)) = messages.get(went.len()) {
            clock.sleep(Duration::from_millis(pause)).await;
            let count = match pace.reserve(at_once) {
                Ok(count) => count as usize,
                Err(wait) => {
                    clock.sleep(wait).await;
                    continue;
                }
            };
            clock.sleep(claim).await;
            for (cost, _) in messages.iter().skip(went.len()).take(count).collect::<Vec<_>>() {
                pace.pay(*cost).await;
                went.push(clock.elapsed().as_secs_f64());
            }
        }
        went
    }

    #[tokio::test]
    async fn parts_are_counted_and_not_messages() {
        let went = send_all(&limits(2, 4), &[(3, 0), (3, 0), (3, 0)], 1).await;
        // 4 at hand: 3 go at once; 2 more after 1 s; then every 1.5 s.
        let rounded: Vec<f64> = went.iter().map(|at| (at * 10.0).round() / 10.0).collect();
        assert_eq!(rounded, [0.0, 1.0, 2.5]);
    }

    #[tokio::test]
    async fn a_message_longer_than_a_burst_goes_and_the_next_waits_for_all_of_it() {
        let went = send_all(&limits(1, 2), &[(10, 0), (1, 0)], 8).await;
        assert!(went[0] < 0.1, "{went:?}");
        assert!((9.0..9.1).contains(&went[1]), "{went:?}");
    }

    #[tokio::test]
    async fn units_set_aside_and_not_used_do_not_add_up() {
        let clock: Arc<dyn Clock> = Arc::new(SleepClock::default());
        let mut pace = Pace::new(&limits(1, 3), Arc::clone(&clock));
        assert_eq!(pace.reserve(3), Ok(3));
        clock.sleep(Duration::from_secs(60)).await;
        assert_eq!(pace.reserve(100), Ok(3));
    }

    #[tokio::test]
    async fn a_store_that_takes_its_time_does_not_make_messages_pay_twice() {
        let messages = [(1, 0); 44];
        let claim = Duration::from_millis(20);
        let went = send_all_slowly(&limits(10, 4), &messages, 1, claim).await;
        assert!(went[43] < 4.2, "4 at once, 40 at 10 a second: {went:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_stretch_of_time_carries_more_than_burst_and_pace(
            per_second in 1_u32..20,
            burst in 1_u32..20,
            at_once in 1_u32..9,
            claim in 0_u64..300,
            messages in prop::collection::vec((0_u32..30, 0_u64..3000), 1..30),
        ) {
            let limits = limits(per_second, burst);
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let claim = Duration::from_millis(claim);
            let went = runtime.block_on(send_all_slowly(&limits, &messages, at_once, claim));
            for from in 0..went.len() {
                for to in from..went.len() {
                    // The last one may be longer than a burst; it counts as one, as it must go.
                    let before: u32 = messages[from..to].iter().map(|(cost, _)| (*cost).max(1)).sum();
                    let sent = before + messages[to].0.clamp(1, burst);
                    let allowed = f64::from(burst) + (went[to] - went[from]) * f64::from(per_second);
                    prop_assert!(f64::from(sent) <= allowed + 0.001, "{sent} of {allowed}: {went:?}");
                }
            }
        }
    }
}
