//! How it is said: simply, truly, once, and with the words that are useful at that place.

use super::*;

#[tokio::test]
async fn a_reader_of_a_language_without_keyword_is_shown_the_gateways() {
    let talk = Talk::start();
    let menu = talk.gateway.menu("hi", super::super::now());
    assert!(menu.contains("PARK: ") && !menu.contains("حديقة: "), "{menu}");
    assert!(talk.gateway.menu("ar", super::super::now()).contains("حديقة"), "the reader's first");
}

#[tokio::test]
async fn help_outside_of_a_conversation_names_what_can_be_done_there() {
    let talk = Talk::start();
    let help = talk.says(ANNA, "HELP").await;
    for word in ["CHANGE", "STATUS", "ERASE", "LANGUAGE", "PERSON", "PARK: "] {
        assert!(help.contains(word), "{word}: {help}");
    }
    talk.says(ANNA, "PARK").await;
    let help = talk.says(ANNA, "HELP").await;
    assert!(help.contains("LANGUAGE") && help.contains("BACK"), "{help}");
    let thanks = talk.says(ANNA, "1").await;
    assert!(thanks.contains("CHANGE: "), "{thanks}");
    assert!(talk.says(ANNA, "PARK").await.contains("CHANGE: "));
}

#[tokio::test]
async fn one_latin_word_said_twice_brings_no_offer_of_another_language() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    let asked = talk.says(ANNA, "bla bla").await;
    let offer = talk.gateway.sentence("ar", "switch-offer", &[]);
    assert!(asked.contains("did not understand") && !asked.contains(&offer), "{asked}");
}

#[tokio::test]
async fn a_text_over_its_limit_is_kept_whole_and_that_is_said_once_kindly() {
    let talk = Talk::start();
    talk.says(ANNA, "SHADE").await;
    let words = "more trees along the road to the school please ".repeat(60);
    let kept = talk.says(ANNA, words.trim()).await;
    assert!(kept.starts_with("That was long. We kept all of it.\n"), "{kept}");
    let next = talk.says(ANNA, "skip").await;
    assert!(!next.contains("That was long"), "{next}");
    assert_eq!(talk.events().await[0]["idea"]["body"], words.trim());
}

#[tokio::test]
async fn a_phone_number_in_free_text_is_flagged_and_kept_as_written() {
    let talk = Talk::start();
    for text in ["SHADE", "trees please, ring 050 123 4567", "skip"] {
        talk.says(ANNA, text).await;
    }
    let event = &talk.events().await[0];
    assert_eq!(event["flags"], serde_json::json!(["pii:phone"]));
    assert_eq!(event["idea"]["body"], "trees please, ring 050 123 4567");
}

#[tokio::test]
async fn points_keep_their_options_at_every_try_and_words_are_not_called_a_wrong_sum() {
    let talk = Talk::start();
    talk.says(ANNA, "BUDGET").await;
    talk.says(ANNA, "1").await;
    let asked = talk.says(ANNA, "1").await;
    let order = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
        lines.map(|line| line.split_once(' ').unwrap().1.to_owned()).collect()
    };
    let shown = order(&asked);
    assert!(shown.len() > 1, "{asked}");
    let mut said = String::new();
    for tries in 1..=2 {
        said = talk.says(ANNA, "nothing like that").await;
        assert_eq!(order(&said), shown, "try {tries}: {said}");
    }
    assert!(!said.contains("does not add up"), "{said}");
}

#[tokio::test]
async fn a_person_who_will_read_is_told_of_without_a_second_thanks() {
    let talk = Talk::start();
    talk.says(ANNA, "PARK").await;
    talk.says(ANNA, "31").await;
    talk.says(ANNA, "purple elephants").await;
    let last = talk.says(ANNA, "purple elephants").await;
    assert!(last.contains("A person will read"), "{last}");
    assert_eq!(last.to_lowercase().matches("thank you").count(), 1, "{last}");
}
