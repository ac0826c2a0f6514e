//! Events as the gateway writes them, for tests.

use jiff::Timestamp;
use majlis_channels::{Address, Entry};
use majlis_flows::{Answer, AnswerStatus, EndedBy, Flow, Kind, ReadAs, Status, Value};

use super::event::{
    self, Action, Assurance, Language, LanguageBy, NotCounted, Participant, Submission,
};
use crate::ids;
use crate::store::NewEvent;

/// Not a secret of anybody.
pub(crate) const SECRET: &[u8] = b"a secret of thirty-two bytes ...";

pub(crate) fn moment() -> Timestamp {
    "2026-06-03T08:00:05Z".parse().unwrap()
}

/// A flow of this kind; its steps do not matter to an event.
pub(crate) fn flow(kind: Kind) -> Flow {
    Flow { id: "sample".into(), version: 1, kind, title: "Sample".into(), steps: Vec::new() }
}

/// An answer that was understood.
pub(crate) fn answered(step: &str, ask: &str, value: Value) -> Answer {
    Answer {
        step: step.into(),
        ask: ask.into(),
        status: AnswerStatus::Answered,
        value: Some(value),
        raw: Some("٢".into()),
        files: Vec::new(),
        order: Vec::new(),
        read_as: Some(ReadAs::Digit),
        confidence: Some(1.0),
        attempts: 1,
        at: Some(moment()),
    }
}

/// The text of a complete event without `sequence`.
pub(crate) fn write(
    id: &str,
    entity: &str,
    kind: Kind,
    answers: &[Answer],
    because: Option<NotCounted>,
) -> String {
    let who = Address::phone("+971500000001").unwrap();
    let (submission, receipt, flow) = (ids::ulid(), ids::receipt().unwrap(), flow(kind));
    let data = Submission {
        submission: &submission,
        revision: 1,
        action: Action::Recorded,
        kind,
        status: Status::Complete,
        ended_by: EndedBy::Finished,
        supersedes: None,
        receipt: &receipt,
        entity,
        campaign: "park-hours",
        campaign_revision: 1,
        approval: None,
        flow: &flow.name(),
        template: "park-hours@3",
        channel: "sms",
        channel_id: "short-code",
        provider: None,
        entry: Entry::Keyword,
        participant: Participant {
            key: event::participant_key(SECRET, "park-hours", &who),
            assurance: Assurance::Reachable,
            channels: vec!["sms"],
        },
        language: Language { used: "ar", by: LanguageBy::Keyword, detected: None },
        consent: None,
        answers,
        idea: event::idea(&flow, "Shade", answers),
        feedback: event::feedback(&flow, "The bus", answers),
        counts: because.is_none(),
        not_counted_because: because,
        flags: because.map(|_| "id_conflict").into_iter().collect(),
        started_at: moment(),
        completed_at: moment(),
    };
    event::write(id, "/majlis/gw-1", moment(), &data).unwrap()
}

/// A poll's event, ready to be appended.
pub(crate) fn new_event(entity: &str) -> NewEvent {
    let id = ids::ulid();
    let choice = answered("choice", "choice", Value::Choice { option: "later".into() });
    let body = write(&id, entity, Kind::Poll, &[choice], None);
    NewEvent { id, entity: entity.into(), campaign: "park-hours".into(), body }
}
