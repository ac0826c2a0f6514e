//! The text form of a message, for channels without buttons.

use majlis_flows::language::{in_digits, runs_right_to_left};
use unicode_segmentation::UnicodeSegmentation;

use super::direction::{Direction, balanced, direction, runs};
use crate::{Message, Question};

/// The message as one text: what is said, one line an option if the question lists them (`1 Later`, the
/// digit first; Latin, so that every keypad can show it, unless the campaign chose its language's own), then the hint.
///
/// A line takes its direction on a handset from its first letter, so one Latin option in an Arabic list
/// would carry its number to the other edge, and an Arabic sentence that begins with a Latin name would be laid out
/// from the left. Such a line begins with a direction mark (Unicode UAX #9, RLM or LRM); only then, as a mark costs
/// a unit.
#[must_use]
pub fn plain(message: &Message) -> String {
    let whole = whole(message);
    let mut lines: Vec<String> =
        message.text.trim_end().lines().map(|line| sentence_line(line, whole)).collect();
    lines.extend(numbered(message));
    if let Some(hint) = message.hint.as_deref().map(str::trim).filter(|hint| !hint.is_empty()) {
        lines.push(sentence_line(hint, whole));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// Which way the message runs as a whole.
fn whole(message: &Message) -> Option<Direction> {
    match runs_right_to_left(&message.lang) {
        true => Some(Direction::Right),
        false => direction(&message.text),
    }
}

/// The options of a question that lists them, one line each.
pub(crate) fn numbered(message: &Message) -> Vec<String> {
    let question = message.question.as_ref().filter(|question| question.listed);
    question.map_or_else(Vec::new, |question| option_lines(question, whole(message)).collect())
}

/// A line of what is said. One wholly in the other direction (an address, a name) stands as it is.
fn sentence_line(line: &str, whole: Option<Direction>) -> String {
    let turned = match whole {
        Some(Direction::Right) => {
            direction(line) != Some(Direction::Right) && runs(line, Direction::Right)
        }
        Some(Direction::Left) => {
            direction(line) == Some(Direction::Right) && runs(line, Direction::Left)
        }
        None => false,
    };
    let mark = if turned { mark(whole) } else { "" };
    format!("{mark}{line}")
}

fn option_lines(question: &Question, whole: Option<Direction>) -> impl Iterator<Item = String> {
    question.options.iter().enumerate().map(move |(at, (_, text))| {
        let text = one_line(text);
        let turned = match (whole, direction(&text)) {
            (Some(whole), Some(own)) => whole != own,
            // All its letters are isolated: such a line runs from the left.
            (Some(Direction::Right), None) => text.chars().any(char::is_alphabetic),
            _ => false,
        };
        let mark = if turned { mark(whole) } else { "" };
        format!("{mark}{} {text}", number(question, at + 1))
    })
}

/// The mark that makes a line run as the whole does.
fn mark(whole: Option<Direction>) -> &'static str {
    if whole == Some(Direction::Right) { "\u{200f}" } else { "\u{200e}" }
}

/// The number of an option, from 1, in the digits the campaign chose.
#[must_use]
pub fn number(question: &Question, at: usize) -> String {
    let number = at.to_string();
    question.zero.map_or(number.clone(), |zero| in_digits(&number, zero))
}

/// The beginning of a text, at most so many of what a reader sees as letters.
#[must_use]
pub fn short(text: &str, most: usize) -> String {
    let mut letters = text.graphemes(true);
    let start: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() { format!("{}…", start.trim_end()) } else { start }
}

/// An option's words on one line, without the invisible orders that would turn what follows them around. An isolate
/// that ends within them turns nothing.
fn one_line(text: &str) -> String {
    let whole = balanced(text);
    let kept: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}'))
        .filter(|c| whole || !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::{Encoding, measure};

    fn message(text: &str, options: &[&str], listed: bool, hint: Option<&str>) -> Message {
        let options = options.iter().map(|text| ("code".to_owned(), (*text).to_owned())).collect();
        Message {
            lang: "en".to_owned(),
            text: text.to_owned(),
            question: Some(Question {
                step: "choice".to_owned(),
                ask: "choice".to_owned(),
                options,
                listed,
                optional: false,
                ..Question::default()
            }),
            hint: hint.map(str::to_owned),
        }
    }

    #[test]
    fn options_are_numbered_lines_digit_first_then_the_hint() {
        let message =
            message("When should it close?", &["Later", "As now"], true, Some("STOP ends."));
        assert_eq!(plain(&message), "When should it close?\n1 Later\n2 As now\nSTOP ends.");
        assert_eq!(measure(&plain(&message)).encoding, Encoding::Gsm7);
    }

    #[test]
    fn a_question_that_names_its_scale_gets_no_lines() {
        assert_eq!(plain(&message("From 1 to 5?", &["1", "2"], false, None)), "From 1 to 5?");
    }

    #[test]
    fn a_campaign_may_number_in_its_languages_own_digits() {
        let mut message = message("متى؟", &["لاحقا", "3 مرات"], true, None);
        if let Some(question) = &mut message.question {
            question.zero = Some('٠');
        }
        assert_eq!(plain(&message), "متى؟\n١ لاحقا\n٢ 3 مرات");
    }

    // The Arabic of these tests is machine-drafted.
    #[test]
    fn arabic_options_keep_latin_digits_and_need_no_mark() {
        let message = message("متى تغلق الحديقة؟", &["لاحقا", "كما هي"], true, None);
        assert_eq!(plain(&message), "متى تغلق الحديقة؟\n1 لاحقا\n2 كما هي");
    }

    #[test]
    fn a_line_of_the_other_direction_keeps_its_number_at_the_same_edge() {
        let arabic = message("أي لغة؟", &["العربية", "English"], true, None);
        assert_eq!(plain(&arabic), "أي لغة؟\n1 العربية\n\u{200f}2 English");
        let english = message("Which language?", &["English", "العربية"], true, None);
        assert_eq!(plain(&english), "Which language?\n1 English\n\u{200e}2 العربية");
    }

    #[test]
    fn an_option_cannot_turn_the_lines_after_it_around() {
        let message = message("Which?", &["a\u{202e}b\nc", "\u{2067}d"], true, None);
        assert_eq!(plain(&message), "Which?\n1 ab c\n2 d");
    }

    #[test]
    fn an_arabic_message_that_begins_with_a_latin_name_runs_from_the_right_all_the_same() {
        let mut message =
            message("RTA: متى؟\nhttps://majlis.example", &["لاحقا"], true, Some("SMS: أجب"));
        message.lang = "ar".to_owned();
        assert_eq!(
            plain(&message),
            "\u{200f}RTA: متى؟\nhttps://majlis.example\n1 لاحقا\n\u{200f}SMS: أجب"
        );
        // Isolated, the name decides nothing, and a mark would be one unit for nothing.
        message.text = "\u{2068}RTA\u{2069}: متى؟".to_owned();
        message.hint = None;
        assert_eq!(plain(&message), "\u{2068}RTA\u{2069}: متى؟\n1 لاحقا");
    }

    #[test]
    fn an_option_keeps_the_isolate_of_a_name_within_it() {
        let mut message = message("متى؟", &["\u{2068}Zabeel\u{2069}"], true, None);
        message.lang = "ar".to_owned();
        assert_eq!(plain(&message), "متى؟\n\u{200f}1 \u{2068}Zabeel\u{2069}");
    }
}
