//! What form pages show. Nothing is changed here.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::message::{Invitation, Picture, ReceiptView};
use majlis_channels::{Address, Desk, Message, Refused};
use majlis_flows::{Act, EndedBy, Identity, Input, Say, Sentence, Session, pending, present, step};

use super::compose::Writer;
use super::record::Record;
use super::{Gateway, unavailable};
use crate::campaign::Campaign;

/// The kind of channel whose wordings pages use.
const KIND: &str = "web";

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

    async fn first(&self, campaign: &str, lang: Option<&str>) -> Option<Picture> {
        let campaign = self.catalogue.campaign(campaign)?;
        let lang = campaign.language(lang.or(Some(&self.settings.language)));
        let nobody = Identity { submission: String::new(), receipt: String::new() };
        let now = Timestamp::now();
        let session = Session::begin(&campaign.flow, nobody, lang, now);
        let input = Input {
            act: Act::Begin,
            lexicon: &self.lexicon,
            texts: &campaign.words,
            offered: &campaign.languages,
            today: super::today(Timestamp::now()),
        };
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
        let loaded = self.store.load(who).await.map_err(unavailable)?;
        let stored = loaded.sessions.iter().find(|stored| stored.campaign == campaign.id);
        let Some(stored) = stored else { return Ok(None) };
        let mut record =
            Record::read(stored).map_err(|error| Refused::Unavailable(error.to_string()))?;
        if let Some(lang) = lang.filter(|lang| campaign.languages.iter().any(|own| own == lang)) {
            lang.clone_into(&mut record.session.lang);
        }
        let now = Timestamp::now();
        self.reopen_page(campaign, &mut record, now);
        if record.waits() {
            // A page asks with the question as written; what was unclear stands above it.
            let says = match pending(&campaign.flow, &record.session) {
                Some(Say::Ask { step, .. }) => vec![Say::Ask { step, again: 0 }],
                other => other.into_iter().collect(),
            };
            return Ok(Some(self.picture(campaign, &record.session, &says, now)));
        }
        let says = [match record.ended_by() {
            Some(EndedBy::Declined) => Say::Gateway(Sentence::Declined),
            Some(EndedBy::Stop) => Say::Gateway(Sentence::Stopped),
            _ => Say::End,
        }];
        let mut picture = self.frame(campaign, &record.session.lang, now);
        picture.message = self.message(campaign, &record.session, &says);
        picture.withdrawn = record.withdrawn;
        if record.revision > 0 && !record.withdrawn {
            let receipt = &record.session.identity.receipt;
            picture.receipt = Some(receipt.clone());
            picture.spoken = Some(crate::ids::spoken(receipt));
        }
        Ok(Some(picture))
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
    fn entity_name(&self, campaign: &Campaign, lang: &str) -> String {
        self.catalogue.entity(&campaign.entity).map_or("", |entity| entity.name(lang)).to_owned()
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
        let present = present(&campaign.flow, session);
        if let Some(step) = present.filter(|_| session.misses > 0 && session.doubt.is_none()) {
            let writer = Writer { campaign, sentences: &self.sentences, kind: KIND };
            picture.error = Some(writer.again(session, step, session.misses));
        }
        picture
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
            error: None,
            receipt: None,
            spoken: None,
            withdrawn: false,
        }
    }

    fn message(&self, campaign: &Campaign, session: &Session, says: &[Say]) -> Message {
        let writer = Writer { campaign, sentences: &self.sentences, kind: KIND };
        writer.message(session, says, false).unwrap_or_else(|| Message {
            lang: session.lang.clone(),
            text: String::new(),
            question: None,
            hint: None,
        })
    }
}
