//! One resident with several answers: which is meant, what stands, what waits.

use super::*;

async fn gave_two_answers(talk: &Talk) {
    for text in ["PARK", "1", "BUS", "4", "skip"] {
        talk.says(ANNA, text).await;
    }
}

fn actions(events: &[Value]) -> Vec<(&str, &str)> {
    let of = |event: &'_ Value, key: &str| event[key].as_str().unwrap().to_owned();
    let told = events.iter().map(|event| (of(event, "campaign"), of(event, "action")));
    told.map(|(campaign, action)| (&*campaign.leak(), &*action.leak())).collect()
}

#[tokio::test]
async fn each_of_several_answers_can_be_taken_back_once() {
    let talk = Talk::start();
    gave_two_answers(&talk).await;
    let list = talk.says(ANNA, "erase").await;
    assert!(list.contains("1 Take back my answer: How was your bus trip"), "{list}");
    assert!(list.contains("2 Take back my answer: Opening hours"), "{list}");
    assert!(talk.says(ANNA, "2").await.contains("no longer counts"));
    assert!(
        talk.says(ANNA, "erase").await.contains("1 Take back my answer: How was your bus trip")
    );
    talk.says(ANNA, "1").await;
    let list = talk.says(ANNA, "erase").await;
    assert!(list.contains("1 Erase everything") && !list.contains("Take back"), "{list}");
    assert!(talk.says(ANNA, "2").await.contains("Nothing was changed"));
    let events = talk.events().await;
    assert_eq!(actions(&events)[2..], [("park-hours", "withdrawn"), ("bus-trip", "withdrawn")]);
}

#[tokio::test]
async fn each_of_several_answers_can_be_changed() {
    let talk = Talk::start();
    gave_two_answers(&talk).await;
    assert!(talk.says(ANNA, "change").await.contains("2 Opening hours"));
    assert!(talk.says(ANNA, "2").await.contains("1 Open earlier"));
    talk.says(ANNA, "3").await;
    let events = talk.events().await;
    assert_eq!(actions(&events)[2], ("park-hours", "corrected"));
    assert_eq!(events[2]["answers"][0]["value"]["option"], "both");
}

#[tokio::test]
async fn words_that_are_no_choice_are_asked_back_once_and_then_are_what_they_are() {
    let talk = Talk::start();
    gave_two_answers(&talk).await;
    talk.says(ANNA, "erase").await;
    assert!(talk.says(ANNA, "what is this").await.contains("Take back"), "asked once more");
    assert!(talk.says(ANNA, "help").await.contains("Take back"), "help does not lose the list");
    assert!(!talk.says(ANNA, "BUS").await.contains("Take back"), "a keyword leads away");
    assert_eq!(talk.events().await.len(), 2);
}

#[tokio::test]
async fn an_answer_can_be_taken_back_after_the_campaign_closed() {
    let talk = Talk::with(|config| {
        let park = config.campaigns.iter_mut().find(|campaign| campaign.id == "park-hours");
        park.unwrap().closes = Some(after(1));
    });
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "1").await;
    let mut clock = talk.clock();
    assert!(talk.says(ANNA, "erase").await.contains("Take back"));
    clock.tick(after(2)).await.unwrap();
    assert!(talk.says(ANNA, "1").await.contains("no longer counts"));
    assert_eq!(talk.events().await[1]["action"], "withdrawn");
}

#[tokio::test]
async fn status_tells_of_every_answer_and_puts_the_question_again() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "1").await;
    let receipt = talk.events().await[0]["receipt"].as_str().unwrap().to_owned();
    assert!(talk.says(ANNA, "status").await.contains(&receipt));
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "4").await;
    let said = talk.says(ANNA, "status").await;
    assert!(said.contains(&format!("Opening hours: the parks: {receipt}")), "{said}");
    assert!(said.contains("not finished yet"), "{said}");
    assert!(said.contains("SKIP"), "the question that waits: {said}");
}

#[tokio::test]
async fn start_after_stop_goes_on_where_it_was() {
    let talk = Talk::start();
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "4").await;
    talk.says(ANNA, "STOP").await;
    let back = talk.says(ANNA, "START").await;
    assert!(back.contains("Welcome back"), "{back}");
    talk.says(ANNA, "the driver waited").await;
    let events = talk.events().await;
    assert_eq!(actions(&events), [("bus-trip", "partial"), ("bus-trip", "corrected")]);
}

#[tokio::test]
async fn who_answers_too_late_is_told_that_it_is_closed() {
    let talk = Talk::with(|config| {
        let park = config.campaigns.iter_mut().find(|campaign| campaign.id == "park-hours");
        park.unwrap().closes = Some(after(1));
    });
    talk.says(ANNA, "PARK").await;
    talk.clock().tick(after(2)).await.unwrap();
    let said = talk.says(ANNA, "1").await;
    assert!(said.contains("This is closed now"), "{said}");
    assert_eq!(talk.kept().await, [(KeptBecause::NotUnderstood, "1".to_owned())]);
}

#[tokio::test]
async fn words_after_person_are_for_a_person_and_no_answer() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    let asked = talk.says(ANNA, "person").await;
    assert!(asked.contains("what a person should read") && asked.contains("shade"), "{asked}");
    let said = talk.says(ANNA, "my child needs a ramp").await;
    assert!(said.contains("A person will read") && said.contains("shade"), "{said}");
    assert_eq!(
        talk.kept().await[0],
        (KeptBecause::WantsPerson, "my child needs a ramp".to_owned())
    );
    talk.says(ANNA, "trees at the corner").await;
    talk.says(ANNA, "skip").await;
    assert_eq!(talk.events().await[0]["idea"]["body"], "trees at the corner");
}

#[tokio::test]
async fn a_number_after_a_list_that_ran_out_of_time_is_no_answer() {
    let talk = Talk::start();
    for text in ["STREET", "1 2", "change"] {
        talk.says(ANNA, text).await;
    }
    talk.says(ANNA, "change").await;
    talk.later(100).await;
    talk.says(ANNA, "1").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 1, "the time-out alone: {events:?}");
}

#[tokio::test]
async fn what_a_person_must_read_first_does_not_count_yet() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    for words in ["bla", "blu", "bli"] {
        talk.says(ANNA, words).await;
    }
    let event = &talk.events().await[0];
    assert_eq!((&event["counts"], &event["flags"][0]), (&false.into(), &"unclear".into()));
    assert_eq!(event["not_counted_because"], "under_review");
}
