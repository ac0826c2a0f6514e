//! The gateway as channels meet it: the demo's campaigns, a real store, messages in, words and events out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use majlis_channels::{Address, Content, Desk, Inbound, Intake, Received, fit};
use proptest::prelude::*;
use serde_json::Value;

use super::Gateway;
use crate::demo::{self, Wanted};
use crate::serve::assemble;
use crate::store::sqlite::SqliteStore;
use crate::store::{KeptBecause, Queue, Scope, Store};

const ANNA: &str = "+971500000001";
const BADR: &str = "+971500000002";

struct Talk {
    gateway: Arc<Gateway>,
    store: Arc<SqliteStore>,
    next: AtomicU32,
    _folder: tempfile::TempDir,
}

impl Talk {
    fn start() -> Self {
        Self::with(|_| {})
    }

    fn with(change: impl FnOnce(&mut crate::config::Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = demo::config(&Wanted::for_trial()).unwrap();
        config.store.path = folder.path().join("majlis.db");
        change(&mut config);
        let (gateway, store) = assemble(&config).unwrap();
        Self { gateway, store, next: AtomicU32::new(0), _folder: folder }
    }

    async fn send(&self, from: &str, id: &str, content: Content, lang: Option<&str>) -> Received {
        let web = matches!(content, Content::Form { .. });
        let from = if web { Address::web(from) } else { Address::phone(from) };
        let inbound = Inbound {
            channel: if web { "web" } else { "phone" }.to_owned(),
            kind: if web { "web" } else { "sms" },
            provider: (!web).then(|| "generic".to_owned()),
            from: from.unwrap(),
            to: None,
            provider_id: id.to_owned(),
            content,
            received_at: super::now(),
            lang: lang.map(str::to_owned),
        };
        self.gateway.receive(inbound).await.unwrap()
    }

    /// Sends a text with an id of its own; what comes back, as a phone shows it.
    async fn says(&self, from: &str, text: &str) -> String {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        self.says_as(from, &id, text).await
    }

    async fn says_as(&self, from: &str, id: &str, text: &str) -> String {
        let received = self.send(from, id, Content::Text(text.to_owned()), None).await;
        let texts: Vec<String> = received.replies.iter().map(fit::plain).collect();
        texts.join("\n")
    }

    async fn fills_in(&self, session: &str, step: &str, value: &str, lang: &str) -> Received {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        let content = Content::Form {
            campaign: "bus-trip".to_owned(),
            step: step.to_owned(),
            value: value.to_owned(),
            skip: value.is_empty(),
        };
        self.send(session, &id, content, Some(lang)).await
    }

    /// All events, each checked against the schema and the gap-free sequence.
    async fn events(&self) -> Vec<Value> {
        let schema: Value = serde_json::from_str(crate::queue::event::schema()).unwrap();
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let events = Queue::read(self.store.as_ref(), &Scope::All, 0, 10_000).await.unwrap();
        let mut bodies = Vec::new();
        for (expected, event) in (1_u64..).zip(events) {
            assert_eq!(event.sequence, expected, "no gap");
            let body: Value = serde_json::from_str(&event.body).unwrap();
            let faults: Vec<String> =
                validator.iter_errors(&body).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{faults:?} in {body}");
            bodies.push(body["data"].clone());
        }
        bodies
    }

    async fn kept(&self) -> Vec<(KeptBecause, String)> {
        let kept = self.store.kept(1000).await.unwrap();
        kept.into_iter().map(|kept| (kept.because, kept.text)).collect()
    }
}

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
            assert!(loaded.resident.opted_out.is_some(), "{stop} after {before:?}");
            assert!(loaded.sessions.iter().all(|session| !session.open), "{stop} {before:?}");
        }
    }
}

#[tokio::test]
async fn stop_hands_on_what_was_answered_in_every_open_campaign() {
    let talk = Talk::start();
    for text in ["BUS", "2", "SHADE", "a tree at the corner", "STOP"] {
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
    assert!(talk.says(ANNA, "START").await.contains("PARK: "));
    assert!(talk.says(ANNA, "PARK").await.contains("1 Open earlier"));
}

#[tokio::test]
async fn one_message_sent_twenty_times_at_once_has_one_effect() {
    let talk = Arc::new(Talk::start());
    talk.says(ANNA, "PARK").await;
    let all: Vec<_> = (0..20)
        .map(|_| {
            let talk = talk.clone();
            tokio::spawn(async move { talk.says_as(ANNA, "same", "2").await })
        })
        .collect();
    let mut answered = 0;
    for one in all {
        answered += usize::from(!one.await.unwrap().is_empty());
    }
    assert_eq!((answered, talk.events().await.len()), (1, 1));
}

#[tokio::test]
async fn an_id_that_comes_with_other_words_is_kept_flagged_and_not_counted() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    talk.says_as(ANNA, "m1", "2").await;
    assert_eq!(talk.says_as(ANNA, "m1", "4").await, "");
    assert_eq!(talk.says_as(ANNA, "m1", "4").await, "", "and again is a plain duplicate");
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_eq!((&events[0]["counts"], &events[1]["counts"]), (&true.into(), &false.into()));
    assert_eq!(events[1]["not_counted_because"], "id_conflict");
    assert_eq!(events[1]["answers"][0]["raw"], "4");
    assert_eq!(events[1]["answers"][0]["status"], "unclear");
    assert_eq!(talk.kept().await, [(KeptBecause::IdConflict, "4".to_owned())]);
    talk.says_as(ANNA, "m1", "STOP").await;
    let loaded = talk.store.load(&Address::phone(ANNA).unwrap()).await.unwrap();
    assert!(loaded.resident.opted_out.is_some(), "STOP works even then");
}

#[tokio::test]
async fn the_same_id_of_two_senders_is_two_messages() {
    let talk = Talk::start();
    for from in [ANNA, BADR] {
        talk.says_as(from, "k", "PARK").await;
        talk.says_as(from, "1", "2").await;
    }
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_ne!(events[0]["participant"]["key"], events[1]["participant"]["key"]);
}

#[tokio::test]
async fn a_residents_key_is_another_in_each_campaign() {
    let talk = Talk::start();
    for text in ["PARK", "1", "BUS", "5", "skip"] {
        talk.says(ANNA, text).await;
    }
    let events = talk.events().await;
    assert_ne!(events[0]["participant"]["key"], events[1]["participant"]["key"]);
}

#[tokio::test]
async fn an_answer_after_the_close_is_kept_and_the_session_ends_as_partial() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("majlis.db");
    let open = Talk::with(|config| config.store.path.clone_from(&path));
    open.says(ANNA, "BUS").await;
    open.says(ANNA, "5").await;
    open.store.close().await;
    drop(open);
    let closed = Talk::with(|config| {
        config.store.path.clone_from(&path);
        for campaign in &mut config.campaigns {
            campaign.closes = Some("2020-01-01T00:00:00Z".parse().unwrap());
        }
    });
    assert!(closed.says_as(ANNA, "late", "a bit late").await.contains("closed"));
    let events = closed.events().await;
    assert_eq!(events[0]["ended_by"], "campaign_closed");
    assert_eq!(events[0]["answers"][0]["value"]["score"], 5);
    assert_eq!(closed.kept().await[0].1, "a bit late");
    assert!(closed.says_as(BADR, "k", "BUS").await.contains("closed"));
}

#[tokio::test]
async fn a_form_shows_where_it_stands_and_an_earlier_answer_may_be_given_anew() {
    let talk = Talk::start();
    let who = Address::web("anna-on-the-web").unwrap();
    let first = talk.gateway.first("bus-trip", Some("ar")).await.unwrap();
    assert_eq!((first.lang.as_str(), first.message.question.unwrap().options.len()), ("ar", 5));
    assert!(talk.gateway.standing(&who, "bus-trip", None).await.unwrap().is_none());
    talk.fills_in("anna-on-the-web", "score", "9", "ar").await;
    let picture = talk.gateway.standing(&who, "bus-trip", None).await.unwrap().unwrap();
    assert!(picture.error.is_some(), "nine is not on the scale");
    talk.fills_in("anna-on-the-web", "score", "2", "ar").await;
    talk.fills_in("anna-on-the-web", "score", "4", "en").await;
    let picture = talk.gateway.standing(&who, "bus-trip", None).await.unwrap().unwrap();
    assert_eq!(picture.message.question.unwrap().step, "comment");
    talk.fills_in("anna-on-the-web", "comment", "", "en").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["feedback"]["score"], 4, "the later answer");
    assert_eq!(events[0]["participant"]["assurance"], "anonymous");
    assert_eq!(events[0]["language"]["used"], "en");
    let receipt = events[0]["receipt"].as_str().unwrap();
    let picture = talk.gateway.standing(&who, "bus-trip", None).await.unwrap().unwrap();
    assert_eq!(picture.receipt.as_deref(), Some(receipt));
    let view = talk.gateway.receipt(receipt, "en").await.unwrap().unwrap();
    assert_eq!((view.campaign.as_str(), view.open), ("bus-trip", true));
    assert!(talk.gateway.receipt("AAA-AAA", "en").await.unwrap().is_none());
}

#[tokio::test]
async fn a_form_for_no_campaign_is_refused_for_good() {
    let talk = Talk::start();
    let content = Content::Form {
        campaign: "nowhere".to_owned(),
        step: "choice".to_owned(),
        value: "a".to_owned(),
        skip: false,
    };
    let inbound = Inbound {
        channel: "web".to_owned(),
        kind: "web",
        provider: None,
        from: Address::web("x").unwrap(),
        to: None,
        provider_id: "1".to_owned(),
        content,
        received_at: super::now(),
        lang: None,
    };
    let refused = talk.gateway.receive(inbound).await.unwrap_err();
    assert!(matches!(refused, majlis_channels::Refused::Nonsense(_)), "{refused}");
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

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "PARK", "SHADE", "BUS", "حديقة", "1", "٢", "3", "5", "9", "skip", "back", "STOP", "START",
            "help", "english", "العربية", "later", "not 2", "yes", "no", "more trees, please", "",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_residents_write_every_event_is_sound_and_none_is_doubled(
        texts in prop::collection::vec((0_u8..3, anything()), 1..40)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let talk = Talk::start();
            for (number, (who, text)) in texts.iter().enumerate() {
                let from = format!("+97150000001{who}");
                talk.says_as(&from, &number.to_string(), text).await;
                let before = talk.events().await.len();
                assert_eq!(talk.says_as(&from, &number.to_string(), text).await, "");
                assert_eq!(talk.events().await.len(), before, "a duplicate has no effect");
            }
            let mut counted: Vec<String> = talk
                .events()
                .await
                .iter()
                .filter(|event| event["campaign"] != "shade-ideas" && event["status"] == "complete")
                .map(|event| event["participant"]["key"].to_string())
                .collect();
            let all = counted.len();
            counted.sort();
            counted.dedup();
            assert_eq!(counted.len(), all, "one complete submission a resident and campaign");
        });
    }
}
