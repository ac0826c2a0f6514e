//! Reads the `[signature]` part of a provider file.

use majlis_flows::source::{Faults, Table};

use super::format::missing;
use super::signature::jwt::Claims;
use super::signature::pieces::{Over, Stand, known};
use super::signature::{Check, Class, Method, Signature, Written};

/// Seconds that the time of a signature may be off, as most providers advise.
const WINDOW: i64 = 300;
/// The widest: two days, for a phone whose clock was never set.
const WIDEST: i64 = 2 * 24 * 60 * 60;

pub(super) fn read_signature(table: &mut Table, faults: &mut Faults) -> Signature {
    let unsigned = Signature { class: Class::Unsigned, check: None };
    let Some(mut sign) = table.table("signature", faults) else {
        missing(table, "[signature]", "class = \"unsigned\" if the provider signs nothing", faults);
        return unsigned;
    };
    let class = match sign.str("class", faults).as_deref() {
        Some("signed-body") => Class::SignedBody,
        Some("signed-url") => Class::SignedUrl,
        Some("unsigned") | None => Class::Unsigned,
        Some(other) => {
            let mend = "write \"signed-body\", \"signed-url\" or \"unsigned\"";
            sign.fault("class", faults, format!("no class `{other}`"), mend);
            Class::Unsigned
        }
    };
    let check = if class == Class::Unsigned { None } else { read_check(&mut sign, class, faults) };
    sign.finish(faults);
    Signature { class, check }
}

fn read_check(sign: &mut Table, class: Class, faults: &mut Faults) -> Option<Check> {
    let at = read_stand(sign, faults)?;
    let prefix = sign.opt_str("prefix", faults).unwrap_or_default();
    let list = sign.opt_bool("list", faults).unwrap_or(false);
    let secret = sign.str("secret", faults)?;
    let either_port = sign.opt_bool("either_port", faults).unwrap_or(false);
    let body_hash = sign.opt_str("body_hash", faults);
    let mut check = Check {
        method: Method::HmacSha256,
        at,
        written: Written::Base64,
        prefix,
        list,
        secret,
        over: Over::default(),
        either_port,
        body_hash,
        time: read_time(sign, faults),
        claims: Claims::default(),
    };
    if sign.has("scheme") {
        read_scheme(sign, &mut check, faults)?;
    } else {
        check.method = read_method(sign, faults)?;
        if check.method == Method::Jwt {
            check.claims = Claims {
                issuer: sign.opt_str("issuer", faults),
                url: sign.opt_str("url_claim", faults),
                body: sign.opt_str("body_claim", faults),
            };
        } else {
            check.written = read_written(sign, faults)?;
            let text = sign.str("over", faults)?;
            check.over = read_over(sign, &text, &check.at, faults)?;
        }
    }
    check_covers(sign, &check, class, faults);
    Some(check)
}

fn read_stand(sign: &mut Table, faults: &mut Faults) -> Option<Stand> {
    let header = match sign.opt_str("header", faults) {
        Some(text) => {
            let stand = Stand::header(&text);
            if stand.is_none() {
                let mend = "write its name, or name and item: \"X-Sig\", \"X-Sig[v1]\"";
                sign.fault("header", faults, format!("`{text}` is no header"), mend);
                return None;
            }
            stand
        }
        None => None,
    };
    let parameter = sign.opt_str("parameter", faults).map(Stand::Parameter);
    match (header, parameter) {
        (Some(stand), None) | (None, Some(stand)) => Some(stand),
        _ => {
            let mend =
                "say where it stands: header = \"X-…\" or parameter = \"sig\", one of the two";
            sign.fault("header", faults, "no place for the signature", mend);
            None
        }
    }
}

fn read_time(sign: &mut Table, faults: &mut Faults) -> Option<(Stand, i64)> {
    let window = sign.opt_int("window_s", faults).unwrap_or(WINDOW);
    if !(1..=WIDEST).contains(&window) {
        let mend = format!("write seconds, 1 to {WIDEST}");
        sign.fault("window_s", faults, format!("no window of {window}"), mend);
    }
    let text = sign.opt_str("time", faults)?;
    let stand = match text.split_once(':') {
        Some(("header", name)) => Stand::header(name),
        Some(("parameter", name)) if !name.is_empty() => Some(Stand::Parameter(name.to_owned())),
        _ => None,
    };
    match stand {
        Some(stand) => Some((stand, window)),
        None => {
            let mend =
                "write \"header:X-…\", \"header:X-…[t]\" or \"parameter:…\"; it holds unix seconds";
            sign.fault("time", faults, format!("`{text}` is no place of a time"), mend);
            None
        }
    }
}

fn read_method(sign: &mut Table, faults: &mut Faults) -> Option<Method> {
    Some(match sign.str("method", faults)?.as_str() {
        "md5" => Method::Md5,
        "hmac-md5" => Method::HmacMd5,
        "hmac-sha1" => Method::HmacSha1,
        "hmac-sha256" => Method::HmacSha256,
        "hmac-sha512" => Method::HmacSha512,
        "ed25519" => Method::Ed25519,
        "jwt" => Method::Jwt,
        other => {
            let mend = "write \"hmac-sha256\", \"hmac-sha512\", \"hmac-sha1\", \"hmac-md5\", \"md5\", \
                        \"ed25519\" or \"jwt\"; another one needs code";
            sign.fault("method", faults, format!("no method `{other}`"), mend);
            return None;
        }
    })
}

fn read_written(sign: &mut Table, faults: &mut Faults) -> Option<Written> {
    match sign.str("written", faults)?.as_str() {
        "base64" => Some(Written::Base64),
        "hex" => Some(Written::Hex),
        other => {
            let mend = "write \"base64\" or \"hex\"";
            sign.fault("written", faults, format!("nothing is written as `{other}`"), mend);
            None
        }
    }
}

fn read_over(sign: &Table, text: &str, at: &Stand, faults: &mut Faults) -> Option<Over> {
    match Over::parse(text, at) {
        Ok(over) => Some(over),
        Err(what) => {
            sign.fault("over", faults, what, format!("known are {}", known()));
            None
        }
    }
}

/// Short names for two whole schemes.
fn read_scheme(sign: &mut Table, check: &mut Check, faults: &mut Faults) -> Option<()> {
    match sign.str("scheme", faults)?.as_str() {
        "twilio" => {
            check.method = Method::HmacSha1;
            check.over = read_over(sign, "{url}{form}", &check.at, faults)?;
            check.either_port = true;
            check.body_hash = Some("bodySHA256".to_owned());
        }
        "hmac-sha256-hex" => {
            check.written = Written::Hex;
            check.over = read_over(sign, "{body}", &check.at, faults)?;
        }
        other => {
            let mend = "write `method`, `written` and `over` instead";
            sign.fault("scheme", faults, format!("no scheme `{other}`"), mend);
            return None;
        }
    }
    Some(())
}

/// A class is a promise; what is signed must keep it.
fn check_covers(sign: &Table, check: &Check, class: Class, faults: &mut Faults) {
    let jwt = check.method == Method::Jwt;
    let body = if jwt { check.claims.body.is_some() } else { check.over.covers_body() };
    if class == Class::SignedBody && !body {
        let mend = "sign the body too, or write class = \"signed-url\"";
        sign.fault("class", faults, "the body is not signed", mend);
    }
    if check.method == Method::Md5 && !check.over.has_secret() {
        let mend = "add {secret} where the provider puts it; without it anybody can sign";
        sign.fault("over", faults, "no secret is in it", mend);
    }
}
