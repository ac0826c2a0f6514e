//! The rows that one message causes, written by hand into the very tables of our store: same columns, same
//! indices, same pragmas, none of its code.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::{Connection, OptionalExtension, params};

const TABLES: &str = include_str!("../../src/store/sqlite/migrations/0001_first.sql");

/// One message of a conversation.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) from: String,
    pub(crate) sid: String,
    pub(crate) words: String,
    /// Completes the submission.
    pub(crate) last: bool,
}

pub(crate) fn open(path: &Path) -> Connection {
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", path.display()));
    }
    let conn = Connection::open(path).unwrap();
    for (name, value) in
        [("journal_mode", "WAL"), ("synchronous", "FULL"), ("temp_store", "MEMORY")]
    {
        conn.pragma_update(None, name, value).unwrap();
    }
    conn.pragma_update(None, "cache_size", -65_536).unwrap();
    conn.pragma_update(None, "wal_autocheckpoint", 16_384).unwrap();
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(TABLES).unwrap();
    conn
}

/// One transaction for all of these.
pub(crate) fn write_group<'a>(conn: &Connection, group: impl Iterator<Item = &'a Row>) {
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    for row in group {
        write(conn, row).unwrap();
    }
    conn.execute_batch("COMMIT").unwrap();
}

fn write(conn: &Connection, row: &Row) -> rusqlite::Result<()> {
    let key: [u8; 32] = sha2_of(&[&row.from, &row.sid]);
    let hash: [u8; 32] = sha2_of(&[&row.words]);
    let found: Option<i64> = conn
        .prepare_cached("SELECT id FROM residents WHERE address = ?1")?
        .query_row([&row.from], |r| r.get(0))
        .optional()?;
    let resident = match found {
        Some(id) => {
            conn.prepare_cached("UPDATE residents SET version = version + 1 WHERE id = ?1")?
                .execute([id])?;
            id
        }
        None => {
            conn.prepare_cached(
                "INSERT INTO residents (address, version, lang) VALUES (?1, 1, 'en')",
            )?
            .execute([&row.from])?;
            conn.last_insert_rowid()
        }
    };
    conn.prepare_cached("INSERT INTO messages VALUES (?1, ?2, ?3, 1780000000000000)")?
        .execute(params![resident, key, hash])?;
    let submission = format!("01JD{:>022}", &row.from);
    conn.prepare_cached(
        "INSERT INTO sessions VALUES (?1, ?2, 'park-hours', ?2, ?3, ?4, 1780000000000000)
         ON CONFLICT (resident, submission) DO UPDATE SET open = excluded.open, state = excluded.state",
    )?
    .execute(params![resident, submission, !row.last, state(row)])?;
    if row.last {
        conn.prepare_cached(
            "INSERT INTO events (resident, entity, campaign, body) VALUES (?1, 'dubai-parks', 'park-hours', ?2)",
        )?
        .execute(params![resident, event(row)])?;
    }
    conn.prepare_cached(
        "INSERT INTO deliveries
           (id, resident, channel, lane, state, due, sender, message, campaign, created_at, updated_at)
         VALUES (?1, ?2, 'sms', 0, ?3, 1780000000000000, '4040', ?4, 'park-hours', 1780000000000000,
           1780000000000000)",
    )?
    .execute(params![next_id(), resident, i64::from(found.is_none()), reply()])?;
    Ok(())
}

/// Ids that sort by time, as ULIDs do.
pub(crate) fn next_id() -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    format!("01JD{:022}", LAST.fetch_add(1, Ordering::Relaxed))
}

fn sha2_of(parts: &[&str]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
        digest.update([0]);
    }
    digest.finalize().into()
}

/// As long as a session of a short poll.
pub(crate) fn state(row: &Row) -> String {
    format!(
        r#"{{"v":1,"flow":"poll@1","template":"park-hours@3","lang":"en","step":"choice","begun":"2026-11-23T08:00:01Z","entry":"keyword","answers":[{{"step":"choice","value":{{"option":"same"}},"raw":"{}","read_as":"digit","attempts":1}}],"pad":"{:0>200}"}}"#,
        row.words, ""
    )
}

/// As long as the contract's example.
pub(crate) fn event(row: &Row) -> String {
    format!(
        r#"{{"specversion":"1.0","id":"{}","source":"/majlis/gw-1","type":"majlis.submission.v1","subject":"park-hours/K7P-4QM","time":"2026-11-23T08:00:05Z","data":{{"submission":"{}","answers":[{{"step":"choice","raw":"{}"}}],"pad":"{:0>800}"}}}}"#,
        row.sid, row.from, row.words, ""
    )
}

pub(crate) fn reply() -> String {
    format!(
        r#"{{"lang":"en","text":"Dubai Parks: when should the park close?","question":{{"step":"choice","ask":"choice","options":[["later","1 am"],["same","11 pm"],["earlier","9 pm"]],"listed":true}},"pad":"{:0>100}"}}"#,
        ""
    )
}
