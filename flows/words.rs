//! What residents may type, by language and meaning: `locales/<lang>/words.toml`.

mod file;

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::source::Faults;
use crate::understand::normal::fold;
use crate::understand::token::{Kind, tokens};

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

/// How sure a word's meaning is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Certainty {
    /// It does not mean this.
    #[default]
    No,
    /// Ask back.
    Likely,
    /// Counts.
    Sure,
}

/// Roles of a word in a sentence, as bits: a word may have several ("no" corrects, too).
pub(crate) mod role {
    pub(crate) const LAST: u64 = 1;
    pub(crate) const MIDDLE: u64 = 1 << 1;
    pub(crate) const ALL: u64 = 1 << 2;
    pub(crate) const BOTH: u64 = 1 << 3;
    pub(crate) const OR: u64 = 1 << 4;
    pub(crate) const AND: u64 = 1 << 5;
    pub(crate) const CORRECTION: u64 = 1 << 6;
    pub(crate) const NEGATION: u64 = 1 << 7;
    pub(crate) const HEDGE: u64 = 1 << 8;
    pub(crate) const ABOUT: u64 = 1 << 9;
    pub(crate) const BOUND: u64 = 1 << 10;
    pub(crate) const ZERO: u64 = 1 << 11;
    pub(crate) const MINUS: u64 = 1 << 12;
    pub(crate) const OUT_OF: u64 = 1 << 13;
    pub(crate) const STAR: u64 = 1 << 14;
    pub(crate) const COURTESY: u64 = 1 << 15;
    pub(crate) const FILLER: u64 = 1 << 16;
    pub(crate) const NEITHER: u64 = 1 << 17;
    pub(crate) const AMOUNT: u64 = 1 << 18;
    /// Two offered languages read it differently.
    pub(crate) const CONFLICT: u64 = 1 << 19;
    pub(crate) const CONDITION: u64 = 1 << 20;
    /// "4 of 5" with the words the other way round: 5 में से 4.
    pub(crate) const FROM: u64 = 1 << 21;
    pub(crate) const RANGE: u64 = 1 << 22;
    pub(crate) const DAY_UNIT: u64 = 1 << 23;
    pub(crate) const WEEK_UNIT: u64 = 1 << 24;
    pub(crate) const MONTH_UNIT: u64 = 1 << 25;
    pub(crate) const AGO: u64 = 1 << 26;
    pub(crate) const WITHIN: u64 = 1 << 27;
    pub(crate) const AFTER: u64 = 1 << 28;
    pub(crate) const NEXT: u64 = 1 << 29;
    /// Both yesterday and tomorrow, as kal is.
    pub(crate) const DAY_UNCLEAR: u64 = 1 << 30;
    /// A month of another calendar.
    pub(crate) const CALENDAR: u64 = 1 << 31;
    /// Time of day: left out of a date.
    pub(crate) const CLOCK: u64 = 1 << 32;
}

/// Everything a phrase can mean in a language.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Senses {
    pub yes: Certainty,
    pub no: Certainty,
    pub unsure: Certainty,
    pub agree: Certainty,
    pub disagree: Certainty,
    pub pass: Certainty,
    pub number: Option<(i64, Certainty)>,
    pub ordinal: Option<(i64, Certainty)>,
    /// A word of amount that multiplies: 1000, 100 000.
    pub times: Option<i64>,
    /// Days from today.
    pub day: Option<i64>,
    /// 1 to 12.
    pub month: Option<i64>,
    /// 1 Monday to 7 Sunday.
    pub weekday: Option<i64>,
    pub roles: u64,
}

impl Senses {
    pub(crate) fn has(&self, role: u64) -> bool {
        self.roles & role != 0
    }

    /// Adds another language's senses; a contradiction is marked.
    fn merge(&mut self, other: &Self) {
        let was_answer = self.yes.max(self.no).max(self.unsure) > Certainty::No;
        let is_answer = other.yes.max(other.no).max(other.unsure) > Certainty::No;
        let same = (self.yes > Certainty::No) == (other.yes > Certainty::No)
            && (self.no > Certainty::No) == (other.no > Certainty::No);
        let number = |s: &Self| s.number.map(|(n, _)| n);
        if (was_answer && is_answer && !same)
            || (number(self).is_some() && number(other).is_some() && number(self) != number(other))
        {
            self.roles |= role::CONFLICT;
        }
        self.yes = self.yes.max(other.yes);
        self.no = self.no.max(other.no);
        self.unsure = self.unsure.max(other.unsure);
        self.number = self.number.or(other.number);
        self.agree = self.agree.max(other.agree);
        self.disagree = self.disagree.max(other.disagree);
        self.pass = self.pass.max(other.pass);
        self.ordinal = self.ordinal.or(other.ordinal);
        self.times = self.times.or(other.times);
        self.day = self.day.or(other.day);
        self.month = self.month.or(other.month);
        self.weekday = self.weekday.or(other.weekday);
        self.roles |= other.roles;
    }

    /// Nothing is sure any more.
    fn soften(&mut self) {
        let answers = [
            &mut self.yes,
            &mut self.no,
            &mut self.unsure,
            &mut self.agree,
            &mut self.disagree,
            &mut self.pass,
        ];
        for c in answers {
            *c = (*c).min(Certainty::Likely);
        }
        for n in [&mut self.number, &mut self.ordinal].into_iter().flatten() {
            n.1 = n.1.min(Certainty::Likely);
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

/// The words of every shipped language.
#[derive(Debug, Default)]
pub struct Lexicon {
    langs: Vec<(String, HashMap<String, Senses>)>,
    universal: HashMap<String, Vec<Universal>>,
    /// Sure STOP words of one word, Latin or Arabic, 4 letters or more: they have near-misses.
    stops: Vec<String>,
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
                meaning => meaning.apply(entry.sure, self.senses_mut(lang, key)),
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

    fn senses_mut(&mut self, lang: &str, key: String) -> &mut Senses {
        let at = match self.langs.iter().position(|(l, _)| l == lang) {
            Some(at) => at,
            None => {
                self.langs.push((lang.to_owned(), HashMap::new()));
                self.langs.len() - 1
            }
        };
        #[allow(clippy::indexing_slicing)] // found or pushed just above
        self.langs[at].1.entry(key).or_default()
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
        self.langs.iter().map(|(lang, _)| lang.as_str())
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
        let of = |lang: &str| {
            self.langs.iter().find(|(l, _)| l == lang).and_then(|(_, words)| words.get(key))
        };
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

    /// Every yes, no, unsure and number word that may be read in a session, for typing mistakes.
    pub(crate) fn answers<'a>(
        &'a self,
        lang: &'a str,
        offered: &'a [String],
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        self.langs
            .iter()
            .filter(move |(l, _)| l == lang || l == "en" || offered.contains(l))
            .flat_map(|(_, words)| words.iter())
            .filter(|(_, s)| s.number.is_some() || s.yes.max(s.no).max(s.unsure) > Certainty::No)
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

    /// True if any language knows the phrase.
    pub(crate) fn knows(&self, key: &str) -> bool {
        self.universal.contains_key(key) || self.langs.iter().any(|(_, w)| w.contains_key(key))
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
