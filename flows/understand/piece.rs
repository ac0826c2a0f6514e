//! What each part of a reply means: the longest known phrase or whole option text at each place.

use super::Question;
use super::options::{OptionText, bare, texts};
use super::token::{Kind, SEPARATORS, Token};
use crate::flow::Ask;
use crate::words::{Lexicon, Senses, is_han, role};

/// "And" where it is no word of its own.
const AND: Senses = Senses::of(role::AND);

/// A part of a reply.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece<'a> {
    /// Digits.
    Number(Token<'a>),
    /// A sign that can change an answer.
    Mark(char, bool),
    /// A phrase of the lexicon.
    Phrase(&'a str, Senses),
    /// The whole text of an option: its place, and whether in the session's language.
    Option(usize, bool),
    /// A word nobody knows (or a link).
    Unknown(&'a str),
}

impl Piece<'_> {
    pub(crate) fn is(&self, role: u64) -> bool {
        matches!(self, Self::Phrase(_, senses) if senses.has(role))
    }
}

/// A reply with everything that is needed to read it.
pub(crate) struct Said<'a> {
    pub question: &'a Question<'a>,
    pub lexicon: &'a Lexicon,
    /// As typed, without quotation and signature.
    pub reply: &'a str,
    pub folded: &'a str,
    pub tokens: &'a [Token<'a>],
    pub options: Vec<OptionText>,
    pub pieces: Vec<Piece<'a>>,
}

impl<'a> Said<'a> {
    pub(crate) fn new(
        question: &'a Question<'a>,
        reply: &'a str,
        folded: &'a str,
        tokens: &'a [Token<'a>],
        lexicon: &'a Lexicon,
    ) -> Self {
        let options = texts(question, lexicon);
        let mut said =
            Self { question, lexicon, reply, folded, tokens, options, pieces: Vec::new() };
        said.pieces = said.cut();
        said
    }

    fn cut(&self) -> Vec<Piece<'a>> {
        let mut out = Vec::with_capacity(self.tokens.len());
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            match token.kind {
                Kind::Mark(mark) => {
                    out.push(Piece::Mark(mark, token.glued));
                    at += 1;
                    continue;
                }
                Kind::Link => {
                    out.push(Piece::Unknown(token.text));
                    at += 1;
                    continue;
                }
                Kind::Word | Kind::Number => {}
            }
            let option = self.option_at(at);
            let phrase = self.phrase_at(at);
            match (option, phrase) {
                (Some((len, index, own)), phrase)
                    if phrase.as_ref().is_none_or(|(words, _)| *words <= len) =>
                {
                    out.push(Piece::Option(index, own));
                    at += len;
                }
                (_, Some((len, senses))) => {
                    out.push(Piece::Phrase(token.text, senses));
                    at += len;
                }
                _ if token.kind == Kind::Number => {
                    out.push(Piece::Number(*token));
                    at += 1;
                }
                _ => {
                    self.unknown(token.text, &mut out);
                    at += 1;
                }
            }
        }
        out
    }

    /// An Arabic و may be joined to a known word; then it is "and" and the word.
    fn unknown(&self, word: &'a str, out: &mut Vec<Piece<'a>>) {
        let known =
            word.strip_prefix('و').filter(|rest| rest.chars().count() >= 2).and_then(|rest| {
                let senses =
                    self.lexicon.senses(rest, self.question.lang, self.question.offered)?;
                Some((rest, senses))
            });
        match known {
            Some((rest, senses)) => {
                out.push(Piece::Phrase("و", AND));
                out.push(Piece::Phrase(rest, senses));
            }
            None if word.chars().any(is_han) => self.unspaced(word, out),
            None => out.push(Piece::Unknown(word)),
        }
    }

    /// Chinese has no spaces: 早上和晚上 is two options, 十二个人 a number with what is counted.
    fn unspaced(&self, word: &'a str, out: &mut Vec<Piece<'a>>) {
        for and in ["和", "跟", "与", "然后", "还有"] {
            if let Some((before, after)) = word.split_once(and)
                && let (Some(before), Some(after)) = (self.named(before), self.named(after))
            {
                out.extend([before, Piece::Phrase(and, AND), after]);
                return;
            }
        }
        for counted in ["个人", "口人", "个", "人", "位", "名", "次"] {
            if let Some(number) = word.strip_suffix(counted)
                && let Some(senses) = self.senses(number).filter(|s| s.number.is_some())
            {
                out.push(Piece::Phrase(number, senses));
                return;
            }
        }
        out.push(Piece::Unknown(word));
    }

    /// An option of one word, or a number.
    fn named(&self, word: &'a str) -> Option<Piece<'a>> {
        let option = self.options.iter().find(|o| matches!(o.words.as_slice(), [w] if w == word));
        option.map(|o| Piece::Option(o.index, o.own)).or_else(|| {
            let senses = self.senses(word).filter(|s| s.number.is_some())?;
            Some(Piece::Phrase(word, senses))
        })
    }

    /// The longest option text that stands here: tokens, place, own language.
    fn option_at(&self, at: usize) -> Option<(usize, usize, bool)> {
        let rest = self.tokens.get(at..)?;
        let mut best: Option<(usize, usize, bool)> = None;
        for option in &self.options {
            // A bare number is read as a position, whatever the texts are; one word "2" is no text.
            let only_number =
                option.words.len() == 1 && rest.first().is_some_and(|t| t.kind == Kind::Number);
            let Some(len) = stands(&option.words, rest).filter(|_| !only_number) else { continue };
            if best.is_none_or(|(longest, ..)| len > longest) {
                best = Some((len, option.index, option.own));
            }
        }
        best
    }

    /// The longest phrase of the lexicon that stands here: how many tokens it takes, what it means.
    fn phrase_at(&self, at: usize) -> Option<(usize, Senses)> {
        let rest = self.tokens.get(at..)?;
        let reach = self.lexicon.reach(rest.first()?.text);
        // Words parted by a hyphen are read as if by a space: sang-ayon.
        let ends: Vec<usize> = (1..=rest.len())
            .take_while(|len| rest.get(len - 1).is_some_and(|t| joins(t) || is_text(t)))
            .filter(|len| rest.get(len - 1).is_some_and(is_text))
            .take(reach)
            .collect();
        ends.into_iter().rev().find_map(|len| {
            let tokens = rest.get(..len)?;
            self.label(tokens, rest.get(len))
                .or_else(|| {
                    if let [only] = tokens {
                        return self.senses(only.text);
                    }
                    self.senses(&join(tokens))
                })
                .map(|senses| (len, senses))
        })
    }

    /// `no. 1`, `no1`: "no" with a dot or a digit right behind it is "number".
    fn label(&self, tokens: &[Token<'_>], next: Option<&Token<'_>>) -> Option<Senses> {
        let ([word], Some(next)) = (tokens, next) else { return None };
        if next.kind != Kind::Number || !(word.dotted || next.glued) || next.minus {
            return None;
        }
        self.senses(&format!("{}.", word.text))
    }

    fn senses(&self, key: &str) -> Option<Senses> {
        let Question { lang, offered, ask, .. } = self.question;
        match ask {
            Ask::Date => self.lexicon.date_senses(key, lang, offered),
            _ => self.lexicon.senses(key, lang, offered),
        }
    }

    /// The pieces without courtesy.
    pub(crate) fn without_courtesy(&self) -> impl Iterator<Item = &Piece<'a>> {
        self.pieces.iter().filter(|piece| !piece.is(role::COURTESY))
    }

    /// Words and numbers, bare, without the phrases that have one of the roles.
    pub(crate) fn words_without(&self, roles: u64) -> Vec<&'a str> {
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            if !matches!(token.kind, Kind::Word | Kind::Number) {
                at += 1;
                continue;
            }
            // "one" is a filler in "the evening one", and a number in "one evening".
            let falls = |s: &Senses| s.has(roles) && (s.number.is_none() || !out.is_empty());
            match self.phrase_at(at).filter(|(_, senses)| falls(senses)) {
                Some((len, _)) => at += len,
                None => {
                    out.push(token.text);
                    at += 1;
                }
            }
        }
        out
    }
}

/// How many tokens an option's words take here, if they stand here; its text may have commas of its own.
fn stands(words: &[String], tokens: &[Token<'_>]) -> Option<usize> {
    let mut at = 0;
    for (place, word) in words.iter().enumerate() {
        while place > 0
            && matches!(tokens.get(at)?.kind, Kind::Mark(mark) if SEPARATORS.contains(&mark))
        {
            at += 1;
        }
        if !same(tokens.get(at)?, word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// True if a token is this (bare) word of an option.
fn same(token: &Token<'_>, word: &str) -> bool {
    match token.kind {
        Kind::Word => {
            bare(token.text) == word
                || token.text.strip_prefix('و').is_some_and(|rest| bare(rest) == word)
        }
        Kind::Number => token.text == word,
        _ => false,
    }
}

/// A hyphen inside a word.
fn joins(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark('-') && token.glued
}

fn is_text(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Word | Kind::Number)
}

/// The words of tokens, by one space.
pub(crate) fn join(tokens: &[Token<'_>]) -> String {
    let mut key = String::new();
    for token in tokens.iter().filter(|token| is_text(token)) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(token.text);
    }
    key
}
