//! Every published signature vector, and what becomes of a genuine request when anything in it is changed.

use std::collections::BTreeSet;

use axum::http::HeaderValue;
use majlis_flows::Faults;

use super::examples::Genuine;
use super::fields::pairs;
use super::signature::pieces::Stand;
use super::signature::{Check, Method, Written};
use super::*;

/// A provider that signs as these lines of its file say.
fn signing(lines: &str) -> Provider {
    let text = format!(
        r#"
id = "p"
title = "P"
[signature]
class = "signed-url"
secret = "key"
{lines}
[[inbound]]
method = "POST"
content = "form"
fields = {{ from = "from", text = "text", id = "id" }}
[send]
method = "POST"
url = "https://p.example/send"
content = "json"
fields = {{ to = "{{to}}", text = "{{text}}" }}
[[example]]
name = "unsigned"
kind = "inbound"
request = {{ method = "POST", url = "https://gw.example/h" }}
gives = {{ error = "signature" }}
"#
    );
    let mut faults = Faults::default();
    Provider::parse("p.toml", &text, &mut faults).unwrap_or_else(|| panic!("{faults}"))
}

fn shipped(name: &str) -> Provider {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sms/providers");
    let text = std::fs::read_to_string(format!("{folder}/{name}.toml")).unwrap();
    let mut faults = Faults::default();
    Provider::parse(&format!("{name}.toml"), &text, &mut faults)
        .unwrap_or_else(|| panic!("{faults}"))
}

/// One request and what it is checked with.
struct Vector<'a> {
    key: &'a str,
    url: &'a str,
    body: &'a str,
    headers: &'a [(&'static str, &'a str)],
    now: i64,
}

impl Vector<'_> {
    fn signed(&self, provider: &Provider) -> Signed {
        let headers = self.headers.iter();
        let headers = headers.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        let headers = headers.collect::<HeaderMap>();
        let query = self.url.split_once('?').map_or("", |(_, query)| query);
        let body = self.body.as_bytes();
        let request = RawRequest { method: "POST", query, headers: &headers, body };
        let secrets = [self.key.to_owned()];
        let now = Timestamp::from_second(self.now).unwrap();
        provider.signed(&request, &Seal { url: self.url, secrets: &secrets, now, window_s: None })
    }
}

// https://github.com/Nexmo/nexmo-signature-go and its sisters; the last is the rule applied by hand.
#[test]
fn published_vonage_signatures_are_accepted() {
    let two = "param1=value1&param2=value2&timestamp=1234567890";
    let odd = "param1=value%261&param2=value%3D2&timestamp=1234567890";
    let cases = [
        ("hmac-sha256", two, "280c4320703dbc98bfa22db676655ed2acfbfe8792b062ff7622e67f1183c287"),
        ("hmac-sha256", two, "280C4320703DBC98BFA22DB676655ED2ACFBFE8792B062FF7622E67F1183C287"),
        ("hmac-md5", two, "724c2bf6ca423c36e20631b11d1c5753"),
        ("hmac-md5", odd, "2bbf0abafb2c55e5af6231513896a2ac"),
        ("hmac-md5", "timestamp=1234567890&param=value", "655a4d0b7f064dff438defc52b012cf5"),
        ("md5", "param=value&timestamp=1234567890", "6d4e7072fdddafbbdf57825610c394d1"),
    ];
    for (method, query, sig) in cases {
        let secret = if method == "md5" { "{secret}" } else { "" };
        let provider = signing(&format!(
            "method = \"{method}\"\nparameter = \"sig\"\nwritten = \"hex\"\nover = \"{{parameters}}{secret}\""
        ));
        let key = "signature_secret";
        let url = format!("https://gw.example/h?{query}&sig={sig}");
        let vector = Vector { key, url: &url, body: "", headers: &[], now: 0 };
        assert_eq!(vector.signed(&provider), Signed::Yes, "{method} {query}");
        let url = url.replace("value", "valve");
        assert_eq!(Vector { url: &url, ..vector }.signed(&provider), Signed::No, "{method}");
    }
}

#[test]
fn a_parameter_that_stands_twice_or_is_named_like_two_is_refused() {
    let provider = signing(
        "method = \"hmac-sha256\"\nparameter = \"sig\"\nwritten = \"hex\"\nover = \"{parameters}\"",
    );
    let sig = "280c4320703dbc98bfa22db676655ed2acfbfe8792b062ff7622e67f1183c287";
    for query in [
        "param1=value1&param2=value2&timestamp=1234567890&param1=value1",
        "param1%3Dvalue1%26param2=value2&timestamp=1234567890",
        "param1=value1&param2=value2&timestamp=1234567890&more=1",
        "param1=value1&timestamp=1234567890",
    ] {
        let url = format!("https://gw.example/h?{query}&sig={sig}");
        let vector = Vector {
            key: "signature_secret",
            url: &url,
            body: "",
            headers: &[],
            now: 1_234_567_890,
        };
        assert_eq!(vector.signed(&provider), Signed::No, "{query}");
    }
}

// The token of Vonage's page on signed webhooks of the Messages API.
#[test]
fn a_vonage_token_is_accepted() {
    let provider = signing("method = \"jwt\"\nheader = \"Authorization\"\nprefix = \"Bearer \"");
    let token = "Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJPbmxpbmUgSldUIEJ1aWxkZXIiLCJpYXQiOjE2OTc2MzQ2ODAsImV4cCI6MzMyNTQ1NDA4MjgsImF1ZCI6IiIsInN1YiI6IiJ9.88vJc3I2HhuqEDixHXVhc9R30tA6U_HQHZTC29y6CGM";
    let headers = [("authorization", token)];
    let vector = Vector {
        key: "qwertyuiopasdfghjklzxcvbnm123456",
        url: "https://gw.example/h",
        body: "",
        headers: &headers,
        now: 1_790_000_000,
    };
    assert_eq!(vector.signed(&provider), Signed::Yes);
    assert_eq!(
        Vector { key: "qwertyuiopasdfghjklzxcvbnm12345", ..vector }.signed(&provider),
        Signed::No
    );
}

#[test]
fn published_plivo_and_bird_signatures_are_accepted() {
    let v2 = [
        ("x-plivo-signature-v2", "ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc="),
        ("x-plivo-signature-v2-nonce", "12345"),
    ];
    let vector =
        Vector { key: "my_auth_token", url: "https://answer.url", body: "", headers: &v2, now: 0 };
    assert_eq!(vector.signed(&shipped("plivo")), Signed::Yes);
    let form = "From=971500000001&Text=hi&To=97140000000";
    let good = "6odVY5vcX8T88VAjA2nfi407SPPhNcDIq/owWmdmJlQ=";
    // One for each active token, in any order.
    for list in [good.to_owned(), format!("AAAA,{good}"), format!("{good}, AAAA")] {
        let v3 = [("x-plivo-signature-v3", list.as_str()), ("x-plivo-signature-v3-nonce", "12345")];
        let vector = Vector { body: form, headers: &v3, ..vector };
        assert_eq!(vector.signed(&shipped("plivo-v3")), Signed::Yes, "{list}");
    }
    let bird = [
        ("messagebird-signature", "3u+njSsKyz7o340xTrcEfbTRxHRz4nCwtWumkGXtRS0="),
        ("messagebird-request-timestamp", "1700000000"),
    ];
    let vector = Vector {
        key: "secureSigningKey",
        url: "https://domain.com/webhook/bird",
        body: r#"{"service":"channels","event":"sms.inbound"}"#,
        headers: &bird,
        now: 1_700_000_000,
    };
    assert_eq!(vector.signed(&shipped("bird")), Signed::Yes);
}

// Made with: printf %s '1700000000.from=1&text=7' | openssl dgst -sha256 -hmac k1
#[test]
fn signature_and_time_may_be_items_of_one_header() {
    let lines = "method = \"hmac-sha256\"\nwritten = \"hex\"\nheader = \"X-Sig[v1]\"\n\
                 over = \"{header:X-Sig[t]}.{body}\"\ntime = \"header:X-Sig[t]\"";
    let (one, several) = (signing(lines), signing(&format!("{lines}\nlist = true")));
    let tag = "d3a98388d0c66e2cec614701121535750902e173024b3a51264c7a4805918e96";
    let zeros = "0".repeat(64);
    // The header, and what it is where one signature may stand and where several may.
    let cases = [
        (format!("t=1700000000,v1={tag}"), Signed::Yes, Signed::Yes),
        (format!("v1={tag}; t=1700000000"), Signed::Yes, Signed::Yes),
        (format!("t=1700000000,v0={zeros},v1={tag}"), Signed::Yes, Signed::Yes),
        (format!("t=1700000000,v1={zeros},v1={tag}"), Signed::No, Signed::Yes),
        (format!("t=1700000000,v1={zeros}"), Signed::No, Signed::No),
        (format!("t=1700000000,v0={tag}"), Signed::No, Signed::No),
        (format!("t=1700000000,V1={tag}"), Signed::No, Signed::No),
        (format!("t=1700000001,v1={tag}"), Signed::No, Signed::No),
        (format!("t=1700000000,t=1700000000,v1={tag}"), Signed::No, Signed::No),
        (format!("v1={tag}"), Signed::No, Signed::No),
        ("t=1700000000".to_owned(), Signed::No, Signed::No),
        (tag.to_owned(), Signed::No, Signed::No),
    ];
    let url = "https://gw.example/h";
    for (header, alone, listed) in &cases {
        let headers = [("x-sig", header.as_str())];
        let at = |body, now| Vector { key: "k1", url, body, headers: &headers, now };
        let now = at("from=1&text=7", 1_700_000_100);
        assert_eq!((now.signed(&one), now.signed(&several)), (*alone, *listed), "{header}");
        assert_eq!(at("from=1&text=8", 1_700_000_100).signed(&several), Signed::No, "{header}");
        let late = at("from=1&text=7", 1_700_000_301).signed(&several);
        let wanted = if *listed == Signed::Yes { Signed::Stale } else { Signed::No };
        assert_eq!(late, wanted, "{header}");
    }
    let good = ("x-sig", cases[0].0.as_str());
    let now = 1_700_000_000;
    let twice = Vector { key: "k1", url, body: "from=1&text=7", headers: &[good, good], now };
    assert_eq!(twice.signed(&several), Signed::No);
}

#[test]
fn the_short_names_of_two_schemes_still_mean_what_they_did() {
    let lines = "scheme = \"twilio\"\nheader = \"X-Twilio-Signature\"";
    let headers = [("x-twilio-signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")];
    let vector = Vector {
        key: "12345",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        body: "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309",
        headers: &headers,
        now: 0,
    };
    assert_eq!(vector.signed(&signing(lines)), Signed::Yes);
    let port = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
    assert_eq!(Vector { url: port, ..vector }.signed(&signing(lines)), Signed::Yes);
    assert_eq!(Vector { key: "12346", ..vector }.signed(&signing(lines)), Signed::No);
}

/// Lines of a signature, and the fault they are.
#[test]
fn a_signature_that_keeps_no_promise_is_a_fault() {
    let whole = "class = \"signed-body\"\nmethod = \"hmac-sha256\"\nheader = \"X-S\"\nwritten = \"hex\"\n\
                 over = \"{body}\"\nsecret = \"key\"";
    for (from, to, want) in [
        ("over = \"{body}\"", "over = \"{url}\"", "the body is not signed"),
        ("over = \"{body}\"", "over = \"{header:X-N}\"", "the body is not signed"),
        ("over = \"{body}\"", "over = \"{boby}\"", "no piece `{boby}`"),
        ("over = \"{body}\"", "over = \"{body\"", "not closed"),
        ("hmac-sha256", "md5", "no secret is in it"),
        ("hmac-sha256", "sha256", "no method `sha256`"),
        ("hmac-sha256", "jwt", "the body is not signed"),
        ("\"hex\"", "\"base16\"", "nothing is written as `base16`"),
        ("header = \"X-S\"\n", "", "no place for the signature"),
        ("header = \"X-S\"", "header = \"X-S\"\nparameter = \"s\"", "no place for the signature"),
        ("secret =", "time = \"X-Time\"\nsecret =", "no place of a time"),
        ("secret =", "time = \"header:T\"\nwindow_s = 0\nsecret =", "no window of 0"),
        ("secret =", "window_s = 999999\nsecret =", "no window of 999999"),
    ] {
        assert!(whole.contains(from), "{from}");
        let text = std::fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/sms/providers/generic.toml"
        ));
        let signature = whole.replacen(from, to, 1);
        let text = text.unwrap().replace("class = \"unsigned\"", &signature);
        let mut faults = Faults::default();
        assert!(Provider::parse("generic.toml", &text, &mut faults).is_none(), "{to}");
        assert!(faults.to_string().contains(want), "{to}: {faults}");
    }
}

// MessageBird's scheme before JWT: nobody ships it, but the blocks can say it.
#[test]
fn published_signatures_over_a_sorted_query_are_accepted() {
    let provider = signing(
        "method = \"hmac-sha256\"\nheader = \"MessageBird-Signature\"\nwritten = \"base64\"\n\
         over = \"{header:MessageBird-Request-Timestamp}\\n{sorted-query}\\n{body-sha256}\"",
    );
    let query = "id=eef0ab57a9e049be946f3821568c2b2e&mccmnc=20408&ported=1&recipient=31612345678&reference=FOO&status=delivered&statusDatetime=2019-01-11T09%3A17%3A11%2B00%3A00";
    let cases = [
        ("", "KVBdcVdz2lYMwcBLZCRITgxUfA/WkwSi+T3Wxl2HL6w="),
        (r#"{"foo":"bar"}"#, "2bl+38H4oHVg03pC3bk2LvCB0IHFgfC4cL5HPQ0LdmI="),
    ];
    for (body, signature) in cases {
        let url = format!("https://gw.example/h?{query}");
        let headers =
            [("messagebird-signature", signature), ("messagebird-request-timestamp", "1547198231")];
        let vector = Vector {
            key: "PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd",
            url: &url,
            body,
            headers: &headers,
            now: 0,
        };
        assert_eq!(vector.signed(&provider), Signed::Yes, "{body}");
    }
}

#[test]
fn published_telnyx_and_smsgate_signatures_are_accepted() {
    let telnyx = [
        (
            "telnyx-signature-ed25519",
            "quZKGBgwjkN7xWRSAzD+1s+oTzez2DZHNTBSt652ADyICjrA3zZRsR607tZbNYR/RLsWcBmfMkqp3zd9odnFAA==",
        ),
        ("telnyx-timestamp", "1700000000"),
    ];
    let vector = Vector {
        key: "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",
        url: "https://gw.example/h",
        body: r#"{"data":{"event_type":"message.received","id":"bf6307bd-884d-4c1f-b6ea-c62b8c495d3c"}}"#,
        headers: &telnyx,
        now: 1_700_000_000,
    };
    let provider = shipped("telnyx");
    assert_eq!(vector.signed(&provider), Signed::Yes);
    assert_eq!(Vector { now: 1_700_000_301, ..vector }.signed(&provider), Signed::Stale);
    // The vectors of Sinch and SMSGate are examples in their files.
}

const MESSAGEBIRD: &str = "36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb";

/// 2021-07-05T12:00:00+02:00
const JULY: i64 = 1_625_479_200;

// The distinct cases of tests/test_request_validator/webhook_signature_test_data.json in
// messagebird/python-rest-api (© 2014 MessageBird B.V., BSD style): it repeats most for five HTTP methods.
#[test]
fn published_messagebird_tokens_are_accepted_and_refused() {
    let provider = shipped("messagebird");
    let root = "https://example.com/";
    let path = "https://example.com/path?bar=1&foo=2";
    let odd =
        "https://example.com/?obj%5Bfield1%5D=val1&obj%5Bfield2%5D=val2&param=value+with+spaces";
    let special = "Some text containg & < >, & and \\u0026";
    let hello = "Hello, World!";
    let bare = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.6Fp0rVOsRr1fj9S2GidXAfkmPVofKr8_RTffC6G6r2E";
    let with_hello = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI5M2U1NTAwNi1hMGU4LTQ1MjYtYTE5MC1mYTVmZjAwZWExMTYiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAiLCJwYXlsb2FkX2hhc2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEzNjIxODI5ODZmIn0._H--TOuYFLpeEH39-rg5E3IHVkjHozBcaKVWPRC5m9I";
    let cases = [
        (Signed::Yes, root, "", bare),
        (
            Signed::Yes,
            path,
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiJjOTQ2YWY3Ny1lMTgyLTRlYWEtYjJmZi0xYTU0NWI1ZTk5MWEiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAifQ.huo2ou6JDoDc7sV25d75UMWeYhBeavQlLsqIibSZuac",
        ),
        (Signed::Yes, path, hello, with_hello),
        (
            Signed::Yes,
            "https://example.com:8080/",
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjA3Zjc4NjFhNjliMTNjMjI5YzZhZTU5NmQxOThiMjc2M2IwNTRjZjVlMDAwZDczNmQxYzQ4MTAyZDc3MGNmZmMifQ.vcpa0IicGAbpo064dOjiA2VbVOR2S5uZBEaBOP16sS8",
        ),
        (
            Signed::Yes,
            odd,
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjhhZmYzNzQ4ZDc4OWM0MzMzNTczZTFjMzFmZTViMDA0OTQwY2I1ZmM0NzQ2MGVkM2QwZTY1NGY3ZmM0ZTVmYWUifQ.mJBCMfEjKmN3IMuzqPXPHktWETrcu0iNdF3agE8PDyI",
        ),
        (
            Signed::Yes,
            root,
            special,
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDciLCJwYXlsb2FkX2hhc2giOiIyNDMxYmQ5Y2NiNDhlZDAxNmZhZDU2N2IwNzcxMjAzOGI1Y2RkOTQ5YWM5ZDQxZmU0NjkzZDVhMzg0NWNmN2U4In0.IQiKzeEPaO3A48lhKmBDSmxZyCESPCGxdSKFdi0dEJs",
        ),
        (
            Signed::Yes,
            root,
            "",
            "eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.KNMW-29X77lZeuPmThmHWc_RUAvTkaDkpxIZK6mqE08v8mWKiU9Edh4QXwAJO2nv",
        ),
        (
            Signed::Yes,
            root,
            "",
            "eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.rd6r0iMyNGnVPCwurETphE3Y8rpAyvvnUK0S8WvGUkt2E1QSRAZ7NZJZBHw1Y_Wb5W-sK9HJr_PRL2vz4jRT3Q",
        ),
        (
            Signed::Stale,
            root,
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ4MjgwMCwiZXhwIjoxNjI1NDgyODYwLCJqdGkiOiJmOWY4YzM4Mi0yNDQ5LTQzMTEtYjcyYi0xZGY3MTY4NzkzMWUiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.ZELgDFNGhjZH9CffQKcq3sytBe2I0KciLxpBhcfstHQ",
        ),
        (
            Signed::Stale,
            root,
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3NTYwMCwiZXhwIjoxNjI1NDc1NjYwLCJqdGkiOiI1ZjAyZjUyMi02MDMwLTQ2YzgtYjVhMy0wMTI0NjQ3OGQ4YmMiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.45MSST3B_2PsjNUeiuW54_vUQgVw4rBXrdWrOUEz3lM",
        ),
        (
            Signed::No,
            "https://example.com/path?foo=1&bar=2",
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiJhNzVjOTA5Ni1lODIzLTQ0MmItODVmMi03ZDNjOWQ5YjcyNmIiLCJ1cmxfaGFzaCI6IjZhMDIyZDgzNGMxODMzMGJhYWQ4YTJiZDYxMzUxNzNlZDIxNjEwYTQ1NDUxNmJlMGRmM2YxY2MwMTUxNjEwZWEifQ.z6Sw1XQIM0wuEQGBhXBdawDIIrtMg2XnmA_bpDq53pE",
        ),
        (
            Signed::No,
            root,
            hello,
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiIxNDUwMTUzMi05NmYyLTQ2ODQtOTgzMi02OGYwOTUxYWUzNDIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDciLCJwYXlsb2FkX2hhc2giOiJmYjYyZjAyYWNkYTdkNzQxNzdhNzAxYTFjZTAwNmU2YmFjZDkwYzdkNGQ3YWI0ODE2OTJjMWRhNDdjODEwNzZiIn0.m79RCwO6dGa9pvzsQypkVuXQ6eM0CkRl6_U7MfWg6TM",
        ),
        (
            Signed::No,
            root,
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiIyNDNjMjdhZS0yZjAyLTQ2YTAtODg1Mi1jNjZmMzdlYTlmNDYiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.JgSeYyOtlEKAXk8bz30iJI4tXgf4lxknoiezawuVhb4",
        ),
        (
            Signed::No,
            root,
            "",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiIxNDUwMTUzMi05NmYyLTQ2ODQtOTgzMi02OGYwOTUxYWUzNDIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDciLCJwYXlsb2FkX2hhc2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEzNjIxODI5ODZmIn0.bHfsjj3tljfzTufoG3EU3p_yFrQh9CufyzRSaRMd4ss",
        ),
        (Signed::No, root, hello, bare),
        (
            Signed::No,
            root,
            "",
            "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJNZXNzYWdlQmlyZCIsImlhdCI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.",
        ),
    ];
    for (at, (wanted, url, body, token)) in cases.into_iter().enumerate() {
        let headers = [("messagebird-signature-jwt", token)];
        let vector = Vector { key: MESSAGEBIRD, url, body, headers: &headers, now: JULY };
        assert_eq!(vector.signed(&provider), wanted, "case {at}");
    }
    // Valid from 12:00:00 to 12:01:00, with a second for two clocks.
    let headers = [("messagebird-signature-jwt", with_hello)];
    for (second, wanted) in
        [(-2, Signed::Stale), (-1, Signed::Yes), (60, Signed::Yes), (61, Signed::Stale)]
    {
        let now = JULY + second;
        let vector = Vector { key: MESSAGEBIRD, url: path, body: hello, headers: &headers, now };
        assert_eq!(vector.signed(&provider), wanted, "second {second}");
    }
}

/// Names and values.
type Fields = BTreeSet<(Vec<u8>, Vec<u8>)>;

/// What a changed request came to.
#[derive(Default)]
struct Tally {
    kept: usize,
    refused: usize,
}

/// A genuine request of a file's examples, and its changes.
struct Case<'a> {
    provider: &'a Provider,
    check: &'a Check,
    genuine: Genuine,
}

impl Case<'_> {
    fn signed_with(&self, genuine: &Genuine, secrets: &[String], now: Timestamp) -> Signed {
        let Genuine { method, url, headers, body, .. } = genuine;
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let request = RawRequest { method, query, headers, body };
        self.provider.signed(&request, &Seal { url, secrets, now, window_s: None })
    }

    fn key(&self) -> String {
        self.genuine.settings[&self.check.secret].clone()
    }

    fn signed(&self, url: &str, headers: &HeaderMap, body: &[u8]) -> Signed {
        let changed = Genuine {
            url: url.to_owned(),
            headers: headers.clone(),
            body: body.to_vec(),
            method: self.genuine.method.clone(),
            settings: BTreeMap::new(),
            now: self.genuine.now,
        };
        self.signed_with(&changed, &[self.key()], self.genuine.now)
    }

    /// What the signed parts of a request mean: two that mean the same may have the same signature.
    fn meaning(&self, url: &str, body: &[u8]) -> (String, Fields, Vec<u8>) {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let jwt = self.check.method == Method::Jwt;
        let over = format!("{:?}", self.check.over);
        let has = |piece: &str| over.contains(piece);
        let mut fields = BTreeSet::new();
        if has("UrlAndForm") || has("Parameters") {
            fields.extend(pairs(query.as_bytes()));
        }
        if has("Form") || has("UrlAndForm") || (has("Parameters") && !body.starts_with(b"{")) {
            fields.extend(pairs(body));
        }
        let json = has("Parameters") && body.starts_with(b"{");
        let read = serde_json::from_slice::<BTreeMap<String, String>>(body);
        if let (true, Ok(map)) = (json, &read) {
            fields
                .extend(map.iter().map(|(k, v)| (k.clone().into_bytes(), v.clone().into_bytes())));
        }
        if let Stand::Parameter(sig) = &self.check.at {
            // Hex in capitals is the same hex.
            let lower = |(name, value): (Vec<u8>, Vec<u8>)| {
                let tag = name == sig.as_bytes();
                (name, if tag { value.to_ascii_lowercase() } else { value })
            };
            fields = fields.into_iter().map(lower).collect();
        }
        let url = if jwt || has("Url,") || has("Url]") {
            url
        } else if has("UrlPath") || has("UrlAndForm") {
            path
        } else {
            ""
        };
        let raw = jwt || has("Body") || (json && read.is_err());
        (url.to_owned(), fields, if raw { body.to_vec() } else { Vec::new() })
    }

    fn hold(&self, tally: &mut Tally, what: &str, same: bool, signed: Signed) {
        let wanted = if same { Signed::Yes } else { Signed::No };
        assert_eq!(signed, wanted, "{}: {what}", self.provider.id);
        if same { tally.kept += 1 } else { tally.refused += 1 }
    }

    fn change_each_byte(&self, tally: &mut Tally) {
        let Genuine { url, headers, body, .. } = &self.genuine;
        let meant = self.meaning(url, body);
        for bit in [0x01, 0x02, 0x20] {
            for at in 0..body.len() {
                let mut other = body.clone();
                other[at] ^= bit;
                let same = self.meaning(url, &other) == meant;
                self.hold(tally, &format!("body {at}"), same, self.signed(url, headers, &other));
            }
            for at in 0..url.len() {
                let mut other = url.as_bytes().to_vec();
                other[at] ^= bit;
                let Ok(other) = String::from_utf8(other) else { continue };
                let same = self.meaning(&other, body) == meant;
                self.hold(tally, &format!("URL {at}"), same, self.signed(&other, headers, body));
            }
            for (name, value) in headers {
                for at in 0..value.len() {
                    self.change_header(tally, name.as_str(), at, bit);
                }
            }
        }
    }

    fn change_header(&self, tally: &mut Tally, name: &str, at: usize, bit: u8) {
        let Genuine { url, headers, body, .. } = &self.genuine;
        let mut bytes = headers[name].as_bytes().to_vec();
        bytes[at] ^= bit;
        let Ok(value) = HeaderValue::from_bytes(&bytes) else { return };
        let over = format!("{:?} {:?} {:?}", self.check.at, self.check.over, self.check.time);
        let signed = over.contains(&format!("Header(\"{name}\")"));
        let tag = self.check.at == Stand::Header(name.to_owned());
        let case = tag && self.check.written == Written::Hex;
        let same = !signed || (case && bytes.eq_ignore_ascii_case(headers[name].as_bytes()));
        let mut changed = headers.clone();
        changed.insert(axum::http::HeaderName::try_from(name).unwrap(), value);
        self.hold(tally, &format!("{name} {at}"), same, self.signed(url, &changed, body));
        if signed {
            let mut without = headers.clone();
            without.remove(name);
            self.hold(tally, &format!("without {name}"), false, self.signed(url, &without, body));
            let mut twice = headers.clone();
            twice.append(axum::http::HeaderName::try_from(name).unwrap(), headers[name].clone());
            self.hold(tally, &format!("{name} twice"), false, self.signed(url, &twice, body));
        }
    }

    fn change_parameters(&self, tally: &mut Tally) {
        let Genuine { url, headers, body, .. } = &self.genuine;
        let text = String::from_utf8(body.clone()).unwrap();
        let meant = self.meaning(url, body);
        if !text.is_empty() && !text.starts_with('{') && !text.starts_with("--") {
            let fields: Vec<&str> = text.split('&').collect();
            for at in 0..fields.len() {
                let mut without = fields.clone();
                without.remove(at);
                let mut other = fields.clone();
                let more = format!("{}9", fields[at]);
                other.push(&more);
                for changed in [without.join("&"), other.join("&"), format!("{text}&more=1")] {
                    let same = self.meaning(url, changed.as_bytes()) == meant;
                    let signed = self.signed(url, headers, changed.as_bytes());
                    self.hold(tally, &format!("parameter {at}"), same, signed);
                }
            }
        }
        let joint = if url.contains('?') { '&' } else { '?' };
        let longer = format!("{url}{joint}more=1");
        let same = self.meaning(&longer, body) == meant;
        self.hold(tally, "more in the query", same, self.signed(&longer, headers, body));
    }

    fn change_secrets(&self, tally: &mut Tally) {
        let genuine = &self.genuine;
        let key = self.key();
        let mut wrong = key.clone();
        let last = wrong.pop().unwrap();
        wrong.push(if last == 'x' { 'y' } else { 'x' });
        let list = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        let cases = [
            (list(&[&key]), true),
            (list(&[&wrong, &key]), true),
            (list(&[&key, &wrong]), true),
            (list(&["", &key]), true),
            (list(&[&wrong]), false),
            (list(&[""]), false),
            (list(&["", " "]), false),
            (Vec::new(), false),
        ];
        for (secrets, same) in cases {
            let signed = self.signed_with(genuine, &secrets, genuine.now);
            self.hold(tally, "secrets", same, signed);
        }
    }

    fn change_the_clock(&self, tally: &mut Tally) {
        let Some((stand, window)) = &self.check.time else { return };
        let Genuine { method, url, headers, body, .. } = &self.genuine;
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let at = match stand {
            Stand::Header(name) | Stand::Item(name, _) => {
                headers[name].to_str().unwrap().to_owned()
            }
            Stand::Parameter(name) => {
                let mut all = pairs(query.as_bytes());
                all.extend(pairs(body));
                let json: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
                let found = all.iter().find(|(key, _)| key == name.as_bytes());
                found.map_or_else(
                    || json[name].as_str().unwrap().to_owned(),
                    |(_, value)| String::from_utf8(value.clone()).unwrap(),
                )
            }
        };
        let at: i64 = at.parse().unwrap();
        assert_eq!(*window, 300, "{} {method}", self.provider.id);
        for (off, wanted) in [(0, Signed::Yes), (300, Signed::Yes), (301, Signed::Stale)] {
            for second in [at + off, at - off] {
                let now = Timestamp::from_second(second).unwrap();
                let signed = self.signed_with(&self.genuine, &[self.key()], now);
                assert_eq!(signed, wanted, "{}: {off} s off", self.provider.id);
                if wanted == Signed::Yes { tally.kept += 1 } else { tally.refused += 1 }
            }
        }
    }
}

#[test]
fn nothing_in_a_genuine_request_can_be_changed_at_any_provider_that_signs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sms/providers");
    let mut signing = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        let provider = shipped(&name);
        let Some(check) = &provider.signature.check else { continue };
        let mut tally = Tally::default();
        let mut requests = 0;
        for genuine in provider.examples.iter().filter_map(|example| example.genuine()) {
            let case = Case { provider: &provider, check, genuine };
            case.change_each_byte(&mut tally);
            case.change_parameters(&mut tally);
            case.change_secrets(&mut tally);
            case.change_the_clock(&mut tally);
            requests += 1;
        }
        assert!(requests >= 2, "{name}");
        println!("{name}: {requests} requests, {} refused, {} kept", tally.refused, tally.kept);
        assert!(tally.refused > 300, "{name}: {}", tally.refused);
        signing.push(name);
    }
    signing.sort();
    let wanted = [
        "bird",
        "messagebird",
        "plivo",
        "plivo-v3",
        "sinch",
        "smsgate",
        "telnyx",
        "twilio",
        "vonage",
    ];
    assert_eq!(signing, wanted);
}
