//! `majlis demo`: everything on one machine with nothing installed, ready at once.

use serde_json::Value;

use crate::peers::Demo;
use crate::peers::http::{client, send_sms};
use crate::peers::process::wait_for;

async fn say(demo: &Demo, id: &str, from: &str, text: &str) {
    let status = send_sms(&client(), demo.field("sms_hook"), id, from, text).await.unwrap();
    assert!((200..300).contains(&status), "status {status}");
}

/// Waits until the simulated phone shows some words.
async fn wait_for_phone(demo: &Demo, number: &str, words: &str) {
    wait_for(&format!("`{words}` on the phone"), std::time::Duration::from_secs(10), async || {
        demo.phone_page(number).await.contains(words).then_some(())
    })
    .await;
}

fn campaign<'a>(events: &'a [Value], id: &str) -> &'a Value {
    let found = events.iter().find(|event| event["data"]["campaign"] == id);
    &found.unwrap_or_else(|| panic!("an event of {id}"))["data"]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_line_names_everything_and_every_address_answers() {
    let demo = Demo::start().await;
    println!("demo: ready {} ms after the start of the program", demo.ready_after.as_millis());

    for name in ["public", "staff", "sign_in", "phone", "key", "sms_hook"] {
        assert!(!demo.field(name).is_empty(), "{name}");
    }
    assert!(demo.field("key").starts_with("mj_"));
    let mut pages = vec![demo.field("public"), demo.field("phone")];
    for (id, keyword) in [("park-hours", "PARK"), ("shade-ideas", "SHADE"), ("bus-trip", "BUS")] {
        let campaigns = demo.said["campaigns"].as_array().unwrap();
        let found = campaigns.iter().find(|campaign| campaign["id"] == id).unwrap();
        assert_eq!(found["keyword"], keyword);
        pages.push(demo.campaign_url(id));
    }
    for page in pages {
        let answer = client().get(page).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{page}");
    }
    assert!(demo.data().join("majlis.db").exists(), "the data is where --data said");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_takes_part_in_all_three_campaigns_by_sms() {
    let mut demo = Demo::start().await;
    let phone = "+971500000042";

    say(&demo, "d1", phone, "PARK").await;
    wait_for_phone(&demo, phone, "Close later").await;
    say(&demo, "d2", phone, "2").await;
    say(&demo, "d3", phone, "SHADE").await;
    say(&demo, "d4", phone, "Trees along the school fence").await;
    say(&demo, "d5", phone, "Al Wasl Road, by the bakery").await;
    say(&demo, "d6", phone, "حافلة").await;
    say(&demo, "d7", phone, "٥").await;
    say(&demo, "d8", phone, "شكراً للسائق").await;

    let events = demo.consumer().wait_for(3).await;
    let poll = campaign(&events, "park-hours");
    assert_eq!(poll["answers"][0]["value"]["option"], "later");
    assert_eq!(poll["kind"], "poll");
    let idea = campaign(&events, "shade-ideas");
    assert_eq!(idea["answers"][0]["value"]["text"], "Trees along the school fence");
    assert_eq!(idea["answers"][1]["value"]["text"], "Al Wasl Road, by the bakery");
    let feedback = campaign(&events, "bus-trip");
    assert_eq!(feedback["answers"][0]["value"]["score"], 5);
    assert_eq!(feedback["answers"][1]["value"]["text"], "شكراً للسائق");
    assert_eq!(feedback["language"]["used"], "ar");
    for event in [poll, idea, feedback] {
        wait_for_phone(&demo, phone, event["receipt"].as_str().unwrap()).await;
    }
    demo.assert_alive().await;
    assert!(!demo.log().contains("971500000042"), "no number in the log: {}", demo.log());
}
