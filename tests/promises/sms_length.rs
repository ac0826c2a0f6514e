//! How many SMS a text becomes, beside an independent count: Twilio's `sms-segments-calculator`.
//!
//! It sees characters as Unicode 10 did, before an Indic conjunct (a consonant, its virama, another consonant)
//! was one; so texts with such are held to it within a part, and all others exactly.

use std::io::Write;
use std::process::{Command, Stdio};

use majlis_channels::fit::{Encoding, measure};

const COUNT: &str = r#"
const { SegmentedMessage } = require('sms-segments-calculator');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line);
for (const line of lines) {
  const message = new SegmentedMessage(JSON.parse(line));
  console.log(message.encodingName + ' ' + message.segmentsCount);
}
"#;

/// Small and repeatable: the texts are the same in every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, most: usize) -> usize {
        // xorshift64*, Vigna 2016.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap() % most
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

const BASIC: &[&str] = &["a", "b", " ", "Z", "9", "@", "£", "é", "Ñ", "Ω", "\n", "\r\n", "¿", "Ç"];
const EXTENSION: &[&str] = &["€", "[", "]", "{", "}", "\\", "~", "|", "^", "\u{c}"];
const ARABIC: &[&str] = &["م", "ر", "ح", "ب", "ا", " ", "؟", "مَ", "ﷺ", "\u{200f}"];
const OTHERS: &[&str] =
    &["ç", "“", "’", "–", "中", "か\u{3099}", "e\u{301}", "می\u{200c}", "மி", "ക", "മാ"];
const WIDE: &[&str] = &["🚰", "👍🏽", "👨‍👩‍👧‍👦", "🇦🇪", "𐐀", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}"];
const CONJUNCTS: &[&str] = &["क्ष", "त्र", "न्द", "ന്ന", "ണ്ട", "সন্ধ", "स्त्री", "कि", "म", " "];

/// A text from some of these, often of a length near an edge.
fn text(dice: &mut Dice, pools: &[&[&str]]) -> String {
    let edges = [70, 134, 153, 160, 201, 306];
    let length = match dice.below(3) {
        0 => dice.below(330),
        _ => edges[dice.below(edges.len())] + dice.below(5) - 2,
    };
    let usual = pools[0];
    let rare = 1 + dice.below(12);
    let mut text = String::new();
    let mut units = 0;
    while units < length {
        let pool = if dice.below(rare) == 0 { pools[dice.below(pools.len())] } else { usual };
        let next = dice.pick(pool);
        units += next.encode_utf16().count();
        text.push_str(next);
    }
    text
}

fn counted(texts: &[String]) -> Vec<(String, usize)> {
    let lines: Vec<String> =
        texts.iter().map(|text| serde_json::to_string(text).unwrap()).collect();
    let tools = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools");
    let mut node = Command::new("node")
        .args(["-e", COUNT])
        .current_dir(tools)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is there");
    let mut input = node.stdin.take().unwrap();
    let writing = std::thread::spawn(move || input.write_all(lines.join("\n").as_bytes()).unwrap());
    let output = node.wait_with_output().unwrap();
    writing.join().unwrap();
    assert!(output.status.success());
    let read = |line: &str| {
        let (encoding, parts) = line.split_once(' ').unwrap();
        (encoding.to_owned(), parts.parse().unwrap())
    };
    String::from_utf8(output.stdout).unwrap().lines().map(read).collect()
}

#[test]
fn ten_thousand_texts_take_as_many_parts_as_an_independent_calculator_says() {
    let mixes: [&[&[&str]]; 8] = [
        &[BASIC],
        &[BASIC, EXTENSION],
        &[EXTENSION, BASIC],
        &[ARABIC],
        &[ARABIC, BASIC, WIDE],
        &[BASIC, WIDE, ARABIC],
        &[OTHERS, ARABIC, BASIC],
        &[WIDE, OTHERS],
    ];
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut texts: Vec<String> =
        (0..10_020).map(|number| text(&mut dice, mixes[number % mixes.len()])).collect();
    // An empty text is sent as nothing there, and as one message here.
    texts.retain(|text| !text.is_empty());
    let counted = counted(&texts);
    assert!(texts.len() >= 10_000);
    assert_eq!(counted.len(), texts.len());
    let mut many = [0; 2];
    for (text, (encoding, parts)) in texts.iter().zip(counted) {
        let found = measure(text);
        assert_eq!((found.encoding.name(), found.parts), (encoding.as_str(), parts), "{text:?}");
        many[usize::from(found.encoding == Encoding::Ucs2)] += usize::from(parts > 1);
    }
    assert!(many.iter().all(|many| *many > 1000), "of several parts: {many:?}");
    println!("{} texts, none counted otherwise; of several parts {many:?}", texts.len());
}

#[test]
fn texts_with_conjuncts_differ_from_an_older_count_by_a_part_at_most() {
    let mut dice = Dice(0x5851_f42d_4c95_7f2d);
    let texts: Vec<String> = (0..1000).map(|_| text(&mut dice, &[CONJUNCTS, ARABIC])).collect();
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let mut more = 0;
    for (text, (encoding, parts)) in texts.iter().zip(counted(&texts)) {
        let found = measure(text);
        assert_eq!(found.encoding.name(), encoding, "{text:?}");
        assert!(
            found.parts == parts || found.parts == parts + 1,
            "{} {parts} {text:?}",
            found.parts
        );
        more += usize::from(found.parts > parts);
    }
    println!("{} texts, {more} of them a part longer", texts.len());
    assert!(more < texts.len() / 20, "{more}");
}
