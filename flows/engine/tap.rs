//! Buttons that stay in a chat for ever: only the one under the question that waits does anything.

use super::form::exact;
use super::run::{CONFIRM, MENU, Run};
use super::{Menu, Say, Sentence};
use crate::session::{AnswerStatus, Value};
use crate::understand::{ReadAs, Reading};

impl Menu {
    /// Names the question under which its buttons stand.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Change => "menu-change",
            Self::Erase => "menu-erase",
        }
    }
}

impl Run<'_> {
    /// A button of the question `id`: a step, or a menu by [`Menu::name`].
    pub(super) fn tapped(&mut self, id: &str, code: &str) {
        if let Some(number) = code.strip_prefix(MENU) {
            return match self.session.menu.filter(|menu| menu.name() == id) {
                Some(menu) => self.choose(menu, number),
                None => self.old_button(),
            };
        }
        let here = self.session.ended.is_none() && self.session.at.as_deref() == Some(id);
        let Some(step) = self.flow.step(id).filter(|step| step.ask.is_some()) else {
            return self.old_button();
        };
        if let Some(reply) = code.strip_prefix(CONFIRM) {
            return match self.session.doubt.clone().filter(|_| here) {
                Some(doubt) => {
                    self.session.menu = None;
                    self.settle(step, doubt, reply == "yes");
                }
                // The second tap of two.
                None if reply == "yes" && self.stands(id) => {}
                None => self.old_button(),
            };
        }
        let exact = step.ask.as_ref().and_then(|ask| exact(ask, code));
        match exact {
            Some(value) if here => {
                self.session.menu = None;
                let reading = Reading::Value { value, read_as: ReadAs::Button, confidence: 1.0 };
                self.take(step, code, reading, None);
            }
            // The second tap of two says nothing new.
            Some(value) if self.given(id) == Some(&value) => {}
            // The flow no longer has this option, or the question is another one.
            _ => self.old_button(),
        }
    }

    fn given(&self, id: &str) -> Option<&Value> {
        self.session.answer(id).and_then(|answer| answer.value.as_ref())
    }

    fn stands(&self, id: &str) -> bool {
        self.session.answer(id).is_some_and(|answer| answer.status == AnswerStatus::Answered)
    }

    /// Says kindly that nothing was changed, and what waits.
    fn old_button(&mut self) {
        self.say.push(Say::Gateway(Sentence::AlreadyAnswered));
        if self.session.ended.is_none() {
            self.ask();
        }
    }
}
