//! Duplicate keys: the same message is known again for ever.

use majlis_channels::Inbound;
use sha2::{Digest, Sha256};

use crate::store::{Hash, Print};

/// What makes this message the same as another.
#[must_use]
pub fn print(inbound: &Inbound) -> Print {
    Print { key: duplicate_key(inbound), hash: content_hash(inbound) }
}

/// SHA-256 of channel, sender and the provider's id. Each part goes in with its length, so that no two sets of parts meet.
#[must_use]
pub fn duplicate_key(inbound: &Inbound) -> Hash {
    let mut hash = Sha256::new();
    for part in [inbound.channel.as_str(), inbound.from.as_str(), &inbound.provider_id] {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

/// SHA-256 of what the message says.
#[must_use]
pub fn content_hash(inbound: &Inbound) -> Hash {
    Sha256::digest(inbound.content.bytes()).into()
}

#[cfg(test)]
mod tests {
    use majlis_channels::{Address, Content};

    use super::*;

    fn inbound(channel: &str, from: &str, id: &str) -> Inbound {
        Inbound {
            channel: channel.into(),
            kind: "sms",
            provider: None,
            from: Address::phone(from).unwrap(),
            to: None,
            provider_id: id.into(),
            content: Content::Text("2".into()),
            received_at: "2026-06-03T08:00:00Z".parse().unwrap(),
            lang: None,
            sender: majlis_channels::Proof::Proven,
            answers: None,
        }
    }

    #[test]
    fn channel_sender_and_id_each_make_another_key() {
        let keys = [
            inbound("a", "+971500000001", "1"),
            inbound("b", "+971500000001", "1"),
            inbound("a", "+971500000002", "1"),
            inbound("a", "+971500000001", "2"),
        ]
        .map(|inbound| duplicate_key(&inbound));
        for (i, key) in keys.iter().enumerate() {
            assert!(!keys[i + 1..].contains(key));
        }
    }
}
