//! Cheap look-alikes: one curly quote makes a whole English text travel as UCS-2, at more than twice the price.

use std::borrow::Cow;

use super::gsm7;
use super::parts::measure;

/// What stands for a character that the handset alphabet lacks, if a reader loses nothing by it: other forms of
/// the same sign. Letters never: `ç` is not `c`, and what joins or parts letters (ZWJ, ZWNJ) is no ornament.
fn look_alike(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' => "\"",
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' => "'",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\t' => " ",
        _ => return None,
    })
}

/// The text with look-alikes if all of it then fits the handset alphabet and takes fewer parts; else as it is.
#[must_use]
pub fn thrifty(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| gsm7::septets(c).is_some() || look_alike(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match look_alike(c) {
            _ if gsm7::septets(c).is_some() => plain.push(c),
            Some(same) => plain.push_str(same),
            // A letter that must travel as UCS-2 takes all the others with it.
            None => return Cow::Borrowed(text),
        }
    }
    let cheaper = measure(&plain).parts < measure(text).parts;
    if cheaper { Cow::Owned(plain) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typographic_signs_give_way_where_that_saves_a_part() {
        let text = format!("“It’s late” – she said… {}", "and again ".repeat(6));
        assert_eq!(measure(&text).parts, 2);
        let wanted = format!("\"It's late\" - she said... {}", "and again ".repeat(6));
        assert_eq!(thrifty(&text), wanted);
        assert_eq!(measure(&thrifty(&text)).parts, 1);
    }

    #[test]
    fn a_text_that_gains_nothing_stays_as_it_was_written() {
        for text in [
            "“hi” – it’s".to_owned(),
            format!("“ç” {}", "a".repeat(100)),
            format!("“نعم” {}", "م".repeat(100)),
            format!("मैं“\u{200d}\u{200c}” {}", "क".repeat(100)),
            // Three signs for one would take a part more.
            "…".repeat(60),
            "plain".repeat(60),
        ] {
            assert!(matches!(thrifty(&text), Cow::Borrowed(_)), "{text}");
        }
    }
}
