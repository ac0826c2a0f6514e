//! Reads the config file; every fault is reported with line and mend.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;
use majlis_flows::Faults;
use majlis_flows::source::{Node, Table, Value};

use super::{
    CampaignConfig, ChannelConfig, ChannelKind, Config, GatewayConfig, LogConfig, Secret, SmsConfig, StoreConfig,
};
use crate::campaign::Entity;
use crate::library::Folders;
use crate::outbox::OutboxSettings;
use crate::store::Scope;

/// Where settings come from beside the file.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A section whose keys the environment may override.
struct Section<'a, 'f> {
    name: &'static str,
    table: Table,
    env: Environment<'a>,
    faults: &'f mut Faults,
}

impl Section<'_, '_> {
    fn from_env(&self, key: &str) -> Option<String> {
        (self.env)(&format!("MAJLIS_{}_{}", self.name, key).to_uppercase())
    }

    fn text(&mut self, key: &'static str, default: &str) -> String {
        let written = self.table.opt_str(key, self.faults);
        self.from_env(key).or(written).unwrap_or_else(|| default.to_owned())
    }

    fn number(&mut self, key: &'static str, default: i64) -> u64 {
        let written = self.table.opt_int(key, self.faults);
        let number = match self.from_env(key).map(|text| text.parse::<i64>()) {
            Some(Ok(number)) => number,
            Some(Err(_)) => {
                self.wrong(key, "is no whole number in the environment", "write digits");
                default
            }
            None => written.unwrap_or(default),
        };
        u64::try_from(number).unwrap_or_else(|_| {
            self.wrong(key, "is negative", "write a number from 0");
            0
        })
    }

    fn parsed<T: FromStr>(&mut self, key: &'static str, default: &str, want: &str) -> Option<T> {
        let text = self.text(key, default);
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.wrong(key, &format!("is `{text}`"), &format!("write {want}"));
        }
        parsed
    }

    fn wrong(&mut self, key: &str, what: &str, mend: &str) {
        let name = self.name.to_lowercase();
        self.table.fault(key, self.faults, format!("`{key}` of [{name}] {what}"), mend);
    }

    fn finish(self) {
        self.table.finish(self.faults);
    }
}

impl Config {
    /// Reads a config. `None` if anything is wrong; `faults` then says what.
    pub fn parse(file: &str, text: &str, env: Environment<'_>, faults: &mut Faults) -> Option<Self> {
        let before = faults.0.len();
        let mut root = Table::parse(file, text, faults);
        let gateway = read_gateway(section(&mut root, "gateway", env, faults));
        let public_bind = read_bind(section(&mut root, "public", env, faults), "127.0.0.1:8080");
        let staff_bind = read_bind(section(&mut root, "staff", env, faults), "127.0.0.1:8081");
        let store = read_store(section(&mut root, "store", env, faults));
        let outbox = read_outbox(section(&mut root, "outbox", env, faults));
        let log = read_log(section(&mut root, "log", env, faults));
        let folders = read_folders(&mut root, faults);
        let entities = root
            .tables("entity", faults)
            .into_iter()
            .filter_map(|table| read_entity(table, faults))
            .collect();
        let campaigns = root
            .tables("campaign", faults)
            .into_iter()
            .filter_map(|table| read_campaign(table, faults))
            .collect();
        let channels = root
            .tables("channel", faults)
            .into_iter()
            .filter_map(|table| read_channel(table, env, faults))
            .collect();
        root.finish(faults);
        if faults.0.len() > before {
            return None;
        }
        Some(Self {
            file: file.to_owned(),
            gateway: gateway?,
            public_bind: public_bind?,
            staff_bind: staff_bind?,
            store,
            outbox,
            log,
            folders,
            entities,
            campaigns,
            channels,
        })
    }
}

fn section<'a, 'f>(
    root: &mut Table,
    name: &'static str,
    env: Environment<'a>,
    faults: &'f mut Faults,
) -> Section<'a, 'f> {
    let table =
        root.table(name, faults).unwrap_or_else(|| Table::parse(&root.file, "", &mut Faults::default()));
    Section { name, table, env, faults }
}

fn read_gateway(mut section: Section<'_, '_>) -> Option<GatewayConfig> {
    let id = section.text("id", "gw-1");
    let public_url = section.text("public_url", "http://127.0.0.1:8080");
    if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
        section.wrong("public_url", "has no scheme", "write https://…, as providers call it");
    }
    let language = section.text("language", "en");
    let named = section.text("secret", "");
    let secret = if named.is_empty() {
        section.wrong("secret", "is missing", "write secret = \"env:MAJLIS_SECRET\" or \"file:/path\"");
        None
    } else {
        match Secret::find(&named, section.env) {
            Ok(secret) if secret.expose().len() >= 32 => Some(secret),
            Ok(_) => {
                section.wrong("secret", "is shorter than 32 characters", "make it with: openssl rand -base64 32");
                None
            }
            Err((what, mend)) => {
                section.wrong("secret", &what, &mend);
                None
            }
        }
    };
    section.finish();
    Some(GatewayConfig { id, public_url: public_url.trim_end_matches('/').to_owned(), language, secret: secret? })
}

fn read_bind(mut section: Section<'_, '_>, default: &str) -> Option<std::net::SocketAddr> {
    let bind = section.parsed("bind", default, "address and port: \"127.0.0.1:8080\"");
    section.finish();
    bind
}

fn read_store(mut section: Section<'_, '_>) -> StoreConfig {
    let kind = section.text("kind", "sqlite");
    if kind != "sqlite" {
        section.wrong("kind", &format!("is `{kind}`"), "write \"sqlite\"");
    }
    let path = PathBuf::from(section.text("path", "majlis.db"));
    let synchronous = section.text("synchronous", "full");
    if synchronous != "full" && synchronous != "off" {
        section.wrong("synchronous", &format!("is `{synchronous}`"), "write \"full\"");
    }
    section.finish();
    StoreConfig { path, synchronous: synchronous != "off" }
}

fn read_outbox(mut section: Section<'_, '_>) -> OutboxSettings {
    let outbox = OutboxSettings {
        lease: Duration::from_secs(section.number("lease_seconds", 60).max(1)),
        max_attempts: u32::try_from(section.number("max_attempts", 12)).unwrap_or(12).max(1),
        base: Duration::from_secs(section.number("base_seconds", 1).max(1)),
        cap: Duration::from_secs(section.number("cap_seconds", 3600).max(1)),
    };
    section.finish();
    outbox
}

fn read_log(mut section: Section<'_, '_>) -> LogConfig {
    let format = section.parsed("format", "text", "\"text\" or \"json\"").unwrap_or_default();
    let filter = section.text("filter", "info");
    section.finish();
    LogConfig { format, filter }
}

fn read_folders(root: &mut Table, faults: &mut Faults) -> Folders {
    let Some(mut table) = root.table("folders", faults) else { return Folders::default() };
    let folders = Folders {
        flows: table.opt_str("flows", faults).map(PathBuf::from),
        templates: table.opt_str("templates", faults).map(PathBuf::from),
        locales: table.opt_str("locales", faults).map(PathBuf::from),
        providers: table.opt_str("providers", faults).map(PathBuf::from),
    };
    table.finish(faults);
    folders
}

/// Ids stand in paths, keys and events.
fn read_id(table: &mut Table, faults: &mut Faults) -> Option<String> {
    let id = table.str("id", faults)?;
    let fine = id.len() <= 64
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !fine {
        table.fault("id", faults, format!("`{id}` is no id"), "use a-z, 0-9 and - (at most 64)");
        return None;
    }
    Some(id)
}

fn read_entity(mut table: Table, faults: &mut Faults) -> Option<Entity> {
    let id = read_id(&mut table, faults);
    let names: BTreeMap<_, _> =
        table.map("name", faults).into_iter().map(|(lang, name, _)| (lang, name)).collect();
    let reads = table.opt_str("reads", faults).unwrap_or_else(|| "own".to_owned());
    let scope = match (reads.as_str(), &id) {
        ("all", _) => Scope::All,
        ("own", Some(id)) => Scope::Entity(id.clone()),
        ("own", None) => return None,
        _ => {
            table.fault("reads", faults, format!("`reads` is `{reads}`"), "write \"own\" or \"all\"");
            return None;
        }
    };
    if names.is_empty() {
        table.fault("name", faults, "the entity has no name", "add name = { en = \"…\", ar = \"…\" }");
    }
    table.finish(faults);
    Some(Entity { id: id?, names, scope })
}

fn read_campaign(mut table: Table, faults: &mut Faults) -> Option<CampaignConfig> {
    let id = read_id(&mut table, faults);
    let entity = table.str("entity", faults);
    let template = table.str("template", faults);
    let keywords: BTreeMap<_, _> =
        table.map("keywords", faults).into_iter().map(|(lang, word, _)| (lang, word)).collect();
    if keywords.is_empty() {
        table.fault("keywords", faults, "no keywords", "add keywords = { en = \"PARK\", ar = \"حديقة\" }");
    }
    let values = read_values(&mut table, faults);
    let campaign = CampaignConfig {
        line: table.line,
        id: id.unwrap_or_default(),
        entity: entity.unwrap_or_default(),
        template: template.unwrap_or_default(),
        keywords,
        values,
        revision: table
            .opt_int("revision", faults)
            .and_then(|revision| u32::try_from(revision).ok())
            .unwrap_or(1),
        approval: table.opt_str("approval", faults),
        opens: read_time(&mut table, "opens", faults),
        closes: read_time(&mut table, "closes", faults),
        repeat: table.opt_bool("repeat", faults),
    };
    table.finish(faults);
    Some(campaign)
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

fn read_values(table: &mut Table, faults: &mut Faults) -> BTreeMap<String, BTreeMap<String, String>> {
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

fn strings_of(table: &mut Table, faults: &mut Faults) -> BTreeMap<String, String> {
    let names: Vec<String> = table.keys().map(str::to_owned).collect();
    let mut strings = BTreeMap::new();
    for name in names {
        match table.take(&name) {
            Some(Node { value: Value::Str(text), .. }) => {
                strings.insert(name, text);
            }
            Some(node) => {
                faults.add(&table.file, node.line, format!("`{name}` is no text"), "write it in quotes");
            }
            None => {}
        }
    }
    strings
}

fn read_channel(mut table: Table, env: Environment<'_>, faults: &mut Faults) -> Option<ChannelConfig> {
    let line = table.line;
    let id = read_id(&mut table, faults);
    let kind = table.str("kind", faults);
    let kind = match kind.as_deref() {
        Some("web") => Some(ChannelKind::Web),
        Some("sms") => {
            read_sms(&mut table, env, faults).map(|sms| ChannelKind::Sms(Box::new(sms)))
        }
        Some(other) => {
            table.fault("kind", faults, format!("there is no channel kind `{other}`"), "write \"sms\" or \"web\"");
            None
        }
        None => None,
    };
    table.finish(faults);
    Some(ChannelConfig { line, id: id?, kind: kind? })
}

fn read_sms(table: &mut Table, env: Environment<'_>, faults: &mut Faults) -> Option<SmsConfig> {
    let provider = table.str("provider", faults);
    let named = table.str("path_secret", faults);
    let line = table.line_of("path_secret");
    let path_secret =
        named.and_then(|named| find_secret(&table.file, line, "path_secret", &named, env, faults));
    let mut count = |key: &'static str, default: u32| {
        table
            .opt_int(key, faults)
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| *number > 0)
            .unwrap_or(default)
    };
    let per_second = count("per_second", 10);
    let burst = count("burst", per_second);
    let at_once = count("at_once", 8);
    let sender = table.opt_str("sender", faults);
    let mut secrets = BTreeMap::new();
    if let Some(mut named) = table.table("secrets", faults) {
        let names: Vec<String> = named.keys().map(str::to_owned).collect();
        for name in names {
            let found = match named.take(&name) {
                Some(Node { line, value: Value::Str(text) }) => {
                    vec![find_secret(&named.file, line, &name, &text, env, faults)]
                }
                Some(Node { value: Value::List(items), .. }) => items
                    .into_iter()
                    .map(|item| match item.value {
                        Value::Str(text) => {
                            find_secret(&named.file, item.line, &name, &text, env, faults)
                        }
                        _ => None,
                    })
                    .collect(),
                _ => Vec::new(),
            };
            secrets.insert(name, found.into_iter().flatten().collect());
        }
    }
    let mut send = BTreeMap::new();
    if let Some(mut named) = table.table("send", faults) {
        let lines: BTreeMap<String, usize> =
            named.keys().map(|name| (name.to_owned(), named.line_of(name))).collect();
        for (name, text) in strings_of(&mut named, faults) {
            let line = lines.get(&name).copied().unwrap_or(named.line);
            if let Some(secret) = find_secret(&named.file, line, &name, &text, env, faults) {
                send.insert(name, secret);
            }
        }
    }
    Some(SmsConfig {
        provider: provider?,
        path_secret: path_secret?,
        sender,
        per_second,
        burst,
        at_once: at_once as usize,
        secrets,
        send,
    })
}

fn find_secret(
    file: &str,
    line: usize,
    key: &str,
    named: &str,
    env: Environment<'_>,
    faults: &mut Faults,
) -> Option<Secret> {
    Secret::find(named, env)
        .map_err(|(what, mend)| faults.add(file, line, format!("`{key}`: {what}"), mend))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "[gateway]\nsecret = \"0123456789abcdef0123456789abcdef\"\n";

    fn parse(text: &str, env: Environment<'_>) -> (Option<Config>, Faults) {
        let mut faults = Faults::default();
        (Config::parse("m.toml", text, env, &mut faults), faults)
    }

    #[test]
    fn the_environment_overrides_the_file() {
        let text = format!("{SMALL}[public]\nbind = \"127.0.0.1:1\"\n");
        let env = |name: &str| (name == "MAJLIS_PUBLIC_BIND").then(|| "127.0.0.1:9".to_owned());
        let (config, faults) = parse(&text, &env);
        assert!(faults.is_empty(), "{faults}");
        assert_eq!(config.unwrap().public_bind.port(), 9);
    }

    #[test]
    fn every_fault_is_named_with_its_line() {
        let text = "[gateway]\nsecret = \"short\"\n[public]\nbnd = \"x\"\n[staff]\nbind = \"here\"\n\
                    [[entity]]\nid = \"A B\"\nname = { en = \"x\" }\n[[channel]]\nid = \"s\"\nkind = \"pigeon\"\n";
        let (config, faults) = parse(text, &|_| None);
        assert!(config.is_none());
        let lines: Vec<usize> = faults.0.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 4, 6, 8, 12], "{faults}");
    }

    #[test]
    fn secrets_come_from_the_environment_and_are_never_printed() {
        let text = "[gateway]\nsecret = \"env:S\"\n";
        let (config, _) = parse(text, &|name| (name == "S").then(|| "x".repeat(40)));
        let shown = format!("{:?}", config.unwrap());
        assert!(!shown.contains("xxxx"), "{shown}");
        let (_, faults) = parse(text, &|_| None);
        assert!(faults.to_string().contains("the environment has no `S`"), "{faults}");
    }
}
