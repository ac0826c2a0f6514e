//! The submission queue: what an event looks like. Keeping and leasing events is the store's
//! ([`crate::store::Queue`]); handing them out over HTTP is [`crate::staff`]'s.

pub mod event;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
pub(crate) mod tests;
