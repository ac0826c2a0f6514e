//! Logs and metrics, without addresses and without residents' words.
//!
//! Every log line is a `tracing` event with fields (`channel`, `campaign`, `outcome`, `ms`). Types that hold
//! what a resident wrote show nothing in `Debug`; for anything else there is [`Redacted`].

mod metrics;

use std::fmt;
use std::io;
use std::panic::PanicHookInfo;
use std::str::FromStr;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

pub use metrics::{CONTENT_TYPE, Inbound, Metrics};

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

impl FromStr for LogFormat {
    type Err = TelemetryError;
    fn from_str(name: &str) -> Result<Self, TelemetryError> {
        match name {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(TelemetryError::Format(name.to_owned())),
        }
    }
}

/// Why there are no logs.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// Unknown format.
    #[error("log format \"{0}\" is unknown — write text or json")]
    Format(String),
    /// Bad filter.
    #[error(
        "log filter \"{filter}\" cannot be read: {fault} — write a level (error, warn, info, debug, trace), \
         or parts with levels: info,majlis::outbox=debug"
    )]
    Filter {
        /// As written.
        filter: String,
        /// What is wrong with it.
        fault: String,
    },
    /// Somebody was first.
    #[error("logs were set up twice in one program")]
    Twice,
}

/// Sends log lines to standard error, and panics into the log. Once a program.
///
/// # Errors
/// If the filter cannot be read, or logs are set up already.
pub fn init(format: LogFormat, filter: &str) -> Result<(), TelemetryError> {
    let subscriber = subscriber(format, filter, io::stderr)?;
    tracing::subscriber::set_global_default(subscriber).map_err(|_| TelemetryError::Twice)?;
    std::panic::set_hook(Box::new(log_panic));
    Ok(())
}

fn subscriber<W>(
    format: LogFormat,
    filter: &str,
    to: W,
) -> Result<Box<dyn tracing::Subscriber + Send + Sync>, TelemetryError>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = EnvFilter::builder().parse(filter).map_err(|fault| TelemetryError::Filter {
        filter: filter.to_owned(),
        fault: fault.to_string(),
    })?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(to).with_ansi(false);
    Ok(match format {
        LogFormat::Text => Box::new(lines.finish()),
        LogFormat::Json => Box::new(lines.json().flatten_event(true).finish()),
    })
}

/// Logs where a panic happened, and not what it says: its text is often made of the data that caused it
/// (an `unwrap` prints the error, an index the string).
fn log_panic(panic: &PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map_or_else(|| "an unknown place".to_owned(), |l| format!("{}:{}", l.file(), l.line()));
    let thread = std::thread::current();
    tracing::error!(place, thread = thread.name().unwrap_or("unnamed"), "panic");
}

/// A value that no log line, error text or panic may show.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Redacted<T>(pub T);

impl<T> Redacted<T> {
    /// The value, for those who must have it.
    pub fn reveal(&self) -> &T {
        &self.0
    }

    /// The value itself, for those who must have it.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Redacted<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> fmt::Debug for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl<T> fmt::Display for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests;
