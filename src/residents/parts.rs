//! Texts that come in parts. An SMS of more than one part is cut up by the handset, and some providers hand on
//! the parts as they come: in any order, some twice, some never.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use majlis_channels::{Address, Part};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::memory::Memory;

/// How long missing parts are waited for. Handsets send the parts of a text within seconds; a phone that loses
/// the network between two of them tries again for minutes.
pub(crate) const WAIT: Duration = Duration::from_secs(10 * 60);

/// How long it is known that a text is done, so that a late copy of a part begins no new one. References are of
/// one byte on most handsets and come again after 256 long texts.
const KNOWN: Duration = Duration::from_secs(24 * 60 * 60);

/// Most texts of one resident that wait at a time; the oldest waits no longer then.
const MOST: usize = 8;

/// The parts of one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Parts {
    /// Whose they are, if not of the resident's own address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) who: Option<Address>,
    /// Channel id.
    pub(crate) channel: String,
    /// The number they were sent to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<String>,
    /// The SMS provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) provider: Option<String>,
    reference: String,
    of: u8,
    /// When the first part came.
    since: Timestamp,
    /// Words by number; none once the text is done.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<u8, String>,
    /// By number, what each part that came was: the beginning of a hash.
    seen: BTreeMap<u8, String>,
}

/// What a part brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Brought {
    /// Others are missing.
    Waits,
    /// It was here before.
    Again,
    /// The whole text.
    Whole(String),
}

/// The way a part came.
pub(crate) struct Came<'a> {
    /// From which address, if not the resident's own.
    pub(crate) who: Option<&'a Address>,
    pub(crate) channel: &'a str,
    pub(crate) to: Option<&'a str>,
    pub(crate) provider: Option<&'a str>,
    pub(crate) at: Timestamp,
}

impl Memory {
    /// Takes in a part.
    pub(crate) fn part(&mut self, part: &Part, text: &str, came: &Came<'_>) -> Brought {
        self.parts.retain(|parts| parts.waits() || later(parts.since, KNOWN) > came.at);
        let print = print(text);
        let same = |parts: &&mut Parts| parts.is_of(part, came);
        let mut all = self.parts.iter_mut().filter(same);
        if all.any(|parts| parts.seen.get(&part.number) == Some(&print)) {
            return Brought::Again;
        }
        // The newest that lacks this part; if none does, the handset's references have come round.
        let free = |parts: &&mut Parts| parts.waits() && !parts.seen.contains_key(&part.number);
        let mut all = self.parts.iter_mut().rev().filter(same);
        if let Some(parts) = all.find(free) {
            return parts.add(part.number, text, print);
        }
        let mut parts = Parts {
            who: came.who.cloned(),
            channel: came.channel.to_owned(),
            to: came.to.map(str::to_owned),
            provider: came.provider.map(str::to_owned),
            reference: part.reference.clone(),
            of: part.of,
            since: came.at,
            words: BTreeMap::new(),
            seen: BTreeMap::new(),
        };
        let brought = parts.add(part.number, text, print);
        self.make_room(came.at);
        self.parts.push(parts);
        brought
    }

    /// The oldest text that has waited long enough, with what came of it, a `…` where parts are missing.
    pub(crate) fn overdue(&mut self, now: Timestamp) -> Option<(Parts, String)> {
        let waiting = self.parts.iter_mut().filter(|parts| parts.waits());
        let parts = waiting.min_by_key(|parts| parts.since)?;
        if later(parts.since, WAIT) > now {
            return None;
        }
        let text = parts.with_gaps();
        parts.words.clear();
        Some((parts.clone(), text))
    }

    /// When the first of the waiting texts is to wait no longer.
    pub(crate) fn due(&self) -> Option<Timestamp> {
        let waiting = self.parts.iter().filter(|parts| parts.waits());
        waiting.map(|parts| later(parts.since, WAIT)).min()
    }

    fn make_room(&mut self, now: Timestamp) {
        let waiting: Vec<&mut Parts> =
            self.parts.iter_mut().filter(|parts| parts.waits()).collect();
        if waiting.len() >= MOST
            && let Some(oldest) = waiting.into_iter().min_by_key(|parts| parts.since)
        {
            oldest.since = oldest.since.min(now.checked_sub(WAIT).unwrap_or(now));
        }
    }
}

impl Parts {
    /// Parts that came from this address, now that it is one of several.
    pub(crate) fn at(self, own: Option<&Address>) -> Self {
        let who = self.who.or_else(|| own.cloned());
        Self { who, ..self }
    }

    /// True while parts are missing and are waited for.
    fn waits(&self) -> bool {
        !self.words.is_empty()
    }

    fn is_of(&self, part: &Part, came: &Came<'_>) -> bool {
        self.channel == came.channel
            && self.who.as_ref() == came.who
            && self.to.as_deref() == came.to
            && self.reference == part.reference
            && self.of == part.of
    }

    fn add(&mut self, number: u8, text: &str, print: String) -> Brought {
        self.words.insert(number, text.to_owned());
        self.seen.insert(number, print);
        if self.words.len() < usize::from(self.of) {
            return Brought::Waits;
        }
        Brought::Whole(std::mem::take(&mut self.words).into_values().collect())
    }

    fn with_gaps(&self) -> String {
        let mut text = String::new();
        for number in 1..=self.of {
            match self.words.get(&number) {
                Some(words) => text.push_str(words),
                None if text.ends_with(" … ") || text == "… " => {}
                None if text.is_empty() => text.push_str("… "),
                None => text.push_str(" … "),
            }
        }
        text.trim_end().to_owned()
    }
}

fn print(text: &str) -> String {
    hex::encode(Sha256::digest(text).iter().take(8).copied().collect::<Vec<u8>>())
}

fn later(at: Timestamp, by: Duration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_780_000_000 + second).unwrap()
    }

    fn take(
        memory: &mut Memory,
        reference: &str,
        number: u8,
        of: u8,
        text: &str,
        second: i64,
    ) -> Brought {
        let part = Part::new(reference.to_owned(), number, of).unwrap();
        let came =
            Came { who: None, channel: "sms", to: Some("2020"), provider: None, at: at(second) };
        memory.part(&part, text, &came)
    }

    const WORDS: [&str; 3] = ["one ", "two ", "three"];

    #[test]
    fn parts_in_every_order_make_the_text_once() {
        for order in [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
            let mut memory = Memory::default();
            let mut brought = Vec::new();
            for number in order {
                // Each comes twice.
                brought.push(take(&mut memory, "7", number, 3, WORDS[usize::from(number) - 1], 0));
                brought.push(take(&mut memory, "7", number, 3, WORDS[usize::from(number) - 1], 1));
            }
            let whole = Brought::Whole("one two three".to_owned());
            use Brought::{Again, Waits};
            assert_eq!(brought, [Waits, Again, Waits, Again, whole, Again], "{order:?}");
            assert_eq!(memory.due(), None);
        }
    }

    #[test]
    fn what_is_done_holds_no_words_and_is_forgotten_after_a_day() {
        let mut memory = Memory::default();
        take(&mut memory, "7", 1, 2, "kestrel ", 0);
        take(&mut memory, "7", 2, 2, "heron", 0);
        assert!(!memory.write().unwrap().contains("kestrel"));
        assert_eq!(take(&mut memory, "7", 1, 2, "kestrel ", 86_399), Brought::Again);
        assert_eq!(take(&mut memory, "7", 1, 2, "kestrel ", 86_401), Brought::Waits);
    }

    #[test]
    fn a_reference_that_comes_round_begins_another_text() {
        let mut memory = Memory::default();
        take(&mut memory, "7", 1, 2, "old, ", 0);
        assert_eq!(take(&mut memory, "7", 1, 2, "new, ", 5), Brought::Waits);
        assert_eq!(take(&mut memory, "7", 2, 2, "end", 6), Brought::Whole("new, end".to_owned()));
        assert_eq!(memory.due(), Some(at(600)), "the old one still waits");
        // Another number of parts, another number written to: other texts.
        assert_eq!(take(&mut memory, "7", 2, 3, "end", 7), Brought::Waits);
    }

    #[test]
    fn a_part_that_never_comes_is_a_gap_once_it_was_waited_for() {
        let mut memory = Memory::default();
        take(&mut memory, "7", 2, 5, "two", 0);
        take(&mut memory, "7", 5, 5, "five", 100);
        assert_eq!(memory.overdue(at(599)), None);
        let (_, text) = memory.overdue(at(600)).unwrap();
        assert_eq!(text, "… two … five");
        assert_eq!(memory.overdue(at(10_000)), None, "once");
        assert_eq!(memory.due(), None);
        assert_eq!(take(&mut memory, "7", 2, 5, "two", 700), Brought::Again);
    }

    #[test]
    fn a_ninth_text_makes_the_oldest_wait_no_longer() {
        let mut memory = Memory::default();
        for reference in 0..9 {
            take(&mut memory, &reference.to_string(), 1, 2, "a", i64::from(reference));
        }
        let (oldest, _) = memory.overdue(at(9)).unwrap();
        assert_eq!(oldest.reference, "0");
        assert_eq!(memory.overdue(at(9)), None);
    }
}
