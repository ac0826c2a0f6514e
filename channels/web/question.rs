//! A page that asks: one question, or several with one button.

use axum::http::StatusCode;
use axum::response::Response;

use super::Front;
use super::fields::{MOST_LETTERS, Names, fields};
use super::given::Given;
use super::pages::{Asked, ErrorLink, QuestionPage, Said};
use super::show::{Place, Showing, now, paragraphs};
use super::text;
use super::token::{self, SHEET, Token};
use crate::{Message, Picture, Question};

impl Front {
    pub(super) fn ask(&self, picture: &Picture, question: &Question, showing: Showing) -> Response {
        let Some(nonce) = token::random() else {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return self.notice(status, &picture.lang, "page-busy", None);
        };
        let lang = self.page_language(&picture.lang);
        let several = !picture.rest.is_empty();
        let write = |step: &str| {
            let (session, campaign) = (showing.session, &picture.campaign);
            Token::new(session, nonce, now(), campaign, step).write(&self.settings.key)
        };
        let step = if several { SHEET } else { question.step.as_str() };
        let token = showing.token.clone().unwrap_or_else(|| write(step));
        let asked = self.questions(&lang, picture, &showing);
        let errors = asked.iter().zip(1..);
        let errors: Vec<ErrorLink> = errors
            .filter_map(|(asked, number)| error_link(asked, several.then_some(number)))
            .collect();
        let title = match asked.first() {
            Some(first) if !several => first.question.clone(),
            _ => picture.title.clone(),
        };
        let wrong = !errors.is_empty() || showing.note.is_some();
        let title_key = if wrong { "page-error-title" } else { "page-title" };
        let mut frame = self.frame(&lang, title_key, &title);
        frame.languages = self.links_of(picture, &lang, showing.place);
        if let Some(invitation) = &showing.invitation {
            let links = frame.languages.iter_mut();
            links.for_each(|link| link.query = format!("i={invitation}&"));
        }
        if showing.place == Place::Campaign {
            frame.robots = "index";
        }
        // By text one question is asked at a time.
        let (token_of_one, languages) = (write(&question.step), &frame.languages);
        let how = text::Ask { step: &question.step, token: &token_of_one, languages };
        let twin = self.text_of(&lang, picture, &showing, &errors, &how);
        let body = QuestionPage {
            campaign: picture.campaign.clone(),
            query: query(several, showing.invitation.as_deref()),
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            heading: several.then(|| picture.title.clone()),
            said: Said::in_language(&picture.message.lang),
            steps: several.then(|| steps(picture)),
            upload: asked.iter().any(|asked| asked.fields.file),
            kept: kept(picture, &showing, &asked),
            asked,
            errors,
            note: showing.note,
            alarm: picture.alarm.clone(),
            optional: question.optional && !several,
            as_is: showing.as_is,
            token,
            come_back: showing.place == Place::PrivateLink,
            paper: showing.place == Place::Campaign,
        };
        let page = self.page(showing.status, showing.place.keep(), "question", &frame, &body);
        text::with(page, &twin)
    }

    fn questions(&self, lang: &str, picture: &Picture, showing: &Showing) -> Vec<Asked> {
        if picture.rest.is_empty() {
            let error = showing.error.clone().or_else(|| picture.error.clone());
            let given = showing.given.clone();
            let asked = self.asked(lang, &picture.message, &picture.title, given, error, None);
            return asked.into_iter().collect();
        }
        let messages = [&picture.message].into_iter().chain(&picture.rest);
        let asked = messages.zip(1..).filter_map(|(message, number)| {
            let step = message.question.as_ref()?.step.as_str();
            let given = showing.sheet.iter().find(|(own, _)| own == step);
            let error = showing.errors.iter().find(|(own, _)| own == step);
            let own = picture.error.as_ref().filter(|_| number == 1 && showing.errors.is_empty());
            let error = error.map(|(_, error)| error).or(own).cloned();
            let given = given.map(|(_, given)| given.clone()).unwrap_or_default();
            self.asked(lang, message, &picture.title, given, error, Some(number))
        });
        asked.collect()
    }

    /// `number` where the page has several questions.
    fn asked(
        &self,
        lang: &str,
        message: &Message,
        title: &str,
        given: Given,
        error: Option<String>,
        number: Option<usize>,
    ) -> Option<Asked> {
        let question = message.question.as_ref()?;
        let mut intro = paragraphs(&message.text);
        // The question is the last paragraph; what is said before it comes before it.
        let words = intro.pop().unwrap_or_else(|| title.to_owned());
        let names = number.map(|number| Names::of(number, &question.step)).unwrap_or_default();
        let id = names.id.clone();
        let hint = self.hint(lang, question);
        let described = [(hint.is_some(), "hint"), (error.is_some(), "wrong")];
        let described = described.iter().filter(|(there, _)| *there);
        let described: Vec<String> = described.map(|(_, name)| format!("{id}{name}")).collect();
        Some(Asked {
            question: number.map_or(words.clone(), |number| format!("{number}. {words}")),
            intro,
            fields: fields(question, given, names),
            described_by: described.join(" "),
            hint,
            error,
            id,
        })
    }

    pub(super) fn hint(&self, lang: &str, question: &Question) -> Option<String> {
        let text = |number: Option<usize>| number.map(|n| n.to_string()).unwrap_or_default();
        let (least, most) = (text(question.least), text(question.most));
        let say = |key: &str, args: &[(&str, &str)]| Some(self.say(lang, key, args));
        let how = match question.ask.as_str() {
            "choices" if least == most => say("page-choices-exactly", &[("max", &most)]),
            "choices" => say("page-choices", &[("min", &least), ("max", &most)]),
            "ranking" => say("page-ranking", &[("max", &most)]),
            "points" => say("page-points", &[("total", &total(question))]),
            "number" => say("page-number", &[]),
            "date" => say("page-write-date", &[]),
            "place" => say("page-place", &[]),
            "file" => {
                let max = self.settings.files.megabytes().to_string();
                say("page-file", &[("max", &max)])
            }
            "text" => question.max_chars.and_then(|most| {
                say("page-up-to", &[("max", &most.min(MOST_LETTERS).to_string())])
            }),
            _ => None,
        };
        let skip = question.optional.then(|| self.say(lang, "page-may-skip", &[]));
        let parts: Vec<String> = how.into_iter().chain(skip).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// What is wrong with an answer that a page can tell.
    pub(super) fn error(&self, lang: &str, question: &Question, key: &str) -> String {
        self.say(&self.page_language(lang), key, &[("total", &total(question))])
    }

    /// What is wrong with an answer that is empty.
    pub(super) fn empty_error(&self, lang: &str, question: &Question) -> String {
        let key = match (question.ask.as_str(), question.options.is_empty(), question.optional) {
            ("choices", ..) => "page-no-choices",
            ("ranking", ..) => "page-no-ranking",
            ("points", ..) => "page-no-points",
            ("file", ..) => "page-no-file",
            (_, false, false) => "page-choose",
            (_, false, true) => "page-choose-or-skip",
            (_, true, false) => "page-write",
            (_, true, true) => "page-write-or-skip",
        };
        self.error(lang, question, key)
    }
}

/// Of the address a page is sent to: that it has several questions, and the invitation it was asked for with.
pub(super) fn query(several: bool, invitation: Option<&str>) -> String {
    match (several, invitation) {
        (false, None) => String::new(),
        (true, None) => "?all".to_owned(),
        (false, Some(invitation)) => format!("?i={invitation}"),
        (true, Some(invitation)) => format!("?all&i={invitation}"),
    }
}

/// Of several questions it names its own by number: "5. Choose one answer".
fn error_link(asked: &Asked, number: Option<usize>) -> Option<ErrorLink> {
    let error = asked.error.clone()?;
    let error = number.map_or(error.clone(), |number| format!("{number}. {error}"));
    Some(ErrorLink { field: asked.fields.first.clone(), error })
}

/// The steps of a page of several questions.
fn steps(picture: &Picture) -> String {
    let questions = questions(picture).map(|question| question.step.as_str());
    questions.collect::<Vec<_>>().join(" ")
}

/// The questions of a page.
pub(super) fn questions(picture: &Picture) -> impl Iterator<Item = &Question> {
    let messages = [&picture.message].into_iter().chain(&picture.rest);
    messages.filter_map(|message| message.question.as_ref())
}

/// What was sent and has no field on this page, so that nobody has to write it again.
fn kept(picture: &Picture, showing: &Showing, asked: &[Asked]) -> Option<String> {
    let several = !picture.rest.is_empty();
    let here = |step: &str| several && questions(picture).any(|question| question.step == step);
    let beside = showing.sheet.iter().filter(|(step, given)| !here(step) && !given.is_empty());
    let words = beside.map(|(_, given)| given.answer());
    let single = Some(&showing.given).filter(|given| several && !given.is_empty());
    let kept: Vec<String> = words
        .chain(single.map(Given::answer))
        .chain(asked.iter().filter_map(|asked| asked.fields.kept.clone()))
        .collect();
    (!kept.is_empty()).then(|| kept.join("\n"))
}

fn total(question: &Question) -> String {
    question.total.map(|total| total.to_string()).unwrap_or_default()
}
