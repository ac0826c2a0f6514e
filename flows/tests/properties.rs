//! What must hold for any reply and any order of acts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{Words, act, flow, lexicon, new_session, offered};
use majlis_flows::understand::{self, read};
use majlis_flows::{
    Act, Ask, EndedBy, Faults, Flow, Question, Reading, Say, Session, Value, Yield, language,
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Did {
    Said(String),
    Picked(String, String, bool),
    Begin,
    Repeat,
    Close,
}

/// Replies that mean something, and any text at all.
fn reply() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "1",
        "2",
        "3",
        "٢",
        "yes",
        "no",
        "نعم",
        "لا",
        "evening",
        "mornig",
        "back",
        "skip",
        "help",
        "repeat",
        "stop",
        "stpo",
        "arabic",
        "english",
        "tamil",
        "maybe",
        "not",
        "or",
        "sorry",
        "b",
        "4/5",
        "⭐",
        "👍",
        "-",
        "…",
        "25.20, 55.27",
        "menu",
        "hello",
        "و",
        "ال",
        "no.",
        "#",
    ]);
    prop_oneof![
        4 => words.clone().prop_map(str::to_owned),
        2 => prop::collection::vec(words, 1..5).prop_map(|w| w.join(" ")),
        1 => any::<String>(),
        1 => "[0-9 .,/'+-]{0,12}",
        1 => "[ء-ي٠-٩a-z ]{0,16}",
    ]
}

fn did() -> impl Strategy<Value = Did> {
    let steps = ["choice", "consent", "visited", "visits", "score", "wrong", "near", "nowhere"];
    let picked = (prop::sample::select(steps.to_vec()), reply(), any::<bool>())
        .prop_map(|(step, value, skip)| Did::Picked(step.to_owned(), value, skip));
    prop_oneof![
        12 => reply().prop_map(Did::Said),
        3 => picked,
        1 => Just(Did::Begin),
        1 => Just(Did::Repeat),
        1 => Just(Did::Close),
    ]
}

fn run(flow: &Flow, session: Session, did: &Did) -> majlis_flows::Turn {
    let what = match did {
        Did::Said(text) => Act::Said(text),
        Did::Picked(step, value, skip) => Act::Picked { step, value, skip: *skip },
        Did::Begin => Act::Begin,
        Did::Repeat => Act::Repeat,
        Did::Close => Act::Close(EndedBy::Timeout),
    };
    act(flow, session, what)
}

/// One answer a step, all of steps that exist, in the flow's order; values that the question allows.
fn check_session(flow: &Flow, session: &Session) {
    let places: Vec<usize> = session
        .answers
        .iter()
        .map(|a| flow.steps.iter().position(|s| s.id == a.step).unwrap())
        .collect();
    assert!(places.windows(2).all(|w| w[0] < w[1]), "{places:?}");
    for answer in &session.answers {
        match (&flow.step(&answer.step).unwrap().ask, &answer.value) {
            (Some(Ask::Choice { options, .. }), Some(Value::Choice { option })) => {
                assert!(options.contains(option));
            }
            (Some(Ask::Rating { min, max }), Some(Value::Rating { score, .. })) => {
                assert!((min..=max).contains(&score));
            }
            (Some(Ask::Number { min, max }), Some(Value::Number { number })) => {
                assert!((min..=max).contains(&number));
            }
            (_, Some(Value::Choice { .. } | Value::Rating { .. } | Value::Number { .. })) => {
                unreachable!("a value of another type")
            }
            _ => {}
        }
    }
    assert_eq!(session.ended.is_some(), session.at.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_acts_leave_a_sound_session_that_can_be_stored(
        which in prop::sample::select(vec!["poll", "idea", "feedback", "survey"]),
        acts in prop::collection::vec(did(), 0..14),
    ) {
        let flow = flow(which);
        let mut session = act(&flow, new_session(&flow), Act::Begin).session;
        for did in &acts {
            let before = session.clone();
            let turn = run(&flow, session, did);
            session = turn.session;
            check_session(&flow, &session);
            prop_assert_eq!(&Session::from_text(&session.to_text()).unwrap(), &session);
            let spoke = !turn.say.is_empty() || !turn.yields.is_empty();
            prop_assert!(spoke || before.ended.is_some(), "an open session always answers: {did:?}");
            if before.ended.is_some() {
                prop_assert_eq!(&session.answers, &before.answers, "an ended session is not changed");
            }
        }
    }

    #[test]
    fn no_answer_is_lost_but_by_back_change_or_going_anew(
        replies in prop::collection::vec(reply(), 0..14),
    ) {
        let flow = flow("survey");
        let mut session = act(&flow, new_session(&flow), Act::Begin).session;
        for reply in &replies {
            let before = session.answers.clone();
            session = act(&flow, session, Act::Said(reply)).session;
            let lost = before.iter().filter(|a| session.answer(&a.step) != Some(a)).count();
            let back = matches!(
                lexicon().universal(reply, Some(&session.lang)),
                Some(majlis_flows::Word::Back)
            );
            prop_assert!(lost == 0 || (back && lost >= 1), "{reply:?} lost {lost}");
        }
    }

    #[test]
    fn stop_works_in_every_state(acts in prop::collection::vec(did(), 0..10)) {
        let flow = flow("survey");
        let mut session = new_session(&flow);
        for did in &acts {
            session = run(&flow, session, did).session;
        }
        for stop in ["STOP", "قف", "unsubscribe please"] {
            let turn = act(&flow, session.clone(), Act::Said(stop));
            prop_assert!(turn.yields.contains(&Yield::OptedOut));
            prop_assert!(turn.session.ended.is_some());
        }
    }

    #[test]
    fn back_and_the_same_answer_is_the_same_session(score in 1..=5u8) {
        let flow = flow("feedback");
        let score = score.to_string();
        let session = act(&flow, new_session(&flow), Act::Begin).session;
        let once = act(&flow, session, Act::Said(&score)).session;
        let back = act(&flow, once.clone(), Act::Said("back")).session;
        prop_assert_eq!(act(&flow, back, Act::Said(&score)).session, once);
    }

    #[test]
    fn no_reading_names_an_option_that_was_not_offered(text in reply(), count in 1..=9usize) {
        let options: Vec<String> = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
            .iter().take(count).map(|c| (*c).to_owned()).collect();
        let ask = Ask::Choice { options: options.clone(), other: false };
        let offered = offered();
        let question =
            Question { lang: "en", step: "choice", ask: &ask, texts: &Words, offered: &offered, today: jiff::civil::date(2026, 6, 3) };
        match read(&question, &text, lexicon()) {
            Reading::Value { value: Value::Choice { option }, .. }
            | Reading::Confirm { value: Value::Choice { option }, .. } => {
                prop_assert!(options.contains(&option));
            }
            Reading::Value { value, .. } | Reading::Confirm { value, .. } => {
                prop_assert!(false, "not a choice: {value:?}");
            }
            Reading::Danger | Reading::Unclear | Reading::Word(_) => {}
        }
    }

    #[test]
    fn parsers_take_any_text(text in any::<String>()) {
        let mut faults = Faults::default();
        let parsed = Flow::parse("x.toml", &text, &mut faults);
        prop_assert!(parsed.is_some() || !faults.is_empty());
        let _ = Session::from_text(&text);
        let _ = language::detect(&text, &[]);
        let _ = understand::without_mail(&text);
        let _ = majlis_flows::Lexicon::parse("en", "words.toml", &text, &mut faults);
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = understand::fold(&text);
        prop_assert_eq!(understand::fold(&once), once);
    }
}

#[test]
fn a_step_always_puts_the_question_it_waits_for() {
    let flow = flow("survey");
    let turn = act(&flow, new_session(&flow), Act::Begin);
    let last = turn.say.last();
    assert!(matches!(last, Some(Say::Ask { step, .. }) if Some(step) == turn.session.at.as_ref()));
}

#[test]
fn marks_that_an_apostrophe_kept_apart_fold_to_one_order() {
    let once = understand::fold("\u{f71}'\u{1134d}");
    assert_eq!(understand::fold(&once), once);
}
