//! What the gateway remembers of a resident beside language and opt-out.

use jiff::Timestamp;
use majlis_channels::Address;
use serde::{Deserialize, Serialize};

use super::parts::Parts;

/// Written as JSON into [`crate::store::Resident::memory`]; unknown parts of a later version are let go of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// The language was the resident's own wish, not only the one they were answered in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) own_language: bool,
    /// "Is this a new person?" was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) person: Option<PersonAsked>,
    /// Texts of which parts have come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) parts: Vec<Parts>,
    /// "Which answer?" was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) which: Option<WhichAsked>,
    /// They asked for a person, and were asked what to tell them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) tells_a_person: bool,
    /// Where the code was shown that joins another address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shown: Option<ShownTo>,
    /// When codes were sent that were no good.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tries: Vec<Timestamp>,
}

/// Where a code was shown, so that it can be told there when it was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ShownTo {
    pub(crate) who: Address,
    /// Channel kind.
    pub(crate) kind: String,
    /// Channel id.
    pub(crate) channel: String,
    /// The number or mailbox of ours that they wrote to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// The language it was shown in.
    pub(crate) lang: String,
}

/// "Which answer shall be changed?", "what shall be taken back?" waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WhichAsked {
    pub(crate) wish: WhichWish,
    /// The submissions, in the order of their numbers.
    pub(crate) submissions: Vec<String>,
    /// The language it was asked in.
    pub(crate) lang: String,
    /// It was asked twice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) again: bool,
}

/// What shall become of the answer that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WhichWish {
    Change,
    Erase,
}

impl WhichWish {
    /// Names the list under which buttons stand.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Change => "which-change",
            Self::Erase => "which-erase",
        }
    }
}

/// "Is this a new person?" waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PersonAsked {
    /// Who would take part in this campaign.
    pub(crate) campaign: String,
    /// The language it was asked in.
    pub(crate) lang: String,
    /// It was asked twice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) again: bool,
}

impl Memory {
    /// What was written; what cannot be read is forgotten, as none of it is worth refusing a message for.
    pub(crate) fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// As it is kept; nothing if there is nothing to remember.
    pub(crate) fn write(&self) -> Option<String> {
        if *self == Self::default() { None } else { serde_json::to_string(self).ok() }
    }
}
