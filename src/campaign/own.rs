//! What a campaign changes in its template: the languages it offers, its own options and words, and the parts it
//! leaves out.

use std::collections::BTreeSet;

use majlis_flows::Faults;

use super::template::{Template, Words, without_kind};
use crate::config::CampaignConfig;

impl Template {
    /// The template as one campaign uses it. `file` is the config, for faults.
    #[must_use]
    pub fn for_campaign(&self, file: &str, wanted: &CampaignConfig, faults: &mut Faults) -> Self {
        let mut own = self.clone();
        own.sms_parts = wanted.sms_parts.map_or(own.sms_parts, |parts| parts as usize);
        own.offer_only(file, wanted, faults);
        own.leave_out(file, wanted, faults);
        own.take_options(file, wanted, faults);
        own.take_words(file, wanted, faults);
        own
    }

    fn offer_only(&mut self, file: &str, wanted: &CampaignConfig, faults: &mut Faults) {
        for (lang, line) in &wanted.languages {
            if !self.languages.contains(lang) {
                faults.add(
                    file,
                    *line,
                    format!(
                        "campaign `{}`: template `{}` has no words in `{lang}`",
                        wanted.id, self.id
                    ),
                    format!("name some of: {}", self.languages.join(", ")),
                );
            }
        }
        if !wanted.languages.is_empty() {
            self.languages = wanted.languages.iter().map(|(lang, _)| lang.clone()).collect();
            self.words.retain(|lang, _| self.languages.contains(lang));
        }
    }

    fn leave_out(&mut self, file: &str, wanted: &CampaignConfig, faults: &mut Faults) {
        let parts: Vec<&str> = wanted.leave_out.iter().map(|(part, _)| part.as_str()).collect();
        if let Err((part, what)) = self.flow.leave_out(&parts) {
            let line = wanted
                .leave_out
                .iter()
                .find(|(name, _)| *name == part)
                .map_or(0, |(_, line)| *line);
            let can: BTreeSet<&str> = self
                .flow
                .steps
                .iter()
                .filter(|step| step.optional)
                .map(|step| step.section.as_str())
                .collect();
            let mend = match can.is_empty() {
                true => "remove it: this template has no part that can be left out".to_owned(),
                false => format!(
                    "what can be left out: {}",
                    can.into_iter().collect::<Vec<_>>().join(", ")
                ),
            };
            faults.add(file, line, format!("campaign `{}`: {what}", wanted.id), mend);
            return;
        }
        for words in self.words.values_mut() {
            words.texts.retain(|name, _| !parts.iter().any(|part| is_of(name, part)));
        }
    }

    fn take_options(&mut self, file: &str, wanted: &CampaignConfig, faults: &mut Faults) {
        for (step, codes, line) in &wanted.options {
            if let Err(what) = self.flow.replace_options(step, codes.clone()) {
                let mend = match self.own_options.is_empty() {
                    true => "name a step with options or statements, each code once".to_owned(),
                    false => format!("give your own list for: {}", self.own_options.join(", ")),
                };
                faults.add(file, *line, format!("campaign `{}`: {what}", wanted.id), mend);
            }
        }
        for step in &self.own_options {
            let given = wanted.options.iter().any(|(name, ..)| name == step);
            let asked = self.flow.steps.iter().any(|known| known.section == *step);
            if asked && !given {
                faults.add(
                    file,
                    wanted.line,
                    format!("campaign `{}`: the options of `{step}` are yours to give", wanted.id),
                    format!(
                        "add [campaign.options] {step} = [\"…\"], and a text for each under [campaign.words.{}.{step}]",
                        self.languages.first().map_or("en", String::as_str)
                    ),
                );
            }
        }
        for (step, asked, code) in self.flow.unfulfillable() {
            faults.add(
                file,
                wanted.line,
                format!(
                    "campaign `{}`: `{step}` waits for the answer `{code}` of `{asked}`",
                    wanted.id
                ),
                format!("keep `{code}` among your options of `{asked}`, or leave `{step}` out"),
            );
        }
        self.forget_old_options();
    }

    /// The words of options that a campaign's own list took the place of.
    fn forget_old_options(&mut self) {
        let known = self.known();
        for words in self.words.values_mut() {
            words.texts.retain(|name, _| known.contains_key(&without_kind(name)));
        }
    }

    fn take_words(&mut self, file: &str, wanted: &CampaignConfig, faults: &mut Faults) {
        let known = self.known();
        for (lang, own) in &wanted.words {
            let Some(mut words) = self.words.remove(lang) else {
                let line = own.iter().map(|(_, text)| text.line).min().unwrap_or(wanted.line);
                faults.add(
                    file,
                    line,
                    format!(
                        "campaign `{}` has words in `{lang}`, which it does not offer",
                        wanted.id
                    ),
                    format!("it offers: {}", self.languages.join(", ")),
                );
                continue;
            };
            for (name, text) in own.iter() {
                if !known.contains_key(&without_kind(name)) {
                    faults.add(
                        file,
                        text.line,
                        format!(
                            "nobody says `{name}`: campaign `{}` has no such step or option",
                            wanted.id
                        ),
                        "remove it, or correct its name",
                    );
                }
                self.check_text(name, text, faults);
                words.texts.insert(name.to_owned(), text.clone());
            }
            self.words.insert(lang.clone(), words);
        }
        for (lang, words) in &self.words {
            for name in known.iter().filter(|(_, needed)| **needed).map(|(name, _)| name) {
                if words.get(name).is_none() {
                    faults.add(
                        file,
                        line_near(wanted, name),
                        no_text(wanted, name, lang),
                        mend(name, lang),
                    );
                }
            }
        }
    }
}

fn is_of(name: &str, section: &str) -> bool {
    name.split_once('.').is_some_and(|(step, _)| step == section)
}

/// The line of the list that has the option, or the campaign's.
fn line_near(wanted: &CampaignConfig, name: &str) -> usize {
    let list = wanted.options.iter().find(|(step, ..)| is_of(name, step));
    list.map_or(wanted.line, |(_, _, line)| *line)
}

fn no_text(wanted: &CampaignConfig, name: &str, lang: &str) -> String {
    format!("campaign `{}`: no text for `{name}` in `{lang}`", wanted.id)
}

fn mend(name: &str, lang: &str) -> String {
    let (step, key) = name.split_once('.').unwrap_or((name, "ask"));
    format!("add `{key} = \"…\"` under [campaign.words.{lang}.{step}]")
}

/// A campaign's own words by language, as the config reads them.
pub type OwnWords = std::collections::BTreeMap<String, Words>;
