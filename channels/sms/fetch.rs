//! What arrived while we were away, asked of the provider. A provider gives up trying sooner or later; many of them
//! keep what residents wrote, and can be asked for it.
//!
//! Asking again is free of harm: the duplicate key is the one the message has when the provider brings it.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use jiff::Timestamp;
use reqwest::Url;

use super::channel::SmsSettings;
use super::hooks::inbound;
use super::provider::{OutRequest, Page, SmsText};
use crate::{Intake, Refused};

/// How far the first look reaches back.
pub(super) const FIRST: Duration = Duration::from_secs(48 * 60 * 60);
/// Later looks begin so long before the last one: some messages are listed late.
pub(super) const OVERLAP: Duration = Duration::from_secs(60 * 60);
/// Most pages of one look.
const MOST_PAGES: usize = 200;
/// Most bytes of a page.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Most ids that are remembered from look to look.
const MOST_SEEN: usize = 20_000;

/// The messages that were handed in by earlier looks.
#[derive(Default)]
pub(super) struct Seen(HashSet<String>);

/// What a look found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Looked {
    /// Messages handed in.
    pub(super) handed_in: usize,
    /// Those of them that nobody had brought before.
    pub(super) new: usize,
}

/// Fetches what came since a time, and hands it in, the oldest first.
///
/// # Errors
/// Says what went wrong, without address or words. What was handed in stays so.
pub(super) async fn look(
    http: &reqwest::Client,
    settings: &SmsSettings,
    values: &BTreeMap<String, String>,
    intake: &dyn Intake,
    seen: &mut Seen,
    since: Timestamp,
) -> Result<Looked, String> {
    let mut texts = Vec::new();
    let collected = collect(http, settings, values, seen, since, &mut texts).await;
    if settings.provider.newest_first() {
        // Half of it would be the newer half, and residents' messages have an order.
        collected.clone()?;
        texts.reverse();
    }
    if seen.0.len() > MOST_SEEN {
        seen.0.clear();
    }
    let mut looked = Looked::default();
    for text in texts {
        let id = text.id.clone();
        match intake.receive(inbound(settings, text)).await {
            Ok(received) => {
                looked.handed_in += 1;
                looked.new += usize::from(!received.duplicate);
            }
            Err(Refused::Unavailable(_)) => return Err("a message could not be stored".to_owned()),
            // It never will make sense: not asked for again.
            Err(Refused::Nonsense(_)) => {}
        }
        seen.0.insert(id);
    }
    collected.map(|()| looked)
}

/// All pages' messages that no earlier look handed in.
async fn collect(
    http: &reqwest::Client,
    settings: &SmsSettings,
    values: &BTreeMap<String, String>,
    seen: &Seen,
    since: Timestamp,
    texts: &mut Vec<SmsText>,
) -> Result<(), String> {
    let provider = &settings.provider;
    let number = settings.sender.as_deref();
    let mut request = provider.fetch_request(values, number, since, 0)?;
    for page in 1..=MOST_PAGES {
        let Page { read, next } = fetch(http, settings, &request).await?;
        if let Some(bad) = read.bad {
            tracing::warn!(channel = %settings.id, reason = %bad, "a fetched message was left out");
        }
        let empty = read.good.is_empty();
        let known = !empty && read.good.iter().all(|text| seen.0.contains(&text.id));
        texts.extend(read.good.into_iter().filter(|text| !seen.0.contains(&text.id)));
        // Where the newest comes first, all behind a page that is known is known too.
        if known && provider.newest_first() {
            return Ok(());
        }
        match next {
            Some(next) => request.url = same_place(&request.url, &next)?,
            None if provider.numbers_pages() && !empty => {
                request = provider.fetch_request(values, number, since, page)?;
            }
            None => return Ok(()),
        }
    }
    tracing::warn!(channel = %settings.id, "more pages of messages than are read in one look");
    Ok(())
}

async fn fetch(
    http: &reqwest::Client,
    settings: &SmsSettings,
    request: &OutRequest,
) -> Result<Page, String> {
    let mut builder = http.get(&request.url);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    // The error itself would show the URL.
    let sent = builder.send().await;
    let mut response = sent.map_err(|_| "the provider could not be asked".to_owned())?;
    if !response.status().is_success() {
        return Err(format!("the provider answered {}", response.status().as_u16()));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| "its answer broke off".to_owned())? {
        if body.len() + chunk.len() > MOST_BYTES {
            return Err("its answer is too large".to_owned());
        }
        body.extend(chunk);
    }
    settings.provider.read_page(&body).map_err(|error| error.to_string())
}

/// The next page's address; never at another host, which would be sent our password.
fn same_place(now: &str, next: &str) -> Result<String, String> {
    let wrong = || "the next page is no address of the provider's".to_owned();
    let base = Url::parse(now).map_err(|_| wrong())?;
    let url = base.join(next).map_err(|_| wrong())?;
    if url.origin() == base.origin() { Ok(url.into()) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_next_page_at_another_host_is_not_asked_for() {
        let now = "https://api.example/a?b=1";
        assert_eq!(same_place(now, "/c?d=2").unwrap(), "https://api.example/c?d=2");
        assert_eq!(same_place(now, "https://api.example/c").unwrap(), "https://api.example/c");
        for next in
            ["https://evil.example/c", "//evil.example/c", "http://api.example/c", "file:///etc"]
        {
            assert!(same_place(now, next).is_err(), "{next}");
        }
    }
}
