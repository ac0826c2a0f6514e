//! The program: `majlis <verb>`.
fn main() {}
