//! The files people edit: shipped inside the binary, and in folders that come before them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use majlis_channels::sms::Provider;
use majlis_flows::{Faults, Flow, Lexicon};

use crate::campaign::Template;
use crate::campaign::template::Files;
use crate::sentences::Sentences;

static FLOWS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/flows/library");
static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");
static PROVIDERS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/channels/sms/providers");

/// Folders of an operator; a file there replaces the shipped one of the same name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folders {
    /// `*.toml` flows.
    pub flows: Option<PathBuf>,
    /// One folder a template. With a `template.toml` it takes the place of a shipped one whole.
    pub templates: Option<PathBuf>,
    /// One folder a language.
    pub locales: Option<PathBuf>,
    /// `*.toml` SMS providers.
    pub providers: Option<PathBuf>,
}

/// Everything read and checked.
#[derive(Default)]
pub struct Library {
    /// By id.
    pub flows: BTreeMap<String, Flow>,
    /// By id.
    pub templates: BTreeMap<String, Template>,
    /// What residents may type.
    pub lexicon: Lexicon,
    /// What the gateway says.
    pub sentences: Sentences,
    /// By id.
    pub providers: BTreeMap<String, Provider>,
}

/// Files by name inside their folder (`en/system.ftl`), with the path to name in faults.
type Shelf = BTreeMap<String, (String, String)>;

impl Library {
    /// Reads the shipped files and those of `folders`; faults go on the list, what is sound is kept.
    pub fn load(folders: &Folders, faults: &mut Faults) -> Self {
        let mut library = Self::default();
        library
            .read_locales(&shelf(&LOCALES, "locales", folders.locales.as_deref(), faults), faults);
        let flows = shelf(&FLOWS, "flows/library", folders.flows.as_deref(), faults);
        for (name, (path, text)) in flows.iter().filter(|(name, _)| name.ends_with(".toml")) {
            if let Some(flow) = Flow::parse(path, text, faults) {
                library.flows.insert(name.trim_end_matches(".toml").to_owned(), flow);
            }
        }
        library.read_templates(
            &shelf(&TEMPLATES, "templates", folders.templates.as_deref(), faults),
            faults,
        );
        let providers =
            shelf(&PROVIDERS, "channels/sms/providers", folders.providers.as_deref(), faults);
        for (name, (path, text)) in providers.iter().filter(|(name, _)| name.ends_with(".toml")) {
            if let Some(provider) = Provider::parse(path, text, faults) {
                library.providers.insert(name.trim_end_matches(".toml").to_owned(), provider);
            }
        }
        library
    }

    fn read_locales(&mut self, shelf: &Shelf, faults: &mut Faults) {
        for (name, (path, text)) in shelf {
            match name.split_once('/') {
                Some((lang, "system.ftl")) => self.sentences.add(lang, path, text, faults),
                Some((lang, "words.toml")) => self.lexicon.add(lang, path, text, faults),
                _ => faults.add(
                    path,
                    0,
                    "nobody reads this file",
                    "a language has system.ftl and words.toml; remove others",
                ),
            }
        }
        self.sentences.check(faults);
    }

    fn read_templates(&mut self, shelf: &Shelf, faults: &mut Faults) {
        let mut folders: BTreeMap<&str, Vec<(String, &str)>> = BTreeMap::new();
        let mut places: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, (path, text)) in shelf {
            let Some((folder, file)) = name.split_once('/') else {
                faults.add(path, 0, "nobody reads this file", "a template is a folder");
                continue;
            };
            folders.entry(folder).or_default().push((file.to_owned(), text));
            places.insert(folder, path.rsplit_once('/').map_or("", |(folder, _)| folder));
        }
        for (id, files) in folders {
            let files = Files { folder: places.get(id).copied().unwrap_or(id), files };
            let parsed = Template::parse(id, &files, |flow| self.flows.get(flow), faults);
            if let Some(template) = parsed {
                self.templates.insert(id.to_owned(), template);
            }
        }
    }

    /// Runs the examples that provider files carry.
    pub fn run_examples(&self, faults: &mut Faults) {
        for provider in self.providers.values() {
            provider.run_examples(faults);
        }
    }
}

fn shelf(shipped: &Dir<'static>, place: &str, own: Option<&Path>, faults: &mut Faults) -> Shelf {
    let (mut shelf, mut owned) = (Shelf::new(), Shelf::new());
    add_shipped(shipped, place, &mut shelf);
    if let Some(own) = own {
        add_folder(own, own, &mut owned, faults);
    }
    // A template of one's own with a shipped one's name takes its place whole: their words do not belong together.
    shelf.retain(|name, _| {
        name.split_once('/')
            .is_none_or(|(folder, _)| !owned.contains_key(&format!("{folder}/template.toml")))
    });
    shelf.extend(owned);
    shelf
}

fn add_shipped(dir: &Dir<'static>, place: &str, shelf: &mut Shelf) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let Some(text) = file.contents_utf8() {
            shelf.insert(name.clone(), (format!("{place}/{name}"), text.to_owned()));
        }
    }
    for inner in dir.dirs() {
        add_shipped(inner, place, shelf);
    }
}

fn add_folder(root: &Path, folder: &Path, shelf: &mut Shelf, faults: &mut Faults) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            faults.add(
                &folder.display().to_string(),
                0,
                format!("the folder cannot be read: {error}"),
                "correct its name under [folders] of the config, or its permissions",
            );
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if hidden {
            continue;
        }
        if path.is_dir() {
            add_folder(root, &path, shelf, faults);
            continue;
        }
        let shown = path.display().to_string();
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                let name =
                    path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                shelf.insert(name, (shown, text));
            }
            Err(error) => faults.add(
                &shown,
                0,
                format!("the file cannot be read: {error}"),
                "save it as UTF-8 text that the gateway's user may read",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_with(files: &[(&str, &str)]) -> String {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let templates = Some(folder.path().to_path_buf());
        let mut faults = Faults::default();
        Library::load(&Folders { templates, ..Folders::default() }, &mut faults);
        faults.to_string()
    }

    #[test]
    fn a_template_of_ones_own_takes_the_place_of_the_shipped_one_with_all_its_words() {
        let about = "id = \"park-hours\"\nversion = 9\nflow = \"poll\"\nlanguages = [\"en\"]\n\
            [options]\nchoice = [\"a\", \"b\"]\n";
        let words = "[about]\ntitle = \"Parks\"\n[choice]\nask = \"When?\"\na = \"Early\"\nb = \"Late\"\n\
            [why]\nask = \"Why?\"\n[end]\nsay = \"Thank you. {{receipt}}\"\n";
        let files = [("park-hours/template.toml", about), ("park-hours/en.toml", words)];
        let said = faults_with(&files);
        assert!(!said.contains("ar.toml"), "{said}");
    }

    #[test]
    fn one_file_of_words_replaces_the_shipped_one_alone() {
        let said = faults_with(&[("park-hours/en.toml", "[about]\ntitle = \"Parks\"\n")]);
        assert!(said.contains("en.toml") && !said.contains("ar.toml"), "{said}");
    }
}
