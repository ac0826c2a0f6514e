//! The queue: the log, scopes, leases, dead letters, order.

use std::sync::Arc;

use super::*;
use crate::store::{Consumer, Lease, Leased, Scope};

promises!(
    the_log_is_read_after_a_number_and_within_a_scope,
    readers_are_told_of_new_events,
    an_event_is_leased_until_it_is_acknowledged,
    what_a_crashed_consumer_held_comes_again,
    an_old_token_is_worth_nothing,
    what_is_given_back_comes_again_when_it_is_due,
    a_resident_s_later_event_waits_for_the_earlier,
    after_too_many_tries_an_event_is_a_dead_letter_and_the_next_goes_on,
    dead_letters_can_be_replayed,
    consumers_do_not_see_each_other,
    a_token_is_good_for_its_own_consumer_alone,
    a_consumer_sees_its_entity_only,
    two_workers_of_a_consumer_share_without_overlap,
    the_place_of_each_consumer_is_known,
);

fn consumer(name: &str) -> Consumer {
    Consumer { owner: "dubai-parks".into(), name: name.into(), scope: Scope::All }
}

fn lease(max: usize, now: i64) -> Lease {
    Lease { max, now: at(now), until: at(now + 30), max_tries: 3 }
}

/// Events E1… each of another resident.
async fn put<S: AnyStore>(store: &S, count: u32) {
    for number in 1..=count {
        let id = format!("E{number}");
        commit_with(store, &phone(number), &id, vec![event(&id, "dubai-parks")], vec![]).await;
    }
}

fn sequences(leased: &[Leased]) -> Vec<u64> {
    leased.iter().map(|l| l.event.sequence).collect()
}

fn tokens(leased: &[Leased]) -> Vec<String> {
    leased.iter().map(|l| l.token.clone()).collect()
}

async fn the_log_is_read_after_a_number_and_within_a_scope<S: AnyStore>(store: Arc<S>) {
    for (number, entity) in [(1, "parks"), (2, "roads"), (3, "parks"), (4, "roads")] {
        let id = format!("E{number}");
        commit_with(&*store, &phone(number), &id, vec![event(&id, entity)], vec![]).await;
    }
    let read = async |scope: &Scope, after, limit| {
        let events = store.read(scope, after, limit).await.unwrap();
        events.into_iter().map(|e| e.sequence).collect::<Vec<_>>()
    };
    assert_eq!(read(&Scope::All, 1, 2).await, [2, 3]);
    assert_eq!(read(&Scope::All, 4, 10).await, [0; 0]);
    assert_eq!(read(&Scope::Entity("roads".into()), 0, 10).await, [2, 4]);
    assert_eq!(read(&Scope::Entity("roads".into()), 2, 10).await, [4]);
    assert_eq!(read(&Scope::Entity("nobody".into()), 0, 10).await, [0; 0]);
    assert_eq!(store.last().await.unwrap(), 4);
}

async fn readers_are_told_of_new_events<S: AnyStore>(store: Arc<S>) {
    let mut watch = store.watch();
    watch.mark_unchanged();
    put(&*store, 1).await;
    assert!(watch.has_changed().unwrap());
    assert_eq!(store.last().await.unwrap(), 1, "what is told of can be read");
}

async fn an_event_is_leased_until_it_is_acknowledged<S: AnyStore>(store: Arc<S>) {
    put(&*store, 3).await;
    let c = consumer("platform");
    let first = store.lease(&c, lease(2, 0)).await.unwrap();
    assert_eq!(sequences(&first), [1, 2]);
    assert_eq!(first[0].tries, 1);
    assert!(first[0].event.body.contains(r#""sequence":"00000000000000000001""#));
    assert_eq!(sequences(&store.lease(&c, lease(2, 0)).await.unwrap()), [3]);
    assert_eq!(store.ack(&c, &tokens(&first)).await.unwrap(), 2);
    assert_eq!(store.ack(&c, &tokens(&first)).await.unwrap(), 0, "an ack counts once");
    assert_eq!(sequences(&store.lease(&c, lease(9, 100)).await.unwrap()), [3]);
}

async fn what_a_crashed_consumer_held_comes_again<S: AnyStore>(store: Arc<S>) {
    put(&*store, 2).await;
    let c = consumer("platform");
    store.lease(&c, lease(1, 0)).await.unwrap();
    assert_eq!(sequences(&store.lease(&c, lease(9, 29)).await.unwrap()), [2], "still out");
    let again = store.lease(&c, lease(9, 30)).await.unwrap();
    assert_eq!((sequences(&again), again[0].tries), (vec![1], 2));
}

async fn an_old_token_is_worth_nothing<S: AnyStore>(store: Arc<S>) {
    put(&*store, 1).await;
    let c = consumer("platform");
    let old = store.lease(&c, lease(1, 0)).await.unwrap();
    let new = store.lease(&c, lease(1, 30)).await.unwrap();
    assert_eq!(store.ack(&c, &tokens(&old)).await.unwrap(), 0);
    assert_eq!(store.nack(&c, &tokens(&old), at(30), "late").await.unwrap(), 0);
    for nonsense in ["", ".", "1", "x.y", "9.9", "1.1.1", "٣.٣"] {
        assert_eq!(store.ack(&c, &[nonsense.into()]).await.unwrap(), 0, "{nonsense}");
    }
    assert_eq!(store.ack(&c, &tokens(&new)).await.unwrap(), 1);
}

async fn a_token_is_good_for_its_own_consumer_alone<S: AnyStore>(store: Arc<S>) {
    put(&*store, 1).await;
    let (one, two) = (consumer("one"), consumer("two"));
    let ones = store.lease(&one, lease(1, 0)).await.unwrap();
    let twos = store.lease(&two, lease(1, 0)).await.unwrap();
    assert_eq!(store.ack(&two, &tokens(&ones)).await.unwrap(), 0);
    assert_eq!(store.nack(&one, &tokens(&twos), at(0), "mine").await.unwrap(), 0);
    assert_eq!(store.ack(&two, &tokens(&twos)).await.unwrap(), 1, "still out");
}

async fn what_is_given_back_comes_again_when_it_is_due<S: AnyStore>(store: Arc<S>) {
    put(&*store, 2).await;
    let c = consumer("platform");
    let first = store.lease(&c, lease(1, 0)).await.unwrap();
    assert_eq!(store.nack(&c, &tokens(&first), at(10), "not now").await.unwrap(), 1);
    assert_eq!(sequences(&store.lease(&c, lease(1, 9)).await.unwrap()), [2]);
    let again = store.lease(&c, lease(9, 10)).await.unwrap();
    assert_eq!((sequences(&again), again[0].tries), (vec![1], 2));
}

async fn a_resident_s_later_event_waits_for_the_earlier<S: AnyStore>(store: Arc<S>) {
    let (sara, omar) = (phone(1), phone(2));
    for (id, who) in [("E1", &sara), ("E2", &sara), ("E3", &omar), ("E4", &sara)] {
        commit_with(&*store, who, id, vec![event(id, "dubai-parks")], vec![]).await;
    }
    let c = consumer("platform");
    let first = store.lease(&c, lease(9, 0)).await.unwrap();
    assert_eq!(sequences(&first), [1, 3], "one of each resident");
    store.nack(&c, &tokens(&first[..1]), at(20), "not now").await.unwrap();
    assert!(store.lease(&c, lease(9, 19)).await.unwrap().is_empty(), "1 waits to come back");
    let again = store.lease(&c, lease(9, 20)).await.unwrap();
    assert_eq!(sequences(&again), [1]);
    store.ack(&c, &tokens(&again)).await.unwrap();
    let second = store.lease(&c, lease(9, 21)).await.unwrap();
    assert_eq!((sequences(&second), second[0].tries), (vec![2], 1));
    store.ack(&c, &tokens(&second)).await.unwrap();
    assert_eq!(sequences(&store.lease(&c, lease(9, 22)).await.unwrap()), [4]);
}

/// Leases event 1 of `phone(1)` until it is dead; event 2 is of the same resident.
async fn let_the_first_die<S: AnyStore>(store: &S, c: &Consumer) {
    for id in ["E1", "E2"] {
        commit_with(store, &phone(1), id, vec![event(id, "dubai-parks")], vec![]).await;
    }
    for tries in 1..=3 {
        let leased = store.lease(c, lease(9, i64::from(tries) * 100)).await.unwrap();
        assert_eq!((sequences(&leased), leased[0].tries), (vec![1], tries));
        store.nack(c, &tokens(&leased), at(0), "cannot parse").await.unwrap();
    }
}

async fn after_too_many_tries_an_event_is_a_dead_letter_and_the_next_goes_on<S: AnyStore>(
    store: Arc<S>,
) {
    let c = consumer("platform");
    let_the_first_die(&*store, &c).await;
    assert_eq!(sequences(&store.lease(&c, lease(9, 400)).await.unwrap()), [2]);
    let dead = store.dead_letters(&c, 10).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].event.sequence, dead[0].tries), (1, 3));
    assert_eq!(dead[0].reason.as_deref(), Some("cannot parse"));
}

async fn dead_letters_can_be_replayed<S: AnyStore>(store: Arc<S>) {
    let c = consumer("platform");
    let_the_first_die(&*store, &c).await;
    let second = store.lease(&c, lease(9, 400)).await.unwrap();
    assert_eq!(store.replay(&c, &[1, 2, 77]).await.unwrap(), 1, "only the dead");
    assert!(store.lease(&c, lease(9, 401)).await.unwrap().is_empty(), "2 is still out");
    store.ack(&c, &tokens(&second)).await.unwrap();
    let again = store.lease(&c, lease(9, 402)).await.unwrap();
    assert_eq!((sequences(&again), again[0].tries), (vec![1], 1));
    assert!(store.dead_letters(&c, 10).await.unwrap().is_empty());
}

async fn consumers_do_not_see_each_other<S: AnyStore>(store: Arc<S>) {
    put(&*store, 1).await;
    let (one, other) = (consumer("one"), consumer("other"));
    let namesake = Consumer { owner: "roads".into(), ..consumer("one") };
    let leased = store.lease(&one, lease(9, 0)).await.unwrap();
    assert_eq!(store.ack(&other, &tokens(&leased)).await.unwrap(), 0);
    assert_eq!(store.ack(&namesake, &tokens(&leased)).await.unwrap(), 0);
    for c in [&other, &namesake] {
        assert_eq!(sequences(&store.lease(c, lease(9, 0)).await.unwrap()), [1]);
    }
}

async fn a_consumer_sees_its_entity_only<S: AnyStore>(store: Arc<S>) {
    for (number, entity) in [(1, "parks"), (2, "roads"), (3, "parks")] {
        let id = format!("E{number}");
        commit_with(&*store, &phone(number), &id, vec![event(&id, entity)], vec![]).await;
    }
    let wide = consumer("c");
    let narrow = Consumer { scope: Scope::Entity("roads".into()), ..consumer("c") };
    assert_eq!(sequences(&store.lease(&narrow, lease(9, 0)).await.unwrap()), [2]);
    // The same name with a wider key is another consumer: it misses nothing and shares nothing.
    assert_eq!(sequences(&store.lease(&wide, lease(9, 0)).await.unwrap()), [1, 2, 3]);
    assert_eq!(sequences(&store.lease(&narrow, lease(9, 60)).await.unwrap()), [2]);
}

async fn two_workers_of_a_consumer_share_without_overlap<S: AnyStore>(store: Arc<S>) {
    put(&*store, 30).await;
    let tasks: Vec<_> = (0..6)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(
                async move { store.lease(&consumer("platform"), lease(5, 0)).await.unwrap() },
            )
        })
        .collect();
    let mut seen = Vec::new();
    for task in tasks {
        seen.extend(sequences(&task.await.unwrap()));
    }
    seen.sort_unstable();
    assert!(seen.into_iter().eq(1..=30));
}

async fn the_place_of_each_consumer_is_known<S: AnyStore>(store: Arc<S>) {
    put(&*store, 5).await;
    let c = consumer("platform");
    let leased = store.lease(&c, lease(3, 0)).await.unwrap();
    store.ack(&c, &tokens(&leased[..1])).await.unwrap();
    let places = store.consumers().await.unwrap();
    assert_eq!(places.len(), 1);
    assert_eq!((places[0].owner.as_str(), places[0].name.as_str()), ("dubai-parks", "platform"));
    assert_eq!((places[0].position, places[0].pending, places[0].dead), (3, 2, 0));
}
