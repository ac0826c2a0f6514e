//! Which language a text is in.
//!
//! The script decides first: most scripts have one language. Within Arabic, Devanagari, Cyrillic and Latin,
//! letters that only one language has decide next, and `whatlang` (trigrams) last. Short and neutral texts
//! ("ok", "Dubai", "5") are in no language in particular: there is no answer, rather than a guess.
//!
//! A detection proposes; it never locks a session into a language.

mod letters;
mod script;

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::understand::fold;
pub use script::Script;

/// A language proposed for a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Detection {
    /// A tag as in `locales/`.
    pub lang: &'static str,
    /// ISO 15924: `Arab`, `Latn` …
    pub script: &'static str,
    /// Written in Latin letters though the language has a script of its own.
    pub romanised: bool,
    /// 0 to 1; below [`PROPOSE`] it is a guess not to be acted on alone.
    pub confidence: f32,
}

/// From this confidence on a gateway may answer in the language found.
pub const PROPOSE: f32 = 0.6;

/// Words that people of every language type, and names of places here: they say nothing of a language.
const NEUTRAL: &str = " ok okay k kk no hi hey hello stop start help info menu back skip thanks thank you thx si na ya la \
    yes y n a e o please pls plz sorry bye sms whatsapp telegram email google facebook taxi bus metro tram wifi online app \
    uae dubai abu dhabi sharjah ajman fujairah ras al khaimah umm quwain deira bur jumeirah marina mall \
    دبي ابو ظبي ابوظبي الشارقه الشارقة عجمان الفجيره راس الخيمه الامارات اوکي اوك ";

/// Proposes a language among `allow` (tags; empty is all that are known), or nothing.
#[must_use]
pub fn detect(text: &str, allow: &[&str]) -> Option<Detection> {
    detect_after(text, allow, None)
}

/// The same, knowing which language this resident used before: it settles what letters leave open.
#[must_use]
pub fn detect_after(text: &str, allow: &[&str], prior: Option<&str>) -> Option<Detection> {
    let words = words(text);
    if words.is_empty() || words.iter().all(|word| is_neutral(word)) {
        return None;
    }
    let text = words.join(" ");
    let script = script::of(&text)?;
    let allowed = |lang: &str| allow.is_empty() || allow.contains(&lang);
    if let [only] = script.langs() {
        return allowed(only).then(|| found(only, script, 0.99));
    }
    if script == Script::Latn
        && allowed("ar")
        && words.iter().filter(|word| letters::is_arabizi(word)).count() * 3 > words.len()
    {
        return Some(Detection { romanised: true, ..found("ar", script, 0.7) });
    }
    if let Some(lang) = letters::only_in(script, &text).filter(|lang| allowed(lang)) {
        return Some(found(lang, script, 0.95));
    }
    by_trigrams(&text, script, &allowed, prior)
}

fn by_trigrams(
    text: &str,
    script: Script,
    allowed: &impl Fn(&str) -> bool,
    prior: Option<&str>,
) -> Option<Detection> {
    let candidates: Vec<_> = script::TRAINED
        .iter()
        .filter(|(_, tag, of)| *of == script && allowed(tag))
        .map(|(lang, tag, _)| (*lang, *tag))
        .collect();
    if candidates.is_empty() {
        return None;
    }
    let among = |list: Vec<whatlang::Lang>| whatlang::Detector::with_allowlist(list).detect(text);
    let best = among(candidates.iter().map(|(lang, _)| *lang).collect())?;
    // With one language allowed, trigrams would always name it with full confidence; so it is asked what
    // it thinks of the whole script, too.
    let open: Vec<_> =
        script::TRAINED.iter().filter(|(_, _, of)| *of == script).map(|(lang, ..)| *lang).collect();
    let (of_all, tag) = (among(open)?, script::tag(best.lang())?);
    let agreed = of_all.lang() == best.lang();
    #[allow(clippy::cast_possible_truncation)] // a confidence
    let confidence = match (agreed, candidates.len()) {
        (true, _) => (best.confidence().min(0.98) as f32).max(0.5),
        (false, 1) if of_all.is_reliable() => 0.3,
        (false, 1) => 0.45,
        (false, _) => (best.confidence() as f32).min(0.6),
    };
    if confidence < PROPOSE
        && let Some((_, prior)) = candidates.iter().find(|(_, tag)| Some(*tag) == prior)
    {
        return Some(found(prior, script, 0.7));
    }
    Some(found(tag, script, confidence))
}

fn found(lang: &'static str, script: Script, confidence: f32) -> Detection {
    Detection { lang, script: script.name(), romanised: false, confidence }
}

/// Words in lower case; links, addresses, numbers and pictures are left out.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter(|w| !w.contains("://") && !w.starts_with("www.") && !w.contains('@'))
        .flat_map(|w| w.split(|c: char| !script::is_letter(c) && !c.is_ascii_digit()))
        .map(|w| {
            w.trim_matches(|c: char| c.is_ascii_digit() && w.chars().all(|c| c.is_ascii_digit()))
        })
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn is_neutral(word: &str) -> bool {
    let folded = fold(word);
    NEUTRAL.split_whitespace().any(|neutral| neutral == folded || neutral == word)
}

/// One line of `majlis language`: a text, or JSON `{"text","allow","prior"}`.
#[must_use]
pub fn row(line: &str) -> Json {
    let json: Option<Json> =
        line.trim_start().starts_with('{').then(|| serde_json::from_str(line).ok()).flatten();
    let detection = match &json {
        None => detect(line, &[]),
        Some(row) => {
            let text = row.get("text").and_then(Json::as_str).unwrap_or_default();
            let allow: Vec<&str> = row
                .get("allow")
                .and_then(Json::as_array)
                .map(|langs| langs.iter().filter_map(Json::as_str).collect())
                .unwrap_or_default();
            detect_after(text, &allow, row.get("prior").and_then(Json::as_str))
        }
    };
    match detection {
        Some(detection) => json!({
            "lang": detection.lang,
            "script": detection.script,
            "romanised": detection.romanised,
            "confidence": (f64::from(detection.confidence) * 100.0).round() / 100.0,
        }),
        None => json!({"abstain": true}),
    }
}

#[cfg(test)]
mod tests {
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
        let found =
            detect("The bins behind the school are always full in the evening", &["en", "tl"]);
        assert!(found.is_some_and(|d| d.lang == "en" && d.confidence >= PROPOSE));
        let prior = detect_after("parke", &["en", "tl"], Some("tl"));
        assert!(prior.is_some_and(|d| d.lang == "tl" && d.confidence < 0.95));
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
}
