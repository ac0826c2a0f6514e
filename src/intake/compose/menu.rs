//! Questions of the gateway's own, as numbered lines.

use majlis_channels::{Question, fit};
use majlis_flows::engine::MENU;
use majlis_flows::{Ask, Menu, MenuEntry, Session, Step};
use unicode_segmentation::UnicodeSegmentation;

use super::Writer;

/// Longest piece of a question or answer in a list of answers by SMS, in letters: a list must fit in a message.
const LONGEST: usize = 24;

impl Writer<'_> {
    pub(super) fn menu_text(&self, lang: &str, menu: Menu) -> String {
        let key = match menu {
            Menu::Change => "change-which",
            Menu::Erase => "erase-which",
        };
        self.tell(lang, key, &[])
    }

    pub(super) fn menu(&self, session: &Session, menu: Menu, entries: &[MenuEntry]) -> Question {
        let options = entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (format!("{MENU}{}", at + 1), self.entry(session, entry)));
        Question {
            step: session.at.clone().unwrap_or_default(),
            ask: menu.name().to_owned(),
            options: options.collect(),
            listed: true,
            // Whoever asked by mistake for a list of answers may leave it; the other list has an entry for that.
            optional: menu == Menu::Change,
            ..Question::default()
        }
    }

    fn entry(&self, session: &Session, entry: &MenuEntry) -> String {
        let lang = session.lang.as_str();
        match entry {
            MenuEntry::Answer(id) => {
                let Some(step) = self.campaign.flow.step(id) else { return id.clone() };
                let given = session.answer(id);
                let value = given.and_then(|answer| answer.value.as_ref());
                let answer = value.map(|value| self.value_text(session, step, value));
                let raw = given.and_then(|answer| answer.raw.clone());
                let answer = answer.or(raw).unwrap_or_else(|| "–".to_owned());
                let question = self.asked_about(lang, step).replace('\n', " ");
                let args = [("question", self.listed(question)), ("answer", self.listed(answer))];
                self.tell(lang, "change-entry", &args.each_ref().map(|(k, v)| (*k, v.as_str())))
            }
            MenuEntry::Withdraw => {
                let title = self.campaign.words.title(lang);
                self.tell(lang, "erase-withdraw", &[("title", title)])
            }
            MenuEntry::EraseAll => self.tell(lang, "erase-all", &[]),
            MenuEntry::Keep => self.tell(lang, "erase-keep", &[]),
        }
    }

    /// What tells a question from the others: of several statements that are asked about alike, the statement.
    fn asked_about(&self, lang: &str, step: &Step) -> String {
        match &step.ask {
            Some(Ask::Reaction { statement }) => self.words(lang, &step.section, statement),
            _ => self.question_text(lang, step),
        }
    }

    fn listed(&self, text: String) -> String {
        if self.manner().short_lists { short(&text) } else { text }
    }
}

/// The beginning of a text, cut between words, or where a word is longer than that, between what a reader sees as
/// letters. No isolate is left open.
fn short(text: &str) -> String {
    let text = fit::without_isolates(text);
    let mut letters = text.graphemes(true);
    let start: String = letters.by_ref().take(LONGEST).collect();
    let Some(next) = letters.next() else { return start };
    let words = match start.rfind(char::is_whitespace) {
        Some(end) if !next.chars().all(char::is_whitespace) => start.get(..end).unwrap_or(&start),
        _ => start.as_str(),
    };
    // Three dots, not one sign of three: that one is not in the SMS alphabet.
    format!("{}...", words.trim_end())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_question_is_cut_between_words() {
        assert_eq!(short("What does our street need most?"), "What does our street...");
        assert_eq!(short("What does our street now or"), "What does our street now...");
        assert_eq!(short("What comes first?"), "What comes first?");
        assert_eq!(short("\u{2068}RTA\u{2069} asks"), "RTA asks");
        assert_eq!(short(&"a".repeat(30)), format!("{}...", "a".repeat(24)));
    }
}
