//! What every page says to the browser, and what a request's headers tell us.

use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How long a page may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// By the reader's browser, so that going back shows the form as it was left; asked anew otherwise.
    ForGoingBack,
    /// Nowhere: it shows a resident's words, receipt or private link.
    Never,
}

/// The content security policy for pages with this one inline style and nothing else.
pub(super) fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
}

/// Puts the headers on that all pages have.
pub(super) fn dress<B>(response: &mut Response<B>, policy: &str, keep: Keep) {
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // The private link must not travel to other sites.
    put(header::REFERRER_POLICY, "no-referrer");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    );
    put(header::VARY, "Accept, Accept-Language");
    put(
        header::CACHE_CONTROL,
        match keep {
            Keep::ForGoingBack => "private, no-cache",
            Keep::Never => "no-store",
        },
    );
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// True if the browser itself says that the form stood on another site.
///
/// `Sec-Fetch-Site` decides where it is sent; else `Origin` is compared with our own. `Origin: null` says
/// nothing: browsers send it for forms of our own pages, because of their `Referrer-Policy: no-referrer`
/// (Fetch standard, "append a request `Origin` header"). Then the token alone decides.
pub(super) fn comes_from_elsewhere(headers: &HeaderMap, public_url: &str) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(header::ORIGIN).map(HeaderValue::as_bytes) else { return false };
    if origin == b"null" {
        return false;
    }
    let host = std::str::from_utf8(origin).ok().and_then(authority);
    let ours =
        [authority(public_url), headers.get(header::HOST).and_then(|host| host.to_str().ok())];
    !host.is_some_and(|host| ours.iter().flatten().any(|own| own.eq_ignore_ascii_case(host)))
}

/// `example.org:8080` of `https://example.org:8080/path`.
fn authority(url: &str) -> Option<&str> {
    url.split_once("://")?.1.split('/').next()
}

/// The first language the reader wants that is among `known`, by main language (`ar-AE` finds `ar`).
pub(super) fn wanted_language(headers: &HeaderMap, known: &[String]) -> Option<String> {
    let wishes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut ranked: Vec<(f32, &str)> = wishes
        .split(',')
        .take(32)
        .filter_map(|wish| {
            let mut parts = wish.split(';');
            let tag = parts.next()?.trim();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            (weight > 0.0).then_some((weight, tag))
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.iter().find_map(|(_, tag)| same_language(tag, known))
}

/// The known tag for what was asked: itself, or its main language.
pub(super) fn same_language(tag: &str, known: &[String]) -> Option<String> {
    let main = tag.split(['-', '_']).next().unwrap_or(tag);
    let find = |wanted: &str| known.iter().find(|have| have.eq_ignore_ascii_case(wanted)).cloned();
    find(tag).or_else(|| find(main))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn the_language_wanted_most_that_we_have_is_taken() {
        let known = ["ar", "en"].map(str::to_owned);
        for (wish, expected) in [
            ("ar-AE,ar;q=0.9,en;q=0.8", Some("ar")),
            ("fr, en;q=0.2, ar;q=0.7", Some("ar")),
            ("EN-us", Some("en")),
            ("fr", None),
            ("ar;q=0", None),
            (";;q=,,q=NaN", None),
        ] {
            let found = wanted_language(&headers(&[("accept-language", wish)]), &known);
            assert_eq!(found.as_deref(), expected, "{wish}");
        }
    }

    #[test]
    fn forms_on_other_sites_are_told_from_our_own() {
        let ours = "https://majlis.example/";
        for (pairs, elsewhere) in [
            (vec![("sec-fetch-site", "same-origin")], false),
            (vec![("sec-fetch-site", "none")], false),
            (vec![("sec-fetch-site", "cross-site")], true),
            (vec![("sec-fetch-site", "same-site")], true),
            (vec![("sec-fetch-site", "same-origin"), ("origin", "null")], false),
            (vec![("origin", "https://majlis.example")], false),
            (vec![("origin", "https://evil.example")], true),
            (vec![("origin", "https://majlis.example.evil.example")], true),
            (vec![("origin", "http://192.0.2.7:8080"), ("host", "192.0.2.7:8080")], false),
            (vec![("origin", "null")], false),
            (vec![("origin", "garbage")], true),
            (vec![], false),
        ] {
            assert_eq!(comes_from_elsewhere(&headers(&pairs), ours), elsewhere, "{pairs:?}");
        }
    }
}
