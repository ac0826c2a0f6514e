//! The embedded store: SQLite in WAL mode with `synchronous=FULL`.
//!
//! One thread writes ([`writer`]), in groups that share an fsync. Readers have connections of their own and
//! never wait for the writer. Files: `unit` commits what a message causes, `outbox`, `queue`, `keys` are the
//! other traits, `schema` the tables.

mod keys;
mod outbox;
mod queue;
mod schema;
mod unit;
mod writer;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::watch;
use writer::{Writer, failed};

use super::{Result, StoreError};

/// When a commit is called done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// After its fsync. What was acknowledged survives a power cut.
    Full,
    /// Once the system has it. For the control experiment that shows what the fsync is worth.
    Off,
}

/// How the store works.
#[derive(Debug, Clone, Copy)]
pub struct SqliteOptions {
    /// When a commit is called done.
    pub synchronous: Synchronous,
    /// Most jobs in one transaction.
    pub group: usize,
    /// Connections for reading.
    pub readers: usize,
    /// Most pages of 4096 bytes the file may take; `None` is no limit. For tests of a full disk.
    pub max_pages: Option<u32>,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        Self { synchronous: Synchronous::Full, group: 256, readers: 4, max_pages: None }
    }
}

/// The embedded store.
pub struct SqliteStore {
    writer: Writer,
    readers: Vec<std::sync::Mutex<Connection>>,
    next_reader: AtomicU64,
    events: watch::Sender<u64>,
    deliveries: watch::Sender<u64>,
}

impl SqliteStore {
    /// Opens (and if needed makes or migrates) a store.
    ///
    /// # Errors
    /// If the file cannot be opened, belongs to another program, or is of a newer version.
    pub fn open(path: &Path, options: SqliteOptions) -> Result<Self> {
        let mut connection = Connection::open(path).map_err(|error| {
            StoreError::Unavailable(format!("{}: {error}", path.display()))
        })?;
        prepare(&connection, options)?;
        schema::migrate(&mut connection)?;
        let readers = (0..options.readers.max(1))
            .map(|_| open_reader(path).map(std::sync::Mutex::new))
            .collect::<Result<Vec<_>>>()?;
        let (events, _) = watch::channel(0);
        let (deliveries, _) = watch::channel(0);
        let writer = Writer::start(connection, options.group)
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { writer, readers, next_reader: AtomicU64::new(0), events, deliveries })
    }

    /// Finishes what waits and closes the file. Calls after it fail with `Unavailable`.
    pub async fn close(self: &Arc<Self>) {
        let store = self.clone();
        // Joining the thread waits for its last fsync.
        let closed = tokio::task::spawn_blocking(move || store.writer.close()).await;
        if let Err(error) = closed {
            tracing::error!(%error, "the store did not close cleanly");
        }
    }

    /// Transactions committed so far: how well commits are grouped.
    #[must_use]
    pub fn groups(&self) -> u64 {
        self.writer.groups()
    }

    /// Reads on one of the reading connections.
    ///
    /// This runs on the caller's thread: the reads of a turn are index look-ups in the page cache, microseconds
    /// each, and in WAL mode no writer makes them wait. Moving them to another thread would cost more.
    fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let count = self.readers.len() as u64;
        let first = self.next_reader.fetch_add(1, Ordering::Relaxed);
        for offset in 0..count {
            let at = usize::try_from((first + offset) % count).unwrap_or(0);
            if let Some(Ok(reader)) = self.readers.get(at).map(std::sync::Mutex::try_lock) {
                return work(&reader).map_err(failed);
            }
        }
        let at = usize::try_from(first % count).unwrap_or(0);
        let Some(reader) = self.readers.get(at) else {
            return Err(StoreError::Failed("no reading connection".to_owned()));
        };
        let reader = reader.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        work(&reader).map_err(failed)
    }
}

fn prepare(connection: &Connection, options: SqliteOptions) -> Result<()> {
    let synchronous = match options.synchronous {
        Synchronous::Full => "FULL",
        Synchronous::Off => "OFF",
    };
    connection.busy_timeout(Duration::from_secs(5)).map_err(failed)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(failed)?;
    connection.pragma_update(None, "synchronous", synchronous).map_err(failed)?;
    // The WAL file is cut back after a checkpoint instead of keeping its longest length for ever.
    connection.pragma_update(None, "journal_size_limit", 64 << 20).map_err(failed)?;
    connection.pragma_update(None, "cache_size", -32_768).map_err(failed)?;
    if let Some(pages) = options.max_pages {
        connection.pragma_update(None, "max_page_count", pages).map_err(failed)?;
    }
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn open_reader(path: &Path) -> Result<Connection> {
    // Not SQLITE_OPEN_READ_ONLY: a reader of a WAL database may have to write its -shm file.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(path, flags).map_err(failed)?;
    reader.busy_timeout(Duration::from_secs(5)).map_err(failed)?;
    reader.pragma_update(None, "query_only", true).map_err(failed)?;
    reader.set_prepared_statement_cache_capacity(64);
    Ok(reader)
}

/// Times are kept as microseconds since 1970.
fn micros(time: Timestamp) -> i64 {
    time.as_microsecond()
}

fn time(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}
