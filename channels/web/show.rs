//! A picture of a conversation becomes a page: which template, which sentences, which headers.

use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;

use super::Front;
use super::form::language_of_query;
use super::headers::{self, Keep};
use super::pages::{
    Frame, LanguageLink, Notice, OptionField, QuestionPage, Said, SaidPage, direction,
};
use super::token::{self, Token};
use crate::{Picture, Question};

/// Longest answer the fields take, in the letters browsers count: percent-encoded at nine bytes each, it
/// still fits in a body of 16 KiB beside the token, so nobody's words are turned away for their length.
const MOST_LETTERS: usize = 1700;

/// The reader, as far as a page must know.
pub(super) struct Reader {
    /// Chosen on the page by `?lang=`.
    pub(super) chosen: Option<String>,
    /// Asked for by the browser.
    wanted: Option<String>,
}

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
    /// Who reads, by query and headers.
    pub(super) fn reader(&self, headers: &HeaderMap, uri: &Uri) -> Reader {
        let known = self.known_languages();
        let chosen = language_of_query(uri.query());
        Reader {
            chosen: chosen.and_then(|tag| headers::same_language(&tag, &known)),
            wanted: headers::wanted_language(headers, &known),
        }
    }

    /// The language of a page that belongs to no campaign.
    pub(super) fn language_for(&self, reader: &Reader) -> String {
        reader.any().unwrap_or(&self.settings.lang).to_owned()
    }

    pub(super) fn known_languages(&self) -> Vec<String> {
        self.desk.languages().into_iter().map(|(tag, ..)| tag).collect()
    }

    pub(super) fn say(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> String {
        self.desk.sentence(lang, key, args)
    }

    /// The frame of a page, with links to every language there is.
    pub(super) fn frame(&self, lang: &str, title_key: &str, title: &str) -> Frame {
        let lang = self.page_language(lang);
        let title = self.say(&lang, title_key, &[("title", title)]);
        let languages = self.language_links(&lang, None);
        Frame { dir: direction(&lang), title, robots: "noindex", languages, home_link: true, lang }
    }

    /// The language of the gateway's own sentences beside words in `lang`.
    fn page_language(&self, lang: &str) -> String {
        let known = self.known_languages();
        headers::same_language(lang, &known).unwrap_or_else(|| self.settings.lang.clone())
    }

    fn language_links(&self, here: &str, offered: Option<&[String]>) -> Vec<LanguageLink> {
        let links: Vec<LanguageLink> = self
            .desk
            .languages()
            .into_iter()
            .filter(|(tag, ..)| offered.is_none_or(|offered| offered.contains(tag)))
            .map(|(tag, name, rtl)| LanguageLink {
                here: tag == here,
                dir: if rtl { "rtl" } else { "ltr" },
                tag,
                name,
            })
            .collect();
        if links.len() > 1 { links } else { Vec::new() }
    }

    fn links_of(&self, picture: &Picture, here: &str, place: Place) -> Vec<LanguageLink> {
        match place {
            Place::SentForm => Vec::new(),
            _ => self.language_links(here, Some(&picture.languages)),
        }
    }

    /// The page, dressed.
    pub(super) fn page<P: Serialize>(
        &self,
        status: StatusCode,
        keep: Keep,
        template: &'static str,
        frame: &Frame,
        body: &P,
    ) -> Response {
        let mut response = match self.pages.render(template, self.desk.as_ref(), frame, body) {
            Some(html) => (status, Html(html)).into_response(),
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        headers::dress(&mut response, &self.pages.policy, keep);
        response
    }

    /// Something is in the way, and this is what to do: sentences `{key}-title` and `{key}`.
    pub(super) fn notice(
        &self,
        status: StatusCode,
        lang: &str,
        key: &str,
        link: Option<String>,
    ) -> Response {
        let lang = self.page_language(lang);
        let heading = self.say(&lang, &format!("{key}-title"), &[]);
        let frame = self.frame(&lang, "page-error-title", &heading);
        let body = Notice { heading, text: self.say(&lang, key, &[]), link, retry: None };
        self.page(status, Keep::Never, "notice", &frame, &body)
    }

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
        let body = QuestionPage {
            campaign: picture.campaign.clone(),
            asked_by: self.say(&lang, "page-asked-by", &[("entity", &picture.entity)]),
            said: Said::in_language(&picture.message.lang),
            intro,
            question: asked,
            first_field: if options.is_empty() { "value" } else { "o1" },
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
        let heading = match &picture.receipt {
            Some(_) => self.say(&lang, "page-thanks", &[]),
            None => picture.title.clone(),
        };
        let mut frame = self.frame(&lang, "page-title", &heading);
        frame.languages = self.links_of(picture, &lang, showing.place);
        // A closed campaign's question is not shown: nobody can answer it.
        let asked = picture.message.question.is_some();
        let session = token::name_session(&showing.session);
        let body = SaidPage {
            heading,
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

impl Reader {
    /// The language chosen, or else wanted.
    pub(super) fn any(&self) -> Option<&str> {
        self.chosen.as_deref().or(self.wanted.as_deref())
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
