//! Reads the `[[inbound]]` and `[[status]]` parts of a provider file.

use std::collections::BTreeMap;

use majlis_flows::source::{Faults, Table};

use super::fields::{Content, Place, path};
use super::format::missing;
use super::inbound::Shape;
use super::signature::{Class, Method, Signature};
use crate::ReportState;

const INBOUND: [&str; 10] = [
    "from",
    "to",
    "text",
    "id",
    "time",
    "charset",
    "udh",
    "part_reference",
    "part_number",
    "part_of",
];
const STATUS: [&str; 5] = ["state", "delivery", "provider_id", "code", "charset"];

pub(super) fn read_shape(
    mut table: Table,
    key: &'static str,
    signature: &Signature,
    faults: &mut Faults,
) -> Option<Shape> {
    let status = key == "status";
    let known: &[&'static str] = if status { &STATUS } else { &INBOUND };
    let method = table.str("method", faults).unwrap_or_default();
    if !matches!(method.as_str(), "GET" | "POST" | "") {
        let mend = "write \"GET\" or \"POST\"; two [[…]] tables for both";
        table.fault("method", faults, format!("no method `{method}`"), mend);
    }
    let content = read_content(&mut table, faults)?;
    let each = table.opt_str("each", faults).map(|text| path(&text));
    if each.is_some() && content != Content::Json {
        table.fault("each", faults, "`each` is for JSON", "remove it, or set content = \"json\"");
    }
    let only = read_only(&mut table, content, faults);
    let fields = read_places(&mut table, known, content, signature, faults);
    let optional = read_list(&mut table, "optional", known, faults);
    let hex = read_list(&mut table, "hex", known, faults);
    let id_from = read_list(&mut table, "id_from", known, faults);
    let charset = table.opt_str("charset", faults).unwrap_or_else(|| "utf-8".to_owned());
    if encoding_rs::Encoding::for_label(charset.as_bytes()).is_none() {
        let mend = "write one such as \"utf-8\", \"utf-16be\", \"windows-1256\"";
        table.fault("charset", faults, format!("no charset `{charset}`"), mend);
    }
    let charsets =
        table.map("charsets", faults).into_iter().map(|(theirs, ours, _)| (theirs, ours)).collect();
    let states = if status { read_states(&mut table, faults) } else { BTreeMap::new() };
    let codes = if status { table.strings("opted_out", faults) } else { Vec::new() };
    let opted_out = codes.into_iter().map(|(code, _)| code).collect();
    let shape = Shape {
        method,
        content,
        each,
        only,
        fields,
        optional,
        hex,
        charset,
        charsets,
        id_from,
        states,
        opted_out,
    };
    check_shape(&table, &shape, status, faults);
    table.finish(faults);
    Some(shape)
}

fn read_content(table: &mut Table, faults: &mut Faults) -> Option<Content> {
    Some(match table.str("content", faults)?.as_str() {
        "query" => Content::Query,
        "form" => Content::Form,
        "multipart" => Content::Multipart,
        "json" => Content::Json,
        "raw" => Content::Raw,
        other => {
            let mend = "write \"query\", \"form\", \"multipart\", \"json\" or \"raw\"";
            table.fault("content", faults, format!("no content `{other}`"), mend);
            return None;
        }
    })
}

fn read_places(
    table: &mut Table,
    known: &[&'static str],
    content: Content,
    signature: &Signature,
    faults: &mut Faults,
) -> BTreeMap<&'static str, Place> {
    let mut fields = BTreeMap::new();
    for (name, text, line) in table.map("fields", faults) {
        let Some(&field) = known.iter().find(|known| **known == name) else {
            let mend = format!("known here: {}", known.join(", "));
            faults.add(&table.file, line, format!("no field `{name}`"), mend);
            continue;
        };
        match Place::parse(&text, content) {
            Ok(Place::Header(_)) if signature.class != Class::Unsigned => {
                let mend = "take it from where the signature reaches: query or body";
                faults.add(&table.file, line, "a header is not signed", mend);
            }
            Ok(Place::Query(_)) if !query_is_signed(signature) => {
                let mend = "take it from the body";
                faults.add(&table.file, line, "the query is not signed", mend);
            }
            Ok(place) => {
                fields.insert(field, place);
            }
            Err(mend) => {
                faults.add(&table.file, line, format!("`{text}` is no place of a value"), mend);
            }
        }
    }
    fields
}

/// True if a query cannot be changed under the signature, or there is none that could be broken.
fn query_is_signed(signature: &Signature) -> bool {
    if signature.class == Class::SignedUrl {
        // Not even the body is then, and the path's secret guards both.
        return true;
    }
    signature.check.as_ref().is_none_or(|check| match check.method {
        Method::Jwt => check.claims.url.is_some(),
        _ => check.over.covers_query(),
    })
}

/// `only = { place = "value" }`: a request, or an entry of a batch, with other values is none of these.
fn read_only(table: &mut Table, content: Content, faults: &mut Faults) -> Vec<(Place, String)> {
    let mut only = Vec::new();
    for (text, value, line) in table.map("only", faults) {
        match Place::parse(&text, content) {
            Ok(place) => only.push((place, value)),
            Err(mend) => {
                faults.add(&table.file, line, format!("`{text}` is no place of a value"), mend);
            }
        }
    }
    only
}

fn read_list(
    table: &mut Table,
    key: &'static str,
    known: &[&'static str],
    faults: &mut Faults,
) -> Vec<String> {
    let names = table.strings(key, faults);
    for (name, line) in &names {
        if !known.contains(&name.as_str()) {
            let mend = format!("known here: {}", known.join(", "));
            faults.add(&table.file, *line, format!("no field `{name}`"), mend);
        }
    }
    names.into_iter().map(|(name, _)| name).collect()
}

fn read_states(table: &mut Table, faults: &mut Faults) -> BTreeMap<String, Option<ReportState>> {
    let mut states = BTreeMap::new();
    for (theirs, ours, line) in table.map("states", faults) {
        let state = match ours.as_str() {
            "sent" => Some(ReportState::Sent),
            "delivered" => Some(ReportState::Delivered),
            "failed" => Some(ReportState::Failed),
            "opted-out" => Some(ReportState::OptedOut),
            "ignore" => None,
            other => {
                let mend = "write \"sent\", \"delivered\", \"failed\", \"opted-out\" or \"ignore\"";
                faults.add(&table.file, line, format!("no state `{other}`"), mend);
                continue;
            }
        };
        states.insert(theirs, state);
    }
    if states.is_empty() {
        missing(table, "[status.states]", "their word = ours", faults);
    }
    states
}

/// What must be there for a request to say anything.
fn check_shape(table: &Table, shape: &Shape, status: bool, faults: &mut Faults) {
    let has = |name: &str| shape.fields.contains_key(name);
    let sure = |name: &str| has(name) && !shape.optional.iter().any(|o| o == name);
    let needed: &[&str] = if status { &["state"] } else { &["from", "text"] };
    for name in needed {
        if !sure(name) {
            let mend = format!("say under `fields` where `{name}` stands; it cannot be optional");
            table.fault("fields", faults, format!("no place for `{name}`"), mend);
        }
    }
    let parted = ["part_reference", "part_number", "part_of"];
    let there = parted.iter().filter(|name| has(name)).count();
    if there > 0 && there < parted.len() {
        let mend = "say where part_reference, part_number and part_of stand, all three";
        table.fault("fields", faults, "parts cannot be joined", mend);
    }
    if !shape.opted_out.is_empty() && !has("code") {
        let mend = "say under `fields` where `code` stands";
        table.fault("opted_out", faults, "no place for a code", mend);
    }
    if status && !has("delivery") && !has("provider_id") {
        let mend = "say where `delivery` (our id) or `provider_id` stands";
        table.fault("fields", faults, "a report must say which message it is of", mend);
    }
    if !status && !sure("id") && shape.id_from.is_empty() {
        let mend = "say where `id` stands, or add id_from = [\"from\", \"to\", \"text\", \"time\"]";
        table.fault("fields", faults, "two messages cannot be told apart", mend);
    }
    if !shape.id_from.is_empty() {
        for name in shape.id_from.iter().filter(|name| !has(name)) {
            let what = format!("`id_from` names `{name}`, which has no place");
            table.fault("id_from", faults, what, "add it under `fields`, or leave it out");
        }
        // Without the time, a resident's second «1» would be a copy of the first for ever.
        for name in ["from", "text", "time"] {
            if !shape.id_from.iter().any(|part| part == name) {
                let what = format!("`id_from` is without `{name}`");
                table.fault(
                    "id_from",
                    faults,
                    what,
                    "add it: different messages need different ids",
                );
            }
        }
    }
}
