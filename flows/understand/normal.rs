//! One spelling for what people type in many: folding of letters, marks, digits and emoji.
//!
//! Everything that is compared (replies, option texts, words) goes through [`fold`], so a rule is never
//! written twice. What is kept for people to read never does.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Emoji that say something; every other one is ornament.
pub(crate) const SIGNS: [char; 9] = ['👍', '👎', '✅', '✔', '❌', '👌', '🤷', '⭐', '★'];

/// Folds a text for comparison: lower case, no marks, one form of each Arabic letter, ASCII digits,
/// no invisible characters, no ornamental emoji. Punctuation stays; tokens decide about it.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return without_apostrophes(text.to_ascii_lowercase());
    }
    let mut out = String::with_capacity(text.len());
    // Square capitals and the like become letters before they are lowered; NFKD after it once more
    // takes apart what lowering made (İ).
    for c in text.chars().filter(|c| !is_invisible(*c)).nfkd().flat_map(char::to_lowercase).nfkd() {
        if is_fallen_mark(c) {
            continue;
        }
        match c {
            'ß' => out.push_str("ss"),
            '🔟' => out.push_str(" 10 "),
            'ٱ' => out.push('ا'),
            'ى' | 'ی' | 'ې' => out.push('ي'),
            'ة' | 'ہ' | 'ۃ' | 'ە' | 'ھ' => out.push('ه'),
            'ك' => out.push('ک'),
            'ء' => {}
            'ँ' => out.push('ं'),
            'ঁ' => out.push('ং'),
            'ൺ' => out.push_str("ണ്"),
            'ൻ' => out.push_str("ന്"),
            'ർ' => out.push_str("ര്"),
            'ൽ' => out.push_str("ല്"),
            'ൾ' => out.push_str("ള്"),
            '٫' | '．' => out.push('.'),
            '٬' | '،' | '、' => out.push(','),
            '؟' => out.push('?'),
            '۔' | '।' | '॥' | '。' => out.push('.'),
            '؛' => out.push(';'),
            '٪' => out.push('%'),
            '−' | '‐' | '‑' | '‒' | '–' | '—' => out.push('-'),
            '⁄' | '∕' => out.push('/'),
            '’' | '‘' | 'ʼ' | 'ʻ' | '´' => out.push('\''),
            c if SIGNS.contains(&c) => out.push(c),
            c => match digit(c) {
                Some(d) => out.push(d),
                None if is_ornament(c) => out.push(' '),
                None => out.push(c),
            },
        }
    }
    without_apostrophes(half_nasals(&out).into_owned())
}

/// `don't` is `dont`; an apostrophe stays only between digits (1'000).
fn without_apostrophes(text: String) -> String {
    if !text.contains(['\'', '`']) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let between_digits =
            before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
        if !matches!(c, '\'' | '`') || between_digits {
            out.push(c);
        }
        before = c;
    }
    // Marks that the apostrophe kept apart stand in their order again.
    if out.is_ascii() { out } else { out.nfd().collect() }
}

/// A nasal without its vowel before a consonant is written as anusvara: हिन्दी = हिंदी.
fn half_nasals(text: &str) -> Cow<'_, str> {
    const DEVANAGARI: ([char; 5], char, char) = (['ङ', 'ञ', 'ण', 'न', 'म'], '्', 'ं');
    const BENGALI: ([char; 5], char, char) = (['ঙ', 'ঞ', 'ণ', 'ন', 'ম'], '্', 'ং');
    if !text.contains(['्', '্']) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let after = chars.get(at + 2).copied().unwrap_or(' ');
        let script = [DEVANAGARI, BENGALI]
            .into_iter()
            .find(|(nasals, virama, _)| nasals.contains(&c) && next == *virama);
        match script {
            Some((_, _, anusvara)) if after.is_alphabetic() => {
                out.push(anusvara);
                at += 2;
            }
            _ => {
                out.push(c);
                at += 1;
            }
        }
    }
    Cow::Owned(out)
}

/// Characters nobody sees: direction marks, zero-width ones, variation selectors, skin tones, the keycap.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{20e3}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that make no difference: Latin accents, Arabic vowel marks and hamza above or below, tatweel, nukta.
fn is_fallen_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}')
}

/// Emoji and other pictures.
fn is_ornament(c: char) -> bool {
    matches!(u32::from(c), 0x2190..=0x2bff | 0x1f000..=0x1faff | 0xfffc..=0xfffd | 0xe000..=0xf8ff)
}

/// Where the zeros of Unicode's decimal digits stand (general category Nd; ten follow each other always).
const ZEROS: [u32; 60] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
    0x16b50, 0x1e140, 0x1e2f0, 0x1e950,
];

/// A digit of any script, as ASCII; also the dingbat digits that NFKD leaves alone.
#[must_use]
pub fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let value = match code {
        0x2776..=0x277e => code - 0x2775,
        0x2780..=0x2788 => code - 0x277f,
        0x278a..=0x2792 => code - 0x2789,
        0x24f5..=0x24fd => code - 0x24f4,
        0x24ff => 0,
        _ => {
            let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
            code - zero
        }
    };
    char::from_digit(value, 10)
}

/// The reply without what a mail program added: quoted lines, the line that announces them, a signature.
#[must_use]
pub fn without_mail(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') && !is_signature(text) {
        return Cow::Borrowed(text.trim_end_matches('\r'));
    }
    let quoted = |line: &str| line.trim_start().starts_with('>');
    let lines: Vec<&str> = text.lines().collect();
    // A lone ">4" is no quotation; beside other lines it is.
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let trimmed = line.trim();
        if trimmed == "--" || line.starts_with("-- ") || is_signature(trimmed) {
            break;
        }
        if lines.len() > 1 && quoted(line) {
            continue;
        }
        let announces = (trimmed.ends_with(':') || trimmed.ends_with("wrote"))
            && (trimmed.starts_with("On ") || trimmed.contains("wrote:"))
            && lines.get(at + 1..).is_some_and(|rest| rest.iter().any(|l| quoted(l)));
        if !announces {
            kept.push(line);
        }
    }
    Cow::Owned(kept.join("\n"))
}

fn is_signature(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("Sent from my ")
        || (line.starts_with("Get ") && line.ends_with(" for Android"))
        || (line.starts_with("Get ") && line.ends_with(" for iOS"))
        || line.starts_with("أرسلت من ")
        || line.starts_with("أُرسلت من ")
}
