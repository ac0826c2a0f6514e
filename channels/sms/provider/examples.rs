//! The examples in a provider file, read and run: a file that does not do what it says is a faulty file.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;
use majlis_flows::source::{Faults, Table};

use super::format::missing;
use super::outbound::{Answered, OutRequest, SendValues, Verdict};
use super::{Provider, RawRequest, ReadError, Seal, Signed};
use crate::ReportState;

/// What an example is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Inbound,
    Status,
    Send,
    Answer,
}

/// One example of a provider file.
#[derive(Debug, Clone)]
pub(super) struct Example {
    name: String,
    line: usize,
    kind: Kind,
    /// A request, an answer, or the values to send: by name.
    given: BTreeMap<String, String>,
    headers: BTreeMap<String, String>,
    settings: BTreeMap<String, String>,
    /// What must come of it.
    gives: BTreeMap<String, String>,
    gives_headers: BTreeMap<String, String>,
}

impl Example {
    pub(super) fn read(mut table: Table, faults: &mut Faults) -> Option<Self> {
        let line = table.line;
        let name = table.str("name", faults);
        let (kind, part) = match table.str("kind", faults)?.as_str() {
            "inbound" => (Kind::Inbound, "request"),
            "status" => (Kind::Status, "request"),
            "send" => (Kind::Send, "message"),
            "answer" => (Kind::Answer, "answer"),
            other => {
                let mend = "write \"inbound\", \"status\", \"send\" or \"answer\"";
                table.fault("kind", faults, format!("no kind `{other}`"), mend);
                return None;
            }
        };
        let settings = pairs(&mut table, "settings", faults);
        let (given, headers) = part_of(&mut table, part, faults)?;
        let wanted = if kind == Kind::Send { "request" } else { "gives" };
        let (gives, gives_headers) = part_of(&mut table, wanted, faults)?;
        table.finish(faults);
        Some(Self { name: name?, line, kind, given, headers, settings, gives, gives_headers })
    }
}

/// A request of an example that its provider signed.
#[cfg(test)]
pub(super) struct Genuine {
    pub(super) method: String,
    pub(super) url: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    pub(super) settings: BTreeMap<String, String>,
    pub(super) now: Timestamp,
}

#[cfg(test)]
impl Example {
    pub(super) fn is(&self, kind: &str) -> bool {
        format!("{:?}", self.kind).eq_ignore_ascii_case(kind)
    }

    /// The request, if it is one that the signature lets in.
    pub(super) fn genuine(&self) -> Option<Genuine> {
        let request = matches!(self.kind, Kind::Inbound | Kind::Status);
        if !request || self.gives.contains_key("error") {
            return None;
        }
        Some(Genuine {
            method: self.given.get("method")?.clone(),
            url: self.given.get("url")?.clone(),
            headers: header_map(&self.headers).ok()?,
            body: body_of(&self.given).ok()?,
            settings: self.settings.clone(),
            now: self.given.get("at").map_or_else(Timestamp::now, |at| at.parse().unwrap()),
        })
    }
}

fn pairs(table: &mut Table, key: &'static str, faults: &mut Faults) -> BTreeMap<String, String> {
    table.map(key, faults).into_iter().map(|(name, value, _)| (name, value)).collect()
}

/// A part of an example: its texts, and its headers if it has any.
type Part = (BTreeMap<String, String>, BTreeMap<String, String>);

fn part_of(table: &mut Table, key: &'static str, faults: &mut Faults) -> Option<Part> {
    let Some(mut part) = table.table(key, faults) else {
        let header = format!("[example.{key}]");
        missing(table, &header, "what comes in, or must come out", faults);
        return None;
    };
    let known: &[&'static str] = match key {
        "request" => &["at", "method", "url", "body", "body_hex"],
        "message" => &["to", "from", "text", "delivery", "report_url"],
        "answer" => &["status", "body"],
        _ => &[
            "from",
            "to",
            "text",
            "id",
            "part",
            "more",
            "state",
            "delivery",
            "provider_id",
            "code",
            "error",
            "is",
        ],
    };
    let headers = pairs(&mut part, "headers", faults);
    let mut texts = BTreeMap::new();
    for name in known {
        if let Some(text) = part.opt_str(name, faults) {
            texts.insert((*name).to_owned(), text);
        }
    }
    part.finish(faults);
    Some((texts, headers))
}

impl Provider {
    /// Runs the file's own examples; one that comes out otherwise is a fault at its line.
    pub fn run_examples(&self, faults: &mut Faults) {
        for example in &self.examples {
            let found = match example.kind {
                Kind::Inbound | Kind::Status => self.run_request(example),
                Kind::Send => self.run_send(example),
                Kind::Answer => Ok(self.run_answer(example)),
            };
            let mut found = match found {
                Ok(found) => found,
                Err(what) => {
                    let what = format!("example \"{}\": {what}", example.name);
                    faults.add(&self.file, example.line, what, "correct the example");
                    continue;
                }
            };
            if let (Some(error), false) = (found.get("error"), example.gives.contains_key("error"))
            {
                // All else is absent then; to name it, too, would hide the one thing that is wrong.
                let why = found.get("why").map(|why| format!(": {why}")).unwrap_or_default();
                let what = format!("example \"{}\": error `{error}`{why}", example.name);
                let mend = "correct the example, the settings in it, or the file";
                faults.add(&self.file, example.line, what, mend);
                continue;
            }
            found.remove("why");
            for (want, got) in differences(&example.gives, &found) {
                let what = format!("example \"{}\": {got}", example.name);
                let mend = format!("it should be {want}; correct the example or the file");
                faults.add(&self.file, example.line, what, mend);
            }
        }
    }

    fn run_request(&self, example: &Example) -> Result<BTreeMap<String, String>, String> {
        let headers = header_map(&example.headers)?;
        let url = example.given.get("url").ok_or("its request has no `url`")?;
        let body = body_of(&example.given)?;
        let request = RawRequest {
            method: example.given.get("method").ok_or("its request has no `method`")?,
            query: url.split_once('?').map_or("", |(_, query)| query),
            headers: &headers,
            body: &body,
        };
        let secrets: Vec<String> = self
            .signature_secret()
            .and_then(|name| example.settings.get(name))
            .into_iter()
            .cloned()
            .collect();
        let now = match example.given.get("at") {
            None => Timestamp::now(),
            Some(at) => at.parse().map_err(|_| "`at` is no time such as 2026-06-03T08:00:00Z")?,
        };
        let seal = Seal { url, secrets: &secrets, now, window_s: None };
        match self.signed(&request, &seal) {
            Signed::Yes => {}
            Signed::No => {
                let mut found = one("error", "signature");
                found.insert("why".to_owned(), self.signature.why(&request, &secrets));
                return Ok(found);
            }
            Signed::Stale => return Ok(one("error", "stale")),
        }
        let mut found = BTreeMap::new();
        if example.kind == Kind::Inbound {
            match self.read_inbound(&request) {
                Err(error) => return Ok(unread(&error)),
                Ok(texts) => {
                    let more = texts.good.len().saturating_sub(1);
                    let Some(text) = texts.good.into_iter().next() else {
                        return Ok(one("is", "ignored"));
                    };
                    if more > 0 {
                        found.insert("more".to_owned(), more.to_string());
                    }
                    if let Some(part) = text.part {
                        let which = format!("{} of {}, {}", part.number, part.of, part.reference);
                        found.insert("part".to_owned(), which);
                    }
                    found.insert("from".to_owned(), text.from.as_str().to_owned());
                    found.insert("text".to_owned(), text.text);
                    found.insert("id".to_owned(), text.id);
                    found.extend(text.to.map(|to| ("to".to_owned(), to)));
                }
            }
        } else {
            match self.read_status(&request) {
                Err(error) => return Ok(unread(&error)),
                Ok(reports) => {
                    let Some(report) = reports.good.into_iter().next() else {
                        return Ok(one("state", "ignore"));
                    };
                    found.insert("state".to_owned(), state_name(report.state).to_owned());
                    found.extend(report.delivery.map(|id| ("delivery".to_owned(), id)));
                    found.extend(report.provider_id.map(|id| ("provider_id".to_owned(), id)));
                    found.extend(report.code.map(|code| ("code".to_owned(), code)));
                }
            }
        }
        Ok(found)
    }

    fn run_send(&self, example: &Example) -> Result<BTreeMap<String, String>, String> {
        let value = |name: &str| example.given.get(name).map(String::as_str);
        let values = SendValues {
            to: value("to").ok_or("its message has no `to`")?,
            from: value("from"),
            text: value("text").ok_or("its message has no `text`")?,
            delivery: value("delivery").unwrap_or_default(),
            report_url: value("report_url").unwrap_or_default(),
            settings: &example.settings,
        };
        let OutRequest { method, url, headers, body } = self.request(&values)?;
        let body = String::from_utf8_lossy(&body).into_owned();
        let mut found = BTreeMap::from([
            ("method".to_owned(), method),
            ("url".to_owned(), url),
            ("body".to_owned(), body),
        ]);
        for name in example.gives_headers.keys() {
            let wanted = name.to_ascii_lowercase();
            let value = headers.iter().find(|(given, _)| *given == wanted).map(|(_, v)| v.as_str());
            if example.gives_headers.get(name).map(String::as_str) != value {
                found.insert(format!("header {name}"), value.unwrap_or("missing").to_owned());
            }
        }
        if !example.gives.contains_key("body") && found.get("body").is_some_and(String::is_empty) {
            found.remove("body");
        }
        Ok(found)
    }

    fn run_answer(&self, example: &Example) -> BTreeMap<String, String> {
        let status = example.given.get("status").and_then(|s| s.parse().ok()).unwrap_or(0);
        let body = example.given.get("body").map(String::as_bytes).unwrap_or_default();
        let mut found = BTreeMap::new();
        let is = match self.judge(&Answered { status, body }) {
            Verdict::Accepted(id) => {
                found.extend(id.map(|id| ("id".to_owned(), id)));
                "accepted"
            }
            Verdict::Rejected => "rejected",
            Verdict::OptedOut => "opted-out",
            Verdict::NotSent => "not-sent",
            Verdict::Maybe => "maybe",
        };
        found.insert("is".to_owned(), is.to_owned());
        found
    }
}

/// What should be and what is, for each value that is not as it should be.
fn differences(
    wanted: &BTreeMap<String, String>,
    found: &BTreeMap<String, String>,
) -> Vec<(String, String)> {
    let names: std::collections::BTreeSet<&String> = wanted.keys().chain(found.keys()).collect();
    let show = |value: Option<&String>| value.map_or("absent".to_owned(), |v| format!("{v:?}"));
    names
        .into_iter()
        .filter(|name| wanted.get(*name) != found.get(*name))
        .map(|name| (show(wanted.get(name)), format!("`{name}` is {}", show(found.get(name)))))
        .collect()
}

fn one(name: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(name.to_owned(), value.to_owned())])
}

fn unread(error: &ReadError) -> BTreeMap<String, String> {
    let mut found = one("error", error.kind());
    found.insert("why".to_owned(), error.to_string());
    found
}

fn state_name(state: ReportState) -> &'static str {
    match state {
        ReportState::Sent => "sent",
        ReportState::Delivered => "delivered",
        ReportState::Failed => "failed",
        ReportState::OptedOut => "opted-out",
    }
}

fn body_of(given: &BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    match (given.get("body"), given.get("body_hex")) {
        (Some(body), None) => Ok(body.as_bytes().to_vec()),
        (None, Some(digits)) => {
            let digits: String = digits.split_whitespace().collect();
            hex::decode(digits).map_err(|_| "`body_hex` is not hex".to_owned())
        }
        (None, None) => Ok(Vec::new()),
        (Some(_), Some(_)) => Err("it has `body` and `body_hex`".to_owned()),
    }
}

fn header_map(headers: &BTreeMap<String, String>) -> Result<HeaderMap, String> {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let parsed = (name.parse::<HeaderName>(), value.parse::<HeaderValue>());
        let (Ok(name), Ok(value)) = parsed else {
            return Err(format!("`{name}` is no header"));
        };
        map.append(name, value);
    }
    Ok(map)
}
