//! Photos, recordings and documents: what they answer, what is kept of them, and that they go with their resident.

use std::fs;
use std::path::PathBuf;

use axum::body::Bytes;
use majlis_channels::{Attached, FileLimits, Files, Refused, Unfit};

use super::*;

const NOOR: u64 = 81;

fn photo(name: &str) -> Attached {
    let bytes = [b"\xff\xd8\xff\xe0", name.as_bytes()].concat();
    Attached::new(Bytes::from(bytes), &FileLimits::default()).unwrap()
}

fn sends(files: &[Attached], words: &str) -> Files {
    Files { files: files.to_vec(), words: words.to_owned(), ..Files::default() }
}

impl Talk {
    async fn try_from_telegram(&self, who: u64, content: Content) -> Result<Vec<Message>, Refused> {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        self.try_with_id(who, id, content).await
    }

    async fn try_with_id(
        &self,
        who: u64,
        provider_id: String,
        content: Content,
    ) -> Result<Vec<Message>, Refused> {
        let inbound = Inbound {
            channel: "bot".to_owned(),
            kind: "telegram",
            provider: None,
            from: Address::telegram(who),
            to: None,
            provider_id,
            content,
            received_at: super::super::now(),
            lang: Some("en".to_owned()),
            sender: majlis_channels::Proof::Proven,
            answers: None,
        };
        Ok(self.gateway.receive(inbound).await?.replies)
    }

    async fn types(&self, who: u64, text: &str) -> String {
        let content = Content::Text(text.to_owned());
        texts(&self.try_from_telegram(who, content).await.unwrap())
    }

    async fn brings(&self, who: u64, files: Files) -> String {
        let content = Content::Files(Box::new(files));
        texts(&self.try_from_telegram(who, content).await.unwrap())
    }

    /// Up to the question for a picture.
    async fn reports(&self, who: u64) -> String {
        for text in ["REPORT", "yes", "1", "Palm Street, by the school"] {
            self.types(who, text).await;
        }
        self.types(who, "skip").await
    }

    fn folder(&self) -> PathBuf {
        self.gateway.settings.files.folder().to_owned()
    }

    fn on_disk(&self) -> Vec<Vec<u8>> {
        let Ok(entries) = fs::read_dir(self.folder()) else { return Vec::new() };
        let paths = entries.map(|entry| entry.unwrap().path());
        let all = paths.filter(|path| path.file_name().is_some_and(|name| name.len() == 64));
        all.map(|path| fs::read(path).unwrap()).collect()
    }
}

fn texts(messages: &[Message]) -> String {
    messages.iter().map(fit::plain).collect::<Vec<_>>().join("\n")
}

fn files_of(event: &Value) -> Vec<Value> {
    let answers = event["answers"].as_array().unwrap();
    let picture = answers.iter().find(|answer| answer["ask"] == "file").unwrap();
    picture["value"]["files"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_photo_answers_a_question_for_a_file_and_is_on_disk() {
    let talk = Talk::start();
    let asked = talk.reports(NOOR).await;
    assert!(asked.contains("Send a photo"), "{asked}");
    let thanks = talk.brings(NOOR, sends(&[photo("lamp")], "it is dark here")).await;
    let event = talk.events().await.remove(0);
    assert!(thanks.contains(event["receipt"].as_str().unwrap()), "{thanks}");
    let answer = event["answers"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&answer["raw"], &answer["status"]),
        (&"it is dark here".into(), &"answered".into())
    );
    let file = files_of(&event).remove(0);
    let hash = hex::encode(photo("lamp").sha256);
    assert_eq!((&file["media_type"], &file["bytes"]), (&"image/jpeg".into(), &8.into()));
    assert_eq!(file["sha256"], hash.as_str());
    assert_eq!(file["href"], format!("/v1/files/{hash}"));
    assert_eq!(talk.on_disk(), [photo("lamp").bytes]);
}

#[tokio::test]
async fn words_do_instead_of_a_file() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    talk.types(NOOR, "The third lamp from the school").await;
    let event = talk.events().await.remove(0);
    let answer = event["answers"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(answer["value"]["text"], "The third lamp from the school");
}

#[tokio::test]
async fn an_album_is_one_answer_however_many_messages_it_comes_in() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    let of_album = |name: &str| Files { album: Some("77".into()), ..sends(&[photo(name)], "") };
    assert!(!talk.brings(NOOR, of_album("one")).await.is_empty());
    for name in ["two", "two", "three"] {
        assert_eq!(talk.brings(NOOR, of_album(name)).await, "", "said once");
    }
    let events = talk.events().await;
    assert_eq!(files_of(events.last().unwrap()).len(), 3);
    assert_eq!(events.last().unwrap()["action"], "corrected");
    assert!(events.iter().all(|event| event["submission"] == events[0]["submission"]));
    assert_eq!(talk.on_disk().len(), 3);
    for name in ["four", "five"] {
        assert_eq!(talk.brings(NOOR, of_album(name)).await, "");
    }
    let told = talk.brings(NOOR, of_album("six")).await;
    assert!(told.contains("We take 5 at most"), "{told}");
    assert_eq!((files_of(talk.events().await.last().unwrap()).len(), talk.on_disk().len()), (5, 5));
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_and_the_rest_is_taken() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    let unfit = Files { unfit: vec![Unfit::Kind, Unfit::TooLarge], ..sends(&[], "") };
    let told = talk.brings(NOOR, unfit).await;
    assert!(told.contains("photos, recordings, videos and PDF"), "{told}");
    assert!(told.contains("10 megabytes") && told.contains("picture of it"), "{told}");
    assert!(talk.events().await.is_empty());
    let some = Files { unfit: vec![Unfit::Empty], ..sends(&[photo("lamp")], "") };
    let told = talk.brings(NOOR, some).await;
    assert!(told.starts_with("A file was not taken: nothing is in it."), "{told}");
    assert_eq!(files_of(&talk.events().await[0]).len(), 1);
}

#[tokio::test]
async fn a_file_that_nobody_asked_for_is_not_kept_and_its_words_are_taken() {
    let talk = Talk::start();
    talk.types(NOOR, "PARK").await;
    let told = talk.brings(NOOR, sends(&[photo("cat")], "2")).await;
    assert!(told.contains("No file is asked for here"), "{told}");
    assert_eq!(talk.events().await[0]["answers"][0]["value"]["option"], "later");
    let told = talk.brings(NOOR, sends(&[photo("cat")], "")).await;
    assert!(told.contains("No file is asked for here"), "{told}");
    assert!(talk.on_disk().is_empty());
}

#[tokio::test]
async fn a_caption_is_the_idea_and_its_photo_stands_beside_it() {
    let talk = Talk::start();
    talk.types(NOOR, "SHADE").await;
    talk.brings(NOOR, sends(&[photo("street")], "Trees along this street")).await;
    talk.types(NOOR, "skip").await;
    let event = talk.events().await.remove(0);
    assert_eq!(event["answers"][0]["value"]["text"], "Trees along this street");
    let hash = hex::encode(photo("street").sha256);
    assert_eq!(event["answers"][0]["files"][0]["sha256"], hash.as_str());
    assert_eq!(event["idea"]["files"][0]["sha256"], hash.as_str());
    assert_eq!(event["counts"], true);
    assert_eq!(talk.on_disk().len(), 1);
}

#[tokio::test]
async fn a_voice_note_where_words_are_asked_for_is_kept_for_a_person() {
    let talk = Talk::start();
    talk.types(NOOR, "SHADE").await;
    let told = talk.brings(NOOR, sends(&[photo("voice")], "")).await;
    assert!(told.contains("A person will read"), "{told}");
    talk.types(NOOR, "skip").await;
    let event = talk.events().await.remove(0);
    assert_eq!(event["answers"][0]["status"], "unclear");
    assert_eq!(event["answers"][0]["files"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&event["counts"], &event["not_counted_because"]),
        (&false.into(), &"under_review".into())
    );
}

#[tokio::test]
async fn stop_and_danger_in_a_caption_are_heard() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    let told = talk.brings(NOOR, sends(&[photo("a")], "STOP")).await;
    assert!(told.contains("no more messages"), "{told}");
    assert!(talk.on_disk().is_empty());
    let other = NOOR + 1;
    talk.reports(other).await;
    let told =
        talk.brings(other, sends(&[photo("b")], "people are trapped, there is a fire")).await;
    assert!(told.contains("999"), "{told}");
    assert_eq!(files_of(talk.events().await.last().unwrap()).len(), 1, "and the picture is kept");
    assert!(talk.kept().await.iter().any(|(why, _)| *why == KeptBecause::Danger));
}

#[tokio::test]
async fn stop_all_is_no_caption_and_after_stop_an_album_adds_nothing() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    let told = talk.brings(NOOR, sends(&[photo("a")], "STOP ALL")).await;
    assert!(told.contains("no more messages"), "{told}");
    assert!(talk.on_disk().is_empty());
    let other = NOOR + 1;
    talk.reports(other).await;
    let of_album = |name: &str| Files { album: Some("78".into()), ..sends(&[photo(name)], "") };
    talk.brings(other, of_album("one")).await;
    talk.types(other, "STOP").await;
    let before = talk.events().await.len();
    talk.brings(other, of_album("two")).await;
    assert_eq!((talk.events().await.len(), talk.on_disk().len()), (before, 1));
}

#[tokio::test]
async fn an_erasure_leaves_no_byte_of_a_file_unless_somebody_else_sent_the_same() {
    let talk = Talk::start();
    for (who, files) in [(NOOR, vec![photo("own"), photo("both")]), (NOOR + 1, vec![photo("both")])]
    {
        talk.reports(who).await;
        talk.brings(who, sends(&files, "")).await;
    }
    assert_eq!(talk.on_disk().len(), 2);
    let told = talk.types(NOOR, "ERASE").await;
    assert!(told.contains("2 "), "{told}");
    talk.types(NOOR, "2").await;
    assert_eq!(talk.on_disk(), [photo("both").bytes]);
    talk.gateway.forget(&Address::telegram(NOOR + 1), super::super::now()).await.unwrap();
    assert!(talk.on_disk().is_empty());
    let events = talk.events().await;
    assert!(!Value::from(events).to_string().contains("sha256"));
}

#[tokio::test]
async fn what_is_taken_back_keeps_its_files_as_it_keeps_its_words() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    talk.brings(NOOR, sends(&[photo("lamp")], "")).await;
    talk.types(NOOR, "ERASE").await;
    talk.types(NOOR, "1").await;
    assert_eq!(talk.events().await.last().unwrap()["action"], "withdrawn");
    assert_eq!(talk.on_disk().len(), 1, "the earlier event names it");
}

#[tokio::test]
async fn a_file_is_listed_by_number_where_answers_are_listed() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    talk.brings(NOOR, sends(&[photo("a"), photo("b")], "")).await;
    let list = talk.types(NOOR, "CHANGE").await;
    assert!(list.contains("Files: 2"), "{list}");
}

/// The machine dies, or the store fails, after the file was written: nothing was acknowledged.
#[tokio::test]
async fn a_file_whose_commit_never_came_is_swept_and_no_event_names_it() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    talk.store.close().await;
    let content = Content::Files(Box::new(sends(&[photo("lost")], "")));
    let refused = talk.try_from_telegram(NOOR, content).await;
    assert!(matches!(refused, Err(Refused::Unavailable(_))), "to be sent again");
    assert_eq!(talk.on_disk().len(), 1);
    assert!(talk.events().await.is_empty());
    let home = &talk.gateway.settings.files;
    assert_eq!(home.sweep(super::super::now()).await.unwrap().files, 0);
    assert_eq!(home.sweep(after(2)).await.unwrap().files, 1);
    assert!(talk.on_disk().is_empty());
}

/// Where no file can be written nothing is acknowledged, and nothing is committed.
#[tokio::test]
async fn an_event_never_names_a_file_that_is_not_there() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    fs::write(talk.folder(), "no folder").unwrap();
    let content = Content::Files(Box::new(sends(&[photo("lamp")], "")));
    let refused = talk.try_from_telegram(NOOR, content).await;
    assert!(matches!(refused, Err(Refused::Unavailable(why)) if why.contains("[files]")));
    assert!(talk.events().await.is_empty());
    fs::remove_file(talk.folder()).unwrap();
    talk.brings(NOOR, sends(&[photo("lamp")], "")).await;
    assert_eq!(files_of(&talk.events().await[0]).len(), 1, "it comes again");
}

#[tokio::test]
async fn the_clock_sweeps() {
    let talk = Talk::start();
    let (file, home) = (photo("orphan"), &talk.gateway.settings.files);
    drop(home.keep(vec![(file.sha256, file.bytes)]).await.unwrap());
    talk.later(0).await;
    assert_eq!(talk.on_disk().len(), 1);
    talk.later(2).await;
    assert!(talk.on_disk().is_empty());
}

#[tokio::test]
async fn a_photo_on_the_form_answers_its_step_also_an_earlier_one() {
    let talk = Talk::start();
    let form = |step: &str, value: &str| Content::Form {
        campaign: "street-report".to_owned(),
        step: step.to_owned(),
        value: value.to_owned(),
        skip: value.is_empty(),
    };
    for (id, (step, value)) in
        [("consent", "yes"), ("what", "lamp"), ("where", "Palm Street"), ("since", "")]
            .into_iter()
            .enumerate()
    {
        talk.send("s1", &id.to_string(), form(step, value), Some("en")).await;
    }
    let page = |name: &str| {
        let page = Some(("street-report".to_owned(), "picture".to_owned()));
        Content::Files(Box::new(Files { page, ..sends(&[photo(name)], "") }))
    };
    talk.send("s1", "f1", page("one"), Some("en")).await;
    let event = talk.events().await.remove(0);
    assert_eq!(files_of(&event).len(), 1);
    let answer = event["answers"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&answer["read_as"], &event["channel"]), (&"form".into(), &"web".into()));
    talk.send("s1", "f2", page("two"), Some("en")).await;
    assert_eq!((talk.events().await.len(), talk.on_disk().len()), (1, 1), "the page was old");
}

#[tokio::test]
async fn an_answer_that_is_replaced_before_anybody_was_told_lets_go_of_its_file() {
    let talk = Talk::start();
    talk.types(NOOR, "SHADE").await;
    talk.brings(NOOR, sends(&[photo("first")], "Trees")).await;
    assert_eq!(talk.on_disk().len(), 1);
    talk.types(NOOR, "back").await;
    talk.types(NOOR, "Benches instead").await;
    assert!(talk.on_disk().is_empty());
    talk.types(NOOR, "skip").await;
    assert_eq!(talk.events().await[0]["answers"][0]["files"], Value::Null);
}

#[tokio::test]
async fn the_same_id_with_another_file_is_kept_and_flagged_and_with_the_same_one_a_duplicate() {
    let talk = Talk::start();
    talk.reports(NOOR).await;
    for name in ["one", "one", "two"] {
        let content = Content::Files(Box::new(sends(&[photo(name)], "")));
        talk.try_with_id(NOOR, "same".to_owned(), content).await.unwrap();
    }
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_eq!(events[1]["flags"], serde_json::json!(["id_conflict"]));
    let hash = hex::encode(photo("two").sha256);
    assert_eq!(events[1]["answers"][0]["files"][0]["sha256"], hash.as_str());
    assert_eq!(talk.on_disk().len(), 2, "no event names a file that is not there");
}
