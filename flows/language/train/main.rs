//! Trains the language detector's table: `zcat train.tsv.gz | majlis-train TABLE [DEV.tsv]`.
//!
//! Rows are tab-separated: language, script, bucket, source, text. For each group of languages a multinomial
//! logistic regression over hashed runs of letters is trained by AdaGrad, one thread, fixed seed: the same rows
//! give the same bytes. See README.md beside this file.
#![allow(clippy::print_stderr, clippy::cast_precision_loss, clippy::indexing_slicing)]

mod learn;
mod write;

use std::io::{BufRead, stdin};
use std::process::ExitCode;

use learn::{Example, Learner};
use majlis_flows::language::features::prepare;

/// The groups that need telling apart; every other script has one language.
const GROUPS: [(&str, u32, &[&str]); 3] = [
    ("Arab", 18, &["ar", "fa", "ur", "ps"]),
    ("Deva", 17, &["hi", "ne", "mr"]),
    (
        "Latn",
        18,
        &[
            "en", "tl", "fr", "es", "id", "sw", "tr", "ar-Latn", "hi-Latn", "ml-Latn", "bn-Latn",
            "fa-Latn", "ta-Latn",
        ],
    ),
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(out) = args.next() else {
        eprintln!("usage: zcat train.tsv.gz | majlis-train TABLE [DEV.tsv]");
        return ExitCode::from(2);
    };
    match train(&out, args.next().as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("majlis-train: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train(out: &str, dev: Option<&str>) -> std::io::Result<()> {
    let rows: Vec<String> = stdin().lock().lines().collect::<Result<_, _>>()?;
    let dev = dev.map(std::fs::read_to_string).transpose()?;
    let mut table = Vec::new();
    for (name, bits, labels) in GROUPS {
        let examples = examples(rows.iter().map(String::as_str), labels);
        eprintln!("{name}: {} rows", examples.len());
        let mut learner = Learner::new(labels.len(), bits);
        learner.learn(&examples, 3);
        let clean = learner.clean(&examples, labels);
        eprintln!("{name}: {} rows after cleaning", clean.len());
        // Every 23rd row is kept back: confidence is measured on what was not learned.
        let (held, learned): (Vec<_>, Vec<_>) =
            clean.into_iter().enumerate().partition(|(at, _)| at % 23 == 0);
        let [held, learned] =
            [held, learned].map(|rows| rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>());
        let mut learner = Learner::new(labels.len(), bits);
        learner.learn(&learned, 15);
        let group = learner.quantised(&held);
        if let Some(dev) = &dev {
            learn::report(&group, &self::examples(dev.lines(), labels), labels);
        }
        table.push((name, labels, bits, group));
    }
    std::fs::write(out, write::table(&table))
}

/// The rows of a group's languages. Hindi and Urdu in Latin letters are near the same, so they are one label.
fn examples<'a>(rows: impl Iterator<Item = &'a str>, labels: &[&str]) -> Vec<Example> {
    rows.filter_map(|row| {
        let mut fields = row.split('\t');
        let lang = match fields.next()? {
            "ur-Latn" => "hi-Latn",
            lang => lang,
        };
        let label = labels.iter().position(|label| *label == lang)?;
        let bucket = match fields.nth(1)? {
            "w1" => 0,
            "w2-3" => 1,
            "w4-8" => 2,
            _ => 3,
        };
        let text = prepare(fields.nth(1)?);
        (!text.is_empty()).then_some(Example { text, label, bucket })
    })
    .collect()
}
