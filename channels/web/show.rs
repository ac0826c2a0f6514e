//! A picture of a conversation becomes a page: questions ([`super::question`]), or what was said last.

use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;

use super::Front;
use super::given::Given;
use super::headers::Keep;
use super::pages::{LanguageLink, Rights, Said, SaidPage};
use super::text;
use super::token::{self, Token};
use crate::Picture;

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
    /// The same for each question of a page of several.
    pub(super) sheet: Vec<(String, Given)>,
    /// What was wrong there, by step.
    pub(super) errors: Vec<(String, String)>,
    /// What is wrong could also be sent as it is.
    pub(super) as_is: bool,
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
            sheet: Vec::new(),
            errors: Vec::new(),
            as_is: false,
            token: None,
            invitation: None,
        }
    }
}

impl Showing {
    /// Every word that was given, where there is no field for it.
    fn all_given(&self) -> Option<String> {
        let sheet = self.sheet.iter().map(|(_, given)| given);
        let given: Vec<String> = sheet
            .chain([&self.given])
            .filter(|given| !given.is_empty())
            .map(Given::answer)
            .collect();
        (!given.is_empty()).then(|| given.join("\n"))
    }
}

impl Place {
    pub(super) fn keep(self) -> Keep {
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

    pub(super) fn links_of(
        &self,
        picture: &Picture,
        here: &str,
        place: Place,
    ) -> Vec<LanguageLink> {
        match place {
            Place::SentForm => Vec::new(),
            _ => self.language_links(here, Some(&picture.languages)),
        }
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
        let spoken = picture.spoken.as_deref();
        let body = SaidPage {
            heading,
            heading_in,
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            said: Said::in_language(&picture.message.lang),
            paragraphs: if silent { Vec::new() } else { paragraphs(&picture.message.text) },
            closed: !picture.open && picture.receipt.is_none() && !picture.withdrawn,
            note: showing.note.clone(),
            alarm: picture.alarm.clone(),
            kept: showing.all_given(),
            receipt: picture.receipt.clone(),
            spoken: spoken
                .map(|spoken| self.say(&lang, "page-spoken-receipt", &[("spoken", spoken)])),
            private_link: self.private_link(&picture.campaign, &showing.session),
            rights: self.rights(picture, showing),
        };
        let own = |key: &str| self.say(&lang, key, &[]);
        let labels = text::Labels {
            receipt: own("page-receipt-is"),
            private_link: own("page-private-title"),
            closed: own("page-closed"),
        };
        let twin = text::said(&body, labels, &picture.text, silent);
        text::with(self.page(showing.status, showing.place.keep(), "said", &frame, &body), &twin)
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

/// Seconds since 1970.
pub(super) fn now() -> u64 {
    u64::try_from(Timestamp::now().as_second()).unwrap_or(0)
}

pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
