//! A template: its `template.toml`, a line of dashes, its `en.toml`. Read and filled in, or its faults named.
//! What residents and entities write is never expanded again.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use majlis::campaign::Template;
use majlis::campaign::template::Files;
use majlis::campaign::words::CampaignWords;
use majlis_flows::Faults;
use majlis_flows::flow::Flow;

static FLOW: LazyLock<Flow> = LazyLock::new(|| {
    let mut faults = Faults::default();
    let text = include_str!("../../../flows/library/feedback.toml");
    Flow::parse("feedback.toml", text, &mut faults).expect("the shipped flow has no fault")
});

/// Looks like a placeholder, and must come out as it went in.
const VALUE: &str = "{{receipt}} {{#if x}}";

fuzz_target!(|text: &str| {
    let (head, words) = text.split_once("\n---\n").unwrap_or((text, ""));
    let files = Files {
        folder: "fuzz",
        files: vec![("template.toml".to_owned(), head), ("en.toml".to_owned(), words)],
    };
    let mut faults = Faults::default();
    let find = |id: &str| (id == "feedback").then_some(&*FLOW);
    let template = Template::parse("fuzz", &files, find, &mut faults);
    assert_eq!(template.is_some(), faults.is_empty(), "a template or faults: {faults}");
    let Some(template) = template else { return };
    let own: BTreeMap<String, String> =
        template.placeholders.keys().map(|name| (name.clone(), VALUE.to_owned())).collect();
    let values = BTreeMap::from([("en".to_owned(), own)]);
    let filled = CampaignWords::fill(&template, &values, ("fuzz.toml", 1), &mut faults);
    let ending = filled.ending("en", "sms", "K7P-4QM");
    assert!(!ending.contains("K7P-4QM {{#if x}}"), "a value was expanded: {ending}");
});
