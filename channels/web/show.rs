//! A picture of a conversation becomes a page: a question with its fields, or what was said last.

use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;

use super::Front;
use super::headers::Keep;
use super::pages::{LanguageLink, OptionField, QuestionPage, Said, SaidPage};
use super::token::{self, Token};
use crate::{Picture, Question};

/// Longest answer the fields take, in the letters browsers count: percent-encoded at nine bytes each, it
/// still fits in a body of 16 KiB beside the token, so nobody's words are turned away for their length.
const MOST_LETTERS: usize = 1700;

/// Which address a page stands under; what may be linked and kept follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The campaign's own address: anybody's first page.
    Campaign,
    /// The private link: the resident may keep it and come back.
    PrivateLink,
    /// The answer to a form that was sent. Asking for this address again would begin anew and lose what was
    /// typed, so the page has no links to itself.
    SentForm,
}

/// How a picture is to be shown.
pub(super) struct Showing {
    pub(super) status: StatusCode,
    pub(super) place: Place,
    /// Whose form it is.
    pub(super) session: [u8; 16],
    /// What happened to the page as a whole.
    pub(super) note: Option<String>,
    /// What was wrong with the field, in place of the picture's own.
    pub(super) error: Option<String>,
    /// What was typed, to be kept.
    pub(super) typed: String,
    /// A token to use again; a new one is made otherwise.
    pub(super) token: Option<String>,
}

impl Showing {
    /// A question that was asked for.
    pub(super) fn plain(session: [u8; 16], place: Place) -> Self {
        Self {
            status: StatusCode::OK,
            place,
            session,
            note: None,
            error: None,
            typed: String::new(),
            token: None,
        }
    }
}

impl Place {
    fn keep(self) -> Keep {
        match self {
            Self::Campaign => Keep::ForGoingBack,
            Self::PrivateLink | Self::SentForm => Keep::Never,
        }
    }
}

impl Front {
    /// Where the conversation stands: a question, or what was said last.
    pub(super) fn show(&self, picture: &Picture, showing: Showing) -> Response {
        match &picture.message.question {
            Some(question) if picture.open => self.ask(picture, question, showing),
            _ => self.tell(picture, showing),
        }
    }

    fn ask(&self, picture: &Picture, question: &Question, showing: Showing) -> Response {
        let Some(nonce) = token::random() else {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return self.notice(status, &picture.lang, "page-busy", None);
        };
        let lang = self.page_language(&picture.lang);
        let fresh = || {
            let (session, campaign) = (showing.session, &picture.campaign);
            Token::new(session, nonce, now(), campaign, &question.step).write(&self.settings.key)
        };
        let token = showing.token.clone().unwrap_or_else(fresh);
        let (intro, asked) = split_question(picture);
        let error = showing.error.or_else(|| picture.error.clone());
        let hint = self.hint(&lang, question);
        let described = [(hint.is_some(), "hint"), (error.is_some(), "wrong")];
        let described: Vec<&str> =
            described.iter().filter(|(there, _)| *there).map(|(_, id)| *id).collect();
        let options = option_fields(question, &showing.typed);
        let area = !matches!(question.ask.as_str(), "number" | "place");
        let fits = if options.is_empty() {
            area || !showing.typed.contains('\n')
        } else {
            showing.typed.is_empty() || options.iter().any(|option| option.chosen)
        };
        let title_key = if error.is_some() || showing.note.is_some() {
            "page-error-title"
        } else {
            "page-title"
        };
        let mut frame = self.frame(&lang, title_key, &asked);
        frame.languages = self.links_of(picture, &lang, showing.place);
        if showing.place == Place::Campaign {
            frame.robots = "index";
        }
        let body = QuestionPage {
            campaign: picture.campaign.clone(),
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            said: Said::in_language(&picture.message.lang),
            intro,
            question: asked,
            first_field: if options.is_empty() { "value" } else { "o1" },
            unchosen: !options.iter().any(|option| option.chosen),
            options,
            numbered: question.listed,
            area,
            numeric: question.ask == "number",
            most: MOST_LETTERS,
            kept: (!fits).then(|| showing.typed.clone()),
            typed: if fits { showing.typed } else { String::new() },
            hint,
            error,
            note: showing.note,
            described_by: described.join(" "),
            optional: question.optional,
            token,
            come_back: showing.place == Place::PrivateLink,
        };
        self.page(showing.status, showing.place.keep(), "question", &frame, &body)
    }

    fn links_of(&self, picture: &Picture, here: &str, place: Place) -> Vec<LanguageLink> {
        match place {
            Place::SentForm => Vec::new(),
            _ => self.language_links(here, Some(&picture.languages)),
        }
    }

    fn hint(&self, lang: &str, question: &Question) -> Option<String> {
        let mut parts = Vec::new();
        match (question.ask.as_str(), question.max_chars) {
            ("number", _) => parts.push(self.say(lang, "page-number", &[])),
            ("place", _) => parts.push(self.say(lang, "page-place", &[])),
            ("text", Some(most)) => {
                let most = most.min(MOST_LETTERS).to_string();
                parts.push(self.say(lang, "page-up-to", &[("max", &most)]));
            }
            _ => {}
        }
        if question.optional {
            parts.push(self.say(lang, "page-may-skip", &[]));
        }
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// What is wrong with an answer that is empty.
    pub(super) fn empty_error(&self, picture: &Picture) -> Option<String> {
        let question = picture.message.question.as_ref()?;
        let key = match (question.options.is_empty(), question.optional) {
            (false, false) => "page-choose",
            (false, true) => "page-choose-or-skip",
            (true, false) => "page-write",
            (true, true) => "page-write-or-skip",
        };
        Some(self.say(&self.page_language(&picture.lang), key, &[]))
    }

    fn tell(&self, picture: &Picture, showing: Showing) -> Response {
        let lang = self.page_language(&picture.lang);
        let (heading, heading_in) = match &picture.receipt {
            Some(_) => (self.say(&lang, "page-thanks", &[]), Said::in_language(&lang)),
            None => (picture.title.clone(), Said::in_language(&picture.lang)),
        };
        let mut frame = self.frame(&lang, "page-title", &heading);
        frame.languages = self.links_of(picture, &lang, showing.place);
        // A closed campaign's question is not shown: nobody can answer it.
        let asked = picture.message.question.is_some();
        let session = token::name_session(&showing.session);
        let body = SaidPage {
            heading,
            heading_in,
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            said: Said::in_language(&picture.message.lang),
            paragraphs: if asked { Vec::new() } else { paragraphs(&picture.message.text) },
            closed: !picture.open && picture.receipt.is_none(),
            kept: Some(showing.typed).filter(|typed| !typed.is_empty()),
            receipt: picture.receipt.clone(),
            private_link: format!("{}/c/{}/{session}", self.settings.public_url, picture.campaign),
        };
        self.page(showing.status, showing.place.keep(), "said", &frame, &body)
    }
}

/// Seconds since 1970.
pub(super) fn now() -> u64 {
    u64::try_from(Timestamp::now().as_second()).unwrap_or(0)
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What is said before the question, and the question: the last paragraph.
fn split_question(picture: &Picture) -> (Vec<String>, String) {
    let mut intro = paragraphs(&picture.message.text);
    let asked = intro.pop().unwrap_or_else(|| picture.title.clone());
    (intro, asked)
}

fn option_fields(question: &Question, typed: &str) -> Vec<OptionField> {
    let fields = question.options.iter().enumerate().map(|(at, (code, text))| OptionField {
        id: format!("o{}", at + 1),
        code: code.clone(),
        text: if text.is_empty() { code.clone() } else { text.clone() },
        chosen: !typed.is_empty() && code == typed,
    });
    fields.collect()
}
