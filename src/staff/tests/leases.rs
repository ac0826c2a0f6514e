use super::*;

#[tokio::test]
async fn what_a_crashed_consumer_had_comes_again_and_its_late_ack_is_refused() {
    let api = Api::start().await;
    api.append_many(2).await;
    let consumer = api.reader("parks").await;
    let lost = consumer.lease(10).await;
    assert_eq!(sequences(&lost), [1, 2]);
    api.pass(59);
    assert!(consumer.lease(10).await.is_empty(), "the lease still holds");
    api.pass(1);
    let again = consumer.lease(10).await;
    assert_eq!(sequences(&again), [1, 2]);
    assert!(again.iter().all(|leased| leased.tries == 2), "{again:?}");

    let (status, _) = consumer.ack(&tokens(&lost)).await;
    assert_eq!(status, 409, "every token is stale");
    let mixed = [lost[0].token.as_str(), &again[0].token, &again[1].token];
    assert_eq!(consumer.ack(&mixed).await, (200, json!({"acknowledged": 2, "stale": 1})));
}

#[tokio::test]
async fn what_is_acknowledged_never_comes_again_to_that_consumer() {
    let api = Api::start().await;
    api.append_many(3).await;
    let consumer = api.reader("parks").await;
    let leased = consumer.lease(2).await;
    let done = consumer.ack(&tokens(&leased)).await;
    assert_eq!(done, (200, json!({"acknowledged": 2, "stale": 0})));
    api.pass(100_000);
    assert_eq!(sequences(&consumer.lease(10).await), [3]);
    assert_eq!(consumer.ack(&tokens(&leased)).await.0, 409, "a second ack finds nothing");

    let other = consumer.post("/v1/consumers/archive/lease", &json!({})).await;
    assert_eq!(sequences(&read_lease(other).await), [1, 2, 3], "another name has its own place");
    assert_eq!(consumer.ack(&[]).await, (200, json!({"acknowledged": 0, "stale": 0})));
}

#[tokio::test]
async fn a_leased_or_dead_event_is_byte_for_byte_the_log_s() {
    let api = Api::start().await;
    api.append_many(1).await;
    let consumer = api.reader("parks").await;
    let log = consumer.get("/v1/submissions").await.text().await.unwrap();
    let event = log.strip_prefix('[').and_then(|log| log.strip_suffix(']')).unwrap();
    assert!(event.starts_with('{') && event.contains("\"data\""), "{event}");
    let lease = consumer.post("/v1/consumers/archive/lease", &json!({})).await;
    let lease = lease.text().await.unwrap();
    assert!(lease.contains(event), "{lease}");
    give_back_until_dead(&consumer).await;
    let dead = consumer.get("/v1/consumers/tally/dead-letters").await.text().await.unwrap();
    assert!(dead.contains(event), "{dead}");
}

#[tokio::test]
async fn two_workers_of_one_consumer_never_hold_the_same_event() {
    let api = Api::start().await;
    api.append_many(20).await;
    let (one, two) = (api.reader("parks").await, api.reader("parks").await);
    let (mut all, more) = tokio::join!(one.lease(10), two.lease(10));
    all.extend(more);
    let mut seen = sequences(&all);
    seen.sort_unstable();
    assert!(seen.into_iter().eq(1..=20));
}

#[tokio::test]
async fn a_resident_s_second_event_waits_for_the_ack_of_the_first() {
    let api = Api::start().await;
    api.append(1, "parks").await;
    api.append(1, "parks").await;
    let consumer = api.reader("parks").await;
    let first = consumer.lease(10).await;
    assert_eq!(sequences(&first), [1]);
    assert!(consumer.lease(10).await.is_empty());
    consumer.ack(&tokens(&first)).await;
    assert_eq!(sequences(&consumer.lease(10).await), [2]);
}

#[tokio::test]
async fn a_lease_that_waits_is_answered_when_an_event_arrives() {
    let api = Api::start().await;
    let consumer = api.reader("parks").await;
    let wanted = json!({"max": 10, "seconds": 60, "wait": 55});
    let lease = consumer.post("/v1/consumers/tally/lease", &wanted);
    let append = async {
        // Time to begin waiting. If that took longer, the lease would find the event at once: still right.
        tokio::time::sleep(Duration::from_millis(200)).await;
        api.append(1, "parks").await;
    };
    let (answer, ()) = tokio::join!(lease, append);
    assert_eq!(sequences(&read_lease(answer).await), [1]);
}

#[tokio::test]
async fn what_is_given_back_comes_again_after_the_delay() {
    let api = Api::start().await;
    api.append_many(1).await;
    let consumer = api.reader("parks").await;
    let leased = consumer.lease(1).await;
    let back = json!({"tokens": tokens(&leased), "delay_seconds": 30, "reason": "database away"});
    let answer = consumer.post("/v1/consumers/tally/nack", &back).await;
    assert_eq!(json_of(answer).await, json!({"given_back": 1, "stale": 0}));
    api.pass(29);
    assert!(consumer.lease(1).await.is_empty());
    api.pass(1);
    assert_eq!(consumer.lease(1).await[0].tries, 2);
    problem(consumer.post("/v1/consumers/tally/nack", &back).await, 409).await;
}

/// Gives event 1 back until it is no longer handed out; returns how often it was.
async fn give_back_until_dead(consumer: &Caller<'_>) -> u64 {
    let mut tries = 0;
    loop {
        let leased = consumer.lease(1).await;
        if leased.is_empty() {
            return tries;
        }
        tries += 1;
        assert_eq!((leased[0].sequence, leased[0].tries), (1, tries));
        let back = json!({"tokens": tokens(&leased), "reason": "cannot read it"});
        consumer.post("/v1/consumers/tally/nack", &back).await;
    }
}

#[tokio::test]
async fn an_event_nobody_can_take_is_a_dead_letter_that_can_be_replayed() {
    let api = Api::start().await;
    api.append_many(1).await;
    let consumer = api.reader("parks").await;
    assert_eq!(give_back_until_dead(&consumer).await, 10);

    let letters = json_of(consumer.get("/v1/consumers/tally/dead-letters").await).await;
    let letter = &letters["dead_letters"][0];
    assert_eq!(letters["dead_letters"].as_array().unwrap().len(), 1);
    assert_eq!((&letter["sequence"], &letter["tries"]), (&json!(1), &json!(10)));
    assert_eq!(letter["reason"], "cannot read it");
    assert_valid(&letter["event"]);

    let sequences = json!({"sequences": [1, 7]});
    let answer = consumer.post("/v1/consumers/tally/replay", &sequences).await;
    assert_eq!(json_of(answer).await, json!({"replayed": 1}), "7 is no dead letter");
    assert_eq!(consumer.lease(1).await[0].tries, 1, "it begins anew");
    let letters = json_of(consumer.get("/v1/consumers/tally/dead-letters").await).await;
    assert_eq!(letters, json!({"dead_letters": []}));
}

#[tokio::test]
async fn dead_letters_come_as_many_as_asked_for_oldest_first() {
    let api = Api::start().await;
    api.append_many(3).await;
    let consumer = api.reader("parks").await;
    for _ in 0..10 {
        assert_eq!(consumer.lease(3).await.len(), 3);
        api.pass(60);
    }
    assert!(consumer.lease(3).await.is_empty());
    let letters = json_of(consumer.get("/v1/consumers/tally/dead-letters?limit=2").await).await;
    let found: Vec<_> =
        letters["dead_letters"].as_array().unwrap().iter().map(|l| &l["sequence"]).collect();
    assert_eq!(found, [1, 2]);
    assert!(letters["dead_letters"][0]["reason"].is_null(), "it crashed without a word");
}

#[tokio::test]
async fn consumers_of_two_entities_share_nothing_but_a_name() {
    let api = Api::start().await;
    api.append(1, "parks").await;
    api.append(2, "roads").await;
    let (parks, roads) = (api.reader("parks").await, api.reader("roads").await);
    let platform = api.reader("national").await;
    let of_parks = parks.lease(10).await;
    assert_eq!(sequences(&of_parks), [1]);
    assert_eq!(sequences(&roads.lease(10).await), [2]);
    assert_eq!(sequences(&platform.lease(10).await), [1, 2]);

    let back = json!({"tokens": tokens(&of_parks)});
    assert_eq!(roads.ack(&tokens(&of_parks)).await.0, 409);
    problem(roads.post("/v1/consumers/tally/nack", &back).await, 409).await;
    // The platform holds event 1 too, in a lease of its own; giving that back moves nothing of the entity's.
    platform.post("/v1/consumers/tally/nack", &back).await;
    assert!(parks.lease(10).await.is_empty(), "still out");
    assert_eq!(parks.ack(&tokens(&of_parks)).await.0, 200, "its own lease is still good");
}

#[tokio::test]
async fn dead_letters_of_one_entity_are_neither_seen_nor_replayed_by_another() {
    let api = Api::start().await;
    api.append_many(1).await;
    let (parks, roads) = (api.reader("parks").await, api.reader("roads").await);
    give_back_until_dead(&parks).await;
    let path = "/v1/consumers/tally";
    for stranger in [&roads, &api.reader("national").await] {
        let letters = json_of(stranger.get(&format!("{path}/dead-letters")).await).await;
        assert_eq!(letters, json!({"dead_letters": []}));
        let wanted = json!({"sequences": [1]});
        let replayed = stranger.post(&format!("{path}/replay"), &wanted).await;
        assert_eq!(json_of(replayed).await, json!({"replayed": 0}));
    }
    assert!(parks.lease(1).await.is_empty(), "still dead");
}
