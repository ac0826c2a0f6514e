//! The page by which a conversation goes on elsewhere: a code for another phone, app or mailbox, and the private link
//! for another browser.
//!
//! The code is made by a sent form ([`Wish::GoOn`](crate::Wish::GoOn)) and only shown here: to look at the page makes
//! no new one. Once it was used, or is too old, the page says so and has a button for another.

use axum::http::StatusCode;
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Front;
use super::headers::Keep;
use super::pages::{GoOn, GoOnPage, WayOn};
use super::show::{Place, now};
use super::text;
use super::token::{self, Token};
use crate::message::ShownCode;
use crate::{Address, Picture, Refused};

/// What the address of the page has beside the private link's.
pub(super) const GO_ON: &str = "go-on";

impl Front {
    /// The code that stands now, and where it can be sent.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub(super) async fn go_on(
        &self,
        who: &Address,
        session: [u8; 16],
        picture: &Picture,
    ) -> Result<Response, Refused> {
        let lang = self.page_language(&picture.lang);
        let shown = self.desk.shown_code(who).await?;
        let own = |key: &str| self.say(&lang, key, &[]);
        let mut frame = self.frame(&lang, "page-title", &own("page-go-on"));
        frame.languages = self.links_of(picture, &lang, Place::PrivateLink);
        frame.languages.iter_mut().for_each(|link| link.query = format!("{GO_ON}&"));
        let body = GoOnPage {
            title: picture.title.clone(),
            title_in: super::pages::Said::in_language(&picture.lang),
            send: shown.as_ref().map(|shown| {
                let args = [("code", shown.code.as_str()), ("until", shown.until.as_str())];
                self.say(&lang, "link-code", &args)
            }),
            ways: shown.as_ref().map(|shown| self.ways_on(&lang, shown)).unwrap_or_default(),
            code: shown.map(|shown| shown.code),
            private_link: self.private_link(&picture.campaign, &session),
            again: self.go_on_form(picture, session),
        };
        let labels =
            [own("page-go-on"), own("link-both"), own("link-secret"), own("page-go-on-over")];
        let twin = text::go_on(&body, labels, &own("page-private-title"));
        let page = self.page(StatusCode::OK, Keep::Never, "go-on", &frame, &body);
        Ok(text::with(page, &twin))
    }

    /// The button that asks for a code.
    pub(super) fn go_on_form(&self, picture: &Picture, session: [u8; 16]) -> Option<GoOn> {
        let token = Token::new(session, token::random()?, now(), &picture.campaign, "");
        Some(GoOn { campaign: picture.campaign.clone(), token: token.write(&self.settings.key) })
    }

    pub(super) fn private_link(&self, campaign: &str, session: &[u8; 16]) -> String {
        format!("{}/c/{campaign}/{}", self.settings.public_url, token::name_session(session))
    }

    /// Where the code can be sent, each with a link that writes it.
    fn ways_on(&self, lang: &str, shown: &ShownCode) -> Vec<WayOn> {
        let words = format!("LINK {}", shown.code);
        let written = utf8_percent_encode(&words, NON_ALPHANUMERIC).to_string();
        let sms = self.settings.numbers.iter().map(|number| WayOn {
            text: self.say(lang, "page-go-on-sms", &[("number", number)]),
            href: dialled(number).map(|number| format!("sms:{number}?body={written}")),
        });
        let bot = self
            .settings
            .telegram
            .then(|| WayOn { text: self.say(lang, "page-go-on-telegram", &[]), href: None });
        let mail = self.settings.mailboxes.iter().map(|mailbox| WayOn {
            text: self.say(lang, "page-go-on-mail", &[("mailbox", mailbox)]),
            href: Some(format!("mailto:{}?subject={written}&body={written}", encoded(mailbox))),
        });
        sms.chain(bot).chain(mail).collect()
    }
}

/// The number as a link names it (RFC 5724); `None` for a sender that is a name.
fn dialled(number: &str) -> Option<String> {
    let bare: String =
        number.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.' | '\u{a0}')).collect();
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    let fine = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    fine.then_some(bare)
}

/// A mailbox in a `mailto:` link (RFC 6068): what could end it is written otherwise.
fn encoded(mailbox: &str) -> String {
    utf8_percent_encode(mailbox, NON_ALPHANUMERIC)
        .to_string()
        .replace("%40", "@")
        .replace("%2E", ".")
        .replace("%2D", "-")
        .replace("%5F", "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_dialled() {
        assert_eq!(dialled("4040").as_deref(), Some("4040"));
        assert_eq!(dialled("+971 50-000 0001").as_deref(), Some("+971500000001"));
        assert_eq!(dialled("CITY"), None);
        assert_eq!(dialled("+"), None);
    }

    #[test]
    fn a_mailbox_does_not_end_its_link() {
        assert_eq!(encoded("say+a?b@city-x.example"), "say%2Ba%3Fb@city-x.example");
    }
}
