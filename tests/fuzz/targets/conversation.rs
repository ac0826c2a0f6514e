//! A whole conversation: each line is a reply, through the flow that has every kind of step.
//! The session stays whole, survives being written down, and STOP ends it wherever it stands.
#![no_main]

use std::sync::LazyLock;

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use majlis_flows::flow::Flow;
use majlis_flows::session::Identity;
use majlis_flows::words::Lexicon;
use majlis_flows::{Act, Faults, Input, Session, Texts, step};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut faults = Faults::default();
    let mut lexicon = Lexicon::default();
    lexicon.add("en", "en", include_str!("../../../locales/en/words.toml"), &mut faults);
    lexicon.add("ar", "ar", include_str!("../../../locales/ar/words.toml"), &mut faults);
    lexicon
});

static FLOW: LazyLock<Flow> = LazyLock::new(|| {
    let mut faults = Faults::default();
    let text = include_str!("../../../flows/library/survey.toml");
    Flow::parse("survey.toml", text, &mut faults).expect("the shipped flow has no fault")
});

/// Options are called by their codes.
struct Codes;

impl Texts for Codes {
    fn option(&self, _lang: &str, step: &str, code: &str) -> Option<&str> {
        FLOW.step(step)
            .and_then(|step| step.ask.as_ref())
            .and_then(|ask| match ask {
                majlis_flows::flow::Ask::Choice { options, .. } => options.iter().find(|o| *o == code),
                _ => None,
            })
            .map(String::as_str)
    }
}

fn act(session: Session, act: Act<'_>) -> Session {
    let offered = ["en".to_owned(), "ar".to_owned()];
    let input = Input { act, lexicon: &LEXICON, texts: &Codes, offered: &offered, today: jiff::civil::date(2026, 6, 3) };
    let turn = step(&FLOW, session, input, Timestamp::UNIX_EPOCH);
    let written = turn.session.to_text();
    let read = Session::from_text(&written).expect("what was written can be read");
    assert_eq!(read, turn.session, "a session survives being written down");
    assert!(read.answers.len() <= FLOW.steps.len(), "one answer a step");
    read
}

fuzz_target!(|replies: &str| {
    let identity = Identity { submission: "01".to_owned(), receipt: "K7P-4QM".to_owned() };
    let mut session = Session::begin(&FLOW, identity, "en", Timestamp::UNIX_EPOCH);
    session = act(session, Act::Begin);
    for reply in replies.lines().take(40) {
        let ended = session.ended;
        // A line `step=value` is a form field; any other is words as typed.
        session = match reply.split_once('=') {
            Some((step, value)) => {
                act(session, Act::Picked { step, value, skip: value.is_empty() })
            }
            None => act(session, Act::Said(reply)),
        };
        if ended.is_some() {
            assert_eq!(session.ended, ended, "what has ended stays ended");
        }
    }
    session = act(session, Act::Said("STOP"));
    assert!(session.ended.is_some(), "STOP ends it in every state");
});
