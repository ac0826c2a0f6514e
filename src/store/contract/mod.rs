//! The promises of a store, as tests that every store must pass.
//!
//! ```ignore
//! #[tokio::test(flavor = "multi_thread")]
//! async fn keeps_the_contract() {
//!     store_contract(async || (open_a_new_store().await, keeps_it_alive)).await;
//! }
//! ```
//!
//! Each promise gets an empty store of its own. Nothing here waits for a clock: time is passed in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(missing_docs, reason = "the names of the tests say it")]

mod commits;
mod consumers;
mod deliveries;
mod erasures;
mod files;
mod invitations;
mod keys;
mod people;
mod silence;

use jiff::{Timestamp, ToSpan};
use majlis_channels::Address;
use sha2::{Digest, Sha256};

use super::{
    Arrived, Claim, Committed, FileIndex, Keys, Lane, NewDelivery, NewEvent, Outbox, Print, Queue,
    Resident, Sessions, Store, StoredSession, Unit,
};

/// All that a store is.
pub trait AnyStore: Store + Outbox + Queue + Sessions + Keys + FileIndex + 'static {}
impl<T: Store + Outbox + Queue + Sessions + Keys + FileIndex + 'static> AnyStore for T {}

/// Runs every promise on a new store; `make` returns it with whatever must live as long.
pub async fn store_contract<S: AnyStore, G>(make: impl AsyncFn() -> (S, G)) {
    commits::all(&make).await;
    deliveries::all(&make).await;
    consumers::all(&make).await;
    keys::all(&make).await;
    silence::all(&make).await;
    erasures::all(&make).await;
    files::all(&make).await;
    people::all(&make).await;
    invitations::all(&make).await;
}

/// Ten deliveries at most, for a minute, over a channel that may repeat itself.
fn next_ten(seconds: i64) -> Claim {
    Claim {
        channel: "sms".into(),
        max: 10,
        now: at(seconds),
        until: at(seconds + 60),
        repeat_safe: true,
    }
}

/// Runs the named promises, each on a store of its own.
macro_rules! promises {
    ($($promise:ident),+ $(,)?) => {
        pub(super) async fn all<S: $crate::store::contract::AnyStore, G>(
            make: &impl AsyncFn() -> (S, G),
        ) {
            $({
                let (store, _keep) = make().await;
                $promise(std::sync::Arc::new(store)).await;
            })+
        }
    };
}
use promises;

/// A moment; every test counts from here.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_780_000_000).unwrap() + seconds.seconds()
}

pub fn phone(number: u32) -> Address {
    Address::phone(&format!("+9715{number:08}")).unwrap()
}

pub fn print_of(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// A message of a resident that changes nothing else; tests add what they need.
pub fn unit(from: &Address, provider_id: &str, words: &str, expected: u64) -> Unit {
    Unit {
        message: Arrived {
            print: Some(Print {
                key: print_of(&format!("sms {} {provider_id}", from.as_str())),
                hash: print_of(words),
            }),
            channel: "sms".into(),
            from: from.clone(),
            at: at(0),
            id_conflict: false,
            keep: None,
        },
        expected,
        resident: Resident { lang: Some("ar".into()), ..Resident::default() },
        sessions: Vec::new(),
        events: Vec::new(),
        replies: Vec::new(),
        files: Vec::new(),
        released: Vec::new(),
        erase: None,
        withdraw: Vec::new(),
        other: None,
        claim: None,
    }
}

pub fn session(submission: &str, campaign: &str, receipt: &str) -> StoredSession {
    StoredSession {
        submission: submission.into(),
        campaign: campaign.into(),
        receipt: receipt.into(),
        open: true,
        state: r#"{"v":1}"#.into(),
        updated_at: at(0),
        aside: false,
    }
}

pub fn event(id: &str, entity: &str) -> NewEvent {
    NewEvent {
        id: id.into(),
        entity: entity.into(),
        campaign: "park-hours".into(),
        body: format!(r#"{{"id":"{id}","data":{{}}}}"#),
    }
}

pub fn reply(id: &str, to: &Address) -> NewDelivery {
    NewDelivery {
        id: id.into(),
        channel: "sms".into(),
        lane: Lane::Reply,
        to: to.clone(),
        from: Some("4040".into()),
        message: format!(r#"{{"lang":"en","text":"{id}"}}"#),
        campaign: Some("park-hours".into()),
        due: at(0),
    }
}

/// Commits for whatever version the resident is at, as the intake does; returns the outcome.
pub async fn commit_at_any_version<S: AnyStore>(store: &S, mut unit: Unit) -> Committed {
    loop {
        unit.expected = store.load(&unit.message.from).await.unwrap().version;
        let outcome = store.commit(unit.clone()).await.unwrap();
        if outcome != Committed::Conflict {
            return outcome;
        }
    }
}

/// Commits a message of this resident with these events and replies; its id must be new.
pub async fn commit_with<S: AnyStore>(
    store: &S,
    from: &Address,
    provider_id: &str,
    events: Vec<NewEvent>,
    replies: Vec<NewDelivery>,
) {
    let unit = Unit { events, replies, ..unit(from, provider_id, "words", 0) };
    assert_eq!(commit_at_any_version(store, unit).await, Committed::Done);
}
