//! A template: the words of a flow in each language (contract §7). Read and checked against its flow.

use std::collections::BTreeMap;

use handlebars::template::{Template as Compiled, TemplateElement};
use majlis_channels::KINDS;
use majlis_flows::source::{Table, Value};
use majlis_flows::{Ask, Faults, Flow, Step};

/// What only `[end] say` may insert, beside the template's own placeholders.
pub const RECEIPT: &str = "receipt";

/// A checked template.
#[derive(Debug, Clone)]
pub struct Template {
    /// Folder name.
    pub id: String,
    /// Rises with every change of words.
    pub version: u32,
    /// Its flow, with the template's own options in place.
    pub flow: Flow,
    /// Main language first.
    pub languages: Vec<String>,
    /// What a campaign must fill in: name and meaning.
    pub placeholders: BTreeMap<String, String>,
    /// Lists that are only an example here: a campaign must give its own (`own_options`).
    pub own_options: Vec<String>,
    /// Most SMS parts one message may take.
    pub sms_parts: usize,
    /// Words by language.
    pub words: BTreeMap<String, Words>,
}

/// One language's words: `choice.ask`, `choice.sms.ask`, `end.say` → text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Its file.
    pub file: String,
    pub(super) texts: BTreeMap<String, Text>,
}

/// One text, still with its placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Handlebars source.
    pub source: String,
    /// Its file: a campaign's own words are in the config.
    pub file: String,
    /// 1-based line in its file.
    pub line: usize,
}

impl Words {
    /// A text by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Text> {
        self.texts.get(name)
    }

    /// All texts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text))
    }
}

/// A template's files, before they are read: name and content.
pub struct Files<'a> {
    /// Path of the folder, for faults.
    pub folder: &'a str,
    /// `template.toml`, `en.toml` …
    pub files: Vec<(String, &'a str)>,
}

impl Template {
    /// Reads a template's folder. `flow` finds a flow by id.
    pub fn parse<'f>(
        id: &str,
        files: &Files<'_>,
        flow: impl Fn(&str) -> Option<&'f Flow>,
        faults: &mut Faults,
    ) -> Option<Self> {
        let path = |name: &str| format!("{}/{name}", files.folder);
        let head = files.files.iter().find(|(name, _)| name == "template.toml");
        let Some((name, text)) = head else {
            faults.add(
                &path("template.toml"),
                0,
                "the file is missing",
                "write it: id, version, flow, languages",
            );
            return None;
        };
        let before = faults.0.len();
        let head = Table::parse(&path(name), text, faults);
        let languages_line = head.line_of("languages");
        let mut template = parse_head(id, head, &flow, faults)?;
        for (file, _) in files.files.iter().filter(|(file, _)| file != "template.toml") {
            let lang = file.trim_end_matches(".toml");
            if !template.languages.iter().any(|known| known == lang) {
                faults.add(
                    &path("template.toml"),
                    languages_line,
                    format!("nobody reads {file}: `{lang}` is not among the languages"),
                    format!("add \"{lang}\" to languages, or remove the file"),
                );
            }
        }
        for lang in template.languages.clone() {
            let name = format!("{lang}.toml");
            let Some((_, text)) = files.files.iter().find(|(file, _)| *file == name) else {
                faults.add(
                    &path(&name),
                    0,
                    format!("there are no words in `{lang}`"),
                    format!("write {name}, or take `{lang}` out of languages"),
                );
                continue;
            };
            let words = parse_words(&path(&name), text, faults);
            template.check_words(&words, faults);
            template.words.insert(lang, words);
        }
        (faults.0.len() == before).then_some(template)
    }

    /// `park-hours@3`, as events name it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// All words its flow has a place for: name, and whether it cannot do without.
    pub(super) fn known(&self) -> BTreeMap<String, bool> {
        let mut known: BTreeMap<String, bool> = BTreeMap::new();
        known.insert("about.title".into(), true);
        known.insert("end.say".into(), true);
        for step in &self.flow.steps {
            for (key, required) in keys_of(step) {
                known.insert(format!("{}.{key}", step.section), required);
            }
        }
        known
    }

    fn check_words(&self, words: &Words, faults: &mut Faults) {
        let known = self.known();
        for (name, _) in
            known.iter().filter(|(name, required)| **required && !words.texts.contains_key(*name))
        {
            let (step, key) = name.split_once('.').unwrap_or((name, ""));
            faults.add(
                &words.file,
                words.line_of_step(step),
                format!("no words for `{key}` of [{step}]"),
                format!("add `{key} = \"…\"` under [{step}]"),
            );
        }
        for (name, text) in &words.texts {
            let plain = without_kind(name);
            if !known.contains_key(&plain) {
                faults.add(
                    &words.file,
                    text.line,
                    format!("nobody says `{name}`: the flow has no such step or option"),
                    "remove it, or correct its name",
                );
            }
            self.check_text(name, text, faults);
        }
    }

    pub(super) fn check_text(&self, name: &str, text: &Text, faults: &mut Faults) {
        let file = text.file.as_str();
        let compiled = match Compiled::compile(&text.source) {
            Ok(compiled) => compiled,
            Err(error) => {
                faults.add(
                    file,
                    text.line,
                    format!("`{name}` cannot be read: {}", error.reason()),
                    "close every {{ with }}",
                );
                return;
            }
        };
        for element in &compiled.elements {
            match placeholder(element) {
                Ok(None) => {}
                Ok(Some(used)) if self.placeholders.contains_key(used) => {}
                Ok(Some(RECEIPT)) if without_kind(name) == "end.say" => {}
                Ok(Some(used)) => faults.add(
                    file,
                    text.line,
                    format!("`{name}` has an unknown placeholder {{{{{used}}}}}"),
                    "name it under [placeholders] in template.toml, or correct it",
                ),
                Err(()) => faults.add(
                    file,
                    text.line,
                    format!("`{name}` uses more than a placeholder"),
                    "only {{name}} is allowed here: no blocks, helpers or {{{…}}}",
                ),
            }
        }
    }
}

impl Words {
    /// Where a step's words begin; 1 if it has none.
    pub(crate) fn line_of_step(&self, step: &str) -> usize {
        let prefix = format!("{step}.");
        self.texts
            .iter()
            .filter(|(name, _)| name.starts_with(&prefix))
            .map(|(_, text)| text.line)
            .min()
            .unwrap_or(1)
    }
}

/// The words a step needs (true) or may have (false).
fn keys_of(step: &Step) -> Vec<(String, bool)> {
    let Some(ask) = &step.ask else { return vec![("say".into(), true)] };
    let mut keys = vec![("ask".to_owned(), true)];
    keys.extend(ask.options().iter().map(|code| (code.clone(), true)));
    match ask {
        // A statement may stand alone; what all of them share is said before each.
        Ask::Reaction { statement } => {
            keys = vec![("ask".to_owned(), false), (statement.clone(), true)];
            keys.extend(["agree", "disagree", "pass"].map(|key| (key.to_owned(), false)));
        }
        Ask::Rating { .. } => keys.extend([("low".into(), false), ("high".into(), false)]),
        Ask::YesNo { .. } | Ask::Consent => {
            keys.extend(["yes", "no", "unsure"].map(|key| (key.to_owned(), false)));
        }
        _ => {}
    }
    keys
}

/// `choice.sms.ask` → `choice.ask`.
pub(crate) fn without_kind(name: &str) -> String {
    let mut parts = name.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(step), Some(kind), Some(key)) if KINDS.iter().any(|own| own.name == kind) => {
            format!("{step}.{key}")
        }
        _ => name.to_owned(),
    }
}

/// The placeholder an element inserts; `Err` if it does anything else.
fn placeholder(element: &TemplateElement) -> Result<Option<&str>, ()> {
    match element {
        TemplateElement::RawString(_) | TemplateElement::Comment(_) => Ok(None),
        TemplateElement::Expression(helper)
            if helper.params.is_empty() && helper.hash.is_empty() && !helper.block =>
        {
            helper.name.as_name().map(Some).ok_or(())
        }
        _ => Err(()),
    }
}

fn parse_head<'f>(
    id: &str,
    mut table: Table,
    flow: &impl Fn(&str) -> Option<&'f Flow>,
    faults: &mut Faults,
) -> Option<Template> {
    let named = table.str("id", faults);
    if let Some(named) = named.filter(|named| named != id) {
        table.fault(
            "id",
            faults,
            format!("id is `{named}`, the folder is `{id}`"),
            "make them the same",
        );
    }
    let version = positive(&mut table, "version", 1, faults);
    let languages: Vec<String> =
        table.strings("languages", faults).into_iter().map(|(lang, _)| lang).collect();
    if languages.is_empty() {
        table.fault(
            "languages",
            faults,
            "no languages",
            "list them, the main one first: [\"ar\", \"en\"]",
        );
    }
    let sms_parts = positive(&mut table, "sms_parts", 3, faults);
    let placeholders = table
        .map("placeholders", faults)
        .into_iter()
        .map(|(name, meaning, _)| (name, meaning))
        .collect();
    let own_options = table.strings("own_options", faults);
    let flow_id = table.str("flow", faults);
    let line = table.line_of("flow");
    let own_flow = flow_id.and_then(|flow_id| {
        let found = flow(&flow_id).cloned();
        if found.is_none() {
            faults.add(
                &table.file,
                line,
                format!("there is no flow `{flow_id}`"),
                "name a file of flows/library without its ending",
            );
        }
        found
    });
    let mut own_flow = match own_flow {
        Some(own_flow) => own_flow,
        None => {
            table.table("options", faults);
            table.finish(faults);
            return None;
        }
    };
    if let Some(options) = table.table("options", faults) {
        replace_options(options, &mut own_flow, faults);
    }
    for (name, line) in &own_options {
        if !has_list(&own_flow, name) {
            faults.add(
                &table.file,
                *line,
                format!("own_options names `{name}`, which has no list"),
                "name a step with options or statements",
            );
        }
    }
    for (step, asked, code) in own_flow.unfulfillable() {
        table.fault(
            "options",
            faults,
            format!("`{step}` waits for the answer `{code}` of `{asked}`, which has none such now"),
            format!("keep `{code}` among the options of `{asked}`, or change the flow"),
        );
    }
    table.finish(faults);
    Some(Template {
        id: id.to_owned(),
        version,
        flow: own_flow,
        languages,
        placeholders,
        own_options: own_options.into_iter().map(|(name, _)| name).collect(),
        sms_parts: sms_parts as usize,
        words: BTreeMap::new(),
    })
}

/// True if a step of this name has options, or a reaction statements.
fn has_list(flow: &Flow, name: &str) -> bool {
    flow.steps.iter().filter(|step| step.section == name).any(|step| match &step.ask {
        Some(Ask::Reaction { .. }) => true,
        Some(ask) => !ask.options().is_empty(),
        None => false,
    })
}

/// A number from 1; anything else is a fault.
fn positive(table: &mut Table, key: &'static str, default: u32, faults: &mut Faults) -> u32 {
    let Some(number) = table.opt_int(key, faults) else { return default };
    match u32::try_from(number) {
        Ok(number) if number > 0 => number,
        _ => {
            table.fault(key, faults, format!("`{key}` is {number}"), "write a number from 1");
            default
        }
    }
}

/// `[options] choice = ["later", …]` takes the place of the flow's own list: of options, or of statements.
fn replace_options(mut table: Table, flow: &mut Flow, faults: &mut Faults) {
    let names: Vec<String> = table.keys().map(str::to_owned).collect();
    for name in names {
        let line = table.line_of(&name);
        let file = table.file.clone();
        let codes: Vec<String> = match table.take(&name).map(|node| node.value) {
            Some(Value::List(items)) => items
                .into_iter()
                .filter_map(|item| match item.value {
                    Value::Str(code) => Some(code),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        let mut fault = |what: String, mend: &str| faults.add(&file, line, what, mend);
        if codes.is_empty() {
            fault(format!("`{name}` has no options"), "list their codes: [\"later\", \"same\"]");
        } else if let Err(what) = flow.replace_options(&name, codes) {
            fault(what, "name a step with options or statements, and give it as many as it needs");
        }
    }
}

fn parse_words(file: &str, text: &str, faults: &mut Faults) -> Words {
    read_words(file, Table::parse(file, text, faults), faults)
}

/// The words of a table: `[choice] ask = "…"`, `sms.ask = "…"`.
pub(crate) fn read_words(file: &str, mut table: Table, faults: &mut Faults) -> Words {
    let mut words = Words { file: file.to_owned(), texts: BTreeMap::new() };
    collect("", &mut table, &mut words, faults);
    words
}

fn collect(prefix: &str, table: &mut Table, words: &mut Words, faults: &mut Faults) {
    let names: Vec<String> = table.keys().map(str::to_owned).collect();
    for name in names {
        let Some(node) = table.take(&name) else { continue };
        let full = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match node.value {
            Value::Str(source) if !source.trim().is_empty() => {
                let file = words.file.clone();
                words.texts.insert(full, Text { source, file, line: node.line });
            }
            Value::Table(mut inner) => collect(&full, &mut inner, words, faults),
            _ => faults.add(
                &words.file,
                node.line,
                format!("`{full}` is no text"),
                "write a sentence in quotes",
            ),
        }
    }
}
