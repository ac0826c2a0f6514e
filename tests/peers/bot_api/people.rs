//! What residents do in their app.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::BotApi;
use super::methods::BOT_ID;
use super::state::Held;
use crate::peers::process::wait_for;

/// Somebody with Telegram on their phone.
pub(crate) struct Person<'a> {
    api: &'a BotApi,
    pub(crate) id: i64,
}

impl BotApi {
    /// Somebody who opened a chat with the bot; `lang` is that of their app.
    pub(crate) fn person(&self, id: i64, lang: &str) -> Person<'_> {
        self.state().people.insert(id, lang.to_owned());
        Person { api: self, id }
    }

    /// They let the bot write to them again, without a word.
    pub(crate) fn unblock(&self, id: i64) {
        self.state().blocked.remove(&id);
    }
}

impl Person<'_> {
    fn user(&self) -> Value {
        let lang = self.api.state().people.get(&self.id).cloned();
        json!({"id": self.id, "is_bot": false, "first_name": "Noor", "language_code": lang})
    }

    fn chat(&self) -> Value {
        json!({"id": self.id, "type": "private", "first_name": "Noor"})
    }

    fn new_message(&self, chat: &Value, more: &Value) -> (i64, Value) {
        let user = self.user();
        let mut state = self.api.state();
        state.last_message += 1;
        let id = state.last_message;
        let mut message = json!({"message_id": id, "date": now(), "from": user, "chat": chat});
        let more = more.as_object().cloned().unwrap_or_default();
        message.as_object_mut().expect("an object").extend(more);
        (id, message)
    }

    fn send(&self, chat: &Value, more: &Value) -> i64 {
        let (id, message) = self.new_message(chat, more);
        let mut state = self.api.state();
        state.blocked.remove(&self.id);
        state.messages.insert((self.id, id), message.clone());
        state.add("message", message);
        drop(state);
        self.api.news.notify_waiters();
        id
    }

    /// Sends words; the id of the message.
    pub(crate) fn says(&self, text: &str) -> i64 {
        let mut more = json!({ "text": text });
        if text.starts_with('/') {
            let length = text.split_whitespace().next().unwrap_or_default().len();
            more["entities"] = json!([{"type": "bot_command", "offset": 0, "length": length}]);
        }
        self.send(&self.chat(), &more)
    }

    /// Puts other words into a message.
    pub(crate) fn edits(&self, message: i64, text: &str) {
        let mut state = self.api.state();
        let edited = state.messages.get_mut(&(self.id, message)).expect("their own message");
        edited["text"] = json!(text);
        edited["edit_date"] = json!(now());
        let edited = edited.clone();
        state.add("edited_message", edited);
        drop(state);
        self.api.news.notify_waiters();
    }

    /// Hands on what somebody else wrote.
    pub(crate) fn forwards(&self, text: &str) -> i64 {
        let other = json!({"id": 555_001, "is_bot": false, "first_name": "Sami"});
        let origin = json!({"type": "user", "date": now() - 60, "sender_user": other});
        self.send(&self.chat(), &json!({"text": text, "forward_origin": origin}))
    }

    /// Writes into a group the bot is a member of.
    pub(crate) fn says_in_group(&self, text: &str) -> i64 {
        let group =
            json!({"id": -1_001_234_567_890_i64, "type": "supergroup", "title": "Neighbours"});
        self.send(&group, &json!({ "text": text }))
    }

    pub(crate) fn sends_place(&self, latitude: f64, longitude: f64) -> i64 {
        let place = json!({"latitude": latitude, "longitude": longitude});
        self.send(&self.chat(), &json!({ "location": place }))
    }

    /// Presses the button that shares the own number, and says yes when the app asks. Only where such a button is: the
    /// app shows what the bot sent last with a keyboard.
    pub(crate) fn shares_own_number(&self, number: &str) -> i64 {
        let offered = {
            let state = self.api.state();
            let mine = state.messages.range((self.id, 0)..=(self.id, i64::MAX));
            let mut keyboards =
                mine.rev().filter_map(|(_, message)| message["reply_markup"].get("keyboard"));
            keyboards.next().is_some_and(|rows| {
                let buttons = rows.as_array().into_iter().flatten();
                let mut buttons = buttons.flat_map(|row| row.as_array().into_iter().flatten());
                buttons.any(|button| button["request_contact"] == true)
            })
        };
        assert!(offered, "no button asks for the number");
        // As the real API has it: without a plus.
        let number = number.trim_start_matches('+');
        let own = json!({"phone_number": number, "first_name": "Noor", "user_id": self.id});
        self.send(&self.chat(), &json!({ "contact": own }))
    }

    /// Sends somebody else's number, out of the address book; `id` is that of one who is on Telegram too.
    pub(crate) fn sends_contact_of(&self, id: Option<i64>, number: &str) -> i64 {
        let mut contact = json!({"phone_number": number, "first_name": "Sami"});
        if let Some(id) = id {
            contact["user_id"] = json!(id);
        }
        self.send(&self.chat(), &json!({ "contact": contact }))
    }

    /// Puts a file on Telegram's servers; what a message says of it.
    fn puts(&self, folder: &str, bytes: &[u8], size: u64) -> Value {
        let mut state = self.api.state();
        let number = state.files.len();
        let id = format!("AwACAgIAAxkBAAIB{number}");
        let path = format!("{folder}/file_{number}.bin");
        state.files.insert(id.clone(), Held { bytes: bytes.to_vec(), size, path, linked: false });
        json!({"file_id": id, "file_unique_id": format!("AgADBwAD{number}"), "file_size": size})
    }

    pub(crate) fn sends_voice(&self, bytes: &[u8], caption: Option<&str>) -> i64 {
        let mut voice = self.puts("voice", bytes, bytes.len() as u64);
        voice["duration"] = json!(3);
        voice["mime_type"] = json!("audio/ogg");
        self.send(&self.chat(), &json!({ "voice": voice, "caption": caption }))
    }

    /// A file as it is; it calls itself an image, whatever is in it.
    pub(crate) fn sends_document(&self, bytes: &[u8], size: u64, caption: Option<&str>) -> i64 {
        let mut document = self.puts("documents", bytes, size);
        document["mime_type"] = json!("image/jpeg");
        document["file_name"] = json!("../../photo of Noor.jpg");
        self.send(&self.chat(), &json!({ "document": document, "caption": caption }))
    }

    /// A photo, in the sizes Telegram makes of it; with others of one album, if it has a name.
    pub(crate) fn sends_photo(
        &self,
        bytes: &[u8],
        caption: Option<&str>,
        album: Option<&str>,
    ) -> i64 {
        let mut sizes = Vec::new();
        for (width, content) in
            [(90, &b"\xff\xd8\xff small"[..]), (1280, bytes), (320, b"\xff\xd8\xff middle")]
        {
            let mut size = self.puts("photos", content, content.len() as u64);
            size["width"] = json!(width);
            size["height"] = json!(width / 2);
            sizes.push(size);
        }
        let mut more = json!({ "photo": sizes, "caption": caption });
        if let Some(album) = album {
            more["media_group_id"] = json!(album);
        }
        self.send(&self.chat(), &more)
    }

    /// Taps a button of a message of the bot's; the label needs to begin so.
    pub(crate) fn taps(&self, message: i64, label: &str) {
        let found = self.api.state().messages.get(&(self.id, message)).cloned();
        let found = found.expect("a message in this chat");
        let data = buttons(&found)
            .into_iter()
            .find(|(text, _)| text.starts_with(label))
            .unwrap_or_else(|| panic!("a button {label} under {found:#}"))
            .1;
        self.taps_data(&found, &data);
    }

    /// As an app that was tampered with may.
    pub(crate) fn taps_data(&self, message: &Value, data: &str) {
        let user = self.user();
        let mut state = self.api.state();
        state.last_query += 1;
        let id = format!("{}{:08}", self.id, state.last_query);
        state.queries.insert(id.clone(), false);
        let query = json!({
            "id": id, "from": user, "message": message,
            "chat_instance": "-6543210987654321", "data": data
        });
        state.add("callback_query", query);
        drop(state);
        self.api.news.notify_waiters();
    }

    /// Seven updates, of every sort there is but taps.
    pub(crate) fn does_everything(&self) {
        let said = self.says("/start park-hours");
        self.edits(said, "other words");
        self.forwards("their words");
        self.says_in_group("group words");
        self.sends_place(25.2048, 55.2708);
        self.sends_voice(b"OggS", Some("words beside"));
        self.blocks(true);
    }

    /// Blocks the bot. The update that tells of it may be lost on its way.
    pub(crate) fn blocks(&self, telling: bool) {
        let user = self.user();
        let mut state = self.api.state();
        state.blocked.insert(self.id);
        if telling {
            let bot = json!({"id": BOT_ID, "is_bot": true, "first_name": "Majlis", "username": "majlis_bot"});
            let member = json!({
                "chat": self.chat(), "from": user, "date": now(),
                "old_chat_member": {"user": bot, "status": "member"},
                "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0}
            });
            state.add("my_chat_member", member);
        }
        drop(state);
        self.api.news.notify_waiters();
    }

    /// The same update once more, as after an answer that was lost.
    pub(crate) fn repeats(&self, update: &Value) {
        self.api.state().updates.push_back(update.clone());
        self.api.news.notify_waiters();
    }

    /// What the bot wrote to them, in order.
    pub(crate) fn messages(&self) -> Vec<Value> {
        let state = self.api.state();
        let own = state.messages.range((self.id, 0)..(self.id + 1, 0));
        own.map(|(_, message)| message).filter(|m| m["from"]["is_bot"] == true).cloned().collect()
    }

    /// The texts of those.
    pub(crate) fn texts(&self) -> Vec<String> {
        let text = |message: Value| message["text"].as_str().expect("a text").to_owned();
        self.messages().into_iter().map(text).collect()
    }

    /// Waits for so many messages of the bot.
    pub(crate) async fn wait_for(&self, count: usize) -> Vec<Value> {
        wait_for(&format!("{count} messages in the chat"), Duration::from_secs(20), async || {
            let messages = self.messages();
            (messages.len() >= count).then_some(messages)
        })
        .await
    }
}

/// Label and data of the buttons under a message.
pub(crate) fn buttons(message: &Value) -> Vec<(String, String)> {
    let rows = message["reply_markup"]["inline_keyboard"].as_array();
    rows.into_iter()
        .flatten()
        .flat_map(|row| row.as_array().expect("a row"))
        .map(|button| {
            let field = |name: &str| button[name].as_str().expect("a text").to_owned();
            (field("text"), field("callback_data"))
        })
        .collect()
}

pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}
