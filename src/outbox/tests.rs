//! The sender on the real embedded store. The channel is the outside world: it notes what it is given, and
//! answers as it was told. The hands of the clock are moved by the tests.

mod wire;

use std::collections::VecDeque;
use std::sync::Mutex;

use async_trait::async_trait;
use axum::Router;
use jiff::Timestamp;
use majlis_channels::{Address, Intake, Limits, Message, Outgoing, Sent};
use tokio::sync::{Semaphore, mpsc, watch};

use super::*;
use crate::store::sqlite::{SqliteOptions, SqliteStore};
use crate::store::{
    Arrived, Delivery, DeliveryState, Lane, NewDelivery, Print, Resident, Store, Unit,
};

/// Goes only when it is told to.
struct HandClock {
    begun: Timestamp,
    passed: watch::Sender<Duration>,
}

impl HandClock {
    fn new() -> Arc<Self> {
        let begun = "2026-03-01T10:00:00Z".parse().unwrap();
        Arc::new(Self { begun, passed: watch::Sender::new(Duration::ZERO) })
    }

    fn advance(&self, time: Duration) {
        self.passed.send_modify(|passed| *passed += time);
    }

    /// Lets time run, fast, for as long as what is returned is kept.
    fn run(self: &Arc<Self>) -> JoinSet<()> {
        let clock = Arc::clone(self);
        let mut running = JoinSet::new();
        running.spawn(async move {
            loop {
                clock.advance(Duration::from_millis(100));
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        });
        running
    }
}

#[async_trait]
impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        self.begun + *self.passed.borrow()
    }

    fn elapsed(&self) -> Duration {
        *self.passed.borrow()
    }

    async fn sleep(&self, time: Duration) {
        let end = self.elapsed() + time;
        let mut passed = self.passed.subscribe();
        passed.wait_for(|passed| *passed >= end).await.unwrap();
    }
}

/// What the outside world was given, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seen {
    text: String,
    at: Duration,
}

/// The outside world.
struct World {
    limits: Limits,
    clock: Arc<HandClock>,
    seen: mpsc::UnboundedSender<Seen>,
    /// Answers for the next attempts; `None` is no answer at all. Accepted when there are no more.
    answers: Mutex<VecDeque<Option<Sent>>>,
    /// An attempt ends when it gets a permit.
    door: Semaphore,
}

#[async_trait]
impl Channel for World {
    fn id(&self) -> &str {
        "sms"
    }
    fn kind(&self) -> &'static str {
        "sms"
    }
    fn limits(&self) -> &Limits {
        &self.limits
    }
    /// `hello*3` costs 3.
    fn cost(&self, message: &Message) -> u32 {
        message.text.split_once('*').map_or(1, |(_, cost)| cost.parse().unwrap())
    }
    fn routes(&self, _: Arc<dyn Intake>) -> Router {
        Router::new()
    }
    async fn send(&self, message: &Outgoing) -> Sent {
        let answer = self.answers.lock().unwrap().pop_front();
        let text = message.message.text.clone();
        self.seen.send(Seen { text, at: self.clock.elapsed() }).unwrap();
        self.door.acquire().await.unwrap().forget();
        assert_ne!(message.message.text, "break", "a channel with a fault in it");
        match answer {
            Some(Some(sent)) => sent,
            Some(None) => std::future::pending().await,
            None => Sent::Accepted { provider_id: None },
        }
    }
}

/// Everything a test needs.
struct Scene {
    store: Arc<SqliteStore>,
    clock: Arc<HandClock>,
    world: Arc<World>,
    seen: mpsc::UnboundedReceiver<Seen>,
    metrics: Metrics,
    settings: OutboxSettings,
    stop: CancellationToken,
    running: JoinSet<()>,
    written: u64,
    _folder: tempfile::TempDir,
}

const FAST: Limits =
    Limits { per_second: 1000, burst: 1000, max_chars: None, at_once: 8, repeat_safe: false };

impl Scene {
    fn new(limits: Limits, answers: impl IntoIterator<Item = Option<Sent>>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(
            SqliteStore::open(&folder.path().join("majlis.db"), SqliteOptions::default()).unwrap(),
        );
        let clock = HandClock::new();
        let (seen, receiver) = mpsc::unbounded_channel();
        let world = Arc::new(World {
            limits,
            clock: Arc::clone(&clock),
            seen,
            answers: Mutex::new(answers.into_iter().collect()),
            door: Semaphore::new(Semaphore::MAX_PERMITS),
        });
        Self {
            store,
            clock,
            world,
            seen: receiver,
            metrics: Metrics::new(),
            settings: OutboxSettings { lease: Duration::from_secs(3600), ..Default::default() },
            stop: CancellationToken::new(),
            running: JoinSet::new(),
            written: 0,
            _folder: folder,
        }
    }

    /// Puts a message into the outbox, by the way every message takes.
    async fn put(&mut self, resident: u32, lane: Lane, text: &str) {
        let message =
            Message { lang: "en".to_owned(), text: text.to_owned(), question: None, hint: None };
        self.put_raw(resident, lane, &serde_json::to_string(&message).unwrap()).await;
    }

    async fn put_raw(&mut self, resident: u32, lane: Lane, message: &str) {
        self.written += 1;
        let who = address(resident);
        let now = self.clock.now();
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.written.to_be_bytes());
        let unit = Unit {
            message: Arrived {
                print: Some(Print { key, hash: key }),
                channel: "sms".to_owned(),
                from: who.clone(),
                at: now,
                id_conflict: false,
                keep: None,
            },
            expected: self.store.load(&who).await.unwrap().version,
            resident: Resident::default(),
            sessions: Vec::new(),
            events: Vec::new(),
            replies: vec![NewDelivery {
                id: format!("{:026}", self.written),
                channel: "sms".to_owned(),
                lane,
                to: who,
                from: None,
                message: message.to_owned(),
                campaign: None,
                due: now,
            }],
            files: Vec::new(),
            released: Vec::new(),
            erase: None,
            withdraw: Vec::new(),
            other: None,
            claim: None,
        };
        assert_eq!(self.store.commit(unit).await.unwrap(), crate::store::Committed::Done);
    }

    fn start(&mut self) {
        self.start_with(vec![Arc::clone(&self.world) as _]);
    }

    fn start_with(&mut self, channels: Vec<Arc<dyn Channel>>) {
        let store: Arc<dyn Outbox> = Arc::clone(&self.store) as _;
        let desk = Desk {
            store,
            settings: self.settings,
            metrics: self.metrics.clone(),
            clock: Arc::clone(&self.clock) as _,
            random: || u64::MAX / 2,
        };
        let sender = Sender { desk: Arc::new(desk), channels };
        self.running.spawn(sender.run(self.stop.clone()));
    }

    /// The next so many attempts.
    async fn attempts(&mut self, count: usize) -> Vec<Seen> {
        let mut attempts = Vec::new();
        for _ in 0..count {
            let next = tokio::time::timeout(Duration::from_secs(30), self.seen.recv()).await;
            attempts.push(next.expect("an attempt was expected").unwrap());
        }
        attempts
    }

    async fn texts(&mut self, count: usize) -> Vec<String> {
        self.attempts(count).await.into_iter().map(|seen| seen.text).collect()
    }

    /// Waits for the sender to end.
    async fn ended(&mut self) {
        let ended = tokio::time::timeout(Duration::from_secs(30), self.running.join_next()).await;
        ended.expect("the sender should end").unwrap().unwrap();
    }

    /// Waits until a delivery has this state.
    async fn settled(&self, number: u64, state: DeliveryState) -> Delivery {
        let id = format!("{number:026}");
        for _ in 0..10_000 {
            let all = self.store.list(None, 100).await.unwrap();
            let found = all.into_iter().find(|d| d.id == id).unwrap();
            if found.state == state {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("delivery {number} never came to {state:?}");
    }
}

fn address(resident: u32) -> Address {
    Address::phone(&format!("+9715000{resident:05}")).unwrap()
}

fn not_sent(retry_after: Option<u64>) -> Option<Sent> {
    let retry_after = retry_after.map(Duration::from_secs);
    Some(Sent::NotSent { retry_after, reason: "busy".to_owned() })
}

#[tokio::test]
async fn replies_go_before_campaign_traffic() {
    let mut scene = Scene::new(Limits { at_once: 1, ..FAST }, []);
    for resident in 1..=3 {
        scene.put(resident, Lane::Campaign, &format!("invitation {resident}")).await;
    }
    scene.put(4, Lane::Reply, "reply").await;
    scene.start();
    assert_eq!(scene.texts(4).await, ["reply", "invitation 1", "invitation 2", "invitation 3"]);
}

#[tokio::test]
async fn one_resident_gets_messages_in_order_even_if_the_first_has_to_wait() {
    let mut scene = Scene::new(FAST, [not_sent(None)]);
    for text in ["first", "second", "third"] {
        scene.put(1, Lane::Reply, text).await;
    }
    let _time = scene.clock.run();
    scene.start();
    assert_eq!(scene.texts(4).await, ["first", "first", "second", "third"]);
}

#[tokio::test]
async fn what_is_added_later_is_sent_at_once() {
    let mut scene = Scene::new(FAST, []);
    scene.start();
    scene.put(1, Lane::Reply, "one").await;
    assert_eq!(scene.texts(1).await, ["one"]);
    scene.put(1, Lane::Reply, "two").await;
    assert_eq!(scene.texts(1).await, ["two"]);
    scene.settled(2, DeliveryState::Sent).await;
}

#[tokio::test]
async fn the_pace_is_kept_in_parts_and_a_long_message_still_goes() {
    let limits = Limits { per_second: 2, burst: 4, ..FAST };
    let mut scene = Scene::new(limits, []);
    let costs = [3, 1, 4, 2, 1, 1, 9, 1, 2];
    for (resident, cost) in (1..).zip(costs) {
        scene.put(resident, Lane::Reply, &format!("m*{cost}")).await;
    }
    let begun = scene.clock.elapsed();
    let _time = scene.clock.run();
    scene.start();
    let attempts = scene.attempts(costs.len()).await;
    // All but a burst of the 24 parts must have waited for the pace; that no stretch of time carries more is
    // shown on the pace itself.
    let least = Duration::from_secs((24 - 4) / 2);
    assert!(attempts[costs.len() - 1].at - begun >= least, "{attempts:?}");
}

#[tokio::test]
async fn a_providers_wish_to_wait_stops_the_whole_channel() {
    let mut scene = Scene::new(Limits { at_once: 1, ..FAST }, [not_sent(Some(30))]);
    scene.put(1, Lane::Reply, "one").await;
    scene.put(2, Lane::Reply, "two").await;
    let _time = scene.clock.run();
    scene.start();
    let attempts = scene.attempts(3).await;
    assert_eq!(attempts[0].text, "one");
    let over = attempts[0].at + Duration::from_secs(30);
    assert!(attempts[1..].iter().all(|seen| seen.at >= over), "{attempts:?}");
}

#[tokio::test]
async fn a_lost_answer_is_not_repeated() {
    let lost = Some(Sent::MaybeSent { reason: "the connection broke".to_owned() });
    let mut scene = Scene::new(FAST, [lost]);
    scene.put(1, Lane::Reply, "one").await;
    let _time = scene.clock.run();
    scene.start();
    let delivery = scene.settled(1, DeliveryState::Unknown).await;
    assert_eq!(delivery.reason.as_deref(), Some("the connection broke"));
    scene.clock.advance(Duration::from_secs(7200));
    scene.put(2, Lane::Reply, "two").await;
    assert_eq!(scene.texts(2).await, ["one", "two"]);
    scene.settled(1, DeliveryState::Unknown).await;
}

#[tokio::test]
async fn a_lost_answer_is_repeated_where_the_provider_drops_repeats() {
    let lost = Some(Sent::MaybeSent { reason: "the connection broke".to_owned() });
    let mut scene = Scene::new(Limits { repeat_safe: true, ..FAST }, [lost]);
    scene.put(1, Lane::Reply, "one").await;
    let _time = scene.clock.run();
    scene.start();
    assert_eq!(scene.texts(2).await, ["one", "one"]);
    scene.settled(1, DeliveryState::Sent).await;
}

#[tokio::test]
async fn no_answer_at_all_is_a_lost_answer_when_the_lease_runs_out() {
    let mut scene = Scene::new(FAST, [None]);
    scene.settings.lease = Duration::from_secs(60);
    scene.put(1, Lane::Reply, "one").await;
    scene.start();
    scene.attempts(1).await;
    scene.clock.advance(Duration::from_secs(56));
    let delivery = scene.settled(1, DeliveryState::Unknown).await;
    assert_eq!(delivery.reason.as_deref(), Some("no answer before the lease ran out"));
}

#[tokio::test]
async fn a_channel_that_panics_leaves_a_settled_message_and_goes_on() {
    let mut scene = Scene::new(FAST, []);
    scene.put(1, Lane::Reply, "break").await;
    scene.put(1, Lane::Reply, "two").await;
    scene.start();
    assert_eq!(scene.texts(2).await, ["break", "two"]);
    let delivery = scene.settled(1, DeliveryState::Unknown).await;
    assert_eq!(delivery.reason.as_deref(), Some("a fault in the program, see the log"));
    scene.settled(2, DeliveryState::Sent).await;
}

#[tokio::test]
async fn what_a_dead_sender_had_begun_is_unknown_to_the_next_and_not_repeated() {
    let mut scene = Scene::new(FAST, [None]);
    scene.put(1, Lane::Reply, "one").await;
    scene.put(1, Lane::Reply, "two").await;
    scene.start();
    scene.attempts(1).await;
    scene.running.shutdown().await;
    scene.settled(1, DeliveryState::Leased).await;
    scene.start();
    let _time = scene.clock.run();
    scene.clock.advance(scene.settings.lease);
    assert_eq!(scene.texts(1).await, ["two"]);
    scene.settled(1, DeliveryState::Unknown).await;
}

#[tokio::test]
async fn a_store_that_fails_does_not_keep_the_sender_from_stopping() {
    let mut scene = Scene::new(FAST, []);
    scene.put(1, Lane::Reply, "one").await;
    scene.world.door.forget_permits(Semaphore::MAX_PERMITS);
    scene.start();
    scene.attempts(1).await;
    scene.store.close().await;
    scene.world.door.add_permits(1);
    scene.stop.cancel();
    let _time = scene.clock.run();
    scene.ended().await;
    // Its outcome could not be written: the lease says that it was begun.
    scene.settled(1, DeliveryState::Leased).await;
}

#[tokio::test]
async fn after_the_last_attempt_a_message_is_dead() {
    let mut scene = Scene::new(FAST, [not_sent(None), not_sent(None), not_sent(None)]);
    scene.settings.max_attempts = 3;
    scene.put(1, Lane::Reply, "one").await;
    let _time = scene.clock.run();
    scene.start();
    let delivery = scene.settled(1, DeliveryState::Dead).await;
    assert_eq!(delivery.attempts, 3);
    assert_eq!(delivery.reason.as_deref(), Some("given up after 3 attempts; the last: busy"));
    let page = scene.metrics.render();
    assert!(page.contains("attempts_total{channel=\"sms\",outcome=\"retry\"} 2\n"), "{page}");
    assert!(page.contains("attempts_total{channel=\"sms\",outcome=\"dead\"} 1\n"), "{page}");
}

#[tokio::test]
async fn a_rejected_message_is_dead_at_once_and_an_opt_out_is_kept() {
    let stopped = Some(Sent::Rejected { reason: "21610".to_owned(), opted_out: true });
    let mut scene = Scene::new(FAST, [stopped]);
    scene.put(1, Lane::Reply, "one").await;
    scene.start();
    let delivery = scene.settled(1, DeliveryState::Dead).await;
    assert_eq!((delivery.attempts, delivery.reason.as_deref()), (1, Some("21610")));
    let resident = scene.store.load(&address(1)).await.unwrap().resident;
    assert!(resident.opted_out.is_some());
}

#[tokio::test]
async fn a_message_that_cannot_be_read_is_dead_and_the_next_one_goes() {
    let mut scene = Scene::new(FAST, []);
    scene.put_raw(1, Lane::Reply, r#"{"lang":"en","text":["my words"]}"#).await;
    scene.put(1, Lane::Reply, "two").await;
    scene.start();
    assert_eq!(scene.texts(1).await, ["two"]);
    let delivery = scene.settled(1, DeliveryState::Dead).await;
    let reason = delivery.reason.unwrap();
    assert!(reason.starts_with("the stored message cannot be read (line 1, column "), "{reason}");
}

#[tokio::test]
async fn a_stop_finishes_what_is_under_way_and_begins_nothing() {
    let mut scene = Scene::new(Limits { at_once: 2, ..FAST }, []);
    for resident in 1..=5 {
        scene.put(resident, Lane::Reply, "hello").await;
    }
    scene.world.door.forget_permits(Semaphore::MAX_PERMITS);
    scene.start();
    scene.attempts(2).await;
    scene.stop.cancel();
    scene.world.door.add_permits(5);
    scene.ended().await;
    assert!(scene.seen.try_recv().is_err(), "nothing new was begun");
    let all = scene.store.list(None, 100).await.unwrap();
    let count = |state| all.iter().filter(|d| d.state == state).count();
    assert_eq!((count(DeliveryState::Sent), count(DeliveryState::Ready)), (2, 3));
}

#[tokio::test]
async fn a_stop_gives_back_what_waits_for_its_pace() {
    let limits = Limits { per_second: 1, burst: 2, ..FAST };
    let mut scene = Scene::new(limits, []);
    scene.put(1, Lane::Reply, "m*2").await;
    scene.put(2, Lane::Reply, "m*2").await;
    scene.start();
    scene.attempts(1).await;
    scene.settled(1, DeliveryState::Sent).await;
    scene.stop.cancel();
    scene.ended().await;
    let delivery = scene.settled(2, DeliveryState::Ready).await;
    assert!(delivery.attempts <= 1);
    assert!(scene.seen.try_recv().is_err(), "it was not sent");
}
