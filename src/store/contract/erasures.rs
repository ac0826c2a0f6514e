//! Erasing a resident, and taking back what waits for one who wants no more.

use std::sync::Arc;

use super::*;
use crate::store::{DeliveryState, KeptBecause, Scope, Settled};

promises!(
    an_erasure_leaves_no_words_and_no_gap,
    an_erasure_leaves_others_alone,
    a_message_that_came_before_an_erasure_is_still_a_duplicate,
    erased_deliveries_are_never_sent,
    campaign_messages_are_withdrawn_on_opt_out_and_replies_go_on,
    a_providers_opt_out_withdraws_too,
    the_events_of_a_resident_are_found,
);

const CANARY: &str = "canary words";

fn full(from: &Address, name: &str) -> Unit {
    let mut unit = unit(from, name, CANARY, 0);
    unit.message.keep = Some((KeptBecause::NotUnderstood, CANARY.into()));
    unit.sessions = vec![StoredSession {
        state: format!("{{\"said\":\"{CANARY}\"}}"),
        ..session(&format!("S{name}"), "park-hours", &format!("R{name}"))
    }];
    unit.events = vec![event(&format!("E{name}"), "e"), event(&format!("F{name}"), "e")];
    unit.replies = vec![reply(&format!("D{name}"), from), reply(&format!("G{name}"), from)];
    unit.resident.memory = Some(CANARY.into());
    unit
}

fn erasure(from: &Address, expected: u64) -> Unit {
    Unit {
        resident: Resident::default(),
        erase: Some(|_| r#"{"erased":true}"#.to_owned()),
        events: vec![event("erased", "e")],
        replies: vec![reply("goodbye", from)],
        ..unit(from, "erase", "erase", expected)
    }
}

async fn an_erasure_leaves_no_words_and_no_gap<S: AnyStore>(store: Arc<S>) {
    store.commit(full(&phone(1), "1")).await.unwrap();
    assert_eq!(store.commit(erasure(&phone(1), 1)).await.unwrap(), Committed::Done);
    let loaded = store.load(&phone(1)).await.unwrap();
    assert_eq!((loaded.version, loaded.sessions.len()), (2, 0));
    assert_eq!(loaded.resident, Resident::default());
    assert!(store.kept(10).await.unwrap().is_empty());
    assert!(store.by_receipt("R1").await.unwrap().is_none());
    let events = store.read(&Scope::All, 0, 10).await.unwrap();
    assert_eq!(events.iter().map(|e| e.sequence).collect::<Vec<_>>(), [1, 2, 3]);
    for redacted in &events[..2] {
        let body: serde_json::Value = serde_json::from_str(&redacted.body).unwrap();
        assert_eq!(body["erased"], true);
        assert!(!redacted.body.contains("E1"), "the old body is gone");
    }
    assert!(events[2].body.contains("\"id\":\"erased\""), "the erasure's own event stays");
}

async fn an_erasure_leaves_others_alone<S: AnyStore>(store: Arc<S>) {
    store.commit(full(&phone(1), "1")).await.unwrap();
    store.commit(full(&phone(2), "2")).await.unwrap();
    store.commit(erasure(&phone(1), 1)).await.unwrap();
    let loaded = store.load(&phone(2)).await.unwrap();
    assert_eq!(loaded.sessions, full(&phone(2), "2").sessions);
    assert_eq!(store.kept(10).await.unwrap().len(), 1);
    assert!(store.read(&Scope::All, 2, 1).await.unwrap()[0].body.contains("E2"));
}

async fn a_message_that_came_before_an_erasure_is_still_a_duplicate<S: AnyStore>(store: Arc<S>) {
    store.commit(full(&phone(1), "1")).await.unwrap();
    store.commit(erasure(&phone(1), 1)).await.unwrap();
    let again = Unit { expected: 2, ..full(&phone(1), "1") };
    assert_eq!(store.commit(again).await.unwrap(), Committed::Duplicate);
    assert_eq!(store.commit(erasure(&phone(1), 2)).await.unwrap(), Committed::Duplicate);
}

async fn erased_deliveries_are_never_sent<S: AnyStore>(store: Arc<S>) {
    store.commit(full(&phone(1), "1")).await.unwrap();
    // One is on its way, one waits behind it.
    let out = store.claim(next_ten(0)).await.unwrap();
    assert_eq!(out[0].id, "D1");
    store.commit(erasure(&phone(1), 1)).await.unwrap();
    store.settle("D1", Settled::Retry { at: at(0), reason: "busy".into() }).await.unwrap();
    let after = store.claim(next_ten(1)).await.unwrap();
    assert_eq!(after.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["goodbye"]);
    let ids = ["D1".to_owned(), "G1".to_owned()];
    assert_eq!(store.send_again(&ids, at(2)).await.unwrap(), 0);
    let withdrawn = store.list(Some(DeliveryState::Withdrawn), 10).await.unwrap();
    assert_eq!(withdrawn.len(), 2);
}

fn invitation(id: &str, to: &Address) -> NewDelivery {
    NewDelivery { lane: Lane::Campaign, ..reply(id, to) }
}

async fn campaign_messages_are_withdrawn_on_opt_out_and_replies_go_on<S: AnyStore>(store: Arc<S>) {
    let (sara, omar) = (phone(1), phone(2));
    let waiting = vec![invitation("C1", &sara), invitation("C2", &sara), invitation("C3", &omar)];
    commit_with(&*store, &sara, "1", vec![], waiting).await;
    let mut stop = unit(&sara, "2", "stop", 1);
    stop.resident.opted_out = Some(at(1));
    stop.replies = vec![reply("stopped", &sara)];
    store.commit(stop).await.unwrap();
    let sent = store.claim(next_ten(2)).await.unwrap();
    assert_eq!(sent.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["stopped", "C3"]);
    assert_eq!(store.list(Some(DeliveryState::Withdrawn), 10).await.unwrap().len(), 2);
}

async fn a_providers_opt_out_withdraws_too<S: AnyStore>(store: Arc<S>) {
    let sara = phone(1);
    let waiting = vec![invitation("C1", &sara), invitation("C2", &sara)];
    commit_with(&*store, &sara, "1", vec![], waiting).await;
    store.claim(next_ten(0)).await.unwrap();
    let dead = Settled::Dead { reason: "opted out there".into(), opted_out: true };
    store.settle("C1", dead).await.unwrap();
    assert!(store.claim(next_ten(1)).await.unwrap().is_empty());
    assert_eq!(store.list(Some(DeliveryState::Withdrawn), 10).await.unwrap()[0].id, "C2");
}

async fn the_events_of_a_resident_are_found<S: AnyStore>(store: Arc<S>) {
    store.commit(full(&phone(1), "1")).await.unwrap();
    store.commit(full(&phone(2), "2")).await.unwrap();
    let own = store.events_of(&phone(2)).await.unwrap();
    assert_eq!(own.iter().map(|e| e.sequence).collect::<Vec<_>>(), [3, 4]);
    assert!(own[0].body.contains("E2"));
    assert!(store.events_of(&phone(3)).await.unwrap().is_empty());
}
