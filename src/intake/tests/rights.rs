//! Changing an answer, taking it back, erasing everything; danger; receipts.

use super::*;

async fn finished(talk: &Talk, from: &str) {
    talk.says(from, "PARK").await;
    talk.says(from, "1").await;
}

#[tokio::test]
async fn an_answer_changed_before_the_close_is_a_correction_of_the_same_submission() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    assert!(talk.says(ANNA, "change").await.contains("1 Open earlier"));
    assert_eq!(talk.events().await.len(), 1, "it stands until another takes its place");
    let changed = talk.says(ANNA, "3").await;
    let events = talk.events().await;
    assert!(
        changed.contains("Changed") && changed.contains(events[0]["receipt"].as_str().unwrap())
    );
    assert_eq!(events.len(), 2);
    assert_eq!((&events[1]["action"], &events[1]["revision"]), (&"corrected".into(), &2.into()));
    assert_eq!(events[1]["submission"], events[0]["submission"]);
    assert_ne!(events[1]["answers"][0]["value"], events[0]["answers"][0]["value"]);
    assert!(talk.says(BADR, "change").await.contains("no answer to change"));
}

#[tokio::test]
async fn who_asks_to_change_and_walks_away_has_changed_nothing() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    talk.says(ANNA, "change").await;
    assert_eq!(talk.later(80).await.ended, 1);
    assert_eq!(talk.events().await.len(), 1);
    assert!(talk.says(ANNA, "PARK").await.contains("already"));
}

#[tokio::test]
async fn an_answer_taken_back_no_longer_counts_and_a_new_one_may_be_given() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    assert!(talk.says(ANNA, "erase").await.contains("1 Take back my answer"));
    assert!(talk.says(ANNA, "1").await.contains("no longer counts"));
    let events = talk.events().await;
    let event = &events[1];
    assert_eq!((&event["action"], &event["counts"]), (&"withdrawn".into(), &false.into()));
    assert_eq!(event["not_counted_because"], "withdrawn");
    assert_eq!(event["answers"], serde_json::json!([]));
    finished(&talk, ANNA).await;
    let events = talk.events().await;
    assert_ne!(events[2]["submission"], events[0]["submission"]);
    assert_eq!(events[2]["counts"], true);
}

#[tokio::test]
async fn erasing_leaves_nothing_and_consumers_are_told() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    for text in ["SHADE", "canary trees by the school", "skip", "SHADE", "canary benches", "skip"] {
        talk.says(ANNA, text).await;
    }
    talk.says(ANNA, "some canary words for a person").await;
    talk.says_as(ANNA, "same", "BUS").await;
    finished(&talk, BADR).await;
    assert_eq!(talk.events().await.len(), 4);
    let list = talk.says(ANNA, "erase").await;
    assert!(list.contains("3 Erase everything of mine"), "{list}");
    assert!(talk.says(ANNA, "3").await.contains("was erased"));
    let events = talk.events().await;
    assert_eq!(events.len(), 7, "one more for each submission of hers, none of BUS");
    let erased = |event: &&Value| event["action"] == "erased";
    assert_eq!(events.iter().filter(erased).count(), 6);
    assert!(!serde_json::to_string(&events).unwrap().contains("canary"));
    assert_eq!(events[3]["action"], "recorded", "Badr's is as it was");
    assert_eq!((&events[6]["revision"], &events[6]["counts"]), (&2.into(), &false.into()));
    assert!(talk.kept().await.is_empty());
    let sent = talk.outbox().await;
    assert_eq!(sent.len(), 3, "two to Badr, one that says so: {sent:?}");
    assert_eq!(talk.says_as(ANNA, "same", "BUS").await, "", "a repeat is still a repeat");
    finished(&talk, ANNA).await;
    assert_eq!(talk.events().await[7]["counts"], true, "and a new start is one");
    assert!(talk.says("+971500000009", "erase").await.contains("nothing of yours"));
}

#[tokio::test]
async fn who_thinks_again_keeps_everything() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    talk.says(ANNA, "erase").await;
    assert!(talk.says(ANNA, "3").await.contains("Nothing was changed"));
    assert_eq!(talk.events().await.len(), 1);
    assert!(talk.says(ANNA, "PARK").await.contains("already"));
}

#[tokio::test]
async fn erasing_is_possible_after_stop() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    for text in ["STOP", "erase", "2"] {
        talk.says(ANNA, text).await;
    }
    assert_eq!(talk.events().await[1]["action"], "erased");
    let loaded = talk.store.load(&Address::phone(ANNA).unwrap()).await.unwrap();
    assert_eq!(loaded.resident.stopped, ["city-parks"], "STOP is not forgotten");
}

#[tokio::test]
async fn an_operator_can_erase_by_address() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    let who = Address::phone(ANNA).unwrap();
    let forgotten = talk.gateway.forget(&who, after(1)).await.unwrap();
    assert_eq!((forgotten.known, forgotten.submissions), (true, 1));
    assert_eq!(talk.events().await[1]["action"], "erased");
    let again = talk.gateway.forget(&who, after(2)).await.unwrap();
    assert_eq!((again.known, again.submissions), (true, 0));
    let nobody = Address::phone(BADR).unwrap();
    assert!(!talk.gateway.forget(&nobody, after(2)).await.unwrap().known);
}

#[tokio::test]
async fn the_private_page_changes_takes_back_and_erases() {
    let talk = Talk::start();
    let wish = |wish: Wish| Content::Wish { campaign: "bus-trip".to_owned(), wish };
    let page = "anna-on-the-web";
    talk.fills_in(page, "score", "2", "en").await;
    talk.fills_in(page, "comment", "canary", "en").await;
    let asked = talk.send(page, "w1", wish(Wish::Change("score".to_owned())), Some("en")).await;
    assert_eq!(asked.replies[0].question.as_ref().unwrap().step, "score");
    talk.fills_in(page, "score", "5", "en").await;
    let events = talk.events().await;
    assert_eq!(
        (&events[1]["action"], &events[1]["feedback"]["score"]),
        (&"corrected".into(), &5.into())
    );
    talk.send(page, "w2", wish(Wish::Withdraw), Some("en")).await;
    talk.send(page, "w3", wish(Wish::Withdraw), Some("en")).await;
    let events = talk.events().await;
    assert_eq!((events.len(), &events[2]["action"]), (3, &"withdrawn".into()));
    talk.send(page, "w4", wish(Wish::Erase), Some("en")).await;
    let events = talk.events().await;
    assert_eq!((events.len(), &events[3]["action"]), (4, &"erased".into()));
    assert!(!serde_json::to_string(&events).unwrap().contains("canary"));
}

#[tokio::test]
async fn danger_gets_the_number_at_once_is_kept_first_and_is_no_answer() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    let words = "I want to kill myself";
    let said = talk.says(ANNA, words).await;
    assert!(said.contains("999") && said.contains("Where do you need shade"), "{said}");
    talk.says(ANNA, "trees at the corner").await;
    talk.says(ANNA, "skip").await;
    let event = &talk.events().await[0];
    assert_eq!(event["idea"]["body"], "trees at the corner");
    assert!(event["flags"].as_array().unwrap().contains(&"emergency".into()), "{event}");
    talk.says(BADR, "the lamp in my street is broken").await;
    assert!(talk.says(BADR, words).await.contains("999"), "outside of a conversation too");
    let kept = talk.kept().await;
    assert_eq!(kept[0], (KeptBecause::Danger, words.to_owned()));
    assert_eq!(kept[1].0, KeptBecause::Danger);
    assert_eq!(kept[2].0, KeptBecause::NotUnderstood);
}

#[tokio::test]
async fn an_idea_that_sounds_like_danger_is_taken_when_it_is_said_again() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    let words = "we need an ambulance point by the gate";
    assert!(talk.says(ANNA, words).await.contains("Where do you need shade"), "the question waits");
    assert!(talk.says(ANNA, words).await.contains("999"), "said again");
    talk.says(ANNA, "skip").await;
    let event = &talk.events().await[0];
    assert_eq!(event["idea"]["body"], words);
    assert!(event["flags"].as_array().unwrap().contains(&"emergency".into()), "{event}");
    let kept = talk.kept().await;
    assert!(kept.iter().all(|(because, _)| *because == KeptBecause::Danger), "{kept:?}");
}

#[tokio::test]
async fn an_entitys_own_words_for_danger_are_used() {
    let talk = Talk::with(|config| {
        for entity in &mut config.entities {
            entity.emergency.number = "112".to_owned();
            entity.emergency.texts.insert("ar".to_owned(), "اتصل بنا الآن".to_owned());
        }
    });
    talk.says(ANNA, "PARK").await;
    assert!(talk.says(ANNA, "I want to kill myself").await.contains("112"));
    talk.says(BADR, "حديقة").await;
    assert!(talk.says(BADR, "I want to kill myself").await.contains("اتصل بنا الآن"));
}

#[tokio::test]
async fn a_receipt_typed_in_any_way_is_asked_about() {
    let talk = Talk::start();
    finished(&talk, ANNA).await;
    let receipt = talk.events().await[0]["receipt"].as_str().unwrap().to_owned();
    let small = receipt.to_lowercase().replace('-', " ");
    let spaced = crate::ids::spoken(&receipt);
    for typed in [format!("status {small}"), format!("STATUS {spaced}"), receipt.to_lowercase()] {
        let said = talk.says(BADR, &typed).await;
        assert!(said.contains(&receipt) && said.contains("arrived"), "{typed}: {said}");
    }
    assert!(talk.says(BADR, "status AAA-AA2").await.contains("no answer"));
}

#[tokio::test]
async fn whoever_erases_everything_at_a_shared_phone_is_told_what_everything_is() {
    let talk = Talk::with(|config| {
        let park = config.campaigns.iter_mut().find(|campaign| campaign.id == "park-hours");
        park.unwrap().several_people = true;
    });
    finished(&talk, ANNA).await;
    for text in ["PARK", "yes", "2"] {
        talk.says(ANNA, text).await;
    }
    let list = talk.says(ANNA, "erase").await;
    assert!(list.contains("2 Erase everything sent from this phone"), "{list}");
}

#[tokio::test]
async fn consent_taken_back_takes_the_submission_back() {
    let talk = Talk::start();
    for text in ["REPORT", "yes", "1", "at the school", "today", "skip"] {
        talk.says(ANNA, text).await;
    }
    talk.says(ANNA, "change").await;
    talk.says(ANNA, "1").await;
    assert!(talk.says(ANNA, "no").await.contains("ask nothing more"));
    let events = talk.events().await;
    let last = events.last().unwrap();
    assert_eq!((&last["action"], &last["answers"]), (&"withdrawn".into(), &serde_json::json!([])));
}
