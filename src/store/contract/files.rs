//! Whose a file is, and who may know of it.

use std::sync::Arc;

use super::*;
use crate::store::{NewFile, Scope};

promises!(
    a_file_is_seen_by_its_entity_and_by_those_who_see_all,
    an_erasure_lets_go_of_a_residents_files_and_of_nobody_elses,
    an_answer_lets_go_of_a_file,
    a_file_that_comes_again_is_the_same,
);

fn file(name: &str, entity: &str) -> NewFile {
    NewFile {
        sha256: print_of(name),
        media_type: "image/jpeg".into(),
        bytes: 7,
        submission: "S1".into(),
        entity: entity.into(),
    }
}

fn with(number: u32, expected: u64, files: Vec<NewFile>) -> Unit {
    Unit { files, ..unit(&phone(number), &expected.to_string(), "words", expected) }
}

async fn sees<S: AnyStore>(store: &S, name: &str, scope: Scope) -> bool {
    store.file(&print_of(name), &scope).await.unwrap().is_some()
}

async fn a_file_is_seen_by_its_entity_and_by_those_who_see_all<S: AnyStore>(store: Arc<S>) {
    store.commit(with(1, 0, vec![file("a", "parks")])).await.unwrap();
    let seen = store.file(&print_of("a"), &Scope::All).await.unwrap().unwrap();
    assert_eq!((seen.media_type.as_str(), seen.bytes), ("image/jpeg", 7));
    assert!(sees(&*store, "a", Scope::Entity("parks".into())).await);
    assert!(!sees(&*store, "a", Scope::Entity("roads".into())).await);
    assert!(!sees(&*store, "b", Scope::All).await);
}

async fn an_erasure_lets_go_of_a_residents_files_and_of_nobody_elses<S: AnyStore>(store: Arc<S>) {
    store.commit(with(1, 0, vec![file("own", "parks"), file("both", "parks")])).await.unwrap();
    store.commit(with(2, 0, vec![file("both", "roads")])).await.unwrap();
    let mut of = store.files_of(&phone(1)).await.unwrap();
    of.sort_unstable();
    let mut want = vec![print_of("own"), print_of("both")];
    want.sort_unstable();
    assert_eq!(of, want);
    let erasure = Unit { erase: Some(|_| "{}".to_owned()), ..with(1, 1, Vec::new()) };
    store.commit(erasure).await.unwrap();
    assert!(store.files_of(&phone(1)).await.unwrap().is_empty());
    let known = store.known_files(vec![print_of("own"), print_of("both")]).await.unwrap();
    assert_eq!(known, [print_of("both")]);
    assert!(!sees(&*store, "both", Scope::Entity("parks".into())).await, "theirs was erased");
    assert!(sees(&*store, "both", Scope::Entity("roads".into())).await);
}

async fn an_answer_lets_go_of_a_file<S: AnyStore>(store: Arc<S>) {
    store.commit(with(1, 0, vec![file("a", "parks"), file("b", "parks")])).await.unwrap();
    let released = vec![("S1".to_owned(), print_of("a"))];
    store.commit(Unit { released, ..with(1, 1, Vec::new()) }).await.unwrap();
    assert_eq!(store.files_of(&phone(1)).await.unwrap(), [print_of("b")]);
}

async fn a_file_that_comes_again_is_the_same<S: AnyStore>(store: Arc<S>) {
    store.commit(with(1, 0, vec![file("a", "parks")])).await.unwrap();
    let again = with(1, 1, vec![file("a", "parks")]);
    assert_eq!(store.commit(again).await.unwrap(), Committed::Done);
    assert_eq!(store.files_of(&phone(1)).await.unwrap().len(), 1);
}
