//! From a channel's message to one commit.
//!
//! 1. [`key`]: the duplicate key and the content's hash.
//! 2. `turn`: which campaign, which session; `word`: words outside of a conversation; `again`, `which`: those who
//!    were here before; `app`: buttons, edits and places of chat apps. `apply` steps the engine and takes over what
//!    it decided: one [`crate::store::Unit`].
//! 3. `compose`: what the engine says by key becomes words. `record`: what is kept of a session.
//! 4. The commit. [`Committed::Conflict`] (somebody else moved this resident) loads and steps again: the
//!    engine is pure, so that is free of harm.
//! 5. `parts`: where a provider hands on an SMS in parts, they are kept until all are there.
//! 6. `stop`: how far STOP reaches. `link`, `join`: two addresses turn out to be one resident's.
//!    `invited`: tokens that work by every channel.
//! 7. `desk`, `paper`: what form pages show; nothing is changed there. `hello`: who is on the line is asked what waits.
//!    `files`: what files answer, and that they are on disk before the commit. `letters`: what the email channel asks. `flood` marks
//!    who sends more than a person does.
//!
//! Turns that no message causes go the same way: [`Clock`] reminds and ends silent sessions, `forget` erases.

mod again;
mod app;
mod apply;
mod clock;
mod compose;
mod desk;
mod draft;
mod files;
mod flood;
mod forget;
mod hello;
mod invited;
mod join;
pub mod key;
mod letters;
mod link;
mod paper;
mod parts;
mod record;
pub mod rehearse;
mod stop;
mod submit;
mod turn;
mod which;
mod word;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::sms::Provider;
use majlis_channels::{Address, Content, Inbound, Intake, Received, Refused, Report};
use majlis_flows::Lexicon;
use tokio::sync::Mutex;

use self::draft::{Arrival, AskedReceipt};
use crate::campaign::Catalogue;
use crate::config::{LimitsConfig, Secret};
use crate::files::Home;
use crate::library::Library;
use crate::sentences::Sentences;
use crate::store::{Committed, Loaded, Outbox, Sessions, Store, StoreError};
use crate::telemetry::{self, Metrics};

pub use clock::Clock;
pub use forget::Forgotten;

/// Messages of one resident take turns; more lanes than requests under way, so that strangers seldom meet.
const LANES: usize = 4096;

/// A commit that loses this often against others has met a fault, not bad luck.
const MOST_CONFLICTS: usize = 64;

/// From this confidence on a language is believed to be that of the words.
const SURE: f32 = 0.9;

/// Everything that stays the same from message to message.
pub struct Gateway {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) outbox: Arc<dyn Outbox>,
    pub(crate) sessions: Arc<dyn Sessions>,
    pub(crate) catalogue: Catalogue,
    pub(crate) lexicon: Lexicon,
    pub(crate) sentences: Sentences,
    pub(crate) providers: BTreeMap<String, Provider>,
    pub(crate) settings: Settings,
    pub(crate) metrics: Metrics,
    floods: flood::Floods,
    guesses: link::Guesses,
    page_codes: link::Guesses,
    lanes: Box<[Mutex<()>]>,
}

/// What the gateway needs of the config.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `/majlis/gw-1`: the source of events.
    pub source: String,
    /// Makes participant keys.
    pub secret: Secret,
    /// For those whose language is not known.
    pub language: String,
    /// Where files of residents are.
    pub files: Home,
    /// From where on somebody sends more than a person does.
    pub limits: LimitsConfig,
}

impl Gateway {
    /// Puts the parts together.
    #[must_use]
    pub fn new(
        store: Arc<dyn Store>,
        outbox: Arc<dyn Outbox>,
        sessions: Arc<dyn Sessions>,
        catalogue: Catalogue,
        library: Library,
        settings: Settings,
        metrics: Metrics,
    ) -> Self {
        let lanes = (0..LANES).map(|_| Mutex::new(())).collect();
        let floods = flood::Floods::new(settings.limits);
        let Library { lexicon, sentences, providers, .. } = library;
        Self {
            store,
            outbox,
            sessions,
            catalogue,
            lexicon,
            sentences,
            providers,
            settings,
            metrics,
            floods,
            guesses: link::Guesses::default(),
            page_codes: link::Guesses::default(),
            lanes,
        }
    }

    /// All campaigns.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The lane of a resident: a queue of one message at a time, in the order of arrival.
    fn lane(&self, who: &Address) -> &Mutex<()> {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        who.hash(&mut hasher);
        let at = usize::try_from(hasher.finish() % LANES as u64).unwrap_or(0);
        #[allow(clippy::indexing_slicing)] // `at` is below LANES, the length
        &self.lanes[at]
    }

    /// Events that were just committed, for metrics.
    fn count(&self, submitted: &[draft::Submitted]) {
        for (campaign, action) in submitted {
            self.metrics.event(campaign, action);
        }
    }

    /// What there is about the receipt in a message, if it has one.
    async fn asked_receipt(&self, inbound: &Inbound) -> Result<Option<AskedReceipt>, Refused> {
        let text = match &inbound.content {
            Content::Text(text) => text,
            Content::Files(files) => &files.words,
            _ => return Ok(None),
        };
        let Some(receipt) = self.receipt_in(text) else { return Ok(None) };
        let found = self.store.by_receipt(&receipt).await.map_err(unavailable)?;
        Ok(Some(AskedReceipt { receipt, known: found.is_some_and(|found| !found.open) }))
    }

    /// The campaign whose message a message answers, where the way it came tells.
    async fn answered_campaign(&self, inbound: &Inbound) -> Result<Option<String>, Refused> {
        match &inbound.answers {
            Some(delivery) => self.outbox.campaign_of(delivery).await.map_err(unavailable),
            None => Ok(None),
        }
    }

    async fn commit(&self, inbound: &Inbound) -> Result<(Committed, Received), Refused> {
        let answers = self.answered_campaign(inbound).await?;
        let mut arrival = Arrival { answers, ..Arrival::default() };
        // A long text is one message, however many parts it has.
        let mut counted = false;
        for _ in 0..MOST_CONFLICTS {
            let mut loaded = self.store.load(&inbound.from).await.map_err(unavailable)?;
            let whole =
                if arrival.id_conflict { None } else { parts::join(inbound, &mut loaded, now()) };
            let message = whole.as_ref().unwrap_or(inbound);
            if !counted && !matches!(message.content, Content::Part { .. }) {
                arrival.pace = self.floods.count(&inbound.from);
                counted = true;
            }
            arrival.asked = self.asked_receipt(message).await?;
            let found = self.look_up_code(message, &loaded, now()).await?;
            arrival.code = found.as_ref().and_then(|found| found.as_ref().err().copied());
            arrival.invited = self.invitation_in(message, &loaded).await?;
            arrival.holders = self.holder_for(&loaded, arrival.invited.as_ref()).await?;
            let mut planned = match found {
                Some(Ok(meeting)) if !arrival.id_conflict => {
                    self.plan_join(message, &loaded, &meeting, &arrival, after(&loaded, now()))?
                }
                _ => self.plan(message, &loaded, &arrival, after(&loaded, now()))?,
            };
            // A text is known again by its parts.
            planned.unit.message.print = Some(key::print(inbound));
            self.bid_farewell(&mut planned).await?;
            let held = self.keep_files(message, &planned.unit).await?;
            let (replies, gone) = (planned.messages, planned.gone);
            match self.store.commit(planned.unit).await.map_err(unavailable)? {
                Committed::Done => {
                    drop(held);
                    self.let_go_of(gone).await;
                    self.count(&planned.submitted);
                    let done =
                        if arrival.id_conflict { Committed::IdConflict } else { Committed::Done };
                    return Ok((done, Received { duplicate: false, replies }));
                }
                Committed::Duplicate => {
                    let received = Received { duplicate: true, replies: Vec::new() };
                    return Ok((Committed::Duplicate, received));
                }
                Committed::IdConflict => arrival.id_conflict = true,
                Committed::Conflict => {}
            }
        }
        Err(Refused::Unavailable("this resident's session keeps changing".to_owned()))
    }
}

#[async_trait]
impl Intake for Gateway {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        let started = std::time::Instant::now();
        let _turn = self.lane(&inbound.from).lock().await;
        let result = self.commit(&inbound).await;
        let outcome = match &result {
            Ok((Committed::Duplicate, _)) => telemetry::Inbound::Duplicate,
            Ok((Committed::IdConflict, _)) => telemetry::Inbound::IdConflict,
            Ok(_) => telemetry::Inbound::Done,
            Err(Refused::Nonsense(_)) => telemetry::Inbound::Rejected,
            Err(Refused::Unavailable(_)) => telemetry::Inbound::Refused,
        };
        self.metrics.inbound(&inbound.channel, outcome);
        self.metrics.turn(&inbound.channel, started.elapsed());
        if let Err(refused) = &result {
            tracing::error!(channel = %inbound.channel, why = %refused, "a message was not taken");
        }
        result.map(|(_, received)| received)
    }

    async fn report(&self, report: Report) -> Result<(), Refused> {
        let known = self.outbox.report(&report, Timestamp::now()).await.map_err(unavailable)?;
        if !known {
            tracing::warn!(channel = %report.channel, "a delivery report for no delivery of ours");
        }
        Ok(())
    }
}

/// The present, in milliseconds: finer than any provider's clock, shorter in every event.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}

/// One message of a resident comes after the other, also within a millisecond, or where the clock was set back: which
/// question was put last must not be a matter of chance.
fn after(loaded: &Loaded, now: Timestamp) -> Timestamp {
    let last = loaded.sessions.iter().map(|session| session.updated_at).max();
    let next = last.and_then(|last| last.checked_add(Duration::from_millis(1)).ok());
    next.map_or(now, |next| now.max(next))
}

/// The time it is where residents live.
fn local(now: Timestamp) -> jiff::civil::DateTime {
    // The Gulf has one time all year; a campaign elsewhere will name its own.
    jiff::tz::offset(4).to_datetime(now)
}

/// The day it is where residents live, for "tomorrow".
fn today(now: Timestamp) -> jiff::civil::Date {
    local(now).date()
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn unavailable(error: StoreError) -> Refused {
    Refused::Unavailable(error.to_string())
}

#[cfg(test)]
mod tests;
