//! A photo by Telegram, by email and on the form: the same event, the same bytes for whoever may fetch them, and
//! nothing of it anywhere once it was erased.

use std::fs;
use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::peers::bot_api::TOKEN;
use crate::peers::consumer::Consumer;
use crate::peers::http::client;
use crate::peers::mail::{Letter, MAILBOX, mail};
use crate::peers::process::wait_for;
use crate::peers::{BotApi, Gateway, Mail};

use super::form::browse;

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";
const ANNOUNCED: &str = "On Wed, 25 Nov 2026 at 10:00, City Parks <say@city.example> wrote:";
const PLACE: &str = "Palm Street, by the school";

/// As large as a photo, with a word to look for.
fn photo(canary: &str) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec();
    bytes.extend(canary.as_bytes());
    let noise = (0..9000_u32).flat_map(|at| Sha256::digest(at.to_be_bytes()).to_vec());
    bytes.extend(noise);
    bytes
}

const OPUS: &[u8] = b"OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01";

async fn telegram(api: &BotApi, mode: &str) -> Gateway {
    let secret = if mode == "webhook" { "webhook_secret = \"env:TEST_BOT_SECRET\"\n" } else { "" };
    let channel = format!(
        "[[channel]]\nid = \"bot\"\nkind = \"telegram\"\ntoken = \"env:TEST_BOT_TOKEN\"\nmode = \"{mode}\"\n\
         api_url = \"env:TEST_BOT_API\"\n{secret}"
    );
    let environment =
        [("TEST_BOT_TOKEN", TOKEN), ("TEST_BOT_SECRET", SECRET), ("TEST_BOT_API", &api.url)];
    let mut gateway = Gateway::new(&channel, &environment);
    gateway.start().await;
    api.wait_until_bot_listens().await;
    gateway
}

fn picture(event: &Value) -> &Value {
    let answers = event["data"]["answers"].as_array().expect("answers");
    answers.iter().find(|answer| answer["step"] == "picture").expect("a picture")
}

/// What must be the same whichever way it came.
fn essence(event: &Value) -> Value {
    let data = &event["data"];
    let answers = data["answers"].as_array().expect("answers");
    let answers: Vec<Value> =
        answers.iter().map(|a| json!([a["step"], a["ask"], a["status"], a["value"]])).collect();
    json!([data["action"], data["status"], data["counts"], data["campaign"], answers])
}

fn expected(bytes: &[u8]) -> Value {
    let hash = hex::encode(Sha256::digest(bytes));
    let file = json!({
        "media_type": "image/jpeg", "bytes": bytes.len(), "sha256": hash,
        "href": format!("/v1/files/{hash}")
    });
    json!(["recorded", "complete", true, "street-report", [
        ["consent", "consent", "answered", {"answer": "yes"}],
        ["what", "choice", "answered", {"option": "lamp"}],
        ["where", "place", "answered", {"text": PLACE}],
        ["since", "date", "skipped", null],
        ["picture", "file", "answered", {"files": [file]}],
    ]])
}

/// Whoever reads the queue gets the bytes; nobody else does.
async fn check_fetched(gateway: &Gateway, consumer: &Consumer, event: &Value, bytes: &[u8]) {
    let href = picture(event)["value"]["files"][0]["href"].as_str().expect("href").to_owned();
    let answer = consumer.fetch(&href).await;
    let header = |name: &str| answer.headers()[name].to_str().expect("text").to_owned();
    assert_eq!(answer.status(), 200);
    assert_eq!(header("content-type"), "image/jpeg");
    assert_eq!(header("content-length"), bytes.len().to_string());
    assert_eq!(header("x-content-type-options"), "nosniff");
    let disposition = header("content-disposition");
    assert!(disposition.starts_with("attachment; filename=\"") && disposition.ends_with(".jpg\""));
    assert_eq!(answer.bytes().await.expect("bytes"), bytes);
    for (base, want) in [(&gateway.staff, 401), (&gateway.public, 404)] {
        let answer = client().get(format!("{base}{href}")).send().await.expect("an answer");
        assert_eq!(answer.status(), want, "{base}");
    }
    let other = format!("/v1/files/{}", "0".repeat(64));
    for wrong in [other.as_str(), "/v1/files/..%2fmajlis.db", "/v1/files/.lock"] {
        assert_eq!(consumer.fetch(wrong).await.status(), 404, "{wrong}");
    }
}

/// How many files there hold this word.
fn count(folder: &Path, word: &str) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let of = |path: &Path| {
        let bytes = fs::read(path).unwrap_or_default();
        usize::from(bytes.windows(word.len()).any(|window| window == word.as_bytes()))
    };
    entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| if path.is_dir() { count(&path, word) } else { of(&path) })
        .sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_by_telegram_is_fetched_by_the_platform_and_erased_with_its_resident() {
    let api = BotApi::start().await;
    let gateway = telegram(&api, "webhook").await;
    let noor = api.person(3001, "en");
    for (at, text) in ["/start REPORT", "yes", "1", PLACE, "skip"].into_iter().enumerate() {
        noor.says(text);
        noor.wait_for(at + 1).await;
    }
    let bytes = photo("canary-kestrel");
    // The file servers of Telegram stumble: it brings the message again.
    api.break_downloads(2);
    noor.sends_photo(&bytes, None, None);
    noor.wait_for(6).await;

    let consumer = gateway.consumer();
    let event = consumer.wait_for(1).await.remove(0);
    assert_eq!(essence(&event), expected(&bytes));
    check_fetched(&gateway, &consumer, &event, &bytes).await;
    assert_eq!(count(&gateway.data(), "canary-kestrel"), 1);
    assert!(!gateway.said().contains(TOKEN) && !gateway.said().contains(&TOKEN[11..]), "the token");

    noor.says("ERASE");
    noor.wait_for(7).await;
    noor.says("2");
    noor.wait_for(8).await;
    assert_eq!(count(&gateway.data(), "canary-kestrel"), 0);
    let href = picture(&event)["value"]["files"][0]["href"].as_str().unwrap().to_owned();
    assert_eq!(consumer.fetch(&href).await.status(), 404);
    assert_eq!(api.faults(), [] as [String; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_a_recording_and_what_is_no_picture_by_telegram() {
    let api = BotApi::start().await;
    let gateway = telegram(&api, "polling").await;
    let noor = api.person(3002, "en");
    for (at, text) in ["/start REPORT", "yes", "1", PLACE, "skip"].into_iter().enumerate() {
        noor.says(text);
        noor.wait_for(at + 1).await;
    }
    noor.sends_document(b"MZ\x90\0 a program", 14, None);
    let told = noor.wait_for(6).await.remove(5);
    let told = told["text"].as_str().unwrap();
    assert!(told.contains("We take photos") && told.contains("picture of it"), "{told}");
    noor.sends_document(b"\xff\xd8\xff", 21 * 1024 * 1024, None);
    let told = noor.wait_for(7).await.remove(6);
    assert!(told["text"].as_str().unwrap().contains("10 megabytes"), "{told}");
    assert_eq!(api.downloads(), 1, "what is too large is not fetched");
    for name in ["one", "two", "three"] {
        noor.sends_photo(&photo(name), None, Some("13579"));
    }
    noor.wait_for(8).await;
    api.wait_until_all_taken().await;
    let consumer = gateway.consumer();
    let events = wait_for("all of the album", Duration::from_secs(20), async || {
        let events = consumer.events().await;
        let files = events.last().map(|event| picture(event)["value"]["files"].clone());
        files
            .is_some_and(|files| files.as_array().is_some_and(|all| all.len() == 3))
            .then_some(events)
    })
    .await;
    assert_eq!(noor.messages().len(), 8, "it is thanked for once");
    assert!(events.iter().all(|e| e["data"]["submission"] == events[0]["data"]["submission"]));

    let hind = api.person(3003, "en");
    hind.says("/start SHADE");
    hind.wait_for(1).await;
    hind.sends_voice(OPUS, None);
    let told = hind.wait_for(2).await.remove(1);
    assert!(told["text"].as_str().unwrap().contains("A person will read"), "{told}");
    assert_eq!(api.faults(), [] as [String; 0]);
}

/// An answer to a letter, with parts beside its words.
fn with_parts(letter: &Letter, from: &str, words: &str, parts: &[(&str, &[u8])]) -> String {
    let id = letter.field("Message-ID").expect("a Message-ID");
    let mut text = format!(
        "From: {from}\nTo: {}\nSubject: Re: your question\nMessage-ID: <parts-{}@home.example>\n\
         In-Reply-To: {id}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b0\"\n\n\
         --b0\nContent-Type: text/html; charset=utf-8\n\n<p>{words}</p><img src=\"cid:logo@x\">\n",
        letter.reply_to(),
        hex::encode(&Sha256::digest(&id)[..8]),
    );
    for (head, bytes) in parts {
        let encoded = STANDARD.encode(bytes);
        let lines: Vec<&str> =
            encoded.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
        text.push_str(&format!(
            "--b0\n{head}\nContent-Transfer-Encoding: base64\n\n{}\n",
            lines.join("\n")
        ));
    }
    text + "--b0--\n"
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_by_email_is_the_same_answer_and_what_programs_add_is_none() {
    let post = Mail::start().await;
    let mut gateway = Gateway::new(&post.channel(), &[]);
    gateway.start().await;
    let anna = "anna@home.example";
    post.send(anna, MAILBOX, &mail(anna, "REPORT", "")).await;
    let mut letter = post.wait_for(anna, 1).await.remove(0);
    for (at, words) in ["yes", "1", PLACE, "skip"].into_iter().enumerate() {
        post.send(anna, &letter.reply_to(), &letter.answer(anna, words, ANNOUNCED)).await;
        letter = post.wait_for(anna, at + 2).await.remove(at + 1);
    }
    assert!(letter.text().contains("Send a photo"), "{}", letter.text());
    let bytes = photo("canary-heron");
    let logo = [b"\x89PNG\r\n\x1a\n", &[7; 6000][..]].concat();
    let parts: [(&str, &[u8]); 5] = [
        ("Content-Type: image/png\nContent-ID: <logo@x>\nContent-Disposition: inline", &logo),
        ("Content-Type: image/gif\nContent-Disposition: inline", b"GIF89a\x01\0\x01\0"),
        ("Content-Type: application/ms-tnef; name=winmail.dat", b"\x78\x9f\x3e\x22\0\0"),
        (
            "Content-Type: text/x-vcard\nContent-Disposition: attachment; filename=a.vcf",
            b"BEGIN:VCARD",
        ),
        (
            "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"Anna.exe\"",
            &bytes,
        ),
    ];
    post.send(anna, &letter.reply_to(), &with_parts(&letter, anna, "Here it is", &parts)).await;
    post.wait_for(anna, 6).await;

    let consumer = gateway.consumer();
    let event = consumer.wait_for(1).await.remove(0);
    assert_eq!(essence(&event), expected(&bytes));
    assert_eq!(picture(&event)["raw"], "Here it is");
    check_fetched(&gateway, &consumer, &event, &bytes).await;
    assert!(!event.to_string().contains("Anna"), "no name of a file: {event}");
    gateway.ask(&["forget", &format!("mailto:{anna}")]);
    assert_eq!(count(&gateway.data(), "canary-heron"), 0, "also by another process");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_on_the_form_is_the_same_answer_in_a_browser_without_scripts() {
    let mut gateway = Gateway::new("", &[]);
    gateway.start().await;
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("my street.png"), folder.path().join("photo.jpg"));
    let bytes = photo("canary-ibis");
    fs::write(&good, &bytes).unwrap();
    fs::write(&bad, "<svg onload=alert(1)>").unwrap();
    let url = format!("{}/c/street-report?lang=en", gateway.public);

    let seen = browse(
        &url,
        json!([
            {"pick": "Yes"}, {"pick": "A lamp is out"}, {"write": PLACE}, {"skip": true},
            {"nothing": true},
            {"files": [&bad], "write": "by the gate"},
            {"files": [&good], "write": ""},
        ]),
    )
    .await;

    let page = |at: usize| &seen["pages"][at];
    assert!(page(4)["text"].as_str().unwrap().contains("10 megabytes"), "{}", page(4));
    assert!(page(5)["text"].as_str().unwrap().contains("No file has come"), "{}", page(5));
    assert_eq!(page(6)["alerts"], 1, "{}", page(6));
    assert!(page(6)["text"].as_str().unwrap().contains("We take photos"), "{}", page(6));
    assert!(seen["pages"].as_array().unwrap().iter().all(|page| page["sideways"] == false));
    let consumer = gateway.consumer();
    let event = consumer.wait_for(1).await.remove(0);
    assert_eq!(essence(&event), expected(&bytes));
    assert_eq!(picture(&event)["raw"], "by the gate", "the words were kept");
    check_fetched(&gateway, &consumer, &event, &bytes).await;
    assert!(!event.to_string().contains("my street"), "no name of a file");
}
