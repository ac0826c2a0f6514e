//! Words of danger: somebody may need help at once.
//!
//! A false alarm costs a sentence; a missed one may cost a life. But an idea about the fire station is an idea:
//! phrases that are unmistakable count anywhere in a reply, single words only where they are nearly all of it. And an
//! alarm costs no answer: who says it again, where words are asked for, has answered ([`crate::engine`]).

use super::normal::fold;
use super::options::bare;
use super::piece::Said;
use super::token::{self, Kind, MOST};
use crate::words::{Lexicon, role};

/// Words of a reply, at most, among which a likely word is an alarm.
const NEARLY_ALL: usize = 3;

/// The same where words of their own are asked for: "barbecue fire places" is one of them.
const NEARLY_ALL_OF_WORDS: usize = 2;

/// How much of a story is looked at: its bytes, and its words.
const MOST_TOLD: (usize, usize) = (4000, 400);

/// The reply to a question speaks of danger.
pub(crate) fn inside(said: &Said<'_>) -> bool {
    if !said.lexicon.has_danger() {
        return false;
    }
    if said.tokens.len() > MOST {
        return in_story(said.folded, said.lexicon);
    }
    let all: Vec<&str> = said
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Number))
        .map(|token| token.text)
        .collect();
    // "fire jan" takes a Bengali conversation back, though its first word is English for danger.
    if said.lexicon.universal_key(&all.join(" "), Some(said.question.lang), true).is_some() {
        return false;
    }
    let most = if said.question.ask.is_free() { NEARLY_ALL_OF_WORDS } else { NEARLY_ALL };
    let few = said.words_without(role::COURTESY).len() <= most;
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

/// A message outside of any question, and one too long to be an answer.
pub(crate) fn outside(text: &str, lexicon: &Lexicon) -> bool {
    let text = super::without_mail(text);
    let start = text.floor_char_boundary(MOST_TOLD.0);
    lexicon.has_danger() && in_story(&fold(text.get(..start).unwrap_or(&text)), lexicon)
}

/// In a long text only what is unmistakable counts.
fn in_story(folded: &str, lexicon: &Lexicon) -> bool {
    let words = token::words(folded, lexicon.mixed(), MOST_TOLD.1);
    found(&words, words.len() <= NEARLY_ALL, lexicon, |_| true, |_| false)
}

fn found(
    words: &[&str],
    few: bool,
    lexicon: &Lexicon,
    reads: impl Fn(&str) -> bool,
    harmless: impl Fn(&[&str]) -> bool,
) -> bool {
    (0..words.len()).any(|from| {
        if words.get(from).is_some_and(|word| lexicon.danger_unspaced(word) && !harmless(&[word])) {
            return true;
        }
        let reach = words.get(from).map_or(0, |first| lexicon.danger_reach(first));
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
