//! Sessions found by the clock, and by receipt.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::Address;
use rusqlite::{Connection, OptionalExtension, params};

use super::writer::{Change, Step};
use super::{SqliteStore, from_micros, invitations, queue, to_limit, to_micros, unit};
use crate::store::{
    Event, Invitation, Place, Result, Sessions, Silent, SilentSession, StoreError, StoredSession,
};

#[async_trait]
impl Sessions for SqliteStore {
    async fn silent(&self, wanted: Silent) -> Result<Vec<SilentSession>> {
        self.readers.read_long(move |conn| silent(conn, &wanted)).await
    }

    async fn due(&self, until: Timestamp, limit: usize) -> Result<Vec<Address>> {
        self.readers.read_long(move |conn| due(conn, until, limit)).await
    }

    async fn events_of(&self, who: &Address) -> Result<Vec<Event>> {
        let who = who.as_str().to_owned();
        self.readers.read_long(move |conn| queue::events_of(conn, &who)).await
    }

    async fn sessions_of(&self, who: &Address) -> Result<Vec<StoredSession>> {
        let who = who.as_str().to_owned();
        self.readers.read_long(move |conn| sessions_of(conn, &who)).await
    }

    async fn add_invitations(
        &self,
        campaign: &str,
        tokens: &[String],
        now: Timestamp,
    ) -> Result<Vec<String>> {
        let (campaign, tokens) = (campaign.to_owned(), tokens.to_vec());
        let work = move |change: &mut Change<'_>| {
            invitations::add(change.conn, &campaign, &tokens, now).map(Step::Keep)
        };
        self.writer.run(work).await
    }

    async fn invitation(&self, token: &str) -> Result<Option<Invitation>> {
        self.readers.read(|conn| invitations::find(conn, token))
    }

    async fn owner(&self, receipt: &str) -> Result<Option<Address>> {
        self.readers.read(|conn| owner(conn, receipt))
    }
}

fn silent(conn: &Connection, wanted: &Silent) -> Result<Vec<SilentSession>> {
    let mut select = conn.prepare_cached(
        "SELECT s.updated_at, s.submission, r.address
         FROM sessions s INDEXED BY sessions_open JOIN residents r ON r.id = s.resident
         WHERE s.open = 1 AND s.campaign = ?1 AND (s.updated_at, s.submission) > (?2, ?3)
           AND s.updated_at <= ?4
         ORDER BY s.updated_at, s.submission LIMIT ?5",
    )?;
    // Before the first place stands no time: not even that of the beginning.
    let (after, submission) = match &wanted.after {
        Some(place) => (to_micros(place.updated_at), place.submission.as_str()),
        None => (to_micros(Timestamp::MIN), ""),
    };
    let until = to_micros(wanted.until);
    let mut rows =
        select.query(params![wanted.campaign, after, submission, until, to_limit(wanted.limit)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let place = Place { updated_at: from_micros(row.get(0)?), submission: row.get(1)? };
        found.push(SilentSession { who: read_address(row.get(2)?)?, place });
    }
    Ok(found)
}

fn sessions_of(conn: &Connection, who: &str) -> Result<Vec<StoredSession>> {
    let mut select = conn.prepare_cached(
        "SELECT s.submission, s.campaign, s.receipt, s.open, s.state, s.updated_at, s.aside
         FROM residents r JOIN sessions s ON s.resident = coalesce(r.person, r.id)
         WHERE r.address = ?1 ORDER BY s.submission DESC",
    )?;
    let sessions = select
        .query_map([who], |row| {
            Ok(StoredSession { aside: row.get(6)?, ..unit::read_session(row)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(sessions)
}

fn due(conn: &Connection, until: Timestamp, limit: usize) -> Result<Vec<Address>> {
    let mut select = conn.prepare_cached(
        "SELECT address FROM residents INDEXED BY residents_due
         WHERE due IS NOT NULL AND due <= ?1 ORDER BY due, id LIMIT ?2",
    )?;
    let mut rows = select.query(params![to_micros(until), to_limit(limit)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read_address(row.get(0)?)?);
    }
    Ok(found)
}

fn owner(conn: &Connection, receipt: &str) -> Result<Option<Address>> {
    conn.prepare_cached(
        "SELECT r.address FROM sessions s JOIN residents r ON r.id = s.resident
         WHERE s.receipt = ?1",
    )?
    .query_row([receipt], |row| row.get(0))
    .optional()?
    .map(read_address)
    .transpose()
}

/// An address as the file has it.
pub(super) fn read_address(text: String) -> Result<Address> {
    Address::try_from(text)
        .map_err(|error| StoreError::Failed(format!("an address in the file: {error}")))
}
