//! Part c: the gateway, given by the URL of its Twilio webhook.
//!
//! It must run on a fresh store, on the disk of `--data`, with a channel of provider `twilio` whose auth token is
//! `--token`, whose public URL is the one given, and with an open campaign for which `--words` is a whole
//! conversation.

use super::measure::Measured;
use super::{Settings, client};

/// Measures the running gateway; `None` if no URL was given.
pub(crate) async fn measure(settings: &Settings, connections: usize) -> Option<Measured> {
    let url = settings.gateway.as_deref()?;
    Some(client::measure(settings, url, connections, settings.gateway_pid).await)
}
