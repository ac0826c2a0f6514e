//! The template library: what is shipped, in which languages, what it takes by SMS, and that one can talk with it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What residents of the Emirates read.
const SEVEN: [&str; 7] = ["en", "ar", "hi", "ur", "ml", "bn", "tl"];

/// Every template of seven languages: the lists that a campaign gives itself, and answers from the first to the last.
const SHIPPED: [(&str, &[&str], &[&str]); 13] = [
    ("contest-entry", &[], &["1", "A garden on every roof", "SKIP", "1"]),
    ("contest-vote", &["vote"], &["2", "SKIP"]),
    ("event-feedback", &[], &["4", "The music", "SKIP", "1"]),
    ("ideas", &[], &["More shade at the bus stop", "Creek Road", "SKIP"]),
    ("one-choice", &["choice"], &["1", "It is cooler then"]),
    ("points-budget", &["shares"], &["50 30 20", "SKIP"]),
    ("ranked-priorities", &["ranking"], &["2 1", "SKIP"]),
    ("safety-report", &[], &["2", "Creek Road, by the school", "1", "SKIP"]),
    ("service-rating", &[], &["5", "Very kind people"]),
    ("several-choices", &["choices"], &["1 3", "SKIP"]),
    ("short-survey", &[], &["1", "4", "SKIP"]),
    ("statements", &["view"], &["1", "2", "1", "SKIP"]),
    ("yes-no", &[], &["1", "SKIP"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn majlis(arguments: &[&str], typed: &str) -> (bool, Vec<Value>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .args(arguments)
        .arg("--json")
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (output.status.success(), lines)
}

fn head(template: &str) -> toml::Table {
    let path = root().join("templates").join(template).join("template.toml");
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

fn strings(list: Option<&toml::Value>) -> Vec<&str> {
    list.and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|one| one.as_str())
        .collect()
}

/// Every shipped template by name.
fn all() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(root().join("templates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A config with a campaign for each template of seven languages; values and lists are the same in each language.
fn config() -> String {
    let mut config = "[gateway]\nid = \"test\"\nsecret = \"0123456789abcdef0123456789abcdef\"\n\
                      [[entity]]\nid = \"town\"\nname = { en = \"Town\" }\n"
        .to_owned();
    for (at, (template, lists, _)) in SHIPPED.iter().enumerate() {
        let _ = write!(
            config,
            "[[campaign]]\nid = \"{template}\"\nentity = \"town\"\ntemplate = \"{template}\"\n\
             approval = \"TEST-1\"\nkeywords = {{ {} }}\n",
            SEVEN.map(|lang| format!("{lang} = \"try{at}{lang}\"")).join(", ")
        );
        let head = head(template);
        for lang in SEVEN {
            let _ = writeln!(config, "[campaign.values.{lang}]");
            for name in head["placeholders"].as_table().unwrap().keys() {
                let _ = writeln!(config, "{name} = \"Creek {name}\"");
            }
            for list in *lists {
                let _ = writeln!(
                    config,
                    "[campaign.words.{lang}.{list}]\nshade = \"Shade trees\"\nseats = \"Benches\"\nlamps = \"Street lamps\""
                );
            }
        }
        for list in *lists {
            let _ =
                writeln!(config, "[campaign.options]\n{list} = [\"shade\", \"seats\", \"lamps\"]");
        }
    }
    config
}

#[test]
fn every_template_of_the_library_speaks_seven_languages_and_says_what_a_machine_drafted() {
    let seven: Vec<String> =
        all().into_iter().filter(|name| strings(head(name).get("languages")).len() == 7).collect();
    assert_eq!(seven, SHIPPED.map(|(name, ..)| name));
    for template in seven {
        assert_eq!(strings(head(&template).get("languages")), SEVEN, "{template}");
        for lang in SEVEN {
            let file = root().join("templates").join(&template).join(format!("{lang}.toml"));
            let text = std::fs::read_to_string(file).unwrap();
            assert_eq!(text.starts_with("# machine-drafted"), lang != "en", "{template}/{lang}");
        }
    }
}

#[test]
fn a_resident_answers_every_template_in_every_language_from_the_first_question_to_the_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("majlis.toml");
    std::fs::write(&file, config()).unwrap();
    let file = file.to_str().unwrap();
    for (template, lists, answers) in SHIPPED {
        assert_eq!(strings(head(template).get("own_options")), lists, "{template}");
        for lang in SEVEN {
            let typed = answers.join("\n");
            let (done, lines) = majlis(
                &["chat", template, "--lang", lang, "--config", file],
                &format!("{typed}\n"),
            );
            assert!(done, "{template} in {lang}");
            let events: Vec<&Value> =
                lines.iter().filter(|line| line["data"].is_object()).collect();
            let [event] = events.as_slice() else { panic!("{template} in {lang}: {lines:#?}") };
            let data = &event["data"];
            assert_eq!(data["status"], "complete", "{template} in {lang}: {data:#}");
            assert_eq!(data["language"]["used"], lang, "{template}");
            assert_eq!(data["template"], format!("{template}@1"));
            let given = data["answers"].as_array().unwrap();
            assert_eq!(given.len(), answers.len(), "{template} in {lang}: {given:#?}");
            for (answer, typed) in given.iter().zip(answers) {
                let wanted = if *typed == "SKIP" { "skipped" } else { "answered" };
                assert_eq!(answer["status"], wanted, "{template} in {lang}: {answer}");
            }
        }
    }
}

#[test]
fn a_part_left_out_is_not_asked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("majlis.toml");
    let line = "template = \"one-choice\"\n";
    let own = config().replace(line, &format!("{line}leave_out = [\"why\"]\n"));
    std::fs::write(&file, own).unwrap();
    let (_, lines) =
        majlis(&["chat", "one-choice", "--lang", "en", "--config", file.to_str().unwrap()], "1\n");
    let event = lines.iter().find(|line| line["data"].is_object()).unwrap();
    assert_eq!(event["data"]["status"], "complete");
    assert_eq!(event["data"]["answers"].as_array().unwrap().len(), 1);
}

/// The table of `docs/templates.md`: SMS parts of a whole conversation, and of its longest message.
fn table() -> String {
    let mut table =
        format!("| template | flow | {} |\n|---|---|{}\n", SEVEN.join(" | "), "---|".repeat(7));
    for template in all() {
        let (done, lines) = majlis(&["preview", &format!("template:{template}")], "");
        assert!(done, "{template}");
        let about = lines.last().unwrap();
        assert_eq!(about["hash"].as_str().unwrap().len(), 64, "{template}");
        let parts: BTreeMap<&str, String> = lines
            .iter()
            .filter_map(|line| {
                let conversation = line.get("conversation")?;
                let cell =
                    format!("{} ({})", conversation["parts"], conversation["longest"]["parts"]);
                Some((line["lang"].as_str()?, cell))
            })
            .collect();
        let cells = SEVEN.map(|lang| parts.get(lang).map_or("–", String::as_str));
        let flow = about["flow"].as_str().unwrap();
        let _ = writeln!(table, "| `{template}` | `{flow}` | {} |", cells.join(" | "));
    }
    table
}

#[test]
fn the_table_of_the_manual_is_what_preview_counts() {
    let file = root().join("docs/templates.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let (begin, end) = ("<!-- table of templates -->\n", "<!-- end of table -->");
    let (before, rest) = text.split_once(begin).unwrap();
    let (old, after) = rest.split_once(end).unwrap();
    let new = table();
    if std::env::var_os("MAJLIS_WRITE_TABLES").is_some() {
        std::fs::write(&file, format!("{before}{begin}{new}{end}{after}")).unwrap();
        return;
    }
    assert_eq!(
        old, new,
        "write it anew: MAJLIS_WRITE_TABLES=1 cargo test --test promises -- templates"
    );
}

#[test]
fn preview_tells_what_a_language_takes_more_than_another() {
    let (_, lines) = majlis(&["preview", "one-choice"], "");
    let of = |lang: &str| {
        let all = lines.iter().filter(|line| line["lang"] == lang);
        let parts: u64 = all
            .clone()
            .filter(|line| line["what"] == "ask" || line["what"] == "say")
            .map(|line| line["parts"].as_u64().unwrap())
            .sum();
        let conversation = all.clone().find_map(|line| line.get("conversation")).unwrap();
        assert_eq!(conversation["parts"], parts, "{lang}");
        (parts, conversation.clone())
    };
    let (english, first) = of("en");
    assert!(first.get("than").is_none(), "{first}");
    for lang in &SEVEN[1..] {
        let (parts, conversation) = of(lang);
        assert_eq!(conversation["than"]["lang"], "en");
        let more = conversation["than"]["more"].as_i64().unwrap();
        assert_eq!(more, i64::try_from(parts).unwrap() - i64::try_from(english).unwrap(), "{lang}");
    }
}
