//! The flow file (`flows/library/<id>.toml`, contract §6) becomes a [`Flow`]; every fault with line and mend.

use std::path::Path;

use super::{Ask, Flow, Kind, Step};
use crate::source::{Faults, Table, Value};

/// Longest id of a flow or step, and of an option code.
const LONGEST_ID: usize = 40;
/// Most options of a choice: what one digit can pick.
const MOST_OPTIONS: usize = 9;
/// Words of a text question that are kept without a flag, if the flow says nothing.
const MAX_CHARS: i64 = 600;
/// Bounds of a `number` whose flow gives none.
const NUMBERS: (i64, i64) = (0, 1_000_000_000);

/// Keys of the contract whose day has not come, and what they will do.
const LATER: [&str; 8] =
    ["next", "goto", "remind_after", "end", "top", "total", "statements", "say"];
const LATER_ASKS: [&str; 6] = ["choices", "ranking", "reaction", "points", "date", "file"];
const ASKS: &str = "choice, text, rating, yes-no, number, place, consent";

/// A step, also one whose `ask` is faulty: later `when`s that name it deserve no second fault.
struct Read {
    step: Step,
    /// It has no `ask` at all.
    says: bool,
}

impl Flow {
    /// Reads a flow file. `None` if anything is wrong; then `faults` says all of it.
    #[must_use]
    pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Option<Self> {
        let before = faults.0.len();
        let mut table = Table::parse(file, text, faults);
        let id = table.str("id", faults).unwrap_or_default();
        check_file_id(file, &id, &table, faults);
        let version = version(&mut table, faults);
        let kind = kind(&mut table, faults);
        let title = table.str("title", faults).unwrap_or_default();
        let mut steps: Vec<Read> = Vec::new();
        for part in table.tables("step", faults) {
            if let Some(step) = step(part, &steps, faults) {
                steps.push(step);
            }
        }
        if !steps.iter().any(|read| !read.says) && before == faults.0.len() {
            faults.add(file, 1, "no step asks anything", "add a [[step]] with `id` and `ask`");
        }
        table.finish(faults);
        let steps = steps.into_iter().map(|read| read.step).collect();
        (faults.0.len() == before).then_some(Self { id, version, kind, title, steps })
    }
}

fn check_file_id(file: &str, id: &str, table: &Table, faults: &mut Faults) {
    let stem = Path::new(file).file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    if id.is_empty() {
        return;
    }
    if !is_id(id) {
        bad_id(id, "id", table, faults);
    } else if id != stem {
        table.fault(
            "id",
            faults,
            format!("the id is `{id}`, the file is `{stem}.toml`"),
            format!("write `id = \"{stem}\"`, or rename the file"),
        );
    }
}

fn is_id(id: &str) -> bool {
    let mut bytes = id.bytes();
    id.len() <= LONGEST_ID
        && bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn bad_id(id: &str, key: &str, table: &Table, faults: &mut Faults) {
    table.fault(
        key,
        faults,
        format!("`{id}` is no good id"),
        format!("use small letters, digits and `-`, {LONGEST_ID} at most"),
    );
}

fn version(table: &mut Table, faults: &mut Faults) -> u32 {
    if !table.has("version") {
        table.missing("version", "a whole number from 1", faults);
    }
    match table.opt_int("version", faults).map(u32::try_from) {
        Some(Ok(version)) if version > 0 => version,
        Some(_) => {
            table.fault("version", faults, "`version` is not 1 or more", "write `version = 1`");
            1
        }
        None => 1,
    }
}

fn kind(table: &mut Table, faults: &mut Faults) -> Kind {
    match table.str("kind", faults).as_deref() {
        Some("idea") => Kind::Idea,
        Some("feedback") => Kind::Feedback,
        Some("poll") | None => Kind::Poll,
        Some(other) => {
            let what = format!("kind `{other}` is unknown");
            table.fault("kind", faults, what, "write poll, idea or feedback");
            Kind::Poll
        }
    }
}

fn step(mut part: Table, earlier: &[Read], faults: &mut Faults) -> Option<Read> {
    let id = part.str("id", faults);
    if let Some(id) = &id {
        if id == "end" {
            part.fault("id", faults, "`end` is the name of the end", "choose another id");
        } else if !is_id(id) {
            bad_id(id, "id", &part, faults);
        } else if earlier.iter().any(|read| read.step.id == *id) {
            part.fault("id", faults, format!("two steps are named `{id}`"), "rename one of them");
        }
    }
    not_yet(&mut part, faults);
    let asks = part.has("ask");
    let optional = part.opt_bool("optional", faults).unwrap_or(false);
    let retries = part.opt_int("retries", faults).unwrap_or(2);
    let ask = if asks { ask(&mut part, faults) } else { None };
    if !(0..=9).contains(&retries) {
        part.fault("retries", faults, "`retries` is not 0 to 9", "write `retries = 2`");
    }
    if !asks && optional {
        let what = "a step that only says something cannot be optional";
        part.fault("optional", faults, what, "remove `optional`, or add `ask`");
    }
    let when = when(&mut part, earlier, faults);
    part.finish(faults);
    let retries = u8::try_from(retries).unwrap_or(2);
    Some(Read { step: Step { id: id?, ask, optional, when, retries }, says: !asks })
}

/// Keys and values that the contract promises for later.
fn not_yet(part: &mut Table, faults: &mut Faults) {
    for key in LATER {
        if part.has(key) {
            let mend = if key == "say" {
                "remove it: a step without `ask` says the words that the template gives it"
            } else {
                "remove it"
            };
            let line = part.line_of(key);
            part.take(key);
            faults.add(&part.file, line, format!("`{key}` is not supported yet"), mend);
        }
    }
    for key in ["shuffle", "other"] {
        if part.opt_bool(key, faults) == Some(true) {
            let what = format!("`{key} = true` is not supported yet");
            part.fault(key, faults, what, "remove it");
        }
    }
}

fn ask(part: &mut Table, faults: &mut Faults) -> Option<Ask> {
    let name = part.str("ask", faults)?;
    match name.as_str() {
        "choice" => Some(Ask::Choice { options: options(part, faults), other: false }),
        "text" => {
            let max = part.opt_int("max_chars", faults).unwrap_or(MAX_CHARS);
            let max_chars = usize::try_from(max).unwrap_or(0);
            if !(1..=100_000).contains(&max_chars) {
                let what = "`max_chars` is not 1 to 100000";
                part.fault("max_chars", faults, what, "write `max_chars = 600`");
            }
            Some(Ask::Text { max_chars })
        }
        "rating" => {
            let (min, max) = bounds(part, (1, 5), faults);
            if !(-1000..=1000).contains(&min) || !(-1000..=1000).contains(&max) {
                let what = "a scale this long cannot be answered";
                part.fault("max", faults, what, "keep it between -1000 and 1000");
            }
            Some(Ask::Rating { min, max })
        }
        "yes-no" => Some(Ask::YesNo { unsure: part.opt_bool("unsure", faults).unwrap_or(false) }),
        "number" => {
            let (min, max) = bounds(part, NUMBERS, faults);
            Some(Ask::Number { min, max })
        }
        "place" => Some(Ask::Place),
        "consent" => Some(Ask::Consent),
        later if LATER_ASKS.contains(&later) => {
            let what = format!("`ask = \"{later}\"` is not supported yet");
            part.fault("ask", faults, what, format!("use one of {ASKS}"));
            forget_settings(part);
            None
        }
        other => {
            let what = format!("`ask = \"{other}\"` is unknown");
            part.fault("ask", faults, what, format!("use one of {ASKS}"));
            forget_settings(part);
            None
        }
    }
}

/// Settings of an ask that is not understood are no second fault.
fn forget_settings(part: &mut Table) {
    for key in ["options", "min", "max", "unsure", "max_chars"] {
        part.take(key);
    }
}

fn options(part: &mut Table, faults: &mut Faults) -> Vec<String> {
    if !part.has("options") {
        part.missing("options", "a list of option codes", faults);
        return Vec::new();
    }
    let items = part.strings("options", faults);
    let mut codes: Vec<String> = Vec::with_capacity(items.len());
    for (code, line) in items {
        if !is_id(&code) {
            let mend = format!("use small letters, digits and `-`, {LONGEST_ID} at most");
            faults.add(&part.file, line, format!("`{code}` is no good option code"), mend);
        } else if codes.contains(&code) {
            let what = format!("option `{code}` is there twice");
            faults.add(&part.file, line, what, "remove one");
        }
        codes.push(code);
    }
    if codes.is_empty() || codes.len() > MOST_OPTIONS {
        let what = format!("{} options", codes.len());
        let mend = format!("give 1 to {MOST_OPTIONS}, so that one digit picks");
        part.fault("options", faults, what, mend);
    }
    codes
}

fn bounds(part: &mut Table, default: (i64, i64), faults: &mut Faults) -> (i64, i64) {
    let min = part.opt_int("min", faults).unwrap_or(default.0);
    let max = part.opt_int("max", faults).unwrap_or(default.1);
    if min >= max {
        let key = if part.line_of("max") == part.line { "min" } else { "max" };
        let what = format!("`min` {min} is not below `max` {max}");
        part.fault(key, faults, what, "correct one of them");
    }
    (min, max)
}

/// `when = { choice = ["b", "c"] }`
fn when(part: &mut Table, earlier: &[Read], faults: &mut Faults) -> Vec<(String, Vec<String>)> {
    let line = part.line_of("when");
    let Some(mut table) = part.table("when", faults) else {
        return Vec::new();
    };
    let file = part.file.clone();
    let names: Vec<String> = table.keys().map(str::to_owned).collect();
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        let Some(node) = table.take(&name) else { continue };
        let Some(Read { step, says }) = earlier.iter().find(|read| read.step.id == name) else {
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
            faults.add(&file, line, what, codes_of(step));
        }
        let mut codes = Vec::with_capacity(items.len());
        for item in items {
            match item.value {
                Value::Str(code) if step.ask.as_ref().is_none_or(|ask| ask.has_code(&code)) => {
                    codes.push(code);
                }
                Value::Str(code) => {
                    let what = format!("step `{name}` has no answer `{code}`");
                    faults.add(&file, item.line, what, codes_of(step));
                }
                _ => faults.add(&file, item.line, "a code is a string", "put it in quotes"),
            }
        }
        out.push((name, codes));
    }
    out
}

fn codes_of(step: &Step) -> String {
    match &step.ask {
        Some(Ask::Choice { options, .. }) => format!("use one of {}", options.join(", ")),
        Some(Ask::Rating { min, max }) => format!("use \"{min}\" to \"{max}\""),
        Some(Ask::YesNo { unsure: true }) => "use yes, no or unsure".to_owned(),
        Some(Ask::YesNo { .. }) => "use yes or no".to_owned(),
        Some(Ask::Consent) => "use yes; a no ends the session".to_owned(),
        _ => "name a step with options, a scale, or yes and no".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        one("[[step]]\nid = \"a\"\nask = \"text\"\ntop = 3\n", 8, "`top` is not supported yet");
        one("[[step]]\nid = \"a\"\nask = \"date\"\n", 7, "not supported yet");
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
        let body = "[[step]]\nid = \"A b\"\nask = \"choices\"\noptions = [\"x\"]\n[[step]]\nask = \"text\"\ngoto = \"end\"\n";
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
}
