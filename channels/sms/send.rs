//! One attempt to send, and what its outcome is. The one question that matters: can it have been sent?

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Method, StatusCode};

use super::provider::{Answered, OutRequest, Provider, Verdict};
use crate::Sent;

/// Until a connection stands.
const CONNECT: Duration = Duration::from_secs(5);
/// Until the whole answer is there.
const ANSWER: Duration = Duration::from_secs(20);
/// What is read of an answer.
const MOST: usize = 64 * 1024;
/// The longest a provider may ask us to wait.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The client for everything that goes out: it follows no redirect and waits for nothing long.
///
/// # Errors
/// If the system's root certificates cannot be read.
pub fn http_client() -> Result<reqwest::Client, reqwest::Error> {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // Fails only if another thread was faster, and then there is one.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .timeout(ANSWER)
        .redirect(reqwest::redirect::Policy::none())
        // Providers close idle connections after a minute or so; a request written into one that is
        // closing would be lost with nobody knowing whether it was read.
        .pool_idle_timeout(Duration::from_secs(20))
        .user_agent(concat!("majlis/", env!("CARGO_PKG_VERSION")))
        .build()
}

pub(super) async fn attempt(
    http: &reqwest::Client,
    provider: &Provider,
    request: OutRequest,
) -> Sent {
    let not_sent = |reason: &str| Sent::NotSent { retry_after: None, reason: reason.to_owned() };
    let Ok(method) = Method::from_bytes(request.method.as_bytes()) else {
        return not_sent("the provider file has no proper method");
    };
    let mut builder = http.request(method, &request.url);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    if !request.body.is_empty() {
        builder = builder.body(request.body);
    }
    // The error itself would show the URL, and with it number, words and passwords.
    let mut response = match builder.send().await {
        Ok(response) => response,
        Err(error) if error.is_builder() => {
            return not_sent("no request can be made of the settings");
        }
        Err(error) if error.is_connect() => return not_sent("no connection to the provider"),
        Err(error) if error.is_timeout() => {
            return Sent::MaybeSent { reason: "no answer in time".to_owned() };
        }
        Err(_) => return Sent::MaybeSent { reason: "the connection broke".to_owned() },
    };
    let status = response.status();
    let retry_after = retry_after(response.headers(), Timestamp::now());
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = MOST - body.len();
        body.extend(chunk.iter().take(room));
        if body.len() == MOST {
            break;
        }
    }
    let verdict = provider.judge(&Answered { status: status.as_u16(), body: &body });
    outcome(verdict, status, retry_after)
}

fn outcome(verdict: Verdict, status: StatusCode, retry_after: Option<Duration>) -> Sent {
    let reason = format!("the provider answered {}", status.as_u16());
    match verdict {
        Verdict::Accepted(provider_id) => Sent::Accepted { provider_id },
        Verdict::Rejected => Sent::Rejected { reason, opted_out: false },
        Verdict::OptedOut => Sent::Rejected { reason, opted_out: true },
        Verdict::NotSent => Sent::NotSent { retry_after, reason },
        Verdict::Maybe => Sent::MaybeSent { reason },
    }
}

/// `Retry-After`: seconds or a date (RFC 9110 §10.2.3).
fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = match value.parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let at = jiff::fmt::rfc2822::parse(value).ok()?.timestamp();
            Duration::try_from(at.duration_since(now)).unwrap_or_default()
        }
    };
    Some(wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(value: &str) -> Option<Duration> {
        let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]);
        retry_after(&headers, "2026-11-23T10:00:00Z".parse().unwrap())
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_date() {
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait("Mon, 23 Nov 2026 10:00:30 GMT"), Some(Duration::from_secs(30)));
        assert_eq!(wait("Mon, 23 Nov 2026 09:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("99999999"), Some(LONGEST_WAIT));
        assert_eq!(wait("soon"), None);
        assert_eq!(wait("-1"), None);
    }
}
