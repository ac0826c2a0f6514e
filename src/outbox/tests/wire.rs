//! The sender, the SMS channel and a provider on a real socket.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use majlis_channels::sms::{Provider, SmsChannel, SmsSettings, http_client};
use majlis_flows::source::Faults;

use super::*;

/// Status and `Retry-After`; `None` breaks the connection off.
type Answer = Option<(StatusCode, &'static str)>;

/// A provider: notes each request, and answers as told; then with 200.
#[derive(Clone)]
struct Phone {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    requests: mpsc::UnboundedSender<serde_json::Value>,
}

async fn take(State(phone): State<Phone>, body: Bytes) -> Response {
    let request = serde_json::from_slice(&body).unwrap();
    phone.requests.send(request).unwrap();
    let answer = phone.answers.lock().unwrap().pop_front();
    match answer {
        Some(Some((status, wait))) => (status, [(header::RETRY_AFTER, wait)], "{}").into_response(),
        // The panic ends the connection's task: the request was read, and there is no answer.
        Some(None) => std::panic::resume_unwind(Box::new("the line went dead")),
        None => r#"{"id": "theirs-1"}"#.into_response(),
    }
}

/// Starts a provider, and the sender with a channel to it.
async fn scene(
    answers: impl IntoIterator<Item = Answer>,
) -> (Scene, mpsc::UnboundedReceiver<serde_json::Value>) {
    let (requests, receiver) = mpsc::unbounded_channel();
    let answers = Arc::new(Mutex::new(answers.into_iter().collect()));
    let router = Router::new()
        .route("/phone", axum::routing::post(take))
        .with_state(Phone { answers, requests });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/phone", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, router).await });

    let mut scene = Scene::new(FAST, []);
    scene.start_with(vec![Arc::new(sms_channel(url))]);
    (scene, receiver)
}

fn sms_channel(url: String) -> SmsChannel {
    let file = include_str!("../../../channels/sms/providers/generic.toml");
    let provider = Provider::parse("generic.toml", file, &mut Faults::default()).unwrap();
    let settings = SmsSettings {
        id: "sms".to_owned(),
        provider,
        path_secret: "1b4f0e9851971998e732078544c96b36".to_owned(),
        public_url: "https://gw.example".to_owned(),
        sender: Some("2020".to_owned()),
        secrets: BTreeMap::new(),
        send: BTreeMap::from([("url".to_owned(), url)]),
        per_second: 100,
        burst: 100,
        at_once: 4,
        allow_from: Vec::new(),
        fetch_every: None,
        max_body: SmsSettings::MAX_BODY,
    };
    SmsChannel::new(settings, http_client().unwrap()).unwrap()
}

async fn next(requests: &mut mpsc::UnboundedReceiver<serde_json::Value>) -> serde_json::Value {
    let next = tokio::time::timeout(Duration::from_secs(30), requests.recv()).await;
    next.expect("a request was expected").unwrap()
}

#[tokio::test]
async fn a_provider_that_asks_to_wait_gets_the_same_message_later() {
    let (mut scene, mut requests) = scene([Some((StatusCode::TOO_MANY_REQUESTS, "30"))]).await;
    scene.put(1, Lane::Reply, "the park opens at six").await;
    let first = next(&mut requests).await;
    scene.settled(1, DeliveryState::Ready).await;
    assert!(requests.try_recv().is_err(), "not before the clock has moved");
    let _time = scene.clock.run();
    assert_eq!(next(&mut requests).await, first);
    assert_eq!(first["text"], "the park opens at six");
    assert_eq!(first["to"], "+971500000001");
    let delivery = scene.settled(1, DeliveryState::Sent).await;
    assert_eq!(delivery.attempts, 2);
}

#[tokio::test]
async fn a_provider_that_breaks_off_gets_the_message_once() {
    let (mut scene, mut requests) = scene([None]).await;
    scene.put(1, Lane::Reply, "one").await;
    assert_eq!(next(&mut requests).await["text"], "one");
    scene.settled(1, DeliveryState::Unknown).await;
    let _time = scene.clock.run();
    scene.put(2, Lane::Reply, "two").await;
    assert_eq!(next(&mut requests).await["text"], "two");
    scene.settled(2, DeliveryState::Sent).await;
    assert!(requests.try_recv().is_err());
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_tried_again() {
    let mut scene = Scene::new(FAST, []);
    scene.settings.max_attempts = 3;
    // Nobody listens on a port that was just given back.
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/phone", free.local_addr().unwrap());
    drop(free);
    scene.put(1, Lane::Reply, "one").await;
    let _time = scene.clock.run();
    scene.start_with(vec![Arc::new(sms_channel(url))]);
    let delivery = scene.settled(1, DeliveryState::Dead).await;
    assert_eq!(delivery.attempts, 3);
}
