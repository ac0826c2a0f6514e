//! Requests for pages, and which page each gets. Sent forms are in [`super::answer`].

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use super::Front;
use super::answer::answer;
use super::form::value_of_query;
use super::frame::Reader;
use super::go_on::GO_ON;
use super::headers::Keep;
use super::pages::{Home, HomeEntry, ReceiptPage, direction};
use super::show::{Place, Showing};
use super::text;
use super::token;
use crate::message::Invitation;
use crate::{Address, Intake};

pub(super) type Segment = Result<Path<String>, PathRejection>;

/// What handlers are given.
pub(super) struct Site {
    pub(super) front: Arc<Front>,
    pub(super) intake: Arc<dyn Intake>,
}

/// How hard pages are packed: a third of their bytes, in a fraction of a millisecond. A page that shows what was
/// typed has a token of its own, new each time, so its size tells no one a secret (BREACH, 2013).
const PACKED: CompressionLevel = CompressionLevel::Precise(5);

/// The routes of the public listener.
pub(super) fn mount(front: Arc<Front>, intake: Arc<dyn Intake>) -> Router {
    Router::new()
        .route("/", get(home))
        .route("/c/{campaign}", get(first).post(answer))
        .route("/c/{campaign}/{session}", get(standing))
        .route("/r/{receipt}", get(receipt))
        .fallback(lost)
        .layer(axum::middleware::from_fn(text::negotiate))
        .layer(CompressionLayer::new().quality(PACKED))
        .with_state(Arc::new(Site { front, intake }))
}

async fn home(State(site): State<Arc<Site>>, headers: HeaderMap, uri: Uri) -> Response {
    let front = &site.front;
    let lang = front.language_for(&front.reader(&headers, &uri));
    let open = front.desk.open_campaigns(&lang).await;
    let campaigns = open.into_iter().map(|invitation| front.entry(&lang, invitation)).collect();
    let title = front.say(&lang, "page-home-title", &[]);
    let mut frame = front.frame(&lang, "page-title", &title);
    frame.robots = "index";
    frame.home_link = false;
    let body = Home { campaigns };
    let none = front.say(&lang, "page-home-none", &[]);
    let twin = text::home(&title, &none, &front.settings.public_url, &lang, &body);
    text::with(front.page(StatusCode::OK, Keep::ForGoingBack, "home", &frame, &body), &twin)
}

/// Any other address of the public listener: people mistype.
async fn lost(State(site): State<Arc<Site>>, headers: HeaderMap, uri: Uri) -> Response {
    let lang = site.front.language_for(&site.front.reader(&headers, &uri));
    site.front.notice(StatusCode::NOT_FOUND, &lang, "page-no-page", None)
}

async fn first(
    State(site): State<Arc<Site>>,
    campaign: Segment,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let front = &site.front;
    let reader = front.reader(&headers, &uri);
    let Ok(Path(campaign)) = campaign else {
        return front.no_campaign(&front.language_for(&reader));
    };
    if value_of_query(uri.query(), "paper").is_some() {
        return front.paper(&campaign, &reader).await;
    }
    let Some(session) = token::random() else { return front.busy(&reader) };
    let Ok(who) = Address::web(&token::name_session(&session)) else { return front.busy(&reader) };
    let Some(mut picture) = front.desk.first(&who, &campaign, reader.any()).await else {
        return front.no_campaign(&front.language_for(&reader));
    };
    let invitation = invitation_of(&uri);
    if let Some(token) = &invitation
        && let Some(told) = front.desk.invited(token, &picture.lang).await
    {
        picture.message.text = format!("{told}\n{}", picture.message.text);
    }
    let plain = Showing::plain(session, Place::Campaign);
    front.show(&picture, Showing { invitation, ..plain })
}

/// The invitation that an address names: `?i=K7PX4QMR`. What it is good for the gateway knows.
pub(super) fn invitation_of(uri: &Uri) -> Option<String> {
    let given = uri.query()?.split('&').find_map(|pair| pair.strip_prefix("i="))?;
    let fine = (1..=16).contains(&given.len()) && given.bytes().all(|b| b.is_ascii_alphanumeric());
    fine.then(|| given.to_ascii_uppercase())
}

async fn standing(
    State(site): State<Arc<Site>>,
    path: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let front = &site.front;
    let reader = front.reader(&headers, &uri);
    let lost = || {
        let lang = front.language_for(&reader);
        front.notice(StatusCode::NOT_FOUND, &lang, "page-no-link", None)
    };
    let Ok(Path((campaign, name))) = path else { return lost() };
    let Some(session) = token::read_session(&name) else { return lost() };
    let Ok(who) = Address::web(&name) else { return lost() };
    // Only a language chosen on the page changes the one the session is held in.
    match front.desk.standing(&who, &campaign, reader.chosen.as_deref()).await {
        Ok(Some(picture)) if value_of_query(uri.query(), GO_ON).is_some() => {
            front.go_on(&who, session, &picture).await.unwrap_or_else(|_| front.busy(&reader))
        }
        Ok(Some(picture)) => {
            let untaken = uri.query().unwrap_or_default().split('&');
            let untaken = untaken.filter_map(|pair| pair.strip_prefix("untaken=")).next();
            let unfit = super::upload::read_unfit(untaken.unwrap_or_default());
            let note = front.untaken(&picture.lang, &unfit);
            let plain = Showing::plain(session, Place::PrivateLink);
            front.show(&picture, Showing { note, ..plain })
        }
        Ok(None) => lost(),
        Err(_) => front.busy(&reader),
    }
}

async fn receipt(
    State(site): State<Arc<Site>>,
    receipt: Segment,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let front = &site.front;
    let reader = front.reader(&headers, &uri);
    let lang = front.language_for(&reader);
    let found = match receipt {
        Ok(Path(receipt)) => front.desk.receipt(&receipt.trim().to_uppercase(), &lang).await,
        Err(_) => Ok(None),
    };
    let view = match found {
        Ok(Some(view)) => view,
        Ok(None) => {
            return front.notice(StatusCode::NOT_FOUND, &lang, "page-no-receipt", None);
        }
        Err(_) => return front.busy(&reader),
    };
    let date = front.date(&lang, view.at);
    let key = if view.open { "page-receipt-open" } else { "page-receipt-closed" };
    let entity = ("entity", view.entity.as_str());
    let title = front.say(&lang, "page-receipt-title", &[]);
    let frame = front.frame(&lang, "page-title", &title);
    let body = ReceiptPage {
        arrived: front.say(&lang, "page-receipt-arrived", &[("date", &date), entity]),
        standing: front.say(&lang, key, &[entity]),
        receipt: view.receipt,
        campaign: view.campaign,
        title: view.title,
    };
    let twin = text::receipt(&title, &body);
    text::with(front.page(StatusCode::OK, Keep::Never, "receipt", &frame, &body), &twin)
}

impl Front {
    fn entry(&self, lang: &str, invitation: Invitation) -> HomeEntry {
        let ways = self.ways(lang, &invitation.keyword);
        HomeEntry {
            asked_by: self.say(lang, "page-asked-by", &[("entity", &invitation.entity)]),
            dir: direction(&invitation.lang),
            ways,
            campaign: invitation.campaign,
            title: invitation.title,
            lang: invitation.lang,
        }
    }

    /// How to take part by message.
    pub(super) fn ways(&self, lang: &str, keyword: &str) -> Vec<String> {
        let word = ("keyword", keyword);
        let numbers = self.settings.numbers.iter();
        let numbers =
            numbers.map(|number| self.say(lang, "page-by-sms", &[word, ("number", number)]));
        let mail = self.settings.mailboxes.iter();
        let mail =
            mail.map(|mailbox| self.say(lang, "page-by-mail", &[word, ("mailbox", mailbox)]));
        let mut ways: Vec<String> = numbers.chain(mail).collect();
        if ways.is_empty() && !keyword.is_empty() {
            ways.push(self.say(lang, "page-by-sms-no-number", &[word]));
        }
        ways
    }

    pub(super) fn busy(&self, reader: &Reader) -> Response {
        let lang = self.language_for(reader);
        self.notice(StatusCode::SERVICE_UNAVAILABLE, &lang, "page-busy", None)
    }

    pub(super) fn no_campaign(&self, lang: &str) -> Response {
        self.notice(StatusCode::NOT_FOUND, lang, "page-no-campaign", None)
    }

    /// "3 June 2026", in the zone of the settings.
    fn date(&self, lang: &str, at: Timestamp) -> String {
        let date = self.settings.zone.to_datetime(at).date();
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let month = format!("m{}", date.month());
        self.say(lang, "page-date", &[("day", &day), ("month", &month), ("year", &year)])
    }
}
