//! A message has its effect once, however often it comes; and nothing that came is dropped.

use serde_json::Value;

use crate::peers::http::{client, send_sms};
use crate::peers::{Gateway, Phones};

/// A gateway with phones behind the provider `generic`.
async fn gateway_with_phones() -> (Gateway, Phones) {
    let phones = Phones::start().await;
    let mut gateway = Gateway::new("", &[("MAJLIS_DEMO_PHONE_URL", &phones.url)]);
    gateway.start().await;
    (gateway, phones)
}

async fn send(gateway: &Gateway, id: &str, from: &str, text: &str) {
    let status = send_sms(&client(), &gateway.hook("phone"), id, from, text).await.unwrap();
    assert!((200..300).contains(&status), "status {status}");
}

/// The same request twenty times at once.
async fn send_twenty_at_once(gateway: &Gateway, id: &str, from: &str, text: &str) {
    let client = client();
    let requests: Vec<_> = (0..20)
        .map(|_| {
            let (client, hook) = (client.clone(), gateway.hook("phone"));
            let (id, from, text) = (id.to_owned(), from.to_owned(), text.to_owned());
            tokio::spawn(async move { send_sms(&client, &hook, &id, &from, &text).await.unwrap() })
        })
        .collect();
    for request in requests {
        let status = request.await.unwrap();
        assert!((200..300).contains(&status), "a repeat is acknowledged too: {status}");
    }
}

fn option(event: &Value) -> &str {
    event["data"]["answers"][0]["value"]["option"].as_str().unwrap_or("none")
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_identical_posts_at_once_make_one_event() {
    let (gateway, phones) = gateway_with_phones().await;
    let phone = "+447700900101";

    send_twenty_at_once(&gateway, "a1", phone, "PARK").await;
    phones.wait_for(phone, 1).await;
    send_twenty_at_once(&gateway, "a2", phone, "2").await;
    phones.wait_for(phone, 2).await;

    let events = gateway.consumer().wait_for(1).await;
    assert_eq!(option(&events[0]), "later");
    assert_eq!(phones.texts(phone).len(), 2, "one question and one thanks");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_provider_id_from_two_senders_makes_two_events() {
    let (gateway, _phones) = gateway_with_phones().await;

    for phone in ["+447700900102", "+447700900103"] {
        send(&gateway, "s1", phone, "PARK").await;
        send(&gateway, "s2", phone, "2").await;
    }

    let events = gateway.consumer().wait_for(2).await;
    let keys: Vec<_> = events.iter().map(|e| &e["data"]["participant"]["key"]).collect();
    assert_ne!(keys[0], keys[1]);
    assert!(events.iter().all(|event| event["data"]["counts"] == true), "{events:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_id_with_another_text_is_kept_and_flagged() {
    let (gateway, _phones) = gateway_with_phones().await;
    let phone = "+447700900104";

    send(&gateway, "c1", phone, "PARK").await;
    send(&gateway, "c2", phone, "2").await;
    send(&gateway, "c2", phone, "1").await;
    send(&gateway, "c2", phone, "1").await;

    let events = gateway.consumer().wait_for(2).await;
    let counted: Vec<_> = events.iter().filter(|e| e["data"]["counts"] == true).collect();
    let flagged: Vec<_> = events
        .iter()
        .filter(|e| e["data"]["counts"] == false)
        .filter(|e| e["data"]["not_counted_because"] == "id_conflict")
        .collect();
    assert_eq!((counted.len(), flagged.len()), (1, 1), "{events:#?}");
    assert_eq!(option(counted[0]), "later", "the first text counts");
    assert!(
        flagged[0].to_string().contains(r#""raw":"1""#),
        "the other text is kept: {}",
        flagged[0]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_answers_of_one_resident_at_once_are_both_taken_in_some_order() {
    let (gateway, phones) = gateway_with_phones().await;
    let phone = "+447700900105";
    send(&gateway, "t1", phone, "BUS").await;
    phones.wait_for(phone, 1).await;

    let comment = "The bus came late";
    tokio::join!(send(&gateway, "t2", phone, "4"), send(&gateway, "t3", phone, comment));
    // If the comment came first it was no score; said again, it is the comment.
    let texts = phones.wait_for(phone, 3).await;
    if !texts.iter().any(|text| text.contains("receipt")) {
        send(&gateway, "t4", phone, comment).await;
    }

    let events = gateway.consumer().wait_for(1).await;
    assert_eq!(events[0]["data"]["answers"][0]["value"]["score"], 4);
    assert_eq!(events[0]["data"]["answers"][1]["value"]["text"], comment);
}
