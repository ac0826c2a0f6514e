//! When a call may be made: one message a second in one chat, and none while Telegram wants the bot to rest.
//!
//! How many the whole bot sends a second is the outbox's to keep, by the channel's limits. A rest is kept here too,
//! as the outbox hears of it only after an attempt is settled, and others start in between.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Between two messages to one chat (Bots FAQ: "avoid sending more than one message per second"), with some room
/// for a network that brings the second one faster.
const BETWEEN: Duration = Duration::from_millis(1050);

/// Entries above which what is over is swept out.
const MANY: usize = 1024;

/// Shared by all attempts of a channel.
#[derive(Default)]
pub(super) struct Pace {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_one_chat_are_a_second_apart_and_others_do_not_wait() {
        let (pace, now) = (Pace::default(), Instant::now());
        assert_eq!(pace.turn(1, now), Duration::ZERO);
        assert_eq!(pace.turn(1, now), BETWEEN);
        assert_eq!(pace.turn(1, now), BETWEEN * 2);
        assert_eq!(pace.turn(2, now), Duration::ZERO);
        assert_eq!(pace.turn(1, now + BETWEEN * 3), Duration::ZERO);
    }

    #[test]
    fn the_longest_rest_holds() {
        let (pace, now) = (Pace::default(), Instant::now());
        assert_eq!(pace.rest(now), None);
        pace.rest_for(Duration::from_secs(5), now);
        pace.rest_for(Duration::from_secs(2), now);
        assert_eq!(pace.rest(now + Duration::from_secs(1)), Some(Duration::from_secs(4)));
        assert_eq!(pace.rest(now + Duration::from_secs(5)), None);
    }
}
