//! Parameters of a call: JSON, a form, a query, or multipart; objects may be JSON in a text.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// By name. A method takes out what it knows; what is left is a fault of the bot's.
pub(super) struct Params(pub(super) BTreeMap<String, Value>);

impl Params {
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name).filter(|value| !value.is_null())
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        }
    }

    pub(super) fn number(&mut self, name: &str) -> Option<i64> {
        self.text(name)?.parse().ok()
    }

    pub(super) fn yes(&mut self, name: &str) -> bool {
        self.text(name).is_some_and(|text| text.eq_ignore_ascii_case("true") || text == "1")
    }

    /// An object or a list, also as JSON in a text.
    pub(super) fn json(&mut self, name: &str) -> Option<Value> {
        match self.take(name)? {
            Value::String(text) => serde_json::from_str(&text).ok(),
            other => Some(other),
        }
    }
}

pub(super) fn read(headers: &HeaderMap, query: Option<&str>, body: &[u8]) -> Option<Params> {
    let mut params = form(query.unwrap_or_default());
    let kind = headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if body.is_empty() {
    } else if kind.starts_with("application/json") {
        match serde_json::from_slice(body).ok()? {
            Value::Object(object) => params.extend(object),
            Value::Null => {}
            _ => return None,
        }
    } else if kind.starts_with("application/x-www-form-urlencoded") {
        params.extend(form(std::str::from_utf8(body).ok()?));
    } else if let Some((_, boundary)) = kind.split_once("boundary=") {
        params.extend(multipart(std::str::from_utf8(body).ok()?, boundary.trim_matches('"')));
    } else {
        return None;
    }
    Some(Params(params))
}

fn form(text: &str) -> BTreeMap<String, Value> {
    let decode =
        |part: &str| percent_decode_str(&part.replace('+', " ")).decode_utf8_lossy().into_owned();
    text.split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (decode(name), Value::String(decode(value))))
        .collect()
}

/// Texts alone: no bot of ours sends files.
fn multipart(body: &str, boundary: &str) -> BTreeMap<String, Value> {
    body.split(&format!("--{boundary}"))
        .filter_map(|part| {
            let (head, value) = part.split_once("\r\n\r\n")?;
            let name = head.split_once("name=\"")?.1.split_once('"')?.0;
            let value = value.strip_suffix("\r\n").unwrap_or(value);
            Some((name.to_owned(), Value::String(value.to_owned())))
        })
        .collect()
}
