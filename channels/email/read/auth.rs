//! What our own border server says of the sender: `Authentication-Results` (RFC 8601). Anybody may write such a
//! field; only the topmost that bears the configured name is believed, as the border removes others with that name (§5).

use super::headers::Headers;
use crate::{Address, Proof};

/// How sure it is that the mail comes from its From.
pub(in super::super) fn proof(
    headers: &Headers,
    authserv_id: Option<&str>,
    from: &Address,
) -> Proof {
    let Some(ours) = authserv_id else { return Proof::Unproven };
    let domain = from.rest().rsplit_once('@').map_or("", |(_, domain)| domain);
    let found = headers.all("authentication-results").find_map(|value| {
        let value = without_comments(value);
        let (name, results) = value.split_once(';')?;
        // The name may be followed by a version.
        let name = name.split_whitespace().next()?;
        name.eq_ignore_ascii_case(ours).then(|| results.to_owned())
    });
    let Some(results) = found else { return Proof::Unproven };
    let dmarc = results.split(';').filter_map(|result| {
        let mut words = result.split_whitespace();
        let verdict = words.next()?.strip_prefix("dmarc=")?.to_ascii_lowercase();
        let about = words.find_map(|word| word.strip_prefix("header.from=").map(str::to_owned));
        Some((verdict, about))
    });
    let mut proof = Proof::Unproven;
    for (verdict, about) in dmarc {
        let about_sender = about.is_none_or(|about| {
            let about =
                about.trim_matches('"').rsplit('@').next().unwrap_or_default().to_lowercase();
            about == domain
        });
        match verdict.as_str() {
            // A pass of another domain proves nothing of this one.
            "pass" if about_sender => proof = Proof::Proven,
            "fail" => return Proof::Disowned,
            _ => {}
        }
    }
    proof
}

/// The value without its comments, which may be nested.
fn without_comments(value: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    // `dmarc = pass` is `dmarc=pass`.
    out.replace(" =", "=").replace("= ", "=")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(fields: &str) -> Proof {
        let raw = format!("{fields}\r\nFrom: anna@home.example\r\n\r\n");
        let headers = Headers::read(raw.as_bytes()).unwrap();
        proof(&headers, Some("mx.city.example"), &Address::mail("anna@home.example").unwrap())
    }

    #[test]
    fn only_our_own_borders_word_counts() {
        let cases = [
            (
                "Authentication-Results: mx.city.example; dmarc=pass (p=reject) header.from=home.example",
                Proof::Proven,
            ),
            (
                "Authentication-Results: MX.City.Example 1; spf=pass smtp.mailfrom=x; dmarc=pass header.from=home.example",
                Proof::Proven,
            ),
            (
                "Authentication-Results: mx.city.example;\r\n dkim=pass header.d=home.example;\r\n\tdmarc = pass header.from=HOME.example",
                Proof::Proven,
            ),
            (
                "Authentication-Results: mx.city.example; dmarc=fail (p=none dis=none) header.from=home.example",
                Proof::Disowned,
            ),
            (
                "Authentication-Results: mx.city.example; dmarc=none header.from=home.example",
                Proof::Unproven,
            ),
            (
                "Authentication-Results: mx.city.example; dkim=pass header.d=other.example",
                Proof::Unproven,
            ),
            (
                "Authentication-Results: mx.city.example; dmarc=pass header.from=evil.example",
                Proof::Unproven,
            ),
            (
                "Authentication-Results: mx.city.example; spf=none (dmarc=pass; dmarc=pass header.from=home.example)",
                Proof::Unproven,
            ),
            (
                "Authentication-Results: evil.example; dmarc=pass header.from=home.example",
                Proof::Unproven,
            ),
            ("Authentication-Results: mx.city.example; none", Proof::Unproven),
            ("Authentication-Results: garbage", Proof::Unproven),
            ("X-Nothing: here", Proof::Unproven),
            (
                "Authentication-Results: mx.city.example; dmarc=fail\r\nAuthentication-Results: mx.city.example; dmarc=pass",
                Proof::Disowned,
            ),
        ];
        for (fields, want) in cases {
            assert_eq!(judge(fields), want, "{fields}");
        }
    }

    #[test]
    fn without_a_trusted_name_nothing_is_proven() {
        let raw = b"Authentication-Results: mx.city.example; dmarc=pass\r\n\r\n";
        let headers = Headers::read(raw).unwrap();
        let anna = Address::mail("anna@home.example").unwrap();
        assert_eq!(proof(&headers, None, &anna), Proof::Unproven);
    }
}
