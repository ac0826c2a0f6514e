//! One message's turn: which campaign, which session, what it causes.

use std::sync::Arc;

use jiff::Timestamp;
use majlis_channels::{Content, Entry, Inbound, Message, Refused};
use majlis_flows::{Act, EndedBy, Identity, Input, Session, Turn, Word, Yield, step};

use super::Gateway;
use super::compose::Writer;
use super::draft::{Draft, Planned};
use super::record::Record;
use crate::campaign::Campaign;
use crate::campaign::catalogue::Called;
use crate::queue::event::LanguageBy;
use crate::store::{KeptBecause, Loaded};

impl Gateway {
    /// Works out what a message causes. Pure but for new ids.
    pub(crate) fn plan(
        &self,
        inbound: &Inbound,
        loaded: &Loaded,
        id_conflict: bool,
        now: Timestamp,
    ) -> Result<Planned, Refused> {
        let mut draft = Draft::new(inbound, loaded, id_conflict, now);
        match &inbound.content {
            _ if id_conflict => self.keep_conflict(&mut draft)?,
            Content::Text(text) if inbound.from.can_be_answered() => {
                self.take_text(&mut draft, text)?;
            }
            // A short code or a name is no person's phone: kept for a person, never answered.
            Content::Text(text) => draft.keep(KeptBecause::NotUnderstood, text),
            Content::Form { campaign, step, value, skip } => {
                self.take_form(&mut draft, campaign, Act::Picked { step, value, skip: *skip })?;
            }
        }
        draft.finish()
    }

    /// Words as typed: a campaign's keyword, an answer, a universal word, or something for a person to read.
    pub(super) fn take_text(&self, draft: &mut Draft<'_>, text: &str) -> Result<(), Refused> {
        let open = self.open_session(draft)?;
        let called = self.catalogue.called(text);
        match (called, open) {
            // In a conversation only the bare keyword starts another one: an answer may begin with it.
            (Some(called), open) if called.rest.is_empty() || open.is_none() => {
                self.begin(draft, &called)
            }
            (_, Some((campaign, record))) if !campaign.is_open(draft.now) => {
                self.close_late(draft, &campaign, record)
            }
            (_, Some((campaign, record))) => {
                self.advance(draft, &campaign, record, Act::Said(text), false)
            }
            (_, None) => self.take_word(draft, text),
        }
    }

    /// The open session that was heard from last, with its campaign.
    fn open_session(&self, draft: &Draft<'_>) -> Result<Option<(Arc<Campaign>, Record)>, Refused> {
        let newest = draft
            .loaded
            .sessions
            .iter()
            .filter(|stored| stored.open)
            .filter_map(|stored| Some((self.catalogue.campaign(&stored.campaign)?, stored)))
            .max_by_key(|(_, stored)| stored.updated_at);
        let Some((campaign, stored)) = newest else { return Ok(None) };
        Ok(Some((campaign.clone(), Record::read(stored).map_err(|e| unavailable(&e))?)))
    }

    /// A keyword was sent: begin, go on, or say that it was done already.
    fn begin(&self, draft: &mut Draft<'_>, called: &Called<'_>) -> Result<(), Refused> {
        let campaign = called.campaign;
        draft.unit.resident.opted_out = None;
        if !called.rest.is_empty() {
            // Unless they turn out to be an answer, the words behind the keyword are a person's to read.
            draft.keep_words();
        }
        if !campaign.is_open(draft.now) {
            let lang = campaign.language(draft.loaded.resident.lang.as_deref()).to_owned();
            draft.say(self.plain(&lang, "campaign-closed", &[]));
            return Ok(());
        }
        let (lang, by) = choose_language(called, draft.loaded.resident.lang.as_deref());
        let newest = draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        if let Some(stored) = newest {
            let mut record = Record::read(stored).map_err(|e| unavailable(&e))?;
            if record.is_open() {
                record.session.lang = lang;
                record.lang_by = by;
                return self.advance(draft, campaign, record, Act::Repeat, true);
            }
            if record.ended_by() == Some(EndedBy::Finished) && !campaign.repeat {
                let receipt = &record.session.identity.receipt;
                draft.say(self.plain(&lang, "campaign-done", &[("receipt", receipt)]));
                return Ok(());
            }
        }
        let record = new_record(draft, campaign, &lang, by, Entry::Keyword)?;
        let begun = self.step(draft, campaign, &record, Act::Begin);
        // What follows the keyword is taken as the first answer only if it clearly is one.
        if !called.rest.is_empty() {
            let mut tried = record.clone();
            tried.session.clone_from(&begun.session);
            let answered = self.step(draft, campaign, &tried, Act::Said(called.rest));
            if answered.session.answers.iter().any(|answer| answer.value.is_some()) {
                draft.unit.message.keep = None;
                return self.apply(draft, campaign, record, answered, true);
            }
        }
        self.apply(draft, campaign, record, begun, true)
    }

    /// A form page: it names its campaign and step itself.
    fn take_form(&self, draft: &mut Draft<'_>, id: &str, act: Act<'_>) -> Result<(), Refused> {
        let campaign = self
            .catalogue
            .campaign(id)
            .ok_or_else(|| Refused::Nonsense(format!("there is no campaign `{id}`")))?
            .clone();
        let newest = draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        let known = match newest {
            Some(stored) => Some(Record::read(stored).map_err(|e| unavailable(&e))?),
            None => None,
        };
        if !campaign.is_open(draft.now) {
            if let Some(record) = known.filter(Record::is_open) {
                return self.close_late(draft, &campaign, record);
            }
            if let Act::Picked { value, .. } = act {
                draft.keep(KeptBecause::NotUnderstood, value);
            }
            let lang = campaign.language(draft.inbound.lang.as_deref()).to_owned();
            draft.say(self.plain(&lang, "campaign-closed", &[]));
            return Ok(());
        }
        let record = if let Some(mut record) = known {
            if let Some(chosen) = &draft.inbound.lang
                && campaign.languages.contains(chosen)
                && *chosen != record.session.lang
            {
                record.session.lang.clone_from(chosen);
                record.lang_by = LanguageBy::Chosen;
            }
            record
        } else {
            let lang = campaign.language(draft.inbound.lang.as_deref());
            let mut record = new_record(draft, &campaign, lang, LanguageBy::Chosen, Entry::Web)?;
            record.session = self.step(draft, &campaign, &record, Act::Begin).session;
            record
        };
        self.advance(draft, &campaign, record, act, false)
    }

    fn advance(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: Record,
        act: Act<'_>,
        first: bool,
    ) -> Result<(), Refused> {
        let turn = self.step(draft, campaign, &record, act);
        self.apply(draft, campaign, record, turn, first)
    }

    fn step(&self, draft: &Draft<'_>, campaign: &Campaign, record: &Record, act: Act<'_>) -> Turn {
        let input = Input {
            act,
            lexicon: &self.lexicon,
            texts: &campaign.words,
            offered: &campaign.languages,
            today: super::today(draft.now),
        };
        step(&campaign.flow, record.session.clone(), input, draft.now)
    }

    /// Takes over what the engine decided: session, words, events.
    fn apply(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        mut record: Record,
        turn: Turn,
        first: bool,
    ) -> Result<(), Refused> {
        record.heard_from(draft.inbound);
        record.session = turn.session;
        let mut extra = Vec::new();
        let mut ended = None;
        for event in turn.yields {
            match event {
                Yield::Ended(by) => ended = Some(by),
                Yield::OptedOut => self.stop_all(draft, &record)?,
                Yield::Language(lang) => {
                    record.lang_by = LanguageBy::Chosen;
                    draft.unit.resident.lang = Some(lang);
                }
                // Sessions that are taken back, and words of danger: see `residents`.
                Yield::Withdraw | Yield::EraseAll | Yield::Danger => {}
                Yield::Word(word) => extra.push(self.word_sentence(draft, &record, &word)),
            }
        }
        draft.unit.resident.lang.get_or_insert_with(|| record.session.lang.clone());
        let writer = Writer { campaign, sentences: &self.sentences, kind: draft.inbound.kind };
        if let Some(message) = writer.message(&record.session, &turn.say, first) {
            draft.say(message);
        }
        for text in extra {
            draft.say(Message {
                lang: record.session.lang.clone(),
                text,
                question: None,
                hint: None,
            });
        }
        if let Some(by) = ended {
            self.submit(draft, campaign, &mut record, by)?;
        }
        draft.keep_session(campaign, &record)?;
        Ok(())
    }

    /// STOP ends every conversation, and what was answered in each is handed on as partial.
    fn stop_all(&self, draft: &mut Draft<'_>, present: &Record) -> Result<(), Refused> {
        draft.unit.resident.opted_out = Some(draft.now);
        let present = &present.session.identity.submission;
        let others = draft
            .loaded
            .sessions
            .iter()
            .filter(|stored| stored.open && stored.submission != *present);
        for stored in others {
            let Some(campaign) = self.catalogue.campaign(&stored.campaign) else { continue };
            let mut record = Record::read(stored).map_err(|e| unavailable(&e))?;
            record.session = self.step(draft, campaign, &record, Act::Close(EndedBy::Stop)).session;
            self.submit(draft, campaign, &mut record, EndedBy::Stop)?;
            draft.keep_session(campaign, &record)?;
        }
        Ok(())
    }

    /// The campaign closed while the session was open.
    fn close_late(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        mut record: Record,
    ) -> Result<(), Refused> {
        if let Content::Text(text) = &draft.inbound.content
            && self.lexicon.universal(text, Some(&record.session.lang)) == Some(Word::Stop)
        {
            return self.advance(draft, campaign, record, Act::Said(text), false);
        }
        let turn = self.step(draft, campaign, &record, Act::Close(EndedBy::CampaignClosed));
        record.session = turn.session;
        draft.keep_words();
        draft.say(self.plain(&record.session.lang, "campaign-closed", &[]));
        self.submit(draft, campaign, &mut record, EndedBy::CampaignClosed)?;
        draft.keep_session(campaign, &record)?;
        Ok(())
    }
}

fn new_record(
    draft: &Draft<'_>,
    campaign: &Campaign,
    lang: &str,
    by: LanguageBy,
    entry: Entry,
) -> Result<Record, Refused> {
    let receipt = crate::ids::receipt().map_err(|error| Refused::Unavailable(error.to_string()))?;
    let identity = Identity { submission: crate::ids::ulid(), receipt };
    let mut record = Record {
        session: Session::begin(&campaign.flow, identity, lang, draft.now),
        entry,
        kind: String::new(),
        channel: String::new(),
        provider: None,
        lang_by: by,
        revision: 0,
        last_event: None,
    };
    record.heard_from(draft.inbound);
    Ok(record)
}

/// The keyword's language, unless the word is the same in the language the resident used before.
fn choose_language(called: &Called<'_>, remembered: Option<&str>) -> (String, LanguageBy) {
    let fits = |lang: &str| called.languages.iter().any(|own| own == lang);
    match remembered {
        Some(lang) if fits(lang) => (lang.to_owned(), LanguageBy::Remembered),
        _ => {
            let lang = called
                .campaign
                .languages
                .iter()
                .find(|lang| fits(lang))
                .or_else(|| called.languages.first());
            (lang.cloned().unwrap_or_default(), LanguageBy::Keyword)
        }
    }
}

pub(super) fn unavailable(error: &super::record::Unreadable) -> Refused {
    Refused::Unavailable(error.to_string())
}
