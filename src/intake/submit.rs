//! A session that ended becomes a submission event.

use std::borrow::Cow;

use majlis_channels::{Address, KINDS, Kind, Proof, Refused, fit};
use majlis_flows::{Answer, AnswerStatus, EndedBy, Identity, Session, Status, Value, language};

use super::Gateway;
use super::draft::{Draft, no_form};
use super::record::Record;
use super::turn::read;
use crate::campaign::Campaign;
use crate::ids;
use crate::queue::event::{
    self, Action, Consent, Detected, Language, NotCounted, Participant, Submission,
};
use crate::residents::pii;
use crate::store::{KeptBecause, NewEvent};

impl Gateway {
    /// Adds the event of a session that just ended. One that ended early without an answer has none.
    pub(super) fn submit(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &mut Record,
        by: EndedBy,
    ) -> Result<(), Refused> {
        // Consent alone answers nothing.
        let answered =
            |answer: &Answer| answer.status == AnswerStatus::Answered && answer.ask != "consent";
        let anything = record.session.answers.iter().any(answered);
        // What was handed on before (a time-out, an answer that is now changed) is replaced.
        let done = if record.revision == 0 { Action::Recorded } else { Action::Corrected };
        let (action, status) = match by {
            EndedBy::Finished => (done, Status::Complete),
            EndedBy::Declined | EndedBy::UnderAge => (done, Status::Refused),
            _ if anything => (Action::Partial, Status::Partial),
            _ => return Ok(()),
        };
        let because = under_review(&record.session, status);
        let outcome = Outcome { action, status, by, because };
        if by == EndedBy::Finished {
            record.duplicate &= record.invitation.is_none();
            self.claim_invitation(draft, campaign, record)?;
        }
        self.append(draft, campaign, record, &outcome)
    }

    /// Hands on again what was handed on before, as it now is: under another key, or no longer counted.
    pub(super) fn restate(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &mut Record,
    ) -> Result<(), Refused> {
        let status = record.session.status().unwrap_or(Status::Partial);
        let by = record.ended_by().unwrap_or(EndedBy::Finished);
        let because = under_review(&record.session, status);
        let outcome = Outcome { action: Action::Corrected, status, by, because };
        self.append(draft, campaign, record, &outcome)
    }

    /// The submission no longer counts: told to consumers, if they know of it, and its answers are let go of.
    pub(super) fn withdraw(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &mut Record,
    ) -> Result<(), Refused> {
        record.withdrawn = true;
        record.session.answers.clear();
        record.session.menu = None;
        if let Some(ended) = record.session.reopened.take() {
            record.session.ended = Some(ended);
        }
        let (by, _) = *record.session.ended.get_or_insert((EndedBy::Stop, draft.now));
        record.session.at = None;
        if record.revision == 0 {
            return Ok(());
        }
        let status = record.session.status().unwrap_or(Status::Partial);
        let because = Some(NotCounted::Withdrawn);
        let outcome = Outcome { action: Action::Withdrawn, status, by, because };
        self.append(draft, campaign, record, &outcome)
    }

    /// The same provider's id came with other content: kept beside the first as an answer nobody counts.
    pub(super) fn keep_conflict(&self, draft: &mut Draft<'_>) -> Result<(), Refused> {
        draft.keep_words_because(KeptBecause::IdConflict);
        let words =
            draft.words().map(Cow::into_owned).or_else(|| draft.brings_files().then(String::new));
        let Some(words) = words else { return Ok(()) };
        // STOP works in every state, also in this one.
        let lang = draft.loaded.resident.lang.clone();
        let word = self.lexicon.universal(&words, lang.as_deref());
        if word.is_some_and(|word| word.stops()) {
            return self.take_text(draft, &words);
        }
        // The message belongs to the campaign this resident wrote to last, or to the one it calls itself.
        let newest = draft.loaded.sessions.iter().max_by_key(|stored| stored.updated_at);
        let Some(stored) = newest else { return Ok(()) };
        let Some(campaign) = self.catalogue.campaign(&stored.campaign) else { return Ok(()) };
        let known = read(stored)?;
        let step = known
            .session
            .at
            .as_deref()
            .or_else(|| known.session.answers.last().map(|answer| answer.step.as_str()));
        let Some(step) = step.and_then(|step| campaign.flow.step(step)) else { return Ok(()) };
        let receipt = ids::receipt().map_err(|error| Refused::Unavailable(error.to_string()))?;
        let identity = Identity { submission: ids::ulid(), receipt };
        let mut session = Session::begin(&campaign.flow, identity, &known.session.lang, draft.now);
        session.answers.push(Answer {
            step: step.id.clone(),
            ask: step.ask.as_ref().map_or("text", |ask| ask.name()).to_owned(),
            status: AnswerStatus::Unclear,
            value: None,
            raw: (!words.is_empty()).then_some(words),
            files: draft.brought(),
            order: Vec::new(),
            read_as: None,
            confidence: None,
            attempts: 1,
            at: Some(draft.now),
        });
        session.at = None;
        session.ended = Some((EndedBy::Finished, draft.now));
        let mut record = Record { session, revision: 0, last_event: None, ..known };
        if let Some(inbound) = draft.inbound {
            record.heard_from(inbound);
            record.who = draft.elsewhere();
        }
        let outcome = Outcome {
            action: Action::Recorded,
            status: Status::Partial,
            by: EndedBy::Finished,
            because: Some(NotCounted::IdConflict),
        };
        // This session is not kept, but its event names them.
        draft.note_files(campaign, &record, None)?;
        self.append(draft, campaign, &mut record, &outcome)
    }

    fn append(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &mut Record,
        outcome: &Outcome,
    ) -> Result<(), Refused> {
        let id = ids::ulid();
        let session = &record.session;
        let title = &fit::without_isolates(campaign.words.title(&session.lang));
        let unclear = session.answers.iter().any(|answer| answer.status == AnswerStatus::Unclear);
        let mut flags = Vec::new();
        if outcome.because == Some(NotCounted::IdConflict) {
            flags.push("id_conflict");
        } else if unclear {
            flags.push("unclear");
        }
        if record.emergency {
            flags.push("emergency");
        }
        if record.partial_text {
            flags.push("partial_text");
        }
        if record.shared {
            flags.push("shared_address");
        }
        if record.soft_limited {
            flags.push("soft_limited");
        }
        flags.extend(pii::flags(&session.answers));
        if record.sender != Proof::Proven {
            flags.push("unverified_sender");
        }
        let disowned = (record.sender == Proof::Disowned).then_some(NotCounted::UnderReview);
        let duplicate = record.duplicate.then_some(NotCounted::DuplicatePerson);
        let because = outcome.because.or(duplicate).or(disowned);
        let kinds = kinds(&draft.loaded.addresses, &record.kind);
        let submission = Submission {
            submission: &session.identity.submission,
            revision: record.revision + 1,
            action: outcome.action,
            kind: campaign.flow.kind,
            status: outcome.status,
            ended_by: outcome.by,
            supersedes: record.last_event.as_deref(),
            receipt: &session.identity.receipt,
            entity: &campaign.entity,
            campaign: &campaign.id,
            campaign_revision: campaign.revision,
            approval: campaign.approval.as_deref(),
            flow: &session.flow,
            template: &campaign.template,
            channel: &record.kind,
            channel_id: &record.channel,
            provider: record.provider.as_deref(),
            entry: record.entry,
            participant: Participant {
                key: event::participant_key(
                    self.settings.secret.expose().as_bytes(),
                    &campaign.id,
                    draft.own_address(),
                ),
                assurance: record.assurance(draft.loaded.addresses.len() > 1),
                channels: kinds,
            },
            language: Language {
                used: &session.lang,
                by: record.lang_by,
                detected: detected(session, &campaign.languages),
            },
            consent: consent(session, &campaign.template),
            answers: &session.answers,
            idea: event::idea(&campaign.flow, title, &session.answers),
            feedback: event::feedback(&campaign.flow, title, &session.answers),
            counts: because.is_none() && outcome.status != Status::Refused,
            not_counted_because: because,
            flags,
            started_at: session.started_at,
            completed_at: draft.now,
        };
        let body = event::write(&id, &self.settings.source, draft.now, &submission)
            .map_err(|error| no_form(&error))?;
        draft.unit.events.push(NewEvent {
            id: id.clone(),
            entity: campaign.entity.clone(),
            campaign: campaign.id.clone(),
            body,
        });
        draft.submitted.push((campaign.id.clone(), outcome.action.name()));
        record.revision += 1;
        record.last_event = Some(id);
        Ok(())
    }
}

/// Nothing but words that were not understood: a person decides.
fn under_review(session: &Session, status: Status) -> Option<NotCounted> {
    let anything = session
        .answers
        .iter()
        .any(|answer| answer.status == AnswerStatus::Answered && answer.ask != "consent");
    let unclear = session.answers.iter().any(|answer| answer.status == AnswerStatus::Unclear);
    (status == Status::Complete && !anything && unclear).then_some(NotCounted::UnderReview)
}

/// The channel kinds of a resident's addresses, the one of this session among them, each once. Where several kinds share
/// an address it is that of this session, or the first.
fn kinds<'a>(addresses: &[Address], own: &'a str) -> Vec<&'a str> {
    let mut kinds = vec![own];
    for address in addresses {
        let scheme = address.scheme();
        let first = KINDS.iter().find(|kind| kind.scheme == scheme);
        let other = first.filter(|_| Kind::of(own).scheme != scheme).map(|kind| kind.name);
        kinds.extend(other.filter(|kind| !kinds.contains(kind)));
    }
    kinds.sort_unstable();
    kinds
}

/// How a submission ended.
struct Outcome {
    action: Action,
    status: Status,
    by: EndedBy,
    because: Option<NotCounted>,
}

/// The consent this session gave.
fn consent<'a>(session: &'a Session, notice: &'a str) -> Option<Consent<'a>> {
    session.answers.iter().find_map(|answer| match &answer.value {
        Some(Value::Answer { answer: yes }) if answer.ask == "consent" && yes == "yes" => {
            Some(Consent { notice, lang: &session.lang, at: answer.at? })
        }
        _ => None,
    })
}

/// What detection says of the resident's own words, if any were free text.
fn detected(session: &Session, offered: &[String]) -> Option<Detected> {
    let words = session
        .answers
        .iter()
        .filter(|answer| answer.ask == "text")
        .find_map(|answer| answer.raw.as_deref())?;
    let allow: Vec<&str> = offered.iter().map(String::as_str).collect();
    let found = language::detect(words, &allow)?;
    Some(Detected {
        lang: found.lang.to_owned(),
        script: found.script.to_owned(),
        confidence: (f64::from(found.confidence) * 100.0).round() / 100.0,
        romanised: found.romanised,
    })
}
