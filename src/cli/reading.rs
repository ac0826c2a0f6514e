//! `understand` and `language`: lines in, JSON lines out.

use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

use majlis_flows::{Faults, language, understand as reading};
use serde_json::Value;

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
    each_line(|line| Ok(language::row(line)))
}
