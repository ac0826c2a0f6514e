//! A signature that is a JWT (RFC 7519): its claims hold its time, and hashes of URL and body.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::super::RawRequest;
use super::{Seal, Signed, jwt_is};

/// Seconds that two clocks may differ.
const LEEWAY: i64 = 1;

/// What the claims must say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Claims {
    /// `iss`, if it must be this.
    pub(in super::super) issuer: Option<String>,
    /// Claim with the hex SHA-256 of the URL.
    pub(in super::super) url: Option<String>,
    /// Claim with the hex SHA-256 of the body; there if and only if there is a body.
    pub(in super::super) body: Option<String>,
}

impl Claims {
    pub(super) fn verify(
        &self,
        token: &str,
        key: &[u8],
        request: &RawRequest<'_>,
        seal: &Seal<'_>,
    ) -> Signed {
        let Some(claims) = signed_claims(token, key) else { return Signed::No };
        if !self.say(&claims, request, seal.url) {
            return Signed::No;
        }
        let leeway = seal.window_s.unwrap_or(LEEWAY);
        let now = seal.now.as_second();
        let at = |name: &str| claims.get(name).map(|value| value.as_i64());
        let fresh = |begin: Option<Option<i64>>, end: Option<Option<i64>>| {
            // A time that is there but is no number is as good as none that fits.
            begin.is_none_or(|at| at.is_some_and(|at| at <= now.saturating_add(leeway)))
                && end.is_some_and(|at| at.is_some_and(|at| now < at.saturating_add(leeway)))
        };
        if fresh(at("nbf"), at("exp")) { Signed::Yes } else { Signed::Stale }
    }

    fn say(&self, claims: &Value, request: &RawRequest<'_>, url: &str) -> bool {
        let text = |name: &str| claims.get(name).and_then(Value::as_str);
        let issuer = self.issuer.as_deref().is_none_or(|issuer| text("iss") == Some(issuer));
        let url = self
            .url
            .as_deref()
            .is_none_or(|name| text(name).is_some_and(|hash| is_sha256(hash, url.as_bytes())));
        let body = self.body.as_deref().is_none_or(|name| match claims.get(name) {
            Some(Value::String(hash)) => !request.body.is_empty() && is_sha256(hash, request.body),
            Some(_) => false,
            None => request.body.is_empty(),
        });
        issuer & url & body
    }
}

fn is_sha256(given: &str, bytes: &[u8]) -> bool {
    hex::decode(given).is_ok_and(|given| Sha256::digest(bytes)[..].ct_eq(&given).into())
}

/// The claims, if the token is whole and signed with the key.
fn signed_claims(token: &str, key: &[u8]) -> Option<Value> {
    let (message, tag) = token.rsplit_once('.')?;
    let (header, claims) = message.split_once('.')?;
    let part = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let header: Value = serde_json::from_slice(&part(header)?).ok()?;
    // `crit` names what a reader must understand (RFC 7515 §4.1.11), and nothing is understood here.
    if header.get("crit").is_some() {
        return None;
    }
    let alg = header.get("alg")?.as_str()?;
    if !jwt_is(alg, key, message.as_bytes(), &part(tag)?) {
        return None;
    }
    let claims: Value = serde_json::from_slice(&part(claims)?).ok()?;
    claims.is_object().then_some(claims)
}
