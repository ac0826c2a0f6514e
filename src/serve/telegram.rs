//! A Telegram channel out of a config.

use majlis_channels::telegram::{Commands, Mode, TelegramSettings};

use crate::config::{Config, TelegramConfig};
use crate::sentences::Sentences;

/// A bot's settings, with the gateway's part of them.
pub(super) fn settings(
    config: &Config,
    id: &str,
    telegram: &TelegramConfig,
    commands: Vec<Commands>,
) -> TelegramSettings {
    let mode = match &telegram.webhook_secret {
        Some(secret) => Mode::Webhook { secret: secret.expose().to_owned() },
        None => Mode::Polling,
    };
    TelegramSettings {
        id: id.to_owned(),
        token: telegram.token.expose().to_owned(),
        mode,
        public_url: config.gateway.public_url.clone(),
        api_url: telegram.api_url.clone(),
        key: config.gateway.secret.expose().as_bytes().to_vec(),
        per_second: telegram.per_second,
        at_once: telegram.at_once,
        commands,
        files: config.files.limits,
    }
}

/// The menu of a bot: words that always work, as commands, described by sentences there are anyway.
const COMMANDS: [(&str, &str); 7] = [
    ("menu", "page-home-title"),
    ("help", "help"),
    ("language", "page-languages"),
    ("change", "page-change"),
    ("status", "page-receipt-title"),
    ("erase", "page-erase"),
    ("stop", "reminder-stop"),
];

/// For each language, and for all others in English.
pub(super) fn commands(sentences: &Sentences) -> Vec<Commands> {
    let list = |lang: &str| {
        let describe =
            |(name, key): &(&str, &str)| ((*name).to_owned(), sentences.say(lang, key, &[]));
        COMMANDS.iter().map(describe).collect()
    };
    // Telegram knows languages by two letters.
    let tags = sentences.languages().map(|language| language.tag).filter(|tag| tag.len() == 2);
    let own = tags.map(|tag| Commands { list: list(&tag), lang: Some(tag) });
    std::iter::once(Commands { lang: None, list: list("en") }).chain(own).collect()
}
