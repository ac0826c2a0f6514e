//! The API over HTTP, on the real store.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::{StaffState, key, routes};
use crate::store::contract::{commit_at_any_version, event, phone, unit};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{Keys, Scope};
use crate::telemetry::Metrics;

struct Api {
    url: String,
    store: Arc<SqliteStore>,
    http: reqwest::Client,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

/// Status, content type, body.
type Answer = (u16, String, Value);

impl Api {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("majlis.db");
        let store = Arc::new(SqliteStore::open(&path, SqliteOptions::default()).unwrap());
        let scopes = BTreeMap::from([
            ("parks".to_owned(), Scope::Entity("parks".to_owned())),
            ("buses".to_owned(), Scope::Entity("buses".to_owned())),
            ("platform".to_owned(), Scope::All),
        ]);
        let stop = CancellationToken::new();
        let state = StaffState::new(store.clone(), scopes, Metrics::new(), stop.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, routes(state)).await.unwrap() });
        let http = majlis_channels::sms::http_client().unwrap();
        Self { url, store, http, stop, _folder: folder }
    }

    async fn key(&self, entity: &str, scope: &str) -> String {
        let scopes = vec![scope.to_owned()];
        let (text, new) = key::make(entity, scopes, "", Timestamp::now()).unwrap();
        self.store.add_key(new).await.unwrap();
        text
    }

    /// A submission of an entity, by the resident with this number.
    async fn append(&self, entity: &str, resident: u32, id: &str) {
        let mut one = event(id, entity);
        one.body = json!({"id": id}).to_string();
        let mut all = unit(&phone(resident), id, "words", 0);
        all.events.push(one);
        commit_at_any_version(self.store.as_ref(), all).await;
    }

    async fn get(&self, path: &str, key: &str) -> Answer {
        let request = self.http.get(format!("{}{path}", self.url)).bearer_auth(key);
        Self::answer(request).await
    }

    async fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        let request = self
            .http
            .post(format!("{}{path}", self.url))
            .bearer_auth(key)
            .header("content-type", "application/json")
            .body(body.to_string());
        Self::answer(request).await
    }

    async fn answer(request: reqwest::RequestBuilder) -> Answer {
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let kind = answer
            .headers()
            .get("content-type")
            .map_or(String::new(), |kind| kind.to_str().unwrap().to_owned());
        let text = answer.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        (status, kind, body)
    }

    async fn lease(&self, key: &str, max: usize) -> Vec<Value> {
        let wanted = json!({"max": max, "seconds": 60});
        let (status, _, body) = self.post("/v1/consumers/reader/lease", key, &wanted).await;
        assert_eq!(status, 200, "{body}");
        body["events"].as_array().unwrap().clone()
    }
}

fn ids(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["id"].as_str().unwrap()).collect()
}

fn tokens(leased: &[Value]) -> Value {
    json!({"tokens": leased.iter().map(|one| one["token"].clone()).collect::<Vec<_>>()})
}

#[tokio::test]
async fn without_a_good_key_nothing_is_told_and_the_problem_says_what_to_do() {
    let api = Api::start().await;
    let revoked = api.key("parks", "queue").await;
    let id = revoked.split('_').nth(1).unwrap().to_owned();
    assert!(api.store.revoke_key(&id, Timestamp::now()).await.unwrap());
    for key in ["", "mj_x_y", &revoked] {
        let (status, kind, body) = api.get("/v1/submissions", key).await;
        assert_eq!((status, kind.as_str()), (401, "application/problem+json"));
        assert_eq!(body["status"], 401);
        assert!(body["detail"].as_str().unwrap().contains("majlis key new"), "{body}");
    }
    let export = api.key("parks", "export").await;
    let (status, _, body) = api.get("/v1/submissions", &export).await;
    assert_eq!(status, 403);
    assert!(body["detail"].as_str().unwrap().contains("`queue`"), "{body}");
    let parks = api.key("parks", "admin").await;
    for path in ["/v1/deliveries", "/v1/messages/kept"] {
        assert_eq!(api.get(path, &parks).await.0, 403, "{path} is for who reads everything");
    }
}

#[tokio::test]
async fn an_entity_reads_its_own_and_the_platform_reads_all() {
    let api = Api::start().await;
    for (number, entity) in (1..).zip(["parks", "buses", "parks"]) {
        api.append(entity, number, &format!("e{number}")).await;
    }
    for (entity, expected) in
        [("parks", vec!["e1", "e3"]), ("buses", vec!["e2"]), ("platform", vec!["e1", "e2", "e3"])]
    {
        let key = api.key(entity, "queue").await;
        let (status, kind, body) = api.get("/v1/submissions?after=0", &key).await;
        assert_eq!((status, kind.as_str()), (200, "application/cloudevents-batch+json"));
        assert_eq!(ids(body.as_array().unwrap()), expected, "{entity}");
        let leased = api.lease(&key, 10).await;
        let events: Vec<Value> = leased.iter().map(|one| one["event"].clone()).collect();
        assert_eq!(ids(&events), expected, "{entity} by lease");
    }
}

#[tokio::test]
async fn the_log_goes_on_after_a_sequence_number_also_as_lines() {
    let api = Api::start().await;
    let key = api.key("platform", "queue").await;
    for number in 1..=5 {
        api.append("parks", number, &format!("e{number}")).await;
    }
    let (_, _, body) = api.get("/v1/submissions?after=1&limit=2", &key).await;
    assert_eq!(ids(body.as_array().unwrap()), ["e2", "e3"]);
    assert_eq!(body[0]["sequence"], "00000000000000000002");
    let request = api
        .http
        .get(format!("{}/v1/submissions?after=3", api.url))
        .bearer_auth(&key)
        .header("accept", "application/x-ndjson");
    let answer = request.send().await.unwrap();
    assert_eq!(answer.headers()["majlis-next-after"], "5");
    let text = answer.text().await.unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(ids(&lines), ["e4", "e5"]);
}

#[tokio::test]
async fn wrong_parameters_paths_and_methods_are_problems_that_name_them() {
    let api = Api::start().await;
    let key = api.key("platform", "queue").await;
    for (path, named) in [
        ("/v1/submissions?after=x", "after"),
        ("/v1/submissions?limit=0", "limit"),
        ("/v1/submissions?limit=5000", "limit"),
        ("/v1/submissions?aftr=1", "aftr"),
    ] {
        let (status, kind, body) = api.get(path, &key).await;
        assert_eq!((status, kind.as_str()), (400, "application/problem+json"), "{path}");
        assert!(body["detail"].as_str().unwrap().contains(named), "{path}: {body}");
    }
    assert_eq!(api.get("/v1/nowhere", &key).await.0, 404);
    assert_eq!(api.post("/v1/submissions", &key, &json!({})).await.0, 405);
    for body in [json!({"max": 0}), json!({"maxx": 1}), json!({"max": "many"})] {
        let (status, kind, _) = api.post("/v1/consumers/a/lease", &key, &body).await;
        assert_eq!((status, kind.as_str()), (400, "application/problem+json"), "{body}");
    }
    assert_eq!(api.post("/v1/consumers/A%20B/lease", &key, &json!({})).await.0, 400);
}

#[tokio::test]
async fn a_long_poll_answers_as_soon_as_something_comes_and_when_the_gateway_stops() {
    let api = Arc::new(Api::start().await);
    let key = api.key("platform", "queue").await;
    let poll = |path: &'static str| {
        let (api, key) = (api.clone(), key.clone());
        tokio::spawn(async move { api.get(path, &key).await.2 })
    };
    let waiting = poll("/v1/submissions?wait=55");
    tokio::time::sleep(Duration::from_millis(50)).await;
    api.append("parks", 1, "e1").await;
    // Far below the 55 seconds asked for: had it not been woken, the test would hang until then.
    let body = tokio::time::timeout(Duration::from_secs(20), waiting).await.unwrap().unwrap();
    assert_eq!(ids(body.as_array().unwrap()), ["e1"]);
    let waiting = poll("/v1/submissions?wait=55&after=1");
    tokio::time::sleep(Duration::from_millis(50)).await;
    api.stop.cancel();
    let body = tokio::time::timeout(Duration::from_secs(20), waiting).await.unwrap().unwrap();
    assert_eq!(body, json!([]));
}

#[tokio::test]
async fn what_a_consumer_does_not_acknowledge_comes_again_and_at_last_is_a_dead_letter() {
    let api = Api::start().await;
    let key = api.key("platform", "queue").await;
    api.append("parks", 1, "e1").await;
    api.append("parks", 2, "e2").await;
    let leased = api.lease(&key, 10).await;
    assert_eq!(leased.len(), 2);
    assert!(api.lease(&key, 10).await.is_empty(), "both are out");
    let (status, _, body) = api.post("/v1/consumers/reader/ack", &key, &tokens(&leased[..1])).await;
    assert_eq!((status, &body["acknowledged"]), (200, &json!(1)));
    let (status, ..) = api.post("/v1/consumers/reader/ack", &key, &tokens(&leased[..1])).await;
    assert_eq!(status, 409, "that token is stale now");
    let mut given_back = leased[1..].to_vec();
    for tries in 2..=11 {
        let mut nack = tokens(&given_back);
        nack["reason"] = json!("the database is away");
        let (status, _, body) = api.post("/v1/consumers/reader/nack", &key, &nack).await;
        assert_eq!((status, &body["given_back"]), (200, &json!(1)));
        given_back = api.lease(&key, 10).await;
        if tries <= 10 {
            assert_eq!(given_back[0]["tries"], tries);
        }
    }
    assert!(given_back.is_empty(), "ten tries are enough");
    let (_, _, body) = api.get("/v1/consumers/reader/dead-letters", &key).await;
    let letter = &body["dead_letters"][0];
    assert_eq!((&letter["sequence"], &letter["tries"]), (&json!(2), &json!(10)));
    assert_eq!(letter["reason"], "the database is away");
    let replay = json!({"sequences": [2]});
    let (_, _, body) = api.post("/v1/consumers/reader/replay", &key, &replay).await;
    assert_eq!(body["replayed"], 1);
    assert_eq!(api.lease(&key, 10).await[0]["event"]["id"], "e2");
}

#[tokio::test]
async fn a_lease_that_ran_out_is_given_again_to_the_consumer_that_came_back() {
    let api = Api::start().await;
    let key = api.key("platform", "queue").await;
    api.append("parks", 1, "e1").await;
    let short = json!({"max": 10, "seconds": 1});
    let (_, _, first) = api.post("/v1/consumers/reader/lease", &key, &short).await;
    let wait = json!({"max": 10, "seconds": 60, "wait": 30});
    let (_, _, second) = api.post("/v1/consumers/reader/lease", &key, &wait).await;
    assert_eq!(second["events"][0]["event"]["id"], first["events"][0]["event"]["id"]);
    assert_eq!(second["events"][0]["tries"], 2);
    assert_ne!(second["events"][0]["token"], first["events"][0]["token"]);
}

#[tokio::test]
async fn health_schema_and_metrics_need_no_key() {
    let api = Api::start().await;
    assert_eq!(api.get("/healthz", "").await.0, 200);
    assert_eq!(api.get("/readyz", "").await.0, 200);
    let (status, kind, schema) = api.get("/schemas/submission.v1.json", "").await;
    assert_eq!((status, kind.as_str()), (200, "application/schema+json"));
    assert_eq!(schema["$id"], "/schemas/submission.v1.json");
    api.append("parks", 1, "e1").await;
    let (status, _, metrics) = api.get("/metrics", "").await;
    let metrics = metrics.as_str().unwrap();
    assert_eq!(status, 200);
    assert!(metrics.contains("majlis_queue_last_sequence 1"), "{metrics}");
    api.store.close().await;
    assert_eq!(api.get("/readyz", "").await.0, 503, "a store that cannot write is not ready");
}
