//! One run of the engine: a session, an input, what is said and yielded on the way.

use std::borrow::Cow;

use jiff::Timestamp;

use super::form::exact;
use super::path::{self, Way};
use super::{Act, Input, Menu, MenuEntry, Say, Sentence, Turn, Yield, pending, present, shown};
use crate::answer::{text, yes_no};
use crate::flow::{Ask, Flow, Step};
use crate::session::{Answer, AnswerStatus, Doubt, EndedBy, FileRef, Session, Value};
use crate::understand::universal::after_no;
use crate::understand::{Question, ReadAs, Reading, read, without_mail};
use crate::words::Word;

/// Begins the codes of the buttons under "Did you mean …?": `confirm:yes`. No option has a colon in its code.
pub const CONFIRM: &str = "confirm:";
/// Begins the codes of the entries of a menu: `menu:2`.
pub const MENU: &str = "menu:";
/// What counts less: said yes to, not said outright.
const CONFIRMED: f32 = 0.8;

pub(super) struct Run<'a> {
    pub(super) flow: &'a Flow,
    pub(super) session: Session,
    pub(super) input: Input<'a>,
    now: Timestamp,
    pub(super) say: Vec<Say>,
    pub(super) yields: Vec<Yield>,
    /// Files that stand beside the words of the answer that is being recorded.
    pub(super) beside: Vec<FileRef>,
}

impl<'a> Run<'a> {
    pub(super) fn new(flow: &'a Flow, session: Session, input: Input<'a>, now: Timestamp) -> Self {
        let (say, yields, beside) = (Vec::new(), Vec::new(), Vec::new());
        Self { flow, session, input, now, say, yields, beside }
    }

    pub(super) fn turn(mut self) -> Turn {
        self.mend();
        match self.input.act {
            Act::Begin => self.begin(),
            Act::Said(text) => self.said(text),
            Act::Picked { step, value, skip } => self.picked(step, value, skip),
            Act::Tapped { step, value } => self.tapped(step, value),
            Act::Filled { answers, as_is } => {
                let _ = self.fill(answers, as_is);
            }
            Act::Files { step, files, words } => self.files(step, files, words),
            Act::MoreFiles { step, files } => self.more_files(step, files),
            Act::Repeat => self.ask(),
            Act::Resume => self.resume(),
            Act::Change(step) => self.change(step),
            Act::Erase => self.offer(Menu::Erase),
            Act::Close(by) => {
                if !self.restore() && self.session.ended.is_none() {
                    self.end(by);
                }
            }
        }
        Turn { session: self.session, say: self.say, yields: self.yields }
    }

    /// A session whose step is no longer in the flow goes on at the next question.
    pub(super) fn mend(&mut self) {
        if self.session.ended.is_none() && present(self.flow, &self.session).is_none() {
            self.session.at = path::next(self.flow, &self.session).map(|step| step.id.clone());
            self.forget_tries();
        }
    }

    fn begin(&mut self) {
        if self.session.answers.is_empty() && self.session.ended.is_none() {
            self.say_between(None, &path::way(self.flow, &self.session.answers));
        }
        self.ask();
    }

    /// The present question, or what is in doubt about it.
    pub(super) fn ask(&mut self) {
        self.say.extend(pending(self.flow, &self.session));
    }

    pub(super) fn said(&mut self, text: &str) {
        if let Some(menu) = self.session.menu {
            return self.choose(menu, text);
        }
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

    pub(super) fn read(&self, step: &Step, text: &str) -> Reading {
        match shown(step, &self.session) {
            Some(ask) => read(&self.question(&step.section, &ask), text, self.input.lexicon),
            None => Reading::Unclear,
        }
    }

    pub(super) fn question<'q>(&'q self, step: &'q str, ask: &'q Ask) -> Question<'q> {
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
    pub(super) fn take(&mut self, step: &Step, raw: &str, reading: Reading, form: Option<ReadAs>) {
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
            // "Saklolo" asks for help as SOS does.
            Reading::Word(Word::Help) if self.input.lexicon.speaks_of_danger(raw) => {
                self.danger(raw);
            }
            Reading::Word(word) => self.word(word),
            Reading::Danger => self.danger(raw),
        }
    }

    /// Somebody may be in danger: that comes first. The words are a person's to read, not an answer, and no
    /// try is lost. But who says it again, where words are asked for, means it as their answer.
    pub(super) fn danger(&mut self, raw: &str) {
        self.say.push(Say::Gateway(Sentence::Emergency));
        self.yields.push(Yield::Danger);
        if let Some((step, value)) = self.said_again(raw) {
            return self.answered(step, value, raw, ReadAs::FreeText, 1.0);
        }
        self.session.heard.push(raw.to_owned());
        // Whoever is in danger is not told that they were not understood.
        let asked = pending(self.flow, &self.session).into_iter().map(|say| match say {
            Say::Ask { step, .. } => Say::Ask { step, again: 0 },
            say => say,
        });
        self.say.extend(asked);
    }

    /// Words of danger as the answer to a question for words, if such words were heard there before.
    fn said_again(&self, raw: &str) -> Option<(&'a Step, Value)> {
        let step = present(self.flow, &self.session).filter(|_| self.session.menu.is_none())?;
        let ask = step.ask.as_ref().filter(|ask| ask.is_free())?;
        let alarmed = |heard: &String| matches!(self.read(step, heard), Reading::Danger);
        if !self.session.heard.iter().any(alarmed) {
            return None;
        }
        match text::read(&self.question(&step.section, ask), &without_mail(raw)) {
            Reading::Value { value, .. } => Some((step, value)),
            _ => None,
        }
    }

    /// The reply to "Did you mean …? 1 Yes 2 No".
    fn answer_to_doubt(&mut self, step: &Step, text: &str) {
        let Some(doubt) = self.session.doubt.clone() else { return };
        let yes_or_no = Ask::YesNo { unsure: false };
        match yes_no::affirmed(&self.question("", &yes_or_no), text, self.input.lexicon) {
            Some(meant) => self.settle(step, doubt, meant),
            None => {
                let reading = self.better(step, text, &doubt.value);
                // What was in doubt is kept with the other words, whatever comes now.
                if matches!(reading, Reading::Unclear | Reading::Confirm { .. }) {
                    self.session.doubt = None;
                    self.session.heard.push(doubt.raw);
                }
                self.take(step, text, reading, None);
            }
        }
    }

    /// A better answer than the one in doubt, also behind "no, I meant": then it is asked back in its turn.
    fn better(&self, step: &Step, text: &str, doubted: &Value) -> Reading {
        let reading = self.read(step, text);
        let Some(ask) = shown(step, &self.session).filter(|_| reading == Reading::Unclear) else {
            return reading;
        };
        let question = self.question(&step.section, &ask);
        let lexicon = self.input.lexicon;
        match after_no(&question, text, lexicon).map(|rest| read(&question, rest, lexicon)) {
            Some(Reading::Value { value, read_as, .. } | Reading::Confirm { value, read_as })
                if value != *doubted =>
            {
                Reading::Confirm { value, read_as }
            }
            _ => reading,
        }
    }

    pub(super) fn settle(&mut self, step: &Step, doubt: Doubt, meant: bool) {
        if meant {
            self.answered(step, doubt.value, &doubt.raw, doubt.read_as, CONFIRMED);
        } else {
            self.session.doubt = None;
            self.missed(step, &doubt.raw);
        }
    }

    /// The button of "Did you mean …?". On an old page it says nothing about what is asked now.
    fn confirmed(&mut self, step: &Step, here: bool, meant: bool) {
        match self.session.doubt.clone().filter(|_| here) {
            Some(doubt) => self.settle(step, doubt, meant),
            None => self.ask(),
        }
    }

    pub(super) fn picked(&mut self, id: &str, value: &str, skip: bool) {
        if let Some(number) = value.strip_prefix(MENU) {
            return self.picked_entry(number);
        }
        if skip && self.session.menu.is_some() {
            return self.chosen(&MenuEntry::Keep);
        }
        let known = self.flow.step(id).filter(|step| step.ask.is_some());
        if self.session.ended.is_some() {
            // STOP works from anywhere, also typed into an old form.
            match self.input.lexicon.universal(value, Some(&self.session.lang)) {
                Some(word) if word.stops() => self.word(word),
                _ => self.say.push(Say::Gateway(Sentence::AlreadyAnswered)),
            }
            return;
        }
        self.session.menu = None;
        let here = self.session.at.as_deref() == Some(id);
        let Some(step) = known.filter(|_| here || self.session.answer(id).is_some()) else {
            return self.ask();
        };
        if let Some(reply) = value.strip_prefix(CONFIRM) {
            return self.confirmed(step, here, reply == "yes");
        }
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

    pub(super) fn answered(
        &mut self,
        step: &Step,
        value: Value,
        raw: &str,
        read_as: ReadAs,
        confidence: f32,
    ) {
        let declined = matches!(step.ask, Some(Ask::Consent))
            && matches!(&value, Value::Answer { answer } if answer == "no");
        self.keep_answer(step, value, raw, read_as, confidence);
        if declined { self.declined(step) } else { self.go_on(step) }
    }

    pub(super) fn keep_answer(
        &mut self,
        step: &Step,
        value: Value,
        raw: &str,
        read_as: ReadAs,
        confidence: f32,
    ) {
        // Exact coordinates would undo their rounding, so a point's words are not kept beside it.
        let raw =
            (!matches!(value, Value::Point { .. }) && !raw.is_empty()).then(|| raw.to_owned());
        let order = match shown(step, &self.session) {
            Some(Cow::Owned(ask)) => ask.options().to_vec(),
            _ => Vec::new(),
        };
        self.record(step, AnswerStatus::Answered, |answer| {
            answer.order = order;
            answer.value = Some(value);
            answer.raw = raw;
            answer.read_as = Some(read_as);
            answer.confidence = Some(confidence);
        });
    }

    /// Without consent nothing is asked, and nothing that was said before is handed on: of a finished conversation
    /// it is taken back.
    fn declined(&mut self, step: &Step) {
        self.say.push(Say::Gateway(Sentence::Declined));
        self.session.answers.retain(|answer| answer.step == step.id);
        if self.restore() {
            self.yields.push(Yield::Withdraw);
        } else {
            self.end(EndedBy::Declined);
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
        if self.session.answer(&step.id).is_some_and(|answer| answer.value.is_some()) {
            self.yields.push(Yield::Unheard(raw));
            self.say.push(Say::Gateway(Sentence::KeptForPerson));
            return self.let_stand();
        }
        self.unclear(step, raw);
        self.say.push(Say::Gateway(Sentence::KeptForPerson));
        // Only a clear yes is consent.
        if matches!(step.ask, Some(Ask::Consent)) { self.declined(step) } else { self.go_on(step) }
    }

    /// Words that were not understood are kept, flagged, in place of an answer.
    pub(super) fn unclear(&mut self, step: &Step, raw: String) {
        let raw = (!raw.is_empty()).then_some(raw);
        self.record(step, AnswerStatus::Unclear, |answer| answer.raw = raw);
    }

    /// The answer that was to be changed stays as it is, and the conversation is where it was.
    pub(super) fn let_stand(&mut self) {
        self.forget_tries();
        self.say.push(Say::Gateway(Sentence::EraseKept));
        if !self.restore() {
            self.session.at = path::next(self.flow, &self.session).map(|step| step.id.clone());
            self.ask();
        }
    }

    pub(super) fn skip(&mut self, step: &Step) {
        if !step.optional {
            self.say.push(Say::Gateway(Sentence::CannotSkip));
            return self.ask();
        }
        // What was tried before is kept for a person, though they gave up on it.
        match self.take_heard() {
            Some(raw) => self.unclear(step, raw),
            None => self.record(step, AnswerStatus::Skipped, |_| {}),
        }
        self.go_on(step);
    }

    pub(super) fn record(
        &mut self,
        step: &Step,
        status: AnswerStatus,
        fill: impl FnOnce(&mut Answer),
    ) {
        let mut answer = blank(step, status, self.session.misses.saturating_add(1), Some(self.now));
        if status == AnswerStatus::Unclear {
            answer.attempts = self.session.misses.max(1);
        }
        fill(&mut answer);
        answer.files = std::mem::take(&mut self.beside);
        path::put(self.flow, &mut self.session, answer);
        path::prune(self.flow, &mut self.session);
        self.forget_tries();
    }

    /// The words so far that were not understood, or are in doubt.
    pub(super) fn take_heard(&mut self) -> Option<String> {
        let mut heard = std::mem::take(&mut self.session.heard);
        heard.extend(self.session.doubt.take().map(|doubt| doubt.raw));
        (!heard.is_empty()).then(|| heard.join("\n"))
    }

    pub(super) fn forget_tries(&mut self) {
        self.session.misses = 0;
        self.session.heard.clear();
        self.session.doubt = None;
    }

    /// To the next question, or to the end.
    pub(super) fn go_on(&mut self, from: &Step) {
        let from = path::place(self.flow, &from.id);
        let way = path::way(self.flow, &self.session.answers);
        self.say_between(Some(from), &way);
        self.session.at = way.open.map(|step| step.id.clone());
        if way.open.is_some() {
            return self.ask();
        }
        let changed = self.session.reopened.take().is_some();
        self.say.push(if changed { Say::Gateway(Sentence::Changed) } else { Say::End });
        self.end(EndedBy::Finished);
    }

    /// The sentences that stand between two questions of the way.
    fn say_between(&mut self, after: Option<usize>, way: &Way<'_>) {
        let open = way.open.map_or(usize::MAX, |step| path::place(self.flow, &step.id));
        for step in way.passed.iter().filter(|step| step.ask.is_none()) {
            let at = path::place(self.flow, &step.id);
            if after.is_none_or(|after| at > after) && at < open {
                self.say.push(Say::Step(step.id.clone()));
            }
        }
    }

    pub(super) fn end(&mut self, by: EndedBy) {
        self.session.menu = None;
        // Words in doubt or not understood are kept, flagged: never dropped, never counted.
        let tries = self.session.misses;
        if let Some(raw) = self.take_heard()
            && let Some(step) = present(self.flow, &self.session)
            && self.session.answer(&step.id).is_none()
        {
            let attempts = tries.max(1);
            let mut answer = blank(step, AnswerStatus::Unclear, attempts, Some(self.now));
            answer.raw = Some(raw);
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
}

fn blank(step: &Step, status: AnswerStatus, attempts: u8, at: Option<Timestamp>) -> Answer {
    Answer {
        step: step.id.clone(),
        ask: step.ask.as_ref().map_or("", Ask::name).to_owned(),
        status,
        value: None,
        raw: None,
        files: Vec::new(),
        order: Vec::new(),
        read_as: None,
        confidence: None,
        attempts,
        at,
    }
}
