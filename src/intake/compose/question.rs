//! A question: its words, and its options in the order this resident sees.

use majlis_channels::Question;
use majlis_flows::engine::CONFIRM;
use majlis_flows::{Ask, Session, Step, shown};

use super::Writer;

impl Writer<'_> {
    /// The question as written.
    pub(super) fn question_text(&self, lang: &str, step: &Step) -> String {
        let asked = self.words(lang, &step.section, "ask");
        match &step.ask {
            Some(Ask::Reaction { statement }) => {
                let statement = self.words(lang, &step.section, statement);
                if asked.is_empty() { statement } else { format!("{asked}\n{statement}") }
            }
            _ => asked,
        }
    }

    /// The question in a form that channels can show with buttons, lines or fields.
    pub(crate) fn question(&self, session: &Session, step: &Step, again: u8) -> Option<Question> {
        let lang = session.lang.as_str();
        let ask = shown(step, session)?;
        let options = match ask.as_ref() {
            Ask::YesNo { unsure: true } => self.common(lang, step, &["yes", "no", "unsure"]),
            Ask::YesNo { .. } | Ask::Consent => self.common(lang, step, &["yes", "no"]),
            Ask::Reaction { .. } => self.common(lang, step, &["agree", "disagree", "pass"]),
            Ask::Rating { min, max } => (*min..=*max)
                .map(|score| (score.to_string(), self.score_text(lang, step, score, *min, *max)))
                .collect(),
            ask => ask
                .options()
                .iter()
                .map(|code| (code.clone(), self.words(lang, &step.section, code)))
                .collect(),
        };
        let mut question = Question {
            step: step.id.clone(),
            ask: ask.name().to_owned(),
            // The last time only the digits are asked for: fewer words to read.
            // Points are given by place, so their options are always shown.
            listed: match *ask {
                Ask::Rating { .. } => false,
                Ask::Points { .. } => true,
                _ => !options.is_empty() && again < 2,
            },
            options,
            optional: step.optional,
            ..Question::default()
        };
        match ask.as_ref() {
            Ask::Text { max_chars } => question.max_chars = Some(*max_chars),
            Ask::Choice { other, .. } => question.other = *other,
            Ask::Choices { min, max, .. } => {
                (question.least, question.most) = (Some(*min), Some(*max));
            }
            Ask::Ranking { top, .. } => question.most = Some(*top),
            Ask::Points { total, .. } => question.total = Some(*total),
            _ => {}
        }
        Some(question)
    }

    fn score_text(&self, lang: &str, step: &Step, score: i64, min: i64, max: i64) -> String {
        let key = match score {
            score if score == min => "low",
            score if score == max => "high",
            _ => "",
        };
        match self.own_words(lang, &step.section, key) {
            Some(words) if !key.is_empty() => format!("{score} ({words})"),
            _ => score.to_string(),
        }
    }

    /// "Did you mean …? 1 Yes 2 No"
    pub(super) fn confirmation(&self, lang: &str, step: &Step) -> Question {
        let yes_no = ["yes", "no"].map(|code| {
            (format!("{CONFIRM}{code}"), self.tell(lang, &format!("option-{code}"), &[]))
        });
        Question {
            step: step.id.clone(),
            ask: "confirm".to_owned(),
            options: yes_no.to_vec(),
            listed: true,
            ..Question::default()
        }
    }
}
