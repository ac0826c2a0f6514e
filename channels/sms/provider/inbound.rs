//! What a request says: messages of residents, or delivery reports.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::fields::{Content, Parts, Place, charset_name, decode, follow};
use super::{RawRequest, udh};
use crate::{Address, Part, ReportState};

/// One shape a request may have.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) method: String,
    pub(super) content: Content,
    /// Path of the list, if one request brings many.
    pub(super) each: Option<Vec<String>>,
    /// What must stand somewhere; anything else is left alone.
    pub(super) only: Vec<(Place, String)>,
    pub(super) fields: BTreeMap<&'static str, Place>,
    pub(super) optional: Vec<String>,
    pub(super) hex: Vec<String>,
    /// Charset of the values if the request does not say.
    pub(super) charset: String,
    /// Names the provider uses for charsets, and what they are.
    pub(super) charsets: BTreeMap<String, String>,
    /// What makes an id where the provider gives none.
    pub(super) id_from: Vec<String>,
    /// A report's words; `None` is to be ignored.
    pub(super) states: BTreeMap<String, Option<ReportState>>,
    /// Codes that make of a failed message one to a resident who opted out.
    pub(super) opted_out: Vec<String>,
}

/// A message of a resident, read. `Debug` shows neither address nor words.
#[derive(Clone, PartialEq, Eq)]
pub struct SmsText {
    /// Who.
    pub from: Address,
    /// The number it was sent to.
    pub to: Option<String>,
    /// What it says.
    pub text: String,
    /// The provider's id, or one made of what stays the same when it tries again.
    pub id: String,
    /// It is a part of a longer text.
    pub part: Option<Part>,
}

impl std::fmt::Debug for SmsText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmsText({}, …)", self.id)
    }
}

/// A delivery report, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportText {
    /// Our delivery id.
    pub delivery: Option<String>,
    /// The provider's id.
    pub provider_id: Option<String>,
    /// The state.
    pub state: ReportState,
    /// The provider's code.
    pub code: Option<String>,
}

/// What a request brought: one thing, or a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<T> {
    /// What could be read; one bad entry of a batch does not spoil the others.
    pub good: Vec<T>,
    /// What was wrong with the first that could not.
    pub bad: Option<ReadError>,
}

/// Why a request says nothing. Never holds anything out of the request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The provider file describes no request of this method.
    #[error("no request of this method is expected")]
    Method,
    /// It is not what the file says it is.
    #[error("{0}")]
    Garbage(&'static str),
    /// A value is not there.
    #[error("no `{0}` where the provider file says")]
    Missing(&'static str),
    /// A state the file does not know.
    #[error("a delivery state the provider file does not know")]
    UnknownState,
}

impl ReadError {
    /// The word examples use for it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Garbage(_) => "garbage",
            Self::Missing(_) => "missing",
            Self::UnknownState => "unknown-state",
        }
    }
}

/// The shape for a request: of those with its method the first whose fields are all there; else the first
/// that would take it at all.
pub(super) fn shape_of<'s>(
    shapes: &'s [Shape],
    request: &RawRequest<'_>,
) -> Result<&'s Shape, ReadError> {
    let fitting = || shapes.iter().filter(|shape| shape.method == request.method);
    let first = fitting().next().ok_or(ReadError::Method)?;
    let complete = fitting().find(|shape| shape.takes(request, true));
    Ok(complete.or_else(|| fitting().find(|shape| shape.takes(request, false))).unwrap_or(first))
}

impl Shape {
    /// True if the request has an entry that is one of these, and if `whole`, with every field.
    fn takes(&self, request: &RawRequest<'_>, whole: bool) -> bool {
        let parts = Parts::new(request, self.content);
        let needed = |name: &str| whole && !self.optional.iter().any(|o| o == name);
        self.entries(request, &parts).is_ok_and(|entries| {
            !entries.is_empty()
                && entries.iter().all(|entry| {
                    let mut fields = self.fields.iter().filter(|(name, _)| needed(name));
                    fields.all(|(_, place)| parts.get(place, entry).is_some())
                })
        })
    }

    pub(super) fn read_texts(&self, request: &RawRequest<'_>) -> Result<Read<SmsText>, ReadError> {
        self.read_each(request, |values| values.text().map(Some))
    }

    pub(super) fn read_reports(
        &self,
        request: &RawRequest<'_>,
    ) -> Result<Read<ReportText>, ReadError> {
        self.read_each(request, |values| values.report())
    }

    fn read_each<T>(
        &self,
        request: &RawRequest<'_>,
        read: impl Fn(&Values<'_>) -> Result<Option<T>, ReadError>,
    ) -> Result<Read<T>, ReadError> {
        let parts = Parts::new(request, self.content);
        let mut all = Read { good: Vec::new(), bad: None };
        for entry in &self.entries(request, &parts)? {
            match read(&Values { shape: self, parts: &parts, entry }) {
                Ok(one) => all.good.extend(one),
                Err(error) => all.bad = all.bad.or(Some(error)),
            }
        }
        match all.bad {
            Some(error) if all.good.is_empty() => Err(error),
            _ => Ok(all),
        }
    }

    /// The JSON of each entry that is one of these; one null where the request is no JSON.
    fn entries(
        &self,
        request: &RawRequest<'_>,
        parts: &Parts<'_>,
    ) -> Result<Vec<Value>, ReadError> {
        let mut entries = self.all_entries(request)?;
        entries.retain(|entry| {
            self.only.iter().all(|(place, value)| {
                parts.get(place, entry).is_some_and(|found| found == value.as_bytes())
            })
        });
        Ok(entries)
    }

    fn all_entries(&self, request: &RawRequest<'_>) -> Result<Vec<Value>, ReadError> {
        if self.content != Content::Json {
            return Ok(vec![Value::Null]);
        }
        let body: Value = serde_json::from_slice(request.body)
            .map_err(|_| ReadError::Garbage("the body is not JSON"))?;
        let Some(path) = &self.each else {
            return Ok(vec![body]);
        };
        match follow(&body, path) {
            Some(Value::Array(items)) => Ok(items.clone()),
            _ => Err(ReadError::Garbage("the list of messages is not where the file says")),
        }
    }
}

/// One entry of a request, and how to read it.
struct Values<'a> {
    shape: &'a Shape,
    parts: &'a Parts<'a>,
    entry: &'a Value,
}

impl Values<'_> {
    fn text(&self) -> Result<SmsText, ReadError> {
        let from = Address::phone(&self.need("from")?)
            .map_err(|_| ReadError::Garbage("the sender is no address"))?;
        // It becomes the sender of the reply; what can be none is not worth losing the message for.
        let fine =
            |to: &String| !to.is_empty() && to.len() <= 64 && !to.chars().any(char::is_control);
        let to = self.get("to")?.filter(fine);
        let text = self.need("text")?;
        let id = match self.get("id")?.filter(|id| !id.is_empty()) {
            Some(id) if id.len() <= 200 => id,
            Some(_) => return Err(ReadError::Garbage("the message id is too long")),
            None if self.shape.id_from.is_empty() => return Err(ReadError::Missing("id")),
            None => self.made_id()?,
        };
        Ok(SmsText { from, to, text, id, part: self.part()? })
    }

    /// Which part it is, by the handset's own header or by fields of the provider. Numbers that cannot be
    /// make it a text of its own: better read apart than lost.
    fn part(&self) -> Result<Option<Part>, ReadError> {
        if let Some(header) = self.bytes("udh")? {
            return Ok(udh::part(&header));
        }
        let number = |name| Ok(self.get(name)?.and_then(|text| text.parse::<u8>().ok()));
        let reference = self.get("part_reference")?.filter(|text| text.len() <= 64);
        let (number, of) = (number("part_number")?, number("part_of")?);
        let (Some(reference), Some(number), Some(of)) = (reference, number, of) else {
            return Ok(None);
        };
        Ok(Part::new(reference, number, of))
    }

    fn report(&self) -> Result<Option<ReportText>, ReadError> {
        let word = self.need("state")?;
        let state = *self.shape.states.get(&word).ok_or(ReadError::UnknownState)?;
        let short = |name| -> Result<Option<String>, ReadError> {
            Ok(self.get(name)?.filter(|id| !id.is_empty() && id.len() <= 200))
        };
        let (delivery, provider_id) = (short("delivery")?, short("provider_id")?);
        if delivery.is_none() && provider_id.is_none() {
            return Err(ReadError::Missing("provider_id"));
        }
        let code = short("code")?;
        let opted_out = code.as_ref().is_some_and(|code| self.shape.opted_out.contains(code));
        let state = match state {
            Some(ReportState::Failed) if opted_out => Some(ReportState::OptedOut),
            state => state,
        };
        Ok(state.map(|state| ReportText { delivery, provider_id, state, code }))
    }

    /// An id of what the provider repeats when it tries again; each value with its length before it, so
    /// that no two lists of values look the same.
    fn made_id(&self) -> Result<String, ReadError> {
        let mut hash = Sha256::new();
        for name in &self.shape.id_from {
            let value = self.get(name)?.unwrap_or_default();
            hash.update((value.len() as u64).to_be_bytes());
            hash.update(value.as_bytes());
        }
        Ok(format!("made-{}", hex::encode(hash.finalize())))
    }

    fn need(&self, name: &'static str) -> Result<String, ReadError> {
        self.get(name)?.ok_or(ReadError::Missing(name))
    }

    fn get(&self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(bytes) = self.bytes(name)? else {
            return Ok(None);
        };
        let json = matches!(self.shape.fields.get(name), Some(Place::Json(_)));
        if json && !self.is_hex(name) {
            return Ok(String::from_utf8(bytes).ok());
        }
        // Numbers, ids and times are ASCII whatever the words are.
        let charset = if name == "text" { self.charset() } else { "utf-8".to_owned() };
        Ok(Some(decode(&bytes, &charset)))
    }

    fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let place = self.shape.fields.get(name);
        let Some(bytes) = place.and_then(|place| self.parts.get(place, self.entry)) else {
            return Ok(None);
        };
        if self.is_hex(name) {
            let decoded = hex::decode(&bytes);
            return decoded.map(Some).map_err(|_| ReadError::Garbage("a field is not hex"));
        }
        Ok(Some(bytes))
    }

    fn is_hex(&self, name: &str) -> bool {
        self.shape.hex.iter().any(|hexed| hexed == name)
    }

    fn charset(&self) -> String {
        let given = self.shape.fields.get("charset").and_then(|place| {
            let bytes = self.parts.get(place, self.entry)?;
            Some(charset_name(&String::from_utf8_lossy(&bytes)).to_owned())
        });
        let name = given.filter(|name| !name.is_empty()).unwrap_or(self.shape.charset.clone());
        self.shape.charsets.get(&name).cloned().unwrap_or(name)
    }
}
