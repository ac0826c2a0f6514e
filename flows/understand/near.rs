//! Words that are one slip of the thumb apart.

/// True if the optimal string alignment distance (Damerau 1964, restricted) is exactly one: a letter too many, too
/// few, another letter, or two neighbours swapped. Most of the thousands of known words differ from a reply in
/// their length or first letters, so the distance itself is seldom worked out.
pub(crate) fn one_apart(a: &str, b: &str) -> bool {
    // One letter has 4 bytes at most.
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (a, b) = without_common_start(a, b);
    let (a, b) = without_common_end(a, b);
    // What is left of words that are one apart is one letter, or two.
    a.len() <= 8 && b.len() <= 8 && strsim::osa_distance(a, b) == 1
}

fn without_common_start<'a, 'b>(a: &'a str, b: &'b str) -> (&'a str, &'b str) {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    let len: usize = same.map(|(c, _)| c.len_utf8()).sum();
    (a.get(len..).unwrap_or(""), b.get(len..).unwrap_or(""))
}

fn without_common_end<'a, 'b>(a: &'a str, b: &'b str) -> (&'a str, &'b str) {
    let same = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b);
    let len: usize = same.map(|(c, _)| c.len_utf8()).sum();
    (a.get(..a.len() - len).unwrap_or(""), b.get(..b.len() - len).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_distance_of_one(a in "[abع]{0,7}", b in "[abع]{0,7}") {
            prop_assert_eq!(one_apart(&a, &b), strsim::osa_distance(&a, &b) == 1);
        }
    }
}
