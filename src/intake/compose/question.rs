//! A question: its words, and its options in the order this resident sees.

use majlis_channels::Question;
use majlis_flows::engine::CONFIRM;
use majlis_flows::{Ask, Session, Step, shown};

use super::Writer;

impl Writer<'_> {
    /// The question as written, or a sentence that asks again more simply.
    pub(super) fn question_text(&self, lang: &str, step: &Step, again: u8) -> String {
        if again > 0 {
            return self.again(lang, step, again);
        }
        let asked = self.words(lang, &step.section, "ask");
        match &step.ask {
            Some(Ask::Reaction { statement }) => {
                let statement = self.words(lang, &step.section, statement);
                if asked.is_empty() { statement } else { format!("{asked}\n{statement}") }
            }
            _ => asked,
        }
    }

    /// What was wrong with the last reply, and what helps. The third time only digits are asked for.
    pub(crate) fn again(&self, lang: &str, step: &Step, again: u8) -> String {
        let Some(ask) = &step.ask else { return String::new() };
        let short = again > 1;
        let key = match ask {
            Ask::Choice { .. } | Ask::YesNo { .. } | Ask::Consent | Ask::Reaction { .. }
                if short =>
            {
                "again-choice-short"
            }
            Ask::Choice { .. } | Ask::YesNo { .. } | Ask::Consent | Ask::Reaction { .. } => {
                "again-choice"
            }
            Ask::Choices { .. } if short => "again-choices-short",
            Ask::Choices { .. } => "again-choices",
            Ask::Ranking { .. } if short => "again-ranking-short",
            Ask::Ranking { .. } => "again-ranking",
            Ask::Points { .. } => "again-points",
            Ask::Rating { .. } => "again-rating",
            Ask::Number { .. } => "again-number",
            Ask::Date => "again-date",
            Ask::Place => "again-place",
            Ask::File => "again-file",
            Ask::Text { .. } => "again-text",
        };
        let count = ask.options().len().to_string();
        let (min, max) = range(ask);
        let total =
            if let Ask::Points { total, .. } = ask { total.to_string() } else { String::new() };
        self.tell(lang, key, &[("min", &min), ("max", &max), ("count", &count), ("total", &total)])
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
            listed: !options.is_empty() && !matches!(*ask, Ask::Rating { .. }) && again < 2,
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

/// The numbers between which an answer lies.
fn range(ask: &Ask) -> (String, String) {
    let (min, max) = match ask {
        Ask::Rating { min, max } | Ask::Number { min, max } => (*min, *max),
        Ask::Choices { min, max, .. } => {
            return (min.to_string(), max.to_string());
        }
        Ask::Ranking { top, .. } => return ("1".to_owned(), top.to_string()),
        Ask::YesNo { unsure: true } | Ask::Reaction { .. } => (1, 3),
        Ask::YesNo { .. } | Ask::Consent => (1, 2),
        ask => return ("1".to_owned(), ask.options().len().to_string()),
    };
    (min.to_string(), max.to_string())
}
