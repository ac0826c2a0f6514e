//! Letters that only one language of the Cyrillic script has; without any of them it is taken for Russian.

const ONLY: [(&str, &str); 4] = [("uk", "їєґ"), ("be", "ў"), ("sr", "јљњђћџ"), ("mk", "ѓќѕ")];

/// The language of a text in Cyrillic letters.
pub(super) fn cyrillic(text: &str) -> &'static str {
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    ONLY.iter().find(|(_, letters)| has(letters)).map_or("ru", |(lang, _)| lang)
}
