//! Mail through a real Postfix and back, once: it needs root, so `tests/run` runs it as a step of its own.

use std::time::Duration;

use serde_json::Value;

use crate::peers::mail::{MAILBOX, mail};
use crate::peers::process::wait_for;
use crate::peers::{Gateway, Postfix};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs root; tests/run runs it"]
async fn letters_go_out_and_come_back_through_postfix_and_its_bounce_is_recorded() {
    let post = Postfix::start().await;
    let mut gateway = Gateway::new(&post.channel(), &[]);
    gateway.start().await;

    // A question goes out with STARTTLS and comes to Dovecot by LMTP; the reply comes by Postfix and IMAP.
    let anna = "anna@home.example";
    post.send(anna, MAILBOX, &mail(anna, "PARK", "")).await;
    let question = post.mail().wait_for(anna, 1).await.remove(0);
    let path = question.raw.split("\n\n").next().unwrap().replace("\r", "");
    assert!(path.contains("by mx.city.example (Postfix) with ESMTPSA"), "{path}");
    let announced = "On Wed, 25 Nov 2026 at 10:00, City Parks <say@city.example> wrote:";
    let answer = question.answer(anna, "2", announced);
    post.send(anna, &question.reply_to(), &answer).await;
    let thanks = post.mail().wait_for(anna, 2).await.remove(1);
    let event = gateway.consumer().wait_for(1).await.remove(0);
    let data = &event["data"];
    assert_eq!(data["answers"][0]["value"]["option"], "later");
    assert_eq!(data["participant"]["assurance"], "reachable", "a reply with our token proves it");
    assert!(thanks.text().contains(data["receipt"].as_str().unwrap()), "{}", thanks.text());

    // A server elsewhere says 550 to Postfix, which tells the sender of the envelope.
    let dora = "dora@refused.example";
    post.send(dora, MAILBOX, &mail(dora, "PARK", "")).await;
    let failed = wait_for("the bounce to be recorded", Duration::from_secs(20), async || {
        let list = gateway.ask(&["queue", "dead", "--json"]);
        list.lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .find(|delivery| delivery["state"] == "failed")
    })
    .await;
    assert_eq!((&failed["channel"], &failed["reason"]), (&"mail".into(), &"5.1.1".into()));
    assert_eq!(failed["attempts"], 1, "a bounce is no reason to send again");

    let log = post.log();
    let private = log.find("TLS connection established from localhost[127.0.0.1]: TLSv1.3");
    let login = log.find("sasl_username=majlis");
    assert!(private.is_some() && private < login, "STARTTLS, then the password: {log}");
    assert!(log.contains("status=bounced"), "{log}");
    assert!(!gateway.said().contains("dora"), "no address in our log");
}
