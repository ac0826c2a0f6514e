//! Every page as plain text, for clients that show no HTML: `Accept: text/plain`.
//!
//! A page carries its text with it as an extension of the response; [`negotiate`] sends the one that was asked for.
//! Questions have the words of the SMS, and below them a line that answers.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::Front;
use super::pages::{
    ErrorLink, GoOnPage, Home, LanguageLink, Notice, PaperPage, ReceiptPage, SaidPage,
};
use super::question::query;
use super::show::{Place, Showing};
use crate::Picture;

/// The text of a page.
#[derive(Clone)]
struct Twin(String);

/// The question that can be answered.
pub(super) struct Ask<'a> {
    pub(super) step: &'a str,
    pub(super) token: &'a str,
    /// The page in other languages.
    pub(super) languages: &'a [LanguageLink],
}

/// The page, with its text beside it.
pub(super) fn with(mut page: Response, lines: &[String]) -> Response {
    page.extensions_mut().insert(Twin(lines.join("\n") + "\n"));
    page
}

/// Sends the text where it is wanted more than HTML. Of a page without one HTML is sent all the same.
pub(super) async fn negotiate(request: Request, next: Next) -> Response {
    let wanted = wants_text(request.headers());
    let mut response = next.run(request).await;
    let twin = response.extensions_mut().remove::<Twin>();
    if let Some(Twin(text)) = twin.filter(|_| wanted) {
        let plain = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(header::CONTENT_TYPE, plain);
        response.headers_mut().remove(header::CONTENT_LENGTH);
        *response.body_mut() = Body::from(text);
    }
    response
}

/// True if plain text is wanted more than HTML (RFC 9110 §12.5.1). Where both are as good, HTML it is.
pub(super) fn wants_text(headers: &HeaderMap) -> bool {
    let ranges = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let ranges: Vec<(&str, f32)> =
        ranges.flat_map(|value| value.split(',')).take(32).filter_map(range).collect();
    if ranges.is_empty() {
        return false;
    }
    // The nearest range decides: text/plain, then text/*, then */*.
    let quality = |names: [&str; 3]| {
        let found = names.iter().find_map(|name| {
            ranges.iter().find(|(range, _)| range.eq_ignore_ascii_case(name)).map(|(_, q)| *q)
        });
        found.unwrap_or(0.0)
    };
    quality(["text/plain", "text/*", "*/*"]) > quality(["text/html", "text/*", "*/*"])
}

/// `text/plain;q=0.5`. Other parameters do not matter here.
fn range(text: &str) -> Option<(&str, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().filter(|name| name.contains('/'))?;
    let quality = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    let quality: f32 = quality.map_or(1.0, |q| q.parse().unwrap_or(0.0));
    Some((name, if quality.is_finite() { quality } else { 0.0 }))
}

impl Front {
    /// A question in the words of the SMS, and how to answer it from here.
    pub(super) fn text_of(
        &self,
        lang: &str,
        picture: &Picture,
        showing: &Showing,
        errors: &[ErrorLink],
        how: &Ask<'_>,
    ) -> Vec<String> {
        let mut lines: Vec<String> = errors.iter().take(1).map(|link| link.error.clone()).collect();
        lines.extend(showing.note.clone());
        lines.extend(picture.alarm.clone());
        lines.push(self.say(lang, "page-asked-by", &[("entity", &picture.entity)]));
        lines.push(picture.text.clone());
        lines.push(String::new());
        let address = format!("{}/c/{}", self.settings.public_url, picture.campaign);
        lines.push(self.say(lang, "page-text-how", &[]));
        let first = picture.message.question.as_ref().filter(|question| question.step == how.step);
        let buttons = first.is_some_and(|question| !question.options.is_empty());
        let example = if buttons { "1" } else { "…" };
        lines.push(format!(
            "curl -H 'Accept: text/plain' -d token={} -d lang={} --data-urlencode 'value={example}' '{address}{}'",
            how.token, picture.message.lang, query(false, showing.invitation.as_deref()),
        ));
        if showing.place == Place::PrivateLink {
            lines.push(self.say(lang, "page-go-on", &[]) + ":");
            lines.push(format!(
                "curl -H 'Accept: text/plain' -d token={} -d lang={} -d wish=go-on '{address}'",
                how.token, picture.message.lang,
            ));
        }
        if showing.place == Place::Campaign {
            lines.extend(languages(&address, how.languages));
        }
        lines
    }
}

/// One line a language, in its own words.
fn languages(address: &str, links: &[LanguageLink]) -> Vec<String> {
    let others = links.iter().filter(|link| !link.here);
    others.map(|link| format!("{}: {address}?{}lang={}", link.name, link.query, link.tag)).collect()
}

/// Sentences of the page of what was said last.
pub(super) struct Labels {
    pub(super) receipt: String,
    pub(super) private_link: String,
    pub(super) closed: String,
}

/// What was said last. `silent` where the picture holds a question that nobody can answer any more.
pub(super) fn said(page: &SaidPage, labels: Labels, words: &str, silent: bool) -> Vec<String> {
    let mut lines: Vec<String> = page.alarm.iter().cloned().collect();
    lines.extend(page.note.clone());
    lines.push(page.heading.clone());
    lines.push(page.asked_by.clone());
    if !silent && !words.is_empty() {
        lines.push(words.to_owned());
    }
    lines.extend(page.kept.clone());
    if let Some(receipt) = &page.receipt {
        lines.push(format!("{}: {receipt}", labels.receipt));
        lines.extend(page.spoken.clone());
        lines.push(format!("{}: {}", labels.private_link, page.private_link));
    }
    if page.closed {
        lines.push(labels.closed);
    }
    lines
}

/// How the conversation goes on elsewhere. `labels`: the heading, what joining means, to tell nobody, that there is no
/// code.
pub(super) fn go_on(page: &GoOnPage, labels: [String; 4], private_link: &str) -> Vec<String> {
    let [heading, both, secret, over] = labels;
    let mut lines = vec![heading, page.title.clone()];
    match &page.send {
        Some(send) => {
            lines.push(send.clone());
            lines.extend(page.ways.iter().map(|way| way.text.clone()));
            lines.push(format!("{both} {secret}"));
        }
        None => lines.push(over),
    }
    lines.push(format!("{private_link}: {}", page.private_link));
    lines
}

/// The list of open campaigns.
pub(super) fn home(
    title: &str,
    none: &str,
    public_url: &str,
    lang: &str,
    page: &Home,
) -> Vec<String> {
    let mut lines = vec![title.to_owned()];
    if page.campaigns.is_empty() {
        lines.push(none.to_owned());
    }
    for entry in &page.campaigns {
        lines.extend([String::new(), entry.title.clone(), entry.asked_by.clone()]);
        lines.push(format!("{public_url}/c/{}?lang={lang}", entry.campaign));
        lines.extend(entry.ways.iter().cloned());
    }
    lines
}

/// What a receipt tells.
pub(super) fn receipt(title: &str, page: &ReceiptPage) -> Vec<String> {
    let told = [title, &page.receipt, &page.arrived, &page.standing, &page.title];
    told.map(str::to_owned).to_vec()
}

/// A whole campaign, to be printed as it is.
pub(super) fn paper(page: &PaperPage, how: &str) -> Vec<String> {
    let mut lines = vec![page.title.clone(), page.asked_by.clone(), how.to_owned()];
    lines.extend(page.ways.iter().cloned());
    lines.push(page.link.clone());
    for item in &page.items {
        lines.push(String::new());
        lines.extend(item.only_if.iter().cloned());
        let number = item.number.map(|number| format!("{number}. ")).unwrap_or_default();
        lines.push(format!("{number}{}", item.paragraphs.join("\n")));
        lines.extend(item.hint.clone());
        let options = item.options.iter().map(|(number, text)| format!("[ ] {number} {text}"));
        lines.extend(options.map(|line| line.replace("  ", " ")));
        lines.extend(item.lines.iter().map(|_| "_".repeat(60)));
        lines.extend(item.goto.iter().cloned());
    }
    lines
}

/// Something is in the way.
pub(super) fn notice(page: &Notice, public_url: &str) -> Vec<String> {
    let link = page.link.as_ref().map(|link| format!("{public_url}{link}"));
    let mut lines = vec![page.heading.clone(), page.text.clone()];
    lines.extend(link);
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_sent_only_where_it_is_wanted_more() {
        for (accept, expected) in [
            ("text/plain", true),
            ("TEXT/Plain; charset=utf-8", true),
            ("text/plain, text/html;q=0.5", true),
            ("text/plain;q=0.4, */*;q=0.3", true),
            ("text/plain, */*", false),
            ("text/html;q=0, text/*", true),
            ("text/html, text/plain, */*;q=0.01", false),
            ("text/html, text/*;q=0.5, image/*", false),
            ("text/plain;q=0", false),
            ("text/plain;q=NaN", false),
            ("*/*", false),
            ("application/json", false),
            ("", false),
            (";,;q=", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT, accept.parse().unwrap())]);
            assert_eq!(wants_text(&headers), expected, "{accept}");
        }
        assert!(!wants_text(&HeaderMap::new()));
    }
}
