//! What a whole conversation takes by SMS in each language, and what one language costs more than another.

use serde_json::{Value, json};

use super::ways::{Costs, Ways};
use crate::campaign::Campaign;
use crate::intake::rehearse::{Rehearsed, rehearse};
use crate::sentences::Sentences;

/// A conversation in which every question is asked once and understood, up to the last words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Conversation {
    pub(super) lang: String,
    /// Messages to the resident.
    pub(super) messages: usize,
    /// Their SMS parts.
    pub(super) parts: usize,
    /// The one of most parts: step, what it is, parts.
    longest: (String, String, usize),
    costs: Costs,
}

impl Conversation {
    fn of(lang: &str, all: &[Rehearsed], ways: &Ways<'_>) -> Self {
        let said: Vec<&Rehearsed> =
            all.iter().filter(|message| matches!(message.what.as_str(), "ask" | "say")).collect();
        // Of several that are as long, the first.
        let longest = said.iter().rev().max_by_key(|message| ways.parts(message));
        let longest = longest
            .map(|message| (message.step.clone(), message.what.clone(), ways.parts(message)));
        Self {
            lang: lang.to_owned(),
            messages: said.len(),
            parts: said.iter().map(|message| ways.parts(message)).sum(),
            longest: longest.unwrap_or_default(),
            costs: ways.costs(&said),
        }
    }
}

/// The conversations of a campaign in all its languages, to be told apart by what they take.
pub(super) struct Conversations {
    all: Vec<Conversation>,
    /// What the others are compared with: English, or else the main language.
    beside: Option<Conversation>,
}

impl Conversations {
    pub(super) fn of(campaign: &Campaign, sentences: &Sentences, ways: &Ways<'_>) -> Self {
        let all: Vec<Conversation> = campaign
            .languages
            .iter()
            .map(|lang| Conversation::of(lang, &rehearse(campaign, sentences, "sms", lang), ways))
            .collect();
        let beside = all.iter().find(|one| one.lang == "en").or_else(|| all.first()).cloned();
        Self { all, beside }
    }

    pub(super) fn in_lang(&self, lang: &str) -> Option<&Conversation> {
        self.all.iter().find(|one| one.lang == lang)
    }

    /// `ar: 3 messages, 6 parts in all, 3 more than en; the longest is choice · ask with 3`, and what that costs.
    pub(super) fn line(&self, one: &Conversation) -> String {
        let (step, what, parts) = &one.longest;
        let mut line = format!(
            "{}: {} message(s), {} part(s) in all{}; the longest is {step} · {what} with {parts}",
            one.lang,
            one.messages,
            one.parts,
            self.difference(one)
        );
        for (id, cost) in &one.costs {
            line.push_str(&format!("; costs {cost} over {id}"));
        }
        line
    }

    fn difference(&self, one: &Conversation) -> String {
        let Some(beside) = self.beside.as_ref().filter(|beside| beside.lang != one.lang) else {
            return String::new();
        };
        match one.parts.cmp(&beside.parts) {
            std::cmp::Ordering::Greater => {
                format!(", {} more than {}", one.parts - beside.parts, beside.lang)
            }
            std::cmp::Ordering::Less => {
                format!(", {} fewer than {}", beside.parts - one.parts, beside.lang)
            }
            std::cmp::Ordering::Equal => format!(", as many as {}", beside.lang),
        }
    }

    /// The same for machines. `more` is below 0 where the language takes fewer parts.
    pub(super) fn json(&self, one: &Conversation) -> Value {
        let (step, what, parts) = &one.longest;
        let mut value = json!({
            "messages": one.messages, "parts": one.parts,
            "longest": {"step": step, "what": what, "parts": parts},
        });
        let Some(fields) = value.as_object_mut() else { return value };
        if let Some(beside) = self.beside.as_ref().filter(|beside| beside.lang != one.lang) {
            let signed = |parts: usize| i64::try_from(parts).unwrap_or(i64::MAX);
            let more = signed(one.parts) - signed(beside.parts);
            fields.insert("than".to_owned(), json!({"lang": beside.lang, "more": more}));
        }
        if !one.costs.is_empty() {
            fields.insert("cost".to_owned(), json!(one.costs));
        }
        json!({"lang": one.lang, "conversation": value})
    }
}
