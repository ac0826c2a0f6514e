//! What must hold for any reply and any order of acts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{Words, act, flow, lexicon, new_session};
use majlis_flows::understand::{self, read};
use majlis_flows::{
    Act, Ask, EndedBy, Faults, Flow, Question, Reading, Say, Session, Value, Yield, language,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

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

/// Replies that name several things, or a day.
fn listed() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "1",
        "3",
        "50",
        "20",
        "100",
        "٥٠",
        "and",
        "و",
        "और",
        "all",
        "both",
        "all but",
        "first",
        "half",
        "morning",
        "evening",
        "agree",
        "disagree",
        "today",
        "friday",
        "25 december",
        "12/25",
        "25.12.2026",
        "٢٥",
        "غدا",
        "next",
        "=",
        ",",
        ";",
        ":",
        "-",
        "to",
        "not",
        "then",
        "60%",
        "rest",
        "equally",
    ]);
    prop::collection::vec(words, 1..6).prop_map(|words| words.join(" "))
}

const LANGS: [&str; 18] = [
    "am", "ar", "bn", "en", "fa", "fr", "hi", "id", "ml", "ne", "ps", "ru", "si", "ta", "te", "tl",
    "ur", "zh",
];

/// One of every answer type.
fn asks() -> Vec<Ask> {
    let options = || ["a", "b", "c", "dirty"].map(str::to_owned).to_vec();
    vec![
        Ask::Choice { options: options(), other: false },
        Ask::Choice { options: options(), other: true },
        Ask::Choices { options: options(), min: 2, max: 3 },
        Ask::Ranking { options: options(), top: 2 },
        Ask::Points { options: options(), total: 100 },
        Ask::Rating { min: 1, max: 5 },
        Ask::YesNo { unsure: true },
        Ask::Reaction { statement: "slow".to_owned() },
        Ask::Number { min: 0, max: 30 },
        Ask::Date,
        Ask::Text { max_chars: 100 },
        Ask::Place,
        Ask::File,
        Ask::Consent,
    ]
}

fn reading(ask: &Ask, lang: &str, text: &str) -> Reading {
    let offered = [lang, "en", "ar"].map(str::to_owned);
    let today = jiff::civil::date(2026, 6, 3);
    let question = Question { lang, step: "choice", ask, texts: &Words, offered: &offered, today };
    read(&question, text, lexicon())
}

/// The same reply as another phone would write it.
fn spellings(text: &str) -> Vec<(&'static str, String)> {
    let digits = |zero: u32| -> String {
        let other = |c: char| {
            let value = c.to_digit(10).filter(|_| c.is_ascii_digit());
            value.and_then(|value| char::from_u32(zero + value)).unwrap_or(c)
        };
        text.chars().map(other).collect()
    };
    vec![
        ("decomposed", text.nfd().collect()),
        ("composed", text.nfc().collect()),
        ("spaces around", format!("  {text}\t")),
        ("no-break spaces", text.replace(' ', "\u{a0}")),
        ("marks of direction", format!("\u{200f}{text}\u{200e}")),
        ("Arabic digits", digits(0x660)),
        ("Persian digits", digits(0x6f0)),
        ("Hindi digits", digits(0x966)),
        ("Bengali digits", digits(0x9e6)),
        ("full-width digits", digits(0xff10)),
        ("capitals", text.to_ascii_uppercase()),
        ("stretched letters", stretched(text)),
    ]
}

/// The same but for free words, which are kept as typed.
fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Point { lat, lon, .. }, Value::Point { lat: to, lon: at, .. }) => {
            (lat, lon) == (to, at)
        }
        (Value::Text { .. }, Value::Text { .. }) | (Value::Other { .. }, Value::Other { .. }) => {
            true
        }
        _ => a == b,
    }
}

/// With a tatweel between Arabic letters, as decoration writes them.
fn stretched(text: &str) -> String {
    let arabic = |c: char| ('\u{621}'..='\u{64a}').contains(&c);
    let mut out = String::new();
    for c in text.chars() {
        if arabic(c) && out.chars().next_back().is_some_and(arabic) {
            out.push('\u{640}');
        }
        out.push(c);
    }
    out
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
        for stop in ["STOP", "قف", "unsubscribe please", "stop all", "أوقف الكل"] {
            let turn = act(&flow, session.clone(), Act::Said(stop));
            let all = stop.contains(' ') && !stop.contains("please");
            let wish = if all { Yield::OptedOutOfAll } else { Yield::OptedOut };
            prop_assert!(turn.yields.contains(&wish));
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
    fn no_reading_is_a_value_the_question_does_not_have(
        text in prop_oneof![reply(), listed()],
        ask in prop::sample::select(asks()),
        lang in prop::sample::select(LANGS.to_vec()),
    ) {
        match reading(&ask, lang, &text) {
            Reading::Value { value, .. } | Reading::Confirm { value, .. } => {
                prop_assert!(ask.allows(&value), "{ask:?}: {value:?}");
            }
            Reading::Danger | Reading::Unclear | Reading::Word(_) => {}
        }
    }

    #[test]
    fn spellings_that_are_promised_to_be_alike_are_read_alike(
        text in prop_oneof![reply(), listed()],
        ask in prop::sample::select(asks()),
        lang in prop::sample::select(LANGS.to_vec()),
    ) {
        let plain = reading(&ask, lang, &text);
        for (how, other) in spellings(&text) {
            let read = reading(&ask, lang, &other);
            let same = plain == read || matches!((&plain, &read),
                (Reading::Value { value: a, .. }, Reading::Value { value: b, .. }) if alike(a, b));
            prop_assert!(same, "{ask:?} {lang} {how}: {text:?} is {plain:?}, {other:?} is {read:?}");
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
