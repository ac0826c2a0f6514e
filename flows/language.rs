//! Which language a text is in.
//!
//! The script decides first: most scripts have one language. Within Arabic, Devanagari and Latin letters small
//! models of our own decide ([`model`], trained by `flows/language/train`), also between languages that are
//! written in Latin letters though they have others. `whatlang` (trigrams) knows the languages outside of them.
//! Neutral texts ("ok", "Dubai", "5") are in no language in particular: there is no answer, rather than a guess.
//!
//! A detection proposes; it never locks a session into a language.

mod digits;
pub mod features;
mod letters;
pub mod model;
mod neutral;
mod row;
mod script;

use serde::Serialize;

pub use digits::{in_digits, native_zero};
use model::{Group, MOST_LABELS};
pub use row::row;
pub use script::{Script, runs_right_to_left};

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

/// Where nothing else is known, a language in Latin letters is more likely one that has no others: the
/// logarithm of how much less likely the romanised ones are. With a list of languages they stand alike.
const ROMANISED: f32 = -0.6;

/// The same for Marathi, which the program does not speak: it is known so that it is not taken for Hindi or
/// Nepali, and its single words are often theirs.
const MARATHI: f32 = -1.0;

/// The logarithm of how much more likely a resident's earlier language is.
const EARLIER: f32 = 1.8;

/// From so many words on whatlang is asked about languages outside the models.
const WORDS_FOR_TRIGRAMS: usize = 4;

/// Proposes a language among `allow` (tags; empty is all that are known), or nothing.
#[must_use]
pub fn detect(text: &str, allow: &[&str]) -> Option<Detection> {
    detect_after(text, allow, None)
}

/// The same, knowing which language this resident used before: it settles what letters leave open.
#[must_use]
pub fn detect_after(text: &str, allow: &[&str], prior: Option<&str>) -> Option<Detection> {
    let prepared = features::prepare(text);
    if prepared.is_empty() || neutral::is(&prepared) {
        return None;
    }
    let script = script::of(&prepared)?;
    let allowed = |lang: &str| allow.is_empty() || allow.contains(&lang);
    if let [only] = script.langs() {
        return allowed(only).then(|| found(only, script, 0.99));
    }
    if script == Script::Cyrl {
        let lang = letters::cyrillic(&prepared);
        return allowed(lang).then(|| found(lang, script, if lang == "ru" { 0.9 } else { 0.95 }));
    }
    let ours = model::group(script.name())
        .and_then(|group| among(group, &prepared, script, &allowed, allow.is_empty(), prior));
    let unsure = ours.as_ref().is_none_or(|found| found.confidence < PROPOSE);
    if unsure && prepared.split(' ').count() >= WORDS_FOR_TRIGRAMS {
        return by_trigrams(&prepared, script, &allowed).or(ours);
    }
    ours
}

/// The likeliest label of a group. Its confidence falls where languages that are not allowed fit better.
fn among(
    group: &'static Group,
    prepared: &str,
    script: Script,
    allowed: &impl Fn(&str) -> bool,
    open: bool,
    prior: Option<&str>,
) -> Option<Detection> {
    let mut extra = [0f32; MOST_LABELS];
    for (extra, label) in extra.iter_mut().zip(&group.labels) {
        let (lang, romanised) = lang_of(label);
        if romanised && open {
            *extra += ROMANISED;
        }
        if lang == "mr" && open {
            *extra += MARATHI;
        }
        if prior == Some(lang) {
            *extra += EARLIER;
        }
    }
    let likely = group.probabilities(prepared, &extra);
    let mut mass = 0.0;
    let mut best: Option<(usize, f32)> = None;
    for (at, (label, share)) in group.labels.iter().zip(likely).enumerate() {
        if !allowed(lang_of(label).0) {
            continue;
        }
        mass += share;
        if best.is_none_or(|(_, most)| share > most) {
            best = Some((at, share));
        }
    }
    let (at, share) = best?;
    let (lang, romanised) = lang_of(group.labels.get(at)?);
    // Of the allowed ones it is `share / mass`; how likely any of them is, is `mass`.
    let confidence = if mass > 0.0 { share / mass * (0.3 + 0.7 * mass.min(1.0)) } else { 0.0 };
    Some(Detection { romanised, ..found(lang, script, confidence.min(0.99)) })
}

/// `ar-Latn` is Arabic in Latin letters.
fn lang_of(label: &'static str) -> (&'static str, bool) {
    match label.strip_suffix("-Latn") {
        Some(lang) => (lang, true),
        None => (label, false),
    }
}

/// A language outside the models, if whatlang is sure of it.
fn by_trigrams(text: &str, script: Script, allowed: &impl Fn(&str) -> bool) -> Option<Detection> {
    let candidates =
        script::BY_TRIGRAMS.iter().filter(|(_, _, of)| *of == script).map(|(lang, ..)| *lang);
    let best = whatlang::Detector::with_allowlist(candidates.collect()).detect(text)?;
    let tag = script::tag(best.lang()).filter(|tag| allowed(tag))?;
    let ours = model::group(script.name()).is_some_and(|group| group.labels.contains(&tag));
    #[allow(clippy::cast_possible_truncation)] // a confidence
    let confidence = best.confidence().min(0.95) as f32;
    (!ours && best.is_reliable()).then(|| found(tag, script, confidence.max(PROPOSE)))
}

fn found(lang: &'static str, script: Script, confidence: f32) -> Detection {
    Detection { lang, script: script.name(), romanised: false, confidence }
}

#[cfg(test)]
mod tests;
