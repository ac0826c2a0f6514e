//! `number`: a whole number. No sums, no guesses.

use super::is_sure;
use crate::session::Value;
use crate::understand::piece::{Piece, Said};
use crate::understand::{ReadAs, Reading};
use crate::words::role;

/// Reads a whole number between two bounds.
pub(crate) fn read(said: &Said<'_>, min: i64, max: i64) -> Reading {
    number(said, min, max).unwrap_or(Reading::Unclear)
}

struct Number {
    at: usize,
    value: i64,
    sure: bool,
    read_as: ReadAs,
    /// Digits as typed, for "12 500".
    digits: Option<usize>,
}

impl Number {
    /// A word for twenty to ninety: a unit may follow.
    fn is_tens(&self) -> bool {
        self.read_as == ReadAs::Word && (20..=90).contains(&self.value) && self.value % 10 == 0
    }

    fn takes_unit(&self, at: usize, unit: i64) -> bool {
        self.is_tens() && (1..=9).contains(&unit) && (at == self.at + 1 || at == self.at + 2)
    }
}

fn number(said: &Said<'_>, min: i64, max: i64) -> Option<Reading> {
    let pieces: Vec<&Piece<'_>> = said.without_courtesy().collect();
    let allowed = |n: i64| (min..=max).contains(&n);
    let mut numbers: Vec<Number> = Vec::new();
    let (mut others, mut doubt, mut zero, mut correction) = (0usize, false, false, None);
    let mut minus = false;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Number(token) => {
                let (value, sure) = grouped(token.text)?;
                let value = if token.minus || minus { value.checked_neg()? } else { value };
                minus = false;
                let digits =
                    token.text.bytes().all(|b| b.is_ascii_digit()).then_some(token.text.len());
                numbers.push(Number { at, value, sure, read_as: ReadAs::Digit, digits });
            }
            // "+18" is 18; "3+" is more than 3.
            Piece::Mark('+', _) if numbers.is_empty() => {}
            Piece::Mark('~', _) => doubt = true,
            Piece::Mark('$' | '*' | '_' | '|' | '&', _) => {}
            // The sign of a negative number is in its token; another dash is a bullet, or makes a range.
            Piece::Mark('-', _) if numbers.is_empty() => {}
            Piece::Mark('-', true) if numbers.last().is_some_and(Number::is_tens) => {}
            Piece::Mark(..) => return None,
            Piece::Option(..) | Piece::Unknown(_) => others += 1,
            Piece::Phrase(_, senses) => {
                let next = pieces.get(at + 1);
                let beside =
                    |p: Option<&&Piece<'_>>| p.is_some_and(|p| matches!(p, Piece::Number(_)));
                if let Some(times) = senses.times.filter(|_| !numbers.is_empty()) {
                    let last = numbers.last_mut().filter(|n| n.at + 1 == at)?;
                    last.value = last.value.checked_mul(times)?;
                    last.digits = None;
                } else if senses.has(role::MINUS) && beside(next) {
                    minus = true;
                } else if let Some((n, certainty)) = senses.number {
                    let sure = is_sure(certainty);
                    // "twenty five" is one number, with or without a hyphen.
                    if let Some(tens) = numbers.last_mut().filter(|t| t.takes_unit(at, n)) {
                        tens.value += n;
                        tens.at = at;
                        continue;
                    }
                    // "twenty five" or "five hundred" with a word we do not know: never a plain five.
                    let by_unknown = [at.checked_sub(1).and_then(|i| pieces.get(i)), None]
                        .into_iter()
                        .flatten()
                        .any(|p| matches!(p, Piece::Unknown(_)));
                    numbers.push(Number {
                        at,
                        value: if minus { n.checked_neg()? } else { n },
                        sure: sure && !by_unknown,
                        read_as: ReadAs::Word,
                        digits: None,
                    });
                    minus = false;
                } else if senses.has(role::CORRECTION) && !numbers.is_empty() {
                    correction = Some(at);
                } else if senses.has(role::ABOUT | role::HEDGE) {
                    doubt = true;
                } else if senses.has(role::ZERO) {
                    zero = true;
                } else if senses.has(
                    role::BOUND
                        | role::OR
                        | role::NEGATION
                        | role::CONFLICT
                        | role::BOTH
                        | role::AMOUNT,
                ) || senses.times.is_some()
                    || senses.ordinal.is_some()
                {
                    return None;
                } else if !senses.has(role::FILLER | role::AND) {
                    others += 1;
                }
            }
        }
    }
    if zero {
        let alone = numbers.is_empty() && others == 0 && allowed(0);
        return alone.then(|| confirm(0, ReadAs::Word));
    }
    match numbers.as_slice() {
        [] => {
            let n = super::misspelt(said, |senses| senses.number.map(|(n, _)| n))?;
            allowed(n).then(|| confirm(n, ReadAs::Fuzzy))
        }
        [n] if correction.is_none() => {
            let sure = n.sure && !doubt && others <= 2;
            let value = Value::Number { number: n.value };
            allowed(n.value).then(|| Reading::value_if(sure, value, n.read_as))
        }
        [.., before, last] if correction.is_some_and(|at| before.at < at && at < last.at) => {
            let changed = before.value != last.value && allowed(last.value);
            changed.then(|| confirm(last.value, last.read_as))
        }
        _ if correction.is_some() => None,
        [first, rest @ ..] if rest.iter().all(|n| n.value == first.value) && others == 0 => {
            let value = Value::Number { number: first.value };
            allowed(first.value)
                .then(|| Reading::value_if(first.sure && !doubt, value, first.read_as))
        }
        // "12 500": thousands parted by a space, or two numbers.
        [first, rest @ ..] if others == 0 => {
            let groups = first.digits.is_some_and(|len| len <= 3)
                && rest
                    .iter()
                    .enumerate()
                    .all(|(i, n)| n.digits == Some(3) && n.at == first.at + 1 + i);
            if !groups {
                return None;
            }
            let joined = rest
                .iter()
                .try_fold(first.value, |sum, n| sum.checked_mul(1000)?.checked_add(n.value))?;
            allowed(joined).then(|| confirm(joined, ReadAs::Digit))
        }
        _ => None,
    }
}

fn confirm(number: i64, read_as: ReadAs) -> Reading {
    Reading::Confirm { value: Value::Number { number }, read_as }
}

/// A number as typed and whether its signs are beyond doubt: 1,000 and 1,00,000 are, 1.000 and 1'000 are not,
/// 1,5 and 2.5 are no whole numbers.
fn grouped(text: &str) -> Option<(i64, bool)> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return Some((text.parse().ok()?, true));
    }
    let plain = |t: &str| t.replace([',', '.', '\''], "").parse().ok();
    let groups_of = |sep: char, t: &str| {
        let mut parts = t.split(sep);
        let first = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        let thousands = rest.iter().all(|p| p.len() == 3);
        let indian = rest.split_last().is_some_and(|(last, lakhs)| {
            last.len() == 3 && lakhs.iter().all(|p| p.len() == 2) && first.len() <= 2
        });
        (1..=3).contains(&first.len()) && !rest.is_empty() && (thousands || indian)
    };
    let commas = text.contains(',');
    let points = text.matches('.').count();
    let marks = text.contains('\'');
    match (commas, points, marks) {
        (true, 0, false) => groups_of(',', text).then(|| plain(text)).flatten().map(|n| (n, true)),
        (_, 1, false) => {
            let (head, tail) = text.split_once('.')?;
            if tail.contains(',') {
                return None;
            }
            let zeros = tail.len() <= 2 && tail.bytes().all(|b| b == b'0');
            if zeros && (!commas || groups_of(',', head)) {
                return Some((plain(head)?, true));
            }
            (!commas && groups_of('.', text)).then(|| plain(text)).flatten().map(|n| (n, false))
        }
        (false, _, false) => {
            groups_of('.', text).then(|| plain(text)).flatten().map(|n| (n, false))
        }
        (false, 0, true) => {
            groups_of('\'', text).then(|| plain(text)).flatten().map(|n| (n, false))
        }
        _ => None,
    }
}
