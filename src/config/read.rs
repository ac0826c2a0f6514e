//! Reads the config file; every fault is reported with line and mend.

mod campaign;
mod channel;
mod email;
mod ussd;

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use majlis_channels::FileLimits;
use majlis_channels::file::MEGABYTE;
use majlis_flows::Faults;
use majlis_flows::source::{Node, Table, Value};

use self::campaign::{read_campaign, read_entity};
use self::channel::read_channel;
use super::span::{Span, WANTED};
use super::{
    Config, FilesConfig, GatewayConfig, LimitsConfig, LogConfig, Secret, SessionsConfig,
    StoreConfig,
};
use crate::campaign::Patience;
use crate::library::Folders;
use crate::outbox::OutboxSettings;

/// Largest file that may be set, in megabytes: no bot may fetch a larger one (Bot API, getFile), and each is held in
/// memory on its way to the disk.
const MOST_MEGABYTES: usize = 20;

type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

/// What stands around the file.
#[derive(Clone, Copy)]
struct Around<'a> {
    env: Environment<'a>,
    /// The file alone is looked at: secrets are elsewhere, and taken to be there.
    suppose_secrets: bool,
}

impl Around<'_> {
    fn secret(self, named: &str) -> Result<Secret, (String, String)> {
        let elsewhere = named.starts_with("env:") || named.starts_with("file:");
        if self.suppose_secrets && (elsewhere || named.is_empty()) {
            return Ok(Secret::new("a secret that is kept somewhere else".to_owned()));
        }
        Secret::find(named, self.env)
    }
}

/// A section whose keys the environment may override.
struct Section<'a, 'f> {
    name: &'static str,
    table: Table,
    around: Around<'a>,
    faults: &'f mut Faults,
}

impl Section<'_, '_> {
    fn overridden(&self, key: &str) -> Option<String> {
        (self.around.env)(&format!("MAJLIS_{}_{}", self.name, key).to_uppercase())
    }

    fn text(&mut self, key: &'static str, default: &str) -> String {
        let written = self.table.opt_str(key, self.faults);
        self.overridden(key).or(written).unwrap_or_else(|| default.to_owned())
    }

    fn number(&mut self, key: &'static str, default: i64) -> u64 {
        let written = self.table.opt_int(key, self.faults);
        let number = match self.overridden(key).map(|text| text.parse::<i64>()) {
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
    /// Reads a config to run with. `None` if anything is wrong; `faults` then says what.
    pub fn parse(
        file: &str,
        text: &str,
        env: Environment<'_>,
        faults: &mut Faults,
    ) -> Option<Self> {
        Self::read(file, text, Around { env, suppose_secrets: false }, faults)
    }

    /// Reads a config that is only looked at: nothing overrides it, and the secrets it names may be on
    /// another machine.
    pub fn look_at(file: &str, text: &str, faults: &mut Faults) -> Option<Self> {
        Self::read(file, text, Around { env: &|_| None, suppose_secrets: true }, faults)
    }

    fn read(file: &str, text: &str, around: Around<'_>, faults: &mut Faults) -> Option<Self> {
        let before = faults.0.len();
        let mut root = Table::parse(file, text, faults);
        let gateway = read_gateway(section(&mut root, "gateway", around, faults));
        let public_bind = read_bind(section(&mut root, "public", around, faults), "127.0.0.1:8080");
        let staff_bind = read_bind(section(&mut root, "staff", around, faults), "127.0.0.1:8081");
        let store = read_store(section(&mut root, "store", around, faults));
        let outbox = read_outbox(section(&mut root, "outbox", around, faults));
        let sessions = read_sessions(section(&mut root, "sessions", around, faults));
        let limits = read_limits(section(&mut root, "limits", around, faults));
        let files = read_files(section(&mut root, "files", around, faults));
        let log = read_log(section(&mut root, "log", around, faults));
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
            .filter_map(|table| read_channel(table, around, faults))
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
            sessions,
            limits,
            files,
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
    around: Around<'a>,
    faults: &'f mut Faults,
) -> Section<'a, 'f> {
    let table = root
        .table(name, faults)
        .unwrap_or_else(|| Table::parse(&root.file, "", &mut Faults::default()));
    Section { name, table, around, faults }
}

fn read_gateway(mut section: Section<'_, '_>) -> Option<GatewayConfig> {
    let id = section.text("id", "gw-1");
    let public_url = section.text("public_url", "http://127.0.0.1:8080");
    if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
        section.wrong("public_url", "has no scheme", "write https://…, as providers call it");
    }
    let language = section.text("language", "en");
    let named = section.text("secret", "");
    let supposed = section.around.suppose_secrets;
    let secret = if named.is_empty() && !supposed {
        section.wrong(
            "secret",
            "is missing",
            "write secret = \"env:MAJLIS_SECRET\" or \"file:/path\"",
        );
        None
    } else {
        match section.around.secret(&named) {
            Ok(secret) if secret.expose().len() >= 32 => Some(secret),
            Ok(_) => {
                section.wrong(
                    "secret",
                    "is shorter than 32 characters",
                    "make it with: openssl rand -base64 32",
                );
                None
            }
            Err((what, mend)) => {
                section.wrong("secret", &what, &mend);
                None
            }
        }
    };
    section.finish();
    Some(GatewayConfig {
        id,
        public_url: public_url.trim_end_matches('/').to_owned(),
        language,
        secret: secret?,
    })
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
        max_attempts: u32::try_from(section.number("max_attempts", 20)).unwrap_or(20).max(1),
        base: Duration::from_secs(section.number("base_seconds", 1).max(1)),
        cap: Duration::from_secs(section.number("cap_seconds", 3600).max(1)),
    };
    section.finish();
    outbox
}

fn read_sessions(mut section: Section<'_, '_>) -> SessionsConfig {
    let usual = Patience::default();
    let mut span = |key, default, instead: Duration| {
        section.parsed::<Span>(key, default, WANTED).map_or(instead, |span| span.0)
    };
    let patience = Patience {
        remind_after: span("remind_after", "24h", usual.remind_after),
        timeout: span("timeout", "3d", usual.timeout),
    };
    let every = span("every", "30s", Duration::from_secs(30));
    let mut hour = |key, default| {
        let hour = section.number(key, default);
        i8::try_from(hour).ok().filter(|hour| (0..=24).contains(hour)).unwrap_or_else(|| {
            section.wrong(key, &format!("is {hour}"), "write an hour of the day, 0 to 24");
            0
        })
    };
    let (remind_from, remind_until) = (hour("remind_from", 9), hour("remind_until", 18));
    section.finish();
    SessionsConfig { patience, every, remind_from, remind_until }
}

fn read_limits(mut section: Section<'_, '_>) -> LimitsConfig {
    let mut count = |key, default| {
        let number = u32::try_from(section.number(key, default)).ok().and_then(NonZeroU32::new);
        number.unwrap_or_else(|| {
            section.wrong(key, "counts nothing", "write a whole number from 1");
            NonZeroU32::MIN
        })
    };
    let (per_minute, at_once) = (count("per_minute", 20), count("at_once", 40));
    section.finish();
    LimitsConfig { per_minute, at_once }
}

fn read_files(mut section: Section<'_, '_>) -> FilesConfig {
    let folder = Some(section.text("folder", "")).filter(|folder| !folder.is_empty());
    let mut count = |key, default, most: usize| {
        let number = usize::try_from(section.number(key, default)).unwrap_or(usize::MAX);
        if !(1..=most).contains(&number) {
            section.wrong(key, &format!("is {number}"), &format!("write 1 to {most}"));
        }
        number.clamp(1, most)
    };
    let (megabytes, max_files) = (count("max_mb", 10, MOST_MEGABYTES), count("max_files", 5, 20));
    section.finish();
    let limits = FileLimits { max_bytes: megabytes * MEGABYTE, max_files };
    FilesConfig { folder: folder.map(PathBuf::from), limits }
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

/// A whole number from 1.
fn whole(table: &mut Table, key: &'static str, default: u32, faults: &mut Faults) -> u32 {
    let Some(number) = table.opt_int(key, faults) else { return default };
    u32::try_from(number).ok().filter(|number| *number > 0).unwrap_or_else(|| {
        table.fault(key, faults, format!("`{key}` is {number}"), "write a whole number from 1");
        default
    })
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
                faults.add(
                    &table.file,
                    node.line,
                    format!("`{name}` is no text"),
                    "write it in quotes",
                );
            }
            None => {}
        }
    }
    strings
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
    fn a_config_that_is_only_looked_at_needs_no_secrets_and_one_to_run_with_does() {
        let text = "[gateway]\nsecret = \"env:S\"\n[[channel]]\nid = \"s\"\nkind = \"sms\"\n\
                    provider = \"generic\"\npath_secret = \"file:/nowhere\"\n";
        let mut faults = Faults::default();
        assert!(Config::look_at("m.toml", text, &mut faults).is_some(), "{faults}");
        let (config, faults) = parse(text, &|_| None);
        assert!(config.is_none());
        let lines: Vec<usize> = faults.0.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [2, 7], "{faults}");
    }

    #[test]
    fn numbers_that_count_nothing_are_faults() {
        let text = format!(
            "{SMALL}[[channel]]\nid = \"s\"\nkind = \"sms\"\nprovider = \"generic\"\n\
             path_secret = \"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"\nper_second = 0\n[channel.secrets]\nk = 3\n"
        );
        let (config, faults) = parse(&text, &|_| None);
        assert!(config.is_none());
        let lines: Vec<usize> = faults.0.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [8, 10], "{faults}");
    }

    #[test]
    fn a_campaign_has_one_page_or_one_for_each_question() {
        let campaign = |pages: &str| {
            let head = "[[campaign]]\nid = \"c\"\nentity = \"e\"\ntemplate = \"t\"\n";
            let (config, faults) =
                parse(&format!("{SMALL}{head}keywords = {{ en = \"PARK\" }}\n{pages}\n"), &|_| {
                    None
                });
            config.map(|config| config.campaigns[0].pages).ok_or(faults.to_string())
        };
        assert_eq!(campaign(""), Ok(super::super::Pages::Each));
        assert_eq!(campaign("pages = \"one\""), Ok(super::super::Pages::One));
        let fault = campaign("pages = \"two\"").unwrap_err();
        assert!(
            fault.contains("`pages` is `two`") && fault.contains("\"each\" or \"one\""),
            "{fault}"
        );
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
