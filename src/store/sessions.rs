//! The seam for the clock, for erasures and for operators: what is found without a message of its resident.

use async_trait::async_trait;
use jiff::Timestamp;
use majlis_channels::Address;

use super::{Event, Result, StoredSession};

/// Sessions by the time they have been silent, and by receipt.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// Open sessions of a campaign, those that were silent longest first, a page at a time.
    async fn silent(&self, wanted: Silent) -> Result<Vec<SilentSession>>;

    /// Residents whose memory waits for this time or an earlier one, those of the earliest first.
    async fn due(&self, until: Timestamp, limit: usize) -> Result<Vec<Address>>;

    /// Every event of a resident, in order: what an erasure has to tell of.
    async fn events_of(&self, who: &Address) -> Result<Vec<Event>>;

    /// Every session of a resident, newest first: also earlier ones of the same campaign, and those that stand aside.
    async fn sessions_of(&self, who: &Address) -> Result<Vec<StoredSession>>;

    /// Makes invitations to a campaign, all in one commit; returns those of the tokens that were new.
    async fn add_invitations(
        &self,
        campaign: &str,
        tokens: &[String],
        now: Timestamp,
    ) -> Result<Vec<String>>;

    /// The invitation with this token.
    async fn invitation(&self, token: &str) -> Result<Option<Invitation>>;

    /// Whose session this receipt is of. For operators alone: a receipt proves nothing.
    async fn owner(&self, receipt: &str) -> Result<Option<Address>>;
}

/// One participation in a campaign, whoever uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Campaign id.
    pub campaign: String,
    /// The resident, by their own address, and the submission that counts for it.
    pub used_by: Option<(Address, String)>,
}

/// Which silent sessions.
#[derive(Debug, Clone)]
pub struct Silent {
    /// Campaign id.
    pub campaign: String,
    /// Behind this place; `None` from the beginning.
    pub after: Option<Place>,
    /// Last heard from at this time or before.
    pub until: Timestamp,
    /// At most so many.
    pub limit: usize,
}

/// A place in the list of silent sessions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// When the session was heard from.
    pub updated_at: Timestamp,
    /// Its submission id.
    pub submission: String,
}

/// An open session that is silent, and whom to write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentSession {
    /// Whose: the address that their keys are made from.
    pub who: Address,
    /// Where it stands in the list.
    pub place: Place,
}
