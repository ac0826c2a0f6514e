//! Several questions answered on one page of the form.

use majlis_channels::{Filled, Received};

use super::*;
use crate::config::Pages;

fn one_page() -> Talk {
    Talk::with(|config| config.campaigns.iter_mut().for_each(|own| own.pages = Pages::One))
}

fn sheet(campaign: &str, answers: &[(&str, &str)], as_is: bool) -> Content {
    let filled = |(step, value): &(&str, &str)| Filled {
        step: (*step).to_owned(),
        value: (*value).to_owned(),
    };
    Content::Sheet {
        campaign: campaign.to_owned(),
        answers: answers.iter().map(filled).collect(),
        as_is,
    }
}

async fn fills(talk: &Talk, who: &str, id: &str, answers: &[(&str, &str)]) -> Received {
    talk.send(who, id, sheet("bus-trip", answers, false), Some("en")).await
}

fn web(who: &str) -> Address {
    Address::web(who).unwrap()
}

fn steps(picture: &majlis_channels::Picture) -> Vec<String> {
    let messages = [&picture.message].into_iter().chain(&picture.rest);
    messages.map(|message| message.question.clone().unwrap().step).collect()
}

/// What does not depend on the time or on chance.
fn lasting(event: &Value) -> Value {
    let mut answers = event["answers"].clone();
    for answer in answers.as_array_mut().unwrap() {
        answer.as_object_mut().unwrap().remove("at");
    }
    serde_json::json!([event["action"], event["status"], event["counts"], event["kind"], answers])
}

#[tokio::test]
async fn a_page_makes_the_same_event_as_its_questions_one_by_one_and_once() {
    let talk = one_page();
    let first = talk.gateway.first(&web("anna"), "bus-trip", Some("en")).await.unwrap();
    assert_eq!(steps(&first), ["score", "comment"]);
    let answers = [("score", "4"), ("comment", "On time")];
    assert!(!fills(&talk, "anna", "1", &answers).await.duplicate);
    assert!(fills(&talk, "anna", "1", &answers).await.duplicate, "a double tap");
    talk.fills_in("badr", "score", "4", "en").await;
    talk.fills_in("badr", "comment", "On time", "en").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_eq!(lasting(&events[0]), lasting(&events[1]));
    let standing = talk.gateway.standing(&web("anna"), "bus-trip", None).await.unwrap().unwrap();
    assert!(standing.receipt.is_some() && standing.rest.is_empty());
}

#[tokio::test]
async fn an_empty_answer_that_may_be_skipped_is_skipped() {
    let talk = one_page();
    fills(&talk, "anna", "1", &[("score", "4"), ("comment", "")]).await;
    let events = talk.events().await;
    assert_eq!(events[0]["answers"][1]["status"], "skipped");
    assert_eq!((&events[0]["status"], &events[0]["counts"]), (&"complete".into(), &true.into()));
}

#[tokio::test]
async fn looking_over_a_page_tells_every_fault_and_changes_nothing() {
    let talk = one_page();
    let given = |step: &str, value: &str| Filled { step: step.to_owned(), value: value.to_owned() };
    let answers = [given("score", "eleven"), given("comment", "On time")];
    let look = || talk.gateway.look_over(&ANNA_ON_THE_WEB, "bus-trip", "en", &answers);
    for _ in 0..5 {
        let found = look().await.unwrap();
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == "score" && found[0].1.contains('5'), "{found:?}");
    }
    assert!(talk.gateway.standing(&ANNA_ON_THE_WEB, "bus-trip", None).await.unwrap().is_none());
    // As it is: kept for a person, and the rest counts.
    let content = sheet("bus-trip", &[("score", "eleven"), ("comment", "On time")], true);
    talk.send("anna", "1", content, Some("en")).await;
    let events = talk.events().await;
    assert_eq!(events[0]["answers"][0]["status"], "unclear");
    assert_eq!(events[0]["answers"][1]["value"]["text"], "On time");
}

static ANNA_ON_THE_WEB: std::sync::LazyLock<Address> = std::sync::LazyLock::new(|| web("anna"));

#[tokio::test]
async fn consent_and_files_have_pages_of_their_own_and_the_rest_stands_on_one() {
    let talk = one_page();
    let who = web("anna");
    let first = talk.gateway.first(&who, "street-report", Some("en")).await.unwrap();
    assert_eq!(steps(&first), ["consent"]);
    let content = Content::Form {
        campaign: "street-report".to_owned(),
        step: "consent".to_owned(),
        value: "yes".to_owned(),
        skip: false,
    };
    talk.send("anna", "1", content, Some("en")).await;
    let next = talk.gateway.standing(&who, "street-report", None).await.unwrap().unwrap();
    assert_eq!(steps(&next), ["what", "where", "since"]);
    // A doubt has a page of its own, and everything else is kept.
    let answers = [("what", "other:A tree"), ("where", "the school"), ("since", "4/5")];
    talk.send("anna", "2", sheet("street-report", &answers, false), Some("en")).await;
    let doubt = talk.gateway.standing(&who, "street-report", None).await.unwrap().unwrap();
    assert!(doubt.rest.is_empty() && doubt.message.text.contains("Did you mean"), "{doubt:?}");
    let content = Content::Form {
        campaign: "street-report".to_owned(),
        step: "since".to_owned(),
        value: "confirm:yes".to_owned(),
        skip: false,
    };
    talk.send("anna", "3", content, Some("en")).await;
    let file = talk.gateway.standing(&who, "street-report", None).await.unwrap().unwrap();
    assert_eq!(steps(&file), ["picture"]);
    let content = Content::Form {
        campaign: "street-report".to_owned(),
        step: "picture".to_owned(),
        value: String::new(),
        skip: true,
    };
    talk.send("anna", "4", content, Some("en")).await;
    let events = talk.events().await;
    let statuses: Vec<&str> = events[0]["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses, ["answered", "answered", "answered", "answered", "skipped"]);
}

#[tokio::test]
async fn words_of_danger_on_a_page_are_told_whom_to_call_and_are_the_answer_too() {
    let talk = one_page();
    let words = "help me he is going to kill me";
    fills(&talk, "anna", "1", &[("score", "1"), ("comment", words)]).await;
    let standing = talk.gateway.standing(&web("anna"), "bus-trip", None).await.unwrap().unwrap();
    assert!(standing.alarm.is_some_and(|alarm| alarm.contains("999")));
    let events = talk.events().await;
    assert_eq!(events[0]["flags"], serde_json::json!(["emergency"]));
    assert_eq!(events[0]["answers"][1]["value"]["text"], words);
    let danger = (KeptBecause::Danger, format!("1\n{words}"));
    assert!(talk.kept().await.contains(&danger), "a person reads them first");
}

#[tokio::test]
async fn shuffled_options_are_recorded_in_the_order_the_first_page_showed() {
    let talk = Talk::start();
    let mut orders = std::collections::BTreeSet::new();
    for n in 0..6 {
        let who = format!("resident-{n}");
        let first = talk.gateway.first(&web(&who), "street-priorities", Some("en")).await.unwrap();
        let question = first.message.question.unwrap();
        let shown: Vec<String> = question.options.into_iter().map(|(code, _)| code).collect();
        // By number, as a text client answers: it must be the option that stood there.
        let content = Content::Form {
            campaign: "street-priorities".to_owned(),
            step: question.step,
            value: "2".to_owned(),
            skip: false,
        };
        talk.send(&who, "1", content, Some("en")).await;
        talk.gateway.standing(&web(&who), "street-priorities", None).await.unwrap().unwrap();
        let loaded = talk.store.load(&web(&who)).await.unwrap();
        let record = super::super::record::Record::read(&loaded.sessions[0]).unwrap();
        let answer = &record.session.answers[0];
        assert_eq!(answer.order, shown);
        let chosen = serde_json::to_value(&answer.value).unwrap();
        assert_eq!(chosen["options"], serde_json::json!([shown[1]]));
        orders.insert(shown);
    }
    assert!(orders.len() > 1, "each resident has an order of their own");
}

#[tokio::test]
async fn paper_has_every_question_with_its_condition() {
    let talk = Talk::start();
    let paper = talk.gateway.paper("street-report", Some("ar")).await.unwrap();
    let asked = paper.items.iter().filter(|item| item.message.question.is_some()).count();
    assert_eq!((asked, paper.lang.as_str()), (5, "ar"));
    assert!(talk.gateway.paper("nowhere", None).await.is_none());
}
