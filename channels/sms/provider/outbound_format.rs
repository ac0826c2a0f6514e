//! Reads the `[send]` part of a provider file.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use majlis_flows::source::{Faults, Table, Value as FileValue};
use serde_json::Value;

use super::fields::path;
use super::outbound::{Auth, Carrier, FieldValue, NAMES, Outcome, Sending, Verdict};
use super::template::Template;
use crate::fit::Cuts;

/// True for names of values that are not settings.
pub(super) fn is_reserved(name: &str) -> bool {
    NAMES.contains(&name) || super::fetch::NAMES.contains(&name)
}

/// How the provider splits what is longer than a message.
fn read_cuts(send: &mut Table, faults: &mut Faults) -> Cuts {
    match send.opt_str("cuts", faults).as_deref() {
        None | Some("characters") => Cuts::Characters,
        Some("units") => Cuts::Units,
        Some(other) => {
            let mend = "write \"characters\" or \"units\"";
            send.fault("cuts", faults, format!("no way to cut a text `{other}`"), mend);
            Cuts::Characters
        }
    }
}

/// What the placeholders of a file may be.
pub(super) struct Names<'a> {
    pub(super) settings: &'a BTreeSet<&'a str>,
    pub(super) secret: Option<&'a str>,
}

pub(super) fn read_sending(
    mut send: Table,
    settings: &BTreeSet<&str>,
    secret: Option<&str>,
    faults: &mut Faults,
) -> Option<(Sending, bool, Option<usize>, Cuts)> {
    let names = Names { settings, secret };
    let method = send.str("method", faults).unwrap_or_default();
    if !matches!(method.as_str(), "GET" | "POST" | "PUT" | "") {
        let mend = "write \"POST\", \"GET\" or \"PUT\"";
        send.fault("method", faults, format!("no method `{method}`"), mend);
    }
    let idempotent = send.opt_bool("idempotent", faults).unwrap_or(false);
    let most_chars = send.opt_int("most_chars", faults);
    let usable = most_chars.and_then(|most| usize::try_from(most).ok()).filter(|most| *most >= 160);
    if most_chars.is_some() && usable.is_none() {
        send.fault(
            "most_chars",
            faults,
            "too few characters",
            "write 160 or more, or leave it out",
        );
    }
    if usable.is_some() && idempotent {
        // Pieces share their delivery id, and the second would be dropped as a copy of the first.
        send.fault("most_chars", faults, "not together with `idempotent`", "remove one of the two");
    }
    let cuts = read_cuts(&mut send, faults);
    let url = read_url(&mut send, &names, faults);
    let carrier = match send.str("content", faults).as_deref() {
        Some("query") => Some(Carrier::Query),
        Some("form") => Some(Carrier::Form),
        Some("json") => Some(Carrier::Json),
        Some(other) => {
            let mend = "write \"query\", \"form\" or \"json\"";
            send.fault("content", faults, format!("no content `{other}`"), mend);
            None
        }
        None => None,
    };
    let auth = read_auth(&mut send, &names, faults);
    let headers = read_headers(&mut send, &names, faults);
    let fields = read_fields(&mut send, "fields", &names, faults);
    let gsm7 = read_fields(&mut send, "gsm7", &names, faults);
    let ucs2 = read_fields(&mut send, "ucs2", &names, faults);
    for want in ["text", "to"] {
        check_used(&send, &fields, want, faults);
    }
    let (mut id, mut code) = (None, None);
    if let Some(mut answer) = send.table("answer", faults) {
        id = answer.opt_str("id", faults).map(|text| path(&text));
        code = answer.opt_str("code", faults).map(|text| path(&text));
        answer.finish(faults);
    }
    let outcomes = send
        .tables("outcome", faults)
        .into_iter()
        .filter_map(|table| read_outcome(table, faults))
        .collect();
    send.finish(faults);
    let (url, carrier) = (url?, carrier?);
    let sending =
        Sending { method, url, carrier, auth, headers, fields, gsm7, ucs2, id, code, outcomes };
    Some((sending, idempotent, usable, cuts))
}

/// A file that never puts the words, or the number, anywhere cannot be right.
fn check_used(send: &Table, fields: &[(String, FieldValue)], want: &str, faults: &mut Faults) {
    let digits = format!("{want}_digits");
    let used = fields.iter().any(|(_, value)| match value {
        FieldValue::Text(template) => template.names().any(|name| name == want || name == digits),
        FieldValue::Fixed(_) => false,
    });
    if !used {
        let mend = format!("put {{{want}}} into one of them");
        send.fault("fields", faults, format!("no field carries `{want}`"), mend);
    }
}

pub(super) fn read_url(
    send: &mut Table,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Template> {
    let text = send.str("url", faults)?;
    let line = send.line_of("url");
    let url = template(&send.file, line, &text, names, faults)?;
    let setting = url.first_name().is_some_and(|name| !is_reserved(name));
    // A placeholder in the host would let a value choose where secrets are sent.
    let fixed = ["https://", "http://"].iter().any(|scheme| {
        url.head().strip_prefix(scheme).is_some_and(|rest| {
            rest.find('/').is_some_and(|at| at > 0)
                || (url.names().next().is_none() && !rest.is_empty())
        })
    });
    if !setting && !fixed {
        let mend = "begin with https://host/ or with a setting that holds the base address";
        send.fault("url", faults, "the address has no fixed host", mend);
        return None;
    }
    Some(url)
}

pub(super) fn read_auth(send: &mut Table, names: &Names<'_>, faults: &mut Faults) -> Auth {
    let Some(mut auth) = send.table("auth", faults) else {
        return Auth::None;
    };
    let mut take = |key: &'static str, faults: &mut Faults| {
        let text = auth.str(key, faults)?;
        template(&auth.file, auth.line_of(key), &text, names, faults)
    };
    let kind = take("kind", faults).map(|kind| kind.head().to_owned());
    let read = match kind.as_deref() {
        Some("basic") => {
            let (user, password) = (take("user", faults), take("password", faults));
            user.zip(password).map(|(user, password)| Auth::Basic(user, password))
        }
        Some("bearer") => take("token", faults).map(Auth::Bearer),
        Some(other) => {
            let mend = "write \"basic\" or \"bearer\"; use [send.headers] for others";
            let what = format!("no kind `{other}`");
            auth.fault("kind", faults, what, mend);
            None
        }
        None => None,
    };
    auth.finish(faults);
    read.unwrap_or(Auth::None)
}

pub(super) fn read_headers(
    send: &mut Table,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Vec<(String, Template)> {
    let mut headers = Vec::new();
    for (name, text, line) in send.map("headers", faults) {
        if name.parse::<axum::http::HeaderName>().is_err() {
            let mend = "use letters, digits and -";
            faults.add(&send.file, line, format!("`{name}` is no header"), mend);
        }
        if let Some(value) = template(&send.file, line, &text, names, faults) {
            headers.push((name, value));
        }
    }
    headers
}

pub(super) fn read_fields(
    send: &mut Table,
    key: &'static str,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Vec<(String, FieldValue)> {
    let mut fields = Vec::new();
    if let Some(table) = send.table(key, faults) {
        collect_fields(table, "", names, &mut fields, faults);
    }
    fields
}

/// Fields with fixed or templated values; a table in the table is a dotted name.
fn collect_fields(
    mut table: Table,
    above: &str,
    names: &Names<'_>,
    fields: &mut Vec<(String, FieldValue)>,
    faults: &mut Faults,
) {
    let keys: Vec<String> = table.keys().map(str::to_owned).collect();
    for key in keys {
        let name = format!("{above}{key}");
        let Some(node) = table.take(&key) else { continue };
        let value = match node.value {
            FileValue::Str(text) => {
                template(&table.file, node.line, &text, names, faults).map(FieldValue::Text)
            }
            FileValue::Int(number) => Some(FieldValue::Fixed(number.into())),
            FileValue::Bool(yes) => Some(FieldValue::Fixed(Value::Bool(yes))),
            FileValue::Table(inner) => {
                collect_fields(inner, &format!("{name}."), names, fields, faults);
                continue;
            }
            _ => {
                let mend = "write a string, a whole number, true or false; lists as `name.0`";
                faults.add(&table.file, node.line, format!("`{name}` is no field value"), mend);
                None
            }
        };
        fields.extend(value.map(|value| (name, value)));
    }
}

fn template(
    file: &str,
    line: usize,
    text: &str,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Template> {
    let template = match Template::parse(text) {
        Ok(template) => template,
        Err(what) => {
            faults.add(file, line, what, "write {name}, of a-z, 0-9 and _");
            return None;
        }
    };
    for name in template.names() {
        let known =
            NAMES.contains(&name) || names.settings.contains(name) || names.secret == Some(name);
        if !known {
            let mut all: Vec<&str> = NAMES.to_vec();
            all.extend(names.settings.iter());
            all.extend(names.secret);
            let mend = format!("add it under [settings], or use one of: {}", all.join(", "));
            faults.add(file, line, format!("no value is called `{name}`"), mend);
        }
    }
    Some(template)
}

fn read_outcome(mut table: Table, faults: &mut Faults) -> Option<Outcome> {
    let status = match table.opt_str("status", faults) {
        None => None,
        Some(text) => {
            let range = statuses(&text);
            if range.is_none() {
                let mend = "write \"429\" or \"500-599\"";
                table.fault("status", faults, format!("no status `{text}`"), mend);
            }
            range
        }
    };
    let codes: Vec<String> =
        table.strings("code", faults).into_iter().map(|(code, _)| code).collect();
    let contains = table.opt_str("contains", faults);
    if !table.has("is") || (status.is_none() && codes.is_empty() && contains.is_none()) {
        let mend = "add `status`, `code` or `contains`, and `is`";
        faults.add(&table.file, table.line, "a rule that says nothing", mend);
    }
    let verdict = match table.str("is", faults)?.as_str() {
        "accepted" => Verdict::Accepted(None),
        "rejected" => Verdict::Rejected,
        "opted-out" => Verdict::OptedOut,
        "not-sent" => Verdict::NotSent,
        "maybe" => Verdict::Maybe,
        other => {
            let mend = "write \"accepted\", \"rejected\", \"opted-out\", \"not-sent\" or \"maybe\"";
            table.fault("is", faults, format!("no outcome `{other}`"), mend);
            return None;
        }
    };
    table.finish(faults);
    Some(Outcome { status, codes, contains, verdict })
}

fn statuses(text: &str) -> Option<RangeInclusive<u16>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (u16, u16) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (100 <= first && first <= last && last <= 599).then_some(first..=last)
}
