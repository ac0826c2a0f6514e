//! The order of steps: `when`, `goto`, `next`, `end`.

use super::super::{Ask, Step, Target};
use super::ask::Asked;
use super::step::{Read, target};
use crate::source::{Faults, Table, Value};

/// `when = { choice = ["b", "c"] }`
pub(super) fn when(
    part: &mut Table,
    earlier: &[Read],
    faults: &mut Faults,
) -> Vec<(String, Vec<String>)> {
    let line = part.line_of("when");
    let Some(mut table) = part.table("when", faults) else {
        return Vec::new();
    };
    let file = part.file.clone();
    let names: Vec<String> = table.keys().map(str::to_owned).collect();
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        let Some(node) = table.take(&name) else { continue };
        let Some(Read { step, says, .. }) = earlier.iter().find(|read| read.step.id == name) else {
            let what = format!("`when` names `{name}`, which is no earlier step");
            faults.add(&file, line, what, "name a step that is asked before this one");
            continue;
        };
        if *says {
            let what = format!("`when` names `{name}`, which asks nothing");
            faults.add(&file, line, what, "name a step with `ask`");
            continue;
        }
        let Value::List(items) = node.value else {
            let mend = format!("write `when = {{ {name} = [\"…\"] }}`");
            faults.add(&file, line, format!("`{name}` is no list of codes"), mend);
            continue;
        };
        if items.is_empty() {
            let what = format!("`when` gives no answer of `{name}`");
            faults.add(&file, line, what, codes_of(step.ask.as_ref()));
        }
        let mut codes = Vec::with_capacity(items.len());
        for item in items {
            match item.value {
                Value::Str(code) if step.ask.as_ref().is_none_or(|ask| ask.has_code(&code)) => {
                    codes.push(code);
                }
                Value::Str(code) => {
                    let what = format!("step `{name}` has no answer `{code}`");
                    faults.add(&file, item.line, what, codes_of(step.ask.as_ref()));
                }
                _ => faults.add(&file, item.line, "a code is a string", "put it in quotes"),
            }
        }
        out.push((name, codes));
    }
    out
}

/// `goto = { yes = "details", no = "end" }`
pub(super) fn goto(
    part: &mut Table,
    asked: Option<&Asked>,
    targets: &mut Vec<(String, usize)>,
    faults: &mut Faults,
) -> Vec<(String, Target)> {
    let line = part.line_of("goto");
    let file = part.file.clone();
    let mut out = Vec::new();
    for (code, name, at) in part.map("goto", faults) {
        let reaction = Ask::Reaction { statement: String::new() };
        let ask = match asked {
            Some(Asked::One(ask)) => Some(ask),
            Some(Asked::Statements(_)) => Some(&reaction),
            None => None,
        };
        if ask.is_none_or(|ask| !ask.has_code(&code)) {
            let what = format!("`goto` names `{code}`, which is no answer of this step");
            faults.add(&file, line, what, codes_of(ask));
        }
        targets.push((name.clone(), at));
        out.push((code, target(name)));
    }
    out
}

/// `next = "details"`, or `end = true`.
pub(super) fn after(
    part: &mut Table,
    targets: &mut Vec<(String, usize)>,
    faults: &mut Faults,
) -> Option<Target> {
    let line = part.line_of("next");
    let next = part.opt_str("next", faults);
    let end = part.opt_bool("end", faults).unwrap_or(false);
    match (next, end) {
        (Some(_), true) => {
            let what = "`next` and `end` say two things";
            part.fault("end", faults, what, "remove one of them");
            None
        }
        (None, true) => Some(Target::End),
        (None, false) => None,
        (Some(name), false) => {
            targets.push((name.clone(), line));
            Some(target(name))
        }
    }
}

/// Targets are later steps: a conversation never goes in a circle.
pub(super) fn check_targets(file: &str, read: &[Read], faults: &mut Faults) {
    for (at, from) in read.iter().enumerate() {
        for (name, line) in from.targets.iter().filter(|(name, _)| name != "end") {
            let found = read.iter().position(|r| r.step.id == *name || r.step.section == *name);
            let (what, mend) = match found {
                None => (format!("there is no step `{name}`"), "name a later step, or \"end\""),
                Some(to) if to <= at => (
                    format!(
                        "`{name}` comes before this step, and a conversation only goes forward"
                    ),
                    "name a later step, or \"end\"; BACK brings a resident to a question before",
                ),
                Some(_) => continue,
            };
            faults.add(file, *line, what, mend);
        }
    }
}

/// A target that names a reaction step means its first statement.
pub(super) fn joined(mut steps: Vec<Step>) -> Vec<Step> {
    let first: Vec<(String, String)> =
        steps.iter().map(|step| (step.section.clone(), step.id.clone())).collect();
    let mend = |target: &mut Target| {
        if let Target::Step(name) = target
            && let Some((_, id)) = first.iter().find(|(section, _)| section == name)
        {
            name.clone_from(id);
        }
    };
    for step in &mut steps {
        step.goto.iter_mut().for_each(|(_, target)| mend(target));
        step.next.iter_mut().for_each(mend);
    }
    steps
}

fn codes_of(ask: Option<&Ask>) -> String {
    match ask {
        Some(ask) if !ask.options().is_empty() => {
            format!("use one of {}", ask.options().join(", "))
        }
        Some(Ask::Rating { min, max }) => format!("use \"{min}\" to \"{max}\""),
        Some(Ask::YesNo { unsure: true }) => "use yes, no or unsure".to_owned(),
        Some(Ask::YesNo { .. }) => "use yes or no".to_owned(),
        Some(Ask::Reaction { .. }) => "use agree, disagree or pass".to_owned(),
        Some(Ask::Consent) => "use yes; a no ends the session".to_owned(),
        _ => "name a step with options, a scale, or yes and no".to_owned(),
    }
}
