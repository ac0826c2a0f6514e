//! `kill -9` with a power cut behind it, at random moments, under load from senders that retry.
//!
//! The ledger: each phone holds one whole conversation (word, score, comment), each message with an id of
//! its own, sent again and again until it is acknowledged. In the end every conversation that was
//! acknowledged to its last message must be one event, with exactly the answers that were sent.
//!
//! `KILLS` (50) says how often, `SEED` repeats the moments of a run.

use std::collections::BTreeMap;
use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::peers::consumer::{check_events, check_no_gap};
use crate::peers::http::{client, send_sms};
use crate::peers::{Gateway, Phones};

/// Senders at work at once.
const SENDERS: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_however_often_it_is_killed() {
    let kills = number("KILLS").unwrap_or(50);
    let run = torture(kills, "full").await;

    run.print("synchronous = full");
    check_events(&run.events);
    check_no_gap(&run.events);
    assert_eq!(run.lost(), Vec::<&String>::new(), "acknowledged conversations without an event");
    assert_eq!(run.repeated(), Vec::<&String>::new(), "conversations with more than one event");
    assert_eq!(
        run.fallen_back(),
        Vec::<&String>::new(),
        "events without the answers that were sent"
    );
    assert!(run.acknowledged.len() > kills, "there was load: {}", run.acknowledged.len());
}

/// The control: the same harness on a store that does not sync must find loss, or it finds nothing at all.
#[tokio::test(flavor = "multi_thread")]
async fn the_harness_sees_the_loss_of_a_store_that_does_not_sync() {
    let run = torture(3, "off").await;

    run.print("synchronous = off (control)");
    assert!(!run.lost().is_empty(), "a store that never syncs lost nothing: the harness is blind");
}

/// What a run left behind.
struct Run {
    seed: u64,
    kills: usize,
    undone: usize,
    /// The comment of every conversation that was acknowledged to its end.
    acknowledged: Vec<String>,
    events: Vec<Value>,
}

impl Run {
    fn comments(&self) -> BTreeMap<&str, Vec<&Value>> {
        let mut by_comment: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        for event in &self.events {
            let answers = event["data"]["answers"].as_array().expect("answers");
            let comment = answers.iter().find_map(|answer| answer["value"]["text"].as_str());
            by_comment.entry(comment.unwrap_or("no comment")).or_default().push(event);
        }
        by_comment
    }

    fn lost(&self) -> Vec<&String> {
        let known = self.comments();
        self.acknowledged.iter().filter(|comment| !known.contains_key(comment.as_str())).collect()
    }

    fn repeated(&self) -> Vec<&String> {
        let known = self.comments();
        let often = |comment: &&String| known.get(comment.as_str()).is_some_and(|e| e.len() > 1);
        self.acknowledged.iter().filter(often).collect()
    }

    /// A session that went backwards would ask for the score again and take the comment for one.
    fn fallen_back(&self) -> Vec<&String> {
        let known = self.comments();
        let wrong = |comment: &&String| {
            known.get(comment.as_str()).is_some_and(|events| {
                events.iter().any(|event| {
                    let answers = &event["data"]["answers"];
                    answers[0]["value"]["score"] != score_of(comment)
                        || answers[0]["attempts"].as_u64().unwrap_or(1) != 1
                        || answers[1]["value"]["text"] != comment.as_str()
                })
            })
        };
        self.acknowledged.iter().filter(wrong).collect()
    }

    fn print(&self, name: &str) {
        println!(
            "{name}: seed {}, {} kills, {} unsynced writes undone, {} conversations acknowledged, \
             {} events, {} lost, {} repeated, {} fallen back",
            self.seed,
            self.kills,
            self.undone,
            self.acknowledged.len(),
            self.events.len(),
            self.lost().len(),
            self.repeated().len(),
            self.fallen_back().len(),
        );
    }
}

/// Kills the gateway `kills` times under load; every kill is followed by a power cut.
async fn torture(kills: usize, synchronous: &str) -> Run {
    let seed = number("SEED").map_or_else(time_seed, |seed| seed as u64);
    println!("seed {seed}");
    let mut random = Random(seed);
    let phones = Phones::start().await;
    let mut gateway = Gateway::new("", &[("MAJLIS_DEMO_PHONE_URL", &phones.url)]);
    gateway.set("MAJLIS_STORE_SYNCHRONOUS", synchronous);
    gateway.set("MAJLIS_LOG_FILTER", "warn");
    let power = gateway.watched_by_power_cut();
    gateway.start().await;

    let load = Load::begin(&gateway.hook("phone"), seed);
    let mut undone = 0;
    for kill in 0..kills {
        tokio::time::sleep(Duration::from_millis(20 + random.below(280))).await;
        gateway.kill();
        if kill + 1 == kills {
            load.no_new_conversations();
        }
        undone += power.cut().writes;
        gateway.start().await;
    }
    let acknowledged = load.end().await;
    let events = gateway.consumer().events().await;
    assert!(!gateway.said().contains("panicked"), "it panicked: {}", gateway.said());
    Run { seed, kills, undone, acknowledged, events }
}

/// The senders.
struct Load {
    stop: Arc<AtomicBool>,
    senders: Vec<tokio::task::JoinHandle<Vec<String>>>,
}

impl Load {
    fn begin(hook: &str, seed: u64) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let next = Arc::new(AtomicUsize::new(0));
        let senders = (0..SENDERS)
            .map(|_| {
                tokio::spawn(send_conversations(hook.to_owned(), seed, next.clone(), stop.clone()))
            })
            .collect();
        Self { stop, senders }
    }

    /// Conversations under way are finished, none are begun.
    fn no_new_conversations(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    async fn end(self) -> Vec<String> {
        self.no_new_conversations();
        let mut all = Vec::new();
        for sender in self.senders {
            all.extend(sender.await.expect("a sender does not panic"));
        }
        all
    }
}

async fn send_conversations(
    hook: String,
    seed: u64,
    next: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
) -> Vec<String> {
    let client = client();
    let mut acknowledged = Vec::new();
    while !stop.load(Ordering::SeqCst) {
        let number = next.fetch_add(1, Ordering::SeqCst);
        let phone = format!("+4477009{number:05}");
        let comment = format!("trip {number} of run {seed}");
        let texts = ["BUS".to_owned(), score_of(&comment).to_string(), comment.clone()];
        for (turn, text) in texts.iter().enumerate() {
            send_until_acknowledged(&client, &hook, &format!("{number}-{turn}"), &phone, text)
                .await;
        }
        acknowledged.push(comment);
    }
    acknowledged
}

/// As providers do: the same request again until the answer is 2xx.
async fn send_until_acknowledged(
    client: &reqwest::Client,
    hook: &str,
    id: &str,
    phone: &str,
    text: &str,
) {
    loop {
        match send_sms(client, hook, id, phone, text).await {
            Ok(status) if (200..300).contains(&status) => return,
            Ok(status) => assert!(status >= 500, "a good message was refused for ever: {status}"),
            Err(_) => {}
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// 1 to 5, known from the comment alone.
fn score_of(comment: &str) -> u64 {
    1 + comment.bytes().map(u64::from).sum::<u64>() % 5
}

/// xorshift64*: enough to choose moments, and the same for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % limit
    }
}

fn time_seed() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |d| u64::from(d.subsec_nanos()) + 1)
}

fn number(name: &str) -> Option<usize> {
    env::var(name).ok()?.parse().ok()
}
