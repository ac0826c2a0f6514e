//! A code that is dialled. The test is the provider: it posts the forms that Africa's Talking documents, and is strict
//! about what it is answered: 200, `text/plain`, `CON ` or `END `, and no more on a screen than a phone shows.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use majlis_channels::fit::without_isolates;
use majlis_channels::ussd::screen::Room;
use serde_json::Value;

use crate::peers::consumer::Consumer;
use crate::peers::every_type::{TYPES, folder};
use crate::peers::gateway::PATH_SECRET;
use crate::peers::http::{client, send_sms};
use crate::peers::{Gateway, Phones};

const CHANNEL: &str = "
[[channel]]
id = \"dial\"
kind = \"ussd\"
service_code = \"*384*123#\"
path_secret = \"env:MAJLIS_DEMO_PATH_SECRET\"
languages = [\"ar\", \"en\", \"ur\", \"hi\"]
";

/// In the order they are offered.
const LANGS: [&str; 4] = ["ar", "en", "ur", "hi"];

/// A phone that has dialled: its number, and what the provider posts for it.
struct Line {
    http: reqwest::Client,
    hook: String,
    session: String,
    number: String,
    text: String,
}

/// What the phone shows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Screen {
    text: String,
    ends: bool,
}

impl Line {
    fn new(gateway: &Gateway, session: &str, number: &str) -> Self {
        Self {
            http: client(),
            hook: format!("{}/hooks/ussd/dial/{PATH_SECRET}", gateway.public),
            session: session.to_owned(),
            number: number.to_owned(),
            text: String::new(),
        }
    }

    /// Posts what was typed so far.
    async fn post(&self) -> Screen {
        let form = [
            ("sessionId", self.session.as_str()),
            ("phoneNumber", &self.number),
            ("networkCode", "63902"),
            ("serviceCode", "*384*123#"),
            ("text", &self.text),
        ];
        let body: Vec<String> =
            form.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let answer = self
            .http
            .post(&self.hook)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.join("&"))
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), 200);
        let kind = answer.headers()["content-type"].to_str().unwrap();
        assert!(kind.starts_with("text/plain"), "{kind}");
        let body = answer.text().await.unwrap();
        let (word, text) = body.split_at_checked(4).expect("a word and a screen");
        assert!(["CON ", "END "].contains(&word), "{body}");
        assert!(!text.is_empty() && Room::default().holds(text), "{text}");
        Screen { text: text.to_owned(), ends: word == "END " }
    }

    /// Types something, which the provider posts twice.
    async fn types(&mut self, input: &str) -> Screen {
        if !self.text.is_empty() {
            self.text.push('*');
        }
        self.text.push_str(input);
        let screen = self.post().await;
        assert_eq!(self.post().await, screen, "the same request shows the same screen");
        screen
    }

    /// Types something and turns the screens to the last; the words of all of them.
    async fn reads(&mut self, input: &str) -> Screen {
        let mut screen = self.types(input).await;
        let mut words = screen.text.clone();
        for _ in 0..20 {
            if !screen.text.lines().any(|line| line.starts_with("00 ")) {
                return Screen { text: words, ends: screen.ends };
            }
            screen = self.types("00").await;
            words = format!("{words}\n{}", screen.text);
        }
        panic!("screens without end: {words}");
    }
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn platform(gateway: &Gateway) -> Consumer {
    let said = gateway.ask(&["key", "new", "--entity", "town", "--json"]);
    let key: Value = serde_json::from_str(&said).unwrap();
    Consumer::new(&gateway.staff, key["key"].as_str().unwrap())
}

/// What a transcript says a resident sends, and what each submission then holds.
fn transcript(lang: &str, ask: &str) -> (Vec<String>, Vec<String>) {
    let text = fs::read_to_string(folder().join(lang).join(format!("{ask}.txt"))).unwrap();
    let lines = |mark: &str| {
        text.lines().filter_map(|line| line.strip_prefix(mark)).map(str::to_owned).collect()
    };
    (lines("> "), lines("= "))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_type_is_given_by_ussd_in_arabic_english_urdu_and_hindi() {
    let mut gateway = Gateway::of_every_type_with(CHANNEL, &[]);
    gateway.start().await;
    let platform = platform(&gateway);
    let (mut seen, mut conversations) = (0, 0);
    for (at, lang) in (1..).zip(LANGS) {
        for ask in TYPES {
            conversations += 1;
            let number = format!("+44770090{conversations:04}");
            let mut line = Line::new(&gateway, &format!("ATUid_{lang}_{ask}"), &number);
            let languages = line.post().await;
            assert_eq!(languages.text.lines().count(), LANGS.len(), "{}", languages.text);
            line.types(&at.to_string()).await;
            line.reads(&format!("{ask}-{lang}")).await;
            let (inputs, expected) = transcript(lang, ask);
            let mut last = Screen { text: String::new(), ends: false };
            for input in &inputs {
                assert!(
                    !last.ends,
                    "{lang} {ask}: the line is closed before {input}: {}",
                    last.text
                );
                last = line.reads(input).await;
            }
            let events = platform.events().await;
            let new = &events[seen..];
            seen = events.len();
            let found: Vec<String> = new
                .iter()
                .map(|event| {
                    let data = &event["data"];
                    assert_eq!(
                        (&data["channel"], &data["channel_id"]),
                        (&"ussd".into(), &"dial".into())
                    );
                    assert_eq!(data["language"]["used"], lang, "{ask}");
                    let answer = &data["answers"][0];
                    match answer.get("value") {
                        Some(value) => value.to_string(),
                        None => answer["status"].as_str().unwrap().to_owned(),
                    }
                })
                .collect();
            assert_eq!(found, expected, "{lang} {ask}");
            assert!(last.ends, "{lang} {ask}: {}", last.text);
            let receipt = new[0]["data"]["receipt"].as_str().unwrap();
            let declined = new[0]["data"]["status"] == "refused";
            let said = without_isolates(&last.text);
            assert!(declined || said.contains(receipt), "{lang} {ask}: {}", last.text);
        }
    }
    assert_eq!(conversations, 52);
    let said = gateway.said();
    assert!(!said.contains("4477009"), "no number in the log: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_is_cut_off_goes_on_by_sms_in_the_same_session() {
    let phones = Phones::start().await;
    let mut gateway = Gateway::new(CHANNEL, &[("MAJLIS_DEMO_PHONE_URL", &phones.url)]);
    gateway.start().await;
    let number = "+447700900901";
    let mut line = Line::new(&gateway, "ATUid_cut", number);
    line.post().await;
    line.types("2").await;
    line.reads("BUS").await;
    line.reads("4").await;
    // The operator closes the line; the gateway is told, and nothing hangs on it.
    let note = format!(
        "sessionId=ATUid_cut&status=Incomplete&phoneNumber={}&hopsCount=4",
        encoded(number)
    );
    let told = client()
        .post(format!("{}/events", line.hook))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(note)
        .send()
        .await
        .unwrap();
    assert_eq!(told.status(), 200);
    let again = Line::new(&gateway, "ATUid_again", number);
    let screen = again.post().await;
    assert!(screen.text.starts_with("You have not finished"), "{}", screen.text);
    assert!(phones.texts(number).is_empty(), "nothing of a line is sent by SMS");

    let hook = gateway.hook("phone");
    assert_eq!(
        send_sms(&client(), &hook, "1", number, "more shade at the stop").await.unwrap(),
        200
    );

    let events = gateway.consumer().wait_for(1).await;
    let data = &events[0]["data"];
    assert_eq!(data["feedback"]["score"], 4);
    assert_eq!(data["feedback"]["comment"], "more shade at the stop");
    assert_eq!(data["channel"], "sms");
    let texts = phones.wait_for(number, 1).await;
    assert!(texts[0].contains(data["receipt"].as_str().unwrap()), "{texts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_dies_in_the_middle_of_a_line_goes_on_with_it_and_counts_once() {
    let mut gateway = Gateway::new(CHANNEL, &[]);
    gateway.start().await;
    let mut line = Line::new(&gateway, "ATUid_kill", "+447700900902");
    line.post().await;
    line.types("2").await;
    line.reads("BUS").await;
    let asked = line.types("4").await;
    gateway.kill();
    gateway.start().await;
    line.hook = format!("{}/hooks/ussd/dial/{PATH_SECRET}", gateway.public);
    assert_eq!(line.post().await, asked, "the same request, after the new start");
    gateway.kill();
    gateway.start().await;
    // Also where it is not repeated first.
    let end = line.types("the driver was kind").await;
    assert!(end.ends, "{}", end.text);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let events = gateway.consumer().wait_for(1).await;
    assert_eq!(events[0]["data"]["feedback"]["score"], 4);
    assert_eq!(events[0]["data"]["feedback"]["comment"], "the driver was kind");
}

/// What a verb without a config prints, given this on standard input.
fn majlis(arguments: &[&str], typed: &str) -> Vec<Value> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_terminal_can_be_the_phone_and_screens_are_foretold() {
    let said =
        majlis(&["chat", "park-hours", "--channel", "ussd", "--lang", "en", "--json"], "2\n");
    let screens: Vec<&Value> = said.iter().filter(|line| line.get("ends").is_some()).collect();
    assert_eq!((&screens[0]["ends"], &screens[1]["ends"]), (&false.into(), &true.into()));
    let events: Vec<&Value> = said.iter().filter(|line| line.get("data").is_some()).collect();
    assert_eq!(events[0]["data"]["answers"][0]["value"]["option"], "later");
    assert_eq!(events[0]["data"]["channel"], "ussd");
    let foretold = majlis(&["preview", "park-hours", "--channel", "ussd", "--json"], "");
    let ask = |line: &&Value| line["lang"] == "en" && line["what"] == "ask";
    let shown = foretold.iter().find(ask).unwrap();
    assert_eq!(shown["screens"][0], screens[0]["text"], "as it was shown");
    let screens = foretold.iter().filter_map(|line| line["screens"].as_array());
    for screens in screens {
        for screen in screens {
            assert!(Room::default().holds(screen.as_str().unwrap()), "{screen}");
        }
    }
}
