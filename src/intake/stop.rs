//! STOP: how far it reaches, and what ends with it.
//!
//! STOP means the entity that was spoken with, STOP ALL everybody who writes from here. Where there is only one entity,
//! or none was spoken with, or STOP is said again, it means all.

use majlis_channels::Refused;
use majlis_flows::EndedBy;

use super::Gateway;
use super::draft::Draft;
use super::turn::read;
use crate::campaign::Campaign;

impl Gateway {
    /// STOP was said in a conversation, or after one. Every conversation with whom it is meant for ends, but for the
    /// `present` one, which the engine ends. Returns what is said back.
    pub(super) fn stop(
        &self,
        draft: &mut Draft<'_>,
        campaign: Option<&Campaign>,
        present: &str,
        all: bool,
        lang: &str,
    ) -> Result<String, Refused> {
        let entity = campaign.map(|campaign| campaign.entity.as_str());
        let before = &draft.loaded.resident;
        let again = before.opted_out.is_some() || entity.is_some_and(|id| before.is_silent_for(id));
        let Some(entity) = entity.filter(|_| !all && !again && self.catalogue.several_ask()) else {
            self.stop_all(draft, present)?;
            return Ok(self.sentences.say(lang, "stopped", &[]));
        };
        draft.unit.resident.silence(entity);
        if draft.unit.resident.is_silent_for_all() {
            self.stop_all(draft, present)?;
            return Ok(self.sentences.say(lang, "stopped", &[]));
        }
        draft.stops = true;
        self.end_all(draft, present, Some(entity))?;
        let of_entity = self.catalogue.campaigns().filter(|campaign| campaign.entity == entity);
        draft.unit.withdraw = of_entity.map(|campaign| campaign.id.clone()).collect();
        let name = self.catalogue.entity(entity).map_or(entity, |entity| entity.name(lang));
        let stopped = self.sentences.say(lang, "stopped-entity", &[("entity", name)]);
        Ok(format!("{stopped} {}", self.sentences.say(lang, "stop-all-how", &[])))
    }

    /// STOP outside of a conversation: the entity that was spoken with last.
    pub(super) fn stop_outside(
        &self,
        draft: &mut Draft<'_>,
        all: bool,
        lang: &str,
    ) -> Result<String, Refused> {
        let last = self.newest_asked(draft.loaded, |_| true)?.map(|(campaign, _)| campaign);
        self.stop(draft, last.as_deref(), "", all, lang)
    }

    /// The resident wants nothing more of whoever they spoke with last.
    pub(super) fn is_silent(&self, draft: &Draft<'_>) -> Result<bool, Refused> {
        let resident = &draft.unit.resident;
        if resident.opted_out.is_some() || resident.stopped.is_empty() {
            return Ok(resident.opted_out.is_some());
        }
        let last = self.newest_asked(draft.loaded, |_| true)?;
        Ok(last.is_some_and(|(campaign, _)| resident.is_silent_for(&campaign.entity)))
    }

    /// That STOP was said, and to whom.
    pub(super) fn still_stopped(&self, draft: &Draft<'_>, lang: &str) -> Result<String, Refused> {
        let last = self.newest_asked(draft.loaded, |_| true)?;
        let entity = last.map(|(campaign, _)| campaign.entity.clone()).unwrap_or_default();
        Ok(self.stopped_sentence(draft, &entity, lang))
    }

    /// That STOP was said to this entity, or to all.
    pub(super) fn stopped_sentence(&self, draft: &Draft<'_>, entity: &str, lang: &str) -> String {
        let all = draft.unit.resident.opted_out.is_some();
        match self.catalogue.entity(entity).filter(|_| !all) {
            Some(known) => {
                self.sentences.say(lang, "stopped-entity", &[("entity", known.name(lang))])
            }
            None => self.sentences.say(lang, "still-stopped", &[]),
        }
    }

    /// Nobody writes to this resident any more. Every conversation ends, and what was answered in each is handed on as
    /// partial.
    pub(super) fn stop_all(&self, draft: &mut Draft<'_>, present: &str) -> Result<(), Refused> {
        draft.stops = true;
        draft.unit.resident.opted_out = draft.unit.resident.opted_out.or(Some(draft.now));
        self.end_all(draft, present, None)
    }

    /// Ends the conversations with one entity, or with all.
    pub(super) fn end_all(
        &self,
        draft: &mut Draft<'_>,
        present: &str,
        entity: Option<&str>,
    ) -> Result<(), Refused> {
        let others = draft
            .loaded
            .sessions
            .iter()
            .filter(|stored| stored.open && stored.submission != *present);
        for stored in others {
            let Some(campaign) = self.catalogue.campaign(&stored.campaign) else { continue };
            if entity.is_none_or(|entity| entity == campaign.entity) {
                self.close(draft, campaign, read(stored)?, EndedBy::Stop)?;
            }
        }
        Ok(())
    }
}

/// A wish to take part in this campaign: whatever was said before, its entity may write again, and no other.
pub(super) fn welcome(draft: &mut Draft<'_>, campaign: &Campaign) {
    draft.unit.resident.welcome(&campaign.entity);
}

/// START: everybody may write again.
pub(super) fn welcome_all(draft: &mut Draft<'_>) {
    draft.unit.resident.opted_out = None;
    draft.unit.resident.stopped.clear();
}
