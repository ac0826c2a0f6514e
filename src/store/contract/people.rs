//! One resident with several addresses, and units with a second resident.

use std::sync::Arc;

use super::*;
use crate::store::{
    Claim, Consumer, DeliveryState, KeptBecause, Lease, Leased, LinkCode, Other, Scope, Settled,
};

promises!(
    addresses_that_were_joined_are_one_resident,
    who_joins_brings_their_addresses_along,
    an_address_that_was_never_seen_can_be_joined_from_both_sides,
    what_was_loaded_of_either_before_is_a_conflict,
    a_second_resident_who_moved_is_a_conflict_and_nothing_is_written,
    a_second_resident_s_part_is_written_with_the_first_s,
    keys_and_replies_stay_with_their_address,
    what_consumers_hold_of_two_becomes_one_line,
    heads_of_two_lines_become_one,
    stop_on_one_address_withdraws_from_all,
    a_provider_s_opt_out_on_one_address_is_for_all,
    an_erasure_reaches_every_address_and_sets_them_apart,
    campaigns_of_one_entity_are_withdrawn_and_others_go_on,
    a_session_that_stands_aside_is_kept_for_its_receipt_alone,
    a_code_is_one_resident_s_until_it_ends,
);

/// `who` joins `other`, at the versions they have now.
async fn join<S: AnyStore>(store: &S, who: &Address, other: &Address) -> Unit {
    let expected = store.load(other).await.unwrap().version;
    let other = Other {
        who: other.clone(),
        expected,
        sessions: Vec::new(),
        events: Vec::new(),
        joined: true,
    };
    let version = store.load(who).await.unwrap().version;
    Unit { other: Some(other), ..unit(who, &format!("join {version}"), "LINK 482 193", version) }
}

async fn joined<S: AnyStore>(store: &S, who: &Address, other: &Address) {
    let unit = join(store, who, other).await;
    assert_eq!(store.commit(unit).await.unwrap(), Committed::Done);
}

/// A message with a session, two events, words that were kept.
async fn speak<S: AnyStore>(store: &S, number: u32) {
    let name = number.to_string();
    let mut unit = unit(&phone(number), &name, "words", 0);
    unit.sessions = vec![session(&format!("S{name}"), &format!("c{name}"), &format!("R{name}"))];
    unit.events = vec![event(&format!("E{name}"), "e"), event(&format!("F{name}"), "e")];
    unit.message.keep = Some((KeptBecause::NotUnderstood, format!("kept {name}")));
    assert_eq!(commit_at_any_version(store, unit).await, Committed::Done);
}

async fn addresses_that_were_joined_are_one_resident<S: AnyStore>(store: Arc<S>) {
    let (own, new) = (phone(1), Address::telegram(7));
    speak(&*store, 1).await;
    assert_eq!(store.load(&own).await.unwrap().addresses, std::slice::from_ref(&own));
    commit_with(&*store, &new, "1", vec![event("T1", "e")], vec![]).await;
    let mut unit = join(&*store, &new, &own).await;
    unit.resident.memory = Some("joined".into());
    unit.sessions = vec![session("S2", "c2", "R2")];
    unit.events = vec![event("T2", "e")];
    assert_eq!(store.commit(unit).await.unwrap(), Committed::Done);
    let mut seen = Vec::new();
    for address in [&own, &new] {
        let loaded = store.load(address).await.unwrap();
        assert_eq!(loaded.addresses, [own.clone(), new.clone()], "their own address first");
        assert_eq!(loaded.resident.memory.as_deref(), Some("joined"));
        let ids: Vec<&str> = loaded.sessions.iter().map(|s| s.submission.as_str()).collect();
        assert_eq!(ids, ["S2", "S1"]);
        let events = store.events_of(address).await.unwrap();
        assert_eq!(events.iter().map(|e| e.sequence).collect::<Vec<_>>(), [1, 2, 3, 4]);
        seen.push(loaded.version);
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(store.owner("R2").await.unwrap(), Some(own.clone()));
    // What either says from now on is of both.
    commit_with(&*store, &own, "9", vec![event("T3", "e")], vec![]).await;
    assert_eq!(store.load(&new).await.unwrap().version, seen[0] + 1);
    assert_eq!(store.events_of(&new).await.unwrap().len(), 5);
}

async fn who_joins_brings_their_addresses_along<S: AnyStore>(store: Arc<S>) {
    for number in 1..=3 {
        speak(&*store, number).await;
    }
    joined(&*store, &phone(2), &phone(3)).await;
    // By an address that is not their own one.
    joined(&*store, &phone(2), &phone(1)).await;
    for number in 1..=3 {
        let loaded = store.load(&phone(number)).await.unwrap();
        assert_eq!(loaded.addresses[0], phone(1));
        assert_eq!((loaded.addresses.len(), loaded.sessions.len()), (3, 3));
    }
    let again = join(&*store, &phone(3), &phone(2)).await;
    assert_eq!(store.commit(again).await.unwrap(), Committed::Conflict, "they are one already");
}

async fn an_address_that_was_never_seen_can_be_joined_from_both_sides<S: AnyStore>(store: Arc<S>) {
    speak(&*store, 1).await;
    joined(&*store, &phone(2), &phone(1)).await;
    joined(&*store, &phone(1), &phone(3)).await;
    let loaded = store.load(&phone(2)).await.unwrap();
    assert_eq!(loaded.addresses, [phone(3), phone(1), phone(2)]);
    assert_eq!(loaded.sessions.len(), 1);
    joined(&*store, &phone(8), &phone(9)).await;
    assert_eq!(store.load(&phone(8)).await.unwrap().addresses, [phone(9), phone(8)]);
}

async fn what_was_loaded_of_either_before_is_a_conflict<S: AnyStore>(store: Arc<S>) {
    // Whichever of them had the higher version, by one: the next one is not the same.
    for (stays, joins, more) in [(1, 2, 1), (3, 4, 4)] {
        for number in [stays, joins, more] {
            commit_at_any_version(&*store, unit(&phone(number), &ulid(), "words", 0)).await;
        }
        let before = [stays, joins].map(phone);
        let mut late = Vec::new();
        for who in &before {
            late.push(unit(who, "late", "words", store.load(who).await.unwrap().version));
        }
        joined(&*store, &phone(joins), &phone(stays)).await;
        for unit in late {
            assert_eq!(store.commit(unit).await.unwrap(), Committed::Conflict);
        }
    }
}

fn ulid() -> String {
    crate::ids::ulid()
}

async fn a_second_resident_who_moved_is_a_conflict_and_nothing_is_written<S: AnyStore>(
    store: Arc<S>,
) {
    speak(&*store, 1).await;
    speak(&*store, 2).await;
    let unit = join(&*store, &phone(2), &phone(1)).await;
    commit_with(&*store, &phone(1), "meanwhile", vec![], vec![]).await;
    assert_eq!(store.commit(unit.clone()).await.unwrap(), Committed::Conflict);
    assert_eq!(store.load(&phone(2)).await.unwrap().addresses, [phone(2)]);
    assert_eq!(store.load(&phone(2)).await.unwrap().version, 1);
    // The same where they are not to be joined; and a receipt that is taken undoes both parts.
    let mut two = unit;
    let other = two.other.as_mut().unwrap();
    other.joined = false;
    assert_eq!(store.commit(two.clone()).await.unwrap(), Committed::Conflict);
    let other = two.other.as_mut().unwrap();
    other.expected = 2;
    other.events = vec![event("never", "e")];
    two.sessions = vec![session("S9", "c9", "R1")];
    assert_eq!(store.commit(two).await.unwrap(), Committed::Conflict);
    assert_eq!(store.last().await.unwrap(), 4);
    assert_eq!(store.load(&phone(1)).await.unwrap().version, 2);
}

async fn a_second_resident_s_part_is_written_with_the_first_s<S: AnyStore>(store: Arc<S>) {
    speak(&*store, 1).await;
    speak(&*store, 2).await;
    let mut unit = join(&*store, &phone(2), &phone(1)).await;
    unit.events = vec![event("mine", "e")];
    let other = unit.other.as_mut().unwrap();
    other.joined = false;
    other.events = vec![event("theirs", "e")];
    other.sessions = vec![StoredSession { open: false, ..session("S1", "c1", "R1") }];
    assert_eq!(store.commit(unit).await.unwrap(), Committed::Done);
    let theirs = store.load(&phone(1)).await.unwrap();
    assert_eq!((theirs.version, theirs.sessions[0].open), (2, false));
    assert_eq!(theirs.resident.lang.as_deref(), Some("ar"), "what is known of them stays");
    let mine = store.load(&phone(2)).await.unwrap();
    assert_eq!((mine.version, mine.addresses), (2, vec![phone(2)]));
    assert!(store.events_of(&phone(1)).await.unwrap()[2].body.contains("theirs"));
    assert!(store.events_of(&phone(2)).await.unwrap()[2].body.contains("mine"));
    let log = store.read(&Scope::All, 4, 10).await.unwrap();
    assert!(log[0].body.contains("theirs"), "what counts no more is told of first");
}

async fn keys_and_replies_stay_with_their_address<S: AnyStore>(store: Arc<S>) {
    speak(&*store, 1).await;
    speak(&*store, 2).await;
    joined(&*store, &phone(2), &phone(1)).await;
    let again = unit(&phone(2), "2", "words", 0);
    assert_eq!(store.commit(again).await.unwrap(), Committed::Duplicate);
    let other = unit(&phone(2), "2", "other words", 0);
    assert_eq!(store.commit(other).await.unwrap(), Committed::IdConflict);
    let replies = vec![reply("A", &phone(2)), reply("B", &phone(1))];
    commit_with(&*store, &phone(2), "5", vec![], replies).await;
    let sent = store.claim(next_ten(0)).await.unwrap();
    let sent: Vec<(&str, &Address)> = sent.iter().map(|one| (one.id.as_str(), &one.to)).collect();
    assert_eq!(sent, [("A", &phone(2)), ("B", &phone(1))]);
}

fn consumer() -> Consumer {
    Consumer { owner: "dubai-parks".into(), name: "platform".into(), scope: Scope::All }
}

fn lease(max: usize, now: i64) -> Lease {
    Lease { max, now: at(now), until: at(now + 30), max_tries: 9 }
}

fn sequences(leased: &[Leased]) -> Vec<u64> {
    leased.iter().map(|l| l.event.sequence).collect()
}

fn token(leased: &[Leased], sequence: u64) -> Vec<String> {
    let one = leased.iter().find(|one| one.event.sequence == sequence);
    vec![one.unwrap().token.clone()]
}

async fn what_consumers_hold_of_two_becomes_one_line<S: AnyStore>(store: Arc<S>) {
    // 1 and 2 of the one, 3 and 4 of the other: the first of each is out.
    speak(&*store, 1).await;
    speak(&*store, 2).await;
    let c = consumer();
    let out = store.lease(&c, lease(9, 0)).await.unwrap();
    assert_eq!(sequences(&out), [1, 3]);
    joined(&*store, &phone(2), &phone(1)).await;
    commit_with(&*store, &phone(2), "later", vec![event("late", "e")], vec![]).await;
    assert!(store.lease(&c, lease(9, 1)).await.unwrap().is_empty(), "what is out stays out");
    // The later is done with: the earlier ones go on in their order.
    assert_eq!(store.ack(&c, &token(&out, 3)).await.unwrap(), 1);
    assert!(store.lease(&c, lease(9, 2)).await.unwrap().is_empty());
    assert_eq!(store.ack(&c, &token(&out, 1)).await.unwrap(), 1);
    for sequence in [2, 4, 5] {
        let next = store.lease(&c, lease(9, 3)).await.unwrap();
        assert_eq!(sequences(&next), [sequence]);
        store.ack(&c, &token(&next, sequence)).await.unwrap();
    }
    // Both were lost: they come again one after the other, though both were out when their residents became one.
    speak(&*store, 3).await;
    speak(&*store, 4).await;
    let out = store.lease(&c, lease(9, 10)).await.unwrap();
    assert_eq!(sequences(&out), [6, 8]);
    joined(&*store, &phone(4), &phone(3)).await;
    let again = store.lease(&c, lease(9, 100)).await.unwrap();
    assert_eq!(sequences(&again), [6]);
    store.ack(&c, &token(&again, 6)).await.unwrap();
    for sequence in [7, 8, 9] {
        let next = store.lease(&c, lease(9, 101)).await.unwrap();
        assert_eq!(sequences(&next), [sequence]);
        store.ack(&c, &token(&next, sequence)).await.unwrap();
    }
}

async fn heads_of_two_lines_become_one<S: AnyStore>(store: Arc<S>) {
    speak(&*store, 1).await;
    speak(&*store, 2).await;
    let c = consumer();
    let out = store.lease(&c, lease(9, 0)).await.unwrap();
    for sequence in [1, 3] {
        store.nack(&c, &token(&out, sequence), at(5), "busy").await.unwrap();
    }
    joined(&*store, &phone(1), &phone(2)).await;
    for sequence in [1, 2, 3, 4] {
        let next = store.lease(&c, lease(9, 6)).await.unwrap();
        assert_eq!(sequences(&next), [sequence]);
        store.ack(&c, &token(&next, sequence)).await.unwrap();
    }
    assert_eq!(store.consumers().await.unwrap()[0].pending, 0);
}

fn invitation(id: &str, to: &Address) -> NewDelivery {
    NewDelivery { lane: Lane::Campaign, ..reply(id, to) }
}

async fn stop_on_one_address_withdraws_from_all<S: AnyStore>(store: Arc<S>) {
    let waiting = vec![invitation("C1", &phone(1)), invitation("C2", &phone(2))];
    commit_with(&*store, &phone(9), "1", vec![], waiting).await;
    joined(&*store, &phone(2), &phone(1)).await;
    let version = store.load(&phone(2)).await.unwrap().version;
    let mut stop = unit(&phone(2), "stop", "stop", version);
    stop.resident.opted_out = Some(at(1));
    assert_eq!(store.commit(stop).await.unwrap(), Committed::Done);
    assert!(store.claim(next_ten(2)).await.unwrap().is_empty());
    assert_eq!(store.list(Some(DeliveryState::Withdrawn), 10).await.unwrap().len(), 2);
    assert_eq!(store.load(&phone(1)).await.unwrap().resident.opted_out, Some(at(1)));
}

async fn a_provider_s_opt_out_on_one_address_is_for_all<S: AnyStore>(store: Arc<S>) {
    joined(&*store, &phone(2), &phone(1)).await;
    let before = store.load(&phone(1)).await.unwrap().version;
    let waiting = vec![invitation("C2", &phone(2)), invitation("C1", &phone(1))];
    commit_with(&*store, &phone(9), "1", vec![], waiting).await;
    let out = store.claim(Claim { max: 1, ..next_ten(0) }).await.unwrap();
    assert_eq!(out[0].to, phone(2));
    let dead = Settled::Dead { reason: "opted out there".into(), opted_out: true };
    store.settle("C2", dead).await.unwrap();
    let loaded = store.load(&phone(1)).await.unwrap();
    assert!(loaded.resident.opted_out.is_some());
    assert_eq!(loaded.version, before + 1, "and nobody's older word wipes it out");
    assert!(store.claim(next_ten(1)).await.unwrap().is_empty());
}

async fn an_erasure_reaches_every_address_and_sets_them_apart<S: AnyStore>(store: Arc<S>) {
    speak(&*store, 1).await;
    speak(&*store, 2).await;
    let waiting = vec![reply("D1", &phone(1)), reply("D2", &phone(2))];
    commit_with(&*store, &phone(1), "more", vec![], waiting).await;
    joined(&*store, &phone(2), &phone(1)).await;
    let version = store.load(&phone(2)).await.unwrap().version;
    let mut erase = unit(&phone(2), "erase", "erase", version);
    erase.resident =
        Resident { opted_out: Some(at(1)), stopped: vec!["parks".into()], ..Resident::default() };
    erase.erase = Some(|_| r#"{"erased":true}"#.to_owned());
    erase.replies = vec![reply("goodbye", &phone(2))];
    assert_eq!(store.commit(erase.clone()).await.unwrap(), Committed::Done);
    for event in store.read(&Scope::All, 0, 10).await.unwrap() {
        assert!(event.body.contains("\"erased\":true"), "{}", event.body);
    }
    assert!(store.kept(10).await.unwrap().is_empty());
    assert!(store.by_receipt("R1").await.unwrap().is_none());
    let sent = store.claim(next_ten(2)).await.unwrap();
    assert_eq!(sent.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["goodbye"]);
    for number in [1, 2] {
        let loaded = store.load(&phone(number)).await.unwrap();
        assert_eq!(loaded.addresses, [phone(number)], "nothing says that they were one");
        assert_eq!(loaded.resident, erase.resident, "but silence holds for both");
        assert!(loaded.version > version, "what was loaded before is a conflict");
    }
}

async fn campaigns_of_one_entity_are_withdrawn_and_others_go_on<S: AnyStore>(store: Arc<S>) {
    let of = |id: &str, campaign: &str, number: u32| NewDelivery {
        campaign: Some(campaign.into()),
        ..invitation(id, &phone(number))
    };
    let waiting = vec![
        of("A1", "park", 1),
        of("B1", "bus", 1),
        of("A2", "park", 2),
        of("C2", "tram", 2),
        of("B2", "bus", 2),
    ];
    commit_with(&*store, &phone(9), "1", vec![], waiting).await;
    joined(&*store, &phone(2), &phone(1)).await;
    let version = store.load(&phone(1)).await.unwrap().version;
    let mut stop = unit(&phone(1), "stop", "stop", version);
    stop.resident.stopped = vec!["parks".into()];
    stop.withdraw = vec!["park".into(), "tram".into()];
    assert_eq!(store.commit(stop).await.unwrap(), Committed::Done);
    let sent = store.claim(next_ten(2)).await.unwrap();
    assert_eq!(sent.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["B1", "B2"]);
    assert_eq!(store.list(Some(DeliveryState::Withdrawn), 10).await.unwrap().len(), 3);
}

async fn a_session_that_stands_aside_is_kept_for_its_receipt_alone<S: AnyStore>(store: Arc<S>) {
    let mut two = unit(&phone(1), "1", "words", 0);
    two.sessions = vec![session("S1", "c", "R1"), session("S2", "c", "R2")];
    two.sessions[1].aside = true;
    store.commit(two.clone()).await.unwrap();
    let loaded = store.load(&phone(1)).await.unwrap();
    assert_eq!(loaded.sessions, two.sessions[..1], "though the other is newer");
    let mut all = two.sessions;
    all.reverse();
    assert_eq!(store.sessions_of(&phone(1)).await.unwrap(), all);
    assert_eq!(store.by_receipt("R2").await.unwrap().unwrap().campaign, "c");
    assert!(store.sessions_of(&phone(2)).await.unwrap().is_empty());
}

async fn a_code_is_one_resident_s_until_it_ends<S: AnyStore>(store: Arc<S>) {
    let code = |until: i64| Some(LinkCode { digits: "482193".into(), until: at(until) });
    let show = |number: u32, version: u64, now: i64, until: i64| {
        let mut unit = unit(&phone(number), &format!("link {now}"), "LINK", version);
        unit.message.at = at(now);
        unit.resident.code = code(until);
        unit
    };
    assert_eq!(store.commit(show(1, 0, 0, 600)).await.unwrap(), Committed::Done);
    assert_eq!(store.load(&phone(1)).await.unwrap().resident.code, code(600));
    assert_eq!(store.by_code("482193", at(599)).await.unwrap(), Some(phone(1)));
    assert_eq!(store.by_code("482193", at(600)).await.unwrap(), None);
    assert_eq!(store.by_code("482194", at(0)).await.unwrap(), None);
    assert_eq!(store.commit(show(2, 0, 599, 999)).await.unwrap(), Committed::Conflict);
    assert_eq!(store.commit(show(1, 1, 599, 700)).await.unwrap(), Committed::Done);
    assert_eq!(store.commit(show(2, 0, 700, 999)).await.unwrap(), Committed::Done);
    assert_eq!(store.by_code("482193", at(701)).await.unwrap(), Some(phone(2)));
    // Whoever joins shows none any more.
    joined(&*store, &phone(2), &phone(1)).await;
    assert_eq!(store.by_code("482193", at(701)).await.unwrap(), None);
}
