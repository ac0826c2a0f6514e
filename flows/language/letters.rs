//! Letters that only one language of a script has.

use super::Script;

/// Letters of one language each; the first list with a hit decides, so the rarer letters stand first.
const ONLY: [(Script, &str, &str); 6] = [
    (Script::Arab, "ps", "ټډړږښڼېۍځڅ"),
    (Script::Arab, "ur", "ٹڈڑںھےۓہۂ"),
    (Script::Arab, "fa", "پچژگکی"),
    (Script::Arab, "ar", "ةىأإؤيك"),
    (Script::Deva, "mr", "ळ"),
    (Script::Cyrl, "uk", "їєґ"),
];

/// The language whose own letters stand in the text. Persian letters beside Arabic ones decide nothing.
pub(super) fn only_in(script: Script, text: &str) -> Option<&'static str> {
    let hit = |letters: &str| text.chars().any(|c| letters.contains(c));
    let (_, lang, _) = ONLY.iter().find(|(of, _, letters)| *of == script && hit(letters))?;
    let mixed = *lang == "fa"
        && ONLY.iter().any(|(of, other, letters)| *of == script && *other == "ar" && hit(letters));
    (!mixed).then_some(*lang)
}

/// Arabic in Latin letters: digits that stand for letters inside a word (wa7da, 3arabi).
pub(super) fn is_arabizi(word: &str) -> bool {
    let digit = |c: char| matches!(c, '2' | '3' | '5' | '7' | '9');
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let digits = word.chars().filter(|c| digit(*c)).count();
    let inside =
        word.chars().zip(word.chars().skip(1)).any(|(a, b)| digit(a) && b.is_ascii_lowercase());
    letters >= 2
        && digits >= 1
        && inside
        && letters + digits == word.chars().count()
        && letters > digits
}
