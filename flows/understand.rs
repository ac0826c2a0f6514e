//! A reply becomes a reading (the rules: `docs/understanding.md`).

use serde::{Deserialize, Serialize};

use crate::session::Value;
use crate::words::Word;

/// How a value was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadAs {
    /// A button.
    Button,
    /// A digit of any script.
    Digit,
    /// A list letter.
    Letter,
    /// The option's text.
    OptionText,
    /// A number word, an ordinal, yes, no.
    Word,
    /// With a typing mistake.
    Fuzzy,
    /// Free text.
    FreeText,
    /// A form field.
    Form,
    /// Entered by a coordinator.
    Assisted,
}

/// What a reply means.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Clear; it counts.
    Value {
        /// What was said.
        value: Value,
        /// How it was read.
        read_as: ReadAs,
        /// 0 to 1.
        confidence: f32,
    },
    /// "Did you mean …?"; counts only after yes.
    Confirm {
        /// What was probably said.
        value: Value,
        /// How it was read.
        read_as: ReadAs,
    },
    /// Kept, asked again.
    Unclear,
    /// A universal word.
    Word(Word),
}
