//! How a message looks on a handset without buttons, and what it costs there.
//!
//! - [`gsm7`]: which characters the handset alphabet has, and how many septets each takes.
//! - [`parts`]: how many SMS a text becomes.
//! - [`plain`]: the text form of a [`crate::Message`]: numbered options, hint.

pub mod gsm7;
pub mod parts;
pub mod plain;

pub use parts::{Encoding, Measure, measure};
pub use plain::{number, plain, short};
