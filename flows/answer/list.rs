//! Replies that name several options: what `choices`, `ranking` and `points` have in common.

use super::letters::letter;
use super::texts::{beginning_with, nearest, one, options_with, sounding_like, with_beginning};
use super::{is_sure, whole};
use crate::understand::ReadAs;
use crate::understand::options::bare;
use crate::understand::piece::{Piece, Said};
use crate::understand::token::Token;
use crate::words::{Certainty, Senses, role};

/// An option named in a reply.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Named {
    /// Its position, from 0.
    pub index: usize,
    pub read_as: ReadAs,
    /// Beyond doubt.
    pub sure: bool,
}

/// A part of a reply, in the order of writing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    Named(Named),
    /// A number that is an amount, not a position.
    Amount(i64),
    /// "second" or "2nd": a position or a rank; from 0.
    Ordinal(Named),
    /// A comma, a slash, "and", "then".
    Separator,
    Hyphen,
    Colon,
    Equals,
    /// Best first: `3>1`.
    Above,
    Line,
    /// "to", between two numbers.
    Range,
    All,
    /// Takes back what stands before.
    Correction,
    /// A word that is not understood; only where it may be left out.
    Unknown,
}

impl Part {
    pub(super) fn named(&self) -> Option<Named> {
        if let Self::Named(named) = self { Some(*named) } else { None }
    }
}

/// What digits stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    Positions,
    Amounts,
}

/// Takes a reply apart; `None` if something in it makes the whole unclear.
pub(super) fn parts(said: &Said<'_>, digits: Digits) -> Option<Vec<Part>> {
    let mut reader =
        Reader { said, digits, count: said.question.ask.options().len(), out: Vec::new() };
    let pieces: Vec<&Piece<'_>> = said.without_courtesy().collect();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        if matches!(piece, Piece::Unknown(_)) {
            let words: Vec<&str> = pieces.iter().skip(at).map_while(|p| unknown(p)).collect();
            reader.words(&words)?;
            at += words.len();
            continue;
        }
        reader.piece(piece, pieces.get(at + 1).copied())?;
        at += 1;
    }
    Some(reader.out)
}

fn unknown<'a>(piece: &Piece<'a>) -> Option<&'a str> {
    if let Piece::Unknown(word) = piece { Some(bare(word)) } else { None }
}

struct Reader<'a> {
    said: &'a Said<'a>,
    digits: Digits,
    count: usize,
    out: Vec<Part>,
}

impl Reader<'_> {
    fn name(&mut self, index: usize, read_as: ReadAs, sure: bool) -> Option<()> {
        let inside = index < self.count;
        inside.then(|| self.out.push(Part::Named(Named { index, read_as, sure })))
    }

    fn piece(&mut self, piece: &Piece<'_>, next: Option<&Piece<'_>>) -> Option<()> {
        match piece {
            Piece::Option(index, _) => self.name(*index, ReadAs::OptionText, true),
            Piece::Number(token) => match self.digits {
                Digits::Positions => self.positions(token),
                Digits::Amounts => self.amounts(token),
            },
            Piece::Mark(mark, glued) => self.mark(*mark, *glued, next),
            Piece::Phrase(word, senses) => self.phrase(word, senses),
            Piece::Unknown(_) => None,
        }
    }

    fn mark(&mut self, mark: char, glued: bool, next: Option<&Piece<'_>>) -> Option<()> {
        let part = match mark {
            ',' | ';' | '/' | '+' | '&' | '|' | '_' => Part::Separator,
            '\n' => Part::Line,
            ':' => Part::Colon,
            '=' => Part::Equals,
            '>' => Part::Above,
            // Before anything else, or after a line, a dash is a bullet.
            '-' if self.out.last().is_none_or(|p| matches!(p, Part::Line)) => return Some(()),
            '-' => Part::Hyphen,
            '*' if !glued => return Some(()),
            '%' if self.digits == Digits::Amounts => return Some(()),
            // Beside other answers a picture is ornament.
            '👍' | '✅' | '✔' | '👌' if next.is_some() || !self.out.is_empty() => {
                return Some(());
            }
            _ => return None,
        };
        self.out.push(part);
        Some(())
    }

    fn phrase(&mut self, word: &str, senses: &Senses) -> Option<()> {
        let named_before = self.out.iter().any(|p| matches!(p, Part::Named(_) | Part::Amount(_)));
        let spoilt =
            role::CONFLICT | role::OR | role::HEDGE | role::ABOUT | role::BOTH | role::ZERO;
        if let Some((number, certainty)) = senses.number
            && !senses.has(role::CONFLICT)
        {
            return match self.digits {
                Digits::Positions => self.name(position(number)?, ReadAs::Word, is_sure(certainty)),
                Digits::Amounts => {
                    self.out.push(Part::Amount(number));
                    Some(())
                }
            };
        }
        let part = if let Some((number, certainty)) = senses.ordinal {
            let index = position(number)?;
            Part::Ordinal(Named { index, read_as: ReadAs::Word, sure: is_sure(certainty) })
        } else if senses.has(role::LAST) {
            return self.name(self.count.checked_sub(1)?, ReadAs::Word, true);
        } else if senses.has(role::ALL) {
            Part::All
        } else if (senses.has(role::CORRECTION) || senses.no > Certainty::No) && named_before {
            Part::Correction
        } else if senses.has(spoilt | role::NEGATION | role::BOUND) {
            return None;
        } else if senses.has(role::AND) {
            Part::Separator
        } else if senses.has(role::RANGE) {
            Part::Range
        } else if senses.has(role::FILLER | role::STAR) {
            return Some(());
        } else if senses.is_answer() {
            return self.yes_or_no(bare(word));
        } else {
            return self.words(&[bare(word)]);
        };
        self.out.push(part);
        Some(())
    }

    /// "No" is no part of "No preference"; where it begins one option and no other, that is asked back.
    fn yes_or_no(&mut self, word: &str) -> Option<()> {
        let alone = self.said.words_without(role::COURTESY | role::FILLER).len() == 1;
        match one(beginning_with(self.said, word)) {
            Some(index) if alone => self.name(index, ReadAs::OptionText, false),
            _ => self.unknown(),
        }
    }

    /// `3`, `1,3`, `13` (digit by digit up to nine options), `2.5` (asked back).
    fn positions(&mut self, token: &Token<'_>) -> Option<()> {
        if token.minus {
            return None;
        }
        if let Some(number) = whole(token.text) {
            return self.run(token.text, number);
        }
        // Two digits around one point may be a decimal; more of them are a list.
        let doubtful = token.text.matches('.').count() == 1 && !token.text.contains(',');
        for part in token.text.split([',', '.', '\'']) {
            self.name(position(part.parse().ok()?)?, ReadAs::Digit, !doubtful)?;
        }
        Some(())
    }

    fn run(&mut self, digits: &str, number: i64) -> Option<()> {
        if self.count > 9 || digits.len() == 1 || digits.starts_with('0') || digits.contains('.') {
            return self.name(position(number)?, ReadAs::Digit, true);
        }
        let before = self.out.len();
        for digit in digits.chars() {
            let index = position(i64::from(digit.to_digit(10)?))?;
            let run = self.out.get(before..).unwrap_or_default();
            if run.iter().any(|p| p.named().is_some_and(|n| n.index == index)) {
                return None;
            }
            self.name(index, ReadAs::Digit, true)?;
        }
        Some(())
    }

    /// `60`, `60,40`, `1,000`; only whole ones.
    fn amounts(&mut self, token: &Token<'_>) -> Option<()> {
        if token.minus {
            return None;
        }
        let thousands = |text: &str| {
            let mut groups = text.split(',');
            let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && g != "0");
            let total = self.total()?;
            let number: i64 = text.replace(',', "").parse().ok()?;
            (first && groups.all(|g| g.len() == 3) && number <= total).then_some(number)
        };
        if let Some(number) = whole(token.text).or_else(|| thousands(token.text)) {
            self.out.push(Part::Amount(number));
            return Some(());
        }
        if token.text.contains(['.', '\'']) {
            return None;
        }
        for part in token.text.split(',') {
            self.out.push(Part::Amount(part.parse().ok()?));
            self.out.push(Part::Separator);
        }
        self.out.pop();
        Some(())
    }

    fn total(&self) -> Option<i64> {
        match self.said.question.ask {
            crate::flow::Ask::Points { total, .. } => Some(*total),
            _ => None,
        }
    }

    /// Words that no list knows: a letter, a run of letters, words of a text, with or without a mistake.
    fn words(&mut self, words: &[&str]) -> Option<()> {
        if let [word] = words {
            if let Some((index, sure)) = letter(word) {
                return self.name(index, ReadAs::Letter, sure);
            }
            // 1st, 2nd: the digits went before.
            if matches!(*word, "st" | "nd" | "rd" | "th")
                && let Some(Part::Named(named)) = self.out.last().copied()
            {
                self.out.pop();
                self.out.push(Part::Ordinal(named));
                return Some(());
            }
        }
        if let Some(index) = one(options_with(self.said, words)) {
            return self.name(index, ReadAs::OptionText, true);
        }
        if let Some(index) = nearest(self.said, words) {
            return self.name(index, ReadAs::Fuzzy, false);
        }
        match words {
            [word] => {
                if let Some(index) = one(with_beginning(self.said, word)) {
                    return self.name(index, ReadAs::OptionText, false);
                }
                if let Some(index) = sounding_like(self.said, words) {
                    return self.name(index, ReadAs::Fuzzy, false);
                }
                self.letters(word).or_else(|| self.unknown())
            }
            _ => words.iter().try_for_each(|word| self.words(&[word])),
        }
    }

    fn unknown(&mut self) -> Option<()> {
        // With amounts a word may be a unit; the reader of points decides.
        (self.digits == Digits::Amounts).then(|| self.out.push(Part::Unknown))
    }

    /// `ac`: likely a and c.
    fn letters(&mut self, word: &str) -> Option<()> {
        let indices: Option<Vec<usize>> = word
            .chars()
            .map(|c| letter(c.encode_utf8(&mut [0; 4])).map(|(index, _)| index))
            .collect();
        let indices = indices?;
        let distinct =
            indices.iter().enumerate().all(|(at, i)| !indices.iter().take(at).any(|x| x == i));
        if self.digits == Digits::Amounts || !distinct || indices.iter().any(|i| *i >= self.count) {
            return None;
        }
        indices.into_iter().try_for_each(|index| self.name(index, ReadAs::Letter, false))
    }
}

/// A number from 1 as a place from 0.
pub(super) fn position(number: i64) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

/// What follows the last correction, if something was said before it: "1 3 no 1 4".
pub(super) fn corrected(parts: &[Part]) -> (Option<&[Part]>, &[Part]) {
    match parts.iter().rposition(|part| matches!(part, Part::Correction)) {
        Some(at) => (parts.get(..at), parts.get(at + 1..).unwrap_or_default()),
        None => (None, parts),
    }
}

/// The weakest way of reading among several, which is what is recorded of the whole.
pub(super) fn read_as(named: &[Named]) -> ReadAs {
    let rank = |read_as: ReadAs| match read_as {
        ReadAs::Fuzzy => 4,
        ReadAs::OptionText => 3,
        ReadAs::Word => 2,
        ReadAs::Letter => 1,
        _ => 0,
    };
    named.iter().map(|n| n.read_as).max_by_key(|r| rank(*r)).unwrap_or(ReadAs::Digit)
}
