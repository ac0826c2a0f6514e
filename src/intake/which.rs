//! Which of a resident's answers shall be changed or taken back: asked of those who gave several.

use std::sync::Arc;

use majlis_channels::{Message, Question, Refused};
use majlis_flows::{Act, Ask, Value, Word, understand};

use super::Gateway;
use super::again::NoTexts;
use super::draft::{Draft, message};
use super::record::Record;
use super::turn::read;
use crate::campaign::Campaign;
use crate::residents::memory::{WhichAsked, WhichWish};

/// Codes of the entries that are no answer; ids have capitals and digits alone.
const EVERYTHING: &str = "all";
const NOTHING: &str = "keep";

/// What a reply to the list wants.
enum Chosen {
    /// The answer with this place in the list.
    Answer(usize),
    Everything,
    Nothing,
}

impl Gateway {
    /// The answers of a resident that stand, the last one in each campaign, the newest first: handed on or begun, and
    /// not taken back.
    pub(super) fn answers_of(
        &self,
        draft: &Draft<'_>,
    ) -> Result<Vec<(Arc<Campaign>, Record)>, Refused> {
        let mut standing = Vec::new();
        for stored in &draft.loaded.sessions {
            let Some(campaign) = self.catalogue.campaign(&stored.campaign) else { continue };
            let record = read(stored)?;
            let given = record.revision > 0 || !record.session.answers.is_empty();
            if given && !record.withdrawn {
                standing.push((stored.updated_at, campaign.clone(), record));
            }
        }
        standing.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
        Ok(standing.into_iter().map(|(_, campaign, record)| (campaign, record)).collect())
    }

    /// CHANGE outside of a conversation. With one answer there is nothing to choose.
    pub(super) fn change_which(&self, draft: &mut Draft<'_>, lang: &str) -> Result<(), Refused> {
        if draft.is_unproven() {
            draft.say(self.plain(lang, "mail-prove", &[]));
            return Ok(());
        }
        let mut standing = self.answers_of(draft)?;
        let closed = standing.first().is_some_and(|(campaign, _)| !campaign.is_open(draft.now));
        standing.retain(|(campaign, record)| campaign.is_open(draft.now) && record.revision > 0);
        match standing.as_slice() {
            [] => {
                let key = if closed { "change-closed" } else { "change-nothing" };
                draft.say(self.plain(lang, key, &[]));
                Ok(())
            }
            [_] => {
                let Some((campaign, record)) = standing.pop() else { return Ok(()) };
                self.change(draft, &campaign, record, None)
            }
            several => {
                let asked = asked(WhichWish::Change, several, lang);
                self.ask_which(draft, asked)
            }
        }
    }

    /// ERASE: what shall be taken back, or everything?
    pub(super) fn erase_which(&self, draft: &mut Draft<'_>, lang: &str) -> Result<(), Refused> {
        if draft.is_unproven() {
            draft.say(self.plain(lang, "mail-prove", &[]));
            return Ok(());
        }
        if draft.loaded.version == 0 {
            draft.say(self.plain(lang, "erase-nothing", &[]));
            return Ok(());
        }
        let asked = asked(WhichWish::Erase, &self.answers_of(draft)?, lang);
        self.ask_which(draft, asked)
    }

    fn ask_which(&self, draft: &mut Draft<'_>, asked: WhichAsked) -> Result<(), Refused> {
        let say = |key: &str| self.sentences.say(&asked.lang, key, &[]);
        let standing = self.answers_of(draft)?;
        let of = |id: &String| standing.iter().find(|(_, r)| r.session.identity.submission == *id);
        let mut options: Vec<(String, String)> = Vec::new();
        for (campaign, record) in asked.submissions.iter().filter_map(of) {
            let title = campaign.words.title(campaign.language(Some(&asked.lang)));
            let line = match asked.wish {
                WhichWish::Change => title.to_owned(),
                WhichWish::Erase => {
                    self.sentences.say(&asked.lang, "erase-withdraw", &[("title", title)])
                }
            };
            options.push((code(&record.session.identity.submission).to_owned(), line));
        }
        if asked.wish == WhichWish::Erase {
            let shared = standing.iter().any(|(_, record)| record.shared);
            let key = if shared { "erase-all-shared" } else { "erase-all" };
            options.push((EVERYTHING.to_owned(), say(key)));
        }
        options.push((NOTHING.to_owned(), say("erase-keep")));
        let text = say(match asked.wish {
            WhichWish::Change => "change-which",
            WhichWish::Erase => "erase-which",
        });
        let question = Question {
            step: asked.wish.name().to_owned(),
            ask: "confirm".to_owned(),
            options,
            listed: true,
            ..Question::default()
        };
        let lang = asked.lang.clone();
        draft.say(Message { lang, text, question: Some(question), hint: None });
        draft.memory.which = Some(asked);
        Ok(())
    }

    /// The reply to the list. False if it was not asked, or is not what this answers.
    pub(super) fn take_which_reply(
        &self,
        draft: &mut Draft<'_>,
        text: &str,
    ) -> Result<bool, Refused> {
        let Some(asked) = draft.memory.which.take() else { return Ok(false) };
        let all = asked.submissions.len();
        let most = all + 1 + usize::from(asked.wish == WhichWish::Erase);
        let chosen = match self.number_in(draft, &asked.lang, most, text) {
            understand::Reading::Value { value: Value::Choice { option }, .. }
            | understand::Reading::Confirm { value: Value::Choice { option }, .. } => {
                match option.parse::<usize>().map_or(most, |n| n.saturating_sub(1)) {
                    at if at < all => Chosen::Answer(at),
                    at if at == all && asked.wish == WhichWish::Erase => Chosen::Everything,
                    _ => Chosen::Nothing,
                }
            }
            understand::Reading::Word(Word::Back | Word::Skip) => Chosen::Nothing,
            understand::Reading::Word(Word::Help | Word::Repeat) => {
                self.ask_which(draft, asked)?;
                return Ok(true);
            }
            understand::Reading::Word(_) | understand::Reading::Danger => return Ok(false),
            // Asked twice, these words belong to something else.
            _ if asked.again => return Ok(false),
            _ => {
                draft.keep_words();
                self.ask_which(draft, WhichAsked { again: true, ..asked })?;
                return Ok(true);
            }
        };
        if draft.is_unproven() {
            // The list stays as it was, for whoever asked for it.
            draft.say(self.plain(&asked.lang, "mail-prove", &[]));
            draft.memory.which = Some(asked);
            return Ok(true);
        }
        self.do_as_chosen(draft, &asked, &chosen)?;
        Ok(true)
    }

    /// A button of the list. One of an older list names its answer itself, so that it never means another one.
    pub(super) fn take_which_tap(
        &self,
        draft: &mut Draft<'_>,
        question: &str,
        tapped: &str,
    ) -> Result<bool, Refused> {
        // A button under a list of what to change must not take anything back.
        let this = draft.memory.which.as_ref().is_some_and(|asked| asked.wish.name() == question);
        let Some(asked) = draft.memory.which.take_if(|_| this) else { return Ok(false) };
        let place = asked.submissions.iter().position(|submission| code(submission) == tapped);
        let chosen = match (place, tapped) {
            (Some(at), _) => Chosen::Answer(at),
            (None, EVERYTHING) if asked.wish == WhichWish::Erase => Chosen::Everything,
            (None, NOTHING) => Chosen::Nothing,
            (None, _) => return Ok(false),
        };
        self.do_as_chosen(draft, &asked, &chosen)?;
        Ok(true)
    }

    /// A number of the list, or what else was said.
    fn number_in(
        &self,
        draft: &Draft<'_>,
        lang: &str,
        most: usize,
        text: &str,
    ) -> understand::Reading {
        let options = (1..=most).map(|n| n.to_string()).collect();
        let question = understand::Question {
            lang,
            step: "",
            ask: &Ask::Choice { options, other: false },
            texts: &NoTexts,
            offered: &[],
            today: super::today(draft.now),
        };
        understand::read(&question, text, &self.lexicon)
    }

    fn do_as_chosen(
        &self,
        draft: &mut Draft<'_>,
        asked: &WhichAsked,
        chosen: &Chosen,
    ) -> Result<(), Refused> {
        let say = |key: &str| message(&asked.lang, self.sentences.say(&asked.lang, key, &[]));
        match chosen {
            Chosen::Everything => {
                draft.erase = true;
                draft.say(say("erased"));
                return Ok(());
            }
            Chosen::Nothing => draft.say(say("erase-kept")),
            Chosen::Answer(at) => {
                let id = asked.submissions.get(*at);
                let standing = self.answers_of(draft)?;
                let found = standing
                    .into_iter()
                    .find(|(_, record)| Some(&record.session.identity.submission) == id);
                match (found, asked.wish) {
                    (Some((campaign, record)), WhichWish::Change) => {
                        return self.change(draft, &campaign, record, None);
                    }
                    (Some((campaign, mut record)), WhichWish::Erase) => {
                        self.withdraw(draft, &campaign, &mut record)?;
                        draft.keep_session(&campaign, &record)?;
                        draft.say(say("withdrawn"));
                    }
                    (None, _) => draft.say(say("change-nothing")),
                }
            }
        }
        self.ask_what_waits(draft)
    }

    /// The question of the conversation that waits, if there still is one.
    pub(super) fn ask_what_waits(&self, draft: &mut Draft<'_>) -> Result<(), Refused> {
        let gone: Vec<String> =
            draft.unit.sessions.iter().map(|stored| stored.submission.clone()).collect();
        let waits = |record: &Record| {
            record.is_open() && !gone.contains(&record.session.identity.submission)
        };
        let Some((campaign, record)) = self.newest_asked(draft.loaded, waits)? else {
            return Ok(());
        };
        if !campaign.is_open(draft.now) {
            return Ok(());
        }
        self.advance(draft, &campaign, record, Act::Repeat, false)
    }
}

/// An answer in the code of a button: the end of its submission's id, short enough for one, told apart by 40 bits.
fn code(submission: &str) -> &str {
    submission.get(submission.len().saturating_sub(8)..).unwrap_or(submission)
}

fn asked(wish: WhichWish, of: &[(Arc<Campaign>, Record)], lang: &str) -> WhichAsked {
    let submissions = of.iter().map(|(_, r)| r.session.identity.submission.clone()).collect();
    WhichAsked { wish, submissions, lang: lang.to_owned(), again: false }
}
