//! Loading a resident, and committing what one message causes.

use std::collections::HashSet;

use async_trait::async_trait;
use majlis_channels::Address;
use rusqlite::{Connection, OptionalExtension, Row, ffi, params};

use super::writer::{Change, Step};
use super::{SqliteStore, erasure, files, from_micros, outbox, queue, to_limit, to_micros, to_u64};
use crate::store::{
    Arrived, Committed, Kept, KeptBecause, Loaded, Print, Receipt, Resident, Result, Store,
    StoreError, StoredSession, Unit, Written,
};

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, who: &Address) -> Result<Loaded> {
        self.readers.read(|conn| load(conn, who))
    }

    async fn commit(&self, unit: Unit) -> Result<Committed> {
        self.writer.run(move |change| commit(change, &unit)).await
    }

    async fn by_receipt(&self, receipt: &str) -> Result<Option<Receipt>> {
        self.readers.read(|conn| by_receipt(conn, receipt))
    }

    async fn kept(&self, limit: usize) -> Result<Vec<Kept>> {
        self.readers.read_long(move |conn| kept(conn, limit)).await
    }

    async fn ready(&self) -> Result<()> {
        self.writer
            .run(|change| {
                change.conn.prepare_cached("UPDATE pulse SET beats = beats + 1")?.execute([])?;
                Ok(Step::Keep(()))
            })
            .await
    }

    fn written(&self) -> Written {
        self.writer.written()
    }
}

/// One statement, so that the version and the sessions are of the same moment.
fn load(conn: &Connection, who: &Address) -> Result<Loaded> {
    let mut select = conn.prepare_cached(
        "SELECT s.submission, s.campaign, s.receipt, s.open, s.state, s.updated_at,
           r.version, r.lang, r.opted_out, r.memory, r.due
         FROM residents r LEFT JOIN sessions s ON s.resident = r.id
         WHERE r.address = ?1 ORDER BY s.submission DESC",
    )?;
    let mut rows = select.query([who.as_str()])?;
    let mut loaded = Loaded::default();
    let mut campaigns = HashSet::new();
    while let Some(row) = rows.next()? {
        loaded.version = to_u64(row.get(6)?);
        loaded.resident = Resident {
            lang: row.get(7)?,
            opted_out: row.get::<_, Option<i64>>(8)?.map(from_micros),
            memory: row.get(9)?,
            due: row.get::<_, Option<i64>>(10)?.map(from_micros),
        };
        // Newest first: the first of a campaign is the one.
        if let Some(campaign) = row.get::<_, Option<String>>(1)?
            && campaigns.insert(campaign)
        {
            loaded.sessions.push(read_session(row)?);
        }
    }
    Ok(loaded)
}

fn read_session(row: &Row<'_>) -> rusqlite::Result<StoredSession> {
    Ok(StoredSession {
        submission: row.get(0)?,
        campaign: row.get(1)?,
        receipt: row.get(2)?,
        open: row.get(3)?,
        state: row.get(4)?,
        updated_at: from_micros(row.get(5)?),
    })
}

/// Either writes all of the unit, or nothing.
fn commit(change: &mut Change<'_>, unit: &Unit) -> Result<Step<Committed>> {
    let conn = change.conn;
    let found = find_resident(conn, &unit.message.from)?;
    if let (Some((resident, _)), Some(print)) = (found, unit.message.print)
        && let Some(outcome) = known_before(conn, resident, print, unit.message.id_conflict)?
    {
        return Ok(Step::Undo(outcome));
    }
    if found.map_or(0, |(_, version)| version) != unit.expected {
        return Ok(Step::Undo(Committed::Conflict));
    }
    let resident = move_resident(conn, found.map(|(id, _)| id), unit)?;
    if let Some(redact) = unit.erase {
        erasure::erase(change, resident, redact)?;
    }
    if unit.resident.opted_out.is_some() {
        erasure::withdraw_campaigns(conn, resident, to_micros(unit.message.at))?;
    }
    insert_message(conn, resident, &unit.message)?;
    for session in &unit.sessions {
        if !write_session(conn, resident, session)? {
            return Ok(Step::Undo(Committed::Conflict));
        }
    }
    for file in &unit.files {
        files::add(conn, resident, file)?;
    }
    for released in &unit.released {
        files::release(conn, resident, released)?;
    }
    for event in &unit.events {
        change.news.last_event = Some(queue::append(conn, resident, event)?);
    }
    for reply in &unit.replies {
        let to = if reply.to == unit.message.from { resident } else { know(conn, &reply.to)? };
        outbox::add(conn, to, reply, unit.message.at)?;
        change.news.deliveries = true;
    }
    Ok(Step::Keep(Committed::Done))
}

/// Number and version of a resident.
fn find_resident(conn: &Connection, who: &Address) -> Result<Option<(i64, u64)>> {
    Ok(conn
        .prepare_cached("SELECT id, version FROM residents WHERE address = ?1")?
        .query_row([who.as_str()], |row| Ok((row.get(0)?, to_u64(row.get(1)?))))
        .optional()?)
}

/// Was this key here before, with this content or another?
fn known_before(
    conn: &Connection,
    resident: i64,
    print: Print,
    expected: bool,
) -> Result<Option<Committed>> {
    let mut select =
        conn.prepare_cached("SELECT hash FROM messages WHERE resident = ?1 AND key = ?2")?;
    let mut rows = select.query(params![resident, print.key])?;
    let mut other = false;
    while let Some(row) = rows.next()? {
        if row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)? == print.hash.as_slice() {
            return Ok(Some(Committed::Duplicate));
        }
        other = true;
    }
    Ok((other && !expected).then_some(Committed::IdConflict))
}

/// The resident at the next version.
fn move_resident(conn: &Connection, known: Option<i64>, unit: &Unit) -> Result<i64> {
    let resident = &unit.resident;
    let opted_out = resident.opted_out.map(to_micros);
    let due = resident.due.map(to_micros);
    if let Some(id) = known {
        conn.prepare_cached(
            "UPDATE residents SET version = version + 1, lang = ?2, opted_out = ?3, memory = ?4,
               due = ?5
             WHERE id = ?1",
        )?
        .execute(params![id, resident.lang, opted_out, resident.memory, due])?;
        return Ok(id);
    }
    conn.prepare_cached(
        "INSERT INTO residents (address, version, lang, opted_out, memory, due)
         VALUES (?1, 1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        unit.message.from.as_str(),
        resident.lang,
        opted_out,
        resident.memory,
        due
    ])?;
    Ok(conn.last_insert_rowid())
}

/// The number of somebody we write to, who may never have written to us.
fn know(conn: &Connection, who: &Address) -> Result<i64> {
    if let Some((id, _)) = find_resident(conn, who)? {
        return Ok(id);
    }
    conn.prepare_cached("INSERT INTO residents (address, version) VALUES (?1, 0)")?
        .execute([who.as_str()])?;
    Ok(conn.last_insert_rowid())
}

fn insert_message(conn: &Connection, resident: i64, message: &Arrived) -> Result<()> {
    let at = to_micros(message.at);
    if let Some(Print { key, hash }) = message.print {
        conn.prepare_cached(
            "INSERT INTO messages (resident, key, hash, at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![resident, key, hash, at])?;
    }
    if let Some((because, text)) = &message.keep {
        conn.prepare_cached(
            "INSERT INTO kept (resident, at, channel, because, text) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![resident, at, message.channel, *because as i64, text])?;
    }
    Ok(())
}

/// False if the receipt belongs to another session.
fn write_session(conn: &Connection, resident: i64, session: &StoredSession) -> Result<bool> {
    let written = conn
        .prepare_cached(
            "INSERT INTO sessions (resident, submission, campaign, receipt, open, state, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (resident, submission) DO UPDATE SET campaign = excluded.campaign,
               receipt = excluded.receipt, open = excluded.open, state = excluded.state,
               updated_at = excluded.updated_at",
        )?
        .execute(params![
            resident,
            session.submission,
            session.campaign,
            session.receipt,
            session.open,
            session.state,
            to_micros(session.updated_at),
        ]);
    match written {
        Ok(_) => Ok(true),
        Err(error) if is_unique_violation(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn is_unique_violation(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|e| e.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE)
}

fn by_receipt(conn: &Connection, receipt: &str) -> Result<Option<Receipt>> {
    let found = conn
        .prepare_cached(
            "SELECT receipt, campaign, updated_at, open FROM sessions WHERE receipt = ?1",
        )?
        .query_row([receipt], |row| {
            Ok(Receipt {
                receipt: row.get(0)?,
                campaign: row.get(1)?,
                at: from_micros(row.get(2)?),
                open: row.get(3)?,
            })
        })
        .optional()?;
    Ok(found)
}

fn kept(conn: &Connection, limit: usize) -> Result<Vec<Kept>> {
    let mut list = Vec::new();
    // Two statements: each reads only what it lists.
    for sql in [
        "FROM kept k INDEXED BY kept_danger LEFT JOIN sessions s",
        "FROM kept k LEFT JOIN sessions s",
    ]
    .into_iter()
    .zip(["k.because = 3", "k.because <> 3"])
    {
        let (from, wanted) = sql;
        let mut select = conn.prepare_cached(&format!(
            "SELECT k.at, k.channel, k.because, k.text, s.campaign, s.receipt {from}
               ON s.resident = k.resident AND s.submission = (SELECT n.submission FROM sessions n
                 WHERE n.resident = k.resident ORDER BY n.updated_at DESC, n.submission DESC LIMIT 1)
             WHERE {wanted} ORDER BY k.id DESC LIMIT ?1"
        ))?;
        let mut rows = select.query([to_limit(limit.saturating_sub(list.len()))])?;
        while let Some(row) = rows.next()? {
            list.push(Kept {
                at: from_micros(row.get(0)?),
                channel: row.get(1)?,
                because: read_because(row.get(2)?)?,
                text: row.get(3)?,
                session: row.get::<_, Option<String>>(4)?.zip(row.get(5)?),
            });
        }
    }
    Ok(list)
}

fn read_because(number: i64) -> Result<KeptBecause> {
    use KeptBecause::{Danger, IdConflict, NotUnderstood, WantsPerson};
    [NotUnderstood, IdConflict, WantsPerson, Danger]
        .into_iter()
        .find(|because| *because as i64 == number)
        .ok_or_else(|| StoreError::Failed(format!("kept: {number} is no reason we know")))
}
