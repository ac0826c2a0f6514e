//! The configured ways a message may take by SMS: what it takes there, and what that costs.

use std::collections::BTreeMap;

use majlis_channels::fit::{Cuts, measure_cut};

use crate::config::{ChannelConfig, ChannelKind, Config, Prices};
use crate::intake::rehearse::Rehearsed;
use crate::library::Library;

/// A configured channel of the kind that is asked for, if parts are counted there.
struct Way<'c> {
    id: &'c str,
    cuts: Cuts,
    price: Option<&'c Prices>,
}

/// Not every provider cuts a long text alike, so neither number nor cost of the parts is the same over all of them.
pub(super) struct Ways<'c>(Vec<Way<'c>>);

/// Channel id → what it costs there.
pub(super) type Costs = BTreeMap<String, String>;

impl<'c> Ways<'c> {
    pub(super) fn of(config: &'c Config, library: &Library, kind: &str) -> Self {
        let way = |channel: &'c ChannelConfig| match &channel.kind {
            ChannelKind::Sms(sms) if kind == "sms" => Some(Way {
                id: &channel.id,
                cuts: library.providers.get(&sms.provider).map(|p| p.cuts).unwrap_or_default(),
                price: sms.price.as_ref(),
            }),
            _ => None,
        };
        Self(config.channels.iter().filter_map(way).collect())
    }

    /// The most parts the message takes over any of them.
    pub(super) fn parts(&self, message: &Rehearsed) -> usize {
        let most = self.0.iter().map(|way| way.parts(message)).max();
        most.unwrap_or(message.sms.parts)
    }

    /// What the messages cost together, over each that says what a part costs.
    pub(super) fn costs(&self, messages: &[&Rehearsed]) -> Costs {
        let cost = |way: &Way<'_>| {
            let parts = messages.iter().map(|message| way.parts(message)).sum();
            Some((way.id.to_owned(), way.price?.of(parts)))
        };
        self.0.iter().filter_map(cost).collect()
    }
}

impl Way<'_> {
    fn parts(&self, message: &Rehearsed) -> usize {
        measure_cut(&message.text, self.cuts).parts
    }
}
