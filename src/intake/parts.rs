//! Where a provider hands on the parts of an SMS as they come: each is committed like any message, so that an
//! acknowledged part is on disk and a repeated one a duplicate. What waits is in the resident's memory, and
//! leaves it in the same commit in which the whole text has its effect.

use jiff::Timestamp;
use majlis_channels::{Address, Content, Inbound, Refused};

use super::draft::{Arrival, Draft};
use super::{Gateway, unavailable};
use crate::residents::memory::Memory;
use crate::residents::parts::{Brought, Came, Parts};
use crate::store::{Committed, Loaded};

/// Takes a part into the memory that was loaded; the whole text, if it was the last that was missing.
pub(super) fn join(inbound: &Inbound, loaded: &mut Loaded, now: Timestamp) -> Option<Inbound> {
    let Content::Part { text, part } = &inbound.content else { return None };
    let mut memory = Memory::read(loaded.resident.memory.as_deref());
    let own = loaded.addresses.first().is_none_or(|own| *own == inbound.from);
    let came = Came {
        who: Some(&inbound.from).filter(|_| !own),
        channel: &inbound.channel,
        to: inbound.to.as_deref(),
        provider: inbound.provider.as_deref(),
        at: now,
    };
    let brought = memory.part(part, text, &came);
    loaded.resident.memory = memory.write();
    match brought {
        Brought::Whole(text) => Some(Inbound { content: Content::Text(text), ..inbound.clone() }),
        Brought::Waits | Brought::Again => None,
    }
}

impl Gateway {
    /// Takes the texts of a resident whose missing parts were waited for long enough, flagged as such; how many.
    pub(super) async fn take_partial(
        &self,
        who: &Address,
        now: Timestamp,
    ) -> Result<usize, Refused> {
        let _turn = self.lane(who).lock().await;
        let mut taken = 0;
        loop {
            let mut loaded = self.store.load(who).await.map_err(unavailable)?;
            let mut memory = Memory::read(loaded.resident.memory.as_deref());
            let Some((parts, text)) = memory.overdue(now) else { return Ok(taken) };
            loaded.resident.memory = memory.write();
            let inbound = whole(who, parts, text, now);
            let asked = self.asked_receipt(&inbound).await?;
            let pace = self.floods.count(who);
            let holders = self.holder_for(&loaded, None).await?;
            let arrival = Arrival { asked, pace, holders, ..Arrival::default() };
            let mut draft = Draft::new(&inbound, &loaded, &arrival, now);
            // Nobody wrote just now: the version alone keeps it from being done twice.
            draft.unit.message.print = None;
            draft.partial = true;
            self.take(&mut draft, &inbound, &inbound.content)?;
            let mut planned = draft.finish()?;
            self.bid_farewell(&mut planned).await?;
            if self.store.commit(planned.unit).await.map_err(unavailable)? != Committed::Done {
                return Ok(taken);
            }
            self.count(&planned.submitted);
            taken += 1;
        }
    }
}

fn whole(who: &Address, parts: Parts, text: String, now: Timestamp) -> Inbound {
    Inbound {
        channel: parts.channel,
        kind: "sms",
        provider: parts.provider,
        from: parts.who.unwrap_or_else(|| who.clone()),
        to: parts.to,
        provider_id: String::new(),
        content: Content::Text(text),
        received_at: now,
        lang: None,
        sender: majlis_channels::Proof::Proven,
        answers: None,
    }
}
