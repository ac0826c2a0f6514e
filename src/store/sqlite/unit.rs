//! What one message causes, committed as a whole.

use async_trait::async_trait;
use majlis_channels::Address;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Savepoint, params};

use super::writer::Kept as Fate;
use super::{SqliteStore, micros, time};
use crate::store::{
    Arrived, Committed, Kept, KeptBecause, Loaded, NewDelivery, NewEvent, Receipt, Resident, Result,
    Store, StoredSession, Unit,
};

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, who: &Address) -> Result<Loaded> {
        self.read(|connection| load(connection, who))
    }

    async fn commit(&self, unit: Unit) -> Result<Committed> {
        let (events, replies) = (!unit.events.is_empty(), !unit.replies.is_empty());
        let committed = self.writer.run(move |savepoint| commit(savepoint, &unit)).await?;
        if committed == Committed::Done {
            if events {
                self.events.send_modify(|count| *count += 1);
            }
            if replies {
                self.deliveries.send_modify(|count| *count += 1);
            }
        }
        Ok(committed)
    }

    async fn by_receipt(&self, receipt: &str) -> Result<Option<Receipt>> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "select receipt, campaign, updated_at, open from session where receipt = ?1",
                )?
                .query_row([receipt], |row| {
                    Ok(Receipt {
                        receipt: row.get(0)?,
                        campaign: row.get(1)?,
                        at: time(row.get(2)?),
                        open: row.get(3)?,
                    })
                })
                .optional()
        })
    }

    async fn kept(&self, limit: usize) -> Result<Vec<Kept>> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "select at, channel, keep, coalesce(words, '') from message
                     where keep is not null order by at desc limit ?1",
                )?
                .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
                    let because: String = row.get(2)?;
                    Ok(Kept {
                        at: time(row.get(0)?),
                        channel: row.get(1)?,
                        because: because_of(&because),
                        text: row.get(3)?,
                    })
                })?
                .collect()
        })
    }

    async fn ready(&self) -> Result<()> {
        // Takes the write lock and goes through a commit, so that a full disk or a dead writer shows.
        self.writer
            .run(|savepoint| {
                savepoint.execute("update consumer set position = position where owner = ''", [])?;
                Ok(Fate::Keep(()))
            })
            .await
    }
}

fn load(connection: &Connection, who: &Address) -> rusqlite::Result<Loaded> {
    let resident = connection
        .prepare_cached("select id, version, lang, opted_out from resident where address = ?1")?
        .query_row([who.as_str()], |row| {
            let opted_out: Option<i64> = row.get(3)?;
            let resident = Resident { lang: row.get(2)?, opted_out: opted_out.map(time) };
            Ok((row.get::<_, i64>(0)?, row.get::<_, u64>(1)?, resident))
        })
        .optional()?;
    let Some((id, version, resident)) = resident else { return Ok(Loaded::default()) };
    let mut sessions: Vec<StoredSession> = Vec::new();
    let mut statement = connection.prepare_cached(
        "select submission, campaign, receipt, open, state, updated_at from session
         where resident = ?1 order by updated_at desc",
    )?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let campaign: String = row.get(1)?;
        if sessions.iter().any(|newer| newer.campaign == campaign) {
            continue;
        }
        sessions.push(StoredSession {
            submission: row.get(0)?,
            campaign,
            receipt: row.get(2)?,
            open: row.get(3)?,
            state: row.get(4)?,
            updated_at: time(row.get(5)?),
        });
    }
    Ok(Loaded { version, resident, sessions })
}

fn commit(savepoint: &Savepoint<'_>, unit: &Unit) -> rusqlite::Result<Fate<Committed>> {
    if let Some(known) = known_message(savepoint, &unit.message)? {
        return Ok(Fate::Undo(known));
    }
    let Some(resident) = move_resident(savepoint, unit)? else {
        return Ok(Fate::Undo(Committed::Conflict));
    };
    insert_message(savepoint, &unit.message)?;
    for session in &unit.sessions {
        match put_session(savepoint, resident, session) {
            // Another session has this receipt: the caller draws another one.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                return Ok(Fate::Undo(Committed::Conflict));
            }
            put => put?,
        }
    }
    for event in &unit.events {
        append_event(savepoint, resident, event)?;
    }
    for delivery in &unit.replies {
        insert_delivery(savepoint, resident, delivery)?;
    }
    Ok(Fate::Keep(Committed::Done))
}

/// `Some` if nothing may be written: the message was here before, with this or with other content.
fn known_message(
    savepoint: &Savepoint<'_>,
    message: &Arrived,
) -> rusqlite::Result<Option<Committed>> {
    let mut statement = savepoint.prepare_cached("select hash from message where key = ?1")?;
    let mut rows = statement.query([message.key])?;
    let mut other = false;
    while let Some(row) = rows.next()? {
        if row.get::<_, [u8; 32]>(0)? == message.hash {
            return Ok(Some(Committed::Duplicate));
        }
        other = true;
    }
    Ok((other && !message.id_conflict).then_some(Committed::IdConflict))
}

/// The resident's row, one version on; `None` if it is not at the expected version.
fn move_resident(savepoint: &Savepoint<'_>, unit: &Unit) -> rusqlite::Result<Option<i64>> {
    let address = unit.message.from.as_str();
    let Resident { lang, opted_out } = &unit.resident;
    let opted_out = opted_out.map(micros);
    if unit.expected == 0 {
        let inserted = savepoint
            .prepare_cached(
                "insert into resident (address, version, lang, opted_out) values (?1, 1, ?2, ?3)
                 on conflict (address) do nothing returning id",
            )?
            .query_row(params![address, lang, opted_out], |row| row.get(0))
            .optional()?;
        return Ok(inserted);
    }
    savepoint
        .prepare_cached(
            "update resident set version = version + 1, lang = ?3, opted_out = ?4
             where address = ?1 and version = ?2 returning id",
        )?
        .query_row(params![address, unit.expected, lang, opted_out], |row| row.get(0))
        .optional()
}

fn insert_message(savepoint: &Savepoint<'_>, message: &Arrived) -> rusqlite::Result<()> {
    let (keep, words) = match &message.keep {
        Some((because, words)) => (Some(because_text(*because)), Some(words)),
        None => (None, None),
    };
    savepoint
        .prepare_cached(
            "insert into message (key, hash, at, channel, conflict, keep, words)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            message.key,
            message.hash,
            micros(message.at),
            message.channel,
            message.id_conflict,
            keep,
            words
        ])?;
    Ok(())
}

fn put_session(
    savepoint: &Savepoint<'_>,
    resident: i64,
    session: &StoredSession,
) -> rusqlite::Result<()> {
    savepoint
        .prepare_cached(
            "insert into session (submission, resident, campaign, receipt, open, state, updated_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (submission) do update
             set open = excluded.open, state = excluded.state, updated_at = excluded.updated_at",
        )?
        .execute(params![
            session.submission,
            resident,
            session.campaign,
            session.receipt,
            session.open,
            session.state,
            micros(session.updated_at)
        ])?;
    Ok(())
}

fn append_event(
    savepoint: &Savepoint<'_>,
    resident: i64,
    event: &NewEvent,
) -> rusqlite::Result<()> {
    savepoint
        .prepare_cached(
            "insert into event (id, entity, campaign, resident, body) values (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![event.id, event.entity, event.campaign, resident, event.body])?;
    Ok(())
}

fn insert_delivery(
    savepoint: &Savepoint<'_>,
    resident: i64,
    delivery: &NewDelivery,
) -> rusqlite::Result<()> {
    savepoint
        .prepare_cached(
            "insert into delivery (id, channel, resident, lane, address, sender, message, campaign,
                                   state, due, created_at, updated_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'ready', ?9, ?9, ?9)",
        )?
        .execute(params![
            delivery.id,
            delivery.channel,
            resident,
            delivery.lane as i64,
            delivery.to.as_str(),
            delivery.from,
            delivery.message,
            delivery.campaign,
            micros(delivery.due)
        ])?;
    Ok(())
}

fn because_text(because: KeptBecause) -> &'static str {
    match because {
        KeptBecause::NotUnderstood => "not_understood",
        KeptBecause::IdConflict => "id_conflict",
        KeptBecause::WantsPerson => "wants_person",
    }
}

fn because_of(text: &str) -> KeptBecause {
    match text {
        "id_conflict" => KeptBecause::IdConflict,
        "wants_person" => KeptBecause::WantsPerson,
        _ => KeptBecause::NotUnderstood,
    }
}
