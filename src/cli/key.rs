//! `key new|list|revoke`

use std::path::Path;

use clap::Subcommand;
use jiff::Timestamp;
use serde_json::json;

use super::{Failure, Outcome, open_store, read_config, runtime};
use crate::staff::key::{self, SCOPES};
use crate::store::Keys;

#[derive(Debug, Subcommand)]
pub(super) enum KeyVerb {
    /// Makes a key and prints it; it is not shown again.
    New {
        /// Entity it belongs to.
        #[arg(long)]
        entity: String,
        /// What it may do: queue, campaigns, export, admin.
        #[arg(long, value_delimiter = ',', default_value = "queue")]
        scope: Vec<String>,
        /// What it is for.
        #[arg(long, default_value = "")]
        label: String,
    },
    /// Lists keys, without their secrets.
    List,
    /// Ends a key at once.
    Revoke {
        /// The key's id, as listed.
        id: String,
    },
}

pub(super) fn key(config: Option<&Path>, verb: KeyVerb, json: bool) -> Outcome {
    let config = read_config(config)?;
    if let KeyVerb::New { entity, scope, .. } = &verb {
        if !config.entities.iter().any(|known| known.id == *entity) {
            let known: Vec<&str> =
                config.entities.iter().map(|entity| entity.id.as_str()).collect();
            return Err(Failure::Usage(format!(
                "there is no entity `{entity}` — name one of: {}",
                known.join(", ")
            )));
        }
        if let Some(wrong) = scope.iter().find(|scope| !SCOPES.contains(&scope.as_str())) {
            return Err(Failure::Usage(format!(
                "there is no scope `{wrong}` — name some of: {}",
                SCOPES.join(", ")
            )));
        }
    }
    let store = open_store(&config)?;
    runtime()?.block_on(async {
        match verb {
            KeyVerb::New { entity, scope, label } => {
                let (secret, new) = key::make(&entity, scope, &label, Timestamp::now())?;
                let id = new.id.clone();
                store.add_key(new).await?;
                if json {
                    super::say(format_args!("{}", json!({"id": id, "key": secret})))?;
                } else {
                    super::say(format_args!("{secret}"))?;
                    eprintln!(
                        "Keep it now: it is not shown again. To end it: majlis key revoke {id}"
                    );
                }
            }
            KeyVerb::List => {
                for key in store.list_keys().await? {
                    if json {
                        super::say(format_args!("{}", serde_json::to_string(&key)?))?;
                    } else {
                        let state = key
                            .revoked_at
                            .map_or_else(|| "in use".to_owned(), |at| format!("revoked {at}"));
                        super::say(format_args!(
                            "{}  {}  {}  {}  {state}",
                            key.id,
                            key.entity,
                            key.scopes.join(","),
                            key.label
                        ))?;
                    }
                }
            }
            KeyVerb::Revoke { id } => {
                if !store.revoke_key(&id, Timestamp::now()).await? {
                    return Err(Failure::Failed(format!(
                        "there is no key `{id}` in use — `majlis key list` names them"
                    )));
                }
            }
        }
        store.close().await;
        Ok(())
    })
}
