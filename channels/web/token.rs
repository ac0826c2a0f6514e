//! The form token: one hidden field that says which page was sent, to whom, and that we wrote it.
//!
//! It is the protection against forms of other sites, and with what was answered it is the duplicate key: a
//! second press of the button carries the same nonce and the same answer. It is bound to nothing that changes on a phone (address, browser), and it
//! carries no words and no name.
//!
//! ```text
//! base64url( version 1 | session 16 | nonce 16 | issued 8 | len campaign | len step | HMAC-SHA-256 32 )
//! ```

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The layout this program writes, and the only one it reads.
const VERSION: u8 = 1;
/// Signed in front of the token's bytes, so that no other signature made with the same key fits here.
const PURPOSE: &[u8] = b"majlis web form token\0";
/// The step of a page of several questions. No step has it as its id.
pub(super) const SHEET: &str = "*";
/// Bytes of the signature.
const MAC: usize = 32;
/// No token we write is longer; longer ones are not even decoded.
const LONGEST: usize = 900;

/// What a page's hidden field carries.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// Who answers: 128 random bits, made when the first page was shown.
    pub session: [u8; 16],
    /// This showing of this page; first part of the provider's id of the message.
    pub nonce: [u8; 16],
    /// When it was written, in seconds since 1970.
    pub issued: u64,
    /// Campaign id.
    pub campaign: String,
    /// Step id.
    pub step: String,
}

/// Why a text is no token of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// It has not the shape of a token: cut, or never one.
    #[error("the form token is cut or garbled — load the page again")]
    Garbled,
    /// The shape is right, the signature is not ours.
    #[error("the form token was not written here — load the page again")]
    Forged,
}

impl Token {
    /// A token for a page shown now.
    #[must_use]
    pub fn new(
        session: [u8; 16],
        nonce: [u8; 16],
        issued: u64,
        campaign: &str,
        step: &str,
    ) -> Self {
        Self { session, nonce, issued, campaign: campaign.to_owned(), step: step.to_owned() }
    }

    /// The text for the hidden field.
    #[must_use]
    pub fn write(&self, key: &[u8]) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.session);
        bytes.extend_from_slice(&self.nonce);
        bytes.extend_from_slice(&self.issued.to_be_bytes());
        for text in [&self.campaign, &self.step] {
            // Ids are far shorter than 255 bytes; a longer one is cut and then names nothing, which is safe.
            let len = u8::try_from(text.len()).unwrap_or(u8::MAX);
            bytes.push(len);
            bytes.extend(text.bytes().take(usize::from(len)));
        }
        if let Some(mac) = sign(key, &bytes) {
            bytes.extend_from_slice(&mac.finalize().into_bytes());
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads what a form sent back.
    ///
    /// # Errors
    /// If it was not written by [`Token::write`] with this key, to the last bit.
    pub fn read(text: &str, key: &[u8]) -> Result<Self, TokenFault> {
        if text.len() > LONGEST {
            return Err(TokenFault::Garbled);
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| TokenFault::Garbled)?;
        let cut = bytes.len().checked_sub(MAC).ok_or(TokenFault::Garbled)?;
        let (signed, mac) = bytes.split_at_checked(cut).ok_or(TokenFault::Garbled)?;
        let token = Self::parse(signed).ok_or(TokenFault::Garbled)?;
        // `verify_slice` compares in constant time.
        let ours = sign(key, signed).is_some_and(|expected| expected.verify_slice(mac).is_ok());
        if ours { Ok(token) } else { Err(TokenFault::Forged) }
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (&version, rest) = bytes.split_first()?;
        if version != VERSION {
            return None;
        }
        let (&session, rest) = rest.split_first_chunk::<16>()?;
        let (&nonce, rest) = rest.split_first_chunk::<16>()?;
        let (&issued, rest) = rest.split_first_chunk::<8>()?;
        let (campaign, rest) = short_text(rest)?;
        let (step, rest) = short_text(rest)?;
        let issued = u64::from_be_bytes(issued);
        rest.is_empty().then_some(Self { session, nonce, issued, campaign, step })
    }

    /// The session as links and addresses name it.
    #[must_use]
    pub fn session_name(&self) -> String {
        name_session(&self.session)
    }

    /// The nonce as text, for the duplicate key.
    #[must_use]
    pub fn nonce_name(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.nonce)
    }
}

/// 22 letters for 128 bits.
pub(super) fn name_session(session: &[u8; 16]) -> String {
    URL_SAFE_NO_PAD.encode(session)
}

/// The session a private link names, if it is one of ours by shape.
pub(super) fn read_session(name: &str) -> Option<[u8; 16]> {
    if name.len() != 22 {
        return None;
    }
    URL_SAFE_NO_PAD.decode(name).ok()?.try_into().ok()
}

/// 128 random bits; `None` if the system has none to give.
pub(super) fn random() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes)
}

fn sign(key: &[u8], bytes: &[u8]) -> Option<Hmac<Sha256>> {
    // HMAC takes keys of any length, so there is always a signature; without one nothing is accepted.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(PURPOSE);
    mac.update(bytes);
    Some(mac)
}

fn short_text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (&len, rest) = bytes.split_first()?;
    let (text, rest) = rest.split_at_checked(usize::from(len))?;
    Some((String::from_utf8(text.to_vec()).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &[u8] = b"a key of thirty-two bytes or more";

    fn token() -> Token {
        Token::new([7; 16], [9; 16], 1_780_000_000, "park-hours", "choice")
    }

    #[test]
    fn a_token_comes_back_as_it_was_written() {
        assert!(Token::read(&token().write(KEY), KEY) == Ok(token()));
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_refused() {
        let good = URL_SAFE_NO_PAD.decode(token().write(KEY)).unwrap();
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bad = good.clone();
                bad[at] ^= 1 << bit;
                assert!(Token::read(&URL_SAFE_NO_PAD.encode(&bad), KEY).is_err(), "{at}.{bit}");
            }
            assert!(Token::read(&URL_SAFE_NO_PAD.encode(&good[..at]), KEY).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn every_changed_letter_is_refused() {
        let good = token().write(KEY);
        for at in 0..good.len() {
            for letter in ["A", "z", "-", "=", " ", "é"] {
                let mut bad = good.clone();
                bad.replace_range(at..=at, letter);
                assert!(bad == good || Token::read(&bad, KEY).is_err(), "{at} {letter}");
            }
        }
    }

    #[test]
    fn another_key_is_refused() {
        let text = token().write(b"another key of thirty-two bytes!!");
        assert!(Token::read(&text, KEY) == Err(TokenFault::Forged));
    }

    #[test]
    fn the_border_between_campaign_and_step_is_signed() {
        let a = Token::new([7; 16], [9; 16], 1, "ab", "c").write(KEY);
        let b = Token::new([7; 16], [9; 16], 1, "a", "bc").write(KEY);
        assert_ne!(a, b);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic_and_refused(text in ".{0,400}") {
            prop_assert!(Token::read(&text, KEY).is_err());
        }

        #[test]
        fn any_bytes_are_read_without_a_panic_and_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Token::read(&URL_SAFE_NO_PAD.encode(bytes), KEY).is_err());
        }
    }
}
