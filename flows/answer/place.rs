//! `place`: words, or coordinates rounded to 3 decimals (about 100 m), so that no home is pointed at.

use crate::session::Value;
use crate::understand::normal::{digit, is_invisible};

/// Coordinates in a reply, with the words beside them: `25.2048, 55.2708`, `geo:25.2,55.27 the park`.
pub(crate) fn point(reply: &str) -> Option<Value> {
    // One character for one, so that places in this text are places in the reply.
    let plain: String = reply.chars().map(plain).collect();
    let (start, end, lat, lon) = find(&plain)?;
    let characters = |end: usize| plain.get(..end).map(|t| t.chars().count());
    let (start, end) = (characters(start)?, characters(end)?);
    let before: String = reply.chars().take(start).collect();
    let after: String = reply.chars().skip(end).collect();
    let before = before.trim();
    let words = format!("{} {}", before.strip_suffix("geo:").unwrap_or(before), after.trim());
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let text = (!words.is_empty()).then(|| words.to_owned());
    Some(Value::Point { lat: round(lat), lon: round(lon), text })
}

/// Digits of any script, and the signs of Arabic numbers, as ASCII.
fn plain(c: char) -> char {
    match c {
        '٫' => '.',
        '،' => ',',
        '−' | '–' => '-',
        c => digit(c).unwrap_or(c),
    }
}

fn round(degrees: f64) -> f64 {
    (degrees * 1000.0).round() / 1000.0
}

/// Two decimal numbers, one after the other, in the range of degrees.
fn find(text: &str) -> Option<(usize, usize, f64, f64)> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..)?.find(|c: char| c.is_ascii_digit()) {
        let mut start = at + offset;
        let rest = text.get(start..)?;
        let len = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let digits = rest.get(..len)?;
        let end = start + len;
        if text.get(..start).is_some_and(|t| t.ends_with('-')) {
            start -= 1;
        }
        if digits.split_once('.').is_some_and(|(w, d)| w.len() <= 3 && d.len() >= 2)
            && let Ok(number) = text.get(start..end)?.parse::<f64>()
        {
            numbers.push((start, end, number));
        }
        at = end;
    }
    let [(start, lat_end, lat), (lon_start, end, lon)] = numbers.as_slice() else { return None };
    let between = text.get(*lat_end..*lon_start)?;
    let joined = |c: char| matches!(c, ',' | ';' | '/') || c.is_whitespace() || is_invisible(c);
    let joined = between.chars().all(joined);
    let on_earth = (-90.0..=90.0).contains(lat) && (-180.0..=180.0).contains(lon);
    (joined && on_earth).then_some((*start, *end, *lat, *lon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_found_with_the_words_beside_them_as_typed() {
        let found = point("قرب المدرسة ٢٥٫٢٠٤٨، ٥٥٫٢٧٠٨");
        let text = Some("قرب المدرسة".to_owned());
        assert_eq!(found, Some(Value::Point { lat: 25.205, lon: 55.271, text }));
        let found = point("25.20,\u{a0}\u{200e}55.27");
        assert_eq!(found, Some(Value::Point { lat: 25.2, lon: 55.27, text: None }));
        let found = point("geo:-25.20481,55.27082");
        assert_eq!(found, Some(Value::Point { lat: -25.205, lon: 55.271, text: None }));
    }

    #[test]
    fn other_numbers_are_no_place() {
        for text in ["12.50 and 13.50", "99.123, 55.123", "25, 55", "3.14", "1.10, 2.20, 3.30"] {
            assert_eq!(point(text), None, "{text}");
        }
    }
}
