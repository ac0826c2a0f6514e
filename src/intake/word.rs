//! Words that mean the same in every campaign, and messages nobody understands.

use jiff::Timestamp;
use majlis_channels::{Message, Refused};
use majlis_flows::{EndedBy, Word};

use super::Gateway;
use super::draft::{Draft, message};
use super::record::Record;
use super::turn::read;
use crate::campaign::Campaign;
use crate::sentences::language;
use crate::store::KeptBecause;

impl Gateway {
    /// No conversation is open: a universal word, or something for a person to read.
    pub(super) fn take_word(&self, draft: &mut Draft<'_>, text: &str) -> Result<(), Refused> {
        let known = draft.loaded.resident.lang.clone();
        let word = self.lexicon.universal(text, known.as_deref());
        let lang = self.reply_language(draft, text);
        let stopped = draft.unit.resident.opted_out.is_some();
        if word.is_none() && self.lexicon.speaks_of_danger(text) {
            self.answer_danger(draft, &lang);
            return Ok(());
        }
        if let Some(asked) = draft.asked.take() {
            // Letters drawn at random tell no language.
            let lang = known.unwrap_or_else(|| self.settings.language.clone());
            let args = [("receipt", asked.receipt.as_str())];
            let key = if asked.known { "status" } else { "status-none" };
            draft.say(self.plain(&lang, key, &args));
            return Ok(());
        }
        let reply = match word {
            Some(Word::Stop) => {
                draft.unit.resident.opted_out = Some(draft.now);
                self.sentences.say(&lang, "stopped", &[])
            }
            Some(Word::Start) => {
                draft.unit.resident.opted_out = None;
                let welcome = self.sentences.say(&lang, "started", &[]);
                format!("{welcome}\n{}", self.menu(&lang, draft.now))
            }
            Some(Word::Speak(wanted)) if self.sentences.has(&wanted) => {
                draft.unit.resident.lang = Some(wanted.clone());
                draft.memory.own_language = true;
                draft.say(message(&wanted, self.menu(&wanted, draft.now)));
                return Ok(());
            }
            Some(Word::Speak(_)) => self.sentences.say(&lang, "language-not-offered", &[]),
            Some(Word::Language) => self.languages_sentence(&lang, None),
            Some(Word::Human) => {
                draft.keep(KeptBecause::WantsPerson, text);
                self.sentences.say(&lang, "wants-person", &[])
            }
            Some(Word::Status) => self.status_sentence(draft, &lang)?,
            Some(Word::Help) => {
                let help = self.sentences.say(&lang, "help-outside", &[]);
                format!("{help}\n{}", self.menu(&lang, draft.now))
            }
            Some(Word::Menu | Word::Repeat | Word::Back | Word::Skip) => {
                self.menu(&lang, draft.now)
            }
            // Also for somebody who wants no more messages.
            Some(Word::Erase) => return self.offer_erasure(draft, &lang),
            Some(Word::Change) | None if stopped => {
                draft.keep(KeptBecause::NotUnderstood, text);
                self.sentences.say(&lang, "still-stopped", &[])
            }
            Some(Word::Change) => return self.change_last(draft, &lang),
            None if self.come_back(draft, text)? => return Ok(()),
            None => {
                draft.keep(KeptBecause::NotUnderstood, text);
                let sorry = self.sentences.say(&lang, "not-understood", &[]);
                format!("{sorry}\n{}", self.menu(&lang, draft.now))
            }
        };
        draft.say(message(&lang, reply));
        Ok(())
    }

    /// A universal word inside a conversation that the engine leaves to the gateway.
    pub(super) fn word_sentence(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &Record,
        word: &Word,
    ) -> String {
        let lang = record.session.lang.as_str();
        match word {
            Word::Language => self.languages_sentence(lang, Some(&campaign.languages)),
            Word::Menu | Word::Start => self.menu(lang, draft.now),
            Word::Status => {
                let receipt = &record.session.identity.receipt;
                match record.is_open() {
                    true => self.sentences.say(lang, "status-none", &[]),
                    false => self.sentences.say(lang, "status", &[("receipt", receipt)]),
                }
            }
            _ => {
                draft.keep_words_because(KeptBecause::WantsPerson);
                self.sentences.say(lang, "wants-person", &[])
            }
        }
    }

    /// The receipt that a message asks about: `STATUS K7P-4QM`, or the receipt alone.
    pub(super) fn receipt_in(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        if self.lexicon.universal(first, None) == Some(Word::Status) {
            return crate::ids::read_receipt(rest);
        }
        // Six letters alone may be a word.
        let telling = text.contains('-') || text.chars().any(char::is_numeric);
        crate::ids::read_receipt(text).filter(|_| telling)
    }

    fn status_sentence(&self, draft: &Draft<'_>, lang: &str) -> Result<String, Refused> {
        for stored in draft.loaded.sessions.iter().filter(|stored| !stored.open) {
            let record = read(stored)?;
            if record.ended_by() == Some(EndedBy::Finished) && !record.withdrawn {
                let receipt = &record.session.identity.receipt;
                return Ok(self.sentences.say(lang, "status", &[("receipt", receipt)]));
            }
        }
        Ok(self.sentences.say(lang, "status-none", &[]))
    }

    /// The languages to choose from: inside a conversation those of its campaign.
    fn languages_sentence(&self, lang: &str, offered: Option<&[String]>) -> String {
        let names: Vec<String> = match offered {
            Some(offered) => offered.iter().map(|tag| language(tag).name).collect(),
            None => self.sentences.languages().map(|language| language.name).collect(),
        };
        self.sentences.say(lang, "languages", &[("list", &names.join(", "))])
    }

    /// Short list of open campaigns with their keywords.
    pub(crate) fn menu(&self, lang: &str, now: Timestamp) -> String {
        let entries: Vec<String> = self
            .catalogue
            .open(now)
            .map(|campaign| {
                let shown = campaign.language(Some(lang));
                self.sentences.say(
                    lang,
                    "menu-entry",
                    &[
                        ("keyword", campaign.keyword(lang, &self.settings.language)),
                        ("title", campaign.words.title(shown)),
                    ],
                )
            })
            .collect();
        if entries.is_empty() {
            return self.sentences.say(lang, "menu-none", &[]);
        }
        format!("{}\n{}", self.sentences.say(lang, "menu", &[]), entries.join("\n"))
    }

    pub(super) fn plain(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> Message {
        message(lang, self.sentences.say(lang, key, args))
    }

    /// The language to answer an unknown message in: the resident's, the text's if we speak it, ours.
    fn reply_language(&self, draft: &Draft<'_>, text: &str) -> String {
        if let Some(known) = &draft.loaded.resident.lang {
            return known.clone();
        }
        let spoken: Vec<String> = self.sentences.languages().map(|language| language.tag).collect();
        let spoken: Vec<&str> = spoken.iter().map(String::as_str).collect();
        majlis_flows::language::detect(text, &spoken)
            .map(|found| found.lang.to_owned())
            .filter(|lang| self.sentences.has(lang))
            .unwrap_or_else(|| self.settings.language.clone())
    }
}
