//! What is chosen before a conversation: a language where none is known, and a campaign where several are open.

use crate::Desk;
use crate::message::Invitation;

/// A list to choose from by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Front {
    /// Language tags with their own names.
    Languages(Vec<(String, String)>),
    /// Campaigns, as they are called in this language.
    Campaigns { lang: String, open: Vec<Invitation> },
}

/// What was chosen.
pub(super) enum Chosen<'f> {
    /// A language: tag and own name.
    Language(&'f str, &'f str),
    /// A campaign, and the language to begin it in.
    Campaign(&'f str, &'f str),
}

impl Front {
    /// The languages an operator offers, each in its own script.
    pub(super) fn languages(desk: &dyn Desk, offered: &[String]) -> Self {
        let known = desk.languages();
        let name = |tag: &String| {
            let found = known.iter().find(|(known, ..)| known == tag);
            found.map(|(tag, name, _)| (tag.clone(), name.clone()))
        };
        Self::Languages(offered.iter().filter_map(name).collect())
    }

    /// The list with its numbers.
    pub(super) fn text(&self, desk: &dyn Desk) -> String {
        let mut lines = Vec::new();
        let names: Vec<&str> = match self {
            Self::Languages(languages) => languages.iter().map(|(_, name)| name.as_str()).collect(),
            Self::Campaigns { lang, open } => {
                lines.push(desk.sentence(lang, "page-home-title", &[]));
                open.iter().map(|invitation| invitation.title.as_str()).collect()
            }
        };
        lines.extend((1..).zip(names).map(|(number, name)| format!("{number} {name}")));
        lines.join("\n")
    }

    /// What stands at this number.
    pub(super) fn chosen(&self, number: usize) -> Option<Chosen<'_>> {
        let at = number.checked_sub(1)?;
        match self {
            Self::Languages(languages) => {
                languages.get(at).map(|(tag, name)| Chosen::Language(tag, name))
            }
            Self::Campaigns { lang, open } => {
                open.get(at).map(|invitation| Chosen::Campaign(&invitation.campaign, lang))
            }
        }
    }
}
