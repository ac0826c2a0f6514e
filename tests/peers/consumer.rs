//! The platform: reads the submission queue with a key, and checks every event against the schema.

use std::collections::HashSet;
use std::fs;
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::Value;

use super::http::client;
use super::process::{test_file, wait_for};

/// A reader of `GET /v1/submissions`.
pub(crate) struct Consumer {
    staff: String,
    key: String,
    client: reqwest::Client,
}

impl Consumer {
    pub(crate) fn new(staff: &str, key: &str) -> Self {
        Self {
            staff: staff.trim_end_matches('/').to_owned(),
            key: key.to_owned(),
            client: client(),
        }
    }

    /// Asks the staff listener with the key; status and body.
    pub(crate) async fn get(&self, path: &str) -> (u16, String) {
        let answer = self
            .client
            .get(format!("{}{path}", self.staff))
            .header("authorization", format!("Bearer {}", self.key))
            .send()
            .await
            .expect("the staff listener answers");
        (answer.status().as_u16(), answer.text().await.expect("a body"))
    }

    /// The same, for what is no text.
    pub(crate) async fn fetch(&self, path: &str) -> reqwest::Response {
        let request = self.client.get(format!("{}{path}", self.staff)).bearer_auth(&self.key);
        request.send().await.expect("the staff listener answers")
    }

    /// Every event so far, in order, each checked.
    pub(crate) async fn events(&self) -> Vec<Value> {
        let mut all: Vec<Value> = Vec::new();
        loop {
            let after = all.last().map_or(0, sequence);
            let (status, body) =
                self.get(&format!("/v1/submissions?after={after}&limit=500")).await;
            assert_eq!(status, 200, "GET /v1/submissions: {body}");
            let batch: Vec<Value> = serde_json::from_str(&body).expect("a CloudEvents batch");
            if batch.is_empty() {
                check_events(&all);
                return all;
            }
            all.extend(batch);
        }
    }

    /// Waits until there are `count` events, then a little longer, so that one too many would be seen.
    pub(crate) async fn wait_for(&self, count: usize) -> Vec<Value> {
        wait_for(&format!("{count} events"), Duration::from_secs(20), async || {
            (self.events().await.len() >= count).then_some(())
        })
        .await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let events = self.events().await;
        assert_eq!(events.len(), count, "as many events as answers");
        events
    }
}

/// The number of an event.
pub(crate) fn sequence(event: &Value) -> u64 {
    event["sequence"].as_str().and_then(|s| s.parse().ok()).expect("a sequence of digits")
}

/// Checks what must hold for every event anywhere: its schema, rising sequence, an id of its own, and no
/// address of a resident. (That the sequence has no gap holds only for a key that reads all entities.)
pub(crate) fn check_events(events: &[Value]) {
    let mut ids = HashSet::new();
    let mut before = 0;
    for event in events {
        let faults: Vec<String> =
            schema().iter_errors(event).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(faults.is_empty(), "not by schemas/submission.v1.json: {faults:#?}\n{event:#}");
        assert!(sequence(event) > before, "the sequence rises");
        before = sequence(event);
        assert!(ids.insert(event["id"].as_str().expect("an id").to_owned()), "an id comes once");
        let text = event.to_string();
        assert!(
            !["tel:", "mailto:", "telegram:", "+4477009"].iter().any(|part| text.contains(part)),
            "no address in an event: {event:#}"
        );
    }
}

/// Fails unless the sequence runs 1, 2, 3 …
pub(crate) fn check_no_gap(events: &[Value]) {
    let sequences: Vec<u64> = events.iter().map(sequence).collect();
    let want: Vec<u64> = (1..).take(events.len()).collect();
    assert_eq!(sequences, want, "the sequence has no gap");
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let text = fs::read_to_string(test_file("../schemas/submission.v1.json"))
            .expect("schemas/submission.v1.json is there");
        let schema = serde_json::from_str(&text).expect("the schema is JSON");
        jsonschema::draft202012::new(&schema).expect("the schema is a schema of 2020-12")
    })
}
