//! `choice`: one of some options, by number, letter, ordinal or text.

use std::collections::BTreeSet;

use super::letters::letter;
use super::texts::{self, one, options_with};
use super::{is_sure, whole};
use crate::understand::options::{bare, codes, holding, named_elsewhere};
use crate::understand::piece::{Piece, Said};
use crate::understand::token::Kind;
use crate::understand::universal::value;
use crate::understand::{ReadAs, Reading};
use crate::words::{Certainty, role};

/// An option named in a reply.
#[derive(Clone, Copy)]
struct Named {
    index: usize,
    read_as: ReadAs,
    sure: bool,
    /// A number alone, without "option" or "#": it may mean a number in a text.
    number: Option<i64>,
}

#[derive(Clone, Copy)]
enum Item<'a> {
    Named(Named),
    Correction,
    /// Makes it a guess.
    Hedge,
    /// Left out, but an ordinal or a label went before.
    Filler,
    Unknown(&'a str),
}

/// Reads one of `count` options.
pub(crate) fn read(said: &Said<'_>, count: usize) -> Reading {
    decide(said, count).unwrap_or(Reading::Unclear)
}

/// Only by the words of the scale: what `rating` takes from here.
pub(crate) fn read_words(said: &Said<'_>) -> Reading {
    if said.tokens.iter().any(|t| t.kind == Kind::Number) {
        return Reading::Unclear;
    }
    let Some(items) = items(said, 0) else { return Reading::Unclear };
    let reading = match named_once(&items) {
        Some(named) if items.iter().all(|i| matches!(i, Item::Named(_) | Item::Filler)) => {
            reading(said, named.index, named.sure, named.read_as)
        }
        Some(named) => reading(said, named.index, false, named.read_as),
        None if items.iter().any(|i| matches!(i, Item::Named(_))) => None,
        None => by_text(said),
    };
    reading.unwrap_or(Reading::Unclear)
}

fn named_once(items: &[Item<'_>]) -> Option<Named> {
    let mut named =
        items.iter().filter_map(|i| if let Item::Named(n) = i { Some(*n) } else { None });
    let first = named.next()?;
    named.all(|n| n.index == first.index).then_some(first)
}

fn reading(said: &Said<'_>, index: usize, sure: bool, read_as: ReadAs) -> Option<Reading> {
    let value = value(said.question.ask, codes(said.question.ask).get(index)?)?;
    Some(Reading::value_if(sure, value, read_as))
}

fn decide(said: &Said<'_>, count: usize) -> Option<Reading> {
    if let Some((index, sure)) = part(said) {
        let value = value(said.question.ask, codes(said.question.ask).get(index)?)?;
        return Some(Reading::by_part(sure, value));
    }
    if let Some(index) = begun_by_yes_or_no(said) {
        return reading(said, index, false, ReadAs::OptionText);
    }
    let mut items = items(said, count)?;
    let unknown =
        |items: &[Item<'_>]| items.iter().filter(|i| matches!(i, Item::Unknown(_))).count();
    read_letters(&mut items, count);
    let unknown_words = unknown(&items);
    if let Some(reading) = corrected(said, &items) {
        return reading;
    }
    let hedged = items.iter().any(|i| matches!(i, Item::Hedge));
    let first_is_answer = matches!(
        items.iter().find(|i| !matches!(i, Item::Filler | Item::Hedge)),
        Some(Item::Named(_))
    );
    let any = items.iter().any(|i| matches!(i, Item::Named(_)));
    if !any {
        return if hedged { None } else { by_text(said).or_else(|| misspelt(said, count)) };
    }
    let named = named_once(&items)?;
    let texts =
        items.iter().any(|i| matches!(i, Item::Named(n) if n.read_as == ReadAs::OptionText));
    if unknown_words > 0 {
        // "the secnd one": beside a misspelt word "one" is no number.
        if let [_] = said.words_without(role::COURTESY | role::FILLER).as_slice()
            && let Some(reading) = by_text(said).or_else(|| misspelt(said, count))
        {
            return Some(reading);
        }
        // A number with part of one text: "3 times".
        if let Some(number) = named.number
            && let Some(index) = number_and_part(said, number)
        {
            return reading(said, index, false, ReadAs::OptionText);
        }
        let meant = first_is_answer || unknown_words <= 2;
        if !texts && !meant && !agree(said, named.index) {
            return None;
        }
        if !texts && disagrees(said, named.index) {
            return None;
        }
        let agreed = !texts && agree(said, named.index);
        return reading(said, named.index, agreed && named.sure && !hedged, named.read_as);
    }
    let all_sure = items.iter().all(|i| !matches!(i, Item::Named(n) if !n.sure));
    let elsewhere = !texts
        && items.iter().filter(|i| matches!(i, Item::Named(_))).count() == 1
        && named
            .number
            .is_some_and(|n| named_elsewhere(said.question, named.index, n, said.lexicon));
    reading(said, named.index, all_sure && !hedged && !elsewhere, named.read_as)
}

/// "1 sorry 2": the last, asked back. `Some(None)` is unclear for good.
#[allow(clippy::option_option)] // no correction · a correction that says nothing · one that does
fn corrected(said: &Said<'_>, items: &[Item<'_>]) -> Option<Option<Reading>> {
    let at = items.iter().rposition(|i| matches!(i, Item::Correction))?;
    let (before, after) = items.split_at_checked(at)?;
    let before: BTreeSet<usize> = before
        .iter()
        .filter_map(|i| if let Item::Named(n) = i { Some(n.index) } else { None })
        .collect();
    let last = named_once(after);
    Some(match last {
        Some(last) if !before.contains(&last.index) => {
            reading(said, last.index, false, last.read_as)
        }
        _ => None,
    })
}

/// The reply in items; `None` if something in it makes the whole unclear.
fn items<'a>(said: &'a Said<'_>, count: usize) -> Option<Vec<Item<'a>>> {
    let mut out: Vec<Item<'a>> = Vec::new();
    let mut label = false;
    let pieces: Vec<&Piece<'_>> = said.without_courtesy().collect();
    for (at, piece) in pieces.iter().enumerate() {
        let was_label = std::mem::take(&mut label);
        match piece {
            Piece::Option(index, _) => out.push(Item::Named(Named {
                index: *index,
                read_as: ReadAs::OptionText,
                sure: true,
                number: None,
            })),
            Piece::Number(token) => {
                if token.minus {
                    return None;
                }
                let number = whole(token.text)?;
                match position(number, count) {
                    Some(index) => out.push(Item::Named(Named {
                        index,
                        read_as: ReadAs::Digit,
                        sure: true,
                        number: (!was_label && !token.label).then_some(number),
                    })),
                    None => out.push(Item::Named(off_list(said, number, pieces.len())?)),
                }
            }
            Piece::Mark('~', _) => out.push(Item::Hedge),
            // A lone ">4" is somebody's way to point.
            Piece::Mark('>', _) if at == 0 => {}
            Piece::Mark('%' | '+' | '<' | '>', _) => return None,
            Piece::Mark('/', _) if at > 0 => out.push(Item::Unknown("/")),
            Piece::Mark(..) => {}
            Piece::Unknown(word) => out.push(Item::Unknown(word)),
            Piece::Phrase(word, senses) => {
                let named_before = out.iter().any(|i| matches!(i, Item::Named(_)));
                let after_named = matches!(out.last(), Some(Item::Named(n)) if n.number.is_none());
                if senses.has(role::CONFLICT | role::AMOUNT | role::ALL | role::BOTH | role::BOUND)
                {
                    return None;
                }
                if let Some((n, certainty)) = senses.number
                    && !(senses.has(role::FILLER) && after_named)
                    && !(senses.rather_corrects() && named_before)
                {
                    out.push(Item::Named(Named {
                        index: position(n, count)?,
                        read_as: ReadAs::Word,
                        sure: is_sure(certainty),
                        number: (!was_label).then_some(n),
                    }));
                } else if let Some((n, certainty)) = senses.ordinal {
                    let named = Named {
                        index: position(n, count)?,
                        read_as: ReadAs::Word,
                        sure: is_sure(certainty),
                        number: None,
                    };
                    out.push(Item::Named(named));
                } else if senses.has(role::LAST | role::MIDDLE) && count > 0 {
                    let last = senses.has(role::LAST);
                    if !last && count.is_multiple_of(2) {
                        return None;
                    }
                    out.push(Item::Named(Named {
                        index: if last { count - 1 } else { count / 2 },
                        read_as: ReadAs::Word,
                        sure: last,
                        number: None,
                    }));
                } else if senses.has(role::CORRECTION) && named_before {
                    out.push(Item::Correction);
                } else if senses.has(role::NEGATION) {
                    return None;
                } else if senses.has(role::HEDGE | role::ABOUT) {
                    // "maybe" is an "or" as well; a guess that names one thing is still asked back.
                    out.push(Item::Hedge);
                } else if senses.has(role::OR) {
                    return None;
                } else if senses.no > Certainty::No || senses.has(role::CORRECTION) {
                    // "no 1" may be "not 1" or "number 1"; "sorry 2" takes back what we did not see.
                    let next_is_number = matches!(pieces.get(at + 1), Some(Piece::Number(_)));
                    let hedge = next_is_number || senses.no == Certainty::No;
                    out.push(if hedge { Item::Hedge } else { Item::Unknown(word) });
                } else if senses.has(role::FILLER) {
                    label = true;
                    out.push(Item::Filler);
                } else if !senses.has(role::AND) {
                    out.push(Item::Unknown(word));
                }
            }
        }
    }
    Some(out)
}

fn position(number: i64, count: usize) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1).filter(|index| *index < count)
}

/// A number that is no position but stands in exactly one text: ask about that one.
fn off_list(said: &Said<'_>, number: i64, pieces: usize) -> Option<Named> {
    let holding = holding(said.question, number, said.lexicon);
    match holding.as_slice() {
        [index] if pieces == 1 => {
            Some(Named { index: *index, read_as: ReadAs::OptionText, sure: false, number: None })
        }
        _ => None,
    }
}

/// List letters count when every other word is understood; Roman numerals when they are alone.
fn read_letters(items: &mut [Item<'_>], count: usize) {
    let unknown = |i: &Item<'_>| matches!(i, Item::Unknown(w) if letter(w).is_none());
    let others = items.iter().any(unknown);
    let alone = items.iter().filter(|i| !matches!(i, Item::Filler)).count() == 1;
    for item in items.iter_mut() {
        let Item::Unknown(word) = item else { continue };
        let roman = match *word {
            "ii" => Some(1),
            "iii" => Some(2),
            "iv" => Some(3),
            _ => None,
        };
        let (index, sure) = match (letter(word), roman) {
            (Some((index, sure)), _) if !others => (index, sure),
            (None, Some(index)) if alone => (index, false),
            _ => continue,
        };
        if index < count {
            *item = Item::Named(Named { index, read_as: ReadAs::Letter, sure, number: None });
        }
    }
}

/// Words of the reply that can be part of an option's text.
fn content<'a>(said: &Said<'a>, left_out: u64) -> (Vec<&'a str>, bool) {
    /// Roles that say something of a thing as well: "half", "over".
    const THINGS: u64 = role::AMOUNT
        | role::BOUND
        | role::STAR
        | role::ABOUT
        | role::ZERO
        | role::OUT_OF
        | role::MINUS;
    let words: Vec<&str> = said.words_without(left_out).into_iter().map(bare).collect();
    let speaks = words.iter().any(|word| {
        let senses = said.lexicon.senses(word, said.question.lang, said.question.offered);
        !word.bytes().all(|b| b.is_ascii_digit())
            && senses.is_none_or(|s| {
                s.yes.max(s.no).max(s.unsure) == Certainty::No
                    && s.number.is_none()
                    && s.ordinal.is_none()
                    && s.roles & !THINGS == 0
            })
    });
    (words, speaks)
}

/// Whole words that stand in one option's text only, and whether that is sure: a number among them ("3 times") may
/// be a position, and "none" may be none of the options. More than one option: see [`by_text`].
fn part(said: &Said<'_>) -> Option<(usize, bool)> {
    [role::COURTESY, role::COURTESY | role::FILLER].into_iter().find_map(|left_out| {
        let (words, speaks) = content(said, left_out);
        if !speaks || words.is_empty() {
            return None;
        }
        let index = one(options_with(said, &words))?;
        let numbered = said.pieces.iter().any(|piece| match piece {
            Piece::Number(_) => true,
            Piece::Phrase(_, senses) => senses.number.is_some() && !senses.has(role::FILLER),
            _ => false,
        });
        let none = says_none(said);
        if none && !texts::together(said, index, &words) {
            return None;
        }
        Some((index, !numbered && !none))
    })
}

/// "None" in several words, as कोई नहीं: one by one they may stand in a text that says something else.
fn says_none(said: &Said<'_>) -> bool {
    let mut pieces = said.without_courtesy();
    let alone = matches!((pieces.next(), pieces.next()), (Some(piece), None)
        if piece.is(role::ZERO | role::NEITHER | role::NEGATION));
    alone && said.words_without(role::COURTESY).len() > 1
}

/// The option that a lone "yes" or "no" begins, if it is one: "no" beside "No preference".
fn begun_by_yes_or_no(said: &Said<'_>) -> Option<usize> {
    let words = said.words_without(role::COURTESY | role::FILLER);
    let [word] = words.as_slice() else { return None };
    let senses = said.lexicon.senses(word, said.question.lang, said.question.offered)?;
    let answers = senses.yes.max(senses.no) > Certainty::No;
    one(texts::beginning_with(said, bare(word))).filter(|_| answers)
}

/// What the unknown words of a reply say about an option: all of them stand in its text.
fn agree(said: &Said<'_>, index: usize) -> bool {
    let unknown = unknown_words(said);
    !unknown.is_empty() && options_with(said, &unknown).contains(&index)
}

/// An unknown word stands in another option's text, and not in this one's.
fn disagrees(said: &Said<'_>, index: usize) -> bool {
    unknown_words(said).iter().any(|word| {
        let with = options_with(said, &[word]);
        !with.is_empty() && !with.contains(&index)
    })
}

fn unknown_words<'a>(said: &'a Said<'_>) -> Vec<&'a str> {
    said.pieces
        .iter()
        .filter_map(|p| if let Piece::Unknown(word) = p { Some(bare(word)) } else { None })
        .collect()
}

fn number_and_part(said: &Said<'_>, number: i64) -> Option<usize> {
    let index = one(options_with(said, &unknown_words(said)))?;
    holding(said.question, number, said.lexicon).contains(&index).then_some(index)
}

/// A yes/no word or three letters that begin one option; a typing mistake.
fn by_text(said: &Said<'_>) -> Option<Reading> {
    let words: Vec<&str> =
        said.words_without(role::COURTESY | role::FILLER).into_iter().map(bare).collect();
    if let [word] = words.as_slice() {
        let senses = said.lexicon.senses(word, said.question.lang, said.question.offered);
        let answers = senses.is_some_and(|s| s.yes.max(s.no) > Certainty::No);
        let begins = match senses {
            _ if answers => texts::beginning_with(said, word),
            None => texts::with_beginning(said, word),
            Some(_) => BTreeSet::new(),
        };
        if begins.len() > 1 || (answers && begins.is_empty()) {
            return None;
        }
        if let Some(index) = one(begins) {
            return reading(said, index, false, ReadAs::OptionText);
        }
    }
    let near = texts::nearest(said, &words).or_else(|| texts::sounding_like(said, &words))?;
    reading(said, near, false, ReadAs::Fuzzy)
}

fn misspelt(said: &Said<'_>, count: usize) -> Option<Reading> {
    let number = super::misspelt(said, |s| s.number.or(s.ordinal).map(|(n, _)| n))?;
    reading(said, position(number, count)?, false, ReadAs::Fuzzy)
}
