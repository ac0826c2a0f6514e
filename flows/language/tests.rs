#![allow(clippy::unwrap_used)]

use serde_json::json;

use super::*;

fn lang(text: &str, allow: &[&str]) -> Option<&'static str> {
    detect(text, allow).map(|d| d.lang)
}

#[test]
fn scripts_decide_where_they_can() {
    assert_eq!(lang("കുട്ടികൾക്ക് തണൽ വേണം", &[]), Some("ml"));
    assert_eq!(lang("গাছ লাগান", &[]), Some("bn"));
    assert_eq!(lang("மரங்கள்", &[]), Some("ta"));
    assert_eq!(lang("മരം", &["en", "ar"]), None, "not among the allowed");
}

#[test]
fn letters_part_the_languages_of_the_arabic_script() {
    assert_eq!(lang("نحتاج إلى ظل قرب المدرسة", &[]), Some("ar"));
    assert_eq!(lang("ہمیں سڑک پر روشنی چاہیے", &[]), Some("ur"));
    assert_eq!(lang("ما به چراغ‌های بیشتری نیاز داریم", &["ar", "fa"]), Some("fa"));
}

#[test]
fn what_is_in_no_language_has_no_answer() {
    for text in [
        "",
        "5",
        "😀",
        "ok",
        "OK thanks",
        "Dubai",
        "دبي",
        "https://example.org/en/x",
        "a@b.example 2",
    ] {
        assert_eq!(detect(text, &[]), None, "{text:?}");
    }
}

#[test]
fn a_sentence_is_found_and_a_prior_settles_a_guess() {
    let found = detect("The bins behind the school are always full in the evening", &["en", "tl"]);
    assert!(found.is_some_and(|d| d.lang == "en" && d.confidence >= PROPOSE));
    let guess = detect("linya", &["en", "tl"]);
    assert!(guess.is_some_and(|d| d.confidence < PROPOSE));
    let prior = detect_after("linya", &["en", "tl"], Some("tl"));
    assert!(prior.is_some_and(|d| d.lang == "tl" && (PROPOSE..0.95).contains(&d.confidence)));
}

#[test]
fn arabic_in_latin_letters_is_marked() {
    let found = detect("sa3a wa7da", &["ar", "en"]);
    assert!(found.is_some_and(|d| d.lang == "ar" && d.romanised && d.script == "Latn"));
}

#[test]
fn a_line_of_the_command_is_json_or_text() {
    assert_eq!(row("ok"), json!({"abstain": true}));
    let line = r#"{"text":"نحتاج إلى ظل","allow":["ar","en"]}"#;
    assert_eq!(row(line)["lang"], "ar");
    assert_eq!(row("{broken"), row("{broken"), "no panic");
}
