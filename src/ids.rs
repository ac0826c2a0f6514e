//! Ids that are made here: ULIDs, receipts, tokens.

/// A ULID: sorts by time, 26 letters and digits.
#[must_use]
pub fn ulid() -> String {
    ulid::Ulid::generate().to_string()
}

/// Letters and digits that are not mistaken for one another when read aloud or copied (no 0 O 1 I L).
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// A receipt such as `K7P-4QM`: short, read aloud, no key. 31⁶ ≈ 887 million; the store refuses a taken one.
///
/// # Errors
/// If the system gives no randomness.
pub fn receipt() -> Result<String, getrandom::Error> {
    let mut letters = Vec::with_capacity(6);
    while letters.len() < 6 {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes)?;
        // 248 = 8 · 31: bytes above would favour the first letters.
        let drawn = bytes.into_iter().filter(|byte| *byte < 248);
        letters.extend(
            drawn.map(|byte| ALPHABET.get(usize::from(byte) % 31).copied().unwrap_or(b'2')),
        );
    }
    let mut receipt: String = letters.into_iter().take(6).map(char::from).collect();
    receipt.insert(3, '-');
    Ok(receipt)
}

/// Letters of an invitation: enough that nobody meets one by trying (31⁸ ≈ 850 thousand million).
const INVITATION: usize = 8;

/// An invitation such as `K7PX4QMR`: two longer than a receipt, with at least one digit and three letters, so that no
/// word and no number is taken for one.
///
/// # Errors
/// If the system gives no randomness.
pub fn invitation() -> Result<String, getrandom::Error> {
    loop {
        let token: String = (receipt()? + &receipt()?).replace('-', "");
        let token: String = token.chars().take(INVITATION).collect();
        if looks_invited(&token) {
            return Ok(token);
        }
    }
}

fn looks_invited(token: &str) -> bool {
    let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
    token.len() == INVITATION && (3..INVITATION).contains(&letters)
}

/// The invitation that a text is, as people type it: in small letters, in groups, with digits of any script.
#[must_use]
pub fn read_invitation(text: &str) -> Option<String> {
    if text.len() > 64 {
        return None;
    }
    let folded = majlis_flows::understand::fold(text);
    let mut token = String::new();
    for letter in folded.chars().filter(|c| !matches!(c, ' ' | '-' | '–' | '_' | '.' | '#' | ','))
    {
        let letter = u8::try_from(letter.to_ascii_uppercase()).ok()?;
        if !ALPHABET.contains(&letter) || token.len() == INVITATION {
            return None;
        }
        token.push(char::from(letter));
    }
    looks_invited(&token).then_some(token)
}

/// Six digits, as likely one as the other: they join two addresses for some minutes.
///
/// # Errors
/// If the system gives no randomness.
pub fn link_code() -> Result<String, getrandom::Error> {
    loop {
        let mut bytes = [0; 4];
        getrandom::fill(&mut bytes)?;
        // 4294 million are 4294 times a million: numbers above would favour the first codes.
        let drawn = u32::from_be_bytes(bytes);
        if drawn < 4_294_000_000 {
            return Ok(format!("{:06}", drawn % 1_000_000));
        }
    }
}

/// The receipt in a text as people type it: in small letters, with spaces or without, with digits of any script.
/// `None` if it is no receipt.
#[must_use]
pub fn read_receipt(text: &str) -> Option<String> {
    // Folding knows the digits of every script, full-width letters and what stands between letters unseen.
    let folded = majlis_flows::understand::fold(text);
    let letters = folded.chars().filter(|c| !matches!(c, ' ' | '-' | '–' | '_' | '.' | '#' | ','));
    let mut receipt = String::new();
    for letter in letters {
        let letter = u8::try_from(letter.to_ascii_uppercase()).ok()?;
        if !ALPHABET.contains(&letter) || receipt.len() == 7 {
            return None;
        }
        if receipt.len() == 3 {
            receipt.push('-');
        }
        receipt.push(char::from(letter));
    }
    (receipt.len() == 7).then_some(receipt)
}

/// A receipt letter by letter, for reading aloud: `K, 7, P, 4, Q, M`.
#[must_use]
pub fn spoken(receipt: &str) -> String {
    let letters = receipt.chars().filter(char::is_ascii_alphanumeric);
    letters.map(String::from).collect::<Vec<_>>().join(", ")
}

/// `bytes` random bytes in base64url, without padding.
///
/// # Errors
/// If the system gives no randomness.
pub fn token(bytes: usize) -> Result<String, getrandom::Error> {
    use base64::Engine as _;
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random)?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(random))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_however_it_is_typed_and_nothing_else_is_one() {
        for typed in [
            "K7P-4QM",
            "k7p 4qm",
            " K 7 P 4 Q M ",
            "k7p4qm",
            "K٧P-٤QM",
            "Ｋ７Ｐ-4qm",
            "k,7,p,4,q,m",
        ] {
            assert_eq!(read_receipt(typed).as_deref(), Some("K7P-4QM"), "{typed}");
        }
        for other in
            ["", "K7P-4Q", "K7P-4QMM", "K0P-4QM", "KIP-4QM", "park", "later", "شكرا", "K7P+4QM"]
        {
            assert_eq!(read_receipt(other), None, "{other}");
        }
        for _ in 0..100 {
            let receipt = receipt().unwrap();
            assert_eq!(read_receipt(&spoken(&receipt)), Some(receipt));
        }
    }

    #[test]
    fn an_invitation_is_read_however_it_is_typed_and_no_word_receipt_or_number_is_one() {
        for typed in ["K7PX4QMR", "k7px4qmr", "K7PX 4QMR", "k7px-4qmr.", " K٧PX٤QMR "] {
            assert_eq!(read_invitation(typed).as_deref(), Some("K7PX4QMR"), "{typed}");
        }
        for other in
            ["BACKYARD", "23456789", "K7P-4QM", "K7PX4QM", "K7PX4QMRR", "K0PX4QMR", "2026 Feb", ""]
        {
            assert_eq!(read_invitation(other), None, "{other}");
        }
        for _ in 0..500 {
            let token = invitation().unwrap();
            assert_eq!(read_invitation(&token), Some(token.clone()));
            assert_eq!(read_receipt(&token), None);
        }
    }

    #[test]
    fn receipts_are_two_groups_of_three_that_can_be_read_aloud() {
        for _ in 0..1000 {
            let receipt = receipt().unwrap();
            let (left, right) = receipt.split_once('-').unwrap();
            assert_eq!((left.len(), right.len()), (3, 3), "{receipt}");
            assert!(receipt.bytes().all(|b| b == b'-' || ALPHABET.contains(&b)), "{receipt}");
        }
    }
}
