//! A campaign's words: a template with its values filled in, once, when the campaign is read.
//!
//! Only `[end] say` waits for the moment it is said, because it names the receipt.

use std::collections::{BTreeMap, HashMap};

use handlebars::{Handlebars, no_escape};
use majlis_flows::{Faults, Texts};

use super::template::{RECEIPT, Template, Text};
use crate::sentences::isolated;

/// Ready words of one campaign in all its languages.
#[derive(Debug, Default)]
pub struct CampaignWords {
    /// language → step → `ask`, `sms.ask`, option code → text
    ready: HashMap<String, HashMap<String, HashMap<String, String>>>,
    /// language (or `language/kind`) → `[end] say`, still with its placeholders
    endings: Handlebars<'static>,
    /// language → the campaign's values, for the endings
    values: HashMap<String, BTreeMap<String, String>>,
}

impl CampaignWords {
    /// Fills `values` (language → placeholder → value) into a template. `place` names the campaign in faults.
    pub fn fill(
        template: &Template,
        values: &BTreeMap<String, BTreeMap<String, String>>,
        place: (&str, usize),
        faults: &mut Faults,
    ) -> Self {
        let mut words = Self::default();
        words.endings.set_strict_mode(true);
        words.endings.register_escape_fn(no_escape);
        for (lang, texts) in &template.words {
            let own = values.get(lang).cloned().unwrap_or_default();
            for name in template.placeholders.keys().filter(|name| !own.contains_key(*name)) {
                faults.add(
                    place.0,
                    place.1,
                    format!("no value for {{{{{name}}}}} in `{lang}`"),
                    format!("add `{name} = \"…\"` under [campaign.values.{lang}]"),
                );
            }
            for name in own.keys().filter(|name| !template.placeholders.contains_key(*name)) {
                faults.add(
                    place.0,
                    place.1,
                    format!("template `{}` has no placeholder `{name}`", template.id),
                    "remove it, or correct its name",
                );
            }
            if template.placeholders.keys().any(|name| !own.contains_key(name)) {
                continue;
            }
            let own: BTreeMap<String, String> =
                own.into_iter().map(|(name, value)| (name, isolated(lang, &value))).collect();
            let mut ready: HashMap<String, HashMap<String, String>> = HashMap::new();
            for (name, text) in texts.iter() {
                if let Some(kind) = name.strip_prefix("end.") {
                    words.keep_ending(lang, kind, text, faults);
                    continue;
                }
                let (step, key) = name.split_once('.').unwrap_or((name, ""));
                match words.endings.render_template(&text.source, &own) {
                    Ok(done) => {
                        let step = ready.entry(step.to_owned()).or_default();
                        step.insert(key.to_owned(), done);
                    }
                    Err(error) => faults.add(
                        &text.file,
                        text.line,
                        format!("`{name}` cannot be filled in: {}", error.reason()),
                        "use the placeholders of template.toml",
                    ),
                }
            }
            words.ready.insert(lang.clone(), ready);
            words.values.insert(lang.clone(), own);
        }
        words
    }

    fn keep_ending(&mut self, lang: &str, name: &str, text: &Text, faults: &mut Faults) {
        let key = match name.split_once('.') {
            Some((kind, _)) => format!("{lang}/{kind}"),
            None => lang.to_owned(),
        };
        if let Err(error) = self.endings.register_template_string(&key, &text.source) {
            faults.add(&text.file, text.line, error.reason().to_string(), "close every {{ with }}");
        }
    }

    /// A text, in the channel kind's own wording if there is one.
    #[must_use]
    pub fn text(&self, lang: &str, step: &str, key: &str, kind: &str) -> Option<&str> {
        let texts = self.ready.get(lang)?.get(step)?;
        texts.get(&format!("{kind}.{key}")).or_else(|| texts.get(key)).map(String::as_str)
    }

    /// The campaign's title.
    #[must_use]
    pub fn title(&self, lang: &str) -> &str {
        self.text(lang, "about", "title", "").unwrap_or("")
    }

    /// The last words, with the receipt.
    #[must_use]
    pub fn ending(&self, lang: &str, kind: &str, receipt: &str) -> String {
        let own = format!("{lang}/{kind}");
        let key = if self.endings.has_template(&own) { own.as_str() } else { lang };
        let mut values = self.values.get(lang).cloned().unwrap_or_default();
        values.insert(RECEIPT.to_owned(), receipt.to_owned());
        self.endings.render(key, &values).unwrap_or_else(|_| receipt.to_owned())
    }
}

impl Texts for CampaignWords {
    fn option(&self, lang: &str, step: &str, code: &str) -> Option<&str> {
        self.ready.get(lang)?.get(step)?.get(code).map(String::as_str)
    }
}
