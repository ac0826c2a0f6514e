//! How fast is the gateway, and how fast could anything be on this machine?
//!
//! `cargo run --release --example load` measures on the same disk and cores, one after the other:
//!
//! - **a**: the raw limit: groups of the rows a message causes, by plain `rusqlite`, without HTTP ([`raw`]);
//! - **b**: a bare handler: axum, Twilio's signature, the same rows in group commits, nothing of ours ([`bare`]);
//! - **s**: our store alone, without HTTP ([`store`]);
//! - **c**: the gateway ([`gateway`]): signed webhook in, understood, stepped, committed, reply in the outbox.
//!
//! b and c run in a process of their own; the client ([`client`]) is this process, the same for both. So
//! both pay for the client on the same cores, as a server that shares its machine would, and the memory printed
//! is the server's alone. a and s have no client and no second process: they bound b and c from above.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement stops at the first surprise"
)]

mod bare;
mod client;
mod gateway;
mod measure;
mod raw;
mod rows;
mod store;

use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use measure::{Measured, print_head, print_line};

/// Measures messages a second: raw SQLite (a), a bare handler (b), our store (s), the gateway (c).
#[derive(Parser, Clone)]
struct Settings {
    /// Which parts.
    #[arg(long, default_value = "a,b,s,c", value_delimiter = ',')]
    parts: Vec<String>,
    /// Connections, one measurement each.
    #[arg(long, default_value = "1,16,64,256", value_delimiter = ',')]
    connections: Vec<usize>,
    /// Length of each measurement, after one second of warming up.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Where the files go: the disk that is measured. Not a tmpfs.
    #[arg(long, default_value = "target/load")]
    data: PathBuf,
    /// What each resident writes, in order; the last message completes the submission.
    #[arg(long, default_value = "PARK,2", value_delimiter = ',')]
    words: Vec<String>,
    /// A running gateway's Twilio webhook, for part c.
    #[arg(long)]
    gateway: Option<String>,
    /// The gateway's process id, for its memory.
    #[arg(long)]
    gateway_pid: Option<u32>,
    /// Twilio's auth token that the gateway was given.
    #[arg(long, default_value = client::TOKEN)]
    token: String,
    /// Serve part b (the program calls itself with this).
    #[arg(long, hide = true)]
    serve_bare: bool,
}

impl Settings {
    fn length(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    fn wants(&self, part: &str) -> bool {
        self.parts.iter().any(|p| p == part)
    }
}

#[tokio::main]
async fn main() {
    let settings = Settings::parse();
    std::fs::create_dir_all(&settings.data).unwrap();
    if settings.serve_bare {
        return bare::serve(&settings).await;
    }
    if cfg!(debug_assertions) {
        eprintln!("this is a debug build: add --release for figures that mean something");
    }
    print_head();
    for &connections in &settings.connections {
        let mut a = None;
        let mut b = None;
        if settings.wants("a") {
            a = Some(show("a raw", connections, &raw::measure(&settings, connections)));
        }
        if settings.wants("s") {
            show("s store", connections, &store::measure(&settings, connections).await);
        }
        if settings.wants("b") {
            b = Some(show("b bare", connections, &bare::measure(&settings, connections).await));
        }
        if settings.wants("c")
            && let Some(measured) = gateway::measure(&settings, connections).await
        {
            let c = show("c gateway", connections, &measured);
            if let Some(b) = b {
                println!("{connections:>11}  c/b {:.2}", c / b);
            }
            if let Some(a) = a {
                println!("{connections:>11}  c/a {:.2}", c / a);
            }
        }
    }
}

fn show(part: &str, connections: usize, measured: &Measured) -> f64 {
    print_line(part, connections, measured);
    measured.per_second()
}
