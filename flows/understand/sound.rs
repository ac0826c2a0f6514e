//! How a word sounds, roughly: its consonants, for comparing a reply in Latin letters with a text in another script.
//!
//! Whoever has no keyboard of their script types "shaam" for शाम and شام, each in their own way. Vowels, doubled
//! letters and breath are left out, and sounds that people write in several ways are one. That is far from exact,
//! so what is found by it is only ever asked back.

/// Consonants at least; fewer say too little.
const FEWEST: usize = 2;

/// The consonants of a text. `None` if it has too few of them, or letters of a script that is not known here.
/// `voiced` tells g from k, d from t and b from p, which Tamil and Malayalam spelling does not.
pub(crate) fn consonants(text: &str, voiced: bool) -> Option<String> {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut first = true;
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            first = true;
            continue;
        }
        let zh = c == 'z' && chars.next_if_eq(&'h').is_some();
        let ends = chars.peek().is_none_or(|next| next.is_whitespace());
        let sound = match c {
            'z' if zh => 'l',
            // The same sign is heard as m at the end of a Telugu or Malayalam word.
            'ం' | 'ം' if ends => 'm',
            c => sound(c)?,
        };
        let sound = if voiced { sound } else { unvoiced(sound) };
        // Breath and half vowels are heard at the beginning only, a vowel there as any vowel.
        let heard = match sound {
            ' ' => None,
            'a' | 'h' | 'y' | 'v' => first.then_some(sound),
            _ => Some(sound),
        };
        first = false;
        // A nasal before a lip sound is written as n or m.
        if matches!(sound, 'p' | 'b') && out.ends_with('m') {
            out.pop();
            out.push('n');
        }
        out.extend(heard.filter(|sound| !out.ends_with(*sound)));
    }
    let consonants = out.chars().filter(|c| *c != 'a').count();
    (consonants >= FEWEST).then_some(out)
}

/// One letter's sound: `a` for every vowel, a space for what is silent; `None` for a letter not known.
fn sound(c: char) -> Option<char> {
    if c.is_ascii_lowercase() {
        return Some(match c {
            'a' | 'e' | 'i' | 'o' | 'u' => 'a',
            'f' => 'p',
            'q' | 'x' => 'k',
            'w' => 'v',
            'z' => 'j',
            c => c,
        });
    }
    match u32::from(c) {
        0x600..=0x6ff => arabic(c),
        // Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Malayalam: one layout, as in ISCII.
        0x900..=0xaff | 0xb80..=0xbff | 0xc00..=0xc7f | 0xd00..=0xd7f => indic(u32::from(c) & 0x7f),
        _ => None,
    }
}

fn indic(place: u32) -> Option<char> {
    Some(match place {
        0x02 => 'n',
        0x05..=0x14 => 'a',
        0x15 | 0x16 => 'k',
        0x17 | 0x18 => 'g',
        0x19 | 0x1e | 0x23 | 0x28 | 0x29 => 'n',
        0x1a | 0x1b => 'c',
        0x1c | 0x1d => 'j',
        0x1f | 0x20 | 0x24 | 0x25 => 't',
        0x21 | 0x22 | 0x26 | 0x27 => 'd',
        0x2a | 0x2b => 'p',
        0x2c | 0x2d => 'b',
        0x2e => 'm',
        0x2f => 'y',
        0x30 | 0x31 => 'r',
        0x32..=0x34 => 'l',
        0x35 => 'v',
        0x36..=0x38 => 's',
        0x39 => 'h',
        // Vowel signs and the mark that there is no vowel.
        0x03 | 0x3c..=0x4d => ' ',
        _ => return None,
    })
}

/// Letters as folding leaves them.
fn arabic(c: char) -> Option<char> {
    Some(match c {
        'ا' | 'ع' => 'a',
        'ب' => 'b',
        'پ' | 'ف' => 'p',
        'ت' | 'ط' | 'ٹ' | 'ټ' => 't',
        'ث' | 'س' | 'ش' | 'ص' | 'ښ' => 's',
        'ج' | 'ز' | 'ذ' | 'ض' | 'ظ' | 'ژ' | 'ځ' => 'j',
        'چ' | 'څ' => 'c',
        'ح' | 'ه' => 'h',
        'خ' | 'ق' | 'ک' => 'k',
        'د' | 'ڈ' | 'ډ' => 'd',
        'ر' | 'ڑ' | 'ړ' => 'r',
        'غ' | 'گ' | 'ږ' => 'g',
        'ل' => 'l',
        'م' => 'm',
        'ن' | 'ں' | 'ڼ' => 'n',
        'و' => 'v',
        'ي' | 'ے' => 'y',
        _ => return None,
    })
}

fn unvoiced(sound: char) -> char {
    match sound {
        'g' => 'k',
        'd' => 't',
        'b' => 'p',
        'c' | 'j' => 's',
        sound => sound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understand::fold;

    #[test]
    fn a_word_in_latin_letters_sounds_like_itself() {
        for (latin, native) in [
            ("shaam", "شام"),
            ("subah", "صبح"),
            ("subha", "सुबह"),
            ("sham", "शाम"),
            ("sondha", "সন্ধ্যা"),
            ("shokal", "সকাল"),
            ("dopahar", "दोपहर"),
            ("itwaar", "اتوار"),
        ] {
            let (a, b) = (consonants(latin, true), consonants(&fold(native), true));
            assert!(a.is_some() && a == b, "{latin} {native}: {a:?} {b:?}");
        }
        for (latin, native) in [
            ("kaalai", "காலை"),
            ("maalai", "மாலை"),
            ("raavile", "രാവിലെ"),
            ("vaikunneram", "വൈകുന്നേരം"),
        ] {
            let (a, b) = (consonants(latin, false), consonants(&fold(native), false));
            assert!(a.is_some() && a == b, "{latin} {native}: {a:?} {b:?}");
        }
    }

    #[test]
    fn other_words_sound_otherwise_and_short_ones_say_nothing() {
        assert_ne!(consonants("morning", true), consonants("शाम", true));
        assert_eq!(consonants("ao", true), None);
        assert_eq!(consonants("ጠዋት", true), None);
    }
}
