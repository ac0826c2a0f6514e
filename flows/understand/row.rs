//! One line of `majlis understand`: a question and a reply in JSON, a reading in JSON.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::{Question, Reading, read};
use crate::engine::Texts;
use crate::flow::Ask;
use crate::session::Value;
use crate::words::Lexicon;

/// Of a row that gives no `today`, so that the same row is read alike every day.
const FIRST_DAY: Date = jiff::civil::date(2026, 1, 1);

/// Exactly what the engine would do with this reply: `{"value":…,"read_as":…,"confidence":…}`,
/// `{"confirm":…}`, `{"unclear":true}` or `{"word":"stop"}`. A row that is no question is `{"unclear":true}` as well.
#[must_use]
pub fn row(row: &Json, lexicon: &Lexicon) -> Json {
    let unclear = json!({"unclear": true});
    let text = |key: &str| row.get(key).and_then(Json::as_str);
    let Some(reply) = text("reply") else { return unclear };
    let Some(ask) = text("ask").and_then(|name| ask(name, row)) else { return unclear };
    let lang = text("lang").unwrap_or("en");
    let offered: Vec<String> = row
        .get("offered")
        .and_then(Json::as_array)
        .map(|langs| langs.iter().filter_map(Json::as_str).map(str::to_owned).collect())
        .unwrap_or_else(|| vec![lang.to_owned()]);
    let texts = RowTexts { row, lang };
    let today = text("today").and_then(|day| day.parse().ok()).unwrap_or(FIRST_DAY);
    let question = Question { lang, step: "", ask: &ask, texts: &texts, offered: &offered, today };
    match read(&question, reply, lexicon) {
        Reading::Value { value, read_as, confidence } => {
            let confidence = (f64::from(confidence) * 100.0).round() / 100.0;
            json!({"value": short(&value), "read_as": read_as, "confidence": confidence})
        }
        Reading::Confirm { value, .. } => json!({"confirm": short(&value)}),
        Reading::Unclear | Reading::Danger => unclear,
        Reading::Word(word) => json!({"word": word.name()}),
    }
}

/// A score without its scale, a reaction without its statement: the row has them already.
fn short(value: &Value) -> Json {
    match value {
        Value::Rating { score, .. } => json!({"score": score}),
        Value::Reaction { reaction, .. } => json!({"reaction": reaction}),
        other => serde_json::to_value(other).unwrap_or(Json::Null),
    }
}

fn ask(name: &str, row: &Json) -> Option<Ask> {
    let int = |key: &str, default: i64| row.get(key).and_then(Json::as_i64).unwrap_or(default);
    let size = |key: &str, default: usize| usize::try_from(int(key, -1)).unwrap_or(default);
    let options = || -> Option<Vec<String>> {
        let options = row.get("options")?.as_array()?.iter();
        Some(options.filter_map(|option| option.get("code")?.as_str().map(str::to_owned)).collect())
    };
    let flag = |key: &str| row.get(key).and_then(Json::as_bool).unwrap_or(false);
    Some(match name {
        "choice" => Ask::Choice { options: options()?, other: flag("other") },
        "choices" => {
            let options = options()?;
            Ask::Choices { min: size("min", 1), max: size("max", options.len()), options }
        }
        "ranking" => {
            let options = options()?;
            Ask::Ranking { top: size("top", options.len()), options }
        }
        "rating" => Ask::Rating { min: int("min", 1), max: int("max", 5) },
        "yes-no" => Ask::YesNo { unsure: flag("unsure") },
        "reaction" => Ask::Reaction { statement: String::new() },
        "points" => Ask::Points { options: options()?, total: int("total", 100) },
        "number" => Ask::Number { min: int("min", 0), max: int("max", i64::MAX) },
        "date" => Ask::Date,
        "text" => Ask::Text { max_chars: usize::MAX },
        "place" => Ask::Place,
        "file" => Ask::File,
        "consent" => Ask::Consent,
        _ => return None,
    })
}

struct RowTexts<'a> {
    row: &'a Json,
    lang: &'a str,
}

impl Texts for RowTexts<'_> {
    fn option(&self, lang: &str, _step: &str, code: &str) -> Option<&str> {
        if lang == self.lang {
            let options = self.row.get("options")?.as_array()?;
            let is = |option: &&Json| option.get("code").and_then(Json::as_str) == Some(code);
            return options.iter().find(is)?.get("text")?.as_str();
        }
        self.row.get("option_texts")?.get(lang)?.get(code)?.as_str()
    }
}
