//! The tables, and how an older file becomes a newer one.

use rusqlite::{Connection, TransactionBehavior};

use crate::store::{Result, StoreError};

/// Marks a file as ours (`MAJL`), so that nobody's other database is taken for a store.
const APPLICATION_ID: i32 = 0x4d41_4a4c;

/// What brings a file from version `n` to `n + 1` is the entry `n`. Entries are never changed once released.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_living_sessions.sql"),
    include_str!("migrations/0003_due.sql"),
    include_str!("migrations/0004_people.sql"),
    include_str!("migrations/0005_invitations.sql"),
    include_str!("migrations/0006_files.sql"),
];

/// Brings the file to the newest version.
///
/// # Errors
/// If it is another program's file or a newer version's, or cannot be written.
pub(super) fn migrate(conn: &mut Connection) -> Result<()> {
    migrate_by(conn, MIGRATIONS)
}

/// Each migration is a transaction of its own together with its number: cut off in the middle, it begins again.
fn migrate_by(conn: &mut Connection, migrations: &[&str]) -> Result<()> {
    check_owner(conn)?;
    loop {
        let change = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read inside the transaction: another process may be migrating the same file.
        let version: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let index = usize::try_from(version).unwrap_or(usize::MAX);
        if index == migrations.len() {
            return Ok(());
        }
        let Some(sql) = migrations.get(index) else {
            return Err(StoreError::Failed(format!(
                "the data is of a newer Majlis (version {version}, this one knows {}) — start the newer program, \
                 or restore a backup made before the upgrade",
                migrations.len()
            )));
        };
        change.execute_batch(sql)?;
        change.pragma_update(None, "application_id", APPLICATION_ID)?;
        change.pragma_update(None, "user_version", version + 1)?;
        change.commit()?;
    }
}

fn check_owner(conn: &Connection) -> Result<()> {
    let owner: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if owner == APPLICATION_ID || (owner == 0 && tables == 0) {
        return Ok(());
    }
    Err(StoreError::Failed(
        "the file is a database of another program — name another data folder in the config".into(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (7);";
    const SECOND: &str = "ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 1;";

    fn version(conn: &Connection) -> i64 {
        conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    }

    #[test]
    fn an_older_file_is_migrated_and_keeps_its_rows() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate_by(&mut conn, &[FIRST]).unwrap();
        assert_eq!(version(&conn), 1);
        migrate_by(&mut conn, &[FIRST, SECOND]).unwrap();
        assert_eq!(version(&conn), 2);
        let row: (i64, i64) =
            conn.query_row("SELECT x, y FROM a", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(row, (7, 1));
    }

    #[test]
    fn a_failed_migration_leaves_the_file_as_it_was() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate_by(&mut conn, &[FIRST]).unwrap();
        assert!(migrate_by(&mut conn, &[FIRST, "DELETE FROM a; CREATE TABLE a (x);"]).is_err());
        assert_eq!(version(&conn), 1);
        let rows: i64 = conn.query_row("SELECT count(*) FROM a", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 1, "the deletion was rolled back with the rest");
    }

    #[test]
    fn a_newer_file_is_refused_with_what_to_do() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate_by(&mut conn, &[FIRST, SECOND]).unwrap();
        let error = migrate_by(&mut conn, &[FIRST]).unwrap_err().to_string();
        assert!(error.contains("newer Majlis (version 2, this one knows 1)"), "{error}");
    }

    #[test]
    fn a_file_of_another_program_is_refused_and_untouched() {
        let mut conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE bookmarks (url TEXT)").unwrap();
        let error = migrate(&mut conn).unwrap_err().to_string();
        assert!(error.contains("another program"), "{error}");
        assert_eq!(version(&conn), 0);
    }

    #[test]
    fn the_shipped_migrations_apply_to_an_empty_file_and_once_only() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn).unwrap();
        migrate(&mut conn).unwrap();
        assert_eq!(version(&conn), i64::try_from(MIGRATIONS.len()).unwrap());
    }
}
