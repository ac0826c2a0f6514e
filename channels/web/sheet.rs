//! A sent page of several questions: looked over as a whole, then handed in as one message.
//!
//! As long as something is wrong nothing is handed in, and the page comes again with every answer in its field: so
//! what was right is kept, and a kill in between leaves nothing half done. What a page cannot make right can be sent as
//! it is; a person reads it then.

use axum::http::StatusCode;
use axum::response::Response;

use super::Front;
use super::answer::Answer;
use super::form::Form;
use super::question::questions;
use super::routes::Site;
use super::show::{Place, Showing};
use crate::{Address, Content, Filled, Picture, Question, Refused};

/// What is wrong with a page.
#[derive(Default)]
struct Wrong {
    /// By step; a sentence each.
    errors: Vec<(String, String)>,
    /// A question that must be answered is not.
    missing: bool,
}

impl Site {
    pub(super) async fn take_sheet(&self, answer: Answer) -> Response {
        let front = &self.front;
        let Answer { token, form, lang, .. } = &answer;
        let Ok(who) = Address::web(&token.session_name()) else {
            return front.no_campaign(lang);
        };
        let found = front.picture_for(&token.campaign, Some(token.session), lang).await;
        let Some(picture) = found else { return front.no_campaign(lang) };
        let answers = answers(form);
        let mut wrong = front.slips(form, &picture);
        if !form.as_is {
            match front.desk.look_over(&who, &token.campaign, lang, &answers).await {
                Ok(found) => wrong.add(found),
                Err(Refused::Unavailable(_)) => return front.ask_to_wait(answer).await,
                Err(Refused::Nonsense(_)) => return front.no_campaign(lang),
            }
        }
        if picture.open && !wrong.errors.is_empty() {
            let plain = Showing::plain(token.session, Place::SentForm);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let (errors, as_is) = (wrong.errors, !wrong.missing);
            let sheet = form.sheet.clone();
            return front.show(&picture, Showing { status, errors, as_is, sheet, ..plain });
        }
        let (campaign, as_is) = (token.campaign.clone(), form.as_is);
        self.hand_in(answer, Content::Sheet { campaign, answers, as_is }).await
    }
}

impl Wrong {
    /// Faults of questions that have none yet.
    fn add(&mut self, found: Vec<(String, String)>) {
        for (step, error) in found {
            if !self.errors.iter().any(|(own, _)| *own == step) {
                self.errors.push((step, error));
            }
        }
    }
}

impl Front {
    /// What the page itself can tell: a question without an answer, boxes or numbers that make none.
    fn slips(&self, form: &Form, picture: &Picture) -> Wrong {
        let mut wrong = Wrong::default();
        for question in asked_here(form, picture) {
            let given = form.of_step(&question.step);
            if given.is_empty() {
                if !question.optional {
                    wrong.missing = true;
                    let error = self.empty_error(&picture.lang, question);
                    wrong.errors.push((question.step.clone(), error));
                }
            } else if let Some(key) = given.wrong(question).filter(|_| !form.as_is) {
                let error = self.error(&picture.lang, question, key);
                wrong.errors.push((question.step.clone(), error));
            }
        }
        wrong
    }
}

/// The questions of the present page that the sent one asked, too. After going back, or a double tap, there is none:
/// what was sent then changes earlier answers, or was here before.
fn asked_here<'a>(form: &'a Form, picture: &'a Picture) -> impl Iterator<Item = &'a Question> {
    questions(picture).filter(|question| form.asked.contains(&question.step))
}

/// What was given to each question that was asked, in their order.
fn answers(form: &Form) -> Vec<Filled> {
    let filled = |step: &String| Filled { step: step.clone(), value: form.of_step(step).answer() };
    let mut answers: Vec<Filled> = form.asked.iter().map(filled).collect();
    // Steps that the page does not say it asked; the intake knows which of them it takes.
    let beside = form.sheet.iter().filter(|(step, _)| !form.asked.contains(step));
    answers
        .extend(beside.map(|(step, given)| Filled { step: step.clone(), value: given.answer() }));
    answers
}
