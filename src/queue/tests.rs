use serde_json::{Value, json};

use super::event::schema;

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
    let example = example();
    let faults: Vec<String> =
        validator().iter_errors(&example).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
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
