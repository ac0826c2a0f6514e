//! What Prometheus is told. Labels are ids from the config and words from fixed lists; never an address.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use crate::store::Depth;

/// The media type of [`Metrics::render`].
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What became of a message that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inbound {
    /// Stored, with its effect.
    Done,
    /// The very same message was here before.
    Duplicate,
    /// The provider's id was here with other words; both are kept.
    IdConflict,
    /// Could not be stored; the provider will come again.
    Refused,
    /// Made no sense; it would make none the next time.
    Rejected,
}

impl EncodeLabelValue for Inbound {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> std::fmt::Result {
        encoder.write_str(match self {
            Self::Done => "done",
            Self::Duplicate => "duplicate",
            Self::IdConflict => "id_conflict",
            Self::Refused => "refused",
            Self::Rejected => "rejected",
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByOutcome {
    channel: String,
    outcome: Inbound,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct BySent {
    channel: String,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByChannel {
    channel: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByAction {
    campaign: String,
    action: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByState {
    state: &'static str,
}

type Milliseconds = Family<ByChannel, Histogram, fn() -> Histogram>;

/// All that is counted. Clones count together.
#[derive(Debug, Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    inbound: Family<ByOutcome, Counter>,
    turn: Milliseconds,
    events: Family<ByAction, Counter>,
    sent: Family<BySent, Counter>,
    outbox: Family<ByState, Gauge>,
    oldest: Gauge<f64, AtomicU64>,
    queue: Gauge,
    commits: Counter,
    units: Counter,
}

impl Metrics {
    /// All at nothing.
    #[must_use]
    pub fn new() -> Self {
        let inbound = Family::default();
        let turn = Milliseconds::new_with_constructor(milliseconds);
        let events = Family::default();
        let sent = Family::default();
        let outbox = Family::default();
        let oldest = Gauge::default();
        let queue = Gauge::default();
        let commits = Counter::default();
        let units = Counter::default();

        let mut registry = Registry::with_prefix("majlis");
        registry.register(
            "inbound",
            "Messages that came in, by what became of them",
            inbound.clone(),
        );
        registry.register(
            "turn_milliseconds",
            "From a message's arrival to its commit",
            turn.clone(),
        );
        registry.register("events", "Submission events, by action", events.clone());
        registry.register("outbox_attempts", "Attempts to send, by outcome", sent.clone());
        registry.register(
            "outbox_deliveries",
            "Deliveries in the outbox, by state",
            outbox.clone(),
        );
        registry.register(
            "outbox_oldest_seconds",
            "How long the oldest waiting delivery is overdue",
            oldest.clone(),
        );
        registry.register(
            "queue_last_sequence",
            "Last sequence number of the queue",
            queue.clone(),
        );
        registry.register("commits", "Commits of the store", commits.clone());
        registry.register("commit_units", "What these commits carried together", units.clone());
        Self {
            registry: Arc::new(registry),
            inbound,
            turn,
            events,
            sent,
            outbox,
            oldest,
            queue,
            commits,
            units,
        }
    }

    /// A message came in.
    pub fn inbound(&self, channel: &str, outcome: Inbound) {
        self.inbound.get_or_create(&ByOutcome { channel: channel.to_owned(), outcome }).inc();
    }

    /// A message was understood, answered and committed in this time.
    pub fn turn(&self, channel: &str, took: Duration) {
        let labels = ByChannel { channel: channel.to_owned() };
        self.turn.get_or_create(&labels).observe(took.as_secs_f64() * 1000.0);
    }

    /// An event was appended to the queue.
    pub fn event(&self, campaign: &str, action: &str) {
        let labels = ByAction { campaign: campaign.to_owned(), action: action.to_owned() };
        self.events.get_or_create(&labels).inc();
    }

    /// An attempt to send ended: `accepted`, `retry`, `dead`, `unknown`, or was `held_back`.
    pub fn sent(&self, channel: &str, outcome: &'static str) {
        self.sent.get_or_create(&BySent { channel: channel.to_owned(), outcome }).inc();
    }

    /// How full the outbox is now; to be told just before [`Metrics::render`].
    pub fn outbox(&self, depth: &Depth, now: Timestamp) {
        for (state, count) in
            [("waiting", depth.waiting), ("dead", depth.dead), ("unknown", depth.unknown)]
        {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            self.outbox.get_or_create(&ByState { state }).set(count);
        }
        let overdue = depth.oldest_due.map_or(0.0, |due| now.duration_since(due).as_secs_f64());
        self.oldest.set(overdue.max(0.0));
    }

    /// The last sequence number of the queue; to be told just before [`Metrics::render`].
    pub fn queue(&self, last: u64) {
        self.queue.set(i64::try_from(last).unwrap_or(i64::MAX));
    }

    /// How many commits carried how many units since the start; to be told just before [`Metrics::render`].
    pub fn commits(&self, commits: u64, units: u64) {
        self.commits.inner().store(commits, Ordering::Relaxed);
        self.units.inner().store(units, Ordering::Relaxed);
    }

    /// All of it as OpenMetrics text; serve it as [`CONTENT_TYPE`].
    #[must_use]
    pub fn render(&self) -> String {
        let mut page = String::new();
        // Writing into a String cannot fail; a metric that cannot be written leaves a page without its
        // end mark, which Prometheus refuses loudly.
        if let Err(fault) = text::encode(&mut page, &self.registry) {
            tracing::error!(%fault, "the metrics cannot be written");
        }
        page
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// 0.25 ms to 8 s: a commit on a good disk to a provider's patience.
fn milliseconds() -> Histogram {
    Histogram::new(exponential_buckets(0.25, 2.0, 16))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_count_together() {
        let metrics = Metrics::new();
        let clone = metrics.clone();
        clone.inbound("sms", Inbound::Done);
        metrics.inbound("sms", Inbound::Done);
        metrics.inbound("web", Inbound::IdConflict);
        let page = clone.render();
        assert!(
            page.contains("majlis_inbound_total{channel=\"sms\",outcome=\"done\"} 2\n"),
            "{page}"
        );
        assert!(page.contains("{channel=\"web\",outcome=\"id_conflict\"} 1\n"), "{page}");
    }

    #[test]
    fn turns_fall_into_their_buckets() {
        let metrics = Metrics::new();
        metrics.turn("sms", Duration::from_micros(900));
        metrics.turn("sms", Duration::from_millis(3));
        let page = metrics.render();
        let bucket = |le: &str| format!("turn_milliseconds_bucket{{le=\"{le}\",channel=\"sms\"}}");
        for (le, count) in [("0.5", 0), ("1.0", 1), ("2.0", 1), ("4.0", 2), ("+Inf", 2)] {
            assert!(page.contains(&format!("{} {count}\n", bucket(le))), "{le}: {page}");
        }
    }

    #[test]
    fn the_outbox_shows_its_depth_and_how_long_the_oldest_is_overdue() {
        let metrics = Metrics::new();
        let now: Timestamp = "2026-03-01T10:00:00Z".parse().unwrap();
        let oldest_due = Some("2026-03-01T09:59:30Z".parse().unwrap());
        metrics.outbox(&Depth { waiting: 7, dead: 2, unknown: 1, oldest_due }, now);
        let page = metrics.render();
        assert!(page.contains("majlis_outbox_deliveries{state=\"waiting\"} 7\n"), "{page}");
        assert!(page.contains("majlis_outbox_oldest_seconds 30.0\n"), "{page}");
        metrics.outbox(&Depth::default(), now);
        assert!(metrics.render().contains("majlis_outbox_oldest_seconds 0.0\n"));
    }

    #[test]
    fn a_label_cannot_break_out_of_its_line() {
        let metrics = Metrics::new();
        metrics.event("a\"} 9\nb", "submitted");
        let page = metrics.render();
        assert!(page.contains("campaign=\"a\\\"} 9\\nb\""), "{page}");
        assert!(page.ends_with("# EOF\n"));
    }
}
