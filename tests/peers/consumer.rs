//! placeholder
pub(crate) struct Consumer;
