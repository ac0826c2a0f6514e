//! Part s: our store without HTTP: load, then commit, from as many tasks as there would be connections.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use majlis::store::sqlite::{SqliteOptions, SqliteStore};
use majlis::store::{
    Arrived, Committed, Lane, NewDelivery, NewEvent, Print, Resident, Store, StoredSession, Unit,
};
use majlis_channels::Address;
use sha2::{Digest, Sha256};

use super::Settings;
use super::client::{COUNT, Conversation, STOP};
use super::measure::{Measured, memory_of};
use super::rows::{self, Row};

pub(crate) async fn measure(settings: &Settings, connections: usize) -> Measured {
    let path = settings.data.join("store.db");
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", path.display()));
    }
    let store = SqliteStore::open(&path, SqliteOptions::default()).unwrap();
    let phase = Arc::new(AtomicU8::new(0));
    let tasks: Vec<_> = (0..connections)
        .map(|_| {
            let (store, phase) = (store.clone(), Arc::clone(&phase));
            let mut talk = Conversation::new(&settings.words);
            tokio::spawn(async move {
                let mut latencies = Vec::new();
                while phase.load(Ordering::Relaxed) != STOP {
                    let row = talk.next();
                    let before = Instant::now();
                    commit(&store, &row).await;
                    if phase.load(Ordering::Relaxed) == COUNT {
                        latencies.push(before.elapsed().as_micros() as u32);
                    }
                }
                latencies
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    phase.store(COUNT, Ordering::Relaxed);
    let start = Instant::now();
    tokio::time::sleep(settings.length()).await;
    phase.store(STOP, Ordering::Relaxed);
    let length = start.elapsed();
    let mut latencies = Vec::new();
    for task in tasks {
        latencies.extend(task.await.unwrap());
    }
    let memory = memory_of(std::process::id());
    store.close().await;
    Measured { latencies, length, memory }
}

async fn commit(store: &SqliteStore, row: &Row) {
    let from = Address::phone(&row.from).unwrap();
    let loaded = store.load(&from).await.unwrap();
    let now = Timestamp::now();
    let submission = format!("01JD{:>022}", &row.from);
    let unit = Unit {
        message: Arrived {
            print: Some(Print {
                key: Sha256::digest(format!("{} {}", row.from, row.sid)).into(),
                hash: Sha256::digest(&row.words).into(),
            }),
            channel: "sms".into(),
            from: from.clone(),
            at: now,
            id_conflict: false,
            keep: None,
        },
        expected: loaded.version,
        resident: Resident { lang: Some("en".into()), ..Resident::default() },
        sessions: vec![StoredSession {
            receipt: submission.clone(),
            submission,
            campaign: "park-hours".into(),
            open: !row.last,
            state: rows::state(row),
            updated_at: now,
            aside: false,
        }],
        events: row
            .last
            .then(|| NewEvent {
                id: row.sid.clone(),
                entity: "dubai-parks".into(),
                campaign: "park-hours".into(),
                body: rows::event(row),
            })
            .into_iter()
            .collect(),
        replies: vec![NewDelivery {
            id: rows::next_id(),
            channel: "sms".into(),
            lane: Lane::Reply,
            to: from,
            from: Some("4040".into()),
            message: rows::reply(),
            campaign: Some("park-hours".into()),
            due: now,
        }],
        files: Vec::new(),
        released: Vec::new(),
        erase: None,
        withdraw: Vec::new(),
        other: None,
        claim: None,
    };
    assert_eq!(store.commit(unit).await.unwrap(), Committed::Done);
}
