//! What is SQLite's own: groups, crashes, full disks. The rest is in the contract.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use majlis_channels::Address;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::store::contract::*;
use crate::store::{Committed, Keys, Outbox, Queue, Scope, Store, Unit};

fn open(folder: &TempDir) -> SqliteStore {
    SqliteStore::open(&folder.path().join("majlis.db"), SqliteOptions::default()).unwrap()
}

fn new_store() -> (SqliteStore, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (open(&folder), folder)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_embedded_store_keeps_the_contract() {
    store_contract(async || new_store()).await;
}

#[tokio::test]
async fn a_commit_waits_for_the_disk_unless_told_otherwise() {
    let synchronous = async |store: &SqliteStore| {
        let ask = |change: &mut writer::Change<'_>| {
            let set = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
            Ok(writer::Step::Keep(change.conn.pragma_query_value(None, "synchronous", set)?))
        };
        store.writer.run(ask).await.unwrap()
    };
    let (full, folder) = new_store();
    assert_eq!(synchronous(&full).await, 2, "FULL");
    let options = SqliteOptions { synchronous: Synchronous::Off, ..SqliteOptions::default() };
    let off = SqliteStore::open(&folder.path().join("majlis.db"), options).unwrap();
    assert_eq!(synchronous(&off).await, 0, "OFF");
}

#[tokio::test]
async fn what_waits_is_committed_together() {
    let (store, _folder) = new_store();
    let commits = (0..200).map(|number| {
        let store = store.clone();
        async move { store.commit(unit(&phone(number), "1", "hello", 0)).await.unwrap() }
    });
    let tasks: Vec<_> = commits.map(tokio::spawn).collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), Committed::Done);
    }
    let written = store.written();
    assert_eq!(written.jobs, 200);
    assert!(written.groups < 20, "200 at once shared {} commits", written.groups);
}

#[tokio::test]
async fn a_failed_job_does_not_fail_its_group() {
    let (store, _folder) = new_store();
    let mut tasks = Vec::new();
    for number in 0..40 {
        let store = store.clone();
        tasks.push(tokio::spawn(async move {
            let mut unit = unit(&phone(number), "1", "hello", 0);
            let id = format!("E{number}");
            unit.events = vec![event(&id, "e")];
            if number % 4 == 0 {
                // Written after its session, so there is something to roll back.
                unit.sessions = vec![session(&id, "c", &id)];
                unit.events[0].body = "no object".into();
            }
            (number % 4 == 0, store.commit(unit).await)
        }));
    }
    for task in tasks {
        let (bad, outcome) = task.await.unwrap();
        assert_eq!(matches!(outcome, Err(StoreError::Failed(_))), bad);
        assert_eq!(matches!(outcome, Ok(Committed::Done)), !bad);
    }
    assert_eq!(store.last().await.unwrap(), 30);
    assert!(store.by_receipt("E0").await.unwrap().is_none());
}

#[tokio::test]
async fn a_job_that_panics_loses_its_own_work_only() {
    let (store, _folder) = new_store();
    let mad = store.writer.run(|change| -> Result<writer::Step<()>> {
        change.conn.execute("UPDATE pulse SET beats = 99", [])?;
        panic!("mad on purpose")
    });
    let sane = store.commit(unit(&phone(1), "1", "hello", 0));
    let (mad, sane) = tokio::join!(mad, sane);
    assert!(matches!(mad, Err(StoreError::Failed(_))));
    assert_eq!(sane.unwrap(), Committed::Done);
    let beats = |conn: &Connection| -> Result<i64> {
        Ok(conn.query_row("SELECT beats FROM pulse", [], |row| row.get(0))?)
    };
    assert_eq!(store.readers.read(beats).unwrap(), 0);
    store.ready().await.unwrap();
}

/// Copies the file and its log as a crash would leave them.
fn copy_as_if_killed(from: &Path, to: &Path) {
    for name in ["majlis.db", "majlis.db-wal"] {
        std::fs::copy(from.join(name), to.join(name)).unwrap();
    }
}

fn check_integrity(store: &SqliteStore) {
    let check = |conn: &Connection| -> Result<String> {
        Ok(conn.query_row("PRAGMA integrity_check", [], |row| row.get(0))?)
    };
    assert_eq!(store.readers.read(check).unwrap(), "ok");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_is_there_after_a_kill_at_any_moment() {
    let (store, folder) = new_store();
    let writer = {
        let store = store.clone();
        tokio::spawn(async move {
            for number in 0..300 {
                let id = format!("E{number}");
                let mut unit = unit(&phone(number), "1", "hello", 0);
                unit.events = vec![event(&id, "e")];
                unit.replies = vec![reply(&id, &phone(number))];
                store.commit(unit).await.unwrap();
            }
        })
    };
    while !writer.is_finished() {
        let acknowledged = store.last().await.unwrap();
        let copy = tempfile::tempdir().unwrap();
        copy_as_if_killed(folder.path(), copy.path());
        let reopened = open(&copy);
        check_integrity(&reopened);
        let last = reopened.last().await.unwrap();
        assert!(last >= acknowledged, "{acknowledged} were acknowledged, {last} are there");
        let events = reopened.read(&Scope::All, 0, 1_000).await.unwrap();
        assert!(events.iter().map(|e| e.sequence).eq(1..=last));
        let waiting = reopened.depth().await.unwrap().waiting;
        assert_eq!(waiting, last, "an event and its reply come together or not at all");
    }
    writer.await.unwrap();
}

#[tokio::test]
async fn a_torn_end_of_the_log_is_left_out_as_a_whole() {
    let (store, folder) = new_store();
    for number in 0..10 {
        let events = vec![event("E", "e"), event("F", "e")];
        commit_with(&store, &phone(number), "1", events, vec![]).await;
    }
    let log = std::fs::read(folder.path().join("majlis.db-wal")).unwrap();
    for cut in (0..log.len()).rev().step_by(log.len() / 15) {
        let copy = tempfile::tempdir().unwrap();
        copy_as_if_killed(folder.path(), copy.path());
        std::fs::write(copy.path().join("majlis.db-wal"), &log[..cut]).unwrap();
        let Ok(reopened) =
            SqliteStore::open(&copy.path().join("majlis.db"), SqliteOptions::default())
        else {
            panic!("a store cut at {cut} does not open");
        };
        check_integrity(&reopened);
        assert_eq!(reopened.last().await.unwrap() % 2, 0, "no half of a unit");
    }
}

#[tokio::test]
async fn a_full_disk_refuses_and_is_forgotten_when_there_is_room_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("majlis.db");
    let options = SqliteOptions { max_pages: Some(60), ..SqliteOptions::default() };
    let store = SqliteStore::open(&path, options).unwrap();
    let big = |number: u32| {
        let mut unit = unit(&phone(number), "1", "hello", 0);
        unit.events = vec![event("E", "e")];
        unit.events[0].body = format!("{{\"words\":\"{}\"}}", "x".repeat(20_000));
        unit
    };
    let mut stored = 0;
    let refused = loop {
        match store.commit(big(stored)).await {
            Ok(outcome) => assert_eq!(outcome, Committed::Done),
            Err(error) => break error,
        }
        stored += 1;
        assert!(stored < 1_000, "the limit does not work");
    };
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused}");
    assert!(refused.to_string().contains("free disk space"), "{refused}");
    assert_eq!(store.last().await.unwrap(), u64::from(stored), "reads go on");
    store
        .writer
        .run(|change| {
            change.conn.pragma_update_and_check(None, "max_page_count", 10_000, |_| Ok(()))?;
            Ok(writer::Step::Keep(()))
        })
        .await
        .unwrap();
    assert_eq!(store.commit(big(stored)).await.unwrap(), Committed::Done);
    assert_eq!(store.last().await.unwrap(), u64::from(stored) + 1, "no gap where it was full");
    store.ready().await.unwrap();
    check_integrity(&store);
}

#[tokio::test]
async fn closing_commits_what_waits_and_refuses_what_comes_after() {
    let (store, folder) = new_store();
    let tasks: Vec<_> = (0..50)
        .map(|number| {
            let store = store.clone();
            tokio::spawn(async move { store.commit(unit(&phone(number), "1", "x", 0)).await })
        })
        .collect();
    tokio::task::yield_now().await;
    store.close().await;
    store.close().await;
    let mut done = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => done += 1,
            Err(error) => assert!(matches!(error, StoreError::Unavailable(_)), "{error}"),
        }
    }
    let late = store.commit(unit(&phone(99), "1", "x", 0)).await;
    assert!(matches!(late, Err(StoreError::Unavailable(_))));
    assert!(store.ready().await.is_err());
    drop(store);
    let again = open(&folder);
    let mut found = 0;
    for number in 0..50 {
        found += again.load(&phone(number)).await.unwrap().version;
    }
    assert_eq!(found, done, "neither more nor fewer than were acknowledged");
}

#[tokio::test]
async fn everything_is_there_after_opening_again() {
    let (store, folder) = new_store();
    commit_with(&store, &phone(1), "1", vec![event("E1", "e")], vec![reply("D1", &phone(1))]).await;
    store.close().await;
    drop(store);
    let store = open(&folder);
    assert_eq!(*store.watch().borrow(), 1);
    assert_eq!(store.list(None, 9).await.unwrap().len(), 1);
    assert_eq!(store.commit(unit(&phone(1), "1", "words", 1)).await.unwrap(), Committed::Duplicate);
}

#[tokio::test]
async fn a_second_process_may_use_the_file() {
    let (server, folder) = new_store();
    let command_line = open(&folder);
    commit_with(&server, &phone(1), "1", vec![event("E1", "e")], vec![]).await;
    assert_eq!(command_line.last().await.unwrap(), 1);
    commit_with(&command_line, &phone(2), "1", vec![event("E2", "e")], vec![]).await;
    commit_with(&server, &phone(3), "1", vec![event("E3", "e")], vec![]).await;
    assert_eq!(server.last().await.unwrap(), 3);
    assert!(command_line.list_keys().await.unwrap().is_empty());
}

#[test]
fn a_file_that_is_no_store_is_named_in_the_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    std::fs::write(&path, "not a database, but long enough to be read as one".repeat(100)).unwrap();
    let Err(error) = SqliteStore::open(&path, SqliteOptions::default()) else {
        panic!("it was taken for a store");
    };
    assert!(error.to_string().contains("notes.txt"), "{error}");
}

/// One thing a caller may do, small enough that collisions are common.
#[derive(Debug, Clone)]
struct Act {
    who: u32,
    id: u8,
    words: u8,
    stale: bool,
    id_conflict: bool,
    receipt: u8,
    events: usize,
}

fn any_act() -> impl Strategy<Value = Act> {
    (0..3_u32, 0..4_u8, 0..2_u8, prop::bool::weighted(0.2), any::<bool>(), 0..6_u8, 0..3_usize)
        .prop_map(|(who, id, words, stale, id_conflict, receipt, events)| Act {
            who,
            id,
            words,
            stale,
            id_conflict,
            receipt,
            events,
        })
}

/// What a store should answer, in a few lines.
#[derive(Default)]
struct Model {
    seen: HashSet<(u32, u8, u8)>,
    versions: BTreeMap<u32, u64>,
    receipts: BTreeMap<u8, String>,
    events: u64,
}

impl Model {
    fn unit(&self, act: &Act, number: usize) -> Unit {
        let who: Address = phone(act.who);
        let version = self.versions.get(&act.who).copied().unwrap_or(0);
        let mut unit = unit(
            &who,
            &act.id.to_string(),
            &act.words.to_string(),
            if act.stale { version + 1 } else { version },
        );
        unit.message.id_conflict = act.id_conflict;
        let submission = format!("S{}", act.who);
        unit.sessions = vec![session(&submission, "c", &format!("R{}", act.receipt))];
        unit.events = (0..act.events).map(|e| event(&format!("E{number}-{e}"), "e")).collect();
        unit
    }

    fn commit(&mut self, act: &Act) -> Committed {
        if self.seen.contains(&(act.who, act.id, act.words)) {
            return Committed::Duplicate;
        }
        if self.seen.contains(&(act.who, act.id, 1 - act.words)) && !act.id_conflict {
            return Committed::IdConflict;
        }
        let submission = format!("S{}", act.who);
        let owner = self.receipts.get(&act.receipt);
        if act.stale || owner.is_some_and(|owner| *owner != submission) {
            return Committed::Conflict;
        }
        self.receipts.retain(|_, owner| *owner != submission);
        self.receipts.insert(act.receipt, submission);
        self.seen.insert((act.who, act.id, act.words));
        *self.versions.entry(act.who).or_default() += 1;
        self.events += act.events as u64;
        Committed::Done
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_run_of_units_has_the_outcomes_of_the_model(acts in prop::collection::vec(any_act(), 1..30)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            // The disk is not what is tried here.
            let options = SqliteOptions { synchronous: Synchronous::Off, ..SqliteOptions::default() };
            let store = SqliteStore::open(&folder.path().join("majlis.db"), options).unwrap();
            let mut model = Model::default();
            for (number, act) in acts.iter().enumerate() {
                let unit = model.unit(act, number);
                let outcome = store.commit(unit).await.unwrap();
                assert_eq!(outcome, model.commit(act), "step {number}: {act:?}");
                let version = model.versions.get(&act.who).copied().unwrap_or(0);
                assert_eq!(store.load(&phone(act.who)).await.unwrap().version, version);
                assert_eq!(store.last().await.unwrap(), model.events);
            }
            let events = store.read(&Scope::All, 0, 1_000).await.unwrap();
            assert!(events.iter().map(|e| e.sequence).eq(1..=model.events));
        });
    }
}
