//! One call of the Bot API, and what its answer means.

use std::time::Duration;

use axum::body::Bytes;
use reqwest::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Sent;

/// What is read of an answer: a hundred updates of the longest texts fit.
const MOST: usize = 4 * 1024 * 1024;

/// The longest Telegram may ask us to wait.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The way to one bot. Holds its token, so it has no `Debug`, and no error of it shows an address.
#[derive(Clone)]
pub(super) struct Api {
    http: reqwest::Client,
    /// `https://api.telegram.org/bot<token>`
    base: String,
    /// `https://api.telegram.org/file/bot<token>`
    files: String,
}

/// Why a call did not do what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failed {
    /// It surely reached nobody.
    NotMade(&'static str),
    /// It may have been done.
    Unknown(String),
    /// Telegram says no: its code, and its words, which name no resident.
    Refused { code: u16, description: String, retry_after: Option<Duration> },
    /// There is more than we take.
    TooLarge,
}

impl Failed {
    /// For logs and lists.
    pub(super) fn reason(&self) -> String {
        match self {
            Self::NotMade(reason) => (*reason).to_owned(),
            Self::Unknown(reason) => reason.clone(),
            Self::TooLarge => "the answer is too large".to_owned(),
            Self::Refused { code, description, .. } => {
                format!("Telegram answered {code}: {description}")
            }
        }
    }
}

/// Every answer of the Bot API.
#[derive(serde::Deserialize)]
struct Answer {
    ok: bool,
    #[serde(default)]
    result: Value,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(serde::Deserialize, Default)]
struct Parameters {
    retry_after: Option<u64>,
}

impl Api {
    pub(super) fn new(http: reqwest::Client, url: &str, token: &str) -> Self {
        let url = url.trim_end_matches('/');
        Self { http, base: format!("{url}/bot{token}"), files: format!("{url}/file/bot{token}") }
    }

    /// Calls a method. `patience` is how long its answer may take where that is longer than usual.
    ///
    /// # Errors
    /// [`Failed`].
    pub(super) async fn call<T: DeserializeOwned>(
        &self,
        method: &str,
        payload: &impl Serialize,
        patience: Option<Duration>,
    ) -> Result<T, Failed> {
        let body =
            serde_json::to_vec(payload).map_err(|_| Failed::NotMade("it has no JSON form"))?;
        let mut request = self
            .http
            .post(format!("{}/{method}", self.base))
            .header("content-type", "application/json")
            .body(body);
        if let Some(patience) = patience {
            request = request.timeout(patience);
        }
        let (status, body) = send(request, MOST).await?;
        read(status, &body)
    }

    /// Fetches a file that `getFile` told the path of, up to `most` bytes.
    ///
    /// # Errors
    /// [`Failed`].
    pub(super) async fn file(
        &self,
        path: &str,
        most: usize,
        patience: Duration,
    ) -> Result<Bytes, Failed> {
        let request = self.http.get(format!("{}/{path}", self.files)).timeout(patience);
        let (status, body) = send(request, most).await?;
        if status == StatusCode::OK {
            return Ok(body.into());
        }
        let description = "the file is not given".to_owned();
        Err(Failed::Refused { code: status.as_u16(), description, retry_after: None })
    }
}

/// Status and body of an answer.
async fn send(
    request: reqwest::RequestBuilder,
    most: usize,
) -> Result<(StatusCode, Vec<u8>), Failed> {
    // The error itself would show the address, and with it the token.
    let mut response = match request.send().await {
        Ok(response) => response,
        Err(error) if error.is_builder() => {
            return Err(Failed::NotMade("no request can be made of the settings"));
        }
        Err(error) if error.is_connect() => {
            return Err(Failed::NotMade("no connection to Telegram"));
        }
        Err(error) if error.is_timeout() => {
            return Err(Failed::Unknown("no answer in time".to_owned()));
        }
        Err(_) => return Err(Failed::Unknown("the connection broke".to_owned())),
    };
    let status = response.status();
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() <= most => {
                body.extend_from_slice(&chunk);
            }
            Ok(None) => return Ok((status, body)),
            Ok(Some(_)) => return Err(Failed::TooLarge),
            Err(_) => return Err(Failed::Unknown("the answer broke off".to_owned())),
        }
    }
}

fn read<T: DeserializeOwned>(status: StatusCode, body: &[u8]) -> Result<T, Failed> {
    let code = status.as_u16();
    let Ok(answer) = serde_json::from_slice::<Answer>(body) else {
        // Something between us and Telegram spoke.
        return Err(match status {
            StatusCode::SERVICE_UNAVAILABLE => {
                Failed::NotMade("something before Telegram answered 503")
            }
            _ if status.is_client_error() => {
                let description = "not in the Bot API's form".to_owned();
                Failed::Refused { code, description, retry_after: None }
            }
            _ => Failed::Unknown(format!("something before Telegram answered {code}")),
        });
    };
    if answer.ok && status.is_success() {
        return serde_json::from_value(answer.result)
            .map_err(|_| Failed::Unknown("done, but the result has another form".to_owned()));
    }
    let wait = answer.parameters.retry_after.map(Duration::from_secs);
    let retry_after = wait.map(|wait| wait.min(LONGEST_WAIT));
    Err(Failed::Refused { code, description: answer.description, retry_after })
}

/// What a failed `sendMessage` means for its delivery.
pub(super) fn outcome(failed: &Failed) -> Sent {
    let reason = failed.reason();
    match failed {
        Failed::NotMade(_) => Sent::NotSent { retry_after: None, reason },
        Failed::Unknown(_) | Failed::TooLarge => Sent::MaybeSent { reason },
        Failed::Refused { code: 429, retry_after, .. } => Sent::NotSent {
            retry_after: Some(retry_after.unwrap_or(Duration::from_secs(1))),
            reason,
        },
        // The token is wrong or was replaced: the message waits for whoever mends that.
        Failed::Refused { code: 401 | 404, .. } => Sent::NotSent { retry_after: None, reason },
        Failed::Refused { code: 403, description, .. } => {
            let gone = ["blocked by the user", "user is deactivated"];
            let opted_out = gone.iter().any(|words| description.contains(words));
            Sent::Rejected { reason, opted_out }
        }
        // An error inside of Telegram: it may have come after the message went out.
        Failed::Refused { code: 500.., .. } => Sent::MaybeSent { reason },
        Failed::Refused { .. } => Sent::Rejected { reason, opted_out: false },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(status: u16, body: &str) -> Sent {
        let status = StatusCode::from_u16(status).unwrap();
        outcome(&read::<Value>(status, body.as_bytes()).unwrap_err())
    }

    fn refused(code: u16, description: &str) -> Sent {
        sent(code, &format!(r#"{{"ok":false,"error_code":{code},"description":"{description}"}}"#))
    }

    #[test]
    fn who_blocked_the_bot_has_opted_out() {
        for words in ["bot was blocked by the user", "user is deactivated"] {
            let sent = refused(403, &format!("Forbidden: {words}"));
            assert!(matches!(sent, Sent::Rejected { opted_out: true, .. }), "{sent:?}");
        }
        let sent = refused(403, "Forbidden: bot can't initiate conversation with a user");
        assert!(matches!(sent, Sent::Rejected { opted_out: false, .. }), "{sent:?}");
        let sent = refused(400, "Bad Request: chat not found");
        assert!(matches!(sent, Sent::Rejected { opted_out: false, .. }), "{sent:?}");
    }

    #[test]
    fn telegrams_wish_to_wait_is_followed() {
        let body = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
                       "parameters":{"retry_after":7}}"#;
        let wait = Some(Duration::from_secs(7));
        assert!(
            matches!(sent(429, body), Sent::NotSent { retry_after, .. } if retry_after == wait)
        );
    }

    #[test]
    fn what_may_have_been_sent_is_not_said_to_be_unsent() {
        for (status, body) in [(500, ""), (502, "<html>"), (504, ""), (200, "{"), (200, "<html>")] {
            assert!(matches!(sent(status, body), Sent::MaybeSent { .. }), "{status} {body}");
        }
        assert!(matches!(refused(500, "Internal Server Error"), Sent::MaybeSent { .. }));
        assert!(matches!(sent(503, ""), Sent::NotSent { .. }));
        assert!(matches!(refused(401, "Unauthorized"), Sent::NotSent { .. }));
    }
}
