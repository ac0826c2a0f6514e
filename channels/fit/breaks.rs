//! Where a text that is too long for one message is broken: behind a sentence, else behind a word, else between
//! what a reader sees as characters (Unicode UAX #29).
//!
//! `unicode-segmentation` knows sentences of every script (`؟`, `۔`, `।`, `。`), and words wherever they are parted
//! by spaces or, as in Chinese, may be broken at each character. In Thai, Khmer, Lao and Burmese, which have
//! neither, it breaks between characters, never inside one: words of these would need dictionaries of several
//! megabytes (`icu_segmenter`), for texts that no campaign in them has yet come near.

use unicode_segmentation::UnicodeSegmentation;

/// The text in pieces of at most `most` characters each (at least 1); white space at the breaks is left out, and
/// nothing else.
#[must_use]
pub fn broken(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while let Some(window) = window(rest, most.max(1)) {
        let at = [sentence_end(rest, window), word_end(rest, window), cluster_end(rest, window)]
            .into_iter()
            .flatten()
            .next()
            .unwrap_or(window);
        let (piece, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        pieces.push(piece.trim_end());
        rest = after.trim_start();
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Where `most` characters end with the white space behind them, if the text is longer.
fn window(text: &str, most: usize) -> Option<usize> {
    let (at, _) = text.char_indices().nth(most)?;
    let rest = text.get(at..)?;
    Some(at + rest.len() - rest.trim_start().len())
}

fn sentence_end(text: &str, window: usize) -> Option<usize> {
    last(text.split_sentence_bound_indices().map(|(at, _)| at), window)
}

/// The last place behind white space; in a script without any, the last place between words.
fn word_end(text: &str, window: usize) -> Option<usize> {
    let bounds = || text.split_word_bound_indices();
    let spaces = bounds().filter(|(_, word)| word.trim().is_empty());
    last(spaces.map(|(at, word)| at + word.len()), window)
        .or_else(|| last(bounds().map(|(at, _)| at), window))
}

fn cluster_end(text: &str, window: usize) -> Option<usize> {
    last(text.grapheme_indices(true).map(|(at, _)| at), window)
}

/// The last place in the window that leaves something before it.
fn last(places: impl Iterator<Item = usize>, window: usize) -> Option<usize> {
    places.filter(|at| (1..=window).contains(at)).max()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // The Arabic, Urdu, Hindi and Malayalam here are machine-drafted.
    #[test]
    fn a_text_breaks_behind_its_sentences_in_every_script() {
        for (text, wanted) in [
            ("One is here. Two is here. Three.", vec!["One is here. Two is here.", "Three."]),
            ("هل هذا كاف؟ نعم هذا كاف جدا لنا.", vec!["هل هذا كاف؟", "نعم هذا كاف جدا لنا."]),
            ("یہ پہلا ہے۔ یہ دوسرا جملہ ہے۔", vec!["یہ پہلا ہے۔", "یہ دوسرا جملہ ہے۔"]),
            ("यह पहला है। यह दूसरा वाक्य है।", vec!["यह पहला है।", "यह दूसरा वाक्य है।"]),
            (
                "这是第一句话。这是第二句话。这是第三句话，很长很长。",
                vec!["这是第一句话。这是第二句话。", "这是第三句话，很长很长。"],
            ),
        ] {
            assert_eq!(broken(text, 25), wanted, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_is_too_long_breaks_between_words_then_between_characters() {
        assert_eq!(broken("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(broken("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(broken("ഒന്ന് രണ്ട് മൂന്ന്", 12), ["ഒന്ന് രണ്ട്", "മൂന്ന്"]);
        // A family is seven characters of Unicode and one of a reader's.
        assert_eq!(broken("ab👨‍👩‍👧‍👦cd", 8), ["ab", "👨‍👩‍👧‍👦", "cd"]);
        assert_eq!(broken("สวัสดีครับ", 5).concat(), "สวัสดีครับ");
    }

    proptest! {
        #[test]
        fn pieces_fit_and_lose_nothing_but_white_space(text in "\\PC{0,200}", most in 1usize..40) {
            let pieces = broken(&text, most);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&pieces.concat()), bare(&text));
            for piece in pieces {
                prop_assert!(piece.chars().count() <= most && !piece.is_empty());
            }
        }

        #[test]
        fn clusters_and_joiners_stay_whole(
            words in proptest::collection::vec("[👨‍👩‍👧‍👦]|क्\u{200d}ष|می\u{200c}خواهم|e\u{301}", 1..40),
        ) {
            let text = words.concat();
            let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let mut at = 0;
            for piece in broken(&text, 12) {
                at += text[at..].find(piece).unwrap();
                prop_assert!(bounds.contains(&at));
                at += piece.len();
            }
        }
    }
}
