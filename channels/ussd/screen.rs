//! A text becomes screens that a phone can show.
//!
//! A USSD string has at most 160 octets (3GPP TS 24.080 §4.5, TS 22.090): 182 septets of GSM 7-bit, or 80 units of
//! UCS-2. Many gateways and operators stop at 160 and 70, as an SMS does; those are the defaults.

use crate::fit::{broken, gsm7};

/// Typed to see what comes after a screen. No option, score or day is ever called so, and whoever means the number
/// nought types 0.
pub const MORE: &str = "00";

/// Typed to see what came before it.
pub const BEFORE: &str = "000";

/// What a screen holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Septets, if all of it is in the handset alphabet.
    pub septets: usize,
    /// UTF-16 units, if not.
    pub units: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { septets: 160, units: 70 }
    }
}

impl Room {
    /// What the protocol allows.
    pub const MOST: Self = Self { septets: 182, units: 80 };
    /// Less leaves no room for words beside the lines that turn the screens.
    pub const LEAST: usize = 50;

    /// True if the text fits on one screen.
    #[must_use]
    pub fn holds(self, text: &str) -> bool {
        match gsm7::length(text) {
            Some(septets) => septets <= self.septets,
            None => text.encode_utf16().count() <= self.units,
        }
    }
}

/// The lines that say how to turn screens, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// `00 More`
    pub more: String,
    /// `000 Page before`
    pub before: String,
}

/// A text as screens, cut between lines, else behind a sentence, a word, or what a reader sees as a character; each
/// with the lines that lead to its neighbours. The last screen of a text that `ends` the line takes no input, so
/// nothing leads back from it.
#[must_use]
pub fn screens(text: &str, room: Room, labels: &Labels, ends: bool) -> Vec<String> {
    let text = text.trim();
    if room.holds(text) {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<&str> = text.lines().rev().collect();
    let mut screens: Vec<String> = Vec::new();
    loop {
        let before = (!screens.is_empty()).then_some(labels.before.as_str());
        let rest: Vec<&str> = lines.iter().rev().copied().collect();
        let last = with(&rest, [None, before.filter(|_| !ends)]);
        if room.holds(&last) {
            screens.push(last);
            return screens;
        }
        let ways = [Some(labels.more.as_str()), before];
        let mut taken: Vec<&str> = Vec::new();
        while let Some(line) = lines.pop() {
            taken.push(line);
            if !room.holds(&with(&taken, ways)) {
                taken.pop();
                lines.push(line);
                break;
            }
        }
        if taken.is_empty() {
            let Some(line) = lines.pop() else { return screens };
            let (piece, rest) = beginning(line, |piece| room.holds(&with(&[piece], ways)));
            taken.push(piece);
            if !rest.is_empty() {
                lines.push(rest);
            }
        }
        screens.push(with(&taken, ways));
    }
}

/// The longest good beginning of a line that fits, and what is left.
fn beginning(line: &str, fits: impl Fn(&str) -> bool) -> (&str, &str) {
    let line = line.trim();
    let most = line.chars().count().min(Room::MOST.septets);
    let first = |most: usize| broken(line, most).first().copied().unwrap_or(line);
    // What is cut down to one character must go, whether it fits or not.
    let piece = (1..=most).rev().map(first).find(|piece| fits(piece)).unwrap_or_else(|| first(1));
    (piece, line.strip_prefix(piece).unwrap_or_default().trim_start())
}

fn with(lines: &[&str], ways: [Option<&str>; 2]) -> String {
    let all: Vec<&str> = lines.iter().copied().chain(ways.into_iter().flatten()).collect();
    all.join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn labels() -> Labels {
        Labels { more: "00 More".to_owned(), before: "000 Page before".to_owned() }
    }

    #[test]
    fn a_text_that_fits_is_one_screen_and_one_more_letter_makes_two() {
        let room = Room::default();
        for (fits, longer) in [("a".repeat(160), "a".repeat(161)), ("م".repeat(70), "م".repeat(71))]
        {
            assert_eq!(screens(&fits, room, &labels(), false), [fits]);
            assert_eq!(screens(&longer, room, &labels(), false).len(), 2);
        }
    }

    #[test]
    fn options_stay_whole_and_each_screen_leads_to_its_neighbours() {
        let room = Room { septets: 50, units: 50 };
        let text = "Which one?\n1 A tree in the square\n2 A bench\n3 A lamp at the bus stop";
        assert_eq!(
            screens(text, room, &labels(), false),
            [
                "Which one?\n1 A tree in the square\n00 More",
                "2 A bench\n3 A lamp at the bus stop\n000 Page before",
            ]
        );
        let ending = screens(text, room, &labels(), true);
        assert_eq!(ending[1], "2 A bench\n3 A lamp at the bus stop");
    }

    proptest! {
        #[test]
        fn every_screen_fits_nothing_is_lost_and_no_character_is_cut(
            text in "([a-z€]{1,12}|(मि|न){1,9}|👨‍👩‍👧‍👦|e\u{301}| |\n|\\. ){1,120}",
            septets in 50_usize..182,
            units in 50_usize..80,
            ends in any::<bool>(),
        ) {
            let (room, labels) = (Room { septets, units }, labels());
            let found = screens(&text, room, &labels, ends);
            let mut words = String::new();
            for screen in &found {
                prop_assert!(room.holds(screen), "{screen:?}");
                for line in screen.lines().filter(|line| **line != labels.more && **line != labels.before) {
                    words.push_str(line);
                }
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&words), bare(&text));
            let whole: Vec<&str> = text.graphemes(true).filter(|c| !c.trim().is_empty()).collect();
            let cut: Vec<&str> = found.iter().flat_map(|screen| screen.lines())
                .filter(|line| *line != labels.more && *line != labels.before)
                .flat_map(|line| line.graphemes(true)).filter(|c| !c.trim().is_empty()).collect();
            prop_assert_eq!(whole, cut);
        }
    }
}
