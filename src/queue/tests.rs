use majlis_channels::Address;
use majlis_flows::{AnswerStatus, Kind, Value as Said};
use serde_json::{Value, json};

use super::event::{NotCounted, feedback, idea, participant_key, schema};
use super::sample::{SECRET, answered, flow, write};

/// Fails with every fault unless the event is valid.
pub(crate) fn assert_valid(event: &Value) {
    let faults: Vec<String> = validator()
        .iter_errors(event)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}\n{event:#}");
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(schema()).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// The contract's own example.
fn example() -> Value {
    serde_json::from_str(include_str!("../../schemas/submission.v1.example.json")).unwrap()
}

fn is_valid(event: &Value) -> bool {
    validator().is_valid(event)
}

#[test]
fn the_schema_is_itself_sound_and_takes_the_contracts_example() {
    let schema: Value = serde_json::from_str(schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_valid(&example());
}

#[test]
fn every_value_shape_of_the_contract_is_valid() {
    let file =
        json!({"media_type": "image/jpeg", "bytes": 9, "sha256": "0".repeat(64), "href": "/f/1"});
    for (ask, value) in [
        ("choice", json!({"other": "a fountain"})),
        ("choices", json!({"options": ["a", "c"]})),
        ("ranking", json!({"ranking": ["c", "a"]})),
        ("rating", json!({"score": 4, "min": 1, "max": 5})),
        ("yes-no", json!({"answer": "unsure"})),
        ("reaction", json!({"statement": "s1", "reaction": "agree"})),
        ("points", json!({"points": {"a": 60, "b": 40}})),
        ("number", json!({"number": 3})),
        ("date", json!({"date": "2026-11-23"})),
        ("text", json!({"text": "more shade"})),
        ("place", json!({"lat": 25.205, "lon": 55.271, "text": "the creek"})),
        ("file", json!({"files": [file]})),
    ] {
        let mut event = example();
        event["data"]["answers"][0]["ask"] = json!(ask);
        event["data"]["answers"][0]["value"] = value;
        assert!(is_valid(&event), "{ask}");
    }
}

#[test]
fn an_erased_event_has_nobody_and_no_words() {
    let mut event = example();
    event["data"]["action"] = json!("erased");
    assert!(!is_valid(&event), "an erased event may not have a participant");
    for key in ["participant", "answers", "language", "consent"] {
        event["data"].as_object_mut().unwrap().remove(key);
    }
    assert!(is_valid(&event));
}

#[test]
fn planted_faults_are_found() {
    let plant = |path: &str, value: Value| {
        let mut event = example();
        *event.pointer_mut(path).unwrap() = value;
        event
    };
    for (path, value) in [
        ("/sequence", json!("1")),
        ("/sequence", json!(1)),
        ("/time", json!("yesterday")),
        ("/data/revision", json!(0)),
        ("/data/receipt", json!("K0P-4QM")),
        ("/data/action", json!("counted")),
        ("/data/participant/key", json!("+971500000001")),
        ("/data/answers/0/value", json!({"option": "a", "score": 1})),
        ("/data/answers/0/ask", json!("rating")),
        ("/data/answers/0/status", json!("unclear")),
        ("/data/answers/0/read_as", json!("guess")),
        ("/data/language/detected/script", json!("arab")),
    ] {
        assert!(!is_valid(&plant(path, value.clone())), "{path} = {value}");
    }
    for (at, key) in [("/data", "name"), ("/data/participant", "address"), ("", "datax")] {
        let mut event = example();
        event.pointer_mut(at).unwrap()[key] = json!("x");
        assert!(!is_valid(&event), "extra {at}/{key}");
    }
    let mut event = example();
    event["data"]["not_counted_because"] = json!("late");
    assert!(!is_valid(&event), "what counts has no reason not to");
}

/// What `write` gives, as a consumer gets it.
fn written(kind: Kind, answers: &[majlis_flows::Answer], because: Option<NotCounted>) -> Value {
    let text = write("01JDXW3V7Q5C0M8Z2R4T6Y8A1B", "parks", kind, answers, because);
    let mut event: Value = serde_json::from_str(&text).unwrap();
    assert!(event.get("sequence").is_none(), "the store gives it");
    event["sequence"] = json!("00000000000000000001");
    event
}

/// One answer of each type there is.
fn answers() -> Vec<majlis_flows::Answer> {
    let text = |text: &str| Said::Text { text: text.into() };
    vec![
        answered("agree", "consent", Said::Answer { answer: "yes".into() }),
        answered("choice", "choice", Said::Choice { option: "later".into() }),
        answered("stars", "rating", Said::Rating { score: 4, min: 1, max: 5 }),
        answered("sure", "yes-no", Said::Answer { answer: "unsure".into() }),
        answered("visits", "number", Said::Number { number: 3 }),
        answered("what", "text", text("More shade at the stops")),
        answered("more", "text", text("And a bench")),
        answered("where", "place", text("By the creek")),
        answered("spot", "place", Said::Point { lat: 25.205, lon: 55.271, text: None }),
    ]
}

#[test]
fn what_is_written_is_valid_for_every_kind_answer_and_reason() {
    for kind in [Kind::Poll, Kind::Idea, Kind::Feedback] {
        assert_valid(&written(kind, &answers(), None));
        assert_valid(&written(kind, &[], None));
        for because in [NotCounted::Late, NotCounted::IdConflict] {
            assert_valid(&written(kind, &answers(), Some(because)));
        }
    }
    for status in [AnswerStatus::Skipped, AnswerStatus::Unclear, AnswerStatus::NotReached] {
        let mut answer = answers().remove(1);
        (answer.status, answer.value) = (status, None);
        assert_valid(&written(Kind::Poll, &[answer], None));
    }
}

#[test]
fn a_field_with_nothing_to_say_is_left_out() {
    let mut bare = answers().remove(1);
    (bare.raw, bare.read_as, bare.confidence, bare.at) = (None, None, None, None);
    let event = written(Kind::Poll, &[bare], None);
    let text = event.to_string();
    assert!(!text.contains("null") && !text.contains("[]") && !text.contains("{}"), "{text}");
    for absent in ["supersedes", "approval", "provider", "consent", "idea", "feedback", "flags"] {
        assert!(event["data"].get(absent).is_none(), "{absent}");
    }
    assert_eq!(event["data"]["answers"][0].as_object().unwrap().len(), 5);
}

#[test]
fn the_idea_view_has_the_first_words_and_the_first_place() {
    let event = written(Kind::Idea, &answers(), None);
    assert_eq!(
        event["data"]["idea"],
        json!({"title": "Shade", "body": "More shade at the stops", "place": {"text": "By the creek"}})
    );
    assert!(event["data"].get("feedback").is_none());
    assert!(idea(&flow(Kind::Idea), "Shade", &answers()[..5]).is_none(), "no words, no idea");
}

#[test]
fn the_feedback_view_has_the_first_score_and_the_first_words() {
    let event = written(Kind::Feedback, &answers(), None);
    assert_eq!(
        event["data"]["feedback"],
        json!({"subject": "The bus", "score": 4, "min": 1, "max": 5, "comment": "More shade at the stops"})
    );
    assert!(event["data"].get("idea").is_none());
    let view = feedback(&flow(Kind::Feedback), "The bus", &[]).unwrap();
    assert_eq!(serde_json::to_value(view).unwrap(), json!({"subject": "The bus"}));
}

#[test]
fn words_that_were_not_understood_are_in_no_view() {
    let mut unclear = [answers().remove(5)];
    unclear[0].status = AnswerStatus::Unclear;
    assert!(idea(&flow(Kind::Idea), "Shade", &unclear).is_none());
    let view = feedback(&flow(Kind::Feedback), "The bus", &unclear).unwrap();
    assert_eq!(serde_json::to_value(view).unwrap(), json!({"subject": "The bus"}));
}

#[test]
fn a_participant_key_names_one_address_in_one_campaign_and_nothing_more() {
    let key = |secret: &[u8], campaign: &str, number: &str| {
        participant_key(secret, campaign, &Address::phone(number).unwrap())
    };
    let sara = key(SECRET, "park-hours", "+971500000001");
    // Computed apart from this program, with Python's hmac.
    assert_eq!(sara, "p1_puOyBaT_K36uDsPEdk-y5Aeol7SZNLuAWufSJ851waU");
    assert_eq!(sara, key(SECRET, "park-hours", "00971 50 000 0001"), "however it is written");
    assert_ne!(sara, key(SECRET, "shade-ideas", "+971500000001"), "another campaign");
    assert_ne!(sara, key(SECRET, "park-hours", "+971500000002"), "another resident");
    assert_ne!(sara, key(b"another secret", "park-hours", "+971500000001"), "another gateway");
}
