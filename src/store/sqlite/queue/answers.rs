//! Done, not now, never: what consumers and people say of leased events.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::super::writer::Change;
use super::super::{to_i64, to_limit, to_micros};
use super::{BACK, BEHIND, DEAD, advance, find_consumer, is_busy, with_sequence};
use crate::store::{Consumer, DeadLetter, Result};

/// What a token says: whose lease of which event. No secret; it only keeps answers from going astray.
pub(super) struct Token {
    pub(super) consumer: i64,
    pub(super) sequence: i64,
    pub(super) lease: i64,
}

impl Token {
    pub(super) fn write(&self) -> String {
        format!("{}.{}.{}", self.consumer, self.sequence, self.lease)
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse().ok());
        let token =
            Self { consumer: parts.next()??, sequence: parts.next()??, lease: parts.next()?? };
        parts.next().is_none().then_some(token)
    }
}

/// The event a token names, if it is this consumer's and its lease was not given anew since.
fn find_leased(conn: &Connection, consumer: i64, token: &str) -> Result<Option<(i64, i64)>> {
    let token = Token::read(token).filter(|token| token.consumer == consumer);
    let Some(Token { sequence, lease, .. }) = token else { return Ok(None) };
    Ok(conn
        .prepare_cached(
            "SELECT sequence, resident FROM pending
             WHERE consumer = ?1 AND sequence = ?2 AND lease = ?3 AND state = 2",
        )?
        .query_row(params![consumer, sequence, lease], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn ack(change: &Change<'_>, consumer: &Consumer, tokens: &[String]) -> Result<usize> {
    let conn = change.conn;
    let Some(consumer) = find_consumer(conn, consumer)? else { return Ok(0) };
    let mut good = 0;
    for token in tokens {
        let Some((sequence, resident)) = find_leased(conn, consumer, token)? else { continue };
        conn.prepare_cached("DELETE FROM pending WHERE consumer = ?1 AND sequence = ?2")?
            .execute(params![consumer, sequence])?;
        advance(conn, consumer, resident)?;
        good += 1;
    }
    Ok(good)
}

pub(super) fn nack(
    change: &Change<'_>,
    consumer: &Consumer,
    tokens: &[String],
    at: Timestamp,
    reason: &str,
) -> Result<usize> {
    let conn = change.conn;
    let Some(consumer) = find_consumer(conn, consumer)? else { return Ok(0) };
    let mut good = 0;
    for token in tokens {
        let Some((sequence, _)) = find_leased(conn, consumer, token)? else { continue };
        conn.prepare_cached(
            "UPDATE pending SET state = 1, due = ?3, reason = ?4 WHERE consumer = ?1 AND sequence = ?2",
        )?
        .execute(params![consumer, sequence, to_micros(at), reason])?;
        good += 1;
    }
    Ok(good)
}

pub(super) fn dead_letters(
    conn: &Connection,
    consumer: &Consumer,
    limit: usize,
) -> Result<Vec<DeadLetter>> {
    let Some(consumer) = find_consumer(conn, consumer)? else { return Ok(Vec::new()) };
    let mut select = conn.prepare_cached(
        "SELECT e.sequence, e.body, p.tries, p.reason FROM pending p INDEXED BY pending_dead
         JOIN events e ON e.sequence = p.sequence
         WHERE p.consumer = ?1 AND p.state = 3 ORDER BY p.sequence LIMIT ?2",
    )?;
    let mut rows = select.query(params![consumer, to_limit(limit)])?;
    let mut letters = Vec::new();
    while let Some(row) = rows.next()? {
        let body: String = row.get(1)?;
        letters.push(DeadLetter {
            event: with_sequence(row.get(0)?, &body),
            tries: row.get(2)?,
            reason: row.get(3)?,
        });
    }
    Ok(letters)
}

pub(super) fn replay(change: &Change<'_>, consumer: &Consumer, sequences: &[u64]) -> Result<usize> {
    let conn = change.conn;
    let Some(consumer) = find_consumer(conn, consumer)? else { return Ok(0) };
    let mut count = 0;
    for sequence in sequences {
        let resident: Option<i64> = conn
            .prepare_cached(
                "SELECT resident FROM pending WHERE consumer = ?1 AND sequence = ?2 AND state = ?3",
            )?
            .query_row(params![consumer, to_i64(*sequence), DEAD], |row| row.get(0))
            .optional()?;
        let Some(resident) = resident else { continue };
        let state = if is_busy(conn, consumer, resident)? { BEHIND } else { BACK };
        conn.prepare_cached(
            "UPDATE pending SET state = ?3, due = 0, tries = 0 WHERE consumer = ?1 AND sequence = ?2",
        )?
        .execute(params![consumer, to_i64(*sequence), state])?;
        count += 1;
    }
    Ok(count)
}
