//! The one thread that writes.
//!
//! Jobs wait in a bounded channel. The thread takes whatever waits, runs it in one transaction, commits once, and
//! only then answers them all: the price of one fsync is shared by everyone who waited for it. A job that fails is
//! rolled back alone; a commit that fails fails them all.
//!
//! Rolling back alone needs savepoints, and they are not free: SQLite copies each page
//! before its first change after one. But jobs look before they write, so hardly any has written when it
//! fails. Hence a group runs without savepoints first; should a job fail after it has written, all is rolled back
//! and the group runs again, each job under a savepoint. So a job may run twice, and is an `Fn`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, ffi};
use tokio::sync::{mpsc, oneshot, watch};

use crate::store::{Result, StoreError, Written};

/// What a job says at its end; the transaction keeps or undoes what it wrote.
pub(super) enum Step<T> {
    Keep(T),
    Undo(T),
}

/// What others should be told once the transaction is on disk.
#[derive(Default, Clone, Copy)]
pub(super) struct News {
    /// The last sequence number given.
    pub(super) last_event: Option<u64>,
    /// There may be something to send.
    pub(super) deliveries: bool,
    /// Words were erased: they must leave the write-ahead log too.
    pub(super) erased: bool,
}

/// A job's view of the transaction.
pub(super) struct Change<'a> {
    pub(super) conn: &'a Connection,
    pub(super) news: News,
}

/// What the writer's thread and its callers both see.
pub(super) struct Shared {
    pub(super) last_event: watch::Sender<u64>,
    pub(super) deliveries: watch::Sender<u64>,
    groups: AtomicU64,
    jobs: AtomicU64,
    /// An fsync failed: the kernel may have forgotten what it could not write and call the next one a
    /// success (PostgreSQL's "fsyncgate", 2018). Nothing is acknowledged any more until a restart has read
    /// back what is really on disk.
    broken: AtomicBool,
    ended: watch::Sender<bool>,
}

/// Groups: at most `size` jobs, after waiting `wait` for company.
#[derive(Clone, Copy)]
pub(super) struct Grouping {
    pub(super) size: usize,
    pub(super) wait: Duration,
}

/// The way to the writing thread.
pub(super) struct Writer {
    queue: mpsc::Sender<Order>,
    pub(super) shared: Arc<Shared>,
}

enum Order {
    Run(Box<dyn Job>),
    Close,
}

impl Writer {
    /// Starts the thread; it owns the connection from now on.
    pub(super) fn start(conn: Connection, grouping: Grouping, last_event: u64) -> Result<Self> {
        let (queue, orders) = mpsc::channel(grouping.size.max(1) * 4);
        let shared = Arc::new(Shared {
            last_event: watch::Sender::new(last_event),
            deliveries: watch::Sender::new(0),
            groups: AtomicU64::new(0),
            jobs: AtomicU64::new(0),
            broken: AtomicBool::new(false),
            ended: watch::Sender::new(false),
        });
        let ours = Arc::clone(&shared);
        std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || {
                write_until_closed(&conn, orders, grouping, &ours);
                // The file is let go before anyone hears that it is closed.
                drop(conn);
                ours.ended.send_replace(true);
            })
            .map_err(|e| StoreError::Failed(format!("no thread for the writer: {e}")))?;
        Ok(Self { queue, shared })
    }

    /// Runs a job and returns its result once it is on disk.
    pub(super) async fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut Change<'_>) -> Result<Step<T>> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Work { work, result: None, reply };
        self.queue.send(Order::Run(Box::new(job))).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    /// Finishes what waits, then ends the thread.
    pub(super) async fn close(&self) {
        let mut ended = self.shared.ended.subscribe();
        // An error here means that it is closed or closing already.
        let _ = self.queue.send(Order::Close).await;
        let _ = ended.wait_for(|ended| *ended).await;
    }

    pub(super) fn written(&self) -> Written {
        Written {
            groups: self.shared.groups.load(Ordering::Relaxed),
            jobs: self.shared.jobs.load(Ordering::Relaxed),
        }
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable("it is shut down".into())
}

/// Something to run inside the transaction and to answer after it.
trait Job: Send {
    fn run(&mut self, change: &mut Change<'_>) -> Kept;
    fn answer(self: Box<Self>, lost: Option<&str>);
}

#[derive(PartialEq)]
enum Kept {
    Yes,
    No,
}

struct Work<F, T> {
    work: F,
    result: Option<Result<T>>,
    reply: oneshot::Sender<Result<T>>,
}

impl<F, T> Job for Work<F, T>
where
    T: Send,
    F: Fn(&mut Change<'_>) -> Result<Step<T>> + Send,
{
    fn run(&mut self, change: &mut Change<'_>) -> Kept {
        // A panic leaves no result, also in the second run.
        self.result = None;
        let (kept, result) = match (self.work)(change) {
            Ok(Step::Keep(value)) => (Kept::Yes, Ok(value)),
            Ok(Step::Undo(value)) => (Kept::No, Ok(value)),
            Err(error) => (Kept::No, Err(error)),
        };
        self.result = Some(result);
        kept
    }

    fn answer(self: Box<Self>, lost: Option<&str>) {
        let result = match (lost, self.result) {
            (Some(why), _) => Err(StoreError::Unavailable(why.to_owned())),
            (None, Some(result)) => result,
            // It never came to its end: it panicked.
            (None, None) => Err(StoreError::Failed("a fault in the program, see the log".into())),
        };
        // Nobody may be waiting any more; what was written stays written.
        let _ = self.reply.send(result);
    }
}

fn write_until_closed(
    conn: &Connection,
    mut orders: mpsc::Receiver<Order>,
    grouping: Grouping,
    shared: &Shared,
) {
    let mut group = Vec::with_capacity(grouping.size);
    let mut to_scrub = false;
    while let Some(first) = orders.blocking_recv() {
        take(first, &mut group, &mut orders);
        if !grouping.wait.is_zero() {
            std::thread::sleep(grouping.wait);
        }
        while group.len() < grouping.size
            && let Ok(next) = orders.try_recv()
        {
            take(next, &mut group, &mut orders);
        }
        let outcome = if shared.broken.load(Ordering::Relaxed) {
            Err("an fsync failed earlier — check the disk and restart".to_owned())
        } else {
            write_group(conn, &mut group).map_err(|error| give_up(conn, &error, shared))
        };
        if let Ok(news) = &outcome {
            shared.groups.fetch_add(1, Ordering::Relaxed);
            shared.jobs.fetch_add(group.len() as u64, Ordering::Relaxed);
            tell(shared, news);
            to_scrub |= news.erased;
        }
        to_scrub = to_scrub && !scrub_log(conn);
        let lost = outcome.err();
        for job in group.drain(..) {
            job.answer(lost.as_deref());
        }
    }
}

fn take(order: Order, group: &mut Vec<Box<dyn Job>>, orders: &mut mpsc::Receiver<Order>) {
    match order {
        Order::Run(job) => group.push(job),
        // What was sent before still comes; then the channel ends.
        Order::Close => orders.close(),
    }
}

/// One transaction. On an error nothing of it is on disk.
fn write_group(conn: &Connection, group: &mut [Box<dyn Job>]) -> rusqlite::Result<News> {
    // Immediate, so that a second process (command line, backup) is waited for here and not half-way.
    conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    let news = match run_at_once(conn, group)? {
        Some(news) => news,
        None => {
            conn.prepare_cached("ROLLBACK")?.execute([])?;
            conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
            run_apart(conn, group)?
        }
    };
    conn.prepare_cached("COMMIT")?.execute([])?;
    Ok(news)
}

/// All jobs without savepoints; `None` if there is something to undo of one of them.
fn run_at_once(conn: &Connection, group: &mut [Box<dyn Job>]) -> rusqlite::Result<Option<News>> {
    let mut news = News::default();
    for job in group {
        let before = conn.total_changes();
        match run_one(conn, job, news)? {
            Some(told) => news = told,
            None if conn.total_changes() != before => return Ok(None),
            None => {}
        }
    }
    Ok(Some(news))
}

/// Each job under a savepoint.
fn run_apart(conn: &Connection, group: &mut [Box<dyn Job>]) -> rusqlite::Result<News> {
    let mut news = News::default();
    for job in group {
        conn.prepare_cached("SAVEPOINT job")?.execute([])?;
        match run_one(conn, job, news)? {
            Some(told) => news = told,
            None => _ = conn.prepare_cached("ROLLBACK TO job")?.execute([])?,
        }
        conn.prepare_cached("RELEASE job")?.execute([])?;
    }
    Ok(news)
}

/// The news with this job's, or `None` if what it wrote, if anything, is to be undone.
fn run_one(
    conn: &Connection,
    job: &mut Box<dyn Job>,
    news: News,
) -> rusqlite::Result<Option<News>> {
    let mut change = Change { conn, news };
    // A job that panics loses its own work, not its neighbours' and not the thread.
    let kept = catch_unwind(AssertUnwindSafe(|| job.run(&mut change))).unwrap_or_else(|_| {
        tracing::error!("a job panicked in the store's writer; it is rolled back");
        Kept::No
    });
    if conn.is_autocommit() {
        // A full disk and the like roll the whole transaction back, with all who were in it.
        return Err(rusqlite::Error::SqliteFailure(
            ffi::Error::new(ffi::SQLITE_FULL),
            Some("the disk is full or failing".into()),
        ));
    }
    Ok((kept == Kept::Yes).then_some(change.news))
}

/// Writes everything back to the main file and cuts the log to nothing, so that no erased word is left in it. False
/// if a reader was in the way for longer than we wait: to be tried again after the next group.
fn scrub_log(conn: &Connection) -> bool {
    let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
    match busy {
        Ok(busy) => !busy,
        Err(error) => {
            tracing::error!(%error, "the write-ahead log could not be emptied after an erasure");
            false
        }
    }
}

/// Ends a failed transaction and says why it failed.
fn give_up(conn: &Connection, error: &rusqlite::Error, shared: &Shared) -> String {
    if !conn.is_autocommit()
        && let Err(error) = conn.execute_batch("ROLLBACK")
    {
        tracing::error!(%error, "the store could not roll back");
    }
    let code = error.sqlite_error().map(|e| e.extended_code);
    if matches!(code, Some(ffi::SQLITE_IOERR_FSYNC | ffi::SQLITE_IOERR_DIR_FSYNC)) {
        shared.broken.store(true, Ordering::Relaxed);
    }
    tracing::error!(%error, ?code, "a commit failed; nothing of it was acknowledged");
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => "the disk is full".into(),
        _ => error.to_string(),
    }
}

fn tell(shared: &Shared, news: &News) {
    if let Some(last) = news.last_event {
        shared.last_event.send_replace(last);
    }
    if news.deliveries {
        shared.deliveries.send_modify(|count| *count += 1);
    }
}
