//! The submission queue: the log and its consumers here; what they take in [`taking`], what they say of it in
//! [`answers`].

mod answers;
mod taking;

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use tokio::sync::watch;

use super::writer::Step;
use super::{SqliteStore, to_i64, to_limit, to_u64};
use crate::store::{
    Consumer, ConsumerPlace, DeadLetter, Event, Lease, Leased, NewEvent, Queue, Result, Scope,
    StoreError,
};

// States of what a consumer has begun; the indices in `migrations/` know these numbers.
const BEHIND: i64 = 0;
const BACK: i64 = 1;
const OUT: i64 = 2;
const DEAD: i64 = 3;

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
            .run(move |change| {
                taking::Taking::begin(change, &consumer, lease)?.finish().map(Step::Keep)
            })
            .await
    }

    async fn ack(&self, consumer: &Consumer, tokens: &[String]) -> Result<usize> {
        let (consumer, tokens) = (consumer.clone(), tokens.to_vec());
        self.writer
            .run(move |change| answers::ack(change, &consumer, &tokens).map(Step::Keep))
            .await
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
            .run(move |change| {
                answers::nack(change, &consumer, &tokens, at, &reason).map(Step::Keep)
            })
            .await
    }

    async fn dead_letters(&self, consumer: &Consumer, limit: usize) -> Result<Vec<DeadLetter>> {
        let consumer = consumer.clone();
        self.readers.read_long(move |conn| answers::dead_letters(conn, &consumer, limit)).await
    }

    async fn replay(&self, consumer: &Consumer, sequences: &[u64]) -> Result<usize> {
        let (consumer, sequences) = (consumer.clone(), sequences.to_vec());
        self.writer
            .run(move |change| answers::replay(change, &consumer, &sequences).map(Step::Keep))
            .await
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
        "SELECT sequence, body, resident FROM events INDEXED BY events_of_entity WHERE entity = ?3 AND sequence > ?1
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

/// All events of the resident of an address.
pub(super) fn events_of(conn: &Connection, address: &str) -> Result<Vec<Event>> {
    let mut select = conn.prepare_cached(
        "SELECT e.sequence, e.body FROM residents r
         JOIN events e INDEXED BY events_of_resident ON e.resident = coalesce(r.person, r.id)
         WHERE r.address = ?1 ORDER BY e.sequence",
    )?;
    let mut rows = select.query([address])?;
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

fn is_busy(conn: &Connection, consumer: i64, resident: i64) -> Result<bool> {
    let busy = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM pending INDEXED BY pending_line
             WHERE consumer = ?1 AND resident = ?2 AND state <= 2)",
        )?
        .query_row(params![consumer, resident], |row| row.get(0))?;
    Ok(busy)
}

/// A resident's event is done with: their next one comes forward. (A line has one head, so there is no other.)
fn advance(conn: &Connection, consumer: i64, resident: i64) -> Result<()> {
    let next: Option<(i64, i64)> = conn
        .prepare_cached(
            "SELECT sequence, state FROM pending INDEXED BY pending_line
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

/// Two residents are one: what each consumer has begun of them becomes one line. What is out stays out, and nothing
/// else comes forward until it is done with; where nothing is out, only the earliest of the heads waits to be taken.
pub(super) fn join_lines(conn: &Connection, joins: i64, stays: i64) -> Result<()> {
    let mut all = conn.prepare_cached("SELECT id FROM consumers")?;
    let consumers = all.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    for consumer in consumers {
        for sql in [
            "UPDATE pending INDEXED BY pending_line SET resident = ?2
             WHERE consumer = ?3 AND resident = ?1 AND state <= 2",
            "UPDATE pending INDEXED BY pending_dead SET resident = ?2
             WHERE consumer = ?3 AND state = 3 AND resident = ?1",
            "UPDATE pending INDEXED BY pending_line SET state = 0
             WHERE consumer = ?3 AND resident = ?2 AND state <= 2 AND state = 1 AND ?1 <> ?2 AND EXISTS
               (SELECT 1 FROM pending p INDEXED BY pending_line WHERE p.consumer = ?3 AND p.resident = ?2
                  AND p.state <= 2
                  AND (p.state = 2 OR p.state = 1 AND p.sequence < pending.sequence))",
        ] {
            conn.prepare_cached(sql)?.execute([joins, stays, consumer])?;
        }
    }
    Ok(())
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
