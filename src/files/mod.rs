//! Files of residents, on disk: one folder beside the store, each file under the SHA-256 of its content.
//!
//! What is promised of messages holds for them too: a file is on disk, fsynced, before the commit of the message that
//! brought it, so no event ever names a file that is not there. Which resident and submission a file belongs to stands
//! in the store ([`crate::store::FileIndex`]); a file that stands nowhere is swept after an hour.
//!
//! Several processes may use one folder (`serve`, and `forget` beside it). A lock on it keeps them apart: shared from
//! before a file is written until its commit is done, alone while one is looked up and taken away.

mod sweep;
#[cfg(test)]
mod tests;

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use axum::body::Bytes;
use majlis_channels::FileLimits;

use crate::store::{FileIndex, Hash};

pub use sweep::{ORPHANED_AFTER, Swept};

/// Begins the names of files that are being written.
const NEW: &str = ".new-";

/// The file that is locked.
const LOCK: &str = ".lock";

/// The folder, and the list of what belongs in it. Clones are the same one.
#[derive(Clone)]
pub struct Home {
    folder: Arc<Path>,
    limits: FileLimits,
    index: Arc<dyn FileIndex>,
}

impl fmt::Debug for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Home").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// Keeps files that were just written from being taken away before their commit.
#[derive(Debug)]
pub struct Held {
    _lock: File,
}

impl Home {
    /// A folder, which is made when the first file comes.
    #[must_use]
    pub fn new(folder: PathBuf, limits: FileLimits, index: Arc<dyn FileIndex>) -> Self {
        Self { folder: folder.into(), limits, index }
    }

    /// How much is taken.
    #[must_use]
    pub fn limits(&self) -> &FileLimits {
        &self.limits
    }

    /// Whose files there are.
    #[must_use]
    pub fn index(&self) -> &dyn FileIndex {
        self.index.as_ref()
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folder, and tries whether files can be written there.
    ///
    /// # Errors
    /// As the system says.
    pub fn prepare(&self) -> io::Result<()> {
        self.make_folder()?;
        self.lock_file().map(|_| ())
    }

    /// Puts files on disk for good: when this returns they are there, whatever happens to the machine. To be held until
    /// their commit is done.
    ///
    /// # Errors
    /// As the system says: no room, no permission.
    pub async fn keep(&self, files: Vec<(Hash, Bytes)>) -> io::Result<Held> {
        let home = self.clone();
        blocking(move || home.keep_now(&files)).await
    }

    fn keep_now(&self, files: &[(Hash, Bytes)]) -> io::Result<Held> {
        self.make_folder()?;
        let lock = self.lock_file()?;
        lock.lock_shared()?;
        for (hash, bytes) in files {
            self.write(hash, bytes)?;
        }
        // The names, too.
        File::open(&self.folder)?.sync_all()?;
        Ok(Held { _lock: lock })
    }

    /// Everything of a file.
    ///
    /// # Errors
    /// As the system says.
    pub async fn read(&self, hash: &Hash) -> io::Result<Vec<u8>> {
        let path = self.path(hash);
        blocking(move || fs::read(path)).await
    }

    fn write(&self, hash: &Hash, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(hash);
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if fs::metadata(&path).is_ok_and(|known| known.len() == size) {
            // Here already: from now on it is young again. It was synced when it was written, unless the machine went
            // down in between, and that costs little to make sure of.
            let known = OpenOptions::new().write(true).open(&path)?;
            known.set_modified(SystemTime::now())?;
            return known.sync_all();
        }
        let new = self.folder.join(format!("{NEW}{}", crate::ids::ulid()));
        let written = write_new(&new, bytes).and_then(|()| fs::rename(&new, &path));
        if written.is_err() {
            // Should this fail too, the sweep finds it.
            let _ = fs::remove_file(&new);
        }
        written
    }

    fn path(&self, hash: &Hash) -> PathBuf {
        self.folder.join(hex::encode(hash))
    }

    /// Residents' files are nobody else's to read.
    fn make_folder(&self) -> io::Result<()> {
        if self.folder.is_dir() {
            return Ok(());
        }
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder)?;
        match self.folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            Some(parent) => File::open(parent)?.sync_all(),
            None => Ok(()),
        }
    }

    fn lock_file(&self) -> io::Result<File> {
        private().create(true).write(true).truncate(false).open(self.folder.join(LOCK))
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The name of a file that is there for good.
fn named(name: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    let small = !name.bytes().any(|b| b.is_ascii_uppercase());
    (small && hex::decode_to_slice(name, &mut hash).is_ok()).then_some(hash)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}
