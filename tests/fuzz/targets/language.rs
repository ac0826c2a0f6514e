//! Any text: its language is one of those allowed, and how sure that is lies between 0 and 1.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_flows::language::{detect, detect_after};

fuzz_target!(|text: &str| {
    for allow in [&[][..], &["en", "ar", "ur"], &["hi"]] {
        for prior in [None, Some("ur"), Some("no such language")] {
            let Some(found) = detect_after(text, allow, prior) else { continue };
            assert!((0.0..=1.0).contains(&found.confidence), "{found:?}");
            assert!(allow.is_empty() || allow.contains(&found.lang), "{found:?}");
        }
    }
    assert_eq!(detect(text, &[]), detect(text, &[]));
});
