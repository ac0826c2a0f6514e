//! The promises of the gateway, one file each, kept or broken in front of real counterparts.
//!
//! One binary, so that it links once. Everything here sees the gateway from outside: the built program, its
//! HTTP and its command line. `tests/run` installs what the counterparts need.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a panic is a failing test, and what is printed is its report"
)]

#[path = "../peers/mod.rs"]
mod peers;

mod accessible;
mod bad_input;
mod check;
mod demo;
mod email;
mod exactly_once;
mod files;
mod flood;
mod form;
mod kannel;
mod kannel_parts;
mod kill;
mod language;
mod living_sessions;
mod matrix;
mod page_weight;
mod parts;
mod people;
mod postfix;
mod sms_length;
mod telegram;
mod telegram_double;
mod telegram_second_client;
mod templates;
mod the_peers;
mod transcripts;
mod ussd;
