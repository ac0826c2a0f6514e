//! Programs that the gateway meets, started for real on free ports of 127.0.0.1 and stopped by process id.
//!
//! - [`kannel`]: a real Kannel between the gateway and the phones.
//! - [`smsc`]: the phones: a simulated SMSC that Kannel binds to.
//! - [`gateway`]: the gateway itself, the built binary.
//! - [`mail`]: a real Dovecot, and SMTP servers with habits.
//! - [`postfix`]: a real Postfix between the gateway and those.
//! - [`every_type`]: a project with a campaign for each answer type, in every language.
//! - [`consumer`]: the platform that reads the submission queue.
//! - [`phones`]: phones behind the provider `generic`, as the demo's are.
//! - [`bot_api`]: Telegram: its Bot API, and residents with their apps.
//! - [`stumbling`]: a network that loses requests and answers.
//! - [`store`]: a look at the embedded store.
//! - [`powercut`]: takes from a killed gateway's files what was never synced.

pub(crate) mod bot_api;
pub(crate) mod consumer;
pub(crate) mod every_type;
pub(crate) mod gateway;
pub(crate) mod http;
pub(crate) mod kannel;
pub(crate) mod mail;
pub(crate) mod phones;
pub(crate) mod postfix;
pub(crate) mod powercut;
pub(crate) mod process;
pub(crate) mod smsc;
pub(crate) mod store;
pub(crate) mod stumbling;

pub(crate) use bot_api::BotApi;
pub(crate) use gateway::{Demo, Gateway};
pub(crate) use kannel::Kannel;
pub(crate) use mail::Mail;
pub(crate) use phones::Phones;
pub(crate) use postfix::Postfix;
pub(crate) use smsc::Smsc;
pub(crate) use stumbling::{Stumble, StumblingProxy};
