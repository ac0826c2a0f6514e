//! One file an answer type.

mod allowed;
mod choice;
mod choices;
mod date;
mod letters;
mod list;
mod number;
mod place;
mod points;
mod ranking;
mod rating;
pub(crate) mod text;
mod texts;
pub(crate) mod yes_no;

use crate::flow::Ask;
use crate::session::Value;
use crate::understand::near::one_apart;
use crate::understand::options::{bare, codes};
use crate::understand::piece::{Piece, Said};
use crate::understand::token::Kind;
use crate::understand::universal::value;
use crate::understand::{ReadAs, Reading};
use crate::words::{Certainty, role};

/// Reads a reply by the type of its question.
pub(crate) fn read(said: &Said<'_>) -> Reading {
    match said.question.ask {
        Ask::Choice { options, other } => match choice::read(said, options.len()) {
            Reading::Unclear if *other => own_words(said),
            reading => reading,
        },
        Ask::Rating { min, max } => rating::read(said, *min, *max),
        Ask::YesNo { unsure } => yes_no::read(said, *unsure),
        Ask::Consent => yes_no::read(said, false),
        Ask::Number { min, max } => number::read(said, *min, *max),
        // Free text is read before anything is taken apart.
        Ask::Text { .. } | Ask::Place | Ask::File => Reading::Unclear,
        Ask::Choices { min, max, .. } => choices::read(said, *min, *max),
        Ask::Ranking { top, .. } => ranking::read(said, *top),
        Ask::Points { total, .. } => points::read(said, *total),
        Ask::Reaction { statement } => yes_no::react(said, statement),
        Ask::Date => date::read(said),
    }
}

/// Words that name no option are an answer of their own, where the question allows it; a number, two options
/// or a bare yes are not.
fn own_words(said: &Said<'_>) -> Reading {
    let speaks = said.pieces.iter().any(|piece| match piece {
        Piece::Unknown(word) => word.chars().count() >= 3,
        _ => false,
    });
    let names = |piece: &Piece<'_>| matches!(piece, Piece::Option(..) | Piece::Number(_));
    if !speaks || said.pieces.iter().any(names) {
        return Reading::Unclear;
    }
    let other = text::trim(said.reply).to_owned();
    Reading::sure(Value::Other { other }, ReadAs::FreeText)
}

/// The reply is an option's text, in the session's language or another offered one; asked back if it is a
/// universal word too.
pub(crate) fn exact(said: &Said<'_>) -> Option<Reading> {
    if said.options.is_empty() {
        return None;
    }
    let whole: Vec<&str> = said
        .tokens
        .iter()
        .filter(|t| matches!(t.kind, Kind::Word | Kind::Number))
        .map(|t| t.text)
        .collect();
    let index = same_as(said, &whole).or_else(|| {
        let words = said.words_without(role::COURTESY);
        same_as(said, &words)
            .or_else(|| same_as(said, &said.words_without(role::COURTESY | role::FILLER)))
    })?;
    let universal = || {
        let key = whole.join(" ");
        said.lexicon.universal_key(&key, Some(said.question.lang), true).is_some()
    };
    let value = value(said.question.ask, codes(said.question.ask).get(index)?)?;
    Some(Reading::value_if(!universal(), value, ReadAs::OptionText))
}

fn same_as(said: &Said<'_>, words: &[&str]) -> Option<usize> {
    // A bare number is a position first; the choice reader knows when it is a text as well.
    if words.iter().all(|w| w.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let matches = |own: bool| {
        let mut found = said.options.iter().filter(|o| {
            o.own == own
                && o.words.len() == words.len()
                && o.words.iter().zip(words).all(|(a, b)| a == bare(b))
        });
        let first = found.next()?.index;
        found.all(|o| o.index == first).then_some(first)
    };
    matches(true).or_else(|| matches(false))
}

/// A misspelt or stretched word of a language that may be read: what it stands for, if that is one thing.
/// `of` picks the senses that matter here.
pub(crate) fn misspelt<T: PartialEq>(
    said: &Said<'_>,
    of: impl Fn(&crate::words::Senses) -> Option<T>,
) -> Option<T> {
    let words = said.words_without(role::COURTESY | role::FILLER);
    let [reply] = words.as_slice() else { return None };
    if reply.chars().count() < 5 || said.pieces.iter().any(|p| matches!(p, Piece::Mark(..))) {
        return None;
    }
    let mut meant: Option<T> = None;
    for (word, senses) in said.lexicon.answers(said.question.lang, said.question.offered) {
        let Some(value) = of(senses) else { continue };
        let near = one_apart(word, reply) || stretched(word, reply);
        match (&meant, near) {
            (None, true) => meant = Some(value),
            (Some(other), true) if *other != value => return None,
            _ => {}
        }
    }
    meant
}

/// The same letters, some held longer: yeahhh.
fn stretched(word: &str, reply: &str) -> bool {
    let (mut word, mut reply) = (word.chars().peekable(), reply.chars().peekable());
    loop {
        match (word.next(), reply.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b => {
                if word.peek() != Some(&a) {
                    while reply.peek() == Some(&b) {
                        reply.next();
                    }
                }
            }
            _ => return false,
        }
    }
}

/// A whole number as typed: `05`, `3.0`; `None` for `2.5`, `1,5`.
pub(crate) fn whole(digits: &str) -> Option<i64> {
    let digits = match digits.split_once('.') {
        Some((whole, zeros)) if zeros.bytes().all(|b| b == b'0') && zeros.len() <= 2 => whole,
        Some(_) => return None,
        None => digits,
    };
    digits.parse().ok()
}

pub(crate) fn is_sure(certainty: Certainty) -> bool {
    certainty == Certainty::Sure
}
