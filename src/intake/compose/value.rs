//! A value in words: for "did you mean", and for the list of answers to change.

use jiff::civil::Date;
use majlis_flows::{Session, Step, Value, shown};

use super::Writer;
use crate::sentences::{isolated, language};

impl Writer<'_> {
    pub(super) fn value_text(&self, session: &Session, step: &Step, value: &Value) -> String {
        let lang = session.lang.as_str();
        let option = |code: &String| self.words(lang, &step.section, code);
        match value {
            Value::Choice { option: code } => option(code),
            Value::Choices { options } => list(lang, options.iter().map(option)),
            Value::Ranking { ranking } => {
                let places = ranking.iter().enumerate();
                list(lang, places.map(|(at, code)| format!("{} {}", at + 1, option(code))))
            }
            Value::Points { points } => {
                // As they were shown, which is how they were given.
                let ask = shown(step, session);
                let order = ask.as_ref().map_or(&[][..], |ask| ask.options());
                let shares = order.iter().filter_map(|code| points.get_key_value(code));
                list(lang, shares.map(|(code, share)| format!("{} {share}", option(code))))
            }
            Value::Answer { answer: code } | Value::Reaction { reaction: code, .. } => {
                self.common(lang, step, &[code]).pop().map(|(_, text)| text).unwrap_or_default()
            }
            Value::Rating { score, .. } => score.to_string(),
            Value::Number { number } => number.to_string(),
            Value::Date { date } => self.date(lang, *date),
            Value::Text { text } | Value::Other { other: text } => text.clone(),
            Value::Point { lat, lon, .. } => isolated(lang, &format!("{lat}, {lon}")),
            Value::Files { files } => {
                self.tell(lang, "file-count", &[("count", &files.len().to_string())])
            }
        }
    }

    /// A day with the name of its month.
    fn date(&self, lang: &str, date: Date) -> String {
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let month = format!("m{}", date.month());
        self.tell(lang, "page-date", &[("day", &day), ("month", &month), ("year", &year)])
    }
}

/// Members with the language's own comma.
fn list(lang: &str, members: impl Iterator<Item = String>) -> String {
    let comma = match lang {
        "zh" => "、",
        "am" => "፣ ",
        lang if language(lang).rtl => "، ",
        _ => ", ",
    };
    members.collect::<Vec<_>>().join(comma)
}
