//! API keys: `mj_<id>_<secret>`. The id is public and names the key; only SHA-256 of the whole is kept (the
//! secret is 256 random bits, so a slow hash would add nothing).

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::ids;
use crate::store::{Hash, NewKey};

/// What a key may be allowed to do.
pub const SCOPES: [&str; 4] = ["queue", "campaigns", "export", "admin"];

/// Makes a key: the text to show once, and what is kept of it.
///
/// # Errors
/// If the system gives no randomness.
pub fn make(
    entity: &str,
    scopes: Vec<String>,
    label: &str,
    now: Timestamp,
) -> Result<(String, NewKey), getrandom::Error> {
    let id = ids::ulid().to_lowercase();
    let text = format!("mj_{id}_{}", ids::token(32)?);
    let key = NewKey {
        id,
        hash: hash(&text),
        entity: entity.to_owned(),
        scopes,
        label: label.to_owned(),
        created_at: now,
    };
    Ok((text, key))
}

/// What is kept of a key's text. Looking a key up by it takes the same time whatever the caller guessed.
#[must_use]
pub fn hash(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_as_a_hash_and_names_itself_by_its_id() {
        let (text, kept) = make("parks", vec!["queue".into()], "", Timestamp::UNIX_EPOCH).unwrap();
        assert!(text.starts_with(&format!("mj_{}_", kept.id)));
        assert_eq!(kept.hash, hash(&text));
        assert_ne!(make("parks", vec![], "", Timestamp::UNIX_EPOCH).unwrap().0, text);
    }
}
