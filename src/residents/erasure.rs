//! Events without the resident: what earlier ones become, and the one that tells consumers.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::store::{Event, NewEvent};

/// What of `data` stays: nothing a resident said, nothing that tells who they were.
const KEPT: &[&str] = &[
    "submission",
    "revision",
    "supersedes",
    "kind",
    "status",
    "ended_by",
    "receipt",
    "entity",
    "campaign",
    "campaign_revision",
    "approval",
    "flow",
    "template",
    "channel",
    "channel_id",
    "provider",
    "entry",
    "test",
    "started_at",
    "completed_at",
];

/// What an earlier event becomes: its place in the log, and that it was erased. A body that cannot be read
/// becomes an empty object: no word of it may stay.
#[must_use]
pub fn redact(body: &str) -> String {
    let Ok(Value::Object(mut event)) = serde_json::from_str(body) else { return "{}".to_owned() };
    event.insert("data".to_owned(), Value::Object(bare(event.get("data"))));
    Value::Object(event).to_string()
}

fn bare(data: Option<&Value>) -> Map<String, Value> {
    let mut kept = Map::new();
    for name in KEPT {
        if let Some(value) = data.and_then(|data| data.get(name)) {
            kept.insert((*name).to_owned(), value.clone());
        }
    }
    kept.insert("action".to_owned(), json!("erased"));
    kept.insert("counts".to_owned(), json!(false));
    kept
}

/// One event for each submission among a resident's earlier events, that replaces its last revision.
#[must_use]
pub fn farewells(earlier: &[Event], now: Timestamp) -> Vec<NewEvent> {
    let mut last = BTreeMap::new();
    for event in earlier {
        let Ok(body) = serde_json::from_str::<Value>(&event.body) else { continue };
        let submission = text(&body, "/data/submission").to_owned();
        last.insert(submission, body);
    }
    let known = |body: &Value| text(body, "/data/action") != "erased";
    last.into_values().filter(known).filter_map(|body| farewell(body, now)).collect()
}

fn farewell(body: Value, now: Timestamp) -> Option<NewEvent> {
    let id = crate::ids::ulid();
    let mut data = bare(body.get("data"));
    data.insert("revision".to_owned(), json!(body.pointer("/data/revision")?.as_u64()? + 1));
    data.insert("supersedes".to_owned(), body.get("id")?.clone());
    let (entity, campaign) = (text(&body, "/data/entity"), text(&body, "/data/campaign"));
    let (entity, campaign) = (entity.to_owned(), campaign.to_owned());
    let Value::Object(mut event) = body else { return None };
    // The store gives it a number of its own.
    event.remove("sequence");
    event.insert("id".to_owned(), json!(id));
    event.insert("time".to_owned(), json!(now));
    event.insert("data".to_owned(), Value::Object(data));
    Some(NewEvent { id, entity, campaign, body: Value::Object(event).to_string() })
}

fn text<'a>(body: &'a Value, pointer: &str) -> &'a str {
    body.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::sample;

    fn logged(sequence: u64, body: &str) -> Event {
        Event { sequence, body: body.replacen('{', "{\"sequence\":\"1\",", 1) }
    }

    #[test]
    fn a_redacted_event_says_neither_what_nor_who() {
        let redacted = redact(&sample::new_event("dubai-parks").body);
        for gone in ["answers", "participant", "later", "language", "٢", "p1_"] {
            assert!(!redacted.contains(gone), "{gone} in {redacted}");
        }
        let event: Value = serde_json::from_str(&redacted).unwrap();
        assert_eq!(event["data"]["action"], "erased");
        assert_eq!(event["data"]["counts"], false);
        assert_eq!(event["data"]["entity"], "dubai-parks");
        assert_eq!(redact("no json"), "{}");
    }

    #[test]
    fn each_submission_has_one_farewell_that_replaces_its_last_revision() {
        let first = sample::new_event("dubai-parks");
        let second = first.body.replace("\"revision\":1", "\"revision\":2");
        let other = sample::new_event("transport");
        let log = [logged(1, &first.body), logged(2, &other.body), logged(3, &second)];
        let farewells = farewells(&log, sample::moment());
        let mut revisions: Vec<(String, u64)> = farewells
            .iter()
            .map(|event| {
                let body: Value = serde_json::from_str(&event.body).unwrap();
                assert!(body.get("sequence").is_none());
                (event.entity.clone(), body["data"]["revision"].as_u64().unwrap())
            })
            .collect();
        revisions.sort();
        assert_eq!(revisions, [("dubai-parks".to_owned(), 3), ("transport".to_owned(), 2)]);
    }

    #[test]
    fn what_was_erased_before_is_not_told_again() {
        let erased = redact(&sample::new_event("dubai-parks").body);
        assert!(farewells(&[logged(1, &erased)], sample::moment()).is_empty());
    }
}
