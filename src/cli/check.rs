//! `check`: every fault of the files people edit, as `file:line: fault — mend`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use majlis_flows::{Fault, Faults};
use serde_json::json;

use super::preview::sample_campaign;
use super::{Failure, Outcome, environment};
use crate::campaign::advice::advise;
use crate::campaign::{Campaign, Template, catalogue};
use crate::config::Config;
use crate::intake::rehearse::rehearse;
use crate::library::{Folders, Library};
use crate::sentences::Sentences;

/// What to check, sorted out from the paths given.
#[derive(Default)]
struct Found {
    folders: Folders,
    configs: Vec<PathBuf>,
}

/// `strict`: advice makes it fail as faults do.
pub(super) fn check(config: Option<&Path>, paths: &[PathBuf], strict: bool, json: bool) -> Outcome {
    let mut found = Found::default();
    for path in paths {
        sort_out(path, &mut found)?;
    }
    let mut faults = Faults::default();
    let mut own = Vec::new();
    // With --config one means to run: its secrets must be here.
    if let Some(path) = config {
        let text = read(path)?;
        own.extend(Config::parse(&path.display().to_string(), &text, &environment, &mut faults));
    }
    let to_run = own.len();
    // A config given as a path is only looked at: it may be for another machine.
    for path in &found.configs {
        let text = read(path)?;
        own.extend(Config::look_at(&path.display().to_string(), &text, &mut faults));
    }
    let folders = own
        .iter()
        .map(|config| &config.folders)
        .find(|folders| **folders != Folders::default())
        .filter(|_| found.folders == Folders::default())
        .unwrap_or(&found.folders);
    let library = Library::load(folders, &mut faults);
    library.run_examples(&mut faults);
    let mut advice = Faults::default();
    for config in &own {
        check_config(config, &library, &mut faults, &mut advice);
    }
    for config in own.iter().take(to_run) {
        crate::serve::check_channel_settings(config, &library.providers, &mut faults);
    }
    for template in library.templates.values() {
        let sample = sample_campaign(template);
        check_budget(template, &sample, &library.sentences, &mut faults);
        advise(template, &sample, None, &library.lexicon, &mut advice);
    }
    let advised = !advice.is_empty();
    report_advice(advice, json)?;
    match report(faults, json) {
        Ok(()) if strict && advised => Err(Failure::Faults),
        outcome => outcome,
    }
}

/// What residents will stumble over: a fault's line with the word "advice".
fn report_advice(advice: Faults, json: bool) -> Outcome {
    let advice: BTreeSet<_> = advice.0.into_iter().collect();
    for Fault { file, line, what, mend } in &advice {
        if json {
            let line = json!({"file": file, "line": line, "advice": what, "mend": mend});
            super::say(format_args!("{line}"))?;
        } else {
            super::say(format_args!("{file}:{line}: advice: {what} — {mend}"))?;
        }
    }
    Ok(())
}

fn report(faults: Faults, json: bool) -> Outcome {
    let faults: BTreeSet<_> = faults.0.into_iter().collect();
    for fault in &faults {
        if json {
            super::say(format_args!(
                "{}",
                json!({"file": fault.file, "line": fault.line, "fault": fault.what, "mend": fault.mend})
            ))?;
        } else {
            super::say(format_args!("{fault}"))?;
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Faults) }
}

fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| {
        Failure::Failed(format!("{} cannot be read: {error} — correct the path", path.display()))
    })
}

/// Finds out what a path holds: a folder laid out as the source is, one of its rooms, or a file of a room (then
/// the whole room is checked, as its files belong together).
fn sort_out(path: &Path, found: &mut Found) -> Outcome {
    if !path.exists() {
        return Err(Failure::Usage(format!("{} is neither file nor folder", path.display())));
    }
    let before = (found.folders.clone(), found.configs.len());
    if path.is_file() {
        sort_out_file(path, found);
    } else {
        sort_out_folder(path, found);
    }
    found.configs.sort();
    found.configs.dedup();
    if before == (found.folders.clone(), found.configs.len()) {
        return Err(Failure::Usage(format!(
            "{} has nothing to check — name a config, or a folder that holds flows/, templates/, locales/ or providers/",
            path.display()
        )));
    }
    Ok(())
}

fn sort_out_file(file: &Path, found: &mut Found) {
    // A bare name is a file of the folder one stands in.
    let file = if file.parent() == Some(Path::new("")) { &Path::new(".").join(file) } else { file };
    let folder = file.parent().map(Path::to_owned);
    let above = folder.as_deref().and_then(Path::parent).map(Path::to_owned);
    let has = |section: &str| has_section(file, &[section]);
    match file.file_name().and_then(|name| name.to_str()) {
        Some("system.ftl" | "words.toml") => found.folders.locales = above,
        _ if folder.as_deref().is_some_and(|folder| folder.join("template.toml").is_file()) => {
            found.folders.templates = above;
        }
        _ if has("[[step]]") => found.folders.flows = folder,
        _ if has("[[inbound]]") || has("[signature]") => found.folders.providers = folder,
        _ if has_section(file, &SECTIONS) => found.configs.push(file.to_owned()),
        _ => {}
    }
}

fn sort_out_folder(path: &Path, found: &mut Found) {
    let first = |names: &[&str]| names.iter().map(|name| path.join(name)).find(|at| at.is_dir());
    let is =
        |names: &[&str]| names.iter().any(|name| path.ends_with(name)).then(|| path.to_owned());
    // The source's `flows/` holds the engine too; the flow files are in `library/`.
    let library = path.ends_with("flows").then(|| path.join("library")).filter(|at| at.is_dir());
    let Folders { flows, templates, locales, providers } = &mut found.folders;
    let rooms: [(&mut Option<PathBuf>, &[&str]); 4] = [
        (flows, &["flows/library", "flows"]),
        (templates, &["templates"]),
        (locales, &["locales"]),
        (providers, &["channels/sms/providers", "providers"]),
    ];
    for (room, names) in rooms {
        if let Some(at) = first(names).or_else(|| is(names)) {
            *room = Some(at);
        }
    }
    if library.is_some() {
        *flows = library;
    }
    if path.join("template.toml").is_file() {
        *templates = path.parent().map(Path::to_owned);
    }
    if path.join("system.ftl").is_file() || path.join("words.toml").is_file() {
        *locales = path.parent().map(Path::to_owned);
    }
    for folder in [path.to_owned(), path.join("config")] {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let file = entry.path();
            let is_toml = file.extension().is_some_and(|ending| ending == "toml");
            if is_toml && has_section(&file, &SECTIONS) {
                found.configs.push(file);
            }
        }
    }
}

/// Sections of a config; a folder may hold other TOML files (`Cargo.toml`).
const SECTIONS: [&str; 10] = [
    "[gateway]",
    "[public]",
    "[staff]",
    "[store]",
    "[outbox]",
    "[log]",
    "[folders]",
    "[[entity]]",
    "[[campaign]]",
    "[[channel]]",
];

fn has_section(file: &Path, sections: &[&str]) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    sections.iter().any(|section| text.lines().any(|line| line.trim() == *section))
}

fn check_config(config: &Config, library: &Library, faults: &mut Faults, advice: &mut Faults) {
    catalogue::check_keywords(config, &library.lexicon, faults);
    let Some(catalogue) = catalogue::build(config, &library.templates, faults) else { return };
    for wanted in &config.campaigns {
        let template = library.templates.get(&wanted.template);
        if let (Some(campaign), Some(template)) = (catalogue.campaign(&wanted.id), template) {
            // What is wrong with the campaign's own words is on the list already.
            let own = template.for_campaign(&config.file, wanted, &mut Faults::default());
            check_budget(&own, campaign, &library.sentences, faults);
            let place = Some((config.file.as_str(), wanted.line));
            advise(&own, campaign, place, &library.lexicon, advice);
        }
    }
    crate::serve::check_channels(config, &library.providers, faults);
}

/// Every message within the template's number of SMS parts.
fn check_budget(
    template: &Template,
    campaign: &Campaign,
    sentences: &Sentences,
    faults: &mut Faults,
) {
    for (lang, words) in &template.words {
        for message in rehearse(campaign, sentences, "sms", lang) {
            if message.sms.parts <= template.sms_parts
                || message.what != "ask" && message.what != "say"
            {
                continue;
            }
            let text = words.get(&format!("{}.{}", message.step, message.what));
            let (file, line) = text.map_or((&words.file, 1), |text| (&text.file, text.line));
            faults.add(
                file,
                line,
                format!(
                    "`{}` of `{}` takes {} SMS parts, {} allowed",
                    message.what, message.step, message.sms.parts, template.sms_parts
                ),
                "shorten it, give it a shorter sms.ask, or raise sms_parts of the template or campaign",
            );
        }
    }
}
