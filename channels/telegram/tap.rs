//! What stands in a button: `session.step.value.signature`, at most 64 bytes (Bot API, `InlineKeyboardButton`).
//!
//! Signed for the person it was sent to: somebody else's button, or one made up, is not taken. The session is named
//! by the end of its submission's id, 40 random bits of it, which tells one person's own few sessions apart.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// Most bytes of `callback_data`.
pub(super) const MOST: usize = 64;

/// Letters of the submission's id that are kept.
const SESSION: usize = 8;

/// Bytes of the signature: who forges one of 2^64 wins what they could type as well.
const SIGNATURE: usize = 8;

/// Signs buttons of one channel.
#[derive(Clone)]
pub(super) struct Buttons {
    key: Vec<u8>,
}

/// A button that was tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tap {
    pub(super) session: String,
    pub(super) step: String,
    pub(super) value: String,
}

impl Buttons {
    /// `secret` is the gateway's; each channel has a key of its own.
    pub(super) fn new(secret: &[u8], channel: &str) -> Self {
        let purpose = format!("majlis telegram button\u{1f}{channel}");
        Self { key: mac(secret, &[purpose.as_bytes()]) }
    }

    /// What to put into a button for this person; `None` if it has no room.
    pub(super) fn write(
        &self,
        person: u64,
        submission: Option<&str>,
        step: &str,
        value: &str,
    ) -> Option<String> {
        let submission = submission.unwrap_or_default();
        let session = submission.get(submission.len().saturating_sub(SESSION)..)?;
        // A step's id has no dot, so three dots are all there are before the value's own.
        if step.contains('.') || session.contains('.') {
            return None;
        }
        let said = format!("{session}.{step}.{value}");
        let signed = format!("{}.{said}", self.sign(person, &said));
        (signed.len() <= MOST).then_some(signed)
    }

    /// Reads a button this person tapped; `None` if it is none of ours.
    pub(super) fn read(&self, person: u64, data: &str) -> Option<Tap> {
        let (signature, said) = data.split_once('.')?;
        let own = self.sign(person, said);
        if !bool::from(signature.as_bytes().ct_eq(own.as_bytes())) {
            return None;
        }
        let (session, rest) = said.split_once('.')?;
        let (step, value) = rest.split_once('.')?;
        Some(Tap { session: session.to_owned(), step: step.to_owned(), value: value.to_owned() })
    }

    fn sign(&self, person: u64, said: &str) -> String {
        let whole = mac(&self.key, &[&person.to_be_bytes(), said.as_bytes()]);
        URL_SAFE_NO_PAD.encode(whole.get(..SIGNATURE).unwrap_or_default())
    }
}

fn mac(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    // HMAC takes keys of any length; were there none, no signature would fit and no button would be shown.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBMISSION: &str = "01JD0000000000000ABCDEFGHJ";

    fn buttons() -> Buttons {
        Buttons::new(b"a secret of the tests, long enough", "bot")
    }

    #[test]
    fn what_was_written_is_read_again() {
        for (step, value) in [("choice", "later"), ("menu-erase", "menu:2"), ("q1", "confirm:yes")]
        {
            let data = buttons().write(7, Some(SUBMISSION), step, value).unwrap();
            assert!(data.len() <= MOST);
            let tap = buttons().read(7, &data).unwrap();
            assert_eq!((tap.step.as_str(), tap.value.as_str()), (step, value));
            assert!(SUBMISSION.ends_with(&tap.session) && tap.session.len() == SESSION);
        }
        let data = buttons().write(7, None, "", "yes").unwrap();
        assert_eq!(buttons().read(7, &data).unwrap().session, "");
    }

    #[test]
    fn no_other_persons_channels_or_made_up_button_is_taken() {
        let data = buttons().write(7, Some(SUBMISSION), "choice", "later").unwrap();
        assert_eq!(buttons().read(8, &data), None);
        let other = Buttons::new(b"a secret of the tests, long enough", "other");
        assert_eq!(other.read(7, &data), None);
        for at in 0..data.len() {
            let mut bytes = data.clone().into_bytes();
            bytes[at] = if bytes[at] == b'a' { b'b' } else { b'a' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(buttons().read(7, &changed), None, "byte {at}");
        }
        for nonsense in ["", ".", "..", "....", "later", "a.b.c.d"] {
            assert_eq!(buttons().read(7, nonsense), None);
        }
    }

    #[test]
    fn what_is_too_long_for_a_button_gets_none() {
        let long = "x".repeat(50);
        assert_eq!(buttons().write(7, Some(SUBMISSION), &long, "a"), None);
    }
}
