//! Bytes become words. Labels are often wrong: Arabic programs of the old days write windows-1256 and call it
//! anything. So: what is UTF-8 is UTF-8; else the label; and where label and bytes contradict, the bytes.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1256};
use mail_parser::{Message, MessagePart, MimeHeaders};

/// Of its letters, so many in a hundred lie above ASCII in a text of Arabic letters; in a language of western
/// Europe far fewer do.
const FOREIGN: usize = 60;

/// The words of a text part. `parsed` is what the parser made of it, for bytes that cannot be found again.
pub(super) fn text(message: &Message<'_>, part: &MessagePart<'_>, parsed: &str) -> String {
    let Some(bytes) = super::contents(message, part) else { return parsed.to_owned() };
    let label = part.content_type().and_then(|kind| kind.attribute("charset"));
    decode(&bytes, label).unwrap_or_else(|| parsed.to_owned())
}

/// `None` where the parser knows better: encodings that it reads and we do not.
fn decode(bytes: &[u8], label: Option<&str>) -> Option<String> {
    // "unicode" is a name of UTF-16, but what bears it seldom is: then there would be zeros.
    let wide = bytes.contains(&0);
    let named = label
        .and_then(|label| Encoding::for_label(label.trim().as_bytes()))
        .filter(|named| wide || !named.name().starts_with("UTF-16"));
    // Encodings of their own shape, which ASCII bytes do not tell apart from UTF-8.
    let own_shape = named.is_some_and(|named| !named.is_ascii_compatible())
        || label.is_some_and(|label| {
            let label = label.to_ascii_lowercase();
            label.starts_with("utf-7") || label.starts_with("iso-2022") || label.starts_with("hz")
        });
    if own_shape {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let latin = |named: &'static Encoding| named == WINDOWS_1252 || named == UTF_8;
    match named {
        Some(named) if !latin(named) => Some(named.decode(bytes).0.into_owned()),
        _ if is_foreign(bytes) => Some(WINDOWS_1256.decode(bytes).0.into_owned()),
        _ => Some(WINDOWS_1252.decode(bytes).0.into_owned()),
    }
}

/// Letters above ASCII make up most of the words: no Latin language looks like that.
fn is_foreign(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| **byte >= 0xc0).count();
    let low = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    // Lines of quotation bring Latin letters with them: the words themselves are looked at.
    let words = bytes.split(|byte| byte.is_ascii_whitespace());
    let whole = words
        .filter(|word| word.len() > 2)
        .filter(|word| {
            word.iter().filter(|byte| **byte >= 0xc0).count() * 100 > word.len() * FOREIGN
        })
        .count();
    whole > 0 && (high * 100 > (high + low) * FOREIGN || whole >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    // The Arabic of these tests is machine-drafted.
    #[test]
    fn mislabelled_arabic_is_read() {
        let arabic = "نعم أريد حديقة قريبة من بيتي";
        let (bytes, ..) = WINDOWS_1256.encode(arabic);
        for label in [
            None,
            Some("utf-8"),
            Some("iso-8859-1"),
            Some("windows-1256"),
            Some("ansi"),
            Some("unicode"),
            Some("us-ascii"),
        ] {
            assert_eq!(decode(&bytes, label).as_deref(), Some(arabic), "{label:?}");
        }
        assert_eq!(decode(arabic.as_bytes(), Some("iso-8859-1")).as_deref(), Some(arabic));
    }

    #[test]
    fn french_stays_french() {
        let french = "J'ai répondu à l'école, ça a été très bien";
        let (bytes, ..) = WINDOWS_1252.encode(french);
        for label in [None, Some("utf-8"), Some("iso-8859-1"), Some("windows-1252")] {
            assert_eq!(decode(&bytes, label).as_deref(), Some(french), "{label:?}");
        }
    }

    #[test]
    fn a_named_encoding_is_believed() {
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("парк");
        assert_eq!(decode(&bytes, Some("windows-1251")).as_deref(), Some("парк"));
        let (bytes, ..) = encoding_rs::ISO_8859_6.encode("نعم");
        assert_eq!(decode(&bytes, Some("iso-8859-6")).as_deref(), Some("نعم"));
    }
}
