//! Putting the parts together and running them: what `serve`, `demo` and the tests share.

mod telegram;

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use majlis_channels::email::{EmailChannel, Words};
use majlis_channels::sms::{Provider, SmsChannel, SmsSettings};
use majlis_channels::telegram::TelegramChannel;
use majlis_channels::ussd::UssdChannel;
use majlis_channels::web::{WebChannel, WebSettings, is_upload};
use majlis_channels::{Channel, Desk, Intake};
use majlis_flows::Faults;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::campaign::catalogue;
use crate::config::{ChannelConfig, ChannelKind, Config, SmsConfig};
use crate::console::Console;
use crate::files::Home;
use crate::intake::{Clock, Gateway, Settings};
use crate::library::Library;
use crate::outbox::Sender;
use crate::staff::{self, StaffState};
use crate::store::sqlite::{SqliteOptions, SqliteStore, Synchronous};
use crate::telemetry::Metrics;

/// Why the gateway cannot start: what, where, what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Files have faults; each is a line.
    #[error("{0}")]
    Faults(Faults),
    /// The store cannot be opened.
    #[error("store {path}: {why}")]
    Store {
        /// The database file.
        path: String,
        /// What and what to do.
        why: String,
    },
    /// An address cannot be listened on.
    #[error("{address} cannot be listened on: {why} — choose another `bind`, or stop what uses it")]
    Bind {
        /// Address and port.
        address: SocketAddr,
        /// The system's words.
        why: std::io::Error,
    },
    /// A channel cannot work.
    #[error(transparent)]
    Channel(#[from] majlis_channels::ChannelError),
    /// Anything else the system refused.
    #[error("{0}")]
    System(String),
}

/// A gateway that listens.
pub struct Running {
    /// The store, for the command line's own use.
    pub store: Arc<SqliteStore>,
    /// Where residents and providers come in.
    pub public: SocketAddr,
    /// Where staff come in.
    pub staff: SocketAddr,
    /// A link to the staff page that works once.
    pub sign_in: String,
    stop: CancellationToken,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

/// A request of the public side, from its head to our answer.
const LONGEST_REQUEST: Duration = Duration::from_secs(60);

/// The same of a form with files: three photos of a phone at 50 kbit/s.
const LONGEST_UPLOAD: Duration = Duration::from_secs(20 * 60);

/// How long what is in flight may take to finish after a stop was asked for.
const GRACE: Duration = Duration::from_secs(20);

impl Running {
    /// Starts everything the config names. `extra` adds routes to the staff listener (the demo's phone).
    ///
    /// # Errors
    /// [`StartError`], in words for a person.
    pub async fn start(config: Config, extra: Option<Router>) -> Result<Self, StartError> {
        let (gateway, store) = assemble(&config)?;
        let metrics = gateway.metrics.clone();
        let scopes = gateway
            .catalogue()
            .entities()
            .map(|entity| (entity.id.clone(), entity.scope.clone()))
            .collect();
        let channels = make_channels(&config, &gateway)?;
        let stop = CancellationToken::new();
        let mut tasks = Vec::new();
        let public_listener = bind(config.public_bind).await?;
        let staff_listener = bind(config.staff_bind).await?;
        let public = local(&public_listener)?;
        let staff = local(&staff_listener)?;

        let intake: Arc<dyn Intake> = gateway.clone();
        let state = StaffState::new(store.clone(), scopes, metrics.clone(), stop.clone());
        let erasures = staff::erasure_routes(state.clone(), gateway.clone());
        let files = staff::file_routes(state.clone(), gateway.settings.files.clone());
        let mut public_routes = staff::health_routes(state.clone());
        for channel in &channels {
            public_routes = public_routes.merge(channel.routes(intake.clone()));
            tasks.push(tokio::spawn(listen(channel.clone(), intake.clone(), stop.clone())));
        }
        let console = Console::new(gateway.clone(), store.clone())
            .map_err(|error| StartError::System(error.to_string()))?;
        let sign_in =
            console.sign_in_path().map_err(|error| StartError::System(error.to_string()))?;
        let staff_routes = staff::routes(state)
            .merge(erasures)
            .merge(files)
            .merge(console.routes())
            .merge(extra.unwrap_or_default());
        let public_routes = public_routes.layer(axum::middleware::from_fn(in_time));
        tasks.push(serve(public_listener, public_routes, stop.clone()));
        tasks.push(serve(staff_listener, staff_routes, stop.clone()));

        let sender = Sender::new(store.clone(), channels, config.outbox, metrics);
        let stopped = stop.clone();
        tasks.push(tokio::spawn(async move { sender.run(stopped).await }));
        let clock = Clock::new(gateway, config.sessions);
        tasks.push(tokio::spawn(clock.run(stop.clone())));
        Ok(Self { store, public, staff, sign_in: format!("http://{staff}{sign_in}"), stop, tasks })
    }

    /// Runs until `until` is done, then stops gracefully: what is in flight is finished.
    pub async fn run_until(self, until: impl Future<Output = ()>) {
        until.await;
        self.stop().await;
    }

    /// Stops gracefully.
    pub async fn stop(self) {
        tracing::info!("stopping: finishing what is in flight");
        self.stop.cancel();
        let deadline = tokio::time::Instant::now() + GRACE;
        for mut task in self.tasks {
            if tokio::time::timeout_at(deadline, &mut task).await.is_err() {
                tracing::warn!("a part did not stop in time and is cut off");
                task.abort();
            }
        }
        self.store.close().await;
        tracing::info!("stopped");
    }
}

/// Reads every file and opens the store: the gateway without its listeners.
///
/// # Errors
/// [`StartError`], in words for a person.
pub fn assemble(config: &Config) -> Result<(Arc<Gateway>, Arc<SqliteStore>), StartError> {
    let mut faults = Faults::default();
    let library = Library::load(&config.folders, &mut faults);
    let catalogue = catalogue::build(config, &library.templates, &mut faults);
    catalogue::check_keywords(config, &library.lexicon, &mut faults);
    check_channels(config, &library.providers, &mut faults);
    let Some(catalogue) = catalogue.filter(|_| faults.is_empty()) else {
        return Err(StartError::Faults(faults));
    };
    let store = open_store(config)?;
    let files = Home::new(config.files_folder(), config.files.limits, store.clone());
    if config.files.folder.is_some() {
        files.prepare().map_err(|error| {
            let folder = files.folder().display();
            StartError::System(format!(
                "[files] folder {folder}: {error} — make it, or let this user write to it"
            ))
        })?;
    }
    let gateway = Gateway::new(
        store.clone(),
        store.clone(),
        store.clone(),
        catalogue,
        library,
        Settings {
            source: format!("/majlis/{}", config.gateway.id),
            secret: config.gateway.secret.clone(),
            language: config.gateway.language.clone(),
            files,
            limits: config.limits,
        },
        Metrics::new(),
    );
    Ok((Arc::new(gateway), store))
}

fn open_store(config: &Config) -> Result<Arc<SqliteStore>, StartError> {
    let synchronous = if config.store.synchronous { Synchronous::Full } else { Synchronous::Off };
    let options = SqliteOptions { synchronous, ..SqliteOptions::default() };
    SqliteStore::open(&config.store.path, options).map(Arc::new).map_err(|error| {
        StartError::Store { path: config.store.path.display().to_string(), why: error.to_string() }
    })
}

/// The channels of a config, over a gateway.
///
/// # Errors
/// [`StartError`], in words for a person.
pub fn make_channels(
    config: &Config,
    gateway: &Arc<Gateway>,
) -> Result<Vec<Arc<dyn Channel>>, StartError> {
    let http = majlis_channels::sms::http_client()
        .map_err(|error| StartError::System(format!("no HTTP client: {error}")))?;
    let mut channels: Vec<Arc<dyn Channel>> = Vec::new();
    for channel in &config.channels {
        match &channel.kind {
            ChannelKind::Web => {
                let key = config.gateway.secret.expose().as_bytes().to_vec();
                let mut settings = WebSettings::new(&channel.id, key, &config.gateway.public_url);
                settings.lang.clone_from(&config.gateway.language);
                settings.numbers = numbers(config);
                settings.files = config.files.limits;
                settings.mailboxes = mailboxes(config);
                settings.telegram = config
                    .channels
                    .iter()
                    .any(|other| matches!(other.kind, ChannelKind::Telegram(_)));
                let desk: Arc<dyn Desk> = gateway.clone();
                channels.push(Arc::new(WebChannel::new(settings, desk)?));
            }
            ChannelKind::Telegram(telegram) => {
                let commands = telegram::commands(&gateway.sentences);
                let settings = telegram::settings(config, &channel.id, telegram, commands);
                channels.push(Arc::new(TelegramChannel::new(settings, http.clone())?));
            }
            ChannelKind::Sms(sms) => {
                // `assemble` has checked that every provider exists.
                let Some(provider) = gateway.providers.get(&sms.provider) else { continue };
                let settings = sms_settings(config, &channel.id, sms, provider.clone());
                channels.push(Arc::new(SmsChannel::new(settings, http.clone())?));
            }
            ChannelKind::Email(email) => {
                let first = !channels.iter().any(|channel| channel.kind() == "email");
                let settings = email.settings(&channel.id, config, first);
                let words: Arc<dyn Words> = gateway.clone();
                channels.push(Arc::new(EmailChannel::new(settings, words)?));
            }
            ChannelKind::Ussd(ussd) => {
                let settings = ussd.settings(&channel.id, &config.gateway);
                let desk: Arc<dyn Desk> = gateway.clone();
                channels.push(Arc::new(UssdChannel::new(settings, desk)?));
            }
        }
    }
    Ok(channels)
}

/// Every channel's provider exists, and no two channels share an id.
pub fn check_channels(
    config: &Config,
    providers: &BTreeMap<String, Provider>,
    faults: &mut Faults,
) {
    let mut seen = BTreeSet::new();
    let mut web = false;
    for channel in &config.channels {
        if !seen.insert(&channel.id) {
            faults.add(
                &config.file,
                channel.line,
                format!("a second channel is called `{}`", channel.id),
                "give each channel its own id",
            );
        }
        let sms = match &channel.kind {
            ChannelKind::Sms(sms) => sms,
            ChannelKind::Telegram(_) | ChannelKind::Email(_) | ChannelKind::Ussd(_) => continue,
            ChannelKind::Web => {
                if std::mem::replace(&mut web, true) {
                    faults.add(
                        &config.file,
                        channel.line,
                        format!("channel `{}` is a second web form", channel.id),
                        "keep one channel of kind \"web\"",
                    );
                }
                continue;
            }
        };
        if !providers.contains_key(&sms.provider) {
            faults.add(
                &config.file,
                channel.line,
                format!("channel `{}`: there is no provider `{}`", channel.id, sms.provider),
                format!("name one of: {}", names(providers)),
            );
        }
    }
}

/// Every channel has the settings and secrets that it, or its provider, needs.
pub fn check_channel_settings(
    config: &Config,
    providers: &BTreeMap<String, Provider>,
    faults: &mut Faults,
) {
    for channel in &config.channels {
        if let ChannelKind::Email(email) = &channel.kind {
            let settings = email.settings(&channel.id, config, true);
            if let Err(error) = settings.check() {
                faults.add(&config.file, channel.line, error.what, error.mend);
            }
            continue;
        }
        let Ok(http) = majlis_channels::sms::http_client() else { continue };
        let made = match &channel.kind {
            ChannelKind::Web | ChannelKind::Email(_) => continue,
            ChannelKind::Ussd(ussd) => ussd.settings(&channel.id, &config.gateway).check(),
            ChannelKind::Telegram(telegram) => {
                let settings = telegram::settings(config, &channel.id, telegram, Vec::new());
                TelegramChannel::new(settings, http).map(|_| ())
            }
            ChannelKind::Sms(sms) => {
                let Some(provider) = providers.get(&sms.provider) else { continue };
                let settings = sms_settings(config, &channel.id, sms, provider.clone());
                SmsChannel::new(settings, http).map(|_| ())
            }
        };
        if let Err(error) = made {
            faults.add(&config.file, channel.line, error.what, error.mend);
        }
    }
}

/// The numbers residents may send keywords to.
fn numbers(config: &Config) -> Vec<String> {
    let sender = |channel: &ChannelConfig| match &channel.kind {
        ChannelKind::Sms(sms) => sms.sender.clone(),
        _ => None,
    };
    config.channels.iter().filter_map(sender).collect()
}

/// The mailboxes residents may send keywords to.
fn mailboxes(config: &Config) -> Vec<String> {
    let mailbox = |channel: &ChannelConfig| match &channel.kind {
        ChannelKind::Email(email) => Some(email.mailbox.clone()),
        _ => None,
    };
    config.channels.iter().filter_map(mailbox).collect()
}

fn names<T>(map: &BTreeMap<String, T>) -> String {
    map.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn sms_settings(config: &Config, id: &str, sms: &SmsConfig, provider: Provider) -> SmsSettings {
    SmsSettings {
        id: id.to_owned(),
        provider,
        path_secret: sms.path_secret.expose().to_owned(),
        public_url: config.gateway.public_url.clone(),
        sender: sms.sender.clone(),
        secrets: sms
            .secrets
            .iter()
            .map(|(name, all)| {
                (name.clone(), all.iter().map(|secret| secret.expose().to_owned()).collect())
            })
            .collect(),
        send: sms
            .send
            .iter()
            .map(|(name, value)| (name.clone(), value.expose().to_owned()))
            .collect(),
        per_second: sms.per_second,
        burst: sms.burst,
        at_once: sms.at_once,
        allow_from: sms.allow_from.clone(),
        fetch_every: sms.fetch_every,
        max_body: SmsSettings::MAX_BODY,
    }
}

async fn bind(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).await.map_err(|why| StartError::Bind { address, why })
}

fn local(listener: &TcpListener) -> Result<SocketAddr, StartError> {
    listener.local_addr().map_err(|error| StartError::System(error.to_string()))
}

fn serve(
    listener: TcpListener,
    routes: Router,
    stop: CancellationToken,
) -> tokio::task::JoinHandle<()> {
    tokio::spawn(async move {
        let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(listener, routes)
            .with_graceful_shutdown(async move { stop.cancelled().await })
            .await;
        if let Err(error) = served {
            tracing::error!(%error, "a listener ended");
        }
    })
}

/// A request that does not come to its end holds nothing for long. A slow phone on 2G needs about ten seconds
/// for the largest form without files; with files it may go on as long as something comes (`web::upload`).
async fn in_time(request: Request, next: Next) -> Response {
    let upload = request.uri().path().starts_with("/c/") && is_upload(request.headers());
    let longest = if upload { LONGEST_UPLOAD } else { LONGEST_REQUEST };
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

async fn listen(channel: Arc<dyn Channel>, intake: Arc<dyn Intake>, stop: CancellationToken) {
    if let Err(error) = channel.listen(intake, stop).await {
        tracing::error!(%error, "a channel's way in cannot be opened");
    }
}

/// The system's wish that the program stops: Ctrl-C, or SIGTERM.
pub struct StopSignal {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl StopSignal {
    /// Listens from now on: to be made before anything starts, so that no wish is missed.
    ///
    /// # Errors
    /// If the system does not let us listen.
    pub fn listen() -> Result<Self, StartError> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let terminate = signal(SignalKind::terminate())
                .map_err(|error| StartError::System(format!("no signals: {error}")))?;
            Ok(Self { terminate })
        }
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Returns when the program should stop.
    #[cfg_attr(not(unix), allow(unused_mut))]
    pub async fn come(mut self) {
        #[cfg(unix)]
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = self.terminate.recv() => {}
        }
        #[cfg(not(unix))]
        let _ = tokio::signal::ctrl_c().await;
    }
}
