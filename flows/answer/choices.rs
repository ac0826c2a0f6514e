//! `choices`: several of some options.

use std::collections::BTreeSet;

use super::list::{Digits, Named, Part, corrected, parts, read_as};
use crate::session::Value;
use crate::understand::Reading;
use crate::understand::piece::Said;

/// Reads `min` to `max` options; they are given in the order of the list.
pub(crate) fn read(said: &Said<'_>, min: usize, max: usize) -> Reading {
    choices(said, min, max).unwrap_or(Reading::Unclear)
}

fn choices(said: &Said<'_>, min: usize, max: usize) -> Option<Reading> {
    let parts = parts(said, Digits::Positions)?;
    let (before, after) = corrected(&parts);
    let count = said.question.ask.options().len();
    let chosen = chosen(after, count, max)?;
    if let Some(before) = before {
        let taken_back = self::chosen(before, count, max).is_none_or(|b| b.set != chosen.set);
        if !taken_back || before.is_empty() {
            return None;
        }
    }
    if chosen.set.len() < min.max(1) || chosen.set.len() > max {
        return None;
    }
    let codes = said.question.ask.options();
    let options = chosen.set.iter().filter_map(|i| codes.get(*i).cloned()).collect();
    let sure = before.is_none() && chosen.sure;
    Some(Reading::value_if(sure, Value::Choices { options }, read_as(&chosen.named)))
}

struct Chosen {
    set: BTreeSet<usize>,
    named: Vec<Named>,
    sure: bool,
}

fn chosen(parts: &[Part], count: usize, max: usize) -> Option<Chosen> {
    let mut chosen = Chosen { set: BTreeSet::new(), named: Vec::new(), sure: true };
    // Dashes join; everything else parts.
    for group in groups(parts)? {
        chosen.add(group, max)?;
    }
    if parts.iter().any(|part| matches!(part, Part::All)) {
        chosen.set.extend(0..count);
    }
    Some(chosen)
}

/// Options joined by hyphens or "to" stand together.
fn groups(parts: &[Part]) -> Option<Vec<(Vec<Named>, Join)>> {
    let mut out: Vec<(Vec<Named>, Join)> = Vec::new();
    let mut join: Option<Join> = None;
    let mut beside = false;
    for part in parts {
        match part {
            Part::Named(named) | Part::Ordinal(named) => {
                match (join.take(), out.last_mut()) {
                    (Some(by), Some((group, joined))) => {
                        if group.len() > 1 && (*joined == Join::Range || by == Join::Range) {
                            return None;
                        }
                        group.push(*named);
                        *joined = by;
                    }
                    (None, last) => {
                        // "1 lighting": the number and the text of one option; of two, which is meant?
                        if beside
                            && let Some((group, _)) = last
                            && let Some(before) = group.last()
                            && (before.read_as == crate::understand::ReadAs::Digit)
                            && named.read_as != crate::understand::ReadAs::Digit
                            && named.read_as != crate::understand::ReadAs::Word
                        {
                            if before.index != named.index {
                                return None;
                            }
                            continue;
                        }
                        out.push((vec![*named], Join::Hyphen));
                    }
                    (Some(_), None) => return None,
                }
                beside = true;
            }
            Part::Hyphen | Part::Range => {
                let by = if *part == Part::Range { Join::Range } else { Join::Hyphen };
                if join.replace(by).is_some() {
                    return None;
                }
            }
            Part::Separator | Part::Line => beside = false,
            Part::All => {}
            // ":" and "=" make pairs, ">" an order; none of them is a list.
            _ => return None,
        }
    }
    join.is_none().then_some(out)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Hyphen,
    Range,
}

impl Chosen {
    /// Two by a hyphen: neighbours or falling are both; rising may be all between, so it is asked back.
    fn add(&mut self, (group, join): (Vec<Named>, Join), max: usize) -> Option<()> {
        self.sure &= group.iter().all(|named| named.sure);
        if let [from, to] = group.as_slice()
            && from.index < to.index
            && (join == Join::Range || to.index - from.index > 1)
        {
            let between = from.index..=to.index;
            let fits = between.clone().count() <= max;
            match join {
                Join::Range => self.set.extend(between),
                Join::Hyphen if fits => self.set.extend(between),
                Join::Hyphen => self.set.extend([from.index, to.index]),
            }
            self.sure &= join == Join::Range;
        } else {
            if join == Join::Range && group.len() > 1 {
                return None;
            }
            self.set.extend(group.iter().map(|named| named.index));
        }
        self.named.extend(group);
        Some(())
    }
}
