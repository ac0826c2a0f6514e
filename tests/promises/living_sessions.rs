//! Sessions that live: silence, second thoughts, leaving for good; several campaigns at once.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::peers::consumer::check_no_gap;
use crate::peers::http::{client, send_sms};
use crate::peers::process::wait_for;
use crate::peers::{Gateway, Phones};

const PHONE: &str = "+447700900201";

struct Scene {
    gateway: Gateway,
    phones: Phones,
    sent: usize,
}

impl Scene {
    async fn start(settings: &[(&str, &str)]) -> Self {
        let phones = Phones::start().await;
        let mut gateway = Gateway::new("", &[("MAJLIS_DEMO_PHONE_URL", &phones.url)]);
        for (name, value) in settings {
            gateway.set(name, value);
        }
        gateway.start().await;
        Self { gateway, phones, sent: 0 }
    }

    async fn send(&mut self, from: &str, text: &str) {
        self.sent += 1;
        let id = self.sent.to_string();
        let hook = self.gateway.hook("phone");
        let status = send_sms(&client(), &hook, &id, from, text).await.unwrap();
        assert!((200..300).contains(&status), "status {status}");
    }

    /// Sends a text and waits for what it brings.
    async fn say(&mut self, text: &str) -> String {
        let before = self.phones.texts(PHONE).len();
        self.send(PHONE, text).await;
        self.phones.wait_for(PHONE, before + 1).await.split_off(before).join("\n")
    }

    async fn events(&self, count: usize) -> Vec<Value> {
        let events = self.gateway.consumer().wait_for(count).await;
        check_no_gap(&events);
        events
    }

    /// How often the words stand in the store's files.
    fn count_in_files(&self, words: &str) -> usize {
        let mut found = 0;
        for entry in fs::read_dir(self.gateway.data()).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            found += bytes.windows(words.len()).filter(|at| *at == words.as_bytes()).count();
        }
        found
    }
}

fn data<'a>(event: &'a Value, name: &str) -> &'a Value {
    &event["data"][name]
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_brings_one_reminder_then_a_partial_and_who_comes_back_is_counted_once() {
    let mut scene = Scene::start(&[
        ("MAJLIS_SESSIONS_REMIND_AFTER", "2s"),
        ("MAJLIS_SESSIONS_TIMEOUT", "6s"),
        ("MAJLIS_SESSIONS_EVERY", "1s"),
        ("MAJLIS_SESSIONS_REMIND_FROM", "0"),
        ("MAJLIS_SESSIONS_REMIND_UNTIL", "24"),
    ])
    .await;
    scene.say("BUS").await;
    scene.say("4").await;
    let events = scene.events(1).await;
    assert_eq!(
        (data(&events[0], "action"), data(&events[0], "ended_by")),
        (&"partial".into(), &"timeout".into())
    );
    let texts = scene.phones.texts(PHONE);
    let reminder = "You have not finished: How was your bus trip?";
    let reminders = texts.iter().filter(|text| text.starts_with(reminder)).count();
    assert_eq!(reminders, 1, "{texts:?}");
    scene.say("BUS").await;
    scene.say("skip").await;
    let events = scene.events(2).await;
    assert_eq!(data(&events[1], "action"), "corrected");
    assert_eq!(data(&events[1], "supersedes"), &events[0]["id"]);
    assert_eq!(data(&events[1], "submission"), data(&events[0], "submission"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_changed_then_taken_back() {
    let mut scene = Scene::start(&[]).await;
    for text in ["PARK", "1", "change", "2", "erase", "1"] {
        scene.say(text).await;
    }
    let events = scene.events(3).await;
    let actions: Vec<&Value> = events.iter().map(|event| data(event, "action")).collect();
    assert_eq!(actions, ["recorded", "corrected", "withdrawn"]);
    for pair in events.windows(2) {
        assert_eq!(data(&pair[1], "supersedes"), &pair[0]["id"]);
    }
    assert_eq!(data(&events[2], "counts"), false);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_forget_no_word_of_the_resident_is_left_in_any_file() {
    let mut scene = Scene::start(&[]).await;
    let canary = "kestrel-over-the-canal";
    // Others too, so that the pages are shared and move.
    for number in 0..30 {
        let other = format!("+4477009003{number:02}");
        for text in ["SHADE", "a tree for the market", "skip"] {
            scene.send(&other, text).await;
        }
        if number % 3 == 0 {
            for text in ["SHADE", &format!("{canary} {number}"), "skip"] {
                scene.say(text).await;
            }
            scene.send(PHONE, &format!("{canary}, and a person should read it")).await;
        }
    }
    let events = scene.events(40).await;
    assert!(scene.count_in_files(canary) > 20, "the words are there to be found");
    let of_phone = events.iter().find(|event| event.to_string().contains(canary)).unwrap();
    let receipt = data(of_phone, "receipt").as_str().unwrap().to_lowercase();

    let said = scene.gateway.ask(&["forget", &receipt, "--json"]);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["submissions"], 10);
    // The gateway runs on beside it, and holds no old page either.
    wait_for("no word in any file", Duration::from_secs(10), async || {
        (scene.count_in_files(canary) == 0).then_some(())
    })
    .await;
    let events = scene.events(50).await;
    let erased = events.iter().filter(|event| data(event, "action") == "erased").count();
    assert_eq!(erased, 20, "ten emptied, ten that tell of it");
    scene.say("PARK").await;
    scene.gateway.stop();
    assert_eq!(scene.count_in_files(canary), 0);
    let said = scene.gateway.said();
    assert!(!said.contains(canary) && !said.contains("+4477009"), "nor in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn erase_by_the_resident_empties_the_files_too() {
    let mut scene = Scene::start(&[]).await;
    let canary = "heron-at-the-lake";
    for text in ["SHADE", canary, "skip", "erase"] {
        scene.say(text).await;
    }
    assert!(scene.count_in_files(canary) > 0);
    assert!(scene.say("2").await.contains("erased"));
    assert_eq!(scene.count_in_files(canary), 0);
    let events = scene.events(2).await;
    assert!(events.iter().all(|event| data(event, "action") == "erased"), "{events:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_erases_over_the_api_with_a_key_that_may() {
    let mut scene = Scene::start(&[]).await;
    scene.say("PARK").await;
    scene.say("1").await;
    let receipt = data(&scene.events(1).await[0], "receipt").clone();
    let url = format!("{}/v1/erasures", scene.gateway.staff);
    let mut ask = Vec::new();
    for (entity, scope) in
        [("city-parks", "admin"), ("national-platform", "queue"), ("national-platform", "admin")]
    {
        let said = scene.gateway.ask(&["key", "new", "--entity", entity, "--scope", scope]);
        ask.push(said.trim().to_owned());
    }
    let post = async |key: &str, body: Value| {
        let request =
            client().post(&url).bearer_auth(key).header("content-type", "application/json");
        request.body(body.to_string()).send().await.unwrap().status().as_u16()
    };
    let body = serde_json::json!({"receipt": receipt});
    let may = ask.pop().unwrap();
    for key in &ask {
        assert_eq!(post(key, body.clone()).await, 403);
    }
    assert_eq!(post(&may, serde_json::json!({"address": "+447700900201"})).await, 400);
    assert_eq!(post(&may, serde_json::json!({"address": "tel:+447700900299"})).await, 404);
    assert_eq!(post(&may, body.clone()).await, 200);
    assert_eq!(post(&may, body).await, 404, "the receipt is gone with it");
    assert_eq!(data(&scene.events(2).await[1], "action"), "erased");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_campaigns_at_once_are_not_mixed() {
    let mut scene = Scene::start(&[]).await;
    scene.say("BUS").await;
    scene.say("PARK").await;
    let before = scene.phones.texts(PHONE).len();
    scene.send(PHONE, "3").await;
    let texts = scene.phones.wait_for(PHONE, before + 2).await;
    assert!(texts[before].contains("receipt"), "{texts:?}");
    assert!(texts[before + 1].contains("You have not finished"), "{texts:?}");
    scene.say("5").await;
    scene.say("skip").await;
    let events = scene.events(2).await;
    let campaigns: Vec<&Value> = events.iter().map(|event| data(event, "campaign")).collect();
    assert_eq!(campaigns, ["park-hours", "bus-trip"]);
    assert_eq!(data(&events[1], "answers")[0]["value"]["score"], 5);
}
