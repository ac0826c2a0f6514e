//! API keys.

use std::sync::Arc;

use super::*;
use crate::store::NewKey;

promises!(a_key_is_found_by_its_hash_until_it_is_revoked, keys_are_listed_newest_first);

fn key(id: &str, created: i64) -> NewKey {
    NewKey {
        id: id.into(),
        hash: print_of(id),
        entity: "dubai-parks".into(),
        scopes: vec!["queue".into(), "export".into()],
        label: "the platform".into(),
        created_at: at(created),
    }
}

async fn a_key_is_found_by_its_hash_until_it_is_revoked<S: AnyStore>(store: Arc<S>) {
    store.add_key(key("k1", 0)).await.unwrap();
    assert!(store.add_key(key("k1", 0)).await.is_err(), "an id is used once");
    let found = store.find_key(&print_of("k1")).await.unwrap().unwrap();
    assert_eq!((found.id.as_str(), found.entity.as_str()), ("k1", "dubai-parks"));
    assert_eq!(found.scopes, ["queue", "export"]);
    assert_eq!((found.created_at, found.revoked_at), (at(0), None));
    assert!(store.find_key(&print_of("k2")).await.unwrap().is_none());
    assert!(store.revoke_key("k1", at(1)).await.unwrap());
    assert!(store.revoke_key("k1", at(2)).await.unwrap());
    assert!(!store.revoke_key("k2", at(2)).await.unwrap());
    assert!(store.find_key(&print_of("k1")).await.unwrap().is_none());
    assert_eq!(store.list_keys().await.unwrap()[0].revoked_at, Some(at(1)), "the first stays");
}

async fn keys_are_listed_newest_first<S: AnyStore>(store: Arc<S>) {
    for (id, created) in [("a", 1), ("b", 3), ("c", 2)] {
        store.add_key(key(id, created)).await.unwrap();
    }
    let listed = store.list_keys().await.unwrap();
    assert_eq!(listed.iter().map(|k| k.id.as_str()).collect::<Vec<_>>(), ["b", "c", "a"]);
}
