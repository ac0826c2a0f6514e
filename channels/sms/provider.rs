//! A provider file, read: what a provider sends, how it signs, what it wants to hear, how to send through it.
//!
//! The order in which a request meets the parts: `signature` (is it theirs), `inbound` (what does it say; `udh` is
//! it a part of a longer one).
//! A message on its way out meets `outbound`; `fetch` asks for what came meanwhile. `format` and the other `…_format` read the file;
//! `examples` runs the file's own examples through all of these. Nothing here does IO, so all of it can be
//! fuzzed.

mod examples;
mod fetch;
mod fields;
mod format;
mod inbound;
mod inbound_format;
mod multipart;
mod outbound;
mod outbound_format;
mod signature;
mod signature_format;
#[cfg(test)]
mod signature_tests;
mod template;
#[cfg(test)]
mod tests;
mod udh;

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use jiff::Timestamp;

use examples::Example;
use fetch::Fetching;
pub use fetch::Page;
use inbound::Shape;
pub use inbound::{Read, ReadError, ReportText, SmsText};
use outbound::Sending;
pub use outbound::{Answered, OutRequest, SendValues, Verdict};
use signature::Signature;
pub use signature::{Class, Seal, Signed};

use crate::fit::Cuts;

/// A request as it came, before anything is believed about it.
#[derive(Clone, Copy)]
pub struct RawRequest<'a> {
    /// `GET`, `POST` …
    pub method: &'a str,
    /// The query as it stood on the wire, without `?`; empty if there is none.
    pub query: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body's bytes.
    pub body: &'a [u8],
}

/// One SMS provider, as its file describes it.
#[derive(Debug, Clone)]
pub struct Provider {
    /// File stem, `[a-z0-9-]+`.
    pub id: String,
    /// For people.
    pub title: String,
    /// Settings an operator must give, with what each is.
    pub settings: BTreeMap<String, String>,
    /// Settings an operator may give.
    pub optional: BTreeMap<String, String>,
    /// The provider drops a repeated delivery id, so an attempt may be made again after a lost answer.
    pub idempotent: bool,
    /// Most characters the provider takes at once; a longer text goes in pieces.
    pub most_chars: Option<usize>,
    /// Where the provider, or what is behind it, cuts a text that is longer than a message.
    pub cuts: Cuts,
    /// Delivery reports come to the address of messages, too, even in one request with them.
    pub one_address: bool,
    signature: Signature,
    inbound: Vec<Shape>,
    status: Vec<Shape>,
    answer: Answer,
    fetching: Option<Fetching>,
    sending: Sending,
    examples: Vec<Example>,
    file: String,
}

/// What a provider wants to hear when its request was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `Content-Type`; `None` for an empty body.
    pub content_type: Option<String>,
    /// The body.
    pub body: String,
}

impl Provider {
    /// How strongly its requests are signed.
    #[must_use]
    pub fn class(&self) -> Class {
        self.signature.class
    }

    /// The name of the secret its signature is made with, if it signs.
    #[must_use]
    pub fn signature_secret(&self) -> Option<&str> {
        self.signature.secret()
    }

    /// What to answer when a request was taken.
    #[must_use]
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Whether the request carries this provider's signature (or the provider has none).
    #[must_use]
    pub fn signed(&self, request: &RawRequest<'_>, seal: &Seal<'_>) -> Signed {
        self.signature.verify(request, seal)
    }

    /// [`Provider::signed`] by the clock of this machine, as yes or no.
    #[must_use]
    pub fn signed_by(&self, request: &RawRequest<'_>, url: &str, secrets: &[String]) -> bool {
        let seal = Seal { url, secrets, now: Timestamp::now(), window_s: None };
        self.signed(request, &seal) == Signed::Yes
    }

    /// Reads messages of residents out of a request.
    ///
    /// # Errors
    /// If the request is of no shape the file describes, or nothing in it could be read.
    pub fn read_inbound(&self, request: &RawRequest<'_>) -> Result<Read<SmsText>, ReadError> {
        inbound::shape_of(&self.inbound, request)?.read_texts(request)
    }

    /// Reads delivery reports out of a request; states the file says to ignore give none.
    ///
    /// # Errors
    /// As [`Provider::read_inbound`].
    pub fn read_status(&self, request: &RawRequest<'_>) -> Result<Read<ReportText>, ReadError> {
        inbound::shape_of(&self.status, request)?.read_reports(request)
    }

    /// True if a request of this method can be a message (or a report).
    #[must_use]
    pub fn takes(&self, method: &str, status: bool) -> bool {
        let shapes = if status { &self.status } else { &self.inbound };
        shapes.iter().any(|shape| shape.method == method)
    }

    /// The request that sends a message.
    ///
    /// # Errors
    /// If a value it needs is not there; says which.
    pub fn request(&self, values: &SendValues<'_>) -> Result<OutRequest, String> {
        self.sending.request(values)
    }

    /// What the provider's answer to such a request means.
    #[must_use]
    pub fn judge(&self, answered: &Answered<'_>) -> Verdict {
        self.sending.judge(answered)
    }
}
