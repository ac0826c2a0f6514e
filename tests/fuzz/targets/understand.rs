//! A reply: the first line is a row of `majlis understand` without its reply, the rest is the reply.
//! Whatever it says, it is read without panic, and never as an option that was not offered.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use majlis_flows::Faults;
use majlis_flows::understand::row;
use majlis_flows::words::Lexicon;
use serde_json::{Value, json};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut faults = Faults::default();
    let mut lexicon = Lexicon::default();
    lexicon.add("en", "en", include_str!("../../../locales/en/words.toml"), &mut faults);
    lexicon.add("ar", "ar", include_str!("../../../locales/ar/words.toml"), &mut faults);
    assert!(faults.is_empty(), "{faults}");
    lexicon
});

fuzz_target!(|text: &str| {
    let (question, reply) = text.split_once('\n').unwrap_or(("{}", text));
    // A fuzzer seldom writes JSON by itself, so replies to fixed questions are read too.
    let mut rows: Vec<Value> = ["choice", "yes-no", "rating", "number", "text", "place", "consent"]
        .map(|ask| {
            let options =
                json!([{"code": "a", "text": "Open earlier"}, {"code": "b", "text": "كلاهما"}]);
            json!({"lang": "ar", "ask": ask, "options": options, "min": 1, "max": 5})
        })
        .into();
    rows.extend(serde_json::from_str::<Value>(question).ok().filter(Value::is_object));
    for mut asked in rows {
        asked["reply"] = reply.into();
        let reading = row(&asked, &LEXICON);
        let Some(option) = reading["value"]["option"].as_str() else { continue };
        let offered = asked["options"].as_array().cloned().unwrap_or_default();
        assert!(offered.iter().any(|o| o["code"] == option), "{option} was not offered: {asked}");
    }
});
