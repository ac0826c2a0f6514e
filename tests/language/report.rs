//! Language detectors side by side, in one run: ours, whatlang (free, and with an allow-list) and lingua.
//!
//! `report DEV.tsv`: rows of language, script, bucket, source, text. Prints accuracy by bucket, macro averages
//! over languages; microseconds a text; the size of our table; and how much is right of what is answered.

use std::collections::BTreeMap;
use std::time::Instant;

use lingua::{IsoCode639_1, LanguageDetectorBuilder};
use majlis_flows::language::{Detection, detect};

const SHARED16: [&str; 16] = [
    "ar", "en", "hi", "ur", "bn", "tl", "ta", "fa", "te", "ru", "zh", "fr", "es", "id", "sw", "tr",
];
const NATIVE21: [&str; 21] = [
    "ar", "en", "hi", "ur", "ml", "bn", "tl", "ta", "fa", "ps", "ne", "te", "si", "ru", "zh", "fr",
    "es", "id", "am", "sw", "tr",
];
const ROMAN7: [&str; 7] =
    ["ar-Latn", "hi-Latn", "ur-Latn", "ml-Latn", "bn-Latn", "fa-Latn", "ta-Latn"];
const BUCKETS: [&str; 4] = ["w1", "w2-3", "w4-8", "s9+"];

struct Row<'a> {
    lang: &'a str,
    bucket: usize,
    text: &'a str,
}

type Detector<'a> = (&'static str, Box<dyn Fn(&str) -> Option<String> + 'a>);

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| {
        eprintln!("usage: report DEV.tsv");
        std::process::exit(2)
    });
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        eprintln!("report: {path}: {error}");
        std::process::exit(1)
    });
    let rows: Vec<Row<'_>> = file.lines().filter_map(row).collect();
    let detectors = detectors();
    println!("{} rows\n", rows.len());
    println!("accuracy in % (macro average over languages), by words: 1, 2-3, 4-8, 9+, all");
    for (set, langs) in
        [("shared16", &SHARED16[..]), ("native21", &NATIVE21[..]), ("roman7", &ROMAN7[..])]
    {
        for (name, detector) in &detectors {
            let cells = accuracy(&rows, langs, detector);
            println!("{set:9} {name:22} {}", cells.iter().map(|c| format!("{c:6.1}")).collect::<String>());
        }
    }
    println!("\nmicroseconds a text, by words");
    for (name, detector) in &detectors {
        println!("          {name:22} {}", speed(&rows, detector).iter().map(|c| format!("{c:7.1}")).collect::<String>());
    }
    let table = std::fs::metadata(concat!(env!("CARGO_MANIFEST_DIR"), "/../../flows/language/table.bin"));
    println!("\nour table: {} bytes", table.map(|table| table.len()).unwrap_or_default());
    abstention(&rows);
}

fn row(line: &str) -> Option<Row<'_>> {
    let mut fields = line.split('\t');
    let lang = fields.next()?;
    let bucket = fields.nth(1)?;
    let text = fields.nth(1)?;
    let bucket = BUCKETS.iter().position(|name| *name == bucket)?;
    Some(Row { lang, bucket, text })
}

fn name(found: &Detection) -> String {
    if found.romanised { format!("{}-Latn", found.lang) } else { found.lang.to_owned() }
}

fn detectors<'a>() -> Vec<Detector<'a>> {
    use whatlang::Lang;
    // The languages of the report that whatlang knows.
    let allowed = vec![
        Lang::Ara, Lang::Eng, Lang::Hin, Lang::Urd, Lang::Mal, Lang::Ben, Lang::Tgl, Lang::Tam,
        Lang::Pes, Lang::Nep, Lang::Tel, Lang::Sin, Lang::Rus, Lang::Cmn, Lang::Fra, Lang::Spa,
        Lang::Ind, Lang::Amh, Lang::Tur, Lang::Mar,
    ];
    let narrow = whatlang::Detector::with_allowlist(allowed);
    let lingua = LanguageDetectorBuilder::from_all_languages().with_preloaded_language_models().build();
    vec![
        ("ours", Box::new(|text: &str| detect(text, &[]).map(|found| name(&found)))),
        (
            "whatlang",
            Box::new(|text: &str| whatlang::detect_lang(text).map(|l| short(l.code()).to_owned())),
        ),
        (
            "whatlang, allow-list",
            Box::new(move |text: &str| narrow.detect_lang(text).map(|l| short(l.code()).to_owned())),
        ),
        (
            "lingua",
            Box::new(move |text: &str| {
                let found = lingua.detect_language_of(text)?;
                let code: IsoCode639_1 = found.iso_code_639_1();
                Some(code.to_string().to_lowercase())
            }),
        ),
    ]
}

/// whatlang's codes are of three letters.
fn short(code: &str) -> &str {
    match code {
        "ara" => "ar",
        "eng" => "en",
        "hin" => "hi",
        "urd" => "ur",
        "mal" => "ml",
        "ben" => "bn",
        "tgl" => "tl",
        "tam" => "ta",
        "pes" => "fa",
        "nep" => "ne",
        "tel" => "te",
        "sin" => "si",
        "rus" => "ru",
        "cmn" => "zh",
        "fra" => "fr",
        "spa" => "es",
        "ind" => "id",
        "amh" => "am",
        "tur" => "tr",
        "mar" => "mr",
        other => other,
    }
}

/// Hindi and Urdu in Latin letters are near the same: either is right for either.
fn same(found: &str, lang: &str) -> bool {
    let one = |lang: &str| if lang == "ur-Latn" { "hi-Latn" } else { lang }.to_owned();
    one(found) == one(lang)
}

fn accuracy(rows: &[Row<'_>], langs: &[&str], detector: &dyn Fn(&str) -> Option<String>) -> Vec<f64> {
    let mut cells: BTreeMap<(usize, &str), (f64, f64)> = BTreeMap::new();
    for row in rows.iter().filter(|row| langs.contains(&row.lang)) {
        let right = detector(row.text).is_some_and(|found| same(&found, row.lang));
        let cell = cells.entry((row.bucket, if row.lang == "ur-Latn" { "hi-Latn" } else { row.lang }));
        let (hits, all) = cell.or_default();
        *hits += f64::from(u8::from(right));
        *all += 1.0;
    }
    let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let mut out: Vec<f64> = (0..BUCKETS.len())
        .map(|bucket| {
            let of = cells.iter().filter(|((at, _), _)| *at == bucket);
            mean(of.map(|(_, (hits, all))| 100.0 * hits / all).collect())
        })
        .collect();
    out.push(mean(out.clone()));
    out
}

fn speed(rows: &[Row<'_>], detector: &dyn Fn(&str) -> Option<String>) -> Vec<f64> {
    (0..BUCKETS.len())
        .map(|bucket| {
            let texts: Vec<&str> =
                rows.iter().filter(|row| row.bucket == bucket).map(|row| row.text).collect();
            // The best of three rounds: a noisy machine only ever adds.
            let rounds = (0..3).map(|_| {
                let began = Instant::now();
                let answered = texts.iter().filter(|text| detector(text).is_some()).count();
                std::hint::black_box(answered);
                began.elapsed().as_secs_f64() * 1e6 / texts.len() as f64
            });
            rounds.fold(f64::INFINITY, f64::min)
        })
        .collect()
}

/// How much of what is answered is right, when answers below a confidence are held back.
fn abstention(rows: &[Row<'_>]) {
    println!("\nours, holding back below a confidence (all 28 labels): answered %, right % of those");
    let labels: Vec<&Row<'_>> = rows.iter().filter(|row| row.lang != "mr").collect();
    let found: Vec<(f32, bool)> = labels
        .iter()
        .filter_map(|row| {
            let found = detect(row.text, &[])?;
            Some((found.confidence, same(&name(&found), row.lang)))
        })
        .collect();
    for least in [0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] {
        let answered: Vec<_> = found.iter().filter(|(confidence, _)| *confidence >= least).collect();
        let right = answered.iter().filter(|(_, right)| *right).count();
        println!(
            "          {least:4.2}  {:5.1}  {:5.1}",
            100.0 * answered.len() as f64 / labels.len() as f64,
            100.0 * right as f64 / answered.len().max(1) as f64
        );
    }
}
