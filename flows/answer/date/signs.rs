//! Days as written in Chinese and Japanese: `2026年12月25日`, `12月25号`, `十二月二十五日`.

use super::calendar::Day;

/// The day, if the reply is one from end to end. Nothing stands between its parts, so words are not cut here.
pub(super) fn day(text: &str) -> Option<Day> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '。').collect();
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (Some(year_of(year)?), rest),
        None => (None, text.as_str()),
    };
    let (month, rest) = rest.split_once('月')?;
    let day = rest.trim_end_matches(['日', '号', '號']);
    Some(Day::named(year, number(month)?, number(day)?))
}

fn year_of(text: &str) -> Option<i64> {
    let digits: Option<String> = text.chars().map(|c| digit(c)?.to_string().into()).collect();
    digits.filter(|digits| digits.len() == 4)?.parse().ok()
}

/// 1 to 99, in digits or as `二十五`.
fn number(text: &str) -> Option<i64> {
    if (1..=2).contains(&text.len()) {
        return text.parse().ok();
    }
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            let ones = if ones.is_empty() { 0 } else { one(ones)? };
            Some(tens * 10 + ones)
        }
        None => one(text),
    }
}

fn one(text: &str) -> Option<i64> {
    let mut letters = text.chars();
    let value = digit(letters.next()?)?;
    letters.next().is_none().then_some(value)
}

fn digit(c: char) -> Option<i64> {
    if let Some(value) = c.to_digit(10) {
        return Some(value.into());
    }
    let at = "〇一二三四五六七八九".chars().position(|known| known == c)?;
    i64::try_from(at).ok()
}
