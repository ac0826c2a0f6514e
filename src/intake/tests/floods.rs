//! Somebody, or something, sends more than a person does.

use std::num::NonZeroU32;

use super::*;

/// Three messages at once are as much as a person sends.
fn strict() -> Talk {
    Talk::with(|config| {
        config.limits.at_once = NonZeroU32::new(3).unwrap();
        config.limits.per_minute = NonZeroU32::MIN;
    })
}

#[tokio::test]
async fn a_flood_is_taken_and_marked_and_answered_once() {
    let talk = strict();
    for text in ["BUS", "9", "9"] {
        assert!(!talk.says(ANNA, text).await.is_empty());
    }
    let told = talk.says(ANNA, "4").await;
    assert!(told.contains("You send many messages"), "{told}");
    assert_eq!(talk.says(ANNA, "The driver waited for me").await, "");

    let events = talk.events().await;
    assert_eq!(events[0]["answers"][0]["value"]["score"], 4, "what was said has its effect");
    assert_eq!(events[0]["flags"], serde_json::json!(["soft_limited"]));
    assert_eq!(events[0]["counts"], true);
    assert!(!talk.says(BADR, "BUS").await.is_empty(), "others do not notice");
}

#[tokio::test]
async fn stop_is_confirmed_and_danger_answered_in_the_middle_of_a_flood() {
    let talk = strict();
    for _ in 0..5 {
        talk.says(ANNA, "BUS").await;
    }
    assert!(talk.says(ANNA, "our house is on fire").await.contains("999"));
    assert!(talk.says(ANNA, "STOP").await.contains("get no more messages"));
    assert!(talk.says(ANNA, "STOP").await.contains("get no more messages"), "now of all");
    assert_eq!(talk.says(ANNA, "STOP").await, "", "it was said");
}

#[tokio::test]
async fn a_page_is_always_shown_its_answer() {
    let talk = strict();
    for _ in 0..6 {
        let received = talk.fills_in("web-of-anna-0000000000", "score", "9", "en").await;
        assert!(!received.replies.is_empty());
    }
}
