//! Taking every word of one resident out of the file.
//!
//! What stays holds no words: the numbers of the resident's addresses with the opt-out (STOP must go on to work), the hashes
//! of what arrived (so that a provider's repeat stays a duplicate), and the events' numbers, as the log has no
//! gaps. `secure_delete` overwrites what is let go of, and the writer empties the write-ahead log afterwards.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::writer::Change;
use super::{invitations, outbox, people};
use crate::store::{Lane, Redact, Result};

/// Deletes or blanks everything with words; the resident's waiting deliveries are withdrawn.
pub(super) fn erase(change: &mut Change<'_>, resident: i64, redact: Redact) -> Result<()> {
    let conn = change.conn;
    redact_events(conn, resident, redact)?;
    for sql in [
        "DELETE FROM sessions WHERE resident = ?1",
        "DELETE FROM kept WHERE resident = ?1",
        // Whose they were; the gateway takes the bytes away after the commit.
        "DELETE FROM files WHERE resident = ?1",
        // A consumer's reason for giving an event back may quote it.
        "UPDATE pending SET reason = NULL WHERE sequence IN
           (SELECT sequence FROM events INDEXED BY events_of_resident WHERE resident = ?1)",
    ] {
        conn.prepare_cached(sql)?.execute([resident])?;
    }
    for address in people::addresses_of(conn, resident)? {
        empty_deliveries(conn, address)?;
    }
    invitations::let_go(conn, resident)?;
    people::set_apart(conn, resident)?;
    change.news.erased = true;
    Ok(())
}

fn empty_deliveries(conn: &Connection, address: i64) -> Result<()> {
    for sql in [
        // What was not sent yet, or may be sent again by staff, has nothing left to say.
        "UPDATE deliveries INDEXED BY deliveries_line SET state = 8, message = '', sender = NULL,
           reason = 'erased'
         WHERE resident = ?1 AND state <= 2",
        "UPDATE deliveries INDEXED BY deliveries_past SET state = 8, message = '', sender = NULL,
           reason = 'erased'
         WHERE resident = ?1 AND state > 2 AND state IN (6, 7)",
        // For email the sender also names the letter that is answered, with its subject.
        "UPDATE deliveries INDEXED BY deliveries_past SET message = '', sender = NULL
         WHERE resident = ?1 AND state > 2",
    ] {
        conn.prepare_cached(sql)?.execute([address])?;
    }
    Ok(())
}

fn redact_events(conn: &Connection, resident: i64, redact: Redact) -> Result<()> {
    let mut select = conn.prepare_cached(
        "SELECT sequence, body FROM events INDEXED BY events_of_resident WHERE resident = ?1",
    )?;
    let events = select
        .query_map([resident], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut update = conn.prepare_cached("UPDATE events SET body = ?2 WHERE sequence = ?1")?;
    for (sequence, body) in events {
        update.execute(params![sequence, redact(&body)])?;
    }
    Ok(())
}

/// Takes what only waits for a resident who wants no more messages out of the outbox, whichever of their addresses it
/// is for; replies still go.
pub(super) fn withdraw_campaigns(conn: &Connection, resident: i64, now: i64) -> Result<()> {
    for address in people::addresses_of(conn, resident)? {
        conn.prepare_cached(
            "UPDATE deliveries INDEXED BY deliveries_line
             SET state = 8, reason = 'the resident wants no more messages', updated_at = ?2
             WHERE resident = ?1 AND lane = 1 AND state <= 2 AND state < 2",
        )?
        .execute(params![address, now])?;
    }
    Ok(())
}

/// The same for one campaign; others' messages behind the withdrawn ones step forward.
pub(super) fn withdraw_campaign(
    change: &mut Change<'_>,
    resident: i64,
    campaign: &str,
    now: i64,
) -> Result<()> {
    for address in people::addresses_of(change.conn, resident)? {
        let withdrawn = change
            .conn
            .prepare_cached(
                "UPDATE deliveries INDEXED BY deliveries_line
                 SET state = 8, reason = 'the resident wants no more of this entity', updated_at = ?3
                 WHERE resident = ?1 AND lane = 1 AND state <= 2 AND state < 2 AND campaign = ?2
                 RETURNING channel",
            )?
            .query_map(params![address, campaign, now], |row| row.get(0))?
            .collect::<rusqlite::Result<BTreeSet<String>>>()?;
        for channel in withdrawn {
            outbox::advance(change, address, Lane::Campaign, channel)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::store::contract::{commit_with, event, phone, reply, session, unit};
    use crate::store::sqlite::{SqliteOptions, SqliteStore};
    use crate::store::{KeptBecause, Resident, Store, Unit};

    const CANARY: &str = "canary-kestrel-heron";

    fn count(folder: &Path) -> usize {
        let mut found = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            let canary = CANARY.as_bytes();
            found += bytes.windows(canary.len()).filter(|window| *window == canary).count();
        }
        found
    }

    /// Everything with words, on pages shared with others and, for one in three, on pages of their own.
    async fn fill(store: &SqliteStore, number: u32) {
        let words = CANARY.repeat(if number.is_multiple_of(3) { 300 } else { 2 });
        let who = phone(1);
        let id = number.to_string();
        let mut unit = unit(&who, &id, &words, u64::from(number));
        unit.message.keep = Some((KeptBecause::NotUnderstood, words.clone()));
        unit.sessions = vec![session(&format!("S{id}"), "c", &format!("R{id}"))];
        unit.sessions[0].state = format!("{{\"raw\":\"{words}\"}}");
        unit.events = vec![event(&id, "e")];
        unit.events[0].body = format!("{{\"raw\":\"{words}\"}}");
        unit.replies = vec![reply(&id, &who)];
        unit.replies[0].message = words.clone();
        unit.replies[0].from = Some(format!("mailto:say@city.example?Subject={words}"));
        unit.resident.memory = Some(words);
        store.commit(unit).await.unwrap();
        let others = phone(100 + number);
        commit_with(
            store,
            &others,
            "1",
            vec![event("o", "e")],
            vec![reply(&format!("o{id}"), &others)],
        )
        .await;
    }

    #[tokio::test]
    async fn no_erased_word_is_left_in_any_byte_of_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("majlis.db");
        let store = SqliteStore::open(&path, SqliteOptions::default()).unwrap();
        for number in 0..60 {
            fill(&store, number).await;
        }
        assert!(count(folder.path()) > 1000, "the words were there to be found");
        let erasure = Unit {
            resident: Resident::default(),
            erase: Some(|_| "{}".to_owned()),
            ..unit(&phone(1), "erase", "erase", 60)
        };
        store.commit(erasure).await.unwrap();
        assert_eq!(count(folder.path()), 0, "while it is open, with its write-ahead log");
        store.close().await;
        assert_eq!(count(folder.path()), 0, "and when it is closed");
    }
}
