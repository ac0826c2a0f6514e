//! The seam for API keys.

use async_trait::async_trait;
use jiff::Timestamp;

use super::{Hash, Result};

/// API keys: only hashes are kept.
#[async_trait]
pub trait Keys: Send + Sync {
    /// Keeps a new key.
    async fn add_key(&self, key: NewKey) -> Result<()>;
    /// The key with this hash, unless revoked.
    async fn find_key(&self, hash: &Hash) -> Result<Option<Key>>;
    /// All keys, newest first.
    async fn list_keys(&self) -> Result<Vec<Key>>;
    /// Revokes by id; false if there is none.
    async fn revoke_key(&self, id: &str, now: Timestamp) -> Result<bool>;
}

/// A key to keep.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// Short public id.
    pub id: String,
    /// SHA-256 of the secret text.
    pub hash: Hash,
    /// Entity it belongs to.
    pub entity: String,
    /// `queue`, `campaigns`, `export`, `admin`.
    pub scopes: Vec<String>,
    /// For people.
    pub label: String,
    /// When.
    pub created_at: Timestamp,
}

/// A kept key.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Key {
    /// Short public id.
    pub id: String,
    /// Entity it belongs to.
    pub entity: String,
    /// Scopes.
    pub scopes: Vec<String>,
    /// For people.
    pub label: String,
    /// When.
    pub created_at: Timestamp,
    /// Revoked since.
    pub revoked_at: Option<Timestamp>,
}
