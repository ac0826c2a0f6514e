//! One resident with several addresses.

use std::time::Duration;

use super::*;
use crate::store::{Consumer, DeliveryState, Lease};

const TELEGRAM: u64 = 4242;

/// A resident at one of their addresses.
#[derive(Clone)]
pub(super) struct At {
    pub(super) from: Address,
    kind: &'static str,
    channel: &'static str,
    sender: majlis_channels::Proof,
}

pub(super) fn phone(number: &str) -> At {
    let from = Address::phone(number).unwrap();
    At { from, kind: "sms", channel: "phone", sender: majlis_channels::Proof::Proven }
}

pub(super) fn chat(person: u64) -> At {
    let from = Address::telegram(person);
    At { from, kind: "telegram", channel: "bot", sender: majlis_channels::Proof::Proven }
}

fn mail(mailbox: &str, sender: majlis_channels::Proof) -> At {
    At { from: Address::mail(mailbox).unwrap(), kind: "email", channel: "mail", sender }
}

impl Talk {
    pub(super) async fn hears(&self, at: &At, content: Content) -> String {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        let inbound = Inbound {
            channel: at.channel.to_owned(),
            kind: at.kind,
            provider: None,
            from: at.from.clone(),
            to: None,
            provider_id: id,
            content,
            received_at: super::super::now(),
            lang: None,
            sender: at.sender,
            answers: None,
        };
        let received = self.gateway.receive(inbound).await.unwrap();
        received.replies.iter().map(fit::plain).collect::<Vec<_>>().join("\n")
    }

    pub(super) async fn tells(&self, at: &At, text: &str) -> String {
        self.hears(at, Content::Text(text.to_owned())).await
    }

    /// What waits on a channel, to whom.
    async fn sent_by(&self, channel: &str) -> Vec<(Address, String)> {
        let claim = Claim {
            channel: channel.to_owned(),
            max: 1,
            now: after(1000),
            until: after(1001),
            repeat_safe: true,
        };
        let mut sent = Vec::new();
        while let Some(claimed) = self.store.claim(claim.clone()).await.unwrap().pop() {
            let message: Message = serde_json::from_str(&claimed.message).unwrap();
            sent.push((claimed.to.clone(), fit::plain(&message)));
            let done = Settled::Accepted { provider_id: None };
            self.store.settle(&claimed.id, done).await.unwrap();
        }
        sent
    }

    /// LINK here, and the code there.
    async fn link(&self, here: &At, there: &At) -> String {
        let shown = self.tells(here, "LINK").await;
        self.tells(there, &format!("LINK {}", code_in(&shown))).await
    }
}

fn code_in(shown: &str) -> String {
    let at = shown.find("LINK ").unwrap() + 5;
    shown[at..at + 7].to_owned()
}

#[tokio::test]
async fn a_conversation_begun_on_the_phone_goes_on_in_a_chat_and_is_one() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    talk.tells(&anna, "BUS").await;
    talk.tells(&anna, "4").await;
    let shown = talk.tells(&anna, "LINK").await;
    assert!(shown.contains("What should we know"), "the question waits on: {shown}");
    let code = code_in(&shown);
    assert_eq!((code.len(), code.as_bytes()[3]), (7, b' '), "{shown}");
    talk.outbox().await;
    let joined = talk.tells(&app, &format!("link {code}")).await;
    assert!(joined.starts_with("Done: both are one now."), "{joined}");
    assert!(joined.contains("What should we know"), "and its question is put here: {joined}");
    let told = talk.sent_by("phone").await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, anna.from);
    assert!(told[0].1.contains("was used") && told[0].1.contains("PERSON"), "{}", told[0].1);
    talk.tells(&app, "more shade").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!(event["feedback"]["score"], 4);
    assert_eq!(event["feedback"]["comment"], "more shade");
    assert_eq!((&event["channel"], &event["channel_id"]), (&"telegram".into(), &"bot".into()));
    let who = &event["participant"];
    assert_eq!(who["assurance"], "linked");
    assert_eq!(who["channels"], serde_json::json!(["sms", "telegram"]));
    assert!(talk.tells(&anna, "BUS").await.contains("already"), "it is done on the phone too");
}

#[tokio::test]
async fn two_answers_of_one_person_become_one_and_both_sides_are_told_of() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    for text in ["PARK", "1"] {
        talk.tells(&anna, text).await;
    }
    for text in ["PARK", "2", "BUS", "5", "skip"] {
        talk.tells(&app, text).await;
    }
    let before = talk.events().await;
    assert_eq!(before.iter().filter(|event| event["counts"] == true).count(), 3);
    talk.link(&anna, &app).await;
    let events = talk.events().await;
    let corrected = &events[3..];
    assert_eq!(corrected.len(), 3, "two of the park, one of the bus: {corrected:?}");
    let key = &before[0]["participant"]["key"];
    for event in corrected {
        assert_eq!((&event["action"], &event["revision"]), (&"corrected".into(), &2.into()));
        if event["campaign"] == "park-hours" {
            assert_eq!(&event["participant"]["key"], key, "the one who showed the code stays");
        }
    }
    let park = |receipt: &Value| {
        corrected.iter().find(|event| event["receipt"] == *receipt).unwrap().clone()
    };
    let (first, second) = (park(&before[0]["receipt"]), park(&before[1]["receipt"]));
    assert_eq!(first["counts"], false);
    assert_eq!(first["not_counted_because"], "duplicate_person");
    assert_eq!(second["counts"], true, "the later counts");
    let bus = corrected.iter().find(|event| event["campaign"] == "bus-trip").unwrap();
    assert_eq!(bus["counts"], true);
    assert_ne!(bus["participant"]["key"], before[2]["participant"]["key"]);
    // Each replaces what it corrects, and nothing else is in the log.
    assert!(corrected.iter().all(|event| event["supersedes"].is_string()));
    // What is changed from now on is the one that counts, from either side.
    talk.tells(&anna, "PARK").await;
    talk.tells(&anna, "CHANGE").await;
    talk.tells(&anna, "2").await;
    talk.tells(&anna, "3").await;
    let last = talk.events().await.pop().unwrap();
    assert_eq!((&last["receipt"], &last["counts"]), (&before[1]["receipt"], &true.into()));
}

#[tokio::test]
async fn an_earlier_answer_that_was_begun_later_still_gives_way_to_the_later_one() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    // Anna begins first and finishes last.
    talk.tells(&anna, "PARK").await;
    for text in ["PARK", "2"] {
        talk.tells(&app, text).await;
    }
    // What is later is told by the millisecond.
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    talk.tells(&anna, "1").await;
    talk.link(&app, &anna).await;
    let events = talk.events().await;
    let lost = events.iter().find(|event| event["counts"] == false).unwrap();
    assert_eq!(lost["receipt"], events[0]["receipt"]);
    let status = talk.tells(&app, "STATUS").await;
    assert!(status.contains(events[1]["receipt"].as_str().unwrap()), "{status}");
}

#[tokio::test]
async fn of_two_open_conversations_the_younger_goes_on_unless_it_is_empty() {
    for (older, younger, goes_on) in [("4", "2", 2), ("4", "", 4)] {
        let talk = Talk::start();
        let (anna, app) = (phone(ANNA), chat(TELEGRAM));
        for (at, score) in [(&anna, older), (&app, younger)] {
            talk.tells(at, "BUS").await;
            if !score.is_empty() {
                talk.tells(at, score).await;
            }
        }
        talk.link(&anna, &app).await;
        let events = talk.events().await;
        let lost = usize::from(!younger.is_empty());
        assert_eq!(events.len(), lost, "an empty one ends without a word");
        for event in &events {
            assert_eq!((&event["action"], &event["counts"]), (&"partial".into(), &false.into()));
            assert_eq!(event["not_counted_because"], "duplicate_person");
        }
        talk.tells(&anna, "skip").await;
        let last = talk.events().await.pop().unwrap();
        assert_eq!((&last["feedback"]["score"], &last["counts"]), (&goes_on.into(), &true.into()));
    }
}

#[tokio::test]
async fn where_several_answers_count_all_of_them_go_on_to() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    for at in [&anna, &app] {
        for text in ["SHADE", "trees at the corner", "skip"] {
            talk.tells(at, text).await;
        }
    }
    talk.link(&anna, &app).await;
    let events = talk.events().await;
    assert_eq!(events.len(), 3, "one goes on under another key: {events:?}");
    assert!(events.iter().all(|event| event["counts"] == true));
    assert_eq!(events[2]["participant"]["key"], events[0]["participant"]["key"]);
}

#[tokio::test]
async fn a_code_is_read_however_it_is_written_and_joins_once() {
    let writings: [fn(&str) -> String; 4] = [
        |code| format!("LINK{}", code.replace(' ', "")),
        |code| format!("link: {}", code.replace(' ', "-")),
        |code| format!("ربط {}", code.chars().map(arabic).collect::<String>()),
        |code| format!("जोड़ें {code}"),
    ];
    for write in &writings[1..] {
        let talk = Talk::start();
        let (anna, app) = (phone(ANNA), chat(TELEGRAM));
        let code = code_in(&talk.tells(&anna, "LINK").await);
        let here = talk.tells(&anna, &format!("LINK {code}")).await;
        assert!(here.contains("for your other phone"), "{here}");
        talk.tells(&app, &write(&code)).await;
        let loaded = talk.store.load(&app.from).await.unwrap();
        assert_eq!(loaded.addresses, [anna.from.clone(), app.from.clone()], "{}", write(&code));
        // Nobody is joined by it again, and linking what is linked changes nothing.
        let other = chat(9);
        let said = talk.tells(&other, &write(&code)).await;
        assert!(!said.contains("LINK") || said.contains("new code"), "used up: {said}");
        assert_eq!(talk.store.load(&other.from).await.unwrap().addresses.len(), 1);
        assert!(talk.link(&app, &anna).await.contains("already"));
        assert_eq!(talk.store.load(&anna.from).await.unwrap().addresses.len(), 2);
    }
    assert!(writings[0]("123 456").starts_with("LINK1"), "run together it is a word of its own");
}

fn arabic(c: char) -> char {
    c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c)
}

#[tokio::test]
async fn wrong_codes_are_told_of_and_after_five_none_is_taken_for_a_while() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    let code = code_in(&talk.tells(&anna, "LINK").await);
    let wrong = if code == "000 000" { "000 001" } else { "000 000" };
    for _ in 0..5 {
        let said = talk.tells(&app, &format!("LINK {wrong}")).await;
        assert!(said.starts_with("That code is wrong"), "{said}");
    }
    let said = talk.tells(&app, &format!("LINK {code}")).await;
    assert!(said.starts_with("Too many wrong codes"), "{said}");
    assert_eq!(talk.store.load(&app.from).await.unwrap().addresses.len(), 1);
    // Four digits, as others have them, are read and are nobody's.
    assert!(talk.tells(&chat(7), "LINK 4821").await.starts_with("That code is wrong"));
    let good = talk.tells(&chat(8), &format!("LINK {code}")).await;
    assert!(good.starts_with("Done"), "others are not held up: {good}");
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes_and_a_new_one_ends_the_one_before() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    let old = code_in(&talk.tells(&anna, "LINK").await);
    let new = code_in(&talk.tells(&anna, "LINK").await);
    if old != new {
        assert!(talk.tells(&app, &format!("LINK {old}")).await.starts_with("That code"));
    }
    let digits = new.replace(' ', "");
    let now = super::super::now();
    let who = |at| talk.store.by_code(&digits, at);
    assert_eq!(who(now + Duration::from_secs(590)).await.unwrap(), Some(anna.from.clone()));
    assert_eq!(who(now + Duration::from_secs(601)).await.unwrap(), None);
}

#[tokio::test]
async fn a_mail_that_nobody_vouches_for_links_nothing() {
    let talk = Talk::start();
    let anna = phone(ANNA);
    let forged = mail("anna@home.example", majlis_channels::Proof::Unproven);
    let code = code_in(&talk.tells(&anna, "LINK").await);
    let said = talk.tells(&forged, &format!("LINK {code}")).await;
    assert!(said.contains("reply to this email"), "{said}");
    assert!(talk.tells(&forged, "LINK").await.contains("reply to this email"), "none is shown");
    assert_eq!(talk.store.load(&anna.from).await.unwrap().addresses.len(), 1);
    let proven = mail("anna@home.example", majlis_channels::Proof::Proven);
    assert!(talk.tells(&proven, &format!("LINK {code}")).await.starts_with("Done"));
}

#[tokio::test]
async fn stop_said_on_either_before_holds_for_both_and_is_told() {
    for stops_first in [true, false] {
        let talk = Talk::start();
        let (anna, app) = (phone(ANNA), chat(TELEGRAM));
        let (quiet, other) = if stops_first { (&anna, &app) } else { (&app, &anna) };
        talk.tells(other, "BUS").await;
        talk.tells(other, "4").await;
        talk.tells(quiet, "STOP ALL").await;
        let said = talk.link(&anna, &app).await;
        assert!(said.contains("holds for both"), "{said}");
        assert!(!said.contains("What should we know"), "nothing is asked: {said}");
        for at in [&anna, &app] {
            let loaded = talk.store.load(&at.from).await.unwrap();
            assert!(loaded.resident.opted_out.is_some());
        }
        assert_eq!(talk.later(30).await.reminded, 0);
        assert_eq!(talk.events().await.len(), 1, "what was answered is handed on as far as it is");
        assert!(talk.tells(&app, "START").await.contains("What should we know"), "it goes on");
    }
}

#[tokio::test]
async fn a_reminder_goes_to_where_the_conversation_was_last() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    talk.link(&anna, &app).await;
    talk.tells(&anna, "BUS").await;
    talk.tells(&app, "BUS").await;
    talk.sent_by("bot").await;
    talk.sent_by("phone").await;
    assert_eq!(talk.later(30).await.reminded, 1);
    let sent = talk.sent_by("bot").await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].0, app.from);
    assert!(talk.sent_by("phone").await.is_empty());
}

#[tokio::test]
async fn a_reminder_of_what_the_joined_side_began_goes_there() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    talk.tells(&app, "BUS").await;
    let shown = talk.tells(&anna, "LINK").await;
    talk.tells(&app, &format!("LINK {}", code_in(&shown))).await;
    talk.sent_by("bot").await;
    talk.later(30).await;
    assert_eq!(talk.sent_by("bot").await.len(), 1);
}

#[tokio::test]
async fn erasing_on_one_erases_on_all_and_consumers_are_told_of_each() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    for text in ["PARK", "1"] {
        talk.tells(&anna, text).await;
    }
    for text in ["BUS", "5", "skip"] {
        talk.tells(&app, text).await;
    }
    talk.link(&anna, &app).await;
    talk.tells(&app, "ERASE").await;
    let done = talk.tells(&app, "3").await;
    assert!(done.contains("erased"), "{done}");
    let events = talk.events().await;
    assert!(events.iter().all(|event| event["action"] == "erased"));
    let last: Vec<&Value> = events.iter().rev().take(2).collect();
    assert!(last.iter().all(|event| event["supersedes"].is_string()));
    for at in [&anna, &app] {
        let loaded = talk.store.load(&at.from).await.unwrap();
        assert_eq!((loaded.sessions.len(), loaded.addresses.len()), (0, 1));
    }
}

#[tokio::test]
async fn consumers_get_the_events_of_both_in_order() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    for (at, choice) in [(&anna, "1"), (&app, "2")] {
        talk.tells(at, "PARK").await;
        talk.tells(at, choice).await;
    }
    let consumer = Consumer { owner: "o".to_owned(), name: "tally".to_owned(), scope: Scope::All };
    let lease = Lease { max: 10, now: after(0), until: after(1), max_tries: 5 };
    let held = talk.store.lease(&consumer, lease).await.unwrap();
    assert_eq!(held.len(), 2);
    talk.link(&anna, &app).await;
    assert!(talk.store.lease(&consumer, lease).await.unwrap().is_empty(), "they wait");
    let tokens: Vec<String> = held.into_iter().map(|held| held.token).collect();
    talk.store.ack(&consumer, &tokens).await.unwrap();
    for sequence in [3, 4] {
        let next = talk.store.lease(&consumer, lease).await.unwrap();
        assert_eq!(next.iter().map(|held| held.event.sequence).collect::<Vec<_>>(), [sequence]);
        talk.store.ack(&consumer, std::slice::from_ref(&next[0].token)).await.unwrap();
    }
}

#[tokio::test]
async fn a_number_the_app_vouches_for_is_joined_without_a_code() {
    let talk = Talk::start();
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    for text in ["PARK", "1"] {
        talk.tells(&anna, text).await;
    }
    talk.tells(&app, "BUS").await;
    let shown = talk.tells(&app, "LINK").await;
    assert!(shown.contains("share your own number"), "{shown}");
    assert!(!talk.tells(&anna, "LINK").await.contains("own number"), "a text has no such button");
    let joined = talk.hears(&app, Content::Contact(anna.from.clone())).await;
    assert!(joined.starts_with("Done") && joined.contains("bus trip"), "{joined}");
    let loaded = talk.store.load(&app.from).await.unwrap();
    assert_eq!(loaded.addresses, [anna.from.clone(), app.from.clone()], "the number stays");
    let again = talk.hears(&app, Content::Contact(anna.from.clone())).await;
    assert!(again.contains("already"), "{again}");
    // A number nobody wrote from yet: it is theirs when it does.
    let (new, other) = (phone(BADR), chat(5));
    talk.tells(&other, "PARK").await;
    talk.tells(&other, "1").await;
    talk.hears(&other, Content::Contact(new.from.clone())).await;
    assert!(talk.tells(&new, "PARK").await.contains("already took part"));
}

#[tokio::test]
async fn both_write_at_once_while_they_are_joined_and_nothing_is_lost() {
    let talk = Arc::new(Talk::start());
    let (anna, app) = (phone(ANNA), chat(TELEGRAM));
    let code = code_in(&talk.tells(&anna, "LINK").await);
    let mut tasks = Vec::new();
    for number in 0..20 {
        let (talk, at) = (talk.clone(), if number % 2 == 0 { anna.clone() } else { app.clone() });
        let text = if number == 11 { format!("LINK {code}") } else { format!("nothing {number}") };
        tasks.push(tokio::spawn(async move { talk.tells(&at, &text).await }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(talk.store.load(&app.from).await.unwrap().addresses.len(), 2);
    assert_eq!(talk.kept().await.len(), 19, "each of the others was kept once");
    assert!(talk.store.list(Some(DeliveryState::Dead), 10).await.unwrap().is_empty());
}

/// The button of a page.
async fn goes_on(talk: &Talk, page: &str, id: &str) -> Result<Received, majlis_channels::Refused> {
    let wish = Content::Wish { campaign: "bus-trip".to_owned(), wish: Wish::GoOn };
    talk.gateway
        .receive(Inbound {
            channel: "web".to_owned(),
            kind: "web",
            provider: None,
            from: Address::web(page).unwrap(),
            to: None,
            provider_id: id.to_owned(),
            content: wish,
            received_at: super::super::now(),
            lang: Some("en".to_owned()),
            sender: majlis_channels::Proof::Proven,
            answers: None,
        })
        .await
}

#[tokio::test]
async fn a_page_shows_a_code_by_which_a_phone_goes_on_with_the_same_question() {
    let talk = Talk::start();
    let (page, anna) = ("anna-on-the-web", phone(ANNA));
    let who = Address::web(page).unwrap();
    talk.fills_in(page, "score", "4", "en").await;
    assert_eq!(talk.gateway.shown_code(&who).await.unwrap(), None);
    goes_on(&talk, page, "g1").await.unwrap();
    let shown = talk.gateway.shown_code(&who).await.unwrap().unwrap();
    assert_eq!((shown.code.len(), shown.code.as_bytes()[3], shown.until.len()), (7, b' ', 5));
    goes_on(&talk, page, "g1").await.unwrap();
    let twice = talk.gateway.shown_code(&who).await.unwrap().unwrap();
    assert_eq!(twice, shown, "a double tap shows the same");
    let waits = talk.gateway.standing(&who, "bus-trip", None).await.unwrap().unwrap();
    assert_eq!(waits.message.question.unwrap().step, "comment", "nothing was answered by it");

    let joined = talk.tells(&anna, &format!("LINK {}", shown.code)).await;
    assert!(joined.starts_with("Done: both are one now."), "{joined}");
    assert!(joined.contains("What should we know"), "{joined}");
    assert_eq!(talk.gateway.shown_code(&who).await.unwrap(), None, "it is good once");
    talk.tells(&anna, "more shade").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 1, "one answer, and it counts: {events:?}");
    assert_eq!((&events[0]["counts"], &events[0]["channel"]), (&true.into(), &"sms".into()));
    assert_eq!(events[0]["participant"]["assurance"], "linked");
    let there = talk.gateway.standing(&who, "bus-trip", None).await.unwrap().unwrap();
    assert!(there.receipt.is_some(), "the page knows that it is done");
}

#[tokio::test]
async fn a_page_on_which_nothing_was_answered_gets_no_code_nor_does_one_see_another_s() {
    let talk = Talk::start();
    goes_on(&talk, "nobody", "g1").await.unwrap();
    let nobody = Address::web("nobody").unwrap();
    assert_eq!(talk.gateway.shown_code(&nobody).await.unwrap(), None);
    // A code that LINK showed on the phone is not repeated on a page that was joined.
    let (page, anna) = ("anna-on-the-web", phone(ANNA));
    let who = Address::web(page).unwrap();
    talk.fills_in(page, "score", "4", "en").await;
    goes_on(&talk, page, "g2").await.unwrap();
    let shown = talk.gateway.shown_code(&who).await.unwrap().unwrap();
    talk.tells(&anna, &format!("LINK {}", shown.code)).await;
    talk.tells(&anna, "LINK").await;
    assert_eq!(talk.gateway.shown_code(&who).await.unwrap(), None);
}

#[tokio::test]
async fn pages_without_end_do_not_fill_the_codes() {
    let talk = Talk::start();
    talk.fills_in("page", "score", "4", "en").await;
    for id in 0..500 {
        goes_on(&talk, "page", &format!("g{id}")).await.unwrap();
    }
    let refused = goes_on(&talk, "page", "g500").await;
    assert!(matches!(refused, Err(majlis_channels::Refused::Unavailable(_))), "{refused:?}");
    let anna = phone(ANNA);
    assert!(talk.tells(&anna, "LINK").await.contains("LINK "), "phones are not held back by pages");
}
