//! Several campaigns at once, several people at one phone, several languages.

use super::*;

#[tokio::test]
async fn a_bare_answer_goes_to_the_newest_question_and_the_other_is_asked_next() {
    let talk = Talk::start();
    talk.says(ANNA, "BUS").await;
    talk.says(ANNA, "PARK").await;
    let said = talk.says(ANNA, "3").await;
    assert!(said.contains("receipt"), "{said}");
    assert!(said.contains("You have not finished: How was your bus trip?"), "{said}");
    assert!(said.contains("1 = very bad"), "the question of the other: {said}");
    talk.says(ANNA, "5").await;
    talk.says(ANNA, "skip").await;
    let events = talk.events().await;
    assert_eq!(events[0]["campaign"], "park-hours");
    assert_eq!(
        (&events[1]["campaign"], &events[1]["feedback"]["score"]),
        (&"bus-trip".into(), &5.into())
    );
    assert_eq!(events.len(), 2);
}

#[tokio::test]
async fn three_at_once_are_never_mixed() {
    let talk = Talk::start();
    for text in ["SHADE", "BUS", "4", "PARK", "SHADE", "a sail over the playground", "skip"] {
        talk.says(ANNA, text).await;
    }
    // Shade is done; of the two that wait, the park was asked last.
    talk.says(ANNA, "1").await;
    talk.says(ANNA, "the bus was late").await;
    let events = talk.events().await;
    let campaigns: Vec<&str> = events.iter().map(|e| e["campaign"].as_str().unwrap()).collect();
    assert_eq!(campaigns, ["shade-ideas", "park-hours", "bus-trip"]);
    assert_eq!(events[0]["idea"]["body"], "a sail over the playground");
    assert_eq!(events[2]["feedback"]["comment"], "the bus was late");
}

#[tokio::test]
async fn a_reminder_makes_its_question_the_newest() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "BUS").await;
    assert_eq!(talk.later(25).await.reminded, 1, "of the one that was asked last");
    talk.says(ANNA, "2").await;
    talk.says(ANNA, "skip").await;
    let events = talk.events().await;
    assert_eq!(
        (&events[0]["campaign"], &events[0]["feedback"]["score"]),
        (&"bus-trip".into(), &2.into())
    );
}

#[tokio::test]
async fn a_shared_phone_is_asked_whether_this_is_a_new_person() {
    let talk = Talk::with(|config| {
        config.campaigns.iter_mut().for_each(|campaign| campaign.several_people = true);
    });
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "1").await;
    let asked = talk.says(ANNA, "PARK").await;
    assert!(
        asked.contains("new person") && asked.contains("1 Yes") && asked.contains("2 No"),
        "{asked}"
    );
    assert!(talk.says(ANNA, "perhaps").await.contains("new person"), "asked once more");
    assert!(talk.says(ANNA, "2").await.contains("already took part"));
    talk.says(ANNA, "PARK").await;
    assert!(talk.says(ANNA, "yes").await.contains("1 Open earlier"));
    talk.says(ANNA, "3").await;
    let events = talk.events().await;
    assert_eq!(events.len(), 2);
    assert_ne!(events[0]["submission"], events[1]["submission"]);
    assert_eq!(events[1]["flags"], serde_json::json!(["shared_address"]));
    assert_eq!(
        (&events[1]["counts"], &events[1]["participant"]["assurance"]),
        (&true.into(), &"reachable".into())
    );
    assert!(events[0].get("flags").is_none());
}

#[tokio::test]
async fn another_campaigns_keyword_or_stop_is_no_reply_to_who_are_you() {
    let talk = Talk::with(|config| {
        config.campaigns.iter_mut().for_each(|campaign| campaign.several_people = true);
    });
    for text in ["PARK", "1", "PARK", "BUS"] {
        talk.says(ANNA, text).await;
    }
    talk.says(ANNA, "2").await;
    talk.says(ANNA, "skip").await;
    let events = talk.events().await;
    assert_eq!((events.len(), &events[1]["feedback"]["score"]), (2, &2.into()));
    talk.says(ANNA, "PARK").await;
    assert!(talk.says(ANNA, "STOP").await.contains("no more messages"));
}

#[tokio::test]
async fn words_in_another_language_are_taken_and_the_switch_is_offered_once() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    let words = "نريد مظلات كبيرة فوق ساحة لعب الأطفال قرب المدرسة";
    let asked = talk.says(ANNA, words).await;
    assert!(asked.contains("Where is it?"), "the conversation stays in English: {asked}");
    let offer = talk.gateway.sentence("ar", "switch-offer", &[]);
    assert!(asked.contains(&offer), "{asked}");
    talk.says(ANNA, "skip").await;
    assert_eq!(talk.events().await[0]["idea"]["body"], words);
    assert_eq!(talk.events().await[0]["language"]["used"], "en");
}

#[tokio::test]
async fn a_language_that_was_wished_for_is_kept_whatever_the_keyword() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    assert!(talk.says(ANNA, "العربية").await.contains("فتح مبكر"));
    talk.says(ANNA, "1").await;
    assert!(talk.says(ANNA, "BUS").await.contains("حافلة"), "asked in Arabic");
    let said = talk.says(ANNA, "العمل بطيء جدا اليوم").await;
    assert!(!said.is_empty());
}
