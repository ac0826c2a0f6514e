//! Numbers by which a person could be found, in words of the resident's own. The words stay as they are: a flag
//! (contract §8) tells whoever shows them to others to look first.

use majlis_flows::understand::fold;
use majlis_flows::{Answer, AnswerStatus, Value};

/// Digits of a phone number, from the shortest to the longest there is (ITU-T E.164).
const PHONE: std::ops::RangeInclusive<usize> = 7..=15;

/// The flags of a submission's free text, each once.
pub(crate) fn flags(answers: &[Answer]) -> Vec<&'static str> {
    let mut found = Vec::new();
    for run in answers.iter().flat_map(own_words).flat_map(runs) {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        let flag = if is_emirates_id(&digits) {
            "pii:emirates-id"
        } else if PHONE.contains(&digits.len()) && !is_date(&run) {
            "pii:phone"
        } else {
            continue;
        };
        if !found.contains(&flag) {
            found.push(flag);
        }
    }
    found.sort_unstable();
    found
}

/// What is free text in an answer: all of a `text`, a `place` or what was said beside a file; of others an answer in
/// own words, and what was not understood.
fn own_words(answer: &Answer) -> Vec<&str> {
    let value = match &answer.value {
        Some(Value::Text { text } | Value::Other { other: text }) => Some(text.as_str()),
        _ => None,
    };
    let free = ["text", "place", "file"].contains(&answer.ask.as_str());
    let raw = answer.raw.as_deref();
    let raw = raw.filter(|_| free || answer.status == AnswerStatus::Unclear);
    value.into_iter().chain(raw).collect()
}

/// Runs of digits of any script, with the signs that people write between them: at most two in a row.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut signs = String::new();
    // A line is a thought of its own.
    for c in text.lines().flat_map(|line| fold(line).chars().chain(['\n']).collect::<Vec<_>>()) {
        match c {
            '0'..='9' => {
                run.push_str(&signs);
                signs.clear();
                run.push(c);
            }
            ' ' | '-' | '.' | '(' | ')' | '/' if !run.is_empty() && signs.len() < 2 => {
                signs.push(c);
            }
            _ => {
                signs.clear();
                if !run.is_empty() {
                    runs.push(std::mem::take(&mut run));
                }
            }
        }
    }
    runs
}

/// `25/12/2026`, `2026-12-25`: eight digits at most, in three groups of which the first or last may be a year.
fn is_date(run: &str) -> bool {
    let sizes: Vec<usize> =
        run.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|size| *size > 0).collect();
    matches!(sizes[..], [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2])
}

/// `784-YYYY-NNNNNNN-C`: 15 digits of which the last is the check digit (Luhn, ISO/IEC 7812-1 annex B).
fn is_emirates_id(digits: &str) -> bool {
    digits.len() == 15 && digits.starts_with("784") && luhn(digits)
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(ask: &str, status: AnswerStatus, words: &str) -> Answer {
        Answer {
            step: ask.to_owned(),
            ask: ask.to_owned(),
            status,
            value: (ask == "text").then(|| Value::Text { text: words.to_owned() }),
            raw: Some(words.to_owned()),
            files: Vec::new(),
            order: Vec::new(),
            read_as: None,
            confidence: None,
            attempts: 1,
            at: None,
        }
    }

    fn of_text(words: &str) -> Vec<&'static str> {
        flags(&[answer("text", AnswerStatus::Answered, words)])
    }

    #[test]
    fn phone_numbers_are_flagged_however_they_are_written() {
        for words in [
            "call me: +971 50 123 4567",
            "050-1234567",
            "(04) 123.4567",
            "اتصلوا ٠٥٠١٢٣٤٥٦٧",
            "my number is 0501234567, thanks",
        ] {
            assert_eq!(of_text(words), ["pii:phone"], "{words}");
        }
    }

    #[test]
    fn an_emirates_id_is_flagged_if_its_check_digit_is_right() {
        assert_eq!(of_text("784-1984-1234567-9"), of_text("784198412345679"));
        let right: Vec<u32> =
            (0..10).filter(|c| is_emirates_id(&format!("78419841234567{c}"))).collect();
        assert_eq!(right, [right[0]], "one check digit fits");
        assert_eq!(of_text(&format!("it is 784-1984-1234567-{}", right[0])), ["pii:emirates-id"]);
        let both = format!("784-1984-1234567-{}\n0501234567", right[0]);
        assert_eq!(of_text(&both), ["pii:emirates-id", "pii:phone"]);
        // Luhn's well-known example.
        assert!(luhn("79927398713") && !luhn("79927398710"));
    }

    #[test]
    fn dates_hours_and_small_numbers_are_no_phone() {
        for words in
            ["since 25/12/2026", "2026-12-25", "from 10-12 at gate 3", "bus 27, 3000 people"]
        {
            assert!(of_text(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn only_free_text_is_looked_at() {
        let number = answer("number", AnswerStatus::Answered, "5012345678");
        assert!(flags(&[number]).is_empty());
        let unclear = answer("choice", AnswerStatus::Unclear, "ring 0501234567");
        assert_eq!(flags(&[unclear]), ["pii:phone"]);
    }
}
