//! The gateway's own sentences: `locales/<lang>/system.ftl` (Fluent). What is wrong with them: [`check`].

mod check;

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast;
use majlis_channels::fit::{self, Direction};
use majlis_flows::Faults;
use majlis_flows::language::runs_right_to_left;

/// The language whose keys are the reference for all others.
pub const REFERENCE: &str = "en";

/// Sentences of every shipped language.
#[derive(Default)]
pub struct Sentences {
    bundles: BTreeMap<String, FluentBundle<FluentResource>>,
    keys: BTreeMap<String, BTreeMap<String, Key>>,
    files: BTreeMap<String, String>,
}

/// What a key is, for checking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Key {
    line: usize,
    variables: BTreeSet<String>,
}

/// A language for pages: tag, own name, right to left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// `ar`
    pub tag: String,
    /// `العربية`
    pub name: String,
    /// Written right to left.
    pub rtl: bool,
}

impl Sentences {
    /// Reads one language. A later call for the same language replaces the earlier one.
    pub fn add(&mut self, lang: &str, file: &str, text: &str, faults: &mut Faults) {
        let Ok(tag) = lang.parse::<unic_langid::LanguageIdentifier>() else {
            faults.add(
                file,
                0,
                format!("`{lang}` is no language tag"),
                "name the folder like `ar` or `pt-BR`",
            );
            return;
        };
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    faults.add(
                        file,
                        line_at(text, error.pos.start),
                        format!("not Fluent: {}", error.kind),
                        "write `key = sentence`, arguments as { $name }",
                    );
                }
                resource
            }
        };
        self.keys.insert(lang.to_owned(), keys_of(&resource, text));
        self.files.insert(lang.to_owned(), file.to_owned());
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks force an SMS into UCS-2; only right-to-left text, which is UCS-2 anyway, needs them.
        bundle.set_use_isolating(language(lang).rtl);
        if let Err(errors) = bundle.add_resource(resource) {
            for error in errors {
                let line = match &error {
                    FluentError::Overriding { id, .. } => lines_of(text, id).nth(1),
                    _ => None,
                };
                faults.add(file, line.unwrap_or(1), error.to_string(), "give each key once");
            }
        }
        self.bundles.insert(lang.to_owned(), bundle);
    }

    /// A sentence with its arguments; English where the language has none, the key itself where nobody has.
    #[must_use]
    pub fn say(&self, lang: &str, key: &str, args: &[(&str, &str)]) -> String {
        for lang in [lang, REFERENCE] {
            let Some(bundle) = self.bundles.get(lang) else { continue };
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                continue;
            };
            let args: FluentArgs<'_> =
                args.iter().map(|(name, value)| (*name, argument(lang, value))).collect();
            let mut errors = Vec::new();
            return bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        }
        key.to_owned()
    }

    /// The languages there are sentences for.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.bundles.keys().map(|tag| language(tag))
    }

    /// True if there are sentences in this language.
    #[must_use]
    pub fn has(&self, lang: &str) -> bool {
        self.bundles.contains_key(lang)
    }
}

/// A whole number is one, so that plurals are chosen by it; anything else is text.
fn argument<'a>(lang: &str, text: &'a str) -> FluentValue<'a> {
    match text.parse::<i32>() {
        Ok(number) if number.to_string() == text => FluentValue::from(number),
        // Fluent isolates everything there.
        _ if language(lang).rtl => FluentValue::from(text),
        _ => FluentValue::from(isolated(lang, text)),
    }
}

/// A value to be inserted in a sentence of this language: isolated where it would turn what stands around it.
#[must_use]
pub fn isolated(lang: &str, value: &str) -> String {
    let sentence = if language(lang).rtl { Direction::Right } else { Direction::Left };
    fit::isolated(value, sentence)
}

fn keys_of(resource: &FluentResource, text: &str) -> BTreeMap<String, Key> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(message),
            _ => None,
        })
        .map(|message| {
            let mut variables = BTreeSet::new();
            if let Some(pattern) = &message.value {
                collect(pattern, &mut variables);
            }
            let line = lines_of(text, message.id.name).next().unwrap_or(1);
            (message.id.name.to_owned(), Key { line, variables })
        })
        .collect()
}

fn collect(pattern: &ast::Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(inline) => collect_inline(inline, into),
            ast::Expression::Select { selector, variants } => {
                collect_inline(selector, into);
                for variant in variants {
                    collect(&variant.value, into);
                }
            }
        }
    }
}

fn collect_inline(inline: &ast::InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inner) = expression.as_ref() {
                collect_inline(inner, into);
            }
        }
        _ => {}
    }
}

/// The lines on which `name = …` begins.
fn lines_of(text: &str, name: &str) -> impl Iterator<Item = usize> {
    text.lines().enumerate().filter_map(move |(at, line)| {
        line.strip_prefix(name)?.trim_start().starts_with('=').then_some(at + 1)
    })
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Name and direction of a language; an unknown one is called by its tag.
#[must_use]
pub fn language(tag: &str) -> Language {
    let name = match tag {
        "ar" => "العربية",
        "ur" => "اردو",
        "fa" => "فارسی",
        "ps" => "پښتو",
        "hi" => "हिन्दी",
        "ml" => "മലയാളം",
        "bn" => "বাংলা",
        "tl" => "Filipino",
        "ta" => "தமிழ்",
        "ne" => "नेपाली",
        "te" => "తెలుగు",
        "si" => "සිංහල",
        "am" => "አማርኛ",
        "id" => "Bahasa Indonesia",
        "ru" => "Русский",
        "zh" => "中文",
        "fr" => "Français",
        "en" => "English",
        _ => tag,
    };
    Language { tag: tag.to_owned(), name: name.to_owned(), rtl: runs_right_to_left(tag) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(en: &str, ar: &str) -> (Sentences, Faults) {
        let mut faults = Faults::default();
        let mut sentences = Sentences::default();
        sentences.add("en", "en.ftl", en, &mut faults);
        sentences.add("ar", "ar.ftl", ar, &mut faults);
        sentences.check(&mut faults);
        (sentences, faults)
    }

    #[test]
    fn a_key_given_twice_is_a_fault_at_its_second_line() {
        let (_, faults) = sentences("a = A\nb=B\na= C\n", "b = ب\na = ا\n");
        assert_eq!(faults.0.len(), 1, "{faults}");
        assert!(faults.to_string().starts_with("en.ftl:3: "), "{faults}");
    }

    #[test]
    fn arabic_isolates_what_is_inserted_and_english_stays_gsm() {
        let (sentences, _) = sentences("a = A { $x }\n", "a = ا { $x }\n");
        assert_eq!(sentences.say("en", "a", &[("x", "1")]), "A 1");
        assert_eq!(sentences.say("ar", "a", &[("x", "K7P")]), "ا \u{2068}K7P\u{2069}");
    }

    #[test]
    fn arabic_in_an_english_sentence_is_isolated() {
        let (sentences, _) = sentences("a = { $x }: our street\n", "a = ا { $x }\n");
        assert_eq!(
            sentences.say("en", "a", &[("x", "حديقة")]),
            "\u{2068}حديقة\u{2069}: our street"
        );
    }

    #[test]
    fn a_language_without_sentences_gets_english() {
        let (sentences, _) = sentences("a = A\n", "");
        assert_eq!(sentences.say("ur", "a", &[]), "A");
        assert_eq!((language("en").name, language("sw").name), ("English".into(), "sw".into()));
    }
}
