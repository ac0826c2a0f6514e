//! The one thread that writes.
//!
//! Jobs come over a channel. Whatever waits is written in one transaction, each job under a savepoint of its
//! own, and every job is answered after the one fsync of the COMMIT: its cost is shared by all who waited.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use rusqlite::{Connection, Savepoint, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use crate::store::{Result, StoreError};

/// Jobs that may wait; beyond it callers wait too, so memory stays bounded.
const QUEUE: usize = 4096;

/// Runs inside the group's transaction (or hears why there is none); gives back what answers its caller once
/// the group's fate is known.
type Job = Box<dyn FnOnce(std::result::Result<&mut Transaction<'_>, &str>) -> Answer + Send>;

/// Told whether the group was committed.
type Answer = Box<dyn FnOnce(&std::result::Result<(), String>) + Send>;

/// The way to the writing thread.
pub(super) struct Writer {
    jobs: std::sync::Mutex<Option<SyncSender<Job>>>,
    thread: std::sync::Mutex<Option<JoinHandle<()>>>,
    groups: Arc<AtomicU64>,
}

impl Writer {
    /// Starts the thread, which owns the connection.
    pub(super) fn start(
        connection: Connection,
        group: usize,
    ) -> std::io::Result<Self> {
        let (jobs, waiting) = sync_channel(QUEUE);
        let groups = Arc::new(AtomicU64::new(0));
        let counted = groups.clone();
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || write(connection, &waiting, group, &counted))?;
        Ok(Self {
            jobs: std::sync::Mutex::new(Some(jobs)),
            thread: std::sync::Mutex::new(Some(thread)),
            groups,
        })
    }

    /// Runs `work` under a savepoint and returns once its group is on disk.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Savepoint<'_>) -> rusqlite::Result<Kept<T>> + Send + 'static,
    ) -> Result<T> {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |transaction| {
            let outcome = match transaction {
                Ok(transaction) => under_savepoint(transaction, work),
                Err(why) => Err(StoreError::Unavailable(why.to_owned())),
            };
            Box::new(move |committed| {
                let result = match (outcome, committed) {
                    (Ok(value), Ok(())) => Ok(value),
                    (Err(error), _) => Err(error),
                    (_, Err(why)) => Err(StoreError::Unavailable(why.clone())),
                };
                // The caller may have gone away; what it asked for is done all the same.
                let _ = tell.send(result);
            })
        });
        let sender = lock(&self.jobs).clone();
        let Some(sender) = sender else {
            return Err(StoreError::Unavailable("the store is closed".to_owned()));
        };
        send(sender, job).await?;
        told.await.unwrap_or_else(|_| Err(StoreError::Unavailable("the writer ended".to_owned())))
    }

    /// Groups committed so far.
    pub(super) fn groups(&self) -> u64 {
        self.groups.load(Ordering::Relaxed)
    }

    /// Takes no more jobs, finishes those that wait.
    pub(super) fn close(&self) {
        drop(lock(&self.jobs).take());
        if let Some(thread) = lock(&self.thread).take()
            && thread.join().is_err()
        {
            tracing::error!("the store's writer ended in a panic");
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.close();
    }
}

/// What a job did: `Keep` releases its savepoint, `Undo` rolls it back; both have a value.
pub(super) enum Kept<T> {
    /// Written.
    Keep(T),
    /// Nothing of it stays.
    Undo(T),
}

async fn send(sender: SyncSender<Job>, job: Job) -> Result<()> {
    let closed = |_| StoreError::Unavailable("the store is closed".to_owned());
    match sender.try_send(job) {
        Ok(()) => Ok(()),
        Err(std::sync::mpsc::TrySendError::Full(job)) => {
            let sent = tokio::task::spawn_blocking(move || sender.send(job)).await;
            sent.map_err(|error| StoreError::Unavailable(error.to_string()))?.map_err(closed)
        }
        Err(std::sync::mpsc::TrySendError::Disconnected(_)) => {
            Err(StoreError::Unavailable("the writer ended".to_owned()))
        }
    }
}

fn under_savepoint<T>(
    transaction: &mut Transaction<'_>,
    work: impl FnOnce(&Savepoint<'_>) -> rusqlite::Result<Kept<T>>,
) -> Result<T> {
    let savepoint = transaction.savepoint().map_err(failed)?;
    match work(&savepoint) {
        Ok(Kept::Keep(value)) => {
            savepoint.commit().map_err(failed)?;
            Ok(value)
        }
        // A savepoint that is dropped is rolled back.
        Ok(Kept::Undo(value)) => Ok(value),
        Err(error) => Err(failed(error)),
    }
}

/// SQLite's errors, sorted into those that pass and those that nobody planned.
#[allow(clippy::needless_pass_by_value)] // for map_err
pub(super) fn failed(error: rusqlite::Error) -> StoreError {
    use rusqlite::ErrorCode::{
        CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, ReadOnly, SystemIoFailure,
    };
    match error.sqlite_error_code() {
        Some(
            DiskFull | SystemIoFailure | DatabaseBusy | DatabaseLocked | ReadOnly | CannotOpen,
        ) => StoreError::Unavailable(error.to_string()),
        _ => StoreError::Failed(error.to_string()),
    }
}

fn write(
    mut connection: Connection,
    waiting: &Receiver<Job>,
    group: usize,
    groups: &AtomicU64,
) {
    while let Ok(first) = waiting.recv() {
        let (answers, committed) = write_group(&mut connection, first, waiting, group);
        if let Err(why) = &committed {
            tracing::error!(why, "a group of writes was not committed");
        } else {
            groups.fetch_add(1, Ordering::Relaxed);
        }
        for answer in answers {
            answer(&committed);
        }
    }
}

fn write_group(
    connection: &mut Connection,
    first: Job,
    waiting: &Receiver<Job>,
    most: usize,
) -> (Vec<Answer>, std::result::Result<(), String>) {
    let mut answers = Vec::new();
    // IMMEDIATE: a transaction that reads first and writes later would be refused at once when another
    // process writes (https://www.sqlite.org/lang_transaction.html §2.2).
    let begun = connection.transaction_with_behavior(TransactionBehavior::Immediate);
    let mut transaction = match begun {
        Ok(transaction) => transaction,
        Err(error) => {
            let why = error.to_string();
            return (vec![first(Err(&why))], Err(why));
        }
    };
    let mut next = Some(first);
    while let Some(job) = next.take() {
        answers.push(job(Ok(&mut transaction)));
        // A full disk or an IO error makes SQLite roll back the whole transaction by itself.
        if transaction.is_autocommit() {
            return (answers, Err("the disk is full or failing".to_owned()));
        }
        if answers.len() < most {
            next = waiting.try_recv().ok();
        }
    }
    let committed = transaction.commit().map_err(|error| error.to_string());
    (answers, committed)
}

fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
