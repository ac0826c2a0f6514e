//! The doors: who is let in, what is refused, and what a resident sees when nothing can be kept. Whole conversations
//! are in the gateway's own tests, with a real store.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use super::*;
use crate::message::{Invitation, Paper, Picture, ReceiptView};
use crate::{Content, Filled, Inbound, Message, Proof, Question, Received, Refused, Report};

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

#[derive(Default)]
struct Gateway {
    received: Mutex<Vec<Inbound>>,
    away: AtomicBool,
}

#[async_trait]
impl Intake for Gateway {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        if self.away.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("the disk is full".to_owned()));
        }
        self.received.lock().unwrap().push(inbound);
        let question = Question { ask: "text".to_owned(), ..Question::default() };
        let text = "What is missing?".to_owned();
        let lang = "en".to_owned();
        let reply = Message { lang, text, question: Some(question), hint: None };
        Ok(Received { duplicate: false, replies: vec![reply] })
    }

    async fn report(&self, _report: Report) -> Result<(), Refused> {
        Ok(())
    }
}

#[async_trait]
impl Desk for Gateway {
    async fn open_campaigns(&self, _lang: &str) -> Vec<Invitation> {
        Vec::new()
    }
    async fn first(&self, _: &Address, _: &str, _: Option<&str>) -> Option<Picture> {
        None
    }
    async fn look_over(
        &self,
        _: &Address,
        _: &str,
        _: &str,
        _: &[Filled],
    ) -> Result<Vec<(String, String)>, Refused> {
        Ok(Vec::new())
    }
    async fn paper(&self, _: &str, _: Option<&str>) -> Option<Paper> {
        None
    }
    async fn standing(
        &self,
        _who: &Address,
        _campaign: &str,
        _lang: Option<&str>,
    ) -> Result<Option<Picture>, Refused> {
        Ok(None)
    }
    async fn receipt(&self, _receipt: &str, _lang: &str) -> Result<Option<ReceiptView>, Refused> {
        Ok(None)
    }
    fn sentence(&self, _lang: &str, key: &str, _args: &[(&str, &str)]) -> String {
        key.to_owned()
    }
    fn languages(&self) -> Vec<(String, String, bool)> {
        Vec::new()
    }
}

fn settings() -> UssdSettings {
    UssdSettings {
        id: "dial".to_owned(),
        path_secret: SECRET.to_owned(),
        allow_from: Vec::new(),
        service_code: "*384*123#".to_owned(),
        country: None,
        languages: Vec::new(),
        lang: "en".to_owned(),
        room: Room::default(),
    }
}

struct Door {
    gateway: Arc<Gateway>,
    router: Router,
}

fn door(settings: UssdSettings) -> Door {
    let gateway = Arc::new(Gateway::default());
    let channel = UssdChannel::new(settings, gateway.clone()).unwrap();
    let router = channel.routes(gateway.clone());
    Door { gateway, router }
}

impl Door {
    async fn post(&self, path: &str, body: impl Into<String>) -> (StatusCode, String) {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body.into()))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let body = axum::body::to_bytes(answer.into_body(), 100_000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn types(&self, number: &str, text: &str) -> (StatusCode, String) {
        let body = format!(
            "sessionId=ATUid_1&phoneNumber={number}&networkCode=63902&serviceCode=*384*123%23&text={text}"
        );
        self.post(&format!("/hooks/ussd/dial/{SECRET}"), body).await
    }

    fn received(&self) -> Vec<Inbound> {
        self.gateway.received.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn a_call_is_handed_in_with_the_phones_address_and_shown_what_is_said() {
    let door = door(settings());
    let (status, body) = door.types("%2B254711000111", "").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "CON What is missing?"));
    door.types("%2B254711000111", "A+bench").await;
    let received = door.received();
    assert_eq!(received[0].content, Content::Hello { again: false });
    assert_eq!(received[1].content, Content::Text("A bench".to_owned()));
    for inbound in &received {
        assert_eq!(inbound.from.as_str(), "tel:+254711000111");
        assert_eq!((inbound.kind, inbound.sender), ("ussd", Proof::Proven));
        assert_eq!(inbound.to.as_deref(), Some("*384*123#"));
        assert!(!inbound.provider_id.contains("bench"), "no words in an id");
    }
}

#[tokio::test]
async fn a_star_within_an_answer_shifts_nothing_and_a_repeat_is_handed_in_once() {
    let door = door(settings());
    for text in ["", "2*3+rooms", "2*3+rooms", "", "2*3+rooms*1", "2*3+rooms*1*", "2*3+rooms*1**x"]
    {
        assert_eq!(door.types("%2B254711000111", text).await.0, StatusCode::OK);
    }
    let words: Vec<Content> = door.received().into_iter().map(|inbound| inbound.content).collect();
    let text = |words: &str| Content::Text(words.to_owned());
    assert_eq!(words, [Content::Hello { again: false }, text("2*3 rooms"), text("1"), text("x")]);
}

#[tokio::test]
async fn what_cannot_be_kept_is_said_on_the_last_screen_and_may_come_again() {
    let door = door(settings());
    door.types("%2B254711000111", "").await;
    door.gateway.away.store(true, Ordering::Relaxed);
    let (status, body) = door.types("%2B254711000111", "7").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "END page-busy-title\npage-busy"));
    door.gateway.away.store(false, Ordering::Relaxed);
    assert!(door.types("%2B254711000111", "7").await.1.starts_with("CON "));
    assert_eq!(door.received().len(), 2);
}

#[tokio::test]
async fn strangers_other_codes_and_what_is_no_call_are_refused_and_leave_nothing() {
    let door = door(settings());
    let good = "sessionId=s&phoneNumber=%2B254711000111&serviceCode=*384*123%23&text=1";
    let (at, elsewhere) = (format!("/hooks/ussd/dial/{SECRET}"), "/hooks/ussd/dial/guess");
    let long = format!("{good}{}", "1".repeat(20_000));
    for (path, body, status) in [
        (elsewhere, good, StatusCode::FORBIDDEN),
        (&at, "sessionId=s&phoneNumber=%2B254711000111&serviceCode=*1%23", StatusCode::BAD_REQUEST),
        (&at, "sessionId=s&phoneNumber=MTN&serviceCode=*384*123%23", StatusCode::BAD_REQUEST),
        (
            &at,
            "sessionId=s&phoneNumber=0711000111&serviceCode=*384*123%23",
            StatusCode::BAD_REQUEST,
        ),
        (
            &at,
            "sessionId=&phoneNumber=%2B254711000111&serviceCode=*384*123%23",
            StatusCode::BAD_REQUEST,
        ),
        (
            &at,
            "phoneNumber=%2B254711000111&serviceCode=*384*123%23",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (&at, &long, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(door.post(path, body).await.0, status, "{body:.60}");
    }
    assert!(door.received().is_empty());
    let guarded = door_from("203.0.113.0/24");
    assert_eq!(guarded.types("%2B254711000111", "").await.0, StatusCode::FORBIDDEN);
}

fn door_from(network: &str) -> Door {
    door(UssdSettings { allow_from: vec![network.parse().unwrap()], ..settings() })
}

#[tokio::test]
async fn a_number_without_its_country_gets_the_one_that_is_set() {
    let door = door(UssdSettings { country: Some("+254".to_owned()), ..settings() });
    door.types("0711000111", "").await;
    assert_eq!(door.received()[0].from.as_str(), "tel:+254711000111");
}

#[tokio::test]
async fn the_note_that_a_line_was_closed_is_taken_and_nothing_is_handed_in() {
    let door = door(settings());
    let note = "date=2026-06-03+10%3A00%3A00&sessionId=ATUid_1&serviceCode=*384*123%23&networkCode=63902\
                &phoneNumber=%2B254711000111&status=Incomplete&cost=KES+0.10&durationInMillis=12345\
                &hopsCount=3&input=1*1&lastAppResponse=CON+What&errorMessage=";
    let at = format!("/hooks/ussd/dial/{SECRET}/events");
    assert_eq!(door.post(&at, note).await.0, StatusCode::OK);
    assert_eq!(door.post("/hooks/ussd/dial/guess/events", note).await.0, StatusCode::FORBIDDEN);
    assert!(door.received().is_empty());
}

#[tokio::test]
async fn nothing_can_be_sent_and_that_is_final() {
    let channel = UssdChannel::new(settings(), Arc::new(Gateway::default())).unwrap();
    let message =
        Message { lang: "en".to_owned(), text: "Hello".to_owned(), question: None, hint: None };
    let to = Address::phone("+254711000111").unwrap();
    let sent = channel.send(&Outgoing { delivery: "1".to_owned(), to, from: None, message }).await;
    assert!(matches!(sent, Sent::Rejected { opted_out: false, .. }), "{sent:?}");
}

#[test]
fn weak_secrets_odd_codes_and_impossible_screens_are_named() {
    let wrong = [
        UssdSettings { path_secret: "short".to_owned(), ..settings() },
        UssdSettings { path_secret: "a/b".to_owned(), ..settings() },
        UssdSettings { service_code: "384".to_owned(), ..settings() },
        UssdSettings { service_code: "**#".to_owned(), ..settings() },
        UssdSettings { country: Some("254".to_owned()), ..settings() },
        UssdSettings { room: Room { septets: 183, units: 70 }, ..settings() },
        UssdSettings { room: Room { septets: 160, units: 20 }, ..settings() },
    ];
    for settings in wrong {
        let error = settings.check().unwrap_err();
        assert!(!error.mend.is_empty() && error.channel == "dial", "{error}");
    }
    assert!(settings().check().is_ok());
}
