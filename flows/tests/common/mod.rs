//! What the tests share: the shipped words and flows, and option texts of a small campaign.
#![allow(dead_code, clippy::unwrap_used, missing_docs, unreachable_pub)]

use std::path::Path;
use std::sync::OnceLock;

use majlis_flows::{
    Act, Faults, Flow, Identity, Input, Lexicon, Session, Texts, Timestamp, Turn, step,
};

pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
        let mut lexicon = Lexicon::default();
        let mut faults = Faults::default();
        for lang in std::fs::read_dir(&folder).unwrap() {
            let lang = lang.unwrap().file_name().into_string().unwrap();
            let file = folder.join(&lang).join("words.toml");
            let text = std::fs::read_to_string(&file).unwrap();
            lexicon.add(&lang, &file.to_string_lossy(), &text, &mut faults);
        }
        assert!(faults.is_empty(), "{faults}");
        lexicon
    })
}

pub fn flow(id: &str) -> Flow {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("library/{id}.toml"));
    parse(id, &std::fs::read_to_string(&file).unwrap())
}

pub fn parse(id: &str, text: &str) -> Flow {
    let mut faults = Faults::default();
    let flow = Flow::parse(&format!("{id}.toml"), text, &mut faults);
    assert!(faults.is_empty(), "{faults}");
    flow.unwrap()
}

/// Option texts of the flows above, as a campaign would word them.
pub struct Words;

impl Texts for Words {
    fn option(&self, lang: &str, _step: &str, code: &str) -> Option<&str> {
        Some(match (lang, code) {
            ("en", "a") => "Morning",
            ("en", "b") => "Evening",
            ("en", "c") => "No preference",
            ("ar", "a") => "الصباح",
            ("ar", "b") => "المساء",
            ("ar", "c") => "لا فرق",
            ("en", "dirty") => "It is dirty",
            ("en", "crowded") => "Too many people",
            ("en", "far") => "Too far away",
            ("en", "closed") => "Closed when I come",
            _ => return None,
        })
    }
}

pub fn now() -> Timestamp {
    "2026-06-03T08:00:00Z".parse().unwrap()
}

pub fn offered() -> Vec<String> {
    vec!["en".to_owned(), "ar".to_owned()]
}

pub fn new_session(flow: &Flow) -> Session {
    let identity = Identity { submission: "01JD".to_owned(), receipt: "K7P-4QM".to_owned() };
    Session::begin(flow, identity, "en", now())
}

pub fn act(flow: &Flow, session: Session, act: Act<'_>) -> Turn {
    let offered = offered();
    let input = Input {
        act,
        lexicon: lexicon(),
        texts: &Words,
        offered: &offered,
        today: jiff::civil::date(2026, 6, 3),
    };
    step(flow, session, input, now())
}

/// A session after these replies.
pub fn talk(flow: &Flow, replies: &[&str]) -> Turn {
    let mut turn = act(flow, new_session(flow), Act::Begin);
    for reply in replies {
        turn = act(flow, turn.session, Act::Said(reply));
    }
    turn
}

/// What is wrong with the answers of a sheet.
pub fn look_over(
    flow: &Flow,
    session: Session,
    answers: &[majlis_flows::Filled<'_>],
) -> Vec<(String, majlis_flows::Lack)> {
    let offered = offered();
    let input = Input {
        act: Act::Repeat,
        lexicon: lexicon(),
        texts: &Words,
        offered: &offered,
        today: jiff::civil::date(2026, 6, 3),
    };
    majlis_flows::look_over(flow, session, input, answers, now())
}
