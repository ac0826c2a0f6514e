//! One resident with several addresses: finding them, joining them, setting them apart again.

use jiff::Timestamp;
use majlis_channels::Address;
use rusqlite::{Connection, OptionalExtension, params};

use super::sessions::read_address;
use super::{erasure, queue, to_micros, to_u64};
use crate::store::Result;

/// An address and whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// The row of the address.
    pub(super) address: i64,
    /// The row at which everything of its resident stands.
    pub(super) id: i64,
    /// The resident's.
    pub(super) version: u64,
}

/// Whose address this is.
pub(super) fn find(conn: &Connection, who: &Address) -> Result<Option<Person>> {
    Ok(conn
        .prepare_cached(
            "SELECT a.id, p.id, p.version FROM residents a
             JOIN residents p ON p.id = coalesce(a.person, a.id) WHERE a.address = ?1",
        )?
        .query_row([who.as_str()], |row| {
            Ok(Person { address: row.get(0)?, id: row.get(1)?, version: to_u64(row.get(2)?) })
        })
        .optional()?)
}

/// The row of the resident to whom the row of an address belongs.
pub(super) fn person_of(conn: &Connection, address: i64) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT coalesce(person, id) FROM residents WHERE id = ?1")?
        .query_row([address], |row| row.get(0))?)
}

/// The rows of every address of a resident.
pub(super) fn addresses_of(conn: &Connection, person: i64) -> Result<Vec<i64>> {
    let mut select = conn.prepare_cached(
        "SELECT id FROM residents INDEXED BY residents_of_person WHERE person = ?1",
    )?;
    let others = select.query_map([person], |row| row.get(0))?;
    let mut all = vec![person];
    for other in others {
        all.push(other?);
    }
    Ok(all)
}

/// The resident to whom this code was shown, if it is good at this time.
pub(super) fn by_code(conn: &Connection, digits: &str, now: Timestamp) -> Result<Option<Address>> {
    conn.prepare_cached(
        "SELECT address FROM residents INDEXED BY residents_code WHERE code = ?1 AND code_until > ?2",
    )?
    .query_row(params![digits, to_micros(now)], |row| row.get(0))
    .optional()?
    .map(read_address)
    .transpose()
}

/// A code that is good no more makes room for the same one.
pub(super) fn end_code(conn: &Connection, digits: &str, now: Timestamp) -> Result<()> {
    conn.prepare_cached(
        "UPDATE residents INDEXED BY residents_code SET code = NULL, code_until = NULL
         WHERE code = ?1 AND code_until <= ?2",
    )?
    .execute(params![digits, to_micros(now)])?;
    Ok(())
}

/// Every address and everything of `joins` becomes that of `stays`. Their versions rise above both, so that whatever
/// was loaded of either before is a conflict.
pub(super) fn join(conn: &Connection, joins: i64, stays: i64) -> Result<()> {
    for sql in [
        "UPDATE residents SET version = max(version, (SELECT version FROM residents WHERE id = ?1))
         WHERE id = ?2",
        // The events first: a consumer's lines are put in order by them.
        "UPDATE events INDEXED BY events_of_resident SET resident = ?2 WHERE resident = ?1",
        "UPDATE sessions SET resident = ?2 WHERE resident = ?1",
        "UPDATE kept SET resident = ?2 WHERE resident = ?1",
        "UPDATE files SET resident = ?2 WHERE resident = ?1",
        "UPDATE invitations INDEXED BY invitations_of_resident SET resident = ?2 WHERE resident = ?1",
        "UPDATE residents INDEXED BY residents_of_person SET person = ?2 WHERE person = ?1",
        // What was known of the address alone is known of the person now: the unit says it.
        "UPDATE residents SET person = ?2, lang = NULL, opted_out = NULL, memory = NULL, due = NULL,
           stopped = NULL, code = NULL, code_until = NULL WHERE id = ?1",
    ] {
        conn.prepare_cached(sql)?.execute([joins, stays])?;
    }
    queue::join_lines(conn, joins, stays)
}

/// That several addresses are one person is a thing known of them: after an erasure each stands alone again, and each
/// with the person's wish for silence. Versions rise above the person's, as at [`join`].
pub(super) fn set_apart(conn: &Connection, person: i64) -> Result<()> {
    conn.prepare_cached(
        "UPDATE residents INDEXED BY residents_of_person
         SET person = NULL, (opted_out, stopped, version) =
           (SELECT p.opted_out, p.stopped, p.version + 1 FROM residents p WHERE p.id = ?1)
         WHERE person = ?1",
    )?
    .execute([person])?;
    Ok(())
}

/// The resident of this address wants no more messages. The version rises too: a unit that was loaded before must not
/// wipe the wish out again.
pub(super) fn opt_out(conn: &Connection, address: i64, now: i64) -> Result<()> {
    let person = person_of(conn, address)?;
    conn.prepare_cached(
        "UPDATE residents SET opted_out = ?2, version = version + 1
         WHERE id = ?1 AND opted_out IS NULL",
    )?
    .execute(params![person, now])?;
    erasure::withdraw_campaigns(conn, person, now)
}
