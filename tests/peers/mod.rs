//! Programs that the gateway meets, started for real on free ports of 127.0.0.1 and stopped by process id.
//!
//! - [`kannel`]: a real Kannel between the gateway and the phones.
//! - [`smsc`]: the phones: a simulated SMSC that Kannel binds to.
//! - [`gateway`]: the gateway itself, the built binary.
//! - [`consumer`]: the platform that reads the submission queue.
//! - [`powercut`]: takes from a killed gateway's files what was never synced.

pub(crate) mod consumer;
pub(crate) mod gateway;
pub(crate) mod http;
pub(crate) mod kannel;
pub(crate) mod powercut;
pub(crate) mod process;
pub(crate) mod smsc;

pub(crate) use consumer::Consumer;
pub(crate) use gateway::{Demo, Gateway};
pub(crate) use kannel::Kannel;
pub(crate) use smsc::Smsc;
