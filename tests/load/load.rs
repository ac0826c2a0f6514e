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
//! is the server's alone. The parts take turns, several rounds of them, and the median round is printed: disks
//! change their mood within seconds (an fsync took from 0.1 to 15 ms on one virtual disk). a and s have no client and no second process: they bound b and c from above.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
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

use std::collections::BTreeMap;
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
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How often the parts take turns; the median is printed.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Where the files go: the disk that is measured. Not a tmpfs.
    #[arg(long, default_value = "target/load")]
    data: PathBuf,
    /// What each resident writes, in order; the last message completes the submission.
    #[arg(long, default_value = "PARK,2", value_delimiter = ',')]
    words: Vec<String>,
    /// Twilio's auth token that the gateway was given.
    #[arg(long, default_value = client::TOKEN)]
    token: String,
    /// Serve part b (the program calls itself with this).
    #[arg(long, hide = true)]
    serve_bare: bool,
    /// Serve part c.
    #[arg(long, hide = true)]
    serve_gateway: bool,
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
    if settings.serve_gateway {
        return gateway::serve(&settings).await;
    }
    if cfg!(debug_assertions) {
        eprintln!("this is a debug build: add --release for figures that mean something");
    }
    print_head();
    for &connections in &settings.connections {
        let mut figures: BTreeMap<&str, Vec<Measured>> = BTreeMap::new();
        for _ in 0..settings.rounds {
            measure_round(&settings, connections, &mut figures).await;
        }
        let a = show("a raw", connections, figures.remove("a"));
        show("s store", connections, figures.remove("s"));
        let b = show("b bare", connections, figures.remove("b"));
        let c = show("c gateway", connections, figures.remove("c"));
        for (name, base) in [("c/b", b), ("c/a", a)] {
            if let (Some(c), Some(base)) = (c, base) {
                println!("{connections:>11}  {name} {:.2}", c / base);
            }
        }
    }
}

async fn measure_round(
    settings: &Settings,
    connections: usize,
    figures: &mut BTreeMap<&str, Vec<Measured>>,
) {
    if settings.wants("a") {
        figures.entry("a").or_default().push(raw::measure(settings, connections));
    }
    if settings.wants("s") {
        figures.entry("s").or_default().push(store::measure(settings, connections).await);
    }
    if settings.wants("b") {
        figures.entry("b").or_default().push(bare::measure(settings, connections).await);
    }
    if settings.wants("c") {
        figures.entry("c").or_default().push(gateway::measure(settings, connections).await);
    }
}

/// Prints the median round of a part and returns its messages a second.
fn show(part: &str, connections: usize, rounds: Option<Vec<Measured>>) -> Option<f64> {
    let mut rounds = rounds?;
    rounds.sort_by(|a, b| a.per_second().total_cmp(&b.per_second()));
    let median = rounds.get(rounds.len() / 2)?;
    print_line(part, connections, median);
    Some(median.per_second())
}
