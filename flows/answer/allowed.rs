//! Which values a question can have. Whatever a reply says, nothing else may come of it.

use crate::flow::Ask;
use crate::session::Value;

impl Ask {
    /// True if this value is one the question allows: of its type, within its bounds, of options it offers.
    #[must_use]
    pub fn allows(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Choice { options, .. }, Value::Choice { option }) => options.contains(option),
            (Self::Choice { other, .. }, Value::Other { other: words }) => {
                *other && !words.is_empty()
            }
            (Self::Choices { options, min, max }, Value::Choices { options: chosen }) => {
                are_of(options, chosen) && (*min..=*max).contains(&chosen.len())
            }
            (Self::Ranking { options, top }, Value::Ranking { ranking }) => {
                are_of(options, ranking) && (1..=*top).contains(&ranking.len())
            }
            (Self::Rating { min, max }, Value::Rating { score, min: low, max: high }) => {
                (min, max) == (low, high) && (min..=max).contains(&score)
            }
            (Self::YesNo { unsure }, Value::Answer { answer }) => {
                matches!(answer.as_str(), "yes" | "no") || (*unsure && answer == "unsure")
            }
            (Self::Consent, Value::Answer { answer }) => matches!(answer.as_str(), "yes" | "no"),
            (Self::Reaction { statement }, Value::Reaction { statement: of, reaction }) => {
                statement == of && matches!(reaction.as_str(), "agree" | "disagree" | "pass")
            }
            (Self::Points { options, total }, Value::Points { points }) => {
                points.keys().all(|code| options.contains(code))
                    && points.values().all(|share| *share > 0)
                    && points.values().try_fold(0_i64, |sum, share| sum.checked_add(*share))
                        == Some(*total)
            }
            (Self::Number { min, max }, Value::Number { number }) => (min..=max).contains(&number),
            (Self::Date, Value::Date { .. })
            | (Self::Place, Value::Point { .. })
            | (Self::File, Value::Files { .. }) => true,
            (Self::Text { .. } | Self::Place | Self::File, Value::Text { text }) => {
                !text.is_empty()
            }
            _ => false,
        }
    }
}

/// Each is an option, and none is named twice.
fn are_of(options: &[String], chosen: &[String]) -> bool {
    chosen.iter().enumerate().all(|(at, code)| {
        options.contains(code) && !chosen.iter().take(at).any(|before| before == code)
    })
}
