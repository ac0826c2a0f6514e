//! How long to wait after an attempt that failed.

use std::time::Duration;

/// Exponential back-off with full jitter: anywhere between nothing and `min(cap, base · 2^attempt)`.
///
/// Full jitter (and not a fixed wait with a little noise) so that messages which failed together, because
/// their provider was down, do not come back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// The unit: the first wait is at most twice this.
    pub base: Duration,
    /// No wait is longer.
    pub cap: Duration,
}

impl Backoff {
    /// The wait after attempt number `attempt` (1 is the first), for a number that is evenly spread over
    /// all of `u64`.
    #[must_use]
    pub fn delay(self, attempt: u32, random: u64) -> Duration {
        let factor = 1_u32.checked_shl(attempt).unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(factor).min(self.cap);
        // A share of the longest wait, in whole nanoseconds: 128 bits hold the product of two u64.
        let nanos = u64::try_from(longest.as_nanos()).unwrap_or(u64::MAX);
        let share = (u128::from(nanos) * u128::from(random)) >> 64;
        Duration::from_nanos(u64::try_from(share).unwrap_or(nanos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BACKOFF: Backoff =
        Backoff { base: Duration::from_secs(1), cap: Duration::from_secs(3600) };

    #[test]
    fn the_longest_wait_doubles_until_the_cap() {
        let longest: Vec<u64> = [1, 2, 3, 10, 11, 12, 31, 32, 1000]
            .map(|attempt| BACKOFF.delay(attempt, u64::MAX).as_millis().div_ceil(1000) as u64)
            .to_vec();
        assert_eq!(longest, [2, 4, 8, 1024, 2048, 3600, 3600, 3600, 3600]);
    }

    #[test]
    fn the_wait_is_spread_over_the_whole_range() {
        assert_eq!(BACKOFF.delay(3, 0), Duration::ZERO);
        assert_eq!(BACKOFF.delay(3, u64::MAX / 4 + 1), Duration::from_secs(2));
        assert_eq!(BACKOFF.delay(3, u64::MAX / 2 + 1), Duration::from_secs(4));
    }

    proptest::proptest! {
        #[test]
        fn no_numbers_make_it_longer_than_the_cap(attempt: u32, random: u64, base: u64, cap: u64) {
            let backoff = Backoff {
                base: Duration::from_millis(base),
                cap: Duration::from_millis(cap),
            };
            proptest::prop_assert!(backoff.delay(attempt, random) <= backoff.cap);
        }
    }
}
