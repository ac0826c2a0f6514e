//! Universal words within a conversation.

use super::run::Run;
use super::{Menu, MenuEntry, Say, Sentence, Yield, path, present};
use crate::session::EndedBy;
use crate::words::Word;

impl Run<'_> {
    pub(super) fn word(&mut self, word: Word) {
        let step = present(self.flow, &self.session);
        match word {
            Word::Stop => self.stop(Yield::OptedOut),
            Word::StopAll => self.stop(Yield::OptedOutOfAll),
            Word::Speak(lang) => self.speak(lang),
            Word::Help if step.is_some() => {
                self.say.push(Say::Gateway(Sentence::Help));
                self.ask();
            }
            Word::Repeat if step.is_some() => self.ask(),
            Word::Back | Word::Skip if self.changing() => self.let_stand(),
            Word::Back if step.is_some() => self.back(),
            Word::Skip if step.is_some() => {
                if let Some(step) = step {
                    self.skip(step);
                }
            }
            Word::Change if step.is_some() => self.change(None),
            Word::Erase if step.is_some() => self.offer(Menu::Erase),
            other => {
                self.yields.push(Yield::Word(other));
                self.ask();
            }
        }
    }

    /// A question is asked anew whose answer still stands.
    fn changing(&self) -> bool {
        self.session.at.as_deref().is_some_and(|at| self.session.answer(at).is_some())
    }

    /// A word in place of a choice from a menu, which waits on unless the word leads away from it.
    pub(super) fn word_at_menu(&mut self, word: Word) {
        match word {
            word if word.stops() => {
                self.session.menu = None;
                self.word(word);
            }
            Word::Back | Word::Skip => self.chosen(&MenuEntry::Keep),
            Word::Change => self.change(None),
            Word::Erase => self.offer(Menu::Erase),
            Word::Speak(lang) => self.speak(lang),
            Word::Repeat => self.ask(),
            Word::Help => {
                self.say.push(Say::Gateway(Sentence::Help));
                self.ask();
            }
            other => {
                self.yields.push(Yield::Word(other));
                self.ask();
            }
        }
    }

    fn stop(&mut self, wish: Yield) {
        self.say.push(Say::Gateway(Sentence::Stopped));
        self.yields.push(wish);
        // What was finished stays finished, also if it was being changed.
        if !self.restore() && self.session.ended.is_none() {
            self.end(EndedBy::Stop);
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
