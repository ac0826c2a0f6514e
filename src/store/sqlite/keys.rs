//! API keys.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::writer::Step;
use super::{SqliteStore, from_micros, to_micros};
use crate::store::{Hash, Key, Keys, NewKey, Result};

const COLUMNS: &str = "id, entity, scopes, label, created_at, revoked_at";

#[async_trait]
impl Keys for SqliteStore {
    async fn add_key(&self, key: NewKey) -> Result<()> {
        self.writer
            .run(move |change| {
                change
                    .conn
                    .prepare_cached(
                        "INSERT INTO keys (id, hash, entity, scopes, label, created_at)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    )?
                    .execute(params![
                        key.id,
                        key.hash,
                        key.entity,
                        key.scopes.join(" "),
                        key.label,
                        to_micros(key.created_at),
                    ])?;
                Ok(Step::Keep(()))
            })
            .await
    }

    async fn find_key(&self, hash: &Hash) -> Result<Option<Key>> {
        self.readers.read(|conn| {
            let sql = format!("SELECT {COLUMNS} FROM keys WHERE hash = ?1 AND revoked_at IS NULL");
            Ok(conn.prepare_cached(&sql)?.query_row([hash.as_slice()], read_key).optional()?)
        })
    }

    async fn list_keys(&self) -> Result<Vec<Key>> {
        self.readers
            .read_long(|conn| {
                let sql = format!("SELECT {COLUMNS} FROM keys ORDER BY created_at DESC, id DESC");
                let mut select = conn.prepare_cached(&sql)?;
                let keys = select.query_map([], read_key)?.collect::<rusqlite::Result<_>>()?;
                Ok(keys)
            })
            .await
    }

    async fn revoke_key(&self, id: &str, now: Timestamp) -> Result<bool> {
        let id = id.to_owned();
        self.writer
            .run(move |change| {
                // The first revocation stays.
                let found = change
                    .conn
                    .prepare_cached(
                        "UPDATE keys SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1",
                    )?
                    .execute(params![id, to_micros(now)])?;
                Ok(Step::Keep(found == 1))
            })
            .await
    }
}

fn read_key(row: &Row<'_>) -> rusqlite::Result<Key> {
    Ok(Key {
        id: row.get(0)?,
        entity: row.get(1)?,
        scopes: row.get::<_, String>(2)?.split_whitespace().map(str::to_owned).collect(),
        label: row.get(3)?,
        created_at: from_micros(row.get(4)?),
        revoked_at: row.get::<_, Option<i64>>(5)?.map(from_micros),
    })
}
