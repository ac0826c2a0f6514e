//! A reply becomes a reading (the rules: `docs/understanding.md`).
//!
//! [`normal`] folds spellings, [`token`] cuts, [`options`] knows what the option texts are, [`piece`] says what
//! each part of a reply means, [`universal`] finds STOP and its kin, and [`crate::answer`] decides by type.

pub(crate) mod danger;
pub(crate) mod near;
pub(crate) mod normal;
pub(crate) mod options;
pub(crate) mod piece;
mod row;
pub(crate) mod sound;
pub(crate) mod token;
pub(crate) mod universal;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::answer;
use crate::engine::Texts;
use crate::flow::Ask;
use crate::session::Value;
use crate::words::{Lexicon, Word};

pub use normal::{digit, fold, without_mail};
pub use row::row;

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
    /// Words of danger: somebody may need help at once.
    Danger,
}

impl Reading {
    pub(crate) fn sure(value: Value, read_as: ReadAs) -> Self {
        Self::Value { value, read_as, confidence: 1.0 }
    }

    /// By some words of an option's text: clear, but less so than the whole of it.
    pub(crate) fn by_part(sure: bool, value: Value) -> Self {
        let read_as = ReadAs::OptionText;
        match sure {
            true => Self::Value { value, read_as, confidence: 0.9 },
            false => Self::Confirm { value, read_as },
        }
    }

    /// A value if sure, else a question back.
    pub(crate) fn value_if(sure: bool, value: Value, read_as: ReadAs) -> Self {
        if sure { Self::sure(value, read_as) } else { Self::Confirm { value, read_as } }
    }
}

/// What was asked, so that a reply can be read.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The session's language.
    pub lang: &'a str,
    /// Step id, by which `texts` are looked up.
    pub step: &'a str,
    /// What is asked; it has the option codes.
    pub ask: &'a Ask,
    /// Option texts in every offered language.
    pub texts: &'a dyn Texts,
    /// Languages the campaign offers.
    pub offered: &'a [String],
    /// The day it is for the resident: "tomorrow" counts from it.
    pub today: Date,
}

/// Longest reply that is read as anything but free text, in bytes.
const LONGEST: usize = 1000;

/// Reads a reply. Never panics, whatever the reply; never returns an option that was not offered.
#[must_use]
pub fn read(question: &Question<'_>, reply: &str, lexicon: &Lexicon) -> Reading {
    if let Some(reading) = quick(question, reply, lexicon) {
        return reading;
    }
    let reply = without_mail(reply);
    let free = question.ask.is_free();
    if reply.len() > LONGEST {
        if danger::outside(&reply, lexicon) {
            return Reading::Danger;
        }
        return if free { answer::text::read(question, &reply) } else { Reading::Unclear };
    }
    let folded = fold(&reply);
    let tokens = match question.ask {
        Ask::Choices { .. } | Ask::Ranking { .. } | Ask::Points { .. } | Ask::Date => {
            token::list_tokens(&folded, lexicon.mixed())
        }
        _ => token::tokens(&folded, lexicon.mixed()),
    };
    let said = piece::Said::new(question, &reply, &folded, &tokens, lexicon);
    if let Some(reading) = answer::exact(&said) {
        return reading;
    }
    if let Some(reading) = universal::inside(&said) {
        return reading;
    }
    if danger::inside(&said) {
        return Reading::Danger;
    }
    if free {
        return match universal::near_stop(&said) {
            Some(_) => Reading::Word(Word::Stop),
            None => answer::text::read(question, &reply),
        };
    }
    if tokens.len() > token::MOST {
        return Reading::Unclear;
    }
    if let Some(near) = universal::near_stop(&said) {
        return near;
    }
    answer::read(&said)
}

/// One ASCII digit, the commonest reply of all, without any of the machinery.
fn quick(question: &Question<'_>, reply: &str, lexicon: &Lexicon) -> Option<Reading> {
    let &[digit @ b'0'..=b'9'] = reply.trim_ascii().as_bytes() else { return None };
    let number = i64::from(digit - b'0');
    match question.ask {
        Ask::Choice { options, .. } => {
            let index = usize::try_from(number).ok()?.checked_sub(1)?;
            let code = options.get(index)?;
            if options::named_elsewhere(question, index, number, lexicon) {
                return None;
            }
            Some(Reading::sure(Value::Choice { option: code.clone() }, ReadAs::Digit))
        }
        Ask::Rating { min, max } if (*min..=*max).contains(&number) => {
            let value = Value::Rating { score: number, min: *min, max: *max };
            Some(Reading::sure(value, ReadAs::Digit))
        }
        Ask::Number { min, max } if (*min..=*max).contains(&number) => {
            Some(Reading::sure(Value::Number { number }, ReadAs::Digit))
        }
        _ => None,
    }
}
