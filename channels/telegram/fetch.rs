//! A file that lies with Telegram is fetched: `getFile`, then the link it gives.
//!
//! The link holds the bot's token (Bot API, "getFile"), so it is in no log, no error and no store. What may pass makes
//! Telegram hand the message over again, for a while; what never will is said, and holds back nobody's next message.

use std::time::Duration;

use axum::body::Bytes;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use super::api::Failed;
use super::take::{Again, Desk};
use super::update::Carried;
use crate::{Attached, Content, Files, Unfit};

/// Longest way of a file to us: Telegram waits about a minute for the answer to a webhook.
const LONGEST: Duration = Duration::from_secs(40);

/// A message that is older is not handed over again for a file's sake: the resident is asked to send it anew.
const TRIED_FOR: i64 = 10 * 60;

/// Largest file a bot may fetch (Bot API, "getFile").
pub(super) const LARGEST: usize = 20 * 1024 * 1024;

/// Files on their way at once: each is held in memory.
pub(super) const AT_ONCE: usize = 4;

/// Why a file did not come.
enum Missed {
    /// It never will.
    Never(Unfit),
    /// It may, later.
    Now(String),
}

#[derive(Deserialize)]
struct Found {
    file_path: Option<String>,
    file_size: Option<u64>,
}

impl Desk {
    /// The message with its file.
    ///
    /// # Errors
    /// If it should be handed over again.
    pub(super) async fn fetch(&self, carried: &Carried, words: &str) -> Result<Content, Again> {
        let came = match tokio::time::timeout(LONGEST, self.download(carried)).await {
            Ok(Ok(bytes)) => self.look_at(bytes).await,
            Ok(Err(Missed::Never(unfit))) => Err(unfit),
            Ok(Err(Missed::Now(why))) => self.give_up(carried, &why)?,
            Err(_) => self.give_up(carried, "it took too long")?,
        };
        let mut files = Files::sort([came], &self.limits);
        words.clone_into(&mut files.words);
        files.album.clone_from(&carried.album);
        Ok(Content::Files(Box::new(files)))
    }

    fn give_up(&self, carried: &Carried, why: &str) -> Result<Result<Attached, Unfit>, Again> {
        let last = Timestamp::now().as_second() - carried.date > TRIED_FOR;
        tracing::warn!(channel = %self.channel, why, last, "a file could not be fetched from Telegram");
        if last { Ok(Err(Unfit::Lost)) } else { Err(Again) }
    }

    async fn look_at(&self, bytes: Bytes) -> Result<Attached, Unfit> {
        let limits = self.limits;
        let looked = tokio::task::spawn_blocking(move || Attached::new(bytes, &limits)).await;
        looked.unwrap_or(Err(Unfit::Lost))
    }

    async fn download(&self, carried: &Carried) -> Result<Bytes, Missed> {
        let most = self.limits.max_bytes.min(LARGEST);
        let large = |size: Option<u64>| {
            size.is_some_and(|size| usize::try_from(size).is_ok_and(|size| size > most))
        };
        if large(carried.size) {
            return Err(Missed::Never(Unfit::TooLarge));
        }
        let _turn =
            self.downloads.acquire().await.map_err(|_| Missed::Now("closing".to_owned()))?;
        let wanted = json!({ "file_id": carried.file_id });
        let found = self.api.call::<Found>("getFile", &wanted, None).await.map_err(missed)?;
        if large(found.file_size) {
            return Err(Missed::Never(Unfit::TooLarge));
        }
        let path = found.file_path.filter(|path| is_plain(path));
        let path = path.ok_or(Missed::Never(Unfit::Lost))?;
        self.api.file(&path, most, LONGEST).await.map_err(missed)
    }
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn missed(failed: Failed) -> Missed {
    match &failed {
        Failed::Refused { code: 400, description, .. } if description.contains("too big") => {
            Missed::Never(Unfit::TooLarge)
        }
        Failed::TooLarge => Missed::Never(Unfit::TooLarge),
        // The token is wrong or was replaced: the message waits for whoever mends that.
        Failed::Refused { code: 401 | 429 | 500.., .. } => Missed::Now(failed.reason()),
        Failed::Refused { .. } => Missed::Never(Unfit::Lost),
        Failed::NotMade(_) | Failed::Unknown(_) => Missed::Now(failed.reason()),
    }
}

/// `photos/file_7.jpg`: a path below the bot's own, not one of the server's disk (a Bot API server run with `--local`
/// gives those) and none that leads elsewhere.
fn is_plain(path: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'-' | b'.');
    !path.is_empty() && !path.starts_with('/') && !path.contains("..") && path.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_below_the_bots_own_is_asked_for() {
        assert!(is_plain("photos/file_7.jpg") && is_plain("voice/file_0.oga"));
        for path in ["", "/var/lib/x", "../bot1/x", "a/../b", "a?b", "a#b", "//evil", "a b", "a%2e"]
        {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn what_may_pass_is_told_from_what_never_will() {
        let refused = |code, description: &str| Failed::Refused {
            code,
            description: description.to_owned(),
            retry_after: None,
        };
        let never = |failed| match missed(failed) {
            Missed::Never(unfit) => Some(unfit),
            Missed::Now(_) => None,
        };
        assert_eq!(never(refused(400, "Bad Request: file is too big")), Some(Unfit::TooLarge));
        assert_eq!(never(refused(400, "Bad Request: invalid file_id")), Some(Unfit::Lost));
        assert_eq!(never(refused(404, "Not Found")), Some(Unfit::Lost));
        for later in [
            refused(429, "Too Many Requests"),
            refused(502, "Bad Gateway"),
            refused(401, "Unauthorized"),
            Failed::NotMade("no connection to Telegram"),
            Failed::Unknown("the connection broke".to_owned()),
        ] {
            assert_eq!(never(later), None);
        }
    }
}
