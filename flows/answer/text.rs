//! `text`: free words, kept as typed.

use crate::flow::Ask;
use crate::session::Value;
use crate::understand::normal::{digit, is_invisible};
use crate::understand::{Question, ReadAs, Reading};

/// Anything with a letter or a digit is an answer. `reply` is without quotation and signature.
pub(crate) fn read(question: &Question<'_>, reply: &str) -> Reading {
    if matches!(question.ask, Ask::Place)
        && let Some(point) = super::place::point(reply)
    {
        return Reading::sure(point, ReadAs::FreeText);
    }
    if !reply.chars().any(|c| c.is_alphanumeric() || digit(c).is_some()) {
        return Reading::Unclear;
    }
    let text = trim(reply).to_owned();
    Reading::sure(Value::Text { text }, ReadAs::FreeText)
}

/// Without white space and invisible marks around it; what stands inside stays.
pub(crate) fn trim(text: &str) -> &str {
    // A joiner or variation selector at the very end may belong to the last sign; only marks that hold
    // nothing together fall.
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || (is_invisible(c)
                && !matches!(u32::from(c), 0xfe00..=0xfe0f | 0x20e3 | 0x1f3fb..=0x1f3ff))
    })
}
