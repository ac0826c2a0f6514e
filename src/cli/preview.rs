//! `preview`: every message as it will be sent: with its length as SMS, or as a letter.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use majlis_channels::telegram::show::show;
use majlis_flows::Faults;
use serde_json::json;

use super::{Failure, Outcome, config_or_demo};
use crate::campaign::{Campaign, CampaignWords, Emergency, Patience, Template, catalogue};
use crate::config::{ChannelConfig, ChannelKind, Config, Pages, Prices};
use crate::intake::rehearse::rehearse;
use crate::library::Library;

/// `majlis preview`
#[derive(Debug, Args)]
pub(super) struct PreviewArgs {
    /// A campaign of the config, or a template.
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
    let prices = prices(&config, &args.channel);
    for lang in &campaign.languages {
        if args.lang.as_ref().is_some_and(|wanted| wanted != lang) {
            continue;
        }
        for mut message in rehearse(campaign, &library.sentences, &args.channel, lang) {
            if args.channel == "email" {
                let say = |lang: &str, key: &str| library.sentences.say(lang, key, &[]);
                message.text = majlis_channels::email::preview(&say, &message.message);
            }
            let parts = message.sms.parts;
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
                    if !prices.is_empty() {
                        let cost = prices
                            .iter()
                            .map(|(id, price)| ((*id).to_owned(), price.of(parts).into()));
                        line.insert("cost".to_owned(), serde_json::Value::Object(cost.collect()));
                    }
                }
                super::say(format_args!("{line}"))?;
                continue;
            }
            super::say(format_args!("── {lang} · {} · {}", message.step, message.what))?;
            super::say(format_args!("{}", message.text))?;
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
                for (id, price) in &prices {
                    super::say(format_args!("   costs {} over {id}", price.of(parts)))?;
                }
            }
            super::say(format_args!(""))?;
        }
    }
    Ok(())
}

/// What a part costs on each channel that says so.
fn prices<'c>(config: &'c Config, kind: &str) -> Vec<(&'c str, &'c Prices)> {
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
