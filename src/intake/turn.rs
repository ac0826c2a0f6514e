//! One message's turn: which campaign, which session, what it causes.

use std::sync::Arc;

use jiff::Timestamp;
use majlis_channels::{Address, Content, Entry, Inbound, Refused, Replies};
use majlis_flows::{Act, Answer, EndedBy, Filled, Identity, ReadAs, Session, Yield, language};
use sha2::{Digest, Sha256};

use super::Gateway;
use super::draft::{Arrival, Draft, Planned};
use super::flood::Pace;
use super::record::Record;
use super::stop::welcome;
use crate::campaign::Campaign;
use crate::campaign::catalogue::Called;
use crate::queue::event::LanguageBy;
use crate::store::{KeptBecause, Loaded, StoredSession};

impl Gateway {
    /// Works out what a message causes. Pure but for new ids.
    pub(crate) fn plan(
        &self,
        inbound: &Inbound,
        loaded: &Loaded,
        arrival: &Arrival,
        now: Timestamp,
    ) -> Result<Planned, Refused> {
        let mut draft = Draft::new(inbound, loaded, arrival, now);
        match &inbound.content {
            // That wish counts, whatever id it came with.
            content if arrival.id_conflict && *content != Content::OptOut => {
                self.keep_conflict(&mut draft)?;
            }
            content => self.take(&mut draft, inbound, content)?,
        }
        self.slow_down(&mut draft);
        draft.finish()
    }

    pub(super) fn take(
        &self,
        draft: &mut Draft<'_>,
        inbound: &Inbound,
        content: &Content,
    ) -> Result<(), Refused> {
        match content {
            Content::Text(text) if inbound.from.can_be_answered() => self.take_text(draft, text),
            // A short code or a name is no person's phone: kept for a person, never answered.
            Content::Text(text) => {
                draft.keep(KeptBecause::NotUnderstood, text);
                Ok(())
            }
            // It waits in the memory for the others.
            Content::Part { .. } => Ok(()),
            Content::Form { campaign, step, value, skip } => {
                self.take_form(draft, campaign, Act::Picked { step, value, skip: *skip })
            }
            Content::Sheet { campaign, answers, as_is } => {
                let answers: Vec<Filled<'_>> = answers.iter().map(of_sheet).collect();
                self.take_form(draft, campaign, Act::Filled { answers: &answers, as_is: *as_is })
            }
            Content::Wish { campaign, wish } => self.take_wish(draft, campaign, wish),
            Content::Hello { again } => self.take_hello(draft, *again),
            Content::OptOut => self.opt_out(draft),
            Content::Button { session, step, value } => self.take_tap(draft, session, step, value),
            Content::Link(to) => match draft.invited.take() {
                Some(invited) => self.take_invited(draft, &invited),
                None => self.take_link(draft, to),
            },
            Content::Edited { of, text } => self.take_edit(draft, of, text),
            Content::Place { lat, lon } => self.take_place(draft, *lat, *lon),
            Content::Files(files) => self.take_files(draft, files),
            Content::Contact(_) => {
                if let Some(code) = draft.code.take() {
                    self.take_code(draft, code);
                }
                Ok(())
            }
            Content::Untaken(words) => self.take_untaken(draft, words),
            Content::Aside(words) => {
                self.set_aside(draft, words);
                Ok(())
            }
        }
    }

    /// Who sends more than a person does gets no answer to each: one that says so, once. What they said has its
    /// effect all the same. What is the answer to a request is always shown; STOP is always confirmed, and
    /// danger always answered.
    fn slow_down(&self, draft: &mut Draft<'_>) {
        let stopped = draft.stops && draft.loaded.resident.opted_out.is_none();
        let danger = matches!(draft.unit.message.keep, Some((KeptBecause::Danger, _)));
        let shown = draft.way.manner().replies == Replies::Shown;
        if draft.pace == Pace::Usual || shown || stopped || danger {
            return;
        }
        draft.messages.clear();
        if draft.pace == Pace::TooFast {
            let lang = draft.unit.resident.lang.clone();
            let lang = lang.unwrap_or_else(|| self.settings.language.clone());
            draft.say(self.plain(&lang, "slow-down", &[]));
        }
    }

    /// Words as typed: a campaign's keyword, an answer, a universal word, or something for a person to read.
    pub(super) fn take_text(&self, draft: &mut Draft<'_>, text: &str) -> Result<(), Refused> {
        if let Some(code) = draft.code.take() {
            self.take_code(draft, code);
            return Ok(());
        }
        if let Some(invited) = draft.invited.take() {
            return self.take_invited(draft, &invited);
        }
        let called = self.catalogue.called(text);
        let keyword = called.as_ref().is_some_and(|called| called.rest.is_empty());
        if !keyword
            && (self.take_person_reply(draft, text)? || self.take_which_reply(draft, text)?)
        {
            return Ok(());
        }
        (draft.memory.person, draft.memory.which) = (None, None);
        let open = self.open_session(draft)?;
        if !keyword && self.take_words_to_a_person(draft, text, open.is_some())? {
            return Ok(());
        }
        // Outside of a conversation a keyword may stand among kind words: there is no answer it could be part of.
        let bare = self.lexicon.without_courtesy(text);
        let called = match called {
            Some(called) if keyword => Some(called),
            called if open.is_none() => {
                let kindly = self.catalogue.called(&bare).filter(|called| called.rest.is_empty());
                kindly.or(called).or_else(|| self.catalogue.almost_called(&bare))
            }
            called => called,
        };
        match (called, open) {
            // In a conversation only the bare keyword starts another one: an answer may begin with it.
            (Some(called), open) if keyword || open.is_none() => self.begin(draft, &called),
            (_, Some((campaign, record)))
                if !campaign.is_open(draft.now) && !record.takes_back() =>
            {
                self.close_late(draft, &campaign, record)
            }
            (_, Some((campaign, record))) => {
                self.advance(draft, &campaign, record, Act::Said(text), false)
            }
            (_, None) => self.take_word(draft, text),
        }
    }

    /// The session whose message is answered, where that is known and it waits; else the one whose question was put
    /// last: a bare answer belongs to it.
    pub(super) fn open_session(
        &self,
        draft: &Draft<'_>,
    ) -> Result<Option<(Arc<Campaign>, Record)>, Refused> {
        let answered = draft.answers.as_deref().and_then(|id| self.catalogue.campaign(id));
        let stored = answered.and_then(|campaign| {
            draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id)
        });
        if let (Some(campaign), Some(stored)) = (answered, stored) {
            let record = read(stored)?;
            if record.waits() {
                return Ok(Some((campaign.clone(), record)));
            }
        }
        self.newest_asked(draft.loaded, |record| record.waits())
    }

    /// The session among those wanted whose question was put last, with its campaign.
    pub(super) fn newest_asked(
        &self,
        loaded: &Loaded,
        wanted: impl Fn(&Record) -> bool,
    ) -> Result<Option<(Arc<Campaign>, Record)>, Refused> {
        let mut newest: Option<(Timestamp, Arc<Campaign>, Record)> = None;
        for stored in &loaded.sessions {
            let Some(campaign) = self.catalogue.campaign(&stored.campaign) else { continue };
            let record = read(stored)?;
            let asked = record.asked_at.unwrap_or(stored.updated_at);
            if wanted(&record) && newest.as_ref().is_none_or(|(at, ..)| asked > *at) {
                newest = Some((asked, campaign.clone(), record));
            }
        }
        Ok(newest.map(|(_, campaign, record)| (campaign, record)))
    }

    /// A keyword was sent: begin, go on, or say that it was done already.
    pub(super) fn begin(&self, draft: &mut Draft<'_>, called: &Called<'_>) -> Result<(), Refused> {
        let campaign = called.campaign;
        welcome(draft, campaign);
        if !called.rest.is_empty() {
            // Unless they turn out to be an answer, the words behind the keyword are a person's to read.
            draft.keep_words();
        }
        let (lang, by) = choose_language(called, draft);
        if !campaign.is_open(draft.now) {
            draft.say(self.plain(&lang, shut(campaign, draft.now), &[]));
            return Ok(());
        }
        let newest = draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        if let Some(stored) = newest {
            let mut record = read(stored)?;
            let over = record.withdrawn || record.ended_by() == Some(EndedBy::Finished);
            if !over && record.invitation.is_none() {
                // The token came in the middle: what goes on is by invitation from now on.
                record.invitation.clone_from(&draft.invitation);
            }
            match record.ended_by() {
                None => {
                    record.session.lang = lang;
                    record.lang_by = by;
                    return self.advance(draft, campaign, record, Act::Repeat, true);
                }
                _ if record.withdrawn => {}
                Some(EndedBy::Timeout | EndedBy::Stop) => {
                    record.session.lang = lang;
                    record.lang_by = by;
                    record.reopen_stopped();
                    return self.advance(draft, campaign, record, Act::Resume, true);
                }
                Some(EndedBy::Finished) if !campaign.repeat => {
                    self.adopt_invitation(draft, campaign, &mut record, stored.updated_at)?;
                    return self.was_here(draft, campaign, &record, &lang);
                }
                Some(_) => {}
            }
        }
        // What names a campaign on a line or page was chosen from its list.
        let shown = draft.way.manner().replies == Replies::Shown;
        let entry = match draft.inbound.map(|inbound| &inbound.content) {
            Some(Content::Link(_)) if shown => Entry::Menu,
            _ => Entry::Keyword,
        };
        let record = new_record(draft, campaign, &lang, by, entry)?;
        self.begin_new(draft, campaign, record, called.rest)
    }

    /// The first question. What follows the keyword counts as its answer only if it is one beyond doubt, as a position
    /// is: nobody was shown yet what they answer.
    pub(super) fn begin_new(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: Record,
        rest: &str,
    ) -> Result<(), Refused> {
        let begun = self.step(campaign, &record, Act::Begin, draft.now);
        if !rest.is_empty() {
            let mut tried = record.clone();
            tried.session.clone_from(&begun.session);
            let answered = self.step(campaign, &tried, Act::Said(rest), draft.now);
            let valued = answered.session.answers.iter().any(beyond_doubt);
            if valued || answered.yields.contains(&Yield::Danger) {
                draft.unit.message.keep = None;
                return self.apply(draft, campaign, record, answered, true);
            }
        }
        self.apply(draft, campaign, record, begun, true)
    }

    /// A form page: it names its campaign and step itself.
    pub(super) fn take_form(
        &self,
        draft: &mut Draft<'_>,
        id: &str,
        act: Act<'_>,
    ) -> Result<(), Refused> {
        let campaign = self.known(id)?;
        let newest = draft.loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        let known = newest.map(read).transpose()?;
        if !campaign.is_open(draft.now) && !known.as_ref().is_some_and(Record::takes_back) {
            if let Some(record) = known.filter(Record::is_open) {
                return self.close_late(draft, &campaign, record);
            }
            draft.keep_words();
            let lang = campaign.language(draft.page_language()).to_owned();
            draft.say(self.plain(&lang, shut(&campaign, draft.now), &[]));
            return Ok(());
        }
        let record = if let Some(mut record) = known {
            if let Some(chosen) = draft.page_language()
                && campaign.languages.iter().any(|own| own == chosen)
                && *chosen != record.session.lang
            {
                chosen.clone_into(&mut record.session.lang);
                record.lang_by = LanguageBy::Chosen;
            }
            if record.ended_by() == Some(EndedBy::Timeout) && !record.withdrawn {
                // The page was left open for days: it goes on, as if nothing had been.
                record.session = self.step(&campaign, &record, Act::Resume, draft.now).session;
            }
            record
        } else {
            let lang = campaign.language(draft.page_language());
            let mut record = new_record(draft, &campaign, lang, LanguageBy::Chosen, Entry::Web)?;
            record.session.seed = Some(seed_of(&draft.way.who));
            record.session = self.step(&campaign, &record, Act::Begin, draft.now).session;
            record
        };
        self.advance(draft, &campaign, record, act, false)
    }

    /// A campaign that a page names.
    pub(super) fn known(&self, id: &str) -> Result<Arc<Campaign>, Refused> {
        let found = self.catalogue.campaign(id).cloned();
        found.ok_or_else(|| Refused::Nonsense(format!("there is no campaign `{id}`")))
    }
}

/// What the order of shuffled options hangs on for a page that is shown before anything of its resident is kept.
pub(super) fn seed_of(who: &Address) -> String {
    let hash = Sha256::new().chain_update(b"shuffle\0").chain_update(who.as_str()).finalize();
    hex::encode(hash.get(..8).unwrap_or(&hash))
}

/// An answer of a page of several questions, as the engine takes it.
pub(super) fn of_sheet(given: &majlis_channels::Filled) -> Filled<'_> {
    Filled { step: &given.step, value: &given.value }
}

/// An answer to a question that was not shown: a digit, a letter, a number word, an option's whole text.
fn beyond_doubt(answer: &Answer) -> bool {
    let exact = matches!(
        answer.read_as,
        Some(ReadAs::Digit | ReadAs::Letter | ReadAs::Word | ReadAs::OptionText)
    );
    // "Send SHADE and your idea": where words are asked for, they are the answer.
    let words = answer.ask == "text" && answer.read_as == Some(ReadAs::FreeText);
    answer.value.is_some() && (exact || words) && answer.confidence.is_some_and(|sure| sure >= 1.0)
}

/// What to say where a campaign takes no answers now.
fn shut(campaign: &Campaign, now: Timestamp) -> &'static str {
    let early = campaign.opens.is_some_and(|opens| now < opens);
    if early { "campaign-not-open" } else { "campaign-closed" }
}

/// A session as it was kept.
pub(super) fn read(stored: &StoredSession) -> Result<Record, Refused> {
    Record::read(stored).map_err(|error| Refused::Unavailable(error.to_string()))
}

pub(super) fn new_record(
    draft: &Draft<'_>,
    campaign: &Campaign,
    lang: &str,
    by: LanguageBy,
    entry: Entry,
) -> Result<Record, Refused> {
    let receipt = crate::ids::receipt().map_err(|error| Refused::Unavailable(error.to_string()))?;
    let identity = Identity { submission: crate::ids::ulid(), receipt };
    let session = Session::begin(&campaign.flow, identity, lang, draft.now);
    Ok(Record::new(session, entry, by, draft))
}

/// The resident's own wish, if the campaign offers it; else the keyword's language, by what they used before or
/// wrote behind it where the word is the same in several.
fn choose_language(called: &Called<'_>, draft: &Draft<'_>) -> (String, LanguageBy) {
    let fits = |lang: &str| called.languages.iter().any(|own| own == lang);
    let offered = |lang: &str| called.campaign.languages.iter().any(|own| own == lang);
    match draft.loaded.resident.lang.as_deref() {
        Some(lang) if draft.memory.own_language && offered(lang) => {
            (lang.to_owned(), LanguageBy::Remembered)
        }
        Some(lang) if fits(lang) => (lang.to_owned(), LanguageBy::Remembered),
        known => {
            let allow: Vec<&str> = called.languages.iter().map(String::as_str).collect();
            let words = Some(called.rest).filter(|_| known.is_none() && allow.len() > 1);
            if let Some(found) = words.and_then(|words| language::detect(words, &allow))
                && found.confidence >= super::SURE
            {
                return (found.lang.to_owned(), LanguageBy::Detected);
            }
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
