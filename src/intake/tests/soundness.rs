//! Once, in order, under one key, whatever is sent; forms.

use proptest::prelude::*;

use super::*;

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
    assert_eq!(loaded.resident.stopped, ["city-parks"], "STOP works even then");
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
    let first = talk
        .gateway
        .first(&Address::web("anna-on-the-web").unwrap(), "bus-trip", Some("ar"))
        .await
        .unwrap();
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
        received_at: after(0),
        lang: None,
        sender: majlis_channels::Proof::Proven,
        answers: None,
    };
    let refused = talk.gateway.receive(inbound).await.unwrap_err();
    assert!(matches!(refused, majlis_channels::Refused::Nonsense(_)), "{refused}");
}

/// Not a text: so much time goes by.
const DAYS: &str = "(three days and more)";

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "PARK", "SHADE", "BUS", "حديقة", "1", "٢", "3", "5", "9", "skip", "back", "STOP", "START",
            "help", "english", "العربية", "later", "not 2", "yes", "no", "more trees, please", "",
            "change", "erase", "status", "person",
        ])
        .prop_map(str::to_owned),
        1 => Just(DAYS.to_owned()),
        1 => "\\PC{0,40}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn whatever_residents_write_every_event_is_sound_and_none_is_doubled(
        texts in prop::collection::vec((0_u8..3, anything()), 1..40)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let talk = Talk::start();
            for (number, (who, text)) in texts.iter().enumerate() {
                if text == DAYS {
                    talk.later(80).await;
                    assert_eq!(talk.later(81).await.ended, 0, "ended once");
                    continue;
                }
                let from = format!("+97150000001{who}");
                talk.says_as(&from, &number.to_string(), text).await;
                let before = talk.events().await.len();
                assert_eq!(talk.says_as(&from, &number.to_string(), text).await, "");
                assert_eq!(talk.events().await.len(), before, "a duplicate has no effect");
            }
            let events = talk.events().await;
            let mut standing = std::collections::BTreeMap::new();
            for event in &events {
                let before = standing.insert(event["submission"].to_string(), event);
                let last = before.map_or(0, |before: &Value| before["revision"].as_u64().unwrap());
                assert_eq!(event["revision"].as_u64(), Some(last + 1), "revisions without a gap");
                assert_eq!(event.get("supersedes").is_some(), last > 0);
            }
            // Ideas may be sent again.
            let mut counted: Vec<String> = standing
                .values()
                .filter(|event| event["campaign"] != "shade-ideas" && event["counts"] == true)
                .map(|event| event["participant"]["key"].to_string())
                .collect();
            let all = counted.len();
            counted.sort();
            counted.dedup();
            assert_eq!(counted.len(), all, "one submission counts for a resident and campaign");
        });
    }
}
