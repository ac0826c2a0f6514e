//! Reads a provider file: every fault with its line and how to mend it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use majlis_flows::source::{Faults, Table};

use super::examples::Example;
use super::fields::{Content, Place, path};
use super::inbound::Shape;
use super::outbound_format::{self, read_sending};
use super::signature::{Class, Scheme, Signature};
use super::{Answer, Provider};
use crate::ReportState;

const INBOUND: [&str; 6] = ["from", "to", "text", "id", "time", "charset"];
const STATUS: [&str; 5] = ["state", "delivery", "provider_id", "code", "charset"];

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
        if inbound.is_empty() && faults.0.len() == before {
            missing(&table, "[[inbound]]", "how a message of a resident looks", faults);
        }
        let answer = read_answer(&mut table, faults);
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
        let (sending, idempotent) = sending?;
        Some(Self {
            id: id?,
            title: title?,
            settings,
            optional,
            idempotent,
            signature,
            inbound,
            status,
            answer,
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

fn read_signature(table: &mut Table, faults: &mut Faults) -> Signature {
    let unsigned = Signature { class: Class::Unsigned, scheme: None };
    let Some(mut sign) = table.table("signature", faults) else {
        missing(table, "[signature]", "class = \"unsigned\" if the provider signs nothing", faults);
        return unsigned;
    };
    let class = match sign.str("class", faults).as_deref() {
        Some("signed-body") => Class::SignedBody,
        Some("signed-url") => Class::SignedUrl,
        Some("unsigned") | None => Class::Unsigned,
        Some(other) => {
            let mend = "write \"signed-body\", \"signed-url\" or \"unsigned\"";
            sign.fault("class", faults, format!("no class `{other}`"), mend);
            Class::Unsigned
        }
    };
    let scheme = if class == Class::Unsigned { None } else { read_scheme(&mut sign, faults) };
    sign.finish(faults);
    Signature { class, scheme }
}

fn read_scheme(sign: &mut Table, faults: &mut Faults) -> Option<(Scheme, String, String)> {
    let scheme = match sign.str("scheme", faults)?.as_str() {
        "twilio" => Scheme::Twilio,
        "hmac-sha256-hex" => {
            let prefix = sign.opt_str("prefix", faults).unwrap_or_default();
            Scheme::HmacSha256Hex { prefix }
        }
        other => {
            let mend = "write \"twilio\" or \"hmac-sha256-hex\"; another one needs code";
            sign.fault("scheme", faults, format!("no scheme `{other}`"), mend);
            return None;
        }
    };
    let header = sign.str("header", faults)?.to_ascii_lowercase();
    let secret = sign.str("secret", faults)?;
    Some((scheme, header, secret))
}

fn read_shape(
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
    let shape =
        Shape { method, content, each, fields, optional, hex, charset, charsets, id_from, states };
    check_shape(&table, &shape, status, faults);
    table.finish(faults);
    Some(shape)
}

fn read_content(table: &mut Table, faults: &mut Faults) -> Option<Content> {
    Some(match table.str("content", faults)?.as_str() {
        "query" => Content::Query,
        "form" => Content::Form,
        "json" => Content::Json,
        "raw" => Content::Raw,
        other => {
            let mend = "write \"query\", \"form\", \"json\" or \"raw\"";
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
            Ok(Place::Header(_)) if signature.scheme.is_some() => {
                let mend = "take it from where the signature reaches: query or body";
                faults.add(&table.file, line, "a header is not signed", mend);
            }
            Ok(Place::Query(_))
                if matches!(signature.scheme, Some((Scheme::HmacSha256Hex { .. }, _, _))) =>
            {
                let mend = "take it from the body";
                faults.add(&table.file, line, "the query is not signed by this scheme", mend);
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
            "ignore" => None,
            other => {
                let mend = "write \"sent\", \"delivered\", \"failed\" or \"ignore\"";
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
