//! Is a request the provider's own?
//!
//! Signatures are made over the bytes received and the public URL of the config, never over what `Host` or
//! `X-Forwarded-…` say. Comparison takes the same time wherever the difference is.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::RawRequest;
use super::fields::pairs;

/// How much of a request a provider signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// URL and body.
    SignedBody,
    /// The URL alone: somebody who sees one request can put other words under it. Needs a secret path too.
    SignedUrl,
    /// Nothing. Needs a secret path.
    Unsigned,
}

impl Class {
    /// The word in provider files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SignedBody => "signed-body",
            Self::SignedUrl => "signed-url",
            Self::Unsigned => "unsigned",
        }
    }
}

/// The ways of signing there is code for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Base64 of HMAC-SHA-1 over URL and sorted parameters.
    /// <https://www.twilio.com/docs/usage/webhooks/webhooks-security>
    Twilio,
    /// Hex of HMAC-SHA-256 over the body, after a fixed prefix such as `sha256=`.
    HmacSha256Hex {
        /// What stands before the hex.
        prefix: String,
    },
}

/// How a provider signs.
#[derive(Debug, Clone)]
pub(super) struct Signature {
    pub(super) class: Class,
    /// Scheme, header (lower case) and the name of the secret.
    pub(super) scheme: Option<(Scheme, String, String)>,
}

impl Signature {
    pub(super) fn secret(&self) -> Option<&str> {
        self.scheme.as_ref().map(|(_, _, secret)| secret.as_str())
    }

    pub(super) fn verify(&self, request: &RawRequest<'_>, url: &str, secrets: &[String]) -> bool {
        let Some((scheme, header, _)) = &self.scheme else {
            return self.class == Class::Unsigned;
        };
        let mut given = request.headers.get_all(header).iter();
        let (Some(value), None) = (given.next(), given.next()) else {
            return false;
        };
        let Ok(value) = value.to_str() else {
            return false;
        };
        let keys = secrets.iter().filter(|key| !key.is_empty()).map(String::as_bytes);
        match scheme {
            Scheme::Twilio => twilio(request, url, value, keys),
            Scheme::HmacSha256Hex { prefix } => {
                let Some(Ok(tag)) = value.strip_prefix(prefix.as_str()).map(hex::decode) else {
                    return false;
                };
                any(keys, |key| hmac_is::<Hmac<Sha256>>(key, &[request.body], &tag))
            }
        }
    }
}

fn twilio<'k>(
    request: &RawRequest<'_>,
    url: &str,
    value: &str,
    keys: impl Iterator<Item = &'k [u8]> + Clone,
) -> bool {
    let Ok(tag) = STANDARD.decode(value) else {
        return false;
    };
    let Some(parameters) = twilio_parameters(request) else {
        return false;
    };
    let urls = port_variants(url);
    any(keys, |key| {
        any(urls.iter(), |url| hmac_is::<Hmac<Sha1>>(key, &[url.as_bytes(), &parameters], &tag))
    })
}

/// The sorted parameters of a form body without repeated pairs, each key with its value after it. A body
/// that is no form is covered by `bodySHA256` in the (signed) query instead; `None` if that does not match.
fn twilio_parameters(request: &RawRequest<'_>) -> Option<Vec<u8>> {
    let query = pairs(request.query.as_bytes());
    let hashes: Vec<_> = query.iter().filter(|(key, _)| key == b"bodySHA256").collect();
    if let Some((_, hash)) = hashes.first() {
        let tag = hex::decode(hash).ok()?;
        let fits = hashes.len() == 1 && bool::from(Sha256::digest(request.body)[..].ct_eq(&tag));
        return fits.then(Vec::new);
    }
    let mut parameters = pairs(request.body);
    parameters.sort();
    parameters.dedup();
    Some(parameters.into_iter().flat_map(|(key, value)| [key, value]).flatten().collect())
}

/// Twilio signs sometimes with the default port in the URL, sometimes without.
fn port_variants(url: &str) -> Vec<String> {
    let mut urls = vec![url.to_owned()];
    let Some((scheme, rest)) = url.split_once("://") else {
        return urls;
    };
    let port = if scheme.eq_ignore_ascii_case("https") { ":443" } else { ":80" };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    match host.strip_suffix(port) {
        Some(bare) => urls.push(format!("{scheme}://{bare}{path}")),
        None => urls.push(format!("{scheme}://{host}{port}{path}")),
    }
    urls
}

/// True if one fits; looks at all, so that time does not say which.
fn any<T>(items: impl Iterator<Item = T>, fits: impl Fn(T) -> bool) -> bool {
    items.fold(false, |found, item| fits(item) | found)
}

fn hmac_is<M: Mac + KeyInit>(key: &[u8], pieces: &[&[u8]], tag: &[u8]) -> bool {
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(key) else {
        return false;
    };
    for piece in pieces {
        mac.update(piece);
    }
    mac.verify_slice(tag).is_ok()
}
