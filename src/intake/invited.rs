//! Invitations: a token is one participation, whoever uses it and by whichever channel. It proves nobody: it joins no
//! addresses, and shows nothing that was answered with it. Of two who finish with the same one the later counts.

use majlis_channels::{Content, Inbound, Refused};

use super::draft::{Draft, Way};
use super::record::Record;
use super::turn::read;
use super::{Gateway, unavailable};
use crate::campaign::Campaign;
use crate::ids;
use crate::store::{Invitation, InvitationUse, Loaded, Other};

/// The invitation in a message.
#[derive(Debug, Clone)]
pub(crate) struct Invited {
    pub(crate) token: String,
    pub(crate) campaign: String,
    /// Somebody else's answer counts for it.
    pub(crate) used: bool,
}

/// Whose answer counts so far for an invitation that this resident takes part by.
pub(crate) struct Holder {
    token: String,
    /// The answer that counts.
    submission: Option<String>,
    /// What is known of its resident, if that is somebody else.
    rival: Option<Loaded>,
}

impl Gateway {
    /// The invitation in a message, if it has one that is known.
    pub(super) async fn invitation_in(
        &self,
        inbound: &Inbound,
        loaded: &Loaded,
    ) -> Result<Option<Invited>, Refused> {
        let (Content::Text(text) | Content::Link(text)) = &inbound.content else { return Ok(None) };
        let Some(token) = self.token_in(text) else { return Ok(None) };
        let found = self.sessions.invitation(&token).await.map_err(unavailable)?;
        Ok(found.map(|Invitation { campaign, used_by }| {
            let used = used_by.is_some_and(|(who, _)| !loaded.addresses.contains(&who));
            Invited { token, campaign, used }
        }))
    }

    /// Alone, at the beginning, or behind the campaign's keyword.
    fn token_in(&self, text: &str) -> Option<String> {
        let first = text.split_whitespace().next().unwrap_or_default();
        let behind = || {
            let called = self.catalogue.called(text)?;
            ids::read_invitation(called.rest)
        };
        ids::read_invitation(text).or_else(|| ids::read_invitation(first)).or_else(behind)
    }

    /// For a resident who takes part by an invitation: whose answer counts for it until now.
    pub(super) async fn holder_for(&self, loaded: &Loaded) -> Result<Vec<Holder>, Refused> {
        let mut holders = Vec::new();
        for stored in &loaded.sessions {
            // Few have one: the others are not read for it.
            if !stored.state.contains("\"invitation\"") {
                continue;
            }
            let Some(token) = read(stored)?.invitation else { continue };
            let found = self.sessions.invitation(&token).await.map_err(unavailable)?;
            let Some(Invitation { used_by, .. }) = found else { continue };
            let mut holder = Holder { token, submission: None, rival: None };
            if let Some((who, submission)) = used_by {
                holder.submission = Some(submission);
                if !loaded.addresses.contains(&who) {
                    holder.rival = Some(self.store.load(&who).await.map_err(unavailable)?);
                }
            }
            holders.push(holder);
        }
        Ok(holders)
    }

    /// A message with an invitation: its campaign begins, or goes on.
    pub(super) fn take_invited(
        &self,
        draft: &mut Draft<'_>,
        invited: &Invited,
    ) -> Result<(), Refused> {
        let before = draft.messages.len();
        draft.invitation = Some(invited.token.clone());
        self.take_link(draft, &invited.campaign)?;
        if invited.used
            && let Some(message) = draft.messages.get_mut(before)
        {
            let told = self.sentences.say(&message.lang, "invited-before", &[]);
            message.text = format!("{told}\n{}", message.text);
        }
        Ok(())
    }

    /// What an SMS says to invite.
    pub(crate) fn invitation_text(&self, campaign: &Campaign, lang: &str, token: &str) -> String {
        let title = campaign.words.title(lang);
        self.sentences.say(lang, "invitation", &[("title", title), ("token", token)])
    }

    /// An answer by invitation is finished: it counts for the invitation from now on, and the one that did before no
    /// longer, in the same commit.
    pub(super) fn claim_invitation(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &Record,
    ) -> Result<(), Refused> {
        let Some(token) = &record.invitation else { return Ok(()) };
        let submission = &record.session.identity.submission;
        let holders = draft.holders;
        let Some(holder) = holders.iter().find(|holder| holder.token == *token) else {
            // It was begun in this very message.
            let before = None;
            let (token, submission) = (token.clone(), submission.clone());
            draft.unit.claim = Some(InvitationUse { token, submission, before });
            return Ok(());
        };
        if holder.submission.as_ref() == Some(submission) {
            return Ok(());
        }
        draft.unit.claim = Some(InvitationUse {
            token: token.clone(),
            submission: submission.clone(),
            before: holder.submission.clone(),
        });
        let Some(rival) = &holder.rival else { return Ok(()) };
        let theirs = rival
            .sessions
            .iter()
            .find(|stored| Some(&stored.submission) == holder.submission.as_ref());
        let (Some(stored), Some(who)) = (theirs, rival.addresses.first()) else { return Ok(()) };
        let mut lost = read(stored)?;
        if lost.withdrawn || lost.duplicate || lost.revision == 0 {
            return Ok(());
        }
        lost.duplicate = true;
        let way = Way {
            who: who.clone(),
            kind: lost.kind.clone(),
            channel: lost.channel.clone(),
            number: lost.number.clone(),
        };
        let mut their_turn = Draft::own(way, rival, draft.now);
        self.restate(&mut their_turn, campaign, &mut lost)?;
        their_turn.keep_as_heard(campaign, &lost, stored.updated_at)?;
        draft.submitted.append(&mut their_turn.submitted);
        draft.unit.other = Some(Other {
            who: who.clone(),
            expected: rival.version,
            sessions: their_turn.unit.sessions,
            events: their_turn.unit.events,
            joined: false,
        });
        Ok(())
    }
}
