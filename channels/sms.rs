//! The SMS channel. What differs from provider to provider is data: one file each in `sms/providers/`.
//!
//! - [`provider`]: reads such a file; with it requests into messages and messages into requests. Pure.
//! - `secret`: the part of a path that stands in for a signature where there is none.
//! - [`Network`]: where a provider may call from.
//! - `hooks`: the ways in over HTTP.
//! - `fetch`: asking the provider for what it could not bring.
//! - `send`: one attempt, and what its answer means.

mod channel;
mod fetch;
#[cfg(test)]
mod fetch_tests;
mod hooks;
mod network;
pub mod provider;
pub(crate) mod secret;
mod send;
#[cfg(test)]
mod tests;

use crate::Kind;

/// Text messages: lists must fit in one.
pub const KIND: Kind = Kind { scheme: "tel", short_lists: true, ..Kind::plain("sms") };

pub use channel::{SmsChannel, SmsSettings};
pub(crate) use network::caller;
pub use network::{Network, NotANetwork};
pub use provider::Provider;
pub use send::http_client;
