//! How a message looks on a handset without buttons, and what it costs there.
//!
//! - [`direction`]: which way a text runs, and keeping what is inserted apart.
//! - [`gsm7`]: which characters the handset alphabet has, and how many septets each takes.
//! - [`parts`]: how many SMS a text becomes.
//! - [`plain`]: the text form of a [`crate::Message`]: numbered options, hint.

pub mod direction;
pub mod gsm7;
pub mod parts;
pub mod plain;

pub use direction::{Direction, isolated, without_isolates};
pub use parts::{Encoding, Measure, measure};
pub use plain::plain;
