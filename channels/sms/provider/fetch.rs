//! Asking a provider what came while it could not reach us, and reading its answer.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::HeaderMap;
use jiff::Timestamp;
use majlis_flows::source::{Faults, Table};
use serde_json::Value;

use super::fields::{follow, path, scalar};
use super::format::missing;
use super::inbound::Shape;
use super::inbound_format::read_shape;
use super::outbound::{Carrier, Sending};
use super::outbound_format::{Names, read_auth, read_fields, read_headers, read_url};
use super::signature::{Class, Signature};
use super::{OutRequest, Provider, RawRequest, Read, ReadError, SendValues, SmsText};

/// Values that only a `[fetch]` has.
pub(super) const NAMES: [&str; 4] = ["since", "since_date", "page", "number"];

/// How to ask, as the file says.
#[derive(Debug, Clone)]
pub(super) struct Fetching {
    asking: Sending,
    /// Path of the next page's address.
    next: Option<Vec<String>>,
    /// Pages are numbered, and one without messages is behind the last.
    numbered: bool,
    newest_first: bool,
    shape: Shape,
}

/// A page of what a provider has.
pub struct Page {
    /// The messages.
    pub read: Read<SmsText>,
    /// The next page's address, if it names one: a path or a URL.
    pub next: Option<String>,
}

pub(super) fn read_fetching(
    mut table: Table,
    settings: &BTreeSet<&str>,
    secret: Option<&str>,
    faults: &mut Faults,
) -> Option<Fetching> {
    let mut known = settings.clone();
    known.extend(NAMES);
    let names = Names { settings: &known, secret };
    let url = read_url(&mut table, &names, faults);
    let auth = read_auth(&mut table, &names, faults);
    let headers = read_headers(&mut table, &names, faults);
    let fields = read_fields(&mut table, "query", &names, faults);
    let next = table.opt_str("next", faults).map(|text| path(&text));
    let newest_first = table.opt_bool("newest_first", faults).unwrap_or(false);
    let numbered = fields.iter().any(|(_, value)| value.names().any(|name| name == "page"));
    if !table.has("each") {
        missing(&table, "each", "where the list of messages stands in the answer", faults);
    }
    // Nobody signs an answer that we asked for.
    let open = Signature { class: Class::Unsigned, check: None };
    let shape = read_shape(table, "fetch", &open, faults)?;
    let asking = Sending {
        method: "GET".to_owned(),
        url: url?,
        carrier: Carrier::Query,
        auth,
        headers,
        fields,
        gsm7: Vec::new(),
        ucs2: Vec::new(),
        id: None,
        code: None,
        outcomes: Vec::new(),
    };
    Some(Fetching { asking, next, numbered, newest_first, shape })
}

impl Provider {
    /// True if the file says how to ask for messages.
    #[must_use]
    pub fn fetches(&self) -> bool {
        self.fetching.is_some()
    }

    /// True if the newest message comes first in its answers.
    #[must_use]
    pub fn newest_first(&self) -> bool {
        self.fetching.as_ref().is_some_and(|fetching| fetching.newest_first)
    }

    /// True if its pages are numbered: one without messages is behind the last.
    #[must_use]
    pub fn numbers_pages(&self) -> bool {
        self.fetching.as_ref().is_some_and(|fetching| fetching.numbered)
    }

    /// The request for a page of the messages since a time; `number` is ours.
    ///
    /// # Errors
    /// If the file has no `[fetch]`, or a value it needs is not there; says which.
    pub fn fetch_request(
        &self,
        settings: &BTreeMap<String, String>,
        number: Option<&str>,
        since: Timestamp,
        page: usize,
    ) -> Result<OutRequest, String> {
        let fetching = self.fetching.as_ref().ok_or("the provider file has no [fetch]")?;
        let mut values = settings.clone();
        let since = since.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        values.insert("since_date".to_owned(), since.chars().take(10).collect());
        values.insert("since".to_owned(), since);
        values.insert("page".to_owned(), page.to_string());
        values.extend(number.map(|number| ("number".to_owned(), number.to_owned())));
        fetching.asking.request(&SendValues {
            to: "",
            from: None,
            text: "",
            delivery: "",
            report_url: "",
            settings: &values,
        })
    }

    /// Reads a page.
    ///
    /// # Errors
    /// If it is not what the file says.
    pub fn read_page(&self, body: &[u8]) -> Result<Page, ReadError> {
        let fetching = self.fetching.as_ref().ok_or(ReadError::Method)?;
        let headers = HeaderMap::new();
        let request = RawRequest { method: "GET", query: "", headers: &headers, body };
        let read = fetching.shape.read_texts(&request)?;
        let next = fetching.next.as_ref().and_then(|path| {
            let body: Value = serde_json::from_slice(body).ok()?;
            follow(&body, path).and_then(scalar).filter(|next| !next.is_empty())
        });
        Ok(Page { read, next })
    }
}
