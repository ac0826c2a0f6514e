//! What a text is measured by: its words, and the runs of one to five letters in them, as hashes.
//!
//! Training and detection share this file, so that a table means the same to both.

use super::script::is_letter;

/// Longest run of letters.
const ORDER: usize = 5;
/// Words longer than this are cut: nobody's language is told by their end.
const LONGEST_WORD: usize = 24;
/// Letters of a text that are looked at. A language shows itself well before, and time stays bounded.
const MOST_LETTERS: usize = 56;

/// A text as it is measured: words in lower case with one space between; links, addresses, numbers and
/// pictures left out. Digits inside a word stay: Arabic in Latin letters writes with them (wa7da).
#[must_use]
pub fn prepare(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(MOST_LETTERS * 2));
    let mut letters = 0;
    for word in text.split_whitespace() {
        if word.contains("://") || word.starts_with("www.") || word.contains('@') {
            continue;
        }
        let part = |c: char| !is_part(c);
        for piece in word.split(part).filter(|piece| piece.chars().any(is_letter)) {
            if !out.is_empty() {
                out.push(' ');
            }
            let kept = piece.chars().filter(|c| !is_ornament(*c)).flat_map(char::to_lowercase);
            for c in kept.take(LONGEST_WORD) {
                out.push(c);
                letters += 1;
            }
            if letters >= MOST_LETTERS {
                return out;
            }
        }
    }
    out
}

/// Letters, marks, digits inside words, and the joiners that Persian writes with.
fn is_part(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit() || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Marks that say nothing of a language: tatweel and the vowel marks of Arabic, joiners of Indic scripts.
fn is_ornament(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200d}')
}

/// Calls `each` with the hash of every feature of a prepared text; says how many there were.
pub fn each(prepared: &str, mut each: impl FnMut(u32)) -> usize {
    let mut count = 0;
    let mut padded: [u32; LONGEST_WORD + 2] = [u32::from(b' '); LONGEST_WORD + 2];
    for word in prepared.split(' ') {
        let mut len = 1;
        for c in word.chars().take(LONGEST_WORD) {
            if let Some(place) = padded.get_mut(len) {
                *place = u32::from(c);
            }
            len += 1;
        }
        if let Some(place) = padded.get_mut(len) {
            *place = u32::from(b' ');
        }
        len += 1;
        let Some(letters) = padded.get(..len) else { continue };
        count += runs(letters, &mut each);
    }
    count
}

/// Every run of a word with its two edges, and the word as a whole.
fn runs(letters: &[u32], each: &mut impl FnMut(u32)) -> usize {
    let mut count = 0;
    for from in 0..letters.len() {
        let mut hash = 0x811c_9dc5_u32;
        for (at, letter) in letters.iter().skip(from).take(ORDER).enumerate() {
            hash = mix(hash, *letter);
            // A lone edge says nothing.
            if at > 0 || *letter != u32::from(b' ') {
                each(finish(hash));
                count += 1;
            }
        }
    }
    if letters.len() > ORDER {
        let whole = letters.iter().fold(0x27d4_eb2f, |hash, letter| mix(hash, *letter));
        each(finish(whole));
        count += 1;
    }
    count
}

fn mix(hash: u32, letter: u32) -> u32 {
    (hash ^ letter).wrapping_mul(0x0100_0193).rotate_left(5)
}

/// Spreads a hash over all its bits; the table takes the highest ones.
fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    (hash ^ (hash >> 12)).wrapping_mul(0x297a_2d39)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_numbers_and_pictures_are_no_words() {
        assert_eq!(prepare("See https://a.example/x NOW 😀 12 a@b.example"), "see now");
        assert_eq!(prepare("wa7da  20x"), "wa7da 20x");
        assert_eq!(prepare("مـــرحَبا"), "مرحبا");
    }

    #[test]
    fn a_long_text_is_looked_at_only_so_far() {
        assert!(prepare(&"word ".repeat(10_000)).len() < 1000);
        assert!(prepare(&"w".repeat(100_000)).len() <= LONGEST_WORD);
    }

    #[test]
    fn a_word_has_its_runs_and_itself() {
        let mut seen = Vec::new();
        assert_eq!(each("ab", |hash| seen.push(hash)), seen.len());
        // a, b; " a", "ab", "b "; " ab", "ab "; " ab ": the edges alone are left out.
        assert_eq!(seen.len(), 8);
    }
}
