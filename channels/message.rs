//! The types that pass between channels and the gateway.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::file::Files;

/// How a resident is reached, as a URI: `tel:+971500000001`, `web:<token>`. Canonical by construction.
///
/// Its `Debug` and `Display` show the scheme alone: no address ever reaches a log by accident.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

/// A text that is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not an address — write tel:+<country><number>, mailto:<mailbox>, telegram:<id> or web:<token>"
)]
pub struct NotAnAddress;

impl Address {
    /// A phone number as providers write them: digits with or without `+` or `00`, spaces and dashes.
    /// A short or alphanumeric sender (`MTN`) is an address too, so that it is kept, but
    /// [`Address::can_be_answered`] is false for it.
    ///
    /// # Errors
    /// If it is empty, longer than 64 bytes, or holds control characters.
    pub fn phone(number: &str) -> Result<Self, NotAnAddress> {
        let number = number.trim();
        if number.is_empty() || number.len() > 64 || number.chars().any(char::is_control) {
            return Err(NotAnAddress);
        }
        let digits: String = number
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.' | '\u{a0}'))
            .collect();
        let bare =
            digits.strip_prefix('+').or_else(|| digits.strip_prefix("00")).unwrap_or(&digits);
        if bare.len() >= 7 && bare.len() <= 15 && bare.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(Self(format!("tel:+{bare}")));
        }
        // Not a number: without its +, so that it never looks like one that can be answered.
        let name = digits.trim_start_matches('+');
        if name.is_empty() { Err(NotAnAddress) } else { Ok(Self(format!("tel:{name}"))) }
    }

    /// A mailbox, bare: no display name, no angle brackets. The domain is lower-cased (RFC 5321 §2.4 makes it
    /// alike in any case); the local part is the receiver's own business and stays as written, in NFC.
    ///
    /// # Errors
    /// If it has no local part or domain, is longer than 64 or 255 bytes there (RFC 5321 §4.5.3.1), or holds
    /// spaces, control characters or what only quoting would allow.
    pub fn mail(mailbox: &str) -> Result<Self, NotAnAddress> {
        use unicode_normalization::UnicodeNormalization;
        let mailbox: String = mailbox.trim().nfc().collect();
        let (local, domain) = mailbox.rsplit_once('@').ok_or(NotAnAddress)?;
        let plain = |c: char| {
            !c.is_control()
                && !c.is_whitespace()
                && !matches!(
                    c,
                    '@' | '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\' | '[' | ']'
                )
        };
        let labels = domain.split('.').all(|label| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || !c.is_ascii() || c == '-')
        });
        let fine = !local.is_empty()
            && local.len() <= 64
            && !domain.is_empty()
            && domain.len() <= 255
            && local.chars().all(plain)
            && domain.chars().all(plain)
            && labels;
        if fine {
            Ok(Self(format!("mailto:{local}@{}", domain.to_lowercase())))
        } else {
            Err(NotAnAddress)
        }
    }

    /// A session of the web form.
    ///
    /// # Errors
    /// If the token is empty or not of `A-Za-z0-9_-`.
    pub fn web(token: &str) -> Result<Self, NotAnAddress> {
        let fine = !token.is_empty()
            && token.len() <= 64
            && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        if fine { Ok(Self(format!("web:{token}"))) } else { Err(NotAnAddress) }
    }

    /// A person on Telegram, by the id they have there.
    #[must_use]
    pub fn telegram(id: u64) -> Self {
        Self(format!("telegram:{id}"))
    }

    /// The URI. For stores and providers only, never for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `tel`, `web` …
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.0.split_once(':').map_or("", |(scheme, _)| scheme)
    }

    /// What stands behind the scheme.
    #[must_use]
    pub fn rest(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, rest)| rest)
    }

    /// False for senders that are no person's phone (short codes, names): they are never answered, as an
    /// answer would cost and could loop.
    #[must_use]
    pub fn can_be_answered(&self) -> bool {
        self.scheme() != "tel" || self.rest().starts_with('+')
    }
}

impl TryFrom<String> for Address {
    type Error = NotAnAddress;
    fn try_from(uri: String) -> Result<Self, Self::Error> {
        match uri.split_once(':') {
            Some(("tel", number)) => Self::phone(number),
            Some(("web", token)) => Self::web(token),
            Some(("mailto", mailbox)) => Self::mail(mailbox),
            Some(("telegram", id)) => id.parse().map(Self::telegram).map_err(|_| NotAnAddress),
            _ => Err(NotAnAddress),
        }
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:…", self.scheme())
    }
}

/// What arrived.
#[derive(Debug, Clone)]
pub struct Inbound {
    /// Channel id.
    pub channel: String,
    /// Channel kind.
    pub kind: &'static str,
    /// The provider's name, for SMS.
    pub provider: Option<String>,
    /// Who sent it.
    pub from: Address,
    /// The number or mailbox it was sent to. For email a mailto URI (RFC 6068) that may name the letter to be
    /// answered, too: `mailto:say@city.example?In-Reply-To=…&Subject=…`. Whatever is said back comes from here.
    pub to: Option<String>,
    /// The provider's id of the message. Together with channel and sender it is the duplicate key; it stays
    /// the same over the provider's retries.
    pub provider_id: String,
    /// What it says.
    pub content: Content,
    /// When it reached us.
    pub received_at: Timestamp,
    /// The language the resident chose on a page; or, of a chat app, the one it is set to, which is but a guess.
    pub lang: Option<String>,
    /// How sure it is that the sender is who the message says.
    pub sender: Proof,
    /// The delivery of ours that it answers, where the way it came tells: what it says belongs to that campaign.
    pub answers: Option<String>,
}

/// How sure it is that a message comes from the address it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The way it came, or what it carries, proves it.
    #[default]
    Proven,
    /// Nothing speaks for it or against it: it is taken and marked, but neither changes nor erases anything.
    Unproven,
    /// The owner of the address disowns it (DMARC fail): as unproven, and what it says does not count.
    Disowned,
}

/// What a message says. `Debug` shows no words.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// Words as typed.
    Text(String),
    /// A part of longer words, where a provider hands on the parts of an SMS as they come. The intake keeps
    /// parts until all are there.
    Part {
        /// The words of this part.
        text: String,
        /// Which part of which text.
        part: Part,
    },
    /// A form page.
    Form {
        /// Campaign id.
        campaign: String,
        /// The step the page showed.
        step: String,
        /// Option code or words.
        value: String,
        /// The skip button was pressed.
        skip: bool,
    },
    /// A form page with several questions: their answers have their effect together.
    Sheet {
        /// Campaign id.
        campaign: String,
        /// What was given to each.
        answers: Vec<Filled>,
        /// What is not understood is kept for a person and not asked again.
        as_is: bool,
    },
    /// A button of the private page: what shall become of an answer that was given.
    Wish {
        /// Campaign id.
        campaign: String,
        /// What is wished.
        wish: Wish,
    },
    /// A button under a question in a chat, where it stays for ever.
    Button {
        /// The end of [`Question::submission`]; empty under a question that belongs to none.
        session: String,
        /// Step id, or what a menu is called.
        step: String,
        /// Option code.
        value: String,
    },
    /// A link or QR code that names a campaign or its keyword, maybe with `_` and a language; empty: neither.
    Link(String),
    /// Words put in the place of earlier ones.
    Edited {
        /// The provider id of those.
        of: String,
        /// As they are now.
        text: String,
    },
    /// A place on the map, in thousandths of a degree: nearer than about 100 m is nobody's business.
    Place {
        /// North of the equator.
        lat: i32,
        /// East of Greenwich.
        lon: i32,
    },
    /// Files, with the words beside them.
    Files(Box<Files>),
    /// The sender's own phone number, for which the channel vouches.
    Contact(Address),
    /// Something that this way cannot take (a sticker, somebody's contact), with the words beside it.
    Untaken(String),
    /// Words that are kept for a person and never an answer, such as somebody else's.
    Aside(String),
    /// Somebody is on the line and has said nothing: what waits is asked; where nothing does, what is open is said to
    /// whom a language is known of. Answers nothing, and begins nothing.
    Hello {
        /// They were welcomed already: the question alone.
        again: bool,
    },
    /// No more messages: an unsubscribe button, a complaint. Nothing is said back.
    OptOut,
}

/// What was given to one question of a [`Content::Sheet`].
#[derive(Clone, PartialEq, Eq)]
pub struct Filled {
    /// Step id.
    pub step: String,
    /// As the value of [`Content::Form`]; empty is no answer.
    pub value: String,
}

/// What a resident may wish of an answer they gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Ask this step anew; empty: ask which.
    Change(String),
    /// It shall no longer count.
    Withdraw,
    /// Everything of mine shall be erased.
    Erase,
    /// A code by which another phone, app or mailbox goes on with it.
    GoOn,
}

impl Content {
    /// The bytes that make two messages the same or not, under one duplicate key.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Text(text) | Self::Part { text, .. } => text.as_bytes().to_vec(),
            Self::Form { campaign, step, value, skip } => {
                [campaign.as_str(), step, value, if *skip { "skip" } else { "" }]
                    .join("\u{1f}")
                    .into_bytes()
            }
            Self::Sheet { campaign, answers, as_is } => {
                let mut all = vec![campaign.as_str(), if *as_is { "as-is" } else { "sheet" }];
                all.extend(answers.iter().flat_map(|filled| [filled.step.as_str(), &filled.value]));
                all.join("\u{1f}").into_bytes()
            }
            Self::Wish { campaign, wish } => {
                let wish = match wish {
                    Wish::Change(step) => format!("change\u{1f}{step}"),
                    Wish::Withdraw => "withdraw".to_owned(),
                    Wish::Erase => "erase".to_owned(),
                    Wish::GoOn => "go-on".to_owned(),
                };
                format!("{campaign}\u{1f}wish\u{1f}{wish}").into_bytes()
            }
            Self::Button { session, step, value } => {
                [session.as_str(), step, value, "button"].join("\u{1f}").into_bytes()
            }
            Self::Link(to) => format!("link\u{1f}{to}").into_bytes(),
            Self::Edited { of, text } => format!("{of}\u{1f}edited\u{1f}{text}").into_bytes(),
            Self::Place { lat, lon } => format!("place\u{1f}{lat}\u{1f}{lon}").into_bytes(),
            Self::Files(files) => files.print(),
            Self::Contact(phone) => format!("contact\u{1f}{}", phone.as_str()).into_bytes(),
            Self::Untaken(words) => format!("untaken\u{1f}{words}").into_bytes(),
            Self::Aside(words) => format!("aside\u{1f}{words}").into_bytes(),
            Self::Hello { .. } => b"hello".to_vec(),
            Self::OptOut => b"opt-out".to_vec(),
        }
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(_) => f.write_str("Text(…)"),
            Self::Part { part, .. } => write!(f, "Part({}/{}, …)", part.number, part.of),
            Self::Form { campaign, step, .. } => write!(f, "Form({campaign}/{step}, …)"),
            Self::Sheet { campaign, answers, .. } => {
                write!(f, "Sheet({campaign}, {} answers)", answers.len())
            }
            Self::Wish { campaign, wish } => write!(f, "Wish({campaign}, {wish:?})"),
            Self::Button { step, .. } => write!(f, "Button({step}, …)"),
            Self::Link(_) => f.write_str("Link(…)"),
            Self::Edited { .. } => f.write_str("Edited(…)"),
            Self::Place { .. } => f.write_str("Place(…)"),
            Self::Files(files) => files.fmt(f),
            Self::Contact(_) => f.write_str("Contact(…)"),
            Self::Untaken(_) => f.write_str("Untaken(…)"),
            Self::Aside(_) => f.write_str("Aside(…)"),
            Self::Hello { .. } => f.write_str("Hello"),
            Self::OptOut => f.write_str("OptOut"),
        }
    }
}

/// Which part of a longer text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// What all parts of the text share; a handset counts it up and soon begins again.
    pub reference: String,
    /// 1 to `of`.
    pub number: u8,
    /// How many parts there are; 2 or more.
    pub of: u8,
}

impl Part {
    /// A part that can be one of several; `None` if the numbers cannot be.
    #[must_use]
    pub fn new(reference: String, number: u8, of: u8) -> Option<Self> {
        (of >= 2 && (1..=of).contains(&number)).then_some(Self { reference, number, of })
    }
}

/// How the resident came in; `entry` of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A keyword.
    Keyword,
    /// The public page.
    Web,
    /// The menu of open campaigns.
    Menu,
    /// An invitation.
    Invitation,
}

/// What became of a message that was stored.
#[derive(Debug, Clone)]
pub struct Received {
    /// The very same message was here before; nothing was done.
    pub duplicate: bool,
    /// What to say back. The web form shows it; the others leave it to the outbox, where it already is.
    pub replies: Vec<Message>,
}

/// Why a message was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It could not be made durable; the sender should try again.
    #[error("cannot store messages now: {0}")]
    Unavailable(String),
    /// It makes no sense, and never will.
    #[error("{0}")]
    Nonsense(String),
}

/// Something said to a resident, before a channel gives it its form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Language of the words.
    pub lang: String,
    /// What is said, paragraphs separated by newlines; ends with the question if there is one.
    pub text: String,
    /// The question it ends with, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// A last line: how to answer, how to stop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// A question, so that a channel can show buttons, numbered lines or form fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Question {
    /// The submission it belongs to, so that a button still knows its question when another one waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission: Option<String>,
    /// Step id.
    pub step: String,
    /// `choice`, `text` …: the contract's table.
    pub ask: String,
    /// Code and text of each option, in the order shown. For `yes-no` and `consent` the codes are `yes`,
    /// `no`, `unsure`; for `reaction` `agree`, `disagree`, `pass`; for `rating` the scores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<(String, String)>,
    /// True if the options are shown as numbered lines where there are no buttons; a rating's question names
    /// its scale itself.
    #[serde(default)]
    pub listed: bool,
    /// May be skipped.
    #[serde(default)]
    pub optional: bool,
    /// Longest sensible text, in characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_chars: Option<usize>,
    /// Words that name no option are an answer too (`choice`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
    /// Fewest options to name (`choices`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<usize>,
    /// Most options to name (`choices`, `ranking`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
    /// What shares add up to (`points`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
    /// The zero of the digits that number the options; 0 to 9 without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero: Option<char>,
}

/// A message on its way to one address.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// Delivery id (ULID): goes to the provider as client reference or in the report URL.
    pub delivery: String,
    /// To whom.
    pub to: Address,
    /// The number it should come from: the one the resident wrote to, if known; for email as in [`Inbound::to`].
    pub from: Option<String>,
    /// What to say.
    pub message: Message,
}

/// The outcome of one attempt to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The provider has it.
    Accepted {
        /// Its id there, if it gave one.
        provider_id: Option<String>,
    },
    /// Surely not sent; try again.
    NotSent {
        /// The provider's wish (`Retry-After`), which wins over our back-off.
        retry_after: Option<Duration>,
        /// For the list of dead letters; without address or words.
        reason: String,
    },
    /// Never will be; final.
    Rejected {
        /// For the list of dead letters; without address or words.
        reason: String,
        /// The provider says the resident opted out there.
        opted_out: bool,
    },
    /// The answer was lost: it may have been sent. Never repeated blindly.
    MaybeSent {
        /// For the list of deliveries; without address or words.
        reason: String,
    },
}

/// What a provider says of a delivery later on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Channel id.
    pub channel: String,
    /// Our delivery id, if the provider carries it back.
    pub delivery: Option<String>,
    /// The provider's own id.
    pub provider_id: Option<String>,
    /// The state.
    pub state: ReportState,
    /// The provider's code, as it came.
    pub code: Option<String>,
}

/// Delivery states, in the order they may be taken: never backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// On its way.
    Sent,
    /// On the handset.
    Delivered,
    /// Will not arrive.
    Failed,
    /// Will not arrive, as the resident opted out at the provider.
    OptedOut,
}

/// What a channel can carry, and how fast.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Units (SMS parts, messages) a second.
    pub per_second: u32,
    /// Most units at once.
    pub burst: u32,
    /// Longest text in characters; `None` is no limit.
    pub max_chars: Option<usize>,
    /// Attempts under way at once.
    pub at_once: usize,
    /// The provider knows a repeated delivery id, so an attempt whose answer was lost may be made again.
    pub repeat_safe: bool,
}

/// A code by which another phone, app or mailbox joins this resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownCode {
    /// Six digits in two groups, as they are read aloud.
    pub code: String,
    /// Until when it is good: hours and minutes where residents live.
    pub until: String,
}

/// An open campaign, for lists and menus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Campaign id.
    pub campaign: String,
    /// Its title in `lang`.
    pub title: String,
    /// Who asks.
    pub entity: String,
    /// The word that starts it by message.
    pub keyword: String,
    /// The language of title and keyword.
    pub lang: String,
}

/// What a form page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Campaign id.
    pub campaign: String,
    /// Title in `lang`.
    pub title: String,
    /// Who asks.
    pub entity: String,
    /// Language shown.
    pub lang: String,
    /// Languages the campaign offers.
    pub languages: Vec<String>,
    /// False once the campaign takes no answers.
    pub open: bool,
    /// What is said now; with a question while the session is open.
    pub message: Message,
    /// Further questions of the same page, in order; each message is a question and what is said before it.
    pub rest: Vec<Message>,
    /// What is said now in the words of an SMS, its numbered options and how to answer with it.
    pub text: String,
    /// Words of danger were said: whom to call.
    pub alarm: Option<String>,
    /// The last answer was not understood: `message` asks again, and this says what was wrong.
    pub error: Option<String>,
    /// The receipt, once the session has ended with a submission.
    pub receipt: Option<String>,
    /// The same letter by letter, to be read aloud.
    pub spoken: Option<String>,
    /// The answer was taken back.
    pub withdrawn: bool,
}

/// A whole campaign on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Campaign id.
    pub campaign: String,
    /// Title in `lang`.
    pub title: String,
    /// Who asks.
    pub entity: String,
    /// The word that starts it by message.
    pub keyword: String,
    /// Language shown.
    pub lang: String,
    /// Languages the campaign offers.
    pub languages: Vec<String>,
    /// False once the campaign takes no answers.
    pub open: bool,
    /// Everything that is said and asked, in order.
    pub items: Vec<PaperItem>,
}

/// A sentence or a question on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperItem {
    /// In the words of an SMS.
    pub message: Message,
    /// Asked only after these answers: the number of an earlier question, from 1, and the numbers of its options.
    pub only_if: Vec<(usize, Vec<usize>)>,
    /// After these options, by number, the conversation goes on at another question; `None` at its end.
    pub goto: Vec<(Vec<usize>, Option<usize>)>,
}

/// What a receipt tells anyone who reads it: that it arrived, and what became of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptView {
    /// The receipt as printed.
    pub receipt: String,
    /// Campaign id, for its page.
    pub campaign: String,
    /// Campaign title.
    pub title: String,
    /// Who asks.
    pub entity: String,
    /// When it arrived.
    pub at: Timestamp,
    /// The campaign still takes answers.
    pub open: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_keeps_its_name_and_lowers_its_domain() {
        for (given, kept) in [
            ("anna@home.example", "mailto:anna@home.example"),
            (" Anna.B+x@HOME.Example ", "mailto:Anna.B+x@home.example"),
            ("o'neil@home.example", "mailto:o'neil@home.example"),
            ("سلمى@بيت.example", "mailto:سلمى@بيت.example"),
            // Composed and decomposed letters are one mailbox.
            ("re\u{301}my@home.example", "mailto:r\u{e9}my@home.example"),
        ] {
            let address = Address::mail(given).unwrap();
            assert_eq!(address.as_str(), kept);
            assert!(address.can_be_answered());
            assert_eq!(Address::try_from(kept.to_owned()), Ok(address));
        }
    }

    #[test]
    fn what_is_no_mailbox_is_refused() {
        let long = format!("{}@home.example", "a".repeat(65));
        for bad in [
            "",
            "anna",
            "@home.example",
            "anna@",
            "anna@home..example",
            "anna@.example",
            "a b@home.example",
            "Anna <anna@home.example>",
            "anna@home.example, ben@home.example",
            "a\r\nBcc: x@y.example",
            "a@b@c.example",
            "anna@[127.0.0.1]",
            "\"a b\"@home.example",
            "anna@home.example>",
            &long,
        ] {
            assert_eq!(Address::mail(bad), Err(NotAnAddress), "{bad}");
        }
    }
}
