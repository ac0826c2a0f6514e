//! An SMS channel: a provider file with an operator's settings.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::provider::{Class, Provider, SendValues};
use super::{Network, fetch, hooks, secret, send};
use crate::fit::{broken, measure_cut, sms};
use crate::{Channel, ChannelError, Intake, Limits, Message, Outgoing, Sent};

/// What an operator sets. Holds secrets, so it has no `Debug`.
#[derive(Clone)]
pub struct SmsSettings {
    /// Channel id, `[a-z0-9-]+`; part of the hook's path.
    pub id: String,
    /// The provider file.
    pub provider: Provider,
    /// The last part of the hook's path; 128 bits if the provider does not sign bodies.
    pub path_secret: String,
    /// The address of the public listener as the provider sees it, such as `https://say.example`.
    pub public_url: String,
    /// Number or name messages come from, where a resident has not written to one.
    pub sender: Option<String>,
    /// Signature keys by name; several while one is being replaced, the newest first.
    pub secrets: BTreeMap<String, Vec<String>>,
    /// The provider file's settings: user name, password, address …
    pub send: BTreeMap<String, String>,
    /// Networks that requests may come from; empty: any.
    pub allow_from: Vec<Network>,
    /// How often the provider is asked for messages it could not bring; `None`: never.
    pub fetch_every: Option<Duration>,
    /// SMS parts a second.
    pub per_second: u32,
    /// Most parts at once.
    pub burst: u32,
    /// Attempts under way at once.
    pub at_once: usize,
    /// Largest request body in bytes.
    pub max_body: usize,
}

impl SmsSettings {
    /// The usual [`SmsSettings::max_body`]: far above any SMS, far below what would hurt.
    pub const MAX_BODY: usize = 64 * 1024;
}

/// A way in and out by SMS.
pub struct SmsChannel {
    settings: Arc<SmsSettings>,
    limits: Limits,
    /// Settings and secrets by name, for the placeholders of the provider file.
    values: BTreeMap<String, String>,
    report_url: String,
    http: reqwest::Client,
}

impl SmsChannel {
    /// Makes the channel, if the settings suffice.
    ///
    /// # Errors
    /// If a setting or secret is missing, unknown, or too weak.
    pub fn new(settings: SmsSettings, http: reqwest::Client) -> Result<Self, ChannelError> {
        check(&settings).map_err(|(what, mend)| ChannelError {
            channel: settings.id.clone(),
            what,
            mend,
        })?;
        let mut values = settings.send.clone();
        for (name, keys) in &settings.secrets {
            if let Some(key) = keys.first() {
                values.insert(name.clone(), key.clone());
            }
        }
        let limits = Limits {
            per_second: settings.per_second,
            burst: settings.burst,
            max_chars: None,
            at_once: settings.at_once,
            repeat_safe: settings.provider.idempotent,
        };
        let report_url = format!(
            "{}/hooks/sms/{}/{}/status",
            settings.public_url.trim_end_matches('/'),
            settings.id,
            settings.path_secret
        );
        Ok(Self { settings: Arc::new(settings), limits, values, report_url, http })
    }
}

type Fault = (String, String);

fn fault(what: impl Into<String>, mend: impl Into<String>) -> Result<(), Fault> {
    Err((what.into(), mend.into()))
}

fn check(settings: &SmsSettings) -> Result<(), Fault> {
    let provider = &settings.provider;
    let plain_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if settings.id.is_empty() || !settings.id.bytes().all(plain_id) {
        return fault("the id is not of a-z, 0-9 and -", "give it another id");
    }
    if !is_base(&settings.public_url) {
        return fault(
            "the public URL is no address",
            "set it to what the provider calls, such as https://say.example",
        );
    }
    if settings.per_second == 0 || settings.burst == 0 || settings.at_once == 0 {
        return fault(
            "a pace of 0 sends nothing",
            "set per_second, burst and at_once to 1 or more",
        );
    }
    if settings.fetch_every.is_some() && !provider.fetches() {
        let what = format!("nothing says how {} is asked for messages", provider.title);
        return fault(what, "remove fetch_every, or add a [fetch] to the provider file");
    }
    check_secret(settings)?;
    check_keys(settings)?;
    for (name, what) in &provider.settings {
        if settings.send.get(name).is_none_or(|value| value.trim().is_empty()) {
            return fault(format!("{} needs `{name}`", provider.title), format!("set it: {what}"));
        }
    }
    let known = |name: &String| {
        provider.settings.contains_key(name) || provider.optional.contains_key(name)
    };
    if let Some(name) = settings.send.keys().find(|name| !known(name)) {
        let all: Vec<&str> =
            provider.settings.keys().chain(provider.optional.keys()).map(String::as_str).collect();
        return fault(
            format!("{} has no setting `{name}`", provider.title),
            format!("remove it; known are {}", all.join(", ")),
        );
    }
    let wide = |text: &String| text.parse::<i64>().is_ok_and(|s| (1..=172_800).contains(&s));
    if settings.send.get(hooks::CLOCK).is_some_and(|text| !wide(text)) {
        let mend = "write seconds, 1 to 172800 (two days)";
        return fault(format!("`{}` is no number of seconds", hooks::CLOCK), mend);
    }
    if settings.send.get("url").is_some_and(|url| !is_base(url)) {
        return fault("`url` is no address", "begin it with https:// or http://");
    }
    Ok(())
}

fn check_secret(settings: &SmsSettings) -> Result<(), Fault> {
    let generate = "make one with: openssl rand -hex 16";
    if !secret::fits_path(&settings.path_secret) {
        return fault("the path secret is empty or not of A-Z, a-z, 0-9, - and _", generate);
    }
    if settings.provider.class() == Class::SignedBody {
        return Ok(());
    }
    match secret::weakness(&settings.path_secret) {
        None => Ok(()),
        Some(why) => {
            let title = &settings.provider.title;
            let what = format!(
                "{title} does not sign what it sends, so the path secret must hold 128 random bits; {why}"
            );
            fault(what, generate)
        }
    }
}

fn check_keys(settings: &SmsSettings) -> Result<(), Fault> {
    let provider = &settings.provider;
    let wanted = provider.signature_secret();
    if let Some(name) = wanted {
        let keys = settings.secrets.get(name).map(Vec::as_slice).unwrap_or_default();
        if keys.is_empty() || keys.iter().any(|key| key.trim().is_empty()) {
            return fault(
                format!("{} needs the secret `{name}`", provider.title),
                "set it, from a file or the environment",
            );
        }
    }
    match settings.secrets.keys().find(|name| Some(name.as_str()) != wanted) {
        Some(name) => fault(
            format!("{} has no secret `{name}`", provider.title),
            wanted.map_or("remove it".to_owned(), |name| format!("it is called `{name}`")),
        ),
        None => Ok(()),
    }
}

fn before(at: Timestamp, span: Duration) -> Timestamp {
    at.checked_sub(span).unwrap_or(Timestamp::MIN)
}

/// An address to which a path can be added.
fn is_base(url: &str) -> bool {
    reqwest::Url::parse(url).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some()
            && url.query().is_none()
            && url.fragment().is_none()
    })
}

#[async_trait]
impl Channel for SmsChannel {
    fn id(&self) -> &str {
        &self.settings.id
    }

    fn kind(&self) -> &'static str {
        "sms"
    }

    fn limits(&self) -> &Limits {
        &self.limits
    }

    fn cost(&self, message: &Message) -> u32 {
        let measured = measure_cut(&sms(message), self.settings.provider.cuts);
        u32::try_from(measured.parts).unwrap_or(u32::MAX)
    }

    fn routes(&self, intake: Arc<dyn Intake>) -> Router {
        let class = self.settings.provider.class();
        if class != Class::SignedBody && self.settings.allow_from.is_empty() {
            tracing::info!(
                channel = %self.settings.id,
                class = class.name(),
                "what residents say is not signed here: the secret in the path is the only lock. If the provider \
                 says where it calls from, set allow_from"
            );
        }
        hooks::routes(Arc::clone(&self.settings), intake)
    }

    async fn listen(
        &self,
        intake: Arc<dyn Intake>,
        stop: CancellationToken,
    ) -> Result<(), ChannelError> {
        let Some(every) = self.settings.fetch_every else {
            stop.cancelled().await;
            return Ok(());
        };
        let mut seen = fetch::Seen::default();
        let mut since = before(Timestamp::now(), fetch::FIRST);
        loop {
            let began = Timestamp::now();
            let look =
                fetch::look(&self.http, &self.settings, &self.values, &*intake, &mut seen, since);
            let looked = tokio::select! {
                () = stop.cancelled() => return Ok(()),
                looked = look => looked,
            };
            match looked {
                Ok(fetch::Looked { handed_in, new }) => {
                    since = before(began, fetch::OVERLAP);
                    if new > 0 {
                        tracing::info!(channel = %self.settings.id, handed_in, new, "fetched");
                    }
                }
                // The next look begins where this one did.
                Err(why) => tracing::warn!(channel = %self.settings.id, why, "nothing fetched"),
            }
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                () = tokio::time::sleep(every) => {}
            }
        }
    }

    async fn send(&self, message: &Outgoing) -> Sent {
        let rejected =
            |reason: &str| Sent::Rejected { reason: reason.to_owned(), opted_out: false };
        if message.to.scheme() != "tel" || !message.to.can_be_answered() {
            return rejected("the address is no phone number");
        }
        let provider = &self.settings.provider;
        let text = sms(&message.message);
        let pieces = provider.most_chars.map_or(vec![text.as_str()], |most| broken(&text, most));
        let mut last = rejected("there is nothing to say");
        for (at, piece) in pieces.into_iter().enumerate() {
            let values = SendValues {
                to: message.to.rest(),
                from: message.from.as_deref().or(self.settings.sender.as_deref()),
                text: piece,
                delivery: &message.delivery,
                report_url: &self.report_url,
                settings: &self.values,
            };
            let sent = match provider.request(&values) {
                Ok(request) => send::attempt(&self.http, provider, request).await,
                Err(reason) => rejected(&reason),
            };
            match sent {
                Sent::Accepted { .. } => last = sent,
                sent if at == 0 => return sent,
                // The resident has the beginning: to begin again would send it twice.
                _ => {
                    let reason = format!("only the first {at} pieces of it were taken");
                    return Sent::MaybeSent { reason };
                }
            }
        }
        last
    }
}
