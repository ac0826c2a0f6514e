//! Files that came, and what they answer.

use super::run::Run;
use super::{Say, Sentence, Yield, present};
use crate::answer::text;
use crate::flow::{Ask, Step};
use crate::session::{FileRef, Value};
use crate::understand::{ReadAs, Reading};
use crate::words::Word;

impl Ask {
    /// Files are an answer to it, or stand beside one.
    #[must_use]
    pub fn takes_files(&self) -> bool {
        matches!(self, Self::File | Self::Text { .. })
    }
}

impl Run<'_> {
    /// Files came. Where none are taken, the words beside them are what was said.
    pub(super) fn files(&mut self, page: Option<&str>, files: &[FileRef], words: &str) {
        if let Some(id) = page {
            return self.files_of_page(id, files, words);
        }
        let step = present(self.flow, &self.session).filter(|_| self.session.menu.is_none());
        match step.filter(|step| step.ask.as_ref().is_some_and(Ask::takes_files)) {
            Some(step) if !files.is_empty() => self.filed(step, files, words, ReadAs::FreeText),
            _ if words.trim().is_empty() => {
                self.say.push(Say::Gateway(Sentence::NoFileHere));
                self.ask();
            }
            _ => self.said(words),
        }
    }

    /// A form names its step: it may be one that was answered before.
    fn files_of_page(&mut self, id: &str, files: &[FileRef], words: &str) {
        let here = self.session.at.as_deref() == Some(id);
        let known = self.flow.step(id).filter(|step| {
            (here || self.session.answer(id).is_some())
                && step.ask.as_ref().is_some_and(Ask::takes_files)
        });
        match known.filter(|_| self.session.ended.is_none() && !files.is_empty()) {
            Some(step) => {
                self.session.menu = None;
                if !here {
                    self.forget_tries();
                }
                self.filed(step, files, words, ReadAs::Form);
            }
            // As a form without files: an old page, an ended conversation.
            None => self.picked(id, words, false),
        }
    }

    fn filed(&mut self, step: &Step, files: &[FileRef], words: &str, read_as: ReadAs) {
        let lexicon = self.input.lexicon;
        let word = lexicon.universal(words, Some(&self.session.lang));
        if let Some(word) = word.filter(Word::always_holds) {
            return self.word(word);
        }
        if lexicon.speaks_of_danger(words) {
            self.say.push(Say::Gateway(Sentence::Emergency));
            self.yields.push(Yield::Danger);
        }
        let Some(ask) = &step.ask else { return };
        if matches!(ask, Ask::File) {
            let value = Value::Files { files: files.to_vec() };
            return self.answered(step, value, words, read_as, 1.0);
        }
        match text::read(&self.question(&step.section, ask), words) {
            Reading::Value { value, .. } => {
                self.beside = files.to_vec();
                self.answered(step, value, words, read_as, 1.0);
            }
            _ => self.wordless(step, files, words),
        }
    }

    /// A voice note, or a picture, where words are asked for: kept, and a person listens or looks. An answer that was
    /// to be changed stands until there is another one in words.
    fn wordless(&mut self, step: &Step, files: &[FileRef], words: &str) {
        if self.session.answer(&step.id).is_some_and(|answer| answer.value.is_some()) {
            self.say.push(Say::Gateway(Sentence::NoFileHere));
            return self.ask();
        }
        let mut heard: Vec<String> = self.take_heard().into_iter().collect();
        heard.extend(Some(words.trim().to_owned()).filter(|words| !words.is_empty()));
        self.beside = files.to_vec();
        self.unclear(step, heard.join("\n"));
        self.say.push(Say::Gateway(Sentence::KeptForPerson));
        self.go_on(step);
    }

    /// Adds to an answer that has files. What was handed on already is handed on again, corrected.
    pub(super) fn more_files(&mut self, id: &str, files: &[FileRef]) {
        let answer = self.session.answers.iter_mut().find(|answer| answer.step == id);
        let have = match answer {
            Some(answer) if !answer.files.is_empty() => &mut answer.files,
            Some(answer) => match &mut answer.value {
                Some(Value::Files { files }) => files,
                _ => return,
            },
            None => return,
        };
        let before = have.len();
        for file in files {
            if have.iter().all(|known| known.sha256 != file.sha256) {
                have.push(file.clone());
            }
        }
        if have.len() > before
            && let Some((by, _)) = self.session.ended
        {
            self.yields.push(Yield::Ended(by));
        }
    }
}
