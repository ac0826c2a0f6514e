//! What stands in the outbox, and when there is something to do.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::super::{from_micros, to_limit, to_u64};
use super::{BEHIND, DEAD, DELIVERED, FAILED, LEASED, READY, SENT, UNKNOWN, WITHDRAWN};
use crate::store::{Delivery, DeliveryState, Depth, Result, StoreError};

/// The ends of leases count too: then somebody must look after them.
pub(super) fn next_due(conn: &Connection, channel: &str) -> Result<Option<Timestamp>> {
    let mut select = conn.prepare_cached(
        "SELECT min(due) FROM deliveries INDEXED BY deliveries_due
         WHERE channel = ?1 AND state = ?2 AND state IN (1, 2) AND lane = ?3",
    )?;
    let mut earliest: Option<i64> = None;
    for (state, lane) in [(READY, 0), (READY, 1), (LEASED, 0), (LEASED, 1)] {
        let due: Option<i64> = select.query_row(params![channel, state, lane], |row| row.get(0))?;
        earliest = [earliest, due].into_iter().flatten().min();
    }
    Ok(earliest.map(from_micros))
}

pub(super) fn campaign_of(conn: &Connection, delivery: &str) -> Result<Option<String>> {
    let mut select = conn.prepare_cached("SELECT campaign FROM deliveries WHERE id = ?1")?;
    let found: Option<Option<String>> =
        select.query_row([delivery], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

pub(super) fn list(
    conn: &Connection,
    state: Option<DeliveryState>,
    limit: usize,
) -> Result<Vec<Delivery>> {
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
        Some(DeliveryState::Withdrawn) => format!("state = {WITHDRAWN}"),
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
        WITHDRAWN => DeliveryState::Withdrawn,
        _ => return Err(StoreError::Failed(format!("delivery: {number} is no state we know"))),
    })
}

pub(super) fn depth(conn: &Connection) -> Result<Depth> {
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
