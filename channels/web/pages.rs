//! What is known becomes HTML. No decisions about answers, no store, no headers.

use std::collections::BTreeMap;

use handlebars::{Handlebars, TemplateError};
use majlis_flows::language::runs_right_to_left;
use serde::Serialize;

use super::fields::Fields;
use super::headers;
use crate::Desk;

/// The templates, compiled once, and the one style all pages carry.
pub(super) struct Pages {
    bars: Handlebars<'static>,
    style: String,
    /// The content security policy that allows this style alone.
    pub(super) policy: String,
}

/// What the frame of a page shows.
#[derive(Serialize)]
pub(super) struct Frame {
    pub(super) lang: String,
    pub(super) dir: &'static str,
    pub(super) title: String,
    /// `noindex` for all that belongs to one resident.
    pub(super) robots: &'static str,
    pub(super) languages: Vec<LanguageLink>,
    pub(super) home_link: bool,
}

/// A link to the page in another language, in its own script.
#[derive(Serialize)]
pub(super) struct LanguageLink {
    pub(super) tag: String,
    pub(super) name: String,
    pub(super) dir: &'static str,
    pub(super) here: bool,
    /// What the address has before the language: empty, `paper&`, or an invitation.
    pub(super) query: String,
}

/// A language and how it runs, for words that may be in another language than the page.
#[derive(Serialize)]
pub(super) struct Said {
    pub(super) lang: String,
    pub(super) dir: &'static str,
}

impl Said {
    pub(super) fn in_language(lang: &str) -> Self {
        Self { lang: lang.to_owned(), dir: direction(lang) }
    }
}

/// `home.hbs`
#[derive(Serialize)]
pub(super) struct Home {
    pub(super) campaigns: Vec<HomeEntry>,
}

/// One open campaign.
#[derive(Serialize)]
pub(super) struct HomeEntry {
    pub(super) campaign: String,
    pub(super) title: String,
    pub(super) asked_by: String,
    pub(super) lang: String,
    pub(super) dir: &'static str,
    /// Sentences on how to take part by message.
    pub(super) ways: Vec<String>,
}

/// `question.hbs`: one question, or several.
#[derive(Serialize)]
pub(super) struct QuestionPage {
    pub(super) campaign: String,
    /// Of the address it is sent to: empty, or from its `?` on.
    pub(super) query: String,
    pub(super) asked_by: String,
    /// Where there are several: what they are about.
    pub(super) heading: Option<String>,
    pub(super) said: Said,
    pub(super) asked: Vec<Asked>,
    /// The steps of several questions, with spaces between.
    pub(super) steps: Option<String>,
    /// A file can be chosen.
    pub(super) upload: bool,
    /// Words sent that fit in no field of this page.
    pub(super) kept: Option<String>,
    /// Everything that is wrong, with where to mend it.
    pub(super) errors: Vec<ErrorLink>,
    /// What happened to the page as a whole.
    pub(super) note: Option<String>,
    /// Words of danger were said: whom to call.
    pub(super) alarm: Option<String>,
    /// There is a button to skip the question.
    pub(super) optional: bool,
    /// There is a button to send what was not understood.
    pub(super) as_is: bool,
    pub(super) token: String,
    pub(super) come_back: bool,
    /// The address of the paper form.
    pub(super) paper: bool,
}

/// A question of a page.
#[derive(Serialize)]
pub(super) struct Asked {
    pub(super) intro: Vec<String>,
    pub(super) question: String,
    pub(super) fields: Fields,
    /// Begins the ids of hint and error.
    pub(super) id: String,
    pub(super) hint: Option<String>,
    pub(super) error: Option<String>,
    pub(super) described_by: String,
}

/// A line of the error summary.
#[derive(Serialize)]
pub(super) struct ErrorLink {
    pub(super) field: String,
    pub(super) error: String,
}

/// `paper.hbs`
#[derive(Serialize)]
pub(super) struct PaperPage {
    pub(super) title: String,
    pub(super) asked_by: String,
    pub(super) said: Said,
    pub(super) items: Vec<PaperPart>,
    /// Sentences on where the answers can be sent.
    pub(super) ways: Vec<String>,
    pub(super) link: String,
    pub(super) closed: bool,
}

/// A sentence or a question on paper.
#[derive(Default, Serialize)]
pub(super) struct PaperPart {
    /// `None` for a sentence.
    pub(super) number: Option<usize>,
    /// "Only if …"
    pub(super) only_if: Vec<String>,
    pub(super) paragraphs: Vec<String>,
    pub(super) hint: Option<String>,
    /// Number and text.
    pub(super) options: Vec<(String, String)>,
    /// The options are the numbers of a scale.
    pub(super) scale: bool,
    /// Lines for words.
    pub(super) lines: Vec<usize>,
    /// "Go on at …"
    pub(super) goto: Vec<String>,
}

/// `said.hbs`: something was said and nothing is asked.
#[derive(Serialize)]
pub(super) struct SaidPage {
    pub(super) heading: String,
    pub(super) heading_in: Said,
    pub(super) asked_by: String,
    pub(super) said: Said,
    pub(super) paragraphs: Vec<String>,
    pub(super) closed: bool,
    /// What of the answer was not taken.
    pub(super) note: Option<String>,
    /// Words of danger were said: whom to call.
    pub(super) alarm: Option<String>,
    pub(super) kept: Option<String>,
    pub(super) receipt: Option<String>,
    /// The receipt letter by letter.
    pub(super) spoken: Option<String>,
    pub(super) private_link: String,
    pub(super) rights: Option<Rights>,
}

/// What a resident may do with an answer they gave: buttons on the private page.
#[derive(Serialize)]
pub(super) struct Rights {
    pub(super) campaign: String,
    pub(super) token: String,
    pub(super) change: bool,
    pub(super) withdraw: bool,
}

/// The button that asks for a code to go on elsewhere.
#[derive(Serialize)]
pub(super) struct GoOn {
    pub(super) campaign: String,
    pub(super) token: String,
}

/// `go-on.hbs`: how the conversation goes on elsewhere.
#[derive(Serialize)]
pub(super) struct GoOnPage {
    pub(super) title: String,
    pub(super) title_in: Said,
    /// Six digits in two groups; `None` if there is none that is good.
    pub(super) code: Option<String>,
    /// What to do with it, and until when.
    pub(super) send: Option<String>,
    pub(super) ways: Vec<WayOn>,
    pub(super) private_link: String,
    /// For another code.
    pub(super) again: Option<GoOn>,
}

/// Where a code can be sent.
#[derive(Serialize)]
pub(super) struct WayOn {
    pub(super) text: String,
    /// Opens an app in which it is written already.
    pub(super) href: Option<String>,
}

/// `receipt.hbs`
#[derive(Serialize)]
pub(super) struct ReceiptPage {
    pub(super) receipt: String,
    pub(super) arrived: String,
    pub(super) standing: String,
    pub(super) campaign: String,
    pub(super) title: String,
}

/// `notice.hbs`: something is in the way.
#[derive(Serialize)]
pub(super) struct Notice {
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) link: Option<String>,
    /// The answer, to be sent once more.
    pub(super) retry: Option<Retry>,
}

/// A form that sends the same answer again, with the same token: if it did arrive, it counts once.
#[derive(Serialize)]
pub(super) struct Retry {
    pub(super) campaign: String,
    /// Of the address it is sent to: empty, or from its `?` on.
    pub(super) query: String,
    pub(super) token: String,
    pub(super) typed: String,
    /// It was the skip button that was pressed.
    pub(super) skip: bool,
    /// The answers of a page of several questions: name and value of each field.
    pub(super) fields: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Whole<'a, P> {
    page: &'a Frame,
    style: &'a str,
    words: BTreeMap<&'static str, String>,
    #[serde(flatten)]
    body: &'a P,
}

/// Names in the templates, and the sentences they stand for. None of these has arguments.
const WORDS: &[(&str, &str)] = &[
    ("languages", "page-languages"),
    ("home_link", "page-home-link"),
    ("again_link", "page-again-link"),
    ("home_title", "page-home-title"),
    ("home_intro", "page-home-intro"),
    ("home_none", "page-home-none"),
    ("send", "page-send"),
    ("send_all", "page-send-all"),
    ("as_is", "page-as-is"),
    ("as_is_note", "page-as-is-note"),
    ("paper_link", "page-paper-link"),
    ("paper_how", "page-paper-how"),
    ("skip", "page-skip"),
    ("no_choice", "page-no-choice"),
    ("other", "page-other"),
    ("or_describe", "page-or-describe"),
    ("change", "page-change"),
    ("withdraw", "page-withdraw"),
    ("withdraw_note", "page-withdraw-note"),
    ("erase", "page-erase"),
    ("erase_note", "page-erase-note"),
    ("come_back", "page-come-back"),
    ("error_heading", "page-error-heading"),
    ("kept", "page-kept"),
    ("your_answer", "page-your-answer"),
    ("closed", "page-closed"),
    ("receipt_is", "page-receipt-is"),
    ("receipt_keep", "page-receipt-keep"),
    ("receipt_link", "page-receipt-link"),
    ("receipt_title", "page-receipt-title"),
    ("private_title", "page-private-title"),
    ("private_note", "page-private-note"),
    ("go_on", "page-go-on"),
    ("go_on_over", "page-go-on-over"),
    ("go_on_new", "page-go-on-new"),
    ("go_on_link", "page-go-on-link"),
    ("link_both", "link-both"),
    ("link_secret", "link-secret"),
];

impl Pages {
    /// Compiles the templates.
    pub(super) fn new() -> Result<Self, Box<TemplateError>> {
        let mut bars = Handlebars::new();
        bars.set_strict_mode(true);
        for (name, text) in [
            ("head", include_str!("pages/head.hbs")),
            ("foot", include_str!("pages/foot.hbs")),
            ("home", include_str!("pages/home.hbs")),
            ("question", include_str!("pages/question.hbs")),
            ("asked", include_str!("pages/asked.hbs")),
            ("paper", include_str!("pages/paper.hbs")),
            ("said", include_str!("pages/said.hbs")),
            ("receipt", include_str!("pages/receipt.hbs")),
            ("go-on", include_str!("pages/go-on.hbs")),
            ("notice", include_str!("pages/notice.hbs")),
        ] {
            bars.register_template_string(name, text).map_err(Box::new)?;
        }
        let style: String = include_str!("pages/style.css").lines().collect();
        let policy = headers::policy(&style);
        Ok(Self { bars, style, policy })
    }

    /// The page as HTML; `None` if a template asks for what is not there, which the tests rule out.
    pub(super) fn render<P: Serialize>(
        &self,
        template: &'static str,
        desk: &dyn Desk,
        page: &Frame,
        body: &P,
    ) -> Option<String> {
        let words =
            WORDS.iter().map(|(name, key)| (*name, desk.sentence(&page.lang, key, &[]))).collect();
        let whole = Whole { page, style: &self.style, words, body };
        match self.bars.render(template, &whole) {
            Ok(html) => Some(html),
            Err(_) => {
                // The error itself may quote a resident's words; the template's name is enough to find it.
                tracing::error!(template, "a page template is broken");
                None
            }
        }
    }
}

/// `rtl` or `ltr`.
pub(super) fn direction(lang: &str) -> &'static str {
    if runs_right_to_left(lang) { "rtl" } else { "ltr" }
}
