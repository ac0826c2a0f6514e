//! What becomes of an update, by whichever way it came.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;
use teloxide_core::payloads::AnswerCallbackQuery;
use teloxide_core::types::CallbackQueryId;
use tokio::sync::Semaphore;

use super::api::Api;
use super::tap::Buttons;
use super::update::{Arrived, Said, read};
use crate::{Address, Content, FileLimits, Inbound, Intake, Refused};

/// Takes updates for one channel.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) channel: Arc<str>,
    pub(super) api: Api,
    pub(super) buttons: Buttons,
    pub(super) intake: Arc<dyn Intake>,
    pub(super) limits: FileLimits,
    /// Turns for fetching files.
    pub(super) downloads: Arc<Semaphore>,
}

/// It could not be stored: Telegram shall hand it over again.
#[derive(Debug)]
pub(super) struct Again;

impl Desk {
    pub(super) fn read(&self, update: Value) -> Arrived {
        read(update, &self.buttons)
    }

    /// Hands in what is a resident's. `Ok` means that Telegram need not hand it over again.
    pub(super) async fn take(&self, arrived: &Arrived) -> Result<(), Again> {
        match arrived {
            Arrived::Said(said) => self.hand_in(said).await,
            Arrived::Tapped { query, said } => {
                match said {
                    Some(said) => self.hand_in(said).await?,
                    None => {
                        tracing::warn!(channel = %self.channel, "a button that is none of ours");
                    }
                }
                self.answer(query.clone());
                Ok(())
            }
            Arrived::Unused("unreadable") => {
                tracing::error!(channel = %self.channel, "an update in a form we do not know was left out");
                Ok(())
            }
            Arrived::Unused(why) => {
                tracing::debug!(channel = %self.channel, why, "an update that is nothing for us");
                Ok(())
            }
        }
    }

    async fn hand_in(&self, said: &Said) -> Result<(), Again> {
        let content = match (&said.file, &said.content) {
            (Some(file), Content::Untaken(words)) => self.fetch(file, words).await?,
            (_, content) => content.clone(),
        };
        let inbound = Inbound {
            channel: self.channel.to_string(),
            kind: "telegram",
            provider: None,
            from: Address::telegram(said.person),
            to: None,
            provider_id: said.id.clone(),
            content,
            received_at: Timestamp::now(),
            lang: said.lang.clone(),
            sender: crate::Proof::Proven,
            answers: None,
        };
        match self.intake.receive(inbound).await {
            // What makes no sense will make none when it comes again; the intake has logged it.
            Ok(_) | Err(Refused::Nonsense(_)) => Ok(()),
            Err(Refused::Unavailable(_)) => Err(Again),
        }
    }

    /// Lets the button come to rest. If that fails it does so by itself after some seconds.
    fn answer(&self, query: String) {
        let desk = self.clone();
        tokio::spawn(async move {
            let answer = AnswerCallbackQuery::new(CallbackQueryId(query));
            if let Err(failed) = desk.api.call::<Value>("answerCallbackQuery", &answer, None).await
            {
                tracing::debug!(channel = %desk.channel, why = failed.reason(), "a button was not answered");
            }
        });
    }
}
