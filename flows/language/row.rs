//! One line of `majlis language`.

use serde_json::{Value as Json, json};

use super::detect_after;

/// A text, or JSON `{"text","allow","prior"}`, and what is proposed for it.
#[must_use]
pub fn row(line: &str) -> Json {
    let json: Option<Json> =
        line.trim_start().starts_with('{').then(|| serde_json::from_str(line).ok()).flatten();
    let detection = match &json {
        None => detect_after(line, &[], None),
        Some(row) => {
            let text = row.get("text").and_then(Json::as_str).unwrap_or_default();
            let allow: Vec<&str> = row
                .get("allow")
                .and_then(Json::as_array)
                .map(|langs| langs.iter().filter_map(Json::as_str).collect())
                .unwrap_or_default();
            detect_after(text, &allow, row.get("prior").and_then(Json::as_str))
        }
    };
    match detection {
        Some(detection) => json!({
            "lang": detection.lang,
            "script": detection.script,
            "romanised": detection.romanised,
            "confidence": (f64::from(detection.confidence) * 100.0).round() / 100.0,
        }),
        None => json!({"abstain": true}),
    }
}
