//! STOP, HELP and the other words that mean the same everywhere.

use super::near::one_apart;
use super::normal::fold;
use super::options::codes;
use super::piece::{Piece, Said};
use super::token::{Kind, Token, tokens};
use super::{Question, ReadAs, Reading};
use crate::engine::Texts;
use crate::flow::Ask;
use crate::session::Value;
use crate::words::{Lexicon, Word, near_miss_script};

/// A universal word where no question is open.
pub(crate) fn outside(text: &str, lang: Option<&str>, lexicon: &Lexicon) -> Option<Word> {
    let text = super::without_mail(text);
    if text.len() > 200 {
        return None;
    }
    let folded = fold(&text);
    let tokens = tokens(&folded, lexicon.mixed());
    let question = Question {
        lang: lang.unwrap_or("en"),
        step: "",
        ask: &Ask::Place,
        texts: &NoTexts,
        offered: &[],
        today: jiff::civil::Date::MIN,
    };
    let said = Said::new(&question, &text, &folded, &tokens, lexicon);
    let lang_words = |key: &str| lexicon.universal_key(key, lang, true);
    find(&said, lang_words).or_else(|| near_word(&said).map(|_| Word::Stop))
}

/// `LINK 482 193`: the word, and what may be a code. A word with other words beside it is a sentence.
pub(crate) fn link_code(text: &str, lexicon: &Lexicon) -> Option<String> {
    if text.len() > 100 {
        return None;
    }
    let folded = fold(text);
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '.' | ':' | '#');
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let words: String = folded.chars().map(|c| if part(c) { ' ' } else { c }).collect();
    let code = (4..=8).contains(&digits.len());
    (code && outside(words.trim(), None, lexicon) == Some(Word::Link)).then_some(digits)
}

/// What follows "no, I meant" at the beginning of a reply; `None` if it does not begin so, or nothing follows.
pub(crate) fn after_no<'r>(
    question: &Question<'_>,
    reply: &'r str,
    lexicon: &Lexicon,
) -> Option<&'r str> {
    use crate::words::{Certainty, role};
    if reply.len() > 200 {
        return None;
    }
    let takes_back = |words: &str| {
        let folded = fold(words);
        let tokens = tokens(&folded, lexicon.mixed());
        let said = Said::new(question, words, &folded, &tokens, lexicon);
        let begins = said.pieces.iter().any(|piece| {
            matches!(piece, Piece::Phrase(_, s) if s.no > Certainty::No || s.has(role::CORRECTION))
        });
        let only = |piece: &Piece<'_>| match piece {
            Piece::Phrase(_, s) => {
                s.number.is_none()
                    && (s.no > Certainty::No
                        || s.has(role::CORRECTION | role::FILLER | role::COURTESY))
            }
            Piece::Mark(..) => true,
            _ => false,
        };
        begins && said.pieces.iter().all(only)
    };
    let mut ends = reply.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    ends.rfind(|end| reply.get(..*end).is_some_and(takes_back))
        .and_then(|end| reply.get(end..))
        .map(str::trim)
        .filter(|rest| !rest.is_empty())
}

struct NoTexts;

impl Texts for NoTexts {
    fn option(&self, _: &str, _: &str, _: &str) -> Option<&str> {
        None
    }
}

/// A universal word as the whole reply to a question. Likely ones never count on free text.
pub(crate) fn inside(said: &Said<'_>) -> Option<Reading> {
    let likely = !said.question.ask.is_free();
    let word = find(said, |key| said.lexicon.universal_key(key, Some(said.question.lang), likely))?;
    let Word::Speak(named) = &word else { return Some(Reading::Word(word)) };
    match name_or_answer(said, named) {
        Name::Language => Some(Reading::Word(word)),
        Name::Answer => None,
        Name::Either => Some(Reading::Unclear),
    }
}

/// What the name of a language is meant as.
enum Name {
    Language,
    Answer,
    Either,
}

/// A language's name may say yes or no in another one, as "hindi" is no in Tagalog: in a session of that
/// language it is no name, and where both languages may be meant a yes/no question is not answered by it.
fn name_or_answer(said: &Said<'_>, named: &str) -> Name {
    let Question { lang, offered, ask, .. } = said.question;
    if named == *lang {
        return Name::Language;
    }
    let words = said.words_without(crate::words::role::COURTESY).join(" ");
    let answers = |lang: &str| {
        said.lexicon.senses(&words, lang, &[]).is_some_and(|senses| senses.is_answer())
    };
    if answers(lang) {
        return Name::Answer;
    }
    let asked = matches!(ask, Ask::YesNo { .. } | Ask::Consent | Ask::Reaction { .. });
    if asked && offered.iter().any(|other| answers(other)) {
        let offers = offered.iter().any(|other| other == named);
        return if offers { Name::Either } else { Name::Answer };
    }
    Name::Language
}

fn find(said: &Said<'_>, look_up: impl Fn(&str) -> Option<Word>) -> Option<Word> {
    let mut marks = said.folded.chars().filter(|c| !c.is_whitespace()).peekable();
    if marks.peek().is_some() && marks.all(|c| c == '?') {
        return Some(Word::Help);
    }
    if said.tokens.iter().any(|t| matches!(t.kind, Kind::Number | Kind::Link)) {
        return None;
    }
    let words: Vec<&str> =
        said.tokens.iter().filter(|t| t.kind == Kind::Word).map(|t| t.text).collect();
    variants(&words, &look_up).or_else(|| {
        let words = said.words_without(crate::words::role::COURTESY);
        variants(&words, &look_up)
    })
}

/// The phrase itself, said more than once, or with its letters spaced out.
fn variants(words: &[&str], look_up: &impl Fn(&str) -> Option<Word>) -> Option<Word> {
    if words.is_empty() || words.len() > 24 {
        return None;
    }
    if let Some(word) = look_up(&words.join(" ")) {
        return Some(word);
    }
    if words.len() >= 3 && words.iter().all(|w| w.chars().count() == 1) {
        return look_up(&words.concat());
    }
    (1..=words.len() / 2)
        .filter(|unit| words.len().is_multiple_of(*unit))
        .filter_map(|unit| Some((unit, words.get(..unit)?)))
        .find(|(unit, first)| words.chunks(*unit).all(|chunk| chunk == *first))
        .and_then(|(_, first)| look_up(&first.join(" ")))
}

/// A reply one edit away from a STOP word: stop, or (near an option's word) the option asked back, or unclear.
pub(crate) fn near_stop(said: &Said<'_>) -> Option<Reading> {
    let (reply, stop) = near_word(said)?;
    if said.question.ask.is_free() {
        let slip = swapped(reply, stop) || doubled(reply, stop);
        return slip.then_some(Reading::Word(Word::Stop));
    }
    let near: Vec<_> = said
        .options
        .iter()
        .filter(|o| {
            o.words.iter().any(|w| w.starts_with(reply) || w == reply || one_apart(w, reply))
        })
        .collect();
    if near.is_empty() {
        return Some(Reading::Word(Word::Stop));
    }
    let meant: Vec<usize> = near
        .iter()
        .filter(|o| {
            o.words.iter().any(|w| w.starts_with(reply))
                || matches!(o.words.as_slice(), [w] if w == stop)
        })
        .map(|o| o.index)
        .collect();
    match meant.split_first() {
        Some((index, rest)) if rest.iter().all(|i| i == index) => {
            let codes = codes(said.question.ask);
            Some(match codes.get(*index).and_then(|code| value(said.question.ask, code)) {
                Some(value) => Reading::Confirm { value, read_as: ReadAs::Fuzzy },
                None => Reading::Unclear,
            })
        }
        _ => Some(Reading::Unclear),
    }
}

/// The value of an option's code.
pub(crate) fn value(ask: &Ask, code: &str) -> Option<Value> {
    match ask {
        Ask::Choice { .. } => Some(Value::Choice { option: code.to_owned() }),
        Ask::Rating { min, max } => {
            Some(Value::Rating { score: code.parse().ok()?, min: *min, max: *max })
        }
        Ask::YesNo { .. } | Ask::Consent => Some(Value::Answer { answer: code.to_owned() }),
        _ => None,
    }
}

fn near_word<'a>(said: &Said<'a>) -> Option<(&'a str, &'a str)> {
    let mut words = said.tokens.iter().filter(|t| !matches!(t.kind, Kind::Mark(_)));
    let (Some(Token { text, kind: Kind::Word, .. }), None) = (words.next(), words.next()) else {
        return None;
    };
    let letters = text.chars().count();
    if !(4..=16).contains(&letters) || !near_miss_script(text) || said.lexicon.knows(text) {
        return None;
    }
    let stops = said.lexicon.stops().iter();
    let near = stops.map(String::as_str).find(|stop| one_apart(stop, text))?;
    Some((text, near))
}

/// Two neighbours changed places: stpo.
fn swapped(reply: &str, stop: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (reply.chars().collect(), stop.chars().collect());
    a.len() == b.len() && a.iter().zip(&b).filter(|(x, y)| x != y).count() == 2
}

/// One letter written twice: stopp.
fn doubled(reply: &str, stop: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (reply.chars().collect(), stop.chars().collect());
    a.len() == b.len() + 1 && {
        let (mut a, mut b) = (a, b);
        a.dedup();
        b.dedup();
        a == b
    }
}
