//! Fetching, against strict doubles of the providers' lists: they demand the password, know their own parameters
//! alone, and page as the real ones do.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::routing::get;
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::fetch::{Looked, Seen, look};
use super::{Provider, SmsSettings, http_client};
use crate::{Content, Inbound, Intake, Received, Refused, Report};

/// Takes each message once, as the gateway does, by sender and id.
#[derive(Default)]
struct Desk {
    taken: Mutex<Vec<Inbound>>,
}

impl Desk {
    fn texts(&self) -> Vec<String> {
        let text = |inbound: &Inbound| match &inbound.content {
            Content::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        self.taken.lock().unwrap().iter().map(text).collect()
    }
}

#[async_trait]
impl Intake for Desk {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        let mut taken = self.taken.lock().unwrap();
        let same = |known: &Inbound| {
            known.provider_id == inbound.provider_id && known.from == inbound.from
        };
        let duplicate = taken.iter().any(same);
        if !duplicate {
            taken.push(inbound);
        }
        Ok(Received { duplicate, replies: Vec::new() })
    }

    async fn report(&self, _: Report) -> Result<(), Refused> {
        panic!("nothing here reports");
    }
}

/// What the double holds and how often it was asked.
struct Double {
    authorization: &'static str,
    parameters: &'static [&'static str],
    page: fn(&BTreeMap<String, String>, &Mutex<Vec<Value>>) -> Value,
    messages: Mutex<Vec<Value>>,
    asked: AtomicUsize,
    /// Answers 503 to this request.
    fails_at: AtomicUsize,
}

async fn answer(
    State(double): State<Arc<Double>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<String, StatusCode> {
    let number = double.asked.fetch_add(1, Ordering::SeqCst);
    if headers.get("authorization").is_none_or(|value| value != double.authorization) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    if number == double.fails_at.load(Ordering::SeqCst) {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    }
    let url = reqwest::Url::parse(&format!("http://double{uri}")).unwrap();
    let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
    if query.keys().any(|name| !double.parameters.contains(&name.as_str())) {
        return Err(StatusCode::BAD_REQUEST);
    }
    Ok((double.page)(&query, &double.messages).to_string())
}

async fn start(path: &'static str, double: Double) -> (String, Arc<Double>) {
    let double = Arc::new(double);
    let router = Router::new().route(path, get(answer)).with_state(Arc::clone(&double));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    (format!("http://{address}"), double)
}

fn settings(name: &str, host: (&str, &str), secret: (&str, &str)) -> SmsSettings {
    let path = format!("{}/sms/providers/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap().replace(host.0, host.1);
    let mut faults = majlis_flows::Faults::default();
    let provider = Provider::parse(&format!("{name}.toml"), &text, &mut faults);
    SmsSettings {
        id: "line".to_owned(),
        provider: provider.unwrap_or_else(|| panic!("{faults}")),
        path_secret: "9f86d081884c7d659a2feaa0c55ad015".to_owned(),
        public_url: "https://gw.example".to_owned(),
        sender: Some("+97140000000".to_owned()),
        secrets: BTreeMap::from([(secret.0.to_owned(), vec![secret.1.to_owned()])]),
        send: BTreeMap::new(),
        allow_from: Vec::new(),
        fetch_every: None,
        per_second: 10,
        burst: 10,
        at_once: 4,
        max_body: 1024,
    }
}

fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn since() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

async fn fetch(
    settings: &SmsSettings,
    values: &BTreeMap<String, String>,
    desk: &Desk,
    seen: &mut Seen,
) -> Result<Looked, String> {
    look(&http_client().unwrap(), settings, values, desk, seen, since()).await
}

/// Newest first, two a page; the next page by its address.
fn twilio_page(query: &BTreeMap<String, String>, messages: &Mutex<Vec<Value>>) -> Value {
    assert_eq!(query["DateSent>"], "2026-11-23");
    assert_eq!(query["To"], "+97140000000");
    let page: usize = query.get("Page").map_or(0, |page| page.parse().unwrap());
    let mut all = messages.lock().unwrap().clone();
    all.reverse();
    let next = (all.len() > page * 2 + 2).then(|| {
        let to = "%2B97140000000";
        format!("/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2026-11-23&To={to}&PageSize=100&Page={}", page + 1)
    });
    json!({"messages": all.iter().skip(page * 2).take(2).collect::<Vec<_>>(), "next_page_uri": next, "page": page})
}

fn twilio_message(number: usize, direction: &str) -> Value {
    json!({"sid": format!("SM{number}"), "from": "+971500000001", "to": "+97140000000",
           "body": format!("text {number}"), "direction": direction, "status": "received"})
}

#[tokio::test]
async fn twilio_is_asked_page_by_page_and_the_oldest_is_handed_in_first() {
    let mut messages: Vec<Value> = (0..6).map(|number| twilio_message(number, "inbound")).collect();
    messages.insert(3, twilio_message(90, "outbound-api"));
    let (base, double) = start(
        "/2010-04-01/Accounts/AC1/Messages.json",
        Double {
            authorization: "Basic QUMxOnQx",
            parameters: &["DateSent>", "To", "PageSize", "Page"],
            page: twilio_page,
            messages: Mutex::new(messages),
            asked: AtomicUsize::new(0),
            fails_at: AtomicUsize::new(2),
        },
    )
    .await;
    let settings = settings("twilio", ("https://api.twilio.com", &base), ("auth_token", "t1"));
    let values = values(&[("account_sid", "AC1"), ("auth_token", "t1")]);
    let (desk, mut seen) = (Desk::default(), Seen::default());
    // The third page does not come: nothing is handed in out of its order.
    let failed = fetch(&settings, &values, &desk, &mut seen).await;
    assert_eq!(failed, Err("the provider answered 503".to_owned()));
    assert!(desk.texts().is_empty());

    let looked = fetch(&settings, &values, &desk, &mut seen).await.unwrap();
    assert_eq!(looked, Looked { handed_in: 6, new: 6 });
    let wanted: Vec<String> = (0..6).map(|number| format!("text {number}")).collect();
    assert_eq!(desk.texts(), wanted);
    let taken = desk.taken.lock().unwrap()[0].clone();
    assert_eq!((taken.provider_id.as_str(), taken.from.as_str()), ("SM0", "tel:+971500000001"));
    assert_eq!(taken.to.as_deref(), Some("+97140000000"));

    // One more: the first page that holds nothing new is the last that is asked for.
    double.messages.lock().unwrap().push(twilio_message(6, "inbound"));
    let before = double.asked.load(Ordering::SeqCst);
    let looked = fetch(&settings, &values, &desk, &mut seen).await.unwrap();
    assert_eq!(looked, Looked { handed_in: 1, new: 1 });
    assert_eq!(double.asked.load(Ordering::SeqCst) - before, 2);
}

#[tokio::test]
async fn what_the_provider_brought_itself_is_not_taken_twice() {
    let messages = (0..3).map(|number| twilio_message(number, "inbound")).collect();
    let (base, _double) = start(
        "/2010-04-01/Accounts/AC1/Messages.json",
        Double {
            authorization: "Basic QUMxOnQx",
            parameters: &["DateSent>", "To", "PageSize", "Page"],
            page: twilio_page,
            messages: Mutex::new(messages),
            asked: AtomicUsize::new(0),
            fails_at: AtomicUsize::new(usize::MAX),
        },
    )
    .await;
    let settings = settings("twilio", ("https://api.twilio.com", &base), ("auth_token", "t1"));
    let known = values(&[("account_sid", "AC1"), ("auth_token", "t1")]);
    let desk = Desk::default();
    // As the hook reads it.
    let headers = HeaderMap::new();
    let request = super::provider::RawRequest {
        method: "POST",
        query: "",
        headers: &headers,
        body: b"MessageSid=SM1&From=%2B971500000001&To=%2B97140000000&Body=text+1",
    };
    for text in settings.provider.read_inbound(&request).unwrap().good {
        desk.receive(super::hooks::inbound(&settings, text)).await.unwrap();
    }
    let looked = fetch(&settings, &known, &desk, &mut Seen::default()).await.unwrap();
    assert_eq!(looked, Looked { handed_in: 3, new: 2 });
    assert_eq!(desk.texts(), ["text 1", "text 0", "text 2"]);

    let wrong = values(&[("account_sid", "AC1"), ("auth_token", "other")]);
    let refused = fetch(&settings, &wrong, &desk, &mut Seen::default()).await;
    assert_eq!(refused, Err("the provider answered 401".to_owned()));
}

/// Oldest first, two a page, by number from 0; behind the last an empty one.
fn sinch_page(query: &BTreeMap<String, String>, messages: &Mutex<Vec<Value>>) -> Value {
    assert_eq!(query["start_date"], "2026-11-23T10:00:00Z");
    let page: usize = query["page"].parse().unwrap();
    let all = messages.lock().unwrap();
    let list: Vec<&Value> = all.iter().skip(page * 2).take(2).collect();
    json!({"count": all.len(), "page": page, "page_size": list.len(), "inbounds": list})
}

#[tokio::test]
async fn sinch_is_asked_for_numbered_pages_until_one_is_empty() {
    let message = |number: usize| {
        json!({"id": format!("01X{number}"), "type": "mo_text", "from": "971500000001",
               "to": "97140000000", "body": format!("text {number}")})
    };
    let (base, double) = start(
        "/xms/v1/plan1/inbounds",
        Double {
            authorization: "Bearer t1",
            parameters: &["start_date", "page", "page_size"],
            page: sinch_page,
            messages: Mutex::new((0..5).map(message).collect()),
            asked: AtomicUsize::new(0),
            fails_at: AtomicUsize::new(2),
        },
    )
    .await;
    let settings = settings("sinch", ("", ""), ("webhook_secret", "s"));
    let values = values(&[("url", &base), ("service_plan_id", "plan1"), ("api_token", "t1")]);
    let (desk, mut seen) = (Desk::default(), Seen::default());
    // The third page does not come; the first two are not lost for it.
    assert!(fetch(&settings, &values, &desk, &mut seen).await.is_err());
    assert_eq!(desk.texts().len(), 4);
    let looked = fetch(&settings, &values, &desk, &mut seen).await.unwrap();
    assert_eq!(looked, Looked { handed_in: 1, new: 1 });
    let wanted: Vec<String> = (0..5).map(|number| format!("text {number}")).collect();
    assert_eq!(desk.texts(), wanted);
    assert_eq!(double.asked.load(Ordering::SeqCst), 3 + 4);
}

/// Gives out once.
fn infobip_page(query: &BTreeMap<String, String>, messages: &Mutex<Vec<Value>>) -> Value {
    assert_eq!(query["limit"], "1000");
    let all: Vec<Value> = messages.lock().unwrap().drain(..).collect();
    json!({"messageCount": all.len(), "pendingMessageCount": 0, "results": all})
}

#[tokio::test]
async fn infobip_is_asked_for_what_it_could_not_push() {
    let message = |number: usize| {
        json!({"messageId": number.to_string(), "from": "971500000001", "to": "97140000000",
               "text": format!("text {number}"), "cleanText": "", "smsCount": 1})
    };
    let (base, _double) = start(
        "/sms/1/inbox/reports",
        Double {
            authorization: "App k1",
            parameters: &["limit"],
            page: infobip_page,
            messages: Mutex::new((0..3).map(message).collect()),
            asked: AtomicUsize::new(0),
            fails_at: AtomicUsize::new(usize::MAX),
        },
    )
    .await;
    let settings = settings("infobip", ("", ""), ("none", "s"));
    let values = values(&[("url", &base), ("api_key", "k1")]);
    let (desk, mut seen) = (Desk::default(), Seen::default());
    let looked = fetch(&settings, &values, &desk, &mut seen).await.unwrap();
    assert_eq!(looked, Looked { handed_in: 3, new: 3 });
    let looked = fetch(&settings, &values, &desk, &mut seen).await.unwrap();
    assert_eq!(looked, Looked::default());
}
