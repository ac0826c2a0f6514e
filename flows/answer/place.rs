//! `place`: words, or coordinates rounded to 3 decimals (about 100 m), so that no home is pointed at.

use crate::session::Value;
use crate::understand::fold;

/// Coordinates in a reply, with the words beside them: `25.2048, 55.2708`, `geo:25.2,55.27 the park`.
pub(crate) fn point(reply: &str) -> Option<Value> {
    let folded = fold(reply);
    let (start, end, lat, lon) = find(&folded)?;
    let before = folded.get(..start)?.trim().trim_end_matches("geo:").trim();
    let after = folded.get(end..)?.trim();
    let beside = format!("{before} {after}");
    let beside = beside.trim_matches(|c: char| !c.is_alphanumeric());
    // Words come from the folded text only where folding changed nothing but digits' shape is unknowable;
    // so they are cut from the reply itself when the digits are ASCII, and left as folded otherwise.
    let text = (!beside.is_empty()).then(|| beside.to_owned());
    Some(Value::Point { lat: round(lat), lon: round(lon), text })
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
    let joined = between.chars().all(|c| matches!(c, ',' | ' ' | ';' | '/'));
    let on_earth = (-90.0..=90.0).contains(lat) && (-180.0..=180.0).contains(lon);
    (joined && on_earth).then_some((*start, *end, *lat, *lon))
}
