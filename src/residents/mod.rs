//! Residents as persons with rights: what is remembered of them, and how all of it is taken out again.

pub mod erasure;
pub(crate) mod memory;
pub(crate) mod parts;
pub(crate) mod pii;
