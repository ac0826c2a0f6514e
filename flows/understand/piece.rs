//! What each part of a reply means: the longest known phrase or whole option text at each place.

use super::Question;
use super::options::{OptionText, bare, texts};
use super::token::{Kind, Token};
use crate::words::{Lexicon, Senses, role};

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
    pub folded: &'a str,
    pub tokens: &'a [Token<'a>],
    pub options: Vec<OptionText>,
    pub pieces: Vec<Piece<'a>>,
}

impl<'a> Said<'a> {
    pub(crate) fn new(
        question: &'a Question<'a>,
        folded: &'a str,
        tokens: &'a [Token<'a>],
        lexicon: &'a Lexicon,
    ) -> Self {
        let options = texts(question, lexicon);
        let mut said = Self { question, lexicon, folded, tokens, options, pieces: Vec::new() };
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
                let and = Senses { roles: role::AND, ..Senses::default() };
                out.push(Piece::Phrase("و", and));
                out.push(Piece::Phrase(rest, senses));
            }
            None => out.push(Piece::Unknown(word)),
        }
    }

    /// The longest option text that stands here: tokens, place, own language.
    fn option_at(&self, at: usize) -> Option<(usize, usize, bool)> {
        let rest = self.tokens.get(at..)?;
        let mut best: Option<(usize, usize, bool)> = None;
        for option in &self.options {
            let len = option.words.len();
            // A bare number is read as a position, whatever the texts are; one word "2" is no text.
            let only_number = len == 1 && rest.first().is_some_and(|t| t.kind == Kind::Number);
            let here = rest.get(..len).is_some_and(|tokens| {
                tokens.iter().zip(&option.words).all(|(token, word)| same(token, word))
            });
            if here && !only_number && best.is_none_or(|(longest, ..)| len > longest) {
                best = Some((len, option.index, option.own));
            }
        }
        best
    }

    /// The longest phrase of the lexicon that stands here.
    fn phrase_at(&self, at: usize) -> Option<(usize, Senses)> {
        let rest = self.tokens.get(at..)?;
        let words = rest
            .iter()
            .take(self.lexicon.longest())
            .take_while(|t| matches!(t.kind, Kind::Word | Kind::Number))
            .count();
        (1..=words).rev().find_map(|len| {
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
        self.lexicon.senses(key, self.question.lang, self.question.offered)
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

pub(crate) fn join(tokens: &[Token<'_>]) -> String {
    let mut key = String::new();
    for token in tokens {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(token.text);
    }
    key
}
