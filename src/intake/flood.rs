//! Who sends more than a person does: their messages are taken all the same, marked, and told of once.
//!
//! By resident alone, never by network address: hundreds may sit behind one. Nobody is remembered here by address,
//! only by a keyed hash, in memory: after a restart everybody begins anew.

use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use majlis_channels::Address;

use crate::config::LimitsConfig;

/// Who was told is not told again for so long.
const TOLD_FOR: Duration = Duration::from_secs(600);

type Limiter<C> =
    RateLimiter<u64, HashMapStateStore<u64>, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// What a message's number among its sender's says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Pace {
    /// As people write.
    #[default]
    Usual,
    /// Over the limit, for the first time in a while: tell them.
    TooFast,
    /// Over the limit, and told already.
    StillTooFast,
}

/// Counts each resident's messages.
pub(crate) struct Floods<C: Clock = DefaultClock> {
    messages: Limiter<C>,
    told: Limiter<C>,
    hash: RandomState,
}

impl Floods {
    pub(crate) fn new(limits: LimitsConfig) -> Self {
        Self::with_clock(limits, DefaultClock::default())
    }
}

impl<C: Clock + Clone> Floods<C> {
    fn with_clock(limits: LimitsConfig, clock: C) -> Self {
        let usual = Quota::per_minute(limits.per_minute).allow_burst(limits.at_once);
        let told = Quota::with_period(TOLD_FOR).unwrap_or(Quota::per_hour(NonZeroU32::MIN));
        Self {
            messages: RateLimiter::new(usual, HashMapStateStore::default(), clock.clone()),
            told: RateLimiter::new(told, HashMapStateStore::default(), clock),
            hash: RandomState::new(),
        }
    }

    /// Counts a message.
    pub(crate) fn count(&self, who: &Address) -> Pace {
        let who = self.hash.hash_one(who);
        if self.messages.check_key(&who).is_ok() {
            Pace::Usual
        } else if self.told.check_key(&who).is_ok() {
            Pace::TooFast
        } else {
            Pace::StillTooFast
        }
    }

    /// Forgets those who have been quiet.
    pub(crate) fn tidy(&self) {
        for limiter in [&self.messages, &self.told] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn floods() -> (Floods<FakeRelativeClock>, FakeRelativeClock) {
        let number = |n| NonZeroU32::new(n).unwrap();
        let clock = FakeRelativeClock::default();
        let limits = LimitsConfig { per_minute: number(6), at_once: number(3) };
        (Floods::with_clock(limits, clock.clone()), clock)
    }

    #[test]
    fn who_sends_too_much_is_told_once_and_others_do_not_notice() {
        let (floods, _) = floods();
        let [one, other] = ["+971500000001", "+971500000002"].map(|n| Address::phone(n).unwrap());
        let paces = [(); 6].map(|()| floods.count(&one));
        let usual = [Pace::Usual; 3];
        assert_eq!(paces[..3], usual);
        assert_eq!(paces[3..], [Pace::TooFast, Pace::StillTooFast, Pace::StillTooFast]);
        assert_eq!(floods.count(&other), Pace::Usual);
    }

    #[test]
    fn who_slows_down_is_as_everybody_and_later_told_anew() {
        let (floods, clock) = floods();
        let who = Address::phone("+971500000001").unwrap();
        let send = || [(); 5].map(|()| floods.count(&who)).last().copied();
        assert_eq!(send(), Some(Pace::StillTooFast));
        clock.advance(Duration::from_secs(10));
        assert_eq!(floods.count(&who), Pace::Usual, "six a minute are one in ten seconds");
        clock.advance(TOLD_FOR * 2);
        floods.tidy();
        assert_eq!(floods.messages.len() + floods.told.len(), 0);
        let paces = [(); 4].map(|()| floods.count(&who));
        assert_eq!(paces[3], Pace::TooFast);
    }
}
