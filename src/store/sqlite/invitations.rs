//! Tokens that invite, and the answer that counts for each.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::sessions::read_address;
use super::to_micros;
use crate::store::{Invitation, InvitationUse, Result};

pub(super) fn add(
    conn: &Connection,
    campaign: &str,
    tokens: &[String],
    now: Timestamp,
) -> Result<Vec<String>> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO invitations (token, campaign, created_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (token) DO NOTHING",
    )?;
    let mut new = Vec::new();
    for token in tokens {
        if insert.execute(params![token, campaign, to_micros(now)])? == 1 {
            new.push(token.clone());
        }
    }
    Ok(new)
}

pub(super) fn find(conn: &Connection, token: &str) -> Result<Option<Invitation>> {
    let found: Option<(String, Option<String>, Option<String>)> = conn
        .prepare_cached(
            "SELECT i.campaign, i.submission, p.address FROM invitations i
             LEFT JOIN residents r ON r.id = i.resident
             LEFT JOIN residents p ON p.id = coalesce(r.person, r.id) WHERE i.token = ?1",
        )?
        .query_row([token], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((campaign, submission, address)) = found else { return Ok(None) };
    let used_by = match (submission, address) {
        (Some(submission), Some(address)) => Some((read_address(address)?, submission)),
        _ => None,
    };
    Ok(Some(Invitation { campaign, used_by }))
}

/// False if another answer came to count for it in the meantime.
pub(super) fn claim(conn: &Connection, resident: i64, claim: &InvitationUse) -> Result<bool> {
    let claimed = conn
        .prepare_cached(
            "UPDATE invitations SET submission = ?2, resident = ?3
             WHERE token = ?1 AND submission IS ?4",
        )?
        .execute(params![claim.token, claim.submission, resident, claim.before])?;
    Ok(claimed == 1)
}

/// The answers of this resident are erased: none of them counts for an invitation.
pub(super) fn let_go(conn: &Connection, resident: i64) -> Result<()> {
    conn.prepare_cached(
        "UPDATE invitations INDEXED BY invitations_of_resident SET submission = NULL, resident = NULL
         WHERE resident = ?1",
    )?
    .execute([resident])?;
    Ok(())
}
