//! Buttons stay in a chat for ever; only those under the question that waits do anything.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{act, flow, new_session, talk};
use majlis_flows::{Act, EndedBy, Menu, ReadAs, Say, Sentence, Session, Turn, Value, Yield};

fn tap(flow_id: &str, session: &Session, step: &str, value: &str) -> Turn {
    act(&flow(flow_id), session.clone(), Act::Tapped { step, value })
}

fn score(turn: &Turn) -> Option<i64> {
    match turn.session.answers[0].value {
        Some(Value::Rating { score, .. }) => Some(score),
        _ => None,
    }
}

const OLD: Say = Say::Gateway(Sentence::AlreadyAnswered);

#[test]
fn a_tap_is_an_answer_and_the_second_of_two_says_nothing() {
    let poll = flow("poll");
    let begun = act(&poll, new_session(&poll), Act::Begin).session;
    let turn = tap("poll", &begun, "choice", "b");
    assert_eq!(turn.yields, [Yield::Ended(EndedBy::Finished)]);
    let answer = &turn.session.answers[0];
    assert_eq!(answer.value, Some(Value::Choice { option: "b".to_owned() }));
    assert_eq!((answer.read_as, answer.attempts), (Some(ReadAs::Button), 1));
    let again = tap("poll", &turn.session, "choice", "b");
    assert_eq!((again.say, again.yields, again.session), (vec![], vec![], turn.session));
}

#[test]
fn another_tap_after_the_answer_changes_nothing_and_says_so() {
    let done = talk(&flow("poll"), &["1"]).session;
    let turn = tap("poll", &done, "choice", "c");
    assert_eq!((turn.say, turn.yields, turn.session), (vec![OLD], vec![], done));
}

#[test]
fn a_tap_on_an_earlier_question_repeats_the_one_that_waits() {
    let asked = talk(&flow("feedback"), &["4"]).session;
    let turn = tap("feedback", &asked, "score", "1");
    let comment = Say::Ask { step: "comment".to_owned(), again: 0 };
    assert_eq!(turn.say, [OLD, comment]);
    assert_eq!((score(&turn), &turn.session), (Some(4), &asked));
}

#[test]
fn after_change_the_old_buttons_of_that_question_work_again() {
    let feedback = flow("feedback");
    let done = talk(&feedback, &["4", "it was late"]).session;
    let asked = act(&feedback, done, Act::Change(Some("score"))).session;
    let turn = tap("feedback", &asked, "score", "1");
    assert_eq!(turn.say, [Say::Gateway(Sentence::Changed)]);
    assert_eq!(score(&turn), Some(1));
}

#[test]
fn a_button_of_one_menu_does_nothing_in_another() {
    let feedback = flow("feedback");
    let done = talk(&feedback, &["4", "it was late"]).session;
    let erase = act(&feedback, done.clone(), Act::Erase).session;
    let change = Menu::Change.name();
    let turn = tap("feedback", &erase, change, "menu:2");
    assert_eq!((turn.yields, turn.say.first()), (vec![], Some(&OLD)));
    let turn = tap("feedback", &erase, Menu::Erase.name(), "menu:2");
    assert_eq!(turn.yields, [Yield::EraseAll]);
    let turn = tap("feedback", &done, Menu::Erase.name(), "menu:2");
    assert_eq!((turn.yields, turn.say), (vec![], vec![OLD]), "no menu is open");
}

#[test]
fn the_button_of_a_doubt_counts_while_it_lasts() {
    let asked = talk(&flow("poll"), &["mornig"]).session;
    let yes = tap("poll", &asked, "choice", "confirm:yes");
    let value = Some(Value::Choice { option: "a".to_owned() });
    assert_eq!(yes.session.answers[0].value, value);
    let twice = tap("poll", &yes.session, "choice", "confirm:yes");
    assert_eq!((twice.say, twice.session), (vec![], yes.session));
    let no = tap("poll", &asked, "choice", "confirm:no");
    assert!(no.session.answers.is_empty() && no.session.doubt.is_none());
    assert_eq!(tap("poll", &no.session, "choice", "confirm:yes").say[0], OLD);
}

#[test]
fn codes_that_the_question_has_not_are_no_answer() {
    let poll = flow("poll");
    let begun = act(&poll, new_session(&poll), Act::Begin).session;
    for (step, value) in [("choice", "z"), ("choice", ""), ("nothing", "a"), ("choice", "menu:1")] {
        let turn = tap("poll", &begun, step, value);
        assert_eq!((turn.say.first(), &turn.session), (Some(&OLD), &begun), "{step} {value}");
    }
}
