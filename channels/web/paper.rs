//! A whole campaign on paper: `GET /c/{campaign}?paper`, to be printed.

use axum::http::StatusCode;
use axum::response::Response;

use super::Front;
use super::frame::Reader;
use super::headers::Keep;
use super::pages::{PaperPage, PaperPart, Said};
use super::show::paragraphs;
use super::text;
use crate::message::{Paper, PaperItem};
use crate::{Question, fit};

/// Lines to write on: for words, and for anything shorter.
const LINES: (usize, usize) = (4, 1);

impl Front {
    pub(super) async fn paper(&self, campaign: &str, reader: &Reader) -> Response {
        match self.desk.paper(campaign, reader.any()).await {
            Some(paper) => self.print(&paper),
            None => self.no_campaign(&self.language_for(reader)),
        }
    }

    fn print(&self, paper: &Paper) -> Response {
        let lang = self.page_language(&paper.lang);
        let mut frame = self.frame(&lang, "page-title", &paper.title);
        let mut languages = self.language_links(&lang, Some(&paper.languages));
        languages.iter_mut().for_each(|link| link.query = "paper&".to_owned());
        frame.languages = languages;
        let mut number = 0;
        let items = paper.items.iter().map(|item| self.part(&lang, item, &mut number)).collect();
        let body = PaperPage {
            title: paper.title.clone(),
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &paper.entity)]),
            said: Said::in_language(&paper.lang),
            items,
            ways: self.ways(&lang, &paper.keyword),
            link: format!("{}/c/{}", self.settings.public_url, paper.campaign),
            closed: !paper.open,
        };
        let how = self.say(&lang, "page-paper-how", &[]);
        let twin = text::paper(&body, &how);
        let page = self.page(StatusCode::OK, Keep::ForGoingBack, "paper", &frame, &body);
        text::with(page, &twin)
    }

    /// `number` counts the questions.
    fn part(&self, lang: &str, item: &PaperItem, number: &mut usize) -> PaperPart {
        let paragraphs = paragraphs(&item.message.text);
        let Some(question) = &item.message.question else {
            return PaperPart { paragraphs, ..PaperPart::default() };
        };
        *number += 1;
        let only_if = item.only_if.iter().filter(|(_, options)| !options.is_empty());
        let only_if = only_if.map(|(of, options)| {
            let (of, answers) = (of.to_string(), numbers(options));
            self.say(lang, "page-paper-only-if", &[("question", &of), ("answers", &answers)])
        });
        PaperPart {
            number: Some(*number),
            only_if: only_if.collect(),
            paragraphs,
            hint: self.hint(lang, question),
            options: options(question),
            scale: question.ask == "rating",
            lines: (0..lines(question)).collect(),
            goto: item.goto.iter().map(|(from, to)| self.goto(lang, from, *to)).collect(),
        }
    }

    fn goto(&self, lang: &str, from: &[usize], to: Option<usize>) -> String {
        let (answers, question) = (numbers(from), to.map(|to| to.to_string()).unwrap_or_default());
        let key = match (from.is_empty(), to) {
            (true, Some(_)) => "page-paper-then-to",
            (true, None) => "page-paper-then-end",
            (false, Some(_)) => "page-paper-go-to",
            (false, None) => "page-paper-go-end",
        };
        self.say(lang, key, &[("answers", &answers), ("question", &question)])
    }
}

/// Number and text of each option: the numbers of the SMS. A scale's options are their own numbers.
fn options(question: &Question) -> Vec<(String, String)> {
    let numbered = question.ask != "rating";
    let options = question.options.iter().zip(1..);
    options
        .map(|((_, text), at)| {
            let number = if numbered { fit::number(question, at) } else { String::new() };
            (number, text.clone())
        })
        .collect()
}

fn lines(question: &Question) -> usize {
    match question.ask.as_str() {
        "text" | "file" => LINES.0,
        "choice" if question.other => LINES.1,
        _ if question.options.is_empty() => LINES.1,
        _ => 0,
    }
}

/// `2, 3`
fn numbers(of: &[usize]) -> String {
    of.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}
