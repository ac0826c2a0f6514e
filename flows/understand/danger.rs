//! Words of danger: somebody may need help at once.
//!
//! A false alarm costs a sentence; a missed one may cost a life. But an idea about the fire station is an idea:
//! phrases that are unmistakable count anywhere in a reply, single words only where they are nearly all of it.

use super::normal::fold;
use super::options::bare;
use super::piece::Said;
use super::token::{Kind, MOST, tokens};
use crate::words::{Lexicon, role};

/// Words of a reply, at most, beside which a likely word is an alarm.
const NEARLY_ALL: usize = 3;

/// The reply to a question speaks of danger.
pub(crate) fn inside(said: &Said<'_>) -> bool {
    if !said.lexicon.has_danger() {
        return false;
    }
    let all: Vec<&str> = said
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
        .map(|token| token.text)
        .collect();
    let few = said.words_without(role::COURTESY).len() <= NEARLY_ALL;
    let reads = |lang: &str| {
        lang == "en"
            || lang == said.question.lang
            || said.question.offered.iter().any(|l| l == lang)
    };
    found(&all, few, said.lexicon, reads, |phrase| {
        // Urdu "and" is Pashto "fire": in a language's own conversation its own words come first.
        if said.lexicon.is_word_of(&phrase.join(" "), said.question.lang) {
            return true;
        }
        // What an option is about is no alarm.
        let words: Vec<&str> = phrase.iter().map(|word| bare(word)).collect();
        said.options.iter().any(|option| words.iter().all(|w| option.words.iter().any(|x| x == w)))
    })
}

/// A message outside of any question.
pub(crate) fn outside(text: &str, lexicon: &Lexicon) -> bool {
    let text = super::without_mail(text);
    if !lexicon.has_danger() || text.len() > super::LONGEST {
        return false;
    }
    let folded = fold(&text);
    let tokens = tokens(&folded, lexicon.mixed());
    let words: Vec<&str> = tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
        .map(|token| token.text)
        .collect();
    found(&words, words.len() <= NEARLY_ALL, lexicon, |_| true, |_| false)
}

fn found(
    words: &[&str],
    few: bool,
    lexicon: &Lexicon,
    reads: impl Fn(&str) -> bool,
    harmless: impl Fn(&[&str]) -> bool,
) -> bool {
    if words.len() > MOST {
        return false;
    }
    (0..words.len()).any(|from| {
        let reach = words.get(from).map_or(0, |first| lexicon.reach(first));
        (1..=reach.min(words.len() - from)).any(|len| {
            let Some(phrase) = words.get(from..from + len) else { return false };
            let meant = lexicon.danger(&phrase.join(" ")).iter().any(|danger| {
                // A single word in Latin letters may be another language's word for bread.
                let own = len > 1 || !phrase.concat().is_ascii() || reads(&danger.lang);
                own && (danger.sure || (few && reads(&danger.lang)))
            });
            meant && !harmless(phrase)
        })
    })
}
