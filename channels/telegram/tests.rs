//! The channel on a real socket, and its reading held against teloxide's types.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::post;
use serde_json::{Value, json};
use teloxide_core::types::{Update, UpdateKind};
use tokio::net::TcpListener;

use super::hooks::SECRET_HEADER;
use super::tap::Buttons;
use super::update::{Arrived, Said, read};
use super::*;
use crate::sms::http_client;
use crate::{
    Address, Channel, Content, Inbound, Intake, Message, Outgoing, Question, Received, Refused,
    Report, Sent,
};

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";
const TOKEN: &str = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcA";
const KEY: &[u8] = b"a secret of the tests, long enough";

#[derive(Default)]
struct Notebook {
    messages: Mutex<Vec<Inbound>>,
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

    async fn report(&self, _: Report) -> Result<(), Refused> {
        Ok(())
    }
}

fn settings(api_url: &str) -> TelegramSettings {
    TelegramSettings {
        id: "bot".to_owned(),
        token: TOKEN.to_owned(),
        mode: Mode::Webhook { secret: SECRET.to_owned() },
        public_url: "https://gw.example".to_owned(),
        api_url: api_url.to_owned(),
        key: KEY.to_vec(),
        per_second: 29,
        at_once: 8,
        commands: Vec::new(),
        files: crate::FileLimits::default(),
    }
}

fn channel(api_url: &str) -> TelegramChannel {
    TelegramChannel::new(settings(api_url), http_client().unwrap()).unwrap()
}

async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

/// A text message with more fields.
#[allow(clippy::needless_pass_by_value)] // read more easily where it is called
fn message(more: Value) -> Value {
    let mut message = json!({
        "message_id": 5, "date": 1_780_000_000, "text": "2",
        "from": {"id": 77, "is_bot": false, "first_name": "Noor", "language_code": "ar-AE"},
        "chat": {"id": 77, "type": "private", "first_name": "Noor"}
    });
    merge(&mut message, &more);
    json!({"update_id": 1, "message": message})
}

fn merge(into: &mut Value, more: &Value) {
    for (name, value) in more.as_object().unwrap() {
        match value {
            Value::Null => into.as_object_mut().unwrap().remove(name),
            value => into.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
}

fn read_strictly(update: &Value) -> Arrived {
    let known: Update = serde_json::from_str(&update.to_string()).unwrap();
    assert!(!matches!(known.kind, UpdateKind::Error(_)), "teloxide knows no such update: {update}");
    read(update.clone(), &Buttons::new(KEY, "bot"))
}

fn content(update: &Value) -> Content {
    match read_strictly(update) {
        Arrived::Said(said) => said.content,
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_commands_and_links_are_told_apart() {
    let text = |words: &str| Content::Text(words.to_owned());
    for (said, meant) in [
        ("2", text("2")),
        ("/stop", text("STOP")),
        ("/Help@majlis_bot", text("HELP")),
        ("/start", Content::Link(String::new())),
        ("/start park-hours_ar", Content::Link("park-hours_ar".to_owned())),
        ("/stop talking", text("/stop talking")),
        ("/", text("/")),
        ("1/2", text("1/2")),
    ] {
        assert_eq!(content(&message(json!({ "text": said }))), meant, "{said}");
    }
    let said = read_strictly(&message(json!({})));
    let lang = Some("ar".to_owned());
    assert_eq!(
        said,
        Arrived::Said(Said {
            person: 77,
            id: "m5".to_owned(),
            content: text("2"),
            lang,
            file: None
        })
    );
}

#[test]
fn what_is_not_the_residents_own_is_no_answer() {
    let somebody = json!({"id": 78, "is_bot": false, "first_name": "Sami"});
    let bot = json!({"id": 79, "is_bot": true, "first_name": "Bot", "username": "some_bot"});
    let origin = json!({"type": "user", "date": 1_780_000_000, "sender_user": somebody});
    let hidden = json!({"type": "hidden_user", "date": 1_780_000_000, "sender_user_name": "S"});
    for more in [
        json!({"forward_origin": origin}),
        json!({"forward_origin": hidden}),
        json!({"via_bot": bot}),
    ] {
        assert_eq!(content(&message(more)), Content::Aside("2".to_owned()));
    }
    let group = json!({"chat": {"id": -1001, "type": "supergroup", "title": "G"}});
    assert_eq!(read_strictly(&message(group)), Arrived::Unused("group"));
    assert_eq!(read_strictly(&message(json!({ "from": bot }))), Arrived::Unused("no person"));
    let post = json!({"message_id": 5, "date": 1_780_000_000, "text": "2",
        "chat": {"id": -1002, "type": "channel", "title": "C"},
        "sender_chat": {"id": -1002, "type": "channel", "title": "C"}});
    let posted = json!({"update_id": 1, "channel_post": post});
    assert_eq!(read_strictly(&posted), Arrived::Unused("other"));
}

#[test]
fn places_are_rounded_and_files_are_not_taken() {
    let at = json!({"text": null, "location": {"latitude": -25.204_849, "longitude": 55.270_782}});
    assert_eq!(content(&message(at)), Content::Place { lat: -25_205, lon: 55_271 });
    let photo =
        json!([{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9, "file_size": 9}]);
    let photo = json!({"text": null, "photo": photo, "caption": "the bench"});
    assert_eq!(content(&message(photo)), Content::Untaken("the bench".to_owned()));
    let contact =
        json!({"text": null, "contact": {"phone_number": "+971500000001", "first_name": "N"}});
    assert_eq!(content(&message(contact)), Content::Untaken(String::new()));
    // Out of the address book, whoever it is of; forwarded, though it once was the sender's own.
    for more in [json!({"user_id": 78}), json!({"user_id": -77})] {
        let mut contact = json!({"text": null, "contact":
            {"phone_number": "+971500000001", "first_name": "N"}});
        contact["contact"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(content(&message(contact)), Content::Untaken(String::new()));
    }
    let own = json!({"phone_number": "971500000001", "first_name": "N", "user_id": 77});
    let forwarded = json!({"text": null, "contact": own, "forward_origin":
        {"type": "hidden_user", "date": 1_780_000_000, "sender_user_name": "S"}});
    assert_eq!(content(&message(forwarded)), Content::Untaken(String::new()));
}

#[test]
fn ones_own_number_is_taken_with_or_without_its_plus() {
    for number in ["971500000001", "+971500000001", "+971 50 000 0001"] {
        let own = json!({"phone_number": number, "first_name": "N", "user_id": 77});
        let phone = crate::Address::phone("+971500000001").unwrap();
        let said = content(&message(json!({"text": null, "contact": own})));
        assert_eq!(said, Content::Contact(phone));
        assert_eq!(format!("{said:?}"), "Contact(…)");
    }
}

#[test]
fn a_field_nobody_knows_yet_loses_no_words() {
    let update = message(json!({
        "forward_origin_of_next_year": {"a": [1]}, "sender_boost_count": "many", "entities": "new form"
    }));
    let strict: Update = serde_json::from_str(&update.to_string()).unwrap();
    let text = match &strict.kind {
        UpdateKind::Message(message) => message.text(),
        _ => None,
    };
    assert_eq!(text, None, "a strict type loses it: {strict:?}");
    let read = read(update, &Buttons::new(KEY, "bot"));
    assert!(matches!(read, Arrived::Said(said) if said.content == Content::Text("2".to_owned())));
}

async fn hook(refuses: Option<Refused>) -> (String, Arc<Notebook>) {
    let notebook = Arc::new(Notebook { refuses, ..Notebook::default() });
    let address = serve(channel("http://127.0.0.1:9").routes(notebook.clone())).await;
    (format!("http://{address}/hooks/telegram/bot"), notebook)
}

async fn post_update(url: &str, secret: &str) -> reqwest::Response {
    let request = http_client().unwrap().post(url).header(SECRET_HEADER, secret);
    request.body(message(json!({})).to_string()).send().await.unwrap()
}

#[tokio::test]
async fn what_is_on_disk_is_answered_well_and_what_is_not_is_asked_for_again() {
    let (url, notebook) = hook(None).await;
    assert_eq!(post_update(&url, SECRET).await.status(), 200);
    let inbound = notebook.messages.lock().unwrap().remove(0);
    assert_eq!(inbound.from, Address::telegram(77));
    assert_eq!(
        (inbound.kind, inbound.channel.as_str(), inbound.provider_id.as_str()),
        ("telegram", "bot", "m5")
    );

    let (url, _) = hook(Some(Refused::Unavailable("disk".to_owned()))).await;
    let answer = post_update(&url, SECRET).await;
    assert_eq!(
        (answer.status(), &answer.headers()["retry-after"]),
        (StatusCode::SERVICE_UNAVAILABLE, &"5".parse().unwrap())
    );
    // What makes no sense would hold this person up for a day.
    let (url, _) = hook(Some(Refused::Nonsense("no such campaign".to_owned()))).await;
    assert_eq!(post_update(&url, SECRET).await.status(), 200);
}

#[tokio::test]
async fn nothing_is_read_without_the_secret() {
    let (url, notebook) = hook(None).await;
    for wrong in ["", "9", "9F86D081884C7D659A2FEAA0C55AD015", "9f86d081884c7d659a2feaa0c55ad0151"]
    {
        assert_eq!(post_update(&url, wrong).await.status(), 403);
    }
    assert!(notebook.messages.lock().unwrap().is_empty());
}

/// A Bot API that gives these answers in turn, and writes down what it was asked.
async fn answering(answers: &[(u16, Value)]) -> (String, Arc<Mutex<Vec<Value>>>) {
    type Shared = (Arc<Mutex<Vec<(u16, Value)>>>, Arc<Mutex<Vec<Value>>>);
    async fn answer(
        State((answers, asked)): State<Shared>,
        Path((_, method)): Path<(String, String)>,
        axum::Json(body): axum::Json<Value>,
    ) -> (StatusCode, axum::Json<Value>) {
        assert_eq!(method, "sendMessage");
        asked.lock().unwrap().push(body);
        let (status, answer) = answers.lock().unwrap().remove(0);
        (StatusCode::from_u16(status).unwrap(), axum::Json(answer))
    }
    let asked: Arc<Mutex<Vec<Value>>> = Arc::default();
    let state: Shared = (Arc::new(Mutex::new(answers.to_vec())), asked.clone());
    let router = Router::new().route("/{bot}/{method}", post(answer)).with_state(state);
    (format!("http://{}", serve(router).await), asked)
}

fn sent(id: i64) -> (u16, Value) {
    (200, json!({"ok": true, "result": {"message_id": id}}))
}

fn outgoing(text: &str) -> Outgoing {
    let options =
        vec![("later".to_owned(), "Later".to_owned()), ("same".to_owned(), "Same".to_owned())];
    Outgoing {
        delivery: "01JD".to_owned(),
        to: Address::telegram(77),
        from: None,
        message: Message {
            lang: "en".to_owned(),
            text: text.to_owned(),
            question: Some(Question {
                submission: Some("01JD0000000000000ABCDEFGHJ".to_owned()),
                step: "choice".to_owned(),
                ask: "choice".to_owned(),
                options,
                listed: true,
                ..Question::default()
            }),
            hint: None,
        },
    }
}

#[tokio::test]
async fn a_message_is_plain_text_with_a_button_a_row() {
    let (url, asked) = answering(&[sent(9)]).await;
    let outcome = channel(&url).send(&outgoing("*When*? _[x](y)")).await;
    assert_eq!(outcome, Sent::Accepted { provider_id: Some("9".to_owned()) });
    let asked = asked.lock().unwrap().remove(0);
    assert_eq!(
        (&asked["chat_id"], &asked["text"]),
        (&json!(77), &json!("*When*? _[x](y)\n1 Later\n2 Same"))
    );
    assert_eq!(asked.get("parse_mode"), None);
    let rows = asked["reply_markup"]["inline_keyboard"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1][0]["text"], "2 Same");
    let data = rows[1][0]["callback_data"].as_str().unwrap();
    let tap = Buttons::new(KEY, "bot").read(77, data).unwrap();
    assert_eq!((tap.step.as_str(), tap.value.as_str()), ("choice", "same"));
}

#[tokio::test]
async fn parts_that_went_are_not_sent_again_after_a_429() {
    let too_many = json!({"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 2",
        "parameters": {"retry_after": 2}});
    let (url, asked) = answering(&[sent(1), (429, too_many), sent(2)]).await;
    let channel = channel(&url);
    let message = outgoing(&format!("{}\n{}", "a".repeat(3000), "b".repeat(3000)));
    assert_eq!(channel.cost(&message.message), 2);

    let first = channel.send(&message).await;
    assert!(matches!(first, Sent::NotSent { retry_after: Some(_), .. }), "{first:?}");
    let held = channel.send(&message).await;
    assert!(matches!(held, Sent::NotSent { .. }), "no call while Telegram wants silence: {held:?}");
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(channel.send(&message).await, Sent::Accepted { provider_id: Some("2".to_owned()) });

    let asked = asked.lock().unwrap();
    let firsts: Vec<&str> = asked.iter().map(|a| &a["text"].as_str().unwrap()[..1]).collect();
    assert_eq!(firsts, ["a", "b", "b"]);
    assert!(asked[0].get("reply_markup").is_none(), "buttons are under the last part alone");
    assert!(asked[2].get("reply_markup").is_some());
}

#[tokio::test]
async fn nobody_listening_is_not_sent_and_no_address_of_ours_is_rejected() {
    let channel = channel("http://127.0.0.1:9");
    assert!(matches!(channel.send(&outgoing("hello")).await, Sent::NotSent { .. }));
    let mut message = outgoing("hello");
    message.to = Address::phone("+971500000001").unwrap();
    assert!(matches!(channel.send(&message).await, Sent::Rejected { opted_out: false, .. }));
}

#[test]
fn a_telegram_address_is_written_in_one_way() {
    let read = |uri: &str| Address::try_from(uri.to_owned());
    assert_eq!(read("telegram:77"), Ok(Address::telegram(77)));
    assert_eq!(read("telegram:0077"), Ok(Address::telegram(77)));
    for none in ["telegram:", "telegram:-5", "telegram:noor", "telegram:7 7"] {
        assert!(read(none).is_err(), "{none}");
    }
}

#[test]
fn settings_that_cannot_work_are_refused_with_a_mend() {
    let refused = |change: fn(&mut TelegramSettings)| {
        let mut settings = settings("https://api.telegram.org");
        change(&mut settings);
        let made = TelegramChannel::new(settings, http_client().unwrap());
        made.err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(refused(|_| {}), "");
    assert!(refused(|s| s.token = "hello".to_owned()).contains("BotFather"));
    assert!(refused(|s| s.mode = Mode::Webhook { secret: "short".to_owned() }).contains("openssl"));
    assert!(refused(|s| s.mode = Mode::Webhook { secret: "ü".repeat(40) }).contains("openssl"));
    assert!(refused(|s| s.api_url = "api.telegram.org".to_owned()).contains("https://"));
    assert!(refused(|s| s.per_second = 0).contains("1 or more"));
    assert!(
        !refused(|s| s.token = "123:secret".to_owned()).contains("123:secret"),
        "no secret in an error"
    );
}

fn file(update: &Value) -> Option<super::update::Carried> {
    match read_strictly(update) {
        Arrived::Said(said) => said.file,
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_a_photo_the_largest_size_is_fetched_and_of_other_files_the_one_there_is() {
    let size = |id: &str, width: u32| json!({"file_id": id, "file_unique_id": id, "width": width, "height": width, "file_size": 9});
    let photo = json!([size("small", 90), size("large", 1280), size("middle", 320)]);
    let more = json!({"text": null, "photo": photo, "media_group_id": "7", "caption": "the bench"});
    let carried = file(&message(more)).unwrap();
    assert_eq!((carried.file_id.as_str(), carried.album.as_deref()), ("large", Some("7")));
    assert_eq!((carried.size, carried.date), (Some(9), 1_780_000_000));
    let one = |more: Value| {
        let mut one = json!({"file_id": "f", "file_unique_id": "u", "file_size": 9});
        merge(&mut one, &more);
        one
    };
    for (name, what) in [
        ("voice", one(json!({"duration": 3}))),
        ("audio", one(json!({"duration": 3}))),
        ("video", one(json!({"duration": 3, "width": 9, "height": 9}))),
        ("video_note", one(json!({"duration": 3, "length": 9}))),
        ("document", one(json!({"file_name": "a.pdf"}))),
    ] {
        let update = message(json!({"text": null, name: what}));
        assert_eq!(file(&update).unwrap().file_id, "f", "{name}");
    }
    assert_eq!(file(&message(json!({}))), None);
}

#[test]
fn somebody_elses_file_is_not_fetched() {
    let voice = json!({"file_id": "f", "file_unique_id": "u", "file_size": 9, "duration": 3});
    let origin = json!({"type": "hidden_user", "sender_user_name": "Sami", "date": 1_780_000_000});
    assert_eq!(
        file(&message(json!({"text": null, "voice": voice, "forward_origin": origin}))),
        None
    );
}
