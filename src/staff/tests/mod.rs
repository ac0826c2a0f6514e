//! The API through a real socket, on the real embedded store.

mod access;
mod faults;
mod files;
mod leases;
mod log;
mod outbox;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use super::{StaffState, file_routes, key, routes};
use crate::files::Home;
use crate::queue::sample::new_event;
use crate::queue::tests::assert_valid;
use crate::store::contract::{at, commit_with, phone};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{Keys, Scope};
use crate::telemetry::Metrics;

/// Longer than anything here takes; a wait that never ends fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// A staff listener with entities `parks` and `roads`, and `national`, which reads all.
struct Api {
    base: String,
    store: Arc<SqliteStore>,
    client: Client,
    seconds: Arc<AtomicI64>,
    stop: CancellationToken,
    home: Home,
    _folder: TempDir,
}

impl Api {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("majlis.db");
        let store = Arc::new(SqliteStore::open(&path, SqliteOptions::default()).unwrap());
        let own = |entity: &str| (entity.to_owned(), Scope::Entity(entity.to_owned()));
        let scopes =
            BTreeMap::from([own("parks"), own("roads"), ("national".to_owned(), Scope::All)]);
        let (seconds, stop) = (Arc::new(AtomicI64::new(0)), CancellationToken::new());
        let hand = seconds.clone();
        let state = StaffState::new(store.clone(), scopes, Metrics::new(), stop.clone())
            .with_clock(move || at(hand.load(Ordering::SeqCst)));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let limits = majlis_channels::FileLimits::default();
        let home = Home::new(folder.path().join("files"), limits, store.clone());
        let routes = routes(state.clone()).merge(file_routes(state, home.clone()));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        majlis_channels::sms::http_client().unwrap(); // installs the TLS provider
        let client = Client::builder().timeout(PATIENCE).build().unwrap();
        Self { base, store, client, seconds, stop, home, _folder: folder }
    }

    /// A key of an entity.
    async fn key(&self, entity: &str, scopes: &[&str]) -> String {
        let scopes = scopes.iter().map(|&scope| scope.to_owned()).collect();
        let (text, new) = key::make(entity, scopes, "test", at(0)).unwrap();
        self.store.add_key(new).await.unwrap();
        text
    }

    /// A consumer's view: a key with the scope `queue`.
    async fn reader(&self, entity: &str) -> Caller<'_> {
        Caller { api: self, key: self.key(entity, &["queue"]).await }
    }

    async fn admin(&self, entity: &str) -> Caller<'_> {
        Caller { api: self, key: self.key(entity, &["admin"]).await }
    }

    /// A resident's event for an entity; returns its id.
    async fn append(&self, resident: u32, entity: &str) -> String {
        let event = new_event(entity);
        let id = event.id.clone();
        commit_with(&*self.store, &phone(resident), &id, vec![event], vec![]).await;
        id
    }

    /// One event each of so many residents of `parks`.
    async fn append_many(&self, count: u32) {
        for resident in 1..=count {
            self.append(resident, "parks").await;
        }
    }

    /// Lets time pass, for leases.
    fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// Somebody with a key.
struct Caller<'a> {
    api: &'a Api,
    key: String,
}

impl Caller<'_> {
    fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.api.client.request(method, format!("{}{path}", self.api.base)).bearer_auth(&self.key)
    }

    async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.unwrap()
    }

    async fn post(&self, path: &str, body: &Value) -> Response {
        let request = self.request(Method::POST, path).header("content-type", "application/json");
        request.body(body.to_string()).send().await.unwrap()
    }

    /// A lease of the consumer `tally`; every event in it is valid.
    async fn lease(&self, max: usize) -> Vec<Leased> {
        let wanted = json!({"max": max, "seconds": 60});
        let answer = self.post("/v1/consumers/tally/lease", &wanted).await;
        assert_eq!(answer.status(), 200);
        read_lease(answer).await
    }

    async fn ack(&self, tokens: &[&str]) -> (u16, Value) {
        let answer = self.post("/v1/consumers/tally/ack", &json!({"tokens": tokens})).await;
        (answer.status().as_u16(), json_of(answer).await)
    }
}

/// An event under lease.
#[derive(Debug, PartialEq)]
struct Leased {
    sequence: u64,
    tries: u64,
    token: String,
}

async fn read_lease(answer: Response) -> Vec<Leased> {
    let answer = json_of(answer).await;
    let events = answer["events"].as_array().unwrap();
    let read = |leased: &Value| {
        assert_valid(&leased["event"]);
        Leased {
            sequence: sequence(&leased["event"]),
            tries: leased["tries"].as_u64().unwrap(),
            token: leased["token"].as_str().unwrap().to_owned(),
        }
    };
    events.iter().map(read).collect()
}

fn sequences(leased: &[Leased]) -> Vec<u64> {
    leased.iter().map(|leased| leased.sequence).collect()
}

fn tokens(leased: &[Leased]) -> Vec<&str> {
    leased.iter().map(|leased| leased.token.as_str()).collect()
}

fn sequence(event: &Value) -> u64 {
    event["sequence"].as_str().unwrap().parse().unwrap()
}

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

async fn json_of(answer: Response) -> Value {
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

/// Checks that it is a problem document of this status; returns what it says to do.
async fn problem(answer: Response, status: u16) -> String {
    assert_eq!(answer.status(), status);
    assert_eq!(header(&answer, "content-type"), "application/problem+json");
    let problem = json_of(answer).await;
    assert_eq!(problem["status"], status);
    assert!(problem["type"].is_string() && problem["title"].is_string(), "{problem}");
    problem["detail"].as_str().unwrap().to_owned()
}
