//! The option texts of a question, in every offered language, ready to compare.

use super::Question;
use super::normal::fold;
use super::token::{Kind, tokens};
use crate::flow::Ask;
use crate::words::Lexicon;

/// One option's text in one language.
#[derive(Debug)]
pub(crate) struct OptionText {
    /// Place in the list, from 0.
    pub index: usize,
    /// In the session's language.
    pub own: bool,
    /// Its words and numbers, folded, without the Arabic article.
    pub words: Vec<String>,
}

/// Codes that may have texts, in the order of their positions.
pub(crate) fn codes(ask: &Ask) -> Vec<String> {
    match ask {
        Ask::Choice { options, .. }
        | Ask::Choices { options, .. }
        | Ask::Ranking { options, .. }
        | Ask::Points { options, .. } => options.clone(),
        Ask::Rating { min, max } if max.saturating_sub(*min) < 20 => {
            (*min..=*max).map(|score| score.to_string()).collect()
        }
        Ask::YesNo { unsure: true } => vec!["yes".into(), "no".into(), "unsure".into()],
        Ask::YesNo { unsure: false } | Ask::Consent => vec!["yes".into(), "no".into()],
        _ => Vec::new(),
    }
}

/// Every text of every option, the session's language first.
pub(crate) fn texts(question: &Question<'_>, lexicon: &Lexicon) -> Vec<OptionText> {
    let codes = codes(question.ask);
    let mut out = Vec::new();
    let others = question.offered.iter().map(String::as_str).filter(|l| *l != question.lang);
    for lang in std::iter::once(question.lang).chain(others) {
        for (index, code) in codes.iter().enumerate() {
            let Some(text) = question.texts.option(lang, question.step, code) else { continue };
            let words = words(text, lexicon);
            if !words.is_empty() {
                out.push(OptionText { index, own: lang == question.lang, words });
            }
        }
    }
    out
}

fn words(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let folded = fold(text);
    tokens(&folded, lexicon.mixed())
        .iter()
        .filter(|t| matches!(t.kind, Kind::Word | Kind::Number))
        .map(|t| bare(t.text).to_owned())
        .collect()
}

/// A word without the Arabic article: الحافلة = حافلة.
pub(crate) fn bare(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 2 => rest,
        _ => word,
    }
}

/// True if another option's text (in the session's language) holds this number: then "2" may mean that one.
pub(crate) fn named_elsewhere(
    question: &Question<'_>,
    index: usize,
    number: i64,
    lexicon: &Lexicon,
) -> bool {
    let options = question.ask.options();
    options.iter().enumerate().filter(|(at, _)| *at != index).any(|(_, code)| {
        let text = question.texts.option(question.lang, question.step, code);
        text.is_some_and(|text| holds_number(text, number, question, lexicon))
    })
}

/// Positions of the options whose text holds the number.
pub(crate) fn holding(question: &Question<'_>, number: i64, lexicon: &Lexicon) -> Vec<usize> {
    let options = question.ask.options();
    options
        .iter()
        .enumerate()
        .filter(|(_, code)| {
            let text = question.texts.option(question.lang, question.step, code);
            text.is_some_and(|text| holds_number(text, number, question, lexicon))
        })
        .map(|(at, _)| at)
        .collect()
}

fn holds_number(text: &str, number: i64, question: &Question<'_>, lexicon: &Lexicon) -> bool {
    let folded = fold(text);
    tokens(&folded, lexicon.mixed()).iter().any(|token| match token.kind {
        Kind::Number => token.text.parse() == Ok(number),
        Kind::Word => lexicon
            .senses(token.text, question.lang, &[])
            .and_then(|senses| senses.number)
            .is_some_and(|(n, _)| n == number),
        _ => false,
    })
}
