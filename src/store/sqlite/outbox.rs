//! The outbox: lines of deliveries, leases, outcomes and reports.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::{Address, Report, ReportState};
use rusqlite::{Connection, OptionalExtension, Row, params};
use tokio::sync::watch;

use super::writer::{Change, Step};
use super::{SqliteStore, from_micros, to_limit, to_micros, to_u64};
use crate::store::{
    Claim, Claimed, Delivery, DeliveryState, Depth, NewDelivery, Outbox, Result, Settled,
    StoreError,
};

// The states as they are kept; the indices in `migrations/` know these numbers.
const BEHIND: i64 = 0;
const READY: i64 = 1;
const LEASED: i64 = 2;
const SENT: i64 = 3;
const DELIVERED: i64 = 4;
const FAILED: i64 = 5;
const UNKNOWN: i64 = 6;
const DEAD: i64 = 7;

#[async_trait]
impl Outbox for SqliteStore {
    async fn claim(&self, claim: Claim) -> Result<Vec<Claimed>> {
        self.writer.run(move |change| take(change, &claim)).await
    }

    async fn settle(&self, delivery: &str, outcome: Settled) -> Result<()> {
        let id = delivery.to_owned();
        self.writer.run(move |change| settle(change, &id, &outcome)).await
    }

    async fn report(&self, report: &Report, now: Timestamp) -> Result<bool> {
        let report = report.clone();
        self.writer.run(move |change| apply_report(change, &report, to_micros(now))).await
    }

    async fn next_due(&self, channel: &str) -> Result<Option<Timestamp>> {
        self.readers.read(|conn| next_due(conn, channel))
    }

    async fn list(&self, state: Option<DeliveryState>, limit: usize) -> Result<Vec<Delivery>> {
        self.readers.read_long(move |conn| list(conn, state, limit)).await
    }

    async fn send_again(&self, ids: &[String], now: Timestamp) -> Result<usize> {
        let ids = ids.to_vec();
        self.writer.run(move |change| send_again(change, &ids, to_micros(now))).await
    }

    async fn depth(&self) -> Result<Depth> {
        self.readers.read_long(depth).await
    }

    fn outbox_signal(&self) -> watch::Receiver<u64> {
        self.writer.shared.deliveries.subscribe()
    }
}

/// What waits for one resident, lane and channel, in order.
struct Line {
    resident: i64,
    lane: i64,
    channel: String,
}

impl Line {
    /// Does somebody stand at its head?
    fn is_busy(&self, conn: &Connection) -> Result<bool> {
        let busy = conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM deliveries
                 WHERE resident = ?1 AND lane = ?2 AND channel = ?3 AND state <= 2)",
            )?
            .query_row(params![self.resident, self.lane, self.channel], |row| row.get(0))?;
        Ok(busy)
    }

    /// The head has left: the next one steps forward, unless there is another head already.
    fn advance(&self, change: &mut Change<'_>) -> Result<()> {
        let next: Option<(i64, i64)> = change
            .conn
            .prepare_cached(
                "SELECT number, max(state) OVER () FROM deliveries
                 WHERE resident = ?1 AND lane = ?2 AND channel = ?3 AND state <= 2
                 ORDER BY number LIMIT 1",
            )?
            .query_row(params![self.resident, self.lane, self.channel], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        if let Some((number, BEHIND)) = next {
            change
                .conn
                .prepare_cached("UPDATE deliveries SET state = 1 WHERE number = ?1")?
                .execute([number])?;
            change.news.deliveries = true;
        }
        Ok(())
    }
}

/// Puts a delivery at the end of its line.
pub(super) fn add(
    conn: &Connection,
    resident: i64,
    new: &NewDelivery,
    created: Timestamp,
) -> Result<()> {
    let line = Line { resident, lane: new.lane as i64, channel: new.channel.clone() };
    let state = if line.is_busy(conn)? { BEHIND } else { READY };
    conn.prepare_cached(
        "INSERT INTO deliveries
           (id, resident, channel, lane, state, due, sender, message, campaign, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
    )?
    .execute(params![
        new.id,
        resident,
        line.channel,
        line.lane,
        state,
        to_micros(new.due),
        new.from,
        new.message,
        new.campaign,
        to_micros(created),
    ])?;
    Ok(())
}

fn take(change: &mut Change<'_>, claim: &Claim) -> Result<Step<Vec<Claimed>>> {
    let now = to_micros(claim.now);
    end_leases(change, claim, now)?;
    let conn = change.conn;
    let mut taken = Vec::new();
    for lane in [0, 1] {
        let mut select = conn.prepare_cached(
            "SELECT d.number, d.id, r.address, d.sender, d.message, d.attempts + 1
             FROM deliveries d JOIN residents r ON r.id = d.resident
             WHERE d.channel = ?1 AND d.state = 1 AND d.state IN (1, 2) AND d.lane = ?2 AND d.due <= ?3
             ORDER BY d.due, d.number LIMIT ?4",
        )?;
        let room = to_limit(claim.max.saturating_sub(taken.len()));
        let mut rows = select.query(params![claim.channel, lane, now, room])?;
        while let Some(row) = rows.next()? {
            taken.push((row.get::<_, i64>(0)?, read_claimed(row)?));
        }
    }
    let mut lease = conn.prepare_cached(
        "UPDATE deliveries SET state = 2, due = ?2, attempts = attempts + 1, updated_at = ?3
         WHERE number = ?1",
    )?;
    for (number, _) in &taken {
        lease.execute(params![number, to_micros(claim.until), now])?;
    }
    Ok(Step::Keep(taken.into_iter().map(|(_, claimed)| claimed).collect()))
}

fn read_claimed(row: &Row<'_>) -> Result<Claimed> {
    let to = Address::try_from(row.get::<_, String>(2)?)
        .map_err(|e| StoreError::Failed(format!("an address in the file: {e}")))?;
    Ok(Claimed {
        id: row.get(1)?,
        to,
        from: row.get(3)?,
        message: row.get(4)?,
        attempt: row.get(5)?,
    })
}

/// Leases that ran out: the sender died or hangs, and the message may have gone out.
fn end_leases(change: &mut Change<'_>, claim: &Claim, now: i64) -> Result<()> {
    let conn = change.conn;
    let mut select = conn.prepare_cached(
        "SELECT number, resident, lane, channel FROM deliveries
         WHERE channel = ?1 AND state = 2 AND state IN (1, 2) AND due <= ?2",
    )?;
    let lost = select
        .query_map(params![claim.channel, now], |row| {
            let line = Line { resident: row.get(1)?, lane: row.get(2)?, channel: row.get(3)? };
            Ok((row.get::<_, i64>(0)?, line))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let state = if claim.repeat_safe { READY } else { UNKNOWN };
    let mut end = conn.prepare_cached(
        "UPDATE deliveries SET state = ?2, updated_at = ?3,
           reason = 'the sender stopped before the provider answered' WHERE number = ?1",
    )?;
    for (number, line) in &lost {
        end.execute(params![number, state, now])?;
        if state == UNKNOWN {
            line.advance(change)?;
        }
    }
    Ok(())
}

/// A delivery as outcomes and reports need it.
struct Found {
    number: i64,
    state: i64,
    attempts: i64,
    line: Line,
}

const FIND: &str = "SELECT number, state, attempts, resident, lane, channel FROM deliveries WHERE ";

fn read_found(row: &Row<'_>) -> rusqlite::Result<Found> {
    let line = Line { resident: row.get(3)?, lane: row.get(4)?, channel: row.get(5)? };
    Ok(Found { number: row.get(0)?, state: row.get(1)?, attempts: row.get(2)?, line })
}

fn find(conn: &Connection, id: &str) -> Result<Option<Found>> {
    let sql = format!("{FIND} id = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([id], read_found).optional()?)
}

fn settle(change: &mut Change<'_>, id: &str, outcome: &Settled) -> Result<Step<()>> {
    let now = Timestamp::now();
    let Some(found) = find(change.conn, id)? else { return Ok(Step::Keep(())) };
    if let Settled::Accepted { provider_id: Some(theirs) } = outcome {
        // A report may have come before the answer and ended the lease: later ones still need this id.
        change
            .conn
            .prepare_cached("UPDATE deliveries SET provider_id = ?2 WHERE number = ?1")?
            .execute(params![found.number, theirs])?;
    }
    if found.state != LEASED {
        return Ok(Step::Keep(()));
    }
    let (state, due, reason) = match outcome {
        Settled::Accepted { .. } => (SENT, now, None),
        Settled::Retry { at, reason } => (READY, *at, Some(reason)),
        Settled::Dead { reason, .. } => (DEAD, now, Some(reason)),
        Settled::Unknown { reason } => (UNKNOWN, now, Some(reason)),
    };
    change
        .conn
        .prepare_cached(
            "UPDATE deliveries SET state = ?2, due = ?3, reason = ?4, updated_at = ?5 WHERE number = ?1",
        )?
        .execute(params![found.number, state, to_micros(due), reason, to_micros(now)])?;
    if matches!(outcome, Settled::Dead { opted_out: true, .. }) {
        opt_out(change.conn, found.line.resident, to_micros(now))?;
    }
    if state == READY {
        change.news.deliveries = true;
    } else {
        found.line.advance(change)?;
    }
    Ok(Step::Keep(()))
}

/// The version rises too: a unit that was loaded before must not wipe the wish out again.
fn opt_out(conn: &Connection, resident: i64, now: i64) -> Result<()> {
    conn.prepare_cached(
        "UPDATE residents SET opted_out = ?2, version = version + 1
         WHERE id = ?1 AND opted_out IS NULL",
    )?
    .execute(params![resident, now])?;
    Ok(())
}

fn apply_report(change: &mut Change<'_>, report: &Report, now: i64) -> Result<Step<bool>> {
    let Some(found) = find_reported(change.conn, report)? else { return Ok(Step::Keep(false)) };
    let state = match report.state {
        ReportState::Sent => SENT,
        ReportState::Delivered => DELIVERED,
        ReportState::Failed => FAILED,
    };
    let news = match found.state {
        // The provider's report can be faster than its answer, and than our settling it.
        LEASED | UNKNOWN => true,
        // It was to be tried again, but it had arrived. A failure says nothing new of it.
        READY => found.attempts > 0 && state != FAILED,
        SENT => state != SENT,
        _ => false,
    };
    if news {
        change
            .conn
            .prepare_cached(
                "UPDATE deliveries SET state = ?2, reason = ?3, updated_at = ?4 WHERE number = ?1",
            )?
            .execute(params![found.number, state, report.code, now])?;
        if found.state <= LEASED {
            found.line.advance(change)?;
        }
    }
    Ok(Step::Keep(true))
}

/// By our id or theirs, but only on the channel that the report came by.
fn find_reported(conn: &Connection, report: &Report) -> Result<Option<Found>> {
    if let Some(id) = &report.delivery {
        let found = find(conn, id)?;
        return Ok(found.filter(|found| found.line.channel == report.channel));
    }
    let Some(theirs) = &report.provider_id else { return Ok(None) };
    let sql = format!("{FIND} provider_id = ?1 AND channel = ?2 ORDER BY number DESC LIMIT 1");
    let mut select = conn.prepare_cached(&sql)?;
    Ok(select.query_row(params![theirs, report.channel], read_found).optional()?)
}

/// The ends of leases count too: then somebody must look after them.
fn next_due(conn: &Connection, channel: &str) -> Result<Option<Timestamp>> {
    let mut select = conn.prepare_cached(
        "SELECT min(due) FROM deliveries
         WHERE channel = ?1 AND state = ?2 AND state IN (1, 2) AND lane = ?3",
    )?;
    let mut earliest: Option<i64> = None;
    for (state, lane) in [(READY, 0), (READY, 1), (LEASED, 0), (LEASED, 1)] {
        let due: Option<i64> = select.query_row(params![channel, state, lane], |row| row.get(0))?;
        earliest = [earliest, due].into_iter().flatten().min();
    }
    Ok(earliest.map(from_micros))
}

fn list(conn: &Connection, state: Option<DeliveryState>, limit: usize) -> Result<Vec<Delivery>> {
    let filter = match state {
        None => "1".to_owned(),
        // Each term stands as the index has it, or SQLite would not use it.
        Some(DeliveryState::Ready) => "state <= 2 AND state < 2".to_owned(),
        Some(DeliveryState::Leased) => "state <= 2 AND state = 2".to_owned(),
        Some(DeliveryState::Sent) => format!("state = {SENT}"),
        Some(DeliveryState::Delivered) => format!("state = {DELIVERED}"),
        Some(DeliveryState::Failed) => format!("state = {FAILED}"),
        Some(DeliveryState::Unknown) => format!("state = {UNKNOWN}"),
        Some(DeliveryState::Dead) => format!("state = {DEAD}"),
    };
    let mut select = conn.prepare_cached(&format!(
        "SELECT id, channel, campaign, state, attempts, reason, created_at, updated_at
         FROM deliveries WHERE {filter} ORDER BY number DESC LIMIT ?1"
    ))?;
    let mut rows = select.query([to_limit(limit)])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(Delivery {
            id: row.get(0)?,
            channel: row.get(1)?,
            campaign: row.get(2)?,
            state: read_state(row.get(3)?)?,
            attempts: row.get(4)?,
            reason: row.get(5)?,
            created_at: from_micros(row.get(6)?),
            updated_at: from_micros(row.get(7)?),
        });
    }
    Ok(list)
}

fn read_state(number: i64) -> Result<DeliveryState> {
    Ok(match number {
        BEHIND | READY => DeliveryState::Ready,
        LEASED => DeliveryState::Leased,
        SENT => DeliveryState::Sent,
        DELIVERED => DeliveryState::Delivered,
        FAILED => DeliveryState::Failed,
        UNKNOWN => DeliveryState::Unknown,
        DEAD => DeliveryState::Dead,
        _ => return Err(StoreError::Failed(format!("delivery: {number} is no state we know"))),
    })
}

fn send_again(change: &mut Change<'_>, ids: &[String], now: i64) -> Result<Step<usize>> {
    let mut count = 0;
    for id in ids {
        let Some(found) = find(change.conn, id)? else { continue };
        if !matches!(found.state, UNKNOWN | DEAD) {
            continue;
        }
        let state = if found.line.is_busy(change.conn)? { BEHIND } else { READY };
        change
            .conn
            .prepare_cached(
                "UPDATE deliveries SET state = ?2, due = ?3, attempts = 0, updated_at = ?3
                 WHERE number = ?1",
            )?
            .execute(params![found.number, state, now])?;
        change.news.deliveries = true;
        count += 1;
    }
    Ok(Step::Keep(count))
}

fn depth(conn: &Connection) -> Result<Depth> {
    let count = |filter: &str| -> Result<u64> {
        let sql = format!("SELECT count(*) FROM deliveries WHERE {filter}");
        Ok(to_u64(conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?))
    };
    let oldest: Option<i64> = conn
        .prepare_cached("SELECT min(due) FROM deliveries WHERE state = 1 AND state IN (1, 2)")?
        .query_row([], |row| row.get(0))?;
    Ok(Depth {
        waiting: count("state <= 2")?,
        dead: count("state >= 5 AND state = 7")?,
        unknown: count("state >= 5 AND state = 6")?,
        oldest_due: oldest.map(from_micros),
    })
}
