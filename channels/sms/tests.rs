//! The channel on a real socket: a provider calls it, and it calls a provider.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::net::TcpListener;

use super::*;
use crate::{
    Address, Channel, Content, Inbound, Intake, Message, Outgoing, Question, Received, Refused,
    Report, ReportState, Sent,
};

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

/// Stands in for the gateway, which is another crate: writes down what was handed in.
#[derive(Default)]
struct Notebook {
    messages: Mutex<Vec<Inbound>>,
    reports: Mutex<Vec<Report>>,
    refuses: Option<Refused>,
}

#[async_trait]
impl Intake for Notebook {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        if let Some(refused) = &self.refuses {
            return Err(refused.clone());
        }
        self.messages.lock().unwrap().push(inbound);
        Ok(Received { duplicate: false, replies: Vec::new() })
    }

    async fn report(&self, report: Report) -> Result<(), Refused> {
        if let Some(refused) = &self.refuses {
            return Err(refused.clone());
        }
        self.reports.lock().unwrap().push(report);
        Ok(())
    }
}

fn provider(name: &str) -> Provider {
    let text = match name {
        "twilio" => include_str!("providers/twilio.toml"),
        "kannel" => include_str!("providers/kannel.toml"),
        _ => include_str!("providers/generic.toml"),
    };
    let mut faults = majlis_flows::Faults::default();
    Provider::parse(&format!("{name}.toml"), text, &mut faults)
        .unwrap_or_else(|| panic!("{faults}"))
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn settings(name: &str, url: &str) -> SmsSettings {
    let send = match name {
        "twilio" => map(&[("account_sid", "AC0001")]),
        "kannel" => map(&[("url", url), ("username", "tester"), ("password", "foobar")]),
        _ => map(&[("url", url)]),
    };
    let keys = BTreeMap::from([("auth_token".to_owned(), vec!["12345".to_owned()])]);
    SmsSettings {
        id: "line".to_owned(),
        provider: provider(name),
        path_secret: SECRET.to_owned(),
        public_url: "https://gw.example".to_owned(),
        sender: Some("2020".to_owned()),
        secrets: if name == "twilio" { keys } else { BTreeMap::new() },
        send,
        allow_from: Vec::new(),
        fetch_every: None,
        per_second: 10,
        burst: 10,
        at_once: 4,
        max_body: 1024,
    }
}

fn channel(settings: SmsSettings) -> SmsChannel {
    SmsChannel::new(settings, http_client().unwrap()).unwrap_or_else(|error| panic!("{error}"))
}

async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

/// A gateway with one channel `line` of this provider.
async fn hook(name: &str, notebook: Notebook) -> (String, Arc<Notebook>) {
    let notebook = Arc::new(notebook);
    let channel = channel(settings(name, "http://127.0.0.1:9"));
    let address = serve(channel.routes(Arc::clone(&notebook) as Arc<dyn Intake>)).await;
    (format!("http://{address}/hooks/sms/line"), notebook)
}

async fn post(url: &str, body: &str) -> reqwest::Response {
    http_client().unwrap().post(url).body(body.to_owned()).send().await.unwrap()
}

const HELLO: &str = r#"{"id":"m-1","from":"+971500000001","to":"2020","text":"2"}"#;

#[tokio::test]
async fn a_message_is_handed_in_and_the_provider_gets_its_answer() {
    let (hook, notebook) = hook("generic", Notebook::default()).await;
    let response = post(&format!("{hook}/{SECRET}"), HELLO).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.text().await.unwrap(), "{}");
    let messages = notebook.messages.lock().unwrap();
    let message = &messages[0];
    assert_eq!((message.channel.as_str(), message.kind), ("line", "sms"));
    assert_eq!(message.provider.as_deref(), Some("generic"));
    assert_eq!(message.from.as_str(), "tel:+971500000001");
    assert_eq!(message.to.as_deref(), Some("2020"));
    assert_eq!(message.provider_id, "m-1");
    assert_eq!(message.content, Content::Text("2".to_owned()));
}

#[tokio::test]
async fn only_networks_on_the_list_are_let_in() {
    for (allowed, status) in [("127.0.0.0/8", 200), ("203.0.113.0/24", 403)] {
        let notebook = Arc::new(Notebook::default());
        let mut settings = settings("generic", "http://127.0.0.1:9");
        settings.allow_from = vec![allowed.parse().unwrap()];
        let routes = channel(settings).routes(Arc::clone(&notebook) as Arc<dyn Intake>);
        let hook = format!("http://{}/hooks/sms/line/{SECRET}", serve(routes).await);
        assert_eq!(post(&hook, HELLO).await.status(), status, "{allowed}");
        // A proxy on this machine says whom it saw.
        let request = http_client().unwrap().post(&hook).body(HELLO.to_owned());
        let seen = request.header("X-Forwarded-For", "127.0.0.1, 203.0.113.9").send().await;
        let wanted = if status == 200 { 403 } else { 200 };
        assert_eq!(seen.unwrap().status(), wanted, "{allowed}");
        assert_eq!(notebook.messages.lock().unwrap().len(), 1);
    }
}

/// A part, and the same id for both, as some providers have it.
#[tokio::test]
async fn parts_are_handed_in_as_parts_with_ids_of_their_own() {
    let (hook, notebook) = hook("kannel", Notebook::default()).await;
    for (text, udh) in [("one", "%05%00%031%02%01"), ("two", "%05%00%031%02%02")] {
        let query = format!("id=k1&from=%2B447700900003&text={text}&udh={udh}&time=1");
        assert_eq!(reqwest_get(&format!("{hook}/{SECRET}?{query}")).await.status(), 200);
    }
    let messages = notebook.messages.lock().unwrap();
    let ids: Vec<&str> = messages.iter().map(|m| m.provider_id.as_str()).collect();
    assert_eq!(ids, ["k1#1", "k1#2"]);
    let part = crate::Part { reference: "49".to_owned(), number: 2, of: 2 };
    assert_eq!(messages[1].content, Content::Part { text: "two".to_owned(), part });
}

#[tokio::test]
async fn a_genuine_request_of_another_hour_is_told_apart_from_a_forged_one() {
    let notebook = Arc::new(Notebook::default());
    let mut settings = settings("generic", "http://127.0.0.1:9");
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/sms/providers/smsgate.toml"));
    let mut faults = majlis_flows::Faults::default();
    settings.provider = Provider::parse("smsgate.toml", &text.unwrap(), &mut faults).unwrap();
    settings.secrets = BTreeMap::from([("signing_key".to_owned(), vec!["test-key".to_owned()])]);
    settings.send = map(&[("url", "http://127.0.0.1:9"), ("username", "u"), ("password", "p")]);
    let routes = channel(settings).routes(Arc::clone(&notebook) as Arc<dyn Intake>);
    let hook = format!("http://{}/hooks/sms/line/{SECRET}", serve(routes).await);
    let body = r#"{"deviceId":"d1","event":"sms:received","id":"Ey6ECgOkVVFjz3CL48B8C","payload":{"messageId":"abc123","message":"نعم","sender":"+971500000001","recipient":null,"simNumber":1,"receivedAt":"2024-06-22T15:46:11.000+07:00"},"webhookId":"LreFUt-Z3sSq0JufY9uWB"}"#;
    let genuine = "43fb658b1fc8eab2933d35e835cee1f63ffa0e397ea65933e94924921a8fc307";
    for (signature, status) in [(genuine, 401), (&genuine.replace('4', "5"), 403)] {
        let request = http_client().unwrap().post(&hook).body(body);
        let request = request.header("X-Signature", signature).header("X-Timestamp", "1719045971");
        assert_eq!(request.send().await.unwrap().status(), status);
    }
    assert!(notebook.messages.lock().unwrap().is_empty());
}

#[tokio::test]
async fn kannel_gets_an_empty_answer_so_that_nothing_is_sent_to_the_phone() {
    let (hook, notebook) = hook("kannel", Notebook::default()).await;
    let query = "id=k1&from=%2B447700900003&to=12345&text=%06F%069%06E&charset=UTF-16BE&time=1";
    let response = reqwest_get(&format!("{hook}/{SECRET}?{query}")).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.text().await.unwrap(), "");
    let content = notebook.messages.lock().unwrap()[0].content.clone();
    assert_eq!(content, Content::Text("نعم".to_owned()));
}

async fn reqwest_get(url: &str) -> reqwest::Response {
    http_client().unwrap().get(url).send().await.unwrap()
}

#[tokio::test]
async fn what_is_not_the_providers_own_leaves_no_trace() {
    let (hook, notebook) = hook("generic", Notebook::default()).await;
    let wrong = SECRET.replace('9', "8");
    let large = format!("{{\"id\":\"{}\"}}", "x".repeat(2000));
    let unknown = hook.replace("line", "other");
    let cases = [
        (format!("{hook}/{wrong}"), HELLO, 403),
        (format!("{hook}/{wrong}/status"), HELLO, 403),
        (format!("{hook}/{SECRET}0"), HELLO, 403),
        (format!("{hook}/%ff"), HELLO, 403),
        (format!("{unknown}/{SECRET}"), HELLO, 404),
        (format!("{hook}/{SECRET}"), large.as_str(), 413),
        (format!("{hook}/{SECRET}"), "", 400),
        (format!("{hook}/{SECRET}"), "{", 400),
        (format!("{hook}/{SECRET}"), r#"{"id":"m-1","from":"+971500000001"}"#, 400),
        (format!("{hook}/{SECRET}"), r#"{"id":"","from":"+971500000001","text":"1"}"#, 400),
        (format!("{hook}/{SECRET}"), r#"{"id":"m-1","from":"a\u0000b","text":"1"}"#, 400),
        (format!("{hook}/{SECRET}/status"), r#"{"id":"m-1"}"#, 400),
    ];
    for (url, body, status) in cases {
        let response = post(&url, body).await;
        assert_eq!(response.status(), status, "{url} {body}");
        assert_eq!(response.text().await.unwrap(), "", "{url}");
    }
    // Neither a GET nor a HEAD brings a message where the file says POST.
    assert_eq!(reqwest_get(&format!("{hook}/{SECRET}")).await.status(), 405);
    let head = http_client().unwrap().head(format!("{hook}/{SECRET}")).send().await.unwrap();
    assert_eq!(head.status(), 405);
    assert!(notebook.messages.lock().unwrap().is_empty());
    assert!(notebook.reports.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_wrong_signature_is_refused_and_a_right_one_taken() {
    let (hook, notebook) = hook("twilio", Notebook::default()).await;
    // HMAC-SHA-1 with key 12345 over https://gw.example/hooks/sms/line/<secret> and the parameters.
    let body = "Body=2&From=%2B971500000001&MessageSid=SM1&To=2020";
    let send = async |signature: &str, body: &str| {
        let request = http_client().unwrap().post(format!("{hook}/{SECRET}"));
        let request = request.header("X-Twilio-Signature", signature).body(body.to_owned());
        request.send().await.unwrap()
    };
    assert_eq!(send("AAAA", body).await.status(), 403);
    assert_eq!(
        send("3BbkA1ZOpDAR8NG1uOKvc0YZpkw=", &body.replace("=2&", "=3&")).await.status(),
        403
    );
    assert!(notebook.messages.lock().unwrap().is_empty());
    let response = send("3BbkA1ZOpDAR8NG1uOKvc0YZpkw=", body).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/xml");
    assert_eq!(response.text().await.unwrap(), "<Response/>");
    assert_eq!(notebook.messages.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_message_that_cannot_be_stored_is_asked_for_again() {
    let refuses = Some(Refused::Unavailable("disk full".to_owned()));
    let (first, _) = hook("generic", Notebook { refuses, ..Notebook::default() }).await;
    for path in ["", "/status"] {
        let body = if path.is_empty() { HELLO } else { r#"{"id":"d","status":"sent"}"# };
        let response = post(&format!("{first}/{SECRET}{path}"), body).await;
        assert_eq!(response.status(), 503);
        assert_eq!(response.headers()["retry-after"], "5");
    }
    let refuses = Some(Refused::Nonsense("no".to_owned()));
    let (second, _) = hook("generic", Notebook { refuses, ..Notebook::default() }).await;
    assert_eq!(post(&format!("{second}/{SECRET}"), HELLO).await.status(), 400);
}

#[tokio::test]
async fn a_delivery_report_is_handed_in_and_an_unknown_state_is_not_repeated() {
    let (hook, notebook) = hook("kannel", Notebook::default()).await;
    let url = format!("{hook}/{SECRET}/status?delivery=01JD&state");
    assert_eq!(reqwest_get(&format!("{url}=1")).await.status(), 200);
    assert_eq!(reqwest_get(&format!("{url}=99")).await.status(), 200);
    let reports = notebook.reports.lock().unwrap();
    assert_eq!(reports.len(), 1);
    assert_eq!(reports[0].delivery.as_deref(), Some("01JD"));
    assert_eq!(reports[0].state, ReportState::Delivered);
}

#[tokio::test]
async fn one_bad_entry_of_a_batch_loses_none_of_the_others() {
    let text = include_str!("providers/generic.toml")
        .replace("[inbound.fields]", "each = \"all\"\n[inbound.fields]");
    let mut settings = settings("generic", "http://127.0.0.1:9");
    let mut faults = majlis_flows::Faults::default();
    settings.provider = Provider::parse("generic.toml", &text, &mut faults).unwrap();
    let notebook = Arc::new(Notebook::default());
    let address = serve(channel(settings).routes(Arc::clone(&notebook) as Arc<dyn Intake>)).await;
    let url = format!("http://{address}/hooks/sms/line/{SECRET}");
    let second = HELLO.replace("m-1", "m-2");
    let response = post(&url, &format!(r#"{{"all":[{HELLO},{{"id":"m-3"}},{second}]}}"#)).await;
    assert_eq!(response.status(), 400);
    assert_eq!(notebook.messages.lock().unwrap().len(), 2);
    let response = post(&url, &format!(r#"{{"all":[{HELLO},{second}]}}"#)).await;
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn reports_in_one_request_with_messages_are_handed_in_too() {
    let text = include_str!("providers/generic.toml")
        .replacen("id = \"generic\"", "one_address = true\nid = \"generic\"", 1)
        .replacen(
            "[inbound.fields]",
            "each = \"all\"\nonly = { type = \"mo\" }\n[inbound.fields]",
            1,
        )
        .replacen(
            "[status.fields]",
            "each = \"all\"\nonly = { type = \"dr\" }\n[status.fields]",
            1,
        );
    let mut faults = majlis_flows::Faults::default();
    let mixed = Provider::parse("generic.toml", &text, &mut faults);
    let mixed = mixed.unwrap_or_else(|| panic!("{faults}"));
    let message = HELLO.replacen('{', r#"{"type":"mo","#, 1);
    let report = r#"{"type":"dr","id":"01M7DEMO","status":"delivered"}"#;
    let unread = r#"{"type":"mo","id":"m-3"}"#;
    for (entries, refuses, status, messages, reports) in [
        (vec![message.as_str(), report], None, 200, 1, 1),
        (vec![report], None, 200, 0, 1),
        (vec![message.as_str()], None, 200, 1, 0),
        (vec![r#"{"type":"news"}"#], None, 200, 0, 0),
        // What cannot be read takes nothing else with it, and the provider is told.
        (vec![unread, report], None, 400, 0, 1),
        // What cannot be stored is asked for again, whatever else is wrong.
        (vec![unread, report], Some(Refused::Unavailable("full".to_owned())), 503, 0, 0),
    ] {
        let mut settings = settings("generic", "http://127.0.0.1:9");
        settings.provider = mixed.clone();
        let notebook = Arc::new(Notebook { refuses, ..Notebook::default() });
        let intake = Arc::clone(&notebook) as Arc<dyn Intake>;
        let address = serve(channel(settings).routes(intake)).await;
        let url = format!("http://{address}/hooks/sms/line/{SECRET}");
        let body = format!(r#"{{"all":[{}]}}"#, entries.join(","));
        assert_eq!(post(&url, &body).await.status(), status, "{body}");
        let found =
            (notebook.messages.lock().unwrap().len(), notebook.reports.lock().unwrap().len());
        assert_eq!(found, (messages, reports), "{body}");
    }
}

// ---- sending ----

/// A provider that gives one answer to everything, and what it was sent.
type Calls = Arc<Mutex<Vec<(Uri, HeaderMap, String)>>>;

async fn answering(
    answer: impl Fn() -> Response + Clone + Send + Sync + 'static,
) -> (String, Calls) {
    let calls = Calls::default();
    let kept = Arc::clone(&calls);
    let handler = move |uri: Uri, headers: HeaderMap, body: String| {
        kept.lock().unwrap().push((uri, headers, body));
        let answer = answer.clone();
        async move { answer() }
    };
    let address = serve(Router::new().fallback(any(handler))).await;
    (format!("http://{address}"), calls)
}

fn outgoing(text: &str) -> Outgoing {
    Outgoing {
        delivery: "01JD0000000000000000000001".to_owned(),
        to: Address::phone("+447700900004").unwrap(),
        from: None,
        message: Message {
            lang: "en".to_owned(),
            text: text.to_owned(),
            question: None,
            hint: None,
        },
    }
}

#[tokio::test]
async fn kannel_is_called_with_coding_report_address_and_sender() {
    let (url, calls) =
        answering(|| (StatusCode::ACCEPTED, "0: Accepted for delivery").into_response()).await;
    let channel = channel(settings("kannel", &url));
    let sent = channel.send(&outgoing("شكرا")).await;
    assert_eq!(sent, Sent::Accepted { provider_id: None });
    let from_theirs = Outgoing { from: Some("12345".to_owned()), ..outgoing("thanks") };
    channel.send(&from_theirs).await;
    let calls = calls.lock().unwrap();
    let query = calls[0].0.query().unwrap();
    assert_eq!(calls[0].0.path(), "/cgi-bin/sendsms");
    for part in [
        "coding=2",
        "text=%D8%B4%D9%83%D8%B1%D8%A7",
        "to=%2B447700900004",
        "from=2020",
        "dlr-mask=27",
    ] {
        assert!(query.split('&').any(|pair| pair == part), "{part} in {query}");
    }
    let report = format!("gw.example%2Fhooks%2Fsms%2Fline%2F{SECRET}%2Fstatus%3Fdelivery%3D01JD");
    assert!(query.contains(&report), "{query}");
    let query = calls[1].0.query().unwrap();
    assert!(query.contains("coding=0") && query.contains("from=12345"), "{query}");
}

#[tokio::test]
async fn the_providers_id_is_kept_and_a_missing_token_sends_no_header() {
    let (url, calls) = answering(|| r#"{"id":"theirs-1"}"#.into_response()).await;
    let sent = channel(settings("generic", &url)).send(&outgoing("hi")).await;
    assert_eq!(sent, Sent::Accepted { provider_id: Some("theirs-1".to_owned()) });
    let mut with_token = settings("generic", &url);
    with_token.send.insert("token".to_owned(), "t0ken".to_owned());
    channel(with_token).send(&outgoing("hi")).await;
    let calls = calls.lock().unwrap();
    assert!(!calls[0].1.contains_key("authorization"));
    assert_eq!(calls[1].1["authorization"], "Bearer t0ken");
    let body: serde_json::Value = serde_json::from_str(&calls[0].2).unwrap();
    assert_eq!(body["id"], "01JD0000000000000000000001");
    assert_eq!(body["to"], "+447700900004");
}

#[tokio::test]
async fn each_answer_becomes_the_outcome_that_is_true_of_it() {
    let outcome = async |status: u16, after: Option<&'static str>| {
        let (url, _) = answering(move || {
            let status = StatusCode::from_u16(status).unwrap();
            match after {
                Some(after) => (status, [("retry-after", after)]).into_response(),
                None => status.into_response(),
            }
        })
        .await;
        channel(settings("generic", &url)).send(&outgoing("hi")).await
    };
    let seconds = |n| Some(Duration::from_secs(n));
    for status in [429, 503] {
        let Sent::NotSent { retry_after, .. } = outcome(status, Some("7")).await else {
            panic!("{status}");
        };
        assert_eq!(retry_after, seconds(7));
    }
    assert!(matches!(outcome(400, None).await, Sent::Rejected { opted_out: false, .. }));
    assert!(matches!(outcome(500, None).await, Sent::MaybeSent { .. }));
    assert!(matches!(outcome(302, None).await, Sent::NotSent { .. }));
}

#[tokio::test]
async fn nobody_listening_is_not_sent_and_a_broken_answer_maybe_sent() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let sent = channel(settings("generic", &format!("http://{free}"))).send(&outgoing("hi")).await;
    assert!(matches!(sent, Sent::NotSent { retry_after: None, .. }), "{sent:?}");

    // Reads the request, then hangs up without a word.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut some = [0; 4096];
            stream.readable().await.unwrap();
            let _ = stream.try_read(&mut some);
        }
    });
    let sent =
        channel(settings("generic", &format!("http://{address}"))).send(&outgoing("hi")).await;
    assert!(matches!(sent, Sent::MaybeSent { .. }), "{sent:?}");
}

#[tokio::test]
async fn no_answer_in_time_is_maybe_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    http_client().unwrap(); // installs the TLS provider
    let http = reqwest::Client::builder().timeout(Duration::from_millis(200)).build().unwrap();
    let settings = settings("generic", &format!("http://{address}"));
    let channel = SmsChannel::new(settings, http).unwrap_or_else(|error| panic!("{error}"));
    let sent = channel.send(&outgoing("hi")).await;
    assert!(matches!(sent, Sent::MaybeSent { .. }), "{sent:?}");
    drop(listener);
}

#[tokio::test]
async fn names_and_short_codes_are_never_sent_to() {
    let (url, calls) = answering(|| "{}".into_response()).await;
    let channel = channel(settings("generic", &url));
    for to in [Address::phone("MTN"), Address::phone("2020"), Address::web("abc")] {
        let sent = channel.send(&Outgoing { to: to.unwrap(), ..outgoing("hi") }).await;
        assert!(matches!(sent, Sent::Rejected { .. }), "{sent:?}");
    }
    assert!(calls.lock().unwrap().is_empty());
}

#[test]
fn a_message_costs_its_parts_with_its_options() {
    let channel = channel(settings("generic", "http://127.0.0.1:9"));
    assert_eq!(channel.cost(&outgoing(&"a".repeat(160)).message), 1);
    assert_eq!(channel.cost(&outgoing(&"م".repeat(71)).message), 2);
    let mut message = outgoing(&"a".repeat(150)).message;
    message.question = Some(Question {
        step: "q".to_owned(),
        ask: "choice".to_owned(),
        options: vec![("x".to_owned(), "a long option".to_owned())],
        listed: true,
        optional: false,
        ..Question::default()
    });
    assert_eq!(channel.cost(&message), 2);
}

#[test]
fn settings_that_cannot_work_are_refused_with_a_mend() {
    let refused = |name: &str, change: fn(&mut SmsSettings), want: &str| {
        let mut settings = settings(name, "http://127.0.0.1:9");
        change(&mut settings);
        let error = SmsChannel::new(settings, http_client().unwrap()).err();
        let error = error.unwrap_or_else(|| panic!("accepted: {want}")).to_string();
        assert!(error.starts_with("channel ") && error.contains(want), "{error}");
        assert!(!error.contains(SECRET));
    };
    refused("kannel", |s| s.path_secret = "short".to_owned(), "128 random bits; it is too short");
    refused("kannel", |s| s.path_secret = "ab".repeat(20), "128 random bits");
    refused("kannel", |s| s.path_secret = "a/b".to_owned(), "path secret");
    refused("kannel", |s| drop(s.send.remove("password")), "needs `password`");
    refused("kannel", |s| drop(s.send.insert("pass".into(), "x".into())), "no setting `pass`");
    refused(
        "kannel",
        |s| s.send = map(&[("url", "box"), ("username", "u"), ("password", "p")]),
        "`url` is no address",
    );
    refused("twilio", |s| s.secrets.clear(), "needs the secret `auth_token`");
    refused(
        "twilio",
        |s| drop(s.secrets.insert("auth_token".into(), vec![" ".into()])),
        "`auth_token`",
    );
    refused("twilio", |s| s.path_secret.clear(), "path secret");
    refused("twilio", |s| s.public_url = "gw.example".to_owned(), "public URL");
    refused("twilio", |s| s.id = "a b".to_owned(), "id is not");
    refused("twilio", |s| s.per_second = 0, "pace of 0");
    // A provider that signs needs no strong secret.
    let mut signed = settings("twilio", "");
    signed.path_secret = "t1".to_owned();
    channel(signed);
}
