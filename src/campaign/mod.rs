//! Entities, templates and campaigns: what is put before residents, in which words.
//!
//! [`template`] reads and checks the words; `own` puts a campaign's own options and words in their place; [`words`]
//! fills in its values; `hash` names exactly these words, for approvals; [`catalogue`] holds all campaigns and finds
//! one by what a resident typed. [`advice`] says which words a resident will stumble over.

pub mod advice;
pub mod catalogue;
mod hash;
mod own;
pub mod template;
pub mod words;

pub use catalogue::{Campaign, Catalogue, Emergency, Entity, Patience};
pub use own::OwnWords;
pub use template::Template;
pub use words::CampaignWords;

#[cfg(test)]
mod tests;
