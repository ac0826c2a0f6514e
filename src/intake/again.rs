//! Those who were here before: somebody new at the same phone, somebody who comes back after days, somebody who
//! wants an answer changed or taken back.

use majlis_channels::{Addresses, Entry, Message, Question, Refused, Wish};
use majlis_flows::{Act, Ask, EndedBy, Say, Sentence, Texts, Value, Word, understand};

use super::Gateway;
use super::apply::asks_for_words;
use super::compose::with_room;
use super::draft::{Draft, message};
use super::record::Record;
use super::turn::{new_record, read};
use crate::campaign::Campaign;
use crate::queue::event::LanguageBy;
use crate::residents::memory::PersonAsked;

impl Gateway {
    /// A keyword from where somebody took part already: done, unless it may be another person.
    pub(super) fn was_here(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &Record,
        lang: &str,
    ) -> Result<(), Refused> {
        let people = draft.way.manner().addresses == Addresses::People;
        if campaign.several_people && people {
            let asked =
                PersonAsked { campaign: campaign.id.clone(), lang: lang.to_owned(), again: false };
            self.ask_person(draft, asked);
        } else {
            let receipt = &record.session.identity.receipt;
            self.say_done(draft, lang, receipt);
        }
        Ok(())
    }

    /// "You already took part", and how to change it where there is room for that.
    fn say_done(&self, draft: &mut Draft<'_>, lang: &str, receipt: &str) {
        let done = self.plain(lang, "campaign-done", &[("receipt", receipt)]);
        draft.say(with_room(done, &self.sentences.say(lang, "change-how", &[])));
    }

    fn ask_person(&self, draft: &mut Draft<'_>, asked: PersonAsked) {
        let say = |key: &str| self.sentences.say(&asked.lang, key, &[]);
        let question = Question {
            ask: "confirm".to_owned(),
            options: vec![
                ("yes".to_owned(), say("new-person-yes")),
                ("no".to_owned(), say("new-person-no")),
            ],
            listed: true,
            ..Question::default()
        };
        let text = say("new-person");
        let lang = asked.lang.clone();
        draft.say(Message { lang, text, question: Some(question), hint: None });
        draft.memory.person = Some(asked);
    }

    /// The reply to "is this a new person?". False if that was not asked, or is not what this answers.
    pub(super) fn take_person_reply(
        &self,
        draft: &mut Draft<'_>,
        text: &str,
    ) -> Result<bool, Refused> {
        let Some(asked) = draft.memory.person.take() else { return Ok(false) };
        let Some(campaign) = self.catalogue.campaign(&asked.campaign) else { return Ok(false) };
        let newest = draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        let Some(stored) = newest.filter(|_| campaign.is_open(draft.now)) else { return Ok(false) };
        let ask = Ask::YesNo { unsure: false };
        let question = understand::Question {
            lang: &asked.lang,
            step: "",
            ask: &ask,
            texts: &NoTexts,
            offered: &campaign.languages,
            today: super::today(draft.now),
        };
        let answer = match understand::read(&question, text, &self.lexicon) {
            understand::Reading::Value { value: Value::Answer { answer }, .. }
            | understand::Reading::Confirm { value: Value::Answer { answer }, .. } => answer,
            understand::Reading::Word(Word::Help | Word::Repeat) => {
                self.ask_person(draft, asked);
                return Ok(true);
            }
            understand::Reading::Word(_) | understand::Reading::Danger => return Ok(false),
            _ if asked.again => "no".to_owned(),
            _ => {
                draft.keep_words();
                self.ask_person(draft, PersonAsked { again: true, ..asked });
                return Ok(true);
            }
        };
        if answer == "yes" {
            let by = LanguageBy::Remembered;
            let mut record = new_record(draft, campaign, &asked.lang, by, Entry::Keyword)?;
            record.shared = true;
            self.begin_new(draft, campaign, record, "")?;
        } else {
            let receipt = &read(stored)?.session.identity.receipt;
            self.say_done(draft, &asked.lang, receipt);
        }
        Ok(true)
    }

    /// Words that name nothing, of somebody whose conversation ran out of time: it goes on. A clear answer is
    /// taken; any other words are kept for a person, and the question is put again. False if there is none.
    pub(super) fn come_back(&self, draft: &mut Draft<'_>, text: &str) -> Result<bool, Refused> {
        let kind = draft.way.kind.clone();
        let timed_out = |record: &Record| {
            record.ended_by() == Some(EndedBy::Timeout) && !record.withdrawn && record.kind == kind
        };
        let found = self.newest_asked(draft.loaded, timed_out)?;
        let Some((campaign, record)) = found.filter(|(campaign, _)| campaign.is_open(draft.now))
        else {
            return Ok(false);
        };
        let resumed = self.step(&campaign, &record, Act::Resume, draft.now);
        // Was something else asked last (which answer to change?), a number means that.
        if record.asked_at.is_some() && !asks_for_words(&campaign, &resumed.session) {
            let waiting = Record { session: resumed.session.clone(), ..record.clone() };
            let mut answered = self.step(&campaign, &waiting, Act::Said(text), draft.now);
            let step = resumed.session.at.as_deref().unwrap_or_default();
            if answered.session.answer(step).is_some_and(|answer| answer.value.is_some()) {
                answered.say.insert(0, Say::Gateway(Sentence::Resumed));
                self.apply(draft, &campaign, record, answered, false)?;
                return Ok(true);
            }
        }
        draft.keep_words();
        self.apply(draft, &campaign, record, resumed, true)?;
        Ok(true)
    }

    /// CHANGE of one campaign's answer.
    pub(super) fn change(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: Record,
        step: Option<&str>,
    ) -> Result<(), Refused> {
        if !campaign.is_open(draft.now) {
            draft.say(self.plain(&record.session.lang, "change-closed", &[]));
            return Ok(());
        }
        self.advance(draft, campaign, record, Act::Change(step), false)
    }

    /// A button of the private page. Whoever has its link is who gave the answer.
    pub(super) fn take_wish(
        &self,
        draft: &mut Draft<'_>,
        id: &str,
        wish: &Wish,
    ) -> Result<(), Refused> {
        let campaign = self.known(id)?;
        let newest = draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        let Some(stored) = newest else {
            let lang = campaign.language(draft.page_language()).to_owned();
            draft.say(self.plain(&lang, "erase-nothing", &[]));
            return Ok(());
        };
        let mut record = read(stored)?;
        let lang = record.session.lang.clone();
        match wish {
            Wish::Change(step) => {
                let step = Some(step.as_str()).filter(|step| !step.is_empty());
                return self.change(draft, &campaign, record, step);
            }
            Wish::Withdraw if record.withdrawn => {}
            Wish::Withdraw => {
                self.withdraw(draft, &campaign, &mut record)?;
                draft.keep_session(&campaign, &record)?;
            }
            Wish::Erase => draft.erase = true,
            Wish::GoOn => return self.show_code_on_page(draft, &lang),
        }
        let key = if draft.erase { "erased" } else { "withdrawn" };
        draft.say(message(&lang, self.sentences.say(&lang, key, &[])));
        Ok(())
    }

    /// Danger outside of any question: the words of the entity this resident spoke with last, else of the first.
    pub(super) fn answer_danger(&self, draft: &mut Draft<'_>, lang: &str) {
        draft.keep_words_because(crate::store::KeptBecause::Danger);
        let last = draft.loaded.sessions.first();
        let last = last.and_then(|stored| self.catalogue.campaign(&stored.campaign));
        let entity = last
            .and_then(|campaign| self.catalogue.entity(&campaign.entity))
            .or_else(|| self.catalogue.entities().next());
        let emergency = entity.map(|entity| entity.emergency.clone()).unwrap_or_default();
        let text = emergency.text(lang).map_or_else(
            || self.sentences.say(lang, "emergency", &[("number", &emergency.number)]),
            str::to_owned,
        );
        draft.say(message(lang, text));
    }
}

/// "Is this a new person?" has no words of a campaign.
pub(super) struct NoTexts;

impl Texts for NoTexts {
    fn option(&self, _: &str, _: &str, _: &str) -> Option<&str> {
        None
    }
}
