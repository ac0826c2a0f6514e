//! A name for exactly these words: what an approval is bound to.
//!
//! SHA-256, in small hexadecimal letters, over the compact JSON text (arrays only, so that no order of keys matters) of
//!
//! ```text
//! ["majlis-template-1", id, version, [languages, in their order], sms_parts,
//!  [flow id, flow version, kind,
//!   [[step id, section, ask or null, [its settings], optional, [[when step, [codes]]…], retries, shuffle,
//!     [[answer, target]…], next or null, remind_after or null]…]],
//!  [[language, [[name of a text, text]…]]…],
//!  [[language, [[placeholder, value]…]]…]]
//! ```
//!
//! The last list is empty for a template, and has a campaign's values for a campaign. Languages, names and
//! placeholders of the last two lists are in the order of their bytes. Comments, spaces, the order of keys in a file,
//! and what only staff read (titles of flows, meanings of placeholders) are no part of it; anything a resident could
//! notice is.

use std::collections::BTreeMap;

use majlis_flows::{Ask, Kind, Step, Target};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Template;

/// A campaign's values: language → placeholder → value.
pub(crate) type Values = BTreeMap<String, BTreeMap<String, String>>;

impl Template {
    /// The hash of the template: it changes with every character a resident reads, and with every step.
    #[must_use]
    pub fn hash(&self) -> String {
        self.hash_with(&Values::new())
    }

    /// The hash of the template with a campaign's values filled in.
    pub(crate) fn hash_with(&self, values: &Values) -> String {
        let steps: Vec<Value> = self.flow.steps.iter().map(step).collect();
        let kind = match self.flow.kind {
            Kind::Poll => "poll",
            Kind::Idea => "idea",
            Kind::Feedback => "feedback",
        };
        let words: Vec<Value> = self
            .words
            .iter()
            .map(|(lang, words)| {
                let texts: Vec<Value> =
                    words.iter().map(|(name, text)| json!([name, text.source])).collect();
                json!([lang, texts])
            })
            .collect();
        let values: Vec<Value> = values
            .iter()
            .filter(|(lang, _)| self.words.contains_key(*lang))
            .map(|(lang, own)| json!([lang, own.iter().collect::<Vec<_>>()]))
            .collect();
        let canonical = json!([
            "majlis-template-1",
            self.id,
            self.version,
            self.languages,
            self.sms_parts,
            [self.flow.id, self.flow.version, kind, steps],
            words,
            values
        ]);
        hex::encode(Sha256::digest(canonical.to_string().as_bytes()))
    }
}

fn step(step: &Step) -> Value {
    let when: Vec<Value> = step.when.iter().map(|(id, codes)| json!([id, codes])).collect();
    let goto: Vec<Value> = step.goto.iter().map(|(code, to)| json!([code, target(to)])).collect();
    json!([
        step.id,
        step.section,
        step.ask.as_ref().map(Ask::name),
        step.ask.as_ref().map_or_else(|| json!([]), settings),
        step.optional,
        when,
        step.retries,
        step.shuffle,
        goto,
        step.next.as_ref().map(target),
        step.remind_after
    ])
}

fn target(target: &Target) -> &str {
    match target {
        Target::Step(id) => id,
        Target::End => "end",
    }
}

fn settings(ask: &Ask) -> Value {
    match ask {
        Ask::Choice { options, other } => json!([options, other]),
        Ask::Choices { options, min, max } => json!([options, min, max]),
        Ask::Ranking { options, top } => json!([options, top]),
        Ask::Rating { min, max } | Ask::Number { min, max } => json!([min, max]),
        Ask::YesNo { unsure } => json!([unsure]),
        Ask::Reaction { statement } => json!([statement]),
        Ask::Points { options, total } => json!([options, total]),
        Ask::Text { max_chars } => json!([max_chars]),
        Ask::Date | Ask::Place | Ask::File | Ask::Consent => json!([]),
    }
}
