//! One file an answer type.
