//! Whose a file is.

use async_trait::async_trait;
use majlis_channels::Address;
use rusqlite::{Connection, OptionalExtension, params};

use super::{SqliteStore, to_u64};
use crate::store::{FileIndex, Hash, NewFile, Result, Scope, StoredFile};

#[async_trait]
impl FileIndex for SqliteStore {
    async fn file(&self, sha256: &Hash, scope: &Scope) -> Result<Option<StoredFile>> {
        let entity = match scope {
            Scope::All => None,
            Scope::Entity(entity) => Some(entity.as_str()),
        };
        self.readers.read(|conn| file(conn, sha256, entity))
    }

    async fn known_files(&self, sha256: Vec<Hash>) -> Result<Vec<Hash>> {
        let known = move |conn: &Connection| {
            let mut select =
                conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM files WHERE hash = ?1)")?;
            let mut known = Vec::new();
            for hash in sha256 {
                if select.query_row([hash], |row| row.get::<_, bool>(0))? {
                    known.push(hash);
                }
            }
            Ok(known)
        };
        self.readers.read_long(known).await
    }

    async fn files_of(&self, who: &Address) -> Result<Vec<Hash>> {
        self.readers.read(|conn| {
            let mut select = conn.prepare_cached(
                "SELECT DISTINCT f.hash FROM files f JOIN residents r ON f.resident = coalesce(r.person, r.id)
                 WHERE r.address = ?1",
            )?;
            let hashes = select.query_map([who.as_str()], |row| row.get(0))?;
            Ok(hashes.collect::<rusqlite::Result<Vec<Hash>>>()?)
        })
    }
}

fn file(conn: &Connection, hash: &Hash, entity: Option<&str>) -> Result<Option<StoredFile>> {
    let found = conn
        .prepare_cached(
            "SELECT media_type, bytes FROM files
             WHERE hash = ?1 AND (?2 IS NULL OR entity = ?2) LIMIT 1",
        )?
        .query_row(params![hash, entity], |row| {
            Ok(StoredFile { media_type: row.get(0)?, bytes: to_u64(row.get(1)?) })
        })
        .optional()?;
    Ok(found)
}

/// Writes down whose these are; a file that comes again changes nothing.
pub(super) fn add(conn: &Connection, resident: i64, file: &NewFile) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO files (resident, submission, hash, entity, media_type, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        resident,
        file.submission,
        file.sha256,
        file.entity,
        file.media_type,
        i64::try_from(file.bytes).unwrap_or(i64::MAX),
    ])?;
    Ok(())
}

/// An answer lets go of a file.
pub(super) fn release(conn: &Connection, resident: i64, of: &(String, Hash)) -> Result<()> {
    conn.prepare_cached("DELETE FROM files WHERE resident = ?1 AND submission = ?2 AND hash = ?3")?
        .execute(params![resident, of.0, of.1])?;
    Ok(())
}
