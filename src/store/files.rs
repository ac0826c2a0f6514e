//! The seam for files: whose they are. The bytes are in [`crate::files`].

use async_trait::async_trait;
use majlis_channels::Address;

use super::{Hash, Result, Scope};

/// Which files there are, and whose.
#[async_trait]
pub trait FileIndex: Send + Sync {
    /// A file of a submission that this scope may see.
    async fn file(&self, sha256: &Hash, scope: &Scope) -> Result<Option<StoredFile>>;

    /// Those of these files that any submission has.
    async fn known_files(&self, sha256: Vec<Hash>) -> Result<Vec<Hash>>;

    /// Every file of a resident: what an erasure takes with it.
    async fn files_of(&self, who: &Address) -> Result<Vec<Hash>>;
}

/// What is known of a file beside its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// `image/jpeg`
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
}

/// A file of a submission, to be written down with it. Its bytes are on disk by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Of its content.
    pub sha256: Hash,
    /// `image/jpeg`
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// Whose answer it is in.
    pub submission: String,
    /// Entity id: who may see it.
    pub entity: String,
}
