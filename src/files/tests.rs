//! Files reach the disk whole, are found again, and go when nobody has them.

use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::*;
use crate::store::contract::{phone, unit};
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{NewFile, Store, Unit};

struct Scene {
    home: Home,
    store: Arc<SqliteStore>,
    folder: TempDir,
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("majlis.db");
    let store = Arc::new(SqliteStore::open(&path, SqliteOptions::default()).unwrap());
    let home = Home::new(folder.path().join("a/files"), FileLimits::default(), store.clone());
    Scene { home, store, folder }
}

fn file(words: &str) -> (Hash, Bytes) {
    (Sha256::digest(words).into(), Bytes::from(words.to_owned()))
}

impl Scene {
    /// A submission of this resident has the file.
    async fn name(&self, number: u32, words: &str) {
        let (sha256, bytes) = file(words);
        let new = NewFile {
            sha256,
            media_type: "image/png".into(),
            bytes: bytes.len() as u64,
            submission: "S".into(),
            entity: "parks".into(),
        };
        let unit = Unit { files: vec![new], ..unit(&phone(number), "1", "words", 0) };
        self.store.commit(unit).await.unwrap();
    }

    fn there(&self) -> usize {
        let names = fs::read_dir(self.home.folder()).unwrap().map(|e| e.unwrap().file_name());
        names.filter(|name| name.to_str() != Some(LOCK)).count()
    }
}

fn hours(hours: i64) -> Timestamp {
    Timestamp::now() + hours.hours()
}

#[tokio::test]
async fn a_file_is_kept_under_the_hash_of_its_content_and_read_by_nobody_else() {
    let scene = scene();
    let (hash, bytes) = file("a bench");
    scene.home.keep(vec![(hash, bytes.clone()), (hash, bytes.clone())]).await.unwrap();
    assert_eq!(scene.home.read(&hash).await.unwrap(), bytes);
    assert_eq!(scene.there(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(scene.home.folder()), 0o700);
        assert_eq!(mode(&scene.home.path(&hash)), 0o600);
    }
}

#[tokio::test]
async fn what_stands_nowhere_is_swept_after_an_hour_and_what_stands_somewhere_never() {
    let scene = scene();
    let files = ["named", "orphan"].map(file);
    drop(scene.home.keep(files.to_vec()).await.unwrap());
    fs::write(scene.home.folder().join(".new-01JD"), "half a fi").unwrap();
    fs::write(scene.home.folder().join("README"), "of the operator").unwrap();
    scene.name(1, "named").await;
    assert_eq!(scene.home.sweep(hours(0)).await.unwrap().files, 0, "they are young");
    assert_eq!(scene.home.sweep(hours(2)).await.unwrap().files, 2);
    assert!(scene.home.read(&files[0].0).await.is_ok());
    assert!(scene.home.read(&files[1].0).await.is_err());
    assert_eq!(scene.there(), 2, "the file that is named, and the operator's own");
}

#[tokio::test]
async fn a_file_that_came_again_is_young_again() {
    let scene = scene();
    let (hash, bytes) = file("twice");
    drop(scene.home.keep(vec![(hash, bytes.clone())]).await.unwrap());
    let old = SystemTime::now() - Duration::from_secs(7200);
    OpenOptions::new().write(true).open(scene.home.path(&hash)).unwrap().set_modified(old).unwrap();
    drop(scene.home.keep(vec![(hash, bytes)]).await.unwrap());
    assert_eq!(scene.home.sweep(hours(0)).await.unwrap().files, 0);
}

#[tokio::test]
async fn only_what_nobody_has_any_more_is_let_go() {
    let scene = scene();
    let files = ["theirs", "nobodys"].map(file);
    drop(scene.home.keep(files.to_vec()).await.unwrap());
    scene.name(1, "theirs").await;
    let swept = scene.home.let_go(files.iter().map(|file| file.0).collect()).await.unwrap();
    assert_eq!((swept.files, scene.there()), (1, 1));
    assert!(scene.home.read(&files[0].0).await.is_ok());
}

/// An erasure of one resident while another one's message with the same file is under way.
#[tokio::test]
async fn nothing_is_taken_away_between_its_writing_and_its_commit() {
    let scene = scene();
    let (hash, bytes) = file("both");
    let held = scene.home.keep(vec![(hash, bytes)]).await.unwrap();
    let home = scene.home.clone();
    let erasing = tokio::spawn(async move { home.let_go(vec![hash]).await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!erasing.is_finished(), "it waits");
    scene.name(2, "both").await;
    drop(held);
    assert_eq!(erasing.await.unwrap().unwrap().files, 0);
    assert!(scene.home.read(&hash).await.is_ok());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_to_is_an_error_and_no_loss() {
    let scene = scene();
    fs::write(scene.folder.path().join("a"), "a file where the folder should be").unwrap();
    assert!(scene.home.keep(vec![file("x")]).await.is_err());
    assert!(scene.home.prepare().is_err());
}
