//! The outbox: order, leases, outcomes, reports.

use std::sync::Arc;

use majlis_channels::{Report, ReportState};

use super::*;
use crate::store::{Claim, Claimed, Delivery, DeliveryState, Settled};

promises!(
    replies_overtake_campaign_messages,
    one_resident_is_sent_one_message_at_a_time_in_order,
    a_retry_holds_back_what_comes_after_it,
    nothing_is_claimed_before_it_is_due,
    channels_do_not_hold_each_other_up,
    a_lost_lease_is_unknown_and_the_next_goes_on,
    a_lost_lease_is_sent_again_where_repeats_are_safe,
    an_outcome_after_the_lease_was_lost_is_ignored,
    a_delivery_is_claimed_once_by_many_at_once,
    the_dead_are_listed_and_sent_again,
    an_opt_out_told_by_the_provider_is_recorded_and_cannot_be_overwritten,
    reports_never_go_backwards,
    a_report_can_come_before_the_answer,
    reports_find_their_delivery_by_either_id_and_only_on_their_channel,
    the_depth_counts_what_waits_and_what_is_lost,
    the_sender_is_told_of_new_deliveries,
    a_delivery_knows_its_campaign,
);

fn claim(max: usize, now: i64) -> Claim {
    let (now, until) = (at(now), at(now + 30));
    Claim { channel: "sms".into(), max, now, until, repeat_safe: false }
}

fn campaign_message(id: &str, to: &Address) -> NewDelivery {
    NewDelivery { lane: Lane::Campaign, ..reply(id, to) }
}

fn accepted(provider_id: &str) -> Settled {
    Settled::Accepted { provider_id: Some(provider_id.into()) }
}

fn retry(seconds: i64) -> Settled {
    Settled::Retry { at: at(seconds), reason: "busy".into() }
}

fn dead() -> Settled {
    Settled::Dead { reason: "no such number".into(), opted_out: false }
}

fn report(delivery: &str, state: ReportState) -> Report {
    Report {
        channel: "sms".into(),
        delivery: Some(delivery.into()),
        provider_id: None,
        state,
        code: Some("77".into()),
    }
}

fn ids(claimed: &[Claimed]) -> Vec<&str> {
    claimed.iter().map(|c| c.id.as_str()).collect()
}

async fn put<S: AnyStore>(store: &S, message: &str, deliveries: Vec<NewDelivery>) {
    commit_with(store, &phone(99), message, vec![], deliveries).await;
}

async fn find<S: AnyStore>(store: &S, id: &str) -> Delivery {
    store.list(None, 100).await.unwrap().into_iter().find(|d| d.id == id).unwrap()
}

async fn replies_overtake_campaign_messages<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![campaign_message("C1", &phone(1)), campaign_message("C2", &phone(2))])
        .await;
    put(&*store, "2", vec![reply("R3", &phone(3)), reply("R1", &phone(1))]).await;
    let first = store.claim(claim(3, 0)).await.unwrap();
    assert_eq!(ids(&first), ["R3", "R1", "C1"], "a reply and a campaign message may both be out");
    assert_eq!(ids(&store.claim(claim(3, 0)).await.unwrap()), ["C2"]);
    assert_eq!(
        (&first[0].to, first[0].from.as_deref(), first[0].attempt),
        (&phone(3), Some("4040"), 1)
    );
    assert!(first[0].message.contains("R3"));
}

async fn one_resident_is_sent_one_message_at_a_time_in_order<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", (1..=3).map(|n| reply(&format!("D{n}"), &phone(1))).collect()).await;
    for id in ["D1", "D2", "D3"] {
        assert_eq!(ids(&store.claim(claim(10, 0)).await.unwrap()), [id]);
        assert!(store.claim(claim(10, 0)).await.unwrap().is_empty(), "{id} is still out");
        store.settle(id, accepted(id)).await.unwrap();
    }
    assert!(store.claim(claim(10, 0)).await.unwrap().is_empty());
}

async fn a_retry_holds_back_what_comes_after_it<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1)), reply("D2", &phone(1))]).await;
    store.claim(claim(1, 0)).await.unwrap();
    store.settle("D1", retry(60)).await.unwrap();
    assert!(store.claim(claim(10, 59)).await.unwrap().is_empty());
    assert_eq!(store.next_due("sms").await.unwrap(), Some(at(60)));
    let again = store.claim(claim(10, 60)).await.unwrap();
    assert_eq!((ids(&again), again[0].attempt), (vec!["D1"], 2));
    store.settle("D1", dead()).await.unwrap();
    assert_eq!(ids(&store.claim(claim(10, 60)).await.unwrap()), ["D2"]);
}

async fn nothing_is_claimed_before_it_is_due<S: AnyStore>(store: Arc<S>) {
    assert_eq!(store.next_due("sms").await.unwrap(), None);
    put(&*store, "1", vec![NewDelivery { due: at(10), ..reply("D1", &phone(1)) }]).await;
    assert!(store.claim(claim(10, 9)).await.unwrap().is_empty());
    assert_eq!(store.next_due("sms").await.unwrap(), Some(at(10)));
    assert_eq!(store.claim(claim(10, 10)).await.unwrap().len(), 1);
}

async fn channels_do_not_hold_each_other_up<S: AnyStore>(store: Arc<S>) {
    let other = NewDelivery { channel: "sms-2".into(), ..reply("D2", &phone(1)) };
    put(&*store, "1", vec![reply("D1", &phone(1)), other]).await;
    assert_eq!(ids(&store.claim(claim(10, 0)).await.unwrap()), ["D1"]);
    let second = Claim { channel: "sms-2".into(), ..claim(10, 0) };
    assert_eq!(ids(&store.claim(second).await.unwrap()), ["D2"]);
}

async fn a_lost_lease_is_unknown_and_the_next_goes_on<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1)), reply("D2", &phone(1))]).await;
    store.claim(claim(10, 0)).await.unwrap();
    assert!(store.claim(claim(10, 29)).await.unwrap().is_empty(), "the lease still holds");
    assert_eq!(ids(&store.claim(claim(10, 30)).await.unwrap()), ["D2"]);
    assert_eq!(find(&*store, "D1").await.state, DeliveryState::Unknown);
}

async fn a_lost_lease_is_sent_again_where_repeats_are_safe<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1)), reply("D2", &phone(1))]).await;
    store.claim(claim(10, 0)).await.unwrap();
    let again = store.claim(Claim { repeat_safe: true, ..claim(10, 30) }).await.unwrap();
    assert_eq!((ids(&again), again[0].attempt), (vec!["D1"], 2));
}

async fn an_outcome_after_the_lease_was_lost_is_ignored<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1))]).await;
    store.claim(claim(10, 0)).await.unwrap();
    store.claim(claim(10, 30)).await.unwrap();
    store.settle("D1", retry(31)).await.unwrap();
    assert!(store.claim(claim(10, 31)).await.unwrap().is_empty());
    assert_eq!(find(&*store, "D1").await.state, DeliveryState::Unknown);
    store.settle("nobody", retry(31)).await.unwrap();
}

async fn a_delivery_is_claimed_once_by_many_at_once<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", (0..50).map(|n| reply(&format!("D{n:02}"), &phone(n))).collect()).await;
    let tasks: Vec<_> = (0..10)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.claim(claim(7, 0)).await.unwrap() })
        })
        .collect();
    let mut seen = Vec::new();
    for task in tasks {
        seen.extend(task.await.unwrap().into_iter().map(|c| c.id));
    }
    seen.sort();
    assert!(seen.iter().cloned().eq((0..50).map(|n| format!("D{n:02}"))), "each once: {seen:?}");
}

async fn the_dead_are_listed_and_sent_again<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1)), reply("D2", &phone(2)), reply("D3", &phone(3))])
        .await;
    store.claim(claim(10, 0)).await.unwrap();
    store.settle("D1", dead()).await.unwrap();
    store.settle("D2", Settled::Unknown { reason: "no answer".into() }).await.unwrap();
    store.settle("D3", accepted("p3")).await.unwrap();
    let listed = store.list(Some(DeliveryState::Dead), 10).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(
        (listed[0].id.as_str(), listed[0].reason.as_deref()),
        ("D1", Some("no such number"))
    );
    let all = ["D1", "D2", "D3", "nobody"].map(String::from);
    assert_eq!(store.send_again(&all, at(5)).await.unwrap(), 2, "what was sent is not sent again");
    let again = store.claim(claim(10, 5)).await.unwrap();
    assert_eq!(ids(&again), ["D1", "D2"]);
    assert_eq!(again[0].attempt, 1, "the count begins anew");
}

async fn an_opt_out_told_by_the_provider_is_recorded_and_cannot_be_overwritten<S: AnyStore>(
    store: Arc<S>,
) {
    let sara = phone(1);
    commit_with(&*store, &sara, "1", vec![], vec![reply("D1", &sara)]).await;
    let before = store.load(&sara).await.unwrap();
    store.claim(claim(10, 0)).await.unwrap();
    let outcome = Settled::Dead { reason: "unsubscribed".into(), opted_out: true };
    store.settle("D1", outcome).await.unwrap();
    let after = store.load(&sara).await.unwrap();
    assert!(after.resident.opted_out.is_some());
    let stale = unit(&sara, "2", "loaded before", before.version);
    assert_eq!(store.commit(stale).await.unwrap(), Committed::Conflict);
}

async fn reports_never_go_backwards<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1)), reply("D2", &phone(2)), reply("D3", &phone(3))])
        .await;
    store.claim(claim(10, 0)).await.unwrap();
    let orders = [
        ("D1", [ReportState::Sent, ReportState::Delivered, ReportState::Sent], "delivered"),
        ("D2", [ReportState::Delivered, ReportState::Failed, ReportState::Sent], "delivered"),
        ("D3", [ReportState::Failed, ReportState::Delivered, ReportState::Sent], "failed"),
    ];
    for (id, states, last) in orders {
        store.settle(id, accepted(id)).await.unwrap();
        for state in states {
            assert!(store.report(&report(id, state), at(1)).await.unwrap());
        }
        let state = serde_json::to_value(find(&*store, id).await.state).unwrap();
        assert_eq!(state, last, "{id}");
    }
}

async fn a_report_can_come_before_the_answer<S: AnyStore>(store: Arc<S>) {
    put(&*store, "1", vec![reply("D1", &phone(1)), reply("D2", &phone(1))]).await;
    store.claim(claim(10, 0)).await.unwrap();
    store.report(&report("D1", ReportState::Delivered), at(1)).await.unwrap();
    assert_eq!(ids(&store.claim(claim(10, 1)).await.unwrap()), ["D2"], "its line goes on");
    store.settle("D1", accepted("p1")).await.unwrap();
    assert_eq!(find(&*store, "D1").await.state, DeliveryState::Delivered);
    // A try that seemed lost had arrived after all: it is not tried again.
    store.settle("D2", retry(10)).await.unwrap();
    store.report(&report("D2", ReportState::Delivered), at(2)).await.unwrap();
    assert!(store.claim(claim(10, 10)).await.unwrap().is_empty());
}

async fn reports_find_their_delivery_by_either_id_and_only_on_their_channel<S: AnyStore>(
    store: Arc<S>,
) {
    put(&*store, "1", vec![reply("D1", &phone(1))]).await;
    store.claim(claim(10, 0)).await.unwrap();
    store.settle("D1", accepted("p1")).await.unwrap();
    let theirs = Report {
        delivery: None,
        provider_id: Some("p1".into()),
        ..report("", ReportState::Delivered)
    };
    let elsewhere = Report { channel: "sms-2".into(), ..theirs.clone() };
    assert!(!store.report(&elsewhere, at(1)).await.unwrap());
    let elsewhere = Report { channel: "sms-2".into(), ..report("D1", ReportState::Delivered) };
    assert!(!store.report(&elsewhere, at(1)).await.unwrap());
    assert!(!store.report(&report("D9", ReportState::Delivered), at(1)).await.unwrap());
    assert_eq!(find(&*store, "D1").await.state, DeliveryState::Sent);
    assert!(store.report(&theirs, at(1)).await.unwrap());
    assert_eq!(find(&*store, "D1").await.state, DeliveryState::Delivered);
}

async fn the_depth_counts_what_waits_and_what_is_lost<S: AnyStore>(store: Arc<S>) {
    let late = NewDelivery { due: at(-50), ..reply("D4", &phone(4)) };
    let more = [1, 2, 3].map(|n| reply(&format!("D{n}"), &phone(n)));
    put(&*store, "1", more.into_iter().chain([late]).collect()).await;
    let depth = store.depth().await.unwrap();
    assert_eq!((depth.waiting, depth.oldest_due), (4, Some(at(-50))));
    store.claim(claim(10, 0)).await.unwrap();
    store.settle("D1", dead()).await.unwrap();
    store.settle("D2", Settled::Unknown { reason: "no answer".into() }).await.unwrap();
    store.settle("D3", accepted("p3")).await.unwrap();
    let depth = store.depth().await.unwrap();
    assert_eq!((depth.waiting, depth.dead, depth.unknown), (1, 1, 1));
}

async fn the_sender_is_told_of_new_deliveries<S: AnyStore>(store: Arc<S>) {
    let mut signal = store.outbox_signal();
    signal.mark_unchanged();
    commit_with(&*store, &phone(1), "1", vec![], vec![]).await;
    assert!(!signal.has_changed().unwrap(), "nothing to send yet");
    put(&*store, "2", vec![reply("D1", &phone(1))]).await;
    assert!(signal.has_changed().unwrap());
}

async fn a_delivery_knows_its_campaign<S: AnyStore>(store: Arc<S>) {
    let none = NewDelivery { campaign: None, ..reply("D2", &phone(2)) };
    put(&*store, "1", vec![reply("D1", &phone(1)), none]).await;
    assert_eq!(store.campaign_of("D1").await.unwrap().as_deref(), Some("park-hours"));
    assert_eq!(store.campaign_of("D2").await.unwrap(), None);
    assert_eq!(store.campaign_of("D9").await.unwrap(), None);
}
