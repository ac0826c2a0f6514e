//! What goes out.

use mail_parser::MessageParser;

use super::super::letter;
use super::super::settings::Dkim;
use super::super::thread::Answered;
use super::*;
use crate::{Address, Message, Outgoing, Question};

fn outgoing(answered: &Answered) -> Outgoing {
    Outgoing {
        delivery: "01JD0000000000000000000000".to_owned(),
        to: Address::mail("anna@home.example").unwrap(),
        from: Some(answered.uri("say@city.example")),
        message: Message {
            lang: "en".to_owned(),
            text: "City Parks asks.\nWhen should <the> parks close?".to_owned(),
            question: Some(Question {
                step: "choice".to_owned(),
                ask: "choice".to_owned(),
                options: vec![("a".into(), "Earlier & safer".into()), ("b".into(), "Later".into())],
                listed: true,
                ..Question::default()
            }),
            hint: Some("Reply with a number.".to_owned()),
        },
    }
}

fn write(settings: &EmailSettings, answered: &Answered) -> String {
    let letter =
        letter::write(settings, &|lang, key| Spoken.sentence(lang, key), &outgoing(answered))
            .unwrap();
    String::from_utf8(letter.bytes).unwrap()
}

pub(super) fn letter_with_subject(subject: &str) -> String {
    write(&settings(), &Answered { id: None, subject: Some(subject.to_owned()) })
}

#[test]
fn the_text_comes_first_and_says_all() {
    let raw = write(&settings(), &Answered::default());
    let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
    let text = mail.body_text(0).unwrap();
    let (words, link) = text
        .split_once("No <more> letters\r\n")
        .or(text.split_once("No <more> letters\n"))
        .unwrap();
    assert_eq!(
        words.replace('\r', ""),
        "##- write above -##\n\nCity Parks asks.\nWhen should <the> parks close?\n\n1 Earlier & safer\n2 Later\n\n\
         Reply with a number.\n\n"
    );
    assert!(link.starts_with("https://majlis.example/u/"), "{link}");
    let plain = raw.find("text/plain").unwrap();
    assert!(plain < raw.find("text/html").unwrap());
}

#[test]
fn the_html_adds_headings_and_escapes_everything() {
    let raw = write(&settings(), &Answered::default());
    let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
    let html = mail.body_html(0).unwrap();
    assert!(html.contains("<html lang=\"en\" dir=\"ltr\">"), "{html}");
    assert!(html.contains(">When should &lt;the&gt; parks close?</h1>"), "{html}");
    assert!(html.contains("<li>1 Earlier &amp; safer</li>"), "{html}");
    assert!(html.contains(">No &lt;more&gt; letters</a>"), "{html}");
    for foreign in ["<img", "src=", "url(", "<script", "<link", "@import"] {
        assert!(!html.contains(foreign), "{foreign}: {html}");
    }
}

#[test]
fn a_letter_that_answers_keeps_the_thread() {
    let answered = Answered { id: Some("x1@home.example".into()), subject: Some("Parks".into()) };
    let raw = write(&settings(), &answered);
    let field = |name: &str| {
        raw.lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_else(|| panic!("{name}: {raw}"))
            .to_owned()
    };
    assert_eq!(field("In-Reply-To: "), "<x1@home.example>");
    assert_eq!(field("References: "), "<x1@home.example>");
    assert_eq!(field("Subject: "), "Re: Parks");
    assert_eq!(field("Auto-Submitted: "), "auto-replied");
    assert!(field("Message-ID: ").starts_with("<01jd0000000000000000000000"));
    let fresh = write(&settings(), &Answered::default());
    assert!(fresh.contains("Auto-Submitted: auto-generated\r\n"));
    assert!(fresh.contains("Subject: City Parks asks.\r\n"));
}

#[test]
fn what_is_written_above_the_marker_line_is_cut_to_the_answer() {
    let raw = write(&settings(), &Answered::default());
    let text =
        MessageParser::default().parse(raw.as_bytes()).unwrap().body_text(0).unwrap().into_owned();
    let quoted: String = text.lines().map(|line| format!("> {line}\n")).collect();
    for reply in [format!("2\n\nCity Parks said this:\n{quoted}"), format!("2\n\n{text}")] {
        assert_eq!(super::super::read::trim::cut(&reply), "2", "{reply}");
    }
    // The one line there is, is the answer.
    let alone = format!("to the mayor:\n{quoted}");
    assert_eq!(super::super::read::trim::cut(&alone), "to the mayor:");
}

/// Checks the signature as a receiver does: relaxed header and body (RFC 6376 §3.4), Ed25519 over SHA-256 (RFC 8463).
#[test]
fn a_dkim_signature_holds_and_covers_the_unsubscribe_fields() {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
    use sha2::{Digest, Sha256};
    let seed: [u8; 32] = std::array::from_fn(|at| u8::try_from(at).unwrap());
    let public = Ed25519KeyPair::from_seed_unchecked(&seed).unwrap();
    let dkim = Dkim {
        domain: "city.example".into(),
        selector: "majlis".into(),
        key: STANDARD.encode(seed),
    };
    let settings = EmailSettings { dkim: Some(dkim), ..settings() };
    settings.check().unwrap();
    let raw = write(&settings, &Answered::default());
    let (head, body) = raw.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let relaxed = |line: &str| {
        let (name, value) = line.split_once(':').unwrap();
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}:{value}", name.trim().to_lowercase())
    };
    let line = |name: &str| {
        unfolded
            .lines()
            .find(|line| line.to_lowercase().starts_with(&format!("{}:", name.to_lowercase())))
    };
    let signature = line("DKIM-Signature").unwrap();
    let tag = |name: &str| {
        let tags = signature.split_once(':').unwrap().1.split(';');
        tags.map(str::trim)
            .find_map(|tag| tag.strip_prefix(&format!("{name}=")).map(str::to_owned))
            .unwrap()
    };
    let names = tag("h").to_lowercase();
    for must in ["from", "list-unsubscribe", "list-unsubscribe-post", "reply-to", "message-id"] {
        assert!(names.split(':').any(|name| name.trim() == must), "{must}: {names}");
    }
    let mut lines: Vec<String> = body
        .split("\r\n")
        .map(|line| {
            let squeezed =
                line.split([' ', '\t']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            if line.starts_with([' ', '\t']) { format!(" {squeezed}") } else { squeezed }
        })
        .collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let body = lines.join("\r\n") + "\r\n";
    assert_eq!(tag("bh").replace(' ', ""), STANDARD.encode(Sha256::digest(body.as_bytes())));
    let mut signed = String::new();
    for name in names.split(':') {
        if let Some(line) = line(name.trim()) {
            signed.push_str(&relaxed(line));
            signed.push_str("\r\n");
        }
    }
    let value = signature.find(" b=").or(signature.find(";b=")).unwrap() + 3;
    signed.push_str(&relaxed(&signature[..value]));
    let digest = Sha256::digest(signed.as_bytes());
    let given = STANDARD.decode(tag("b").replace(' ', "")).unwrap();
    let key = UnparsedPublicKey::new(&ED25519, public.public_key().as_ref().to_vec());
    assert!(key.verify(&digest, &given).is_ok(), "{signature}");
}
