//! `majlis check` finds what is wrong with the files people edit, each with line and mend, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What is planted in `tests/faults/`: file and line, and words of the mend.
const PLANTED: [(&str, &str); 11] = [
    ("config/majlis.toml:10", "or \"web\""),
    ("flows/night-poll.toml:8", "use one of choice"),
    // A sentence that is not there has no line of its own.
    ("locales/ar/system.ftl:1", "add `stopped ="),
    ("locales/ar/system.ftl:77", "say it in 70 units"),
    ("locales/ar/system.ftl:7", "write `key = sentence`"),
    ("locales/ar/words.toml:14", "remove it"),
    ("providers/acme.toml:8", "signed-body"),
    ("providers/souk.toml:55", "correct the example"),
    ("templates/night-buses/template.toml:3", "flows/library"),
    ("templates/tree-names/ar.toml:6", "[placeholders]"),
    ("templates/tree-names/en.toml:5", "add `sidr ="),
];

/// What is planted in `tests/advice/`: file and line, words of the advice, and of the mend.
const STUMBLING: [(&str, &str, &str); 15] = [
    ("config/majlis.toml:9", "CREEK in capitals", "small letters"),
    ("config/majlis.toml:23", "begins with 5", "begin with a word"),
    ("templates/loud-words/ar.toml:6", "{{entity}} grown together", "a space, a hyphen or a colon"),
    ("templates/loud-words/en.toml:10", "has and/or", "in words"),
    ("templates/loud-words/en.toml:11", "8 options, more than 5", "join some"),
    ("templates/loud-words/en.toml:12", "begins with 2", "begin with a word"),
    ("templates/loud-words/en.toml:13", "looks like option `walk`", "what the others are not"),
    ("templates/loud-words/en.toml:16", "more than one SMS part", "sms.ask"),
    ("templates/loud-words/en.toml:20", "the SMS alphabet lacks", "a sign of the keyboard"),
    ("templates/loud-words/en.toml:2", "more than 18", "make two of it"),
    ("templates/loud-words/en.toml:5", "2 questions at once", "a step of its own"),
    ("templates/loud-words/en.toml:6", "has the sign", "in words"),
    ("templates/loud-words/en.toml:7", "drawn with signs", "leave them out"),
    ("templates/loud-words/en.toml:8", "run of punctuation", "one sign"),
    ("templates/loud-words/en.toml:9", "CARPOOL in capitals", "small letters"),
];

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_majlis"))
        .arg("check")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

#[test]
fn a_file_may_be_named_from_the_folder_it_is_in() {
    let here = |file: &str, folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut command = Command::new(env!("CARGO_BIN_EXE_majlis"));
        command.args(["check", file]).current_dir(folder).output().unwrap()
    };
    let found = lines(&here("souk.toml", "tests/faults/providers"));
    assert!(found.iter().any(|line| line.contains("souk.toml:55: ")), "{found:?}");
    let whole = here("telnyx.toml", "channels/sms/providers");
    assert!(whole.status.success() && whole.stdout.is_empty(), "{:?}", lines(&whole));
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(str::to_owned).collect()
}

/// `file:line` of `file:line: fault — mend`.
fn place(line: &str) -> &str {
    line.split_once(": ").unwrap().0
}

#[test]
fn every_planted_fault_is_found_at_its_line_with_a_mend_and_nothing_else() {
    let output = check(&["tests/faults"]);
    let found = lines(&output);
    let expected: BTreeSet<String> =
        PLANTED.iter().map(|(at, _)| format!("tests/faults/{at}")).collect();
    let places: BTreeSet<String> = found.iter().map(|line| place(line).to_owned()).collect();
    assert_eq!(places, expected, "{found:#?}");
    for (at, mend) in PLANTED {
        let line = found.iter().find(|line| place(line).ends_with(at)).unwrap();
        let (_, said) = line.split_once(" — ").unwrap_or_else(|| panic!("no mend: {line}"));
        assert!(said.contains(mend), "{line}");
    }
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn words_to_stumble_over_are_advised_against_at_their_line_and_fail_only_when_strict() {
    let output = check(&["tests/advice"]);
    let found = lines(&output);
    let expected: BTreeSet<String> =
        STUMBLING.iter().map(|(at, ..)| format!("tests/advice/{at}")).collect();
    let places: BTreeSet<String> = found.iter().map(|line| place(line).to_owned()).collect();
    assert_eq!(places, expected, "{found:#?}");
    for (at, what, mend) in STUMBLING {
        let line = found.iter().find(|line| place(line).ends_with(at)).unwrap();
        let (said, mended) = line.split_once(" — ").unwrap_or_else(|| panic!("no mend: {line}"));
        assert!(said.contains(": advice: ") && said.contains(what), "{line}");
        assert!(mended.contains(mend), "{line}");
    }
    assert_eq!(found.len(), expected.len(), "each once: {found:#?}");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(check(&["tests/advice", "--strict"]).status.code(), Some(1));
    for line in lines(&check(&["tests/advice", "--json"])) {
        let advice: serde_json::Value = serde_json::from_str(&line).unwrap();
        for key in ["file", "advice", "mend"] {
            assert!(!advice[key].as_str().unwrap().is_empty(), "{key} of {advice}");
        }
    }
}

#[test]
fn as_json_each_fault_is_an_object_of_its_own() {
    let output = check(&["tests/faults", "--json"]);
    let found = lines(&output);
    assert!(found.len() >= PLANTED.len(), "{found:#?}");
    for line in found {
        let fault: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert!(fault["line"].as_u64().unwrap() > 0, "{fault}");
        for key in ["file", "fault", "mend"] {
            assert!(!fault[key].as_str().unwrap().is_empty(), "{key} of {fault}");
        }
    }
}

#[test]
fn shipped_files_and_the_whole_repository_are_without_faults() {
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").is_dir());
    for arguments in
        [&["--strict"][..], &[".", "--strict"], &["config/demo.toml"], &["config/majlis.toml"]]
    {
        let output = check(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {:#?}", lines(&output));
        assert!(output.stdout.is_empty() && output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_config_to_run_with_must_find_its_secrets() {
    let output = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .args(["check", "--config", "config/majlis.toml"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("MAJLIS_SECRET")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(lines(&output).iter().any(|line| line.contains("MAJLIS_SECRET")), "{output:?}");
}

#[test]
fn what_cannot_be_checked_is_wrong_usage() {
    for path in ["tests/nowhere", "README.md"] {
        let output = check(&[path]);
        assert_eq!(output.status.code(), Some(2), "{path}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(path), "{said}");
    }
}

#[test]
fn a_reader_that_closes_the_pipe_ends_the_program_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .args(["preview", "park-hours"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success(), "{}", output.status);
}

#[test]
fn each_room_and_each_file_of_the_source_can_be_checked_alone() {
    for path in [
        "flows",
        "flows/library",
        "flows/library/poll.toml",
        "templates",
        "templates/park-hours",
        "templates/park-hours/ar.toml",
        "locales",
        "locales/ar/system.ftl",
        "channels/sms/providers",
        "channels/sms/providers/twilio.toml",
        "config",
        "config/majlis.toml",
    ] {
        let output = check(&[path]);
        assert_eq!((output.status.code(), lines(&output)), (Some(0), Vec::new()), "{path}");
    }
    for path in ["docs", "Cargo.toml", "nowhere"] {
        assert_eq!(
            check(&[path]).status.code(),
            Some(2),
            "{path}: nothing was checked, and that is said"
        );
    }
}
