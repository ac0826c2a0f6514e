//! A question becomes fields: buttons, boxes, numbers beside options, a line or an area for words.

use serde::Serialize;

use super::form::OF;
use super::given::{Given, PICK, PLACE, SHARE};
use crate::Question;
use crate::file::ACCEPT;

/// Longest answer the fields take, in the letters browsers count: percent-encoded at nine bytes each, it
/// still fits in a body of 16 KiB beside the token, so nobody's words are turned away for their length.
pub(super) const MOST_LETTERS: usize = 1700;

/// The fields of a question, as its template wants them.
#[derive(Debug, Default, Serialize)]
pub(super) struct Fields {
    /// Begins every id of this question; empty where the page has one question.
    id: String,
    /// Begins every field's name, likewise.
    name: String,
    /// Buttons, boxes or lines with a number; empty where words are asked for.
    options: Vec<OptionField>,
    /// One of the options.
    buttons: bool,
    /// Nothing is chosen yet: browsers that always preselect a button get one that stands for nothing.
    unchosen: bool,
    /// A number beside each option.
    numbers: bool,
    /// The numbers of the SMS, shown in print.
    numbered: bool,
    /// A line for words beside the buttons.
    other: bool,
    other_typed: String,
    /// Several lines for words instead of one.
    area: bool,
    numeric: bool,
    /// Files can be chosen above the words.
    pub(super) file: bool,
    accept: &'static str,
    most: usize,
    typed: String,
    /// Id of the first field.
    pub(super) first: String,
    /// What was sent and fits in no field of this question.
    #[serde(skip)]
    pub(super) kept: Option<String>,
}

/// One option.
#[derive(Debug, Serialize)]
struct OptionField {
    id: String,
    name: String,
    code: String,
    text: String,
    chosen: bool,
    typed: String,
}

/// What stands beside an option.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Button,
    Box,
    Number(&'static str),
}

/// What begins the ids and names of a question's fields.
#[derive(Debug, Default, Clone)]
pub(super) struct Names {
    pub(super) id: String,
    pub(super) name: String,
}

impl Names {
    /// Of the question with this number on a page of several.
    pub(super) fn of(number: usize, step: &str) -> Self {
        Self { id: format!("q{number}"), name: format!("{step}{OF}") }
    }
}

/// The fields of a question, with what was given in them.
pub(super) fn fields(question: &Question, given: Given, names: Names) -> Fields {
    if question.options.is_empty() {
        return words(question, &given, names);
    }
    let beside = match question.ask.as_str() {
        "choices" => Beside::Box,
        "ranking" => Beside::Number(PLACE),
        "points" => Beside::Number(SHARE),
        _ => Beside::Button,
    };
    let options: Vec<OptionField> = question
        .options
        .iter()
        .enumerate()
        .map(|(at, (code, text))| option(beside, at, (code, text), &given, &names))
        .collect();
    let held = options.iter().filter(|option| option.chosen || !option.typed.is_empty()).count();
    let sent = match beside {
        Beside::Button => usize::from(!given.value.is_empty()),
        Beside::Box => given.picks.len() + usize::from(!given.value.is_empty()),
        Beside::Number(_) => given.numbers.len() + usize::from(!given.value.is_empty()),
    };
    let lost = held != sent || (!given.other.is_empty() && !question.other);
    Fields {
        kept: lost.then(|| given.answer()),
        buttons: beside == Beside::Button,
        unchosen: beside == Beside::Button && held == 0,
        numbers: matches!(beside, Beside::Number(_)),
        numbered: question.listed,
        other: question.other,
        other_typed: if question.other { given.other } else { String::new() },
        most: MOST_LETTERS,
        first: format!("{}o1", names.id),
        options,
        id: names.id,
        name: names.name,
        ..Fields::default()
    }
}

fn option(
    beside: Beside,
    at: usize,
    (code, text): (&str, &str),
    given: &Given,
    names: &Names,
) -> OptionField {
    let (name, chosen, typed) = match beside {
        Beside::Button => ("value".to_owned(), !code.is_empty() && given.value == code, ""),
        Beside::Box => (PICK.to_owned(), given.picks.iter().any(|pick| pick == code), ""),
        Beside::Number(begin) => (format!("{begin}{code}"), false, given.number(code)),
    };
    OptionField {
        id: format!("{}o{}", names.id, at + 1),
        name: format!("{}{name}", names.name),
        code: code.to_owned(),
        text: if text.is_empty() { code.to_owned() } else { text.to_owned() },
        chosen,
        typed: typed.to_owned(),
    }
}

/// One field for words; a line takes no second one.
fn words(question: &Question, given: &Given, names: Names) -> Fields {
    let file = question.ask == "file";
    let area = matches!(question.ask.as_str(), "text" | "file");
    let given = given.answer();
    let fits = area || !given.contains('\n');
    let (kept, typed) = if fits { (None, given) } else { (Some(given), String::new()) };
    Fields {
        area,
        numeric: question.ask == "number",
        most: MOST_LETTERS,
        first: format!("{}{}", names.id, if file { "file" } else { "value" }),
        file,
        accept: ACCEPT,
        id: names.id,
        name: names.name,
        kept,
        typed,
        ..Fields::default()
    }
}
