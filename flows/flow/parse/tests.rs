#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::flow::{Ask, Flow, Target};
use crate::source::Faults;

const HEAD: &str = "id = \"x\"\nversion = 1\nkind = \"poll\"\ntitle = \"X\"\n";

/// Line and fault of each fault of a flow file with this body; its first line is line 5.
fn faults(body: &str) -> Vec<(usize, String)> {
    let mut faults = Faults::default();
    let flow = Flow::parse("x.toml", &format!("{HEAD}{body}"), &mut faults);
    assert_eq!(flow.is_none(), !faults.is_empty(), "{faults}");
    assert!(faults.0.iter().all(|f| !f.mend.is_empty()));
    faults.0.into_iter().map(|f| (f.line, f.what)).collect()
}

fn one(body: &str, line: usize, part: &str) {
    let found = faults(body);
    assert!(
        found.len() == 1 && found[0].0 == line && found[0].1.contains(part),
        "{body}\nwanted line {line}: {part}\nfound {found:?}"
    );
}

#[test]
fn a_good_flow_has_no_fault() {
    let body = "[[step]]\nid = \"a\"\nask = \"choice\"\noptions = [\"y\", \"n\"]\nshuffle = false\n\
        [[step]]\nid = \"b\"\nask = \"text\"\noptional = true\nwhen = { a = [\"y\"] }\n";
    assert_eq!(faults(body), []);
}

#[test]
fn each_fault_has_its_line() {
    let choice = "[[step]]\nid = \"a\"\nask = \"choice\"\n";
    one(&format!("{choice}options = [\"y\", \"y\"]\n"), 8, "there twice");
    one(&format!("{choice}options = []\n"), 8, "0 options");
    one(choice, 5, "`options` is missing");
    one("[[step]]\nid = \"a\"\nask = \"text\"\ntop = 3\n", 8, "unknown key `top`");
    one("[[step]]\nid = \"a\"\nask = \"day\"\n", 7, "`ask = \"day\"` is unknown");
    one("[[step]]\nid = \"a\"\nask = \"file\"\n", 7, "must be optional");
    one("[[step]]\nid = \"a\"\nask = \"date\"\nremind_after = \"soon\"\n", 8, "`soon`");
    one("[[step]]\nid = \"a\"\nask = \"date\"\nshuffle = true\n", 8, "options of their own");
    let several = "[[step]]\nid = \"a\"\nask = \"choices\"\noptions = [\"x\", \"y\"]\n";
    one(&format!("{several}max = 3\n"), 9, "1 to 3 of 2 options");
    one("[[step]]\nid = \"a\"\nask = \"text\"\nmax_char = 3\n", 8, "unknown key `max_char`");
    one("[[step]]\nid = \"a\"\nask = \"text\"\nmin = 3\n", 8, "unknown key `min`");
    one("[[step]]\nid = \"end\"\nask = \"text\"\n", 6, "`end`");
    one("[[step]]\nid = \"a\"\nask = \"rating\"\nmin = 5\nmax = 1\n", 9, "not below");
    one("[[step]]\nid = \"a\"\n", 1, "no step asks");
    one("[[step]]\nid = \"a\"\nask = \"text\"\nwhen = { b = [\"y\"] }\n", 8, "no earlier step");
    let yes = "[[step]]\nid = \"a\"\nask = \"yes-no\"\n[[step]]\nid = \"b\"\nask = \"text\"\n";
    one(&format!("{yes}when = {{ a = [\"unsure\"] }}\n"), 11, "no answer `unsure`");
    let says = "[[step]]\nid = \"a\"\n[[step]]\nid = \"b\"\nask = \"text\"\n";
    one(&format!("{says}when = {{ a = [\"y\"] }}\n"), 10, "asks nothing");
}

#[test]
fn every_fault_is_told_at_once() {
    let body = "[[step]]\nid = \"A b\"\nask = \"day\"\noptions = [\"x\"]\n[[step]]\nask = \"text\"\ngoto = \"end\"\n";
    assert_eq!(faults(body).len(), 4, "{:?}", faults(body));
    assert_eq!(faults("").len(), 1);
}

#[test]
fn the_id_is_the_name_of_the_file() {
    let mut faults = Faults::default();
    let text = format!("{HEAD}[[step]]\nid = \"a\"\nask = \"text\"\n");
    assert!(Flow::parse("flows/y.toml", &text, &mut faults).is_none());
    assert!(faults.to_string().contains("rename the file"), "{faults}");
}

#[test]
fn targets_are_later_steps() {
    let ask = |id: &str| format!("[[step]]\nid = \"{id}\"\nask = \"yes-no\"\n");
    one(&format!("{}next = \"c\"\n", ask("a")), 8, "there is no step `c`");
    one(&format!("{}{}next = \"a\"\n", ask("a"), ask("b")), 11, "only goes forward");
    one(&format!("{}goto = {{ maybe = \"end\" }}\n", ask("a")), 8, "no answer of this step");
    one(&format!("{}next = \"end\"\nend = true\n", ask("a")), 9, "two things");
}

#[test]
fn each_statement_is_a_step_and_the_last_leads_on() {
    let body = "[[step]]\nid = \"first\"\nask = \"yes-no\"\nnext = \"views\"\n\
        [[step]]\nid = \"between\"\nask = \"text\"\n\
        [[step]]\nid = \"views\"\nask = \"reaction\"\nstatements = [\"s1\", \"s2\"]\nend = true\n\
        [[step]]\nid = \"never\"\nask = \"text\"\n";
    let mut faults = Faults::default();
    let flow = Flow::parse("x.toml", &format!("{HEAD}{body}"), &mut faults);
    assert!(faults.is_empty(), "{faults}");
    let flow = flow.unwrap();
    let ids: Vec<&str> = flow.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["first", "between", "views-s1", "views-s2", "never"]);
    assert_eq!(flow.steps[0].next, Some(Target::Step("views-s1".into())));
    assert_eq!((&flow.steps[2].next, &flow.steps[3].next), (&None, &Some(Target::End)));
    assert_eq!(flow.steps[3].section, "views");
    assert_eq!(flow.steps[3].ask, Some(Ask::Reaction { statement: "s2".into() }));
}
