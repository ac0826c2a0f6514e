//! A mail as it came becomes what the gateway needs of it. Everything here is pure, and bounded: whatever a stranger
//! sends costs little time and memory.
//!
//! - [`headers`]: the fields in their order, and the budgets that are checked before anything is parsed.
//! - [`charset`]: bytes become words, also where the label is wrong.
//! - [`page`]: HTML becomes text.
//! - [`trim`]: what the resident wrote, without what their program added; [`phrases`] in all languages.
//! - [`attached`]: its files, as far as a person meant to send them.
//! - [`auth`]: what our border server says of the sender.
//! - [`report`]: bounces and complaints.

mod attached;
pub(super) mod auth;
mod charset;
pub(super) mod headers;
mod page;
mod phrases;
pub(super) mod report;
pub(super) mod trim;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use sha2::{Digest, Sha256};

use self::headers::Headers;
use self::report::Returned;
use crate::{Address, FileLimits, Files};

/// Largest mail that is read, in bytes.
pub(super) const LARGEST: usize = 10 * 1024 * 1024;
/// Most parts of a mail.
const MOST_PARTS: usize = 100;
/// Deepest part of a mail.
const DEEPEST: usize = 10;
/// Longest text taken out of one part, in bytes; what follows is left out.
const LONGEST_PART: usize = 512 * 1024;
/// Longest answer, in bytes.
const LONGEST_TEXT: usize = 32 * 1024;

/// Why a mail is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unreadable {
    /// Over a budget.
    #[error("it is too large, too deep or has too many parts")]
    TooMuch,
    /// No sender that can be answered, or several.
    #[error("it has not one sender")]
    NoSender,
    /// No mail at all.
    #[error("it is no mail")]
    NoMail,
}

/// A mail, read.
pub(super) struct Mail {
    /// Its fields, in order.
    pub(super) headers: Headers,
    /// Who it says it is from.
    pub(super) from: Address,
    /// Every mailbox it was sent to, as written.
    pub(super) to: Vec<String>,
    /// Its subject, decoded.
    pub(super) subject: String,
    /// Its Message-ID, or one made of its content where it has none.
    pub(super) id: String,
    /// The letters it answers: In-Reply-To, then References.
    pub(super) answers: Vec<String>,
    /// What was written in it, quotations and signature cut off; may be empty.
    pub(super) text: String,
    /// Its files, without words.
    pub(super) files: Files,
    /// It is a bounce or a complaint.
    pub(super) returned: Option<Returned>,
}

/// Reads a mail.
///
/// # Errors
/// Why it is not read.
pub(super) fn read(raw: &[u8], limits: &FileLimits) -> Result<Mail, Unreadable> {
    if raw.len() > LARGEST || !headers::within_budget(raw) {
        return Err(Unreadable::TooMuch);
    }
    let headers = Headers::read(raw).ok_or(Unreadable::TooMuch)?;
    let message = MessageParser::default().parse(raw).ok_or(Unreadable::NoMail)?;
    let mut parts = 0;
    if !is_small(&message, 0, 0, &mut parts) {
        return Err(Unreadable::TooMuch);
    }
    let mut senders = message.from().into_iter().flat_map(mail_parser::Address::iter);
    let from = senders.next().and_then(|from| from.address()).ok_or(Unreadable::NoSender)?;
    let from = Address::mail(from).map_err(|_| Unreadable::NoSender)?;
    if senders.next().is_some() {
        return Err(Unreadable::NoSender);
    }
    let id = message.message_id().map_or_else(|| made_id(raw), str::to_owned);
    let mut answers = ids(message.in_reply_to());
    answers.extend(ids(message.references()));
    let returned = report::read(&headers, &message);
    let text = if returned.is_some() { String::new() } else { trim::cut(&words(&message)) };
    let files =
        if returned.is_some() { Files::default() } else { attached::files(&message, limits) };
    let subject = message.subject().unwrap_or_default().trim().to_owned();
    let to = headers.receivers();
    Ok(Mail { to, from, subject, id, answers, text, files, returned, headers })
}

/// Where a mail has no id of its own, its content is one: the same mail again is the same.
fn made_id(raw: &[u8]) -> String {
    format!("sha256:{}", hex::encode(Sha256::digest(raw)))
}

fn ids(value: &mail_parser::HeaderValue<'_>) -> Vec<String> {
    match value {
        mail_parser::HeaderValue::Text(id) => vec![id.to_string()],
        mail_parser::HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// Walks the parts with a budget of steps, so that no tree, however it is tied, takes long.
fn is_small(message: &Message<'_>, id: u32, depth: usize, parts: &mut usize) -> bool {
    *parts += 1;
    if depth > DEEPEST || *parts > MOST_PARTS {
        return false;
    }
    match message.part(id).map(|part| &part.body) {
        Some(PartType::Multipart(children)) => {
            children.iter().all(|child| is_small(message, *child, depth + 1, parts))
        }
        Some(PartType::Message(inner)) => is_small(inner, 0, depth + 1, parts),
        _ => true,
    }
}

/// The words of a mail: plain ones, or those of its HTML where there are no others.
fn words(message: &Message<'_>) -> String {
    let plain = |part: &MessagePart<'_>| match &part.body {
        PartType::Text(parsed) => Some(charset::text(message, part, parsed)),
        _ => None,
    };
    let page = |part: &MessagePart<'_>| match &part.body {
        PartType::Html(parsed) => {
            Some(page::text(clipped(&charset::text(message, part, parsed), LONGEST_PART)))
        }
        _ => None,
    };
    let text = joined(message.text_bodies().filter_map(plain));
    if text.trim().is_empty() { joined(message.html_bodies().filter_map(page)) } else { text }
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    let all: Vec<String> =
        texts.map(|text| clipped(&text, LONGEST_PART).trim_end().to_owned()).collect();
    all.join("\n")
}

/// The beginning of a text, in bytes, cut between characters.
fn clipped(text: &str, longest: usize) -> &str {
    let mut end = text.len().min(longest);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The bytes of a part, without their transfer encoding.
fn contents(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    use mail_parser::Encoding;
    use mail_parser::decoders::{base64, quoted_printable};
    let (from, until) = (part.offset_body as usize, part.offset_end as usize);
    let raw = message.raw_message().get(from..until)?;
    match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable::quoted_printable_decode(raw),
        Encoding::Base64 => base64::base64_decode(raw),
    }
}

/// `multipart/report`, in small letters.
fn kind(part: &MessagePart<'_>) -> String {
    part.content_type().map_or_else(String::new, |kind| {
        let sub = kind.subtype().unwrap_or_default();
        format!("{}/{sub}", kind.ctype()).to_ascii_lowercase()
    })
}
