//! What the bot is told when the gateway starts: where updates go, and its commands in each language.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use teloxide_core::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide_core::types::BotCommand;
use tokio_util::sync::CancellationToken;

use super::api::Failed;
use super::channel::{Commands, Mode};
use super::take::Desk;
use super::update::ALLOWED;
use crate::fit;

/// Most letters of a command's description (Bot API, `BotCommand`).
const MOST_LETTERS: usize = 256;

/// Between two tries.
const PAUSE: Duration = Duration::from_secs(10);

/// Sets the bot up, trying again until it is done or the gateway stops.
pub(super) async fn set_up(
    desk: &Desk,
    mode: &Mode,
    public_url: &str,
    commands: &[Commands],
    stop: &CancellationToken,
) {
    match mode {
        Mode::Webhook { secret } => {
            let hook = json!({
                "url": format!("{}/hooks/telegram/{}", public_url.trim_end_matches('/'), desk.channel),
                "secret_token": secret,
                "allowed_updates": ALLOWED,
            });
            tell(desk, "setWebhook", &hook, stop).await;
        }
        // A webhook that is set keeps getUpdates from working. What waits is not dropped.
        Mode::Polling => {
            tell(desk, "deleteWebhook", &json!({ "drop_pending_updates": false }), stop).await;
        }
    }
    for commands in commands {
        let list = commands.list.iter().map(|(name, description)| {
            BotCommand::new(name.clone(), fit::short(description, MOST_LETTERS - 1))
        });
        let mut payload = SetMyCommands::new(list);
        if let Some(lang) = &commands.lang {
            payload = payload.language_code(lang.clone());
        }
        tell(desk, "setMyCommands", &payload, stop).await;
    }
}

async fn tell(desk: &Desk, method: &str, payload: &impl Serialize, stop: &CancellationToken) {
    loop {
        let Err(failed) = desk.api.call::<Value>(method, payload, None).await else { return };
        let wait = match &failed {
            Failed::Refused { retry_after: Some(wait), .. } => *wait,
            // It will say the same again.
            Failed::Refused { code: 400, .. } => {
                tracing::error!(
                    channel = %desk.channel, method, why = failed.reason(),
                    mend = "see docs/channel-telegram.md: a webhook needs a public https address",
                    "the bot could not be set up"
                );
                return;
            }
            _ => PAUSE,
        };
        tracing::warn!(
            channel = %desk.channel, method, why = failed.reason(),
            "the bot could not be set up yet"
        );
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}
