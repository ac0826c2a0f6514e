//! A whole campaign on paper: its questions with the numbers of the SMS, and when each is to be answered.

use jiff::Timestamp;
use majlis_channels::Message;
use majlis_channels::message::{Paper, PaperItem};
use majlis_flows::{Flow, Say, Session, Step, Target};

use super::Gateway;
use super::compose::Writer;
use crate::campaign::Campaign;

impl Gateway {
    /// Options stand in the order of the flow: paper is the same for everybody.
    pub(super) fn on_paper(&self, campaign: &Campaign, lang: &str, now: Timestamp) -> Paper {
        let session = super::desk::blank(campaign, lang, now);
        let writer = Writer { campaign, sentences: &self.sentences, kind: "sms" };
        let steps = campaign.flow.steps.iter();
        let items: Vec<PaperItem> =
            steps.filter_map(|step| item(&writer, &session, &campaign.flow, step)).collect();
        Paper {
            campaign: campaign.id.clone(),
            title: campaign.words.title(lang).to_owned(),
            entity: self.entity_name(campaign, lang),
            keyword: campaign.keyword(lang, &self.settings.language).to_owned(),
            lang: lang.to_owned(),
            languages: campaign.languages.clone(),
            open: campaign.is_open(now),
            items,
        }
    }
}

fn item(writer: &Writer<'_>, session: &Session, flow: &Flow, step: &Step) -> Option<PaperItem> {
    let plain = Step { shuffle: false, ..step.clone() };
    let say = match step.ask {
        None => Say::Step(step.id.clone()),
        Some(_) => Say::Ask { step: step.id.clone(), again: 0 },
    };
    let mut message = writer.message(session, &[say], false)?;
    if message.question.is_some() {
        message.question = writer.question(session, &plain, 0);
    }
    let numbers = |step: &Step, codes: &[String]| -> Vec<usize> {
        let plain = Step { shuffle: false, ..step.clone() };
        let question = writer.question(session, &plain, 0).unwrap_or_default();
        let place = |code: &String| question.options.iter().position(|(own, _)| own == code);
        codes.iter().filter_map(place).map(|at| at + 1).collect()
    };
    let only_if = step.when.iter().filter_map(|(id, codes)| {
        let earlier = flow.step(id)?;
        Some((number(flow, id)?, numbers(earlier, codes)))
    });
    let jump = |target: &Target| match target {
        Target::End => None,
        Target::Step(id) => number_from(flow, id),
    };
    let branches = step.goto.iter().map(|(code, target)| {
        let option = numbers(step, std::slice::from_ref(code));
        (option, jump(target))
    });
    let next = step.next.iter().map(|target| (Vec::new(), jump(target)));
    Some(PaperItem {
        only_if: only_if.collect(),
        goto: branches.chain(next).collect(),
        // Paper is not answered by replying.
        message: Message { hint: None, ..message },
    })
}

/// The number of a question, from 1; sentences have none.
fn number(flow: &Flow, id: &str) -> Option<usize> {
    let asked = flow.steps.iter().filter(|step| step.ask.is_some());
    asked.zip(1..).find(|(step, _)| step.id == id).map(|(_, number)| number)
}

/// The number of the first question from this step on.
fn number_from(flow: &Flow, id: &str) -> Option<usize> {
    let mut steps = flow.steps.iter().skip_while(|step| step.id != id);
    steps.find(|step| step.ask.is_some()).and_then(|step| number(flow, &step.id))
}
