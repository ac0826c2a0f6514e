//! placeholder
pub(crate) struct Gateway;
pub(crate) struct Demo;
