//! Webhooks: one update at a time to each person's chat, again until it is answered with 2xx.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::Value;

use super::BotApi;
use crate::peers::http::client;

/// The wait before the second repetition; then twice as long each time. (Telegram's own is 2 s.)
const PAUSE: Duration = Duration::from_millis(100);

impl BotApi {
    /// Looks for updates to deliver, for ever.
    pub(super) async fn deliver(self) {
        let mut busy: BTreeSet<i64> = BTreeSet::new();
        let mut tasks = tokio::task::JoinSet::new();
        loop {
            for update in self.due(&busy) {
                busy.insert(queue(&update));
                let api = self.clone();
                tasks.spawn(async move {
                    api.deliver_one(&update).await;
                    queue(&update)
                });
            }
            tokio::select! {
                () = self.news.notified() => {}
                () = tokio::time::sleep(Duration::from_millis(20)) => {}
                Some(Ok(done)) = tasks.join_next() => {
                    busy.remove(&done);
                }
            }
        }
    }

    /// The first update of each chat that nothing is on its way for.
    fn due(&self, busy: &BTreeSet<i64>) -> Vec<Value> {
        let state = self.state();
        if state.webhook.is_none() {
            return Vec::new();
        }
        let mut seen = busy.clone();
        state.updates.iter().filter(|update| seen.insert(queue(update))).cloned().collect()
    }

    async fn deliver_one(&self, update: &Value) {
        let mut pause = Duration::ZERO;
        loop {
            let Some(webhook) = self.state().webhook.clone() else { return };
            let mut request = client()
                .post(&webhook.url)
                .header("content-type", "application/json")
                .body(update.to_string());
            if let Some(secret) = &webhook.secret {
                request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
            }
            let answer = request.send().await;
            let after = answer.as_ref().ok().and_then(|answer| {
                answer.headers().get("retry-after")?.to_str().ok()?.parse().ok()
            });
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                self.state().updates.retain(|other| other["update_id"] != update["update_id"]);
                return;
            }
            if let Some(webhook) = &mut self.state().webhook {
                webhook.failures += 1;
            }
            tokio::time::sleep(after.map_or(pause, Duration::from_secs)).await;
            pause = (pause * 2).clamp(PAUSE, Duration::from_secs(60));
        }
    }

    /// Deliveries that failed so far.
    pub(crate) fn failed_deliveries(&self) -> u64 {
        self.state().webhook.as_ref().map_or(0, |webhook| webhook.failures)
    }
}

/// Whose chat an update is of.
fn queue(update: &Value) -> i64 {
    let what = update.as_object().expect("an update").iter().find(|(name, _)| *name != "update_id");
    let (_, what) = what.expect("an update of some kind");
    what["from"]["id"].as_i64().expect("a sender")
}
