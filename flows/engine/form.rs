//! Values that a form or a button gives exactly.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::text::trim;
use crate::flow::Ask;
use crate::session::Value;

/// A form's value, if it is exactly one of those the question has. See [`super::Act::Picked`] for the forms.
pub(super) fn exact(ask: &Ask, value: &str) -> Option<Value> {
    match ask {
        Ask::Choice { options, other } => {
            if let Some(words) = value.strip_prefix("other:").filter(|_| *other) {
                let words = trim(words);
                return words
                    .chars()
                    .any(char::is_alphanumeric)
                    .then(|| Value::Other { other: words.to_owned() });
            }
            code(options, value).map(|option| Value::Choice { option })
        }
        Ask::Choices { options, min, max } => {
            let chosen = distinct(options, value)?;
            let in_order: Vec<String> =
                options.iter().filter(|code| chosen.contains(code)).cloned().collect();
            let fits = in_order.len() >= (*min).max(1) && in_order.len() <= *max;
            fits.then_some(Value::Choices { options: in_order })
        }
        Ask::Ranking { options, top } => {
            let ranking = distinct(options, value)?;
            (!ranking.is_empty() && ranking.len() <= *top).then_some(Value::Ranking { ranking })
        }
        Ask::Points { options, total } => points(options, *total, value),
        Ask::YesNo { .. } | Ask::Consent => {
            let unsure = matches!(ask, Ask::YesNo { unsure: true });
            let known = matches!(value, "yes" | "no") || (unsure && value == "unsure");
            known.then(|| Value::Answer { answer: value.to_owned() })
        }
        Ask::Reaction { statement } => matches!(value, "agree" | "disagree" | "pass")
            .then(|| Value::Reaction { statement: statement.clone(), reaction: value.to_owned() }),
        Ask::Rating { min, max } => {
            let score: i64 = value.trim().parse().ok()?;
            let (min, max) = (*min, *max);
            (min..=max).contains(&score).then_some(Value::Rating { score, min, max })
        }
        Ask::Number { min, max } => {
            let number: i64 = value.trim().parse().ok()?;
            (*min..=*max).contains(&number).then_some(Value::Number { number })
        }
        Ask::Date | Ask::Text { .. } | Ask::Place | Ask::File => None,
    }
}

fn code(options: &[String], value: &str) -> Option<String> {
    options.iter().find(|code| *code == value).cloned()
}

/// `c,a`: codes of the list, none twice.
fn distinct(options: &[String], value: &str) -> Option<Vec<String>> {
    let codes: Option<Vec<String>> =
        value.split(',').map(|name| code(options, name.trim())).collect();
    let codes = codes?;
    let set: BTreeSet<&String> = codes.iter().collect();
    (set.len() == codes.len()).then_some(codes)
}

/// `a=60,b=40`: shares of 0 or more that make the total.
fn points(options: &[String], total: i64, value: &str) -> Option<Value> {
    let mut points = BTreeMap::new();
    let mut sum = 0i64;
    for pair in value.split(',').filter(|pair| !pair.trim().is_empty()) {
        let (name, share) = pair.split_once('=')?;
        let share = share.trim();
        let share: i64 = if share.is_empty() { 0 } else { share.parse().ok()? };
        sum = sum.checked_add(share).filter(|_| share >= 0)?;
        if points.insert(code(options, name.trim())?, share).is_some() {
            return None;
        }
    }
    points.retain(|_, share| *share > 0);
    (sum == total).then_some(Value::Points { points })
}
