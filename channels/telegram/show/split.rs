//! Long texts in parts, cut where a reader would pause.

use unicode_segmentation::UnicodeSegmentation;

/// Most UTF-16 units of one message's text (Bot API, `sendMessage`).
pub const MOST_UNITS: usize = 4096;

/// The text in parts of at most [`MOST_UNITS`]: cut at the end of a line, else of a sentence, else of a word,
/// else between what a reader sees as letters. No part is empty or ends in blanks.
#[must_use]
pub fn split(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while units(rest) > MOST_UNITS {
        let end = [lines, sentences, words, letters]
            .iter()
            .find_map(|pieces| cut(pieces(rest)))
            // One letter of more than 4096 units is no letter; it goes at the next boundary of a character.
            .unwrap_or_else(|| characters(rest));
        let (part, after) = rest.split_at(end);
        let part = part.trim();
        if !part.is_empty() {
            parts.push(part.to_owned());
        }
        rest = after.trim_start();
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The end of the last whole piece that fits; `None` if not even the first does.
fn cut<'a>(pieces: Box<dyn Iterator<Item = &'a str> + 'a>) -> Option<usize> {
    let (mut taken, mut end) = (0, 0);
    for piece in pieces {
        taken += units(piece);
        if taken > MOST_UNITS {
            break;
        }
        end += piece.len();
    }
    (end > 0).then_some(end)
}

fn lines(text: &str) -> Box<dyn Iterator<Item = &str> + '_> {
    Box::new(text.split_inclusive('\n'))
}

fn sentences(text: &str) -> Box<dyn Iterator<Item = &str> + '_> {
    Box::new(text.split_sentence_bounds())
}

fn words(text: &str) -> Box<dyn Iterator<Item = &str> + '_> {
    Box::new(text.split_word_bounds())
}

fn letters(text: &str) -> Box<dyn Iterator<Item = &str> + '_> {
    Box::new(text.graphemes(true))
}

fn characters(text: &str) -> usize {
    let mut taken = 0;
    text.char_indices()
        .find(|(_, c)| {
            taken += c.len_utf16();
            taken > MOST_UNITS
        })
        .map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_that_fits_is_one_part() {
        assert_eq!(split("a short text"), ["a short text"]);
        assert_eq!(split(&"a".repeat(MOST_UNITS)).len(), 1);
        // A tree is one letter and two units.
        assert_eq!(split(&"🌳".repeat(MOST_UNITS / 2)).len(), 1);
        assert_eq!(split(&"🌳".repeat(MOST_UNITS / 2 + 1)).len(), 2);
    }

    #[test]
    fn the_cut_is_at_a_line_else_a_sentence_else_a_word() {
        let line = "x".repeat(3000);
        assert_eq!(split(&format!("{line}\n{line}")), [line.clone(), line]);
        let sentence = format!("The {}. ", "word ".repeat(400).trim());
        assert!(split(&sentence.repeat(4))[0].ends_with('.'));
        let parts = split(&"word ".repeat(2000));
        assert!(parts.iter().all(|part| part.ends_with("word")), "no word is cut");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

        #[test]
        fn every_part_fits_and_nothing_but_blanks_is_lost(
            text in prop::collection::vec("[a-z .\n🌳\u{300}مرحبا]{0,400}", 1..40),
        ) {
            let text = text.concat();
            let parts = split(&text);
            prop_assert!(parts.iter().all(|part| units(part) <= MOST_UNITS));
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&parts.concat()), bare(&text));
        }
    }
}
