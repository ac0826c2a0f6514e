//! Where a value stands in a request, and how its bytes become text.

use axum::http::HeaderMap;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use percent_encoding::percent_decode;
use serde_json::Value;

use super::{RawRequest, multipart};

/// Where most values of a request stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Query,
    Form,
    Multipart,
    Json,
    Raw,
}

/// Where one value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Query(String),
    Form(String),
    Json(Vec<String>),
    Header(String),
    Body,
}

impl Place {
    /// `query:a`, `form:a`, `json:a.b` or `json:/a/b`, `header:A`, `body`; a bare name stands in the
    /// request's content.
    pub(super) fn parse(text: &str, content: Content) -> Result<Self, &'static str> {
        let (place, name) = match text.split_once(':') {
            Some((place @ ("query" | "form" | "json" | "header"), name)) => (place, name),
            _ if text == "body" && content == Content::Raw => return Ok(Self::Body),
            _ => match content {
                Content::Query => ("query", text),
                Content::Form | Content::Multipart => ("form", text),
                Content::Json => ("json", text),
                Content::Raw => return Err("say where: `header:NAME`, `query:NAME` or `body`"),
            },
        };
        if name.trim().is_empty() {
            return Err("name the field");
        }
        Ok(match place {
            "query" => Self::Query(name.to_owned()),
            "form" if matches!(content, Content::Form | Content::Multipart) => {
                Self::Form(name.to_owned())
            }
            "json" if content == Content::Json => Self::Json(path(name)),
            "header" => Self::Header(name.to_ascii_lowercase()),
            _ => return Err("the request's `content` is of another kind"),
        })
    }
}

/// A dotted path, or a JSON pointer (RFC 6901).
pub(super) fn path(text: &str) -> Vec<String> {
    match text.strip_prefix('/') {
        Some(pointer) => {
            pointer.split('/').map(|key| key.replace("~1", "/").replace("~0", "~")).collect()
        }
        None => text.split('.').map(str::to_owned).collect(),
    }
}

/// Follows a path; numbers count into lists.
pub(super) fn follow<'v>(value: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| match value {
        Value::Object(map) => map.get(key),
        Value::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    })
}

/// A scalar as text; lists, tables and null are none.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        _ => None,
    }
}

/// Names and values of a query or form, percent-decoded to bytes: what is not UTF-8 (Kannel sends
/// UTF-16BE so) stays whole.
pub(super) fn pairs(text: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    text.split(|b| *b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let mut sides = pair.splitn(2, |b| *b == b'=');
            let mut side = || decode_percent(sides.next().unwrap_or_default());
            (side(), side())
        })
        .collect()
}

fn decode_percent(text: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = text.iter().map(|b| if *b == b'+' { b' ' } else { *b }).collect();
    percent_decode(&spaced).collect()
}

/// A request taken apart once, so that each value is a look-up.
pub(super) struct Parts<'a> {
    query: Vec<(Vec<u8>, Vec<u8>)>,
    form: Vec<(Vec<u8>, Vec<u8>)>,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

impl<'a> Parts<'a> {
    pub(super) fn new(request: &RawRequest<'a>, content: Content) -> Self {
        Self {
            query: pairs(request.query.as_bytes()),
            form: match content {
                Content::Form => pairs(request.body),
                Content::Multipart => multipart::pairs(request.headers, request.body),
                _ => Vec::new(),
            },
            headers: request.headers,
            body: request.body,
        }
    }

    /// The bytes of a value; the first one if it stands there twice. `json` is the entry of a batch, or
    /// the whole body.
    pub(super) fn get(&self, place: &Place, json: &Value) -> Option<Vec<u8>> {
        match place {
            Place::Query(name) => first(&self.query, name),
            Place::Form(name) => first(&self.form, name),
            Place::Json(path) => follow(json, path).and_then(scalar).map(String::into_bytes),
            Place::Header(name) => self.headers.get(name).map(|value| value.as_bytes().to_vec()),
            Place::Body => Some(self.body.to_vec()),
        }
    }
}

fn first(pairs: &[(Vec<u8>, Vec<u8>)], name: &str) -> Option<Vec<u8>> {
    pairs.iter().find(|(key, _)| key == name.as_bytes()).map(|(_, value)| value.clone())
}

/// The charset in a `Content-Type`, or the value itself if it is none.
pub(super) fn charset_name(value: &str) -> &str {
    let named = value.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    });
    named.unwrap_or(value).trim().trim_matches('"')
}

/// Bytes to text. A message is kept even if its charset is unknown or lies: better a letter wrong than a
/// voice lost.
pub(super) fn decode(bytes: &[u8], charset: &str) -> String {
    let named = Encoding::for_label(charset.as_bytes());
    let encoding = named
        .unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}
