//! What happens because time goes by: a reminder, a time-out, the close of a campaign.
//!
//! Nothing here waits: [`Clock::tick`] is told what time it is. Each session is a turn of its own, committed as a
//! message's turn is; if its resident writes in that moment their message wins, and the turn is dropped.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use majlis_channels::{Kind, Refused, Replies};
use majlis_flows::{Act, EndedBy, present};
use tokio_util::sync::CancellationToken;

use super::draft::{Draft, Way};
use super::record::Record;
use super::turn::read;
use super::{Gateway, unavailable};
use crate::campaign::Campaign;
use crate::config::SessionsConfig;
use crate::store::{Committed, Loaded, Place, Silent, SilentSession, StoredSession};

/// How often files that stand nowhere are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(10 * 60);

/// Sessions read at once.
const PAGE: usize = 100;

/// Looks after silent sessions.
pub struct Clock {
    gateway: Arc<Gateway>,
    settings: SessionsConfig,
    /// How far reminders have come, by campaign and wait: a session is looked at once, not each time.
    reminded: HashMap<(String, Duration), Place>,
    /// When files that stand nowhere were swept last.
    swept: Option<Timestamp>,
}

/// What a look at the silent sessions did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Reminders sent.
    pub reminded: usize,
    /// Sessions that ended.
    pub ended: usize,
    /// Texts that were taken though a part of them never came.
    pub partial: usize,
}

impl Clock {
    /// A clock over a gateway.
    #[must_use]
    pub fn new(gateway: Arc<Gateway>, settings: SessionsConfig) -> Self {
        Self { gateway, settings, reminded: HashMap::new(), swept: None }
    }

    /// Looks now and then, until it is told to stop.
    pub async fn run(mut self, stop: CancellationToken) {
        let mut ticks = tokio::time::interval(self.settings.every);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = ticks.tick() => {}
            }
            tokio::select! {
                () = stop.cancelled() => return,
                ticked = self.tick(super::now()) => match ticked {
                    Ok(Ticked { reminded: 0, ended: 0, partial: 0 }) => {}
                    Ok(Ticked { reminded, ended, partial }) => {
                        tracing::info!(reminded, ended, partial, "what was silent was looked after");
                    }
                    Err(error) => tracing::error!(%error, "silent sessions could not be looked after"),
                },
            }
        }
    }

    /// Ends what is over, then reminds, if it is day.
    ///
    /// # Errors
    /// If the store cannot be read or written; the next look goes on.
    pub async fn tick(&mut self, now: Timestamp) -> Result<Ticked, Refused> {
        // First, so that no session is ended whose answer is half here.
        let partial = self.take_partial(now).await?;
        let mut ticked = Ticked { partial, ..Ticked::default() };
        self.gateway.floods.tidy();
        self.sweep(now).await;
        let campaigns: Vec<_> = self.gateway.catalogue.campaigns().cloned().collect();
        for campaign in campaigns {
            if campaign.closes.is_some_and(|closes| closes <= now) {
                ticked.ended += self.end(&campaign, EndedBy::CampaignClosed, now, now).await?;
                continue;
            }
            let until = before(now, campaign.patience.timeout);
            ticked.ended += self.end(&campaign, EndedBy::Timeout, until, now).await?;
            if self.is_day(now) {
                for wait in waits(&campaign) {
                    ticked.reminded += self.remind(&campaign, wait, now).await?;
                }
            }
        }
        Ok(ticked)
    }

    /// Takes away files whose commit never came.
    async fn sweep(&mut self, now: Timestamp) {
        let soon = |at: Timestamp| now.duration_since(at).unsigned_abs() < SWEEP_EVERY;
        if self.swept.is_some_and(soon) {
            return;
        }
        self.swept = Some(now);
        match self.gateway.settings.files.sweep(now).await {
            Ok(swept) if swept.files == 0 => {}
            Ok(swept) => {
                tracing::info!(files = swept.files, "files that belong to nobody were swept");
            }
            Err(error) => tracing::error!(%error, "files could not be swept"),
        }
    }

    /// Takes texts whose missing parts were waited for long enough.
    async fn take_partial(&self, now: Timestamp) -> Result<usize, Refused> {
        let mut taken = 0;
        loop {
            let due = self.gateway.sessions.due(now, PAGE).await.map_err(unavailable)?;
            let before = taken;
            for who in &due {
                taken += self.gateway.take_partial(who, now).await?;
            }
            // Fewer than a page: there are no more. None taken: others are at it, the next look goes on.
            if due.len() < PAGE || taken == before {
                return Ok(taken);
            }
        }
    }

    fn is_day(&self, now: Timestamp) -> bool {
        let hour = super::local(now).hour();
        (self.settings.remind_from..self.settings.remind_until).contains(&hour)
    }

    /// Ends every session of a campaign that was silent since `until`.
    async fn end(
        &self,
        campaign: &Campaign,
        by: EndedBy,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<usize, Refused> {
        let mut ended = 0;
        let mut after = None;
        while let Some(page) = self.page(campaign, after.take(), until).await? {
            after = page.last().map(|session| session.place.clone());
            for session in &page {
                ended += usize::from(self.gateway.end_silent(campaign, session, by, now).await?);
            }
        }
        Ok(ended)
    }

    async fn remind(
        &mut self,
        campaign: &Campaign,
        wait: Duration,
        now: Timestamp,
    ) -> Result<usize, Refused> {
        let mut reminded = 0;
        let key = (campaign.id.clone(), wait);
        let mut after = self.reminded.get(&key).cloned();
        while let Some(page) = self.page(campaign, after.take(), before(now, wait)).await? {
            for session in &page {
                reminded += usize::from(self.gateway.remind(campaign, session, wait, now).await?);
                after = Some(session.place.clone());
                self.reminded.insert(key.clone(), session.place.clone());
            }
        }
        Ok(reminded)
    }

    /// The next silent sessions; `None` if there are no more.
    async fn page(
        &self,
        campaign: &Campaign,
        after: Option<Place>,
        until: Timestamp,
    ) -> Result<Option<Vec<SilentSession>>, Refused> {
        let wanted = Silent { campaign: campaign.id.clone(), after, until, limit: PAGE };
        let page = self.gateway.sessions.silent(wanted).await.map_err(unavailable)?;
        Ok(Some(page).filter(|page| !page.is_empty()))
    }
}

impl Gateway {
    /// A page whose conversation ran out of time shows its question again; the next answer goes on with it.
    pub(super) fn reopen_page(&self, campaign: &Campaign, record: &mut Record, now: Timestamp) {
        let timed_out = record.ended_by() == Some(EndedBy::Timeout) && !record.withdrawn;
        if timed_out && campaign.is_open(now) {
            record.session = self.step(campaign, record, Act::Resume, now).session;
        }
    }

    /// Ends a silent session; false if it was not silent any more.
    pub(super) async fn end_silent(
        &self,
        campaign: &Campaign,
        silent: &SilentSession,
        by: EndedBy,
        now: Timestamp,
    ) -> Result<bool, Refused> {
        let _turn = self.lane(&silent.who).lock().await;
        let loaded = self.store.load(&silent.who).await.map_err(unavailable)?;
        let Some((_, record)) = still_silent(&loaded, silent)? else { return Ok(false) };
        let mut draft = Draft::own(way(silent, &record), &loaded, now);
        self.close(&mut draft, campaign, record, by)?;
        self.commit_own(draft).await
    }

    /// Reminds of a silent session, once; false if there is a reason not to.
    async fn remind(
        &self,
        campaign: &Campaign,
        silent: &SilentSession,
        wait: Duration,
        now: Timestamp,
    ) -> Result<bool, Refused> {
        let _turn = self.lane(&silent.who).lock().await;
        let loaded = self.store.load(&silent.who).await.map_err(unavailable)?;
        let Some((stored, mut record)) = still_silent(&loaded, silent)? else { return Ok(false) };
        let wanted = record.is_open()
            && !record.reminded
            && Kind::of(&record.kind).replies == Replies::Sent
            && record.who.as_ref().unwrap_or(&silent.who).can_be_answered()
            && !loaded.resident.is_silent_for(&campaign.entity)
            && campaign.is_open(now)
            && stored.updated_at <= before(now, wait)
            && wait_of(campaign, &record) == wait
            && self.is_newest(&loaded, &record)?;
        if !wanted {
            return Ok(false);
        }
        let Some(message) = self.reminding(campaign, &record, true) else { return Ok(false) };
        record.reminded = true;
        record.asked_at = Some(now);
        let mut draft = Draft::own(way(silent, &record), &loaded, now);
        draft.say(message);
        draft.keep_session(campaign, &record)?;
        self.commit_own(draft).await
    }

    /// Of several conversations only the one that was asked last is reminded of; the others are asked after it.
    fn is_newest(&self, loaded: &Loaded, record: &Record) -> Result<bool, Refused> {
        let newest = self.newest_asked(loaded, Record::is_open)?;
        Ok(newest.is_some_and(|(_, newest)| newest.session.identity == record.session.identity))
    }

    /// One try: if the resident moved in the meantime, there is nothing left to do.
    async fn commit_own(&self, draft: Draft<'_>) -> Result<bool, Refused> {
        let planned = draft.finish()?;
        let done = self.store.commit(planned.unit).await.map_err(unavailable)?;
        if done == Committed::Done {
            self.count(&planned.submitted);
        }
        Ok(done == Committed::Done)
    }
}

/// The session as it is now, if it is still open and was not heard from.
fn still_silent<'a>(
    loaded: &'a Loaded,
    silent: &SilentSession,
) -> Result<Option<(&'a StoredSession, Record)>, Refused> {
    let same = |stored: &&StoredSession| {
        stored.submission == silent.place.submission
            && stored.open
            && stored.updated_at <= silent.place.updated_at
    };
    let Some(stored) = loaded.sessions.iter().find(same) else { return Ok(None) };
    Ok(Some((stored, read(stored)?)))
}

fn way(silent: &SilentSession, record: &Record) -> Way {
    Way {
        who: record.who.clone().unwrap_or_else(|| silent.who.clone()),
        kind: record.kind.clone(),
        channel: record.channel.clone(),
        number: record.number.clone(),
    }
}

/// Every wait there is in a campaign, each once.
fn waits(campaign: &Campaign) -> BTreeSet<Duration> {
    let own = campaign.flow.steps.iter().filter_map(|step| step.remind_after).map(minutes);
    own.chain([campaign.patience.remind_after]).collect()
}

/// How long the question that waits may be left unanswered before its reminder.
fn wait_of(campaign: &Campaign, record: &Record) -> Duration {
    let own = present(&campaign.flow, &record.session).and_then(|step| step.remind_after);
    own.map_or(campaign.patience.remind_after, minutes)
}

fn minutes(minutes: u32) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}

fn before(now: Timestamp, span: Duration) -> Timestamp {
    now.checked_sub(span).unwrap_or(Timestamp::MIN)
}
