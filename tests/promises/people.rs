//! One resident on several channels: begun by SMS, gone on with in Telegram, counted once, silent on both.

use std::time::Duration;

use serde_json::Value;

use crate::peers::bot_api::{TOKEN, buttons};
use crate::peers::consumer::check_no_gap;
use crate::peers::http::{client, send_sms};
use crate::peers::{BotApi, Gateway, Phones};

const PHONE: &str = "+447700900301";
const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

const BOT: &str = r#"
[[channel]]
id = "bot"
kind = "telegram"
mode = "webhook"
token = "env:TEST_BOT_TOKEN"
webhook_secret = "env:TEST_BOT_SECRET"
api_url = "env:TEST_BOT_API"
"#;

struct Scene {
    api: BotApi,
    phones: Phones,
    gateway: Gateway,
    sent: u32,
}

impl Scene {
    async fn start() -> Self {
        let phones = Phones::start().await;
        let api = BotApi::start().await;
        let environment = [
            ("TEST_BOT_TOKEN", TOKEN),
            ("TEST_BOT_SECRET", SECRET),
            ("TEST_BOT_API", &api.url),
            ("MAJLIS_DEMO_PHONE_URL", &phones.url),
        ];
        let mut gateway = Gateway::new(BOT, &environment);
        gateway.start().await;
        api.wait_until_bot_listens().await;
        Self { api, phones, gateway, sent: 0 }
    }

    /// Sends a text from the phone and waits for what it brings.
    async fn texts(&mut self, text: &str) -> String {
        let before = self.phones.texts(PHONE).len();
        self.sent += 1;
        let hook = self.gateway.hook("phone");
        let status = send_sms(&client(), &hook, &self.sent.to_string(), PHONE, text).await.unwrap();
        assert!((200..300).contains(&status), "status {status}");
        self.phones.wait_for(PHONE, before + 1).await.split_off(before).join("\n")
    }

    async fn events(&self, count: usize) -> Vec<Value> {
        let events = self.gateway.consumer().wait_for(count).await;
        check_no_gap(&events);
        events.into_iter().map(|event| event["data"].clone()).collect()
    }
}

fn code_in(shown: &str) -> &str {
    let at = shown.find("LINK ").expect("the words to send");
    &shown[at..at + 12]
}

/// What counts, by campaign: the last revision of each submission, as a tally reads it.
fn tally(events: &[Value], campaign: &str) -> usize {
    let of_campaign = events.iter().filter(|event| event["campaign"] == campaign);
    let last = of_campaign.fold(std::collections::BTreeMap::new(), |mut last, event| {
        last.insert(event["submission"].as_str().unwrap(), event["counts"] == true);
        last
    });
    last.values().filter(|counts| **counts).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_begun_by_sms_goes_on_in_telegram_and_two_answers_become_one() {
    let mut scene = Scene::start().await;
    let noor_id = 3001;

    // The same poll on both, not known to be one person: two count.
    scene.texts("PARK").await;
    scene.texts("1").await;
    scene.texts("BUS").await;
    scene.texts("4").await;
    {
        let noor = scene.api.person(noor_id, "en");
        noor.says("PARK");
        noor.wait_for(1).await;
        noor.says("2");
        noor.wait_for(2).await;
    }
    let events = scene.events(2).await;
    assert_eq!(tally(&events, "park-hours"), 2);
    assert_ne!(events[0]["participant"]["key"], events[1]["participant"]["key"]);

    let shown = scene.texts("LINK").await;
    let before = scene.phones.texts(PHONE).len();
    let code = code_in(&shown).to_owned();
    let noor = scene.api.person(noor_id, "en");
    noor.says(&code);
    let joined = noor.wait_for(3).await.remove(2);
    let said = joined["text"].as_str().unwrap();
    assert!(said.starts_with("Done: both are one now"), "{said}");
    assert!(said.contains("What should we know"), "the question of the phone: {said}");
    let told = scene.phones.wait_for(PHONE, before + 1).await.split_off(before).join("\n");
    assert!(told.contains("Your code was used"), "{told}");

    let events = scene.events(4).await;
    assert_eq!(tally(&events, "park-hours"), 1, "nothing is lost, and one counts: {events:?}");
    assert!(events[2..].iter().all(|event| event["action"] == "corrected"));
    let lost = events[2..].iter().find(|event| event["counts"] == false).unwrap();
    assert_eq!(lost["not_counted_because"], "duplicate_person");

    noor.says("the driver was kind");
    noor.wait_for(4).await;
    let events = scene.events(5).await;
    let bus = &events[4];
    assert_eq!((&bus["channel"], &bus["feedback"]["score"]), (&"telegram".into(), &4.into()));
    assert_eq!(bus["participant"]["assurance"], "linked");
    assert_eq!(bus["participant"]["channels"], serde_json::json!(["sms", "telegram"]));
    assert_eq!(scene.api.faults(), [] as [String; 0]);
    for secret in [PHONE, "3001", &code[5..], "kind"] {
        assert!(!scene.gateway.said().contains(secret), "no {secret} in a log");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stop_on_one_keeps_the_other_silent() {
    let mut scene = Scene::start().await;
    let shown = scene.texts("LINK").await;
    let noor = scene.api.person(3002, "en");
    noor.says(code_in(&shown));
    noor.wait_for(1).await;
    noor.says("/start park-hours");
    let question = noor.wait_for(2).await.remove(1);
    assert!(!buttons(&question).is_empty());
    let stopped = {
        // The message that tells the phone of the joining is there by now; only what comes after it counts.
        scene.phones.wait_for(PHONE, 2).await;
        scene.texts("STOP ALL").await
    };
    assert!(stopped.contains("no more messages"), "{stopped}");
    // An old button asks for nothing any more, a reminder is not sent, and the phone hears of neither.
    let noor = scene.api.person(3002, "en");
    noor.taps(question["message_id"].as_i64().unwrap(), "2");
    let told = noor.wait_for(3).await.remove(2);
    assert!(told["text"].as_str().unwrap().contains("You asked for no more messages"), "{told}");
    let texts = scene.phones.texts(PHONE).len();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(scene.phones.texts(PHONE).len(), texts);
    assert!(scene.gateway.consumer().wait_for(0).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_shared_in_telegram_joins_the_phone_and_other_people_s_numbers_do_not() {
    let mut scene = Scene::start().await;
    scene.texts("BUS").await;
    scene.texts("5").await;
    let noor = scene.api.person(3003, "en");
    noor.says("/link");
    let offered = noor.wait_for(1).await.remove(0);
    let button = &offered["reply_markup"]["keyboard"][0][0];
    assert_eq!(
        (&button["text"], &button["request_contact"]),
        (&"Share my number".into(), &true.into())
    );
    for id in [None, Some(555)] {
        noor.sends_contact_of(id, PHONE);
    }
    let refused = noor.wait_for(3).await.remove(2);
    assert!(!refused["text"].as_str().unwrap().contains("Done"), "{refused}");
    noor.shares_own_number(PHONE);
    let joined = noor.wait_for(4).await.remove(3);
    let said = joined["text"].as_str().unwrap();
    assert!(said.starts_with("Done") && said.contains("What should we know"), "{said}");
    assert_eq!(scene.api.faults(), [] as [String; 0]);
}

/// What stands between two texts.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest =
        &text[text.find(before).unwrap_or_else(|| panic!("{before} in {text}")) + before.len()..];
    &rest[..rest.find(after).expect("an end")]
}

#[tokio::test(flavor = "multi_thread")]
async fn one_invitation_used_by_sms_and_on_the_page_counts_once() {
    let mut scene = Scene::start().await;
    let printed = scene.gateway.ask(&["invite", "park-hours", "--count", "3", "--json"]);
    let made: Vec<Value> =
        printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(made.len(), 3);
    let token = made[0]["token"].as_str().unwrap();
    assert!(made[0]["sms"].as_str().unwrap().contains(token), "{}", made[0]);

    scene.texts(token).await;
    scene.texts("1").await;
    let url = made[0]["web"].as_str().unwrap();
    let page = client().get(url).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("An answer was given with this invitation"), "{page}");
    let action = between(&page, "<form method=\"post\" action=\"", "\"").replace("&#x3D;", "=");
    let form = between(&page, "name=\"token\" value=\"", "\"");
    let body = format!("token={form}&lang=en&value=later");
    let sent = client()
        .post(format!("{}{action}", scene.gateway.public))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .send()
        .await
        .unwrap();
    assert!(sent.status().is_redirection() || sent.status().is_success(), "{}", sent.status());
    let events = scene.events(3).await;
    assert_eq!(tally(&events, "park-hours"), 1, "{events:?}");
    assert_eq!(events[1]["not_counted_because"], "duplicate_person");
    assert_eq!((&events[2]["channel"], &events[2]["entry"]), (&"web".into(), &"invitation".into()));
    assert_eq!(events[2]["participant"]["assurance"], "invited");
    assert!(!scene.gateway.said().contains(token), "no invitation in a log");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_begun_in_the_browser_goes_on_by_sms_and_its_private_link_knows() {
    let mut scene = Scene::start().await;
    let public = scene.gateway.public.clone();
    let get = async |path: &str| {
        client().get(format!("{public}{path}")).send().await.unwrap().text().await.unwrap()
    };
    // Sends a form of a page; the page that it leads to, and its path.
    let post = async |page: &str, field: &str| {
        let body =
            format!("token={}&lang=en&{field}", between(page, "name=\"token\" value=\"", "\""));
        let sent = client()
            .post(format!("{public}/c/bus-trip"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        let sent = sent.send().await.unwrap();
        let to = sent.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
        let to = to.expect("a browser is sent on");
        (get(&to).await, to)
    };
    let first = get("/c/bus-trip?lang=en").await;
    let (asks, private) = post(&first, "value=4").await;
    assert!(asks.contains("What should we know"), "{asks}");
    let (shown, _) = post(&asks, "wish=go-on").await;
    let code = between(&shown, "<bdi dir=\"ltr\">", "</bdi>");
    assert!(code.starts_with("LINK ") && code.len() == 12, "{shown}");
    assert!(shown.contains("In Telegram") && shown.contains("href=\"sms:"), "{shown}");

    let joined = scene.texts(code).await;
    assert!(joined.starts_with("Done: both are one now"), "{joined}");
    assert!(joined.contains("What should we know"), "the question of the page: {joined}");
    assert!(get(&format!("{private}?go-on&lang=en")).await.contains("There is no code now"));
    scene.texts("the driver was kind").await;
    let events = scene.events(1).await;
    assert_eq!(tally(&events, "bus-trip"), 1, "{events:?}");
    let event = &events[0];
    assert_eq!((&event["channel"], &event["feedback"]["score"]), (&"sms".into(), &4.into()));
    assert_eq!(event["participant"]["assurance"], "linked");
    assert_eq!(event["participant"]["channels"], serde_json::json!(["sms", "web"]));
    let receipt = event["receipt"].as_str().unwrap();
    assert!(
        get(&private).await.contains(receipt),
        "whoever kept the private link sees that it is done"
    );
    for secret in [PHONE, &code[5..], "kind", private.rsplit('/').next().unwrap()] {
        assert!(!scene.gateway.said().contains(secret), "no {secret} in a log");
    }
}
