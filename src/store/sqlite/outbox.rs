//! Deliveries: claimed under a lease, settled by their outcome.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::{Address, Report};
use rusqlite::{OptionalExtension, Row, Savepoint, params};
use tokio::sync::watch;

use super::writer::Kept as Fate;
use super::{SqliteStore, micros, time};
use crate::store::{
    Claim, Claimed, Delivery, DeliveryState, Depth, Outbox, Result, Settled,
};

#[async_trait]
impl Outbox for SqliteStore {
    async fn claim(&self, claim: Claim) -> Result<Vec<Claimed>> {
        // Most wake-ups find nothing due: that costs a read, not a write.
        let due = self.next_due(&claim.channel).await?;
        if due.is_none_or(|due| due > claim.now) {
            return Ok(Vec::new());
        }
        self.writer
            .run(move |savepoint| {
                expire(savepoint, &claim)?;
                take(savepoint, &claim).map(Fate::Keep)
            })
            .await
    }

    async fn settle(&self, delivery: &str, outcome: Settled) -> Result<()> {
        let id = delivery.to_owned();
        let now = micros(Timestamp::now());
        self.writer
            .run(move |savepoint| settle(savepoint, &id, &outcome, now).map(Fate::Keep))
            .await?;
        // The resident's next message may go now, or this one again later.
        self.deliveries.send_modify(|count| *count += 1);
        Ok(())
    }

    async fn report(&self, report: &Report, now: Timestamp) -> Result<bool> {
        let report = report.clone();
        self.writer
            .run(move |savepoint| apply_report(savepoint, &report, micros(now)).map(Fate::Keep))
            .await
    }

    async fn next_due(&self, channel: &str) -> Result<Option<Timestamp>> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "select min(case state when 'leased' then lease_until else due end)
                     from delivery where channel = ?1 and state in ('ready', 'leased')",
                )?
                .query_row([channel], |row| row.get::<_, Option<i64>>(0))
        })
        .map(|due| due.map(time))
    }

    async fn list(&self, state: Option<DeliveryState>, limit: usize) -> Result<Vec<Delivery>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let state = state.map(state_text);
        self.read(|connection| {
            connection
                .prepare_cached(
                    "select id, channel, campaign, state, attempts, reason, created_at, updated_at
                     from delivery where ?1 is null or state = ?1 order by number desc limit ?2",
                )?
                .query_map(params![state, limit], delivery_of)?
                .collect()
        })
    }

    async fn send_again(&self, ids: &[String], now: Timestamp) -> Result<usize> {
        let ids = ids.to_vec();
        let back = self
            .writer
            .run(move |savepoint| {
                let mut statement = savepoint.prepare_cached(
                    "update delivery set state = 'ready', due = ?2, attempts = 0, reason = null,
                     updated_at = ?2 where id = ?1 and state in ('dead', 'unknown', 'failed')",
                )?;
                let mut back = 0;
                for id in &ids {
                    back += statement.execute(params![id, micros(now)])?;
                }
                drop(statement);
                Ok(Fate::Keep(back))
            })
            .await?;
        self.deliveries.send_modify(|count| *count += 1);
        Ok(back)
    }

    async fn depth(&self) -> Result<Depth> {
        self.read(|connection| {
            let count = |states: &str| -> rusqlite::Result<u64> {
                let sql = format!("select count(*) from delivery where state in ({states})");
                connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))
            };
            let oldest: Option<i64> = connection
                .prepare_cached(
                    "select min(due) from delivery where state in ('ready', 'leased')",
                )?
                .query_row([], |row| row.get(0))?;
            Ok(Depth {
                waiting: count("'ready', 'leased'")?,
                dead: count("'dead'")?,
                unknown: count("'unknown'")?,
                oldest_due: oldest.map(time),
            })
        })
    }

    fn outbox_signal(&self) -> watch::Receiver<u64> {
        self.deliveries.subscribe()
    }
}

/// Leases that ran out: the attempt may or may not have reached the provider.
fn expire(savepoint: &Savepoint<'_>, claim: &Claim) -> rusqlite::Result<()> {
    let state = if claim.repeat_safe { "ready" } else { "unknown" };
    savepoint
        .prepare_cached(
            "update delivery set state = ?1, lease_until = null, updated_at = ?3,
             reason = 'the attempt had no outcome before its lease ended'
             where channel = ?2 and state = 'leased' and lease_until <= ?3",
        )?
        .execute(params![state, claim.channel, micros(claim.now)])?;
    Ok(())
}

/// Replies first, then the oldest; of each resident and lane only the first that is not done.
fn take(savepoint: &Savepoint<'_>, claim: &Claim) -> rusqlite::Result<Vec<Claimed>> {
    let now = micros(claim.now);
    let mut statement = savepoint.prepare_cached(
        "select number, id, address, sender, message, attempts from delivery as one
         where channel = ?1 and state = 'ready' and due <= ?2
           and not exists (select 1 from delivery as earlier
                           where earlier.resident = one.resident and earlier.lane = one.lane
                             and earlier.number < one.number
                             and earlier.state in ('ready', 'leased'))
         order by lane, number limit ?3",
    )?;
    let most = i64::try_from(claim.max).unwrap_or(i64::MAX);
    let mut lease = savepoint.prepare_cached(
        "update delivery set state = 'leased', lease_until = ?2, attempts = attempts + 1,
         updated_at = ?3 where number = ?1",
    )?;
    let mut claimed = Vec::new();
    let mut rows = statement.query(params![claim.channel, now, most])?;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let uri: String = row.get(2)?;
        // Only addresses are written here; one that is none any more (an older program's) is passed over.
        let Ok(to) = Address::try_from(uri) else { continue };
        claimed.push((
            number,
            Claimed {
                id: row.get(1)?,
                to,
                from: row.get(3)?,
                message: row.get(4)?,
                attempt: row.get::<_, u32>(5)? + 1,
            },
        ));
    }
    drop(rows);
    for (number, _) in &claimed {
        lease.execute(params![number, micros(claim.until), now])?;
    }
    Ok(claimed.into_iter().map(|(_, claimed)| claimed).collect())
}

fn settle(
    savepoint: &Savepoint<'_>,
    id: &str,
    outcome: &Settled,
    now: i64,
) -> rusqlite::Result<()> {
    let (state, due, provider_id, reason) = match outcome {
        Settled::Accepted { provider_id } => ("sent", None, provider_id.as_deref(), None),
        Settled::Retry { at, reason } => ("ready", Some(micros(*at)), None, Some(reason.as_str())),
        Settled::Dead { reason, .. } => ("dead", None, None, Some(reason.as_str())),
        Settled::Unknown { reason } => ("unknown", None, None, Some(reason.as_str())),
    };
    let resident: Option<i64> = savepoint
        .prepare_cached(
            "update delivery set state = ?2, due = coalesce(?3, due), provider_id = ?4,
             reason = ?5, lease_until = null, updated_at = ?6
             where id = ?1 and state = 'leased' returning resident",
        )?
        .query_row(params![id, state, due, provider_id, reason, now], |row| row.get(0))
        .optional()?;
    if let (Some(resident), Settled::Dead { opted_out: true, .. }) = (resident, outcome) {
        savepoint
            .prepare_cached(
                "update resident set opted_out = ?2, version = version + 1
                 where id = ?1 and opted_out is null",
            )?
            .execute(params![resident, now])?;
    }
    Ok(())
}

/// A report moves a delivery forwards only: sent, then delivered or failed, and the first final word stays.
/// It may overtake the answer to our own request, so a leased delivery takes it too.
fn apply_report(savepoint: &Savepoint<'_>, report: &Report, now: i64) -> rusqlite::Result<bool> {
    let number: Option<i64> = match (&report.delivery, &report.provider_id) {
        (Some(delivery), _) => savepoint
            .prepare_cached("select number from delivery where id = ?1 and channel = ?2")?
            .query_row(params![delivery, report.channel], |row| row.get(0))
            .optional()?,
        (None, Some(provider_id)) => savepoint
            .prepare_cached("select number from delivery where channel = ?1 and provider_id = ?2")?
            .query_row(params![report.channel, provider_id], |row| row.get(0))
            .optional()?,
        (None, None) => None,
    };
    let Some(number) = number else { return Ok(false) };
    let state = state_text(DeliveryState::from(report.state));
    savepoint
        .prepare_cached(
            "update delivery set state = ?2, reason = coalesce(?3, reason), updated_at = ?4,
             lease_until = null
             where number = ?1 and state in ('leased', 'sent', 'unknown')",
        )?
        .execute(params![number, state, report.code, now])?;
    Ok(true)
}

fn delivery_of(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    let state: String = row.get(3)?;
    Ok(Delivery {
        id: row.get(0)?,
        channel: row.get(1)?,
        campaign: row.get(2)?,
        state: state_of(&state),
        attempts: row.get(4)?,
        reason: row.get(5)?,
        created_at: time(row.get(6)?),
        updated_at: time(row.get(7)?),
    })
}

fn state_text(state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::Ready => "ready",
        DeliveryState::Leased => "leased",
        DeliveryState::Sent => "sent",
        DeliveryState::Delivered => "delivered",
        DeliveryState::Failed => "failed",
        DeliveryState::Unknown => "unknown",
        DeliveryState::Dead => "dead",
    }
}

fn state_of(text: &str) -> DeliveryState {
    match text {
        "ready" => DeliveryState::Ready,
        "leased" => DeliveryState::Leased,
        "sent" => DeliveryState::Sent,
        "delivered" => DeliveryState::Delivered,
        "failed" => DeliveryState::Failed,
        "dead" => DeliveryState::Dead,
        _ => DeliveryState::Unknown,
    }
}
