//! A flow file: whatever it holds, it is read or its faults are named, each with a line of the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_flows::Faults;
use majlis_flows::flow::Flow;

fuzz_target!(|text: &str| {
    let mut faults = Faults::default();
    let flow = Flow::parse("fuzz.toml", text, &mut faults);
    assert_eq!(flow.is_some(), faults.is_empty(), "a flow or faults, never both: {faults}");
    let lines = text.lines().count().max(1) + 1;
    for fault in &faults.0 {
        assert!((1..=lines).contains(&fault.line), "line {} of {lines}", fault.line);
        assert!(!fault.what.is_empty() && !fault.mend.is_empty());
    }
    if let Some(flow) = flow {
        assert!(!flow.steps.is_empty());
    }
});
