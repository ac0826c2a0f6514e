//! `rating`: a whole number on a scale, which may have words.

use super::{choice, is_sure, whole};
use crate::session::Value;
use crate::understand::piece::{Piece, Said};
use crate::understand::{ReadAs, Reading};
use crate::words::role;

/// Reads a score.
pub(crate) fn read(said: &Said<'_>, min: i64, max: i64) -> Reading {
    if !said.options.is_empty()
        && let reading @ (Reading::Value { .. } | Reading::Confirm { .. }) =
            choice::read_words(said)
    {
        return reading;
    }
    score(said, min, max).unwrap_or(Reading::Unclear)
}

struct Number {
    at: usize,
    value: i64,
    sure: bool,
    read_as: ReadAs,
}

fn score(said: &Said<'_>, min: i64, max: i64) -> Option<Reading> {
    let pieces: Vec<&Piece<'_>> = said.without_courtesy().collect();
    let value = |score| Value::Rating { score, min, max };
    let on_scale = |score: i64| (min..=max).contains(&score);
    let (mut numbers, mut texts, mut stars, mut asterisks) = (Vec::new(), Vec::new(), 0i64, 0i64);
    let (mut unknown, mut hedged, mut correction) = (0usize, false, None);
    let (mut out_of, mut from) = (None, None);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Number(token) if token.minus => return None,
            Piece::Number(token) => {
                let number =
                    Number { at, value: whole(token.text)?, sure: true, read_as: ReadAs::Digit };
                numbers.push(number);
            }
            Piece::Mark('⭐' | '★', _) => stars += 1,
            Piece::Mark('*', _) => asterisks += 1,
            Piece::Mark('/', _) => out_of = Some(at),
            Piece::Mark('~', _) => hedged = true,
            // A dash between things makes two of them; before or after, it is a bullet.
            Piece::Mark('-', _) if at == 0 => {}
            // A lone ">4" is somebody's way to point.
            Piece::Mark('>', _) if at == 0 => {}
            Piece::Mark('&' | '_' | '|', _) => {}
            // "4 good": a text of the scale beside its number, and of no other.
            Piece::Option(index, _) => texts.push(min + i64::try_from(*index).ok()?),
            Piece::Mark(..) => return None,
            Piece::Unknown(_) => unknown += 1,
            Piece::Phrase(_, senses) => {
                if let Some((n, certainty)) =
                    senses.number.filter(|_| numbers.is_empty() || !senses.rather_corrects())
                {
                    let read_as = ReadAs::Word;
                    // "number one", "the one": a filler that is a number is one here.
                    numbers.push(Number { at, value: n, sure: is_sure(certainty), read_as });
                } else if senses.has(role::CORRECTION) && !numbers.is_empty() {
                    correction = Some(at);
                } else if senses.has(role::FROM) {
                    from = Some(at);
                } else if senses.has(role::OUT_OF) {
                    out_of = Some(at);
                } else if senses.has(
                    role::OR
                        | role::NEGATION
                        | role::BOUND
                        | role::CONFLICT
                        | role::MINUS
                        | role::BOTH
                        | role::AMOUNT,
                ) || senses.times.is_some()
                    || senses.ordinal.is_some()
                {
                    return None;
                } else if senses.has(role::HEDGE | role::ABOUT) {
                    hedged = true;
                } else if !senses.has(role::STAR | role::FILLER | role::AND) {
                    unknown += 1;
                }
            }
        }
    }
    if texts.iter().any(|text| numbers.iter().any(|number| number.value != *text)) {
        return None;
    }
    match numbers.as_slice() {
        [] if asterisks > 0 && stars == 0 && unknown == 0 && on_scale(asterisks) => {
            Some(Reading::Confirm { value: value(asterisks), read_as: ReadAs::Digit })
        }
        [] if stars > 0 && asterisks == 0 && unknown == 0 && on_scale(stars) => {
            Some(Reading::value_if(!hedged, value(stars), ReadAs::Digit))
        }
        [] if stars == 0 => {
            let n = super::misspelt(said, |senses| senses.number.map(|(n, _)| n))?;
            on_scale(n).then(|| Reading::Confirm { value: value(n), read_as: ReadAs::Fuzzy })
        }
        [n] if on_scale(n.value) && (stars <= 1 || stars == n.value) => {
            let beside = unknown + usize::from(out_of.is_some());
            if beside > 0 && n.at > 0 {
                return None;
            }
            Some(Reading::value_if(n.sure && beside == 0 && !hedged, value(n.value), n.read_as))
        }
        [a, b] if correction.is_some_and(|at| a.at < at && at < b.at) => {
            let good = on_scale(b.value) && a.value != b.value && unknown == 0 && out_of.is_none();
            good.then(|| Reading::Confirm { value: value(b.value), read_as: b.read_as })
        }
        _ if correction.is_some() || stars > 0 => None,
        [a, b] if out_of == Some(a.at + 1) && b.at == a.at + 2 => {
            let good = b.value == max && on_scale(a.value);
            let sure = a.sure && b.sure && unknown == 0 && !hedged;
            (good && (sure || a.at == 0))
                .then(|| Reading::value_if(sure, value(a.value), a.read_as))
        }
        [a, b] if a.value == b.value && b.at == a.at + 1 && unknown == 0 && on_scale(a.value) => {
            Some(Reading::value_if(a.sure && !hedged, value(a.value), a.read_as))
        }
        // ५ में से ४: the scale is named first.
        [a, b] if from == Some(a.at + 1) && b.at == a.at + 2 && a.value == max => {
            let sure = a.sure && b.sure && unknown == 0 && !hedged;
            on_scale(b.value).then(|| Reading::value_if(sure, value(b.value), b.read_as))
        }
        // "4 from 5": another way to name the scale.
        [a, b] if b.at == a.at + 2 && unknown == 1 && out_of.is_none() && pieces.len() == 3 => {
            let other = match (a.value == max, b.value == max) {
                (false, true) => a,
                (true, false) => b,
                _ => return None,
            };
            on_scale(other.value)
                .then(|| Reading::Confirm { value: value(other.value), read_as: other.read_as })
        }
        _ => None,
    }
}
