//! A flow file, validated: the structure of a conversation. See the contract's §6 for the format.

mod parse;

use serde::{Deserialize, Serialize};

/// What a flow collects; the `kind` of its submissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An answer among options.
    Poll,
    /// A proposal in the resident's own words.
    Idea,
    /// An opinion on a service.
    Feedback,
}

/// A conversation's structure; its words are a template's.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// File stem, `[a-z0-9-]+`.
    pub id: String,
    /// Rises with every change of structure.
    pub version: u32,
    /// What it collects.
    pub kind: Kind,
    /// For staff.
    pub title: String,
    /// In order; never empty; ids unique.
    pub steps: Vec<Step>,
}

impl Flow {
    /// `poll@1`, as events name it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

/// One turn: it asks, or (without `ask`) only says.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// `[a-z0-9-]+`, unique in the flow, never `end`.
    pub id: String,
    /// What it asks; `None` is a `say` step: a sentence, no answer.
    pub ask: Option<Ask>,
    /// The resident may skip it.
    pub optional: bool,
    /// Shown only if every named earlier step was answered with one of these codes.
    pub when: Vec<(String, Vec<String>)>,
    /// How often an unclear answer is asked again before it is kept as `unclear` (default 2).
    pub retries: u8,
}

/// The answer types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// One of some options, by code. A campaign may give its own list.
    Choice {
        /// Codes in order.
        options: Vec<String>,
    },
    /// Free words.
    Text {
        /// Longest text kept whole, in characters; a longer one is kept whole too and flagged.
        max_chars: usize,
    },
    /// A whole number on a scale.
    Rating {
        /// Lowest.
        min: i64,
        /// Highest.
        max: i64,
    },
    /// Yes or no.
    YesNo {
        /// "Not sure" is offered as third.
        unsure: bool,
    },
    /// A whole number.
    Number {
        /// Lowest allowed.
        min: i64,
        /// Highest allowed.
        max: i64,
    },
    /// Where: words, or coordinates rounded to 3 decimals.
    Place,
    /// Yes or no to taking part; no ends the session kindly.
    Consent,
}

impl Ask {
    /// The name in flow files and events.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Choice { .. } => "choice",
            Self::Text { .. } => "text",
            Self::Rating { .. } => "rating",
            Self::YesNo { .. } => "yes-no",
            Self::Number { .. } => "number",
            Self::Place => "place",
            Self::Consent => "consent",
        }
    }

    /// True if an answer can have this code: what `when` may name.
    #[must_use]
    pub fn has_code(&self, code: &str) -> bool {
        match self {
            Self::Choice { options } => options.iter().any(|option| option == code),
            Self::Rating { min, max } => code
                .parse::<i64>()
                .is_ok_and(|score| (*min..=*max).contains(&score) && score.to_string() == code),
            Self::YesNo { unsure } => matches!(code, "yes" | "no") || (*unsure && code == "unsure"),
            Self::Consent => code == "yes",
            Self::Text { .. } | Self::Number { .. } | Self::Place => false,
        }
    }
}
