//! `preview`: every message as it will be sent: with its length as SMS, or as a letter; then what a conversation takes
//! in each language, and the hash of the words.

mod conversation;

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use majlis_channels::telegram::show::show;
use majlis_flows::Faults;
use serde_json::json;

use self::conversation::Conversations;
use super::{Failure, Outcome, config_or_demo};
use crate::campaign::{Campaign, CampaignWords, Emergency, Patience, Template, catalogue};
use crate::config::{ChannelConfig, ChannelKind, Config, Prices};
use crate::intake::rehearse::{Rehearsed, rehearse};
use crate::library::Library;

/// `majlis preview`
#[derive(Debug, Args)]
pub(super) struct PreviewArgs {
    /// A campaign of the config, or a template (`template:park-hours` where a campaign has the same name).
    name: String,
    /// Kind of channel: sms, telegram, email, web.
    #[arg(long, default_value = "sms")]
    channel: String,
    /// One language instead of all.
    #[arg(long)]
    lang: Option<String>,
}

pub(super) fn preview(config: Option<&Path>, args: &PreviewArgs, json: bool) -> Outcome {
    if !["sms", "telegram", "email", "web"].contains(&args.channel.as_str()) {
        return Err(Failure::Usage(format!(
            "there is no channel kind `{}` — write sms, telegram, email or web",
            args.channel
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
    let prices = prices(&config, &args.channel);
    let wanted = |lang: &&String| args.lang.as_ref().is_none_or(|wanted| wanted == *lang);
    for lang in campaign.languages.iter().filter(wanted) {
        for mut message in rehearse(campaign, &library.sentences, &args.channel, lang) {
            if args.channel == "email" {
                let say = |lang: &str, key: &str| library.sentences.say(lang, key, &[]);
                message.text = majlis_channels::email::preview(&say, &message.message);
            }
            if json {
                super::say(format_args!("{}", as_json(lang, &message, &args.channel, &prices)))?;
            } else {
                print(lang, &message, &args.channel, &prices)?;
            }
        }
    }
    if args.channel == "sms" {
        let conversations = Conversations::of(campaign, &library.sentences);
        for lang in campaign.languages.iter().filter(wanted) {
            let Some(one) = conversations.in_lang(lang) else { continue };
            match json {
                true => super::say(format_args!("{}", conversations.json(one, &prices)))?,
                false => super::say(format_args!("{}", conversations.line(one, &prices)))?,
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

fn buttons(message: &Rehearsed, channel: &str) -> Vec<String> {
    match channel {
        "telegram" => show(&message.message).buttons.into_iter().map(|(label, _)| label).collect(),
        _ => Vec::new(),
    }
}

fn as_json(
    lang: &str,
    message: &Rehearsed,
    channel: &str,
    prices: &[Priced<'_>],
) -> serde_json::Value {
    let parts = message.sms.parts;
    let mut line = json!({
        "lang": lang, "step": message.step, "what": message.what, "text": message.text,
        "encoding": message.sms.encoding.name(), "units": message.sms.units, "parts": parts,
    });
    let Some(fields) = line.as_object_mut() else { return line };
    if channel == "telegram" {
        fields.insert("buttons".to_owned(), json!(buttons(message, channel)));
    }
    if !prices.is_empty() {
        let cost = prices.iter().map(|(id, price)| ((*id).to_owned(), price.of(parts).into()));
        fields.insert("cost".to_owned(), serde_json::Value::Object(cost.collect()));
    }
    line
}

fn print(lang: &str, message: &Rehearsed, channel: &str, prices: &[Priced<'_>]) -> Outcome {
    super::say(format_args!("── {lang} · {} · {}", message.step, message.what))?;
    super::say(format_args!("{}", message.text))?;
    for button in buttons(message, channel) {
        super::say(format_args!("   [{button}]"))?;
    }
    if channel == "sms" {
        let sms = &message.sms;
        let (encoding, units, parts) = (sms.encoding.name(), sms.units, sms.parts);
        super::say(format_args!("   {encoding}, {units} units, {parts} part(s)"))?;
        for (id, price) in prices {
            super::say(format_args!("   costs {} over {id}", price.of(parts)))?;
        }
    }
    super::say(format_args!(""))
}

/// A channel, and what a part costs there.
type Priced<'c> = (&'c str, &'c Prices);

/// What a part costs on each channel that says so.
fn prices<'c>(config: &'c Config, kind: &str) -> Vec<Priced<'c>> {
    let price = |channel: &'c ChannelConfig| match &channel.kind {
        ChannelKind::Sms(sms) if kind == "sms" => Some((channel.id.as_str(), sms.price.as_ref()?)),
        _ => None,
    };
    config.channels.iter().filter_map(price).collect()
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
        patience: Patience::default(),
    }
}
