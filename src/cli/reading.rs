//! `understand` and `language`: lines in, JSON lines out.

use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

use majlis_flows::{Faults, language, understand as reading};
use serde_json::{Value, json};

use super::{Failure, Outcome};
use crate::config::Config;
use crate::library::{Folders, Library};

/// Reads standard input line by line; `answer` makes one line of each.
fn each_line(mut answer: impl FnMut(&str) -> Result<Value, String>) -> Outcome {
    let stdin = std::io::stdin().lock();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, line) in stdin.lines().enumerate() {
        let line = line.map_err(|error| {
            Failure::Failed(format!("line {}: {error} — send UTF-8 text", number + 1))
        })?;
        if line.trim().is_empty() {
            continue;
        }
        let value =
            answer(&line).map_err(|why| Failure::Failed(format!("line {}: {why}", number + 1)))?;
        super::written(writeln!(out, "{value}"))?;
    }
    super::written(out.flush())
}

pub(super) fn understand(config: Option<&Path>) -> Outcome {
    let folders = match config {
        Some(_) => super::read_config(config).map(|config: Config| config.folders)?,
        None => Folders::default(),
    };
    let mut faults = Faults::default();
    let library = Library::load(&folders, &mut faults);
    if !faults.is_empty() {
        return Err(Failure::Failed(faults.to_string()));
    }
    each_line(|line| {
        let row: Value = serde_json::from_str(line)
            .map_err(|error| format!("{error} — write one JSON object a line"))?;
        Ok(reading::row(&row, &library.lexicon))
    })
}

pub(super) fn language() -> Outcome {
    each_line(|line| {
        // A line of JSON may name the languages to choose from; anything else is a text.
        let row: Option<Value> =
            line.starts_with('{').then(|| serde_json::from_str(line).ok()).flatten();
        let text = row.as_ref().and_then(|row| row.get("text")).and_then(Value::as_str);
        let allow: Vec<&str> = row
            .as_ref()
            .and_then(|row| row.get("allow"))
            .and_then(Value::as_array)
            .map(|tags| tags.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        Ok(match language::detect(text.unwrap_or(line), &allow) {
            Some(found) => json!({
                "lang": found.lang,
                "script": found.script,
                "romanised": found.romanised,
                "confidence": (f64::from(found.confidence) * 100.0).round() / 100.0,
            }),
            None => json!({"abstain": true}),
        })
    })
}
