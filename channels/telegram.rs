//! The Telegram channel: a bot that residents write to in private.
//!
//! - `update`: reads what Telegram hands over; says what counts as a resident's message. Pure.
//! - [`show`]: a message as Telegram shows it: parts of at most 4096 UTF-16 units, buttons under the last. Pure.
//! - `tap`: what stands in a button, signed.
//! - `hooks`, `poll`: the two ways in; `take`: what becomes of an update by either; `fetch`: its file. `setup`: what the bot is told at the start.
//! - `api`: one call of the Bot API, and what its answer means; `pace`: when a call may be made.
//!
//! What goes out is made of `teloxide-core`'s types, so that a field the Bot API does not have cannot be sent. Its
//! client is not used: it waits 10 s after every 5xx and hides which of them may have sent something. What comes
//! in is read by `update` itself, and only the fields that are used: a new field of the Bot API that a complete and
//! strict type does not know yet must not lose a resident's words. The tests hold both against teloxide's types.

mod api;
mod channel;
mod fetch;
mod hooks;
mod pace;
mod poll;
mod setup;
pub mod show;
mod take;
mod tap;
#[cfg(test)]
mod tests;
mod update;

use crate::Kind;

/// A chat: what was said stays in sight.
pub const KIND: Kind = Kind {
    scheme: "telegram",
    lasting: true,
    files: true,
    own_number: true,
    ..Kind::plain("telegram")
};

pub use channel::{Commands, Mode, TelegramChannel, TelegramSettings};

/// Who says what with an update, and the id it has, as the webhook reads it; `None` if it says nothing to us.
/// `secret` is the gateway's. For tests that throw anything at it.
#[must_use]
pub fn said_in(update: &[u8], secret: &[u8]) -> Option<(crate::Address, String, crate::Content)> {
    let buttons = tap::Buttons::new(secret, "fuzz");
    let said = match update::read(serde_json::from_slice(update).unwrap_or_default(), &buttons) {
        update::Arrived::Said(said) => said,
        update::Arrived::Tapped { said, .. } => said?,
        update::Arrived::Unused(_) => return None,
    };
    Some((crate::Address::telegram(said.person), said.id, said.content))
}
