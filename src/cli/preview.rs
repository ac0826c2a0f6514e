//! `preview`: every message as it will be sent: with its length as SMS, or as a letter.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use majlis_channels::fit::{Cuts, measure_cut, thrifty};
use majlis_channels::telegram::show::show;
use majlis_channels::ussd::screen::{BEFORE, Labels, MORE, screens};
use majlis_channels::{KINDS, Kind};
use majlis_flows::Faults;
use serde_json::json;

use super::{Failure, Outcome, config_or_demo};
use crate::campaign::{Campaign, CampaignWords, Emergency, Patience, Template, catalogue};
use crate::config::{ChannelConfig, ChannelKind, Config, Pages, Prices};
use crate::intake::rehearse::{Rehearsed, rehearse};
use crate::library::Library;
use crate::sentences::Sentences;

/// `majlis preview`
#[derive(Debug, Args)]
pub(super) struct PreviewArgs {
    /// A campaign of the config, or a template.
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
    let campaign: &Campaign = match catalogue.campaign(&args.name) {
        Some(campaign) => campaign,
        None => match library.templates.get(&args.name) {
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
    let ways = ways(&config, &library, &args.channel);
    for lang in &campaign.languages {
        if args.lang.as_ref().is_some_and(|wanted| wanted != lang) {
            continue;
        }
        for mut message in rehearse(campaign, &library.sentences, &args.channel, lang) {
            if args.channel == "email" {
                let say = |lang: &str, key: &str| library.sentences.say(lang, key, &[]);
                message.text = majlis_channels::email::preview(&say, &message.message);
            }
            let screens = match args.channel.as_str() {
                "ussd" => screens_of(&library.sentences, &config, &message),
                _ => Vec::new(),
            };
            let counts: Vec<usize> =
                ways.iter().map(|way| measure_cut(&message.text, way.cuts).parts).collect();
            let parts = counts.iter().copied().max().unwrap_or(message.sms.parts);
            let costs = ways.iter().zip(&counts).filter_map(|(way, parts)| way.costs(*parts));
            let costs: BTreeMap<&str, String> = costs.collect();
            let buttons = match args.channel.as_str() {
                "telegram" => show(&message.message).buttons,
                _ => Vec::new(),
            };
            let buttons: Vec<String> = buttons.into_iter().map(|(label, _)| label).collect();
            if json {
                let mut line = json!({
                    "lang": lang, "step": message.step, "what": message.what, "text": message.text,
                    "encoding": message.sms.encoding.name(), "units": message.sms.units, "parts": parts,
                });
                if let Some(line) = line.as_object_mut() {
                    if args.channel == "telegram" {
                        line.insert("buttons".to_owned(), json!(buttons));
                    }
                    if !screens.is_empty() {
                        line.insert("screens".to_owned(), json!(screens));
                    }
                    if !costs.is_empty() {
                        line.insert("cost".to_owned(), json!(costs));
                    }
                }
                super::say(format_args!("{line}"))?;
                continue;
            }
            super::say(format_args!("── {lang} · {} · {}", message.step, message.what))?;
            if screens.is_empty() {
                super::say(format_args!("{}", message.text))?;
            }
            for (at, screen) in (1..).zip(&screens) {
                super::say(format_args!("{screen}\n   screen {at} of {}", screens.len()))?;
            }
            for button in buttons {
                super::say(format_args!("   [{button}]"))?;
            }
            if args.channel == "sms" {
                super::say(format_args!(
                    "   {}, {} units, {} part(s)",
                    message.sms.encoding.name(),
                    message.sms.units,
                    parts
                ))?;
                for (id, cost) in &costs {
                    super::say(format_args!("   costs {cost} over {id}"))?;
                }
            }
            super::say(format_args!(""))?;
        }
    }
    Ok(())
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

/// A configured channel of the kind that is asked for, if parts are counted there.
struct Way<'c> {
    id: &'c str,
    cuts: Cuts,
    price: Option<&'c Prices>,
}

impl<'c> Way<'c> {
    /// What so many parts cost over it, if it says so.
    fn costs(&self, parts: usize) -> Option<(&'c str, String)> {
        Some((self.id, self.price?.of(parts)))
    }
}

/// Not every provider cuts a long text alike, so neither number nor cost of the parts is the same over all of them.
fn ways<'c>(config: &'c Config, library: &Library, kind: &str) -> Vec<Way<'c>> {
    let way = |channel: &'c ChannelConfig| match &channel.kind {
        ChannelKind::Sms(sms) if kind == "sms" => Some(Way {
            id: &channel.id,
            cuts: library.providers.get(&sms.provider).map(|p| p.cuts).unwrap_or_default(),
            price: sms.price.as_ref(),
        }),
        _ => None,
    };
    config.channels.iter().filter_map(way).collect()
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
