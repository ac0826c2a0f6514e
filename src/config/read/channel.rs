//! `[[channel]]`: ways in and out, with their secrets.

use std::collections::BTreeMap;
use std::time::Duration;

use majlis_channels::sms::{Network, NotANetwork};
use majlis_channels::telegram::TelegramSettings;
use majlis_flows::Faults;
use majlis_flows::source::{Node, Table, Value};

use super::super::{
    ChannelConfig, ChannelKind, Price, Prices, Secret, SmsConfig, Span, TelegramConfig,
};
use super::email::read_email;
use super::ussd::read_ussd;
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
        Some("email") => {
            read_email(&mut table, around, faults).map(|email| ChannelKind::Email(Box::new(email)))
        }
        Some("ussd") => {
            read_ussd(&mut table, around, faults).map(|ussd| ChannelKind::Ussd(Box::new(ussd)))
        }
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
                "write \"sms\", \"telegram\", \"email\", \"ussd\" or \"web\"",
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
    let allow_from = read_networks(table, faults);
    let fetch_every = read_every(table, faults);
    let price = read_price(table, faults);
    let secrets = read_secrets(table, around, faults);
    let send = read_send(table, around, faults);
    Some(SmsConfig {
        provider: provider?,
        path_secret: path_secret?,
        sender,
        allow_from,
        fetch_every,
        price,
        per_second,
        burst,
        at_once: at_once as usize,
        secrets,
        send,
    })
}

/// `allow_from`: where the provider calls from.
pub(super) fn read_networks(table: &mut Table, faults: &mut Faults) -> Vec<Network> {
    let mut networks = Vec::new();
    for (text, line) in table.strings("allow_from", faults) {
        match text.parse() {
            Ok(network) => networks.push(network),
            Err(NotANetwork) => faults.add(
                &table.file,
                line,
                format!("`{text}` is no network"),
                "write an address, or one such as 203.0.113.0/24 or 2001:db8::/32",
            ),
        }
    }
    networks
}

/// `fetch_every`: at least a minute, as providers count requests.
fn read_every(table: &mut Table, faults: &mut Faults) -> Option<Duration> {
    let text = table.opt_str("fetch_every", faults)?;
    let span = text.parse::<Span>().ok().map(|span| span.0).filter(|every| every.as_secs() >= 60);
    if span.is_none() {
        let mend = "write a minute or more, such as \"5m\" or \"1h\"";
        table.fault("fetch_every", faults, format!("`{text}` is no interval"), mend);
    }
    span
}

/// `[channel.price]`: what a part costs.
fn read_price(table: &mut Table, faults: &mut Faults) -> Option<Prices> {
    let mut price = table.table("price", faults)?;
    let currency = price.str("currency", faults);
    let names: Vec<String> = price.keys().map(str::to_owned).collect();
    if names.is_empty() {
        faults.add(&price.file, price.line, "no price", "add usual = \"0.035\"");
    }
    let mut parts = Vec::new();
    for name in names {
        let Some(node) = price.take(&name) else { continue };
        let digits =
            |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if name != "usual" && !name.strip_prefix('+').is_some_and(digits) {
            let what = format!("`{name}` is no beginning of a number");
            faults.add(&price.file, node.line, what, "write one such as \"+971\", or usual");
        }
        let amount = match node.value {
            Value::Str(text) => Price::parse(&text),
            _ => None,
        };
        match amount {
            Some(amount) => parts.push((name, amount)),
            None => {
                let what = format!("`{name}` is no price");
                faults.add(&price.file, node.line, what, "write one such as \"0.035\"");
            }
        }
    }
    price.finish(faults);
    Some(Prices { currency: currency?, parts })
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

pub(super) fn find_secret(
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn sms(lines: &str) -> Result<SmsConfig, Faults> {
        let text = format!(
            "[gateway]\nsecret = \"0123456789abcdef0123456789abcdef\"\n[[channel]]\nid = \"s\"\n\
             kind = \"sms\"\nprovider = \"twilio\"\npath_secret = \"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"\n{lines}"
        );
        let mut faults = Faults::default();
        let config = Config::parse("m.toml", &text, &|_| None, &mut faults).ok_or(faults)?;
        match config.channels.into_iter().next().unwrap().kind {
            ChannelKind::Sms(sms) => Ok(*sms),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_channel_may_have_networks_an_interval_and_prices() {
        let none = sms("").unwrap();
        assert_eq!((none.allow_from.len(), none.fetch_every, none.price), (0, None, None));
        let lines = "allow_from = [\"203.0.113.0/24\", \"2001:db8::1\"]\nfetch_every = \"15m\"\n\
                     [channel.price]\ncurrency = \"AED\"\nusual = \"0.035\"\n\"+971\" = \"0.02\"\n";
        let all = sms(lines).unwrap_or_else(|faults| panic!("{faults}"));
        assert_eq!(all.allow_from.len(), 2);
        assert_eq!(all.fetch_every, Some(Duration::from_secs(900)));
        assert_eq!(all.price.unwrap().of(2), "0.07 AED (+971: 0.04)");
    }

    #[test]
    fn what_is_no_network_interval_or_price_is_a_fault_at_its_line() {
        for (lines, line) in [
            ("allow_from = [\"everywhere\"]", 8),
            ("allow_from = [\"0.0.0.0/0\"]", 8),
            ("fetch_every = \"5s\"", 8),
            ("fetch_every = \"often\"", 8),
            ("[channel.price]\nusual = \"0.1\"", 8),
            ("[channel.price]\ncurrency = \"AED\"", 8),
            ("[channel.price]\ncurrency = \"AED\"\nusual = 0.1", 10),
            ("[channel.price]\ncurrency = \"AED\"\nAE = \"0.1\"", 10),
        ] {
            let faults = sms(lines).unwrap_err();
            let found: Vec<usize> = faults.0.iter().map(|fault| fault.line).collect();
            assert_eq!(found, [line], "{lines}: {faults}");
        }
    }
}
