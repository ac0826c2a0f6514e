//! `[[channel]]`: ways in and out, with their secrets.

use std::collections::BTreeMap;

use majlis_channels::telegram::TelegramSettings;
use majlis_flows::Faults;
use majlis_flows::source::{Node, Table, Value};

use super::super::{ChannelConfig, ChannelKind, Secret, SmsConfig, TelegramConfig};
use super::{Around, read_id, strings_of, whole};

pub(super) fn read_channel(
    mut table: Table,
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<ChannelConfig> {
    let line = table.line;
    let id = read_id(&mut table, faults);
    let kind = table.str("kind", faults);
    let kind = match kind.as_deref() {
        Some("web") => Some(ChannelKind::Web),
        Some("sms") => {
            read_sms(&mut table, around, faults).map(|sms| ChannelKind::Sms(Box::new(sms)))
        }
        Some("telegram") => read_telegram(&mut table, around, faults)
            .map(|telegram| ChannelKind::Telegram(Box::new(telegram))),
        Some(other) => {
            table.fault(
                "kind",
                faults,
                format!("there is no channel kind `{other}`"),
                "write \"sms\", \"telegram\" or \"web\"",
            );
            None
        }
        None => None,
    };
    table.finish(faults);
    Some(ChannelConfig { line, id: id?, kind: kind? })
}

fn read_sms(table: &mut Table, around: Around<'_>, faults: &mut Faults) -> Option<SmsConfig> {
    let provider = table.str("provider", faults);
    let named = table.str("path_secret", faults);
    let line = table.line_of("path_secret");
    let path_secret = named
        .and_then(|named| find_secret(&table.file, line, "path_secret", &named, around, faults));
    let per_second = whole(table, "per_second", 10, faults);
    let burst = whole(table, "burst", per_second, faults);
    let at_once = whole(table, "at_once", 8, faults);
    let sender = table.opt_str("sender", faults);
    let secrets = read_secrets(table, around, faults);
    let send = read_send(table, around, faults);
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

fn read_telegram(
    table: &mut Table,
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<TelegramConfig> {
    let secret = |table: &mut Table, key: &'static str, faults: &mut Faults| {
        let named = table.str(key, faults)?;
        find_secret(&table.file, table.line_of(key), key, &named, around, faults)
    };
    let token = secret(table, "token", faults);
    let polling = match table.str("mode", faults)?.as_str() {
        "webhook" => false,
        "polling" => true,
        other => {
            let what = format!("there is no mode `{other}`");
            table.fault("mode", faults, what, "write \"webhook\" or \"polling\"");
            return None;
        }
    };
    let webhook_secret =
        if polling { None } else { Some(secret(table, "webhook_secret", faults)?) };
    let api_url = match table.opt_str("api_url", faults) {
        Some(named) => {
            let line = table.line_of("api_url");
            let url = find_secret(&table.file, line, "api_url", &named, around, faults)?;
            url.expose().to_owned()
        }
        None => TelegramSettings::API_URL.to_owned(),
    };
    let per_second = whole(table, "per_second", TelegramSettings::PER_SECOND, faults);
    let at_once = whole(table, "at_once", 32, faults) as usize;
    Some(TelegramConfig { token: token?, webhook_secret, api_url, per_second, at_once })
}

/// `[channel.secrets]`: one secret, or a list while it is being replaced.
fn read_secrets(
    table: &mut Table,
    around: Around<'_>,
    faults: &mut Faults,
) -> BTreeMap<String, Vec<Secret>> {
    let mut secrets = BTreeMap::new();
    let Some(mut named) = table.table("secrets", faults) else { return secrets };
    let names: Vec<String> = named.keys().map(str::to_owned).collect();
    for name in names {
        let nodes = match named.take(&name) {
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => vec![node],
            None => continue,
        };
        let mut found = Vec::new();
        for node in nodes {
            match node.value {
                Value::Str(text) => {
                    found.extend(find_secret(&named.file, node.line, &name, &text, around, faults));
                }
                _ => faults.add(
                    &named.file,
                    node.line,
                    format!("`{name}` is no text"),
                    "write \"env:NAME\", or a list of such",
                ),
            }
        }
        secrets.insert(name, found);
    }
    secrets
}

/// `[channel.send]`: what sending needs.
fn read_send(
    table: &mut Table,
    around: Around<'_>,
    faults: &mut Faults,
) -> BTreeMap<String, Secret> {
    let mut send = BTreeMap::new();
    let Some(mut named) = table.table("send", faults) else { return send };
    let lines: BTreeMap<String, usize> =
        named.keys().map(|name| (name.to_owned(), named.line_of(name))).collect();
    for (name, text) in strings_of(&mut named, faults) {
        let line = lines.get(&name).copied().unwrap_or(named.line);
        if let Some(secret) = find_secret(&named.file, line, &name, &text, around, faults) {
            send.insert(name, secret);
        }
    }
    send
}

fn find_secret(
    file: &str,
    line: usize,
    key: &str,
    named: &str,
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<Secret> {
    around
        .secret(named)
        .map_err(|(what, mend)| faults.add(file, line, format!("`{key}`: {what}"), mend))
        .ok()
}
