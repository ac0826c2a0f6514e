//! What of a mail is a file that its writer meant to send.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::{Content, Files, Unfit};

fn png(size: usize, mark: u8) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n", vec![mark; size].as_slice()].concat()
}

async fn files(parts: &[(&str, Vec<u8>)]) -> Option<Files> {
    let mut mail = "From: anna@home.example\r\nTo: say@city.example\r\nSubject: Re: a question\r\n\
         Message-ID: <1@home.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b0\r\n\r\n--b0\r\nContent-Type: text/html\r\n\r\n\
         <p>2</p><img src=\"cid:inside@x\">\r\n"
        .to_owned();
    for (head, bytes) in parts {
        let encoded = STANDARD.encode(bytes);
        mail.push_str(&format!(
            "--b0\r\n{head}\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}\r\n"
        ));
    }
    mail.push_str("--b0--\r\n");
    let (channel, desk) = (channel(), Desk::default());
    channel.receiver.take(mail.into_bytes(), &desk).await.unwrap();
    let inbound = desk.inbound.lock().unwrap().remove(0);
    match inbound.content {
        Content::Files(files) => {
            assert_eq!(files.words, "2");
            Some(*files)
        }
        Content::Text(words) => {
            assert_eq!(words, "2");
            None
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_was_attached_is_taken_by_its_content_whatever_it_is_called() {
    let attached = "Content-Type: text/plain; name=\"a.txt\"\r\nContent-Disposition: attachment; filename=\"a.txt\"";
    let inline = "Content-Type: image/jpeg\r\nContent-Disposition: inline; filename=IMG_1.JPG";
    let jpeg = [b"\xff\xd8\xff\xe0", &[1; 9000][..]].concat();
    let parts = [
        (attached, b"%PDF-1.4 a letter".to_vec()),
        (inline, jpeg),
        ("Content-Type: application/octet-stream", b"PK\x03\x04 archive".to_vec()),
        ("Content-Type: application/pdf", Vec::new()),
    ];
    let files = files(&parts).await.unwrap();
    let kinds: Vec<&str> = files.files.iter().map(|file| file.media_type).collect();
    assert_eq!(kinds, ["application/pdf", "image/jpeg"]);
    assert_eq!(files.unfit, [Unfit::Kind, Unfit::Empty]);
    assert_eq!(files.files[0].bytes, "%PDF-1.4 a letter");
}

#[tokio::test]
async fn what_programs_add_is_no_file() {
    let inside = "Content-Type: image/png\r\nContent-ID: <inside@x>\r\nContent-Disposition: inline";
    for (head, bytes) in [
        ("Content-Type: image/gif", b"GIF89a\x01\0\x01\0".to_vec()),
        (inside, png(20_000, 1)),
        ("Content-Type: application/ms-tnef; name=winmail.dat", b"\x78\x9f\x3e\x22".to_vec()),
        ("Content-Type: application/octet-stream; name=winmail.dat", b"\x78\x9f\x3e\x22".to_vec()),
        ("Content-Type: text/calendar; method=REPLY", b"BEGIN:VCALENDAR".to_vec()),
        ("Content-Type: text/x-vcard\r\nContent-Disposition: attachment", b"BEGIN:VCARD".to_vec()),
        ("Content-Type: application/pgp-signature", b"-----BEGIN PGP".to_vec()),
        ("Content-Type: message/rfc822", b"Subject: old\r\n\r\nold words".to_vec()),
    ] {
        assert!(files(&[(head, bytes)]).await.is_none(), "{head}");
    }
}

#[tokio::test]
async fn a_photo_put_into_the_text_by_hand_is_taken() {
    let inside = "Content-Type: image/png\r\nContent-ID: <inside@x>\r\nContent-Disposition: inline";
    let elsewhere =
        "Content-Type: image/png\r\nContent-ID: <other@x>\r\nContent-Disposition: inline";
    let files = files(&[(inside, png(60_000, 1)), (elsewhere, png(6000, 2))]).await.unwrap();
    assert_eq!(files.files.len(), 2);
}
