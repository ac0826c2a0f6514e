//! Asking again: what was wrong with the last reply, what helps, and each time less to read.

use majlis_flows::understand::fold;
use majlis_flows::{Ask, Session, Step};

use super::Writer;

impl Writer<'_> {
    /// What was wrong with the last reply, and what helps. The third time it is the shortest form of that.
    pub(crate) fn again(&self, session: &Session, step: &Step, again: u8) -> String {
        let Some(ask) = &step.ask else { return String::new() };
        let heard = session.heard.last().map(|words| numbers(words));
        let key = key(ask, heard.as_deref(), again > 1);
        let count = ask.options().len().to_string();
        let (min, max) = range(ask);
        let (min, max) = (min.to_string(), max.to_string());
        let total =
            if let Ask::Points { total, .. } = ask { total.to_string() } else { String::new() };
        let args = [("min", &*min), ("max", &*max), ("count", &*count), ("total", &*total)];
        self.tell(&session.lang, key, &args)
    }
}

/// The sentence. `heard` are the numbers of the last reply; `None` if no reply is known.
fn key(ask: &Ask, heard: Option<&[i64]>, short: bool) -> &'static str {
    let (min, max) = range(ask);
    // Such a number was understood well.
    let outside = matches!(heard, Some([number]) if !(min..=max).contains(number));
    match ask {
        Ask::Choice { .. } | Ask::YesNo { .. } | Ask::Consent | Ask::Reaction { .. } => {
            match (short, outside) {
                (true, _) => "again-choice-short",
                (false, true) => "again-range",
                (false, false) => "again-choice",
            }
        }
        Ask::Choices { .. } if short => "again-choices-short",
        Ask::Choices { .. } => "again-choices",
        Ask::Ranking { .. } if short => "again-ranking-short",
        Ask::Ranking { .. } => "again-ranking",
        // "That does not add up" is said only of what does not.
        Ask::Points { options, total } => {
            let wrong = heard.is_none_or(|shares| {
                shares.len() == options.len()
                    && shares.iter().fold(0_i64, |sum, share| sum.saturating_add(*share)) != *total
            });
            if wrong && !short { "again-points" } else { "again-points-short" }
        }
        Ask::Rating { .. } | Ask::Number { .. } if short || outside => "again-range",
        Ask::Rating { .. } => "again-rating",
        Ask::Number { .. } => "again-number",
        Ask::Date if short => "again-date-short",
        Ask::Date => "again-date",
        Ask::Place | Ask::Text { .. } if short => "again-text-short",
        Ask::Place => "again-place",
        Ask::Text { .. } => "again-text",
        Ask::File => "again-file",
    }
}

/// The whole numbers in a reply, in the digits of any language.
fn numbers(words: &str) -> Vec<i64> {
    let folded = fold(words);
    let digits = folded.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.parse().unwrap_or(i64::MAX)).collect()
}

/// The numbers between which an answer lies.
fn range(ask: &Ask) -> (i64, i64) {
    let to = |count: usize| (1, i64::try_from(count).unwrap_or(i64::MAX));
    match ask {
        Ask::Rating { min, max } | Ask::Number { min, max } => (*min, *max),
        Ask::Choices { min, max, .. } => (i64::try_from(*min).unwrap_or(1), to(*max).1),
        Ask::Ranking { top, .. } => to(*top),
        Ask::YesNo { unsure: true } | Ask::Reaction { .. } => (1, 3),
        Ask::YesNo { .. } | Ask::Consent => (1, 2),
        ask => to(ask.options().len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points() -> Ask {
        Ask::Points { options: vec!["a".to_owned(), "b".to_owned()], total: 100 }
    }

    #[test]
    fn numbers_that_add_up_are_not_said_not_to() {
        assert_eq!(key(&points(), Some(&[30, 50]), false), "again-points");
        assert_eq!(key(&points(), Some(&[50, 50]), false), "again-points-short");
        assert_eq!(key(&points(), Some(&[]), false), "again-points-short");
        assert_eq!(key(&points(), Some(&[30, 50]), true), "again-points-short");
    }

    #[test]
    fn a_number_outside_of_the_range_is_told_the_range() {
        let number = Ask::Number { min: 1, max: 30 };
        assert_eq!(numbers("٣١"), [31]);
        assert_eq!(key(&number, Some(&[31]), false), "again-range");
        assert_eq!(key(&number, Some(&[]), false), "again-number");
        assert_eq!(key(&Ask::YesNo { unsure: false }, Some(&[7]), false), "again-range");
    }

    #[test]
    fn the_third_time_every_question_is_asked_in_other_words_than_the_second() {
        let asks = [
            points(),
            Ask::Number { min: 1, max: 30 },
            Ask::Rating { min: 1, max: 5 },
            Ask::Date,
            Ask::Place,
            Ask::Text { max_chars: 600 },
            Ask::YesNo { unsure: true },
        ];
        for ask in asks {
            assert_ne!(key(&ask, None, false), key(&ask, None, true), "{ask:?}");
        }
    }
}
