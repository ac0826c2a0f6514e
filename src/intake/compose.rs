//! What the engine says by key becomes words: the campaign's from its template, the gateway's from Fluent.

use majlis_channels::{Message, Question};
use majlis_flows::{Ask, Say, Sentence, Session, Step, Value};

use crate::campaign::Campaign;
use crate::sentences::{Sentences, language};

/// Writes messages for one campaign and one kind of channel.
pub(crate) struct Writer<'a> {
    pub(crate) campaign: &'a Campaign,
    pub(crate) sentences: &'a Sentences,
    pub(crate) kind: &'a str,
}

impl Writer<'_> {
    /// One message for everything a turn says; `None` if it says nothing. `first` adds how to stop.
    pub(crate) fn message(&self, session: &Session, says: &[Say], first: bool) -> Option<Message> {
        let lang = session.lang.as_str();
        let mut paragraphs = Vec::new();
        let mut asked = None;
        let mut simpler = false;
        for say in says {
            match say {
                Say::Step(step) => paragraphs.push(self.words(lang, step, "say")),
                Say::Ask { step, again } => {
                    let Some(step) = self.campaign.flow.step(step) else { continue };
                    paragraphs.push(self.question_text(lang, step, *again));
                    asked = self.question(lang, step, *again);
                    simpler = *again > 0;
                }
                Say::Confirm { step, value } => {
                    let shown = self.value_text(lang, step, value);
                    paragraphs.push(self.sentences.say(lang, "confirm", &[("value", &shown)]));
                    asked = Some(self.confirmation(lang, step));
                }
                Say::End => paragraphs.push(self.ending(lang, &session.identity.receipt)),
                Say::Gateway(sentence) => {
                    paragraphs.push(self.sentences.say(lang, key_of(*sentence), &[]));
                }
            }
        }
        if paragraphs.is_empty() {
            return None;
        }
        let hint = asked.as_ref().and_then(|question| self.hint(lang, question, simpler, first));
        Some(Message { lang: lang.to_owned(), text: paragraphs.join("\n"), question: asked, hint })
    }

    fn words(&self, lang: &str, step: &str, key: &str) -> String {
        self.campaign.words.text(lang, step, key, self.kind).unwrap_or_default().to_owned()
    }

    fn ending(&self, lang: &str, receipt: &str) -> String {
        let receipt = if language(lang).rtl {
            format!("\u{2068}{receipt}\u{2069}")
        } else {
            receipt.to_owned()
        };
        self.campaign.words.ending(lang, self.kind, &receipt)
    }

    /// The question as written, or a sentence that asks again more simply.
    fn question_text(&self, lang: &str, step: &Step, again: u8) -> String {
        if again == 0 {
            return self.words(lang, &step.id, "ask");
        }
        self.again(lang, step, again)
    }

    /// What was wrong with the last reply, and what helps.
    pub(crate) fn again(&self, lang: &str, step: &Step, again: u8) -> String {
        let key = match &step.ask {
            Some(Ask::Choice { .. } | Ask::YesNo { .. } | Ask::Consent) if again > 1 => {
                "again-choice-short"
            }
            Some(Ask::Choice { .. } | Ask::YesNo { .. } | Ask::Consent) => "again-choice",
            Some(Ask::Rating { .. }) => "again-rating",
            Some(Ask::Number { .. }) => "again-number",
            Some(Ask::Place) => "again-place",
            _ => "again-text",
        };
        let (min, max) = match &step.ask {
            Some(Ask::Rating { min, max } | Ask::Number { min, max }) => (*min, *max),
            Some(Ask::Choice { options, .. }) => {
                (1, i64::try_from(options.len()).unwrap_or(i64::MAX))
            }
            Some(Ask::YesNo { unsure: true }) => (1, 3),
            _ => (1, 2),
        };
        self.sentences.say(lang, key, &[("min", &min.to_string()), ("max", &max.to_string())])
    }

    /// The question in a form that channels can show with buttons, lines or fields.
    pub(crate) fn question(&self, lang: &str, step: &Step, again: u8) -> Option<Question> {
        let ask = step.ask.as_ref()?;
        let options = match ask {
            Ask::Choice { options, .. } => options
                .iter()
                .map(|code| (code.clone(), self.words(lang, &step.id, code)))
                .collect(),
            Ask::YesNo { unsure } => self.yes_no(lang, &step.id, *unsure),
            Ask::Consent => self.yes_no(lang, &step.id, false),
            Ask::Rating { min, max } => (*min..=*max)
                .map(|score| (score.to_string(), self.score_text(lang, step, score, *min, *max)))
                .collect(),
            Ask::Text { .. } | Ask::Number { .. } | Ask::Date | Ask::Place | Ask::File => {
                Vec::new()
            }
            Ask::Choices { .. } | Ask::Ranking { .. } | Ask::Points { .. } => Vec::new(),
            Ask::Reaction { .. } => Vec::new(),
        };
        let max_chars = match ask {
            Ask::Text { max_chars } => Some(*max_chars),
            _ => None,
        };
        Some(Question {
            step: step.id.clone(),
            ask: ask.name().to_owned(),
            options,
            // The last time only the digits are asked for: fewer words to read.
            listed: matches!(ask, Ask::Choice { .. } | Ask::YesNo { .. } | Ask::Consent)
                && again < 2,
            optional: step.optional,
            max_chars,
        })
    }

    fn yes_no(&self, lang: &str, step: &str, unsure: bool) -> Vec<(String, String)> {
        let codes: &[&str] = if unsure { &["yes", "no", "unsure"] } else { &["yes", "no"] };
        codes
            .iter()
            .map(|code| {
                let own = self.words(lang, step, code);
                let text = if own.is_empty() {
                    self.sentences.say(lang, &format!("option-{code}"), &[])
                } else {
                    own
                };
                ((*code).to_owned(), text)
            })
            .collect()
    }

    fn score_text(&self, lang: &str, step: &Step, score: i64, min: i64, max: i64) -> String {
        let key = match score {
            score if score == min => "low",
            score if score == max => "high",
            _ => "",
        };
        match self.campaign.words.text(lang, &step.id, key, self.kind) {
            Some(words) if !key.is_empty() => format!("{score} ({words})"),
            _ => score.to_string(),
        }
    }

    fn confirmation(&self, lang: &str, step: &str) -> Question {
        Question {
            step: step.to_owned(),
            ask: "confirm".to_owned(),
            options: self.yes_no(lang, "", false),
            listed: true,
            optional: false,
            max_chars: None,
        }
    }

    /// A value in words, for "did you mean".
    fn value_text(&self, lang: &str, step: &str, value: &Value) -> String {
        match value {
            Value::Choice { option } => self.words(lang, step, option),
            Value::Rating { score, .. } => score.to_string(),
            Value::Answer { answer } => self
                .yes_no(lang, step, true)
                .into_iter()
                .find(|(code, _)| code == answer)
                .map(|(_, text)| text)
                .unwrap_or_default(),
            Value::Number { number } => number.to_string(),
            Value::Text { text } => text.clone(),
            Value::Point { lat, lon, .. } => format!("{lat}, {lon}"),
            _ => String::new(),
        }
    }

    /// The last line: how to answer (unless the sentence before said it), how to pass, how to stop.
    fn hint(&self, lang: &str, question: &Question, simpler: bool, first: bool) -> Option<String> {
        let ends = |index: usize| {
            let option = match index {
                0 => question.options.first(),
                _ => question.options.last(),
            };
            option.map_or(String::new(), |(code, _)| code.clone())
        };
        let mut parts = Vec::new();
        let how = match question.ask.as_str() {
            "choice" | "yes-no" | "consent" | "confirm" => "hint-choice",
            "rating" => "hint-rating",
            "number" => "hint-number",
            "place" => "hint-place",
            _ => "hint-text",
        };
        if !simpler {
            parts.push(self.sentences.say(lang, how, &[("min", &ends(0)), ("max", &ends(1))]));
        }
        if question.optional {
            parts.push(self.sentences.say(lang, "hint-skip", &[]));
        }
        if first {
            parts.push(self.sentences.say(lang, "hint-stop", &[]));
        }
        (!parts.is_empty()).then(|| parts.join(" "))
    }
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
    }
}
