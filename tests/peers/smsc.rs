//! The phones: a simulated SMSC (`smsc.js`) that Kannel binds to over SMPP.

use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::http::{client, get_json, post_json};
use super::process::{Running, program, test_file, wait_for};

/// A mobile network with as many phones as one likes.
pub(crate) struct Smsc {
    /// Where Kannel binds.
    pub(crate) smpp_port: u16,
    control: String,
    client: reqwest::Client,
    _process: Running,
}

/// A message a phone received, its parts joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sms {
    pub(crate) from: String,
    pub(crate) text: String,
    /// 0 the GSM alphabet, 8 UCS-2.
    pub(crate) data_coding: u64,
    /// Its `submit_sm`s.
    pub(crate) parts: u64,
    /// Bytes of words in each of them; septets in the GSM alphabet.
    pub(crate) sizes: Vec<u64>,
}

impl Smsc {
    pub(crate) fn start() -> Self {
        let mut process = Running::start(
            "the simulated SMSC",
            Command::new(program("node")).arg(test_file("peers/smsc.js")),
        );
        let ports: Value = serde_json::from_str(&process.first_line()).expect("ports as JSON");
        let port =
            |name: &str| ports[name].as_u64().and_then(|p| u16::try_from(p).ok()).expect(name);
        Self {
            smpp_port: port("smpp"),
            control: format!("http://127.0.0.1:{}", port("control")),
            client: client(),
            _process: process,
        }
    }

    /// A phone sends a text of the GSM alphabet that is also ASCII.
    pub(crate) async fn send_ascii(&self, from: &str, to: &str, text: &str) {
        assert!(text.is_ascii(), "only ASCII is the same in the GSM alphabet");
        self.deliver(from, to, &hex(text.as_bytes()), 0, "").await;
    }

    /// A phone sends a text as UCS-2 (UTF-16BE), as phones do with Arabic and emoji.
    pub(crate) async fn send_ucs2(&self, from: &str, to: &str, text: &str) {
        self.deliver(from, to, &hex(&utf16be(text)), 8, "").await;
    }

    /// A phone sends a long text in parts of at most 134 bytes, the last part first.
    pub(crate) async fn send_ucs2_parts(
        &self,
        from: &str,
        to: &str,
        text: &str,
        reference: u8,
    ) -> usize {
        let bytes = utf16be(text);
        let parts: Vec<&[u8]> = bytes.chunks(134).collect();
        for (index, part) in parts.iter().enumerate().rev() {
            let udh = format!("050003{reference:02x}{:02x}{:02x}", parts.len(), index + 1);
            self.deliver(from, to, &hex(part), 8, &udh).await;
        }
        parts.len()
    }

    async fn deliver(&self, from: &str, to: &str, hex: &str, data_coding: u8, udh: &str) {
        let body =
            json!({"from": from, "to": to, "hex": hex, "data_coding": data_coding, "udh": udh});
        let answer = post_json(&self.client, &format!("{}/deliver", self.control), &body)
            .await
            .expect("the SMSC answers");
        let text = answer.text().await.expect("a body");
        assert_eq!(text, r#"{"status":0}"#, "Kannel took the message");
    }

    /// What later delivery receipts say: `DELIVRD`, `UNDELIV`; empty sends none.
    pub(crate) async fn set_receipts(&self, stat: &str) {
        post_json(&self.client, &format!("{}/receipts", self.control), &json!({"stat": stat}))
            .await
            .expect("the SMSC answers");
    }

    /// All that a phone received so far, oldest first.
    pub(crate) async fn received_by(&self, phone: &str) -> Vec<Sms> {
        let all = get_json(&self.client, &format!("{}/sent", self.control)).await;
        let digits = phone.trim_start_matches('+');
        all.as_array()
            .expect("a list")
            .iter()
            .filter(|sms| sms["to"].as_str().is_some_and(|to| to.trim_start_matches('+') == digits))
            .map(|sms| Sms {
                from: sms["from"].as_str().unwrap_or_default().to_owned(),
                text: sms["text"].as_str().unwrap_or_default().to_owned(),
                data_coding: sms["data_coding"].as_u64().unwrap_or(99),
                parts: sms["parts"].as_u64().unwrap_or(0),
                sizes: sms["sizes"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_u64)
                    .collect(),
            })
            .collect()
    }

    /// Waits until a phone has received `count` messages.
    pub(crate) async fn wait_for(&self, phone: &str, count: usize) -> Vec<Sms> {
        wait_for(&format!("{count} messages at the phone"), Duration::from_secs(20), async || {
            let received = self.received_by(phone).await;
            (received.len() >= count).then_some(received)
        })
        .await
    }

    /// Waits until a gateway is bound.
    pub(crate) async fn wait_until_bound(&self) {
        wait_for("Kannel to bind to the SMSC", Duration::from_secs(20), async || {
            let bound = get_json(&self.client, &format!("{}/bound", self.control)).await;
            bound.as_u64().filter(|n| *n > 0)
        })
        .await;
    }
}

fn utf16be(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

fn hex(bytes: &[u8]) -> String {
    hex::encode(bytes)
}
