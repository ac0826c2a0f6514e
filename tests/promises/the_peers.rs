//! The counterparts themselves: what Kannel really does, seen by a bare server in the gateway's place.
//! If one of these fails, a failing promise may not be the gateway's fault.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::routing::get;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::peers::http::client;
use crate::peers::process::wait_for;
use crate::peers::{Kannel, Smsc, kannel};

/// Notes every query that reaches it; answers 500 as often as it was told to, then 200 and nothing.
struct BareServer {
    port: u16,
    seen: Arc<Mutex<Vec<String>>>,
    failures: Arc<Mutex<usize>>,
}

impl BareServer {
    async fn start() -> Self {
        let seen: Arc<Mutex<Vec<String>>> = Arc::default();
        let failures: Arc<Mutex<usize>> = Arc::default();
        let (notes, to_fail) = (seen.clone(), failures.clone());
        let answer = move |RawQuery(query): RawQuery| async move {
            notes.lock().unwrap().push(query.unwrap_or_default());
            let mut left = to_fail.lock().unwrap();
            if *left == 0 {
                return StatusCode::OK;
            }
            *left -= 1;
            StatusCode::INTERNAL_SERVER_ERROR
        };
        let router = Router::new().route("/hook", get(answer.clone())).route("/dlr", get(answer));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { port, seen, failures }
    }

    fn hook(&self) -> String {
        format!(
            "http://127.0.0.1:{}/hook?id=%I&from=%p&to=%P&charset=%C&coding=%c&udh=%u&text=%b",
            self.port
        )
    }

    async fn wait_for(&self, count: usize) -> Vec<String> {
        wait_for(&format!("{count} requests of Kannel"), Duration::from_secs(20), async || {
            let seen = self.seen.lock().unwrap().clone();
            (seen.len() >= count).then_some(seen)
        })
        .await
    }
}

/// The bytes of one field of a query.
fn field(query: &str, name: &str) -> Vec<u8> {
    let raw = query
        .split('&')
        .find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name))
        .map_or("", |(_, value)| value)
        .replace('+', " ");
    percent_decode_str(&raw).collect()
}

fn text_of(query: &str) -> String {
    let bytes = field(query, "text");
    match field(query, "charset").as_slice() {
        b"UTF-16BE" => encoding_rs::UTF_16BE.decode(&bytes).0.into_owned(),
        _ => String::from_utf8(bytes).unwrap(),
    }
}

const PHONE: &str = "+447700900003";
const ARABIC: &str = "مرحبا، أريد حديقة قريبة";

#[tokio::test]
async fn kannel_hands_on_what_phones_send() {
    let (smsc, server, ports) = (Smsc::start(), BareServer::start().await, kannel::Ports::free());
    let _kannel = Kannel::start(ports, &smsc, &server.hook()).await;
    let long = "الحديقة جميلة 🌳 ولكن لا ظل فيها ".repeat(3);

    smsc.send_ascii(PHONE, "12345", "HELP me").await;
    server.wait_for(1).await;
    smsc.send_ucs2(PHONE, "12345", ARABIC).await;
    server.wait_for(2).await;
    smsc.send_ucs2(PHONE, "12345", "OK 🚰👍").await;
    server.wait_for(3).await;
    let parts = smsc.send_ucs2_parts(PHONE, "12345", &long, 7).await;
    let seen = server.wait_for(4).await;

    let texts: Vec<String> = seen.iter().map(|query| text_of(query)).collect();
    assert_eq!(texts, ["HELP me", ARABIC, "OK 🚰👍", &long]);
    assert_eq!(parts, 2, "the long text needs two parts");
    assert_eq!(field(&seen[1], "from"), PHONE.as_bytes());
    assert_eq!(field(&seen[1], "charset"), b"UTF-16BE");
    assert!(smsc.received_by(PHONE).await.is_empty(), "an empty answer is not sent to the phone");
}

#[tokio::test]
async fn kannel_repeats_after_500_with_the_same_id() {
    let (smsc, server, ports) = (Smsc::start(), BareServer::start().await, kannel::Ports::free());
    let _kannel = Kannel::start(ports, &smsc, &server.hook()).await;
    *server.failures.lock().unwrap() = 2;

    smsc.send_ascii(PHONE, "12345", "HELP").await;
    let seen = server.wait_for(3).await;

    let ids: Vec<_> = seen.iter().map(|query| field(query, "id")).collect();
    assert!(!ids[0].is_empty());
    assert_eq!((&ids[0], &ids[0]), (&ids[1], &ids[2]));
}

#[tokio::test]
async fn kannel_sends_to_phones_and_reports() {
    let (smsc, server, ports) = (Smsc::start(), BareServer::start().await, kannel::Ports::free());
    let _kannel = Kannel::start(ports, &smsc, &server.hook()).await;
    let long = "🌳".repeat(40);
    let send = async |text: &str, coding: u8, delivery: &str| {
        let report = format!("http://127.0.0.1:{}/dlr?id={delivery}&type=%d", server.port);
        let escape = |s: &str| utf8_percent_encode(s, NON_ALPHANUMERIC).to_string();
        let url = format!(
            "{}/cgi-bin/sendsms?username=majlis&password=kannel-password&from=12345&to={}&coding={coding}&charset=UTF-8\
             &dlr-mask=31&text={}&dlr-url={}",
            ports.smsbox_url(),
            escape(PHONE),
            escape(text),
            escape(&report)
        );
        let answer = client().get(url).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };

    assert_eq!(send("é €", 0, "d1").await, (202, "0: Accepted for delivery".into()));
    smsc.wait_for(PHONE, 1).await;
    assert_eq!(send(ARABIC, 2, "d2").await.0, 202);
    smsc.wait_for(PHONE, 2).await;
    assert_eq!(send(&long, 2, "d3").await.0, 202);
    let received = smsc.wait_for(PHONE, 3).await;

    let texts: Vec<&str> = received.iter().map(|sms| sms.text.as_str()).collect();
    assert_eq!(texts, ["é €", ARABIC, &long]);
    let codings: Vec<(u64, u64)> = received.iter().map(|s| (s.data_coding, s.parts)).collect();
    assert_eq!(codings, [(0, 1), (8, 1), (8, 2)]);
    wait_for("delivered reports of all three", Duration::from_secs(20), async || {
        let seen = server.seen.lock().unwrap();
        ["d1", "d2", "d3"]
            .iter()
            .all(|id| seen.iter().any(|q| *q == format!("id={id}&type=1")))
            .then_some(())
    })
    .await;
}
