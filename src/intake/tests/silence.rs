//! Residents who are silent: reminders, time-outs, coming back, the close of a campaign.

use super::*;

#[tokio::test]
async fn a_silent_resident_is_reminded_once_with_the_question_that_waits() {
    let talk = Talk::start();
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "4").await;
    talk.outbox().await;
    assert_eq!(talk.later(23).await.reminded, 0, "not yet");
    let mut clock = talk.clock();
    assert_eq!(clock.tick(after(25)).await.unwrap().reminded, 1);
    assert_eq!(clock.tick(after(26)).await.unwrap().reminded, 0, "once");
    assert_eq!(talk.later(27).await.reminded, 0, "also by a clock that was started anew");
    let sent = talk.outbox().await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].starts_with("You have not finished: How was your bus trip?"), "{}", sent[0]);
    assert!(sent[0].contains("What should we know") && sent[0].contains("STOP"), "{}", sent[0]);
    talk.says(ANNA, "more shade at the stop").await;
    let events = talk.events().await;
    assert_eq!((events.len(), &events[0]["action"]), (1, &"recorded".into()));
}

#[tokio::test]
async fn reminders_come_by_day_and_not_to_pages_or_to_those_who_said_stop() {
    let talk = Talk::start();
    for text in ["BUS", "4"] {
        talk.says(ANNA, text).await;
        talk.says(BADR, text).await;
    }
    talk.says(BADR, "STOP").await;
    talk.fills_in("carla-on-the-web", "score", "2", "en").await;
    let usual = demo::config(&Wanted::for_trial()).unwrap().sessions;
    let mut clock = Clock::new(talk.gateway.clone(), usual);
    // Hour by hour through the day after tomorrow.
    let mut reminded = Vec::new();
    for hour in 24..50 {
        let now = after(hour);
        if clock.tick(now).await.unwrap().reminded > 0 {
            reminded.push(super::super::local(now).hour());
        }
    }
    assert_eq!(reminded.len(), 1, "one resident, once");
    assert!((9..18).contains(&reminded[0]), "at {reminded:?} o'clock");
}

#[tokio::test]
async fn time_out_hands_on_what_was_answered_and_nothing_where_nothing_was() {
    let talk = Talk::start();
    for text in ["BUS", "4"] {
        talk.says(ANNA, text).await;
    }
    talk.says(BADR, "BUS").await;
    talk.outbox().await;
    assert_eq!(talk.later(71).await.ended, 0);
    assert_eq!(talk.later(73).await.ended, 2);
    assert_eq!(talk.later(74).await.ended, 0);
    let events = talk.events().await;
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!((&event["action"], &event["status"]), (&"partial".into(), &"partial".into()));
    assert_eq!((&event["ended_by"], &event["counts"]), (&"timeout".into(), &true.into()));
    assert_eq!(event["answers"][1]["status"], "not_reached");
    let sent = talk.outbox().await;
    assert!(sent.iter().all(|text| text.starts_with("You have not finished")), "{sent:?}");
}

#[tokio::test]
async fn who_comes_back_after_a_time_out_goes_on_and_counts_once() {
    let talk = Talk::start();
    for text in ["BUS", "4"] {
        talk.says(ANNA, text).await;
    }
    talk.later(80).await;
    let asked = talk.says(ANNA, "BUS").await;
    assert!(asked.starts_with("Welcome back") && asked.contains("What should we know"), "{asked}");
    talk.says(ANNA, "the driver was kind").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_eq!(events[0]["submission"], events[1]["submission"]);
    assert_eq!((&events[1]["action"], &events[1]["revision"]), (&"corrected".into(), &2.into()));
    assert_eq!((&events[1]["status"], &events[1]["counts"]), (&"complete".into(), &true.into()));
    assert!(events[1]["supersedes"].is_string());
    assert_eq!(events[1]["feedback"]["score"], 4);
}

#[tokio::test]
async fn a_late_bare_answer_is_taken_if_it_is_clear_and_free_words_are_asked_for_again() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    talk.says(BADR, "SHADE").await;
    assert_eq!(talk.later(80).await.ended, 2);
    let thanks = talk.says(ANNA, "2").await;
    assert!(thanks.contains("receipt"), "{thanks}");
    let asked = talk.says(BADR, "my street lamp is broken").await;
    assert!(asked.contains("Where do you need shade"), "{asked}");
    let events = talk.events().await;
    assert_eq!(events.len(), 1, "nobody said that the lamp is an idea for shade");
    assert_eq!((&events[0]["action"], &events[0]["revision"]), (&"recorded".into(), &1.into()));
    let words = "my street lamp is broken".to_owned();
    assert_eq!(talk.kept().await, [(KeptBecause::NotUnderstood, words)]);
}

#[tokio::test]
async fn when_a_campaign_closes_open_sessions_are_handed_on_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("majlis.db");
    let open = Talk::with(|config| config.store.path.clone_from(&path));
    for text in ["BUS", "5"] {
        open.says(ANNA, text).await;
    }
    open.store.close().await;
    drop(open);
    let closed = Talk::with(|config| {
        config.store.path.clone_from(&path);
        for campaign in &mut config.campaigns {
            campaign.closes = Some("2020-01-01T00:00:00Z".parse().unwrap());
        }
    });
    assert_eq!(closed.later(0).await.ended, 1);
    let events = closed.events().await;
    let event = &events[0];
    assert_eq!(
        (&event["action"], &event["ended_by"]),
        (&"partial".into(), &"campaign_closed".into())
    );
    // Nothing of the closed can be changed, but it can be taken back.
    assert!(closed.says_as(ANNA, "a", "CHANGE").await.contains("cannot be changed"));
    closed.says_as(ANNA, "b", "ERASE").await;
    closed.says_as(ANNA, "c", "1").await;
    let events = closed.events().await;
    assert_eq!((&events[1]["action"], &events[1]["counts"]), (&"withdrawn".into(), &false.into()));
}

#[tokio::test]
async fn a_resident_who_writes_in_that_moment_wins_over_the_clock() {
    let talk = Talk::start();
    for text in ["BUS", "4"] {
        talk.says(ANNA, text).await;
    }
    let campaign = talk.gateway.catalogue().campaign("bus-trip").unwrap().clone();
    let wanted = crate::store::Silent {
        campaign: campaign.id.clone(),
        after: None,
        until: after(1),
        limit: 10,
    };
    let found = crate::store::Sessions::silent(&*talk.store, wanted).await.unwrap();
    assert_eq!(found.len(), 1);
    talk.says(ANNA, "skip").await;
    let by = majlis_flows::EndedBy::Timeout;
    assert!(!talk.gateway.end_silent(&campaign, &found[0], by, after(80)).await.unwrap());
    let events = talk.events().await;
    assert_eq!((events.len(), &events[0]["action"]), (1, &"recorded".into()));
}

#[tokio::test]
async fn a_question_with_a_wait_of_its_own_is_reminded_of_by_that() {
    let folder = tempfile::tempdir().unwrap();
    let flow = include_str!("../../../flows/library/feedback.toml")
        .replace("optional = true", "optional = true\nremind_after = \"2h\"");
    std::fs::write(folder.path().join("feedback.toml"), flow).unwrap();
    let talk = Talk::with(|config| config.folders.flows = Some(folder.path().to_owned()));
    talk.says(ANNA, "BUS").await;
    talk.says(BADR, "BUS").await;
    talk.says(BADR, "4").await;
    assert_eq!(talk.later(3).await.reminded, 1, "who is at the comment");
    assert_eq!(talk.later(25).await.reminded, 1, "who is at the score");
}

#[tokio::test]
async fn a_page_left_for_days_goes_on_where_it_was() {
    let talk = Talk::start();
    let page = "anna-on-the-web";
    talk.fills_in(page, "score", "2", "en").await;
    assert_eq!(talk.later(80).await.ended, 1);
    let who = Address::web(page).unwrap();
    let shown = talk.gateway.standing(&who, "bus-trip", None).await.unwrap().unwrap();
    assert_eq!(shown.message.question.unwrap().step, "comment");
    talk.fills_in(page, "comment", "it was late", "en").await;
    let events = talk.events().await;
    assert_eq!((events.len(), &events[1]["action"]), (2, &"corrected".into()));
    assert_eq!(events[1]["feedback"]["score"], 2);
}
