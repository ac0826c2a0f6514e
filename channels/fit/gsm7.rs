//! The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038 §6.2.1 and §6.2.1.1).

/// The default alphabet in code order. Code 0x1B is the escape to the extension table and no character;
/// its place is held by U+001B, which [`septets`] refuses.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1b}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                     ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// What follows an escape; each costs two septets.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Septets of one character; `None` if the alphabet does not have it.
#[must_use]
pub fn septets(c: char) -> Option<usize> {
    match c {
        '\u{1b}' => None,
        'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '\n' => Some(1),
        _ if BASIC.contains(c) => Some(1),
        _ if EXTENSION.contains(c) => Some(2),
        _ => None,
    }
}

/// Septets of a whole text; `None` if one character is not in the alphabet, so that all of it must go as
/// UCS-2.
#[must_use]
pub fn length(text: &str) -> Option<usize> {
    text.chars().map(septets).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_has_its_128_codes_and_ten_extensions() {
        assert_eq!(BASIC.chars().count(), 128);
        assert_eq!(BASIC.chars().nth(0x1b), Some('\u{1b}'));
        assert_eq!(BASIC.chars().nth(0x24), Some('¤'));
        assert_eq!(BASIC.chars().nth(0x60), Some('¿'));
        assert_eq!(BASIC.chars().nth(0x7f), Some('à'));
        assert_eq!(EXTENSION.chars().count(), 10);
        let mut all: Vec<char> = BASIC.chars().chain(EXTENSION.chars()).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 138);
    }

    #[test]
    fn extension_characters_cost_two_septets() {
        for c in EXTENSION.chars() {
            assert_eq!(septets(c), Some(2), "{c:?}");
        }
        assert_eq!(length("[x]^{}\\|~"), Some(17));
        assert_eq!(length("a\u{c}b"), Some(4));
    }

    #[test]
    fn capital_c_cedilla_is_in_the_alphabet_and_the_small_one_is_not() {
        assert_eq!(length("èéàñÇÆ"), Some(6));
        for outside in ["ç", "ê", "\t", "`", "’", "“", "\u{1b}", "م"] {
            assert_eq!(length(outside), None, "{outside:?}");
        }
    }
}
