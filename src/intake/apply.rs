//! What the engine decided becomes part of the unit: session, words, events.

use std::collections::BTreeSet;

use jiff::Timestamp;
use majlis_channels::{Message, Refused};
use majlis_flows::{
    Act, Ask, EndedBy, Input, Menu, Say, Sentence, Session, Turn, Value, Word, Yield, language,
    pending, present, step, understand,
};

use super::compose::Writer;
use super::draft::{Draft, message};
use super::flood::Pace;
use super::record::Record;
use super::stop::welcome_all;
use super::{Gateway, SURE};
use crate::campaign::Campaign;
use crate::queue::event::LanguageBy;
use crate::store::KeptBecause;

impl Gateway {
    pub(super) fn advance(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: Record,
        act: Act<'_>,
        first: bool,
    ) -> Result<(), Refused> {
        let turn = self.step(campaign, &record, act, draft.now);
        self.apply(draft, campaign, record, turn, first)
    }

    pub(super) fn step(
        &self,
        campaign: &Campaign,
        record: &Record,
        act: Act<'_>,
        now: Timestamp,
    ) -> Turn {
        let input = self.input(campaign, act, now);
        step(&campaign.flow, record.session.clone(), input, now)
    }

    /// What the engine is given of a campaign with an act.
    pub(super) fn input<'a>(
        &'a self,
        campaign: &'a Campaign,
        act: Act<'a>,
        now: Timestamp,
    ) -> Input<'a> {
        Input {
            act,
            lexicon: &self.lexicon,
            texts: &campaign.words,
            offered: &campaign.languages,
            today: super::today(now),
        }
    }

    /// Takes over what the engine decided. `first` adds how to stop.
    pub(super) fn apply(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        mut record: Record,
        turn: Turn,
        first: bool,
    ) -> Result<(), Refused> {
        if self.asks_for_proof(draft, &record, &turn) {
            return Ok(());
        }
        if let Some(inbound) = draft.inbound {
            record.heard_from(inbound);
            record.who = draft.elsewhere();
            if given(&turn.session) != given(&record.session) {
                record.sender = record.sender.max(inbound.sender);
            }
        }
        record.partial_text |= draft.partial;
        record.soft_limited |= draft.pace != Pace::Usual;
        let other = self.other_language(draft, campaign, &record, &turn);
        let page = draft.way.manner().page;
        let long = too_long(campaign, &record.session, &turn.session) && !page;
        let asked = std::mem::replace(&mut record.session, turn.session).at;
        if record.session.menu == Some(Menu::Erase) && !page {
            // Whoever gave several answers is asked of all of them.
            record.session.menu = None;
            draft.keep_session(campaign, &record)?;
            return self.erase_which(draft, &record.session.lang);
        }
        if let Some(inbound) = draft.inbound.filter(|_| !first) {
            record.note_words(inbound, asked.as_deref(), draft.now);
        }
        let (mut before, mut extra) = (Vec::new(), Vec::new());
        let mut say = turn.say;
        let mut ended = None;
        for event in turn.yields {
            match event {
                Yield::Ended(by) => ended = Some(by),
                Yield::OptedOut | Yield::OptedOutOfAll => {
                    let all = event == Yield::OptedOutOfAll;
                    let present = &record.session.identity.submission;
                    let told =
                        self.stop(draft, Some(campaign), present, all, &record.session.lang)?;
                    say.retain(|say| *say != Say::Gateway(Sentence::Stopped));
                    extra.push(told);
                }
                Yield::Language(lang) => {
                    record.lang_by = LanguageBy::Chosen;
                    draft.unit.resident.lang = Some(lang);
                    draft.memory.own_language = true;
                }
                Yield::Withdraw => {
                    self.withdraw(draft, campaign, &mut record)?;
                    extra.push(self.sentences.say(&record.session.lang, "withdrawn", &[]));
                }
                Yield::EraseAll => {
                    draft.erase = true;
                    extra.push(self.sentences.say(&record.session.lang, "erased", &[]));
                }
                Yield::Danger => {
                    record.emergency = true;
                    draft.keep_words_because(KeptBecause::Danger);
                }
                Yield::Unheard(words) => draft.keep(KeptBecause::NotUnderstood, &words),
                Yield::Word(Word::Link) => {
                    let lang = record.session.lang.clone();
                    self.answer_link(draft, &lang)?;
                }
                Yield::Word(word) => {
                    if word == Word::Start {
                        welcome_all(draft);
                    }
                    before.push(self.word_sentence(draft, campaign, &record, &word)?);
                }
            }
        }
        let lang = record.session.lang.clone();
        draft.unit.resident.lang.get_or_insert_with(|| lang.clone());
        let writer = Writer { campaign, sentences: &self.sentences, kind: &draft.way.kind };
        if let Some(mut message) = writer.message(&record.session, &say, first) {
            if long {
                let kept = self.sentences.say(&lang, "kept-long", &[]);
                message.text = format!("{kept}\n{}", message.text);
            }
            if message.question.is_some() {
                record.asked_at = Some(draft.now);
                if let Some(other) = other {
                    record.switch_offered = true;
                    offer(&mut message, &self.sentences.say(&other, "switch-offer", &[]));
                }
            }
            if !before.is_empty() {
                message.text = format!("{}\n{}", before.join("\n"), message.text);
                before.clear();
            }
            draft.say(message);
        }
        for text in before.into_iter().chain(extra) {
            draft.say(message(&lang, text));
        }
        if let Some(by) = ended {
            self.submit(draft, campaign, &mut record, by)?;
        }
        draft.keep_session(campaign, &record)?;
        let over = !record.waits() && !draft.stops;
        if over && !draft.erase { self.ask_next(draft, &record) } else { Ok(()) }
    }

    /// The language these words are surely written in, if it is another one that the campaign offers: it is
    /// proposed once, where the resident has not chosen. Only free words tell; an option in another
    /// language was understood.
    fn other_language(
        &self,
        draft: &Draft<'_>,
        campaign: &Campaign,
        record: &Record,
        turn: &Turn,
    ) -> Option<String> {
        let words = draft.said_text()?;
        let before = &record.session;
        if record.switch_offered
            || record.lang_by == LanguageBy::Chosen
            || turn.session.lang != before.lang
            || !(asks_for_words(campaign, before) || turn.session.misses > before.misses)
        {
            return None;
        }
        let allow: Vec<&str> = campaign.languages.iter().map(String::as_str).collect();
        let found = language::detect(words, &allow)?;
        // One word in Latin letters, said twice or not, is of many languages.
        if found.script == "Latn" && different_words(words) < 2 {
            return None;
        }
        let other = found.lang != before.lang && found.confidence >= SURE;
        (other && self.sentences.has(found.lang)).then(|| found.lang.to_owned())
    }

    /// One conversation ended and another one still waits: its question is put next.
    fn ask_next(&self, draft: &mut Draft<'_>, ended: &Record) -> Result<(), Refused> {
        if draft.inbound.is_none() || draft.way.manner().page {
            return Ok(());
        }
        let (now, kind) = (draft.now, draft.way.kind.clone());
        let ended = &ended.session.identity.submission;
        let next = self.newest_asked(draft.loaded, |record| {
            record.is_open() && record.kind == kind && record.session.identity.submission != *ended
        })?;
        let Some((campaign, mut record)) = next.filter(|(campaign, _)| campaign.is_open(now))
        else {
            return Ok(());
        };
        if let Some(message) = self.reminding(&campaign, &record, false) {
            record.asked_at = Some(now);
            draft.say(message);
            draft.keep_session(&campaign, &record)?;
        }
        Ok(())
    }

    /// "You have not finished: …", and the question that waits.
    pub(super) fn reminding(
        &self,
        campaign: &Campaign,
        record: &Record,
        with_stop: bool,
    ) -> Option<Message> {
        let lang = record.session.lang.as_str();
        let says: Vec<_> = pending(&campaign.flow, &record.session).into_iter().collect();
        let writer = Writer { campaign, sentences: &self.sentences, kind: &record.kind };
        let mut message = writer.message(&record.session, &says, false)?;
        let title = campaign.words.title(lang);
        let reminder = self.sentences.say(lang, "reminder", &[("title", title)]);
        message.text = format!("{reminder}\n{}", message.text);
        if with_stop {
            offer(&mut message, &self.sentences.say(lang, "reminder-stop", &[]));
        }
        Some(message)
    }

    /// An unsubscribe button was pressed: as STOP ALL, but nothing is said back.
    pub(super) fn opt_out(&self, draft: &mut Draft<'_>) -> Result<(), Refused> {
        self.stop_all(draft, "")
    }

    /// Whoever cannot be known changes, withdraws and erases nothing: asked to say it again in answer to a letter
    /// that goes to the address alone. True if that is so. STOP needs no proof.
    fn asks_for_proof(&self, draft: &mut Draft<'_>, record: &Record, turn: &Turn) -> bool {
        let touches = |session: &Session| session.menu.is_some() || session.reopened.is_some();
        let takes = |event: &Yield| matches!(event, Yield::Withdraw | Yield::EraseAll);
        let stop = |event: &Yield| matches!(event, Yield::OptedOut | Yield::OptedOutOfAll);
        let stops = turn.yields.iter().any(stop);
        let asks = draft.is_unproven()
            && !stops
            && (touches(&record.session)
                || touches(&turn.session)
                || turn.yields.iter().any(takes));
        if asks {
            draft.say(self.plain(&record.session.lang, "mail-prove", &[]));
        }
        asks
    }

    /// Ends a session from outside; a question of ours about an ended one is let go of.
    pub(super) fn close(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        mut record: Record,
        by: EndedBy,
    ) -> Result<(), Refused> {
        let turn = self.step(campaign, &record, Act::Close(by), draft.now);
        // The list that was asked last is let go of, and with it what a bare number would mean.
        if record.session.menu.is_some() {
            record.asked_at = None;
        }
        record.session = turn.session;
        record.session.menu = None;
        if turn.yields.contains(&Yield::Ended(by)) {
            self.submit(draft, campaign, &mut record, by)?;
        }
        draft.keep_session(campaign, &record)
    }

    /// The campaign closed while the session was open.
    pub(super) fn close_late(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: Record,
    ) -> Result<(), Refused> {
        let lang = record.session.lang.clone();
        if let Some(text) = draft.said_text() {
            match self.lexicon.universal(text, Some(&lang)) {
                Some(word) if word.always_holds() => {
                    return self.advance(draft, campaign, record, Act::Said(text), false);
                }
                _ if self.lexicon.speaks_of_danger(text) => {
                    self.answer_danger(draft, &lang);
                }
                _ => draft.keep_words(),
            }
        } else {
            draft.keep_words();
        }
        // What was finished before and only being changed stands as it was.
        let changing = record.session.reopened.is_some();
        let key = if changing { "change-closed" } else { "campaign-closed" };
        draft.say(self.plain(&lang, key, &[]));
        self.close(draft, campaign, record, EndedBy::CampaignClosed)
    }
}

/// What was answered so far, in any way.
fn given(session: &Session) -> Vec<(&str, Option<&Value>, Option<&str>)> {
    let answers = session.answers.iter();
    answers
        .filter(|answer| answer.value.is_some() || answer.raw.is_some())
        .map(|answer| (answer.step.as_str(), answer.value.as_ref(), answer.raw.as_deref()))
        .collect()
}

/// Does the question that waits want words of the resident's own?
pub(super) fn asks_for_words(campaign: &Campaign, session: &Session) -> bool {
    let step = present(&campaign.flow, session);
    step.is_some_and(|step| matches!(step.ask, Some(Ask::Text { .. } | Ask::Place | Ask::File)))
}

/// How many words there are, each counted once.
fn different_words(text: &str) -> usize {
    let folded = understand::fold(text);
    let words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1);
    words.collect::<BTreeSet<_>>().len()
}

/// Has this turn brought a text longer than its question takes? It is kept whole.
fn too_long(campaign: &Campaign, before: &Session, after: &Session) -> bool {
    after.answers.iter().any(|answer| {
        let step = campaign.flow.step(&answer.step);
        let most = step.and_then(|step| match &step.ask {
            Some(Ask::Text { max_chars }) => Some(*max_chars),
            _ => None,
        });
        let Some((most, Value::Text { text })) = most.zip(answer.value.as_ref()) else {
            return false;
        };
        text.chars().count() > most
            && before.answer(&answer.step).is_none_or(|known| known.value != answer.value)
    })
}

/// Adds a sentence to a message's last line.
fn offer(message: &mut Message, sentence: &str) {
    message.hint = Some(match message.hint.take() {
        Some(hint) => format!("{hint} {sentence}"),
        None => sentence.to_owned(),
    });
}
