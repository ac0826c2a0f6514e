//! A message as Telegram shows it.
//!
//! The text has its numbered options as everywhere, so that a screen reader, a copy and an old app have them; each
//! button under it repeats one, number first. Plain text, never Markdown or HTML: a resident's words cannot break it.

mod split;

use super::tap::Buttons;
use crate::{Message, Question, fit};

pub use split::{MOST_UNITS, split};

/// Most buttons under a message; more would be a wall. What has none is in the text all the same.
const MOST_BUTTONS: usize = 20;

/// Most letters on a button: a phone shows about so many.
const MOST_LETTERS: usize = 48;

/// A message in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Never empty; each at most [`MOST_UNITS`].
    pub parts: Vec<String>,
    /// Under the last part, one a row: what stands on it, and the option's code.
    pub buttons: Vec<(String, String)>,
}

/// Brings a message into the form it has on Telegram.
#[must_use]
pub fn show(message: &Message) -> Shown {
    Shown { parts: split(&fit::plain(message)), buttons: buttons(message) }
}

fn buttons(message: &Message) -> Vec<(String, String)> {
    let Some(question) = message.question.as_ref().filter(|question| one_tap_answers(question))
    else {
        return Vec::new();
    };
    let label = |(at, (code, text)): (usize, &(String, String))| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // A rating's options are numbers themselves.
        let number = (question.ask != "rating").then(|| fit::number(question, at + 1));
        let label = number.map_or(text.clone(), |number| format!("{number} {text}"));
        (fit::short(&label, MOST_LETTERS), code.clone())
    };
    question.options.iter().enumerate().take(MOST_BUTTONS).map(label).collect()
}

/// Where several options make one answer, a tap would be half of it.
fn one_tap_answers(question: &Question) -> bool {
    matches!(
        question.ask.as_str(),
        "choice"
            | "yes-no"
            | "consent"
            | "reaction"
            | "rating"
            | "confirm"
            | "menu-change"
            | "menu-erase"
    )
}

/// What goes into the buttons for this person: label and `callback_data`.
pub(super) fn rows(
    shown: &Shown,
    message: &Message,
    person: u64,
    keys: &Buttons,
) -> Vec<(String, String)> {
    let Some(question) = &message.question else { return Vec::new() };
    // A menu is not the step that waits behind it.
    let menu = question.ask.starts_with("menu-");
    let step = if menu { &question.ask } else { &question.step };
    let submission = question.submission.as_deref();
    let row = |(label, code): &(String, String)| {
        Some((label.clone(), keys.write(person, submission, step, code)?))
    };
    shown.buttons.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(ask: &str, options: usize) -> Message {
        let option = |n: usize| (format!("o{n}"), format!("Option {n}"));
        Message {
            lang: "en".to_owned(),
            text: "Which?".to_owned(),
            question: Some(Question {
                step: "choice".to_owned(),
                ask: ask.to_owned(),
                options: (1..=options).map(option).collect(),
                listed: true,
                ..Question::default()
            }),
            hint: None,
        }
    }

    #[test]
    fn options_are_in_the_text_and_on_buttons_with_the_same_number() {
        let shown = show(&message("choice", 2));
        assert_eq!(shown.parts, ["Which?\n1 Option 1\n2 Option 2"]);
        let labels: Vec<&str> = shown.buttons.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["1 Option 1", "2 Option 2"]);
    }

    #[test]
    fn many_options_are_all_in_the_text() {
        let shown = show(&message("choice", 30));
        assert_eq!(shown.buttons.len(), MOST_BUTTONS);
        assert!(shown.parts[0].ends_with("30 Option 30"));
    }

    #[test]
    fn answers_of_several_options_have_no_buttons() {
        for ask in ["choices", "ranking", "points", "text", "number", "date", "place"] {
            assert_eq!(show(&message(ask, 3)).buttons, [], "{ask}");
        }
    }

    #[test]
    fn a_long_option_is_cut_on_its_button_and_whole_in_the_text() {
        let mut message = message("choice", 1);
        let long = "a word ".repeat(40).trim().to_owned();
        if let Some(question) = &mut message.question {
            question.options[0].1.clone_from(&long);
        }
        let shown = show(&message);
        assert!(shown.parts[0].contains(&long));
        assert!(shown.buttons[0].0.chars().count() <= MOST_LETTERS + 1);
    }
}
