//! The secret in a hook's path. Where a provider signs nothing it is all that keeps strangers from speaking
//! for residents, so it must be as strong as a key: 128 bits.

use subtle::ConstantTimeEq;

/// True if the secret given is the one set; takes the same time wherever they differ.
pub(crate) fn same(given: &str, set: &str) -> bool {
    same_bytes(given.as_bytes(), set.as_bytes())
}

/// [`same`], of a header.
pub(crate) fn same_bytes(given: &[u8], set: &[u8]) -> bool {
    given.ct_eq(set).into()
}

/// True if it can stand in a URL as it is.
pub(crate) fn fits_path(secret: &str) -> bool {
    !secret.is_empty()
        && secret.len() <= 128
        && secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Why a secret is too weak to stand alone, if it is.
pub(crate) fn weakness(secret: &str) -> Option<&'static str> {
    let bytes = secret.as_bytes();
    let hex = bytes.iter().all(u8::is_ascii_hexdigit);
    if bytes.len() < if hex { 32 } else { 22 } {
        return Some("it is too short");
    }
    let mut distinct = bytes.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 8 {
        return Some("it has too few different characters");
    }
    let repeats = (1..=bytes.len() / 2)
        .any(|period| bytes.iter().zip(bytes.iter().skip(period)).all(|(a, b)| a == b));
    if repeats {
        return Some("it repeats itself");
    }
    // abcdef…, 123456…: most neighbours one step apart.
    let steps =
        bytes.iter().zip(bytes.iter().skip(1)).filter(|(a, b)| a.abs_diff(**b) == 1).count();
    (steps * 2 > bytes.len()).then_some("it counts up or down")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_of_128_random_bits_are_strong_enough() {
        for strong in ["9f86d081884c7d659a2feaa0c55ad015", "n4bQgYhMfWWaL-qgxVrQFA"] {
            assert_eq!(weakness(strong), None, "{strong}");
        }
    }

    #[test]
    fn short_repeated_and_counted_secrets_are_weak() {
        for weak in [
            "",
            "n4bQgYhMfWWaL-qgxVrQF",
            "9f86d081884c7d659a2feaa0c55ad01",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "0123456789abcdef0123456789abcdef",
            "n4bQgYhMfWWan4bQgYhMfWWa",
            "abcdefghijklmnopqrstuvwxyz",
        ] {
            assert!(weakness(weak).is_some(), "{weak}");
        }
    }

    #[test]
    fn only_the_very_secret_is_the_same() {
        assert!(same("abc", "abc"));
        for other in ["abd", "ab", "abcd", "ABC", ""] {
            assert!(!same(other, "abc"));
        }
    }
}
