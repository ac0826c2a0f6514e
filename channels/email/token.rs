//! What letters carry so that what comes back is known again, and cannot be made by others.
//!
//! - [`Thread`]: which delivery this is. In Reply-To and Message-ID it is signed together with the address it goes
//!   to: whoever shows it holds that mailbox. In the envelope's sender it is signed for bounces, which may come from
//!   anybody.
//! - [`seal`]/[`unseal`]: the unsubscribe link: channel and address, encrypted, so that no log of a link shows an address.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::Sha256;

use crate::Address;

/// Letters of a delivery id (ULID).
const ID: usize = 26;
/// Letters of the signature: 16 × 5 = 80 bits.
const TAG: usize = 16;
/// A token's letters.
pub(super) const TOKEN: usize = ID + TAG;
/// No capitals: servers on the way may lower the name of a mailbox.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// What the envelope's sender is bound to instead of an address: no address looks like it.
const BOUNCE: &str = "bounce";
/// No link we write is longer.
const LONGEST: usize = 700;

/// A delivery, as letters name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thread {
    /// The delivery id, a ULID.
    pub(super) delivery: String,
    tag: String,
}

impl Thread {
    /// Of a delivery to this address.
    pub(super) fn new(key: &[u8], channel: &str, delivery: &str, to: &Address) -> Self {
        Self { delivery: delivery.to_owned(), tag: tag(key, channel, delivery, to.as_str()) }
    }

    /// Of a delivery that may come back.
    pub(super) fn bounce(key: &[u8], channel: &str, delivery: &str) -> Self {
        Self { delivery: delivery.to_owned(), tag: tag(key, channel, delivery, BOUNCE) }
    }

    /// 42 letters and digits, none of them a capital.
    pub(super) fn token(&self) -> String {
        format!("{}{}", self.delivery.to_ascii_lowercase(), self.tag)
    }

    /// Reads a token's letters, in any case. What it says is not yet believed: see [`Thread::is_for`].
    pub(super) fn read(token: &str) -> Option<Self> {
        if token.len() != TOKEN || !token.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        let (delivery, tag) = token.split_at_checked(ID)?;
        Some(Self { delivery: delivery.to_ascii_uppercase(), tag: tag.to_ascii_lowercase() })
    }

    /// Did we write it, to this address?
    pub(super) fn is_for(&self, key: &[u8], channel: &str, who: &Address) -> bool {
        self.is_tagged(&tag(key, channel, &self.delivery, who.as_str()))
    }

    /// Did we write it, for bounces?
    pub(super) fn is_bounce(&self, key: &[u8], channel: &str) -> bool {
        self.is_tagged(&tag(key, channel, &self.delivery, BOUNCE))
    }

    fn is_tagged(&self, tag: &str) -> bool {
        use subtle::ConstantTimeEq;
        tag.as_bytes().ct_eq(self.tag.as_bytes()).into()
    }
}

fn tag(key: &[u8], channel: &str, delivery: &str, bound_to: &str) -> String {
    // HMAC takes keys of any length; without a signature nothing would be accepted.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    mac.update(b"majlis letter\0");
    for part in [channel, delivery, bound_to] {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part.as_bytes());
    }
    base32(&mac.finalize().into_bytes()).chars().take(TAG).collect()
}

/// Base32 (RFC 4648) in small letters, without padding.
fn base32(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let letter = ALPHABET.get((held >> bits) as usize & 31).copied().unwrap_or(b'a');
            out.push(char::from(letter));
        }
        held &= (1 << bits) - 1;
    }
    out
}

/// The token of an unsubscribe link; `None` only if the system has no randomness.
pub(super) fn seal(key: &[u8], channel: &str, who: &Address) -> Option<String> {
    let mut nonce = [0; NONCE_LEN];
    getrandom::fill(&mut nonce).ok()?;
    let mut sealed = format!("{channel}\0{}", who.as_str()).into_bytes();
    let sealing = sealing_key(key)?;
    sealing
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
        .ok()?;
    let mut whole = nonce.to_vec();
    whole.append(&mut sealed);
    Some(URL_SAFE_NO_PAD.encode(whole))
}

/// Channel and address of a link that we wrote.
pub(super) fn unseal(key: &[u8], token: &str) -> Option<(String, Address)> {
    if token.len() > LONGEST {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE_LEN>()?;
    let mut sealed = sealed.to_vec();
    let opened = sealing_key(key)?
        .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::empty(), &mut sealed)
        .ok()?;
    let (channel, address) = std::str::from_utf8(opened).ok()?.split_once('\0')?;
    Some((channel.to_owned(), Address::try_from(address.to_owned()).ok()?))
}

/// A key of its own, made from the gateway's: the same bytes never serve two purposes.
fn sealing_key(key: &[u8]) -> Option<LessSafeKey> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(b"majlis unsubscribe link\0");
    let bytes = mac.finalize().into_bytes();
    UnboundKey::new(&CHACHA20_POLY1305, &bytes).ok().map(LessSafeKey::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"a key of thirty-two bytes or more";
    const DELIVERY: &str = "01JD0000000000000000000000";

    fn anna() -> Address {
        Address::mail("anna@home.example").unwrap()
    }

    #[test]
    fn a_thread_is_known_again_in_any_case_and_only_from_its_own_mailbox() {
        let token = Thread::new(KEY, "mail", DELIVERY, &anna()).token();
        assert_eq!(token.len(), TOKEN);
        let read = Thread::read(&token.to_ascii_uppercase()).unwrap();
        assert_eq!(read.delivery, DELIVERY);
        assert!(read.is_for(KEY, "mail", &anna()));
        assert!(!read.is_for(KEY, "other", &anna()));
        assert!(!read.is_for(KEY, "mail", &Address::mail("ben@home.example").unwrap()));
        assert!(!read.is_for(b"another key of thirty-two bytes!!", "mail", &anna()));
    }

    #[test]
    fn every_changed_letter_of_a_thread_is_refused() {
        let token = Thread::new(KEY, "mail", DELIVERY, &anna()).token();
        for at in 0..token.len() {
            let mut bad = token.clone();
            let letter = if bad.as_bytes()[at] == b'3' { "4" } else { "3" };
            bad.replace_range(at..=at, letter);
            assert!(!Thread::read(&bad).unwrap().is_for(KEY, "mail", &anna()), "{at}");
        }
        for garbage in ["", "abc", &token[1..], &format!("{token}x"), &"é".repeat(21)] {
            assert!(Thread::read(garbage).is_none());
        }
    }

    #[test]
    fn an_unsubscribe_link_hides_the_address_and_comes_back() {
        let token = seal(KEY, "mail", &anna()).unwrap();
        let shown = URL_SAFE_NO_PAD.decode(&token).unwrap();
        assert!(!shown.windows(4).any(|window| window == b"anna"));
        assert_eq!(unseal(KEY, &token), Some(("mail".to_owned(), anna())));
        assert_ne!(
            token,
            seal(KEY, "mail", &anna()).unwrap(),
            "two links of one mailbox cannot be joined"
        );
    }

    #[test]
    fn a_changed_link_is_refused() {
        let good = URL_SAFE_NO_PAD.decode(seal(KEY, "mail", &anna()).unwrap()).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(unseal(KEY, &URL_SAFE_NO_PAD.encode(&bad)), None, "{at}");
            assert_eq!(unseal(KEY, &URL_SAFE_NO_PAD.encode(&good[..at])), None, "cut at {at}");
        }
        assert_eq!(
            unseal(b"another key of thirty-two bytes!!", &URL_SAFE_NO_PAD.encode(&good)),
            None
        );
    }

    #[test]
    fn base32_is_that_of_the_standard() {
        // RFC 4648 §10
        for (plain, coded) in [("f", "my"), ("fo", "mzxq"), ("foobar", "mzxw6ytboi")] {
            let coded = &coded[..plain.len() * 8 / 5];
            assert_eq!(&base32(plain.as_bytes()), coded);
        }
    }
}
