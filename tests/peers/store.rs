//! A look at the embedded store from outside, without knowing its tables.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

/// How many rows each table has.
pub(crate) fn row_counts(database: &Path) -> BTreeMap<String, u64> {
    let open = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let store = open.expect("the database is there");
    let mut tables = store
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .expect("a database");
    let names: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .expect("names of tables");
    assert!(!names.is_empty(), "the store has tables");
    names
        .into_iter()
        .map(|name| {
            let count = format!("SELECT count(*) FROM \"{name}\"");
            let rows: i64 = store.query_row(&count, [], |row| row.get(0)).expect("a count");
            (name, rows.unsigned_abs())
        })
        .collect()
}
