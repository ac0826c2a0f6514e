//! Real SMS: phones, an SMSC, a real Kannel, the gateway, and back again.

use std::time::Duration;

use serde_json::Value;

use crate::peers::gateway::PATH_SECRET;
use crate::peers::process::wait_for;
use crate::peers::{Gateway, Kannel, Smsc, Stumble, StumblingProxy, kannel};

/// The gateway behind a Kannel behind phones; between Kannel and gateway a network that may stumble.
pub(super) struct Line {
    pub(super) smsc: Smsc,
    pub(super) gateway: Gateway,
    network: StumblingProxy,
    _kannel: Kannel,
}

pub(super) const NUMBER: &str = "12345";

pub(super) const CHANNEL: &str = r#"
[[channel]]
id = "short-code"
kind = "sms"
provider = "kannel"
path_secret = "env:MAJLIS_DEMO_PATH_SECRET"
sender = "12345"
per_second = 50
burst = 50
[channel.send]
url = "env:TEST_KANNEL_URL"
username = "env:TEST_KANNEL_USER"
password = "env:TEST_KANNEL_PASSWORD"
"#;

impl Line {
    async fn open() -> Self {
        Self::open_to(|secrets| Gateway::new(CHANNEL, secrets)).await
    }

    /// With a gateway made of what it must know of Kannel.
    pub(super) async fn open_to(gateway: impl FnOnce(&[(&str, &str)]) -> Gateway) -> Self {
        let ports = kannel::Ports::free();
        let secrets = [
            ("TEST_KANNEL_URL", ports.smsbox_url()),
            ("TEST_KANNEL_USER", "majlis".to_owned()),
            ("TEST_KANNEL_PASSWORD", "kannel-password".to_owned()),
        ];
        let secrets: Vec<(&str, &str)> = secrets.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let mut gateway = gateway(&secrets);
        gateway.start().await;
        let network = StumblingProxy::start(&gateway.public).await;
        let hook = format!(
            "{}/hooks/sms/short-code/{PATH_SECRET}\
             ?id=%I&from=%p&to=%P&text=%b&charset=%C&time=%T",
            network.url()
        );
        let smsc = Smsc::start();
        let kannel = Kannel::start(ports, &smsc, &hook).await;
        Self { smsc, gateway, network, _kannel: kannel }
    }

    async fn events(&self, count: usize) -> Vec<Value> {
        self.gateway.consumer().wait_for(count).await
    }
}

fn data(event: &Value) -> &Value {
    &event["data"]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_english_answer_goes_in_and_a_receipt_comes_back() {
    let line = Line::open().await;
    let phone = "+447700900201";

    line.smsc.send_ascii(phone, NUMBER, "PARK").await;
    let question = line.smsc.wait_for(phone, 1).await.remove(0);
    assert_eq!((question.from.as_str(), question.data_coding), (NUMBER, 0));
    assert!(question.text.contains("2"), "the options are numbered: {}", question.text);
    line.smsc.send_ascii(phone, NUMBER, "2").await;
    let thanks = line.smsc.wait_for(phone, 2).await.remove(1);

    let event = line.events(1).await.remove(0);
    let receipt = data(&event)["receipt"].as_str().unwrap();
    assert!(thanks.text.contains(receipt), "{} holds {receipt}", thanks.text);
    assert_eq!(data(&event)["answers"][0]["value"]["option"], "later");
    assert_eq!(data(&event)["channel"], "sms");
    assert_eq!(data(&event)["channel_id"], "short-code");
    assert_eq!(data(&event)["provider"], "kannel");
    assert_eq!(data(&event)["language"]["used"], "en");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_arabic_answer_is_read_and_answered_in_arabic() {
    let line = Line::open().await;
    let phone = "+447700900202";

    line.smsc.send_ucs2(phone, NUMBER, "حديقة").await;
    let question = line.smsc.wait_for(phone, 1).await.remove(0);
    assert_eq!(question.data_coding, 8, "Arabic needs UCS-2");
    assert!(question.text.contains("الحدائق"), "{}", question.text);
    line.smsc.send_ucs2(phone, NUMBER, "٢").await;
    let thanks = line.smsc.wait_for(phone, 2).await.remove(1);

    let event = line.events(1).await.remove(0);
    assert!(thanks.text.contains(data(&event)["receipt"].as_str().unwrap()), "{}", thanks.text);
    assert_eq!(data(&event)["language"]["used"], "ar");
    let answer = &data(&event)["answers"][0];
    assert_eq!(answer["value"]["option"], "later");
    assert_eq!((&answer["raw"], &answer["read_as"]), (&"٢".into(), &"digit".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_idea_with_emoji_in_two_parts_arrives_whole() {
    let line = Line::open().await;
    let phone = "+447700900203";
    let idea = "نريد أشجاراً 🌳 ومقاعد مظللة 🪑 وماء بارداً 🚰 قرب ملعب الأطفال، ".repeat(2);
    let idea = idea.trim();

    line.smsc.send_ucs2(phone, NUMBER, "ظل").await;
    line.smsc.wait_for(phone, 1).await;
    let parts = line.smsc.send_ucs2_parts(phone, NUMBER, idea, 77).await;
    assert_eq!(parts, 2);
    line.smsc.wait_for(phone, 2).await;
    line.smsc.send_ucs2(phone, NUMBER, "قرب المدرسة 🏫").await;
    line.smsc.wait_for(phone, 3).await;

    let event = line.events(1).await.remove(0);
    let answers = &data(&event)["answers"];
    assert_eq!(answers[0]["value"]["text"], idea);
    assert_eq!(answers[1]["value"]["text"], "قرب المدرسة 🏫");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_report_reaches_the_delivery() {
    let line = Line::open().await;
    line.smsc.set_receipts("UNDELIV").await;
    let phone = "+447700900204";

    line.smsc.send_ascii(phone, NUMBER, "PARK").await;
    line.smsc.wait_for(phone, 1).await;

    let failed = wait_for("the delivery to be failed", Duration::from_secs(20), async || {
        let list = line.gateway.ask(&["queue", "dead", "--json"]);
        list.lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .find(|delivery| delivery["state"] == "failed")
    })
    .await;
    assert_eq!(failed["channel"], "short-code");
    assert_eq!(failed["attempts"], 1, "a failed report is no reason to send again");
}

#[tokio::test(flavor = "multi_thread")]
async fn retries_after_500_make_one_submission_and_one_reply() {
    let line = Line::open().await;
    let phone = "+447700900205";
    line.smsc.send_ascii(phone, NUMBER, "PARK").await;
    line.smsc.wait_for(phone, 1).await;
    let before = line.network.requests();

    line.network.stumble(&[Stumble::RequestLost, Stumble::AnswerLost, Stumble::AnswerLost]);
    line.smsc.send_ascii(phone, NUMBER, "3").await;
    wait_for("Kannel to try four times", Duration::from_secs(20), async || {
        (line.network.requests() >= before + 4).then_some(())
    })
    .await;
    line.smsc.wait_for(phone, 2).await;

    let event = line.events(1).await.remove(0);
    assert_eq!(data(&event)["answers"][0]["value"]["option"], "both");
    assert_eq!(line.smsc.received_by(phone).await.len(), 2, "one question and one thanks");
}
