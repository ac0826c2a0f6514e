//! The same campaign on every kind of channel, with nothing written anew: every answer type, in Arabic, English, Urdu
//! and Hindi, through a real Kannel, a Bot API server, a real Dovecot and a real browser. However it was answered,
//! the submission is the same but for the fields that tell of the channel.
//!
//! `cargo test --test promises -- --nocapture matrix` prints the table.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::peers::bot_api::{TOKEN, buttons};
use crate::peers::every_type::TYPES;
use crate::peers::gateway::PATH_SECRET;
use crate::peers::mail::{MAILBOX, mail};
use crate::peers::process::{program, test_file};
use crate::peers::{BotApi, Gateway, Kannel, Mail, Smsc, kannel};

const LANGS: [&str; 4] = ["ar", "en", "ur", "hi"];
const NUMBER: &str = "12345";
/// Conversations held at a time on one channel.
const AT_ONCE: usize = 8;

const CHANNELS: &str = r#"
[[channel]]
id = "short-code"
kind = "sms"
provider = "kannel"
path_secret = "env:TEST_PATH_SECRET"
sender = "12345"
per_second = 100
burst = 100
[channel.send]
url = "env:TEST_KANNEL_URL"
username = "env:TEST_KANNEL_USER"
password = "env:TEST_KANNEL_PASSWORD"

[[channel]]
id = "bot"
kind = "telegram"
token = "env:TEST_BOT_TOKEN"
mode = "polling"
api_url = "env:TEST_BOT_API"
"#;

/// One conversation: a campaign in a language, and a number that makes its resident somebody of their own.
#[derive(Clone, Copy)]
struct Talk {
    ask: &'static str,
    lang: &'static str,
    number: usize,
}

fn talks() -> Vec<Talk> {
    let all = TYPES.iter().flat_map(|ask| LANGS.map(|lang| (*ask, lang)));
    all.enumerate().map(|(number, (ask, lang))| Talk { ask, lang, number }).collect()
}

impl Talk {
    fn keyword(self) -> String {
        format!("{}-{}", self.ask, self.lang)
    }

    /// What somebody types, where one types. Beside English machine-drafted.
    fn typed(self) -> &'static str {
        match (self.ask, self.lang) {
            ("choice", _) => "2",
            ("choices", _) => "1 3",
            ("consent" | "yes-no" | "reaction", _) => "1",
            ("date", _) => "25/12/2025",
            ("number", _) => "7",
            ("points", _) => "50 30 20",
            ("ranking", _) => "3 1",
            ("rating", _) => "4",
            ("place", "ar") => "خلف المدرسة الكبيرة",
            ("place", "en") => "behind the big school",
            ("place", "ur") => "بڑے اسکول کے پیچھے",
            ("place", _) => "बड़े स्कूल के पीछे",
            (_, "ar") => "نريد مقاعد في الظل قرب موقف الحافلة",
            (_, "en") => "We want seats in the shade beside the bus stop",
            (_, "ur") => "ہمیں بس اسٹاپ کے پاس سائے میں بیٹھنے کی جگہ چاہیے",
            (_, _) => "हमें बस स्टॉप के पास छाया में बैठने की जगह चाहिए",
        }
    }

    /// What somebody does on the page.
    fn on_page(self) -> Value {
        match self.ask {
            "choice" => json!({"codes": ["bus"]}),
            "choices" => json!({"codes": ["shade", "light"]}),
            "consent" | "yes-no" => json!({"codes": ["yes"]}),
            "points" => json!({"shares": {"shade": "50", "bus": "30", "light": "20"}}),
            "ranking" => json!({"shares": {"light": "1", "shade": "2"}}),
            "rating" => json!({"codes": ["4"]}),
            "reaction" => json!({"codes": ["agree"]}),
            _ => json!({"write": self.typed()}),
        }
    }

    /// What must come of it.
    fn value(self) -> Value {
        match self.ask {
            "choice" => json!({"option": "bus"}),
            "choices" => json!({"options": ["shade", "light"]}),
            "consent" | "yes-no" => json!({"answer": "yes"}),
            "date" => json!({"date": "2025-12-25"}),
            "number" => json!({"number": 7}),
            "points" => json!({"points": {"shade": 50, "bus": 30, "light": 20}}),
            "ranking" => json!({"ranking": ["light", "shade"]}),
            "rating" => json!({"score": 4, "min": 1, "max": 5}),
            "reaction" => json!({"statement": "slow", "reaction": "agree"}),
            // Words do instead of a file.
            _ => json!({"text": self.typed()}),
        }
    }
}

/// The gateway with everybody around it.
struct World {
    gateway: Gateway,
    smsc: Smsc,
    _kannel: Kannel,
    api: BotApi,
    mail: Mail,
}

impl World {
    async fn open() -> Self {
        let (ports, api, mail) =
            (kannel::Ports::free(), BotApi::start().await, Mail::start().await);
        let smsbox = ports.smsbox_url();
        let environment = [
            ("TEST_PATH_SECRET", PATH_SECRET),
            ("TEST_KANNEL_URL", smsbox.as_str()),
            ("TEST_KANNEL_USER", "majlis"),
            ("TEST_KANNEL_PASSWORD", "kannel-password"),
            ("TEST_BOT_TOKEN", TOKEN),
            ("TEST_BOT_API", &api.url),
        ];
        let channels = format!("{CHANNELS}{}", mail.channel());
        let mut gateway = Gateway::of_every_type_with(&channels, &environment);
        gateway.start().await;
        let hook = format!(
            "{}?id=%I&from=%p&to=%P&text=%b&charset=%C&time=%T",
            gateway.hook("short-code")
        );
        let smsc = Smsc::start();
        let kannel = Kannel::start(ports, &smsc, &hook).await;
        api.wait_until_bot_listens().await;
        Self { gateway, smsc, _kannel: kannel, api, mail }
    }

    async fn by_sms(&self, talk: Talk) {
        let phone = format!("+44770090{:04}", 1000 + talk.number);
        self.smsc.send_ascii(&phone, NUMBER, &talk.keyword()).await;
        self.smsc.wait_for(&phone, 1).await;
        if talk.typed().is_ascii() {
            self.smsc.send_ascii(&phone, NUMBER, talk.typed()).await;
        } else {
            self.smsc.send_ucs2(&phone, NUMBER, talk.typed()).await;
        }
        self.smsc.wait_for(&phone, 2).await;
    }

    /// By a button where there is one that says it all, else in words.
    async fn by_telegram(&self, talk: Talk) {
        let person = self.api.person(7000 + i64::try_from(talk.number).unwrap(), talk.lang);
        person.says(&talk.keyword());
        let question = person.wait_for(1).await.remove(0);
        let label =
            buttons(&question).into_iter().find(|(label, _)| label.starts_with(talk.typed()));
        match label {
            Some((label, _)) => person.taps(question["message_id"].as_i64().unwrap(), &label),
            None => {
                person.says(talk.typed());
            }
        }
        person.wait_for(2).await;
    }

    async fn by_email(&self, talk: Talk) {
        let who = format!("{}@home.example", talk.keyword());
        self.mail.send(&who, MAILBOX, &mail(&who, &talk.keyword(), "")).await;
        let question = self.mail.wait_for(&who, 1).await.remove(0);
        let answer = question.answer(&who, talk.typed(), "On Tuesday City Parks wrote:");
        self.mail.send(&who, &question.reply_to(), &answer).await;
        self.mail.wait_for(&who, 2).await;
    }

    /// One after the other, in one browser.
    async fn by_page(&self) {
        let conversations = talks().into_iter().map(|talk| {
            let url = format!("{}/c/{}?lang={}", self.gateway.public, talk.ask, talk.lang);
            json!({"url": url, "answers": [talk.on_page()]})
        });
        let out = tokio::process::Command::new(program("node"))
            .arg(test_file("peers/browser.js"))
            .arg(Value::from_iter(conversations).to_string())
            .output()
            .await
            .expect("node is there");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }
}

/// All conversations on one channel, some at a time.
async fn hold_all(hold: impl AsyncFn(Talk)) {
    for some in talks().chunks(AT_ONCE) {
        futures_util::future::join_all(some.iter().map(|talk| hold(*talk))).await;
    }
}

/// A submission without what tells of its channel, of its resident, of the moment and of the way an answer was read.
fn bare(data: &Value) -> Value {
    let mut data = data.clone();
    let all = data.as_object_mut().unwrap();
    for field in [
        "submission",
        "receipt",
        "channel",
        "channel_id",
        "provider",
        "entry",
        "participant",
        "started_at",
        "completed_at",
    ] {
        all.remove(field);
    }
    for field in ["by", "detected"] {
        data["language"].as_object_mut().unwrap().remove(field);
    }
    if let Some(consent) = data.get_mut("consent") {
        consent.as_object_mut().unwrap().remove("at");
    }
    for answer in data["answers"].as_array_mut().unwrap() {
        for field in ["raw", "read_as", "confidence", "attempts", "at"] {
            answer.as_object_mut().unwrap().remove(field);
        }
    }
    data
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_type_in_four_languages_is_the_same_submission_on_every_kind_of_channel() {
    let world = World::open().await;
    tokio::join!(
        hold_all(async |talk| world.by_sms(talk).await),
        hold_all(async |talk| world.by_telegram(talk).await),
        hold_all(async |talk| world.by_email(talk).await),
        world.by_page(),
    );

    const KINDS: [&str; 4] = ["sms", "telegram", "email", "web"];
    let events = world.gateway.consumer_of("town").wait_for(talks().len() * KINDS.len()).await;
    let mut found: BTreeMap<(&str, &str, &str), Vec<&Value>> = BTreeMap::new();
    for event in &events {
        let text = |field: &str| event["data"][field].as_str().unwrap();
        let lang = event["data"]["language"]["used"].as_str().unwrap();
        found.entry((text("campaign"), lang, text("channel"))).or_default().push(&event["data"]);
    }
    for talk in talks() {
        let of = |kind: &'static str| {
            let all = found.get(&(talk.ask, talk.lang, kind));
            let all = all.unwrap_or_else(|| panic!("{} by {kind}: no submission", talk.keyword()));
            assert_eq!(all.len(), 1, "{} by {kind}", talk.keyword());
            bare(all[0])
        };
        let first = of(KINDS[0]);
        assert_eq!(first["answers"][0]["value"], talk.value(), "{}", talk.keyword());
        for kind in &KINDS[1..] {
            assert_eq!(of(kind), first, "{} by {kind} and by {}", talk.keyword(), KINDS[0]);
        }
        println!("{:<9} {}  {}", talk.ask, talk.lang, first["answers"][0]);
    }
}
