//! A provider file: read with its examples run, or its faults named.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_channels::sms::Provider;
use majlis_flows::Faults;

fuzz_target!(|text: &str| {
    let mut faults = Faults::default();
    let provider = Provider::parse("fuzz.toml", text, &mut faults);
    assert_eq!(provider.is_some(), faults.is_empty(), "a provider or faults, never both: {faults}");
    if let Some(provider) = provider {
        provider.run_examples(&mut faults);
    }
    let lines = text.lines().count().max(1) + 1;
    for fault in &faults.0 {
        assert!((1..=lines).contains(&fault.line), "line {} of {lines}: {fault}", fault.line);
    }
});
