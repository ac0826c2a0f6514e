//! Is a request the provider's own?
//!
//! How a provider signs is put together in its file out of small blocks: a method, what is signed
//! (`pieces`), where the signature stands and how it is written, and a time that must be near. `jwt` is the
//! method whose signature carries its own time and hashes. Here they are put to work.
//!
//! Signatures are made over the bytes received and the public URL of the config, never over what `Host` or
//! `X-Forwarded-…` say. Comparison takes the same time wherever the difference is.

pub(super) mod jwt;
pub(super) mod pieces;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use subtle::ConstantTimeEq;

use self::jwt::Claims;
use self::pieces::{Over, Stand};
use super::RawRequest;
use super::fields::pairs;

/// Most signatures one header may list; more is nobody's rotation.
const MOST_LISTED: usize = 8;

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

/// What a signature is checked with.
#[derive(Clone, Copy)]
pub struct Seal<'a> {
    /// The public URL of the request as configured, with the query as received.
    pub url: &'a str,
    /// The secrets; several may be active while one is being replaced.
    pub secrets: &'a [String],
    /// The clock.
    pub now: Timestamp,
    /// Seconds that a signed time may be off, if the operator set others than the file.
    pub window_s: Option<i64>,
}

/// Whether a request is the provider's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// It is, or the provider signs nothing.
    Yes,
    /// It is not.
    No,
    /// It was signed by the provider, but at a time too far from now: an old request sent once more, or a
    /// clock that is wrong.
    Stale,
}

/// How the signature is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// MD5 of what is signed; the file puts the secret in.
    Md5,
    HmacMd5,
    HmacSha1,
    HmacSha256,
    HmacSha512,
    /// The secret is the provider's public key, base64.
    Ed25519,
    Jwt,
}

/// How its bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Base64,
    Hex,
}

/// How a provider signs.
#[derive(Debug, Clone)]
pub(super) struct Check {
    pub(super) method: Method,
    /// Where the signature stands.
    pub(super) at: Stand,
    pub(super) written: Written,
    /// What stands before it, such as `sha256=`.
    pub(super) prefix: String,
    /// There may be several, with commas between.
    pub(super) list: bool,
    /// The name of the secret.
    pub(super) secret: String,
    pub(super) over: Over,
    /// The provider signs the URL with its default port or without.
    pub(super) either_port: bool,
    /// Query field with the hex SHA-256 of a body that is no form.
    pub(super) body_hash: Option<String>,
    /// Where the time of signing stands (unix seconds), and how many seconds it may be off.
    pub(super) time: Option<(Stand, i64)>,
    pub(super) claims: Claims,
}

/// A provider's class, and how it signs if it does.
#[derive(Debug, Clone)]
pub(super) struct Signature {
    pub(super) class: Class,
    pub(super) check: Option<Check>,
}

impl Signature {
    pub(super) fn secret(&self) -> Option<&str> {
        self.check.as_ref().map(|check| check.secret.as_str())
    }

    /// Why a request of an example was refused, for the person who writes the file.
    pub(super) fn why(&self, request: &RawRequest<'_>, secrets: &[String]) -> String {
        let lacks = self.check.as_ref().and_then(|check| check.lacks(request, secrets));
        lacks.unwrap_or_else(|| {
            "all parts are there, but it is not made of `over` with this secret".to_owned()
        })
    }

    pub(super) fn verify(&self, request: &RawRequest<'_>, seal: &Seal<'_>) -> Signed {
        match &self.check {
            Some(check) => check.verify(request, seal).unwrap_or(Signed::No),
            None if self.class == Class::Unsigned => Signed::Yes,
            None => Signed::No,
        }
    }
}

impl Check {
    /// `None` if the request has not even what is needed to look.
    fn verify(&self, request: &RawRequest<'_>, seal: &Seal<'_>) -> Option<Signed> {
        let value = if self.list { self.at.find_list(request)? } else { self.at.find(request)? };
        let value = value.strip_prefix(self.prefix.as_str())?;
        let keys = || seal.secrets.iter().filter(|key| !key.is_empty()).map(String::as_bytes);
        if self.method == Method::Jwt {
            return Some(any_signed(
                keys().map(|key| self.claims.verify(value, key, request, seal)),
            ));
        }
        let given: Vec<&str> = if self.list { listed(value) } else { vec![value] };
        let tags: Vec<Vec<u8>> = given.into_iter().filter_map(|text| self.decode(text)).collect();
        let body = self.body(request)?;
        let urls =
            if self.either_port { port_variants(seal.url) } else { vec![seal.url.to_owned()] };
        let fits = |key: &[u8], url: &String| {
            let Some(message) = self.over.assemble(request, url, body, key) else { return false };
            any(tags.iter(), |tag| self.tag_is(key, &message, tag))
        };
        if !any(keys(), |key| any(urls.iter(), |url| fits(key, url))) {
            return Some(Signed::No);
        }
        let Some((at, window)) = &self.time else { return Some(Signed::Yes) };
        let window = seal.window_s.unwrap_or(*window);
        let near = seconds(&at.find(request)?)?.abs_diff(seal.now.as_second());
        Some(if near <= window.unsigned_abs() { Signed::Yes } else { Signed::Stale })
    }

    /// What a request that was refused does not have; `None` if all is there and does not fit.
    fn lacks(&self, request: &RawRequest<'_>, secrets: &[String]) -> Option<String> {
        if secrets.iter().all(String::is_empty) {
            return Some(format!("its `settings` have no `{}`", self.secret));
        }
        let value = if self.list { self.at.find_list(request) } else { self.at.find(request) };
        let Some(value) = value else { return Some(format!("it has no {}, or not once", self.at)) };
        if !value.starts_with(&self.prefix) {
            return Some(format!("{} does not begin with `prefix`", self.at));
        }
        let time = self.time.iter().map(|(stand, _)| stand);
        let lost = self.over.stands().chain(time).find(|stand| stand.find(request).is_none());
        lost.map(|stand| format!("it has no {stand}, or not once"))
    }

    fn decode(&self, text: &str) -> Option<Vec<u8>> {
        match self.written {
            Written::Base64 => STANDARD.decode(text).ok(),
            Written::Hex => hex::decode(text).ok(),
        }
    }

    /// The body as far as it is signed itself: where a hash in the (signed) query stands for it, it must
    /// fit that and is no part of the message.
    fn body<'r>(&self, request: &RawRequest<'r>) -> Option<&'r [u8]> {
        let Some(name) = &self.body_hash else { return Some(request.body) };
        let query = pairs(request.query.as_bytes());
        let mut hashes = query.iter().filter(|(key, _)| key == name.as_bytes());
        let Some((_, hash)) = hashes.next() else { return Some(request.body) };
        let tag = hex::decode(hash).ok()?;
        let fits = bool::from(Sha256::digest(request.body)[..].ct_eq(&tag));
        (fits && hashes.next().is_none()).then_some(&[])
    }

    fn tag_is(&self, key: &[u8], message: &[u8], tag: &[u8]) -> bool {
        match self.method {
            Method::Md5 => Md5::digest(message)[..].ct_eq(tag).into(),
            Method::HmacMd5 => hmac_is::<Hmac<Md5>>(key, message, tag),
            Method::HmacSha1 => hmac_is::<Hmac<Sha1>>(key, message, tag),
            Method::HmacSha256 => hmac_is::<Hmac<Sha256>>(key, message, tag),
            Method::HmacSha512 => hmac_is::<Hmac<Sha512>>(key, message, tag),
            Method::Ed25519 => ed25519_is(key, message, tag),
            Method::Jwt => false,
        }
    }
}

/// Unix seconds as providers write them: ten digits and nothing else, so that where no separator stands
/// between body and time there is one way alone to read the two.
fn seconds(text: &str) -> Option<i64> {
    let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn listed(value: &str) -> Vec<&str> {
    value.split(',').map(str::trim).take(MOST_LISTED).collect()
}

/// The default port in the URL and without: some providers sign the one, some the other.
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

/// The best of several looks.
fn any_signed(looks: impl Iterator<Item = Signed>) -> Signed {
    looks.fold(Signed::No, |best, look| match (best, look) {
        (Signed::Yes, _) | (_, Signed::Yes) => Signed::Yes,
        (Signed::Stale, _) | (_, Signed::Stale) => Signed::Stale,
        _ => Signed::No,
    })
}

pub(super) fn hmac_is<M: Mac + KeyInit>(key: &[u8], message: &[u8], tag: &[u8]) -> bool {
    <M as KeyInit>::new_from_slice(key)
        .is_ok_and(|mac| mac.chain_update(message).verify_slice(tag).is_ok())
}

/// RFC 8032; ring refuses signatures and keys that are not canonical.
fn ed25519_is(key: &[u8], message: &[u8], tag: &[u8]) -> bool {
    let Ok(public) = STANDARD.decode(key) else { return false };
    let public = ring::signature::UnparsedPublicKey::new(&ring::signature::ED25519, public);
    public.verify(message, tag).is_ok()
}

/// HMAC of a JWT by the name of its algorithm; nothing but these three, least of all `none`.
fn jwt_is(alg: &str, key: &[u8], message: &[u8], tag: &[u8]) -> bool {
    match alg {
        "HS256" => hmac_is::<Hmac<Sha256>>(key, message, tag),
        "HS384" => hmac_is::<Hmac<Sha384>>(key, message, tag),
        "HS512" => hmac_is::<Hmac<Sha512>>(key, message, tag),
        _ => false,
    }
}
