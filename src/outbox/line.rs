//! The line of one channel: waits, claims, and starts attempts.

use std::sync::Arc;
use std::time::Duration;

use majlis_channels::Channel;
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use super::Desk;
use super::attempt::{Attempt, margin, settle};
use super::clock::{after, until};
use super::pace::Pace;
use crate::store::{Claim, Settled, StoreError};

/// How often an idle line claims although nothing seems due: leases of a program that died come back so.
const IDLE: Duration = Duration::from_secs(15);

/// Something is due but was not given (an earlier message of the same resident is out): look again then.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// After a fault of the store.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// What is under way at a stop gets so much time to end.
const STOP_WITHIN: Duration = Duration::from_secs(20);

/// Most units one message is expected to cost; bounds how many messages wait for their pace under one lease.
const COSTLY: u64 = 16;

pub(super) struct Line {
    desk: Arc<Desk>,
    channel: Arc<dyn Channel>,
    pace: Pace,
    under_way: JoinSet<Option<Duration>>,
    /// The provider asked us to rest until then, on the clock that never goes back.
    rest_until: Duration,
    /// Claim even if nothing seems due.
    look_anyway: bool,
}

/// What a line does next.
enum Next {
    /// Look again at once.
    Look,
    /// Wait so long, or until something happens.
    Wait(Duration),
    /// Wait so long, whatever happens.
    Rest(Duration),
}

impl Line {
    pub(super) fn new(desk: Arc<Desk>, channel: Arc<dyn Channel>) -> Self {
        let pace = Pace::new(channel.limits(), Arc::clone(&desk.clock));
        let under_way = JoinSet::new();
        Self { desk, channel, pace, under_way, rest_until: Duration::ZERO, look_anyway: true }
    }

    pub(super) async fn run(mut self, stop: CancellationToken) {
        let mut signal = self.desk.store.outbox_signal();
        let desk = Arc::clone(&self.desk);
        while !stop.is_cancelled() {
            // Seen before looking: what is added while we look wakes us again.
            signal.borrow_and_update();
            let next = match self.look(&stop).await {
                Ok(next) => next,
                Err(fault) => {
                    let channel = self.channel.id();
                    tracing::error!(channel, %fault, "the outbox cannot be read");
                    Next::Rest(STORE_PAUSE)
                }
            };
            match next {
                Next::Look => {}
                Next::Rest(time) => tokio::select! {
                    () = stop.cancelled() => {}
                    () = desk.clock.sleep(time) => {}
                },
                Next::Wait(time) => tokio::select! {
                    () = stop.cancelled() => {}
                    Ok(()) = signal.changed() => {}
                    Some(ended) = self.under_way.join_next() => self.note(ended),
                    () = desk.clock.sleep(time.min(IDLE)) => self.look_anyway = time >= IDLE,
                },
            }
        }
        self.finish().await;
    }

    /// Starts what may be started now.
    async fn look(&mut self, stop: &CancellationToken) -> Result<Next, StoreError> {
        while let Some(ended) = self.under_way.try_join_next() {
            self.note(ended);
        }
        let rest = self.rest_left();
        let room = self.channel.limits().at_once.max(1).saturating_sub(self.under_way.len());
        if !rest.is_zero() || room == 0 {
            return Ok(Next::Wait(if room == 0 { IDLE } else { rest }));
        }
        let now = self.desk.clock.now();
        if !std::mem::take(&mut self.look_anyway) {
            match self.desk.store.next_due(self.channel.id()).await? {
                None => return Ok(Next::Wait(IDLE)),
                Some(due) if due > now => return Ok(Next::Wait(until(now, due))),
                Some(_) => {}
            }
        }
        let max = match self.pace.reserve(self.most_at_once(room)) {
            Ok(max) => max as usize,
            Err(wait) => return Ok(Next::Rest(wait)),
        };
        self.claim(max, stop).await
    }

    async fn claim(&mut self, max: usize, stop: &CancellationToken) -> Result<Next, StoreError> {
        let lease = self.desk.settings.lease;
        let over_by = (self.desk.clock.elapsed() + lease).saturating_sub(margin(lease));
        let now = self.desk.clock.now();
        let claim = Claim {
            channel: self.channel.id().to_owned(),
            max,
            now,
            until: after(now, lease),
            repeat_safe: self.channel.limits().repeat_safe,
        };
        let claimed = self.desk.store.claim(claim).await?;
        if claimed.is_empty() {
            // Due, but not for us to take now; or nothing at all.
            let due = self.desk.store.next_due(self.channel.id()).await?;
            let wait = due.map_or(IDLE, |due| until(now, due).max(LOOK_AGAIN));
            return Ok(Next::Wait(wait));
        }
        for claimed in claimed {
            match Attempt::read(claimed, over_by) {
                Ok(attempt) => self.start(attempt, stop).await,
                Err((delivery, reason)) => {
                    tracing::error!(channel = self.channel.id(), delivery, reason, "dead");
                    self.desk.metrics.sent(self.channel.id(), "dead");
                    let dead = Settled::Dead { reason, opted_out: false };
                    settle(&self.desk, self.channel.id(), &delivery, dead, over_by).await;
                }
            }
        }
        Ok(Next::Look)
    }

    /// Pays for a message and lets it go, or gives it back if it may not go now.
    async fn start(&mut self, attempt: Attempt, stop: &CancellationToken) {
        let cost = self.channel.cost(&attempt.outgoing.message);
        let paid = tokio::select! {
            biased;
            () = stop.cancelled() => false,
            () = self.pace.pay(cost) => true,
        };
        while let Some(ended) = self.under_way.try_join_next() {
            self.note(ended);
        }
        let rest = self.rest_left();
        let late = self.desk.clock.elapsed() >= attempt.over_by;
        if paid && rest.is_zero() && !late {
            let made = attempt.make(Arc::clone(&self.desk), Arc::clone(&self.channel));
            self.under_way.spawn(made);
            return;
        }
        let reason = if !paid {
            "held back: the gateway stopped"
        } else if late {
            "held back: its turn came too late"
        } else {
            "held back: the provider asked us to wait"
        };
        self.desk.metrics.sent(self.channel.id(), "held_back");
        let again =
            Settled::Retry { at: after(self.desk.clock.now(), rest), reason: reason.to_owned() };
        let (delivery, over_by) = (&attempt.outgoing.delivery, attempt.over_by);
        settle(&self.desk, self.channel.id(), delivery, again, over_by).await;
    }

    /// So many that the last one's turn comes well within the lease, even if all are long.
    fn most_at_once(&self, room: usize) -> u32 {
        let in_lease =
            self.desk.settings.lease.as_secs() * u64::from(self.channel.limits().per_second);
        let most = (in_lease / COSTLY).min(room as u64).max(1);
        u32::try_from(most).unwrap_or(u32::MAX)
    }

    fn rest_left(&self) -> Duration {
        self.rest_until.saturating_sub(self.desk.clock.elapsed())
    }

    /// Takes note of an attempt's end.
    fn note(&mut self, ended: Result<Option<Duration>, JoinError>) {
        match ended {
            Ok(None) => {}
            Ok(Some(rest)) => {
                tracing::warn!(
                    channel = self.channel.id(),
                    seconds = rest.as_secs(),
                    "the provider asked us to wait"
                );
                self.rest_until = self.rest_until.max(self.desk.clock.elapsed() + rest);
            }
            Err(fault) => tracing::error!(
                channel = self.channel.id(),
                panicked = fault.is_panic(),
                "an attempt broke off; its delivery is settled when its lease runs out"
            ),
        }
    }

    /// Waits for what is under way.
    async fn finish(mut self) {
        let clock = Arc::clone(&self.desk.clock);
        let ended = async { while self.under_way.join_next().await.is_some() {} };
        tokio::select! {
            () = ended => {}
            () = clock.sleep(STOP_WITHIN) => tracing::warn!(
                channel = self.channel.id(),
                "attempts were cut off at the stop; they are settled when their leases run out"
            ),
        }
    }
}
