//! Loading a resident, and committing what one message causes.

use std::collections::HashSet;

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::Address;
use rusqlite::{Connection, OptionalExtension, Row, ffi, params};

use super::people::{self, Person};
use super::sessions::read_address;
use super::writer::{Change, Step};
use super::{
    SqliteStore, erasure, files, from_micros, invitations, outbox, queue, to_limit, to_micros,
    to_u64,
};
use crate::store::{
    Arrived, Committed, Kept, KeptBecause, LinkCode, Loaded, NewEvent, Print, Receipt, Resident,
    Result, Store, StoreError, StoredSession, Unit, Written,
};

#[async_trait]
impl Store for SqliteStore {
    async fn load(&self, who: &Address) -> Result<Loaded> {
        self.readers.read(|conn| load(conn, who))
    }

    async fn commit(&self, unit: Unit) -> Result<Committed> {
        self.writer.run(move |change| commit(change, &unit)).await
    }

    async fn by_code(&self, digits: &str, now: Timestamp) -> Result<Option<Address>> {
        self.readers.read(|conn| people::by_code(conn, digits, now))
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
           r.version, r.lang, r.opted_out, r.memory, r.due, r.stopped, r.code, r.code_until, r.address,
           (SELECT group_concat(o.address, char(10) ORDER BY o.id)
            FROM residents o INDEXED BY residents_of_person WHERE o.person = r.id)
         FROM residents a JOIN residents r ON r.id = coalesce(a.person, a.id)
         LEFT JOIN sessions s ON s.resident = r.id AND s.aside = 0
         WHERE a.address = ?1 ORDER BY s.submission DESC",
    )?;
    let mut rows = select.query([who.as_str()])?;
    let mut loaded = Loaded::default();
    let mut campaigns = HashSet::new();
    while let Some(row) = rows.next()? {
        if loaded.addresses.is_empty() {
            loaded.version = to_u64(row.get(6)?);
            loaded.resident = read_resident(row)?;
            loaded.addresses = read_addresses(row)?;
        }
        // Newest first: the first of a campaign is the one.
        if let Some(campaign) = row.get::<_, Option<String>>(1)?
            && campaigns.insert(campaign)
        {
            loaded.sessions.push(read_session(row)?);
        }
    }
    Ok(loaded)
}

fn read_resident(row: &Row<'_>) -> rusqlite::Result<Resident> {
    let time = |at: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at)?.map(from_micros));
    let stopped: Option<String> = row.get("stopped")?;
    let code = row.get::<_, Option<String>>("code")?.zip(time("code_until")?);
    Ok(Resident {
        lang: row.get("lang")?,
        opted_out: time("opted_out")?,
        memory: row.get("memory")?,
        due: time("due")?,
        stopped: stopped.iter().flat_map(|all| all.split(' ')).map(str::to_owned).collect(),
        code: code.map(|(digits, until)| LinkCode { digits, until }),
    })
}

/// The resident's own address, then the others, as the file has them: one a line.
fn read_addresses(row: &Row<'_>) -> Result<Vec<Address>> {
    let others: Option<String> = row.get(15)?;
    let own: String = row.get(14)?;
    let others = others.iter().flat_map(|all| all.lines()).map(str::to_owned);
    std::iter::once(own).chain(others).map(read_address).collect()
}

/// From the columns `submission`, `campaign`, `receipt`, `open`, `state`, `updated_at`.
pub(super) fn read_session(row: &Row<'_>) -> rusqlite::Result<StoredSession> {
    Ok(StoredSession {
        submission: row.get(0)?,
        campaign: row.get(1)?,
        receipt: row.get(2)?,
        open: row.get(3)?,
        state: row.get(4)?,
        updated_at: from_micros(row.get(5)?),
        aside: false,
    })
}

/// Either writes all of the unit, or nothing.
fn commit(change: &mut Change<'_>, unit: &Unit) -> Result<Step<Committed>> {
    let conn = change.conn;
    let found = people::find(conn, &unit.message.from)?;
    if let (Some(found), Some(print)) = (found, unit.message.print)
        && let Some(outcome) = known_before(conn, found.address, print, unit.message.id_conflict)?
    {
        return Ok(Step::Undo(outcome));
    }
    if found.map_or(0, |found| found.version) != unit.expected {
        return Ok(Step::Undo(Committed::Conflict));
    }
    let Some(found) = write_other(change, unit, found)? else {
        return Ok(Step::Undo(Committed::Conflict));
    };
    let Some(Person { address, id: resident, .. }) = move_resident(conn, found, unit)? else {
        return Ok(Step::Undo(Committed::Conflict));
    };
    if let Some(redact) = unit.erase {
        erasure::erase(change, resident, redact)?;
    }
    withdraw(change, resident, unit)?;
    insert_message(conn, address, resident, &unit.message)?;
    if !write_all(change, resident, &unit.sessions, &unit.events)? {
        return Ok(Step::Undo(Committed::Conflict));
    }
    for file in &unit.files {
        files::add(conn, resident, file)?;
    }
    for released in &unit.released {
        files::release(conn, resident, released)?;
    }
    if let Some(claim) = &unit.claim
        && !invitations::claim(conn, resident, claim)?
    {
        return Ok(Step::Undo(Committed::Conflict));
    }
    for reply in &unit.replies {
        let to = if reply.to == unit.message.from { address } else { know(conn, &reply.to)? };
        outbox::add(conn, to, reply, unit.message.at)?;
        change.news.deliveries = true;
    }
    Ok(Step::Keep(Committed::Done))
}

/// What the unit causes for a second resident. Returns the unit's resident, who is the second one too once they are
/// joined; `None` is a conflict.
fn write_other(
    change: &mut Change<'_>,
    unit: &Unit,
    found: Option<Person>,
) -> Result<Option<Option<Person>>> {
    let conn = change.conn;
    let Some(other) = &unit.other else { return Ok(Some(found)) };
    let theirs = people::find(conn, &other.who)?;
    let same = theirs.zip(found).is_some_and(|(theirs, found)| theirs.id == found.id);
    if same || theirs.map_or(0, |theirs| theirs.version) != other.expected {
        return Ok(None);
    }
    if !other.joined {
        let Some(theirs) = theirs else { return Ok(None) };
        conn.prepare_cached("UPDATE residents SET version = version + 1 WHERE id = ?1")?
            .execute([theirs.id])?;
        let written = write_all(change, theirs.id, &other.sessions, &other.events)?;
        return Ok(written.then_some(found));
    }
    let stays = know(conn, &other.who)?;
    let joins = know(conn, &unit.message.from)?;
    let address = joins;
    let (stays, joins) = (theirs.map_or(stays, |p| p.id), found.map_or(joins, |p| p.id));
    people::join(conn, joins, stays)?;
    let written = write_all(change, stays, &other.sessions, &other.events)?;
    Ok(written.then_some(Some(Person { address, id: stays, version: 0 })))
}

/// Sessions and events of one resident; false if a receipt belongs to another session.
fn write_all(
    change: &mut Change<'_>,
    resident: i64,
    sessions: &[StoredSession],
    events: &[NewEvent],
) -> Result<bool> {
    for session in sessions {
        if !write_session(change.conn, resident, session)? {
            return Ok(false);
        }
    }
    for event in events {
        change.news.last_event = Some(queue::append(change.conn, resident, event)?);
    }
    Ok(true)
}

/// What waits for somebody who wants none of it any more.
fn withdraw(change: &mut Change<'_>, resident: i64, unit: &Unit) -> Result<()> {
    let at = to_micros(unit.message.at);
    if unit.resident.opted_out.is_some() {
        return erasure::withdraw_campaigns(change.conn, resident, at);
    }
    let mut campaigns = unit.withdraw.iter();
    campaigns.try_for_each(|campaign| erasure::withdraw_campaign(change, resident, campaign, at))
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

/// The resident at the next version; `None` if their code is another's.
fn move_resident(conn: &Connection, known: Option<Person>, unit: &Unit) -> Result<Option<Person>> {
    let resident = &unit.resident;
    let person = match known {
        Some(person) => person,
        None => {
            let id = know(conn, &unit.message.from)?;
            Person { address: id, id, version: 0 }
        }
    };
    if let Some(code) = &resident.code {
        people::end_code(conn, &code.digits, unit.message.at)?;
    }
    let stopped = Some(resident.stopped.join(" ")).filter(|all| !all.is_empty());
    let written = conn
        .prepare_cached(
            "UPDATE residents SET version = version + 1, lang = ?2, opted_out = ?3, memory = ?4,
               due = ?5, stopped = ?6, code = ?7, code_until = ?8
             WHERE id = ?1",
        )?
        .execute(params![
            person.id,
            resident.lang,
            resident.opted_out.map(to_micros),
            resident.memory,
            resident.due.map(to_micros),
            stopped,
            resident.code.as_ref().map(|code| &code.digits),
            resident.code.as_ref().map(|code| to_micros(code.until)),
        ]);
    match written {
        Ok(_) => Ok(Some(person)),
        Err(error) if is_unique_violation(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The number of an address we write to, which may never have written to us.
fn know(conn: &Connection, who: &Address) -> Result<i64> {
    if let Some(person) = people::find(conn, who)? {
        return Ok(person.address);
    }
    conn.prepare_cached("INSERT INTO residents (address, version) VALUES (?1, 0)")?
        .execute([who.as_str()])?;
    Ok(conn.last_insert_rowid())
}

/// The key belongs to the address, what is kept to the resident.
fn insert_message(conn: &Connection, address: i64, resident: i64, message: &Arrived) -> Result<()> {
    let at = to_micros(message.at);
    if let Some(Print { key, hash }) = message.print {
        conn.prepare_cached(
            "INSERT INTO messages (resident, key, hash, at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![address, key, hash, at])?;
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
            "INSERT INTO sessions
               (resident, submission, campaign, receipt, open, state, updated_at, aside)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (resident, submission) DO UPDATE SET campaign = excluded.campaign,
               receipt = excluded.receipt, open = excluded.open, state = excluded.state,
               updated_at = excluded.updated_at, aside = excluded.aside",
        )?
        .execute(params![
            resident,
            session.submission,
            session.campaign,
            session.receipt,
            session.open,
            session.state,
            to_micros(session.updated_at),
            session.aside,
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
