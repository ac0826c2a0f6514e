//! The gateway as channels meet it: the demo's campaigns, a real store, messages in, words and events out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{Timestamp, ToSpan};
use majlis_channels::{Address, Content, Desk, Inbound, Intake, Message, Received, Wish, fit};
use serde_json::Value;

mod app;
mod conversations;
mod files;
mod floods;
mod invited;
mod letters;
mod link;
mod parts;
mod rights;
mod several;
mod sheets;
mod silence;
mod soundness;
mod stop;
mod together;
mod ussd;
mod wording;

use super::clock::Ticked;
use super::{Clock, Gateway};
use crate::config::SessionsConfig;
use crate::demo::{self, Wanted};
use crate::serve::assemble;
use crate::store::sqlite::SqliteStore;
use crate::store::{Claim, KeptBecause, Outbox, Queue, Scope, Settled, Store};

/// So many hours from now.
fn after(hours: i64) -> Timestamp {
    super::now() + hours.hours()
}

const ANNA: &str = "+971500000001";
const BADR: &str = "+971500000002";

struct Talk {
    gateway: Arc<Gateway>,
    store: Arc<SqliteStore>,
    next: AtomicU32,
    _folder: tempfile::TempDir,
}

impl Talk {
    fn start() -> Self {
        Self::with(|_| {})
    }

    fn with(change: impl FnOnce(&mut crate::config::Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = demo::config(&Wanted::for_trial()).unwrap();
        config.store.path = folder.path().join("majlis.db");
        change(&mut config);
        let (gateway, store) = assemble(&config).unwrap();
        Self { gateway, store, next: AtomicU32::new(0), _folder: folder }
    }

    async fn send(&self, from: &str, id: &str, content: Content, lang: Option<&str>) -> Received {
        let web = !matches!(content, Content::Text(_));
        let from = if web { Address::web(from) } else { Address::phone(from) };
        let inbound = Inbound {
            channel: if web { "web" } else { "phone" }.to_owned(),
            kind: if web { "web" } else { "sms" },
            provider: (!web).then(|| "generic".to_owned()),
            from: from.unwrap(),
            to: None,
            provider_id: id.to_owned(),
            content,
            received_at: super::now(),
            lang: lang.map(str::to_owned),
            sender: majlis_channels::Proof::Proven,
            answers: None,
        };
        self.gateway.receive(inbound).await.unwrap()
    }

    /// Sends a text with an id of its own; what comes back, as a phone shows it.
    async fn says(&self, from: &str, text: &str) -> String {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        self.says_as(from, &id, text).await
    }

    async fn says_as(&self, from: &str, id: &str, text: &str) -> String {
        let received = self.send(from, id, Content::Text(text.to_owned()), None).await;
        let texts: Vec<String> = received.replies.iter().map(fit::plain).collect();
        texts.join("\n")
    }

    async fn fills_in(&self, session: &str, step: &str, value: &str, lang: &str) -> Received {
        let id = self.next.fetch_add(1, Ordering::Relaxed).to_string();
        let content = Content::Form {
            campaign: "bus-trip".to_owned(),
            step: step.to_owned(),
            value: value.to_owned(),
            skip: value.is_empty(),
        };
        self.send(session, &id, content, Some(lang)).await
    }

    /// All events, each checked against the schema and the gap-free sequence.
    async fn events(&self) -> Vec<Value> {
        let schema: Value = serde_json::from_str(crate::queue::event::schema()).unwrap();
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let events = Queue::read(self.store.as_ref(), &Scope::All, 0, 10_000).await.unwrap();
        let mut bodies = Vec::new();
        for (expected, event) in (1_u64..).zip(events) {
            assert_eq!(event.sequence, expected, "no gap");
            let body: Value = serde_json::from_str(&event.body).unwrap();
            let faults: Vec<String> =
                validator.iter_errors(&body).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{faults:?} in {body}");
            bodies.push(body["data"].clone());
        }
        bodies
    }

    /// The gateway's clock, so long after now.
    async fn later(&self, hours: i64) -> Ticked {
        self.clock().tick(after(hours)).await.unwrap()
    }

    /// A clock that reminds at every hour of the day.
    fn clock(&self) -> Clock {
        let usual = demo::config(&Wanted::for_trial()).unwrap().sessions;
        Clock::new(
            self.gateway.clone(),
            SessionsConfig { remind_from: 0, remind_until: 24, ..usual },
        )
    }

    /// What waits to be sent, as a phone shows it, the oldest first.
    async fn outbox(&self) -> Vec<String> {
        let claim = Claim {
            channel: "phone".to_owned(),
            max: 1,
            now: after(1000),
            until: after(1001),
            repeat_safe: true,
        };
        let mut texts = Vec::new();
        while let Some(claimed) = self.store.claim(claim.clone()).await.unwrap().pop() {
            let message: Message = serde_json::from_str(&claimed.message).unwrap();
            texts.push(fit::plain(&message));
            let sent = Settled::Accepted { provider_id: None };
            self.store.settle(&claimed.id, sent).await.unwrap();
        }
        texts
    }

    async fn kept(&self) -> Vec<(KeptBecause, String)> {
        let kept = self.store.kept(1000).await.unwrap();
        kept.into_iter().map(|kept| (kept.because, kept.text)).collect()
    }
}
