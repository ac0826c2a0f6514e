//! Two residents turn out to be one: what both gave and began becomes that of one, in one commit.
//!
//! In each campaign one session stands, and the others step aside. Nothing is lost: what counted and counts no more is
//! told of, and so is what goes on to count under the key of the one who stays.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use majlis_channels::{Address, Inbound, Message, Refused};
use majlis_flows::{Act, EndedBy, Status, Yield};

use super::draft::{Arrival, Draft, Planned, Way, message};
use super::record::Record;
use super::turn::read;
use super::{Gateway, unavailable};
use crate::campaign::Campaign;
use crate::residents::memory::Memory;
use crate::store::{Loaded, Other, Resident, StoredSession};

/// Two who are about to be one.
pub(super) struct Meeting {
    /// An address of the one who stays.
    who: Address,
    /// What is known of them.
    pub(super) with: Loaded,
    /// Every session of theirs.
    theirs: Vec<StoredSession>,
    /// Every session of the one who joins.
    ours: Vec<StoredSession>,
}

/// One session of the two.
struct Side {
    stored: StoredSession,
    record: Record,
    /// Of the one who joins.
    joins: bool,
}

impl Gateway {
    pub(super) async fn meet(&self, who: &Address, from: &Address) -> Result<Meeting, Refused> {
        let with = self.store.load(who).await.map_err(unavailable)?;
        let theirs = self.sessions.sessions_of(who).await.map_err(unavailable)?;
        let ours = self.sessions.sessions_of(from).await.map_err(unavailable)?;
        Ok(Meeting { who: who.clone(), with, theirs, ours })
    }

    /// The sender of this message joins the one they met.
    pub(super) fn plan_join(
        &self,
        inbound: &Inbound,
        joins: &Loaded,
        meeting: &Meeting,
        arrival: &Arrival,
        now: Timestamp,
    ) -> Result<Planned, Refused> {
        let mut merged = merge(inbound, joins, meeting);
        let mut settled = Draft::new(inbound, &merged, arrival, now);
        let standing = self.settle(&mut settled, inbound, joins, meeting)?;
        let (unit, submitted) = (settled.unit, settled.submitted);
        merged.sessions = standing;
        let mut draft = Draft::new(inbound, &merged, arrival, now);
        (draft.unit, draft.submitted) = (unit, submitted);
        draft.unit.expected = joins.version;
        draft.unit.other = Some(Other {
            who: meeting.who.clone(),
            expected: meeting.with.version,
            sessions: Vec::new(),
            events: Vec::new(),
            joined: true,
        });
        self.greet_joined(&mut draft, meeting)?;
        draft.finish()
    }

    /// Both are told, and the conversation that waits goes on here.
    fn greet_joined(&self, draft: &mut Draft<'_>, meeting: &Meeting) -> Result<(), Refused> {
        let lang = self.reply_language(draft, "", false);
        let stopped = draft.loaded.resident.opted_out.is_some();
        let said = |lang: &str, key: &str| {
            let then = if stopped { "link-stopped" } else { "link-both" };
            message(lang, self.sentences_of(lang, &[key, then]))
        };
        if let Some(shown) = Memory::read(meeting.with.resident.memory.as_deref()).shown {
            let told = said(&shown.lang, "link-told");
            let (who, kind) = (shown.who, shown.kind);
            draft.tell(Way { who, kind, channel: shown.channel, number: shown.number }, told);
        }
        let done = said(&lang, "link-done");
        if stopped {
            draft.say(done);
            return self.stop_all(draft, "");
        }
        let resident = &draft.loaded.resident;
        for entity in self.catalogue.entities().filter(|one| resident.is_silent_for(&one.id)) {
            self.end_all(draft, "", Some(&entity.id))?;
        }
        let open = self.newest_asked(draft.loaded, Record::is_open)?;
        let goes_on = |campaign: &Campaign| {
            campaign.is_open(draft.now) && !resident.is_silent_for(&campaign.entity)
        };
        let Some((campaign, record)) = open.filter(|(campaign, _)| goes_on(campaign)) else {
            draft.say(done);
            return Ok(());
        };
        let before = draft.messages.len();
        self.advance(draft, &campaign, record, Act::Repeat, false)?;
        // The conversation that goes on is the one that this is about.
        draft.unit.sessions.rotate_right(1);
        match draft.messages.get_mut(before) {
            Some(Message { text, .. }) => *text = format!("{}\n{text}", done.text),
            None => draft.say(done),
        }
        Ok(())
    }

    /// In each campaign decides which session stands; returns those that a resident with all of them would be loaded
    /// with. What changes is in the unit.
    fn settle(
        &self,
        draft: &mut Draft<'_>,
        inbound: &Inbound,
        joins: &Loaded,
        meeting: &Meeting,
    ) -> Result<Vec<StoredSession>, Refused> {
        let own = joins.addresses.first().unwrap_or(&inbound.from);
        let mut campaigns: BTreeMap<&str, Vec<Side>> = BTreeMap::new();
        let sides = [(&meeting.theirs, false), (&meeting.ours, true)];
        for (sessions, joins) in sides {
            for stored in sessions {
                let mut record = read(stored)?;
                if joins && record.who.is_none() {
                    record.who = Some(own.clone());
                }
                let stored = stored.clone();
                let name = self.catalogue.campaign(&stored.campaign).map_or("", |known| &known.id);
                campaigns.entry(name).or_default().push(Side { stored, record, joins });
            }
        }
        let mut all = Vec::new();
        for (id, sides) in campaigns {
            let Some(campaign) = self.catalogue.campaign(id) else {
                // Of a campaign that the config no longer has: moved as they are.
                all.extend(sides.into_iter().map(|side| side.stored));
                continue;
            };
            let stands = which_stands(campaign, &sides);
            for (at, side) in sides.into_iter().enumerate() {
                let aside = stands.is_some_and(|stands| stands != at);
                all.push(self.settle_one(draft, campaign, side, aside)?);
            }
        }
        all.sort_by(|a, b| b.submission.cmp(&a.submission));
        let mut seen = HashSet::new();
        all.retain(|stored| !stored.aside && seen.insert(stored.campaign.clone()));
        Ok(all)
    }

    /// One session after the joining, in the unit if it is another than before.
    fn settle_one(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        side: Side,
        aside: bool,
    ) -> Result<StoredSession, Refused> {
        let Side { stored, mut record, joins } = side;
        let before = record.clone();
        if aside && !record.aside {
            self.step_aside(draft, campaign, &mut record, joins)?;
        } else if joins && record.revision > 0 && !record.withdrawn && !record.is_open() {
            // It goes on to stand, under another key.
            self.restate(draft, campaign, &mut record)?;
        }
        if record == before && !joins {
            return Ok(stored);
        }
        let stored = draft.keep_as_heard(campaign, &record, stored.updated_at)?;
        Ok(stored)
    }

    /// Another session stands in the place of this one. If it was of the same person, it counts no more; in a campaign
    /// that takes several answers of one, only what was begun twice does not.
    fn step_aside(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &mut Record,
        joins: bool,
    ) -> Result<(), Refused> {
        record.aside = true;
        let open = record.is_open() && record.session.reopened.is_none();
        record.duplicate |= !record.shared && (open || !campaign.repeat);
        let turn = self.step(campaign, record, Act::Close(EndedBy::Stop), draft.now);
        if record.waits() {
            record.session = turn.session;
            record.session.menu = None;
        }
        if turn.yields.contains(&Yield::Ended(EndedBy::Stop)) {
            return self.submit(draft, campaign, record, EndedBy::Stop);
        }
        if record.revision > 0 && !record.withdrawn && (joins || record.duplicate) {
            return self.restate(draft, campaign, record);
        }
        Ok(())
    }
}

/// What is known of both together. A wish for silence is never lost.
fn merge(inbound: &Inbound, joins: &Loaded, meeting: &Meeting) -> Loaded {
    let (stays, other) = (&meeting.with.resident, &joins.resident);
    let mut memory = Memory::read(stays.memory.as_deref());
    let theirs = Memory::read(other.memory.as_deref());
    let mut addresses = meeting.with.addresses.clone();
    if addresses.is_empty() {
        addresses.push(meeting.who.clone());
    }
    let before = addresses.len();
    addresses.extend(joins.addresses.iter().cloned());
    if addresses.len() == before {
        addresses.push(inbound.from.clone());
    }
    let own = addresses.get(before).cloned();
    memory.shown = None;
    memory.own_language |= theirs.own_language && stays.lang.is_none();
    memory.parts.extend(theirs.parts.into_iter().map(|parts| parts.at(own.as_ref())));
    let mut stopped = stays.stopped.clone();
    stopped.extend(other.stopped.iter().cloned());
    stopped.sort();
    stopped.dedup();
    stopped.retain(|entry| {
        let back = entry.strip_prefix('+');
        back.is_none_or(|entity| !stays.is_silent_for(entity) && !other.is_silent_for(entity))
    });
    let resident = Resident {
        lang: stays.lang.clone().or_else(|| other.lang.clone()),
        opted_out: stays.opted_out.or(other.opted_out),
        memory: memory.write(),
        due: memory.due(),
        stopped,
        code: None,
    };
    Loaded { version: meeting.with.version, resident, sessions: Vec::new(), addresses }
}

/// The place of the session that stands among all of one campaign; `None` if none has to step aside, as all are of one
/// side.
fn which_stands(campaign: &Campaign, sides: &[Side]) -> Option<usize> {
    let both = [true, false].map(|joins| sides.iter().any(|side| side.joins == joins));
    if both != [true, true] {
        return None;
    }
    let best = sides.iter().enumerate().max_by_key(|(_, side)| weight(campaign, side));
    best.map(|(at, _)| at)
}

/// What speaks for a session, the weightiest first: that it may stand at all; that it is finished (where several answers
/// count: that it goes on); that something was answered; that it is the later.
fn weight<'a>(campaign: &Campaign, side: &'a Side) -> (bool, u8, bool, Timestamp, &'a str) {
    let record = &side.record;
    let session = &record.session;
    let changing = session.reopened.is_some();
    let open = record.is_open() && !changing;
    let complete = changing || session.status() == Some(Status::Complete);
    let stage = match (open, complete) {
        (true, _) if campaign.repeat => 3,
        (_, true) => 2,
        (true, _) => 1,
        _ => 0,
    };
    let begun = session.started_at;
    let at = if open { begun } else { session.ended.map_or(side.stored.updated_at, |(_, at)| at) };
    let may = !record.aside && !record.withdrawn && !record.shared;
    (may, stage, !session.answers.is_empty(), at, &side.stored.submission)
}
