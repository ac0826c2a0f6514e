//! `ranking`: options in the resident's order, best first.

use super::list::{Digits, Named, Part, corrected, parts, read_as};
use crate::session::Value;
use crate::understand::piece::Said;
use crate::understand::{ReadAs, Reading};

/// Reads an order; at most `top` places count, fewer are a value, too.
pub(crate) fn read(said: &Said<'_>, top: usize) -> Reading {
    ranking(said, top).unwrap_or(Reading::Unclear)
}

struct Order {
    named: Vec<Named>,
    sure: bool,
}

fn ranking(said: &Said<'_>, top: usize) -> Option<Reading> {
    let parts = parts(said, Digits::Positions)?;
    let (before, after) = corrected(&parts);
    let order = order(after)?;
    let indices = |order: &Order| order.named.iter().map(|n| n.index).collect::<Vec<_>>();
    if before.is_some_and(|b| {
        b.is_empty() || self::order(b).is_some_and(|b| indices(&b) == indices(&order))
    }) {
        return None;
    }
    let sure = order.sure
        && before.is_none()
        && order.named.len() <= top
        && order.named.iter().all(|named| named.sure);
    let codes = said.question.ask.options();
    let ranking =
        order.named.iter().take(top).filter_map(|n| codes.get(n.index).cloned()).collect();
    Some(Reading::value_if(sure, Value::Ranking { ranking }, read_as(&order.named)))
}

fn order(parts: &[Part]) -> Option<Order> {
    let parts = without_line_numbers(parts);
    let order = by_ranks(&parts).or_else(|| begun(&parts)).or_else(|| as_written(&parts))?;
    let twice = order
        .named
        .iter()
        .enumerate()
        .any(|(at, n)| order.named.iter().take(at).any(|other| other.index == n.index));
    (!order.named.is_empty() && !twice).then_some(order)
}

fn as_written(parts: &[Part]) -> Option<Order> {
    let mut named: Vec<Named> = Vec::new();
    let mut beside = false;
    for part in parts {
        match part {
            Part::Named(option) | Part::Ordinal(option) => {
                // "3 bike lanes": the number and the text of one option.
                if beside
                    && let Some(last) = named.last()
                    && last.read_as == ReadAs::Digit
                    && matches!(option.read_as, ReadAs::OptionText | ReadAs::Fuzzy)
                {
                    if last.index != option.index {
                        return None;
                    }
                    continue;
                }
                named.push(*option);
                beside = true;
            }
            Part::Separator | Part::Line | Part::Above | Part::Hyphen => beside = false,
            _ => return None,
        }
    }
    Some(Order { named, sure: true })
}

/// "evening first, then morning": the rank of the first one only.
fn begun(parts: &[Part]) -> Option<Order> {
    let parted = |part: &Part| matches!(part, Part::Separator | Part::Line | Part::Above);
    let (rank, first, rest) = match parts {
        [Part::Named(first), Part::Ordinal(rank), parting, rest @ ..]
        | [Part::Ordinal(rank), Part::Named(first), parting, rest @ ..]
            if parted(parting) =>
        {
            (rank, first, rest)
        }
        _ => return None,
    };
    let others: Vec<&Part> = rest.iter().filter(|part| !parted(part)).collect();
    if rank.index != 0 || others.is_empty() {
        return None;
    }
    let mut named = vec![*first];
    for other in others {
        let Part::Named(other) = other else { return None };
        named.push(*other);
    }
    let sure = named.iter().all(|n| n.read_as == ReadAs::OptionText);
    Some(Order { named, sure })
}

/// "second 1, first 3" and "1: 4": a rank beside each option. Pairs of digits are asked back.
fn by_ranks(parts: &[Part]) -> Option<Order> {
    let mut ranked: Vec<(usize, Named)> = Vec::new();
    let mut sure = true;
    let mut rest: Vec<Part> = parts
        .iter()
        .filter(|p| !matches!(p, Part::Separator | Part::Line | Part::Above | Part::Hyphen))
        .copied()
        .collect();
    // "3 first, 1 second": the rank comes behind.
    if matches!(rest.first(), Some(Part::Named(_))) && matches!(rest.get(1), Some(Part::Ordinal(_)))
    {
        for pair in rest.chunks_exact_mut(2) {
            pair.reverse();
        }
    }
    let mut at = 0;
    while let Some(rank) = rest.get(at) {
        let rank = match rank {
            Part::Ordinal(rank) => {
                at += 1 + usize::from(matches!(rest.get(at + 1), Some(Part::Colon)));
                rank.index
            }
            Part::Named(rank) if rank.read_as == ReadAs::Digit => {
                let Some(Part::Colon) = rest.get(at + 1) else { return None };
                at += 2;
                sure = false;
                rank.index
            }
            _ => return None,
        };
        let option = rest.get(at)?.named()?;
        at += 1;
        if ranked.iter().any(|(other, _)| *other == rank) {
            return None;
        }
        ranked.push((rank, option));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let complete = ranked.iter().enumerate().all(|(at, (rank, _))| at == *rank);
    let named: Vec<Named> = ranked.into_iter().map(|(_, option)| option).collect();
    // Numbers beside texts are not in doubt.
    sure |= named.iter().all(|n| n.read_as == ReadAs::OptionText);
    (!named.is_empty()).then_some(Order { named, sure: sure && complete })
}

/// "1. Bike lanes 2. More buses": numbers 1, 2, 3 … in order before texts only count the lines.
fn without_line_numbers(parts: &[Part]) -> Vec<Part> {
    let plain: Vec<&Part> = parts
        .iter()
        .filter(|p| !matches!(p, Part::Separator | Part::Line | Part::Colon | Part::Hyphen))
        .collect();
    let counted = plain.len() >= 4
        && plain.len().is_multiple_of(2)
        && plain.chunks_exact(2).enumerate().all(|(at, pair)| {
            let [Part::Named(number), Part::Named(text)] = pair else { return false };
            number.read_as == ReadAs::Digit
                && number.index == at
                && matches!(text.read_as, ReadAs::OptionText | ReadAs::Fuzzy)
        });
    if !counted {
        return parts.to_vec();
    }
    plain.chunks_exact(2).filter_map(|pair| pair.get(1).map(|p| **p)).collect()
}
