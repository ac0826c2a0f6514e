//! What residents may type, by language and meaning: `locales/<lang>/words.toml`.

mod file;
mod senses;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::source::Faults;
use crate::understand::normal::fold;
use crate::understand::token::{Kind, tokens};
pub(crate) use senses::{Certainty, Senses, role};

/// A universal word: it means the same in every campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// No more messages.
    Stop,
    /// How does this work?
    Help,
    /// Messages again; also Telegram's first word.
    Start,
    /// The question before.
    Back,
    /// Pass over this question.
    Skip,
    /// Say it again.
    Repeat,
    /// Which languages are there?
    Language,
    /// This language, please (a language's own name).
    Speak(String),
    /// What can I take part in?
    Menu,
    /// Change an answer.
    Change,
    /// What became of it?
    Status,
    /// Erase my answers.
    Erase,
    /// A person, please.
    Human,
}

impl Word {
    /// The name in `words.toml` and on the command line; a language's name is `language`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Help => "help",
            Self::Start => "start",
            Self::Back => "back",
            Self::Skip => "skip",
            Self::Repeat => "repeat",
            Self::Language | Self::Speak(_) => "language",
            Self::Menu => "menu",
            Self::Change => "change",
            Self::Status => "status",
            Self::Erase => "erase",
            Self::Human => "human",
        }
    }
}

/// A universal word of one language.
#[derive(Debug, Clone)]
struct Universal {
    lang: String,
    word: Word,
    sure: bool,
}

/// That a phrase speaks of danger.
#[derive(Debug, Clone)]
pub(crate) struct Danger {
    pub(crate) lang: String,
    /// Unmistakable, wherever it stands.
    pub(crate) sure: bool,
}

/// The words of one language.
#[derive(Debug)]
struct Spoken {
    lang: String,
    words: HashMap<String, Senses>,
    /// Words that matter only where a day is asked for.
    dates: HashMap<String, Senses>,
}

/// The words of every shipped language.
#[derive(Debug, Default)]
pub struct Lexicon {
    langs: Vec<Spoken>,
    universal: HashMap<String, Vec<Universal>>,
    /// Sure STOP words of one word, Latin or Arabic, 4 letters or more: they have near-misses.
    stops: Vec<String>,
    /// Phrases of danger.
    danger: HashMap<String, Vec<Danger>>,
    /// Known words with digits inside.
    mixed: HashSet<String>,
    /// Words of the longest phrase.
    longest: usize,
}

impl Lexicon {
    /// A lexicon of one language.
    #[must_use]
    pub fn parse(lang: &str, file: &str, text: &str, faults: &mut Faults) -> Self {
        let mut lexicon = Self::default();
        lexicon.add(lang, file, text, faults);
        lexicon
    }

    /// Adds a language's `words.toml`. What could be read is added, whatever else is wrong.
    pub fn add(&mut self, lang: &str, file: &str, text: &str, faults: &mut Faults) {
        let entries = file::read(lang, file, text, faults);
        // Words with digits first, so that phrases with them are cut right.
        for entry in &entries {
            for word in fold(&entry.text).split_whitespace() {
                let digits = word.bytes().filter(u8::is_ascii_digit).count();
                if digits > 0 && digits < word.len() {
                    self.mixed.insert(word.to_owned());
                }
            }
        }
        for entry in entries {
            let key = self.key(&entry.text);
            if key.is_empty() {
                faults.add(
                    file,
                    entry.line,
                    format!("`{}` has no letter or digit", entry.text),
                    "remove it; a question mark alone is help in every language",
                );
                continue;
            }
            self.longest = self.longest.max(key.split(' ').count());
            match entry.meaning {
                file::Meaning::Universal(word) => self.add_universal(lang, key, word, entry.sure),
                file::Meaning::Danger => {
                    let known = self.danger.entry(key).or_default();
                    known.push(Danger { lang: lang.to_owned(), sure: entry.sure });
                }
                meaning => {
                    let dates = meaning.is_of_dates();
                    meaning.apply(entry.sure, self.senses_mut(lang, key, dates));
                }
            }
        }
    }

    fn add_universal(&mut self, lang: &str, key: String, word: Word, sure: bool) {
        let one_word = !key.contains(' ') && key.chars().count() >= 4 && sure;
        if word == Word::Stop && one_word && near_miss_script(&key) && !self.stops.contains(&key) {
            self.stops.push(key.clone());
        }
        let known = self.universal.entry(key).or_default();
        known.push(Universal { lang: lang.to_owned(), word, sure });
    }

    fn senses_mut(&mut self, lang: &str, key: String, dates: bool) -> &mut Senses {
        let at = match self.langs.iter().position(|spoken| spoken.lang == lang) {
            Some(at) => at,
            None => {
                let (words, dates) = (HashMap::new(), HashMap::new());
                self.langs.push(Spoken { lang: lang.to_owned(), words, dates });
                self.langs.len() - 1
            }
        };
        #[allow(clippy::indexing_slicing)] // found or pushed just above
        let spoken = &mut self.langs[at];
        let words = if dates { &mut spoken.dates } else { &mut spoken.words };
        words.entry(key).or_default()
    }

    /// How a phrase is looked up: folded, its words joined by one space, its one dot kept (`no.`).
    fn key(&self, text: &str) -> String {
        let folded = fold(text);
        let mut key = String::new();
        for token in tokens(&folded, &self.mixed) {
            if !matches!(token.kind, Kind::Word | Kind::Number) {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(token.text);
            if token.dotted {
                key.push('.');
            }
        }
        key
    }

    /// Languages it knows.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.langs.iter().map(|spoken| spoken.lang.as_str())
    }

    pub(crate) fn mixed(&self) -> &HashSet<String> {
        &self.mixed
    }

    pub(crate) fn longest(&self) -> usize {
        self.longest
    }

    pub(crate) fn stops(&self) -> &[String] {
        &self.stops
    }

    /// What a phrase means in a session: its language first, then the other offered ones, then English.
    pub(crate) fn senses(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        let of = |lang: &str| self.langs.iter().find(|spoken| spoken.lang == lang)?.words.get(key);
        if let Some(own) = of(lang) {
            return Some(*own);
        }
        let english = (!offered.iter().any(|l| l == "en")).then_some("en");
        let others = offered.iter().map(String::as_str).filter(|l| *l != lang).chain(english);
        let mut merged: Option<Senses> = None;
        for senses in others.filter_map(of) {
            match &mut merged {
                Some(all) => all.merge(senses),
                None => merged = Some(*senses),
            }
        }
        let mut senses = merged?;
        if is_short_latin(key) {
            senses.soften();
        }
        Some(senses)
    }

    /// The phrase is a word of this language, whatever it means.
    pub(crate) fn is_word_of(&self, key: &str, lang: &str) -> bool {
        self.langs.iter().any(|spoken| spoken.lang == lang && spoken.words.contains_key(key))
    }

    /// What a phrase says of a day, in any language that may be read.
    pub(crate) fn date_senses(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        let of = |lang: &str| self.langs.iter().find(|s| s.lang == lang)?.dates.get(key);
        let others = offered.iter().map(String::as_str).chain(["en"]);
        let mut found = std::iter::once(lang).chain(others).filter_map(of);
        let mut senses = *found.next()?;
        for other in found {
            let differs = [(senses.day, other.day), (senses.month, other.month)]
                .into_iter()
                .chain([(senses.weekday, other.weekday)])
                .any(|(a, b)| a.is_some() && b.is_some() && a != b);
            if of(lang).is_none() && differs {
                senses.roles |= role::CONFLICT;
            }
        }
        Some(senses)
    }

    /// Every word of an answer, a number or a day that may be read in a session, for typing mistakes.
    pub(crate) fn answers<'a>(
        &'a self,
        lang: &'a str,
        offered: &'a [String],
        dates: bool,
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        self.langs
            .iter()
            .filter(move |s| s.lang == lang || s.lang == "en" || offered.contains(&s.lang))
            .flat_map(move |s| {
                let dates = s.dates.iter().filter(move |_| dates);
                s.words.iter().chain(dates)
            })
            .filter(|(_, s)| s.number.is_some() || s.is_answer() || s.names_a_day())
            .map(|(word, senses)| (word.as_str(), senses))
    }

    /// A universal word by its key. A likely one only in a session of its language.
    pub(crate) fn universal_key(
        &self,
        key: &str,
        lang: Option<&str>,
        likely: bool,
    ) -> Option<Word> {
        let all = self.universal.get(key)?;
        let counts = |u: &&Universal| u.sure || (likely && lang == Some(u.lang.as_str()));
        let own = all.iter().filter(counts).find(|u| lang == Some(u.lang.as_str()));
        own.or_else(|| all.iter().find(counts)).map(|u| u.word.clone())
    }

    /// A universal word outside of a question: any language's sure words, `lang`'s likely ones too,
    /// and near-misses of STOP.
    #[must_use]
    pub fn universal(&self, text: &str, lang: Option<&str>) -> Option<Word> {
        crate::understand::universal::outside(text, lang, self)
    }

    /// A message that no question asked for speaks of danger.
    #[must_use]
    pub fn speaks_of_danger(&self, text: &str) -> bool {
        crate::understand::danger::outside(text, self)
    }

    pub(crate) fn has_danger(&self) -> bool {
        !self.danger.is_empty()
    }

    pub(crate) fn danger(&self, key: &str) -> &[Danger] {
        self.danger.get(key).map_or(&[], Vec::as_slice)
    }

    /// True if any language knows the phrase.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.universal.contains_key(key)
            || self.langs.iter().any(|s| s.words.contains_key(key) || s.dates.contains_key(key))
    }
}

fn is_short_latin(key: &str) -> bool {
    key.is_ascii() && key.bytes().filter(u8::is_ascii_alphanumeric).count() <= 3
}

/// Latin and Arabic letters only: there STOP words have near-misses.
pub(crate) fn near_miss_script(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphabetic())
        || word.chars().all(|c| matches!(u32::from(c), 0x600..=0x6ff))
}
