//! What residents may type, by language and meaning: `locales/<lang>/words.toml`.

mod file;
mod phrases;
mod senses;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::source::Faults;
use crate::understand::normal::fold;
use crate::understand::token::{Kind, tokens};
use phrases::Phrases;
pub(crate) use senses::{Certainty, Senses, role};

/// A universal word: it means the same in every campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// No more messages of whoever is spoken with.
    Stop,
    /// No more messages of anybody.
    StopAll,
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
    /// This is the same person as at another address.
    Link,
}

impl Word {
    /// STOP, however far it reaches: it works in every state.
    #[must_use]
    pub fn stops(&self) -> bool {
        matches!(self, Self::Stop | Self::StopAll)
    }

    /// STOP or ERASE: never an answer, a caption or a correction, whatever waits.
    #[must_use]
    pub fn always_holds(&self) -> bool {
        self.stops() || *self == Self::Erase
    }

    /// The name on the command line, and in `words.toml` but for `stop-all`; a language's name is `language`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stop | Self::StopAll => "stop",
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
            Self::Link => "link",
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

/// The words of every shipped language.
#[derive(Debug, Default)]
pub struct Lexicon {
    phrases: Phrases,
    universal: HashMap<String, Vec<Universal>>,
    /// Sure STOP words of one word, Latin or Arabic, 4 letters or more: they have near-misses.
    stops: Vec<String>,
    /// Phrases of danger, and by first word how many words the longest of them has.
    danger: HashMap<String, Vec<Danger>>,
    danger_reach: HashMap<String, usize>,
    /// Sure phrases of danger in Chinese characters, which no space parts from their neighbours.
    danger_unspaced: Vec<String>,
    /// Known words with digits inside.
    mixed: HashSet<String>,
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
            self.phrases.begin(&key);
            match entry.meaning {
                file::Meaning::Universal(word) => self.add_universal(lang, key, word, entry.sure),
                file::Meaning::Danger => {
                    let first = key.split(' ').next().unwrap_or(&key).to_owned();
                    let reach = self.danger_reach.entry(first).or_default();
                    *reach = key.split(' ').count().max(*reach);
                    if entry.sure && key.chars().any(is_han) {
                        self.danger_unspaced.push(key.clone());
                    }
                    let known = self.danger.entry(key).or_default();
                    known.push(Danger { lang: lang.to_owned(), sure: entry.sure });
                }
                meaning => {
                    let dates = meaning.is_of_dates();
                    self.phrases.add(lang, &key, dates, |senses| meaning.apply(entry.sure, senses));
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
        self.phrases.languages()
    }

    pub(crate) fn mixed(&self) -> &HashSet<String> {
        &self.mixed
    }

    /// Words of the longest phrase that begins with this one; 0 if none does.
    pub(crate) fn reach(&self, first: &str) -> usize {
        self.phrases.reach(first)
    }

    pub(crate) fn stops(&self) -> &[String] {
        &self.stops
    }

    /// What a phrase means in a session: its language first, then the other offered ones, then English.
    pub(crate) fn senses(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        self.phrases.senses(key, lang, offered)
    }

    /// The phrase is a word of this language, whatever it means.
    pub(crate) fn is_word_of(&self, key: &str, lang: &str) -> bool {
        self.phrases.is_of(key, lang)
    }

    /// The same, where a day is asked for.
    pub(crate) fn date_senses(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        self.phrases.date_senses(key, lang, offered)
    }

    /// Every word of an answer or a number that may be read in a session, for typing mistakes.
    pub(crate) fn answers<'a>(
        &'a self,
        lang: &'a str,
        offered: &'a [String],
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        self.phrases.answers(lang, offered)
    }

    /// Every word for a day, likewise.
    pub(crate) fn days<'a>(
        &'a self,
        lang: &'a str,
        offered: &'a [String],
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        self.phrases.days(lang, offered)
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

    /// The digits beside the word for joining two addresses: `LINK 482 193`, in digits of any script, in any groups.
    /// `None` if the text is anything else; four to eight digits may be meant as a code.
    #[must_use]
    pub fn link_code(&self, text: &str) -> Option<String> {
        crate::understand::universal::link_code(text, self)
    }

    /// A message that no question asked for speaks of danger.
    #[must_use]
    pub fn speaks_of_danger(&self, text: &str) -> bool {
        crate::understand::danger::outside(text, self)
    }

    /// The message without its words of courtesy in whatever language: what is left of "please, PARK". As typed where
    /// there are none.
    #[must_use]
    pub fn without_courtesy<'a>(&self, text: &'a str) -> std::borrow::Cow<'a, str> {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() < 2 || words.len() > 8 {
            return text.into();
        }
        let mut kept: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let courteous = (1..=words.len() - at).rev().find(|len| {
                let phrase = words.get(at..at + len).unwrap_or_default().join(" ");
                self.phrases.is_ever(&self.key(&phrase), role::COURTESY)
            });
            match courteous {
                Some(len) => at += len,
                None => {
                    kept.extend(words.get(at).copied());
                    at += 1;
                }
            }
        }
        if kept.len() == words.len() { text.into() } else { kept.join(" ").into() }
    }

    pub(crate) fn has_danger(&self) -> bool {
        !self.danger.is_empty()
    }

    /// Words of the longest phrase of danger that begins with this one; 0 if none does.
    pub(crate) fn danger_reach(&self, first: &str) -> usize {
        self.danger_reach.get(first).copied().unwrap_or(0)
    }

    /// A run of Chinese characters holds a phrase of danger.
    pub(crate) fn danger_unspaced(&self, word: &str) -> bool {
        word.chars().any(is_han) && self.danger_unspaced.iter().any(|phrase| word.contains(phrase))
    }

    pub(crate) fn danger(&self, key: &str) -> &[Danger] {
        self.danger.get(key).map_or(&[], Vec::as_slice)
    }

    /// True if any language knows the phrase.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.universal.contains_key(key) || self.phrases.knows(key)
    }
}

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x4dbf | 0x4e00..=0x9fff)
}

/// Latin and Arabic letters only: there STOP words have near-misses.
pub(crate) fn near_miss_script(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphabetic())
        || word.chars().all(|c| matches!(u32::from(c), 0x600..=0x6ff))
}
