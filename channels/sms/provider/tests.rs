//! The shipped files, published signature vectors, planted faults, and properties.

use super::*;

const FILES: [(&str, &str); 3] = [
    ("twilio.toml", include_str!("../providers/twilio.toml")),
    ("kannel.toml", include_str!("../providers/kannel.toml")),
    ("generic.toml", include_str!("../providers/generic.toml")),
];

fn shipped(name: &str) -> Provider {
    let (file, text) = FILES.iter().find(|(file, _)| *file == format!("{name}.toml")).unwrap();
    let mut faults = majlis_flows::Faults::default();
    Provider::parse(file, text, &mut faults).unwrap_or_else(|| panic!("{faults}"))
}

#[test]
fn the_shipped_files_do_what_their_examples_say() {
    for (file, text) in FILES {
        let mut faults = majlis_flows::Faults::default();
        let provider = Provider::parse(file, text, &mut faults);
        if let Some(provider) = &provider {
            provider.run_examples(&mut faults);
        }
        assert!(faults.is_empty(), "{faults}");
        assert!(provider.unwrap().examples.len() >= 6);
    }
}
