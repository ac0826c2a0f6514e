//! A sent form with files (`multipart/form-data`, RFC 7578): read as it comes, within limits of size, time and memory.
//!
//! The page's token stands before its files, so nobody fills our memory who was not given a page. What is too large is
//! read to its end all the same, and let go of: a browser shows our answer only when it has sent everything.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, header};
use multer::{Field, Multipart};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::form::Form;
use super::token::Token;
use crate::{Attached, FileLimits, Files, Unfit};

/// Most bytes of all fields that are no files.
const MOST_WORDS: usize = 16 * 1024;
/// More parts than any page of ours has.
const MOST_PARTS: usize = 64;
/// How long nothing may come. A phone in a lift needs a while to go on.
const SILENCE: Duration = Duration::from_secs(30);
/// All uploads together hold at most so much memory.
const ROOM: usize = 256 * 1024 * 1024;
/// Of a body that is too large, so many times as much as we would take is read before we hang up.
const PATIENCE: usize = 4;

/// Memory for all uploads, by the kilobyte.
#[derive(Clone)]
pub(super) struct Room(Arc<Semaphore>);

impl Room {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(ROOM / 1024)))
    }

    fn take(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let kilobytes = u32::try_from(bytes.div_ceil(1024)).ok()?;
        Arc::clone(&self.0).try_acquire_many_owned(kilobytes).ok()
    }
}

/// Why a form cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It is none, or broke off.
    Garbled,
    /// There is no end to it.
    TooLong,
    /// Nothing came for too long.
    TooSlow,
    /// Too many others are sending.
    Busy,
}

/// A form with files, and the memory they hold: to be kept until they are handed in.
pub(super) struct Upload {
    pub(super) form: Form,
    _held: Vec<OwnedSemaphorePermit>,
}

impl Upload {
    /// A form without files.
    pub(super) fn of(form: Form) -> Self {
        Self { form, _held: Vec::new() }
    }
}

/// The query of the page that follows, if something was not taken.
pub(super) fn query_of(unfit: &[Unfit]) -> String {
    if unfit.is_empty() { String::new() } else { format!("?untaken={}", write_unfit(unfit)) }
}

/// Is this a form with files?
#[must_use]
pub fn is_upload(headers: &HeaderMap) -> bool {
    kind(headers).trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

fn kind(headers: &HeaderMap) -> &str {
    headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default()
}

/// Why files were not taken, in the address of the page that says so.
const UNFIT: [(Unfit, &str); 5] = [
    (Unfit::Kind, "kind"),
    (Unfit::Empty, "empty"),
    (Unfit::TooLarge, "large"),
    (Unfit::TooMany, "many"),
    (Unfit::Lost, "lost"),
];

/// `kind,large`
fn write_unfit(unfit: &[Unfit]) -> String {
    let names = UNFIT.iter().filter(|(own, _)| unfit.contains(own)).map(|(_, name)| *name);
    names.collect::<Vec<_>>().join(",")
}

/// The other way; what is no name of ours is passed over.
pub(super) fn read_unfit(names: &str) -> Vec<Unfit> {
    let named = |name: &str| names.split(',').any(|given| given == name);
    UNFIT.iter().filter(|(_, name)| named(name)).map(|(unfit, _)| *unfit).collect()
}

struct Reading<'a> {
    limits: FileLimits,
    key: &'a [u8],
    room: &'a Room,
    form: Form,
    words: usize,
    read: usize,
    came: Vec<Result<Bytes, Unfit>>,
    held: Vec<OwnedSemaphorePermit>,
}

/// Reads a form with files.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    limits: FileLimits,
    key: &[u8],
    room: &Room,
) -> Result<Upload, Trouble> {
    let boundary = multer::parse_boundary(kind(headers)).map_err(|_| Trouble::Garbled)?;
    let mut parts = Multipart::new(body.into_data_stream(), boundary);
    let mut reading = Reading {
        limits,
        key,
        room,
        form: Form::default(),
        words: 0,
        read: 0,
        came: Vec::new(),
        held: Vec::new(),
    };
    let mut seen = 0;
    while let Some(field) = in_time(parts.next_field()).await? {
        seen += 1;
        if seen > MOST_PARTS {
            return Err(Trouble::Garbled);
        }
        reading.take(field).await?;
    }
    let Reading { mut form, came, held, .. } = reading;
    let sorted = tokio::task::spawn_blocking(move || {
        let looked = came.into_iter().map(|came| came.and_then(|b| Attached::new(b, &limits)));
        Files::sort(looked, &limits)
    });
    form.files = sorted.await.map_err(|_| Trouble::Busy)?;
    Ok(Upload { form, _held: held })
}

impl Reading<'_> {
    async fn take(&mut self, field: Field<'_>) -> Result<(), Trouble> {
        match field.name().map(str::to_owned) {
            Some(name) if name == "file" => self.take_file(field).await,
            Some(name) => self.take_words(&name, field).await,
            None => Err(Trouble::Garbled),
        }
    }

    async fn take_words(&mut self, name: &str, mut field: Field<'_>) -> Result<(), Trouble> {
        let mut bytes = Vec::new();
        while let Some(chunk) = in_time(field.chunk()).await? {
            self.words += chunk.len();
            if self.words > MOST_WORDS {
                return Err(Trouble::TooLong);
            }
            bytes.extend_from_slice(&chunk);
        }
        let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
        let text = text.ok_or(super::form::Garbled);
        self.form.put_first(name, text).map_err(|_| Trouble::Garbled)
    }

    async fn take_file(&mut self, mut field: Field<'_>) -> Result<(), Trouble> {
        // A browser sends a part also where nothing was chosen: without a name.
        let chosen = field.file_name().is_some_and(|name| !name.is_empty());
        let ours = Token::read(&self.form.token, self.key).is_ok();
        let most = self.limits.max_bytes;
        let enough = self.limits.max_files;
        let end = (most * enough).saturating_mul(PATIENCE);
        let wanted = ours && self.came.len() < enough;
        let (mut bytes, mut size) = (Vec::new(), 0_usize);
        while let Some(chunk) = in_time(field.chunk()).await? {
            size += chunk.len();
            self.read += chunk.len();
            if self.read > end {
                return Err(Trouble::TooLong);
            }
            if size > most || !wanted {
                bytes = Vec::new();
                continue;
            }
            self.held.push(self.room.take(chunk.len()).ok_or(Trouble::Busy)?);
            bytes.extend_from_slice(&chunk);
        }
        if !ours || (!chosen && size == 0) {
            return Ok(());
        }
        self.came.push(match (wanted, size > most) {
            (false, _) => Err(Unfit::TooMany),
            (true, true) => Err(Unfit::TooLarge),
            (true, false) => Ok(bytes.into()),
        });
        Ok(())
    }
}

async fn in_time<T>(of: impl Future<Output = multer::Result<T>>) -> Result<T, Trouble> {
    match tokio::time::timeout(SILENCE, of).await {
        Ok(read) => read.map_err(|_| Trouble::Garbled),
        Err(_) => Err(Trouble::TooSlow),
    }
}
