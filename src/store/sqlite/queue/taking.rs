//! Giving a lease.

use rusqlite::{Connection, params};

use super::super::writer::Change;
use super::super::{to_limit, to_micros};
use super::answers::Token;
use super::{BEHIND, OUT, advance, entity_of, is_busy, select_events, with_sequence};
use crate::store::{Consumer, Lease, Leased, Result};

/// New events looked at in one lease: keeps the write short when most are another's turn.
const LOOK_AHEAD: usize = 1_000;

/// One lease being given.
pub(super) struct Taking<'a> {
    conn: &'a Connection,
    consumer: i64,
    /// The number of this lease; part of its tokens.
    number: i64,
    position: i64,
    entity: String,
    lease: Lease,
    taken: Vec<Leased>,
}

impl<'a> Taking<'a> {
    pub(super) fn begin(change: &Change<'a>, consumer: &Consumer, lease: Lease) -> Result<Self> {
        let (id, number, position) = change
            .conn
            .prepare_cached(
                "INSERT INTO consumers (owner, name, scope, position, leases) VALUES (?1, ?2, ?3, 0, 1)
                 ON CONFLICT (owner, name, scope) DO UPDATE SET leases = leases + 1
                 RETURNING id, leases, position",
            )?
            .query_row(params![consumer.owner, consumer.name, entity_of(&consumer.scope)], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        let entity = entity_of(&consumer.scope).to_owned();
        let conn = change.conn;
        Ok(Self { conn, consumer: id, number, position, entity, lease, taken: Vec::new() })
    }

    pub(super) fn finish(mut self) -> Result<Vec<Leased>> {
        self.bury()?;
        self.take_returned()?;
        self.take_new()?;
        self.taken.sort_by_key(|leased| leased.event.sequence);
        Ok(self.taken)
    }

    fn room(&self) -> usize {
        self.lease.max.saturating_sub(self.taken.len())
    }

    /// What came back too often goes to the dead letters, and no longer holds up its resident's next.
    fn bury(&self) -> Result<()> {
        let mut select = self.conn.prepare_cached(
            "UPDATE pending INDEXED BY pending_due SET state = 3 WHERE consumer = ?1 AND state IN (1, 2) AND due <= ?2 AND tries >= ?3
             RETURNING resident",
        )?;
        let residents: Vec<i64> = select
            .query_map(
                params![self.consumer, to_micros(self.lease.now), self.lease.max_tries.max(1)],
                |row| row.get(0),
            )?
            .collect::<rusqlite::Result<_>>()?;
        residents.into_iter().try_for_each(|resident| advance(self.conn, self.consumer, resident))
    }

    /// What was given back, and what was never heard of again. Of residents who were joined while something of each was
    /// out, only the earliest.
    fn take_returned(&mut self) -> Result<()> {
        let mut select = self.conn.prepare_cached(
            "SELECT e.sequence, e.body, p.tries + 1 FROM pending p INDEXED BY pending_due
             JOIN events e ON e.sequence = p.sequence
             WHERE p.consumer = ?1 AND p.state IN (1, 2) AND p.due <= ?2 AND NOT EXISTS
               (SELECT 1 FROM pending q INDEXED BY pending_line WHERE q.consumer = ?1
                  AND q.resident = p.resident AND q.state <= 2 AND q.state IN (1, 2)
                  AND q.sequence < p.sequence)
             ORDER BY p.sequence LIMIT ?3",
        )?;
        let mut rows = select.query(params![
            self.consumer,
            to_micros(self.lease.now),
            to_limit(self.room())
        ])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?));
        }
        let mut update = self.conn.prepare_cached(
            "UPDATE pending SET state = 2, due = ?3, tries = ?4, lease = ?5
             WHERE consumer = ?1 AND sequence = ?2",
        )?;
        for (sequence, body, tries) in found {
            let until = to_micros(self.lease.until);
            update.execute(params![self.consumer, sequence, until, tries, self.number])?;
            self.give(sequence, &body, tries);
        }
        Ok(())
    }

    fn take_new(&mut self) -> Result<()> {
        let mut select = self.conn.prepare_cached(select_events(&self.entity))?;
        let look = if self.room() == 0 { 0 } else { LOOK_AHEAD };
        let mut rows = select.query(params![self.position, to_limit(look), self.entity])?;
        let mut position = self.position;
        while self.lease.max > self.taken.len()
            && let Some(row) = rows.next()?
        {
            position = row.get(0)?;
            let resident: i64 = row.get(2)?;
            // An earlier event of this resident is under way: this one stands behind it.
            let state = if is_busy(self.conn, self.consumer, resident)? { BEHIND } else { OUT };
            let tries = u32::from(state == OUT);
            self.conn
                .prepare_cached(
                    "INSERT INTO pending (consumer, sequence, resident, state, due, tries, lease)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    self.consumer,
                    position,
                    resident,
                    state,
                    to_micros(self.lease.until),
                    tries,
                    self.number,
                ])?;
            if state == OUT {
                let body: String = row.get(1)?;
                self.give(position, &body, tries);
            }
        }
        if position > self.position {
            self.conn
                .prepare_cached("UPDATE consumers SET position = ?2 WHERE id = ?1")?
                .execute(params![self.consumer, position])?;
        }
        Ok(())
    }

    fn give(&mut self, sequence: i64, body: &str, tries: u32) {
        let token = Token { consumer: self.consumer, sequence, lease: self.number }.write();
        self.taken.push(Leased { event: with_sequence(sequence, body), token, tries });
    }
}
