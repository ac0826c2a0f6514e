//! A proxy before the gateway that stumbles as networks do: it loses the request, or it loses the answer.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::RawQuery;
use axum::http::{StatusCode, Uri};
use axum::routing::get;

use super::http::client;

/// What happens to one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stumble {
    /// The gateway never sees it; the sender gets 500.
    RequestLost,
    /// The gateway takes it; the sender gets 500 all the same.
    AnswerLost,
}

/// Takes GET requests for the gateway.
#[derive(Clone)]
pub(crate) struct StumblingProxy {
    port: u16,
    stumbles: Arc<Mutex<VecDeque<Stumble>>>,
    requests: Arc<Mutex<usize>>,
}

impl StumblingProxy {
    /// Hands on to `gateway` (`http://host:port`).
    pub(crate) async fn start(gateway: &str) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("a port").port();
        let proxy = Self { port, stumbles: Arc::default(), requests: Arc::default() };
        let (own, gateway) = (proxy.clone(), gateway.to_owned());
        let answer = async move |uri: Uri, RawQuery(query): RawQuery| {
            let target = format!("{gateway}{}?{}", uri.path(), query.unwrap_or_default());
            own.pass(&target).await
        };
        let router = Router::new().fallback(get(answer));
        tokio::spawn(async move { axum::serve(listener, router).await });
        proxy
    }

    /// Where to send to.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What happens to the next requests; those after them pass.
    pub(crate) fn stumble(&self, stumbles: &[Stumble]) {
        self.stumbles.lock().expect("no panic").extend(stumbles);
    }

    /// Requests so far.
    pub(crate) fn requests(&self) -> usize {
        *self.requests.lock().expect("no panic")
    }

    async fn pass(&self, target: &str) -> (StatusCode, String) {
        *self.requests.lock().expect("no panic") += 1;
        let stumble = self.stumbles.lock().expect("no panic").pop_front();
        if stumble == Some(Stumble::RequestLost) {
            return (StatusCode::INTERNAL_SERVER_ERROR, String::new());
        }
        let Ok(answer) = client().get(target).send().await else {
            return (StatusCode::BAD_GATEWAY, String::new());
        };
        let status = answer.status();
        let body = answer.text().await.unwrap_or_default();
        if stumble == Some(Stumble::AnswerLost) {
            assert!(status.is_success(), "only the answer is lost, the message was taken");
            return (StatusCode::INTERNAL_SERVER_ERROR, String::new());
        }
        (status, body)
    }
}
