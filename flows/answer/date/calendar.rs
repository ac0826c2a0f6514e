//! Numbers as days: which is the day, which the month, which year is meant.

use jiff::civil::Date;

/// Two or three numbers as typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Day {
    first: i64,
    second: i64,
    /// The year, and how many digits it was typed with.
    year: Option<(i64, usize)>,
    /// 2026-11-24, 12月25日: the month is beyond doubt.
    named: bool,
}

impl Day {
    /// A day whose parts were named, so that their order is beyond doubt.
    pub(super) fn named(year: Option<i64>, month: i64, day: i64) -> Self {
        let year = year.map(|year| (year, 4));
        Self { first: day, second: month, year, named: true }
    }

    /// `["24", "11"]`, `["24", "11", "2026"]`, `["2026", "11", "24"]`.
    pub(super) fn numeric(parts: &[&str]) -> Option<Self> {
        let number = |text: &str| text.parse::<i64>().ok();
        match *parts {
            [year, month, day] if year.len() == 4 => Some(Self {
                first: number(day)?,
                second: number(month)?,
                year: Some((number(year)?, 4)),
                named: true,
            }),
            [first, second, year] if matches!(year.len(), 2 | 4) => Some(Self {
                first: number(first)?,
                second: number(second)?,
                year: Some((number(year)?, year.len())),
                named: false,
            }),
            [first, second] if first.len() <= 2 && second.len() <= 2 => Some(Self {
                first: number(first)?,
                second: number(second)?,
                year: None,
                named: false,
            }),
            _ => None,
        }
    }
}

/// Day before month; in doubt where month before day is possible, too, and is another day.
pub(super) fn day_month(day: Day, today: Date) -> Option<(Date, bool)> {
    let read = |d: i64, m: i64| match day.year {
        Some((year, digits)) => date_of(year_of(year, digits, today)?, m, d),
        None => nearest_year(m, d, today),
    };
    let by_rule = read(day.first, day.second);
    if day.named {
        return Some((by_rule?, true));
    }
    match (by_rule, read(day.second, day.first)) {
        (Some(date), None) => Some((date, true)),
        (Some(date), Some(other)) => Some((date, date == other)),
        (None, Some(other)) => Some((other, false)),
        (None, None) => None,
    }
}

/// A day that exists.
pub(super) fn date_of(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// 26 is 2026, 85 is 1985: at most ten years ahead.
pub(super) fn year_of(year: i64, digits: usize, today: Date) -> Option<i64> {
    match digits {
        4 => Some(year),
        2 => {
            let this_century = 2000 + year;
            let ahead = this_century > i64::from(today.year()) + 10;
            Some(if ahead { this_century - 100 } else { this_century })
        }
        _ => None,
    }
}

/// Without a year: the one nearest today.
pub(super) fn nearest_year(month: i64, day: i64, today: Date) -> Option<Date> {
    let year = i64::from(today.year());
    let days_off = |date: &Date| {
        let span = today.duration_until(*date);
        span.as_secs().unsigned_abs()
    };
    // A leap day may be two years away.
    (year - 4..=year + 4).filter_map(|y| date_of(y, month, day)).min_by_key(days_off)
}

/// The next day with this number, today included.
pub(super) fn next_day_of_month(day: i64, today: Date) -> Option<Date> {
    let month_after = |n: i64| {
        let months = i64::from(today.month()) - 1 + n;
        (i64::from(today.year()) + months / 12, months % 12 + 1)
    };
    (0..12)
        .map(month_after)
        .filter_map(|(year, month)| date_of(year, month, day))
        .find(|date| *date >= today)
}

/// 24112026 or 20261124, whichever is a day; both are neither.
pub(super) fn eight_digits(digits: i64) -> Option<Date> {
    let sane = |date: &Date| (1900..=2100).contains(&date.year());
    let day_first =
        date_of(digits % 10_000, digits / 10_000 % 100, digits / 1_000_000).filter(sane);
    let year_first = date_of(digits / 10_000, digits / 100 % 100, digits % 100).filter(sane);
    match (day_first, year_first) {
        (Some(date), None) | (None, Some(date)) => Some(date),
        _ => None,
    }
}
