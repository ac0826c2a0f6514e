//! What comes back about our own letters: bounces (RFC 3464) and complaints (RFC 5965).

use mail_parser::{Message, MessagePart};

use super::headers::Headers;
use super::{contents, kind};
use crate::ReportState;
use crate::email::smtp::is_enhanced;

/// A bounce or a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Returned {
    /// What it says.
    pub(in super::super) news: News,
    /// The letter it is about, as far as it came back: its header, and perhaps more.
    pub(in super::super) letter: String,
}

/// What a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum News {
    /// What became of the letter, and the status code.
    Delivery(ReportState, Option<String>),
    /// Still being tried, or nothing that can be read.
    Nothing,
    /// The receiver calls it unwanted.
    Complaint,
}

/// Reads a report; `None` if the mail is none.
pub(super) fn read(headers: &Headers, message: &Message<'_>) -> Option<Returned> {
    let whole = headers.get("content-type")?.to_ascii_lowercase();
    if !whole.starts_with("multipart/report") {
        return None;
    }
    let mut news = News::Nothing;
    let mut letter = String::new();
    for part in &message.parts {
        match kind(part).as_str() {
            "message/delivery-status" | "message/global-delivery-status" => {
                news = delivery(&text(message, part));
            }
            "message/feedback-report" if is_complaint(&text(message, part)) => {
                news = News::Complaint;
            }
            "message/rfc822"
            | "text/rfc822-headers"
            | "message/global"
            | "message/global-headers" => letter = text(message, part),
            _ => {}
        }
    }
    Some(Returned { news, letter })
}

fn text(message: &Message<'_>, part: &MessagePart<'_>) -> String {
    let bytes = contents(message, part).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The per-recipient fields; of several the worst, as each letter of ours has one receiver.
fn delivery(status: &str) -> News {
    let (mut state, mut code) = (None, None);
    for line in status.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "action" => {
                let said = match value.to_ascii_lowercase().as_str() {
                    "failed" => Some(ReportState::Failed),
                    "delivered" => Some(ReportState::Delivered),
                    // Relayed or expanded: somebody else has it now, and will not report.
                    "relayed" | "expanded" => Some(ReportState::Sent),
                    _ => None,
                };
                state = state.max(said);
            }
            "status" => {
                let said = value.split_whitespace().next().filter(|word| is_enhanced(word));
                code = code.max(said.map(str::to_owned));
            }
            _ => {}
        }
    }
    match state {
        // Given up for now is given up: the server does not try again after "failed".
        Some(state) => News::Delivery(state, code),
        None if code.as_deref().is_some_and(|code| code.starts_with('5')) => {
            News::Delivery(ReportState::Failed, code)
        }
        None => News::Nothing,
    }
}

/// `not-spam` is the opposite of a complaint.
fn is_complaint(report: &str) -> bool {
    report.lines().filter_map(|line| line.split_once(':')).any(|(name, value)| {
        name.trim().eq_ignore_ascii_case("feedback-type")
            && ["abuse", "fraud", "opt-out", "opt-out-list"]
                .contains(&value.trim().to_ascii_lowercase().as_str())
    })
}
