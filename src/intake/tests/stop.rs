//! How far STOP reaches: the entity that was spoken with, then everybody.

use super::link::{chat, phone};
use super::*;

async fn silence_of(talk: &Talk, number: &str) -> (bool, Vec<String>) {
    let loaded = talk.store.load(&Address::phone(number).unwrap()).await.unwrap();
    (loaded.resident.opted_out.is_some(), loaded.resident.stopped)
}

#[tokio::test]
async fn stop_in_a_conversation_means_its_entity_and_says_so_and_what_stops_all() {
    let talk = Talk::start();
    for text in ["BUS", "4", "PARK"] {
        talk.says(ANNA, text).await;
    }
    let said = talk.says(ANNA, "STOP").await;
    assert!(said.contains("messages from City Parks") && said.contains("STOP ALL"), "{said}");
    assert_eq!(silence_of(&talk, ANNA).await, (false, vec!["city-parks".to_owned()]));
    assert!(talk.events().await.is_empty(), "the other's conversation goes on");
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "skip").await;
    assert_eq!(talk.events().await[0]["action"], "recorded");
}

#[tokio::test]
async fn stop_after_a_conversation_means_the_last_one_and_without_any_means_all() {
    let talk = Talk::start();
    for text in ["PARK", "1"] {
        talk.says(ANNA, text).await;
    }
    assert!(talk.says(ANNA, "قف").await.contains("City Parks"), "in the language spoken");
    assert_eq!(silence_of(&talk, ANNA).await, (false, vec!["city-parks".to_owned()]));
    let said = talk.says(BADR, "STOP").await;
    assert!(!said.contains("ALL"), "{said}");
    assert!(silence_of(&talk, BADR).await.0);
}

#[tokio::test]
async fn stop_all_in_every_language_and_a_second_stop_mean_all() {
    for stop in ["stop all", "STOPALL", "أوقف الكل", "सब बंद करो", "tout arrêter", "全部停止"]
    {
        for before in [&[][..], &["PARK"], &["PARK", "1"], &["BUS", "5"]] {
            let talk = Talk::start();
            for text in before {
                talk.says(ANNA, text).await;
            }
            let said = talk.says(ANNA, stop).await;
            assert!(!said.contains("ALL"), "{stop} after {before:?}: {said}");
            assert!(silence_of(&talk, ANNA).await.0, "{stop} after {before:?}");
        }
    }
    let talk = Talk::start();
    for text in ["PARK", "STOP", "STOP"] {
        talk.says(ANNA, text).await;
    }
    assert!(silence_of(&talk, ANNA).await.0);
}

#[tokio::test]
async fn with_one_entity_stop_is_all_and_names_no_scope() {
    let talk = Talk::with(|config| {
        config.campaigns.retain(|campaign| campaign.entity == "city-parks");
    });
    talk.says(ANNA, "PARK").await;
    let said = talk.says(ANNA, "STOP").await;
    assert!(said.starts_with("You will get no more messages.") && !said.contains("ALL"), "{said}");
    assert!(silence_of(&talk, ANNA).await.0);
}

#[tokio::test]
async fn start_brings_back_all_and_a_keyword_its_entity_alone() {
    let talk = Talk::start();
    for text in ["PARK", "STOP", "BUS", "STOP"] {
        talk.says(ANNA, text).await;
    }
    let both = ["city-parks", "transport"].map(str::to_owned).to_vec();
    assert_eq!(silence_of(&talk, ANNA).await, (false, both));
    let said = talk.says(ANNA, "hello there").await;
    assert!(said.contains("START"), "whoever asked last is silent: {said}");
    talk.says(ANNA, "PARK").await;
    assert_eq!(silence_of(&talk, ANNA).await, (false, vec!["transport".to_owned()]));
    talk.says(ANNA, "STOP ALL").await;
    talk.says(ANNA, "START").await;
    assert_eq!(silence_of(&talk, ANNA).await, (false, Vec::new()));
}

#[tokio::test]
async fn a_stopped_entity_reminds_of_nothing_and_takes_no_old_button() {
    let talk = Talk::start();
    let app = chat(77);
    talk.tells(&app, "PARK").await;
    let submission = {
        let loaded = talk.store.load(&Address::telegram(77)).await.unwrap();
        loaded.sessions[0].submission.clone()
    };
    talk.tells(&app, "STOP").await;
    let end = submission[submission.len() - 8..].to_owned();
    let tap = Content::Button { session: end, step: "choice".into(), value: "later".into() };
    assert!(talk.hears(&app, tap).await.contains("START"));
    assert_eq!(talk.later(30).await.reminded, 0);
    assert!(talk.events().await.is_empty());
}

#[tokio::test]
async fn stop_of_one_entity_holds_on_every_linked_address() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(77));
    talk.tells(&anna, "BUS").await;
    talk.tells(&anna, "4").await;
    for text in ["BUS", "STOP"] {
        talk.tells(&app, text).await;
    }
    let shown = talk.tells(&anna, "LINK").await;
    let code = &shown[shown.find("LINK ").unwrap()..][..12];
    let said = talk.tells(&app, code).await;
    assert!(!said.contains("What should we know"), "a stopped entity asks nothing: {said}");
    assert_eq!(silence_of(&talk, ANNA).await.1, ["transport"]);
    assert_eq!(talk.later(30).await.reminded, 0);
}

#[tokio::test]
async fn the_unsubscribe_button_and_a_blocked_bot_mean_all() {
    let talk = Talk::start();
    let app = chat(77);
    talk.tells(&app, "PARK").await;
    assert_eq!(talk.hears(&app, Content::OptOut).await, "");
    let loaded = talk.store.load(&Address::telegram(77)).await.unwrap();
    assert!(loaded.resident.opted_out.is_some());
}

async fn silent_for(talk: &Talk, entity: &str) -> bool {
    let loaded = talk.store.load(&Address::phone(ANNA).unwrap()).await.unwrap();
    loaded.resident.is_silent_for(entity)
}

#[tokio::test]
async fn stop_all_holds_for_every_other_entity_after_a_keyword_also_for_one_that_comes_later() {
    let talk = Talk::start();
    for text in ["PARK", "STOP ALL", "BUS"] {
        talk.says(ANNA, text).await;
    }
    assert!(!silent_for(&talk, "transport").await);
    assert!(silent_for(&talk, "city-parks").await);
    assert!(silent_for(&talk, "an-entity-of-next-year").await);
    // STOP to the one that was called back: all are silent again.
    talk.says(ANNA, "STOP").await;
    assert!(silence_of(&talk, ANNA).await.0);
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "PARK").await;
    assert!(!silent_for(&talk, "transport").await && !silent_for(&talk, "city-parks").await);
    assert!(silent_for(&talk, "an-entity-of-next-year").await);
    talk.says(ANNA, "START").await;
    assert!(!silent_for(&talk, "an-entity-of-next-year").await);
}

#[tokio::test]
async fn change_works_after_stop_and_stop_goes_on_to_hold() {
    for stop in ["STOP", "STOP ALL"] {
        let talk = Talk::start();
        for text in ["BUS", "4", "skip", stop, "CHANGE", "1", "2"] {
            let said = talk.says(ANNA, text).await;
            assert!(text != "CHANGE" || !said.contains("START"), "{stop}: {said}");
        }
        let last = talk.events().await.pop().unwrap();
        assert_eq!((&last["action"], &last["feedback"]["score"]), (&"corrected".into(), &2.into()));
        assert!(silent_for(&talk, "transport").await, "{stop}");
    }
}

#[tokio::test]
async fn whoever_stopped_one_entity_is_told_of_that_one() {
    let talk = Talk::start();
    for text in ["PARK", "STOP"] {
        talk.says(ANNA, text).await;
    }
    let said = talk.says(ANNA, "hello there").await;
    assert!(said.contains("City Parks") && said.contains("START"), "{said}");
}
