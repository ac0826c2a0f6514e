//! LINK: one resident shows that two addresses are theirs. Here the code is shown and looked up; what follows from a good
//! one is in [`super::join`].
//!
//! A code is shown in reply to LINK and sent back from the other address. It is no secret for long: six digits, ten
//! minutes, once; and whoever tries wrong ones is soon not listened to.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use majlis_channels::{Content, Inbound, Proof, Question, Refused};

use super::draft::{Draft, message};
use super::join::Meeting;
use super::{Gateway, unavailable};
use crate::residents::memory::{Memory, ShownTo};
use crate::store::{LinkCode, Loaded};

/// A code is good for so long.
const GOOD_FOR: Duration = Duration::from_secs(10 * 60);

/// Wrong codes of one resident within [`GOOD_FOR`]; after these none is looked up.
const MOST_TRIES: usize = 5;

/// Wrong codes of all together within [`GOOD_FOR`]: whoever makes addresses without end still cannot try all million
/// codes. A gateway of honest people sees a few.
const MOST_GUESSES: u32 = 200;

/// Codes shown on pages within [`GOOD_FOR`]. A page is nobody in particular, and whoever likes makes thousands: each
/// code that is good is one more that a wrong digit of somebody else, or a guess, can meet.
const MOST_ON_PAGES: u32 = 500;

/// What the code in a message turned out to be, if not somebody else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    /// Nobody vouches for the sender.
    Unproven,
    /// Too many wrong ones came before it: it was not looked up.
    TooMany,
    /// Nobody was shown it, or it is good no more.
    Wrong,
    /// It was shown right here.
    Own,
    /// It was shown to the same resident at another address of theirs.
    Already,
}

/// Wrong codes of everybody, or codes of pages, in memory: after a restart it counts anew.
#[derive(Default)]
pub(super) struct Guesses(Mutex<(Timestamp, u32)>);

impl Guesses {
    fn count(&self, now: Timestamp, more: u32) -> u32 {
        let mut guesses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if later(guesses.0) <= now {
            *guesses = (now, 0);
        }
        guesses.1 = guesses.1.saturating_add(more);
        guesses.1
    }
}

impl Gateway {
    /// Looks up the code in a message, if there is one. `Some(Err(_))`: nobody else was shown it. A number for which
    /// the channel vouches needs no code.
    pub(super) async fn look_up_code(
        &self,
        inbound: &Inbound,
        loaded: &Loaded,
        now: Timestamp,
    ) -> Result<Option<Result<Meeting, Code>>, Refused> {
        if let Content::Contact(phone) = &inbound.content {
            if loaded.addresses.contains(phone) {
                return Ok(Some(Err(Code::Already)));
            }
            return Ok(Some(Ok(self.meet(phone, &inbound.from).await?)));
        }
        let Content::Text(text) = &inbound.content else { return Ok(None) };
        let Some(digits) = self.lexicon.link_code(text) else { return Ok(None) };
        if !inbound.from.can_be_answered() {
            return Ok(None);
        }
        if inbound.sender != Proof::Proven {
            return Ok(Some(Err(Code::Unproven)));
        }
        let memory = Memory::read(loaded.resident.memory.as_deref());
        if memory.tries.iter().filter(|at| later(**at) > now).count() >= MOST_TRIES
            || self.guesses.count(now, 0) >= MOST_GUESSES
        {
            return Ok(Some(Err(Code::TooMany)));
        }
        let Some(who) = self.store.by_code(&digits, now).await.map_err(unavailable)? else {
            self.guesses.count(now, 1);
            return Ok(Some(Err(Code::Wrong)));
        };
        if loaded.addresses.contains(&who) {
            let here = memory.shown.as_ref().is_some_and(|shown| shown.who == inbound.from);
            return Ok(Some(Err(if here { Code::Own } else { Code::Already })));
        }
        let meeting = self.meet(&who, &inbound.from).await?;
        // It may have been used in this moment.
        let same = meeting.with.resident.code.as_ref().is_some_and(|code| code.digits == digits);
        Ok(Some(if same { Ok(meeting) } else { Err(Code::Wrong) }))
    }

    /// A code that joins nothing: said why, and what to do.
    pub(super) fn take_code(&self, draft: &mut Draft<'_>, code: Code) {
        let lang = self.reply_language(draft, "", false);
        let keys: &[&str] = match code {
            Code::Unproven => &["mail-prove"],
            Code::TooMany => &["link-many", "link-new"],
            Code::Own => &["link-self"],
            Code::Already => &["link-already"],
            Code::Wrong => {
                draft.memory.tries.retain(|at| later(*at) > draft.now);
                draft.memory.tries.push(draft.now);
                &["link-wrong", "link-new"]
            }
        };
        draft.say(message(&lang, self.sentences_of(&lang, keys)));
    }

    /// LINK alone: a new code in place of any earlier one, and what to do with it.
    pub(super) fn show_code(&self, draft: &mut Draft<'_>, lang: &str) -> Result<String, Refused> {
        if draft.is_unproven() {
            return Ok(self.sentences.say(lang, "mail-prove", &[]));
        }
        let digits =
            crate::ids::link_code().map_err(|error| Refused::Unavailable(error.to_string()))?;
        let until = later(draft.now);
        let code = LinkCode { digits, until };
        let (shown, clock) = aloud(&code);
        draft.unit.resident.code = Some(code);
        draft.memory.shown = Some(ShownTo {
            who: draft.way.who.clone(),
            kind: draft.way.kind.clone(),
            channel: draft.way.channel.clone(),
            number: draft.way.number.clone(),
            lang: lang.to_owned(),
        });
        let args = [("code", shown.as_str()), ("until", clock.as_str())];
        let send = self.sentences.say(lang, "link-code", &args);
        Ok(format!("{send}\n{}", self.sentences_of(lang, &["link-both", "link-secret"])))
    }

    /// The button of a page: a code for it, like LINK. Nothing is said of it here; the page shows it.
    pub(super) fn show_code_on_page(
        &self,
        draft: &mut Draft<'_>,
        lang: &str,
    ) -> Result<(), Refused> {
        if self.page_codes.count(draft.now, 0) >= MOST_ON_PAGES {
            return Err(Refused::Unavailable("too many codes are shown on pages now".to_owned()));
        }
        self.page_codes.count(draft.now, 1);
        let shown = self.show_code(draft, lang)?;
        draft.say(message(lang, shown));
        Ok(())
    }

    /// Sentences one after another.
    pub(super) fn sentences_of(&self, lang: &str, keys: &[&str]) -> String {
        let said = keys.iter().map(|key| self.sentences.say(lang, key, &[]));
        said.collect::<Vec<_>>().join(" ")
    }

    /// LINK alone. Where an app can vouch for its phone number, a button offers that too.
    pub(super) fn answer_link(&self, draft: &mut Draft<'_>, lang: &str) -> Result<(), Refused> {
        let mut said = message(lang, self.show_code(draft, lang)?);
        if draft.way.manner().own_number {
            let share = self.sentences.say(lang, "contact-share", &[]);
            said.text = format!("{}\n{}", said.text, self.sentences_of(lang, &["link-contact"]));
            said.question = Some(Question {
                ask: "contact".to_owned(),
                options: vec![("contact".to_owned(), share)],
                ..Question::default()
            });
        }
        draft.say(said);
        Ok(())
    }
}

/// The code as it is read aloud, and until when it is good: `482 193`, `14:35`.
pub(super) fn aloud(code: &LinkCode) -> (String, String) {
    let clock = super::local(code.until).strftime("%H:%M").to_string();
    (grouped(&code.digits), clock)
}

/// `482 193`: as it is read aloud.
fn grouped(digits: &str) -> String {
    digits.split_at_checked(3).map_or(digits.to_owned(), |(left, right)| format!("{left} {right}"))
}

/// When a code of this time ends, and a wrong one is forgotten.
fn later(at: Timestamp) -> Timestamp {
    at.checked_add(GOOD_FOR).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_codes_of_all_are_counted_for_ten_minutes() {
        let guesses = Guesses::default();
        let now = Timestamp::from_second(1_780_000_000).unwrap();
        assert_eq!((1..=3).map(|_| guesses.count(now, 1)).last(), Some(3));
        assert_eq!(guesses.count(now + Duration::from_secs(599), 0), 3);
        assert_eq!(guesses.count(now + Duration::from_secs(600), 0), 0);
    }
}
