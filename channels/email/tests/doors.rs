//! The ways in over HTTP, and settings that cannot work.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use super::super::token;
use super::*;
use crate::{Address, Channel, Content};

async fn ask(desk: &Arc<Desk>, method: &str, path: &str, body: Vec<u8>) -> (StatusCode, String) {
    let intake: Arc<dyn Intake> = desk.clone();
    let request = Request::builder().method(method).uri(path).body(Body::from(body)).unwrap();
    let answer = channel().routes(intake).oneshot(request).await.unwrap();
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

const MAIL: &str =
    "From: anna@home.example\r\nTo: say@city.example\r\nMessage-ID: <1@x>\r\n\r\n2\r\n";

#[tokio::test]
async fn a_pushed_mail_needs_the_secret_and_is_acknowledged_when_it_is_stored() {
    let hook = format!("/hooks/email/mail/{SECRET}");
    let desk = Arc::new(Desk::default());
    let wrong = format!("/hooks/email/mail/{}", SECRET.to_uppercase());
    assert_eq!(ask(&desk, "POST", &wrong, MAIL.into()).await.0, StatusCode::FORBIDDEN);
    assert_eq!(ask(&desk, "GET", &hook, Vec::new()).await.0, StatusCode::METHOD_NOT_ALLOWED);
    let large = vec![b'a'; 11 * 1024 * 1024];
    assert_eq!(ask(&desk, "POST", &hook, large).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(desk.inbound.lock().unwrap().is_empty());
    assert_eq!(ask(&desk, "POST", &hook, MAIL.into()).await.0, StatusCode::OK);
    assert_eq!(desk.inbound.lock().unwrap().len(), 1);
    let robot = format!("Auto-Submitted: auto-replied\r\n{MAIL}");
    assert_eq!(ask(&desk, "POST", &hook, robot.into()).await.0, StatusCode::ACCEPTED);
    let full = Arc::new(Desk { closed: true, ..Desk::default() });
    assert_eq!(ask(&full, "POST", &hook, MAIL.into()).await.0, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn only_a_press_unsubscribes_and_only_with_a_link_of_ours() {
    let anna = Address::mail("anna@home.example").unwrap();
    let token = token::seal(&settings().key, "mail", &anna).unwrap();
    let desk = Arc::new(Desk::default());
    let link = format!("/u/{token}?lang=ar");
    let (status, page) = ask(&desk, "GET", &link, Vec::new()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("method=\"post\""),
        "{page}"
    );
    assert!(desk.inbound.lock().unwrap().is_empty(), "looking changes nothing");
    for _ in 0..2 {
        let body = b"List-Unsubscribe=One-Click".to_vec();
        assert_eq!(ask(&desk, "POST", &link, body).await.0, StatusCode::OK);
    }
    let inbound = std::mem::take(&mut *desk.inbound.lock().unwrap());
    assert!(
        inbound
            .iter()
            .all(|i| i.content == Content::OptOut && i.from == anna && i.channel == "mail")
    );
    assert_ne!(inbound[0].provider_id, inbound[1].provider_id);
    let other = if token.starts_with('A') { "B" } else { "A" };
    let forged = format!("/u/{other}{}", &token[1..]);
    assert_eq!(ask(&desk, "POST", &forged, Vec::new()).await.0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&desk, "GET", "/u/x?lang=%22%3E", Vec::new()).await.0, StatusCode::NOT_FOUND);
}

/// What a fault must say, and how it is made.
type Case = (&'static str, fn(&mut EmailSettings));

#[test]
fn settings_that_cannot_work_are_named() {
    let cases: [Case; 8] = [
        ("no mailbox", |s| s.mailbox = "City <say@city.example>".into()),
        ("longer than 20", |s| s.mailbox = "have-your-say-in-the-city@city.example".into()),
        ("has a +", |s| s.mailbox = "say+x@city.example".into()),
        ("no way in", |s| {
            s.imap = None;
            s.path_secret = None;
        }),
        ("readable over the network", |s| s.smtp.host = "mail.city.example".into()),
        ("128 bits", |s| s.path_secret = Some("short".into())),
        ("DKIM key", |s| {
            s.dkim = Some(super::super::Dkim {
                domain: "city.example".into(),
                selector: "a".into(),
                key: "nothing".into(),
            });
        }),
        ("pace of 0", |s| s.at_once = 0),
    ];
    assert!(settings().check().is_ok());
    for (want, change) in cases {
        let mut settings = settings();
        change(&mut settings);
        let fault = settings.check().unwrap_err().to_string();
        assert!(fault.contains(want), "{want}: {fault}");
    }
}
