//! One attempt to send one message, and what follows from it.

use std::sync::Arc;
use std::time::Duration;

use majlis_channels::{Channel, Message, Outgoing, Sent};

use super::Desk;
use super::backoff::Backoff;
use super::clock::after;
use crate::store::{Claimed, Settled};

/// Between two tries to write an outcome down.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// No provider's wish to wait is followed for longer.
const LONGEST_WISH: Duration = Duration::from_secs(24 * 3600);

/// A claimed message that can be read.
pub(super) struct Attempt {
    pub(super) number: u32,
    pub(super) outgoing: Outgoing,
    /// On the clock that never goes back: the attempt must be over by then, so that its outcome is written
    /// before the lease runs out.
    pub(super) over_by: Duration,
}

impl Attempt {
    /// Reads the claimed message.
    ///
    /// # Errors
    /// Why it can never be sent. The reason names a place, never the words.
    pub(super) fn read(claimed: Claimed, over_by: Duration) -> Result<Self, (String, String)> {
        let message: Message = match serde_json::from_str(&claimed.message) {
            Ok(message) => message,
            // The error's own text may quote the message.
            Err(fault) => {
                let place = format!("line {}, column {}", fault.line(), fault.column());
                let reason = format!("the stored message cannot be read ({place})");
                return Err((claimed.id, reason));
            }
        };
        let Claimed { id, to, from, attempt, .. } = claimed;
        let outgoing = Outgoing { delivery: id, to, from, message };
        Ok(Self { number: attempt, outgoing, over_by })
    }

    /// Sends, settles, and says for how long the provider wants the whole channel to rest.
    pub(super) async fn make(self, desk: Arc<Desk>, channel: Arc<dyn Channel>) -> Option<Duration> {
        let begun = desk.clock.elapsed();
        let sent = tokio::select! {
            biased;
            sent = channel.send(&self.outgoing) => sent,
            () = desk.clock.sleep(self.over_by.saturating_sub(begun)) => Sent::MaybeSent {
                reason: "no answer before the lease ran out".to_owned(),
            },
        };
        let rest = match &sent {
            Sent::NotSent { retry_after, .. } => {
                retry_after.map(|time| time.min(desk.settings.cap))
            }
            _ => None,
        };
        let settled = self.follow(&desk, sent, channel.limits().repeat_safe);
        let outcome = name(&settled);
        tracing::info!(
            channel = channel.id(),
            delivery = self.outgoing.delivery,
            outcome,
            attempt = self.number,
            ms = millis(desk.clock.elapsed().saturating_sub(begun)),
            "attempt"
        );
        desk.metrics.sent(channel.id(), outcome);
        settle(&desk, channel.id(), &self.outgoing.delivery, settled, self.over_by).await;
        rest
    }

    /// What an outcome means for the delivery.
    fn follow(&self, desk: &Desk, sent: Sent, repeat_safe: bool) -> Settled {
        match sent {
            Sent::Accepted { provider_id } => Settled::Accepted { provider_id },
            Sent::Rejected { reason, opted_out } => Settled::Dead { reason, opted_out },
            Sent::NotSent { retry_after, reason } => self.again(desk, retry_after, reason),
            Sent::MaybeSent { reason } if repeat_safe => self.again(desk, None, reason),
            Sent::MaybeSent { reason } => Settled::Unknown { reason },
        }
    }

    fn again(&self, desk: &Desk, wish: Option<Duration>, reason: String) -> Settled {
        let settings = desk.settings;
        if self.number >= settings.max_attempts {
            let reason = format!("given up after {} attempts; the last: {reason}", self.number);
            return Settled::Dead { reason, opted_out: false };
        }
        let backoff = Backoff { base: settings.base, cap: settings.cap };
        let wait = wish.map_or_else(
            || backoff.delay(self.number, (desk.random)()),
            |wish| wish.min(LONGEST_WISH),
        );
        Settled::Retry { at: after(desk.clock.now(), wait), reason }
    }
}

/// Writes an outcome down, again and again while the store cannot, until the lease is lost anyway.
pub(super) async fn settle(
    desk: &Desk,
    channel: &str,
    delivery: &str,
    settled: Settled,
    over_by: Duration,
) {
    let give_up = over_by + margin(desk.settings.lease);
    loop {
        let Err(fault) = desk.store.settle(delivery, settled.clone()).await else { return };
        let outcome = name(&settled);
        tracing::error!(channel, delivery, outcome, %fault, "cannot write the outcome of an attempt");
        if desk.clock.elapsed() >= give_up {
            return;
        }
        desk.clock.sleep(STORE_PAUSE).await;
    }
}

/// The part of a lease that is kept for settling.
pub(super) fn margin(lease: Duration) -> Duration {
    (lease / 4).min(Duration::from_secs(5))
}

/// For logs and metrics.
fn name(settled: &Settled) -> &'static str {
    match settled {
        Settled::Accepted { .. } => "accepted",
        Settled::Retry { .. } => "retry",
        Settled::Dead { .. } => "dead",
        Settled::Unknown { .. } => "unknown",
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
