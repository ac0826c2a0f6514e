//! Texts that are in no language: greetings, commands, brands, places and names that everybody types.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::features::prepare;

/// More words than these are a sentence, whatever they are.
const MOST_WORDS: usize = 6;

/// True if every word of a prepared text is neutral, or has a single letter of an alphabet.
pub(super) fn is(prepared: &str) -> bool {
    let alone = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(|c| u32::from(c) < 0x0900) && letters.next().is_none()
    };
    prepared.split(' ').take(MOST_WORDS + 1).count() <= MOST_WORDS
        && prepared.split(' ').all(|word| alone(word) || words().contains(word))
}

fn words() -> &'static HashSet<String> {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        include_str!("neutral.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| prepare(line).split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect()
    });
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::detect;

    #[test]
    fn every_neutral_word_is_in_no_language() {
        let listed: Vec<&str> = include_str!("neutral.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect();
        assert!(listed.len() >= 300, "{}", listed.len());
        for word in listed {
            assert_eq!(detect(word, &[]), None, "{word}");
            assert_eq!(detect(&word.to_uppercase(), &[]), None, "{word} in capitals");
        }
    }

    #[test]
    fn a_word_beside_neutral_ones_is_heard() {
        assert!(!is(&prepare("hello tumhara naam")));
        assert!(is(&prepare("OK thanks, Ahmed! 2")));
    }
}
