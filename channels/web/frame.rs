//! What all pages have in common: the reader's language, the frame, the headers, and notices.

use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;

use super::Front;
use super::form::language_of_query;
use super::headers::{self, Keep};
use super::pages::{Frame, LanguageLink, Notice, direction};
use super::text;

/// The reader, as far as a page must know.
pub(super) struct Reader {
    /// Chosen on the page by `?lang=`.
    pub(super) chosen: Option<String>,
    /// Asked for by the browser.
    wanted: Option<String>,
}

impl Reader {
    /// The language chosen, or else wanted.
    pub(super) fn any(&self) -> Option<&str> {
        self.chosen.as_deref().or(self.wanted.as_deref())
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
    pub(super) fn page_language(&self, lang: &str) -> String {
        let known = self.known_languages();
        headers::same_language(lang, &known).unwrap_or_else(|| self.settings.lang.clone())
    }

    /// Links to the page in the languages `offered`, or in every one; none if there is nothing to choose.
    pub(super) fn language_links(
        &self,
        here: &str,
        offered: Option<&[String]>,
    ) -> Vec<LanguageLink> {
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
                query: String::new(),
            })
            .collect();
        if links.len() > 1 { links } else { Vec::new() }
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
        let twin = text::notice(&body, &self.settings.public_url);
        text::with(self.page(status, Keep::Never, "notice", &frame, &body), &twin)
    }
}
