//! The submission queue: read as a log, or taken under leases by named consumers.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Savepoint, params};
use tokio::sync::watch;

use super::writer::Kept as Fate;
use super::{SqliteStore, micros};
use crate::store::{
    Consumer, ConsumerPlace, DeadLetter, Event, Lease, Leased, Queue, Result, Scope,
};

#[async_trait]
impl Queue for SqliteStore {
    async fn read(&self, scope: &Scope, after: u64, limit: usize) -> Result<Vec<Event>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            let events = match scope {
                Scope::All => connection
                    .prepare_cached(
                        "select sequence, body from event where sequence > ?1
                         order by sequence limit ?2",
                    )?
                    .query_map(params![signed(after), limit], event_of)?
                    .collect(),
                Scope::Entity(entity) => connection
                    .prepare_cached(
                        "select sequence, body from event where sequence > ?1 and entity = ?3
                         order by sequence limit ?2",
                    )?
                    .query_map(params![signed(after), limit, entity], event_of)?
                    .collect(),
            };
            events
        })
    }

    async fn last(&self) -> Result<u64> {
        self.read(|connection| {
            connection
                .prepare_cached("select coalesce(max(sequence), 0) from event")?
                .query_row([], |row| row.get(0))
        })
    }

    fn watch(&self) -> watch::Receiver<u64> {
        self.events.subscribe()
    }

    async fn lease(&self, consumer: &Consumer, lease: Lease) -> Result<Vec<Leased>> {
        if self.read(|connection| nothing_to_take(connection, consumer, lease.now))? {
            return Ok(Vec::new());
        }
        let consumer = consumer.clone();
        self.writer
            .run(move |savepoint| {
                advance(savepoint, &consumer, lease.max)?;
                take(savepoint, &consumer, lease).map(Fate::Keep)
            })
            .await
    }

    async fn ack(&self, consumer: &Consumer, tokens: &[String]) -> Result<usize> {
        let (consumer, tokens) = (consumer.clone(), tokens.to_vec());
        self.writer
            .run(move |savepoint| {
                let mut statement = savepoint.prepare_cached(
                    "delete from lease where token = ?1 and owner = ?2 and name = ?3 and dead = 0",
                )?;
                let mut done = 0;
                for token in &tokens {
                    done += statement.execute(params![token, consumer.owner, consumer.name])?;
                }
                drop(statement);
                Ok(Fate::Keep(done))
            })
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
        let given_back = self
            .writer
            .run(move |savepoint| {
                let mut statement = savepoint.prepare_cached(
                    "update lease set token = null, until = ?4, reason = ?5
                     where token = ?1 and owner = ?2 and name = ?3 and dead = 0",
                )?;
                let mut back = 0;
                for token in &tokens {
                    back += statement.execute(params![
                        token,
                        consumer.owner,
                        consumer.name,
                        micros(at),
                        reason
                    ])?;
                }
                drop(statement);
                Ok(Fate::Keep(back))
            })
            .await?;
        Ok(given_back)
    }

    async fn dead_letters(&self, consumer: &Consumer, limit: usize) -> Result<Vec<DeadLetter>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            connection
                .prepare_cached(
                    "select event.sequence, body, tries, reason from lease join event using (sequence)
                     where owner = ?1 and name = ?2 and dead = 1 order by sequence limit ?3",
                )?
                .query_map(params![consumer.owner, consumer.name, limit], |row| {
                    Ok(DeadLetter {
                        event: event_of(row)?,
                        tries: row.get(2)?,
                        reason: row.get(3)?,
                    })
                })?
                .collect()
        })
    }

    async fn replay(&self, consumer: &Consumer, sequences: &[u64]) -> Result<usize> {
        let (consumer, sequences) = (consumer.clone(), sequences.to_vec());
        let back = self
            .writer
            .run(move |savepoint| {
                let mut statement = savepoint.prepare_cached(
                    "update lease set dead = 0, tries = 0, until = 0, token = null
                     where owner = ?1 and name = ?2 and sequence = ?3 and dead = 1",
                )?;
                let mut back = 0;
                for sequence in &sequences {
                    back += statement.execute(params![
                        consumer.owner,
                        consumer.name,
                        signed(*sequence)
                    ])?;
                }
                drop(statement);
                Ok(Fate::Keep(back))
            })
            .await?;
        self.events.send_modify(|count| *count += 1);
        Ok(back)
    }

    async fn consumers(&self) -> Result<Vec<ConsumerPlace>> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "select owner, name, position,
                        (select count(*) from lease
                         where lease.owner = consumer.owner and lease.name = consumer.name and dead = 0),
                        (select count(*) from lease
                         where lease.owner = consumer.owner and lease.name = consumer.name and dead = 1)
                     from consumer order by owner, name",
                )?
                .query_map([], |row| {
                    Ok(ConsumerPlace {
                        owner: row.get(0)?,
                        name: row.get(1)?,
                        position: row.get(2)?,
                        pending: row.get(3)?,
                        dead: row.get(4)?,
                    })
                })?
                .collect()
        })
    }
}

/// The event with its sequence number as CloudEvents' `sequence` extension writes it: 20 digits. The body was
/// stored as a JSON object without it, as the number is only known at the commit.
fn event_of(row: &Row<'_>) -> rusqlite::Result<Event> {
    let sequence: u64 = row.get(0)?;
    let body: String = row.get(1)?;
    let rest = body.strip_prefix('{').unwrap_or(&body);
    Ok(Event { sequence, body: format!("{{\"sequence\":\"{sequence:020}\",{rest}") })
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A look without a write, as long polls ask again and again.
fn nothing_to_take(
    connection: &Connection,
    consumer: &Consumer,
    now: Timestamp,
) -> rusqlite::Result<bool> {
    let position: Option<i64> = connection
        .prepare_cached("select position from consumer where owner = ?1 and name = ?2")?
        .query_row([&consumer.owner, &consumer.name], |row| row.get(0))
        .optional()?;
    let Some(position) = position else { return Ok(false) };
    let newer: bool = match &consumer.scope {
        Scope::All => connection
            .prepare_cached("select exists (select 1 from event where sequence > ?1)")?
            .query_row([position], |row| row.get(0))?,
        Scope::Entity(entity) => connection
            .prepare_cached(
                "select exists (select 1 from event where sequence > ?1 and entity = ?2)",
            )?
            .query_row(params![position, entity], |row| row.get(0))?,
    };
    let back: bool = connection
        .prepare_cached(
            "select exists (select 1 from lease
             where owner = ?1 and name = ?2 and dead = 0 and until <= ?3)",
        )?
        .query_row(params![consumer.owner, consumer.name, micros(now)], |row| row.get(0))?;
    Ok(!newer && !back)
}

/// Puts the next `max` events on the consumer's list and moves its position past them.
fn advance(savepoint: &Savepoint<'_>, consumer: &Consumer, max: usize) -> rusqlite::Result<()> {
    savepoint
        .prepare_cached(
            "insert into consumer (owner, name, position) values (?1, ?2, 0)
             on conflict do nothing",
        )?
        .execute([&consumer.owner, &consumer.name])?;
    let entity = match &consumer.scope {
        Scope::All => None,
        Scope::Entity(entity) => Some(entity),
    };
    let max = i64::try_from(max).unwrap_or(i64::MAX);
    savepoint
        .prepare_cached(
            "insert into lease (owner, name, sequence, resident, until, tries)
             select ?1, ?2, sequence, resident, 0, 0 from event
             where sequence > (select position from consumer where owner = ?1 and name = ?2)
               and (?3 is null or entity = ?3)
             order by sequence limit ?4",
        )?
        .execute(params![consumer.owner, consumer.name, entity, max])?;
    savepoint
        .prepare_cached(
            "update consumer set position = max(position, coalesce(
                (select max(sequence) from lease where owner = ?1 and name = ?2), 0))
             where owner = ?1 and name = ?2",
        )?
        .execute([&consumer.owner, &consumer.name])?;
    Ok(())
}

/// Leases what may be taken: in order, and of each resident only the earliest that is not acknowledged.
fn take(
    savepoint: &Savepoint<'_>,
    consumer: &Consumer,
    lease: Lease,
) -> rusqlite::Result<Vec<Leased>> {
    let now = micros(lease.now);
    // Tried often enough: a dead letter, out of the way of those behind it.
    savepoint
        .prepare_cached(
            "update lease set dead = 1, token = null
             where owner = ?1 and name = ?2 and dead = 0 and until <= ?3 and tries >= ?4",
        )?
        .execute(params![consumer.owner, consumer.name, now, lease.max_tries])?;
    let mut statement = savepoint.prepare_cached(
        "select event.sequence, body, tries from lease as one join event using (sequence)
         where owner = ?1 and name = ?2 and dead = 0 and until <= ?3
           and not exists (select 1 from lease as earlier
                           where earlier.owner = ?1 and earlier.name = ?2 and earlier.dead = 0
                             and earlier.resident = one.resident
                             and earlier.sequence < one.sequence
                             and earlier.tries > 0)
         order by event.sequence limit ?4",
    )?;
    let most = i64::try_from(lease.max).unwrap_or(i64::MAX);
    let mut leased = Vec::new();
    let mut rows = statement.query(params![consumer.owner, consumer.name, now, most])?;
    while let Some(row) = rows.next()? {
        leased.push(Leased {
            event: event_of(row)?,
            token: crate::ids::ulid(),
            tries: row.get::<_, u32>(2)? + 1,
        });
    }
    drop(rows);
    let mut update = savepoint.prepare_cached(
        "update lease set token = ?4, until = ?5, tries = ?6
         where owner = ?1 and name = ?2 and sequence = ?3",
    )?;
    for taken in &leased {
        update.execute(params![
            consumer.owner,
            consumer.name,
            signed(taken.event.sequence),
            taken.token,
            micros(lease.until),
            taken.tries
        ])?;
    }
    Ok(leased)
}
