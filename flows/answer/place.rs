//! `place`: words, or coordinates rounded to 3 decimals (about 100 m), so that no home is pointed at.

use crate::session::Value;
use crate::understand::normal::{digit, is_invisible};

/// Coordinates in a reply, with the words beside them: `25.2048, 55.2708`, `geo:25.2,55.27 the park`.
/// Those of a map's link count, and the link is not kept: it may point at a home more exactly than we do.
pub(crate) fn point(reply: &str) -> Option<Value> {
    if let Some(point) = by_link(reply) {
        return Some(point);
    }
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

/// A link such as `https://maps.google.com/?q=25.2,55.27` or `…/@25.2,55.27,17z`, with the words beside it.
fn by_link(reply: &str) -> Option<Value> {
    let (lat, lon, link) = reply.split_whitespace().find_map(|link| {
        let (_, path) = link.split_once("://")?;
        let path = path.replace("%2C", ",").replace("%2c", ",");
        let starts = ["@", "q=", "query=", "ll=", "destination=", "loc:", "place/"];
        let (lat, lon) = starts.into_iter().find_map(|start| {
            path.match_indices(start)
                .find_map(|(at, _)| degrees(path.get(at + start.len()..).unwrap_or_default()))
        })?;
        Some((lat, lon, link))
    })?;
    let words = reply.split_whitespace().filter(|word| *word != link);
    let words = words.collect::<Vec<_>>().join(" ");
    let text = (!words.is_empty()).then_some(words);
    Some(Value::Point { lat: round(lat), lon: round(lon), text })
}

/// `25.2048,55.2708` at the beginning of a text, on earth.
fn degrees(text: &str) -> Option<(f64, f64)> {
    let mut numbers = text.splitn(3, ',').map(|part| {
        let part = part.trim_start_matches('+');
        let end = part.find(|c: char| !matches!(c, '0'..='9' | '.' | '-')).unwrap_or(part.len());
        let number = part.get(..end).unwrap_or_default();
        number.contains('.').then(|| number.parse::<f64>().ok()).flatten()
    });
    let (lat, lon) = (numbers.next()??, numbers.next()??);
    let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
    on_earth.then_some((lat, lon))
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
    fn a_maps_link_is_its_coordinates_and_is_not_kept() {
        for (link, words) in [
            ("https://maps.google.com/?q=25.2048,55.2708", None),
            ("https://www.google.com/maps/@25.2048,55.2708,17z", None),
            ("the bench https://maps.google.com/maps?q=25.2048%2C55.2708&z=17", Some("the bench")),
            ("https://maps.apple.com/?ll=25.2048,55.2708 by the gate", Some("by the gate")),
            (
                "https://www.google.com/maps/place/Park/@25.2048,55.2708,17z/data=!3d25.2!4d55.2",
                None,
            ),
        ] {
            let text = words.map(str::to_owned);
            assert_eq!(
                point(link),
                Some(Value::Point { lat: 25.205, lon: 55.271, text }),
                "{link}"
            );
        }
    }

    #[test]
    fn other_numbers_are_no_place() {
        for text in ["12.50 and 13.50", "99.123, 55.123", "25, 55", "3.14", "1.10, 2.20, 3.30"] {
            assert_eq!(point(text), None, "{text}");
        }
    }
}
