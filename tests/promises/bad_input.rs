//! What is wrong is refused by its right name, leaves no trace in the store, and breaks nothing.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::peers::Gateway;
use crate::peers::gateway::PATH_SECRET;
use crate::peers::http::{client, send_sms};
use crate::peers::store::row_counts;

/// A channel whose provider signs, beside the demo's.
const SIGNED: &str = r#"
[[channel]]
id = "signed"
kind = "sms"
provider = "twilio"
path_secret = "env:MAJLIS_DEMO_PATH_SECRET"
sender = "+15550100"
[channel.secrets]
auth_token = "env:TEST_TWILIO_TOKEN"
[channel.send]
account_sid = "env:TEST_TWILIO_ACCOUNT"
"#;

const PHONE: &str = "+447700900301";
const WORDS: &str = "words of nobody";

async fn gateway() -> Gateway {
    let secrets = [("TEST_TWILIO_TOKEN", "a token of the tests"), ("TEST_TWILIO_ACCOUNT", "AC0")];
    let mut gateway = Gateway::new(SIGNED, &secrets);
    gateway.start().await;
    gateway
}

/// The status of a POST.
async fn post(url: &str, content_type: &str, body: impl Into<reqwest::Body>) -> u16 {
    let request = client().post(url).header("content-type", content_type).body(body);
    request.send().await.unwrap().status().as_u16()
}

/// The status of a body of so many bytes. By hand, as a client may take the answer that comes before it has
/// sent everything for a broken connection.
async fn post_bytes(url: &str, length: usize) -> u16 {
    let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    let mut line = tokio::net::TcpStream::connect(host).await.unwrap();
    let head = format!(
        "POST /{path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n"
    );
    let _ = line.write_all(head.as_bytes()).await;
    let _ = line.write_all(&vec![b' '; length]).await;
    let mut answer = [0; 12];
    let read = tokio::time::timeout(Duration::from_secs(10), line.read_exact(&mut answer)).await;
    read.expect("an answer in time").unwrap();
    String::from_utf8_lossy(&answer).trim_start_matches("HTTP/1.1 ").parse().unwrap()
}

fn good_json() -> String {
    serde_json::json!({"id": "b1", "from": PHONE, "to": "3636", "text": WORDS}).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_refused_without_a_trace() {
    let gateway = gateway().await;
    let before = row_counts(&gateway.data().join("majlis.db"));
    let form = format!("MessageSid=SM1&From=%2B447700900301&To=%2B15550100&Body={WORDS}");
    let urlencoded = "application/x-www-form-urlencoded";
    let json = "application/json";
    let hook = gateway.hook("phone");
    let wrong_secret = hook.replace(PATH_SECRET, "00000000000000000000000000000000");

    let statuses = [
        ("no signature", 403, post(&gateway.hook("signed"), urlencoded, form.clone()).await),
        ("wrong path secret", 403, post(&wrong_secret, json, good_json()).await),
        ("unknown channel", 404, post(&gateway.hook("nowhere"), json, good_json()).await),
        ("oversized body", 413, post_bytes(&hook, 100 << 10).await),
        ("no JSON", 400, post(&hook, json, "{\"id\":").await),
        ("no message", 400, post(&hook, json, "{\"weather\":\"fine\"}").await),
        (
            "wrong types",
            400,
            post(&hook, json, "{\"id\":[],\"from\":{},\"to\":1,\"text\":null}").await,
        ),
        ("no sender", 400, post(&hook, json, good_json().replace(PHONE, "")).await),
        ("bytes that are no text", 400, post(&hook, json, vec![0xff_u8, 0xfe, 0x00]).await),
        ("nothing", 400, post(&hook, json, "").await),
        (
            "unknown campaign",
            404,
            client()
                .get(format!("{}/c/nowhere", gateway.public))
                .send()
                .await
                .unwrap()
                .status()
                .as_u16(),
        ),
        (
            "unknown receipt",
            404,
            client()
                .get(format!("{}/r/AAA-AAA", gateway.public))
                .send()
                .await
                .unwrap()
                .status()
                .as_u16(),
        ),
    ];

    for (what, want, got) in statuses {
        assert_eq!(got, want, "{what}");
    }
    let forged = "token=forged.token&value=later";
    let page = format!("{}/c/park-hours", gateway.public);
    let status = post(&page, urlencoded, forged).await;
    assert!((400..500).contains(&status) || status == 303, "a forged form token: {status}");
    assert_eq!(row_counts(&gateway.data().join("majlis.db")), before, "no trace in the store");
    let alive = client().get(format!("{}/healthz", gateway.public)).send().await.unwrap();
    assert_eq!(alive.status(), 200);
    assert!(!gateway.said().contains("panicked"), "{}", gateway.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_signature_is_refused() {
    let gateway = gateway().await;
    let before = row_counts(&gateway.data().join("majlis.db"));
    let answer = client()
        .post(gateway.hook("signed"))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-twilio-signature", "c2lnbmF0dXJlIG9mIG5vYm9keSE=")
        .body("MessageSid=SM1&From=%2B447700900301&To=%2B15550100&Body=PARK")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 403);
    assert_eq!(row_counts(&gateway.data().join("majlis.db")), before, "no trace in the store");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_routes_are_not_public_and_need_a_key() {
    let gateway = gateway().await;
    let status = async |url: String| client().get(url).send().await.unwrap().status().as_u16();
    assert_eq!(status(format!("{}/v1/submissions", gateway.public)).await, 404);
    assert_eq!(status(format!("{}/metrics", gateway.public)).await, 404);
    assert_eq!(status(format!("{}/v1/submissions", gateway.staff)).await, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_address_and_no_words_stand_in_logs_or_metrics() {
    let mut gateway = gateway().await;
    gateway.stop();
    gateway.set("MAJLIS_LOG_FILTER", "trace");
    gateway.start().await;
    let before = row_counts(&gateway.data().join("majlis.db"));

    let status = send_sms(&client(), &gateway.hook("phone"), "l1", PHONE, WORDS).await.unwrap();
    assert!((200..300).contains(&status));
    post(&gateway.hook("signed"), "application/json", good_json()).await;
    post(&gateway.hook("phone"), "application/json", good_json().replace("\"to\"", "\"tto\""))
        .await;

    assert_ne!(
        row_counts(&gateway.data().join("majlis.db")),
        before,
        "a good message leaves a trace"
    );
    let url = format!("{}/metrics", gateway.staff);
    let metrics = client().get(url).send().await.unwrap().text().await.unwrap();
    gateway.stop();
    for (place, text) in [("the log", gateway.said()), ("metrics", metrics)] {
        let digits = PHONE.trim_start_matches('+');
        for secret in [digits, WORDS, PATH_SECRET] {
            assert!(!text.contains(secret), "`{secret}` stands in {place}:\n{text}");
        }
    }
}
