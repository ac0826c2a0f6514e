//! `forget`: everything of a resident is erased, on the store itself, also while the gateway runs.

use std::path::Path;

use jiff::Timestamp;
use majlis_channels::Address;
use serde_json::json;

use super::{Failure, Outcome, open_store, read_config, runtime};
use crate::ids;
use crate::serve::assemble;
use crate::store::Sessions;

pub(super) fn forget(config: Option<&Path>, who: &str, json: bool) -> Outcome {
    let config = read_config(config)?;
    // A path that is wrong must not become a new, empty store.
    drop(open_store(&config)?);
    runtime()?.block_on(async {
        let (gateway, store) = assemble(&config)?;
        let address = match ids::read_receipt(who) {
            Some(receipt) => store.owner(&receipt).await?.ok_or_else(|| {
                Failure::Failed(format!(
                    "there is no submission with the receipt {receipt} — check its letters, or name the address"
                ))
            })?,
            None => read_address(who)?,
        };
        let forgotten = gateway.forget(&address, Timestamp::now()).await?;
        store.close().await;
        if !forgotten.known {
            return Err(Failure::Failed(
                "nothing is known of this address — check it, with its country code".to_owned(),
            ));
        }
        if json {
            super::say(format_args!("{}", json!({"submissions": forgotten.submissions})))
        } else {
            super::say(format_args!(
                "Erased. Consumers are told of {} submission(s).",
                forgotten.submissions
            ))
        }
    })
}

/// As the store has it, or a phone number as people write it.
fn read_address(text: &str) -> Result<Address, Failure> {
    let address = match text.contains(':') {
        true => Address::try_from(text.to_owned()),
        false => Address::phone(text),
    };
    address.map_err(|error| Failure::Usage(format!("`{text}` is {error}, or a receipt")))
}
