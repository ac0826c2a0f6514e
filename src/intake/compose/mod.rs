//! What the engine says by key becomes words: the campaign's from its template, the gateway's from Fluent.

mod again;
mod hint;
mod menu;
mod question;
mod value;

use majlis_channels::{Kind, Message, Question, fit};
use majlis_flows::language::{in_digits, native_zero};
use majlis_flows::{Say, Sentence, Session, Step, Value};

use crate::campaign::Campaign;
use crate::sentences::{Sentences, isolated};

/// Writes messages for one campaign and one kind of channel.
pub(crate) struct Writer<'a> {
    pub(crate) campaign: &'a Campaign,
    pub(crate) sentences: &'a Sentences,
    pub(crate) kind: &'a str,
}

/// The question that a message ends with, and what its last line may leave out.
struct Asked {
    question: Question,
    /// The sentence before said already how to answer.
    simpler: bool,
}

impl Writer<'_> {
    /// One message for everything a turn says; `None` if it says nothing. `first` adds how to stop.
    pub(crate) fn message(&self, session: &Session, says: &[Say], first: bool) -> Option<Message> {
        let lang = session.lang.as_str();
        let mut paragraphs = Vec::new();
        let mut asked = None;
        for say in says {
            // The last words thank already.
            if matches!(say, Say::Gateway(Sentence::KeptForPerson)) && says.contains(&Say::End) {
                paragraphs.push(self.tell(lang, "wants-person", &[]));
            } else if let Some(question) = self.say(session, say, &mut paragraphs) {
                asked = Some(question);
            }
        }
        if paragraphs.is_empty() {
            return None;
        }
        let hint = asked.as_ref().and_then(|asked| self.hint(lang, asked, first));
        let zero = self.zero(lang);
        let more = match &asked {
            Some(asked) => self.limit(lang, asked),
            None => says.contains(&Say::End).then(|| self.tell(lang, "change-how", &[])),
        };
        let submission = self.kept_buttons(session);
        let question = asked.map(|asked| Question { zero, submission, ..asked.question });
        let text = paragraphs.join("\n");
        let message = Message { lang: lang.to_owned(), text, question, hint };
        Some(match more.filter(|_| self.manner().asides) {
            Some(more) => with_room(message, &more),
            None => message,
        })
    }

    fn say(&self, session: &Session, say: &Say, out: &mut Vec<String>) -> Option<Asked> {
        let lang = session.lang.as_str();
        match say {
            Say::Step(step) => out.push(self.words(lang, step, "say")),
            Say::Ask { step, again } => {
                let step = self.campaign.flow.step(step)?;
                out.push(match again {
                    0 => self.question_text(lang, step),
                    again => self.again(session, step, *again),
                });
                let question = self.question(session, step, *again)?;
                return Some(Asked { question, simpler: *again > 0 });
            }
            Say::Confirm { step, value } => {
                let step = self.campaign.flow.step(step)?;
                out.push(self.doubt(session, step, value));
                return Some(Asked { question: self.confirmation(lang, step), simpler: false });
            }
            Say::Menu { menu, entries } => {
                out.push(self.menu_text(lang, *menu));
                let question = self.menu(session, *menu, entries);
                return Some(Asked { question, simpler: false });
            }
            Say::End => out.push(self.ending(lang, &session.identity.receipt)),
            Say::Gateway(sentence) => out.push(self.sentence(session, *sentence)),
        }
        None
    }

    /// "Did you mean …?"
    pub(crate) fn doubt(&self, session: &Session, step: &Step, value: &Value) -> String {
        let shown = self.value_text(session, step, value);
        self.tell(&session.lang, "confirm", &[("value", &shown)])
    }

    /// Where buttons stay in a chat, they must know whose question they are under.
    fn kept_buttons(&self, session: &Session) -> Option<String> {
        self.manner().lasting.then(|| session.identity.submission.clone())
    }

    /// What the kind of channel is like.
    fn manner(&self) -> &'static Kind {
        Kind::of(self.kind)
    }

    /// A sentence of the gateway's own.
    fn tell(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> String {
        let said = self.sentences.say(lang, key, args);
        self.zero(lang).map_or(said.clone(), |zero| in_digits(&said, zero))
    }

    /// The zero of the digits this campaign is written with, if they are not 0 to 9.
    fn zero(&self, lang: &str) -> Option<char> {
        native_zero(lang).filter(|_| self.campaign.native_digits)
    }

    fn words(&self, lang: &str, section: &str, key: &str) -> String {
        self.own_words(lang, section, key).unwrap_or_default().to_owned()
    }

    fn own_words(&self, lang: &str, section: &str, key: &str) -> Option<&str> {
        self.campaign.words.text(lang, section, key, self.kind).filter(|words| !words.is_empty())
    }

    fn ending(&self, lang: &str, receipt: &str) -> String {
        self.campaign.words.ending(lang, self.kind, &isolated(lang, receipt))
    }

    fn sentence(&self, session: &Session, sentence: Sentence) -> String {
        let lang = session.lang.as_str();
        match sentence {
            Sentence::Changed => {
                self.tell(lang, "changed", &[("receipt", &session.identity.receipt)])
            }
            Sentence::Emergency => self.emergency(lang),
            other => self.tell(lang, key_of(other), &[]),
        }
    }

    /// The entity's own words for danger, or the gateway's with the number to call.
    pub(crate) fn emergency(&self, lang: &str) -> String {
        let own = self.campaign.emergency.text(lang);
        own.map_or_else(
            // A number to call is in the digits of every keypad.
            || {
                self.sentences.say(
                    lang,
                    "emergency",
                    &[("number", &self.campaign.emergency.number)],
                )
            },
            str::to_owned,
        )
    }

    /// The text of the options that have words of the gateway's own where a template has none.
    fn common(&self, lang: &str, step: &Step, codes: &[&str]) -> Vec<(String, String)> {
        codes
            .iter()
            .map(|code| {
                let own = self.own_words(lang, &step.section, code).map(str::to_owned);
                let text = own.unwrap_or_else(|| self.tell(lang, &format!("option-{code}"), &[]));
                ((*code).to_owned(), text)
            })
            .collect()
    }
}

/// A message with one more sentence in its last line, unless it would be paid as more SMS.
pub(crate) fn with_room(message: Message, more: &str) -> Message {
    let hint = match &message.hint {
        Some(hint) => format!("{hint} {more}"),
        None => more.to_owned(),
    };
    let longer = Message { hint: Some(hint), ..message.clone() };
    let parts = |message: &Message| fit::measure(&fit::plain(message)).parts;
    if parts(&longer) > parts(&message) { message } else { longer }
}

/// The Fluent key of a sentence the engine asks for.
fn key_of(sentence: Sentence) -> &'static str {
    match sentence {
        Sentence::Stopped => "stopped",
        Sentence::Help => "help",
        Sentence::CannotSkip => "cannot-skip",
        Sentence::NothingBefore => "nothing-before",
        Sentence::Declined => "declined",
        Sentence::KeptForPerson => "kept-for-person",
        Sentence::AlreadyAnswered => "already-answered",
        Sentence::LanguageNotOffered => "language-not-offered",
        Sentence::Resumed => "resumed",
        Sentence::Changed => "changed",
        Sentence::ChangeNothing => "change-nothing",
        Sentence::EraseKept => "erase-kept",
        Sentence::Emergency => "emergency",
        Sentence::NoFileHere => "hint-no-file",
    }
}
