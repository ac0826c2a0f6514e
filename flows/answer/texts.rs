//! Option texts in a reply: whole words of them, their beginnings, typing mistakes.

use std::collections::BTreeSet;

use crate::understand::piece::Said;
use crate::understand::sound::consonants;

/// Options that have all of these words in their text; those of the session's language come first.
pub(super) fn options_with(said: &Said<'_>, words: &[&str]) -> BTreeSet<usize> {
    let of = |own: bool| -> BTreeSet<usize> {
        said.options
            .iter()
            .filter(|o| o.own == own && words.iter().all(|w| o.words.iter().any(|x| x == w)))
            .map(|o| o.index)
            .collect()
    };
    let own = of(true);
    if own.is_empty() { of(false) } else { own }
}

/// The only one of a set.
pub(super) fn one(set: BTreeSet<usize>) -> Option<usize> {
    let mut set = set.into_iter();
    set.next().filter(|_| set.next().is_none())
}

/// Options whose first word this is.
pub(super) fn beginning_with(said: &Said<'_>, word: &str) -> BTreeSet<usize> {
    let first = said.options.iter().filter(|o| o.words.first().is_some_and(|w| w == word));
    first.map(|o| o.index).collect()
}

/// The words stand side by side in a text of this option.
pub(super) fn together(said: &Said<'_>, index: usize, words: &[&str]) -> bool {
    let mut texts = said.options.iter().filter(|o| o.index == index);
    texts.any(|o| o.words.windows(words.len()).any(|window| window == words))
}

/// Options that have a word which begins so; three letters at least.
pub(super) fn with_beginning(said: &Said<'_>, letters: &str) -> BTreeSet<usize> {
    if letters.chars().count() < 3 {
        return BTreeSet::new();
    }
    let with = said.options.iter().filter(|o| o.words.iter().any(|w| w.starts_with(letters)));
    with.map(|o| o.index).collect()
}

/// The one option whose text these words are but for a typing mistake: one in 4 to 7 letters, two in more.
pub(super) fn nearest(said: &Said<'_>, words: &[&str]) -> Option<usize> {
    let reply = words.join(" ");
    let letters = reply.chars().filter(|c| !c.is_whitespace()).count();
    let budget = match letters {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    let (mut best, mut nearest) = (budget + 1, BTreeSet::new());
    for option in &said.options {
        let text = option.words.join(" ");
        let short = text.chars().filter(|c| !c.is_whitespace()).count() < 4;
        // Lengths tell before letters do, and which letters there are before their order.
        if short
            || text.chars().count().abs_diff(reply.chars().count()) > budget
            || differ(&text, &reply) > 2 * budget
        {
            continue;
        }
        let distance = strsim::osa_distance(&text, &reply);
        if distance < best {
            best = distance;
            nearest.clear();
        }
        if distance == best && distance <= budget {
            nearest.insert(option.index);
        }
    }
    one(nearest)
}

/// The one option of the session's language that words in Latin letters sound like, where its text has other letters:
/// "shaam" for شام. Four letters at least; always to be asked back.
pub(super) fn sounding_like(said: &Said<'_>, words: &[&str]) -> Option<usize> {
    let reply = words.join(" ");
    let letters = reply.bytes().filter(u8::is_ascii_lowercase).count();
    if letters < 4 || !reply.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') {
        return None;
    }
    let (voiced, unvoiced) = (consonants(&reply, true), consonants(&reply, false));
    let like = said.options.iter().filter(|o| o.own).filter(|option| {
        let text = option.words.join(" ");
        if text.is_ascii() {
            return false;
        }
        let spells_alike =
            text.chars().any(|c| matches!(u32::from(c), 0xb80..=0xbff | 0xd00..=0xd7f));
        let heard = if spells_alike { &unvoiced } else { &voiced };
        heard.is_some() && consonants(&text, !spells_alike) == *heard
    });
    one(like.map(|o| o.index).collect())
}

/// How many letters one text has and the other lacks, at least: one typing mistake makes two of them at most.
fn differ(a: &str, b: &str) -> usize {
    let letters = |text: &str| text.chars().fold(0_u64, |all, c| all | 1 << (u32::from(c) % 64));
    (letters(a) ^ letters(b)).count_ones() as usize
}
