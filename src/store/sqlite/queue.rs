//! The submission queue: the log, and consumers with leases.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use tokio::sync::watch;

use super::writer::{Change, Step};
use super::{SqliteStore, to_i64, to_limit, to_micros, to_u64};
use crate::store::{
    Consumer, ConsumerPlace, DeadLetter, Event, Lease, Leased, NewEvent, Queue, Result, Scope,
    StoreError,
};

// States of what a consumer has begun; the indices in `migrations/` know these numbers.
const BEHIND: i64 = 0;
const BACK: i64 = 1;
const OUT: i64 = 2;
const DEAD: i64 = 3;

/// New events looked at in one lease: keeps the write short when most are another's turn.
const LOOK_AHEAD: usize = 1_000;

#[async_trait]
impl Queue for SqliteStore {
    async fn read(&self, scope: &Scope, after: u64, limit: usize) -> Result<Vec<Event>> {
        let entity = entity_of(scope).to_owned();
        self.readers.read_long(move |conn| read(conn, &entity, after, limit)).await
    }

    async fn last(&self) -> Result<u64> {
        self.readers.read(last_sequence)
    }

    fn watch(&self) -> watch::Receiver<u64> {
        self.writer.shared.last_event.subscribe()
    }

    async fn lease(&self, consumer: &Consumer, lease: Lease) -> Result<Vec<Leased>> {
        let consumer = consumer.clone();
        self.writer
            .run(move |change| Taking::begin(change, &consumer, lease)?.finish().map(Step::Keep))
            .await
    }

    async fn ack(&self, consumer: &Consumer, tokens: &[String]) -> Result<usize> {
        let (consumer, tokens) = (consumer.clone(), tokens.to_vec());
        self.writer.run(move |change| ack(change, &consumer, &tokens).map(Step::Keep)).await
    }

    async fn nack(
        &self,
        consumer: &Consumer,
        tokens: &[String],
        at: Timestamp,
        reason: &str,
    ) -> Result<usize> {
        let (consumer, tokens, reason) = (consumer.clone(), tokens.to_vec(), reason.to_owned());
        self.writer
            .run(move |change| nack(change, &consumer, &tokens, at, &reason).map(Step::Keep))
            .await
    }

    async fn dead_letters(&self, consumer: &Consumer, limit: usize) -> Result<Vec<DeadLetter>> {
        let consumer = consumer.clone();
        self.readers.read_long(move |conn| dead_letters(conn, &consumer, limit)).await
    }

    async fn replay(&self, consumer: &Consumer, sequences: &[u64]) -> Result<usize> {
        let (consumer, sequences) = (consumer.clone(), sequences.to_vec());
        self.writer.run(move |change| replay(change, &consumer, &sequences).map(Step::Keep)).await
    }

    async fn consumers(&self) -> Result<Vec<ConsumerPlace>> {
        self.readers.read_long(consumers).await
    }
}

/// Appends an event and returns its sequence number.
pub(super) fn append(conn: &Connection, resident: i64, event: &NewEvent) -> Result<u64> {
    if !event.body.starts_with('{') {
        return Err(StoreError::Failed(format!("the body of event {} is no object", event.id)));
    }
    conn.prepare_cached(
        "INSERT INTO events (resident, entity, campaign, body) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![resident, event.entity, event.campaign, event.body])?;
    Ok(to_u64(conn.last_insert_rowid()))
}

pub(super) fn last_sequence(conn: &Connection) -> Result<u64> {
    let last: Option<i64> =
        conn.prepare_cached("SELECT max(sequence) FROM events")?.query_row([], |row| row.get(0))?;
    Ok(to_u64(last.unwrap_or(0)))
}

/// `''` stands for all.
fn entity_of(scope: &Scope) -> &str {
    match scope {
        Scope::All => "",
        Scope::Entity(entity) => entity,
    }
}

/// The event as consumers see it: its number is known only once it is in the log.
fn with_sequence(sequence: i64, body: &str) -> Event {
    let rest = body.strip_prefix('{').unwrap_or(body).trim_start();
    let comma = if rest.starts_with('}') { "" } else { "," };
    Event {
        sequence: to_u64(sequence),
        body: format!("{{\"sequence\":\"{sequence:020}\"{comma}{rest}"),
    }
}

/// One statement for all, one that uses the entity's index: `OR` in one would use neither well.
fn select_events(entity: &str) -> &'static str {
    if entity.is_empty() {
        "SELECT sequence, body, resident FROM events WHERE sequence > ?1 AND ?3 = ''
         ORDER BY sequence LIMIT ?2"
    } else {
        "SELECT sequence, body, resident FROM events WHERE entity = ?3 AND sequence > ?1
         ORDER BY sequence LIMIT ?2"
    }
}

fn read(conn: &Connection, entity: &str, after: u64, limit: usize) -> Result<Vec<Event>> {
    let mut select = conn.prepare_cached(select_events(entity))?;
    let mut rows = select.query(params![to_i64(after), to_limit(limit), entity])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(with_sequence(
            row.get(0)?,
            row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?,
        ));
    }
    Ok(events)
}

/// A consumer is known by owner, name and scope: so a key with a narrower scope can neither see nor skip what
/// another key of the same owner has begun under the same name.
fn find_consumer(conn: &Connection, consumer: &Consumer) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT id FROM consumers WHERE owner = ?1 AND name = ?2 AND scope = ?3")?
        .query_row(params![consumer.owner, consumer.name, entity_of(&consumer.scope)], |row| {
            row.get(0)
        })
        .optional()?)
}

/// One lease being given.
struct Taking<'a> {
    conn: &'a Connection,
    consumer: i64,
    /// The number of this lease; half of its tokens.
    number: i64,
    position: i64,
    entity: String,
    lease: Lease,
    taken: Vec<Leased>,
}

impl<'a> Taking<'a> {
    fn begin(change: &Change<'a>, consumer: &Consumer, lease: Lease) -> Result<Self> {
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

    fn finish(mut self) -> Result<Vec<Leased>> {
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
            "UPDATE pending SET state = 3 WHERE consumer = ?1 AND state IN (1, 2) AND due <= ?2 AND tries >= ?3
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

    /// What was given back, and what was never heard of again.
    fn take_returned(&mut self) -> Result<()> {
        let mut select = self.conn.prepare_cached(
            "SELECT e.sequence, e.body, p.tries + 1 FROM pending p JOIN events e ON e.sequence = p.sequence
             WHERE p.consumer = ?1 AND p.state IN (1, 2) AND p.due <= ?2 ORDER BY p.sequence LIMIT ?3",
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
        let token = format!("{sequence}.{}", self.number);
        self.taken.push(Leased { event: with_sequence(sequence, body), token, tries });
    }
}

fn is_busy(conn: &Connection, consumer: i64, resident: i64) -> Result<bool> {
    let busy = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM pending
             WHERE consumer = ?1 AND resident = ?2 AND state <= 2)",
        )?
        .query_row(params![consumer, resident], |row| row.get(0))?;
    Ok(busy)
}

/// A resident's event is done with: their next one comes forward, unless another is under way.
fn advance(conn: &Connection, consumer: i64, resident: i64) -> Result<()> {
    let next: Option<(i64, i64)> = conn
        .prepare_cached(
            "SELECT sequence, max(state) OVER () FROM pending
             WHERE consumer = ?1 AND resident = ?2 AND state <= 2 ORDER BY sequence LIMIT 1",
        )?
        .query_row(params![consumer, resident], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((sequence, BEHIND)) = next {
        conn.prepare_cached(
            "UPDATE pending SET state = 1, due = 0 WHERE consumer = ?1 AND sequence = ?2",
        )?
        .execute(params![consumer, sequence])?;
    }
    Ok(())
}

/// The event a token names, if its lease was not given to somebody else since.
fn find_leased(conn: &Connection, consumer: i64, token: &str) -> Result<Option<(i64, i64)>> {
    let Some((sequence, number)) = token.split_once('.') else { return Ok(None) };
    let (Ok(sequence), Ok(number)) = (sequence.parse::<i64>(), number.parse::<i64>()) else {
        return Ok(None);
    };
    Ok(conn
        .prepare_cached(
            "SELECT sequence, resident FROM pending
             WHERE consumer = ?1 AND sequence = ?2 AND lease = ?3 AND state = 2",
        )?
        .query_row(params![consumer, sequence, number], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

fn ack(change: &Change<'_>, consumer: &Consumer, tokens: &[String]) -> Result<usize> {
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

fn nack(
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

fn dead_letters(conn: &Connection, consumer: &Consumer, limit: usize) -> Result<Vec<DeadLetter>> {
    let Some(consumer) = find_consumer(conn, consumer)? else { return Ok(Vec::new()) };
    let mut select = conn.prepare_cached(
        "SELECT e.sequence, e.body, p.tries, p.reason FROM pending p JOIN events e ON e.sequence = p.sequence
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

fn replay(change: &Change<'_>, consumer: &Consumer, sequences: &[u64]) -> Result<usize> {
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

fn consumers(conn: &Connection) -> Result<Vec<ConsumerPlace>> {
    let mut select = conn.prepare_cached(
        "SELECT owner, name, position,
           (SELECT count(*) FROM pending WHERE consumer = id AND state <= 2),
           (SELECT count(*) FROM pending WHERE consumer = id AND state = 3)
         FROM consumers ORDER BY owner, name, scope",
    )?;
    let places = select
        .query_map([], |row| {
            Ok(ConsumerPlace {
                owner: row.get(0)?,
                name: row.get(1)?,
                position: to_u64(row.get(2)?),
                pending: to_u64(row.get(3)?),
                dead: to_u64(row.get(4)?),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(places)
}
