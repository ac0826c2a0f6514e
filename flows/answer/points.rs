//! `points`: a total shared out over options.

use std::collections::BTreeMap;

use super::list::{Digits, Named, Part, corrected, parts, read_as};
use crate::session::Value;
use crate::understand::piece::Said;
use crate::understand::{ReadAs, Reading};

/// Reads shares that add up to `total`.
pub(crate) fn read(said: &Said<'_>, total: i64) -> Reading {
    points(said, total).unwrap_or(Reading::Unclear)
}

/// Shares by position, and whether they are beyond doubt.
struct Shares {
    of: BTreeMap<usize, i64>,
    named: Vec<Named>,
    sure: bool,
}

fn points(said: &Said<'_>, total: i64) -> Option<Reading> {
    let parts = parts(said, Digits::Amounts)?;
    let (before, after) = corrected(&parts);
    let count = said.question.ask.options().len();
    let mut shares = match before {
        None => shares(after, count, total)?,
        Some(before) => taken_back(before, after, count, total)?,
    };
    shares.of.retain(|_, share| *share != 0);
    let sum = shares.of.values().try_fold(0i64, |sum, share| sum.checked_add(*share))?;
    if sum != total || shares.of.is_empty() || shares.of.keys().any(|index| *index >= count) {
        return None;
    }
    let codes = said.question.ask.options();
    let points =
        shares.of.iter().filter_map(|(i, share)| Some((codes.get(*i)?.clone(), *share))).collect();
    let sure = shares.sure && before.is_none() && shares.named.iter().all(|named| named.sure);
    Some(Reading::value_if(sure, Value::Points { points }, read_as(&shares.named)))
}

/// "a 60 b 30 no b 40": what is said anew takes the place of what was said.
fn taken_back(before: &[Part], after: &[Part], count: usize, total: i64) -> Option<Shares> {
    let whole = shares(after, count, total)
        .filter(|shares| shares.of.values().sum::<i64>() == total && shares.of.len() > 1);
    if let Some(shares) = whole {
        return Some(shares);
    }
    let (mut first, then) = (pairs(before)?, pairs(after)?);
    first.of.extend(then.of);
    first.named.extend(then.named);
    Some(first)
}

fn shares(parts: &[Part], count: usize, total: i64) -> Option<Shares> {
    let unknown = parts.iter().any(|part| matches!(part, Part::Unknown));
    let understood: Vec<Part> =
        parts.iter().filter(|part| !matches!(part, Part::Unknown)).copied().collect();
    let (parts, summed) = without_sum(&understood, total);
    let mut shares = everything_on_one(&parts, total)
        .or_else(|| in_order(&parts, count, total))
        .or_else(|| pairs(&parts))
        .or_else(|| the_rest(&parts, total))?;
    shares.sure &= !summed && !unknown;
    Some(shares)
}

/// "= 100" at the end.
fn without_sum(parts: &[Part], total: i64) -> (Vec<Part>, bool) {
    match parts {
        [rest @ .., Part::Equals, Part::Amount(sum)] if *sum == total && rest.len() > 1 => {
            (rest.to_vec(), true)
        }
        _ => (parts.to_vec(), false),
    }
}

fn is_separator(part: &Part) -> bool {
    matches!(part, Part::Separator | Part::Line | Part::Hyphen)
}

/// "all on b"
fn everything_on_one(parts: &[Part], total: i64) -> Option<Shares> {
    let all = parts.iter().filter(|p| matches!(p, Part::All)).count();
    let others = parts.iter().filter(|p| !matches!(p, Part::All | Part::Named(_))).count();
    let named: Vec<Named> = parts.iter().filter_map(Part::named).collect();
    match named.as_slice() {
        [one] if all == 1 && others == 0 => {
            let of = BTreeMap::from([(one.index, total)]);
            Some(Shares { of, named, sure: false })
        }
        _ => None,
    }
}

/// Bare numbers, as many as options, in their order; fewer are asked back, one alone says nothing.
fn in_order(parts: &[Part], count: usize, total: i64) -> Option<Shares> {
    let mut amounts = Vec::new();
    for part in parts.iter().filter(|p| !is_separator(p)) {
        let Part::Amount(amount) = part else { return None };
        amounts.push(*amount);
    }
    let sum = amounts.iter().try_fold(0i64, |sum, n| sum.checked_add(*n))?;
    if amounts.len() > count || amounts.len() < 2 || sum != total {
        return None;
    }
    let sure = amounts.len() == count;
    Some(Shares { of: amounts.into_iter().enumerate().collect(), named: Vec::new(), sure })
}

/// "a 60, b 40", "60 parks 40 roads", "1: 60, 2: 40".
fn pairs(parts: &[Part]) -> Option<Shares> {
    let mut shares = Shares { of: BTreeMap::new(), named: Vec::new(), sure: true };
    let words: Vec<&Part> = parts.iter().filter(|p| !is_separator(p)).collect();
    let mut rest = words.as_slice();
    let amount_first = matches!(rest, [Part::Amount(_), Part::Named(_), ..]);
    while !rest.is_empty() {
        let (named, amount, left) = match rest {
            [
                Part::Amount(position),
                Part::Colon | Part::Equals,
                Part::Amount(amount),
                left @ ..,
            ] => {
                let index = super::list::position(*position)?;
                (Named { index, read_as: ReadAs::Digit, sure: true }, *amount, left)
            }
            [Part::Named(named), Part::Colon | Part::Equals, Part::Amount(amount), left @ ..] => {
                (*named, *amount, left)
            }
            [Part::Named(named), Part::Amount(amount), left @ ..] if !amount_first => {
                (*named, *amount, left)
            }
            [Part::Amount(amount), Part::Named(named), left @ ..] if amount_first => {
                (*named, *amount, left)
            }
            _ => return None,
        };
        if shares.of.insert(named.index, amount).is_some() {
            return None;
        }
        shares.named.push(named);
        rest = left;
    }
    Some(shares)
}

/// "a 60 and b": what is left goes to the one without a number, if asked back.
fn the_rest(parts: &[Part], total: i64) -> Option<Shares> {
    let words: Vec<Part> = parts.iter().filter(|p| !is_separator(p)).copied().collect();
    let (last, first) = words.split_last()?;
    let named = last.named()?;
    let mut shares = pairs(first)?;
    let given: i64 = shares.of.values().sum();
    let left = total.checked_sub(given).filter(|left| *left > 0)?;
    if shares.of.is_empty() || shares.of.insert(named.index, left).is_some() {
        return None;
    }
    shares.named.push(named);
    shares.sure = false;
    Some(shares)
}
