//! A reply: the first line is a row of `majlis understand` without its reply, the rest is the reply.
//! Whatever it says, in any session language, it is read without panic, and never as a value the question has not.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use majlis_flows::understand::{Reading, read, row};
use majlis_flows::words::Lexicon;
use majlis_flows::{Ask, Faults, Question, Texts};
use serde_json::Value;

const LANGS: [&str; 18] = [
    "am", "ar", "bn", "en", "fa", "fr", "hi", "id", "ml", "ne", "ps", "ru", "si", "ta", "te", "tl", "ur", "zh",
];

macro_rules! words {
    ($lexicon:ident, $faults:ident, $($lang:literal)*) => {
        $($lexicon.add($lang, $lang, include_str!(concat!("../../../locales/", $lang, "/words.toml")), &mut $faults);)*
    };
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut faults = Faults::default();
    let mut lexicon = Lexicon::default();
    words!(lexicon, faults, "am" "ar" "bn" "en" "fa" "fr" "hi" "id" "ml" "ne" "ps" "ru" "si" "ta" "te" "tl" "ur" "zh");
    assert!(faults.is_empty(), "{faults}");
    lexicon
});

static ASKS: LazyLock<Vec<Ask>> = LazyLock::new(|| {
    let options = || ["a", "b", "c", "d"].map(str::to_owned).to_vec();
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
});

struct Words;

impl Texts for Words {
    fn option(&self, lang: &str, _step: &str, code: &str) -> Option<&str> {
        Some(match (lang, code) {
            ("ar", "a") => "أشجار للظل",
            ("ar", "b") => "كلاهما",
            (_, "a") => "Open earlier",
            (_, "b") => "3 times a week",
            (_, "c") => "Both",
            _ => return None,
        })
    }
}

fuzz_target!(|text: &str| {
    let (question, reply) = text.split_once('\n').unwrap_or(("", text));
    if let Ok(mut asked @ Value::Object(_)) = serde_json::from_str(question) {
        asked["reply"] = reply.into();
        let _ = row(&asked, &LEXICON);
    }
    // The session's language is one of those the campaign offers; the text itself says which.
    let own = text.bytes().fold(0_usize, |sum, byte| sum.wrapping_add(byte.into()));
    let lang = LANGS[own % LANGS.len()];
    let offered = [lang.to_owned(), "ar".to_owned(), "ur".to_owned(), "hi".to_owned()];
    for ask in ASKS.iter() {
        let today = jiff::civil::date(2026, 6, 3);
        let question = Question { lang, step: "step", ask, texts: &Words, offered: &offered, today };
        if let Reading::Value { value, .. } | Reading::Confirm { value, .. } = read(&question, reply, &LEXICON) {
            assert!(ask.allows(&value), "{value:?} is nothing for {ask:?}");
        }
    }
});
