//! What the double knows: chats, messages, updates that wait, and the limits.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Messages a second to all chats together (Bots FAQ).
const PER_SECOND: usize = 30;

/// Seconds a bot that is too fast has to wait.
const PUNISHMENT: u64 = 2;

#[derive(Default)]
pub(super) struct State {
    /// The last id given to an update; they begin anywhere.
    pub(super) last_update: i64,
    pub(super) last_message: i64,
    pub(super) last_query: u64,
    /// Updates not confirmed yet, in order.
    pub(super) updates: VecDeque<Value>,
    /// Every update there ever was.
    pub(super) log: Vec<Value>,
    /// Kinds the bot asked for; all if it never said.
    pub(super) allowed: Option<BTreeSet<String>>,
    pub(super) webhook: Option<Webhook>,
    /// Calls of getUpdates so far; a new one ends the one before.
    pub(super) polls: u64,
    /// People who started the bot, with the language of their app.
    pub(super) people: BTreeMap<i64, String>,
    pub(super) blocked: BTreeSet<i64>,
    /// By chat and message id.
    pub(super) messages: BTreeMap<(i64, i64), Value>,
    /// Query id → was answered.
    pub(super) queries: BTreeMap<String, bool>,
    pub(super) commands: BTreeMap<String, Vec<(String, String)>>,
    /// By file id.
    pub(super) files: BTreeMap<String, Held>,
    /// Downloads that fail from now on.
    pub(super) broken_downloads: usize,
    pub(super) downloads: usize,
    pub(super) limits: Limits,
    pub(super) faults: Vec<String>,
    pub(super) sent_at: Vec<Instant>,
}

/// A file that somebody sent.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) bytes: Vec<u8>,
    pub(super) size: u64,
    pub(super) path: String,
    /// A link is given by getFile, and by nothing else.
    pub(super) linked: bool,
}

#[derive(Clone)]
pub(super) struct Webhook {
    pub(super) url: String,
    pub(super) secret: Option<String>,
    /// Deliveries that failed.
    pub(super) failures: u64,
}

#[derive(Default)]
pub(super) struct Limits {
    pub(super) enforced: bool,
    pub(super) violations: usize,
    pub(super) refused: usize,
    punished_until: Option<Instant>,
    /// The bot has been told of it.
    told: bool,
    /// Messages of the last second.
    recent: VecDeque<(Instant, i64)>,
}

impl Limits {
    pub(super) fn punish(&mut self, seconds: u64) {
        self.punished_until = Some(Instant::now() + Duration::from_secs(seconds));
        self.told = false;
    }

    /// May the bot send to this chat now? Else the seconds it has to wait.
    pub(super) fn admit(&mut self, chat: i64) -> Result<(), u64> {
        let now = Instant::now();
        if let Some(until) = self.punished_until
            && until > now
        {
            // The first to come finds out; whoever comes then should have known.
            if std::mem::replace(&mut self.told, true) {
                self.violations += 1;
            }
            self.refused += 1;
            return Err((until - now).as_secs() + 1);
        }
        while self.recent.front().is_some_and(|(at, _)| now - *at >= Duration::from_secs(1)) {
            self.recent.pop_front();
        }
        let in_chat = self.recent.iter().any(|(_, other)| *other == chat);
        if self.enforced && (self.recent.len() >= PER_SECOND || in_chat) {
            self.refused += 1;
            self.punish(PUNISHMENT);
            self.told = true;
            return Err(PUNISHMENT);
        }
        self.recent.push_back((now, chat));
        Ok(())
    }
}

impl State {
    /// Adds an update of a kind, if the bot wants such.
    pub(super) fn add(&mut self, kind: &str, what: Value) {
        if self.allowed.as_ref().is_some_and(|allowed| !allowed.contains(kind)) {
            return;
        }
        self.last_update = self.last_update.max(870_000_000) + 1;
        let mut update = serde_json::json!({ "update_id": self.last_update });
        update[kind] = what;
        self.log.push(update.clone());
        self.updates.push_back(update);
    }

    pub(super) fn allow(&mut self, kinds: Option<&Value>) {
        let kinds = kinds.and_then(Value::as_array);
        let Some(kinds) = kinds else { return };
        let kinds: BTreeSet<String> =
            kinds.iter().filter_map(|kind| kind.as_str().map(str::to_owned)).collect();
        self.allowed = (!kinds.is_empty()).then_some(kinds);
    }
}
