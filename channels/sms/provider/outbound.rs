//! A message becomes a request, and the provider's answer a verdict.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::fields::{follow, path, scalar};
use super::template::Template;
use crate::fit::{Encoding, measure};

/// RFC 3986 unreserved characters stand for themselves everywhere.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Where the fields of a request go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carrier {
    Query,
    Form,
    Json,
}

/// How it says who we are.
#[derive(Debug, Clone)]
pub(super) enum Auth {
    None,
    Basic(Template, Template),
    Bearer(Template),
}

/// A value of a field: fixed, or with placeholders.
#[derive(Debug, Clone)]
pub(super) enum FieldValue {
    Text(Template),
    Fixed(Value),
}

impl FieldValue {
    /// The placeholders it has.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let template = match self {
            Self::Text(template) => Some(template),
            Self::Fixed(_) => None,
        };
        template.into_iter().flat_map(Template::names)
    }
}

/// How to send, as the file says.
#[derive(Debug, Clone)]
pub(super) struct Sending {
    pub(super) method: String,
    pub(super) url: Template,
    pub(super) carrier: Carrier,
    pub(super) auth: Auth,
    pub(super) headers: Vec<(String, Template)>,
    pub(super) fields: Vec<(String, FieldValue)>,
    /// More fields for a text of this encoding.
    pub(super) gsm7: Vec<(String, FieldValue)>,
    pub(super) ucs2: Vec<(String, FieldValue)>,
    pub(super) id: Option<Vec<String>>,
    pub(super) code: Option<Vec<String>>,
    pub(super) outcomes: Vec<Outcome>,
}

/// A rule for an answer.
#[derive(Debug, Clone)]
pub(super) struct Outcome {
    pub(super) status: Option<RangeInclusive<u16>>,
    pub(super) codes: Vec<String>,
    pub(super) contains: Option<String>,
    pub(super) verdict: Verdict,
}

/// What an answer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Taken; its id there.
    Accepted(Option<String>),
    /// Never will be.
    Rejected,
    /// The resident opted out there.
    OptedOut,
    /// Surely not sent; try again.
    NotSent,
    /// Perhaps sent.
    Maybe,
}

/// What a request is made of.
#[derive(Clone, Copy)]
pub struct SendValues<'a> {
    /// The resident's number, `+…`.
    pub to: &'a str,
    /// Our number, if known.
    pub from: Option<&'a str>,
    /// The fitted text.
    pub text: &'a str,
    /// Delivery id.
    pub delivery: &'a str,
    /// Where reports are to go.
    pub report_url: &'a str,
    /// The operator's settings and secrets.
    pub settings: &'a BTreeMap<String, String>,
}

/// A request ready to go. Holds an address, words and secrets, so it has no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct OutRequest {
    /// Method.
    pub method: String,
    /// Full URL.
    pub url: String,
    /// Headers; names lower case, values without line breaks.
    pub headers: Vec<(String, String)>,
    /// Body; empty for none.
    pub body: Vec<u8>,
}

/// A provider's answer.
#[derive(Clone, Copy)]
pub struct Answered<'a> {
    /// HTTP status.
    pub status: u16,
    /// The body, as far as it was read.
    pub body: &'a [u8],
}

/// Names of values every file may use.
pub(super) const NAMES: [&str; 6] = ["to", "to_digits", "from", "text", "delivery", "report_url"];

impl SendValues<'_> {
    fn get(&self, name: &str) -> Option<String> {
        let value = match name {
            "to" => self.to,
            "to_digits" => self.to.trim_start_matches('+'),
            "from" => self.from?,
            "text" => self.text,
            "delivery" => self.delivery,
            "report_url" => self.report_url,
            other => self.settings.get(other)?,
        };
        (!value.is_empty()).then(|| value.to_owned())
    }
}

impl Sending {
    pub(super) fn request(&self, values: &SendValues<'_>) -> Result<OutRequest, String> {
        let look = |name: &str| values.get(name);
        let missing = |name: &str| format!("`{name}` has no value");
        let mut url = self
            .url
            .fill(look, |at, value| {
                // A setting the URL begins with is a base address; values after it are one segment each.
                if at == 0 { value.trim_end_matches('/').to_owned() } else { escape(&value) }
            })
            .map_err(missing)?;
        let mut headers = self.headers(values)?;
        let fields = self.fields(values);
        let mut body = Vec::new();
        match self.carrier {
            Carrier::Query => {
                let mark = if url.contains('?') { '&' } else { '?' };
                url = format!("{url}{mark}{}", encode(&fields));
            }
            Carrier::Form => {
                headers.push(header("content-type", "application/x-www-form-urlencoded"));
                body = encode(&fields).into_bytes();
            }
            Carrier::Json => {
                headers.push(header("content-type", "application/json"));
                body = json(fields).to_string().into_bytes();
            }
        }
        Ok(OutRequest { method: self.method.clone(), url, headers, body })
    }

    fn headers(&self, values: &SendValues<'_>) -> Result<Vec<(String, String)>, String> {
        let fill = |template: &Template| {
            template
                .fill(|name| values.get(name), |_, value| value)
                .map_err(|name| format!("`{name}` has no value"))
        };
        let mut headers = Vec::new();
        match &self.auth {
            Auth::None => {}
            Auth::Basic(user, password) => {
                let pair = STANDARD.encode(format!("{}:{}", fill(user)?, fill(password)?));
                headers.push(header("authorization", &format!("Basic {pair}")));
            }
            Auth::Bearer(token) => {
                headers.push(header("authorization", &format!("Bearer {}", fill(token)?)));
            }
        }
        // As with fields: one whose placeholders have no value is left out.
        headers.extend(
            self.headers
                .iter()
                .filter_map(|(name, template)| Some(header(name, &fill(template).ok()?))),
        );
        Ok(headers)
    }

    /// Fields in order; one whose placeholders have no value is left out.
    fn fields(&self, values: &SendValues<'_>) -> Vec<(String, Value)> {
        let more = match measure(values.text).encoding {
            Encoding::Gsm7 => &self.gsm7,
            Encoding::Ucs2 => &self.ucs2,
        };
        let filled = self.fields.iter().chain(more).filter_map(|(name, value)| {
            let value = match value {
                FieldValue::Fixed(value) => value.clone(),
                FieldValue::Text(template) => {
                    Value::String(template.fill(|name| values.get(name), |_, v| v).ok()?)
                }
            };
            Some((name.clone(), value))
        });
        filled.collect()
    }

    pub(super) fn judge(&self, answered: &Answered<'_>) -> Verdict {
        let body: Value = if self.id.is_some() || self.code.is_some() {
            serde_json::from_slice(answered.body).unwrap_or(Value::Null)
        } else {
            Value::Null
        };
        let at = |path: &Option<Vec<String>>| {
            path.as_ref().and_then(|path| follow(&body, path)).and_then(scalar)
        };
        let code = at(&self.code);
        let rule = self.outcomes.iter().find(|rule| rule.fits(answered, code.as_deref()));
        let verdict = rule.map_or_else(|| usual(answered.status), |rule| rule.verdict.clone());
        match verdict {
            Verdict::Accepted(_) => {
                Verdict::Accepted(at(&self.id).filter(|id| !id.is_empty() && id.len() <= 200))
            }
            other => other,
        }
    }
}

impl Outcome {
    fn fits(&self, answered: &Answered<'_>, code: Option<&str>) -> bool {
        let status = self.status.as_ref().is_none_or(|range| range.contains(&answered.status));
        let code = self.codes.is_empty()
            || code.is_some_and(|code| self.codes.iter().any(|known| known == code));
        let text = self
            .contains
            .as_ref()
            .is_none_or(|words| String::from_utf8_lossy(answered.body).contains(words.as_str()));
        status && code && text
    }
}

/// What a status means where the file has no rule. Wrong credentials are the operator's to mend, so the
/// message waits, as it does if they moved; a server that broke after it read the message may have sent it.
fn usual(status: u16) -> Verdict {
    match status {
        200..=299 => Verdict::Accepted(None),
        300..=399 | 401 | 407 | 408 | 425 | 429 | 503 => Verdict::NotSent,
        400..=499 => Verdict::Rejected,
        _ => Verdict::Maybe,
    }
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// A header; a line break in a value would begin another header, so control characters are dropped.
fn header(name: &str, value: &str) -> (String, String) {
    (name.to_ascii_lowercase(), value.chars().filter(|c| !c.is_control()).collect())
}

fn encode(fields: &[(String, Value)]) -> String {
    let pairs = fields
        .iter()
        .filter_map(|(name, value)| Some(format!("{}={}", escape(name), escape(&scalar(value)?))));
    pairs.collect::<Vec<_>>().join("&")
}

/// Fields as a JSON object; `a.b` is a field in a table, `a.0` the first of a list.
fn json(fields: Vec<(String, Value)>) -> Value {
    let mut root = Value::Object(Map::new());
    for (name, value) in fields {
        if let Some(place) = path(&name).iter().try_fold(&mut root, |at, key| enter(at, key)) {
            *place = value;
        }
    }
    root
}

fn enter<'v>(at: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    if let Ok(index) = key.parse::<usize>() {
        if at.is_null() {
            *at = Value::Array(Vec::new());
        }
        if let Value::Array(items) = at {
            // Only the next place: a file cannot ask for a list of a million nulls.
            if index == items.len() {
                items.push(Value::Null);
            }
            return items.get_mut(index);
        }
    }
    if at.is_null() {
        *at = Value::Object(Map::new());
    }
    match at {
        Value::Object(map) => Some(map.entry(key.to_owned()).or_insert(Value::Null)),
        _ => None,
    }
}
