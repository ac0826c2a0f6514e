//! When a call may be made: so many a second, evenly; one a second in one chat; none while Telegram wants the bot to
//! rest.
//!
//! The outbox keeps the channel's pace too, but takes messages from the store by the handful, which would leave as a
//! burst; and it hears of a rest only when an attempt is settled, while others start in between.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Between two messages to one chat (Bots FAQ: "avoid sending more than one message per second"), with some room
/// for a network that brings the second one faster.
const BETWEEN: Duration = Duration::from_millis(1050);

/// How late a timer may be without it costing pace.
const LATENESS: Duration = Duration::from_millis(5);

/// Entries above which what is over is swept out.
const MANY: usize = 1024;

/// Shared by all attempts of a channel.
pub(super) struct Pace {
    /// Between two messages to anybody.
    between: Duration,
    /// When the next message to anybody may go. One after the other waits for it, each until its own time has
    /// really come: were places given out beforehand, those that a busy machine overslept would leave together.
    next: tokio::sync::Mutex<Option<Instant>>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// When the next message to a chat may go.
    chats: HashMap<u64, Instant>,
    /// Telegram asked for silence until then.
    rest_until: Option<Instant>,
    /// Parts of a delivery that went, of those that did not all go.
    gone: HashMap<String, usize>,
}

impl Pace {
    pub(super) fn new(per_second: u32) -> Self {
        let between = Duration::from_secs(1) / per_second.max(1);
        Self { between, next: tokio::sync::Mutex::default(), state: Mutex::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing here panics half-way; what another thread left is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long Telegram wants silence yet.
    pub(super) fn rest(&self, now: Instant) -> Option<Duration> {
        let left = self.state().rest_until?.checked_duration_since(now)?;
        (!left.is_zero()).then_some(left)
    }

    /// Telegram asked for silence.
    pub(super) fn rest_for(&self, time: Duration, now: Instant) {
        let mut state = self.state();
        let until = now + time;
        state.rest_until = Some(state.rest_until.map_or(until, |other| other.max(until)));
    }

    /// Returns when the bot may send its next message.
    pub(super) async fn slot(&self) {
        let mut next = self.next.lock().await;
        if let Some(wait) = next.and_then(|next| next.checked_duration_since(Instant::now())) {
            tokio::time::sleep(wait).await;
        }
        *next = Some(after(*next, Instant::now(), self.between));
    }

    /// Takes the next place in a chat: the time until it comes.
    pub(super) fn turn(&self, chat: u64, now: Instant) -> Duration {
        let mut state = self.state();
        if state.chats.len() > MANY {
            state.chats.retain(|_, next| *next > now);
        }
        let at = state.chats.get(&chat).copied().filter(|next| *next > now).unwrap_or(now);
        state.chats.insert(chat, at + BETWEEN);
        at.saturating_duration_since(now)
    }

    /// Parts of this delivery that went in an earlier attempt. A program that ended in between knows of none, but
    /// then the delivery is `unknown` and not tried again.
    pub(super) fn gone(&self, delivery: &str) -> usize {
        self.state().gone.get(delivery).copied().unwrap_or_default()
    }

    /// So many parts went, and more are left.
    pub(super) fn note_gone(&self, delivery: &str, parts: usize) {
        self.state().gone.insert(delivery.to_owned(), parts);
    }

    /// Nothing of this delivery will be tried again.
    pub(super) fn done(&self, delivery: &str) {
        self.state().gone.remove(delivery);
    }
}

/// When the message after the one that goes now may go. A timer is late by a moment each time; so much is made good,
/// so that the pace does not drift, and not more, so that nothing bunches.
fn after(planned: Option<Instant>, now: Instant, between: Duration) -> Instant {
    let soonest = now + between.saturating_sub(LATENESS);
    planned.map_or(now + between, |planned| (planned + between).max(soonest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_one_chat_are_a_second_apart_and_others_do_not_wait() {
        let (pace, now) = (Pace::new(10), Instant::now());
        assert_eq!(pace.turn(1, now), Duration::ZERO);
        assert_eq!(pace.turn(1, now), BETWEEN);
        assert_eq!(pace.turn(1, now), BETWEEN * 2);
        assert_eq!(pace.turn(2, now), Duration::ZERO);
        assert_eq!(pace.turn(1, now + BETWEEN * 3), Duration::ZERO);
    }

    #[test]
    fn a_moment_of_lateness_is_made_good_and_a_long_one_is_not() {
        let (between, now) = (Duration::from_millis(100), Instant::now());
        let ms = Duration::from_millis;
        assert_eq!(after(None, now, between), now + between);
        assert_eq!(after(Some(now), now + ms(2), between), now + between);
        let late = now + ms(300);
        assert_eq!(after(Some(now), late, between), late + between - LATENESS);
    }

    #[test]
    fn the_longest_rest_holds() {
        let (pace, now) = (Pace::new(10), Instant::now());
        assert_eq!(pace.rest(now), None);
        pace.rest_for(Duration::from_secs(5), now);
        pace.rest_for(Duration::from_secs(2), now);
        assert_eq!(pace.rest(now + Duration::from_secs(1)), Some(Duration::from_secs(4)));
        assert_eq!(pace.rest(now + Duration::from_secs(5)), None);
    }
}
