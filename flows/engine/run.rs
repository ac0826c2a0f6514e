//! One run of the engine: a session, an input, what is said and yielded on the way.

use jiff::Timestamp;

use super::path::{self, Applies};
use super::{Act, Input, Say, Sentence, Turn, Yield, pending, present};
use crate::answer::yes_no;
use crate::flow::{Ask, Flow, Step};
use crate::session::{Answer, AnswerStatus, Doubt, EndedBy, Session, Value};
use crate::understand::{Question, ReadAs, Reading, read};
use crate::words::Word;

/// What counts less: said yes to, not said outright.
const CONFIRMED: f32 = 0.8;

pub(super) struct Run<'a> {
    flow: &'a Flow,
    session: Session,
    input: Input<'a>,
    now: Timestamp,
    say: Vec<Say>,
    yields: Vec<Yield>,
}

impl<'a> Run<'a> {
    pub(super) fn new(flow: &'a Flow, session: Session, input: Input<'a>, now: Timestamp) -> Self {
        Self { flow, session, input, now, say: Vec::new(), yields: Vec::new() }
    }

    pub(super) fn turn(mut self) -> Turn {
        self.mend();
        match self.input.act {
            Act::Begin => self.begin(),
            Act::Said(text) => self.said(text),
            Act::Picked { step, value, skip } => self.picked(step, value, skip),
            Act::Repeat => self.ask(),
            Act::Close(by) => {
                if self.session.ended.is_none() {
                    self.end(by);
                }
            }
        }
        Turn { session: self.session, say: self.say, yields: self.yields }
    }

    /// A session whose step is no longer in the flow goes on at the next question.
    fn mend(&mut self) {
        if self.session.ended.is_none() && present(self.flow, &self.session).is_none() {
            self.session.at = path::next(self.flow, &self.session).map(|step| step.id.clone());
            self.forget_tries();
        }
    }

    fn begin(&mut self) {
        if self.session.answers.is_empty() && self.session.ended.is_none() {
            let first =
                self.session.at.as_deref().map_or(usize::MAX, |at| path::place(self.flow, at));
            self.say_between(None, first);
        }
        self.ask();
    }

    /// The present question, or what is in doubt about it.
    fn ask(&mut self) {
        self.say.extend(pending(self.flow, &self.session));
    }

    fn said(&mut self, text: &str) {
        let Some(step) = present(self.flow, &self.session) else {
            let lang = Some(self.session.lang.as_str());
            if let Some(word) = self.input.lexicon.universal(text, lang) {
                self.word(word);
            }
            return;
        };
        if self.session.doubt.is_some() {
            self.answer_to_doubt(step, text);
        } else {
            let reading = self.read(step, text);
            self.take(step, text, reading, None);
        }
    }

    fn read(&self, step: &Step, text: &str) -> Reading {
        match &step.ask {
            Some(ask) => read(&self.question(&step.id, ask), text, self.input.lexicon),
            None => Reading::Unclear,
        }
    }

    fn question<'q>(&'q self, step: &'q str, ask: &'q Ask) -> Question<'q> {
        Question {
            lang: &self.session.lang,
            step,
            ask,
            texts: self.input.texts,
            offered: self.input.offered,
            today: self.input.today,
        }
    }

    /// Does what a reading asks for. `form` is how a value counts that came by a button or field.
    fn take(&mut self, step: &Step, raw: &str, reading: Reading, form: Option<ReadAs>) {
        match reading {
            Reading::Value { value, read_as, confidence } => {
                self.answered(step, value, raw, form.unwrap_or(read_as), confidence);
            }
            Reading::Confirm { value, read_as } => {
                self.session.at = Some(step.id.clone());
                let raw = raw.to_owned();
                let read_as = form.unwrap_or(read_as);
                self.session.doubt = Some(Doubt { value, raw, read_as });
                self.ask();
            }
            Reading::Unclear => self.missed(step, raw),
            Reading::Word(word) => self.word(word),
        }
    }

    /// The reply to "Did you mean …? 1 Yes 2 No".
    fn answer_to_doubt(&mut self, step: &Step, text: &str) {
        let Some(doubt) = self.session.doubt.clone() else { return };
        let yes_or_no = Ask::YesNo { unsure: false };
        match yes_no::affirmed(&self.question("", &yes_or_no), text, self.input.lexicon) {
            Some(true) => {
                self.answered(step, doubt.value, &doubt.raw, doubt.read_as, CONFIRMED);
            }
            Some(false) => {
                self.session.doubt = None;
                self.missed(step, &doubt.raw);
            }
            None => {
                let reading = self.read(step, text);
                // What was in doubt is kept with the other words, whatever comes now.
                if matches!(reading, Reading::Unclear | Reading::Confirm { .. }) {
                    self.session.doubt = None;
                    self.session.heard.push(doubt.raw);
                }
                self.take(step, text, reading, None);
            }
        }
    }

    fn picked(&mut self, id: &str, value: &str, skip: bool) {
        let known = self.flow.step(id).filter(|step| step.ask.is_some());
        if self.session.ended.is_some() {
            // STOP works from anywhere, also typed into an old form.
            match self.input.lexicon.universal(value, Some(&self.session.lang)) {
                Some(Word::Stop) => self.word(Word::Stop),
                _ => self.say.push(Say::Gateway(Sentence::AlreadyAnswered)),
            }
            return;
        }
        let here = self.session.at.as_deref() == Some(id);
        let Some(step) = known.filter(|_| here || self.session.answer(id).is_some()) else {
            return self.ask();
        };
        if !here {
            // An earlier question is answered anew; what was tried at the present one stays behind.
            self.forget_tries();
        }
        if skip {
            return self.skip(step);
        }
        let reading = match step.ask.as_ref().and_then(|ask| exact(ask, value)) {
            Some(value) => Reading::Value { value, read_as: ReadAs::Form, confidence: 1.0 },
            None => self.read(step, value),
        };
        self.take(step, value, reading, Some(ReadAs::Form));
    }

    fn answered(&mut self, step: &Step, value: Value, raw: &str, read_as: ReadAs, confidence: f32) {
        let declined = matches!(step.ask, Some(Ask::Consent))
            && matches!(&value, Value::Answer { answer } if answer == "no");
        // Exact coordinates would undo their rounding, so a point's words are not kept beside it.
        let raw = (!matches!(value, Value::Point { .. })).then(|| raw.to_owned());
        self.record(step, AnswerStatus::Answered, |answer| {
            answer.value = Some(value);
            answer.raw = raw;
            answer.read_as = Some(read_as);
            answer.confidence = Some(confidence);
        });
        if declined {
            self.say.push(Say::Gateway(Sentence::Declined));
            self.end(EndedBy::Declined);
        } else {
            self.go_on(step);
        }
    }

    fn missed(&mut self, step: &Step, raw: &str) {
        self.session.at = Some(step.id.clone());
        self.session.heard.push(raw.to_owned());
        self.session.misses = self.session.misses.saturating_add(1);
        if self.session.misses <= step.retries {
            return self.ask();
        }
        let raw = self.session.heard.join("\n");
        self.record(step, AnswerStatus::Unclear, |answer| answer.raw = Some(raw));
        self.say.push(Say::Gateway(Sentence::KeptForPerson));
        self.go_on(step);
    }

    fn skip(&mut self, step: &Step) {
        if !step.optional {
            self.say.push(Say::Gateway(Sentence::CannotSkip));
            return self.ask();
        }
        self.record(step, AnswerStatus::Skipped, |_| {});
        self.go_on(step);
    }

    fn record(&mut self, step: &Step, status: AnswerStatus, fill: impl FnOnce(&mut Answer)) {
        let mut answer = blank(step, status, self.session.misses.saturating_add(1), Some(self.now));
        if status == AnswerStatus::Unclear {
            answer.attempts = self.session.misses;
        }
        fill(&mut answer);
        path::put(self.flow, &mut self.session, answer);
        path::prune(self.flow, &mut self.session);
        self.forget_tries();
    }

    fn forget_tries(&mut self) {
        self.session.misses = 0;
        self.session.heard.clear();
        self.session.doubt = None;
    }

    /// To the next question, or to the end.
    fn go_on(&mut self, from: &Step) {
        let from = path::place(self.flow, &from.id);
        let next = path::next(self.flow, &self.session);
        let to = next.map_or(usize::MAX, |step| path::place(self.flow, &step.id));
        self.say_between(Some(from), to);
        self.session.at = next.map(|step| step.id.clone());
        if next.is_some() {
            self.ask();
        } else {
            self.say.push(Say::End);
            self.end(EndedBy::Finished);
        }
    }

    /// The sentences that stand between two steps.
    fn say_between(&mut self, after: Option<usize>, before: usize) {
        let start = after.map_or(0, |at| at.saturating_add(1));
        let steps = self.flow.steps.iter().take(before).skip(start);
        for step in steps.filter(|step| step.ask.is_none()) {
            if path::applies(step, &self.session.answers) == Applies::Yes {
                self.say.push(Say::Step(step.id.clone()));
            }
        }
    }

    fn end(&mut self, by: EndedBy) {
        // Words in doubt or not understood are kept, flagged: never dropped, never counted.
        let tries = self.session.misses;
        let mut heard = std::mem::take(&mut self.session.heard);
        heard.extend(self.session.doubt.take().map(|doubt| doubt.raw));
        if let Some(step) = present(self.flow, &self.session)
            && !heard.is_empty()
            && self.session.answer(&step.id).is_none()
        {
            let attempts = tries.max(1);
            let mut answer = blank(step, AnswerStatus::Unclear, attempts, Some(self.now));
            answer.raw = Some(heard.join("\n"));
            path::put(self.flow, &mut self.session, answer);
        }
        if by != EndedBy::Finished {
            for step in path::not_reached(self.flow, &self.session) {
                path::put(
                    self.flow,
                    &mut self.session,
                    blank(step, AnswerStatus::NotReached, 0, None),
                );
            }
        }
        self.session.misses = 0;
        self.session.at = None;
        self.session.ended = Some((by, self.now));
        self.yields.push(Yield::Ended(by));
    }

    fn word(&mut self, word: Word) {
        let step = present(self.flow, &self.session);
        match word {
            Word::Stop => {
                self.say.push(Say::Gateway(Sentence::Stopped));
                self.yields.push(Yield::OptedOut);
                if self.session.ended.is_none() {
                    self.end(EndedBy::Stop);
                }
            }
            Word::Speak(lang) => self.speak(lang),
            Word::Help if step.is_some() => {
                self.say.push(Say::Gateway(Sentence::Help));
                self.ask();
            }
            Word::Repeat if step.is_some() => self.ask(),
            Word::Back if step.is_some() => self.back(),
            Word::Skip if step.is_some() => {
                if let Some(step) = step {
                    self.skip(step);
                }
            }
            other => self.yields.push(Yield::Word(other)),
        }
    }

    fn speak(&mut self, lang: String) {
        if self.input.offered.contains(&lang) {
            self.session.lang.clone_from(&lang);
            self.yields.push(Yield::Language(lang));
        } else {
            self.say.push(Say::Gateway(Sentence::LanguageNotOffered));
        }
        self.ask();
    }

    /// The question before: its answer is taken out, and those that depend on it.
    fn back(&mut self) {
        let at = self.session.at.as_deref().map_or(usize::MAX, |at| path::place(self.flow, at));
        let before =
            self.session.answers.iter().rposition(|a| path::place(self.flow, &a.step) < at);
        let Some(before) = before.filter(|i| *i < self.session.answers.len()) else {
            self.say.push(Say::Gateway(Sentence::NothingBefore));
            return self.ask();
        };
        let answer = self.session.answers.remove(before);
        path::prune(self.flow, &mut self.session);
        self.forget_tries();
        self.session.at = Some(answer.step);
        self.mend();
        self.ask();
    }
}

fn blank(step: &Step, status: AnswerStatus, attempts: u8, at: Option<Timestamp>) -> Answer {
    Answer {
        step: step.id.clone(),
        ask: step.ask.as_ref().map_or("", Ask::name).to_owned(),
        status,
        value: None,
        raw: None,
        read_as: None,
        confidence: None,
        attempts,
        at,
    }
}

/// A form's value, if it is exactly one of those the question has.
fn exact(ask: &Ask, value: &str) -> Option<Value> {
    match ask {
        Ask::Choice { options, .. } => options
            .iter()
            .find(|code| *code == value)
            .map(|code| Value::Choice { option: code.clone() }),
        Ask::YesNo { .. } | Ask::Consent => {
            let unsure = matches!(ask, Ask::YesNo { unsure: true });
            let known = matches!(value, "yes" | "no") || (unsure && value == "unsure");
            known.then(|| Value::Answer { answer: value.to_owned() })
        }
        Ask::Rating { min, max } => {
            let score: i64 = value.trim().parse().ok()?;
            let (min, max) = (*min, *max);
            (min..=max).contains(&score).then_some(Value::Rating { score, min, max })
        }
        Ask::Number { min, max } => {
            let number: i64 = value.trim().parse().ok()?;
            (*min..=*max).contains(&number).then_some(Value::Number { number })
        }
        Ask::Text { .. } | Ask::Place => None,
        Ask::Choices { .. }
        | Ask::Ranking { .. }
        | Ask::Reaction { .. }
        | Ask::Points { .. }
        | Ask::Date
        | Ask::File => None,
    }
}
