//! A flow file, validated: the structure of a conversation. See the contract's §6 for the format.

mod own;
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

    /// Gives a step a campaign's own options, or a reaction its own statements.
    ///
    /// # Errors
    /// What is wrong: there is no such step, it has no options, or its limits do not fit the list.
    pub fn replace_options(&mut self, id: &str, codes: Vec<String>) -> Result<(), String> {
        own::check_codes(id, &codes)?;
        let is_reaction = |step: &Step| matches!(step.ask, Some(Ask::Reaction { .. }));
        if self.steps.iter().any(|step| step.section == id && is_reaction(step)) {
            self.replace_statements(id, codes);
            return Ok(());
        }
        let step = self.steps.iter_mut().find(|step| step.id == id);
        let ask = step.and_then(|step| step.ask.as_mut());
        let count = codes.len();
        match ask {
            Some(Ask::Choices { options, min, max }) => {
                // "Any of them" stays any of them.
                *max = if *max == options.len() { count } else { (*max).min(count) };
                if *min > count {
                    return Err(format!("`{id}` needs {min} options at least"));
                }
                *options = codes;
            }
            Some(Ask::Ranking { options, top }) => {
                *top = if *top == options.len() { count } else { (*top).min(count) };
                *options = codes;
            }
            Some(ask) => match ask.options_mut() {
                Some(options) => *options = codes,
                None => return Err(format!("step `{id}` has no options")),
            },
            None => return Err(format!("the flow has no step `{id}` with options")),
        }
        Ok(())
    }

    fn replace_statements(&mut self, section: &str, codes: Vec<String>) {
        let Some(at) = self.steps.iter().position(|step| step.section == section) else { return };
        let old: Vec<Step> =
            self.steps.iter().filter(|step| step.section == section).cloned().collect();
        self.steps.retain(|step| step.section != section);
        let Some(last) = old.last().cloned() else { return };
        let count = codes.len();
        for (place, code) in codes.into_iter().enumerate() {
            let mut step = Step {
                id: format!("{section}-{code}"),
                ask: Some(Ask::Reaction { statement: code }),
                ..last.clone()
            };
            if place + 1 < count {
                step.goto = Vec::new();
                step.next = None;
            }
            self.steps.insert(at + place, step);
        }
    }
}

/// One turn: it asks, or (without `ask`) only says.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// `[a-z0-9-]+`, unique in the flow, never `end`.
    pub id: String,
    /// The table of the template that has its words: the id, but for the statements of one reaction step,
    /// which share theirs.
    pub section: String,
    /// What it asks; `None` is a `say` step: a sentence, no answer.
    pub ask: Option<Ask>,
    /// The resident may skip it.
    pub optional: bool,
    /// Shown only if every named earlier step was answered with one of these codes.
    pub when: Vec<(String, Vec<String>)>,
    /// How often an unclear answer is asked again before it is kept as `unclear` (default 2).
    pub retries: u8,
    /// Each resident sees the options in an order of their own, so that being first helps none of them.
    pub shuffle: bool,
    /// Where to go on after these answers.
    pub goto: Vec<(String, Target)>,
    /// Where to go on after any other answer; without it, at the step that follows.
    pub next: Option<Target>,
    /// Minutes of silence after which this question is asked once more.
    pub remind_after: Option<u32>,
}

/// Where a conversation goes on. Always forward, so every conversation ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// At a later step.
    Step(String),
    /// Nowhere: it is done.
    End,
}

/// The answer types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// One of some options, by code. A campaign may give its own list.
    Choice {
        /// Codes in order.
        options: Vec<String>,
        /// Words that name none of them are an answer too.
        other: bool,
    },
    /// Several of some options.
    Choices {
        /// Codes in order.
        options: Vec<String>,
        /// Fewest to name.
        min: usize,
        /// Most to name.
        max: usize,
    },
    /// Options in the resident's order, best first.
    Ranking {
        /// Codes in order.
        options: Vec<String>,
        /// Most places that count.
        top: usize,
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
    /// Agree, disagree or pass on a statement. A step with several statements is one such step each.
    Reaction {
        /// Its code; the template has its words.
        statement: String,
    },
    /// A total shared out over options.
    Points {
        /// Codes in order.
        options: Vec<String>,
        /// What the shares add up to.
        total: i64,
    },
    /// A whole number.
    Number {
        /// Lowest allowed.
        min: i64,
        /// Highest allowed.
        max: i64,
    },
    /// A day of the Gregorian calendar.
    Date,
    /// Free words.
    Text {
        /// Longest text kept whole, in characters; a longer one is kept whole too and flagged.
        max_chars: usize,
    },
    /// Where: words, or coordinates rounded to 3 decimals.
    Place,
    /// A picture, a recording, a document. Not every phone can send one, so it is always optional.
    File,
    /// Yes or no to taking part; no ends the session kindly.
    Consent,
}

impl Ask {
    /// The name in flow files and events.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Choice { .. } => "choice",
            Self::Choices { .. } => "choices",
            Self::Ranking { .. } => "ranking",
            Self::Rating { .. } => "rating",
            Self::YesNo { .. } => "yes-no",
            Self::Reaction { .. } => "reaction",
            Self::Points { .. } => "points",
            Self::Number { .. } => "number",
            Self::Date => "date",
            Self::Text { .. } => "text",
            Self::Place => "place",
            Self::File => "file",
            Self::Consent => "consent",
        }
    }

    /// True if an answer can have this code: what `when` may name.
    #[must_use]
    pub fn has_code(&self, code: &str) -> bool {
        match self {
            Self::Choice { options, other } => {
                options.iter().any(|option| option == code) || (*other && code == "other")
            }
            Self::Choices { options, .. } | Self::Ranking { options, .. } => {
                options.iter().any(|option| option == code)
            }
            Self::Reaction { .. } => matches!(code, "agree" | "disagree" | "pass"),
            Self::Rating { min, max } => code
                .parse::<i64>()
                .is_ok_and(|score| (*min..=*max).contains(&score) && score.to_string() == code),
            Self::YesNo { unsure } => matches!(code, "yes" | "no") || (*unsure && code == "unsure"),
            Self::Consent => code == "yes",
            Self::Text { .. }
            | Self::Number { .. }
            | Self::Points { .. }
            | Self::Date
            | Self::Place
            | Self::File => false,
        }
    }

    /// The codes of its own list of options; empty for the types that have none.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match self {
            Self::Choice { options, .. }
            | Self::Choices { options, .. }
            | Self::Ranking { options, .. }
            | Self::Points { options, .. } => options,
            _ => &[],
        }
    }

    /// The same list, to be changed: by a campaign's own options, or by the order a resident sees.
    pub fn options_mut(&mut self) -> Option<&mut Vec<String>> {
        match self {
            Self::Choice { options, .. }
            | Self::Choices { options, .. }
            | Self::Ranking { options, .. }
            | Self::Points { options, .. } => Some(options),
            _ => None,
        }
    }

    /// Free words are an answer, so nothing is taken apart.
    #[must_use]
    pub fn is_free(&self) -> bool {
        matches!(self, Self::Text { .. } | Self::Place | Self::File)
    }
}
