//! What form pages show. Nothing is changed here.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::message::{Invitation, Paper, Picture, ReceiptView, ShownCode};
use majlis_channels::{Address, Desk, Filled, Message, Refused, fit};
use majlis_flows::{
    Act, EndedBy, Identity, Lack, Say, Sentence, Session, lead_in, look_over, pending, present,
    sheet, step,
};

use super::compose::Writer;
use super::record::Record;
use super::turn::{of_sheet, read, seed_of};
use super::{Gateway, unavailable};
use crate::campaign::Campaign;
use crate::config::Pages;
use crate::residents::memory::Memory;

/// The kind of channel whose wordings pages use.
const KIND: &str = majlis_channels::web::KIND.name;

#[async_trait]
impl Desk for Gateway {
    async fn open_campaigns(&self, lang: &str) -> Vec<Invitation> {
        let now = Timestamp::now();
        self.catalogue
            .open(now)
            .map(|campaign| {
                let shown = campaign.language(Some(lang));
                Invitation {
                    campaign: campaign.id.clone(),
                    title: campaign.words.title(shown).to_owned(),
                    entity: self.entity_name(campaign, shown),
                    keyword: campaign.keyword(lang, &self.settings.language).to_owned(),
                    lang: shown.to_owned(),
                }
            })
            .collect()
    }

    async fn first(&self, who: &Address, campaign: &str, lang: Option<&str>) -> Option<Picture> {
        let campaign = self.catalogue.campaign(campaign)?;
        let now = Timestamp::now();
        let session = self.unknown(who, campaign, lang, now);
        let input = self.input(campaign, Act::Begin, now);
        let begun = step(&campaign.flow, session, input, now);
        Some(self.picture(campaign, &begun.session, &begun.say, now))
    }

    async fn invited(&self, token: &str, lang: &str) -> Option<String> {
        let token = crate::ids::read_invitation(token)?;
        let found = self.sessions.invitation(&token).await.ok()??;
        found.used_by.map(|_| self.sentences.say(lang, "invited-before", &[]))
    }

    async fn standing(
        &self,
        who: &Address,
        campaign: &str,
        lang: Option<&str>,
    ) -> Result<Option<Picture>, Refused> {
        let Some(campaign) = self.catalogue.campaign(campaign) else { return Ok(None) };
        let now = Timestamp::now();
        let Some(record) = self.held(who, campaign, lang, now).await? else { return Ok(None) };
        let alarm =
            record.emergency.then(|| writer(self, campaign).emergency(&record.session.lang));
        if record.waits() {
            let says = asking(campaign, &record.session);
            let picture = self.picture(campaign, &record.session, &says, now);
            return Ok(Some(Picture { alarm, ..picture }));
        }
        let says = [match record.ended_by() {
            Some(EndedBy::Declined) => Say::Gateway(Sentence::Declined),
            Some(EndedBy::Stop) => Say::Gateway(Sentence::Stopped),
            _ => Say::End,
        }];
        let mut picture = self.frame(campaign, &record.session.lang, now);
        picture.message = self.message(campaign, &record.session, &says);
        picture.text = self.text(campaign, &record.session, &says);
        picture.alarm = alarm;
        picture.withdrawn = record.withdrawn;
        if record.revision > 0 && !record.withdrawn {
            let receipt = &record.session.identity.receipt;
            picture.receipt = Some(receipt.clone());
            picture.spoken = Some(crate::ids::spoken(receipt));
        }
        Ok(Some(picture))
    }

    async fn look_over(
        &self,
        who: &Address,
        campaign: &str,
        lang: &str,
        answers: &[Filled],
    ) -> Result<Vec<(String, String)>, Refused> {
        let Some(campaign) = self.catalogue.campaign(campaign) else { return Ok(Vec::new()) };
        let now = Timestamp::now();
        let session = match self.held(who, campaign, Some(lang), now).await? {
            Some(record) => record.session,
            None => self.unknown(who, campaign, Some(lang), now),
        };
        let given: Vec<_> = answers.iter().map(of_sheet).collect();
        let input = self.input(campaign, Act::Repeat, now);
        let lacks = look_over(&campaign.flow, session.clone(), input, &given, now);
        let writer = writer(self, campaign);
        let sentence = |(id, lack): (String, Lack)| {
            let asked = campaign.flow.step(&id)?;
            let said = match lack {
                Lack::Doubtful(value) => writer.doubt(&session, asked, &value),
                Lack::Unclear => {
                    let heard = given.iter().filter(|given| given.step == id);
                    let heard = heard.map(|given| given.value.to_owned()).collect();
                    writer.again(&Session { heard, ..session.clone() }, asked, 1)
                }
            };
            Some((id, said))
        };
        Ok(lacks.into_iter().filter_map(sentence).collect())
    }

    async fn paper(&self, campaign: &str, lang: Option<&str>) -> Option<Paper> {
        let campaign = self.catalogue.campaign(campaign)?;
        let lang = campaign.language(lang.or(Some(&self.settings.language)));
        Some(self.on_paper(campaign, lang, Timestamp::now()))
    }

    async fn shown_code(&self, who: &Address) -> Result<Option<ShownCode>, Refused> {
        let resident = self.store.load(who).await.map_err(unavailable)?.resident;
        let here = Memory::read(resident.memory.as_deref()).shown;
        let here = here.is_some_and(|shown| shown.who == *who);
        Ok(resident.code.filter(|code| here && code.until > Timestamp::now()).map(|code| {
            let (code, until) = super::link::aloud(&code);
            ShownCode { code, until }
        }))
    }

    async fn receipt(&self, receipt: &str, lang: &str) -> Result<Option<ReceiptView>, Refused> {
        let found = self.store.by_receipt(receipt).await.map_err(unavailable)?;
        let Some(found) = found.filter(|found| !found.open) else { return Ok(None) };
        let Some(campaign) = self.catalogue.campaign(&found.campaign) else { return Ok(None) };
        let shown = campaign.language(Some(lang));
        Ok(Some(ReceiptView {
            receipt: found.receipt,
            campaign: campaign.id.clone(),
            title: campaign.words.title(shown).to_owned(),
            entity: self.entity_name(campaign, shown),
            at: found.at,
            open: campaign.is_open(Timestamp::now()),
        }))
    }

    fn sentence(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> String {
        self.sentences.say(lang, key, args)
    }

    fn languages(&self) -> Vec<(String, String, bool)> {
        self.sentences
            .languages()
            .map(|language| (language.tag, language.name, language.rtl))
            .collect()
    }
}

impl Gateway {
    pub(super) fn entity_name(&self, campaign: &Campaign, lang: &str) -> String {
        self.catalogue.entity(&campaign.entity).map_or("", |entity| entity.name(lang)).to_owned()
    }

    /// A session of somebody nothing is kept of yet.
    fn unknown(
        &self,
        who: &Address,
        campaign: &Campaign,
        lang: Option<&str>,
        now: Timestamp,
    ) -> Session {
        let lang = campaign.language(lang.or(Some(&self.settings.language)));
        Session { seed: Some(seed_of(who)), ..blank(campaign, lang, now) }
    }

    /// What is kept of a resident's conversation, in the language they look at it; one that ran out of time goes on.
    async fn held(
        &self,
        who: &Address,
        campaign: &Campaign,
        lang: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<Record>, Refused> {
        let loaded = self.store.load(who).await.map_err(unavailable)?;
        let stored = loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        let Some(stored) = stored else { return Ok(None) };
        let mut record = read(stored)?;
        if let Some(lang) = lang.filter(|lang| campaign.languages.iter().any(|own| own == lang)) {
            lang.clone_into(&mut record.session.lang);
        }
        self.reopen_page(campaign, &mut record, now);
        Ok(Some(record))
    }

    /// The page of an open session: what was said before the question, the question, what was unclear.
    fn picture(
        &self,
        campaign: &Campaign,
        session: &Session,
        says: &[Say],
        now: Timestamp,
    ) -> Picture {
        let lang = session.lang.as_str();
        let mut picture = self.frame(campaign, lang, now);
        picture.message = self.message(campaign, session, says);
        picture.text = self.text(campaign, session, says);
        picture.rest = self.rest(campaign, session);
        let present = present(&campaign.flow, session);
        if let Some(step) = present.filter(|_| session.misses > 0 && session.doubt.is_none()) {
            picture.error = Some(writer(self, campaign).again(session, step, session.misses));
        }
        picture
    }

    /// The further questions of a page that holds all there are, each with what is said before it.
    fn rest(&self, campaign: &Campaign, session: &Session) -> Vec<Message> {
        let alone = session.menu.is_some() || session.doubt.is_some() || session.reopened.is_some();
        let steps = sheet(&campaign.flow, session);
        let here = steps.first().is_some_and(|step| session.at.as_deref() == Some(&step.id));
        if campaign.pages == Pages::Each || alone || !here {
            return Vec::new();
        }
        let mut messages = Vec::new();
        let mut says = Vec::new();
        for step in steps.into_iter().skip(1) {
            if step.ask.is_none() {
                says.push(Say::Step(step.id.clone()));
                continue;
            }
            says.push(Say::Ask { step: step.id.clone(), again: 0 });
            messages.push(self.message(campaign, session, &says));
            says.clear();
        }
        messages
    }

    /// The same in the words of an SMS.
    fn text(&self, campaign: &Campaign, session: &Session, says: &[Say]) -> String {
        let writer = Writer { campaign, sentences: &self.sentences, kind: "sms" };
        writer.message(session, says, false).map(|message| fit::sms(&message)).unwrap_or_default()
    }

    fn frame(&self, campaign: &Campaign, lang: &str, now: Timestamp) -> Picture {
        Picture {
            campaign: campaign.id.clone(),
            title: campaign.words.title(lang).to_owned(),
            entity: self.entity_name(campaign, lang),
            lang: lang.to_owned(),
            languages: campaign.languages.clone(),
            open: campaign.is_open(now),
            message: Message {
                lang: lang.to_owned(),
                text: String::new(),
                question: None,
                hint: None,
            },
            rest: Vec::new(),
            text: String::new(),
            alarm: None,
            error: None,
            receipt: None,
            spoken: None,
            withdrawn: false,
        }
    }

    fn message(&self, campaign: &Campaign, session: &Session, says: &[Say]) -> Message {
        writer(self, campaign).message(session, says, false).unwrap_or_else(|| Message {
            lang: session.lang.clone(),
            text: String::new(),
            question: None,
            hint: None,
        })
    }
}

/// A session of nobody.
pub(super) fn blank(campaign: &Campaign, lang: &str, now: Timestamp) -> Session {
    let nobody = Identity { submission: String::new(), receipt: String::new() };
    Session::begin(&campaign.flow, nobody, lang, now)
}

fn writer<'a>(gateway: &'a Gateway, campaign: &'a Campaign) -> Writer<'a> {
    Writer { campaign, sentences: &gateway.sentences, kind: KIND }
}

/// A page asks with the question as written; what was unclear stands above it. What is said before the question was
/// said when the one before it was answered: nobody saw it then.
fn asking(campaign: &Campaign, session: &Session) -> Vec<Say> {
    match pending(&campaign.flow, session) {
        Some(Say::Ask { step, .. }) => {
            let fresh = session.reopened.is_none() && session.answer(&step).is_none();
            let before = if fresh { lead_in(&campaign.flow, session) } else { Vec::new() };
            let before = before.into_iter().map(|step| Say::Step(step.id.clone()));
            before.chain([Say::Ask { step, again: 0 }]).collect()
        }
        other => other.into_iter().collect(),
    }
}
