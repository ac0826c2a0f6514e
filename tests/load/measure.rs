//! Figures, and how they are printed.

use std::time::Duration;

pub(crate) struct Measured {
    /// Of every message, in microseconds.
    pub(crate) latencies: Vec<u32>,
    pub(crate) length: Duration,
    /// Of the process that was measured, in MiB.
    pub(crate) memory: Option<u64>,
}

impl Measured {
    pub(crate) fn per_second(&self) -> f64 {
        self.latencies.len() as f64 / self.length.as_secs_f64()
    }
}

pub(crate) fn print_head() {
    println!("connections  part        messages/s    p50 ms    p99 ms   MiB");
}

pub(crate) fn print_line(part: &str, connections: usize, measured: &Measured) {
    let mut sorted = measured.latencies.clone();
    sorted.sort_unstable();
    let at = |share: f64| {
        let index = (sorted.len() as f64 * share) as usize;
        sorted.get(index.min(sorted.len().saturating_sub(1))).map_or(0.0, |v| f64::from(*v) / 1e3)
    };
    let memory = measured.memory.map_or_else(|| "-".into(), |mib| mib.to_string());
    println!(
        "{connections:>11}  {part:<10}  {:>10.0}  {:>8.2}  {:>8.2}  {memory:>4}",
        measured.per_second(),
        at(0.50),
        at(0.99),
    );
}

/// Resident memory of a process in MiB.
pub(crate) fn memory_of(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}
