//! The way in by long polling: nothing needs to be reached from outside.
//!
//! Telegram forgets an update once a later one is asked for, so that is done only when every one of a batch is on
//! disk. Of one person they are taken in order, of several at once: they share a commit.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::api::Failed;
use super::take::{Again, Desk};
use super::update::{ALLOWED, Arrived};

/// How long Telegram may hold a question open when there is nothing, in seconds (at most 50).
const HOLD: u64 = 30;

/// Then its answer is overdue.
const PATIENCE: Duration = Duration::from_secs(HOLD + 15);

/// After a fault; twice as long each time, up to [`LONGEST_PAUSE`].
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Asks until it is told to stop.
pub(super) async fn poll(desk: Desk, stop: CancellationToken) {
    let mut offset: Option<i64> = None;
    let mut pause = PAUSE;
    while !stop.is_cancelled() {
        let asked = tokio::select! {
            () = stop.cancelled() => return,
            asked = ask(&desk, offset) => asked,
        };
        let wait = match asked {
            Ok(updates) => {
                pause = PAUSE;
                let last =
                    updates.iter().filter_map(|update| update.get("update_id")?.as_i64()).max();
                if take_all(&desk, updates, &stop).await.is_err() {
                    return;
                }
                offset = last.map(|last| last.saturating_add(1)).or(offset);
                continue;
            }
            Err(failed) => {
                tracing::error!(
                    channel = %desk.channel, why = failed.reason(), mend = mend(&failed),
                    "Telegram gives no updates"
                );
                match failed {
                    Failed::Refused { retry_after: Some(wait), .. } => wait,
                    _ => pause,
                }
            }
        };
        pause = (pause * 2).min(LONGEST_PAUSE);
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}

async fn ask(desk: &Desk, offset: Option<i64>) -> Result<Vec<Value>, Failed> {
    let mut question = json!({ "timeout": HOLD, "limit": 100, "allowed_updates": ALLOWED });
    if let (Some(offset), Some(question)) = (offset, question.as_object_mut()) {
        question.insert("offset".to_owned(), offset.into());
    }
    desk.api.call("getUpdates", &question, Some(PATIENCE)).await
}

/// Returns when all are on disk, or with an error at a stop: what is not will come again.
async fn take_all(desk: &Desk, updates: Vec<Value>, stop: &CancellationToken) -> Result<(), Again> {
    let mut by_person: BTreeMap<u64, Vec<Arrived>> = BTreeMap::new();
    for update in updates {
        let arrived = desk.read(update);
        let person = match &arrived {
            Arrived::Said(said) | Arrived::Tapped { said: Some(said), .. } => said.person,
            _ => 0,
        };
        by_person.entry(person).or_default().push(arrived);
    }
    let mut people = JoinSet::new();
    for arrived in by_person.into_values() {
        let (desk, stop) = (desk.clone(), stop.clone());
        people.spawn(async move {
            for arrived in &arrived {
                take_at_last(&desk, arrived, &stop).await?;
            }
            Ok(())
        });
    }
    while let Some(ended) = people.join_next().await {
        ended.unwrap_or(Err(Again))?;
    }
    Ok(())
}

async fn take_at_last(
    desk: &Desk,
    arrived: &Arrived,
    stop: &CancellationToken,
) -> Result<(), Again> {
    while desk.take(arrived).await.is_err() {
        tokio::select! {
            () = stop.cancelled() => return Err(Again),
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
    Ok(())
}

fn mend(failed: &Failed) -> &'static str {
    match failed {
        Failed::Refused { code: 401 | 404, .. } => "check the bot's token",
        Failed::Refused { code: 409, .. } => {
            "let only one gateway poll this bot, and none of another program"
        }
        _ => "it is tried again",
    }
}
