//! Messages whose sender may not be who they say, replies that name their letter, and the unsubscribe button.

use majlis_channels::Proof;

use super::*;

const LENA: &str = "lena@home.example";

async fn mails(talk: &Talk, words: &str, sender: Proof, answers: Option<String>) -> String {
    let content = Content::Text(words.to_owned());
    mails_content(talk, content, sender, answers).await
}

async fn mails_content(
    talk: &Talk,
    content: Content,
    sender: Proof,
    answers: Option<String>,
) -> String {
    let id = talk.next.fetch_add(1, Ordering::Relaxed).to_string();
    let inbound = Inbound {
        channel: "mail".to_owned(),
        kind: "email",
        provider: None,
        from: Address::mail(LENA).unwrap(),
        to: Some("mailto:say@city.example?Subject=canary".to_owned()),
        provider_id: id,
        content,
        received_at: crate::intake::now(),
        lang: None,
        sender,
        answers,
    };
    let received = talk.gateway.receive(inbound).await.unwrap();
    received.replies.iter().map(fit::plain).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn what_nobody_vouches_for_is_marked_and_what_is_disowned_does_not_count() {
    for (sender, assurance, counts) in [
        (Proof::Proven, "reachable", true),
        (Proof::Unproven, "anonymous", true),
        (Proof::Disowned, "anonymous", false),
    ] {
        let talk = Talk::start();
        mails(&talk, "PARK", sender, None).await;
        mails(&talk, "2", sender, None).await;
        let event = talk.events().await.remove(0);
        assert_eq!(event["participant"]["assurance"], assurance);
        assert_eq!(event["counts"], counts, "{sender:?}");
        let flagged = event["flags"].to_string().contains("unverified_sender");
        assert_eq!(flagged, sender != Proof::Proven);
        let because = event["not_counted_because"].as_str();
        assert_eq!(because, (sender == Proof::Disowned).then_some("under_review"));
    }
}

#[tokio::test]
async fn a_keyword_of_nobody_taints_no_answer_that_is_proven() {
    let talk = Talk::start();
    mails(&talk, "PARK", Proof::Disowned, None).await;
    mails(&talk, "2", Proof::Proven, None).await;
    let event = talk.events().await.remove(0);
    assert_eq!((&event["counts"], &event["flags"]), (&true.into(), &Value::Null));
}

#[tokio::test]
async fn who_cannot_be_known_changes_withdraws_and_erases_nothing() {
    let talk = Talk::start();
    mails(&talk, "PARK", Proof::Proven, None).await;
    mails(&talk, "2", Proof::Proven, None).await;
    for words in ["CHANGE", "ERASE", "1", "2"] {
        let said = mails(&talk, words, Proof::Unproven, None).await;
        let asked = said.contains("reply to this email");
        assert_eq!(asked, words.len() > 1, "{words}: {said}");
    }
    // A menu that the resident opened is closed to others.
    assert!(mails(&talk, "ERASE", Proof::Proven, None).await.contains("1 "));
    for words in ["1", "2"] {
        let said = mails(&talk, words, Proof::Unproven, None).await;
        assert!(said.contains("reply to this email"), "{words}: {said}");
    }
    assert_eq!(talk.events().await.len(), 1, "nothing was changed");
    assert!(mails(&talk, "2", Proof::Proven, None).await.contains("rased"));
    assert_eq!(talk.events().await[1]["action"], "erased");
}

#[tokio::test]
async fn stop_needs_no_proof() {
    let talk = Talk::start();
    mails(&talk, "PARK", Proof::Proven, None).await;
    assert!(mails(&talk, "STOP", Proof::Disowned, None).await.contains("no more messages"));
}

#[tokio::test]
async fn the_unsubscribe_button_ends_every_conversation_without_a_word() {
    let talk = Talk::start();
    mails(&talk, "BUS", Proof::Proven, None).await;
    mails(&talk, "4", Proof::Proven, None).await;
    for _ in 0..2 {
        assert_eq!(mails_content(&talk, Content::OptOut, Proof::Proven, None).await, "");
    }
    let events = talk.events().await;
    assert_eq!(events.len(), 1, "what was answered is handed on");
    assert_eq!((&events[0]["action"], &events[0]["ended_by"]), (&"partial".into(), &"stop".into()));
    assert!(mails(&talk, "4", Proof::Proven, None).await.contains("no more messages"));
    assert_eq!(talk.later(30).await.reminded, 0);
}

#[tokio::test]
async fn a_reply_goes_to_the_campaign_whose_letter_it_answers() {
    let talk = Talk::start();
    mails(&talk, "PARK", Proof::Proven, None).await;
    let claim = Claim {
        channel: "mail".to_owned(),
        max: 1,
        now: after(1),
        until: after(2),
        repeat_safe: true,
    };
    let letter = talk.store.claim(claim).await.unwrap().remove(0);
    let from = letter.from.unwrap();
    assert_eq!(from, "mailto:say@city.example?Subject=canary", "the letter that it answers");
    mails(&talk, "BUS", Proof::Proven, None).await;
    mails(&talk, "2", Proof::Proven, Some(letter.id)).await;
    let event = talk.events().await.remove(0);
    assert_eq!(event["campaign"], "park-hours");
    // An id that is nobody's changes nothing.
    mails(&talk, "4", Proof::Proven, Some("01JD0000000000000000000000".to_owned())).await;
    mails(&talk, "late", Proof::Proven, None).await;
    assert_eq!(talk.events().await[1]["campaign"], "bus-trip");
}
