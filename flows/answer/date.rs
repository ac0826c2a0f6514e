//! `date`: a day of the Gregorian calendar.

mod calendar;
mod signs;

use jiff::civil::{Date, Weekday};

use super::list::position;
use super::{is_sure, whole};
use crate::session::Value;
use crate::understand::near::one_apart;
use crate::understand::piece::{Piece, Said};
use crate::understand::{ReadAs, Reading};
use crate::words::{Senses, role};

use calendar::{Day, day_month, eight_digits, nearest_year, next_day_of_month, year_of};

/// With more words that nobody knows it is a story, not a day.
const MOST_UNKNOWN: usize = 6;

/// Reads a day.
pub(crate) fn read(said: &Said<'_>) -> Reading {
    match signs::day(said.folded) {
        Some(day) => date_of_parts(said, &[Part::Numeric(day)]),
        None => parts(said).and_then(|parts| date_of_parts(said, &parts)),
    }
    .unwrap_or(Reading::Unclear)
}

fn date_of_parts(said: &Said<'_>, parts: &[Part]) -> Option<Reading> {
    let today = said.question.today;
    let (before, after) = match parts.iter().rposition(|p| matches!(p, Part::Correction)) {
        Some(at) => (parts.get(..at), parts.get(at + 1..)?),
        None => (None, parts),
    };
    let day = day(after, today)?;
    let taken_back = match before {
        Some(before) => {
            let said_before = self::day(before, today);
            if before.is_empty() || said_before.is_some_and(|b| b.date == day.date) {
                return None;
            }
            true
        }
        None => false,
    };
    let last_year = today.year().checked_add(10)?;
    if !(1900..=last_year).contains(&day.date.year()) {
        return None;
    }
    let value = Value::Date { date: day.date };
    Some(Reading::value_if(day.sure && !taken_back, value, day.read_as))
}

/// A part of a reply about a day.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Number {
        value: i64,
        /// How many digits were typed; 0 for a number word.
        digits: usize,
        sure: bool,
    },
    /// Numbers with separators between: day, month and perhaps year.
    Numeric(Day),
    /// Days from today.
    Offset(i64),
    Month(i64),
    Weekday(i64),
    DayUnit,
    WeekUnit,
    Ago,
    Within,
    After,
    Correction,
    /// Nothing after it is sure: a misspelt word, a hedge, a word not understood.
    Doubt,
}

/// Takes a reply apart; `None` if something in it makes the whole unclear.
fn parts(said: &Said<'_>) -> Option<Vec<Part>> {
    let pieces: Vec<&Piece<'_>> = said.without_courtesy().collect();
    let mut out: Vec<Part> = Vec::new();
    let (mut at, mut unknown) = (0, 0);
    while let Some(piece) = pieces.get(at) {
        let rest = pieces.get(at..)?;
        if let Some(len) = clock(rest) {
            at += len;
            continue;
        }
        if let Some((day, len)) = numeric(rest) {
            out.push(Part::Numeric(day?));
            at += len;
            continue;
        }
        match piece {
            Piece::Number(token) => {
                if token.minus {
                    return None;
                }
                let value = whole(token.text).filter(|_| !token.text.contains('.'))?;
                out.push(Part::Number { value, digits: token.text.len(), sure: true });
            }
            Piece::Mark(',' | ';' | ':' | '\n' | '-' | '&' | '_' | '|', _) => {}
            Piece::Mark('~', _) => out.push(Part::Doubt),
            Piece::Mark(..) | Piece::Option(..) => return None,
            // قبل ٣ أيام, "il y a 3 jours": in some languages "ago" comes first.
            Piece::Phrase(_, senses) if senses.has(role::AGO) && counts(rest) => {
                out.push(Part::Ago);
            }
            Piece::Phrase(_, senses) => {
                out.extend(phrase(senses, &out)?);
                // A day in few letters of another language (aaj) is asked back.
                if senses.day.is_some() && senses.has(role::HEDGE) {
                    out.push(Part::Doubt);
                }
            }
            Piece::Unknown(word) => {
                // 24th, 1er, 24-й: what follows digits closely is their ending.
                unknown += 1;
                if unknown > MOST_UNKNOWN {
                    return None;
                }
                let ending = word.chars().count() <= 3
                    && matches!(out.last(), Some(Part::Number { digits: 1.., .. }));
                match misspelt(said, word) {
                    _ if ending => {}
                    Some(senses) => {
                        out.extend(phrase(&senses, &out)?);
                        out.push(Part::Doubt);
                    }
                    None => out.push(Part::Doubt),
                }
            }
        }
        at += 1;
    }
    Some(out)
}

/// Behind the first piece: a number and a unit of days or weeks, or the unit alone.
fn counts(pieces: &[&Piece<'_>]) -> bool {
    let unit = |piece: Option<&&Piece<'_>>| {
        piece.is_some_and(|piece| piece.is(role::DAY_UNIT | role::WEEK_UNIT))
    };
    let number = matches!(pieces.get(1), Some(Piece::Number(_)))
        || matches!(pieces.get(1), Some(Piece::Phrase(_, senses)) if senses.number.is_some());
    unit(pieces.get(1)) || (number && unit(pieces.get(2)))
}

/// What a phrase of the lexicon adds; `None` if it makes the whole unclear.
fn phrase(senses: &Senses, before: &[Part]) -> Option<Option<Part>> {
    let spoilt = role::CONFLICT
        | role::OR
        | role::RANGE
        | role::BOUND
        | role::BOTH
        | role::ALL
        | role::DAY_UNCLEAR
        | role::CALENDAR
        | role::NEXT
        | role::MONTH_UNIT;
    let counted = before.iter().any(|p| matches!(p, Part::Number { .. }));
    // Hindi पहले is "ago" behind a count, and "first".
    if senses.has(role::AGO)
        && counted
        && matches!(before.last(), Some(Part::DayUnit | Part::WeekUnit))
    {
        return Some(Some(Part::Ago));
    }
    Some(Some(if let Some(offset) = senses.day {
        Part::Offset(offset)
    } else if let Some(month) = senses.month {
        Part::Month(month)
    } else if let Some(weekday) = senses.weekday {
        Part::Weekday(weekday)
    } else if let Some((value, certainty)) = senses.number.or(senses.ordinal) {
        Part::Number { value, digits: 0, sure: is_sure(certainty) }
    } else if senses.has(role::CORRECTION) && !before.is_empty() {
        Part::Correction
    } else if senses.has(role::DAY_UNIT) {
        Part::DayUnit
    } else if senses.has(role::WEEK_UNIT) {
        Part::WeekUnit
    } else if senses.has(role::AGO) && counted {
        Part::Ago
    } else if senses.has(role::AFTER) {
        Part::After
    } else if senses.has(role::WITHIN) {
        Part::Within
    } else if senses.has(role::HEDGE | role::ABOUT) {
        Part::Doubt
    } else if senses.has(spoilt | role::NEGATION | role::AMOUNT) {
        return None;
    } else if senses.has(role::FILLER | role::AND | role::CLOCK | role::OUT_OF | role::FROM) {
        return Some(None);
    } else {
        Part::Doubt
    }))
}

/// One day word, weekday or month that an unknown word is, but for one letter.
fn misspelt(said: &Said<'_>, word: &str) -> Option<Senses> {
    if word.chars().count() < 5 {
        return None;
    }
    let question = said.question;
    let mut near = said
        .lexicon
        .days(question.lang, question.offered)
        .filter(|(known, _)| one_apart(known, word))
        .map(|(_, senses)| *senses);
    let first = near.next()?;
    near.all(|other| {
        (other.day, other.month, other.weekday) == (first.day, first.month, first.weekday)
    })
    .then_some(first)
}

/// `10:30`, `5 pm`, `at 5`: pieces that only tell the time.
fn clock(pieces: &[&Piece<'_>]) -> Option<usize> {
    let tells = |piece: &Piece<'_>| matches!(piece, Piece::Phrase(_, s) if s.has(role::CLOCK) && s.number.is_none());
    let hour = |piece: &Piece<'_>| matches!(piece, Piece::Number(t) if t.text.parse::<u8>().is_ok_and(|h| h <= 24));
    match pieces {
        [Piece::Number(h), Piece::Mark(':', _), Piece::Number(m), rest @ ..]
            if h.text.len() <= 2 && m.text.len() == 2 =>
        {
            Some(3 + usize::from(rest.first().is_some_and(|p| tells(p))))
        }
        [number, after, ..] if hour(number) && tells(after) => Some(2),
        [before, number, rest @ ..] if tells(before) && hour(number) => {
            let follows = rest.first();
            // "at night 24/11": the number belongs to what follows.
            let dated = follows.is_some_and(|p| {
                matches!(p, Piece::Mark('/' | '-', _))
                    || matches!(p, Piece::Phrase(_, s) if s.month.is_some())
            });
            (!dated).then(|| 2 + usize::from(follows.is_some_and(|p| tells(p))))
        }
        _ => None,
    }
}

/// `24/11`, `24-11-2026`, `2026.11.24`, `24 11 2026`: how many pieces, and the day if it is one.
fn numeric(pieces: &[&Piece<'_>]) -> Option<(Option<Day>, usize)> {
    let Some(Piece::Number(first)) = pieces.first() else { return None };
    if first.minus {
        return None;
    }
    let points: Vec<&str> = first.text.split(['.', ',']).collect();
    if points.len() > 1 {
        return Some((Day::numeric(&points), 1));
    }
    let mut numbers = vec![first.text];
    let mut at = 1;
    let separator = |piece: Option<&&Piece<'_>>| matches!(piece, Some(Piece::Mark('/' | '-', _)));
    while separator(pieces.get(at))
        && let Some(Piece::Number(next)) = pieces.get(at + 1)
    {
        numbers.push(next.text);
        at += 2;
    }
    if numbers.len() == 1 {
        // By spaces only a whole date is meant: 24 11 2026.
        let spaced: Vec<&str> = pieces
            .iter()
            .map_while(|p| if let Piece::Number(t) = p { Some(t.text) } else { None })
            .collect();
        let whole =
            matches!(spaced.as_slice(), [d, m, y] if d.len() <= 2 && m.len() <= 2 && y.len() == 4);
        if !whole {
            return None;
        }
        return Some((Day::numeric(&spaced), 3));
    }
    Some((Day::numeric(&numbers), at))
}

/// A day with how it was found.
struct Found {
    date: Date,
    sure: bool,
    read_as: ReadAs,
}

fn day(parts: &[Part], today: Date) -> Option<Found> {
    let doubt = parts.iter().any(|part| matches!(part, Part::Doubt));
    let plain: Vec<Part> =
        parts.iter().filter(|part| !matches!(part, Part::Doubt)).copied().collect();
    let weekdays: Vec<i64> = plain
        .iter()
        .filter_map(|p| if let Part::Weekday(day) = p { Some(*day) } else { None })
        .collect();
    let rest: Vec<Part> =
        plain.into_iter().filter(|part| !matches!(part, Part::Weekday(_))).collect();
    let weekday = match weekdays.split_first() {
        Some((first, others)) if others.iter().all(|day| day == first) => Some(*first),
        Some(_) => return None,
        None => None,
    };
    let rest: Vec<Part> = match weekday {
        // "on Friday in the evening": "in" is about the time.
        Some(_) => rest.into_iter().filter(|p| !matches!(p, Part::Within)).collect(),
        None => rest,
    };
    let found = match (rest.as_slice(), weekday) {
        ([], Some(weekday)) => coming(weekday, today)?,
        (rest, _) => plain_day(rest, today)?,
    };
    if weekday.is_some_and(|day| weekday_of(day) != Some(found.date.weekday())) {
        return None;
    }
    Some(Found { sure: found.sure && !doubt, ..found })
}

fn plain_day(parts: &[Part], today: Date) -> Option<Found> {
    // A lonely "in" before a day says nothing: in November 24.
    let parts = match parts {
        [Part::Within, rest @ ..]
            if rest
                .iter()
                .any(|p| matches!(p, Part::Month(_) | Part::Numeric(_) | Part::Offset(_))) =>
        {
            rest
        }
        [rest @ .., Part::Within]
            if rest
                .iter()
                .any(|p| matches!(p, Part::Month(_) | Part::Numeric(_) | Part::Offset(_))) =>
        {
            rest
        }
        parts => parts,
    };
    match *parts {
        [Part::Offset(days)] => found(offset(today, days)?, true, ReadAs::Word),
        [Part::Numeric(day)] => {
            let (date, sure) = day_month(day, today)?;
            found(date, sure, ReadAs::Digit)
        }
        [Part::Number { value, digits, sure }] => alone(value, digits, sure, today),
        [Part::Within, Part::Number { value, sure, .. }, Part::DayUnit]
        | [Part::Number { value, sure, .. }, Part::DayUnit, Part::Within] => {
            found(offset(today, value)?, sure, ReadAs::Digit)
        }
        [Part::Number { value, sure, .. }, Part::DayUnit, Part::Ago]
        | [Part::Ago, Part::Number { value, sure, .. }, Part::DayUnit] => {
            found(offset(today, value.checked_neg()?)?, sure, ReadAs::Digit)
        }
        [Part::After, Part::Number { value, .. }, Part::DayUnit]
        | [Part::Number { value, .. }, Part::DayUnit, Part::After] => {
            found(offset(today, value)?, false, ReadAs::Digit)
        }
        [Part::Within | Part::After, Part::Number { value, .. }, Part::WeekUnit]
        | [Part::Number { value, .. }, Part::WeekUnit, Part::Within | Part::After] => {
            found(offset(today, value.checked_mul(7)?)?, false, ReadAs::Digit)
        }
        [Part::Ago, Part::WeekUnit] => found(offset(today, -7)?, false, ReadAs::Word),
        [Part::Number { value, .. }, Part::WeekUnit, Part::Ago]
        | [Part::Ago, Part::Number { value, .. }, Part::WeekUnit] => {
            found(offset(today, value.checked_mul(-7)?)?, false, ReadAs::Digit)
        }
        ref named => named_month(named, today),
    }
}

/// "24 Nov", "Nov 24 2026", "24 Nov 26", "2026 Nov 24".
fn named_month(parts: &[Part], today: Date) -> Option<Found> {
    let (day, month, year) = match *parts {
        [
            Part::Number { value, digits: 4, .. },
            Part::Month(month),
            Part::Number { value: day, digits: 0..=2, .. },
        ] => (day, month, Some((value, 4))),
        [Part::Number { value: day, digits: 0..=2, .. }, Part::Month(month)]
        | [Part::Month(month), Part::Number { value: day, digits: 0..=2, .. }] => {
            (day, month, None)
        }
        [
            Part::Number { value: day, digits: 0..=2, .. },
            Part::Month(month),
            Part::Number { value: year, digits: digits @ (2 | 4), .. },
        ]
        | [
            Part::Month(month),
            Part::Number { value: day, digits: 0..=2, .. },
            Part::Number { value: year, digits: digits @ (2 | 4), .. },
        ] => (day, month, Some((year, digits))),
        _ => return None,
    };
    let date = match year {
        Some((year, digits)) => calendar::date_of(year_of(year, digits, today)?, month, day)?,
        None => nearest_year(month, day, today)?,
    };
    let sure = parts.iter().all(|p| !matches!(p, Part::Number { sure: false, .. }));
    found(date, sure, ReadAs::Digit)
}

/// A number alone: a day of the month, or eight digits without a separator; always asked back.
fn alone(value: i64, digits: usize, _sure: bool, today: Date) -> Option<Found> {
    let date = match digits {
        8 => eight_digits(value)?,
        0..=2 => next_day_of_month(value, today)?,
        _ => return None,
    };
    found(date, false, ReadAs::Digit)
}

#[allow(clippy::unnecessary_wraps)] // the arms of a match that may fail
fn found(date: Date, sure: bool, read_as: ReadAs) -> Option<Found> {
    Some(Found { date, sure, read_as })
}

fn offset(today: Date, days: i64) -> Option<Date> {
    today.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The next day of this name; today's own may be today or in a week.
fn coming(weekday: i64, today: Date) -> Option<Found> {
    let wanted = weekday_of(weekday)?;
    let days = i64::from(today.weekday().until(wanted));
    if days == 0 {
        return None;
    }
    found(offset(today, days)?, false, ReadAs::Word)
}

fn weekday_of(number: i64) -> Option<Weekday> {
    let from_monday = i8::try_from(position(number)?).ok()?;
    Weekday::from_monday_zero_offset(from_monday).ok()
}
