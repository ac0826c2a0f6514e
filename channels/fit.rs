//! How a message looks on a handset without buttons, and what it costs there.
//!
//! - [`direction`]: which way a text runs, and keeping what is inserted apart.
//! - [`gsm7`]: which characters the handset alphabet has, and how many septets each takes.
//! - [`parts`]: how many SMS a text becomes.
//! - [`alike`]: cheap look-alikes where nothing is lost by them.
//! - [`breaks`]: where a text too long for one message is broken.
//! - [`plain`]: the text form of a [`crate::Message`]: numbered options, hint.

pub mod alike;
pub mod breaks;
pub mod direction;
pub mod gsm7;
pub mod parts;
pub mod plain;

pub use alike::thrifty;
pub use breaks::broken;
pub use direction::{Direction, isolated, without_isolates};
pub use parts::{Cuts, Encoding, Measure, measure, measure_cut};
pub(crate) use plain::numbered;
pub use plain::{number, plain, short};

use crate::Message;

/// A message as it goes out by SMS.
#[must_use]
pub fn sms(message: &Message) -> String {
    thrifty(&plain(message)).into_owned()
}
