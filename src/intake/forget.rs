//! Erasing a resident: told to consumers, then taken out of the store, in one commit.

use jiff::Timestamp;
use majlis_channels::{Address, Refused};

use super::draft::{Draft, Planned, Way};
use super::{Gateway, MOST_CONFLICTS, unavailable};
use crate::residents::erasure;
use crate::store::Committed;

/// What an erasure found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forgotten {
    /// Anything was known of the address.
    pub known: bool,
    /// Submissions that consumers are told to erase.
    pub submissions: usize,
}

impl Gateway {
    /// Erases everything of an address, as its resident could with ERASE. For operators; nobody is answered.
    ///
    /// # Errors
    /// [`Refused::Unavailable`] if the store does not take it.
    pub async fn forget(&self, who: &Address, now: Timestamp) -> Result<Forgotten, Refused> {
        let _turn = self.lane(who).lock().await;
        for _ in 0..MOST_CONFLICTS {
            let loaded = self.store.load(who).await.map_err(unavailable)?;
            if loaded.version == 0 {
                return Ok(Forgotten { known: false, submissions: 0 });
            }
            let way =
                Way { who: who.clone(), kind: String::new(), channel: String::new(), number: None };
            let mut draft = Draft::own(way, &loaded, now);
            draft.erase = true;
            let mut planned = draft.finish()?;
            self.bid_farewell(&mut planned).await?;
            let submissions = planned.unit.events.len();
            if self.store.commit(planned.unit).await.map_err(unavailable)? == Committed::Done {
                self.let_go_of(planned.gone).await;
                self.count(&planned.submitted);
                return Ok(Forgotten { known: true, submissions });
            }
        }
        Err(Refused::Unavailable("this resident's session keeps changing".to_owned()))
    }

    /// An erasure's events: one for each submission that consumers know of.
    pub(super) async fn bid_farewell(&self, planned: &mut Planned) -> Result<(), Refused> {
        if planned.unit.erase.is_none() {
            return Ok(());
        }
        let message = &planned.unit.message;
        let earlier = self.sessions.events_of(&message.from).await.map_err(unavailable)?;
        planned.unit.events = erasure::farewells(&earlier, message.at);
        let told = planned.unit.events.iter().map(|event| (event.campaign.clone(), "erased"));
        planned.submitted = told.collect();
        let index = self.settings.files.index();
        planned.gone = index.files_of(&message.from).await.map_err(unavailable)?;
        Ok(())
    }
}
