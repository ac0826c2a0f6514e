//! A sent form: checked, handed in, answered. Whatever goes wrong, what was typed is shown again.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Front;
use super::form::{Form, value_of_query};
use super::given::Given;
use super::headers::{self, Keep};
use super::pages::{Notice, Retry};
use super::question::{query, questions};
use super::routes::{self, Segment, Site};
use super::show::{Place, Showing, now};
use super::text;
use super::token::{self, SHEET, Token, TokenFault};
use super::upload::{self, Trouble, Upload};
use crate::{Address, Content, Files, Inbound, Picture, Refused, Unfit, Wish};

/// Longest body of a form of one question, in bytes.
const MOST_BODY: usize = 16 * 1024;
/// The same of a page of several questions.
const MOST_SHEET: usize = 256 * 1024;
/// A page that says it was written later than now by more than this is not believed, in seconds.
const CLOCK_SLACK: u64 = 24 * 3600;

/// An answer whose token is ours.
pub(super) struct Answer {
    pub(super) token: Token,
    pub(super) form: Form,
    pub(super) lang: String,
    /// The page that follows is wanted as text, and at once.
    pub(super) text: bool,
    /// The invitation with which the page was asked for.
    pub(super) invitation: Option<String>,
}

/// `POST /c/{campaign}`
pub(super) async fn answer(
    State(site): State<Arc<Site>>,
    campaign: Segment,
    headers: HeaderMap,
    uri: Uri,
    body: Body,
) -> Response {
    let front = &site.front;
    let reader = front.reader(&headers, &uri);
    let lang = front.language_for(&reader);
    let Ok(Path(campaign)) = campaign else { return front.no_campaign(&lang) };
    let again = Some(format!("/c/{}?lang={lang}", segment(&campaign)));
    let trouble = |trouble: Trouble| {
        let (status, key) = match trouble {
            Trouble::TooLong => (StatusCode::PAYLOAD_TOO_LARGE, "page-too-long"),
            Trouble::Garbled => (StatusCode::BAD_REQUEST, "page-garbled"),
            Trouble::TooSlow => (StatusCode::REQUEST_TIMEOUT, "page-garbled"),
            Trouble::Busy => (StatusCode::SERVICE_UNAVAILABLE, "page-busy"),
        };
        front.notice(status, &lang, key, again.clone())
    };
    let several = value_of_query(uri.query(), "all").is_some();
    let most = if several { MOST_SHEET } else { MOST_BODY };
    // Whatever memory its files hold is let go of when the answer is made.
    let read = if upload::is_upload(&headers) {
        let settings = &front.settings;
        upload::read(&headers, body, settings.files, &settings.key, &front.room).await
    } else {
        match axum::body::to_bytes(body, most).await {
            Ok(body) => Form::read(&headers, &body).map(Upload::of).map_err(|_| Trouble::Garbled),
            Err(_) => Err(Trouble::TooLong),
        }
    };
    let mut upload = match read {
        Ok(upload) => upload,
        Err(what) => return trouble(what),
    };
    let form = std::mem::take(&mut upload.form);
    // The language the page was shown in: a campaign may offer one that has no sentences of ours yet.
    let lang = form.lang.clone().filter(|tag| looks_like_a_tag(tag)).unwrap_or(lang);
    if headers::comes_from_elsewhere(&headers, &front.settings.public_url) {
        // The words are not shown again: the resident has not written them here, or anywhere.
        let what = ("page-elsewhere", StatusCode::FORBIDDEN);
        return front.ask_again(&campaign, None, &lang, what, Form::default()).await;
    }
    let (session, what) = match Token::read(&form.token, &front.settings.key) {
        Err(TokenFault::Garbled) => (None, ("page-unknown-form", StatusCode::BAD_REQUEST)),
        Err(TokenFault::Forged) => (None, ("page-unknown-form", StatusCode::FORBIDDEN)),
        Ok(token) if token.campaign != campaign => {
            (None, ("page-unknown-form", StatusCode::FORBIDDEN))
        }
        // No words are lost with an old button: the page comes again, and with it a fresh one.
        Ok(token) if front.is_stale(&token) && form.wish.is_some() => {
            return front.send_on(&token, &lang, "");
        }
        Ok(token) if front.is_stale(&token) => {
            (Some(token.session), ("page-stale", StatusCode::FORBIDDEN))
        }
        Ok(token) => {
            let (text, invitation) = (text::wants_text(&headers), routes::invitation_of(&uri));
            return site.take(Answer { token, form, lang, text, invitation }).await;
        }
    };
    front.ask_again(&campaign, session, &lang, what, form).await
}

impl Site {
    /// Hands in an answer and sends the browser on to the page that shows what became of it.
    async fn take(&self, answer: Answer) -> Response {
        let front = &self.front;
        if let Some(invitation) = &answer.invitation
            && let Err(Refused::Unavailable(_)) = self.take_invitation(&answer, invitation).await
        {
            return front.ask_to_wait(answer).await;
        }
        if answer.token.step == SHEET && answer.form.wish.is_none() {
            return self.take_sheet(answer).await;
        }
        let Answer { token, form, lang, .. } = &answer;
        if form.wish.is_none() && !form.skip {
            // The good ones are the answer; the page that follows names the others.
            if form.files.files.is_empty()
                && let Some(unfit) = form.files.unfit.first().copied()
            {
                return front.ask_for_other_files(token, form, lang, unfit).await;
            }
            if form.given.is_empty() && form.files.files.is_empty() {
                return front.ask_for_words(token, lang).await;
            }
            if let Some(page) = front.ask_for_sense(token, &form.given, lang).await {
                return page;
            }
        }
        let content = content(token, form);
        self.hand_in(answer, content).await
    }

    /// To the intake, and on to the page that shows what became of it.
    pub(super) async fn hand_in(&self, answer: Answer, content: Content) -> Response {
        let front = &self.front;
        let Answer { token, form, lang, text, .. } = &answer;
        let Ok(from) = Address::web(&token.session_name()) else {
            return front.no_campaign(lang);
        };
        let inbound = front.inbound(from, lang, duplicate_id(token, &content), content);
        match self.intake.receive(inbound).await {
            // A duplicate goes the same way: a double tap is harmless.
            Ok(_) if form.wish == Some(Wish::Erase) => front.erased(lang),
            Ok(_) if form.wish == Some(Wish::GoOn) && *text => front.show_code(token, lang).await,
            Ok(_) if form.wish == Some(Wish::GoOn) => front.send_on(token, lang, "?go-on"),
            Ok(_) if *text => front.show_on(token, lang, unfit_of(form)).await,
            Ok(_) => front.send_on(token, lang, &upload::query_of(unfit_of(form))),
            Err(Refused::Unavailable(_)) if form.wish.is_some() => {
                let again = format!("/c/{}/{}", segment(&token.campaign), token.session_name());
                front.notice(StatusCode::SERVICE_UNAVAILABLE, lang, "page-busy", Some(again))
            }
            Err(Refused::Unavailable(_)) => front.ask_to_wait(answer).await,
            Err(Refused::Nonsense(_)) => {
                let what = ("page-unknown-form", StatusCode::BAD_REQUEST);
                let session = Some(token.session);
                front.ask_again(&token.campaign, session, lang, what, form.clone()).await
            }
        }
    }
}

impl Site {
    /// The conversation begins by invitation, whatever becomes of the answer; pages after the first need not name it.
    async fn take_invitation(&self, answer: &Answer, invitation: &str) -> Result<(), Refused> {
        let Ok(from) = Address::web(&answer.token.session_name()) else { return Ok(()) };
        let link = Content::Link(invitation.to_owned());
        let inbound = self.front.inbound(from, &answer.lang, "invitation".to_owned(), link);
        self.intake.receive(inbound).await.map(|_| ())
    }
}

impl Front {
    fn inbound(&self, from: Address, lang: &str, id: String, content: Content) -> Inbound {
        Inbound {
            channel: self.settings.id.clone(),
            kind: super::KIND.name,
            provider: None,
            from,
            to: None,
            provider_id: id,
            content,
            received_at: Timestamp::now(),
            lang: Some(lang.to_owned()),
            sender: crate::Proof::Proven,
            answers: None,
        }
    }

    fn is_stale(&self, token: &Token) -> bool {
        let (now, longest) = (now(), u64::from(self.settings.page_days) * 24 * 3600);
        now.saturating_sub(token.issued) > longest || token.issued > now + CLOCK_SLACK
    }

    fn send_on(&self, token: &Token, lang: &str, query: &str) -> Response {
        let to = format!("/c/{}/{}{query}", segment(&token.campaign), token.session_name());
        let Ok(to) = HeaderValue::from_str(&to) else { return self.no_campaign(lang) };
        let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
        headers::dress(&mut response, &self.pages.policy, Keep::Never);
        response
    }

    /// What follows an answer, at once: a redirect would cost a small client a round trip.
    async fn show_on(&self, token: &Token, lang: &str, unfit: &[Unfit]) -> Response {
        let session = Some(token.session);
        match self.picture_for(&token.campaign, session, lang).await {
            Some(picture) => {
                let note = self.untaken(&picture.lang, unfit);
                let plain = Showing::plain(token.session, Place::PrivateLink);
                self.show(&picture, Showing { note, ..plain })
            }
            None => self.send_on(token, lang, &upload::query_of(unfit)),
        }
    }

    /// The code that was asked for, at once.
    async fn show_code(&self, token: &Token, lang: &str) -> Response {
        let found = self.picture_for(&token.campaign, Some(token.session), lang).await;
        let who = Address::web(&token.session_name()).ok();
        let (Some(picture), Some(who)) = (found, who) else { return self.no_campaign(lang) };
        match self.go_on(&who, token.session, &picture).await {
            Ok(page) => page,
            Err(_) => self.notice(StatusCode::SERVICE_UNAVAILABLE, lang, "page-busy", None),
        }
    }

    /// The picture for whoever sent a page: where they stand, or the first page.
    pub(super) async fn picture_for(
        &self,
        campaign: &str,
        session: Option<[u8; 16]>,
        lang: &str,
    ) -> Option<Picture> {
        let session = session.or_else(token::random)?;
        let who = Address::web(&token::name_session(&session)).ok()?;
        if let Ok(Some(picture)) = self.desk.standing(&who, campaign, Some(lang)).await {
            return Some(picture);
        }
        self.desk.first(&who, campaign, Some(lang)).await
    }

    /// The page as sent could not be taken: the question again, with the words in it.
    async fn ask_again(
        &self,
        campaign: &str,
        session: Option<[u8; 16]>,
        lang: &str,
        (note, status): (&str, StatusCode),
        form: Form,
    ) -> Response {
        let Some(session) = session.or_else(token::random) else {
            return self.notice(StatusCode::SERVICE_UNAVAILABLE, lang, "page-busy", None);
        };
        let Some(picture) = self.picture_for(campaign, Some(session), lang).await else {
            return self.no_campaign(lang);
        };
        let note = Some(self.say(&self.page_language(lang), note, &[]));
        let plain = Showing::plain(session, Place::SentForm);
        let Form { given, sheet, .. } = form;
        self.show(&picture, Showing { status, note, given, sheet, ..plain })
    }

    /// An empty answer is no try: it is not handed in, and the page says what to do.
    async fn ask_for_words(&self, token: &Token, lang: &str) -> Response {
        let session = Some(token.session);
        let Some(picture) = self.picture_for(&token.campaign, session, lang).await else {
            return self.no_campaign(lang);
        };
        // An old page, sent empty: the present question is simply shown.
        let present = picture.message.question.as_ref().filter(|q| q.step == token.step);
        let error = present.map(|question| self.empty_error(&picture.lang, question));
        let status = match present {
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
            None => StatusCode::OK,
        };
        let plain = Showing::plain(token.session, Place::SentForm);
        self.show(&picture, Showing { status, error, ..plain })
    }

    /// Which files were not taken, and why; `None` if all were.
    pub(super) fn untaken(&self, lang: &str, unfit: &[Unfit]) -> Option<String> {
        let lang = self.page_language(lang);
        let say = |unfit: &Unfit| {
            let (key, max) = unfit.sentence(&self.settings.files);
            self.say(&lang, key, &[("max", &max)])
        };
        (!unfit.is_empty()).then(|| unfit.iter().map(say).collect::<Vec<_>>().join(" "))
    }

    /// No file can be taken: nothing is, and the page says why. The words are kept; what was chosen has to be
    /// chosen again, as no page can fill in a file.
    async fn ask_for_other_files(
        &self,
        token: &Token,
        form: &Form,
        lang: &str,
        unfit: Unfit,
    ) -> Response {
        let session = Some(token.session);
        let Some(picture) = self.picture_for(&token.campaign, session, lang).await else {
            return self.no_campaign(lang);
        };
        let (key, max) = unfit.sentence(&self.settings.files);
        let said = self.say(&self.page_language(&picture.lang), key, &[("max", &max)]);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let plain = Showing::plain(token.session, Place::SentForm);
        let given = form.given.clone();
        self.show(&picture, Showing { status, error: Some(said), given, ..plain })
    }

    /// Fields that make no answer to the present question are no try either. `None` if they do, and for what
    /// only the engine can tell.
    async fn ask_for_sense(&self, token: &Token, given: &Given, lang: &str) -> Option<Response> {
        if given.picks.is_empty() && given.numbers.is_empty() {
            return None;
        }
        let session = Some(token.session);
        let picture = self.picture_for(&token.campaign, session, lang).await?;
        let question = picture.message.question.as_ref().filter(|q| q.step == token.step)?;
        let wrong = given.wrong(question)?;
        let error = Some(self.error(&picture.lang, question, wrong));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let plain = Showing::plain(token.session, Place::SentForm);
        Some(self.show(&picture, Showing { status, error, given: given.clone(), ..plain }))
    }

    /// Nothing is left to show a page of.
    fn erased(&self, lang: &str) -> Response {
        let lang = self.page_language(lang);
        let heading = self.say(&lang, "page-erased", &[]);
        let frame = self.frame(&lang, "page-title", &heading);
        let body = Notice { heading, text: String::new(), link: None, retry: None };
        let twin = text::notice(&body, &self.settings.public_url);
        text::with(self.page(StatusCode::OK, Keep::Never, "notice", &frame, &body), &twin)
    }

    /// The store is away: the same page with the same token and words, so that sending again counts once.
    pub(super) async fn ask_to_wait(&self, answer: Answer) -> Response {
        let Answer { token, form, lang, invitation, .. } = answer;
        let status = StatusCode::SERVICE_UNAVAILABLE;
        let found = self.picture_for(&token.campaign, Some(token.session), &lang).await;
        let lang = self.page_language(&lang);
        // A file has to be chosen again.
        let kept = form.files.files.is_empty();
        let note = self.say(&lang, if kept { "page-busy-kept" } else { "page-busy" }, &[]);
        match found.filter(|picture| is_page_of(&token, &form, picture)) {
            Some(picture) => {
                let Form { given, sheet, .. } = form;
                let (note, signed) = (Some(note), Some(form.token));
                let plain = Showing::plain(token.session, Place::SentForm);
                let showing =
                    Showing { status, note, given, sheet, token: signed, invitation, ..plain };
                self.show(&picture, showing)
            }
            None => {
                let heading = self.say(&lang, "page-busy-title", &[]);
                let mut frame = self.frame(&lang, "page-error-title", &heading);
                frame.languages.clear();
                let (campaign, skip, typed) = (token.campaign, form.skip, form.given.answer());
                let fields = form.sheet_fields();
                let query = query(!fields.is_empty(), invitation.as_deref());
                let retry = Some(Retry { campaign, query, token: form.token, typed, skip, fields });
                let body = Notice { heading, text: note, link: None, retry };
                let twin = text::notice(&body, &self.settings.public_url);
                text::with(self.page(status, Keep::Never, "notice", &frame, &body), &twin)
            }
        }
    }
}

/// Does the picture show the very questions that were answered?
fn is_page_of(token: &Token, form: &Form, picture: &Picture) -> bool {
    let several = !picture.rest.is_empty();
    let here = |step: &str| questions(picture).any(|question| question.step == step);
    let same = match token.step.as_str() {
        SHEET => several && !form.asked.is_empty() && form.asked.iter().all(|step| here(step)),
        step => !several && here(step),
    };
    picture.open && same
}

/// The files of an answer that was taken without them.
fn unfit_of(form: &Form) -> &[Unfit] {
    if form.skip || form.wish.is_some() { &[] } else { &form.files.unfit }
}

/// What a sent page asks of the intake.
fn content(token: &Token, form: &Form) -> Content {
    let campaign = token.campaign.clone();
    if let Some(wish) = form.wish.clone() {
        return Content::Wish { campaign, wish };
    }
    if !form.skip && !form.files.files.is_empty() {
        return Content::Files(Box::new(Files {
            words: form.given.answer(),
            page: Some((campaign, token.step.clone())),
            ..form.files.clone()
        }));
    }
    let value = if form.skip { String::new() } else { form.given.answer() };
    Content::Form { campaign, step: token.step.clone(), value, skip: form.skip }
}

/// The duplicate key of an answer: which showing of the page, and what was answered on it.
///
/// A second press of the button is the same message. Another choice, sent after going back to a page the
/// browser kept, is another message: the engine takes it as a new answer to an earlier question.
fn duplicate_id(token: &Token, content: &Content) -> String {
    let mut hash = Sha256::new();
    hash.update(content.bytes());
    let hash = hash.finalize();
    // 64 bits are plenty among the answers of one showing of one page.
    let short = hash.get(..8).unwrap_or(&hash);
    format!("{}.{}", token.nonce_name(), URL_SAFE_NO_PAD.encode(short))
}

/// `ar`, `zh-Hant`: short, of letters, digits and dashes.
fn looks_like_a_tag(tag: &str) -> bool {
    (2..=12).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// A campaign id as part of a path. Ids are `[a-z0-9-]+`; anything else came from outside.
fn segment(id: &str) -> String {
    percent_encoding::utf8_percent_encode(id, percent_encoding::NON_ALPHANUMERIC)
        .to_string()
        .replace("%2D", "-")
}
