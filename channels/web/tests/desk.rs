//! A small gateway for the tests of pages: it keeps what was handed in and answers from a short script.
//! Its sentences are the shipped ones, so that lengths and missing keys show.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;

use crate::message::{Invitation, Paper, PaperItem, ReceiptView, ShownCode};
use crate::{
    Address, Content, Desk, Filled, Inbound, Intake, Message, Picture, Question, Received, Refused,
    Report,
};

/// Steps of the campaign `park-hours`, in order.
pub(super) const STEPS: [&str; 3] = ["choice", "why", "age"];

#[derive(Default)]
pub(super) struct Fake {
    pub(super) received: Mutex<Vec<Inbound>>,
    pub(super) away: AtomicBool,
    pub(super) unread: AtomicBool,
    pub(super) closed: AtomicBool,
    /// The campaign is in Urdu alone, for which there are no sentences yet.
    pub(super) urdu: AtomicBool,
    /// The first question asks for files.
    pub(super) filing: AtomicBool,
    /// All questions stand on one page.
    pub(super) one_page: AtomicBool,
}

impl Fake {
    /// What counts: the first of each duplicate key.
    fn taken(&self) -> Vec<Inbound> {
        let mut seen = Vec::new();
        let mut taken = Vec::new();
        for inbound in self.received.lock().unwrap().iter() {
            let key = (inbound.from.clone(), inbound.provider_id.clone());
            if !seen.contains(&key) {
                seen.push(key);
                taken.push(inbound.clone());
            }
        }
        taken
    }

    /// All questions on one page.
    fn first_of_all(&self, lang: &str) -> Picture {
        let rest = [1, 2].map(|at| self.single(lang, at, false).message).to_vec();
        Picture { rest, ..self.single(lang, 0, false) }
    }

    fn picture(&self, lang: &str, at: usize, error: bool) -> Picture {
        if at == 0 && self.one_page.load(Ordering::Relaxed) {
            return self.first_of_all(lang);
        }
        self.single(lang, at, error)
    }

    fn single(&self, lang: &str, at: usize, error: bool) -> Picture {
        let lang = if self.urdu.load(Ordering::Relaxed) { "ur" } else { lang };
        let arabic = lang == "ar";
        let word = |en: &str, ar: &str| if arabic { ar } else { en }.to_owned();
        let mut question = Question {
            step: STEPS.get(at).copied().unwrap_or_default().to_owned(),
            ask: ["choice", "text", "number"].get(at).copied().unwrap_or_default().to_owned(),
            options: Vec::new(),
            listed: at == 0,
            optional: at == 1,
            max_chars: (at == 1).then_some(600),
            ..Question::default()
        };
        if at == 0 && self.filing.load(Ordering::Relaxed) {
            question.ask = "file".to_owned();
        } else if at == 0 {
            question.options = vec![
                ("later".to_owned(), word("1 am", "الساعة 1 ليلاً")),
                ("same".to_owned(), word("11 pm, as <now>", "الساعة 11 كما هي الآن")),
                ("earlier".to_owned(), word("9 pm", "الساعة 9 مساءً")),
            ];
        }
        let text = match at {
            0 => word(
                "The park is yours.\nWhen should the park close?",
                "الحديقة لكم.\nمتى تغلق الحديقة؟",
            ),
            1 => word("Why do you think so?", "لماذا ترى ذلك؟"),
            2 => word("How old are you?", "كم عمرك؟"),
            _ => word("We tell you the result in June.", "نخبركم بالنتيجة في يونيو."),
        };
        let done = at >= STEPS.len();
        Picture {
            campaign: "park-hours".to_owned(),
            title: word("Park hours", "ساعات الحديقة"),
            entity: "Parks & \"Gardens\"".to_owned(),
            lang: lang.to_owned(),
            languages: vec!["ar".to_owned(), "en".to_owned()],
            open: !self.closed.load(Ordering::Relaxed),
            message: Message {
                lang: lang.to_owned(),
                text,
                question: (!done).then_some(question),
                hint: Some("Reply with a number. STOP to end.".to_owned()),
            },
            rest: Vec::new(),
            text: "When should the park close?\n1 1 am\n2 11 pm, as now\n3 9 pm".to_owned(),
            alarm: None,
            error: error.then(|| word("We did not find that answer.", "لم نجد هذه الإجابة.")),
            receipt: done.then(|| "K7P-4QM".to_owned()),
            spoken: done.then(|| "K, 7, P, 4, Q, M".to_owned()),
            withdrawn: false,
        }
    }

    /// Where the answers lead: each fitting one moves a step on.
    fn stand(&self, who: &Address) -> Option<(usize, bool, String)> {
        let mut stand: Option<(usize, bool, String)> = None;
        for inbound in self.taken().into_iter().filter(|inbound| inbound.from == *who) {
            if matches!(inbound.content, Content::Sheet { .. }) {
                stand = Some((STEPS.len(), false, "en".to_owned()));
                continue;
            }
            let (step, value) = match &inbound.content {
                Content::Form { step, value, .. } => (step, value),
                Content::Files(files) => (&files.page.as_ref().unwrap().1, &files.words),
                _ => continue,
            };
            let (at, ..) = stand.unwrap_or_default();
            let lang = inbound.lang.clone().unwrap_or_else(|| "en".to_owned());
            let here = STEPS.get(at) == Some(&step.as_str());
            let fits = at != 2 || value.parse::<u8>().is_ok();
            stand = Some((if here && fits { at + 1 } else { at }, here && !fits, lang));
        }
        stand
    }
}

#[async_trait]
impl Desk for Fake {
    async fn open_campaigns(&self, lang: &str) -> Vec<Invitation> {
        vec![Invitation {
            campaign: "park-hours".to_owned(),
            title: self.picture(lang, 0, false).title,
            entity: "Parks & \"Gardens\"".to_owned(),
            keyword: "PARK".to_owned(),
            lang: lang.to_owned(),
        }]
    }

    async fn first(&self, _who: &Address, campaign: &str, lang: Option<&str>) -> Option<Picture> {
        (campaign == "park-hours").then(|| self.picture(lang.unwrap_or("en"), 0, false))
    }

    /// Of the steps of a page only an age that is no number is wrong.
    async fn look_over(
        &self,
        _who: &Address,
        _campaign: &str,
        _lang: &str,
        answers: &[Filled],
    ) -> Result<Vec<(String, String)>, Refused> {
        if self.unread.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("locked".to_owned()));
        }
        let wrong = |filled: &&Filled| {
            filled.step == "age" && !filled.value.is_empty() && filled.value.parse::<u8>().is_err()
        };
        let told = |filled: &Filled| (filled.step.clone(), "We did not find that age.".to_owned());
        Ok(answers.iter().filter(wrong).map(told).collect())
    }

    async fn paper(&self, campaign: &str, lang: Option<&str>) -> Option<Paper> {
        let picture = self.first_of_all(lang.unwrap_or("en"));
        let item = |message: Message| PaperItem { message, only_if: Vec::new(), goto: Vec::new() };
        let mut items: Vec<PaperItem> = picture.rest.into_iter().map(item).collect();
        items.insert(0, item(picture.message));
        if let Some(why) = items.get_mut(1) {
            why.only_if = vec![(1, vec![2, 3])];
            why.goto = vec![(Vec::new(), Some(3))];
        }
        (campaign == "park-hours").then(|| Paper {
            campaign: picture.campaign,
            title: picture.title,
            entity: picture.entity,
            keyword: "PARK".to_owned(),
            lang: picture.lang,
            languages: picture.languages,
            open: picture.open,
            items,
        })
    }

    async fn standing(
        &self,
        who: &Address,
        campaign: &str,
        lang: Option<&str>,
    ) -> Result<Option<Picture>, Refused> {
        if self.unread.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("locked".to_owned()));
        }
        let stand = self.stand(who).filter(|_| campaign == "park-hours");
        Ok(stand.map(|(at, error, own)| self.picture(lang.unwrap_or(&own), at, error)))
    }

    /// A code is good once it was asked for, until the page asks for the next question.
    async fn shown_code(&self, who: &Address) -> Result<Option<ShownCode>, Refused> {
        if self.unread.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("locked".to_owned()));
        }
        let last = self.taken().into_iter().rfind(|inbound| inbound.from == *who);
        let go_on = |inbound: &Inbound| {
            matches!(inbound.content, Content::Wish { wish: crate::Wish::GoOn, .. })
        };
        let code = ShownCode { code: "482 193".to_owned(), until: "14:35".to_owned() };
        Ok(last.filter(go_on).map(|_| code))
    }

    async fn receipt(&self, receipt: &str, lang: &str) -> Result<Option<ReceiptView>, Refused> {
        if self.unread.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("locked".to_owned()));
        }
        Ok((receipt == "K7P-4QM").then(|| ReceiptView {
            receipt: receipt.to_owned(),
            campaign: "park-hours".to_owned(),
            title: self.picture(lang, 0, false).title,
            entity: "Parks & \"Gardens\"".to_owned(),
            at: "2026-06-03T22:30:00Z".parse().unwrap(),
            open: true,
        }))
    }

    fn sentence(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> String {
        let text = match lang {
            "ar" => include_str!("../../../locales/ar/system.ftl"),
            _ => include_str!("../../../locales/en/system.ftl"),
        };
        let words: HashMap<&str, &str> =
            text.lines().filter_map(|line| line.split_once(" = ")).collect();
        let mut said =
            (*words.get(key).unwrap_or_else(|| panic!("no sentence {key} in {lang}"))).to_owned();
        if key == "page-date" {
            // The one sentence with cases; its parts are enough here.
            return args.iter().map(|(_, value)| *value).collect::<Vec<_>>().join(" ");
        }
        for (name, value) in args {
            said = said.replace(&format!("{{ ${name} }}"), &format!("\u{2068}{value}\u{2069}"));
        }
        assert!(!said.contains("{ $"), "{key} in {lang} wants more than {args:?}");
        said
    }

    fn languages(&self) -> Vec<(String, String, bool)> {
        vec![
            ("ar".to_owned(), "العربية".to_owned(), true),
            ("en".to_owned(), "English".to_owned(), false),
        ]
    }
}

#[async_trait]
impl Intake for Fake {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        if self.away.load(Ordering::Relaxed) {
            return Err(Refused::Unavailable("disk full".to_owned()));
        }
        let mut received = self.received.lock().unwrap();
        let duplicate = received
            .iter()
            .any(|old| old.from == inbound.from && old.provider_id == inbound.provider_id);
        received.push(inbound);
        Ok(Received { duplicate, replies: Vec::new() })
    }

    async fn report(&self, _report: Report) -> Result<(), Refused> {
        Ok(())
    }
}
