//! Sessions that were silent for a while, and turns of the gateway's own.

use std::sync::Arc;

use super::*;
use crate::store::{KeptBecause, Place, Scope, Silent};

promises!(
    silent_sessions_come_page_by_page_the_longest_silent_first,
    ended_sessions_and_other_campaigns_are_not_silent,
    a_turn_of_the_gateways_own_is_held_by_the_version_alone,
    a_receipt_leads_to_its_owner,
    danger_is_kept_first,
    residents_are_found_from_the_time_on_that_something_of_theirs_is_due,
);

fn silent(after: Option<Place>, until: i64, limit: usize) -> Silent {
    Silent { campaign: "park-hours".into(), after, until: at(until), limit }
}

async fn begin<S: AnyStore>(store: &S, number: u32, campaign: &str, seconds: i64, open: bool) {
    let name = format!("S{number}");
    let session =
        StoredSession { open, updated_at: at(seconds), ..session(&name, campaign, &name) };
    let unit = Unit { sessions: vec![session], ..unit(&phone(number), "1", "hello", 0) };
    assert_eq!(store.commit(unit).await.unwrap(), Committed::Done);
}

async fn silent_sessions_come_page_by_page_the_longest_silent_first<S: AnyStore>(store: Arc<S>) {
    // Three were heard from in the same moment.
    for (number, seconds) in [(1, 30), (2, 10), (3, 10), (4, 10), (5, 20), (6, 99)] {
        begin(&*store, number, "park-hours", seconds, true).await;
    }
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = store.silent(silent(after.clone(), 30, 2)).await.unwrap();
        let Some(last) = page.last() else { break };
        assert!(page.len() <= 2);
        after = Some(last.place.clone());
        found.extend(page);
    }
    let order: Vec<&str> = found.iter().map(|one| one.place.submission.as_str()).collect();
    assert_eq!(order, ["S2", "S3", "S4", "S5", "S1"], "and S6 is not silent yet");
    assert_eq!((&found[0].who, found[0].place.updated_at), (&phone(2), at(10)));
}

async fn ended_sessions_and_other_campaigns_are_not_silent<S: AnyStore>(store: Arc<S>) {
    begin(&*store, 1, "park-hours", 0, false).await;
    begin(&*store, 2, "bus-stops", 0, true).await;
    assert!(store.silent(silent(None, 99, 10)).await.unwrap().is_empty());
}

async fn residents_are_found_from_the_time_on_that_something_of_theirs_is_due<S: AnyStore>(
    store: Arc<S>,
) {
    let wait = async |number: u32, id: &str, version: u64, due: Option<i64>| {
        let memory = due.map(|due| format!("{{\"until\":{due}}}"));
        let resident = Resident { memory, due: due.map(at), ..Resident::default() };
        let unit = Unit { resident, ..unit(&phone(number), id, "part", version) };
        assert_eq!(store.commit(unit).await.unwrap(), Committed::Done);
    };
    for (number, due) in [(1, Some(30)), (2, Some(10)), (3, None), (4, Some(20)), (5, Some(99))] {
        wait(number, "1", 0, due).await;
    }
    assert!(store.due(at(9), 10).await.unwrap().is_empty());
    assert_eq!(store.due(at(30), 2).await.unwrap(), [phone(2), phone(4)], "a page at a time");
    assert_eq!(store.due(at(30), 10).await.unwrap(), [phone(2), phone(4), phone(1)]);
    let loaded = store.load(&phone(4)).await.unwrap();
    assert_eq!(loaded.resident.due, Some(at(20)));
    // One is put off, one has nothing more that waits.
    wait(2, "2", 1, Some(40)).await;
    wait(4, "2", 1, None).await;
    assert_eq!(store.due(at(30), 10).await.unwrap(), [phone(1)]);
    assert_eq!(store.due(at(40), 10).await.unwrap(), [phone(1), phone(2)]);
}

async fn a_turn_of_the_gateways_own_is_held_by_the_version_alone<S: AnyStore>(store: Arc<S>) {
    begin(&*store, 1, "park-hours", 0, true).await;
    let mut own = unit(&phone(1), "", "", 1);
    own.message.print = None;
    own.events = vec![event("E1", "e")];
    assert_eq!(store.commit(own.clone()).await.unwrap(), Committed::Done);
    assert_eq!(store.commit(own.clone()).await.unwrap(), Committed::Conflict, "not twice");
    own.expected = 2;
    own.events = vec![event("E2", "e")];
    assert_eq!(store.commit(own).await.unwrap(), Committed::Done, "no key was used up");
    assert_eq!(store.read(&Scope::All, 0, 10).await.unwrap().len(), 2);
}

async fn a_receipt_leads_to_its_owner<S: AnyStore>(store: Arc<S>) {
    begin(&*store, 7, "park-hours", 0, false).await;
    assert_eq!(store.owner("S7").await.unwrap(), Some(phone(7)));
    assert_eq!(store.owner("S8").await.unwrap(), None);
}

async fn danger_is_kept_first<S: AnyStore>(store: Arc<S>) {
    let reasons = [KeptBecause::Danger, KeptBecause::NotUnderstood, KeptBecause::WantsPerson];
    for (number, because) in (0..).zip(reasons) {
        let mut unit = unit(&phone(1), &number.to_string(), "words", number);
        unit.message.keep = Some((because, number.to_string()));
        store.commit(unit).await.unwrap();
    }
    let kept = store.kept(2).await.unwrap();
    assert_eq!(kept.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["0", "2"]);
    assert_eq!(kept[0].because, KeptBecause::Danger);
}
