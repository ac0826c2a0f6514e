//! Taking files away: those of an erasure at once, those whose commit never came after an hour.

use std::fs;
use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;

use super::{Home, NEW, blocking, named};
use crate::store::{Hash, Result, StoreError};

/// A file that stands nowhere is swept when it is older: far longer than any commit takes.
pub const ORPHANED_AFTER: Duration = Duration::from_secs(60 * 60);

/// Files that are looked up in the store together.
const PAGE: usize = 200;

/// What a sweep found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files that were taken away.
    pub files: usize,
}

impl Home {
    /// Takes away those of these files that no submission has any more.
    ///
    /// # Errors
    /// If the store cannot be read or a file not be removed; the sweep will try again.
    pub async fn let_go(&self, hashes: Vec<Hash>) -> Result<Swept> {
        if hashes.is_empty() || !self.folder.is_dir() {
            return Ok(Swept::default());
        }
        // Alone: nobody is between writing a file and its commit, so what the store says now is all there is to say.
        let home = self.clone();
        let locked = blocking(move || {
            let lock = home.lock_file()?;
            lock.lock()?;
            Ok(lock)
        });
        let lock = locked.await.map_err(failed)?;
        let known = self.index.known_files(hashes.clone()).await?;
        let gone: Vec<Hash> = hashes.into_iter().filter(|hash| !known.contains(hash)).collect();
        let home = self.clone();
        let removed = blocking(move || {
            let mut files = 0;
            for hash in &gone {
                match fs::remove_file(home.path(hash)) {
                    Ok(()) => files += 1,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
            drop(lock);
            Ok(Swept { files })
        });
        removed.await.map_err(failed)
    }

    /// Takes away what stands nowhere and was written more than [`ORPHANED_AFTER`] before `now`.
    ///
    /// # Errors
    /// If the folder or the store cannot be read; the next sweep goes on.
    pub async fn sweep(&self, now: Timestamp) -> Result<Swept> {
        let home = self.clone();
        let now = Duration::from_secs(u64::try_from(now.as_second()).unwrap_or(0));
        let until = now.checked_sub(ORPHANED_AFTER).and_then(|age| UNIX_EPOCH.checked_add(age));
        let Some(until) = until.filter(|_| self.folder.is_dir()) else {
            return Ok(Swept::default());
        };
        let (old, mut swept) = blocking(move || home.older_than(until)).await.map_err(failed)?;
        for page in old.chunks(PAGE) {
            // Looked up first without the lock: hardly any will have to go.
            let known = self.index.known_files(page.to_vec()).await?;
            let gone = page.iter().filter(|hash| !known.contains(*hash)).copied().collect();
            swept.files += self.let_go(gone).await?.files;
        }
        Ok(swept)
    }

    /// Files that were not touched since; what was never finished is removed on the way.
    fn older_than(&self, until: SystemTime) -> io::Result<(Vec<Hash>, Swept)> {
        let (mut old, mut swept) = (Vec::new(), Swept::default());
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let hash = named(name);
            if hash.is_none() && !name.starts_with(NEW) {
                continue;
            }
            // It may be gone by now.
            let Ok(modified) = entry.metadata().and_then(|about| about.modified()) else {
                continue;
            };
            if modified > until {
                continue;
            }
            match hash {
                Some(hash) => old.push(hash),
                None => swept.files += usize::from(fs::remove_file(entry.path()).is_ok()),
            }
        }
        Ok((old, swept))
    }
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn failed(error: io::Error) -> StoreError {
    StoreError::Failed(format!("the folder of files: {error}"))
}
