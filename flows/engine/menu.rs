//! Questions of the gateway's own: which answer to change, what to take back. The flow's question waits.

use super::run::Run;
use super::{Menu, MenuEntry, Say, Sentence, Yield, path};
use crate::engine::Texts;
use crate::flow::Ask;
use crate::session::{AnswerStatus, EndedBy, Session, Value};
use crate::understand::{Question, Reading, read};

/// What a menu offers, in the order of its numbers.
#[must_use]
pub fn entries(session: &Session, menu: Menu) -> Vec<MenuEntry> {
    match menu {
        Menu::Change => session
            .answers
            .iter()
            .filter(|answer| answer.status != AnswerStatus::NotReached)
            .map(|answer| MenuEntry::Answer(answer.step.clone()))
            .collect(),
        Menu::Erase => vec![MenuEntry::Withdraw, MenuEntry::EraseAll, MenuEntry::Keep],
    }
}

impl Run<'_> {
    /// CHANGE: which answer? With one answer there is nothing to choose.
    pub(super) fn change(&mut self, step: Option<&str>) {
        self.session.menu = None;
        let entries = entries(&self.session, Menu::Change);
        let named = step.filter(|id| entries.contains(&MenuEntry::Answer((*id).to_owned())));
        match (named, entries.as_slice()) {
            (Some(id), _) => self.reopen(id),
            (None, []) => {
                self.say.push(Say::Gateway(Sentence::ChangeNothing));
                self.ask();
            }
            (None, [MenuEntry::Answer(only)]) => self.reopen(only),
            (None, _) => self.offer(Menu::Change),
        }
    }

    pub(super) fn offer(&mut self, menu: Menu) {
        self.session.menu = Some(menu);
        let entries = entries(&self.session, menu);
        self.say.push(Say::Menu { menu, entries });
    }

    /// The step is asked anew; its answer stays until another one takes its place.
    fn reopen(&mut self, id: &str) {
        self.session.menu = None;
        if self.flow.step(id).is_none_or(|step| step.ask.is_none()) {
            // The flow has changed since, and no longer asks this.
            self.say.push(Say::Gateway(Sentence::ChangeNothing));
            return self.ask();
        }
        if let Some(ended) = self.session.ended.take() {
            self.session.reopened = Some(ended);
        }
        self.forget_tries();
        self.session.at = Some(id.to_owned());
        self.ask();
    }

    /// The reply to a menu. It never counts as an answer to the question that waits.
    pub(super) fn choose(&mut self, menu: Menu, text: &str) {
        let entries = entries(&self.session, menu);
        let numbers = (1..=entries.len()).map(|n| n.to_string()).collect();
        let ask = Ask::Choice { options: numbers, other: false };
        let question = Question {
            lang: &self.session.lang,
            step: "",
            ask: &ask,
            texts: &Numbers,
            offered: self.input.offered,
            today: self.input.today,
        };
        let chosen = match read(&question, text, self.input.lexicon) {
            Reading::Value { value: Value::Choice { option }, .. }
            | Reading::Confirm { value: Value::Choice { option }, .. } => {
                option.parse::<usize>().ok().and_then(|n| entries.get(n.checked_sub(1)?)).cloned()
            }
            Reading::Word(word) => return self.word_at_menu(word),
            Reading::Danger => return self.danger(text),
            _ => None,
        };
        let asked_before = std::mem::replace(&mut self.session.menu_again, true);
        match chosen {
            Some(entry) => self.chosen(&entry),
            None if asked_before => self.chosen(&MenuEntry::Keep),
            None => self.offer(menu),
        }
        if self.session.menu.is_none() {
            self.session.menu_again = false;
        }
    }

    /// A button of a menu. On an old page there may be no menu any more.
    pub(super) fn picked_entry(&mut self, number: &str) {
        match self.session.menu {
            Some(menu) => self.choose(menu, number),
            None if self.session.ended.is_some() => {
                self.say.push(Say::Gateway(Sentence::AlreadyAnswered));
            }
            None => self.ask(),
        }
    }

    pub(super) fn chosen(&mut self, entry: &MenuEntry) {
        self.session.menu = None;
        match entry {
            MenuEntry::Answer(step) => self.reopen(step),
            MenuEntry::Withdraw => {
                self.restore();
                self.yields.push(Yield::Withdraw);
            }
            MenuEntry::EraseAll => {
                self.restore();
                self.yields.push(Yield::EraseAll);
            }
            MenuEntry::Keep => {
                self.say.push(Say::Gateway(Sentence::EraseKept));
                self.ask();
            }
        }
    }

    /// A session that was opened again for a change is as it was before.
    pub(super) fn restore(&mut self) -> bool {
        let Some(ended) = self.session.reopened.take() else { return false };
        self.session.ended = Some(ended);
        self.session.at = None;
        self.session.menu = None;
        self.forget_tries();
        true
    }

    /// A session that ran out of time goes on where it stopped.
    pub(super) fn resume(&mut self) {
        if matches!(self.session.ended, Some((EndedBy::Timeout, _))) {
            self.session.ended = None;
            self.session.answers.retain(|answer| answer.status != AnswerStatus::NotReached);
            self.session.at = path::next(self.flow, &self.session).map(|step| step.id.clone());
            self.say.push(Say::Gateway(Sentence::Resumed));
        }
        self.ask();
    }
}

/// Menus are chosen from by number.
struct Numbers;

impl Texts for Numbers {
    fn option(&self, _: &str, _: &str, _: &str) -> Option<&str> {
        None
    }
}
