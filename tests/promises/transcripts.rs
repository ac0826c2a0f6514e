//! A conversation for every language and answer type, held with the program's own `chat` and compared with the
//! transcripts in `tests/conversations`, whose README says how they are written.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::peers::every_type::{TYPES, folder, project, words};

/// Set, the lines of the gateway are written anew.
const WRITE: &str = "MAJLIS_WRITE_TRANSCRIPTS";

/// A conversation: what the resident sends, and the whole of it as text.
fn talk(config: &Path, lang: &str, ask: &str, sent: &[&str]) -> String {
    let mut chat = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .args(["chat", ask, "--lang", lang, "--json", "--config"])
        .arg(config)
        .env("MAJLIS_SECRET", "only for this test, and long enough for it")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut stdin = chat.stdin.take().unwrap();
    stdin.write_all(sent.join("\n").as_bytes()).unwrap();
    drop(stdin);
    let output = chat.wait_with_output().unwrap();
    assert!(output.status.success(), "{lang} {ask}");
    let mut sent = sent.iter();
    let mut written = String::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        if let Some(text) = line["text"].as_str() {
            for line in with_one_receipt(text).lines() {
                let _ = writeln!(written, "< {line}");
            }
            if let Some(next) = sent.next() {
                let _ = writeln!(written, "> {next}");
            }
        } else {
            let answer = &line["data"]["answers"][0];
            let value = match answer.get("value") {
                Some(value) => value.to_string(),
                None => answer["status"].as_str().unwrap_or("?").to_owned(),
            };
            let _ = writeln!(written, "= {value}");
        }
    }
    written
}

/// Receipts are drawn at random; in a transcript all are the same.
fn with_one_receipt(text: &str) -> String {
    let is_receipt = |word: &str| {
        let (head, tail) = word.split_once('-').unwrap_or_default();
        let drawn = |part: &str| {
            part.len() == 3 && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        };
        drawn(head) && drawn(tail)
    };
    let mut words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let mut said = String::new();
    for word in &mut words {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        said.push_str(if is_receipt(bare) { "K7P-4QM" } else { bare });
        said.push_str(word.strip_prefix(bare).unwrap_or_default());
    }
    said
}

/// Holds the conversation of one transcript; what is wrong with it, if anything is.
fn held_to(config: &Path, lang: &str, ask: &str) -> Option<String> {
    let file = folder().join(lang).join(format!("{ask}.txt"));
    let expected = fs::read_to_string(&file).unwrap();
    let sent: Vec<&str> = expected.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    let said = talk(config, lang, ask, &sent);
    let same = lines(&said, &[">", "="]) == lines(&expected, &[">", "="]);
    if same && std::env::var_os(WRITE).is_some() {
        fs::write(&file, &said).unwrap();
        return None;
    }
    (said != expected).then(|| format!("{lang}/{ask}.txt\n{said}wanted:\n{expected}"))
}

fn lines<'a>(text: &'a str, marks: &[&str]) -> Vec<&'a str> {
    text.lines().filter(|line| marks.iter().any(|mark| line.starts_with(mark))).collect()
}

#[test]
fn every_answer_type_is_understood_in_every_language_as_written_down() {
    let words = words();
    assert_eq!(words.len(), 18);
    let temp = tempfile::tempdir().unwrap();
    let config = temp.path().join("majlis.toml");
    fs::write(&config, project(temp.path(), &words)).unwrap();
    let langs: Vec<&String> = words.keys().collect();
    let (left, right) = langs.split_at(langs.len() / 2);
    let hold = |langs: &[&String]| -> Vec<Option<String>> {
        langs.iter().flat_map(|lang| TYPES.map(|ask| held_to(&config, lang, ask))).collect()
    };
    let all = std::thread::scope(|scope| {
        let other = scope.spawn(|| hold(right));
        let mut all = hold(left);
        all.extend(other.join().unwrap());
        all
    });
    let held = all.len();
    let wrong: Vec<String> = all.into_iter().flatten().collect();
    assert_eq!(held, 18 * 13);
    assert!(wrong.is_empty(), "{} of {held}:\n{}", wrong.len(), wrong.join("\n"));
}
