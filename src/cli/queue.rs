//! `queue …`: the submission queue and the outbox, from a shell.

use std::path::Path;

use clap::Subcommand;
use jiff::Timestamp;
use serde_json::json;

use super::{Failure, Outcome, open_store, read_config, runtime};
use crate::config::Config;
use crate::store::{Consumer, DeliveryState, Outbox, Queue, Scope};

#[derive(Debug, Subcommand)]
pub(super) enum QueueVerb {
    /// How many events, which consumers, how full the outbox.
    Stats,
    /// Prints submission events, one JSON object a line.
    Read {
        /// Only events after this sequence number.
        #[arg(long, default_value_t = 0)]
        after: u64,
        /// At most so many.
        #[arg(long, default_value_t = 100)]
        limit: usize,
    },
    /// Puts dead letters of a consumer back, so that they are delivered again.
    Replay {
        /// The consumer, as `entity/name` (see `queue stats`).
        consumer: String,
        /// Sequence numbers; none means all dead letters.
        sequences: Vec<u64>,
    },
    /// Lists messages that were not sent: given up, or with an unknown fate.
    Dead,
    /// Puts such messages back into the outbox.
    SendAgain {
        /// Delivery ids, as listed by `queue dead`.
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

/// More rows than this are for the API.
const MOST_ROWS: usize = 1000;

pub(super) fn queue(config: Option<&Path>, verb: QueueVerb, json: bool) -> Outcome {
    let config = read_config(config)?;
    let store = open_store(&config)?;
    runtime()?.block_on(async {
        match verb {
            QueueVerb::Stats => stats(store.as_ref(), json).await?,
            QueueVerb::Read { after, limit } => {
                for event in store.read(&Scope::All, after, limit).await? {
                    super::say(format_args!("{}", event.body))?;
                }
            }
            QueueVerb::Replay { consumer, sequences } => {
                let back = replay(store.as_ref(), &config, &consumer, sequences).await?;
                super::say(format_args!("{}", if json { json!({"replayed": back}).to_string() } else { format!("{back} put back") }))?;
            }
            QueueVerb::Dead => dead(store.as_ref(), json).await?,
            QueueVerb::SendAgain { ids } => {
                let back = store.send_again(&ids, Timestamp::now()).await?;
                super::say(format_args!("{}", if json { json!({"ready": back}).to_string() } else { format!("{back} put back") }))?;
                if back < ids.len() {
                    return Err(Failure::Failed(format!(
                        "{} of the ids are not dead or unknown — `majlis queue dead` lists those that are",
                        ids.len() - back
                    )));
                }
            }
        }
        store.close().await;
        Ok(())
    })
}

async fn stats<S: Queue + Outbox>(store: &S, json: bool) -> Outcome {
    let last = store.last().await?;
    let consumers = store.consumers().await?;
    let depth = store.depth().await?;
    if json {
        let outbox = json!({"waiting": depth.waiting, "dead": depth.dead, "unknown": depth.unknown, "oldest_due": depth.oldest_due});
        super::say(format_args!(
            "{}",
            json!({"events": last, "consumers": consumers, "outbox": outbox})
        ))?;
        return Ok(());
    }
    super::say(format_args!("events     {last}"))?;
    for consumer in consumers {
        super::say(format_args!(
            "consumer   {}/{}: up to {}, {} out, {} dead letters",
            consumer.owner, consumer.name, consumer.position, consumer.pending, consumer.dead
        ))?;
    }
    super::say(format_args!(
        "outbox     {} waiting, {} dead, {} unknown",
        depth.waiting, depth.dead, depth.unknown
    ))?;
    Ok(())
}

async fn replay<S: Queue>(
    store: &S,
    config: &Config,
    consumer: &str,
    sequences: Vec<u64>,
) -> Result<usize, Failure> {
    let Some((owner, name)) = consumer.split_once('/') else {
        return Err(Failure::Usage(format!(
            "`{consumer}` is no consumer — write entity/name, as `majlis queue stats` shows it"
        )));
    };
    let Some(entity) = config.entities.iter().find(|entity| entity.id == owner) else {
        return Err(Failure::Usage(format!(
            "there is no entity `{owner}` — `majlis queue stats` names the consumers"
        )));
    };
    let scope = entity.scope.clone();
    let consumer = Consumer { owner: owner.to_owned(), name: name.to_owned(), scope };
    let sequences = if sequences.is_empty() {
        let letters = store.dead_letters(&consumer, MOST_ROWS).await?;
        letters.into_iter().map(|letter| letter.event.sequence).collect()
    } else {
        sequences
    };
    match store.replay(&consumer, &sequences).await? {
        0 => Err(Failure::Failed(format!(
            "{owner}/{name} has no such dead letters — `majlis queue stats` counts them"
        ))),
        back => Ok(back),
    }
}

async fn dead<S: Outbox>(store: &S, json: bool) -> Outcome {
    for state in [DeliveryState::Dead, DeliveryState::Unknown, DeliveryState::Failed] {
        for delivery in store.list(Some(state), MOST_ROWS).await? {
            if json {
                super::say(format_args!("{}", serde_json::to_string(&delivery)?))?;
            } else {
                super::say(format_args!(
                    "{}  {}  {:?}  {} attempts  {}  {}",
                    delivery.id,
                    delivery.channel,
                    delivery.state,
                    delivery.attempts,
                    delivery.updated_at,
                    delivery.reason.unwrap_or_default()
                ))?;
            }
        }
    }
    Ok(())
}
