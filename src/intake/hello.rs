//! Somebody is on the line and has said nothing yet.

use majlis_channels::Refused;
use majlis_flows::pending;

use super::Gateway;
use super::compose::Writer;
use super::draft::{Draft, message};

impl Gateway {
    /// Asks what waits, by saying first what it belongs to. Where nothing waits, says what is open, in the language
    /// this resident is known to speak; of a stranger no language is known, and nothing is said. An opt-out stands: to
    /// look is no wish for messages.
    pub(super) fn take_hello(&self, draft: &mut Draft<'_>, again: bool) -> Result<(), Refused> {
        let open = self.open_session(draft)?;
        let open =
            open.filter(|(campaign, record)| campaign.is_open(draft.now) || record.takes_back());
        if !again {
            // Questions of the gateway's own are not shown any more, so nothing answers them.
            (draft.memory.person, draft.memory.which) = (None, None);
            draft.memory.tells_a_person = false;
        }
        let Some((campaign, mut record)) = open else {
            if let Some(lang) = draft.loaded.resident.lang.clone() {
                draft.say(message(&lang, self.menu(&lang, draft.now)));
            }
            return Ok(());
        };
        let says: Vec<_> = pending(&campaign.flow, &record.session).into_iter().collect();
        let kind = draft.way.kind.clone();
        let writer = Writer { campaign: &campaign, sentences: &self.sentences, kind: &kind };
        let Some(mut asked) = writer.message(&record.session, &says, false) else { return Ok(()) };
        if !again {
            let title = campaign.words.title(&record.session.lang);
            let begun = self.sentences.say(&record.session.lang, "reminder", &[("title", title)]);
            asked.text = format!("{begun}\n{}", asked.text);
        }
        record.asked_at = Some(draft.now);
        draft.say(asked);
        draft.keep_session(&campaign, &record)
    }
}
