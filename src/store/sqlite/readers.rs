//! Connections that only read, apart from the writer's.
//!
//! A read by key takes microseconds from the page cache, less than handing it to another thread and back; so it
//! runs right in the async call, and waits at most for another such read. Lists may be long: they go to tokio's
//! blocking threads.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};

use crate::store::{Result, StoreError};

pub(super) struct Readers {
    connections: Vec<Mutex<Connection>>,
    next: AtomicUsize,
}

impl Readers {
    pub(super) fn open(path: &Path, count: usize) -> Result<Self> {
        let connections =
            (0..count.max(1)).map(|_| open_reader(path).map(Mutex::new)).collect::<Result<_>>()?;
        Ok(Self { connections, next: AtomicUsize::new(0) })
    }

    /// A short read, in place.
    pub(super) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        let count = self.connections.len();
        for offset in 0..count {
            if let Some(conn) = self.connections.get((turn + offset) % count)
                && let Ok(conn) = conn.try_lock()
            {
                return work(&conn);
            }
        }
        let Some(conn) = self.connections.get(turn % count) else {
            return Err(StoreError::Failed("there is no connection to read with".into()));
        };
        work(&conn.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A read that may be long, on a blocking thread.
    pub(super) async fn read_long<T, F>(self: &Arc<Self>, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        let readers = Arc::clone(self);
        tokio::task::spawn_blocking(move || readers.read(work))
            .await
            .map_err(|e| StoreError::Failed(format!("a read did not end: {e}")))?
    }
}

fn open_reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(super::BUSY)?;
    conn.pragma_update(None, "cache_size", -16_384)?;
    super::keep_plans(&conn)?;
    Ok(conn)
}
