//! The outbox: lines of deliveries and their leases here; what became of an attempt in [`outcomes`]; what staff
//! and the sender's clock ask in [`lists`].

mod lists;
mod outcomes;

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::Report;
use rusqlite::{Connection, OptionalExtension, Row, params};
use tokio::sync::watch;

use super::sessions::read_address;
use super::writer::{Change, Step};
use super::{SqliteStore, to_limit, to_micros};
use crate::store::{
    Claim, Claimed, Delivery, DeliveryState, Depth, Lane, NewDelivery, Outbox, Result, Settled,
};

// The states as they are kept; the indices in `migrations/` know these numbers. Where an index is named in a
// statement (`INDEXED BY`), it would fail rather than read the whole table.
const BEHIND: i64 = 0;
const READY: i64 = 1;
const LEASED: i64 = 2;
const SENT: i64 = 3;
const DELIVERED: i64 = 4;
const FAILED: i64 = 5;
const UNKNOWN: i64 = 6;
const DEAD: i64 = 7;
const WITHDRAWN: i64 = 8;

#[async_trait]
impl Outbox for SqliteStore {
    async fn claim(&self, claim: Claim) -> Result<Vec<Claimed>> {
        self.writer.run(move |change| take(change, &claim)).await
    }

    async fn settle(&self, delivery: &str, outcome: Settled) -> Result<()> {
        let id = delivery.to_owned();
        self.writer.run(move |change| outcomes::settle(change, &id, &outcome)).await
    }

    async fn report(&self, report: &Report, now: Timestamp) -> Result<bool> {
        let report = report.clone();
        self.writer.run(move |change| outcomes::apply_report(change, &report, to_micros(now))).await
    }

    async fn campaign_of(&self, delivery: &str) -> Result<Option<String>> {
        self.readers.read(|conn| lists::campaign_of(conn, delivery))
    }

    async fn next_due(&self, channel: &str) -> Result<Option<Timestamp>> {
        self.readers.read(|conn| lists::next_due(conn, channel))
    }

    async fn list(&self, state: Option<DeliveryState>, limit: usize) -> Result<Vec<Delivery>> {
        self.readers.read_long(move |conn| lists::list(conn, state, limit)).await
    }

    async fn send_again(&self, ids: &[String], now: Timestamp) -> Result<usize> {
        let ids = ids.to_vec();
        self.writer.run(move |change| outcomes::send_again(change, &ids, to_micros(now))).await
    }

    async fn depth(&self) -> Result<Depth> {
        self.readers.read_long(lists::depth).await
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
                "SELECT EXISTS (SELECT 1 FROM deliveries INDEXED BY deliveries_line
                 WHERE resident = ?1 AND lane = ?2 AND channel = ?3 AND state <= 2)",
            )?
            .query_row(params![self.resident, self.lane, self.channel], |row| row.get(0))?;
        Ok(busy)
    }

    /// The head has left: the next one steps forward. (A line has one head, so there is no other.)
    fn advance(&self, change: &mut Change<'_>) -> Result<()> {
        let next: Option<(i64, i64)> = change
            .conn
            .prepare_cached(
                "SELECT number, state FROM deliveries INDEXED BY deliveries_line
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

/// The head of a line may have left: the next one steps forward.
pub(super) fn advance(
    change: &mut Change<'_>,
    resident: i64,
    lane: Lane,
    channel: String,
) -> Result<()> {
    Line { resident, lane: lane as i64, channel }.advance(change)
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
             FROM deliveries d INDEXED BY deliveries_due JOIN residents r ON r.id = d.resident
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
    let to = read_address(row.get(2)?)?;
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
        "SELECT number, resident, lane, channel FROM deliveries INDEXED BY deliveries_due
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
