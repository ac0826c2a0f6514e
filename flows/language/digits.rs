//! The digits a language is read with.

/// The zero of a language's own digits, where people use them daily beside 0 to 9 (CLDR, "native" numbering
/// systems; other Indic scripts, Amharic and Chinese have digits, too, but phones and money there show 0 to 9).
#[must_use]
pub fn native_zero(lang: &str) -> Option<char> {
    match lang.split(['-', '_']).next().unwrap_or(lang) {
        "ar" => Some('٠'),
        "fa" | "ps" | "ur" => Some('۰'),
        "hi" | "mr" | "ne" => Some('०'),
        "bn" => Some('০'),
        _ => None,
    }
}

/// A text with its numbers in other digits. What has a Latin letter in it stays: a receipt is copied, not read.
#[must_use]
pub fn in_digits(text: &str, zero: char) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let len = rest.find(|other| is_word(other) != is_word(c)).unwrap_or(rest.len());
        let (run, next) = rest.split_at(len);
        let number = is_word(c) && run.chars().all(|c| c.is_ascii_digit());
        if number {
            out.extend(run.chars().map(|c| other_digit(c, zero)));
        } else {
            out.push_str(run);
        }
        rest = next;
    }
    out
}

fn other_digit(c: char, zero: char) -> char {
    c.to_digit(10).and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_change_and_receipts_do_not() {
        let text = "أرسل من 1 إلى 25. رقم الإيصال K7P-4QM، أو 234-567.";
        let expected = "أرسل من ١ إلى ٢٥. رقم الإيصال K7P-4QM، أو 234-567.";
        assert_eq!(in_digits(text, '٠'), expected);
        assert_eq!(in_digits("", '٠'), "");
    }

    #[test]
    fn languages_that_write_with_other_digits_have_a_zero() {
        assert_eq!((native_zero("ur-PK"), native_zero("en")), (Some('۰'), None));
    }
}
