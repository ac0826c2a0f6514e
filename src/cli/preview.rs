//! `preview`: every message as it will be sent: with its length as SMS, or as a letter; then what a conversation takes
//! in each language, and the hash of the words.

mod conversation;
mod ways;

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use majlis_channels::fit::thrifty;
use majlis_channels::telegram::show::show;
use majlis_channels::ussd::screen::{BEFORE, Labels, MORE, screens};
use majlis_channels::{KINDS, Kind};
use majlis_flows::Faults;
use serde_json::json;

use self::conversation::Conversations;
use self::ways::Ways;
use super::{Failure, Outcome, config_or_demo};
use crate::campaign::{Campaign, CampaignWords, Emergency, Patience, Template, catalogue};
use crate::config::{ChannelKind, Config, Pages};
use crate::intake::rehearse::{Rehearsed, rehearse};
use crate::library::Library;
use crate::sentences::Sentences;

/// `majlis preview`
#[derive(Debug, Args)]
pub(super) struct PreviewArgs {
    /// A campaign of the config, or a template (`template:park-hours` where a campaign has the same name).
    name: String,
    /// Kind of channel: sms, telegram, email, web, ussd.
    #[arg(long, default_value = "sms")]
    channel: String,
    /// One language instead of all.
    #[arg(long)]
    lang: Option<String>,
}

pub(super) fn preview(config: Option<&Path>, args: &PreviewArgs, json: bool) -> Outcome {
    if !KINDS.iter().any(|kind| kind.name == args.channel) {
        return Err(Failure::Usage(format!(
            "there is no channel kind `{}` — write {}",
            args.channel,
            Kind::names(KINDS.iter())
        )));
    }
    let config = config_or_demo(config)?;
    let mut faults = Faults::default();
    let library = Library::load(&config.folders, &mut faults);
    let catalogue = catalogue::build(&config, &library.templates, &mut faults);
    let Some(catalogue) = catalogue.filter(|_| faults.is_empty()) else {
        return Err(Failure::Failed(faults.to_string()));
    };
    let sample;
    let template = args.name.strip_prefix("template:");
    let called = catalogue.campaign(&args.name).filter(|_| template.is_none());
    let campaign: &Campaign = match called {
        Some(campaign) => campaign,
        None => match library.templates.get(template.unwrap_or(&args.name)) {
            Some(template) => {
                sample = sample_campaign(template);
                &sample
            }
            None => {
                return Err(Failure::Usage(format!(
                    "there is no campaign or template `{}` — campaigns: {}; templates: {}",
                    args.name,
                    catalogue.campaigns().map(|c| c.id.as_str()).collect::<Vec<_>>().join(", "),
                    library.templates.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
                )));
            }
        },
    };
    super::offered(args.lang.as_deref(), campaign)?;
    let ways = Ways::of(&config, &library, &args.channel);
    let wanted = |lang: &&String| args.lang.as_ref().is_none_or(|wanted| wanted == *lang);
    for lang in campaign.languages.iter().filter(wanted) {
        for mut message in rehearse(campaign, &library.sentences, &args.channel, lang) {
            if args.channel == "email" {
                let say = |lang: &str, key: &str| library.sentences.say(lang, key, &[]);
                message.text = majlis_channels::email::preview(&say, &message.message);
            }
            let screens = match args.channel.as_str() {
                "ussd" => screens_of(&library.sentences, &config, &message),
                _ => Vec::new(),
            };
            let shown =
                Shown { lang, channel: &args.channel, message: &message, screens: &screens };
            if json {
                super::say(format_args!("{}", shown.as_json(&ways)))?;
            } else {
                shown.print(&ways)?;
            }
        }
    }
    if args.channel == "sms" {
        let conversations = Conversations::of(campaign, &library.sentences, &ways);
        for lang in campaign.languages.iter().filter(wanted) {
            let Some(one) = conversations.in_lang(lang) else { continue };
            match json {
                true => super::say(format_args!("{}", conversations.json(one)))?,
                false => super::say(format_args!("{}", conversations.line(one)))?,
            }
        }
    }
    if json {
        let about = json!({
            "id": campaign.id, "template": campaign.template, "flow": campaign.flow.name(),
            "languages": campaign.languages, "hash": campaign.hash,
        });
        super::say(format_args!("{about}"))
    } else {
        super::say(format_args!("{}, {}: words {}", campaign.id, campaign.template, campaign.hash))
    }
}

/// A message as the first USSD channel of the config shows it, or one with the usual settings.
fn screens_of(sentences: &Sentences, config: &Config, message: &Rehearsed) -> Vec<String> {
    let room = config.channels.iter().find_map(|channel| match &channel.kind {
        ChannelKind::Ussd(ussd) => Some(ussd.room),
        _ => None,
    });
    let label = |number: &str, key: &str| {
        format!("{number} {}", sentences.say(&message.message.lang, key, &[]))
    };
    let labels = Labels { more: label(MORE, "ussd-more"), before: label(BEFORE, "ussd-before") };
    let ends = message.message.question.is_none();
    screens(&thrifty(&message.text), room.unwrap_or_default(), &labels, ends)
}

/// A message in one language, as a channel shows it.
struct Shown<'a> {
    lang: &'a str,
    channel: &'a str,
    message: &'a Rehearsed,
    /// Of USSD; else none.
    screens: &'a [String],
}

impl Shown<'_> {
    fn buttons(&self) -> Vec<String> {
        match self.channel {
            "telegram" => {
                let buttons = show(&self.message.message).buttons;
                buttons.into_iter().map(|(label, _)| label).collect()
            }
            _ => Vec::new(),
        }
    }

    fn as_json(&self, ways: &Ways<'_>) -> serde_json::Value {
        let Self { lang, message, .. } = self;
        let mut line = json!({
            "lang": lang, "step": message.step, "what": message.what, "text": message.text,
            "encoding": message.sms.encoding.name(), "units": message.sms.units,
            "parts": ways.parts(message),
        });
        let Some(fields) = line.as_object_mut() else { return line };
        if self.channel == "telegram" {
            fields.insert("buttons".to_owned(), json!(self.buttons()));
        }
        if !self.screens.is_empty() {
            fields.insert("screens".to_owned(), json!(self.screens));
        }
        let costs = ways.costs(&[message]);
        if !costs.is_empty() {
            fields.insert("cost".to_owned(), json!(costs));
        }
        line
    }

    fn print(&self, ways: &Ways<'_>) -> Outcome {
        let Self { lang, message, screens, .. } = self;
        super::say(format_args!("── {lang} · {} · {}", message.step, message.what))?;
        if screens.is_empty() {
            super::say(format_args!("{}", message.text))?;
        }
        for (at, screen) in (1..).zip(*screens) {
            super::say(format_args!("{screen}\n   screen {at} of {}", screens.len()))?;
        }
        for button in self.buttons() {
            super::say(format_args!("   [{button}]"))?;
        }
        if self.channel == "sms" {
            let (encoding, units) = (message.sms.encoding.name(), message.sms.units);
            let parts = ways.parts(message);
            super::say(format_args!("   {encoding}, {units} units, {parts} part(s)"))?;
            for (id, cost) in ways.costs(&[message]) {
                super::say(format_args!("   costs {cost} over {id}"))?;
            }
        }
        super::say(format_args!(""))
    }
}

/// A template with the names of its placeholders as values.
pub(super) fn sample_campaign(template: &Template) -> Campaign {
    let values: BTreeMap<String, String> =
        template.placeholders.keys().map(|name| (name.clone(), format!("({name})"))).collect();
    let values = template.languages.iter().map(|lang| (lang.clone(), values.clone())).collect();
    let mut faults = Faults::default();
    Campaign {
        id: template.id.clone(),
        entity: String::new(),
        flow: template.flow.clone(),
        template: template.name(),
        hash: template.hash(),
        languages: template.languages.clone(),
        words: CampaignWords::fill(template, &values, ("", 0), &mut faults),
        keywords: BTreeMap::new(),
        revision: 1,
        approval: None,
        opens: None,
        closes: None,
        repeat: false,
        emergency: Emergency::default(),
        several_people: false,
        native_digits: false,
        pages: Pages::default(),
        patience: Patience::default(),
    }
}
