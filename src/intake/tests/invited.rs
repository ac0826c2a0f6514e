//! Invitations: one participation, by whichever channel.

use super::link::{At, chat, phone};
use super::*;
use crate::store::Sessions;

const TOKEN: &str = "K7PX4QMR";

async fn invite(talk: &Talk) {
    let token = [TOKEN.to_owned()];
    talk.store.add_invitations("bus-trip", &token, after(0)).await.unwrap();
}

#[tokio::test]
async fn a_token_begins_its_campaign_alone_behind_the_keyword_and_in_a_link() {
    for text in [TOKEN, "k7px 4qmr", "BUS K7PX4QMR", "K7PX4QMR hello"] {
        let talk = Talk::start();
        invite(&talk).await;
        let asked = talk.says(ANNA, text).await;
        assert!(asked.contains("bus trip"), "{text}: {asked}");
        talk.says(ANNA, "4").await;
        talk.says(ANNA, "skip").await;
        let event = &talk.events().await[0];
        assert_eq!(
            (&event["entry"], &event["feedback"]["score"]),
            (&"invitation".into(), &4.into())
        );
        assert_eq!(event["participant"]["assurance"], "invited", "{text}");
    }
    let talk = Talk::start();
    invite(&talk).await;
    let asked = talk.hears(&chat(7), Content::Link(TOKEN.to_owned())).await;
    assert!(asked.contains("bus trip"), "{asked}");
    let nothing = talk.says(BADR, "K7PX4QMS").await;
    assert!(!nothing.contains("very bad"), "nobody was invited with that: {nothing}");
}

async fn answers(talk: &Talk, at: &At, score: &str) -> String {
    let begun = talk.tells(at, TOKEN).await;
    talk.tells(at, score).await;
    talk.tells(at, "skip").await;
    begun
}

#[tokio::test]
async fn the_second_to_finish_counts_and_the_first_is_told_of_in_the_same_commit() {
    let talk = Talk::start();
    invite(&talk).await;
    let (anna, app) = (phone(ANNA), chat(7));
    assert!(!answers(&talk, &anna, "2").await.contains("was given"));
    let begun = talk.tells(&app, TOKEN).await;
    assert!(begun.starts_with("An answer was given with this invitation"), "{begun}");
    assert!(!begun.contains('2') || begun.contains("1 = very bad"), "nothing of it is shown");
    talk.tells(&app, "5").await;
    assert_eq!(talk.events().await.len(), 1, "nothing changes before it is finished");
    talk.tells(&app, "skip").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 3);
    assert_eq!(events[1]["receipt"], events[0]["receipt"]);
    assert_eq!((&events[1]["action"], &events[1]["counts"]), (&"corrected".into(), &false.into()));
    assert_eq!(events[1]["not_counted_because"], "duplicate_person");
    assert_eq!(events[1]["participant"]["key"], events[0]["participant"]["key"]);
    assert_eq!((&events[2]["action"], &events[2]["counts"]), (&"recorded".into(), &true.into()));
    assert_ne!(events[2]["participant"]["key"], events[0]["participant"]["key"]);
    // It joined nobody.
    assert_eq!(
        talk.store.load(&app.from).await.unwrap().addresses,
        std::slice::from_ref(&app.from)
    );
    assert!(!talk.tells(&app, "STATUS").await.contains(events[0]["receipt"].as_str().unwrap()));
    // Whoever changes theirs is the later one again.
    talk.tells(&anna, "CHANGE").await;
    talk.tells(&anna, "1").await;
    talk.tells(&anna, "4").await;
    let last = talk.events().await.split_off(3);
    assert_eq!(last.len(), 2, "{last:?}");
    assert_eq!((&last[0]["receipt"], &last[0]["counts"]), (&events[2]["receipt"], &false.into()));
    assert_eq!((&last[1]["receipt"], &last[1]["counts"]), (&events[0]["receipt"], &true.into()));
}

#[tokio::test]
async fn a_token_on_the_page_is_the_same_participation() {
    let talk = Talk::start();
    invite(&talk).await;
    answers(&talk, &phone(ANNA), "2").await;
    let told = talk.gateway.invited(TOKEN, "en").await.unwrap();
    assert!(told.starts_with("An answer was given"), "{told}");
    let page = "badr-on-the-web";
    talk.send(page, "invitation", Content::Link(TOKEN.to_owned()), Some("en")).await;
    talk.fills_in(page, "score", "3", "en").await;
    talk.fills_in(page, "comment", "", "en").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 3);
    assert_eq!((&events[2]["channel"], &events[2]["entry"]), (&"web".into(), &"invitation".into()));
    assert_eq!(events[2]["participant"]["assurance"], "invited");
    assert_eq!(events.iter().filter(|event| event["counts"] == true).count(), 2);
    assert_eq!(events[1]["counts"], false);
}

#[tokio::test]
async fn the_same_resident_counts_once_and_of_two_at_once_one() {
    let talk = Talk::start();
    invite(&talk).await;
    let anna = phone(ANNA);
    answers(&talk, &anna, "2").await;
    assert!(talk.tells(&anna, TOKEN).await.contains("already"));
    assert_eq!(talk.events().await.len(), 1);
    let talk = Arc::new(Talk::start());
    invite(&talk).await;
    let people: Vec<At> = (10..20).map(chat).collect();
    for at in &people {
        talk.tells(at, TOKEN).await;
        talk.tells(at, "4").await;
    }
    let tasks = people.into_iter().map(|at| {
        let talk = talk.clone();
        tokio::spawn(async move { talk.tells(&at, "skip").await })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    let mut last = std::collections::BTreeMap::new();
    for event in talk.events().await {
        let receipt = event["receipt"].as_str().unwrap().to_owned();
        last.insert(receipt, event["counts"] == true);
    }
    assert_eq!((last.len(), last.values().filter(|counts| **counts).count()), (10, 1));
}

#[tokio::test]
async fn an_erased_answer_leaves_its_invitation_free() {
    let talk = Talk::start();
    invite(&talk).await;
    answers(&talk, &phone(ANNA), "2").await;
    talk.says(ANNA, "ERASE").await;
    talk.says(ANNA, "2").await;
    assert!(!answers(&talk, &phone(BADR), "5").await.contains("was given"));
    let last = talk.events().await.pop().unwrap();
    assert_eq!(last["counts"], true);
}

#[tokio::test]
async fn a_token_in_the_middle_or_after_the_end_makes_the_answer_the_invited_one() {
    for first in [&["BUS", TOKEN, "4", "skip"][..], &["BUS", "4", "skip", TOKEN]] {
        let talk = Talk::start();
        invite(&talk).await;
        for text in first {
            talk.says(ANNA, text).await;
        }
        let event = talk.events().await.pop().unwrap();
        assert_eq!((&event["entry"], &event["counts"]), (&"keyword".into(), &true.into()));
        assert_eq!(event["participant"]["assurance"], "invited", "{first:?}");
        assert!(answers(&talk, &phone(BADR), "5").await.contains("was given"), "{first:?}");
        let mut last = std::collections::BTreeMap::new();
        for event in talk.events().await {
            last.insert(event["receipt"].to_string(), event["counts"] == true);
        }
        let counted = last.values().filter(|counts| **counts).count();
        assert_eq!((last.len(), counted), (2, 1), "{first:?}");
    }
}

#[tokio::test]
async fn a_token_of_another_sent_after_the_own_end_counts_instead_in_one_commit() {
    let talk = Talk::start();
    invite(&talk).await;
    answers(&talk, &phone(BADR), "5").await;
    for text in ["BUS", "4", "skip"] {
        talk.says(ANNA, text).await;
    }
    let said = talk.says(ANNA, TOKEN).await;
    assert!(said.contains("already") && !said.contains("If you finish"), "{said}");
    let last = talk.events().await.split_off(2);
    assert_eq!(last.len(), 2);
    assert_eq!((&last[0]["counts"], &last[1]["counts"]), (&false.into(), &true.into()));
}

#[tokio::test]
async fn a_token_behind_a_keyword_is_answered_in_the_keywords_language() {
    let talk = Talk::start();
    invite(&talk).await;
    let campaign = talk.gateway.catalogue().campaign("bus-trip").unwrap().clone();
    let word = &campaign.keywords["ar"];
    let asked = talk.says(ANNA, &format!("{word} {TOKEN}")).await;
    assert!(asked.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)), "{asked}");
    let known = talk.store.load(&Address::phone(ANNA).unwrap()).await.unwrap().resident.lang;
    assert_eq!(known.as_deref(), Some("ar"));
}

#[tokio::test]
async fn an_invitation_pasted_whole_or_in_quotes_is_understood() {
    let texts = [
        "Bus trip: send us K7PX4QMR to take part.".to_owned(),
        "\"K7PX4QMR\"".to_owned(),
        "my code is «k7px4qmr», thanks".to_owned(),
    ];
    for text in texts {
        let talk = Talk::start();
        invite(&talk).await;
        assert!(talk.says(ANNA, &text).await.contains("very bad"), "{text}");
    }
    let talk = Talk::start();
    invite(&talk).await;
    let tokens = ["22222ABC".to_owned()];
    talk.store.add_invitations("bus-trip", &tokens, after(0)).await.unwrap();
    let both = talk.says(ANNA, "here: K7PX4QMR or 22222ABC").await;
    assert!(!both.contains("very bad"), "nobody knows which one: {both}");
}

#[tokio::test]
async fn letters_drawn_at_random_tell_no_language() {
    let talk = Talk::start();
    for text in ["D8HAB7WA", "5P4C6DQW"] {
        let at = format!("+97150111{:04}", text.len() * 7 + usize::from(text.as_bytes()[0]));
        assert!(talk.says(&at, text).await.starts_with("Sorry, we did not"), "{text}");
    }
}
