//! `majlis language`: texts in, proposals out.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

fn language(lines: &str) -> Vec<Value> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .arg("language")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let out = program.wait_with_output().unwrap();
    assert!(out.status.success());
    let lines = String::from_utf8(out.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_list_of_languages_and_an_earlier_one_are_heard() {
    let found = language(
        "{\"text\":\"linya\",\"allow\":[\"en\",\"tl\"]}\n\
         {\"text\":\"linya\",\"allow\":[\"en\",\"tl\"],\"prior\":\"tl\"}\nmujhe yeh park pasand hai\nok\n",
    );
    let confidence = |at: usize| found[at]["confidence"].as_f64().unwrap();
    assert_eq!((&found[0]["lang"], &found[1]["lang"]), (&"tl".into(), &"tl".into()));
    assert!(confidence(1) > confidence(0), "{found:?}");
    assert_eq!((&found[2]["lang"], &found[2]["romanised"]), (&"hi".into(), &true.into()));
    assert_eq!(found[3]["abstain"], true);
}
