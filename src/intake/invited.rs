//! Invitations: a token is one participation, whoever uses it and by whichever channel. It proves nobody: it joins no
//! addresses, and shows nothing that was answered with it. Of two who finish with the same one the later counts.

use jiff::Timestamp;
use majlis_channels::{Addresses, Content, Inbound, Refused};

use super::draft::{Draft, Way};
use super::record::Record;
use super::turn::read;
use super::{Gateway, unavailable};
use crate::campaign::Campaign;
use crate::campaign::catalogue::Called;
use crate::ids;
use crate::store::{Invitation, InvitationUse, Loaded, Other};

/// Words of one message that are looked up, at most.
const MOST_TOKENS: usize = 4;

/// The invitation in a message.
#[derive(Debug, Clone)]
pub(crate) struct Invited {
    pub(crate) token: String,
    pub(crate) campaign: String,
    /// Those of the keyword before it; none if it came without one.
    pub(crate) languages: Vec<String>,
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
        let mut known: Vec<(String, Invitation)> = Vec::new();
        let tokens = self.token_in(text).map_or_else(|| tokens_among(text), |token| vec![token]);
        for token in tokens {
            if let Some(found) = self.sessions.invitation(&token).await.map_err(unavailable)? {
                known.push((token, found));
            }
        }
        // Of several nobody knows which one is meant.
        let Some((token, found)) = known.pop().filter(|_| known.is_empty()) else {
            return Ok(None);
        };
        let Invitation { campaign, used_by } = found;
        let called = self.catalogue.called(text).filter(|called| called.campaign.id == campaign);
        let languages = called.map(|called| called.languages.to_vec()).unwrap_or_default();
        let used = used_by.is_some_and(|(who, _)| !loaded.addresses.contains(&who));
        Ok(Some(Invited { token, campaign, languages, used }))
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

    /// For a resident who takes part by an invitation, or brings one: whose answer counts for it until now.
    pub(super) async fn holder_for(
        &self,
        loaded: &Loaded,
        brought: Option<&Invited>,
    ) -> Result<Vec<Holder>, Refused> {
        let mut tokens: Vec<String> = brought.map(|one| one.token.clone()).into_iter().collect();
        for stored in &loaded.sessions {
            // Few have one: the others are not read for it.
            if !stored.state.contains("\"invitation\"") {
                continue;
            }
            tokens.extend(read(stored)?.invitation.filter(|token| !tokens.contains(token)));
        }
        let mut holders = Vec::new();
        for token in tokens {
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
        match self.catalogue.campaign(&invited.campaign) {
            Some(campaign) if !invited.languages.is_empty() => {
                let languages = &invited.languages;
                self.begin(draft, &Called { campaign, languages, rest: "" })?;
            }
            _ => self.take_link(draft, &invited.campaign)?,
        }
        // Where a finished answer became the invited one, there is nothing left to finish.
        if invited.used
            && draft.invitation.is_some()
            && let Some(message) = draft.messages.get_mut(before)
        {
            let told = self.sentences.say(&message.lang, "invited-before", &[]);
            message.text = format!("{told}\n{}", message.text);
        }
        Ok(())
    }

    /// The token of somebody who finished without one: that answer is the invited one from now on. At a phone that
    /// several people share, it may be another's.
    pub(super) fn adopt_invitation(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        record: &mut Record,
        heard: Timestamp,
    ) -> Result<(), Refused> {
        let shared = campaign.several_people && draft.way.manner().addresses == Addresses::People;
        if record.invitation.is_some() || shared || draft.is_unproven() {
            return Ok(());
        }
        let Some(token) = draft.invitation.take() else { return Ok(()) };
        record.invitation = Some(token);
        self.claim_invitation(draft, campaign, record)?;
        record.duplicate = false;
        self.restate(draft, campaign, record)?;
        draft.keep_as_heard(campaign, record, heard)?;
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
        // None if it was begun in this very message.
        let holder = draft.holders.iter().find(|holder| holder.token == *token);
        let before = holder.and_then(|holder| holder.submission.clone());
        if before.as_ref() == Some(submission) {
            return Ok(());
        }
        let (token, submission) = (token.clone(), submission.clone());
        draft.unit.claim = Some(InvitationUse { token, submission, before: before.clone() });
        let rival = holder.and_then(|holder| holder.rival.as_ref());
        let Some(rival) = rival else { return Ok(()) };
        let theirs =
            rival.sessions.iter().find(|stored| Some(&stored.submission) == before.as_ref());
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

/// Words that may be an invitation, in an invitation that was pasted whole or put in quotes.
fn tokens_among(text: &str) -> Vec<String> {
    let bare = |word: &str| ids::read_invitation(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut tokens: Vec<String> = text.split_whitespace().filter_map(bare).collect();
    tokens.sort();
    tokens.dedup();
    tokens.truncate(MOST_TOKENS);
    tokens
}
