//! Several questions on one sheet: which can be put together, and what becomes of their answers.
//!
//! A sheet holds questions in the order of the flow, as many in a row as surely apply. It ends before the first
//! question that depends on an answer the sheet itself asks for, and behind one whose answer decides where to go
//! on: what nobody needs to answer is never put before anybody, and "why?" still follows what it is about. Consent
//! is a sheet of its own, and so is a question for files.

use super::Input;
use super::form::exact;
use super::path::{self, Applies, applies, place};
use super::run::Run;
use super::{Say, Sentence, Yield};
use crate::answer::text;
use crate::flow::{Ask, Flow, Step, Target};
use crate::session::{AnswerStatus, Doubt, Session, Value};
use crate::understand::{ReadAs, Reading, without_mail};
use crate::words::Word;

/// What was given to one question of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filled<'a> {
    /// Step id.
    pub step: &'a str,
    /// As in [`super::Act::Picked`]; empty is no answer, which skips a question that may be skipped.
    pub value: &'a str,
}

/// Why what was given to a question is no answer as it stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Lack {
    /// Not understood.
    Unclear,
    /// It may mean this, and another question of the sheet is in doubt already.
    Doubtful(Value),
}

/// The steps that can be put together from the open question on, `say` steps between them included; one question
/// alone where the next depends on it. Empty if no question is open.
#[must_use]
pub fn sheet<'f>(flow: &'f Flow, session: &Session) -> Vec<&'f Step> {
    let way = path::way(flow, &session.answers);
    let Some(open) = way.open.filter(|_| session.ended.is_none()) else { return Vec::new() };
    let mut steps: Vec<&Step> = Vec::new();
    let mut at = place(flow, &open.id);
    while let Some(step) = flow.steps.get(at) {
        // A file comes with a page of its own.
        let alone = matches!(step.ask, Some(Ask::Consent | Ask::File));
        let answer = session.answer(&step.id);
        at += 1;
        match applies(step, &session.answers) {
            Applies::No => continue,
            Applies::Yes if !alone || steps.is_empty() => {}
            Applies::Yes | Applies::Open => break,
        }
        let open = answer.is_none_or(|answer| answer.status == AnswerStatus::NotReached);
        if step.ask.is_none() || open {
            steps.push(step);
            // Its answer decides what follows.
            if alone || (step.ask.is_some() && !step.goto.is_empty()) {
                break;
            }
        } else {
            // Its answer stands: what leads to it is not said again.
            drop_sentences(&mut steps);
        }
        match path::target(step, answer) {
            None => {}
            Some(Target::End) => break,
            Some(Target::Step(id)) => at = place(flow, id).max(at),
        }
    }
    // What is said behind the last question is said when it is answered.
    drop_sentences(&mut steps);
    steps
}

/// The sentences behind the last question.
fn drop_sentences(steps: &mut Vec<&Step>) {
    while steps.last().is_some_and(|step| step.ask.is_none()) {
        steps.pop();
    }
}

/// The `say` steps right before the open question: said again where a page is looked at later.
#[must_use]
pub fn lead_in<'f>(flow: &'f Flow, session: &Session) -> Vec<&'f Step> {
    let passed = path::way(flow, &session.answers).passed;
    let asked = passed.iter().rposition(|step| step.ask.is_some()).map_or(0, |at| at + 1);
    passed.into_iter().skip(asked).collect()
}

/// What is wrong with the answers of a sheet, before they are given: nothing is changed. `input.act` does not matter.
#[must_use]
pub fn look_over(
    flow: &Flow,
    session: Session,
    input: Input<'_>,
    answers: &[Filled<'_>],
    now: jiff::Timestamp,
) -> Vec<(String, Lack)> {
    let mut run = Run::new(flow, session, input, now);
    run.mend();
    run.fill(answers, false)
}

impl Run<'_> {
    /// The answers of a sheet, in one turn. Of those that are not understood each stays open, or `as_is` is kept for
    /// a person in place of an answer. What the way does not pass is left out.
    pub(super) fn fill(&mut self, answers: &[Filled<'_>], as_is: bool) -> Vec<(String, Lack)> {
        if self.session.ended.is_some() {
            self.say.push(Say::Gateway(Sentence::AlreadyAnswered));
            return Vec::new();
        }
        self.session.menu = None;
        self.forget_tries();
        let flow = self.flow;
        let on_sheet = sheet(flow, &self.session);
        let mut answers = answers.to_vec();
        answers.sort_by_key(|filled| place(flow, filled.step));
        let (mut lacks, mut doubt, mut last) = (Vec::new(), None, None);
        for filled in &answers {
            let asks = |step: &&Step| step.ask.is_some() && step.ask != Some(Ask::Consent);
            let Some(step) = flow.step(filled.step).filter(asks) else { continue };
            let known = self.session.answer(&step.id).is_some();
            if !known && !on_sheet.iter().any(|on| on.id == step.id) {
                continue;
            }
            last = Some(step);
            match self.fill_one(step, filled.value.trim()) {
                None => {}
                Some(Reading::Word(word)) if word.stops() => {
                    self.word(word);
                    return Vec::new();
                }
                Some(Reading::Confirm { value, read_as: _ }) if doubt.is_none() => {
                    let raw = filled.value.to_owned();
                    doubt = Some((step, Doubt { value, raw, read_as: ReadAs::Form }));
                }
                Some(Reading::Confirm { value, .. }) if !as_is => {
                    lacks.push((step.id.clone(), Lack::Doubtful(value)));
                }
                Some(_) if as_is => self.unclear(step, filled.value.to_owned()),
                Some(_) => lacks.push((step.id.clone(), Lack::Unclear)),
            }
        }
        self.go_on_from_sheet(doubt, last);
        lacks
    }

    /// Records one answer, or gives back why it is none.
    fn fill_one(&mut self, step: &Step, value: &str) -> Option<Reading> {
        if value.is_empty() {
            if step.optional {
                self.record(step, AnswerStatus::Skipped, |_| {});
            }
            return None;
        }
        let reading = match step.ask.as_ref().and_then(|ask| exact(ask, value)) {
            Some(value) => Reading::Value { value, read_as: ReadAs::Form, confidence: 1.0 },
            None => self.read(step, value),
        };
        match reading {
            Reading::Value { value: given, confidence, .. } => {
                self.keep_answer(step, given, value, ReadAs::Form, confidence);
                None
            }
            Reading::Word(Word::Skip) if step.optional => {
                self.record(step, AnswerStatus::Skipped, |_| {});
                None
            }
            Reading::Word(Word::Help) if self.input.lexicon.speaks_of_danger(value) => {
                self.fill_danger(step, value)
            }
            Reading::Danger => self.fill_danger(step, value),
            other => Some(other),
        }
    }

    /// The sentence for danger comes first, and a person reads the words first. Where words are asked for they are the
    /// answer, too: on a sheet nobody is asked to say it again.
    fn fill_danger(&mut self, step: &Step, raw: &str) -> Option<Reading> {
        if !self.yields.contains(&Yield::Danger) {
            self.say.push(Say::Gateway(Sentence::Emergency));
            self.yields.push(Yield::Danger);
        }
        let ask = step.ask.as_ref().filter(|ask| ask.is_free())?;
        match text::read(&self.question(&step.section, ask), &without_mail(raw)) {
            Reading::Value { value, .. } => {
                self.keep_answer(step, value, raw, ReadAs::Form, 1.0);
                None
            }
            other => Some(other),
        }
    }

    /// To what is in doubt, else to what is still open, else to the end.
    fn go_on_from_sheet(&mut self, doubt: Option<(&Step, Doubt)>, last: Option<&Step>) {
        match (doubt, last) {
            (Some((step, doubt)), _) => {
                self.session.at = Some(step.id.clone());
                self.session.doubt = Some(doubt);
                self.ask();
            }
            (None, Some(last)) => self.go_on(last),
            (None, None) => self.ask(),
        }
    }
}
