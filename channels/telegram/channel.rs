//! A Telegram channel: one bot.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use axum::Router;
use serde::Deserialize;
use teloxide_core::payloads::{SendMessage, SendMessageSetters};
use teloxide_core::types::{
    ButtonRequest, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton,
    KeyboardMarkup, LinkPreviewOptions, ReplyMarkup,
};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::api::{Api, Failed, outcome};
use super::pace::Pace;
use super::show::{Shown, rows, show};
use super::take::Desk;
use super::tap::Buttons;
use super::{fetch, hooks, poll, setup};
use crate::sms::secret;
use crate::{Channel, ChannelError, FileLimits, Intake, Limits, Message, Outgoing, Sent};

/// How updates come in.
#[derive(Clone)]
pub enum Mode {
    /// Telegram calls `POST /hooks/telegram/{id}` with this secret token.
    Webhook {
        /// 22 to 256 of `A-Za-z0-9_-`.
        secret: String,
    },
    /// We ask Telegram.
    Polling,
}

/// The bot's commands for one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commands {
    /// ISO 639-1; `None` for all languages without a list of their own.
    pub lang: Option<String>,
    /// Name without slash, description.
    pub list: Vec<(String, String)>,
}

/// What an operator sets. Holds secrets, so it has no `Debug`.
#[derive(Clone)]
pub struct TelegramSettings {
    /// Channel id, `[a-z0-9-]+`; part of the hook's path.
    pub id: String,
    /// From BotFather: `123456:ABC…`.
    pub token: String,
    /// How updates come in.
    pub mode: Mode,
    /// The address of the public listener as Telegram sees it.
    pub public_url: String,
    /// The Bot API server, usually [`TelegramSettings::API_URL`].
    pub api_url: String,
    /// The gateway's secret: buttons are signed with a key made of it.
    pub key: Vec<u8>,
    /// Messages a second to all residents together.
    pub per_second: u32,
    /// Attempts under way at once.
    pub at_once: usize,
    /// The bot's menu, by language.
    pub commands: Vec<Commands>,
    /// How much is taken of files.
    pub files: FileLimits,
}

impl TelegramSettings {
    /// Telegram's own server.
    pub const API_URL: &'static str = "https://api.telegram.org";
    /// The usual [`TelegramSettings::per_second`]: Telegram allows about 30 (Bots FAQ), and a second is not measured
    /// alike at both ends.
    pub const PER_SECOND: u32 = 29;
    /// The usual [`TelegramSettings::at_once`]: enough for the pace where an answer takes a second.
    pub const AT_ONCE: usize = 32;
}

/// A way in and out by a bot.
pub struct TelegramChannel {
    settings: TelegramSettings,
    limits: Limits,
    api: Api,
    buttons: Buttons,
    pace: Pace,
    /// Turns for fetching files.
    downloads: Arc<Semaphore>,
}

impl TelegramChannel {
    /// Makes the channel, if the settings suffice.
    ///
    /// # Errors
    /// If a setting is missing or too weak.
    pub fn new(settings: TelegramSettings, http: reqwest::Client) -> Result<Self, ChannelError> {
        check(&settings).map_err(|(what, mend)| ChannelError {
            channel: settings.id.clone(),
            what,
            mend: mend.to_owned(),
        })?;
        let limits = Limits {
            per_second: settings.per_second,
            // Taken from the store together; they leave evenly all the same, see `pace`.
            burst: settings.per_second,
            max_chars: None,
            at_once: settings.at_once,
            // Telegram knows no id of ours: the same message again is another message.
            repeat_safe: false,
        };
        let api = Api::new(http, &settings.api_url, &settings.token);
        let buttons = Buttons::new(&settings.key, &settings.id);
        let pace = Pace::new(settings.per_second);
        let downloads = Arc::new(Semaphore::new(fetch::AT_ONCE));
        Ok(Self { settings, limits, api, buttons, pace, downloads })
    }

    fn desk(&self, intake: Arc<dyn Intake>) -> Desk {
        Desk {
            channel: self.settings.id.as_str().into(),
            api: self.api.clone(),
            buttons: self.buttons.clone(),
            intake,
            limits: self.settings.files,
            downloads: Arc::clone(&self.downloads),
        }
    }

    /// What stands under a message: buttons, or the one that shares the resident's own number.
    fn markup(&self, shown: &Shown, message: &Message, person: u64) -> Option<ReplyMarkup> {
        let question = message.question.as_ref();
        if let Some(question) = question.filter(|question| question.ask == "contact") {
            let (_, label) = question.options.first()?;
            let button = KeyboardButton::new(label).request(ButtonRequest::Contact);
            let keyboard = KeyboardMarkup::new([[button]]).resize_keyboard().one_time_keyboard();
            return Some(ReplyMarkup::Keyboard(keyboard));
        }
        let rows = rows(shown, message, person, &self.buttons);
        if rows.is_empty() {
            return None;
        }
        let rows =
            rows.into_iter().map(|(label, data)| [InlineKeyboardButton::callback(label, data)]);
        Some(ReplyMarkup::InlineKeyboard(InlineKeyboardMarkup::new(rows)))
    }

    /// One part; the id Telegram gave it.
    async fn send_part(
        &self,
        person: u64,
        text: &str,
        markup: Option<ReplyMarkup>,
    ) -> Result<i64, Sent> {
        #[derive(Deserialize)]
        struct Made {
            message_id: i64,
        }
        tokio::time::sleep(self.pace.turn(person, Instant::now())).await;
        self.pace.slot().await;
        if let Some(rest) = self.pace.rest(Instant::now()) {
            let reason = "held back: Telegram asked us to wait".to_owned();
            return Err(Sent::NotSent { retry_after: Some(rest), reason });
        }
        let chat = ChatId(i64::try_from(person).unwrap_or(i64::MAX));
        let mut payload = SendMessage::new(chat, text).link_preview_options(NO_PREVIEW);
        if let Some(markup) = markup {
            payload = payload.reply_markup(markup);
        }
        match self.api.call::<Made>("sendMessage", &payload, None).await {
            Ok(made) => Ok(made.message_id),
            Err(failed) => {
                let sent = outcome(&failed);
                if let (Failed::Refused { code: 429, .. }, Sent::NotSent { retry_after, .. }) =
                    (&failed, &sent)
                {
                    self.pace
                        .rest_for(retry_after.unwrap_or(Duration::from_secs(1)), Instant::now());
                }
                Err(sent)
            }
        }
    }
}

/// A preview of a link takes more room than the message, and a reader with it.
const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

fn check(settings: &TelegramSettings) -> Result<(), (String, &'static str)> {
    let fault = |what: &str, mend| Err((what.to_owned(), mend));
    let plain_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if settings.id.is_empty() || !settings.id.bytes().all(plain_id) {
        return fault("the id is not of a-z, 0-9 and -", "give it another id");
    }
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let token = settings.token.split_once(':').is_some_and(|(bot, secret)| {
        !bot.is_empty()
            && bot.bytes().all(|b| b.is_ascii_digit())
            && secret.len() >= 30
            && secret.bytes().all(word)
    });
    if !token {
        return fault(
            "`token` is no bot token",
            "take it from BotFather: digits, a colon, and about 35 letters",
        );
    }
    if let Mode::Webhook { secret } = &settings.mode {
        if secret.len() > 256 || !secret.bytes().all(word) {
            return fault(
                "`webhook_secret` is too long or not of A-Z, a-z, 0-9, - and _",
                "make one with: openssl rand -hex 16",
            );
        }
        if let Some(why) = secret::weakness(secret) {
            return Err((
                format!("`webhook_secret` must hold 128 random bits; {why}"),
                "make one with: openssl rand -hex 16",
            ));
        }
    }
    if settings.per_second == 0 || settings.at_once == 0 {
        return fault("a pace of 0 sends nothing", "set per_second and at_once to 1 or more");
    }
    let url = reqwest::Url::parse(&settings.api_url);
    if !url.is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some()) {
        return fault("`api_url` is no address", "begin it with https:// or http://");
    }
    Ok(())
}

#[async_trait]
impl Channel for TelegramChannel {
    fn id(&self) -> &str {
        &self.settings.id
    }

    fn kind(&self) -> &'static str {
        "telegram"
    }

    fn limits(&self) -> &Limits {
        &self.limits
    }

    fn cost(&self, message: &Message) -> u32 {
        u32::try_from(show(message).parts.len()).unwrap_or(u32::MAX)
    }

    fn routes(&self, intake: Arc<dyn Intake>) -> Router {
        match &self.settings.mode {
            Mode::Webhook { secret } => hooks::routes(self.desk(intake), secret),
            Mode::Polling => Router::new(),
        }
    }

    async fn listen(
        &self,
        intake: Arc<dyn Intake>,
        stop: CancellationToken,
    ) -> Result<(), ChannelError> {
        let TelegramSettings { mode, public_url, commands, .. } = &self.settings;
        let desk = self.desk(intake);
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = setup::set_up(&desk, mode, public_url, commands, &stop) => {}
        }
        match mode {
            Mode::Webhook { .. } => stop.cancelled().await,
            Mode::Polling => poll::poll(desk, stop).await,
        }
        Ok(())
    }

    async fn send(&self, message: &Outgoing) -> Sent {
        let person = Some(&message.to).filter(|to| to.scheme() == "telegram");
        let Some(person) = person.and_then(|to| to.rest().parse::<u64>().ok()) else {
            let reason = "the address is nobody's on Telegram".to_owned();
            return Sent::Rejected { reason, opted_out: false };
        };
        let shown = show(&message.message);
        let last = shown.parts.len().saturating_sub(1);
        let mut provider_id = None;
        for (at, part) in shown.parts.iter().enumerate().skip(self.pace.gone(&message.delivery)) {
            let under = at == last;
            let markup = if under { self.markup(&shown, &message.message, person) } else { None };
            match self.send_part(person, part, markup).await {
                Ok(id) => {
                    self.pace.note_gone(&message.delivery, at + 1);
                    provider_id = Some(id.to_string());
                }
                Err(sent) => {
                    if !matches!(sent, Sent::NotSent { .. }) {
                        self.pace.done(&message.delivery);
                    }
                    return sent;
                }
            }
        }
        self.pace.done(&message.delivery);
        Sent::Accepted { provider_id }
    }
}
