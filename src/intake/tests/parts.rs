//! Words that come in parts, as some providers hand them on.

use jiff::ToSpan;
use majlis_channels::Part;

use super::*;

/// A part of a text to the demo's phone line.
async fn part(talk: &Talk, id: &str, number: u8, of: u8, text: &str) -> Received {
    let part = Part::new("49".to_owned(), number, of).unwrap();
    let inbound = Inbound {
        channel: "phone".to_owned(),
        kind: "sms",
        provider: Some("vonage".to_owned()),
        from: Address::phone(ANNA).unwrap(),
        to: None,
        provider_id: id.to_owned(),
        content: Content::Part { text: text.to_owned(), part },
        received_at: super::super::now(),
        lang: None,
        sender: majlis_channels::Proof::Proven,
        answers: None,
    };
    talk.gateway.receive(inbound).await.unwrap()
}

async fn minutes_later(talk: &Talk, minutes: i64) -> Ticked {
    talk.clock().tick(super::super::now() + minutes.minutes()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_out_of_order_and_repeated_are_one_keyword() {
    let talk = Talk::start();
    let (first, second) = ("PA", "RK");
    assert!(part(&talk, "p2", 2, 2, second).await.replies.is_empty(), "half a word says nothing");
    let again = part(&talk, "p2", 2, 2, second).await;
    assert!(again.duplicate);
    assert!(part(&talk, "p2-copy", 2, 2, second).await.replies.is_empty());
    let whole = part(&talk, "p1", 1, 2, first).await;
    assert_eq!(whole.replies.len(), 1, "the conversation begins");
    for (id, number, text) in [("p1", 1, first), ("p2", 2, second)] {
        let again = part(&talk, id, number, 2, text).await;
        assert!(again.duplicate && again.replies.is_empty());
    }
    assert!(part(&talk, "p1-copy", 1, 2, first).await.replies.is_empty());
    assert_eq!(minutes_later(&talk, 60).await.partial, 0);
    assert_eq!(talk.outbox().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_with_a_part_missing_is_taken_after_ten_minutes_and_flagged() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    part(&talk, "p3", 3, 3, "and cover it against the sun.").await;
    part(&talk, "p1", 1, 3, "Build a bench beside the fountain ").await;
    assert_eq!(minutes_later(&talk, 9).await.partial, 0);
    assert_eq!(minutes_later(&talk, 11).await.partial, 1);
    assert_eq!(minutes_later(&talk, 11).await.partial, 0, "once");
    for _ in 0..8 {
        if !talk.events().await.is_empty() {
            break;
        }
        talk.says(ANNA, "skip").await;
    }
    let events = talk.events().await;
    let event = events.last().unwrap();
    let text = "Build a bench beside the fountain  … and cover it against the sun.";
    assert!(event["answers"].to_string().contains(text), "{event}");
    assert_eq!(event["flags"], serde_json::json!(["partial_text"]), "{event}");
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_parts_outlive_the_gateway() {
    let talk = Talk::start();
    let (first, second) = ("PA", "RK");
    part(&talk, "p1", 1, 2, first).await;
    // Another gateway over another connection to the same file: nothing but the file remembers.
    let mut config = demo::config(&Wanted::for_trial()).unwrap();
    config.store.path = talk._folder.path().join("majlis.db");
    let (gateway, store) = assemble(&config).unwrap();
    let other =
        Talk { gateway, store, next: AtomicU32::new(0), _folder: tempfile::tempdir().unwrap() };
    assert_eq!(part(&other, "p2", 2, 2, second).await.replies.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_words_in_between_do_not_disturb_the_parts() {
    let talk = Talk::start();
    let (first, second) = ("PA", "RK");
    part(&talk, "p1", 1, 2, first).await;
    talk.says(ANNA, "HELP").await;
    assert_eq!(part(&talk, "p2", 2, 2, second).await.replies.len(), 1);
    assert_eq!(minutes_later(&talk, 60).await.partial, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_takes_waiting_parts_with_it() {
    let talk = Talk::start();
    part(&talk, "p1", 1, 2, "kestrel").await;
    let forgotten =
        talk.gateway.forget(&Address::phone(ANNA).unwrap(), super::super::now()).await.unwrap();
    assert!(forgotten.known);
    assert_eq!(minutes_later(&talk, 60).await.partial, 0);
    assert!(talk.outbox().await.iter().all(|text| !text.contains("kestrel")));
}
