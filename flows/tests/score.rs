//! Scores a file of questions with expected readings (JSON lines), when one is named:
//! `ANSWERS=rows.jsonl cargo test -p majlis-flows --test score -- --nocapture`.
//!
//! A wrong value is the one thing that must not happen; everything else is a figure to watch.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::collections::BTreeMap;

use common::lexicon;
use majlis_flows::understand::row;
use serde_json::Value;

#[test]
fn no_expected_reading_is_counted_wrongly() {
    let Ok(path) = std::env::var("ANSWERS") else { return };
    let (mut right, mut all, mut wrong) = (0, 0, 0);
    let mut by_ask: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let question: Value = serde_json::from_str(line).unwrap();
        let ask = question["ask"].as_str().unwrap().to_owned();
        let mut got = row(&question, lexicon());
        got.as_object_mut().unwrap().retain(|key, _| key != "read_as" && key != "confidence");
        let entry =
            by_ask.entry(format!("{ask} {}", question["lang"].as_str().unwrap())).or_default();
        all += 1;
        entry.1 += 1;
        if got == question["expect"] {
            right += 1;
            entry.0 += 1;
            continue;
        }
        let counted = got.get("value").is_some();
        wrong += usize::from(counted);
        println!(
            "{}{} {} {}: {} -> {} not {} ({})",
            if counted { "WRONG " } else { "" },
            question["id"],
            question["lang"],
            question["ask"],
            question["reply"],
            got,
            question["expect"],
            question["why"]
        );
    }
    println!("{right} of {all} right, {wrong} counted wrongly; {by_ask:?}");
    assert_eq!(wrong, 0);
}
