//! Phones behind the provider `generic`: takes what the gateway sends, as JSON.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::process::wait_for;

/// Every message to any phone.
#[derive(Clone)]
pub(crate) struct Phones {
    /// Where the gateway sends to.
    pub(crate) url: String,
    messages: Arc<Mutex<Vec<Value>>>,
}

impl Phones {
    pub(crate) async fn start() -> Self {
        let messages: Arc<Mutex<Vec<Value>>> = Arc::default();
        let kept = messages.clone();
        let take = async move |Json(message): Json<Value>| {
            let mut kept = kept.lock().expect("no panic");
            kept.push(message);
            Json(json!({"id": format!("phone-{}", kept.len())}))
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/sms", listener.local_addr().expect("a port"));
        let router = Router::new().route("/sms", post(take));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, messages }
    }

    /// Texts to one phone, in the order they came.
    pub(crate) fn texts(&self, phone: &str) -> Vec<String> {
        let all = self.messages.lock().expect("no panic");
        all.iter()
            .filter(|message| message["to"] == phone)
            .map(|message| message["text"].as_str().expect("a text").to_owned())
            .collect()
    }

    /// Waits for so many texts to one phone.
    pub(crate) async fn wait_for(&self, phone: &str, count: usize) -> Vec<String> {
        wait_for(&format!("{count} texts at the phone"), Duration::from_secs(20), async || {
            let texts = self.texts(phone);
            (texts.len() >= count).then_some(texts)
        })
        .await
    }
}
