//! Scripts: which one a text is in, and which languages it writes.

use whatlang::Lang;

/// A script, by its ISO 15924 name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the standard's
pub enum Script {
    Arab,
    Armn,
    Beng,
    Cyrl,
    Deva,
    Ethi,
    Geor,
    Grek,
    Gujr,
    Guru,
    Hang,
    Hani,
    Hebr,
    Jpan,
    Khmr,
    Knda,
    Latn,
    Mlym,
    Mymr,
    Orya,
    Sinh,
    Taml,
    Telu,
    Thai,
}

/// A script's name, the languages that it alone decides (empty where several are possible), its blocks.
type Row = (Script, &'static str, &'static [&'static str], &'static [(u32, u32)]);

const SCRIPTS: [Row; 24] = [
    (
        Script::Latn,
        "Latn",
        &[],
        &[(0x41, 0x5a), (0x61, 0x7a), (0xaa, 0xaa), (0xc0, 0x24f), (0x1e00, 0x1eff)],
    ),
    (
        Script::Arab,
        "Arab",
        &[],
        &[(0x600, 0x6ff), (0x750, 0x77f), (0x8a0, 0x8ff), (0xfb50, 0xfdff), (0xfe70, 0xfefc)],
    ),
    (Script::Deva, "Deva", &[], &[(0x900, 0x97f)]),
    (Script::Cyrl, "Cyrl", &[], &[(0x400, 0x52f)]),
    (Script::Beng, "Beng", &["bn"], &[(0x980, 0x9ff)]),
    (Script::Mlym, "Mlym", &["ml"], &[(0xd00, 0xd7f)]),
    (Script::Taml, "Taml", &["ta"], &[(0xb80, 0xbff)]),
    (Script::Telu, "Telu", &["te"], &[(0xc00, 0xc7f)]),
    (Script::Sinh, "Sinh", &["si"], &[(0xd80, 0xdff)]),
    (Script::Ethi, "Ethi", &["am"], &[(0x1200, 0x139f)]),
    (Script::Guru, "Guru", &["pa"], &[(0xa00, 0xa7f)]),
    (Script::Gujr, "Gujr", &["gu"], &[(0xa80, 0xaff)]),
    (Script::Orya, "Orya", &["or"], &[(0xb00, 0xb7f)]),
    (Script::Knda, "Knda", &["kn"], &[(0xc80, 0xcff)]),
    (Script::Thai, "Thai", &["th"], &[(0xe00, 0xe7f)]),
    (Script::Mymr, "Mymr", &["my"], &[(0x1000, 0x109f)]),
    (Script::Geor, "Geor", &["ka"], &[(0x10a0, 0x10ff)]),
    (Script::Khmr, "Khmr", &["km"], &[(0x1780, 0x17ff)]),
    (Script::Hang, "Hang", &["ko"], &[(0x1100, 0x11ff), (0x3130, 0x318f), (0xac00, 0xd7af)]),
    (Script::Jpan, "Jpan", &["ja"], &[(0x3040, 0x30ff)]),
    (Script::Hani, "Hani", &["zh"], &[(0x3400, 0x4dbf), (0x4e00, 0x9fff)]),
    (Script::Grek, "Grek", &["el"], &[(0x370, 0x3ff), (0x1f00, 0x1fff)]),
    (Script::Hebr, "Hebr", &["he"], &[(0x590, 0x5ff)]),
    (Script::Armn, "Armn", &["hy"], &[(0x530, 0x58f)]),
];

impl Script {
    fn row(self) -> Option<&'static Row> {
        SCRIPTS.iter().find(|(script, ..)| *script == self)
    }

    /// ISO 15924.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("Zyyy", |(_, name, ..)| name)
    }

    /// The one language it decides; empty where letters must.
    pub(super) fn langs(self) -> &'static [&'static str] {
        self.row().map_or(&[], |(_, _, langs, _)| langs)
    }
}

/// Languages that whatlang tells apart by trigrams, with our tags, where a script has several.
pub(super) const BY_TRIGRAMS: [(Lang, &str, Script); 43] = [
    (Lang::Ara, "ar", Script::Arab),
    (Lang::Pes, "fa", Script::Arab),
    (Lang::Urd, "ur", Script::Arab),
    (Lang::Hin, "hi", Script::Deva),
    (Lang::Mar, "mr", Script::Deva),
    (Lang::Nep, "ne", Script::Deva),
    (Lang::Rus, "ru", Script::Cyrl),
    (Lang::Ukr, "uk", Script::Cyrl),
    (Lang::Bul, "bg", Script::Cyrl),
    (Lang::Bel, "be", Script::Cyrl),
    (Lang::Mkd, "mk", Script::Cyrl),
    (Lang::Srp, "sr", Script::Cyrl),
    (Lang::Eng, "en", Script::Latn),
    (Lang::Tgl, "tl", Script::Latn),
    (Lang::Fra, "fr", Script::Latn),
    (Lang::Spa, "es", Script::Latn),
    (Lang::Por, "pt", Script::Latn),
    (Lang::Ita, "it", Script::Latn),
    (Lang::Deu, "de", Script::Latn),
    (Lang::Nld, "nl", Script::Latn),
    (Lang::Ind, "id", Script::Latn),
    (Lang::Tur, "tr", Script::Latn),
    (Lang::Vie, "vi", Script::Latn),
    (Lang::Pol, "pl", Script::Latn),
    (Lang::Ron, "ro", Script::Latn),
    (Lang::Swe, "sv", Script::Latn),
    (Lang::Dan, "da", Script::Latn),
    (Lang::Nob, "nb", Script::Latn),
    (Lang::Fin, "fi", Script::Latn),
    (Lang::Hun, "hu", Script::Latn),
    (Lang::Ces, "cs", Script::Latn),
    (Lang::Slk, "sk", Script::Latn),
    (Lang::Slv, "sl", Script::Latn),
    (Lang::Hrv, "hr", Script::Latn),
    (Lang::Lit, "lt", Script::Latn),
    (Lang::Lav, "lv", Script::Latn),
    (Lang::Est, "et", Script::Latn),
    (Lang::Uzb, "uz", Script::Latn),
    (Lang::Aze, "az", Script::Latn),
    (Lang::Tuk, "tk", Script::Latn),
    (Lang::Zul, "zu", Script::Latn),
    (Lang::Afr, "af", Script::Latn),
    (Lang::Cat, "ca", Script::Latn),
];

/// Our tag of one of [`BY_TRIGRAMS`].
pub(super) fn tag(lang: Lang) -> Option<&'static str> {
    BY_TRIGRAMS.iter().find(|(other, ..)| *other == lang).map(|(_, tag, _)| *tag)
}

fn of_char(c: char) -> Option<Script> {
    // The commonest scripts first: this is asked of every letter.
    match u32::from(c) {
        0x41..=0x5a | 0x61..=0x7a => return Some(Script::Latn),
        0x600..=0x6ff => return Some(Script::Arab),
        0x900..=0x97f => return Some(Script::Deva),
        _ => {}
    }
    let code = u32::from(c);
    let inside =
        |blocks: &[(u32, u32)]| blocks.iter().any(|(from, to)| (*from..=*to).contains(&code));
    SCRIPTS.iter().find(|(.., blocks)| inside(blocks)).map(|(script, ..)| *script)
}

/// A letter or a mark of a script that is known here.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || (!c.is_ascii() && !c.is_numeric() && of_char(c).is_some() && !is_sign(c))
}

/// Punctuation inside the blocks of scripts.
fn is_sign(c: char) -> bool {
    matches!(c, '،' | '؛' | '؟' | '۔' | '٪' | '٫' | '٬' | '।' | '॥' | '×' | '÷')
}

/// The script of most letters; Japanese if any kana stands among Han letters.
pub(super) fn of(text: &str) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for script in text.chars().filter(|c| is_letter(*c)).filter_map(of_char) {
        match counts.iter_mut().find(|(other, _)| *other == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let most = counts.iter().max_by_key(|(_, count)| *count).map(|(script, _)| *script)?;
    let kana = counts.iter().any(|(script, _)| *script == Script::Jpan);
    Some(if most == Script::Hani && kana { Script::Jpan } else { most })
}

/// Languages written from right to left, by main tag (the scripts Arabic, Hebrew, Syriac and Thaana).
const RIGHT_TO_LEFT: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// True if text in this language runs from right to left.
#[must_use]
pub fn runs_right_to_left(lang: &str) -> bool {
    let main = lang.split(['-', '_']).next().unwrap_or(lang);
    RIGHT_TO_LEFT.contains(&main)
}
