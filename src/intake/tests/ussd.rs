//! A phone that dials: the channel's own dialogue before the real gateway.

use majlis_channels::ussd::UssdSettings;
use majlis_channels::ussd::dialog::{Call, Dialogs, Screen};
use majlis_channels::ussd::screen::Room;

use super::*;

/// A code that is dialled, with no line open: made anew, it is the gateway after a new start.
fn code(talk: &Talk, languages: &[&str]) -> Dialogs {
    let settings = UssdSettings {
        id: "dial".to_owned(),
        path_secret: String::new(),
        allow_from: Vec::new(),
        service_code: "*384*123#".to_owned(),
        country: None,
        languages: languages.iter().map(|lang| (*lang).to_owned()).collect(),
        lang: "en".to_owned(),
        room: Room::default(),
    };
    Dialogs::new(Arc::new(settings), talk.gateway.clone())
}

async fn request(talk: &Talk, code: &Dialogs, session: &str, text: &str) -> Screen {
    let from = Address::phone(ANNA).unwrap();
    let call = Call { session: session.to_owned(), from, text: text.to_owned() };
    code.answer(talk.gateway.as_ref(), &call).await.unwrap()
}

/// Dials, and types one input after the other; every screen.
async fn dials(talk: &Talk, code: &Dialogs, session: &str, inputs: &[&str]) -> Vec<Screen> {
    let mut screens = vec![request(talk, code, session, "").await];
    for end in 1..=inputs.len() {
        screens.push(request(talk, code, session, &inputs[..end].join("*")).await);
    }
    screens
}

/// What waits to be sent by this channel.
async fn queued(talk: &Talk) -> usize {
    let claim = Claim {
        channel: "dial".to_owned(),
        max: 10,
        now: after(1000),
        until: after(1001),
        repeat_safe: true,
    };
    talk.store.claim(claim).await.unwrap().len()
}

/// Where the campaign stands in the list that was shown.
fn number_of(screens: &[&Screen], title: &str) -> String {
    let lines = screens.iter().flat_map(|screen| screen.text.lines());
    let line = lines.into_iter().find(|line| line.contains(title));
    line.and_then(|line| line.split(' ').next()).expect(title).to_owned()
}

/// The number of `park-hours` in the list, and the screens that had to be turned to see it.
async fn park(talk: &Talk, code: &Dialogs) -> String {
    let screens = dials(talk, code, "look", &["00", "00", "00"]).await;
    let title =
        talk.gateway.catalogue().campaign("park-hours").unwrap().words.title("en").to_owned();
    number_of(&screens.iter().collect::<Vec<_>>(), &title)
}

#[tokio::test]
async fn a_stranger_chooses_language_and_campaign_and_the_end_says_the_receipt() {
    let talk = Talk::start();
    let code = code(&talk, &["ar", "en"]);
    let screens = dials(&talk, &code, "a", &["2"]).await;
    assert_eq!(screens[0], Screen { text: "1 العربية\n2 English".to_owned(), ends: false });
    assert!(screens[1].text.starts_with("Have your say\n1 "), "{}", screens[1].text);
    let park = park(&talk, &code).await;
    let screens = dials(&talk, &code, "b", &[&park, "2"]).await;
    assert!(screens[0].text.starts_with("Have your say"), "the language is remembered");
    assert!(screens[1].text.contains("\n1 ") && !screens[1].ends, "{}", screens[1].text);
    let events = talk.events().await;
    assert_eq!((events.len(), &events[0]["channel"]), (1, &"ussd".into()));
    assert_eq!(events[0]["answers"][0]["value"]["option"], "later");
    assert_eq!(events[0]["entry"], "menu");
    assert_eq!(events[0]["participant"]["assurance"], "reachable");
    let receipt = events[0]["receipt"].as_str().unwrap();
    assert!(screens[2].ends && screens[2].text.contains(receipt), "{}", screens[2].text);
    assert!(talk.kept().await.is_empty(), "a language is not kept for a person to read");
    assert_eq!(queued(&talk).await, 0, "nothing is queued");
}

#[tokio::test]
async fn every_screen_of_an_arabic_conversation_fits_and_leads_on() {
    let talk = Talk::start();
    let code = code(&talk, &["ar", "en"]);
    let mut inputs = vec!["1"];
    let first = dials(&talk, &code, "a", &inputs).await;
    assert!(first[1].text.ends_with("00 المزيد"), "{}", first[1].text);
    inputs.extend(["00", "000", "00"]);
    let turned = dials(&talk, &code, "b", &inputs).await;
    for screen in first.iter().chain(&turned) {
        assert!(Room::default().holds(&screen.text), "{}", screen.text);
    }
    assert!(talk.kept().await.is_empty() && talk.events().await.is_empty());
}

#[tokio::test]
async fn the_same_request_again_shows_the_same_screen_and_counts_once_even_after_a_new_start() {
    let talk = Talk::start();
    let one = code(&talk, &[]);
    talk.says(ANNA, "BUS").await;
    let screens = dials(&talk, &one, "a", &["4"]).await;
    assert!(screens[0].text.starts_with("You have not finished"), "{}", screens[0].text);
    assert_eq!(request(&talk, &one, "a", "4").await, screens[1]);
    let other = code(&talk, &[]);
    let again = request(&talk, &other, "a", "4").await;
    assert_eq!(again.text, screens[1].text, "asked anew from where the resident stands");
    let end = request(&talk, &other, "a", "4*more buses").await;
    assert!(end.ends, "{}", end.text);
    let events = talk.events().await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["feedback"]["score"], 4);
    assert_eq!(events[0]["feedback"]["comment"], "more buses");
}

#[tokio::test]
async fn who_is_cut_off_goes_on_by_sms_and_who_dials_again_where_they_were() {
    let talk = Talk::start();
    let code = code(&talk, &[]);
    dials(&talk, &code, "a", &["BUS", "5"]).await;
    let resumed = dials(&talk, &code, "b", &[]).await;
    assert!(resumed[0].text.contains("What should we know"), "{}", resumed[0].text);
    talk.says(ANNA, "the driver was kind").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 1, "one session over both ways");
    assert_eq!(events[0]["feedback"]["comment"], "the driver was kind");
    assert_eq!(events[0]["channel"], "sms");
}

#[tokio::test]
async fn inputs_that_were_dialled_with_the_code_answer_nothing() {
    let talk = Talk::start();
    talk.says(ANNA, "BUS").await;
    let code = code(&talk, &[]);
    let screen = request(&talk, &code, "a", "4").await;
    assert!(screen.text.starts_with("You have not finished"), "{}", screen.text);
    request(&talk, &code, "a", "4*2").await;
    request(&talk, &code, "a", "4*2*skip").await;
    let events = talk.events().await;
    assert_eq!(events[0]["feedback"]["score"], 2);
}

/// She wants no more messages: of anybody, or of whom she last heard.
async fn silent(talk: &Talk) -> bool {
    let loaded = talk.store.load(&Address::phone(ANNA).unwrap()).await.unwrap();
    loaded.resident.opted_out.is_some() || !loaded.resident.stopped.is_empty()
}

#[tokio::test]
async fn stop_help_back_and_language_work_at_every_screen() {
    let talk = Talk::start();
    let code = code(&talk, &["ar", "en"]);
    for (session, before) in
        [("a", &[][..]), ("b", &["2"]), ("c", &["2", "BUS"]), ("d", &["BUS", "4"])]
    {
        let inputs: Vec<&str> = before.iter().copied().chain(["STOP"]).collect();
        let screens = dials(&talk, &code, session, &inputs).await;
        let last = screens.last().unwrap();
        assert!(last.ends, "{before:?}: {}", last.text);
        assert!(silent(&talk).await, "{before:?}");
        dials(&talk, &code, &format!("{session}-look"), &[]).await;
        assert!(silent(&talk).await, "to dial is no wish for messages");
    }
    let talk = Talk::start();
    let code = self::code(&talk, &[]);
    let screens = dials(&talk, &code, "e", &["BUS", "4", "BACK", "3", "HELP", "العربية"]).await;
    assert!(screens.iter().all(|screen| !screen.ends));
    assert!(screens[3].text.contains('5'), "the question before: {}", screens[3].text);
    assert!(screens[6].text.chars().any(|c| ('ء'..='ي').contains(&c)), "{}", screens[6].text);
}

#[tokio::test]
async fn whoever_was_last_heard_by_ussd_is_not_reminded_as_nothing_can_be_sent() {
    let talk = Talk::start();
    let code = code(&talk, &[]);
    dials(&talk, &code, "a", &["BUS", "4"]).await;
    assert_eq!(talk.later(30).await.reminded, 0);
    assert_eq!(queued(&talk).await, 0);
}

#[tokio::test]
async fn who_types_faster_than_people_do_is_shown_every_screen_and_marked() {
    let talk = Talk::with(|config| {
        config.limits.per_minute = std::num::NonZeroU32::new(1).unwrap();
        config.limits.at_once = std::num::NonZeroU32::new(3).unwrap();
    });
    let code = code(&talk, &[]);
    let screens = dials(&talk, &code, "a", &["BUS", "HELP", "HELP", "4", "late"]).await;
    assert!(screens.iter().all(|screen| !screen.text.is_empty()));
    let events = talk.events().await;
    let flags: Vec<&str> =
        events[0]["flags"].as_array().unwrap().iter().map(|flag| flag.as_str().unwrap()).collect();
    assert!(flags.contains(&"soft_limited"), "{flags:?}");
}

#[tokio::test]
async fn a_person_can_be_asked_for_outside_of_a_conversation() {
    let talk = Talk::start();
    let code = code(&talk, &[]);
    let screens = dials(&talk, &code, "a", &["PERSON", "my lamp is broken since Monday"]).await;
    assert!(!screens[1].ends, "words are waited for: {}", screens[1].text);
    assert!(screens[2].ends, "{}", screens[2].text);
    let kept = talk.kept().await;
    assert!(
        kept.contains(&(KeptBecause::WantsPerson, "my lamp is broken since Monday".to_owned()))
    );
}
