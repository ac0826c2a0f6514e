//! Which input takes longest: a million each to `understand`, `language` and the decoder of sessions.
//!
//! `cargo run --release --example slowest [-- INPUTS [SEED]]`
//!
//! Inputs are words of all shipped languages in any order, any Unicode, long repetitions, and sessions with bytes
//! changed. A machine that is busy makes any input slow once, so the slowest are timed again and their best time
//! counts. Ends with 1 if one of them takes over a millisecond.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::explicit_auto_deref,
    reason = "a report, run by hand"
)]

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use majlis_flows::understand::read;
use majlis_flows::{Ask, Faults, Lexicon, Question, Session, Texts, language};

const LIMIT: Duration = Duration::from_millis(1);
/// How many of the slowest are timed again, and how often.
const AGAIN: (usize, usize) = (40, 7);

/// SplitMix64 (Steele, Lea and Flood 2014): the same inputs for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

struct Words;

impl Texts for Words {
    fn option(&self, _: &str, _: &str, code: &str) -> Option<&str> {
        Some(match code {
            "a" => "Shade trees along the school road",
            "b" => "موقف حافلات قرب السوق",
            "c" => "सड़क की बत्तियाँ",
            _ => "3 times a week or more",
        })
    }
}

fn asks() -> Vec<Ask> {
    let options = || (b'a'..=b'i').map(|c| char::from(c).to_string()).collect::<Vec<_>>();
    vec![
        Ask::Choice { options: options(), other: true },
        Ask::Choices { options: options(), min: 1, max: 9 },
        Ask::Ranking { options: options(), top: 9 },
        Ask::Points { options: options(), total: 100 },
        Ask::Rating { min: 1, max: 5 },
        Ask::YesNo { unsure: true },
        Ask::Reaction { statement: "s".to_owned() },
        Ask::Number { min: 0, max: 1_000_000 },
        Ask::Date,
        Ask::Text { max_chars: 600 },
        Ask::Place,
        Ask::File,
        Ask::Consent,
    ]
}

/// A text as nobody hopes to get it.
fn text(random: &mut Random, words: &[String]) -> String {
    let mut out = String::new();
    match random.below(6) {
        0 | 1 => {
            for _ in 0..=random.below(12) {
                out.push_str(random.of(words).as_str());
                out.push_str(*random.of(&[" ", " ", " ", ", ", "\n", "-", "", " = ", "/"]));
            }
        }
        2 => {
            for _ in 0..random.below(1500) {
                out.extend(char::from_u32(u32::try_from(random.below(0x2_0000)).unwrap()));
            }
        }
        3 => {
            let piece =
                format!("{}{}", random.of(words), random.of(&["", " ", ",", "\u{301}", "1 "]));
            out = piece.repeat(1 + random.below(3000 / piece.len().max(1) + 1));
        }
        4 => {
            // Words with a letter wrong, which are compared with every known one.
            for _ in 0..=random.below(48) {
                let mut word: Vec<char> = random.of(words).chars().collect();
                let at = random.below(word.len().max(1));
                if at < word.len() {
                    word[at] = *random.of(&['x', 'ع', 'क', '1']);
                }
                out.extend(word);
                out.push(' ');
            }
        }
        _ => {
            for _ in 0..random.below(60) {
                out.push_str(*random.of(&[
                    "1", "22", "٣", "½", "⭐", "👍🏽", "2️⃣", "0.5", "1,000", ".", "-", "+", ">", "%",
                ]));
                out.push_str(*random.of(&["", " ", "\n"]));
            }
        }
    }
    out
}

/// A stored session with some bytes changed.
fn broken(random: &mut Random, sessions: &[String]) -> String {
    let mut bytes = random.of(sessions).clone().into_bytes();
    for _ in 0..random.below(6) {
        let at = random.below(bytes.len());
        match random.below(3) {
            0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            1 => drop(bytes.drain(at..)),
            _ => {
                let again = bytes[at..].to_vec();
                bytes.splice(at..at, again);
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes.truncate(64 * 1024);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Runs all inputs; the time of the slowest, timed again.
fn report<I>(
    name: &str,
    count: usize,
    mut make: impl FnMut() -> I,
    run: impl Fn(&I),
    show: impl Fn(&I) -> String,
) -> bool {
    let mut times = Vec::with_capacity(count);
    let mut slowest: Vec<(Duration, I)> = Vec::new();
    for _ in 0..count {
        let input = make();
        let begun = Instant::now();
        run(&input);
        let took = begun.elapsed();
        times.push(took);
        if slowest.len() < AGAIN.0 || slowest.last().is_some_and(|(least, _)| took > *least) {
            slowest.push((took, input));
            slowest.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
            slowest.truncate(AGAIN.0);
        }
    }
    times.sort_unstable();
    let best = |input: &I| {
        (0..AGAIN.1)
            .map(|_| {
                let begun = Instant::now();
                run(input);
                begun.elapsed()
            })
            .min()
            .unwrap_or_default()
    };
    let worst = slowest.iter().map(|(_, input)| (best(input), input)).max_by_key(|(took, _)| *took);
    let (worst, input) = worst.expect("at least one input");
    let micros = |time: Duration| time.as_nanos() as f64 / 1000.0;
    println!(
        "{name:<11} {count} inputs: half under {:.1} µs, 99 % under {:.1} µs, the slowest {:.0} µs: {}",
        micros(times[count / 2]),
        micros(times[count / 100 * 99]),
        micros(worst),
        show(input)
    );
    worst <= LIMIT
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<u64>().expect("a number"));
    let count = usize::try_from(args.next().unwrap_or(1_000_000)).unwrap();
    let seed = args.next().unwrap_or(20_261_124);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lexicon = Lexicon::default();
    let mut words = Vec::new();
    let mut langs = Vec::new();
    for lang in fs::read_dir(root.join("locales")).unwrap() {
        let lang = lang.unwrap().file_name().into_string().unwrap();
        let text = fs::read_to_string(root.join("locales").join(&lang).join("words.toml")).unwrap();
        words.extend(
            text.split('"').skip(1).step_by(2).filter(|word| !word.is_empty()).map(str::to_owned),
        );
        lexicon.add(&lang, "words.toml", &text, &mut Faults::default());
        langs.push(lang);
    }
    langs.sort();
    words.sort();
    let sessions: Vec<String> = fs::read_dir(root.join("flows/tests/sessions"))
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let asks = asks();
    let mut random = Random(seed);
    println!("seed {seed}, {} words of {} languages", words.len(), langs.len());
    let understood = report(
        "understand",
        count,
        || (random.below(asks.len()), random.below(langs.len()), text(&mut random, &words)),
        |(ask, lang, text)| {
            let question = Question {
                lang: &langs[*lang],
                step: "s",
                ask: &asks[*ask],
                texts: &Words,
                offered: &langs,
                today: jiff::civil::date(2026, 6, 3),
            };
            std::hint::black_box(read(&question, text, &lexicon));
        },
        |(ask, lang, text)| format!("{} {} {:?}", asks[*ask].name(), langs[*lang], start(text)),
    );
    let mut random = Random(seed + 1);
    let told = report(
        "language",
        count,
        || text(&mut random, &words),
        |text| {
            std::hint::black_box(language::detect(text, &[]));
        },
        |text| format!("{:?}", start(text)),
    );
    let mut random = Random(seed + 2);
    let decoded = report(
        "session",
        count,
        || broken(&mut random, &sessions),
        |text| {
            std::hint::black_box(Session::from_text(text).is_ok());
        },
        |text| format!("{} bytes", text.len()),
    );
    if understood && told && decoded { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}
