//! Multinomial logistic regression over hashed features, by AdaGrad.

use majlis_flows::language::features::each;
use majlis_flows::language::model::{norm, softmax};

/// A prepared text and its language.
#[derive(Clone)]
pub(crate) struct Example {
    pub(crate) text: String,
    /// Index of its language in the group.
    pub(crate) label: usize,
    /// By words: one, two or three, four to eight, more.
    pub(crate) bucket: usize,
}

/// Weights of one group while they are learned.
pub(crate) struct Learner {
    labels: usize,
    bits: u32,
    weights: Vec<f32>,
    squares: Vec<f32>,
    biases: Vec<f32>,
    random: u64,
}

/// Weights as they are shipped.
pub(crate) struct Quantised {
    pub(crate) weights: Vec<i8>,
    pub(crate) scale: f32,
    pub(crate) temperature: f32,
    pub(crate) biases: Vec<f32>,
    labels: usize,
    bits: u32,
}

/// Of a step, at first.
const RATE: f32 = 0.5;
/// How many features in a hundred are left out at each step.
const LEFT_OUT: u64 = 20;
/// What a piece of a text weighs beside a whole one.
const PIECE: f32 = 1.5;
/// How many pieces of a text are learned each time it is.
const PIECES: usize = 3;
/// How many pieces in a hundred are one word whatever the text's length: one word is the hardest to tell.
const OF_ONE_WORD: u64 = 50;

impl Learner {
    pub(crate) fn new(labels: usize, bits: u32) -> Self {
        let size = labels << bits;
        Self {
            labels,
            bits,
            weights: vec![0.0; size],
            squares: vec![1e-2; size],
            biases: vec![0.0; labels],
            random: 0x9e37_79b9_7f4a_7c15,
        }
    }

    fn next(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).unwrap_or(0)
    }

    pub(crate) fn learn(&mut self, examples: &[Example], epochs: usize) {
        let share = shares(examples, self.labels);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for epoch in 0..epochs {
            for at in (1..order.len()).rev() {
                let with = self.below(at + 1);
                order.swap(at, with);
            }
            let rate = RATE * (1.0 - epoch as f32 / epochs as f32).max(0.1);
            for &at in &order {
                let example = &examples[at];
                let weight = share[example.label];
                self.update(&example.text, example.label, weight, rate);
                // Pieces of longer texts: what people send is short.
                for _ in 0..PIECES {
                    if let Some(piece) = self.piece(&example.text) {
                        self.update(&piece, example.label, weight * PIECE, rate);
                    }
                }
            }
            eprintln!("  epoch {}", epoch + 1);
        }
    }

    /// One to four neighbouring words of a text, one more often than not.
    fn piece(&mut self, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split(' ').collect();
        if words.len() < 3 {
            return None;
        }
        let alone = self.next() % 100 < OF_ONE_WORD;
        let len = if alone { 1 } else { 1 + self.below(4.min(words.len() - 1)) };
        let from = self.below(words.len() - len + 1);
        let piece = words[from..from + len].join(" ");
        (piece.chars().count() > 2).then_some(piece)
    }

    fn rows(&self, text: &str) -> Vec<usize> {
        let mut rows = Vec::with_capacity(256);
        each(text, |hash| rows.push((hash >> (32 - self.bits)) as usize * self.labels));
        rows
    }

    fn probabilities(&self, rows: &[usize]) -> Vec<f32> {
        let mut out = vec![0.0; self.labels];
        for row in rows {
            for (sum, weight) in out.iter_mut().zip(&self.weights[*row..row + self.labels]) {
                *sum += weight;
            }
        }
        let norm = norm(rows.len());
        for (sum, bias) in out.iter_mut().zip(&self.biases) {
            *sum = *sum / norm + bias;
        }
        softmax(&mut out);
        out
    }

    fn update(&mut self, text: &str, label: usize, weight: f32, rate: f32) {
        let mut rows = self.rows(text);
        // A word is to be known by its parts, too, so each time some of them are left out.
        rows.retain(|_| self.next() % 100 >= LEFT_OUT);
        let mut slope = self.probabilities(&rows);
        slope[label] -= 1.0;
        if slope[label].abs() < 1e-3 {
            return;
        }
        for (bias, slope) in self.biases.iter_mut().zip(&slope) {
            *bias -= rate * 0.01 * weight * slope;
        }
        let step = weight / norm(rows.len());
        for row in rows {
            let weights = &mut self.weights[row..row + self.labels];
            let squares = &mut self.squares[row..row + self.labels];
            for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(&slope) {
                let slope = slope * step;
                *square += slope * slope;
                *weight -= rate * slope / square.sqrt();
            }
        }
    }

    /// Without the rows that the first round is sure are of another language: English lines in a romanised
    /// set, names. Dirty labels are the largest cause of error. Single words are left: many are truly of both.
    pub(crate) fn clean(&self, examples: &[Example], labels: &[&str]) -> Vec<Example> {
        let romanised = |label: usize| labels[label].ends_with("-Latn");
        let kept = examples.iter().filter(|example| {
            let own = self.probabilities(&self.rows(&example.text))[example.label];
            let least = if romanised(example.label) { 0.05 } else { 0.005 };
            example.bucket == 0 || own >= least
        });
        kept.cloned().collect()
    }

    /// Eight bits a weight, and the temperature at which confidence is honest about rows not learned from.
    pub(crate) fn quantised(&self, held: &[Example]) -> Quantised {
        let mut sizes: Vec<f32> =
            self.weights.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let most = sizes.get(sizes.len() * 9995 / 10_000).copied().unwrap_or(1.0);
        let scale = most / 127.0;
        #[allow(clippy::cast_possible_truncation)] // clamped
        let weights =
            self.weights.iter().map(|w| (w / scale).round().clamp(-127.0, 127.0) as i8).collect();
        let mut out = Quantised {
            weights,
            scale,
            temperature: 1.0,
            biases: self.biases.clone(),
            labels: self.labels,
            bits: self.bits,
        };
        let loss = |temperature: f32| -> f32 {
            let own = |example: &&Example| {
                out.probabilities(&example.text, temperature)[example.label].max(1e-6).ln()
            };
            -held.iter().map(|example| own(&example)).sum::<f32>()
        };
        let best = [0.7, 0.85, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0]
            .into_iter()
            .min_by(|a, b| loss(*a).total_cmp(&loss(*b)));
        out.temperature = best.unwrap_or(1.0);
        out
    }
}

impl Quantised {
    fn probabilities(&self, text: &str, temperature: f32) -> Vec<f32> {
        let mut sums = vec![0i32; self.labels];
        let count = each(text, |hash| {
            let row = (hash >> (32 - self.bits)) as usize * self.labels;
            for (sum, weight) in sums.iter_mut().zip(&self.weights[row..row + self.labels]) {
                *sum += i32::from(*weight);
            }
        });
        let norm = norm(count);
        let logit =
            |(sum, bias): (&i32, &f32)| (*sum as f32 * self.scale / norm + bias) / temperature;
        let mut out: Vec<f32> = sums.iter().zip(&self.biases).map(logit).collect();
        softmax(&mut out);
        out
    }
}

/// What each language's rows count, so that all languages weigh alike.
fn shares(examples: &[Example], labels: usize) -> Vec<f32> {
    let mut counts = vec![0f32; labels];
    for example in examples {
        counts[example.label] += 1.0;
    }
    let mean = counts.iter().sum::<f32>() / labels as f32;
    counts.iter().map(|count| (mean / count.max(1.0)).clamp(0.2, 10.0)).collect()
}

/// Prints how many of other rows are right, by label and bucket.
pub(crate) fn report(group: &Quantised, examples: &[Example], labels: &[&str]) {
    let mut right = vec![[(0u32, 0u32); 4]; labels.len()];
    let mut confused: std::collections::BTreeMap<(usize, usize), u32> =
        std::collections::BTreeMap::new();
    for example in examples {
        let probabilities = group.probabilities(&example.text, group.temperature);
        let best = (0..labels.len()).max_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]));
        let cell = &mut right[example.label][example.bucket];
        cell.1 += 1;
        cell.0 += u32::from(best == Some(example.label));
        if best != Some(example.label) {
            *confused.entry((example.label, best.unwrap_or(0))).or_default() += 1;
        }
    }
    eprintln!("temperature {}", group.temperature);
    for (label, cells) in labels.iter().zip(&right) {
        let share = |(right, all): &(u32, u32)| {
            format!("{:5.1}", 100.0 * *right as f32 / (*all).max(1) as f32)
        };
        eprintln!("{label:8} {}", cells.iter().map(share).collect::<Vec<_>>().join(" "));
    }
    let mut confused: Vec<_> = confused.into_iter().collect();
    confused.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((label, best), count) in confused.into_iter().take(12) {
        eprintln!("  {} taken for {}: {count}", labels[label], labels[best]);
    }
}
