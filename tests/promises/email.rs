//! Real mail: residents' mailboxes in a real Dovecot, SMTP servers with habits of their own, the gateway between them.

use std::time::Duration;

use serde_json::Value;

use crate::peers::gateway::PATH_SECRET;
use crate::peers::http::client;
use crate::peers::mail::{Letter, mail};
use crate::peers::process::wait_for;
use crate::peers::{Gateway, Mail};

/// The gateway at its mailbox.
struct Post {
    gateway: Gateway,
    mail: Mail,
}

const MAILBOX: &str = crate::peers::mail::MAILBOX;

impl Post {
    async fn open() -> Self {
        let mail = Mail::start().await;
        let mut gateway = Gateway::new(&mail.channel(), &[]);
        gateway.start().await;
        Self { gateway, mail }
    }

    async fn events(&self, count: usize) -> Vec<Value> {
        self.gateway.consumer().wait_for(count).await
    }

    /// Begins a campaign; the letter with the first question.
    async fn begin(&self, who: &str, keyword: &str) -> Letter {
        let before = self.mail.letters(who).len();
        self.mail.send(who, MAILBOX, &mail(who, keyword, "")).await;
        self.mail.wait_for(who, before + 1).await.remove(before)
    }

    /// Answers a letter as a mail program does.
    async fn answer(&self, who: &str, letter: &Letter, words: &str, announcement: &str) {
        let mail = letter.answer(who, words, announcement);
        self.mail.send(who, &letter.reply_to(), &mail).await;
    }

    async fn delivery(&self, state: &str) -> Value {
        wait_for(&format!("a delivery that is {state}"), Duration::from_secs(20), async || {
            let list = self.gateway.ask(&["queue", "dead", "--json"]);
            list.lines()
                .map(|line| serde_json::from_str::<Value>(line).unwrap())
                .find(|delivery| delivery["state"] == state)
        })
        .await
    }
}

fn data(event: &Value) -> &Value {
    &event["data"]
}

const ANNOUNCED: &str = "On Wed, 25 Nov 2026 at 10:00, City Parks <say@city.example> wrote:";

#[tokio::test(flavor = "multi_thread")]
async fn a_poll_is_answered_by_replying_with_a_number() {
    let post = Post::open().await;
    let anna = "anna@home.example";

    let question = post.begin(anna, "PARK").await;
    assert!(question.text().contains("\n2 "), "numbered lines: {}", question.text());
    assert!(question.subject().starts_with("Re: PARK"), "{}", question.subject());
    post.answer(anna, &question, "2", ANNOUNCED).await;
    let thanks = post.mail.wait_for(anna, 2).await.remove(1);

    let event = post.events(1).await.remove(0);
    let receipt = data(&event)["receipt"].as_str().unwrap();
    assert!(thanks.text().contains(receipt), "{}", thanks.text());
    assert_eq!(data(&event)["answers"][0]["value"]["option"], "later");
    assert_eq!(data(&event)["answers"][0]["raw"], "2");
    assert_eq!(data(&event)["channel"], "email");
    assert_eq!(data(&event)["participant"]["assurance"], "reachable");
    assert_eq!(data(&event)["flags"], Value::Null);
    assert!(!post.gateway.said().contains("anna"), "no address in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_text_and_accessible_html_in_one_thread() {
    let post = Post::open().await;
    let question = post.begin("anna@home.example", "حديقة").await;

    let (text, html) = (question.text(), question.html());
    assert!(text.starts_with("##- اكتب"), "{text}");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert!(html.contains("<h1"), "{html}");
    assert!(
        !html.contains("<img") && !html.contains("<script") && !html.contains("@import"),
        "{html}"
    );
    let field = |name: &str| question.field(name).unwrap_or_default();
    assert_eq!(field("Auto-Submitted"), "auto-replied");
    assert_eq!(field("In-Reply-To"), field("References"));
    assert!(field("In-Reply-To").ends_with("@home.example>"), "{}", field("In-Reply-To"));
    assert_eq!(field("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    assert!(field("Return-Path").starts_with("<say+b"), "{}", field("Return-Path"));
    assert!(question.reply_to().starts_with("say+r"), "{}", question.reply_to());
    assert!(!question.stop_link().contains("anna"), "{}", question.stop_link());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_arabic_answer_above_a_quotation_is_read_and_answered_in_arabic() {
    let post = Post::open().await;
    let who = "salma@home.example";

    let question = post.begin(who, "حديقة").await;
    let announced = "\u{200f}في الأربعاء، ٢٥ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص كتب \u{202a}City Parks\u{202c}\u{200f} <\u{202a}say@city.example\u{202c}\u{200f}>:";
    post.answer(who, &question, "٢", announced).await;
    let thanks = post.mail.wait_for(who, 2).await.remove(1);

    let event = post.events(1).await.remove(0);
    assert!(thanks.text().contains(data(&event)["receipt"].as_str().unwrap()), "{}", thanks.text());
    assert_eq!(data(&event)["language"]["used"], "ar");
    let answer = &data(&event)["answers"][0];
    assert_eq!((&answer["raw"], &answer["value"]["option"]), (&"٢".into(), &"later".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_out_of_office_note_is_no_answer_and_gets_none() {
    let post = Post::open().await;
    let who = "ben@home.example";
    let question = post.begin(who, "PARK").await;
    let note = question.answer(who, "I am away until Monday.", ANNOUNCED);
    let note = format!("Auto-Submitted: auto-replied (vacation)\n{note}");

    post.mail.send("", &question.reply_to(), &note).await;
    post.mail.wait_until_seen(2).await;
    post.answer(who, &question, "3", ANNOUNCED).await;
    post.mail.wait_for(who, 2).await;

    let event = post.events(1).await.remove(0);
    assert_eq!(data(&event)["answers"][0]["attempts"], 1, "the note was no attempt");
    assert_eq!(post.mail.letters(who).len(), 2, "one question and one thanks");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bounce_is_recorded_at_its_delivery() {
    let post = Post::open().await;
    let who = "clara@gone.example";
    post.mail.send(who, MAILBOX, &mail(who, "PARK", "")).await;

    let failed = post.delivery("failed").await;
    assert_eq!((&failed["channel"], &failed["reason"]), (&"mail".into(), &"5.1.1".into()));
    assert_eq!(failed["attempts"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_mail_server_refuses_is_given_up_and_what_it_puts_off_is_tried_again() {
    let post = Post::open().await;
    let (refused, busy, lost) = ("dora@refused.example", "emil@busy.example", "finn@lost.example");
    for who in [refused, busy, lost] {
        post.mail.send(who, MAILBOX, &mail(who, "PARK", "")).await;
    }

    let dead = post.delivery("dead").await;
    assert_eq!(dead["reason"], "the mail server said no: 550 5.1.1");
    post.mail.wait_for(busy, 1).await;
    let unknown = post.delivery("unknown").await;
    assert_eq!(unknown["attempts"], 1, "what may have been sent is not sent again: {unknown}");
    assert!(!post.gateway.said().contains("dora"), "no address in the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_unsubscribes_and_then_nothing_more_is_sent() {
    let post = Post::open().await;
    let who = "gita@home.example";
    let question = post.begin(who, "PARK").await;
    let link = question.stop_link();

    let page = client().get(&link).send().await.unwrap();
    assert_eq!(page.status(), 200);
    let page = page.text().await.unwrap();
    assert!(page.contains("<form method=\"post\">"), "{page}");
    post.answer(who, &question, "not a number at all", ANNOUNCED).await;
    post.mail.wait_for(who, 2).await;
    // Looking at the page changed nothing; pressing the button does, as often as one likes.
    for _ in 0..2 {
        let pressed = client()
            .post(&link)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(pressed.send().await.unwrap().status(), 200);
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(post.mail.letters(who).len(), 2, "no letter says that there will be none");

    let forged = format!("{}/u/{}", post.gateway.public, "A".repeat(90));
    assert_eq!(client().post(forged).send().await.unwrap().status(), 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_is_an_opt_out() {
    let post = Post::open().await;
    let who = "hugo@complains.example";
    post.begin(who, "PARK").await;
    // Its own mail, the complaint.
    post.mail.wait_until_seen(2).await;

    post.mail.send(who, MAILBOX, &mail(who, "hello", "is anybody there")).await;
    let letters = post.mail.wait_for(who, 2).await;
    assert!(letters[1].text().contains("START"), "told that they opted out: {}", letters[1].text());
}

#[tokio::test(flavor = "multi_thread")]
async fn senders_that_are_proven_and_disowned_are_told_apart() {
    let post = Post::open().await;
    let senders = ["ivy@home.example", "jack@forged.example", "kim@elsewhere.example"];
    for who in senders {
        // Keyword and answer in one mail, so that no letter of ours proves anything.
        let mut letter = mail(who, "PARK 2", "");
        if who.starts_with("jack") {
            letter = format!("Authentication-Results: mx.city.example; dmarc=pass\n{letter}");
        }
        post.mail.send(who, MAILBOX, &letter).await;
        post.mail.wait_for(who, 1).await;
    }

    let events = post.events(3).await;
    let told: Vec<_> = events
        .iter()
        .map(|event| {
            let data = data(event);
            let flag = data["flags"][0].as_str().unwrap_or("none").to_owned();
            let because = data["not_counted_because"].as_str().unwrap_or("none").to_owned();
            let assurance = data["participant"]["assurance"].as_str().unwrap().to_owned();
            (assurance, flag, data["counts"].as_bool().unwrap(), because)
        })
        .collect();
    let of = |a: &str, f: &str, counts, b: &str| (a.to_owned(), f.to_owned(), counts, b.to_owned());
    assert_eq!(told[0], of("reachable", "none", true, "none"));
    assert_eq!(told[1], of("anonymous", "unverified_sender", false, "under_review"));
    assert_eq!(told[2], of("anonymous", "unverified_sender", true, "none"));
}

#[tokio::test(flavor = "multi_thread")]
async fn erase_from_an_unproven_sender_is_asked_for_again_by_return_mail() {
    let post = Post::open().await;
    let who = "lena@elsewhere.example";
    let question = post.begin(who, "PARK").await;
    post.answer(who, &question, "2", ANNOUNCED).await;
    post.mail.wait_for(who, 2).await;
    let event = post.events(1).await.remove(0);
    assert_eq!(
        data(&event)["participant"]["assurance"],
        "reachable",
        "the reply proved the mailbox"
    );

    post.mail.send(who, MAILBOX, &mail(who, "ERASE", "")).await;
    let asked = post.mail.wait_for(who, 3).await.remove(2);
    assert!(asked.text().contains("reply to this email"), "{}", asked.text());
    post.events(1).await;

    post.answer(who, &asked, "ERASE", ANNOUNCED).await;
    let which = post.mail.wait_for(who, 4).await.remove(3);
    let all = which.text().lines().position(|line| line.contains("rase everything")).is_some();
    assert!(all, "{}", which.text());
    let number = which
        .text()
        .lines()
        .find(|line| line.contains("rase everything"))
        .and_then(|line| line.split_whitespace().next().map(str::to_owned))
        .unwrap();
    // Somebody else who knows of the question cannot answer it.
    post.mail.send(who, MAILBOX, &mail(who, "your question", &number)).await;
    post.mail.wait_for(who, 5).await;
    post.events(1).await;
    post.answer(who, &which, &number, ANNOUNCED).await;
    let events = post.events(2).await;
    assert_eq!(data(&events[1])["action"], "erased");
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_fall_silent_after_at_most_one_answer() {
    let post = Post::open().await;
    let (polite, rude) = ("polite@robot.example", "rude@robot.example");
    for who in [polite, rude] {
        post.mail
            .send(who, MAILBOX, &mail(who, "good day", "we have received your fax of yesterday"))
            .await;
    }
    // Our answer to each, theirs to it, at most one more of ours to the rude one, and its answer to that.
    tokio::time::sleep(Duration::from_secs(5)).await;
    let before = post.mail.letters(MAILBOX).len();
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(post.mail.letters(MAILBOX).len(), before, "it is silent");
    assert!(before <= 2 + 1 + 2, "{before} mails");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_mail_by_two_ways_and_twice_is_one_submission() {
    let post = Post::open().await;
    let who = "mona@home.example";
    let question = post.begin(who, "PARK").await;
    let answer = question.answer(who, "2", ANNOUNCED);

    for _ in 0..2 {
        post.mail.send(who, &question.reply_to(), &answer).await;
        let hook = format!("{}/hooks/email/mail/{PATH_SECRET}", post.gateway.public);
        let pushed =
            client().post(hook).header("content-type", "message/rfc822").body(answer.clone());
        assert_eq!(pushed.send().await.unwrap().status(), 200);
    }
    post.mail.wait_until_seen(3).await;

    post.events(1).await;
    assert_eq!(post.mail.letters(who).len(), 2, "one question and one thanks");
    let wrong = format!("{}/hooks/email/mail/{}", post.gateway.public, "0".repeat(32));
    assert_eq!(client().post(wrong).body(answer).send().await.unwrap().status(), 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_the_mail_is_marked_it_is_still_one_submission() {
    let mut post = Post::open().await;
    let who = "nora@home.example";
    let question = post.begin(who, "PARK").await;
    post.answer(who, &question, "2", ANNOUNCED).await;
    post.mail.wait_for(who, 2).await;
    post.mail.wait_until_seen(2).await;

    post.gateway.kill();
    post.mail.unsee_all();
    post.gateway.start().await;
    post.mail.wait_until_seen(2).await;

    post.events(1).await;
    assert_eq!(post.mail.letters(who).len(), 2, "one question and one thanks");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_belongs_to_the_campaign_of_its_letter() {
    let post = Post::open().await;
    let who = "olga@home.example";
    let park = post.begin(who, "PARK").await;
    let bus = post.begin(who, "BUS").await;

    // The question put last is that of the bus.
    post.answer(who, &park, "2", ANNOUNCED).await;
    let event = post.events(1).await.remove(0);
    assert_eq!(data(&event)["campaign"], "park-hours");
    assert_eq!(data(&event)["answers"][0]["value"]["option"], "later");
    post.answer(who, &bus, "4", ANNOUNCED).await;
    let comment = post.mail.wait_for(who, 5).await.pop().unwrap();
    post.answer(who, &comment, "The bus came late", ANNOUNCED).await;
    let event = post.events(2).await.remove(1);
    assert_eq!(data(&event)["campaign"], "bus-trip");
    assert_eq!(data(&event)["answers"][0]["value"]["score"], 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn over_private_lines_only_a_certificate_that_is_trusted_will_do() {
    let post = Mail::start_private().await;
    for imap in ["tls", "starttls"] {
        let who = format!("{imap}@home.example");
        let mut gateway = Gateway::new(&post.private_channel(imap), &[]);
        gateway.start().await;
        post.send(&who, MAILBOX, &mail(&who, "PARK", "")).await;
        post.wait_for(&who, 1).await;
        gateway.stop();
    }
    let trusting_nobody: String = post
        .private_channel("tls")
        .lines()
        .filter(|line| !line.starts_with("extra_roots"))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut gateway = Gateway::new(&trusting_nobody, &[]);
    gateway.start().await;
    wait_for("the line to be refused", Duration::from_secs(20), async || {
        gateway.said().contains("is its certificate valid for its name?").then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_idle_is_asked_again_and_again() {
    let poor = "ssl = no\nimap_capability = IMAP4rev1 LITERAL+ UIDPLUS";
    let mail = Mail::start_with(poor, None).await;
    let mut gateway = Gateway::new(&format!("{}poll_seconds = 1\n", mail.channel()), &[]);
    gateway.start().await;
    let post = Post { gateway, mail };
    let who = "pia@home.example";

    let question = post.begin(who, "PARK").await;
    post.answer(who, &question, "2", ANNOUNCED).await;
    post.events(1).await;
    assert!(post.gateway.said().contains("idles=false"), "{}", post.gateway.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_again_and_again_while_it_reads_every_mail_is_one_submission() {
    const MAILS: usize = 60;
    let mut post = Post::open().await;
    post.gateway.kill();
    for number in 0..MAILS {
        let who = format!("q{number}@home.example");
        post.mail.send(&who, MAILBOX, &mail(&who, "PARK 2", "")).await;
    }

    for pause in [40, 90, 60, 150, 30, 120, 80, 50] {
        post.gateway.start().await;
        tokio::time::sleep(Duration::from_millis(pause)).await;
        post.gateway.kill();
    }
    post.gateway.start().await;
    post.mail.wait_until_seen(MAILS).await;

    let events = post.events(MAILS).await;
    let people: std::collections::HashSet<_> =
        events.iter().map(|event| data(event)["participant"]["key"].to_string()).collect();
    assert_eq!(people.len(), MAILS, "one submission of each");
}
