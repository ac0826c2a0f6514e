//! Units: all or nothing, once, in order.

use std::sync::Arc;

use super::*;
use crate::store::{KeptBecause, LinkCode, Scope};

promises!(
    nobody_is_known_at_first,
    a_committed_unit_is_found_again_in_every_part,
    the_same_message_again_is_a_duplicate_and_writes_nothing,
    the_same_id_from_two_senders_is_two_messages,
    the_same_id_with_other_words_is_an_id_conflict_and_can_be_kept,
    an_old_version_is_a_conflict_and_writes_nothing,
    a_duplicate_is_told_before_a_conflict,
    a_taken_receipt_is_a_conflict_and_writes_nothing,
    a_session_changes_in_place,
    the_newest_session_of_each_campaign_is_loaded,
    a_receipt_leads_to_its_session,
    messages_kept_for_a_person_come_newest_first,
    twenty_identical_at_once_are_done_once,
    two_messages_at_once_are_both_handled_in_order,
    sequences_have_no_gaps_under_conflicts_and_company,
    writing_to_somebody_new_does_not_make_them_seen,
    a_working_store_is_ready,
);

async fn nobody_is_known_at_first<S: AnyStore>(store: Arc<S>) {
    let loaded = store.load(&phone(1)).await.unwrap();
    assert_eq!(loaded.version, 0);
    assert_eq!(loaded.resident, Resident::default());
    assert!(loaded.sessions.is_empty());
    assert_eq!(store.last().await.unwrap(), 0);
}

fn full_unit() -> Unit {
    let sara = phone(1);
    Unit {
        resident: Resident {
            lang: Some("hi".into()),
            opted_out: Some(at(5)),
            memory: Some(r#"{"ask":"who"}"#.into()),
            due: Some(at(600)),
            stopped: vec!["rta".into(), "transport".into()],
            code: Some(LinkCode { digits: "482193".into(), until: at(600) }),
        },
        sessions: vec![session("S1", "park-hours", "K7P-4QM")],
        events: vec![event("E1", "dubai-parks"), event("E2", "dubai-parks")],
        replies: vec![reply("D1", &sara)],
        ..unit(&sara, "m1", "later", 0)
    }
}

async fn a_committed_unit_is_found_again_in_every_part<S: AnyStore>(store: Arc<S>) {
    assert_eq!(store.commit(full_unit()).await.unwrap(), Committed::Done);
    let loaded = store.load(&phone(1)).await.unwrap();
    assert_eq!(loaded.version, 1);
    assert_eq!(loaded.resident, full_unit().resident);
    assert_eq!(loaded.sessions, full_unit().sessions);
    let events = store.read(&Scope::All, 0, 10).await.unwrap();
    assert_eq!(events.iter().map(|e| e.sequence).collect::<Vec<_>>(), [1, 2]);
    let body: serde_json::Value = serde_json::from_str(&events[1].body).unwrap();
    assert_eq!(body["sequence"], "00000000000000000002");
    assert_eq!(body["id"], "E2");
    assert_eq!(store.list(None, 10).await.unwrap()[0].id, "D1");
}

async fn the_same_message_again_is_a_duplicate_and_writes_nothing<S: AnyStore>(store: Arc<S>) {
    store.commit(full_unit()).await.unwrap();
    // Whatever the unit would do beside: the message is what counts.
    let again = Unit { expected: 1, events: vec![event("E9", "dubai-parks")], ..full_unit() };
    assert_eq!(store.commit(again).await.unwrap(), Committed::Duplicate);
    assert_eq!(store.load(&phone(1)).await.unwrap().version, 1);
    assert_eq!(store.last().await.unwrap(), 2);
    assert_eq!(store.list(None, 10).await.unwrap().len(), 1);
}

async fn the_same_id_from_two_senders_is_two_messages<S: AnyStore>(store: Arc<S>) {
    for sender in [phone(1), phone(2)] {
        assert_eq!(store.commit(unit(&sender, "7", "later", 0)).await.unwrap(), Committed::Done);
    }
}

async fn the_same_id_with_other_words_is_an_id_conflict_and_can_be_kept<S: AnyStore>(
    store: Arc<S>,
) {
    let sara = phone(1);
    store.commit(unit(&sara, "7", "later", 0)).await.unwrap();
    let mut other = unit(&sara, "7", "earlier", 1);
    assert_eq!(store.commit(other.clone()).await.unwrap(), Committed::IdConflict);
    assert_eq!(store.load(&sara).await.unwrap().version, 1, "nothing was written");
    other.message.id_conflict = true;
    other.message.keep = Some((KeptBecause::IdConflict, "earlier".into()));
    assert_eq!(store.commit(other.clone()).await.unwrap(), Committed::Done);
    assert_eq!(store.kept(10).await.unwrap()[0].because, KeptBecause::IdConflict);
    // Both are known from now on, however they come.
    assert_eq!(store.commit(other.clone()).await.unwrap(), Committed::Duplicate);
    other.message.id_conflict = false;
    assert_eq!(store.commit(other).await.unwrap(), Committed::Duplicate);
    let first = store.commit(unit(&sara, "7", "later", 2)).await.unwrap();
    assert_eq!(first, Committed::Duplicate);
}

async fn an_old_version_is_a_conflict_and_writes_nothing<S: AnyStore>(store: Arc<S>) {
    let sara = phone(1);
    store.commit(unit(&sara, "1", "one", 0)).await.unwrap();
    for wrong in [0, 2] {
        let late = Unit {
            events: vec![event("E1", "dubai-parks")],
            replies: vec![reply("D1", &sara)],
            ..unit(&sara, "2", "two", wrong)
        };
        assert_eq!(store.commit(late).await.unwrap(), Committed::Conflict);
    }
    assert_eq!(store.last().await.unwrap(), 0);
    assert!(store.list(None, 10).await.unwrap().is_empty());
    let again = store.commit(unit(&sara, "2", "two", 1)).await.unwrap();
    assert_eq!(again, Committed::Done, "the key was not used up by the conflict");
}

async fn a_duplicate_is_told_before_a_conflict<S: AnyStore>(store: Arc<S>) {
    let sara = phone(1);
    store.commit(unit(&sara, "1", "one", 0)).await.unwrap();
    assert_eq!(store.commit(unit(&sara, "1", "one", 0)).await.unwrap(), Committed::Duplicate);
}

async fn a_taken_receipt_is_a_conflict_and_writes_nothing<S: AnyStore>(store: Arc<S>) {
    let with = |from: u32, submission: &str| Unit {
        sessions: vec![session(submission, "park-hours", "K7P-4QM")],
        events: vec![event(submission, "dubai-parks")],
        ..unit(&phone(from), submission, "hello", 0)
    };
    assert_eq!(store.commit(with(1, "S1")).await.unwrap(), Committed::Done);
    assert_eq!(store.commit(with(2, "S2")).await.unwrap(), Committed::Conflict);
    assert_eq!(store.load(&phone(2)).await.unwrap().version, 0);
    assert_eq!(store.last().await.unwrap(), 1);
}

async fn a_session_changes_in_place<S: AnyStore>(store: Arc<S>) {
    let sara = phone(1);
    let begun = session("S1", "park-hours", "K7P-4QM");
    let done =
        StoredSession { open: false, state: "{}".into(), updated_at: at(9), ..begun.clone() };
    store.commit(Unit { sessions: vec![begun], ..unit(&sara, "1", "one", 0) }).await.unwrap();
    let second = Unit { sessions: vec![done.clone()], ..unit(&sara, "2", "two", 1) };
    assert_eq!(store.commit(second).await.unwrap(), Committed::Done);
    assert_eq!(store.load(&sara).await.unwrap().sessions, [done]);
}

async fn the_newest_session_of_each_campaign_is_loaded<S: AnyStore>(store: Arc<S>) {
    let sara = phone(1);
    let sessions = vec![
        session("01A", "park-hours", "R1"),
        session("01B", "bus-stops", "R2"),
        session("01C", "park-hours", "R3"),
    ];
    store.commit(Unit { sessions, ..unit(&sara, "1", "one", 0) }).await.unwrap();
    let loaded = store.load(&sara).await.unwrap().sessions;
    assert_eq!(loaded.iter().map(|s| s.submission.as_str()).collect::<Vec<_>>(), ["01C", "01B"]);
}

async fn a_receipt_leads_to_its_session<S: AnyStore>(store: Arc<S>) {
    store.commit(full_unit()).await.unwrap();
    let receipt = store.by_receipt("K7P-4QM").await.unwrap().unwrap();
    assert_eq!((receipt.campaign.as_str(), receipt.at, receipt.open), ("park-hours", at(0), true));
    assert!(store.by_receipt("XXX-XXX").await.unwrap().is_none());
}

async fn messages_kept_for_a_person_come_newest_first<S: AnyStore>(store: Arc<S>) {
    for (number, words) in [(0, "??"), (1, "!!"), (2, "..")] {
        let mut unit = unit(&phone(1), words, words, number);
        unit.message.keep = Some((KeptBecause::NotUnderstood, words.into()));
        store.commit(unit).await.unwrap();
    }
    let kept = store.kept(2).await.unwrap();
    assert_eq!(kept.iter().map(|k| k.text.as_str()).collect::<Vec<_>>(), ["..", "!!"]);
    assert_eq!((kept[0].channel.as_str(), kept[0].at), ("sms", at(0)));
}

async fn twenty_identical_at_once_are_done_once<S: AnyStore>(store: Arc<S>) {
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { commit_at_any_version(&*store, full_unit()).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    assert_eq!(outcomes.iter().filter(|o| **o == Committed::Done).count(), 1);
    assert_eq!(outcomes.iter().filter(|o| **o == Committed::Duplicate).count(), 19);
    assert_eq!(store.last().await.unwrap(), 2);
    assert_eq!(store.list(None, 100).await.unwrap().len(), 1);
}

async fn two_messages_at_once_are_both_handled_in_order<S: AnyStore>(store: Arc<S>) {
    let sara = phone(1);
    let first = Unit { events: vec![event("E1", "e")], ..unit(&sara, "1", "one", 0) };
    let second = Unit { events: vec![event("E2", "e")], ..unit(&sara, "2", "two", 0) };
    // Both loaded version 0; whichever commits second is told, and steps again.
    assert_eq!(store.commit(first).await.unwrap(), Committed::Done);
    assert_eq!(store.commit(second.clone()).await.unwrap(), Committed::Conflict);
    assert_eq!(commit_at_any_version(&*store, second).await, Committed::Done);
    assert_eq!(store.load(&sara).await.unwrap().version, 2);
    let events = store.read(&Scope::All, 0, 10).await.unwrap();
    assert!(events[0].body.contains("E1") && events[1].body.contains("E2"));
}

async fn sequences_have_no_gaps_under_conflicts_and_company<S: AnyStore>(store: Arc<S>) {
    let tasks: Vec<_> = (0..60_u32)
        .map(|number| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let id = format!("m{number}");
                let mut unit = unit(&phone(number % 5), &id, "words", 0);
                unit.events = vec![event(&id, "e"), event(&format!("{id}b"), "e")];
                if number % 3 == 0 {
                    // All of these want one receipt: one gets it, the others are rolled back.
                    unit.sessions = vec![session(&id, "c", "R")];
                    unit.expected = store.load(&unit.message.from).await.unwrap().version;
                    store.commit(unit).await.unwrap();
                } else {
                    assert_eq!(commit_at_any_version(&*store, unit).await, Committed::Done);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let last = store.last().await.unwrap();
    let events = store.read(&Scope::All, 0, 1_000).await.unwrap();
    assert!(events.iter().map(|e| e.sequence).eq(1..=last), "1 to {last} without a gap");
    assert!(last >= 80, "the {last} events of those without a session are all there");
}

async fn writing_to_somebody_new_does_not_make_them_seen<S: AnyStore>(store: Arc<S>) {
    let (sara, omar) = (phone(1), phone(2));
    commit_with(&*store, &sara, "1", vec![], vec![reply("D1", &omar)]).await;
    assert_eq!(store.load(&omar).await.unwrap().version, 0);
    assert_eq!(store.commit(unit(&omar, "1", "hello", 0)).await.unwrap(), Committed::Done);
    assert_eq!(store.load(&omar).await.unwrap().version, 1);
}

async fn a_working_store_is_ready<S: AnyStore>(store: Arc<S>) {
    store.ready().await.unwrap();
}
