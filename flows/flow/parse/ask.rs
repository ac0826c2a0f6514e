//! What a step asks, with its settings.

use super::super::Ask;
use super::{LONGEST_ID, is_id};
use crate::source::{Faults, Table};

/// Most options that one digit can pick; lists of several may be longer.
const MOST_OPTIONS: usize = 9;
const MOST_OF_SEVERAL: usize = 20;
/// Words of a text question that are kept without a flag, if the flow says nothing.
const MAX_CHARS: i64 = 600;
/// Bounds of a `number` whose flow gives none.
const NUMBERS: (i64, i64) = (0, 1_000_000_000);

const ASKS: &str = "choice, choices, ranking, rating, yes-no, reaction, points, number, date, text, \
                    place, file, consent";

/// A question, or several statements to react to.
pub(super) enum Asked {
    One(Ask),
    /// Codes of the statements.
    Statements(Vec<String>),
}

pub(super) fn ask(part: &mut Table, faults: &mut Faults) -> Option<Asked> {
    let name = part.str("ask", faults)?;
    let ask = match name.as_str() {
        "choice" => {
            let other = part.opt_bool("other", faults).unwrap_or(false);
            Ask::Choice { options: codes(part, "options", MOST_OPTIONS, faults), other }
        }
        "choices" => choices(part, faults),
        "ranking" => {
            let options = codes(part, "options", MOST_OPTIONS, faults);
            let top = size(part, "top", options.len(), faults);
            Ask::Ranking { options, top }
        }
        "reaction" => {
            let codes = codes(part, "statements", MOST_OF_SEVERAL, faults);
            return Some(Asked::Statements(codes));
        }
        "points" => {
            let options = codes(part, "options", MOST_OPTIONS, faults);
            let total = part.opt_int("total", faults).unwrap_or(100);
            if !(2..=1_000_000).contains(&total) {
                part.fault("total", faults, "`total` is not 2 to 1000000", "write `total = 100`");
            }
            Ask::Points { options, total }
        }
        "text" => text(part, faults),
        "rating" => rating(part, faults),
        "yes-no" => Ask::YesNo { unsure: part.opt_bool("unsure", faults).unwrap_or(false) },
        "number" => {
            let (min, max) = bounds(part, NUMBERS, faults);
            Ask::Number { min, max }
        }
        "date" => Ask::Date,
        "place" => Ask::Place,
        "file" => Ask::File,
        "consent" => Ask::Consent,
        other => {
            let what = format!("`ask = \"{other}\"` is unknown");
            part.fault("ask", faults, what, format!("use one of {ASKS}"));
            // Settings of an ask that is not understood are no second fault.
            for key in [
                "options",
                "statements",
                "min",
                "max",
                "top",
                "total",
                "unsure",
                "max_chars",
                "other",
            ] {
                part.take(key);
            }
            return None;
        }
    };
    Some(Asked::One(ask))
}

fn choices(part: &mut Table, faults: &mut Faults) -> Ask {
    let options = codes(part, "options", MOST_OF_SEVERAL, faults);
    let min = size(part, "min", 1, faults);
    let max = size(part, "max", options.len(), faults);
    if min > max || max > options.len() {
        let what = format!("{min} to {max} of {} options cannot be named", options.len());
        let key = if part.line_of("max") == part.line { "min" } else { "max" };
        part.fault(key, faults, what, "correct `min` or `max`");
    }
    Ask::Choices { options, min, max }
}

fn text(part: &mut Table, faults: &mut Faults) -> Ask {
    let max = part.opt_int("max_chars", faults).unwrap_or(MAX_CHARS);
    let max_chars = usize::try_from(max).unwrap_or(0);
    if !(1..=100_000).contains(&max_chars) {
        let what = "`max_chars` is not 1 to 100000";
        part.fault("max_chars", faults, what, "write `max_chars = 600`");
    }
    Ask::Text { max_chars }
}

fn rating(part: &mut Table, faults: &mut Faults) -> Ask {
    let (min, max) = bounds(part, (1, 5), faults);
    if !(-1000..=1000).contains(&min) || !(-1000..=1000).contains(&max) {
        let what = "a scale this long cannot be answered";
        part.fault("max", faults, what, "keep it between -1000 and 1000");
    }
    Ask::Rating { min, max }
}

/// A list of codes: options or statements.
fn codes(part: &mut Table, key: &'static str, most: usize, faults: &mut Faults) -> Vec<String> {
    if !part.has(key) {
        part.missing(key, "a list of codes", faults);
        return Vec::new();
    }
    let what = if key == "options" { "option" } else { "statement" };
    let items = part.strings(key, faults);
    let mut codes: Vec<String> = Vec::with_capacity(items.len());
    for (code, line) in items {
        if !is_id(&code) {
            let mend = format!("use small letters, digits and `-`, {LONGEST_ID} at most");
            faults.add(&part.file, line, format!("`{code}` is no good {what} code"), mend);
        } else if codes.contains(&code) {
            faults.add(&part.file, line, format!("{what} `{code}` is there twice"), "remove one");
        }
        codes.push(code);
    }
    if codes.is_empty() || codes.len() > most {
        let mend = match most {
            MOST_OPTIONS => format!("give 1 to {most}, so that one digit picks"),
            _ => format!("give 1 to {most}: longer lists are not read on a small phone"),
        };
        part.fault(key, faults, format!("{} {key}", codes.len()), mend);
    }
    codes
}

/// A number of options, 1 or more.
fn size(part: &mut Table, key: &'static str, default: usize, faults: &mut Faults) -> usize {
    let Some(number) = part.opt_int(key, faults) else { return default };
    match usize::try_from(number) {
        Ok(size) if (1..=MOST_OF_SEVERAL).contains(&size) => size,
        _ => {
            let what = format!("`{key}` is {number}");
            part.fault(key, faults, what, "write how many options, 1 or more");
            default
        }
    }
}

fn bounds(part: &mut Table, default: (i64, i64), faults: &mut Faults) -> (i64, i64) {
    let min = part.opt_int("min", faults).unwrap_or(default.0);
    let max = part.opt_int("max", faults).unwrap_or(default.1);
    if min >= max {
        let key = if part.line_of("max") == part.line { "min" } else { "max" };
        let what = format!("`min` {min} is not below `max` {max}");
        part.fault(key, faults, what, "correct one of them");
    }
    (min, max)
}
