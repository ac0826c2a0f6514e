//! What residents may type, by language and meaning: `locales/<lang>/words.toml`.

use serde::Serialize;

/// A universal word: it means the same in every campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// No more messages.
    Stop,
    /// How does this work?
    Help,
    /// Messages again; also Telegram's first word.
    Start,
    /// The question before.
    Back,
    /// Pass over this question.
    Skip,
    /// Say it again.
    Repeat,
    /// Which languages are there?
    Language,
    /// This language, please (a language's own name).
    Speak(String),
    /// What can I take part in?
    Menu,
    /// Change an answer.
    Change,
    /// What became of it?
    Status,
    /// Erase my answers.
    Erase,
    /// A person, please.
    Human,
}

/// The words of every shipped language.
#[derive(Debug, Default)]
pub struct Lexicon {}
