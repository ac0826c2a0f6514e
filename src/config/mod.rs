//! The config: one typed file, every key with a default; `config/majlis.toml` explains each line.
//!
//! Any key of `[gateway]`, `[public]`, `[staff]`, `[store]`, `[outbox]`, `[sessions]`, `[limits]`, `[files]` and `[log]` may be given by the
//! environment instead: `MAJLIS_PUBLIC_BIND` for `bind` of `[public]`.

mod email;
mod price;
mod read;
pub mod secret;
mod span;
mod ussd;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

pub use email::EmailConfig;
use majlis_channels::FileLimits;
use majlis_channels::sms::Network;
pub use price::{Price, Prices};
pub use secret::Secret;
pub use span::Span;
pub use ussd::UssdConfig;

use crate::campaign::{Entity, OwnWords, Patience};
use crate::library::Folders;
use crate::outbox::OutboxSettings;
use crate::telemetry::LogFormat;

/// Everything the program is told.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file it came from, for faults.
    pub file: String,
    /// `[gateway]`
    pub gateway: GatewayConfig,
    /// `[public] bind`: residents and providers.
    pub public_bind: SocketAddr,
    /// `[staff] bind`: API, metrics.
    pub staff_bind: SocketAddr,
    /// `[store]`
    pub store: StoreConfig,
    /// `[outbox]`
    pub outbox: OutboxSettings,
    /// `[sessions]`
    pub sessions: SessionsConfig,
    /// `[limits]`
    pub limits: LimitsConfig,
    /// `[files]`
    pub files: FilesConfig,
    /// `[log]`
    pub log: LogConfig,
    /// `[folders]`
    pub folders: Folders,
    /// `[[entity]]`
    pub entities: Vec<Entity>,
    /// `[[campaign]]`
    pub campaigns: Vec<CampaignConfig>,
    /// `[[channel]]`
    pub channels: Vec<ChannelConfig>,
}

impl Config {
    /// Where files of residents are: as set, or `majlis.files` beside `majlis.db`.
    #[must_use]
    pub fn files_folder(&self) -> PathBuf {
        self.files.folder.clone().unwrap_or_else(|| self.store.path.with_extension("files"))
    }
}

/// `[gateway]`
#[derive(Debug, Clone)]
pub struct GatewayConfig {
    /// Names this gateway in events: `/majlis/<id>`.
    pub id: String,
    /// How the world reaches the public listener; providers sign it.
    pub public_url: String,
    /// Language of those who never said another.
    pub language: String,
    /// Makes participant keys, form tokens; at least 32 characters.
    pub secret: Secret,
}

/// `[store]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreConfig {
    /// The database file; its folder must exist.
    pub path: PathBuf,
    /// fsync at each commit. Off loses acknowledged messages in a power cut: for experiments alone.
    pub synchronous: bool,
}

/// `[sessions]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionsConfig {
    /// How long a resident may be silent, unless their campaign says otherwise.
    pub patience: Patience,
    /// How often silent sessions are looked for.
    pub every: Duration,
    /// Reminders are sent from this hour …
    pub remind_from: i8,
    /// … until before this one, where residents live.
    pub remind_until: i8,
}

/// `[limits]`: from where on a resident's messages are marked `soft_limited`. None is ever refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitsConfig {
    /// Messages a minute that a person may go on sending.
    pub per_minute: NonZeroU32,
    /// Messages a person may send at once.
    pub at_once: NonZeroU32,
}

/// `[files]`: files of residents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilesConfig {
    /// Where they are; `None`: beside the store, see [`Config::files_folder`].
    pub folder: Option<PathBuf>,
    /// How much is taken.
    pub limits: FileLimits,
}

/// `[log]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogConfig {
    /// For people or for machines.
    pub format: LogFormat,
    /// `info`, or a filter like `majlis=debug,warn`.
    pub filter: String,
}

/// `[[campaign]]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignConfig {
    /// Line of its header, for faults.
    pub line: usize,
    /// `[a-z0-9-]+`
    pub id: String,
    /// Entity id.
    pub entity: String,
    /// Template id.
    pub template: String,
    /// Language → word.
    pub keywords: BTreeMap<String, String>,
    /// Language → placeholder → value.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Languages offered, with their lines; none are all of the template.
    pub languages: Vec<(String, usize)>,
    /// Its own options: step, codes, line.
    pub options: Vec<(String, Vec<String>, usize)>,
    /// Its own words: language → text by name.
    pub words: OwnWords,
    /// Parts of the template that are not asked, with their lines.
    pub leave_out: Vec<(String, usize)>,
    /// Most SMS parts of one message, in place of the template's.
    pub sms_parts: Option<u32>,
    /// Rises with every change.
    pub revision: u32,
    /// Reference of the approval.
    pub approval: Option<String>,
    /// Takes answers from then.
    pub opens: Option<Timestamp>,
    /// Takes answers until then.
    pub closes: Option<Timestamp>,
    /// One resident may take part again; ideas may by default.
    pub repeat: Option<bool>,
    /// Several people may answer from one address: asked "is this a new person?".
    pub several_people: bool,
    /// Numbers in the digits of the language spoken.
    pub native_digits: bool,
    /// How many questions a page of the web form has.
    pub pages: Pages,
    /// Silence after which a reminder is sent.
    pub remind_after: Option<Duration>,
    /// Silence after which a session ends.
    pub timeout: Option<Duration>,
}

/// `pages` of a `[[campaign]]`: how the web form puts its questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pages {
    /// `"each"`: each question on a page of its own.
    #[default]
    Each,
    /// `"one"`: all on one page, as far as it is known that they apply.
    One,
}

/// `[[channel]]`
#[derive(Debug, Clone)]
pub struct ChannelConfig {
    /// Line of its header, for faults.
    pub line: usize,
    /// `[a-z0-9-]+`; part of the webhook's path.
    pub id: String,
    /// Its kind and what belongs to it.
    pub kind: ChannelKind,
}

/// What a channel of each kind needs.
#[derive(Debug, Clone)]
pub enum ChannelKind {
    /// `kind = "sms"`
    Sms(Box<SmsConfig>),
    /// `kind = "telegram"`
    Telegram(Box<TelegramConfig>),
    /// `kind = "web"`
    Web,
    /// `kind = "email"`
    Email(Box<EmailConfig>),
    /// `kind = "ussd"`
    Ussd(Box<UssdConfig>),
}

/// A channel of kind `telegram`.
#[derive(Debug, Clone)]
pub struct TelegramConfig {
    /// The bot's token, from BotFather.
    pub token: Secret,
    /// `mode = "webhook"`: the secret token Telegram repeats; `None` is `mode = "polling"`.
    pub webhook_secret: Option<Secret>,
    /// The Bot API server.
    pub api_url: String,
    /// Messages a second.
    pub per_second: u32,
    /// Attempts under way at once.
    pub at_once: usize,
}

/// A channel of kind `sms`.
#[derive(Debug, Clone)]
pub struct SmsConfig {
    /// Provider file.
    pub provider: String,
    /// Last part of the webhook's path.
    pub path_secret: Secret,
    /// Number messages come from, unless the resident wrote to another.
    pub sender: Option<String>,
    /// Networks that the provider calls from; empty: any.
    pub allow_from: Vec<Network>,
    /// How often the provider is asked for messages it could not bring; `None`: never.
    pub fetch_every: Option<Duration>,
    /// `[channel.price]`: what a part costs, if it was said.
    pub price: Option<Prices>,
    /// SMS parts a second.
    pub per_second: u32,
    /// Most parts at once.
    pub burst: u32,
    /// Attempts under way at once.
    pub at_once: usize,
    /// `[channel.secrets]`: what signatures are checked with; several while one is being replaced.
    pub secrets: BTreeMap<String, Vec<Secret>>,
    /// `[channel.send]`: what the provider file needs for sending (address, account, password).
    pub send: BTreeMap<String, Secret>,
}
