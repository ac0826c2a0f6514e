//! Phrases and what they mean, of all languages at once: one look-up tells whether anybody knows a phrase.

use std::collections::{BTreeSet, HashMap};

use super::{Senses, role};

/// What a phrase means in one language.
#[derive(Debug)]
struct Meant {
    /// Place in [`Phrases::langs`].
    lang: usize,
    /// It matters only where a day is asked for.
    of_dates: bool,
    senses: Senses,
}

/// Phrases by their keys ([`super::Lexicon::key`]).
#[derive(Debug, Default)]
pub(super) struct Phrases {
    langs: Vec<String>,
    by_key: HashMap<String, Vec<Meant>>,
    /// By first word: how many words the longest phrase has that begins with it.
    reach: HashMap<String, usize>,
    /// Keys that name a day, and keys that are an answer or a number: whatever a typing mistake may have meant.
    days: BTreeSet<String>,
    answers: BTreeSet<String>,
}

impl Phrases {
    pub(super) fn languages(&self) -> impl Iterator<Item = &str> {
        self.langs.iter().map(String::as_str)
    }

    /// Remembers how far a phrase reaches, whatever it means.
    pub(super) fn begin(&mut self, key: &str) {
        let first = key.split(' ').next().unwrap_or(key).trim_end_matches('.');
        let words = key.split(' ').count();
        match self.reach.get_mut(first) {
            Some(reach) => *reach = words.max(*reach),
            None => drop(self.reach.insert(first.to_owned(), words)),
        }
    }

    /// Words of the longest phrase that begins with this one; 0 if none does.
    pub(super) fn reach(&self, first: &str) -> usize {
        self.reach.get(first).copied().unwrap_or(0)
    }

    pub(super) fn knows(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// Adds what a phrase means in a language.
    pub(super) fn add(
        &mut self,
        lang: &str,
        key: &str,
        of_dates: bool,
        fill: impl FnOnce(&mut Senses),
    ) {
        let lang = self.langs.iter().position(|known| known == lang).unwrap_or_else(|| {
            self.langs.push(lang.to_owned());
            self.langs.len() - 1
        });
        let known = self.by_key.entry(key.to_owned()).or_default();
        let same = |meant: &&mut Meant| meant.lang == lang && meant.of_dates == of_dates;
        let senses = if let Some(meant) = known.iter_mut().find(same) {
            fill(&mut meant.senses);
            meant.senses
        } else {
            let mut senses = Senses::default();
            fill(&mut senses);
            known.push(Meant { lang, of_dates, senses });
            senses
        };
        if senses.names_a_day() {
            self.days.insert(key.to_owned());
        }
        if senses.number.or(senses.ordinal).is_some() || senses.is_answer() {
            self.answers.insert(key.to_owned());
        }
    }

    /// In a session: its language first, then the other offered ones, then English.
    pub(super) fn senses(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        let known = self.by_key.get(key)?;
        if let Some(own) = self.of(known, lang, false) {
            return Some(*own);
        }
        let english = (!offered.iter().any(|l| l == "en")).then_some("en");
        let others = offered.iter().map(String::as_str).filter(|l| *l != lang).chain(english);
        let mut merged: Option<Senses> = None;
        let abroad = |senses: &&Senses| !senses.has(role::AT_HOME);
        for senses in others.filter_map(|lang| self.of(known, lang, false)).filter(abroad) {
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

    /// What a phrase means where a day is asked for. The session's language first: "at" is a word of time in an
    /// English session, though it is eight in a Bengali one.
    pub(super) fn date_senses(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        let Some(day) = self.of_a_day(key, lang, offered) else {
            return self.senses(key, lang, offered);
        };
        let own = |of_dates| self.by_key.get(key).and_then(|known| self.of(known, lang, of_dates));
        let plain = match own(true) {
            Some(_) => own(false).copied(),
            None => self.senses(key, lang, offered),
        };
        Some(plain.map_or(day, |plain| day.beside(&plain)))
    }

    /// What a phrase says of a day, in any language that may be read.
    fn of_a_day(&self, key: &str, lang: &str, offered: &[String]) -> Option<Senses> {
        let known = self.by_key.get(key)?;
        let own = self.of(known, lang, true);
        let others = offered.iter().map(String::as_str).chain(["en"]);
        let others = others.filter_map(|lang| self.of(known, lang, true));
        let mut found = own.into_iter().chain(others);
        let mut senses = *found.next()?;
        for other in found {
            let differs = [(senses.day, other.day), (senses.month, other.month)]
                .into_iter()
                .chain([(senses.weekday, other.weekday)])
                .any(|(a, b)| a.is_some() && b.is_some() && a != b);
            if own.is_none() && differs {
                senses.roles |= role::CONFLICT;
            }
        }
        if own.is_none() && senses.day.is_some() && is_short_latin(key) {
            senses.roles |= role::HEDGE;
        }
        Some(senses)
    }

    fn of<'a>(&self, known: &'a [Meant], lang: &str, of_dates: bool) -> Option<&'a Senses> {
        let of_lang = |meant: &&Meant| self.langs.get(meant.lang).is_some_and(|l| l == lang);
        known.iter().filter(|m| m.of_dates == of_dates).find(of_lang).map(|meant| &meant.senses)
    }

    /// The phrase is a word of this language, whatever it means.
    pub(super) fn is_of(&self, key: &str, lang: &str) -> bool {
        self.by_key.get(key).is_some_and(|known| self.of(known, lang, false).is_some())
    }

    /// In some language the phrase has this role.
    pub(super) fn is_ever(&self, key: &str, role: u64) -> bool {
        self.by_key.get(key).is_some_and(|known| known.iter().any(|m| m.senses.has(role)))
    }

    /// Phrases that name a day, with what they mean in each language that may be read.
    pub(super) fn days<'a>(
        &'a self,
        lang: &'a str,
        offered: &'a [String],
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        self.read_in(self.days.iter(), lang, offered)
    }

    /// Phrases that are an answer or a number, with what they mean in each language that may be read.
    pub(super) fn answers<'a>(
        &'a self,
        lang: &'a str,
        offered: &'a [String],
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        self.read_in(self.answers.iter(), lang, offered)
    }

    fn read_in<'a>(
        &'a self,
        keys: impl Iterator<Item = &'a String>,
        lang: &'a str,
        offered: &'a [String],
    ) -> impl Iterator<Item = (&'a str, &'a Senses)> {
        let may = |tag: &String| tag == lang || tag == "en" || offered.contains(tag);
        let read: Vec<bool> = self.langs.iter().map(may).collect();
        keys.flat_map(move |key| {
            let known = self.by_key.get(key).map(Vec::as_slice).unwrap_or_default();
            let senses: Vec<&Senses> = known
                .iter()
                .filter(|meant| read.get(meant.lang) == Some(&true))
                .map(|meant| &meant.senses)
                .collect();
            senses.into_iter().map(move |senses| (key.as_str(), senses))
        })
    }
}

fn is_short_latin(key: &str) -> bool {
    key.is_ascii() && key.bytes().filter(u8::is_ascii_alphanumeric).count() <= 3
}
