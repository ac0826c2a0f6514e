//! Invitations: made once, known by their token, claimed by one answer at a time.

use std::sync::Arc;

use super::*;
use crate::store::{Invitation, InvitationUse, Other};

promises!(
    an_invitation_is_made_once_and_known_by_its_token,
    one_answer_at_a_time_counts_for_an_invitation,
    an_invitation_follows_its_resident_and_is_free_after_an_erasure,
);

async fn made<S: AnyStore>(store: &S) {
    let tokens = ["K7PX4QMR", "22222ABC"].map(str::to_owned);
    assert_eq!(store.add_invitations("c", &tokens, at(0)).await.unwrap().len(), 2);
}

fn claim(before: Option<&str>, submission: &str) -> Option<InvitationUse> {
    Some(InvitationUse {
        token: "K7PX4QMR".into(),
        submission: submission.into(),
        before: before.map(str::to_owned),
    })
}

async fn an_invitation_is_made_once_and_known_by_its_token<S: AnyStore>(store: Arc<S>) {
    made(&*store).await;
    let again = ["K7PX4QMR", "33333ABC"].map(str::to_owned);
    assert_eq!(store.add_invitations("other", &again, at(0)).await.unwrap(), ["33333ABC"]);
    let found = store.invitation("K7PX4QMR").await.unwrap();
    assert_eq!(found, Some(Invitation { campaign: "c".into(), used_by: None }));
    assert_eq!(store.invitation("K7PX4QMS").await.unwrap(), None);
}

async fn one_answer_at_a_time_counts_for_an_invitation<S: AnyStore>(store: Arc<S>) {
    made(&*store).await;
    let first = Unit { claim: claim(None, "S1"), ..unit(&phone(1), "1", "2", 0) };
    assert_eq!(store.commit(first).await.unwrap(), Committed::Done);
    let late = Unit { claim: claim(None, "S2"), ..unit(&phone(2), "1", "2", 0) };
    assert_eq!(store.commit(late).await.unwrap(), Committed::Conflict, "it saw nobody before it");
    assert_eq!(store.load(&phone(2)).await.unwrap().version, 0);
    let found = store.invitation("K7PX4QMR").await.unwrap().unwrap();
    assert_eq!(found.used_by, Some((phone(1), "S1".into())));
    let next = Unit { claim: claim(Some("S1"), "S2"), ..unit(&phone(2), "1", "2", 0) };
    assert_eq!(store.commit(next).await.unwrap(), Committed::Done);
    let found = store.invitation("K7PX4QMR").await.unwrap().unwrap();
    assert_eq!(found.used_by, Some((phone(2), "S2".into())));
}

async fn an_invitation_follows_its_resident_and_is_free_after_an_erasure<S: AnyStore>(
    store: Arc<S>,
) {
    made(&*store).await;
    let first = Unit { claim: claim(None, "S1"), ..unit(&phone(2), "1", "2", 0) };
    store.commit(first).await.unwrap();
    let other = Other {
        who: phone(1),
        expected: 0,
        sessions: Vec::new(),
        events: Vec::new(),
        joined: true,
    };
    let join = Unit { other: Some(other), ..unit(&phone(2), "2", "LINK", 1) };
    assert_eq!(store.commit(join).await.unwrap(), Committed::Done);
    let found = store.invitation("K7PX4QMR").await.unwrap().unwrap();
    assert_eq!(found.used_by, Some((phone(1), "S1".into())), "by their own address");
    let version = store.load(&phone(2)).await.unwrap().version;
    let mut erase = unit(&phone(2), "3", "erase", version);
    erase.erase = Some(|_| "{}".to_owned());
    assert_eq!(store.commit(erase).await.unwrap(), Committed::Done);
    assert_eq!(store.invitation("K7PX4QMR").await.unwrap().unwrap().used_by, None);
}
