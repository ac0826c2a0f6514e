//! Reads a provider file: every fault with its line and how to mend it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use majlis_flows::source::{Faults, Table};

use super::examples::Example;
use super::fetch::read_fetching;
use super::inbound::Shape;
use super::inbound_format::read_shape;
use super::outbound_format::{self, read_sending};
use super::signature_format::read_signature;
use super::{Answer, Provider};

impl Provider {
    /// Reads a provider file. Faults are added to `faults`; `None` if there was any.
    #[must_use]
    pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Option<Self> {
        let before = faults.0.len();
        let mut table = Table::parse(file, text, faults);
        let id = read_id(&mut table, faults);
        let title = table.str("title", faults);
        table.opt_str("source", faults);
        let settings = read_names(&mut table, "settings", faults);
        let optional = read_names(&mut table, "optional", faults);
        let known: BTreeSet<&str> =
            settings.keys().chain(optional.keys()).map(String::as_str).collect();
        let signature = read_signature(&mut table, faults);
        let mut shapes = |key| -> Vec<Shape> {
            let tables = table.tables(key, faults);
            tables.into_iter().filter_map(|t| read_shape(t, key, &signature, faults)).collect()
        };
        let (inbound, status) = (shapes("inbound"), shapes("status"));
        let sends_only = table.opt_bool("sends_only", faults).unwrap_or(false);
        if sends_only && !inbound.is_empty() {
            let mend = "remove it, or the [[inbound]] tables";
            table.fault("sends_only", faults, "it takes messages too", mend);
        }
        if inbound.is_empty() && !sends_only && faults.0.len() == before {
            missing(&table, "[[inbound]]", "how a message of a resident looks", faults);
        }
        let one_address = table.opt_bool("one_address", faults).unwrap_or(false);
        if one_address && inbound.iter().chain(&status).any(|shape| shape.only.is_empty()) {
            let mend =
                "add `only` to each [[inbound]] and [[status]]: what tells messages from reports";
            table.fault("one_address", faults, "messages and reports cannot be told apart", mend);
        }
        if one_address && status.is_empty() {
            let mend = "add a table [[status]], or remove it";
            table.fault("one_address", faults, "there are no reports", mend);
        }
        let answer = read_answer(&mut table, faults);
        let fetching = table
            .table("fetch", faults)
            .and_then(|fetch| read_fetching(fetch, &known, signature.secret(), faults));
        let sending = match table.table("send", faults) {
            Some(send) => read_sending(send, &known, signature.secret(), faults),
            None => {
                missing(&table, "[send]", "how a message is sent", faults);
                None
            }
        };
        let examples: Vec<Example> = table
            .tables("example", faults)
            .into_iter()
            .filter_map(|t| Example::read(t, faults))
            .collect();
        if examples.is_empty() && faults.0.len() == before {
            missing(&table, "[[example]]", "a request as it comes, and what it says", faults);
        }
        table.finish(faults);
        if faults.0.len() > before {
            return None;
        }
        let (sending, idempotent, most_chars, cuts) = sending?;
        Some(Self {
            id: id?,
            title: title?,
            settings,
            optional,
            idempotent,
            most_chars,
            cuts,
            one_address,
            signature,
            inbound,
            status,
            answer,
            fetching,
            sending,
            examples,
            file: file.to_owned(),
        })
    }
}

pub(super) fn missing(table: &Table, header: &str, what: &str, faults: &mut Faults) {
    let mend = format!("add a table {header}: {what}");
    faults.add(&table.file, table.line, format!("`{header}` is missing"), mend);
}

fn read_id(table: &mut Table, faults: &mut Faults) -> Option<String> {
    let id = table.str("id", faults)?;
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !id.bytes().all(plain) {
        table.fault("id", faults, format!("`{id}` is no id"), "use a-z, 0-9 and -");
    }
    let stem = Path::new(&table.file).file_stem().and_then(|stem| stem.to_str());
    if stem.is_some_and(|stem| stem != id) {
        let mend = format!("name the file {id}.toml, or change the id");
        table.fault("id", faults, format!("id `{id}` is not the file's name"), mend);
    }
    Some(id)
}

/// Settings with what each is, in words.
fn read_names(
    table: &mut Table,
    key: &'static str,
    faults: &mut Faults,
) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (name, what, line) in table.map(key, faults) {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if !name.bytes().all(plain) || outbound_format::is_reserved(&name) {
            let mend = "use another name of a-z, 0-9 and _";
            faults.add(&table.file, line, format!("`{name}` cannot name a setting"), mend);
        }
        names.insert(name, what);
    }
    names
}

fn read_answer(table: &mut Table, faults: &mut Faults) -> Answer {
    let Some(mut answer) = table.table("answer", faults) else {
        return Answer { status: 200, content_type: None, body: String::new() };
    };
    let status = answer.opt_int("status", faults).unwrap_or(200);
    let status = u16::try_from(status).ok().filter(|status| (200..300).contains(status));
    if status.is_none() {
        let mend = "write 200 to 299; anything else makes the provider try again";
        answer.fault("status", faults, "no status of success", mend);
    }
    let content_type = answer.opt_str("content_type", faults);
    if content_type.as_ref().is_some_and(|kind| kind.parse::<axum::http::HeaderValue>().is_err()) {
        let mend = "write one such as \"text/plain\"";
        answer.fault("content_type", faults, "no content type", mend);
    }
    let body = answer.opt_str("body", faults).unwrap_or_default();
    if !body.is_empty() && content_type.is_none() {
        answer.fault("body", faults, "a body without `content_type`", "add content_type");
    }
    answer.finish(faults);
    Answer { status: status.unwrap_or(200), content_type, body }
}
