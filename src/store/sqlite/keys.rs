//! API keys: only their hashes are kept.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::writer::Kept as Fate;
use super::{SqliteStore, micros, time};
use crate::store::{Hash, Key, Keys, NewKey, Result};

const COLUMNS: &str = "id, entity, scopes, label, created_at, revoked_at";

#[async_trait]
impl Keys for SqliteStore {
    async fn add_key(&self, key: NewKey) -> Result<()> {
        self.writer
            .run(move |savepoint| {
                savepoint
                    .prepare_cached(
                        "insert into key (id, hash, entity, scopes, label, created_at)
                         values (?1, ?2, ?3, ?4, ?5, ?6)",
                    )?
                    .execute(params![
                        key.id,
                        key.hash,
                        key.entity,
                        key.scopes.join(","),
                        key.label,
                        micros(key.created_at)
                    ])?;
                Ok(Fate::Keep(()))
            })
            .await
    }

    async fn find_key(&self, hash: &Hash) -> Result<Option<Key>> {
        self.read(|connection| {
            let sql = format!("select {COLUMNS} from key where hash = ?1 and revoked_at is null");
            connection.prepare_cached(&sql)?.query_row([hash], key_of).optional()
        })
    }

    async fn list_keys(&self) -> Result<Vec<Key>> {
        self.read(|connection| {
            let sql = format!("select {COLUMNS} from key order by created_at desc");
            connection.prepare_cached(&sql)?.query_map([], key_of)?.collect()
        })
    }

    async fn revoke_key(&self, id: &str, now: Timestamp) -> Result<bool> {
        let id = id.to_owned();
        self.writer
            .run(move |savepoint| {
                let revoked = savepoint
                    .prepare_cached(
                        "update key set revoked_at = ?2 where id = ?1 and revoked_at is null",
                    )?
                    .execute(params![id, micros(now)])?;
                Ok(Fate::Keep(revoked > 0))
            })
            .await
    }
}

fn key_of(row: &Row<'_>) -> rusqlite::Result<Key> {
    let scopes: String = row.get(2)?;
    let revoked: Option<i64> = row.get(5)?;
    Ok(Key {
        id: row.get(0)?,
        entity: row.get(1)?,
        scopes: scopes.split(',').filter(|scope| !scope.is_empty()).map(str::to_owned).collect(),
        label: row.get(3)?,
        created_at: time(row.get(4)?),
        revoked_at: revoked.map(time),
    })
}
