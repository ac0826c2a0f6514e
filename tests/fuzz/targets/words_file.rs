//! A language's `words.toml`: read, or its faults named; what was read is usable.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_flows::Faults;
use majlis_flows::words::Lexicon;

fuzz_target!(|text: &str| {
    let mut faults = Faults::default();
    let lexicon = Lexicon::parse("en", "words.toml", text, &mut faults);
    let lines = text.lines().count().max(1) + 1;
    assert!(faults.0.iter().all(|fault| (1..=lines).contains(&fault.line)), "{faults}");
    let _ = lexicon.universal(text, Some("en"));
});
