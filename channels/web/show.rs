//! A picture of a conversation becomes a page: a question with its fields, or what was said last.

use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;

use super::Front;
use super::fields::{MOST_LETTERS, fields};
use super::given::Given;
use super::headers::Keep;
use super::pages::{LanguageLink, QuestionPage, Rights, Said, SaidPage};
use super::token::{self, Token};
use crate::{Picture, Question};

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
    /// What was put into the fields, to be kept.
    pub(super) given: Given,
    /// A token to use again; a new one is made otherwise.
    pub(super) token: Option<String>,
    /// The invitation with which the page was asked for.
    pub(super) invitation: Option<String>,
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
            given: Given::default(),
            token: None,
            invitation: None,
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
            _ => self.tell(picture, &showing),
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
        let fields = fields(question, showing.given);
        let title_key = if error.is_some() || showing.note.is_some() {
            "page-error-title"
        } else {
            "page-title"
        };
        let mut frame = self.frame(&lang, title_key, &asked);
        frame.languages = self.links_of(picture, &lang, showing.place);
        for link in &mut frame.languages {
            link.invitation.clone_from(&showing.invitation);
        }
        if showing.place == Place::Campaign {
            frame.robots = "index";
        }
        let body = QuestionPage {
            campaign: picture.campaign.clone(),
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            said: Said::in_language(&picture.message.lang),
            intro,
            question: asked,
            kept: fields.kept.clone(),
            fields,
            hint,
            error,
            note: showing.note,
            described_by: described.join(" "),
            optional: question.optional,
            token,
            invitation: showing.invitation,
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
            // Uploads are not taken by this form yet; words are.
            "file" => say("hint-no-file", &[]),
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
    pub(super) fn error(&self, picture: &Picture, key: &str) -> Option<String> {
        let question = picture.message.question.as_ref()?;
        let lang = self.page_language(&picture.lang);
        Some(self.say(&lang, key, &[("total", &total(question))]))
    }

    /// What is wrong with an answer that is empty.
    pub(super) fn empty_error(&self, picture: &Picture) -> Option<String> {
        let question = picture.message.question.as_ref()?;
        let key = match (question.ask.as_str(), question.options.is_empty(), question.optional) {
            ("choices", ..) => "page-no-choices",
            ("ranking", ..) => "page-no-ranking",
            ("points", ..) => "page-no-points",
            (_, false, false) => "page-choose",
            (_, false, true) => "page-choose-or-skip",
            (_, true, false) => "page-write",
            (_, true, true) => "page-write-or-skip",
        };
        self.error(picture, key)
    }

    fn tell(&self, picture: &Picture, showing: &Showing) -> Response {
        let lang = self.page_language(&picture.lang);
        let own = |key: &str| (self.say(&lang, key, &[]), Said::in_language(&lang));
        let (heading, heading_in) = match &picture.receipt {
            _ if picture.withdrawn => own("page-withdrawn"),
            Some(_) => own("page-thanks"),
            None => (picture.title.clone(), Said::in_language(&picture.lang)),
        };
        let mut frame = self.frame(&lang, "page-title", &heading);
        frame.languages = self.links_of(picture, &lang, showing.place);
        // A closed campaign's question is not shown: nobody can answer it.
        let silent = picture.message.question.is_some() || picture.withdrawn;
        let session = token::name_session(&showing.session);
        let spoken = picture.spoken.as_deref();
        let body = SaidPage {
            heading,
            heading_in,
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            said: Said::in_language(&picture.message.lang),
            paragraphs: if silent { Vec::new() } else { paragraphs(&picture.message.text) },
            closed: !picture.open && picture.receipt.is_none() && !picture.withdrawn,
            kept: (!showing.given.is_empty()).then(|| showing.given.answer()),
            receipt: picture.receipt.clone(),
            spoken: spoken
                .map(|spoken| self.say(&lang, "page-spoken-receipt", &[("spoken", spoken)])),
            private_link: format!("{}/c/{}/{session}", self.settings.public_url, picture.campaign),
            rights: self.rights(picture, showing),
        };
        self.page(showing.status, showing.place.keep(), "said", &frame, &body)
    }

    /// Change, take back, erase: for whoever has the private link of an answer that was given.
    fn rights(&self, picture: &Picture, showing: &Showing) -> Option<Rights> {
        let given = picture.receipt.is_some() || picture.withdrawn;
        let nonce = token::random().filter(|_| given && showing.place == Place::PrivateLink)?;
        let token = Token::new(showing.session, nonce, now(), &picture.campaign, "");
        Some(Rights {
            campaign: picture.campaign.clone(),
            token: token.write(&self.settings.key),
            change: picture.open && !picture.withdrawn,
            withdraw: !picture.withdrawn,
        })
    }
}

fn total(question: &Question) -> String {
    question.total.map(|total| total.to_string()).unwrap_or_default()
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
