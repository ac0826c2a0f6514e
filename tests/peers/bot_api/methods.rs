//! What bots call.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::params::Params;
use super::people::now;
use super::state::Webhook;
use super::{BotApi, Outcome, Refusal, refuse};

pub(super) const BOT_ID: i64 = 4_839_574_812;

/// Longest text, in UTF-16 units.
const MOST_UNITS: usize = 4096;
/// Largest file a bot may fetch.
const MOST_BYTES: u64 = 20 * 1024 * 1024;

impl BotApi {
    pub(super) async fn method(&self, name: &str, mut params: Params) -> Outcome {
        let params = &mut params;
        let outcome = match name.to_ascii_lowercase().as_str() {
            "getme" => Ok(me()),
            "sendmessage" => self.send_message(params),
            "editmessagetext" => self.edit_message_text(params),
            "answercallbackquery" => self.answer_callback_query(params),
            "getupdates" => self.get_updates(params).await,
            "setwebhook" => self.set_webhook(params),
            "deletewebhook" => self.delete_webhook(params),
            "getwebhookinfo" => Ok(self.webhook_info()),
            "setmycommands" => self.set_my_commands(params),
            "getmycommands" => Ok(self.get_my_commands(params)),
            "getfile" => self.get_file(params),
            _ => return refuse(404, "Not Found"),
        };
        // The real API overlooks these; a bot that sends them means something it does not get.
        for unknown in params.0.keys() {
            self.state().faults.push(format!("{name} has no parameter {unknown}"));
        }
        if let Err(Refusal(400, words, _)) = &outcome {
            self.state().faults.push(format!("{name}: {words}"));
        }
        outcome
    }

    fn send_message(&self, params: &mut Params) -> Outcome {
        let chat = params.number("chat_id");
        let text = text(params)?;
        let keyboard = keyboard(params)?;
        params.json("link_preview_options");
        params.yes("disable_notification");
        let mut state = self.state();
        let Some(chat) = chat.filter(|chat| state.people.contains_key(chat)) else {
            return refuse(400, "Bad Request: chat not found");
        };
        if let Err(wait) = state.limits.admit(chat) {
            let words = format!("Too Many Requests: retry after {wait}");
            return Err(Refusal(429, words, Some(wait)));
        }
        if state.blocked.contains(&chat) {
            return refuse(403, "Forbidden: bot was blocked by the user");
        }
        state.last_message += 1;
        let id = state.last_message;
        let mut message = json!({
            "message_id": id, "date": now(), "text": text, "from": bot(),
            "chat": {"id": chat, "type": "private", "first_name": "Noor"}
        });
        if let Some(keyboard) = keyboard {
            message["reply_markup"] = keyboard;
        }
        state.messages.insert((chat, id), message.clone());
        state.sent_at.push(Instant::now());
        Ok(message)
    }

    fn edit_message_text(&self, params: &mut Params) -> Outcome {
        let at = params.number("chat_id").zip(params.number("message_id"));
        let text = text(params)?;
        let keyboard = keyboard(params)?;
        let mut state = self.state();
        let message = at.and_then(|at| state.messages.get_mut(&at));
        let Some(message) = message.filter(|message| message["from"]["is_bot"] == true) else {
            return refuse(400, "Bad Request: message to edit not found");
        };
        let markup = keyboard.unwrap_or(Value::Null);
        if message["text"] == text && message["reply_markup"] == markup {
            return refuse(400, "Bad Request: message is not modified");
        }
        message["text"] = json!(text);
        message["edit_date"] = json!(now());
        match markup {
            Value::Null => message.as_object_mut().expect("an object").remove("reply_markup"),
            markup => {
                message.as_object_mut().expect("an object").insert("reply_markup".into(), markup)
            }
        };
        Ok(message.clone())
    }

    fn answer_callback_query(&self, params: &mut Params) -> Outcome {
        let id = params.text("callback_query_id").unwrap_or_default();
        let text = params.text("text").unwrap_or_default();
        params.yes("show_alert");
        params.number("cache_time");
        if text.chars().count() > 200 {
            return refuse(400, "Bad Request: MESSAGE_TOO_LONG");
        }
        match self.state().queries.get_mut(&id) {
            Some(answered) => {
                *answered = true;
                Ok(json!(true))
            }
            None => refuse(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            ),
        }
    }

    async fn get_updates(&self, params: &mut Params) -> Outcome {
        let offset = params.number("offset").unwrap_or_default();
        let limit =
            usize::try_from(params.number("limit").unwrap_or(100).clamp(1, 100)).expect("small");
        let hold = params.number("timeout").unwrap_or_default().clamp(0, 50);
        let until = Instant::now() + Duration::from_secs(hold.unsigned_abs());
        let kinds = params.json("allowed_updates");
        let turn = {
            let mut state = self.state();
            if state.webhook.is_some() {
                return refuse(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
                );
            }
            state.allow(kinds.as_ref());
            if offset < 0 {
                let from = state.updates.len().saturating_sub(offset.unsigned_abs() as usize);
                state.updates.drain(..from);
            } else {
                state.updates.retain(|update| update["update_id"].as_i64() >= Some(offset));
            }
            state.polls += 1;
            state.polls
        };
        loop {
            {
                let state = self.state();
                if state.polls != turn {
                    return refuse(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                    );
                }
                let found: Vec<Value> = state.updates.iter().take(limit).cloned().collect();
                if !found.is_empty() || Instant::now() >= until {
                    return Ok(Value::Array(found));
                }
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    fn set_webhook(&self, params: &mut Params) -> Outcome {
        let url = params.text("url").unwrap_or_default();
        let secret = params.text("secret_token");
        let kinds = params.json("allowed_updates");
        let drop = params.yes("drop_pending_updates");
        if params.number("max_connections").is_some_and(|most| !(1..=100).contains(&most)) {
            return refuse(400, "Bad Request: invalid max_connections");
        }
        if let Some(secret) = &secret
            && (secret.is_empty()
                || secret.len() > 256
                || !secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-'))
        {
            return refuse(400, "Bad Request: secret token contains unallowed characters");
        }
        if !url.is_empty() && reqwest::Url::parse(&url).is_err() {
            return refuse(400, "Bad Request: bad webhook: invalid URL");
        }
        let mut state = self.state();
        state.allow(kinds.as_ref());
        if drop {
            state.updates.clear();
        }
        state.webhook = (!url.is_empty()).then_some(Webhook { url, secret, failures: 0 });
        std::mem::drop(state);
        self.news.notify_waiters();
        Ok(json!(true))
    }

    fn delete_webhook(&self, params: &mut Params) -> Outcome {
        let drop = params.yes("drop_pending_updates");
        let mut state = self.state();
        state.webhook = None;
        if drop {
            state.updates.clear();
        }
        Ok(json!(true))
    }

    fn webhook_info(&self) -> Value {
        let state = self.state();
        let url = state.webhook.as_ref().map(|webhook| webhook.url.clone()).unwrap_or_default();
        json!({
            "url": url, "has_custom_certificate": false,
            "pending_update_count": state.updates.len()
        })
    }

    fn set_my_commands(&self, params: &mut Params) -> Outcome {
        let list = params.json("commands").unwrap_or_default();
        let lang = params.text("language_code").unwrap_or_default();
        params.json("scope");
        let mut commands = Vec::new();
        for command in list.as_array().into_iter().flatten() {
            let field = |name: &str| command[name].as_str().unwrap_or_default().to_owned();
            let (name, description) = (field("command"), field("description"));
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            if !(1..=32).contains(&name.len()) || !name.bytes().all(plain) {
                return refuse(400, "Bad Request: BOT_COMMAND_INVALID");
            }
            if !(1..=256).contains(&description.chars().count()) {
                return refuse(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
            }
            commands.push((name, description));
        }
        if commands.is_empty() || commands.len() > 100 {
            return refuse(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
        }
        if !lang.is_empty() && (lang.len() != 2 || !lang.bytes().all(|b| b.is_ascii_lowercase())) {
            return refuse(400, "Bad Request: LANGUAGE_CODE_INVALID");
        }
        self.state().commands.insert(lang, commands);
        Ok(json!(true))
    }

    fn get_my_commands(&self, params: &mut Params) -> Value {
        let lang = params.text("language_code").unwrap_or_default();
        let list = self.commands(&lang);
        let list = list.iter().map(|(name, text)| json!({"command": name, "description": text}));
        Value::Array(list.collect())
    }

    fn get_file(&self, params: &mut Params) -> Outcome {
        let id = params.text("file_id").unwrap_or_default();
        match self.state().files.get_mut(&id) {
            None => refuse(400, "Bad Request: invalid file_id"),
            Some(file) if file.size > MOST_BYTES => refuse(400, "Bad Request: file is too big"),
            Some(file) => {
                file.linked = true;
                Ok(json!({
                    "file_id": id, "file_unique_id": "AgADBwAD", "file_size": file.size,
                    "file_path": file.path
                }))
            }
        }
    }
}

fn bot() -> Value {
    json!({"id": BOT_ID, "is_bot": true, "first_name": "Majlis", "username": "majlis_bot"})
}

fn me() -> Value {
    let mut me = bot();
    let more = json!({
        "can_join_groups": true, "can_read_all_group_messages": false,
        "supports_inline_queries": false, "can_connect_to_business": false,
        "has_main_web_app": false
    });
    me.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    me
}

/// The text of a message: what stands in it after blanks at the ends are gone.
fn text(params: &mut Params) -> Result<String, Refusal> {
    let text = params.text("text").unwrap_or_default();
    if params.take("parse_mode").is_some() {
        return refuse(400, "Bad Request: this double takes plain text alone");
    }
    let text = text.trim().to_owned();
    match text.encode_utf16().count() {
        0 => refuse(400, "Bad Request: message text is empty"),
        units if units > MOST_UNITS => refuse(400, "Bad Request: message is too long"),
        _ => Ok(text),
    }
}

/// A keyboard in place of the person's own: what its buttons say is sent as their message, but for those that share
/// something, which private chats alone have (all chats here are).
fn own_keyboard(markup: Value) -> Result<Value, Refusal> {
    let known = ["keyboard", "resize_keyboard", "one_time_keyboard", "is_persistent", "selective"];
    let named = markup.as_object().expect("an object").keys();
    if let Some(unknown) = named.map(String::as_str).find(|name| !known.contains(name)) {
        return refuse(400, &format!("Bad Request: a ReplyKeyboardMarkup has no {unknown}"));
    }
    let rows = markup["keyboard"].as_array().cloned().unwrap_or_default();
    let buttons: Vec<&Value> =
        rows.iter().flat_map(|row| row.as_array().into_iter().flatten()).collect();
    if buttons.is_empty() || buttons.len() > 300 {
        return refuse(400, "Bad Request: reply markup is empty or too long");
    }
    for button in buttons {
        if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
            return refuse(400, "Bad Request: can't parse keyboard button: Text must not be empty");
        }
        let shares = ["request_contact", "request_location", "request_poll", "request_chat"];
        if shares.iter().filter(|name| button.get(**name).is_some()).count() > 1 {
            return refuse(
                400,
                "Bad Request: the optional fields of a keyboard button exclude each other",
            );
        }
    }
    Ok(markup)
}

/// An inline keyboard, each button with a text and data of 1 to 64 bytes.
fn keyboard(params: &mut Params) -> Result<Option<Value>, Refusal> {
    let Some(markup) = params.json("reply_markup") else { return Ok(None) };
    if markup.get("keyboard").is_some() {
        return own_keyboard(markup).map(Some);
    }
    let Some(rows) = markup["inline_keyboard"].as_array() else {
        return refuse(400, "Bad Request: object expected as reply markup");
    };
    let buttons: Vec<&Value> =
        rows.iter().flat_map(|row| row.as_array().into_iter().flatten()).collect();
    if buttons.is_empty()
        || buttons.len() > 100
        || rows.iter().any(|row| row.as_array().is_none_or(|row| row.len() > 8))
    {
        return refuse(400, "Bad Request: reply markup is too long");
    }
    for button in buttons {
        if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
            return refuse(400, "Bad Request: can't parse inline keyboard button: Text is empty");
        }
        let data = button["callback_data"].as_str().unwrap_or_default();
        if !(1..=64).contains(&data.len()) {
            return refuse(400, "Bad Request: BUTTON_DATA_INVALID");
        }
    }
    Ok(Some(markup))
}
