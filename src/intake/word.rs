//! Words that mean the same in every campaign, and messages nobody understands.

use jiff::Timestamp;
use majlis_channels::{Message, Question, Refused};
use majlis_flows::{Act, EndedBy, Word};

use super::Gateway;
use super::draft::{Draft, message};
use super::record::Record;
use super::stop::welcome_all;
use crate::campaign::Campaign;
use crate::sentences::language;
use crate::store::KeptBecause;

/// Answers that STATUS tells of, at most.
const MOST_TOLD: usize = 5;

impl Gateway {
    /// No conversation is open: a universal word, or something for a person to read.
    pub(super) fn take_word(&self, draft: &mut Draft<'_>, text: &str) -> Result<(), Refused> {
        let known = draft.loaded.resident.lang.clone();
        let word = self.lexicon.universal(text, known.as_deref());
        let danger = matches!(word, None | Some(Word::Help)) && self.lexicon.speaks_of_danger(text);
        let lang = self.reply_language(draft, text, danger || word.is_some());
        let stopped = self.is_silent(draft)?;
        if danger {
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
            Some(Word::Link) => return self.answer_link(draft, &lang),
            Some(word @ (Word::Stop | Word::StopAll)) => {
                self.stop_outside(draft, word == Word::StopAll, &lang)?
            }
            Some(Word::Start) => {
                let silent = stopped || !draft.unit.resident.stopped.is_empty();
                welcome_all(draft);
                if silent && self.go_on_after_stop(draft)? {
                    return Ok(());
                }
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
            // Both wait for words: a channel that would hang up does not.
            Some(Word::Language) => {
                draft.say(wait_for_words(&lang, self.languages_sentence(&lang, None)));
                return Ok(());
            }
            Some(Word::Human) => {
                let ask = self.ask_for_words(draft, &lang);
                draft.say(wait_for_words(&lang, ask));
                return Ok(());
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
            Some(Word::Erase) => return self.erase_which(draft, &lang),
            None if stopped => {
                draft.keep(KeptBecause::NotUnderstood, text);
                self.still_stopped(draft, &lang)?
            }
            // It is about their own words: STOP goes on to hold.
            Some(Word::Change) => return self.change_which(draft, &lang),
            None if self.come_back(draft, text)? => return Ok(()),
            None => {
                draft.keep(KeptBecause::NotUnderstood, text);
                let closed = self.closed_meanwhile(draft)?;
                let key = if closed { "campaign-closed" } else { "not-understood" };
                let sorry = self.sentences.say(&lang, key, &[]);
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
    ) -> Result<String, Refused> {
        let lang = record.session.lang.as_str();
        Ok(match word {
            Word::Language => self.languages_sentence(lang, Some(&campaign.languages)),
            Word::Menu | Word::Start => self.menu(lang, draft.now),
            Word::Status => self.status_sentence(draft, lang)?,
            _ => self.ask_for_words(draft, lang),
        })
    }

    /// PERSON: what shall a person be told? The next words are for them, and no answer.
    fn ask_for_words(&self, draft: &mut Draft<'_>, lang: &str) -> String {
        draft.keep_words_because(KeptBecause::WantsPerson);
        draft.memory.tells_a_person = true;
        self.sentences.say(lang, "person-write", &[])
    }

    /// Words after PERSON. One word in a conversation is rather an answer, and universal words stay what they are.
    /// False if they are not for a person.
    pub(super) fn take_words_to_a_person(
        &self,
        draft: &mut Draft<'_>,
        text: &str,
        in_conversation: bool,
    ) -> Result<bool, Refused> {
        if !std::mem::take(&mut draft.memory.tells_a_person) {
            return Ok(false);
        }
        let lang = self.reply_language(draft, text, true);
        let word = self.lexicon.universal(text, Some(&lang)).is_some();
        let short = in_conversation && text.split_whitespace().count() < 2;
        if word || short || self.lexicon.speaks_of_danger(text) {
            return Ok(false);
        }
        draft.keep(KeptBecause::WantsPerson, text);
        draft.say(self.plain(&lang, "wants-person", &[]));
        self.ask_what_waits(draft)?;
        Ok(true)
    }

    /// START of somebody who said STOP in the middle of a conversation: it goes on. False if there is none.
    fn go_on_after_stop(&self, draft: &mut Draft<'_>) -> Result<bool, Refused> {
        let stopped =
            |record: &Record| record.ended_by() == Some(EndedBy::Stop) && !record.withdrawn;
        let found = self.newest_asked(draft.loaded, stopped)?;
        let Some((campaign, mut record)) =
            found.filter(|(campaign, _)| campaign.is_open(draft.now))
        else {
            return Ok(false);
        };
        record.reopen_stopped();
        self.advance(draft, &campaign, record, Act::Resume, true)?;
        Ok(true)
    }

    /// The campaign that this resident was last asked in closed while they were silent.
    fn closed_meanwhile(&self, draft: &Draft<'_>) -> Result<bool, Refused> {
        let newest = self.newest_asked(draft.loaded, |_| true)?;
        Ok(newest.is_some_and(|(_, record)| record.ended_by() == Some(EndedBy::CampaignClosed)))
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

    /// What there is of this resident: a line for each answer, the newest first.
    fn status_sentence(&self, draft: &Draft<'_>, lang: &str) -> Result<String, Refused> {
        let standing = self.answers_of(draft)?;
        if let [(_, record)] = standing.as_slice()
            && record.revision > 0
        {
            let receipt = &record.session.identity.receipt;
            return Ok(self.sentences.say(lang, "status", &[("receipt", receipt)]));
        }
        let lines: Vec<String> = standing
            .iter()
            .take(MOST_TOLD)
            .map(|(campaign, record)| {
                let title = campaign.words.title(campaign.language(Some(lang)));
                let key = if record.revision > 0 { "status-entry" } else { "status-open" };
                let receipt = record.session.identity.receipt.as_str();
                self.sentences.say(lang, key, &[("title", title), ("receipt", receipt)])
            })
            .collect();
        if lines.is_empty() {
            return Ok(self.sentences.say(lang, "status-none", &[]));
        }
        Ok(lines.join("\n"))
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

    /// The language to answer a message in that belongs to no conversation: the resident's; else what the words are
    /// likely in, among the languages of what is open; else ours. Where something hangs on being understood
    /// (a universal word, danger), any language that we speak.
    pub(super) fn reply_language(&self, draft: &Draft<'_>, text: &str, any: bool) -> String {
        if let Some(known) = &draft.loaded.resident.lang {
            return known.clone();
        }
        let own = &self.settings.language;
        let mut spoken: Vec<String> = match any {
            true => self.sentences.languages().map(|language| language.tag).collect(),
            false => {
                let open = self.catalogue.open(draft.now);
                open.flat_map(|campaign| campaign.languages.iter().cloned()).collect()
            }
        };
        spoken.push(own.clone());
        spoken.retain(|lang| self.sentences.has(lang));
        spoken.sort();
        spoken.dedup();
        let allow: Vec<&str> = spoken.iter().map(String::as_str).collect();
        // Letters drawn at random tell no language.
        let drawn = |text: &str| {
            crate::ids::read_invitation(text).is_some() || self.receipt_in(text).is_some()
        };
        let words = Some(text).filter(|text| !drawn(text));
        words
            .and_then(|words| majlis_flows::language::detect(words, &allow))
            .filter(|found| found.confidence >= majlis_flows::language::PROPOSE)
            .map(|found| found.lang.to_owned())
            .or(draft.page_language().map(str::to_owned))
            .filter(|lang| self.sentences.has(lang))
            .unwrap_or_else(|| own.clone())
    }
}

/// A sentence of the gateway's own that is answered in words.
fn wait_for_words(lang: &str, text: String) -> Message {
    let question = Question { ask: "text".to_owned(), ..Question::default() };
    Message { question: Some(question), ..message(lang, text) }
}
