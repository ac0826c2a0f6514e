//! All entities and campaigns, and finding a campaign by what a resident typed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use majlis_flows::{Faults, Flow, Kind, Lexicon, understand};

use super::template::Template;
use super::words::CampaignWords;
use crate::config::{CampaignConfig, Config, Pages};
use crate::store::Scope;

/// An organisation that asks, or (with `reads = "all"`) the platform that reads.
#[derive(Debug, Clone)]
pub struct Entity {
    /// `[a-z0-9-]+`
    pub id: String,
    /// Name by language.
    pub names: BTreeMap<String, String>,
    /// What its keys may read.
    pub scope: Scope,
    /// What its residents are told in danger.
    pub emergency: Emergency,
}

impl Entity {
    /// The name in a language, or in any.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        self.names
            .get(lang)
            .or_else(|| self.names.get("en"))
            .or_else(|| self.names.values().next())
            .map_or(&self.id, String::as_str)
    }
}

/// A template with its values, put before residents between two times.
#[derive(Debug)]
pub struct Campaign {
    /// `[a-z0-9-]+`
    pub id: String,
    /// Entity id.
    pub entity: String,
    /// Its flow, with its own options, without the parts it leaves out.
    pub flow: Flow,
    /// `park-hours@3`
    pub template: String,
    /// Changes with every character a resident reads: what an approval is bound to. 64 hexadecimal letters.
    pub hash: String,
    /// Main language first.
    pub languages: Vec<String>,
    /// Its words.
    pub words: CampaignWords,
    /// Language → the word that starts it.
    pub keywords: BTreeMap<String, String>,
    /// Rises with every change.
    pub revision: u32,
    /// Reference of the approval.
    pub approval: Option<String>,
    /// Takes answers from then; `None` from the beginning.
    pub opens: Option<Timestamp>,
    /// Takes answers until then; `None` without end.
    pub closes: Option<Timestamp>,
    /// One resident may take part again after finishing.
    pub repeat: bool,
    /// What to say where somebody may be in danger.
    pub emergency: Emergency,
    /// Several people may answer from one address.
    pub several_people: bool,
    /// Numbers in the digits of the language spoken, where it has its own.
    pub native_digits: bool,
    /// How many questions a page of the web form has.
    pub pages: Pages,
    /// How long a resident may be silent.
    pub patience: Patience,
}

/// How long a resident may be silent in the middle of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Then they are reminded, once.
    pub remind_after: Duration,
    /// Then the conversation ends as it is.
    pub timeout: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let hours = |hours: u64| Duration::from_secs(hours * 3600);
        Self { remind_after: hours(24), timeout: hours(3 * 24) }
    }
}

/// Whom to call in danger. Majlis itself is no emergency service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// The number to call.
    pub number: String,
    /// The entity's own sentence by language, in place of the gateway's.
    pub texts: BTreeMap<String, String>,
}

impl Default for Emergency {
    /// The police of the Emirates.
    fn default() -> Self {
        Self { number: "999".to_owned(), texts: BTreeMap::new() }
    }
}

impl Emergency {
    /// The entity's own sentence.
    #[must_use]
    pub fn text(&self, lang: &str) -> Option<&str> {
        self.texts.get(lang).map(String::as_str)
    }
}

impl Campaign {
    /// True if it takes answers now.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.opens.is_none_or(|opens| opens <= now) && self.closes.is_none_or(|closes| now < closes)
    }

    /// The language offered that fits best: the wanted one, or the campaign's main one.
    #[must_use]
    pub fn language<'a>(&'a self, wanted: Option<&'a str>) -> &'a str {
        wanted
            .filter(|wanted| self.languages.iter().any(|lang| lang == wanted))
            .or_else(|| self.languages.first().map(String::as_str))
            .unwrap_or("en")
    }

    /// The keyword to show to a reader of a language: in theirs, else in the gateway's, else the first.
    #[must_use]
    pub fn keyword(&self, lang: &str, gateway: &str) -> &str {
        self.keywords
            .get(lang)
            .or_else(|| self.keywords.get(gateway))
            .or_else(|| self.languages.iter().find_map(|lang| self.keywords.get(lang)))
            .or_else(|| self.keywords.values().next())
            .map_or("", String::as_str)
    }
}

/// All campaigns.
#[derive(Debug, Default)]
pub struct Catalogue {
    entities: BTreeMap<String, Entity>,
    campaigns: Vec<Arc<Campaign>>,
    /// folded keyword → campaign and the languages that use the word
    keywords: HashMap<String, (usize, Vec<String>)>,
}

/// A campaign found by its keyword.
#[derive(Debug, Clone)]
pub struct Called<'a> {
    /// The campaign.
    pub campaign: &'a Arc<Campaign>,
    /// Languages in which that is the word.
    pub languages: &'a [String],
    /// What followed the keyword; often the first answer.
    pub rest: &'a str,
}

impl Catalogue {
    /// Puts entities and campaigns together. Two campaigns with one keyword: the second is returned as error.
    ///
    /// # Errors
    /// The id of the campaign whose keyword is taken, and the keyword.
    pub fn new(entities: Vec<Entity>, campaigns: Vec<Campaign>) -> Result<Self, (String, String)> {
        let mut catalogue = Self {
            entities: entities.into_iter().map(|entity| (entity.id.clone(), entity)).collect(),
            ..Self::default()
        };
        for campaign in campaigns {
            let at = catalogue.campaigns.len();
            for (lang, word) in &campaign.keywords {
                let (owner, langs) =
                    catalogue.keywords.entry(key(word)).or_insert_with(|| (at, Vec::new()));
                if *owner != at {
                    return Err((campaign.id.clone(), word.clone()));
                }
                langs.push(lang.clone());
            }
            catalogue.campaigns.push(Arc::new(campaign));
        }
        Ok(catalogue)
    }

    /// A campaign by id.
    #[must_use]
    pub fn campaign(&self, id: &str) -> Option<&Arc<Campaign>> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    /// All campaigns, in the order of the config.
    pub fn campaigns(&self) -> impl Iterator<Item = &Arc<Campaign>> {
        self.campaigns.iter()
    }

    /// Campaigns that take answers now.
    pub fn open(&self, now: Timestamp) -> impl Iterator<Item = &Arc<Campaign>> {
        self.campaigns.iter().filter(move |campaign| campaign.is_open(now))
    }

    /// An entity by id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.get(id)
    }

    /// All entities.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.entities.values()
    }

    /// More than one entity has campaigns here.
    #[must_use]
    pub fn several_ask(&self) -> bool {
        let mut entities = self.campaigns.iter().map(|campaign| &campaign.entity);
        entities.next().is_some_and(|first| entities.any(|other| other != first))
    }

    /// The campaign whose keyword the text is, or begins with. Punctuation around the keyword does not matter.
    #[must_use]
    pub fn called<'a>(&'a self, text: &'a str) -> Option<Called<'a>> {
        let text = text.trim();
        self.find(&key(text), "").or_else(|| {
            let (first, rest) = text.split_once(char::is_whitespace)?;
            self.find(&key(first), rest.trim())
        })
    }

    /// The campaign that one word calls almost: the keyword with an Arabic article or a plural's s too many.
    #[must_use]
    pub fn almost_called<'a>(&'a self, text: &str) -> Option<Called<'a>> {
        let word = key(text);
        let bare = word.strip_prefix("ال").or_else(|| word.strip_suffix('s'))?;
        self.find(bare, "").filter(|_| bare.chars().count() >= 3)
    }

    fn find<'a>(&'a self, key: &str, rest: &'a str) -> Option<Called<'a>> {
        let (at, languages) = self.keywords.get(key)?;
        Some(Called { campaign: self.campaigns.get(*at)?, languages, rest })
    }
}

/// How a keyword is looked up: folded, without the punctuation around it (`PARK:` as the menu prints it).
fn key(word: &str) -> String {
    let folded = understand::fold(word);
    let outer = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || matches!(c, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}')
    };
    match folded.trim_matches(outer) {
        // A keyword of nothing else is refused when the config is read.
        "" => folded,
        inner => inner.to_owned(),
    }
}

/// Puts a config's campaigns together with their templates. `None` if anything is wrong; `faults` says what.
pub fn build(
    config: &Config,
    templates: &BTreeMap<String, Template>,
    faults: &mut Faults,
) -> Option<Catalogue> {
    let before = faults.0.len();
    let mut campaigns = Vec::new();
    let usual = config.sessions.patience;
    for (at, wanted) in config.campaigns.iter().enumerate() {
        let place = (config.file.as_str(), wanted.line);
        check_own(config, at, wanted, faults);
        if !config.entities.iter().any(|entity| entity.id == wanted.entity) {
            faults.add(
                place.0,
                place.1,
                format!("campaign `{}`: there is no entity `{}`", wanted.id, wanted.entity),
                "add it as [[entity]], or correct the name",
            );
        }
        let Some(template) = templates.get(&wanted.template) else {
            faults.add(
                place.0,
                place.1,
                format!("campaign `{}`: there is no template `{}`", wanted.id, wanted.template),
                format!("name one of: {}", names(templates)),
            );
            continue;
        };
        let template = template.for_campaign(place.0, wanted, faults);
        campaigns.push(Campaign {
            id: wanted.id.clone(),
            entity: wanted.entity.clone(),
            template: template.name(),
            hash: template.hash_with(&wanted.values),
            words: CampaignWords::fill(&template, &wanted.values, place, faults),
            keywords: wanted.keywords.clone(),
            revision: wanted.revision,
            approval: wanted.approval.clone(),
            opens: wanted.opens,
            closes: wanted.closes,
            repeat: wanted.repeat.unwrap_or(template.flow.kind == Kind::Idea),
            flow: template.flow,
            languages: template.languages,
            emergency: emergency_of(config, &wanted.entity),
            several_people: wanted.several_people,
            native_digits: wanted.native_digits,
            pages: wanted.pages,
            patience: Patience {
                remind_after: wanted.remind_after.unwrap_or(usual.remind_after),
                timeout: wanted.timeout.unwrap_or(usual.timeout),
            },
        });
    }
    match Catalogue::new(config.entities.clone(), campaigns) {
        Ok(catalogue) => (faults.0.len() == before).then_some(catalogue),
        Err((campaign, word)) => {
            let line = config
                .campaigns
                .iter()
                .find(|wanted| wanted.id == campaign)
                .map_or(0, |wanted| wanted.line);
            faults.add(
                &config.file,
                line,
                format!("campaign `{campaign}`: the keyword `{word}` belongs to another campaign"),
                "choose another word",
            );
            None
        }
    }
}

fn emergency_of(config: &Config, entity: &str) -> Emergency {
    let found = config.entities.iter().find(|known| known.id == entity);
    found.map(|entity| entity.emergency.clone()).unwrap_or_default()
}

/// What a campaign's own lines say is possible.
fn check_own(config: &Config, at: usize, wanted: &CampaignConfig, faults: &mut Faults) {
    let mut fault = |what: String, mend: &str| faults.add(&config.file, wanted.line, what, mend);
    if config.campaigns.iter().take(at).any(|earlier| earlier.id == wanted.id) {
        fault(format!("a second campaign is called `{}`", wanted.id), "give each its own id");
    }
    if wanted.opens.zip(wanted.closes).is_some_and(|(opens, closes)| closes <= opens) {
        fault(format!("campaign `{}` closes before it opens", wanted.id), "correct the times");
    }
    for word in wanted.keywords.values().filter(|word| !word.chars().any(char::is_alphanumeric)) {
        fault(
            format!("campaign `{}`: the keyword `{word}` has no letters", wanted.id),
            "choose a word that residents can type",
        );
    }
}

/// No keyword takes the place of a word such as STOP, which must work everywhere.
pub fn check_keywords(config: &Config, lexicon: &Lexicon, faults: &mut Faults) {
    for wanted in &config.campaigns {
        for (lang, word) in &wanted.keywords {
            if let Some(universal) = lexicon.universal(word, Some(lang)) {
                faults.add(
                    &config.file,
                    wanted.line,
                    format!(
                        "campaign `{}`: the keyword `{word}` already means `{}` everywhere",
                        wanted.id,
                        universal.name()
                    ),
                    "choose another word",
                );
            }
        }
    }
}

fn names(templates: &BTreeMap<String, Template>) -> String {
    templates.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}
