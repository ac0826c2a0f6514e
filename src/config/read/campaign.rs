//! `[[entity]]` and `[[campaign]]`: who asks, and what.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use majlis_flows::Faults;
use majlis_flows::source::{Node, Table, Value};

use super::super::span::{Span, WANTED};
use super::super::{CampaignConfig, Pages};
use super::{read_id, strings_of, whole};
use crate::campaign::template::read_words;
use crate::campaign::{Emergency, Entity, OwnWords};
use crate::store::Scope;

pub(super) fn read_entity(mut table: Table, faults: &mut Faults) -> Option<Entity> {
    let id = read_id(&mut table, faults);
    let names: BTreeMap<_, _> =
        table.map("name", faults).into_iter().map(|(lang, name, _)| (lang, name)).collect();
    let reads = table.opt_str("reads", faults).unwrap_or_else(|| "own".to_owned());
    let scope = match (reads.as_str(), &id) {
        ("all", _) => Scope::All,
        ("own", Some(id)) => Scope::Entity(id.clone()),
        ("own", None) => return None,
        _ => {
            table.fault(
                "reads",
                faults,
                format!("`reads` is `{reads}`"),
                "write \"own\" or \"all\"",
            );
            return None;
        }
    };
    if names.is_empty() {
        table.fault(
            "name",
            faults,
            "the entity has no name",
            "add name = { en = \"…\", ar = \"…\" }",
        );
    }
    let emergency = read_emergency(&mut table, faults);
    table.finish(faults);
    Some(Entity { id: id?, names, scope, emergency })
}

/// `emergency = { number = "999", en = "…", ar = "…" }`: the number to call, and the entity's own sentences.
fn read_emergency(table: &mut Table, faults: &mut Faults) -> Emergency {
    let mut emergency = Emergency::default();
    for (name, text, _) in table.map("emergency", faults) {
        if name == "number" {
            emergency.number = text;
        } else {
            emergency.texts.insert(name, text);
        }
    }
    emergency
}

pub(super) fn read_campaign(mut table: Table, faults: &mut Faults) -> Option<CampaignConfig> {
    let id = read_id(&mut table, faults);
    let entity = table.str("entity", faults);
    let template = table.str("template", faults);
    let keywords: BTreeMap<_, _> =
        table.map("keywords", faults).into_iter().map(|(lang, word, _)| (lang, word)).collect();
    if keywords.is_empty() {
        table.fault(
            "keywords",
            faults,
            "no keywords",
            "add keywords = { en = \"PARK\", ar = \"حديقة\" }",
        );
    }
    let values = read_values(&mut table, faults);
    let campaign = CampaignConfig {
        line: table.line,
        id: id.unwrap_or_default(),
        entity: entity.unwrap_or_default(),
        template: template.unwrap_or_default(),
        keywords,
        values,
        languages: table.strings("languages", faults),
        options: read_options(&mut table, faults),
        words: read_own_words(&mut table, faults),
        leave_out: table.strings("leave_out", faults),
        sms_parts: table.has("sms_parts").then(|| whole(&mut table, "sms_parts", 3, faults)),
        revision: whole(&mut table, "revision", 1, faults),
        approval: table.opt_str("approval", faults),
        opens: read_time(&mut table, "opens", faults),
        closes: read_time(&mut table, "closes", faults),
        repeat: table.opt_bool("repeat", faults),
        several_people: table.opt_bool("several_people", faults).unwrap_or(false),
        native_digits: table.opt_bool("native_digits", faults).unwrap_or(false),
        pages: read_pages(&mut table, faults),
        remind_after: read_span(&mut table, "remind_after", faults),
        timeout: read_span(&mut table, "timeout", faults),
    };
    table.finish(faults);
    Some(campaign)
}

fn read_pages(table: &mut Table, faults: &mut Faults) -> Pages {
    match table.opt_str("pages", faults).as_deref() {
        None | Some("each") => Pages::Each,
        Some("one") => Pages::One,
        Some(other) => {
            let what = format!("`pages` is `{other}`");
            table.fault("pages", faults, what, "write \"each\" or \"one\"");
            Pages::Each
        }
    }
}

fn read_span(table: &mut Table, key: &'static str, faults: &mut Faults) -> Option<Duration> {
    let text = table.opt_str(key, faults)?;
    let parsed = text.parse().ok().map(|Span(span)| span);
    if parsed.is_none() {
        table.fault(key, faults, format!("`{key}` is `{text}`"), format!("write {WANTED}"));
    }
    parsed
}

fn read_time(table: &mut Table, key: &'static str, faults: &mut Faults) -> Option<Timestamp> {
    let text = table.opt_str(key, faults)?;
    let parsed = text.parse().ok();
    if parsed.is_none() {
        table.fault(
            key,
            faults,
            format!("`{key}` is `{text}`"),
            "write a time with its offset: \"2026-06-01T08:00:00+04:00\"",
        );
    }
    parsed
}

fn read_values(
    table: &mut Table,
    faults: &mut Faults,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    let Some(mut langs) = table.table("values", faults) else { return values };
    let names: Vec<String> = langs.keys().map(str::to_owned).collect();
    for lang in names {
        let own = match langs.take(&lang) {
            Some(Node { value: Value::Table(mut own), .. }) => strings_of(&mut own, faults),
            Some(node) => {
                faults.add(
                    &langs.file,
                    node.line,
                    format!("values of `{lang}` are no table"),
                    format!("write [campaign.values.{lang}] and one line a placeholder"),
                );
                continue;
            }
            None => continue,
        };
        values.insert(lang, own);
    }
    values
}

/// `[campaign.options] choice = ["early", "late"]`: step, codes, line.
fn read_options(table: &mut Table, faults: &mut Faults) -> Vec<(String, Vec<String>, usize)> {
    let Some(mut lists) = table.table("options", faults) else { return Vec::new() };
    let names: Vec<String> = lists.keys().map(str::to_owned).collect();
    let mut options = Vec::with_capacity(names.len());
    for name in names {
        let line = lists.line_of(&name);
        let codes: Option<Vec<String>> = match lists.take(&name).map(|node| node.value) {
            Some(Value::List(items)) => items
                .into_iter()
                .map(|item| match item.value {
                    Value::Str(code) => Some(code),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        match codes {
            Some(codes) if !codes.is_empty() => options.push((name, codes, line)),
            _ => faults.add(
                &lists.file,
                line,
                format!("`{name}` is no list of codes"),
                format!("write {name} = [\"early\", \"late\"]"),
            ),
        }
    }
    options
}

/// `[campaign.words.en.choice] early = "Open earlier"`: the campaign's own words, named as in a template.
fn read_own_words(table: &mut Table, faults: &mut Faults) -> OwnWords {
    let mut words = OwnWords::new();
    let Some(mut langs) = table.table("words", faults) else { return words };
    let names: Vec<String> = langs.keys().map(str::to_owned).collect();
    for lang in names {
        match langs.take(&lang) {
            Some(Node { value: Value::Table(own), .. }) => {
                words.insert(lang, read_words(&langs.file, own, faults));
            }
            Some(node) => faults.add(
                &langs.file,
                node.line,
                format!("words of `{lang}` are no table"),
                format!("write [campaign.words.{lang}.choice] and one line an option"),
            ),
            None => {}
        }
    }
    words
}
