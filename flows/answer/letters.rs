//! Letters that people number a list with.

/// The place of a list letter, and whether it is beyond doubt.
pub(super) fn letter(word: &str) -> Option<(usize, bool)> {
    const ARABIC: [&str; 9] = ["ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط"];
    const HINDI: [&str; 4] = ["क", "ख", "ग", "घ"];
    const HINDI_TOO: [&str; 4] = ["अ", "ब", "स", "द"];
    const BENGALI: [&str; 4] = ["ক", "খ", "গ", "ঘ"];
    if let &[byte @ b'a'..=b'i'] = word.as_bytes() {
        return Some((usize::from(byte - b'a'), true));
    }
    if word == "الف" {
        return Some((0, true));
    }
    for list in [&ARABIC[..], &HINDI[..], &BENGALI[..]] {
        if let Some(at) = list.iter().position(|l| *l == word) {
            return Some((at, true));
        }
    }
    HINDI_TOO.iter().position(|l| *l == word).map(|at| (at, false))
}
