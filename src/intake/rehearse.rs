//! Every message a campaign may send, without sending it: for `preview` and the SMS budget of `check`.

use majlis_channels::Message;
use majlis_channels::fit::{self, Measure};
use majlis_flows::{Identity, Say, Session, Timestamp};

use super::compose::Writer;
use crate::campaign::Campaign;
use crate::sentences::Sentences;

/// A message as it will be sent.
#[derive(Debug, Clone)]
pub struct Rehearsed {
    /// Step id, or `end`.
    pub step: String,
    /// `say`, `ask`, `again`, `again-2`.
    pub what: String,
    /// The message.
    pub message: Message,
    /// Its text where there are no buttons.
    pub text: String,
    /// Its length as SMS.
    pub sms: Measure,
}

/// A receipt as long as real ones.
const RECEIPT: &str = "K7P-4QM";

/// Writes every message of a campaign in one language for one kind of channel.
#[must_use]
pub fn rehearse(
    campaign: &Campaign,
    sentences: &Sentences,
    kind: &str,
    lang: &str,
) -> Vec<Rehearsed> {
    let writer = Writer { campaign, sentences, kind };
    let identity = Identity { submission: String::new(), receipt: RECEIPT.to_owned() };
    let session = Session::begin(&campaign.flow, identity, lang, Timestamp::UNIX_EPOCH);
    let mut all = Vec::new();
    let mut first = true;
    let mut add = |step: &str, what: &str, say: Say, first: bool| {
        if let Some(message) = writer.message(&session, &[say], first) {
            let text = if kind == "sms" { fit::sms(&message) } else { fit::plain(&message) };
            let sms = fit::measure(&text);
            all.push(Rehearsed {
                step: step.to_owned(),
                what: what.to_owned(),
                message,
                text,
                sms,
            });
        }
    };
    for step in &campaign.flow.steps {
        if step.ask.is_none() {
            add(&step.id, "say", Say::Step(step.id.clone()), false);
            continue;
        }
        for (again, what) in [(0, "ask"), (1, "again"), (2, "again-2")] {
            add(&step.id, what, Say::Ask { step: step.id.clone(), again }, first && again == 0);
        }
        first = false;
    }
    add("end", "say", Say::End, false);
    all
}
