//! Entities, templates and campaigns: what is put before residents, in which words.
//!
//! [`template`] reads and checks the words; [`words`] fills in a campaign's values; [`catalogue`] holds all
//! campaigns and finds one by what a resident typed.

pub mod catalogue;
pub mod template;
pub mod words;

pub use catalogue::{Campaign, Catalogue, Emergency, Entity, Patience};
pub use template::Template;
pub use words::CampaignWords;

#[cfg(test)]
mod tests;
