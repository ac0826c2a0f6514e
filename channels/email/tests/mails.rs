//! What is understood of mails: the words of the resident, and no others.

use std::fs;
use std::path::PathBuf;

use super::super::receive::Taken;
use super::super::walls;
use super::*;
use crate::{Address, Content, Proof};

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("email/tests/fixtures");
    fs::read(folder.join(format!("{name}.eml"))).unwrap_or_else(|e| panic!("{name}: {e}"))
}

// Words in languages other than English are machine-drafted.
const WORDS: [(&str, &str); 45] = [
    ("gmail-en", "2"),
    ("gmail-en-wrapped", "Later please"),
    ("gmail-ar", "\u{200f}٢"),
    ("outlook-ar", "أفضل أن تغلق لاحقاً"),
    ("outlook-ar-unmarked", "أفضل أن تغلق لاحقاً"),
    ("apple-ar", "نعم"),
    ("gmail-fr", "Plus tard"),
    ("outlook-fr", "Plus tard, merci"),
    ("gmail-hi", "2"),
    ("gmail-ur", "دیر سے"),
    ("gmail-fa", "۲"),
    ("gmail-bn", "২"),
    ("gmail-ml", "വൈകി"),
    ("gmail-ta", "2"),
    ("gmail-te", "2"),
    ("gmail-ne", "२"),
    ("gmail-si", "2"),
    ("gmail-ru", "позже"),
    ("gmail-id", "2"),
    ("gmail-tl", "2"),
    ("gmail-zh", "2"),
    ("gmail-am", "2"),
    ("gmail-ps", "۲"),
    ("outlook-en", "I would keep them open."),
    ("below-the-quotation", "2"),
    ("between-the-lines", "At the bus stop\nA tree"),
    ("signature", "2"),
    ("phone-signature", "2"),
    (
        "says-wrote",
        "In 2024 the mayor wrote that 3 trees would come:\nthey never came. From: the people. Please plant them.",
    ),
    ("empty-body-keyword-in-subject", "PARK"),
    ("keyword-in-subject-and-words", "PARK\nGood day, I would like to take part."),
    ("keyword-in-body", "PARK"),
    ("stop-in-subject", "STOP"),
    ("encoded-subject", "حديقة"),
    ("cp1256", "نعم، أريد أن تغلق الحدائق لاحقاً"),
    ("cp1256-called-utf8", "نعم، أريد أن تغلق الحدائق لاحقا"),
    ("cp1256-called-latin1", "نعم، أريد أن تغلق الحدائق لاحقا"),
    ("cp1256-unlabelled", "نعم، أريد أن تغلق الحدائق لاحقا"),
    ("iso-8859-6-base64", "نعم أريد لاحقا"),
    ("utf8-quoted-printable", "٢ 🌳"),
    ("html-only", "Later, if possible & with light"),
    ("html-only-outlook", "2"),
    ("alternative-and-picture", "2"),
    // The same once more: the table is read by file, not by order.
    ("gmail-en", "2"),
    ("signature", "2"),
];

#[tokio::test]
async fn of_every_mail_only_the_residents_own_words_are_left() {
    let mut wrong = Vec::new();
    for (name, want) in WORDS {
        let (channel, desk) = (channel(), Desk::default());
        let taken = channel.receiver.take(fixture(name), &desk).await.unwrap();
        let inbound = desk.inbound.lock().unwrap();
        match inbound.first().map(|inbound| &inbound.content) {
            Some(Content::Text(text)) if text == want => {}
            Some(Content::Files(files)) if files.words == want => {}
            Some(Content::Text(text)) => wrong.push(format!("{name}: {text:?}")),
            _ => wrong.push(format!("{name}: {taken:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_machines_send_is_never_handed_in() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("email/tests/fixtures");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !name.starts_with("machine-") {
            continue;
        }
        seen += 1;
        let (channel, desk) = (channel(), Desk::default());
        let taken = channel.receiver.take(fs::read(&path).unwrap(), &desk).await.unwrap();
        assert!(matches!(taken, Taken::Ignored(_)), "{name}: {taken:?}");
        assert!(desk.inbound.lock().unwrap().is_empty(), "{name}");
    }
    assert_eq!(seen, 17);
}

#[tokio::test]
async fn a_mail_becomes_a_message_with_its_thread() {
    let (channel, desk) = (channel(), Desk::default());
    channel.receiver.take(fixture("keyword-in-subject-and-words"), &desk).await.unwrap();
    let inbound = desk.inbound.lock().unwrap().remove(0);
    assert_eq!(inbound.from, Address::mail("anna@home.example").unwrap());
    assert_eq!(inbound.provider_id, "keyword-in-subject-and-words@home.example");
    let to = inbound.to.unwrap();
    assert!(to.starts_with("mailto:say@city.example?In-Reply-To=keyword"), "{to}");
    assert!(to.ends_with("Subject=PARK"), "{to}");
    assert_eq!(inbound.sender, Proof::Unproven);
}

#[tokio::test]
async fn a_mail_without_an_id_is_known_again_by_its_content() {
    let mail = |words: &str| {
        format!("From: anna@home.example\r\nTo: say@city.example\r\n\r\n{words}\r\n").into_bytes()
    };
    let (channel, desk) = (channel(), Desk::default());
    for words in ["2", "2", "3"] {
        channel.receiver.take(mail(words), &desk).await.unwrap();
    }
    let ids: Vec<String> =
        desk.inbound.lock().unwrap().iter().map(|inbound| inbound.provider_id.clone()).collect();
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[0], ids[2]);
}

#[tokio::test]
async fn what_is_not_for_us_or_from_nobody_is_left_for_a_person() {
    for fields in [
        "From: anna@home.example\r\nTo: other@city.example",
        "From: anna@home.example, ben@home.example\r\nTo: say@city.example",
        "From: nobody\r\nTo: say@city.example",
        "To: say@city.example",
    ] {
        let (channel, desk) = (channel(), Desk::default());
        let mail = format!("{fields}\r\n\r\nhello\r\n").into_bytes();
        let taken = channel.receiver.take(mail, &desk).await.unwrap();
        assert!(matches!(taken, Taken::Odd(_)), "{fields}: {taken:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_stored_must_come_again() {
    let desk = Desk { closed: true, ..Desk::default() };
    assert!(channel().receiver.take(fixture("gmail-en"), &desk).await.is_err());
}

#[test]
fn a_robot_is_known_by_its_habits_and_a_person_is_not() {
    use std::time::{Duration, Instant};
    let mail = |id: usize, words: &str| {
        let raw = format!(
            "From: a@home.example\r\nTo: say@city.example\r\nMessage-ID: <{id}@x.example>\r\n\r\n{words}\r\n"
        );
        super::super::read::read(raw.as_bytes(), &crate::FileLimits::default()).unwrap()
    };
    let now = Instant::now();
    let thanks = |n: usize| {
        format!("Thank you for your letter. It has the number {n} and will be read soon.")
    };
    let pace = walls::Pace::default();
    assert!(pace.robot(&mail(1, &thanks(1)), true, now).is_none());
    assert!(pace.robot(&mail(2, &thanks(2)), true, now).is_some(), "only its number differs");
    assert!(
        pace.robot(&mail(1, &thanks(1)), true, now).is_none(),
        "the same mail again is only a repeat"
    );
    assert!(
        pace.robot(&mail(3, &thanks(3)), true, now + Duration::from_secs(90_000)).is_none(),
        "a day later"
    );

    let pace = walls::Pace::default();
    for id in 0..40 {
        assert!(
            pace.robot(&mail(id, "2"), true, now).is_none(),
            "a person may say 2 to every question"
        );
    }
    let pace = walls::Pace::default();
    let taken = (0..200).filter(|id| pace.robot(&mail(*id, "2"), true, now).is_none()).count();
    assert_eq!(taken, 60);
    let pace = walls::Pace::default();
    let taken = (0..200).filter(|id| pace.robot(&mail(*id, "2"), false, now).is_none()).count();
    assert_eq!(taken, 10, "whose mails may be forged");
}
