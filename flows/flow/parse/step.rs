//! One `[[step]]`.

use super::super::{Ask, Step, Target};
use super::ask::{Asked, ask};
use super::order::{after, goto, when};
use super::{bad_id, is_id};
use crate::source::{Faults, Table};

/// A step, also one whose `ask` is faulty: later `when`s that name it deserve no second fault.
pub(super) struct Read {
    pub(super) step: Step,
    /// It has no `ask` at all.
    pub(super) says: bool,
    /// Lines of its targets, to be checked once all steps are known.
    pub(super) targets: Vec<(String, usize)>,
}

/// Adds what one table says: a step, or one for each statement of a reaction.
pub(super) fn read(mut part: Table, out: &mut Vec<Read>, faults: &mut Faults) {
    let id = part.str("id", faults);
    if let Some(id) = &id {
        check_id(id, &part, out, faults);
    }
    let asks = part.has("ask");
    let said = part.opt_bool("say", faults);
    if said.is_some() && (asks || said == Some(false)) {
        let mend = "remove it: a step without `ask` says the words that the template gives it";
        part.fault("say", faults, "`say` is for a step without `ask`", mend);
    }
    let optional = part.opt_bool("optional", faults).unwrap_or(false);
    let retries = retries(&mut part, faults);
    let asked = if asks { ask(&mut part, faults) } else { None };
    if !asks && optional {
        let what = "a step that only says something cannot be optional";
        part.fault("optional", faults, what, "remove `optional`, or add `ask`");
    }
    if matches!(asked, Some(Asked::One(Ask::File))) && !optional {
        let what = "a question for a file must be optional: not every phone can send one";
        part.fault("ask", faults, what, "add `optional = true`");
    }
    let shuffle = shuffle(&mut part, asked.as_ref(), faults);
    let when = when(&mut part, out, faults);
    let mut targets = Vec::new();
    let goto = goto(&mut part, asked.as_ref(), &mut targets, faults);
    let next = after(&mut part, &mut targets, faults);
    let remind_after = remind_after(&mut part, faults);
    part.finish(faults);
    let Some(id) = id else { return };
    let step = Step {
        section: id.clone(),
        id,
        ask: None,
        optional,
        when,
        retries,
        shuffle,
        goto,
        next,
        remind_after,
    };
    match asked {
        Some(Asked::Statements(codes)) => statements(&step, codes, targets, out),
        Some(Asked::One(ask)) => {
            out.push(Read { step: Step { ask: Some(ask), ..step }, says: false, targets });
        }
        None => out.push(Read { step, says: !asks, targets }),
    }
}

/// Each statement is a step of its own; only the last one leads elsewhere.
fn statements(
    step: &Step,
    codes: Vec<String>,
    mut targets: Vec<(String, usize)>,
    out: &mut Vec<Read>,
) {
    let last = codes.len().saturating_sub(1);
    for (at, code) in codes.into_iter().enumerate() {
        let mut own = Step {
            id: format!("{}-{code}", step.id),
            ask: Some(Ask::Reaction { statement: code }),
            ..step.clone()
        };
        if at < last {
            own.goto = Vec::new();
            own.next = None;
        }
        let targets = if at == last { std::mem::take(&mut targets) } else { Vec::new() };
        out.push(Read { step: own, says: false, targets });
    }
}

fn check_id(id: &str, part: &Table, earlier: &[Read], faults: &mut Faults) {
    if id == "end" {
        part.fault("id", faults, "`end` is the name of the end", "choose another id");
    } else if !is_id(id) {
        bad_id(id, "id", part, faults);
    } else if earlier.iter().any(|read| read.step.id == id || read.step.section == id) {
        part.fault("id", faults, format!("two steps are named `{id}`"), "rename one of them");
    }
}

fn retries(part: &mut Table, faults: &mut Faults) -> u8 {
    let retries = part.opt_int("retries", faults).unwrap_or(2);
    if !(0..=9).contains(&retries) {
        part.fault("retries", faults, "`retries` is not 0 to 9", "write `retries = 2`");
    }
    u8::try_from(retries).unwrap_or(2)
}

fn shuffle(part: &mut Table, asked: Option<&Asked>, faults: &mut Faults) -> bool {
    let shuffle = part.opt_bool("shuffle", faults).unwrap_or(false);
    let listed = matches!(asked, Some(Asked::One(ask)) if !ask.options().is_empty());
    if shuffle && !listed && asked.is_some() {
        let what = "`shuffle` is for questions with options of their own";
        part.fault("shuffle", faults, what, "remove it");
    }
    shuffle && listed
}

/// `"24h"`, `"90m"`, `"2d"`.
fn remind_after(part: &mut Table, faults: &mut Faults) -> Option<u32> {
    let text = part.opt_str("remind_after", faults)?;
    let minutes = text.char_indices().last().and_then(|(at, unit)| {
        let number: u32 = text.get(..at)?.parse().ok()?;
        let minutes = match unit {
            'm' => 1,
            'h' => 60,
            'd' => 24 * 60,
            _ => return None,
        };
        number.checked_mul(minutes).filter(|minutes| *minutes > 0)
    });
    if minutes.is_none() {
        let what = format!("`remind_after` is `{text}`");
        part.fault("remind_after", faults, what, "write a time such as \"24h\", \"90m\" or \"2d\"");
    }
    minutes
}

/// A target as written.
pub(super) fn target(name: String) -> Target {
    if name == "end" { Target::End } else { Target::Step(name) }
}
