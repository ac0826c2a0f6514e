//! What a conversation is. Pure: no IO, no clock, no async, no randomness; ids and times are arguments.
//!
//! The order in which a reply meets the parts:
//!
//! 1. [`flow`]: a flow file, validated: steps, what each asks, their order. No words.
//! 2. [`words`]: what residents may type in each language (`locales/*/words.toml`).
//! 3. [`understand`]: a reply becomes a [`understand::Reading`]: a value, a doubt, a word, or unclear.
//! 4. [`answer`]: one file an answer type: how it reads a reply.
//! 5. [`engine`]: `step(flow, session, input, now) -> Turn`, the one function that moves a session.
//! 6. [`session`]: what is kept between two messages, and how it is written down.
//! 7. [`language`]: which language a text is in.
//!
//! [`source`] reads the files people edit and reports every fault with line and mend.

pub mod answer;
pub mod engine;
pub mod flow;
pub mod language;
pub mod session;
pub mod source;
pub mod understand;
pub mod words;

pub use engine::{
    Act, Filled, Input, Lack, Menu, MenuEntry, Say, Sentence, Texts, Turn, Yield, lead_in,
    look_over, pending, present, sheet, shown, step,
};
pub use flow::{Ask, Flow, Kind, Step, Target};
pub use jiff::Timestamp;
pub use session::{
    Answer, AnswerStatus, EndedBy, FileRef, Identity, Session, SessionError, Status, Value,
};
pub use source::{Fault, Faults};
pub use understand::{Question, ReadAs, Reading};
pub use words::{Lexicon, Word};

/// A language tag as folders in `locales/` are named: `ar`, `en`, `hi` …
pub type Lang = String;
