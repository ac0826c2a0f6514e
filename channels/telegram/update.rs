//! Reads an update: whose message it is, and whether it is one at all.
//!
//! Only the fields that are used, so that what Telegram adds to its API never loses a message. Counted are messages
//! of a person to the bot in private. Never counted: groups, channels, bots, and what somebody else wrote (forwards,
//! messages by way of another bot).

use serde::Deserialize;
use serde_json::{Map, Value};

use super::tap::{Buttons, Tap};
use crate::{Address, Content};

/// The kinds of update we ask for.
pub(super) const ALLOWED: [&str; 4] =
    ["message", "edited_message", "callback_query", "my_chat_member"];

/// What an update is for us.
#[derive(Debug, PartialEq)]
pub(super) enum Arrived {
    /// A resident's message.
    Said(Said),
    /// A button was tapped: the query must be answered, also if nothing follows.
    Tapped {
        /// The query's id.
        query: String,
        /// Nothing if the button is none of ours.
        said: Option<Said>,
    },
    /// Nothing for us; why, in a word for the metrics.
    Unused(&'static str),
}

/// A resident's message.
#[derive(Debug, PartialEq)]
pub(super) struct Said {
    /// Who.
    pub(super) person: u64,
    /// Stays the same however often Telegram hands the update over.
    pub(super) id: String,
    /// What.
    pub(super) content: Content,
    /// The language their app is set to.
    pub(super) lang: Option<String>,
    /// The file that comes with it; `content` has the words beside it.
    pub(super) file: Option<Carried>,
}

/// A file that lies with Telegram.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Carried {
    /// By this it is asked for.
    pub(super) file_id: String,
    /// Its size, where that is known.
    pub(super) size: Option<u64>,
    /// Photos that were sent together come as messages of their own, with this in common.
    pub(super) album: Option<String>,
    /// When the message was sent, in seconds since 1970.
    pub(super) date: i64,
}

#[derive(Deserialize)]
struct Update {
    message: Option<Message>,
    edited_message: Option<Message>,
    callback_query: Option<Query>,
    my_chat_member: Option<Member>,
}

#[derive(Deserialize)]
struct Message {
    message_id: i64,
    #[serde(default)]
    date: i64,
    from: Option<User>,
    chat: Chat,
    edit_date: Option<i64>,
    media_group_id: Option<String>,
    text: Option<String>,
    caption: Option<String>,
    location: Option<Location>,
    contact: Option<Contact>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Deserialize)]
struct User {
    id: i64,
    #[serde(default)]
    is_bot: bool,
    language_code: Option<String>,
}

#[derive(Deserialize)]
struct Chat {
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct Location {
    latitude: f64,
    longitude: f64,
}

#[derive(Deserialize)]
struct Contact {
    phone_number: String,
    user_id: Option<i64>,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    from: User,
    message: Option<Under>,
    data: Option<String>,
}

#[derive(Deserialize)]
struct Under {
    chat: Chat,
}

#[derive(Deserialize)]
struct Member {
    from: User,
    chat: Chat,
    date: i64,
    new_chat_member: Status,
}

#[derive(Deserialize)]
struct Status {
    status: String,
}

/// Fields that only a message of somebody else's has (`forward_date`: up to Bot API 6).
const FOREIGN: [&str; 4] = ["forward_origin", "forward_date", "via_bot", "sender_chat"];

/// Fields of messages that carry a file. A moving picture (`animation`) is a `document` as well.
const FILES: [&str; 7] =
    ["voice", "audio", "video", "video_note", "animation", "document", "photo"];

/// Fields of messages that carry something we cannot take.
const CARRIED: [&str; 3] = ["sticker", "story", "poll"];

/// Reads an update.
pub(super) fn read(update: Value, buttons: &Buttons) -> Arrived {
    let Ok(update) = serde_json::from_value::<Update>(update) else {
        return Arrived::Unused("unreadable");
    };
    if let Some(message) = update.message {
        return read_message(message);
    }
    if let Some(message) = update.edited_message {
        return read_edit(message);
    }
    if let Some(query) = update.callback_query {
        return read_query(query, buttons);
    }
    update.my_chat_member.map_or(Arrived::Unused("other"), read_member)
}

/// The sender, if it is a person in private.
fn person(from: Option<&User>, chat: &Chat) -> Result<u64, &'static str> {
    if chat.kind != "private" {
        return Err("group");
    }
    let from = from.filter(|from| !from.is_bot);
    from.and_then(|from| u64::try_from(from.id).ok()).ok_or("no person")
}

fn read_message(message: Message) -> Arrived {
    let person = match person(message.from.as_ref(), &message.chat) {
        Ok(person) => person,
        Err(why) => return Arrived::Unused(why),
    };
    let has = |names: &[&str]| names.iter().any(|name| message.rest.contains_key(*name));
    let words = message.text.clone().or_else(|| message.caption.clone());
    let carried = carried(&message);
    let foreign = has(&FOREIGN);
    let content = if let Some(words) = words.clone().filter(|_| foreign) {
        Content::Aside(words)
    } else if foreign {
        Content::Untaken(String::new())
    } else if let Some(text) = message.text {
        said(&text)
    } else if let Some(at) = message.location {
        place(&at)
    } else if let Some(contact) = message.contact {
        contact_of(&contact, person)
    } else if carried.is_some() || has(&FILES) || has(&CARRIED) {
        Content::Untaken(words.unwrap_or_default())
    } else {
        return Arrived::Unused("service");
    };
    let id = message_id(message.message_id);
    let file = carried.filter(|_| matches!(content, Content::Untaken(_)) && !foreign);
    Arrived::Said(Said { person, id, content, lang: lang(message.from), file })
}

/// The file of a message; of a photo, which comes in several sizes, the largest.
fn carried(message: &Message) -> Option<Carried> {
    #[derive(Deserialize)]
    struct File {
        file_id: String,
        file_size: Option<u64>,
        #[serde(default)]
        width: u64,
        #[serde(default)]
        height: u64,
    }
    let found = FILES.iter().find_map(|name| message.rest.get(*name))?;
    let file = match found {
        Value::Array(sizes) => {
            let sizes = sizes.iter().filter_map(|size| File::deserialize(size).ok());
            sizes.max_by_key(|size| size.width.saturating_mul(size.height))?
        }
        one => File::deserialize(one).ok()?,
    };
    let (size, album) = (file.file_size, message.media_group_id.clone());
    Some(Carried { file_id: file.file_id, size, album, date: message.date })
}

fn read_edit(message: Message) -> Arrived {
    let person = match person(message.from.as_ref(), &message.chat) {
        Ok(person) => person,
        Err(why) => return Arrived::Unused(why),
    };
    // A location that moves and a caption change nothing that was taken.
    let Some(text) = message.text else { return Arrived::Unused("edit without text") };
    let of = message_id(message.message_id);
    let id = format!("e{}.{}", message.message_id, message.edit_date.unwrap_or_default());
    let content = Content::Edited { of, text };
    Arrived::Said(Said { person, id, content, lang: lang(message.from), file: None })
}

fn read_query(query: Query, buttons: &Buttons) -> Arrived {
    let private = query.message.as_ref().is_none_or(|under| under.chat.kind == "private");
    let person = u64::try_from(query.from.id).ok().filter(|_| private && !query.from.is_bot);
    let tap = person.zip(query.data).and_then(|(person, data)| {
        let Tap { session, step, value } = buttons.read(person, &data)?;
        let content = Content::Button { session, step, value };
        let (id, lang) = (format!("c{}", query.id), lang(Some(query.from)));
        Some(Said { person, id, content, lang, file: None })
    });
    Arrived::Tapped { query: query.id, said: tap }
}

/// Who blocks the bot wants no more messages of anybody, and can be told nothing more.
fn read_member(member: Member) -> Arrived {
    if member.new_chat_member.status != "kicked" {
        return Arrived::Unused("member");
    }
    match person(Some(&member.from), &member.chat) {
        Ok(person) => {
            let id = format!("b{}", member.date);
            let content = Content::OptOut;
            Arrived::Said(Said { person, id, content, lang: lang(Some(member.from)), file: None })
        }
        Err(why) => Arrived::Unused(why),
    }
}

/// Ids of messages count within one chat, which is one person here.
fn message_id(id: i64) -> String {
    format!("m{id}")
}

/// `/stop` is STOP, `/start park-hours` a link; any other words are words.
fn said(text: &str) -> Content {
    let Some(command) = text.strip_prefix('/') else { return Content::Text(text.to_owned()) };
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    // `/stop@the_bot`, as some apps write it.
    let name = name.split('@').next().unwrap_or_default();
    if name.eq_ignore_ascii_case("start") {
        return Content::Link(rest.trim().to_owned());
    }
    let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
    let text = if plain && rest.trim().is_empty() { name.to_uppercase() } else { text.to_owned() };
    Content::Text(text)
}

/// Their own number is theirs to give. Of a contact out of the address book nothing is kept: those are others.
fn contact_of(contact: &Contact, person: u64) -> Content {
    let own = contact.user_id.and_then(|id| u64::try_from(id).ok()) == Some(person);
    let phone = Address::phone(&contact.phone_number).ok().filter(Address::can_be_answered);
    match phone.filter(|_| own) {
        Some(phone) => Content::Contact(phone),
        None => Content::Untaken(String::new()),
    }
}

#[allow(clippy::cast_possible_truncation)] // at most 180,000
fn place(at: &Location) -> Content {
    let thousandths = |degrees: f64| (degrees.clamp(-180.0, 180.0) * 1000.0).round() as i32;
    Content::Place { lat: thousandths(at.latitude), lon: thousandths(at.longitude) }
}

/// The first part of an IETF tag; Filipino has its older name with us.
fn lang(from: Option<User>) -> Option<String> {
    let code = from?.language_code?.to_lowercase();
    let code = code.split(['-', '_']).next().unwrap_or_default();
    let known = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    known.then(|| if code == "fil" { "tl" } else { code }.to_owned())
}
