//! A campaign for each answer type, each offered in all eighteen languages: `tests/conversations`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Every answer type there is; a campaign of the project has the name of its type.
pub(crate) const TYPES: [&str; 13] = [
    "choice", "choices", "consent", "date", "file", "number", "place", "points", "ranking",
    "rating", "reaction", "text", "yes-no",
];

/// The campaign that asks all of them on one page, but for consent.
pub(crate) const WHOLE: &str = "whole";

/// Where the flows, words and transcripts are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations")
}

/// Words of each language, by file.
pub(crate) fn words() -> BTreeMap<String, toml::Table> {
    let read = |path: PathBuf| {
        let lang = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (lang, fs::read_to_string(path).unwrap().parse().unwrap())
    };
    fs::read_dir(folder().join("words")).unwrap().map(|entry| read(entry.unwrap().path())).collect()
}

/// The config of a project with one campaign for each answer type and one for all on one page, each in all languages;
/// its templates are written under `at`.
pub(crate) fn project(at: &Path, words: &BTreeMap<String, toml::Table>) -> String {
    let flows = folder().join("flows");
    let mut config = format!(
        "[gateway]\nid = \"test\"\nsecret = \"env:MAJLIS_SECRET\"\n[folders]\nflows = {flows:?}\n\
         templates = {templates:?}\n[[entity]]\nid = \"town\"\nname = {{ en = \"Town\" }}\n",
        templates = at.join("templates"),
    );
    let langs: Vec<&String> = words.keys().collect();
    let each = TYPES.map(|ask| (ask, vec![ask], "each"));
    // Consent would stand on a page of its own before the others.
    let others = TYPES.into_iter().filter(|ask| *ask != "consent").collect();
    for (name, asks, pages) in each.into_iter().chain([(WHOLE, others, "one")]) {
        let template = at.join("templates").join(name);
        fs::create_dir_all(&template).unwrap();
        let about = format!(
            "id = {name:?}\nversion = 1\nflow = {name:?}\nlanguages = {langs:?}\nsms_parts = 3\n"
        );
        fs::write(template.join("template.toml"), about).unwrap();
        let _ = write!(
            config,
            "[[campaign]]\nid = {name:?}\nentity = \"town\"\ntemplate = {name:?}\napproval = \"TEST-1\"\npages = {pages:?}\nkeywords = {{ "
        );
        for (at, (lang, words)) in words.iter().enumerate() {
            let text = toml::toml! {
                [about]
                title = ""
                [end]
                say = ""
            };
            let mut text = text;
            text["about"]["title"] = words["title"].clone();
            text["end"]["say"] = words["end"].clone();
            for ask in &asks {
                text.insert((*ask).to_owned(), words[*ask].clone());
            }
            fs::write(template.join(format!("{lang}.toml")), text.to_string()).unwrap();
            let comma = if at == 0 { "" } else { ", " };
            let _ = write!(config, "{comma}{lang} = \"{name}-{lang}\"");
        }
        config.push_str(" }\n");
    }
    config
}
