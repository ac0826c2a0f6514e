//! A power cut: after a kill, the files lose all that was never synced (see `powercut.c`).
//!
//! `kill -9` alone leaves every write in the system's page cache, so it cannot tell a gateway that syncs
//! from one that does not.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::process::test_file;

/// Watches the files of one folder.
pub(crate) struct PowerCut {
    folder: PathBuf,
    notes: PathBuf,
}

/// What a cut took away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Loss {
    /// Writes undone.
    pub(crate) writes: usize,
}

impl PowerCut {
    /// For the files of `folder`; its notes are written to `notes`, a folder of their own.
    pub(crate) fn new(folder: &Path, notes: &Path) -> Self {
        fs::create_dir_all(notes).expect("a folder for notes");
        let folder = folder.canonicalize().expect("the folder is there");
        Self { folder, notes: notes.to_owned() }
    }

    /// Environment of a program to be watched.
    pub(crate) fn environment(&self) -> [(&'static str, PathBuf); 3] {
        [
            ("LD_PRELOAD", library().to_owned()),
            ("POWERCUT_DIR", self.folder.clone()),
            ("POWERCUT_LOG", self.notes.clone()),
        ]
    }

    /// Takes back every write that was not synced. The program must be dead.
    pub(crate) fn cut(&self) -> Loss {
        let mut loss = Loss::default();
        for note in fs::read_dir(&self.notes).expect("notes").map(|entry| entry.expect("a note")) {
            let bytes = fs::read(note.path()).expect("a note");
            let file = self.folder.join(note.file_name());
            if let Ok(file) = OpenOptions::new().write(true).open(file) {
                for (offset, old, size) in records(&bytes).into_iter().rev() {
                    file.write_all_at(old, offset).expect("the file is writable");
                    file.set_len(size).expect("the file is writable");
                    loss.writes += 1;
                }
            }
            fs::remove_file(note.path()).expect("the note can go");
        }
        loss
    }
}

/// The notes of one file, in the order they were written; the last may be cut short by the kill.
fn records(mut bytes: &[u8]) -> Vec<(u64, &[u8], u64)> {
    let mut all = Vec::new();
    while let Some((head, rest)) = bytes.split_at_checked(24) {
        let number = |at: usize| u64::from_ne_bytes(head[at..at + 8].try_into().expect("8 bytes"));
        let length = usize::try_from(number(8)).expect("a length");
        let Some((old, rest)) = rest.split_at_checked(length) else { break };
        all.push((number(0), old, number(16)));
        bytes = rest;
    }
    all
}

/// Compiles `powercut.c` once.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("powercut.so");
        let done = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
            .arg(&library)
            .arg(test_file("peers/powercut.c"))
            .args(["-ldl", "-lpthread"])
            .status()
            .expect("cc is there: tests/run installs build-essential");
        assert!(done.success(), "powercut.c compiles");
        library
    })
}
