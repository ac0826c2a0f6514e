//! Which step comes next: the order of a flow, with its conditions.

use crate::flow::{Flow, Step};
use crate::session::{Answer, AnswerStatus, Session, Value};

/// Whether a step's conditions hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Applies {
    Yes,
    No,
    /// A step it depends on was not reached.
    Open,
}

/// Does the step apply, by the answers so far?
pub(super) fn applies(step: &Step, answers: &[Answer]) -> Applies {
    let mut open = false;
    for (id, codes) in &step.when {
        match answers.iter().find(|answer| answer.step == *id) {
            Some(answer) if answer.status == AnswerStatus::NotReached => open = true,
            Some(answer) => {
                let given = answer.value.as_ref().map(named).unwrap_or_default();
                if !given.iter().any(|code| codes.contains(code)) {
                    return Applies::No;
                }
            }
            None => open = true,
        }
    }
    if open { Applies::Open } else { Applies::Yes }
}

/// The codes by which `when` names a value; of a ranking, the best.
fn named(value: &Value) -> Vec<String> {
    match value {
        Value::Choice { option } => vec![option.clone()],
        Value::Other { .. } => vec!["other".to_owned()],
        Value::Choices { options } => options.clone(),
        Value::Ranking { ranking } => ranking.iter().take(1).cloned().collect(),
        Value::Answer { answer } => vec![answer.clone()],
        Value::Reaction { reaction, .. } => vec![reaction.clone()],
        Value::Rating { score, .. } => vec![score.to_string()],
        Value::Points { .. }
        | Value::Number { .. }
        | Value::Date { .. }
        | Value::Point { .. }
        | Value::Text { .. }
        | Value::Files { .. } => Vec::new(),
    }
}

/// A step's place in the flow; a step that is no longer in it stands at the end.
pub(super) fn place(flow: &Flow, id: &str) -> usize {
    flow.steps.iter().position(|step| step.id == id).unwrap_or(usize::MAX)
}

/// The first question that applies and has no answer.
pub(super) fn next<'f>(flow: &'f Flow, session: &Session) -> Option<&'f Step> {
    flow.steps.iter().find(|step| {
        step.ask.is_some()
            && session.answer(&step.id).is_none()
            && applies(step, &session.answers) == Applies::Yes
    })
}

/// Puts an answer at its place in the order of the flow, instead of an earlier one to the same step.
pub(super) fn put(flow: &Flow, session: &mut Session, answer: Answer) {
    session.answers.retain(|other| other.step != answer.step);
    let place_of = place(flow, &answer.step);
    let at = session.answers.partition_point(|other| place(flow, &other.step) < place_of);
    session.answers.insert(at, answer);
}

/// Takes out answers whose question no longer applies; they depend on one that changed.
pub(super) fn prune(flow: &Flow, session: &mut Session) {
    loop {
        let gone = session.answers.iter().position(|answer| {
            flow.step(&answer.step)
                .is_some_and(|step| applies(step, &session.answers) != Applies::Yes)
        });
        match gone {
            Some(at) => {
                session.answers.remove(at);
            }
            None => return,
        }
    }
}

/// The questions that stay open when a session ends early.
pub(super) fn not_reached<'f>(flow: &'f Flow, session: &Session) -> Vec<&'f Step> {
    flow.steps
        .iter()
        .filter(|step| {
            step.ask.is_some()
                && session.answer(&step.id).is_none()
                && applies(step, &session.answers) != Applies::No
        })
        .collect()
}
