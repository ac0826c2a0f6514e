//! What became of an attempt: the sender's word, the provider's reports, and staff who send again.

use jiff::Timestamp;
use majlis_channels::{Report, ReportState};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::super::writer::{Change, Step};
use super::super::{people, to_micros};
use super::{BEHIND, DEAD, DELIVERED, FAILED, LEASED, Line, READY, SENT, UNKNOWN};
use crate::store::{Result, Settled};

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

pub(super) fn settle(change: &mut Change<'_>, id: &str, outcome: &Settled) -> Result<Step<()>> {
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
        people::opt_out(change.conn, found.line.resident, to_micros(now))?;
    }
    if state == READY {
        change.news.deliveries = true;
    } else {
        found.line.advance(change)?;
    }
    Ok(Step::Keep(()))
}

pub(super) fn apply_report(
    change: &mut Change<'_>,
    report: &Report,
    now: i64,
) -> Result<Step<bool>> {
    let Some(found) = find_reported(change.conn, report)? else { return Ok(Step::Keep(false)) };
    let state = match report.state {
        ReportState::Sent => SENT,
        ReportState::Delivered => DELIVERED,
        ReportState::Failed | ReportState::OptedOut => FAILED,
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
        if report.state == ReportState::OptedOut {
            people::opt_out(change.conn, found.line.resident, now)?;
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

pub(super) fn send_again(change: &mut Change<'_>, ids: &[String], now: i64) -> Result<Step<usize>> {
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
