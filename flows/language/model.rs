//! The table of weights: for each group of languages, how much each hashed feature speaks for each of them.
//!
//! Format (little endian): `MJL1`, a count of groups; for each group its name, its labels, how many bits of a
//! hash are used, the scale of the weights, the temperature, biases; then one signed byte a label for each of
//! `2^bits` features, feature by feature. `flows/language/train` writes it.

use std::sync::LazyLock;

use super::features;

static TABLE: &[u8] = include_bytes!("table.bin");

/// The languages of one script, and their weights.
#[derive(Debug)]
pub struct Group {
    /// ISO 15924.
    pub name: &'static str,
    /// Tags; a language in Latin letters that has a script of its own ends in `-Latn`.
    pub labels: Vec<&'static str>,
    bits: u32,
    scale: f32,
    temperature: f32,
    biases: Vec<f32>,
    weights: &'static [u8],
}

/// Most labels of a group: sums stand in an array of this size.
pub const MOST_LABELS: usize = 16;

impl Group {
    /// How likely each label is, in the order of `labels`; they add up to 1. `extra` is added to each label's
    /// logarithm: what is known beside the text.
    pub fn probabilities(&self, prepared: &str, extra: &[f32; MOST_LABELS]) -> [f32; MOST_LABELS] {
        let labels = self.labels.len();
        let mut sums = [0i32; MOST_LABELS];
        let mut add = |row: &[u8]| {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        };
        let count = features::each(prepared, |hash| {
            let row = (hash >> (32 - self.bits)) as usize * labels;
            let rest = self.weights.get(row..).unwrap_or_default();
            // Sixteen at once are faster than a few: sums past the labels are not looked at.
            match rest.first_chunk::<MOST_LABELS>() {
                Some(row) => add(row),
                None => add(rest),
            }
        });
        let mut out = [0f32; MOST_LABELS];
        let norm = self.scale / norm(count);
        let logits = sums.iter().zip(&self.biases).map(|(sum, bias)| {
            #[allow(clippy::cast_precision_loss)] // sums of some thousand bytes
            let sum = *sum as f32;
            (sum * norm + bias) / self.temperature
        });
        for ((place, logit), extra) in out.iter_mut().zip(logits).zip(extra) {
            *place = logit + extra;
        }
        softmax(out.get_mut(..labels).unwrap_or_default());
        if let Some(rest) = out.get_mut(labels..) {
            rest.fill(0.0);
        }
        out
    }
}

/// What a sum over `count` features is divided by: longer texts say more, but not as much more as they are longer.
#[must_use]
pub fn norm(count: usize) -> f32 {
    #[allow(clippy::cast_precision_loss)] // some thousands
    let count = count.max(1) as f32;
    count.sqrt()
}

/// Makes logits probabilities.
pub fn softmax(logits: &mut [f32]) {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for logit in logits.iter_mut() {
        *logit = (*logit - most).exp();
        sum += *logit;
    }
    for logit in logits.iter_mut() {
        *logit /= sum;
    }
}

/// The shipped groups, read once.
pub(super) fn groups() -> &'static [Group] {
    static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| read(TABLE).unwrap_or_default());
    &GROUPS
}

/// The group of a script.
pub(super) fn group(script: &str) -> Option<&'static Group> {
    groups().iter().find(|group| group.name == script)
}

/// Reads a table; `None` if it is cut short or of another format.
fn read(mut rest: &'static [u8]) -> Option<Vec<Group>> {
    if take(&mut rest, 4)? != b"MJL1" {
        return None;
    }
    let count = take(&mut rest, 1)?.first().copied()?;
    (0..count).map(|_| group_from(&mut rest)).collect()
}

fn group_from(rest: &mut &'static [u8]) -> Option<Group> {
    let name = text(rest)?;
    let count = usize::from(*take(rest, 1)?.first()?);
    let labels: Option<Vec<&'static str>> = (0..count).map(|_| text(rest)).collect();
    let labels = labels.filter(|labels| labels.len() <= MOST_LABELS)?;
    let bits = u32::from(*take(rest, 1)?.first()?);
    let (scale, temperature) = (float(rest)?, float(rest)?);
    let biases: Option<Vec<f32>> = (0..count).map(|_| float(rest)).collect();
    let weights = take(rest, count << bits)?;
    Some(Group { name, labels, bits, scale, temperature, biases: biases?, weights })
}

fn take(rest: &mut &'static [u8], len: usize) -> Option<&'static [u8]> {
    let (taken, left) = rest.split_at_checked(len)?;
    *rest = left;
    Some(taken)
}

fn text(rest: &mut &'static [u8]) -> Option<&'static str> {
    let len = usize::from(*take(rest, 1)?.first()?);
    std::str::from_utf8(take(rest, len)?).ok()
}

fn float(rest: &mut &'static [u8]) -> Option<f32> {
    Some(f32::from_le_bytes(take(rest, 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_whole_and_small() {
        let names: Vec<&str> = groups().iter().map(|group| group.name).collect();
        assert_eq!(names, ["Arab", "Deva", "Latn"]);
        assert!(TABLE.len() <= 5 * 1024 * 1024, "{} bytes", TABLE.len());
    }

    #[test]
    fn a_table_cut_short_is_no_table() {
        for len in [0, 3, 4, 5, 40, TABLE.len() / 2, TABLE.len() - 1] {
            assert!(read(&TABLE[..len]).is_none(), "{len}");
        }
    }

    #[test]
    fn probabilities_add_up_to_one_also_for_nothing() {
        for text in ["", "hello there", "zzzzzz"] {
            let group = group("Latn").unwrap();
            let sum: f32 = group.probabilities(text, &[0.0; MOST_LABELS]).iter().sum();
            assert!((sum - 1.0).abs() < 1e-4, "{text}: {sum}");
        }
    }
}
