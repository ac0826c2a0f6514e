//! A config file: read, and its campaigns put together with the shipped templates; or its faults named.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use majlis::campaign::catalogue;
use majlis::config::Config;
use majlis::library::{Folders, Library};
use majlis_flows::Faults;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut faults = Faults::default();
    let library = Library::load(&Folders::default(), &mut faults);
    assert!(faults.is_empty(), "{faults}");
    library
});

/// Overrides nothing, and knows every other secret.
fn environment(name: &str) -> Option<String> {
    (!name.starts_with("MAJLIS_")).then(|| "5b1e0f8a9c3d7264e8b0a1f2c3d4e5f6".to_owned())
}

fuzz_target!(|text: &str| {
    // A secret in a file of this machine is none of the fuzzer's business.
    if text.contains("file:") {
        return;
    }
    let mut faults = Faults::default();
    let config = Config::parse("fuzz.toml", text, &environment, &mut faults);
    assert_eq!(config.is_some(), faults.is_empty(), "a config or faults, never both: {faults}");
    if let Some(config) = config {
        let _ = catalogue::build(&config, &LIBRARY.templates, &mut faults);
    }
});
