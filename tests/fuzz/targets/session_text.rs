//! A stored session: read or refused; what was read is written again as the same session.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_flows::Session;

fuzz_target!(|text: &str| {
    if let Ok(session) = Session::from_text(text) {
        let written = session.to_text();
        let again = Session::from_text(&written).expect("what was written can be read");
        assert_eq!(again.to_text(), written);
    }
});
