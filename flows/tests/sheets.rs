//! Several questions answered on one sheet.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{act, new_session, parse};
use majlis_flows::{
    Act, AnswerStatus, EndedBy, Filled, Flow, Lack, Say, Session, Turn, Value, Yield, sheet,
};

/// Consent first; a reason that low scores alone are asked for; a branch.
const VISIT: &str = r#"
id = "visit"
version = 1
kind = "feedback"
title = "A sheet"
[[step]]
id = "consent"
ask = "consent"
[[step]]
id = "day"
ask = "date"
[[step]]
id = "between"
say = true
[[step]]
id = "score"
ask = "rating"
[[step]]
id = "reason"
ask = "text"
optional = true
when = { score = ["1", "2"] }
[[step]]
id = "again"
ask = "yes-no"
goto = { no = "end" }
[[step]]
id = "when"
ask = "text"
"#;

fn visit() -> Flow {
    parse("visit", VISIT)
}

fn ids(flow: &Flow, session: &Session) -> Vec<String> {
    sheet(flow, session).iter().map(|step| step.id.clone()).collect()
}

fn ids_of(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn filled<'a>(answers: &'a [(&'a str, &'a str)]) -> Vec<Filled<'a>> {
    answers.iter().map(|(step, value)| Filled { step, value }).collect()
}

fn fill(flow: &Flow, session: Session, answers: &[(&str, &str)], as_is: bool) -> Turn {
    act(flow, session, Act::Filled { answers: &filled(answers), as_is })
}

fn consented(flow: &Flow) -> Session {
    let picked = Act::Picked { step: "consent", value: "yes", skip: false };
    act(flow, new_session(flow), picked).session
}

#[test]
fn a_sheet_ends_where_an_answer_of_its_own_decides() {
    let flow = visit();
    let session = new_session(&flow);
    assert_eq!(ids(&flow, &session), ["consent"], "consent is a question of its own");
    let session = consented(&flow);
    assert_eq!(ids(&flow, &session), ["day", "between", "score"], "the reason hangs on the score");
    let unhappy = fill(&flow, session.clone(), &[("day", "2026-05-04"), ("score", "1")], false);
    assert_eq!(ids(&flow, &unhappy.session), ["reason", "again"]);
    let happy = fill(&flow, session, &[("day", "2026-05-04"), ("score", "5")], false);
    assert_eq!(ids(&flow, &happy.session), ["again"], "`no` ends it, so what follows is not known");
    let more = fill(&flow, happy.session, &[("again", "yes")], false);
    assert_eq!(ids(&flow, &more.session), ["when"]);
    let done = fill(&flow, more.session, &[("when", "in the evening")], false);
    assert!(done.yields.contains(&Yield::Ended(EndedBy::Finished)));
    assert!(ids(&flow, &done.session).is_empty());
}

#[test]
fn a_sheet_gives_the_same_answers_as_its_questions_one_by_one() {
    let flow = visit();
    let answers = [("day", "2026-05-04"), ("score", "2"), ("reason", "too hot"), ("again", "no")];
    let mut single = consented(&flow);
    for (step, value) in answers {
        single = act(&flow, single, Act::Picked { step, value, skip: false }).session;
    }
    let first = fill(&flow, consented(&flow), &answers[..2], false).session;
    // The order in which a browser sends the fields does not matter.
    let second = fill(&flow, first, &[answers[3], answers[2]], false);
    assert_eq!(second.session, single);
    assert_eq!(second.say, [Say::End]);
}

#[test]
fn what_is_right_is_kept_and_what_is_wrong_stays_open() {
    let flow = visit();
    let turn = fill(&flow, consented(&flow), &[("day", "soon-ish"), ("score", "3")], false);
    assert_eq!(turn.session.answer("score").unwrap().status, AnswerStatus::Answered);
    assert_eq!((ids(&flow, &turn.session), turn.session.misses), (ids_of(&["day", "again"]), 0));
    // Once more, as it is: kept for a person.
    let turn = fill(&flow, turn.session, &[("day", "soon-ish")], true);
    let day = turn.session.answer("day").unwrap();
    assert_eq!((day.status, day.raw.as_deref()), (AnswerStatus::Unclear, Some("soon-ish")));
    assert_eq!(turn.session.at.as_deref(), Some("again"));
}

#[test]
fn looking_over_finds_every_fault_and_leaves_one_doubt_to_be_asked() {
    let flow = visit();
    let look = |answers: &[(&str, &str)]| {
        let session = consented(&flow);
        common::look_over(&flow, session, &filled(answers))
    };
    assert_eq!(look(&[("day", "2026-05-04"), ("score", "3")]), []);
    assert_eq!(look(&[("day", "4/5"), ("score", "3")]), [], "one doubt has a page of its own");
    let faults = look(&[("day", "never"), ("score", "9")]);
    let unclear = |step: &str| (step.to_owned(), Lack::Unclear);
    assert_eq!(faults, [unclear("day"), unclear("score")]);
    let turn = fill(&flow, consented(&flow), &[("day", "4/5"), ("score", "3")], false);
    assert!(matches!(turn.say.last(), Some(Say::Confirm { step, .. }) if step == "day"));
    let picked = Act::Picked { step: "day", value: "confirm:yes", skip: false };
    let turn = act(&flow, turn.session, picked);
    assert!(matches!(turn.session.answer("day").unwrap().value, Some(Value::Date { .. })));
    assert_eq!(ids(&flow, &turn.session), ["again"]);
}

#[test]
fn answers_off_the_way_are_left_out_and_consent_is_none_of_a_sheets() {
    let flow = visit();
    let all = [("consent", "yes"), ("day", "2026-05-04"), ("reason", "x"), ("when", "x")];
    let turn = fill(&flow, new_session(&flow), &all, true);
    assert!(turn.session.answers.is_empty(), "{:?}", turn.session.answers);
    let turn = fill(&flow, consented(&flow), &[("reason", "x"), ("score", "5")], false);
    assert!(turn.session.answer("reason").is_none());
}

#[test]
fn stop_and_danger_are_heard_on_a_sheet_too() {
    let flow = visit();
    let first = fill(&flow, consented(&flow), &[("day", "2026-05-04"), ("score", "1")], false);
    let stopped =
        fill(&flow, first.session.clone(), &[("reason", "stop"), ("again", "yes")], false);
    assert!(stopped.yields.contains(&Yield::OptedOut));
    assert_eq!(stopped.session.answer("again").unwrap().status, AnswerStatus::NotReached);
    let all =
        fill(&flow, first.session.clone(), &[("reason", "stop all"), ("again", "yes")], false);
    assert!(all.yields.contains(&Yield::OptedOutOfAll), "{:?}", all.yields);
    let danger = "help me he is going to kill me";
    let turn = fill(&flow, first.session, &[("reason", danger), ("again", "no")], false);
    assert!(turn.yields.contains(&Yield::Danger), "{:?}", turn.yields);
    let reason = turn.session.answer("reason").unwrap();
    assert_eq!(reason.value, Some(Value::Text { text: danger.to_owned() }));
}
