//! The format of `words.toml`: one table a meaning, with `sure` and `likely` lists; `[names]` of languages,
//! and [`KEYED`] tables by number (`[numbers]`, `[days]` from today, `[months]` …).

use super::{Certainty, Senses, Word, role};
use crate::source::{Faults, Table, Value};

/// What an entry means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    Universal(Word),
    Danger,
    Yes,
    No,
    Unsure,
    Number(i64),
    Agree,
    Disagree,
    Pass,
    Ordinal(i64),
    Times(i64),
    Day(i64),
    Month(i64),
    Weekday(i64),
    Role(u64),
}

impl Meaning {
    /// It matters only where a day is asked for.
    pub(super) fn is_of_dates(&self) -> bool {
        match self {
            Self::Day(_) | Self::Month(_) | Self::Weekday(_) => true,
            Self::Role(role) => role & role::OF_DATES != 0,
            _ => false,
        }
    }

    /// Adds this meaning to what a phrase means.
    pub(super) fn apply(self, sure: bool, senses: &mut Senses) {
        let certainty = if sure { Certainty::Sure } else { Certainty::Likely };
        match self {
            Self::Yes => senses.yes = senses.yes.max(certainty),
            Self::No => senses.no = senses.no.max(certainty),
            Self::Unsure => senses.unsure = senses.unsure.max(certainty),
            Self::Number(n) => senses.number = Some((n, certainty)),
            Self::Ordinal(n) => senses.ordinal = Some((n, certainty)),
            Self::Agree => senses.agree = senses.agree.max(certainty),
            Self::Disagree => senses.disagree = senses.disagree.max(certainty),
            Self::Pass => senses.pass = senses.pass.max(certainty),
            Self::Times(n) => senses.times = Some(n),
            Self::Day(n) => senses.day = Some(n),
            Self::Month(n) => senses.month = Some(n),
            Self::Weekday(n) => senses.weekday = Some(n),
            Self::Role(role) => senses.roles |= role,
            Self::Universal(_) | Self::Danger => {}
        }
    }
}

/// One word or phrase of the file.
pub(super) struct Entry {
    pub text: String,
    pub meaning: Meaning,
    pub sure: bool,
    pub line: usize,
}

const MEANINGS: [(&str, Meaning); 54] = [
    ("stop", Meaning::Universal(Word::Stop)),
    ("stop-all", Meaning::Universal(Word::StopAll)),
    ("help", Meaning::Universal(Word::Help)),
    ("start", Meaning::Universal(Word::Start)),
    ("back", Meaning::Universal(Word::Back)),
    ("skip", Meaning::Universal(Word::Skip)),
    ("repeat", Meaning::Universal(Word::Repeat)),
    ("language", Meaning::Universal(Word::Language)),
    ("menu", Meaning::Universal(Word::Menu)),
    ("change", Meaning::Universal(Word::Change)),
    ("status", Meaning::Universal(Word::Status)),
    ("erase", Meaning::Universal(Word::Erase)),
    ("human", Meaning::Universal(Word::Human)),
    ("link", Meaning::Universal(Word::Link)),
    ("danger", Meaning::Danger),
    ("yes", Meaning::Yes),
    ("no", Meaning::No),
    ("unsure", Meaning::Unsure),
    ("agree", Meaning::Agree),
    ("disagree", Meaning::Disagree),
    ("pass", Meaning::Pass),
    ("at-home", Meaning::Role(role::AT_HOME)),
    ("neither", Meaning::Role(role::NEITHER)),
    ("last", Meaning::Role(role::LAST)),
    ("middle", Meaning::Role(role::MIDDLE)),
    ("all", Meaning::Role(role::ALL)),
    ("both", Meaning::Role(role::BOTH)),
    ("or", Meaning::Role(role::OR)),
    ("and", Meaning::Role(role::AND)),
    ("correction", Meaning::Role(role::CORRECTION)),
    ("negation", Meaning::Role(role::NEGATION)),
    ("hedge", Meaning::Role(role::HEDGE)),
    ("about", Meaning::Role(role::ABOUT)),
    ("bound", Meaning::Role(role::BOUND)),
    ("zero", Meaning::Role(role::ZERO)),
    ("amount", Meaning::Role(role::AMOUNT)),
    ("minus", Meaning::Role(role::MINUS)),
    ("out-of", Meaning::Role(role::OUT_OF)),
    ("from", Meaning::Role(role::FROM)),
    ("range", Meaning::Role(role::RANGE)),
    ("condition", Meaning::Role(role::CONDITION)),
    ("day-unit", Meaning::Role(role::DAY_UNIT)),
    ("week-unit", Meaning::Role(role::WEEK_UNIT)),
    ("month-unit", Meaning::Role(role::MONTH_UNIT)),
    ("ago", Meaning::Role(role::AGO)),
    ("within", Meaning::Role(role::WITHIN)),
    ("after", Meaning::Role(role::AFTER)),
    ("next", Meaning::Role(role::NEXT)),
    ("day-unclear", Meaning::Role(role::DAY_UNCLEAR)),
    ("calendar", Meaning::Role(role::CALENDAR)),
    ("clock", Meaning::Role(role::CLOCK)),
    ("star", Meaning::Role(role::STAR)),
    ("courtesy", Meaning::Role(role::COURTESY)),
    ("filler", Meaning::Role(role::FILLER)),
];

/// What a word means by the number it stands under.
type ByNumber = fn(i64) -> Meaning;

/// Tables whose keys are numbers, and whether their words are sure.
const KEYED: [(&str, bool, ByNumber); 8] = [
    ("numbers", true, Meaning::Number),
    ("numbers-likely", false, Meaning::Number),
    ("ordinals", true, Meaning::Ordinal),
    ("ordinals-likely", false, Meaning::Ordinal),
    ("multipliers", true, Meaning::Times),
    ("days", true, Meaning::Day),
    ("months", true, Meaning::Month),
    ("weekdays", true, Meaning::Weekday),
];

/// Without these a resident could not take part, or not leave.
const NEEDED: [&str; 5] = ["stop", "help", "skip", "yes", "no"];

/// Reads every entry; faults carry line and mend.
pub(super) fn read(lang: &str, file: &str, text: &str, faults: &mut Faults) -> Vec<Entry> {
    let mut table = Table::parse(file, text, faults);
    if let Some(said) = table.str("lang", faults)
        && said != lang
    {
        table.fault(
            "lang",
            faults,
            format!("lang is `{said}`, the folder is `{lang}`"),
            format!("write `lang = \"{lang}\"`, or move the file"),
        );
    }
    let mut out = Vec::new();
    for (key, meaning) in MEANINGS {
        let Some(mut part) = table.table(key, faults) else {
            if NEEDED.contains(&key) {
                table.missing(key, "a table with a list `sure`", faults);
            }
            continue;
        };
        for (list, sure) in [("sure", true), ("likely", false)] {
            for (text, line) in part.strings(list, faults) {
                out.push(Entry { text, meaning: meaning.clone(), sure, line });
            }
        }
        part.finish(faults);
    }
    keyed(&mut table, "names", true, faults, &mut out, |tag| {
        let good = (2..=8).contains(&tag.len())
            && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        good.then(|| Meaning::Universal(Word::Speak(tag.to_owned())))
    });
    for (key, certain, meaning) in KEYED {
        keyed(&mut table, key, certain, faults, &mut out, |n| n.parse().ok().map(meaning));
    }
    table.finish(faults);
    out
}

/// A table whose keys are data: `[numbers]` `1 = ["one"]`.
fn keyed(
    table: &mut Table,
    key: &'static str,
    sure: bool,
    faults: &mut Faults,
    out: &mut Vec<Entry>,
    meaning: impl Fn(&str) -> Option<Meaning>,
) {
    let Some(mut part) = table.table(key, faults) else { return };
    let names: Vec<String> = part.keys().map(str::to_owned).collect();
    for name in names {
        let line = part.line_of(&name);
        let Some(node) = part.take(&name) else { continue };
        let Some(meaning) = meaning(&name) else {
            let want =
                if key == "names" { "a language tag such as `ar`" } else { "a whole number" };
            faults.add(&part.file, line, format!("`{name}` is not {want}"), "correct the key");
            continue;
        };
        let Value::List(items) = node.value else {
            faults.add(&part.file, line, format!("`{name}` is no list"), "write [\"…\", \"…\"]");
            continue;
        };
        for item in items {
            match item.value {
                Value::Str(text) => {
                    out.push(Entry { text, meaning: meaning.clone(), sure, line: item.line });
                }
                _ => faults.add(&part.file, item.line, "not a string", "put the word in quotes"),
            }
        }
    }
}
