//! Mails that are meant to hurt: little time, little memory, no panic.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::read::{self, Unreadable};

const HEAD: &str = "From: a@home.example\r\nTo: say@city.example\r\nMIME-Version: 1.0\r\n";

fn read(mail: &[u8]) -> Result<String, Unreadable> {
    let began = Instant::now();
    let read = read::read(mail, &crate::FileLimits::default()).map(|mail| mail.text);
    let took = began.elapsed();
    // Ten times what facts ask for: test builds are slow.
    assert!(took < Duration::from_millis(2_500), "{took:?}");
    read
}

#[test]
fn what_is_over_a_budget_is_refused() {
    let nested = |depth: usize| {
        let mut mail = HEAD.to_owned();
        for level in 0..depth {
            mail.push_str(&format!(
                "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
            ));
        }
        mail + "Content-Type: text/plain\r\n\r\nhello\r\n"
    };
    let inner = |depth: usize| {
        let mut mail = HEAD.to_owned();
        for _ in 0..depth {
            mail.push_str("Content-Type: message/rfc822\r\n\r\n");
        }
        mail + "\r\nhello\r\n"
    };
    let borders = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n{}",
        "--b\r\n\r\n".repeat(200_000)
    );
    let parts = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
        "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(150)
    );
    let fields = format!("{}{HEAD}\r\nhello", "X-A: b\r\n".repeat(100_000));
    let field = format!("X-A: {}\r\n{HEAD}\r\nhello", "a".repeat(5_000_000));
    let large = format!("{HEAD}\r\n{}", "a".repeat(11 * 1024 * 1024));
    for (name, mail) in [
        ("nested 20", nested(20)),
        ("nested 10000", nested(10_000)),
        ("mails in mails", inner(30)),
        ("mails in mails, many", inner(100_000)),
        ("borders", borders),
        ("parts", parts),
        ("fields", fields),
        ("one field", field),
        ("large", large),
    ] {
        assert_eq!(read(mail.as_bytes()), Err(Unreadable::TooMuch), "{name}");
    }
    assert!(read(nested(5).as_bytes()).is_ok());
}

#[test]
fn what_is_only_strange_is_read_in_little_time() {
    for body in [
        "<".repeat(400_000),
        "<a ".repeat(150_000),
        "&".repeat(400_000),
        "<div><blockquote>".repeat(30_000),
        "<p style=\"display:none\">".repeat(20_000),
        "a\u{0}b\rc".repeat(50_000),
    ] {
        let mail = format!("{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{body}");
        let _ = read(mail.as_bytes());
    }
    for body in [
        "On 1 2 3 4 a@b wrote:\n".repeat(20_000),
        "From: a\n".repeat(60_000),
        ">\n".repeat(200_000),
        "##-\n".repeat(100_000),
        ":".repeat(1_000_000),
        "word ".repeat(1_000_000),
    ] {
        let mail = format!("{HEAD}\r\n{body}");
        let text = read(mail.as_bytes()).unwrap_or_default();
        assert!(text.len() <= 32 * 1024);
    }
}

#[test]
fn words_of_a_field_cannot_make_another() {
    let mail = format!("{HEAD}Subject: =?utf-8?Q?PARK=0D=0ABcc:_x@y.example?=\r\n\r\n\r\n");
    let subject = read::read(mail.as_bytes(), &crate::FileLimits::default()).unwrap().subject;
    let letter = super::letters::letter_with_subject(&subject);
    assert!(!letter.contains("\r\nBcc:"), "{letter}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let mut mail = HEAD.as_bytes().to_vec();
        mail.extend(&bytes);
        let _ = read(&mail);
        let _ = read(&bytes);
    }

    #[test]
    fn any_page_becomes_text_without_a_panic(page in "([a-z<>/&;\"'= \n]|<div>|<style>|</style>|<blockquote>|&#x[0-9a-f]{1,9};|ش){0,300}") {
        let _ = read(format!("{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{page}").as_bytes());
    }

    #[test]
    fn any_words_are_trimmed_without_a_panic(words in "(\n|>|:|On |wrote:|##-|-##|From: |--|_{10}|[0-9]{1,4}|@|ش|كتب|[a-z ]{1,9}){0,200}") {
        let _ = read(format!("{HEAD}\r\n{words}").as_bytes());
    }
}
