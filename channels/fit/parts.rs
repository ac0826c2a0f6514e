//! How many SMS a text becomes, as handsets and operators count (3GPP TS 23.040 §9.2.3.24.1: a part of a
//! longer message carries a 6-byte header, so 153 septets or 67 UTF-16 units are left of 160 and 70).

use unicode_segmentation::UnicodeSegmentation;

use super::gsm7;

/// How a text travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// The 7-bit handset alphabet.
    Gsm7,
    /// UTF-16 units, two bytes each.
    Ucs2,
}

impl Encoding {
    /// As people read it: `GSM-7` or `UCS-2`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gsm7 => "GSM-7",
            Self::Ucs2 => "UCS-2",
        }
    }

    /// Units that fit in a message of one part.
    #[must_use]
    pub fn one_part(self) -> usize {
        self.room().0
    }

    /// Units of a message that goes alone, and of a part of several.
    fn room(self) -> (usize, usize) {
        match self {
            Self::Gsm7 => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

/// What a text is on a handset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// How it travels.
    pub encoding: Encoding,
    /// Septets of GSM-7 (an extension character is two), or UTF-16 units of UCS-2.
    pub units: usize,
    /// SMS it is paid as; at least 1.
    pub parts: usize,
}

/// Where whoever splits a long text as UCS-2 may cut it. (None is known that parts an escape of GSM-7.)
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cuts {
    /// Between what a reader sees as characters, as handsets and most operators do.
    #[default]
    Characters,
    /// Anywhere between two UTF-16 units, even inside of an emoji: every part but the last is full.
    Units,
}

/// Measures a text. An escape is never parted from its character, nor what a reader sees as one character (a
/// letter with its signs, an emoji of several) inside itself. Where an operator does part those, a text near the
/// edge of a part may take one part less than is said here, never one more.
#[must_use]
pub fn measure(text: &str) -> Measure {
    measure_cut(text, Cuts::Characters)
}

/// [`measure`] for someone who cuts so.
#[must_use]
pub fn measure_cut(text: &str, cuts: Cuts) -> Measure {
    match gsm7::length(text) {
        Some(units) => {
            count(Encoding::Gsm7, units, text.chars().map(|c| gsm7::septets(c).unwrap_or(2)))
        }
        None => {
            let units = text.encode_utf16().count();
            match cuts {
                Cuts::Characters => {
                    count(Encoding::Ucs2, units, text.graphemes(true).flat_map(ucs2_sizes))
                }
                Cuts::Units => count(Encoding::Ucs2, units, std::iter::repeat_n(1, units)),
            }
        }
    }
}

/// Units that stay together: those of a whole character as a reader sees it, unless it would not fit in a part.
fn ucs2_sizes(cluster: &str) -> Vec<usize> {
    let units = cluster.encode_utf16().count();
    if units > Encoding::Ucs2.room().1 || cluster == "\r\n" {
        return cluster.chars().map(char::len_utf16).collect();
    }
    vec![units]
}

fn count(encoding: Encoding, units: usize, sizes: impl Iterator<Item = usize>) -> Measure {
    let (alone, part) = encoding.room();
    if units <= alone {
        return Measure { encoding, units, parts: 1 };
    }
    let mut parts = 1;
    let mut filled = 0;
    for size in sizes {
        if filled + size > part {
            parts += 1;
            filled = 0;
        }
        filled += size;
    }
    Measure { encoding, units, parts }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, encoding: Encoding, parts: usize) {
        let found = measure(text);
        assert_eq!((found.encoding, found.parts), (encoding, parts), "{text:?} → {found:?}");
    }

    #[test]
    fn part_boundaries_are_those_of_handsets() {
        use Encoding::{Gsm7, Ucs2};
        for (n, parts) in [(160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4)] {
            check(&"a".repeat(n), Gsm7, parts);
        }
        check(&"€".repeat(80), Gsm7, 1);
        check(&"€".repeat(81), Gsm7, 2);
        check(&format!("{}€", "a".repeat(159)), Gsm7, 2);
        for (n, parts) in [(70, 1), (71, 2), (134, 2), (135, 3), (201, 3), (202, 4)] {
            check(&"م".repeat(n), Ucs2, parts);
        }
        check(&"🚰".repeat(35), Ucs2, 1);
        check(&"🚰".repeat(36), Ucs2, 2);
        check("👨‍👩‍👧‍👦", Ucs2, 1);
        check("“hi” – it’s", Ucs2, 1);
        check("\r\n", Gsm7, 1);
        check("", Gsm7, 1);
        assert_eq!(measure("👨‍👩‍👧‍👦").units, 11);
        assert_eq!(measure("\r\n").units, 2);
    }

    #[test]
    fn an_escape_is_not_split_from_its_character() {
        // 152 septets, then two that do not fit in the one left: they open the next part.
        check(&format!("{}€{}", "a".repeat(152), "b".repeat(20)), Encoding::Gsm7, 2);
        // 306 septets would fill two parts exactly; the escape pushed over makes a third.
        check(&format!("{}€{}", "a".repeat(152), "b".repeat(152)), Encoding::Gsm7, 3);
    }

    #[test]
    fn a_surrogate_pair_is_not_split() {
        check(&format!("{}🚰{}", "م".repeat(66), "م".repeat(10)), Encoding::Ucs2, 2);
        check(&format!("{}🚰{}", "م".repeat(66), "م".repeat(66)), Encoding::Ucs2, 3);
    }

    #[test]
    fn a_letter_is_not_split_from_its_signs() {
        check(&format!("{}{}", "م".repeat(66), "मि".repeat(34)), Encoding::Ucs2, 3);
        check(&format!("{}👨‍👩‍👧‍👦", "م".repeat(123)), Encoding::Ucs2, 2);
        check(&format!("{}👨‍👩‍👧‍👦", "م".repeat(124)), Encoding::Ucs2, 3);
        // A letter with more signs than a part can hold is split all the same.
        check(&format!("e{}", "\u{301}".repeat(134)), Encoding::Ucs2, 3);
    }

    #[test]
    fn who_cuts_anywhere_fills_every_part() {
        for text in [format!("{}🚰{}", "م".repeat(66), "م".repeat(66)), "ക്ഷ".repeat(44) + "ക്"]
        {
            let cut = measure_cut(&text, Cuts::Units);
            assert_eq!((cut.units, cut.parts, measure(&text).parts), (134, 2, 3), "{text}");
        }
        assert_eq!(measure_cut(&"م".repeat(135), Cuts::Units).parts, 3);
    }

    proptest! {
        #[test]
        fn who_cuts_anywhere_never_needs_more(text in "\\PC{0,300}") {
            let (anywhere, kept) = (measure_cut(&text, Cuts::Units), measure(&text));
            prop_assert!(anywhere.parts <= kept.parts);
            prop_assert_eq!(anywhere.units, kept.units);
        }

        #[test]
        fn parts_hold_all_units_and_waste_at_most_one_each(text in "[a-zم€🚰]{0,400}") {
            let found = measure(&text);
            let (alone, part) = found.encoding.room();
            if found.units <= alone {
                prop_assert_eq!(found.parts, 1);
            } else {
                prop_assert!(found.parts * part >= found.units);
                prop_assert!((found.parts - 1) * (part - 1) < found.units);
            }
        }

        #[test]
        fn one_more_character_never_makes_it_shorter(text in "\\PC{0,300}", more in any::<char>()) {
            let longer = format!("{text}{more}");
            let (short, long) = (measure(&text), measure(&longer));
            prop_assert!(long.parts >= short.parts);
        }
    }
}
