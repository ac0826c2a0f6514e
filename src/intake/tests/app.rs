//! What chat apps bring beside words.

use super::*;

const NOOR: u64 = 71;

impl Talk {
    async fn app(&self, id: &str, content: Content, lang: Option<&str>) -> Vec<Message> {
        let inbound = Inbound {
            channel: "bot".to_owned(),
            kind: "telegram",
            provider: None,
            from: Address::telegram(NOOR),
            to: None,
            provider_id: id.to_owned(),
            content,
            received_at: super::super::now(),
            lang: lang.map(str::to_owned),
            sender: majlis_channels::Proof::Proven,
            answers: None,
        };
        self.gateway.receive(inbound).await.unwrap().replies
    }

    async fn writes(&self, id: &str, text: &str) -> Vec<Message> {
        self.app(id, Content::Text(text.to_owned()), None).await
    }

    async fn follows(&self, to: &str, lang: &str) -> Message {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        self.app(&id, Content::Link(to.to_owned()), Some(lang)).await.remove(0)
    }

    async fn edits(&self, of: &str, text: &str) -> Vec<Message> {
        let id = format!("e{}", self.next.fetch_add(1, Ordering::Relaxed));
        let content = Content::Edited { of: of.to_owned(), text: text.to_owned() };
        self.app(&id, content, None).await
    }

    /// Taps an option under a message.
    async fn taps(&self, under: &Message, code: &str) -> Vec<Message> {
        let question = under.question.as_ref().unwrap();
        let submission = question.submission.clone().unwrap_or_default();
        let session = submission.get(submission.len().saturating_sub(8)..).unwrap().to_owned();
        let step = if code.starts_with("menu:") { &question.ask } else { &question.step };
        let id = format!("c{}", self.next.fetch_add(1, Ordering::Relaxed));
        let content = Content::Button { session, step: step.clone(), value: code.to_owned() };
        self.app(&id, content, None).await
    }
}

#[tokio::test]
async fn a_link_begins_its_campaign_in_its_own_language_then_the_apps() {
    for (to, app, lang) in [
        ("park-hours", "ar", "ar"),
        ("park-hours_ar", "en", "ar"),
        ("park-hours_en", "ar", "en"),
        ("park-hours", "zz", "en"),
        ("PARK", "ar", "en"),
    ] {
        let message = Talk::start().follows(to, app).await;
        assert!(message.question.is_some(), "{to}: {}", message.text);
        assert_eq!(message.lang, lang, "{to} with an app in {app}");
    }
}

#[tokio::test]
async fn a_bare_greeting_and_an_unknown_link_show_what_is_open() {
    for to in ["", "no-such-campaign", "park-hours_xx"] {
        let message = Talk::start().follows(to, "ar").await;
        assert!(message.text.contains("حديقة"), "{to}: {}", message.text);
        assert_eq!((message.lang.as_str(), message.question), ("ar", None));
    }
}

#[tokio::test]
async fn a_button_answers_its_own_question_though_another_campaign_asked_since() {
    let talk = Talk::start();
    let park = talk.follows("PARK", "en").await;
    talk.follows("BUS", "en").await;
    talk.taps(&park, "later").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 1);
    assert_eq!(
        (&events[0]["campaign"], &events[0]["channel"]),
        (&"park-hours".into(), &"telegram".into())
    );
    assert_eq!(events[0]["answers"][0]["read_as"], "button");
}

#[tokio::test]
async fn a_button_after_days_goes_on_with_what_ran_out_of_time() {
    let talk = Talk::start();
    let bus = talk.follows("BUS", "en").await;
    talk.taps(&bus, "4").await;
    talk.later(24 * 30).await;
    assert_eq!(talk.events().await[0]["action"], "partial");
    let told = talk.taps(&bus, "1").await.remove(0);
    assert!(told.text.starts_with("This was already answered."), "{}", told.text);
    assert!(told.question.is_some(), "and the question that waits");
}

#[tokio::test]
async fn a_button_of_a_submission_nobody_knows_shows_what_is_open() {
    let talk = Talk::start();
    let bus = talk.follows("BUS", "en").await;
    let erase = talk.writes("1", "ERASE").await.remove(0);
    talk.taps(&erase, "all").await;
    let told = talk.taps(&bus, "4").await.remove(0);
    assert!(told.text.contains("BUS"), "{}", told.text);
    assert!(talk.events().await.is_empty());
}

#[tokio::test]
async fn a_button_of_what_to_change_takes_nothing_back() {
    let talk = Talk::start();
    for keyword in ["PARK", "BUS"] {
        let asked = talk.follows(keyword, "en").await;
        talk.writes(keyword, "2").await;
        assert!(asked.question.is_some());
    }
    talk.writes("s", "SKIP").await;
    let given = talk.events().await.len();
    assert_eq!(given, 2);
    let change = talk.writes("w1", "CHANGE").await.remove(0);
    let erase = talk.writes("w2", "ERASE").await.remove(0);
    let code = |message: &Message| message.question.as_ref().unwrap().options[0].0.clone();
    assert_eq!(code(&change), code(&erase), "both lists begin with the newest answer");

    let told = talk.taps(&change, &code(&change)).await.remove(0);
    assert!(told.text.starts_with("This was already answered."), "{}", told.text);
    assert_eq!(talk.events().await.len(), given);
    let told = talk.taps(&erase, &code(&erase)).await.remove(0);
    assert!(told.text.contains("taken back"), "{}", told.text);
    assert_eq!(talk.events().await.last().unwrap()["action"], "withdrawn");
}

#[tokio::test]
async fn a_new_person_is_told_by_a_button_once() {
    let talk = Talk::with(|config| {
        for campaign in &mut config.campaigns {
            campaign.several_people = true;
        }
    });
    let park = talk.follows("PARK", "en").await;
    talk.taps(&park, "later").await;
    let asked = talk.writes("1", "PARK").await.remove(0);
    assert_eq!(asked.question.as_ref().unwrap().submission, None);
    let question = talk.taps(&asked, "yes").await.remove(0);
    assert_eq!(question.question.as_ref().unwrap().step, "choice");
    // The second tap of two is no answer to the question that came.
    let told = talk.taps(&asked, "yes").await.remove(0);
    assert!(told.text.starts_with("This was already answered."), "{}", told.text);
    talk.taps(&question, "same").await;
    assert_eq!(talk.events().await.len(), 2);
}

#[tokio::test]
async fn an_edit_of_words_that_were_not_understood_is_another_try() {
    let talk = Talk::start();
    talk.follows("PARK", "en").await;
    talk.writes("m1", "at some time").await;
    talk.edits("m1", "2").await;
    let events = talk.events().await;
    assert_eq!(events[0]["answers"][0]["value"]["option"], "later");
    assert_eq!(events[0]["answers"][0]["attempts"], 2);
}

#[tokio::test]
async fn an_edit_after_the_close_is_kept_and_changes_nothing() {
    let talk = Talk::with(|config| {
        for campaign in &mut config.campaigns {
            campaign.closes = Some(after(1));
        }
    });
    talk.follows("PARK", "en").await;
    talk.writes("m1", "2").await;
    let mut config = demo::config(&Wanted::for_trial()).unwrap();
    config.store.path = talk._folder.path().join("majlis.db");
    for campaign in &mut config.campaigns {
        campaign.closes = Some(after(-1));
    }
    talk.store.close().await;
    let (gateway, store) = assemble(&config).unwrap();
    let talk = Talk { gateway, store, ..talk };
    let told = talk.edits("m1", "4").await.remove(0);
    assert!(told.text.contains("cannot be changed"), "{}", told.text);
    assert_eq!(talk.events().await.len(), 1);
    assert!(talk.kept().await.contains(&(KeptBecause::NotUnderstood, "4".to_owned())));
}

#[tokio::test]
async fn an_edit_into_stop_stops() {
    let talk = Talk::start();
    talk.follows("PARK", "en").await;
    talk.writes("m1", "hello").await;
    let told = talk.edits("m1", "STOP").await.remove(0);
    assert!(told.text.contains("no more messages"), "{}", told.text);
}

#[tokio::test]
async fn a_place_where_none_is_asked_for_is_not_kept() {
    let talk = Talk::start();
    talk.follows("SHADE", "en").await;
    let place = Content::Place { lat: 25_205, lon: 55_271 };
    let again = talk.app("m1", place, None).await.remove(0);
    assert!(again.question.is_some());
    assert!(talk.kept().await.is_empty());
    assert!(talk.events().await.is_empty());
}

#[tokio::test]
async fn words_beside_a_file_are_taken_and_the_file_is_said_not_to_be() {
    let talk = Talk::start();
    talk.follows("PARK", "en").await;
    let told = talk.app("m1", Content::Untaken("2".to_owned()), None).await;
    assert!(told[0].text.contains("No file is asked for"), "{}", told[0].text);
    assert_eq!(talk.events().await[0]["answers"][0]["value"]["option"], "later");
}

#[tokio::test]
async fn a_button_of_an_older_list_never_means_another_answer() {
    let talk = Talk::start();
    for (id, text) in [("1", "PARK"), ("2", "1"), ("3", "BUS"), ("4", "4"), ("5", "skip")] {
        talk.writes(id, text).await;
    }
    let old = talk.writes("6", "erase").await.remove(0);
    let codes = |message: &Message| -> Vec<String> {
        message.question.as_ref().unwrap().options.iter().map(|(code, _)| code.clone()).collect()
    };
    let [bus, park] = [0, 1].map(|at| codes(&old)[at].clone());
    assert!(talk.taps(&old, &bus).await[0].text.contains("no longer counts"));
    let new = talk.writes("7", "erase").await.remove(0);
    assert_eq!(codes(&new)[0], park, "it is the first now");
    assert!(talk.taps(&old, &bus).await[0].text.contains("already answered"));
    assert_eq!(talk.events().await.len(), 3, "what was taken back is not taken back again");
}
