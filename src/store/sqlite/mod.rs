//! The embedded store: one SQLite file in WAL mode.
//!
//! One thread writes, in groups ([`writer`]); other connections read ([`readers`]). What the tables mean is told
//! in `migrations/`. Then one file a trait: [`unit`] is the heart, [`outbox`], [`queue`], [`sessions`], [`keys`], [`files`]; and
//! [`people`], who have several addresses; [`erasure`], which takes out again.

mod erasure;
mod files;
mod invitations;
mod keys;
mod outbox;
mod people;
mod queue;
mod readers;
mod schema;
mod sessions;
mod unit;
mod writer;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Result, StoreError};
use readers::Readers;
use writer::{Grouping, Writer};

/// How long to wait for another process that writes to the file.
const BUSY: Duration = Duration::from_secs(5);

/// When a commit is called done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Synchronous {
    /// After the disk has said so.
    #[default]
    Full,
    /// After the kernel has said so: what is acknowledged can be lost with the power. Only for showing that
    /// the fault tests can fail.
    Off,
}

/// Settings of the embedded store.
#[derive(Debug, Clone, Copy)]
pub struct SqliteOptions {
    /// When a commit is called done.
    pub synchronous: Synchronous,
    /// Most jobs of one transaction.
    pub group_size: usize,
    /// How long the first job waits for company; zero takes whatever waits, which is what gathers by itself
    /// while the commit before is on its way.
    pub group_wait: Duration,
    /// Connections that read.
    pub readers: usize,
    /// The file grows to so many pages of 4 KiB at most; `None`: as the disk allows.
    pub max_pages: Option<u32>,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self {
            synchronous: Synchronous::Full,
            group_size: 256,
            group_wait: Duration::ZERO,
            readers: 4,
            max_pages: None,
        }
    }
}

/// The embedded store. Clones are the same store.
#[derive(Clone)]
pub struct SqliteStore {
    writer: Arc<Writer>,
    readers: Arc<Readers>,
}

impl SqliteStore {
    /// Opens or makes the file, and brings its tables to the newest version.
    ///
    /// # Errors
    /// If the file cannot be opened, is no store of ours, or is a newer program's.
    pub fn open(path: &Path, options: SqliteOptions) -> Result<Self> {
        let SqliteOptions { group_size, group_wait, readers, .. } = options;
        let conn = open_writer(path, &options).map_err(|e| name_file(path, e))?;
        let readers = Arc::new(Readers::open(path, readers).map_err(|e| name_file(path, e))?);
        let last = readers.read(queue::last_sequence)?;
        let grouping = Grouping { size: group_size.max(1), wait: group_wait };
        let writer = Arc::new(Writer::start(conn, grouping, last)?);
        Ok(Self { writer, readers })
    }

    /// Commits what waits and ends the writer; later writes are `Unavailable`, reads still work.
    pub async fn close(&self) {
        self.writer.close().await;
    }
}

fn open_writer(path: &Path, options: &SqliteOptions) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    let mode: String =
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::Failed(format!(
            "no write-ahead log here (mode {mode}) — put the data on a local disk"
        )));
    }
    conn.pragma_update(
        None,
        "synchronous",
        match options.synchronous {
            Synchronous::Full => "FULL",
            Synchronous::Off => "OFF",
        },
    )?;
    conn.pragma_update(None, "foreign_keys", false)?;
    // What is deleted is overwritten, so that an erasure leaves no words in free space.
    conn.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    // Savepoints remember pages in memory instead of a file.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -65_536)?;
    // Under load a group touches hundreds of pages, the same ones again and again: a longer log (64 MiB) writes
    // each of them to the main file once for many groups.
    conn.pragma_update(None, "wal_autocheckpoint", 16_384)?;
    conn.pragma_update(None, "journal_size_limit", 128 * 1024 * 1024)?;
    keep_plans(&conn)?;
    schema::migrate(&mut conn)?;
    // Had it ended between an erasure and the emptying of the log, the words would still be there. Should another
    // process be in the way, it is that one's log too, and it will do it.
    conn.busy_timeout(Duration::ZERO)?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    conn.busy_timeout(BUSY)?;
    if let Some(pages) = options.max_pages {
        conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
    }
    Ok(conn)
}

/// Statements are prepared once. Without the "query planner stability guarantee" SQLite prepares a statement
/// again whenever a bound value might allow another plan, which is at almost every use here.
fn keep_plans(conn: &Connection) -> Result<()> {
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn name_file(path: &Path, error: StoreError) -> StoreError {
    let name = path.display();
    match error {
        StoreError::Unavailable(why) => StoreError::Unavailable(format!("{name}: {why}")),
        StoreError::Failed(why) => StoreError::Failed(format!("{name}: {why}")),
    }
}

impl From<rusqlite::Error> for StoreError {
    /// What may pass (disk, lock) is `Unavailable`; what will not is `Failed`. SQLite's texts name tables and
    /// columns, never values.
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Unavailable("the disk is full".into()),
            Some(
                ErrorCode::SystemIoFailure
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::OutOfMemory,
            ) => Self::Unavailable(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// Times are kept as microseconds.
fn to_micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}

fn from_micros(micros: i64) -> Timestamp {
    // Only times that were a `Timestamp` get in, so this falls back for damaged files alone.
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A limit as SQLite takes it.
fn to_limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// Row numbers and counts are never negative.
fn to_u64(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn to_i64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
