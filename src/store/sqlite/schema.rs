//! The tables, as numbered migrations. `user_version` says how many were applied.

use rusqlite::Connection;

use super::writer::failed;
use crate::store::{Result, StoreError};

/// Marks the file as ours (`PRAGMA application_id`): "MJLS".
const APPLICATION_ID: i32 = 0x4d4a_4c53;

/// In order; one that was shipped is never changed.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001.sql")];

/// Brings a database to the newest version, each step in a transaction of its own.
pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    let number = |connection: &Connection, name: &str| -> Result<i64> {
        connection.pragma_query_value(None, name, |row| row.get(0)).map_err(failed)
    };
    let application = number(connection, "application_id")?;
    let version = number(connection, "user_version")?;
    if application != 0 && application != i64::from(APPLICATION_ID) {
        return Err(StoreError::Failed(
            "this SQLite file belongs to another program — correct [store] path".to_owned(),
        ));
    }
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if version > known {
        return Err(StoreError::Failed(format!(
            "the store has version {version}, this program knows {known} — start a newer majlis"
        )));
    }
    let applied = usize::try_from(version).unwrap_or(0);
    for (at, migration) in MIGRATIONS.iter().enumerate().skip(applied) {
        let transaction = connection.transaction().map_err(failed)?;
        transaction.execute_batch(migration).map_err(failed)?;
        transaction.pragma_update(None, "user_version", at + 1).map_err(failed)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
        transaction.commit().map_err(failed)?;
    }
    Ok(())
}
