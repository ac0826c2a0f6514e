//! What residents write, and what comes of it.

use super::*;

#[tokio::test]
async fn a_keyword_begins_in_its_language_and_a_digit_ends_with_a_receipt() {
    let talk = Talk::start();
    let question = talk.says(ANNA, "حديقة").await;
    assert!(question.contains("1 فتح مبكر") && question.contains("قف"), "{question}");
    let thanks = talk.says(ANNA, "٢").await;
    let events = talk.events().await;
    let event = &events[0];
    assert!(thanks.contains(event["receipt"].as_str().unwrap()), "{thanks}");
    assert_eq!(event["answers"][0]["value"]["option"], "later");
    assert_eq!(event["answers"][0]["raw"], "٢");
    assert_eq!((&event["language"]["used"], &event["counts"]), (&"ar".into(), &true.into()));
}

#[tokio::test]
async fn a_keyword_with_a_clear_answer_counts_at_once_and_with_other_words_only_asks() {
    let talk = Talk::start();
    assert!(talk.says(ANNA, "park 2").await.contains("receipt"));
    assert!(talk.says(BADR, "PARK good evening to you").await.contains("1 Open earlier"));
    let events = talk.events().await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["answers"][0]["value"]["option"], "later");
    let words = "PARK good evening to you".to_owned();
    assert_eq!(talk.kept().await, [(KeptBecause::NotUnderstood, words)], "and they are kept");
}

#[tokio::test]
async fn a_keyword_that_begins_an_answer_is_part_of_the_answer() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    talk.says(ANNA, "park benches with a roof").await;
    talk.says(ANNA, "skip").await;
    let events = talk.events().await;
    assert_eq!(events[0]["idea"]["body"], "park benches with a roof");
}

#[tokio::test]
async fn a_bare_keyword_changes_the_campaign_and_the_first_can_be_taken_up_again() {
    let talk = Talk::start();
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "4").await;
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "3").await;
    assert!(talk.says(ANNA, "BUS").await.contains("What should we know"), "the comment is asked");
    talk.says(ANNA, "more buses on Friday").await;
    let events = talk.events().await;
    let campaigns: Vec<&str> =
        events.iter().map(|event| event["campaign"].as_str().unwrap()).collect();
    assert_eq!(campaigns, ["park-hours", "bus-trip"]);
    assert_eq!(events[1]["feedback"]["score"], 4);
    assert_eq!(events[1]["feedback"]["comment"], "more buses on Friday");
}

#[tokio::test]
async fn who_took_part_is_told_so_and_ideas_may_be_sent_again() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "1").await;
    let again = talk.says(ANNA, "PARK").await;
    let receipt = talk.events().await[0]["receipt"].as_str().unwrap().to_owned();
    assert!(again.contains("already") && again.contains(&receipt), "{again}");
    for idea in ["trees by the school", "a roof at the bus stop"] {
        talk.says(ANNA, "SHADE").await;
        talk.says(ANNA, idea).await;
        talk.says(ANNA, "skip").await;
    }
    assert_eq!(talk.events().await.len(), 3);
}

#[tokio::test]
async fn what_nobody_understands_gets_the_menu_and_is_kept_for_a_person() {
    let talk = Talk::start();
    let menu = talk.says(ANNA, "my street lamp is broken").await;
    assert!(menu.contains("PARK: ") && menu.contains("SHADE: ") && menu.contains("STOP"), "{menu}");
    let menu = talk.says(BADR, "مصباح الشارع مكسور في حينا").await;
    assert!(menu.contains("حديقة"), "answered in the language of the words: {menu}");
    let kept = talk.kept().await;
    assert!(kept.contains(&(KeptBecause::NotUnderstood, "my street lamp is broken".to_owned())));
    assert_eq!(kept.len(), 2);
    assert!(talk.events().await.is_empty());
}

#[tokio::test]
async fn a_sender_that_is_no_phone_is_kept_and_never_answered() {
    let talk = Talk::start();
    for sender in ["MTN", "4455"] {
        assert_eq!(talk.says(sender, "PARK").await, "");
        assert_eq!(talk.says(sender, "1").await, "");
    }
    assert_eq!(talk.kept().await.len(), 4);
    assert!(talk.events().await.is_empty());
}

#[tokio::test]
async fn stop_works_in_every_state_and_in_both_languages() {
    for stop in ["STOP", "stop.", "قف", "Stop please", "unsubscribe"] {
        for before in [&[][..], &["PARK"], &["PARK", "1"], &["SHADE"], &["BUS", "5"], &["STOP"]] {
            let talk = Talk::start();
            for text in before {
                talk.says(ANNA, text).await;
            }
            talk.says(ANNA, stop).await;
            let who = Address::phone(ANNA).unwrap();
            let loaded = talk.store.load(&who).await.unwrap();
            let silent = loaded.resident.opted_out.is_some() || !loaded.resident.stopped.is_empty();
            assert!(silent, "{stop} after {before:?}");
            assert!(loaded.sessions.iter().all(|session| !session.open), "{stop} {before:?}");
        }
    }
}

#[tokio::test]
async fn stop_hands_on_what_was_answered_in_every_open_campaign() {
    let talk = Talk::start();
    for text in ["BUS", "2", "SHADE", "a tree at the corner", "STOP ALL"] {
        talk.says(ANNA, text).await;
    }
    let mut ended: Vec<(String, String, String)> = talk
        .events()
        .await
        .iter()
        .map(|event| {
            let text = |key: &str| event[key].as_str().unwrap().to_owned();
            (text("campaign"), text("action"), text("ended_by"))
        })
        .collect();
    ended.sort();
    let partial = |campaign: &str| (campaign.to_owned(), "partial".into(), "stop".into());
    assert_eq!(ended, [partial("bus-trip"), partial("shade-ideas")]);
    assert!(talk.says(ANNA, "2").await.contains("START"), "nothing is taken after STOP");
    assert!(talk.says(ANNA, "START").await.contains("Welcome back"));
    assert!(talk.says(ANNA, "PARK").await.contains("1 Open earlier"));
}

#[tokio::test]
async fn help_language_and_status_are_answered_outside_a_conversation() {
    let talk = Talk::start();
    assert!(talk.says(ANNA, "help").await.contains("PARK: "));
    assert!(talk.says(ANNA, "language").await.contains("العربية"));
    assert!(talk.says(ANNA, "العربية").await.contains("حديقة"), "and is remembered:");
    assert!(talk.says(ANNA, "menu").await.contains("حديقة"));
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "1").await;
    let receipt = talk.events().await[0]["receipt"].as_str().unwrap().to_owned();
    assert!(talk.says(ANNA, "status").await.contains(&receipt));
}

#[tokio::test]
async fn who_comes_back_after_stop_goes_on_and_counts_once() {
    let talk = Talk::start();
    for text in ["BUS", "2", "STOP"] {
        talk.says(ANNA, text).await;
    }
    let asked = talk.says(ANNA, "BUS").await;
    assert!(asked.contains("What should we know"), "{asked}");
    talk.says(ANNA, "skip").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_eq!(
        (&events[1]["action"], &events[1]["feedback"]["score"]),
        (&"corrected".into(), &2.into())
    );
    assert_eq!(events[0]["submission"], events[1]["submission"]);
}

#[tokio::test]
async fn a_campaign_may_speak_in_its_languages_own_digits() {
    let talk = Talk::with(|config| {
        config.campaigns.iter_mut().for_each(|campaign| campaign.native_digits = true);
    });
    let asked = talk.says(ANNA, "حديقة").await;
    assert!(asked.contains("\n١ ") && asked.contains("\n٤ ") && !asked.contains("\n1 "), "{asked}");
    let again = talk.says(ANNA, "لا أعرف شيئاً").await;
    assert!(again.contains('٤') && !again.contains('4'), "the range, too: {again}");
    let done = talk.says(ANNA, "2").await;
    assert!(done.contains('-'), "a receipt as it is copied: {done}");
}

#[tokio::test]
async fn punctuation_and_courtesy_around_a_keyword_do_not_matter() {
    for typed in [
        "PARK.",
        "Park!",
        "\"PARK\"",
        "PARK:",
        "please PARK",
        "PARK please",
        "PARKS",
        "\u{201c}park\u{201d}",
    ] {
        let talk = Talk::start();
        assert!(talk.says(ANNA, typed).await.contains("1 Open earlier"), "{typed}");
        assert!(talk.kept().await.is_empty(), "{typed}");
    }
    for typed in ["حديقة!", "الحديقة", "حديقة لو سمحت"] {
        let talk = Talk::start();
        assert!(talk.says(ANNA, typed).await.contains("1 فتح مبكر"), "{typed}");
    }
}

#[tokio::test]
async fn a_part_of_an_option_behind_a_keyword_is_first_asked() {
    let talk = Talk::start();
    assert!(talk.says(ANNA, "PARK later").await.contains("1 Open earlier"));
    assert!(talk.events().await.is_empty());
    assert!(talk.says(BADR, "PARK close later").await.contains("receipt"), "the whole text counts");
}

#[tokio::test]
async fn a_message_outside_of_everything_is_answered_in_a_language_that_is_open_here() {
    for typed in ["trees", "Lulu", "cricket"] {
        let talk = Talk::start();
        assert!(talk.says(ANNA, typed).await.contains("did not understand"), "{typed}");
    }
    // A greeting of many languages: in one of the two that are open here, not in Persian.
    let greeted = Talk::start().says(ANNA, "salam").await;
    assert!(greeted.contains("لم نفهم") || greeted.contains("did not understand"), "{greeted}");
    let talk = Talk::start();
    let hindi = talk.says(BADR, "मदद").await;
    assert!(!hindi.is_ascii() && !hindi.starts_with("Send"), "a word's own language: {hindi}");
}

#[tokio::test]
async fn a_keyword_before_the_opening_and_after_the_end_says_which_in_its_own_language() {
    let talk = Talk::with(|config| {
        for campaign in &mut config.campaigns {
            match campaign.id.as_str() {
                "park-hours" => campaign.opens = Some("2400-01-01T00:00:00Z".parse().unwrap()),
                _ => campaign.closes = Some("2020-01-01T00:00:00Z".parse().unwrap()),
            }
        }
    });
    assert!(talk.says(ANNA, "PARK").await.contains("not open yet"));
    assert!(talk.says(BADR, "حديقة").await.contains("لم تبدأ"));
    assert!(talk.says("+971500000003", "BUS").await.contains("closed now"));
}

#[tokio::test]
async fn an_idea_behind_its_keyword_is_the_idea() {
    let talk = Talk::start();
    let said = talk.says(ANNA, "SHADE more trees at the school").await;
    assert!(!said.contains("Where do you need shade from the sun"), "{said}");
    talk.says(ANNA, "skip").await;
    assert_eq!(talk.events().await[0]["idea"]["body"], "more trees at the school");
    assert!(talk.kept().await.is_empty());
}
