//! The table's bytes; `flows/language/model.rs` says the format.

use crate::learn::Quantised;

/// Name, labels, bits and weights of a group.
pub(crate) type Group<'a> = (&'a str, &'a [&'a str], u32, Quantised);

pub(crate) fn table(groups: &[Group<'_>]) -> Vec<u8> {
    let mut out = b"MJL1".to_vec();
    push_len(&mut out, groups.len());
    for (name, labels, bits, group) in groups {
        push_text(&mut out, name);
        push_len(&mut out, labels.len());
        for label in *labels {
            push_text(&mut out, label);
        }
        push_len(&mut out, *bits as usize);
        for number in [group.scale, group.temperature].iter().chain(&group.biases) {
            out.extend(number.to_le_bytes());
        }
        out.extend(group.weights.iter().map(|weight| weight.cast_unsigned()));
    }
    out
}

/// Names and counts here are all below 256.
fn push_len(out: &mut Vec<u8>, len: usize) {
    out.push(u8::try_from(len).unwrap_or(u8::MAX));
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_len(out, text.len());
    out.extend(text.as_bytes());
}
