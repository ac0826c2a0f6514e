//! What is signed: a text with pieces of the request in it, such as `{header:X-Time}.{body}`.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::super::RawRequest;
use super::super::fields::{pairs, scalar};

/// Names and values of a request, as bytes.
type Pairs = Vec<(Vec<u8>, Vec<u8>)>;

/// Where a value beside the message stands: the signature, its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Stand {
    /// A header; lower case.
    Header(String),
    /// An item of a header that lists them as `t=1,v1=ab` (or with `;` between): the header in lower case, the
    /// item's name as it stands.
    Item(String, String),
    /// A field of query, form or JSON.
    Parameter(String),
}

impl Stand {
    /// A header's name, or `NAME[ITEM]` for one item of it. Neither bracket may stand in a header's name.
    pub(in super::super) fn header(text: &str) -> Option<Self> {
        let (name, item) = match text.split_once('[') {
            Some((name, rest)) => (name, Some(rest.strip_suffix(']')?)),
            None => (text, None),
        };
        let name = name.parse::<axum::http::HeaderName>().ok()?.as_str().to_owned();
        match item {
            None => Some(Self::Header(name)),
            Some(item) if item.is_empty() || item.contains(['=', ',', ';', '[', ']']) => None,
            Some(item) => Some(Self::Item(name, item.to_owned())),
        }
    }

    /// The text of a list, with commas between: an item of a header may stand there several times.
    pub(super) fn find_list(&self, request: &RawRequest<'_>) -> Option<String> {
        let Self::Item(name, item) = self else { return self.find(request) };
        let whole = Self::Header(name.clone()).find(request)?;
        let found = items(&whole, item).collect::<Vec<_>>();
        if found.is_empty() { None } else { Some(found.join(",")) }
    }

    /// Its text, if it is there once.
    pub(super) fn find(&self, request: &RawRequest<'_>) -> Option<String> {
        match self {
            Self::Header(name) => {
                let mut given = request.headers.get_all(name).iter();
                let value = given.next()?.to_str().ok()?;
                given.next().is_none().then(|| value.to_owned())
            }
            Self::Item(name, item) => {
                let whole = Self::Header(name.clone()).find(request)?;
                let mut given = items(&whole, item);
                let value = given.next()?.to_owned();
                given.next().is_none().then_some(value)
            }
            Self::Parameter(name) => {
                let all = parameters(request)?;
                let mut given = all.into_iter().filter(|(key, _)| key == name.as_bytes());
                let (_, value) = given.next()?;
                if given.next().is_some() { None } else { String::from_utf8(value).ok() }
            }
        }
    }
}

impl std::fmt::Display for Stand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Header(name) => write!(f, "header:{name}"),
            Self::Item(name, item) => write!(f, "header:{name}[{item}]"),
            Self::Parameter(name) => write!(f, "parameter:{name}"),
        }
    }
}

/// The values of the items called so, in their order.
fn items<'v>(whole: &'v str, wanted: &'v str) -> impl Iterator<Item = &'v str> {
    let pairs = whole.split([',', ';']).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(name, _)| *name == wanted).map(|(_, value)| value)
}

/// One piece of what is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Piece {
    /// Characters that stand for themselves.
    Text(String),
    /// The body's bytes.
    Body,
    /// The 32 bytes of its SHA-256.
    BodySha256,
    /// The URL with its query.
    Url,
    /// The URL up to its query.
    UrlPath,
    /// The query as received, its fields sorted.
    SortedQuery,
    /// The fields of a form body sorted, each name with its value behind it; a pair that is there twice
    /// counts once.
    Form,
    /// The URL up to its query, `?`, the fields of the query sorted (`a=b&c=d`), `.`, those of the form as
    /// above; `?` if there is any field, `.` if there are fields of both.
    UrlAndForm,
    /// All fields but the signature, sorted, each as `&name=value` with `_` for `&` and `=` in a value.
    Parameters,
    /// The secret, for methods that have no key.
    Secret,
    /// A header, or an item of one.
    Header(Stand),
}

impl Piece {
    const NAMES: [(&'static str, Self); 9] = [
        ("body", Self::Body),
        ("body-sha256", Self::BodySha256),
        ("url", Self::Url),
        ("url-path", Self::UrlPath),
        ("sorted-query", Self::SortedQuery),
        ("form", Self::Form),
        ("url-and-form", Self::UrlAndForm),
        ("parameters", Self::Parameters),
        ("secret", Self::Secret),
    ];
}

/// What is signed, piece by piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Over {
    pieces: Vec<Piece>,
    /// The field that holds the signature, if a field does: it cannot be signed itself.
    without: Option<String>,
}

impl Over {
    /// Reads `{piece}` and the text between.
    pub(in super::super) fn parse(text: &str, at: &Stand) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or("a `{` is not closed")?;
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(piece(name)?);
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        let without = match at {
            Stand::Parameter(name) => Some(name.clone()),
            Stand::Header(_) | Stand::Item(..) => None,
        };
        Ok(Self { pieces, without })
    }

    /// True if nobody can change the body under it.
    pub(in super::super) fn covers_body(&self) -> bool {
        use Piece::{Body, BodySha256, Form, Parameters, UrlAndForm};
        let covers =
            |piece| matches!(piece, &Body | &BodySha256 | &Form | &UrlAndForm | &Parameters);
        self.pieces.iter().any(covers)
    }

    /// True if nobody can change the query under it.
    pub(in super::super) fn covers_query(&self) -> bool {
        use Piece::{Parameters, SortedQuery, Url, UrlAndForm};
        let covers = |piece| matches!(piece, &Url | &SortedQuery | &UrlAndForm | &Parameters);
        self.pieces.iter().any(covers)
    }

    /// The places whose values it takes in.
    pub(super) fn stands(&self) -> impl Iterator<Item = &Stand> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Header(stand) => Some(stand),
            _ => None,
        })
    }

    pub(in super::super) fn has_secret(&self) -> bool {
        self.pieces.contains(&Piece::Secret)
    }

    /// The bytes that were signed; `None` if the request has not all that belongs to them.
    pub(super) fn assemble(
        &self,
        request: &RawRequest<'_>,
        url: &str,
        body: &[u8],
        key: &[u8],
    ) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.extend(text.as_bytes()),
                Piece::Body => out.extend(body),
                Piece::BodySha256 => out.extend(Sha256::digest(body)),
                Piece::Url => out.extend(url.as_bytes()),
                Piece::UrlPath => out.extend(path_of(url).as_bytes()),
                Piece::SortedQuery => out.extend(sorted_query(request.query).as_bytes()),
                Piece::Form => out.extend(joined(sorted(body))),
                Piece::UrlAndForm => out.extend(url_and_form(url, request.query, body)),
                Piece::Parameters => out.extend(self.parameters(request)?),
                Piece::Secret => out.extend(key),
                Piece::Header(stand) => out.extend(stand.find(request)?.as_bytes()),
            }
        }
        Some(out)
    }

    fn parameters(&self, request: &RawRequest<'_>) -> Option<Vec<u8>> {
        let mut all = parameters(request)?;
        all.retain(|(name, _)| Some(name.as_slice()) != self.without.as_deref().map(str::as_bytes));
        all.sort();
        let twice = all.iter().zip(all.iter().skip(1)).any(|((one, _), (next, _))| one == next);
        // A name with a separator in it could pass for another field and its value.
        let odd = all.iter().any(|(name, _)| name.iter().any(|b| matches!(b, b'&' | b'=')));
        if twice || odd {
            return None;
        }
        let mut out = Vec::new();
        for (name, value) in all {
            out.push(b'&');
            out.extend(name);
            out.push(b'=');
            out.extend(value.into_iter().map(|b| if matches!(b, b'&' | b'=') { b'_' } else { b }));
        }
        Some(out)
    }
}

fn piece(name: &str) -> Result<Piece, String> {
    if let Some(header) = name.strip_prefix("header:").and_then(Stand::header) {
        return Ok(Piece::Header(header));
    }
    let known = Piece::NAMES.into_iter().find(|(known, _)| *known == name);
    known.map(|(_, piece)| piece).ok_or_else(|| format!("there is no piece `{{{name}}}`"))
}

/// The names of all pieces, for those who wrote another.
pub(in super::super) fn known() -> String {
    let names = Piece::NAMES.iter().map(|(name, _)| format!("{{{name}}}"));
    names
        .chain(["{header:NAME}".to_owned(), "{header:NAME[ITEM]}".to_owned()])
        .collect::<Vec<_>>()
        .join(", ")
}

/// The fields of query and body; a body that begins like a JSON object must be one, of plain values.
fn parameters(request: &RawRequest<'_>) -> Option<Pairs> {
    let mut all = pairs(request.query.as_bytes());
    if request.body.trim_ascii_start().starts_with(b"{") {
        let Ok(Value::Object(map)) = serde_json::from_slice(request.body) else { return None };
        for (name, value) in map {
            let value = if value.is_null() { String::new() } else { scalar(&value)? };
            all.push((name.into_bytes(), value.into_bytes()));
        }
    } else {
        all.extend(pairs(request.body));
    }
    Some(all)
}

fn sorted(text: &[u8]) -> Pairs {
    let mut fields = pairs(text);
    fields.sort();
    fields.dedup();
    fields
}

fn joined(fields: Pairs) -> Vec<u8> {
    fields.into_iter().flat_map(|(key, value)| [key, value]).flatten().collect()
}

fn path_of(url: &str) -> &str {
    url.split_once('?').map_or(url, |(path, _)| path)
}

fn sorted_query(query: &str) -> String {
    let mut fields: Vec<&str> = query.split('&').filter(|field| !field.is_empty()).collect();
    fields.sort_unstable();
    fields.join("&")
}

fn url_and_form(url: &str, query: &str, body: &[u8]) -> Vec<u8> {
    let (query, form) = (sorted(query.as_bytes()), sorted(body));
    let mut out = path_of(url).as_bytes().to_vec();
    if !query.is_empty() || !form.is_empty() {
        out.push(b'?');
    }
    let both = !query.is_empty() && !form.is_empty();
    let fields = query.into_iter().map(|(name, value)| [name, value].join(&b'='));
    out.extend(fields.collect::<Vec<_>>().join(&b'&'));
    if both {
        out.push(b'.');
    }
    out.extend(joined(form));
    out
}
