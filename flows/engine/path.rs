//! Which step comes next: the order of a flow, with its conditions and branches.

use crate::flow::{Flow, Step, Target};
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
            Some(answer) if !gave_one_of(answer, codes) => return Applies::No,
            Some(_) => {}
            None => open = true,
        }
    }
    if open { Applies::Open } else { Applies::Yes }
}

fn gave_one_of(answer: &Answer, codes: &[String]) -> bool {
    named(answer).iter().any(|code| codes.contains(code))
}

/// The codes by which `when` and `goto` name a value; of a ranking, the best.
fn named(answer: &Answer) -> Vec<String> {
    match &answer.value {
        Some(Value::Choice { option }) => vec![option.clone()],
        Some(Value::Other { .. }) => vec!["other".to_owned()],
        Some(Value::Choices { options }) => options.clone(),
        Some(Value::Ranking { ranking }) => ranking.iter().take(1).cloned().collect(),
        Some(Value::Answer { answer }) => vec![answer.clone()],
        Some(Value::Reaction { reaction, .. }) => vec![reaction.clone()],
        Some(Value::Rating { score, .. }) => vec![score.to_string()],
        Some(
            Value::Points { .. }
            | Value::Number { .. }
            | Value::Date { .. }
            | Value::Point { .. }
            | Value::Text { .. }
            | Value::Files { .. },
        )
        | None => Vec::new(),
    }
}

/// A step's place in the flow; a step that is no longer in it stands at the end.
pub(super) fn place(flow: &Flow, id: &str) -> usize {
    flow.steps.iter().position(|step| step.id == id).unwrap_or(usize::MAX)
}

/// The way that the answers lead: every step that was said or answered, and the question that is open.
pub(super) struct Way<'f> {
    pub(super) passed: Vec<&'f Step>,
    pub(super) open: Option<&'f Step>,
}

/// Follows the answers from the first step. Targets only lead forward, so it ends.
pub(super) fn way<'f>(flow: &'f Flow, answers: &[Answer]) -> Way<'f> {
    let mut way = Way { passed: Vec::new(), open: None };
    let mut at = 0;
    while let Some(step) = flow.steps.get(at) {
        if applies(step, answers) != Applies::Yes {
            at += 1;
            continue;
        }
        let answer = answers.iter().find(|answer| answer.step == step.id);
        let open = answer.is_none_or(|answer| answer.status == AnswerStatus::NotReached);
        if step.ask.is_some() && open {
            way.open = Some(step);
            return way;
        }
        way.passed.push(step);
        at = match target(step, answer) {
            None => at + 1,
            Some(Target::End) => return way,
            // A file that leads back was refused; should one get here, it goes on.
            Some(Target::Step(id)) => place(flow, id).max(at + 1),
        };
    }
    way
}

pub(super) fn target<'f>(step: &'f Step, answer: Option<&Answer>) -> Option<&'f Target> {
    let codes = answer.map(named).unwrap_or_default();
    let branch = step.goto.iter().find(|(code, _)| codes.contains(code)).map(|(_, target)| target);
    branch.or(step.next.as_ref())
}

/// The first question that applies and has no answer.
pub(super) fn next<'f>(flow: &'f Flow, session: &Session) -> Option<&'f Step> {
    way(flow, &session.answers).open
}

/// Puts an answer at its place in the order of the flow, instead of an earlier one to the same step.
pub(super) fn put(flow: &Flow, session: &mut Session, answer: Answer) {
    session.answers.retain(|other| other.step != answer.step);
    let place_of = place(flow, &answer.step);
    let at = session.answers.partition_point(|other| place(flow, &other.step) < place_of);
    session.answers.insert(at, answer);
}

/// Takes out answers that the way no longer passes: they depend on one that changed. Those that lie beyond
/// the open question stay while it is open, as its answer may lead to them.
pub(super) fn prune(flow: &Flow, session: &mut Session) {
    let way = way(flow, &session.answers);
    let open = way.open.map_or(usize::MAX, |step| place(flow, &step.id));
    let passed: Vec<&str> = way.passed.iter().map(|step| step.id.as_str()).collect();
    let beyond = |step: &Step, answers: &[Answer]| {
        place(flow, &step.id) > open && applies(step, answers) != Applies::No
    };
    let answers = session.answers.clone();
    session.answers.retain(|answer| {
        // An answer to a step that a newer flow no longer has is the resident's all the same.
        flow.step(&answer.step)
            .is_none_or(|step| passed.contains(&answer.step.as_str()) || beyond(step, &answers))
    });
}

/// The questions that stay open when a session ends early.
pub(super) fn not_reached<'f>(flow: &'f Flow, session: &Session) -> Vec<&'f Step> {
    let open = next(flow, session).map_or(usize::MAX, |step| place(flow, &step.id));
    let steps = flow.steps.iter().enumerate().skip(open.min(flow.steps.len()));
    steps
        .map(|(_, step)| step)
        .filter(|step| {
            step.ask.is_some()
                && session.answer(&step.id).is_none()
                && applies(step, &session.answers) != Applies::No
        })
        .collect()
}
