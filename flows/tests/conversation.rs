//! What the engine does with whole conversations.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{act, flow, new_session, talk};
use majlis_flows::{
    Act, AnswerStatus, EndedBy, ReadAs, Say, Sentence, Session, SessionError, Status, Value, Word,
    Yield, pending, present,
};

fn ask(step: &str, again: u8) -> Say {
    Say::Ask { step: step.to_owned(), again }
}

#[test]
fn a_poll_is_asked_answered_and_ended() {
    let poll = flow("poll");
    let begun = act(&poll, new_session(&poll), Act::Begin);
    assert_eq!(begun.say, [ask("choice", 0)]);
    let turn = act(&poll, begun.session, Act::Said("٢"));
    assert_eq!(turn.say, [Say::End]);
    assert_eq!(turn.yields, [Yield::Ended(EndedBy::Finished)]);
    let answer = &turn.session.answers[0];
    assert_eq!(answer.value, Some(Value::Choice { option: "b".to_owned() }));
    assert_eq!(answer.raw.as_deref(), Some("٢"));
    assert_eq!(answer.read_as, Some(ReadAs::Digit));
    assert_eq!(answer.attempts, 1);
    assert_eq!(turn.session.status(), Some(Status::Complete));
}

#[test]
fn an_unclear_answer_is_asked_again_simpler_then_kept_with_all_its_words() {
    let poll = flow("poll");
    let first = talk(&poll, &["whatever"]);
    assert_eq!(first.say, [ask("choice", 1)]);
    let second = act(&poll, first.session, Act::Said("13"));
    assert_eq!(second.say, [ask("choice", 2)]);
    let third = act(&poll, second.session, Act::Said("both"));
    assert_eq!(third.say, [Say::Gateway(Sentence::KeptForPerson), Say::End]);
    let answer = &third.session.answers[0];
    assert_eq!(answer.status, AnswerStatus::Unclear);
    assert_eq!(answer.value, None);
    assert_eq!(answer.raw.as_deref(), Some("whatever\n13\nboth"));
    assert_eq!(answer.attempts, 3);
}

#[test]
fn a_doubt_counts_after_yes_and_only_then() {
    let poll = flow("poll");
    let asked = talk(&poll, &["mornig"]);
    let value = Value::Choice { option: "a".to_owned() };
    assert_eq!(asked.say, [Say::Confirm { step: "choice".to_owned(), value: value.clone() }]);
    assert!(asked.session.answers.is_empty());
    for yes in ["1", "yes", "نعم", "Right"] {
        let turn = act(&poll, asked.session.clone(), Act::Said(yes));
        let answer = &turn.session.answers[0];
        assert_eq!(answer.value.as_ref(), Some(&value), "{yes}");
        assert_eq!(answer.raw.as_deref(), Some("mornig"));
        assert!(answer.confidence.unwrap() < 1.0);
    }
    let no = act(&poll, asked.session.clone(), Act::Said("2"));
    assert_eq!(no.say, [ask("choice", 1)]);
    assert_eq!(no.session.doubt, None);
    let other = act(&poll, asked.session.clone(), Act::Said("evening"));
    let option = Some(Value::Choice { option: "b".to_owned() });
    assert_eq!(other.session.answers[0].value, option);
    let meant = act(&poll, asked.session.clone(), Act::Said("no, I meant in the evening"));
    let evening = Value::Choice { option: "b".to_owned() };
    let confirm = Say::Confirm { step: "choice".to_owned(), value: evening };
    assert_eq!(meant.say, [confirm], "a better answer behind a no is asked back");
    assert_eq!(meant.session.misses, 0, "and costs no try");
    let stopped = act(&poll, asked.session, Act::Said("stop"));
    assert_eq!(stopped.session.answers[0].status, AnswerStatus::Unclear);
    assert_eq!(stopped.session.answers[0].raw.as_deref(), Some("mornig"));
}

#[test]
fn an_optional_question_can_be_skipped_another_cannot() {
    let feedback = flow("feedback");
    let turn = talk(&feedback, &["skip"]);
    assert_eq!(turn.say, [Say::Gateway(Sentence::CannotSkip), ask("score", 0)]);
    let turn = talk(&feedback, &["4", "skip"]);
    assert_eq!(turn.say, [Say::End]);
    assert_eq!(turn.session.answers[1].status, AnswerStatus::Skipped);
}

#[test]
fn back_takes_the_answer_out() {
    let feedback = flow("feedback");
    let turn = talk(&feedback, &["back"]);
    assert_eq!(turn.say, [Say::Gateway(Sentence::NothingBefore), ask("score", 0)]);
    let turn = talk(&feedback, &["4", "back"]);
    assert_eq!(turn.say, [ask("score", 0)]);
    assert!(turn.session.answers.is_empty());
}

#[test]
fn conditions_choose_the_questions() {
    let survey = flow("survey");
    let turn = act(&survey, new_session(&survey), Act::Begin);
    assert_eq!(turn.say, [Say::Step("welcome".to_owned()), ask("consent", 0)]);
    let turn = talk(&survey, &["yes", "no"]);
    assert_eq!(turn.say, [ask("why-not", 0)]);
    let turn = talk(&survey, &["yes", "yes", "3", "2"]);
    assert_eq!(turn.say, [ask("wrong", 0)]);
    let turn = talk(&survey, &["yes", "yes", "3", "5"]);
    assert_eq!(turn.say, [ask("near", 0)]);
}

#[test]
fn no_to_consent_ends_kindly_and_lists_what_was_not_reached() {
    let survey = flow("survey");
    let turn = talk(&survey, &["no"]);
    assert_eq!(turn.say, [Say::Gateway(Sentence::Declined)]);
    assert_eq!(turn.yields, [Yield::Ended(EndedBy::Declined)]);
    assert_eq!(turn.session.status(), Some(Status::Refused));
    let rest = &turn.session.answers[1..];
    assert!(!rest.is_empty() && rest.iter().all(|a| a.status == AnswerStatus::NotReached));
}

#[test]
fn a_form_changes_an_earlier_answer_and_what_depended_on_it() {
    let survey = flow("survey");
    let turn = talk(&survey, &["yes", "yes", "3", "2"]);
    let picked = Act::Picked { step: "visited", value: "no", skip: false };
    let turn = act(&survey, turn.session, picked);
    assert_eq!(turn.say, [ask("why-not", 0)]);
    let steps: Vec<&str> = turn.session.answers.iter().map(|a| a.step.as_str()).collect();
    assert_eq!(steps, ["consent", "visited"]);
    assert_eq!(turn.session.answers[1].read_as, Some(ReadAs::Form));
}

#[test]
fn an_old_button_after_the_end_changes_nothing() {
    let poll = flow("poll");
    let ended = talk(&poll, &["1"]).session;
    let picked = Act::Picked { step: "choice", value: "b", skip: false };
    let turn = act(&poll, ended.clone(), picked);
    assert_eq!(turn.say, [Say::Gateway(Sentence::AlreadyAnswered)]);
    assert_eq!(turn.session, ended);
}

#[test]
fn a_language_is_spoken_if_it_is_offered() {
    let poll = flow("poll");
    let turn = talk(&poll, &["العربية"]);
    assert_eq!(turn.session.lang, "ar");
    assert_eq!(turn.yields, [Yield::Language("ar".to_owned())]);
    assert_eq!(turn.say, [ask("choice", 0)]);
    let turn = talk(&poll, &["malayalam"]);
    assert_eq!(turn.say, [Say::Gateway(Sentence::LanguageNotOffered), ask("choice", 0)]);
}

#[test]
fn words_for_the_gateway_are_handed_over_and_the_question_is_put_again() {
    let poll = flow("poll");
    let turn = talk(&poll, &["menu"]);
    assert_eq!(turn.yields, [Yield::Word(Word::Menu)]);
    assert_eq!(turn.say, [ask("choice", 0)]);
}

#[test]
fn closing_from_outside_says_nothing_and_keeps_the_answers() {
    let feedback = flow("feedback");
    let open = talk(&feedback, &["4"]).session;
    let turn = act(&feedback, open, Act::Close(EndedBy::Timeout));
    assert!(turn.say.is_empty());
    assert_eq!(turn.yields, [Yield::Ended(EndedBy::Timeout)]);
    assert_eq!(turn.session.status(), Some(Status::Partial));
    assert_eq!(turn.session.answers[1].status, AnswerStatus::NotReached);
    let again = act(&feedback, turn.session.clone(), Act::Close(EndedBy::CampaignClosed));
    assert_eq!(again.session, turn.session);
}

#[test]
fn a_place_is_rounded_and_its_exact_words_are_not_kept() {
    let idea = flow("idea");
    let turn = talk(&idea, &["More shade", "25.204849, 55.270783"]);
    let answer = &turn.session.answers[1];
    let point = Value::Point { lat: 25.205, lon: 55.271, text: None };
    assert_eq!(answer.value.as_ref(), Some(&point));
    assert_eq!(answer.raw, None);
}

#[test]
fn the_present_question_can_be_drawn_without_a_step() {
    let feedback = flow("feedback");
    let session = talk(&feedback, &["4"]).session;
    assert_eq!(present(&feedback, &session).unwrap().id, "comment");
    assert_eq!(pending(&feedback, &session), Some(ask("comment", 0)));
}

#[test]
fn a_stored_session_reads_as_it_was_and_a_newer_one_is_refused() {
    let session = talk(&flow("survey"), &["yes", "yes", "3"]).session;
    let text = session.to_text();
    assert_eq!(Session::from_text(&text), Ok(session));
    let newer = text.replacen("\"v\":1", "\"v\":2", 1);
    let error = Session::from_text(&newer).unwrap_err();
    assert_eq!(error, SessionError::Version { found: 2 });
    assert!(error.to_string().contains("newer majlis"));
    assert!(Session::from_text("{").is_err() && Session::from_text("").is_err());
}
