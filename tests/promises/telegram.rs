//! A campaign on Telegram: buttons, words, second thoughts, leaving; by webhook and by polling.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::peers::bot_api::{TOKEN, buttons};
use crate::peers::http::client;
use crate::peers::process::wait_for;
use crate::peers::{BotApi, Gateway};

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

fn channel(mode: &str) -> String {
    format!(
        r#"
[[channel]]
id = "bot"
kind = "telegram"
token = "env:TEST_BOT_TOKEN"
mode = "{mode}"
webhook_secret = "env:TEST_BOT_SECRET"
api_url = "env:TEST_BOT_API"
"#
    )
}

async fn scene_with(mode: &str, api: BotApi) -> (BotApi, Gateway) {
    let mut channel = channel(mode);
    if mode == "polling" {
        channel = channel.replace("webhook_secret = \"env:TEST_BOT_SECRET\"\n", "");
    }
    let environment =
        [("TEST_BOT_TOKEN", TOKEN), ("TEST_BOT_SECRET", SECRET), ("TEST_BOT_API", &api.url)];
    let mut gateway = Gateway::new(&channel, &environment);
    gateway.start().await;
    api.wait_until_bot_listens().await;
    (api, gateway)
}

async fn scene() -> (BotApi, Gateway) {
    scene_with("webhook", BotApi::start().await).await
}

fn id(message: &Value) -> i64 {
    message["message_id"].as_i64().unwrap()
}

fn text(message: &Value) -> &str {
    message["text"].as_str().unwrap()
}

fn answer(event: &Value) -> &Value {
    &event["data"]["answers"][0]
}

/// What must hold after any talk: no call of the gateway's that the documents forbid, every tap answered.
async fn assert_well_behaved(api: &BotApi) {
    wait_for("every tap to be answered", Duration::from_secs(5), async || {
        (api.answered_queries() == api.queries()).then_some(())
    })
    .await;
    assert_eq!(api.faults(), [] as [String; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poll_is_answered_by_a_button() {
    let (api, gateway) = scene().await;
    let noor = api.person(2001, "en");

    noor.says("/start park-hours");
    let question = noor.wait_for(1).await.remove(0);
    let labels: Vec<String> = buttons(&question).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels[1], "2 Close later");
    assert!(text(&question).contains("\n2 Close later\n"), "{question}");
    noor.taps(id(&question), "2");
    let thanks = noor.wait_for(2).await.remove(1);

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["option"], "later");
    assert_eq!(answer(&event)["read_as"], "button");
    assert_eq!(
        (&event["data"]["channel"], &event["data"]["channel_id"]),
        (&json!("telegram"), &json!("bot"))
    );
    assert_eq!(event["data"]["participant"]["assurance"], "reachable");
    assert_eq!(event["data"]["language"]["used"], "en");
    assert!(text(&thanks).contains(event["data"]["receipt"].as_str().unwrap()));
    assert_well_behaved(&api).await;
}

// The Arabic is machine-drafted.
#[tokio::test(flavor = "multi_thread")]
async fn a_poll_is_answered_by_words_in_arabic() {
    let (api, gateway) = scene_with("polling", BotApi::start().await).await;
    let noor = api.person(2002, "ar-AE");

    noor.says("/start park-hours");
    let question = noor.wait_for(1).await.remove(0);
    assert!(text(&question).contains("الحدائق"), "in the language of the app: {question}");
    noor.says("٢");
    noor.wait_for(2).await;
    noor.says("حافلة");
    noor.wait_for(3).await;

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(
        (&answer(&event)["value"]["option"], &answer(&event)["read_as"]),
        (&json!("later"), &json!("digit"))
    );
    assert_eq!(event["data"]["language"]["used"], "ar");
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_taps_are_one_answer_and_one_thanks() {
    let (api, gateway) = scene().await;
    let noor = api.person(2003, "en");
    noor.says("PARK");
    let question = noor.wait_for(1).await.remove(0);

    noor.taps(id(&question), "3");
    noor.taps(id(&question), "3");
    noor.wait_for(2).await;
    api.wait_until_all_taken().await;

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["option"], "both");
    assert_eq!(noor.texts().len(), 2);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_button_changes_nothing_and_says_so() {
    let (api, gateway) = scene().await;
    let noor = api.person(2004, "en");
    noor.says("BUS");
    let first = noor.wait_for(1).await.remove(0);
    noor.taps(id(&first), "4");
    let second = noor.wait_for(2).await.remove(1);

    noor.taps(id(&first), "1");
    let told = noor.wait_for(3).await.remove(2);
    assert!(text(&told).starts_with("This was already answered. Nothing was changed."), "{told}");
    assert!(
        text(&told).contains(text(&second).lines().next().unwrap()),
        "what waits is asked again: {told}"
    );
    noor.says("The bus came late");
    noor.wait_for(4).await;
    noor.taps(id(&first), "2");
    noor.wait_for(5).await;

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["score"], 4);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_that_was_tampered_with_or_is_anothers_does_nothing() {
    let (api, gateway) = scene().await;
    let (noor, sami) = (api.person(2005, "en"), api.person(2006, "en"));
    noor.says("PARK");
    sami.says("PARK");
    let question = noor.wait_for(1).await.remove(0);
    let others = sami.wait_for(1).await.remove(0);

    let data = buttons(&question)[1].1.clone();
    noor.taps_data(&question, &data.replace("later", "same"));
    noor.taps_data(&question, &buttons(&others)[1].1);
    noor.taps_data(&question, "nonsense");
    api.wait_until_all_taken().await;
    assert_eq!(noor.texts().len(), 1);
    noor.taps(id(&question), "2");

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["option"], "later");
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_message_corrects_the_answer_it_gave() {
    let (api, gateway) = scene().await;
    let noor = api.person(2007, "en");
    noor.says("PARK");
    noor.wait_for(1).await;
    let said = noor.says("2");
    noor.wait_for(2).await;

    noor.edits(said, "4");
    let told = noor.wait_for(3).await.remove(2);
    assert!(text(&told).starts_with("Changed."), "{told}");

    let events = gateway.consumer().wait_for(2).await;
    assert_eq!(answer(&events[0])["value"]["option"], "later");
    assert_eq!(answer(&events[1])["value"]["option"], "same");
    assert_eq!(
        (&events[1]["data"]["action"], &events[1]["data"]["revision"]),
        (&json!("corrected"), &json!(2))
    );
    assert_eq!(events[1]["data"]["supersedes"], events[0]["id"]);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_of_an_earlier_answer_is_found_and_what_waits_is_asked_again() {
    let (api, gateway) = scene_with("polling", BotApi::start().await).await;
    let noor = api.person(2008, "en");
    let keyword = noor.says("BUS");
    noor.wait_for(1).await;
    let score = noor.says("4");
    let comment = noor.wait_for(2).await.remove(1);

    noor.edits(score, "5");
    let again = noor.wait_for(3).await.remove(2);
    assert_eq!(text(&again).lines().next(), text(&comment).lines().next());
    noor.edits(keyword, "BUSES");
    let kept = noor.wait_for(4).await.remove(3);
    assert!(text(&kept).contains("A person will read"), "{kept}");
    noor.says("The bus was clean");
    noor.wait_for(5).await;

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["score"], 5);
    assert_eq!(event["data"]["answers"][1]["value"]["text"], "The bus was clean");
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stop_works_as_a_command_and_as_a_word() {
    let (api, gateway) = scene().await;
    for (person, word) in [(2009, "/stop"), (2010, "قف"), (2011, "unsubscribe")] {
        let noor = api.person(person, "en");
        noor.says("BUS");
        let first = noor.wait_for(1).await.remove(0);
        noor.says("4");
        noor.wait_for(2).await;
        noor.says(word);
        let stopped = noor.wait_for(3).await.remove(2);
        assert!(text(&stopped).contains("no more messages"), "{word}: {stopped}");
        noor.taps(id(&first), "1");
        let told = noor.wait_for(4).await.remove(3);
        assert!(
            text(&told).contains("no more messages from Transport Authority. Send START"),
            "{word}: {told}"
        );
    }
    let events = gateway.consumer().wait_for(3).await;
    assert!(events.iter().all(|event| event["data"]["ended_by"] == "stop"), "{events:#?}");
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_blocks_the_bot_is_stopped_and_counted_with_what_they_answered() {
    let (api, gateway) = scene().await;
    let noor = api.person(2012, "en");
    noor.says("BUS");
    noor.wait_for(1).await;
    noor.says("4");
    noor.wait_for(2).await;

    noor.blocks(true);
    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(
        (&event["data"]["action"], &event["data"]["ended_by"]),
        (&json!("partial"), &json!("stop"))
    );
    // Nothing is said to somebody who cannot hear it.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(gateway.ask(&["queue", "dead", "--json"]).trim(), "");
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_blocked_the_bot_unnoticed_is_stopped_at_the_first_message_that_fails() {
    let (api, gateway) = scene().await;
    let noor = api.person(2020, "en");
    noor.says("BUS");
    let first = noor.wait_for(1).await.remove(0);
    // The next question comes a second after the first, and by then:
    noor.says("4");
    noor.blocks(false);
    wait_for("a dead delivery", Duration::from_secs(20), async || {
        gateway.ask(&["queue", "dead", "--json"]).contains("blocked by the user").then_some(())
    })
    .await;

    api.unblock(noor.id);
    noor.taps(id(&first), "1");
    let told = noor.wait_for(2).await.remove(1);
    assert!(text(&told).contains("You asked for no more messages"), "{told}");
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_that_comes_twice_has_its_effect_once() {
    let (api, gateway) = scene().await;
    let noor = api.person(2013, "en");
    noor.says("PARK");
    let question = noor.wait_for(1).await.remove(0);
    noor.taps(id(&question), "2");
    noor.wait_for(2).await;
    api.wait_until_all_taken().await;

    for update in api.log() {
        noor.repeats(&update);
        api.wait_until_all_taken().await;
    }

    gateway.consumer().wait_for(1).await;
    assert_eq!(noor.texts().len(), 2);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_secret_token_nothing_is_taken() {
    let (api, gateway) = scene().await;
    let noor = api.person(2014, "en");
    let hook = format!("{}/hooks/telegram/bot", gateway.public);
    let update = json!({"update_id": 1, "message": {
        "message_id": 1, "date": 1, "text": "PARK", "chat": {"id": 2014, "type": "private"},
        "from": {"id": 2014, "is_bot": false, "first_name": "Noor"}
    }});
    let post = async |secret: Option<&str>| {
        let mut request = client()
            .post(&hook)
            .header("content-type", "application/json")
            .body(update.to_string());
        if let Some(secret) = secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        request.send().await.unwrap().status().as_u16()
    };

    for wrong in [None, Some(""), Some("9f86d081884c7d659a2feaa0c55ad016"), Some("9F86")] {
        assert_eq!(post(wrong).await, 403, "{wrong:?}");
    }
    // Had one of them been taken, this would be a repeat and bring nothing.
    assert_eq!(post(Some(SECRET)).await, 200);
    noor.wait_for(1).await;
    assert!(!gateway.said().contains("2014"), "no address in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_never_be_used_is_answered_well_and_holds_nobody_up() {
    let (_api, gateway) = scene().await;
    let hook = format!("{}/hooks/telegram/bot", gateway.public);
    for body in [
        "",
        "{",
        "[]",
        "{}",
        r#"{"update_id":1,"poll":{"id":"1"}}"#,
        r#"{"message":{"message_id":"x"}}"#,
    ] {
        let request = client().post(&hook).header("X-Telegram-Bot-Api-Secret-Token", SECRET);
        let answer = request.body(body).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_and_forwards_never_count() {
    let (api, gateway) = scene().await;
    let noor = api.person(2015, "en");
    noor.says_in_group("PARK");
    noor.says("PARK");
    noor.wait_for(1).await;

    noor.says_in_group("2");
    noor.forwards("2");
    let kept = noor.wait_for(2).await.remove(1);
    assert!(text(&kept).contains("A person will read"), "{kept}");
    noor.says("3");

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["option"], "both");
    assert_eq!(answer(&event)["attempts"], 1);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_on_the_map_is_rounded_and_taken_where_a_place_is_asked_for() {
    let (api, gateway) = scene_with("polling", BotApi::start().await).await;
    let noor = api.person(2016, "en");
    noor.says("/start SHADE");
    noor.wait_for(1).await;
    noor.sends_place(25.204_849, 55.270_782);
    let again = noor.wait_for(2).await.remove(1);
    noor.says("Trees along the school road");
    noor.wait_for(3).await;
    noor.sends_place(25.204_849, 55.270_782);
    noor.wait_for(4).await;

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["text"], "Trees along the school road", "{again}");
    let place = &event["data"]["answers"][1]["value"];
    assert_eq!((&place["lat"], &place["lon"]), (&json!(25.205), &json!(55.271)));
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bot_has_its_commands_in_every_language() {
    let (api, gateway) = scene().await;
    wait_for("the last list of commands", Duration::from_secs(10), async || {
        (!api.commands("zh").is_empty()).then_some(())
    })
    .await;
    for lang in ["", "ar", "en", "ur", "hi", "ml", "bn", "tl"] {
        let names: Vec<String> = api.commands(lang).into_iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            ["menu", "help", "language", "change", "status", "erase", "stop"],
            "{lang}"
        );
    }
    assert_ne!(api.commands("ar"), api.commands("en"));
    let noor = api.person(2017, "ur");
    noor.says("/start");
    let menu = noor.wait_for(1).await.remove(0);
    assert!(!text(&menu).contains("Welcome"), "in the language of the app: {menu}");
    noor.says("/help@majlis_bot");
    noor.wait_for(2).await;
    drop(gateway);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_its_answer_it_takes_the_update_once() {
    let (api, mut gateway) = scene_with("polling", BotApi::start().await).await;
    let noor = api.person(2018, "en");
    noor.says("PARK");
    noor.wait_for(1).await;

    noor.says("2");
    // On disk, but Telegram does not know: the offset moves with the next question alone.
    let taken = api.log().last().unwrap().clone();
    gateway.consumer().wait_for(1).await;
    gateway.kill();
    if api.pending() == 0 {
        noor.repeats(&taken);
    }
    gateway.start().await;
    api.wait_until_all_taken().await;

    gateway.consumer().wait_for(1).await;
    // The thanks may have been on its way: then whether it came is unknown, and it is not sent again.
    assert!(noor.texts().len() <= 2);
    assert_well_behaved(&api).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_while_the_gateway_is_down_is_taken_when_it_is_back() {
    let (api, mut gateway) = scene().await;
    let noor = api.person(2019, "en");
    noor.says("PARK");
    noor.wait_for(1).await;
    gateway.kill();
    noor.says("2");
    wait_for("deliveries to fail", Duration::from_secs(10), async || {
        (api.failed_deliveries() >= 2).then_some(())
    })
    .await;
    gateway.start().await;

    let event = gateway.consumer().wait_for(1).await.remove(0);
    assert_eq!(answer(&event)["value"]["option"], "later");
    assert_well_behaved(&api).await;
}

/// Not a timed test: what it demands is that nobody is skipped and that no wish to wait is overrun. The pace it
/// reports is the figure of docs/channel-telegram.md.
#[tokio::test(flavor = "multi_thread")]
async fn in_a_storm_of_429_telegrams_wish_is_followed_and_everybody_gets_their_message() {
    const PEOPLE: i64 = 240;
    const REST: u64 = 3;
    let (api, gateway) = scene_with("polling", BotApi::start().await).await;
    api.enforce_limits();
    for id in 0..PEOPLE {
        api.person(30_000 + id, "en").says("/start park-hours");
    }
    let sent = || api.sent_at().len();
    wait_for("a third to be sent", Duration::from_secs(30), async || (sent() >= 80).then_some(()))
        .await;
    api.storm(REST);
    wait_for("everybody to have it", Duration::from_secs(60), async || {
        (sent() >= PEOPLE as usize).then_some(())
    })
    .await;

    assert_eq!(api.violations(), 0, "calls while Telegram wanted silence");
    let at = api.sent_at();
    assert_eq!(at.len(), PEOPLE as usize);
    for id in 0..PEOPLE {
        assert_eq!(api.person(30_000 + id, "en").texts().len(), 1);
    }
    let gap = at.windows(2).map(|two| two[1] - two[0]).max().unwrap();
    let sending: Duration = at.last().copied().map(|last: Instant| last - at[0]).unwrap() - gap;
    let pace = (at.len() - 2) as f64 / sending.as_secs_f64();
    println!(
        "{pace:.1} messages a second, {:.0} % of 30; {} refused, {} violations; the rest took {:.1} s of {REST} s",
        pace / 30.0 * 100.0,
        api.refused_for_pace(),
        api.violations(),
        gap.as_secs_f64()
    );
    drop(gateway);
    assert_eq!(api.faults(), [] as [String; 0]);
}
