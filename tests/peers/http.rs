//! A plain HTTP client for the tests.

use std::sync::Once;

use serde_json::Value;

static TLS: Once = Once::new();

/// A client that follows no redirects and talks to nobody but this machine.
pub(crate) fn client() -> reqwest::Client {
    TLS.call_once(|| {
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .timeout(std::time::Duration::from_secs(30))
        .build()
        .expect("a client")
}

/// Posts JSON.
pub(crate) async fn post_json(
    client: &reqwest::Client,
    url: &str,
    body: &Value,
) -> reqwest::Result<reqwest::Response> {
    client.post(url).header("content-type", "application/json").body(body.to_string()).send().await
}

/// Gets JSON; fails the test on anything else.
pub(crate) async fn get_json(client: &reqwest::Client, url: &str) -> Value {
    let text = client.get(url).send().await.expect(url).text().await.expect("a body");
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{url}: {e}: {text}"))
}

/// Hands in an SMS as the provider `generic` does; the status it got.
pub(crate) async fn send_sms(
    client: &reqwest::Client,
    hook: &str,
    id: &str,
    from: &str,
    text: &str,
) -> reqwest::Result<u16> {
    let body = serde_json::json!({"id": id, "from": from, "to": "3636", "text": text});
    Ok(post_json(client, hook, &body).await?.status().as_u16())
}
