//! The flow file (`flows/library/<id>.toml`, contract §6) becomes a [`Flow`]; every fault with line and mend.

mod ask;
mod order;
mod step;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::{Flow, Kind};
use crate::source::{Faults, Table};
use step::Read;

/// Longest id of a flow or step, and of an option code.
const LONGEST_ID: usize = 40;

impl Flow {
    /// Reads a flow file. `None` if anything is wrong; then `faults` says all of it.
    #[must_use]
    pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Option<Self> {
        let before = faults.0.len();
        let mut table = Table::parse(file, text, faults);
        let id = table.str("id", faults).unwrap_or_default();
        check_file_id(file, &id, &table, faults);
        let version = version(&mut table, faults);
        let kind = kind(&mut table, faults);
        let title = table.str("title", faults).unwrap_or_default();
        let mut read: Vec<Read> = Vec::new();
        for part in table.tables("step", faults) {
            step::read(part, &mut read, faults);
        }
        order::check_targets(file, &read, faults);
        if !read.iter().any(|read| !read.says) && before == faults.0.len() {
            faults.add(file, 1, "no step asks anything", "add a [[step]] with `id` and `ask`");
        }
        table.finish(faults);
        let steps = order::joined(read.into_iter().map(|read| read.step).collect());
        (faults.0.len() == before).then_some(Self { id, version, kind, title, steps })
    }
}

fn check_file_id(file: &str, id: &str, table: &Table, faults: &mut Faults) {
    let stem = Path::new(file).file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    if id.is_empty() {
        return;
    }
    if !is_id(id) {
        bad_id(id, "id", table, faults);
    } else if id != stem {
        table.fault(
            "id",
            faults,
            format!("the id is `{id}`, the file is `{stem}.toml`"),
            format!("write `id = \"{stem}\"`, or rename the file"),
        );
    }
}

/// Small letters, digits and `-`.
pub(super) fn is_id(id: &str) -> bool {
    let mut bytes = id.bytes();
    id.len() <= LONGEST_ID
        && bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn bad_id(id: &str, key: &str, table: &Table, faults: &mut Faults) {
    table.fault(
        key,
        faults,
        format!("`{id}` is no good id"),
        format!("use small letters, digits and `-`, {LONGEST_ID} at most"),
    );
}

fn version(table: &mut Table, faults: &mut Faults) -> u32 {
    if !table.has("version") {
        table.missing("version", "a whole number from 1", faults);
    }
    match table.opt_int("version", faults).map(u32::try_from) {
        Some(Ok(version)) if version > 0 => version,
        Some(_) => {
            table.fault("version", faults, "`version` is not 1 or more", "write `version = 1`");
            1
        }
        None => 1,
    }
}

fn kind(table: &mut Table, faults: &mut Faults) -> Kind {
    match table.str("kind", faults).as_deref() {
        Some("idea") => Kind::Idea,
        Some("feedback") => Kind::Feedback,
        Some("poll") | None => Kind::Poll,
        Some(other) => {
            let what = format!("kind `{other}` is unknown");
            table.fault("kind", faults, what, "write poll, idea or feedback");
            Kind::Poll
        }
    }
}
