//! What comes from chat apps beside words: buttons that stay, edits, links, places.

use std::sync::Arc;

use majlis_channels::Refused;
use majlis_flows::{Act, Ask, EndedBy, present};

use super::Gateway;
use super::draft::{Draft, message};
use super::record::Record;
use super::stop::welcome_all;
use super::turn::read;
use crate::campaign::Campaign;
use crate::campaign::catalogue::Called;
use crate::store::KeptBecause;

impl Gateway {
    /// A button under one of our questions, perhaps one of last year.
    pub(super) fn take_tap(
        &self,
        draft: &mut Draft<'_>,
        session: &str,
        step: &str,
        value: &str,
    ) -> Result<(), Refused> {
        let lang = self.reply_language(draft, "", false);
        if session.is_empty() {
            return self.take_own_tap(draft, &lang, step, value);
        }
        let own = draft.loaded.sessions.iter().find(|own| own.submission.ends_with(session));
        let found = match own {
            Some(stored) => self.catalogue.campaign(&stored.campaign).zip(Some(read(stored)?)),
            None => None,
        };
        let Some((campaign, mut record)) = found else {
            if draft.loaded.resident.opted_out.is_some() {
                draft.say(self.plain(&lang, "still-stopped", &[]));
                return Ok(());
            }
            draft.say(message(&lang, self.menu(&lang, draft.now)));
            return Ok(());
        };
        // What was finished is changed or taken back also after STOP.
        let own_wish = record.session.reopened.is_some() || record.session.menu.is_some();
        if draft.loaded.resident.is_silent_for(&campaign.entity) && !own_wish {
            let told = self.stopped_sentence(draft, &campaign.entity, &lang);
            draft.say(message(&lang, told));
            return Ok(());
        }
        if !campaign.is_open(draft.now) && !record.takes_back() {
            if record.is_open() {
                return self.close_late(draft, campaign, record);
            }
            draft.say(self.plain(&record.session.lang, "campaign-closed", &[]));
            return Ok(());
        }
        if record.ended_by() == Some(EndedBy::Timeout) && !record.withdrawn {
            // The question waited for days: it goes on, as if nothing had been.
            record.session = self.step(campaign, &record, Act::Resume, draft.now).session;
        }
        let turn = self.step(campaign, &record, Act::Tapped { step, value }, draft.now);
        if turn.say.is_empty() && turn.yields.is_empty() {
            // The second tap of two.
            return Ok(());
        }
        self.apply(draft, campaign, record, turn, false)
    }

    /// A button under a question of the gateway's own: "is this a new person?", "which answer?".
    fn take_own_tap(
        &self,
        draft: &mut Draft<'_>,
        lang: &str,
        question: &str,
        value: &str,
    ) -> Result<(), Refused> {
        // In digits, which mean the same in every language.
        let done = match value {
            "yes" => self.take_person_reply(draft, "1")?,
            "no" => self.take_person_reply(draft, "2")?,
            answer => self.take_which_tap(draft, question, answer)?,
        };
        if !done {
            draft.say(self.plain(lang, "already-answered", &[]));
        }
        Ok(())
    }

    /// A link or QR code: `park-hours`, `park-hours_ar`, `PARK`; nothing at all is a greeting.
    pub(super) fn take_link(&self, draft: &mut Draft<'_>, to: &str) -> Result<(), Refused> {
        let (name, named) = to.rsplit_once('_').map_or((to, None), |(name, lang)| {
            (name, Some(lang).filter(|lang| self.sentences.has(lang)))
        });
        let name = if named.is_some() { name } else { to };
        if let Some(campaign) = self.catalogue.campaign(name) {
            let app = draft.page_language();
            let offered = |lang: &&str| campaign.languages.iter().any(|own| own == lang);
            let one = named.or(app).filter(offered).map(|lang| vec![lang.to_owned()]);
            let languages = one.as_ref().unwrap_or(&campaign.languages);
            return self.begin(draft, &Called { campaign, languages, rest: "" });
        }
        if let Some(called) = self.catalogue.called(name).filter(|called| called.rest.is_empty()) {
            return self.begin(draft, &called);
        }
        welcome_all(draft);
        let known = draft.loaded.resident.lang.as_deref().or(draft.page_language());
        let lang = known.filter(|lang| self.sentences.has(lang)).unwrap_or(&self.settings.language);
        let welcome = self.sentences.say(lang, "started", &[]);
        draft.say(message(lang, format!("{welcome}\n{}", self.menu(lang, draft.now))));
        Ok(())
    }

    /// An edited message changes the answer it gave, while the campaign is open. One that gave none is kept.
    pub(super) fn take_edit(
        &self,
        draft: &mut Draft<'_>,
        of: &str,
        text: &str,
    ) -> Result<(), Refused> {
        let word = self.lexicon.universal(text, draft.loaded.resident.lang.as_deref());
        if word.is_some_and(|word| word.always_holds()) || self.lexicon.speaks_of_danger(text) {
            return self.take_text(draft, text);
        }
        for stored in &draft.loaded.sessions {
            let Some(campaign) = self.catalogue.campaign(&stored.campaign) else { continue };
            let record = read(stored)?;
            let Some(step) = spoken_to(&record, of) else { continue };
            let resident = &draft.loaded.resident;
            if record.withdrawn || resident.is_silent_for(&campaign.entity) {
                break;
            }
            if !campaign.is_open(draft.now) {
                draft.keep_words();
                draft.say(self.plain(&record.session.lang, "change-closed", &[]));
                return Ok(());
            }
            return self.answer_anew(draft, campaign, record, &step, text);
        }
        self.set_aside(draft, text);
        Ok(())
    }

    /// CHANGE of this step, and at once the words for it.
    fn answer_anew(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: Record,
        step: &str,
        text: &str,
    ) -> Result<(), Refused> {
        if record.session.answer(step).is_none() {
            // It was not understood, and its question still waits; or nothing came of it at all.
            if record.session.at.as_deref() == Some(step) {
                return self.advance(draft, campaign, record, Act::Said(text), false);
            }
            self.set_aside(draft, text);
            return Ok(());
        }
        let mut asked = record.clone();
        asked.session = self.step(campaign, &record, Act::Change(Some(step)), draft.now).session;
        let turn = self.step(campaign, &asked, Act::Said(text), draft.now);
        self.apply(draft, campaign, record, turn, false)
    }

    /// A place on the map answers a question for a place, and nothing else: elsewhere it is not kept.
    pub(super) fn take_place(
        &self,
        draft: &mut Draft<'_>,
        lat: i32,
        lon: i32,
    ) -> Result<(), Refused> {
        match self.waiting(draft, |ask| matches!(ask, Ask::Place))? {
            Some((campaign, record, true)) => {
                let words = format!("{:.3}, {:.3}", degrees(lat), degrees(lon));
                self.advance(draft, &campaign, record, Act::Said(&words), false)
            }
            Some((campaign, record, false)) => {
                self.advance(draft, &campaign, record, Act::Repeat, false)
            }
            None => self.greet(draft, "not-understood"),
        }
    }

    /// Kept for a person; never an answer.
    pub(super) fn set_aside(&self, draft: &mut Draft<'_>, words: &str) {
        let lang = self.reply_language(draft, words, false);
        draft.keep_words_because(KeptBecause::NotUnderstood);
        let stopped = draft.loaded.resident.opted_out.is_some();
        let key = if stopped { "still-stopped" } else { "kept-for-person" };
        draft.say(self.plain(&lang, key, &[]));
    }

    /// The open session whose question was put last, and whether it asks what is wanted.
    pub(super) fn waiting(
        &self,
        draft: &Draft<'_>,
        wanted: impl Fn(&Ask) -> bool,
    ) -> Result<Option<(Arc<Campaign>, Record, bool)>, Refused> {
        if draft.loaded.resident.opted_out.is_some() {
            return Ok(None);
        }
        let open = self.open_session(draft)?.filter(|(campaign, _)| campaign.is_open(draft.now));
        Ok(open.map(|(campaign, record)| {
            let step = present(&campaign.flow, &record.session);
            let fits = step.and_then(|step| step.ask.as_ref()).is_some_and(wanted);
            let fits = fits && record.session.menu.is_none();
            (campaign, record, fits)
        }))
    }

    /// Outside of a conversation: a sentence, and what one can take part in.
    pub(super) fn greet(&self, draft: &mut Draft<'_>, key: &str) -> Result<(), Refused> {
        let lang = self.reply_language(draft, "", false);
        let text = if draft.loaded.resident.opted_out.is_some() {
            self.sentences.say(&lang, "still-stopped", &[])
        } else {
            let first = self.sentences.say(&lang, key, &[]);
            format!("{first}\n{}", self.menu(&lang, draft.now))
        };
        draft.say(message(&lang, text));
        Ok(())
    }
}

/// The step that the message of this id spoke to: the one it answered, before the one it was asked at.
fn spoken_to(record: &Record, of: &str) -> Option<String> {
    let steps = || record.said.iter().filter(|(_, id)| *id == of).map(|(step, _)| step);
    let answered = steps().find(|step| record.session.answer(step).is_some());
    answered.or_else(|| steps().next()).cloned()
}

fn degrees(thousandths: i32) -> f64 {
    f64::from(thousandths) / 1000.0
}
