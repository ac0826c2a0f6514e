//! Part a: one thread, nothing but SQLite; each commit carries as many messages as there would be connections.

use std::time::Instant;

use super::Settings;
use super::client::Conversation;
use super::measure::{Measured, memory_of};
use super::rows;

pub(crate) fn measure(settings: &Settings, connections: usize) -> Measured {
    let conn = rows::open(&settings.data.join("raw.db"));
    let mut talks: Vec<_> = (0..connections).map(|_| Conversation::new(&settings.words)).collect();
    let mut latencies = Vec::new();
    let begun = Instant::now();
    let mut counted = None;
    loop {
        let group: Vec<_> = talks.iter_mut().map(Conversation::next).collect();
        let before = Instant::now();
        rows::write_group(&conn, group.iter());
        let micros = before.elapsed().as_micros() as u32;
        let Some(start) = counted else {
            if begun.elapsed().as_secs() >= 1 {
                counted = Some(Instant::now());
            }
            continue;
        };
        latencies.extend(group.iter().map(|_| micros));
        if start.elapsed() >= settings.length() {
            let length = start.elapsed();
            return Measured { latencies, length, memory: memory_of(std::process::id()) };
        }
    }
}
