//! The files of a mail, as far as its writer meant to send them: what a mail program adds by itself is none.

use axum::body::Bytes;
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::{LONGEST_PART, clipped, contents, kind};
use crate::{Attached, FileLimits, Files};

/// A smaller picture is a tracking pixel, a bullet or a badge, and no photo: cameras make hundreds of kilobytes.
const SMALLEST_PICTURE: usize = 4 * 1024;

/// A smaller picture that stands inside of the HTML (RFC 2392, `cid:`) is the logo of a signature. A photo that was put
/// there by hand, as Gmail and Outlook do, is larger.
const SMALLEST_INSIDE: usize = 48 * 1024;

/// Parts that programs exchange: invitations, cards, signatures, Outlook's `winmail.dat`.
const MACHINES: [&str; 11] = [
    "text/calendar",
    "application/ics",
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "application/ms-tnef",
    "application/vnd.ms-tnef",
    "application/pgp-signature",
    "application/pgp-keys",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
];

/// How a TNEF stream begins ([MS-OXTNEF] §2.1.3.1), whatever it is called.
const TNEF: [u8; 4] = [0x78, 0x9f, 0x3e, 0x22];

/// The files of a mail, sorted. Costs a hash over each.
pub(super) fn files(message: &Message<'_>, limits: &FileLimits) -> Files {
    let came = message.attachments().filter_map(|part| {
        let bytes = sent(message, part)?;
        Some(Attached::new(Bytes::from(bytes), limits))
    });
    Files::sort(came, limits)
}

/// The bytes of a part that its writer meant to send.
fn sent(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    if MACHINES.contains(&kind(part).as_str()) {
        return None;
    }
    let bytes = match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
        // Other words of the same mail; a text is a file only if it was attached.
        PartType::Text(_) if attached(part) => contents(message, part)?,
        PartType::Text(_) | PartType::Html(_) | PartType::Message(_) | PartType::Multipart(_) => {
            return None;
        }
    };
    if bytes.starts_with(&TNEF) || is_ornament(message, part, &bytes) {
        return None;
    }
    Some(bytes)
}

/// Dots, badges and logos.
fn is_ornament(message: &Message<'_>, part: &MessagePart<'_>, bytes: &[u8]) -> bool {
    let picture = crate::file::media_type(bytes).is_some_and(|kind| kind.starts_with("image/"));
    let size = bytes.len();
    picture && (size < SMALLEST_PICTURE || (size < SMALLEST_INSIDE && is_inside(message, part)))
}

fn attached(part: &MessagePart<'_>) -> bool {
    part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment)
}

/// Does the HTML of the mail show this part?
fn is_inside(message: &Message<'_>, part: &MessagePart<'_>) -> bool {
    let Some(id) = part.content_id() else { return false };
    let link = format!("cid:{}", id.trim_matches(['<', '>', ' ']));
    message.html_bodies().any(|body| match &body.body {
        PartType::Html(html) => clipped(html, LONGEST_PART).contains(&link),
        _ => false,
    })
}
