//! The shipped files, published signature vectors, planted faults, and properties.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::http::HeaderName;
use majlis_flows::Faults;
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use proptest::prelude::*;

use super::fields::pairs;
use super::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sms/providers");

/// Every shipped file: name and text.
static FILES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(&path).unwrap())
    };
    std::fs::read_dir(FOLDER).unwrap().map(read).collect()
});

static SHIPPED: LazyLock<BTreeMap<String, Provider>> = LazyLock::new(|| {
    let parsed = FILES.iter().map(|(name, text)| {
        let provider = parse(&format!("{name}.toml"), text);
        (name.clone(), provider.unwrap_or_else(|faults| panic!("{faults}")))
    });
    parsed.collect()
});

fn parse(file: &str, text: &str) -> Result<Provider, Faults> {
    let mut faults = Faults::default();
    Provider::parse(file, text, &mut faults).ok_or(faults)
}

fn shipped(name: &str) -> &'static Provider {
    &SHIPPED[name]
}

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
}

/// Whether Twilio's file takes this POST as signed with the key `12345`.
fn twilio(url: &str, body: &[u8], signature: &str) -> bool {
    twilio_with(&["12345".to_owned()], url, body, signature)
}

fn twilio_with(keys: &[String], url: &str, body: &[u8], signature: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let headers = headers(&[("x-twilio-signature", signature)]);
    let request = RawRequest { method: "POST", query, headers: &headers, body };
    shipped("twilio").signed_by(&request, url, keys)
}

const CALL: &[u8] = b"CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309";
const URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";

#[test]
fn every_file_in_the_folder_does_what_its_examples_say() {
    for (name, provider) in SHIPPED.iter() {
        let mut faults = Faults::default();
        provider.run_examples(&mut faults);
        assert!(faults.is_empty(), "{faults}");
        let has = |kind| provider.examples.iter().any(|example| example.is(kind));
        assert!(["status", "send", "answer"].iter().all(|kind| has(kind)), "{name}");
        assert_eq!(has("inbound"), !provider.inbound.is_empty(), "{name}");
    }
}

#[test]
fn every_provider_of_the_list_has_its_file() {
    let wanted = "twilio vonage infobip sinch messagebird bird plivo plivo-v3 africastalking telnyx unifonic kannel \
                  smsgate d7 generic";
    for name in wanted.split_whitespace() {
        assert!(FILES.contains_key(name), "{name}");
    }
}

#[test]
fn the_file_that_the_documentation_builds_up_is_a_good_one() {
    let page = include_str!("../../../docs/extend-provider.md");
    let blocks = page.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let text: String = blocks.collect();
    let provider = parse("acme.toml", &text).unwrap_or_else(|faults| panic!("{faults}"));
    let mut faults = Faults::default();
    provider.run_examples(&mut faults);
    assert!(faults.is_empty(), "{faults}");
    assert_eq!(provider.examples.len(), 1);
}

#[test]
fn an_example_that_comes_out_otherwise_is_a_fault_at_its_line() {
    let text =
        FILES["generic"].replace("text = \"نعم\"\nid = \"m-1\"", "text = \"لا\"\nid = \"m-2\"");
    let provider = parse("generic.toml", &text).unwrap_or_else(|faults| panic!("{faults}"));
    let mut faults = Faults::default();
    provider.run_examples(&mut faults);
    let line = text.lines().position(|line| line == "[[example]]").unwrap() + 1;
    assert_eq!(faults.0.len(), 2, "{faults}");
    assert!(faults.0.iter().all(|fault| fault.line == line), "{faults}");
    assert!(faults.to_string().contains("`id` is \"m-1\" — it should be \"m-2\""), "{faults}");
}

#[test]
fn an_example_that_is_refused_is_one_fault_that_says_why() {
    let twilio = &FILES["twilio"];
    for (from, to, why) in [
        (
            "{ X-Twilio-Signature = ",
            "{ X-Other = ",
            "it has no header:x-twilio-signature, or not once",
        ),
        ("auth_token = \"12345\"", "token = \"12345\"", "its `settings` have no `auth_token`"),
        ("auth_token = \"12345\"", "auth_token = \"1234\"", "not made of `over`"),
    ] {
        let text = twilio.replacen(from, to, 1);
        assert_ne!(&text, twilio, "{from}");
        let provider = parse("twilio.toml", &text).unwrap_or_else(|faults| panic!("{faults}"));
        let mut faults = Faults::default();
        provider.run_examples(&mut faults);
        assert_eq!(faults.0.len(), 1, "{faults}");
        let said = faults.to_string();
        assert!(said.contains("error `signature`: ") && said.contains(why), "{faults}");
    }
}

// The vectors of Twilio's own helper libraries (twilio-python and twilio-node, request validator tests).
#[test]
fn published_twilio_signatures_are_accepted() {
    assert!(twilio(URL, CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    let twice = b"Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234";
    assert!(twilio(URL, twice, "IK+Dwps556ElfBT0I3Rgjkr1wJU="));
    let json = br#"{"property": "value", "boolean": true}"#;
    let hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    let url = format!("{URL}&bodySHA256={hash}");
    assert!(twilio(&url, json, "a9nBmqA0ju/hNViExpshrM61xv4="));
    assert!(!twilio(
        &url,
        br#"{"property": "other", "boolean": true}"#,
        "a9nBmqA0ju/hNViExpshrM61xv4="
    ));
}

#[test]
fn the_default_port_may_be_in_the_signed_url_or_not() {
    let with = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
    for url in [URL, with] {
        assert!(twilio(url, CALL, "kvajT1Ptam85bY51eRf/AJRuM3w="), "{url}");
        assert!(twilio(url, CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="), "{url}");
    }
    let plain = "http://mycompany.com/myapp.php?foo=1&bar=2";
    assert!(twilio(plain, CALL, "0ZXoZLH/DfblKGATFgpif+LLRf4="));
    assert!(!twilio(
        "https://mycompany.com:8443/myapp.php?foo=1&bar=2",
        CALL,
        "kvajT1Ptam85bY51eRf/AJRuM3w="
    ));
}

#[test]
fn each_of_several_active_secrets_is_accepted_and_no_other() {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let sign = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    assert!(twilio_with(&keys(&["new", "12345"]), URL, CALL, sign));
    assert!(twilio_with(&keys(&["12345", "new"]), URL, CALL, sign));
    assert!(!twilio_with(&keys(&["new"]), URL, CALL, sign));
    assert!(!twilio_with(&keys(&[]), URL, CALL, sign));
    assert!(!twilio_with(&keys(&[""]), URL, CALL, sign));
    // What an empty key would sign.
    assert!(!twilio_with(&keys(&[""]), URL, b"", "t5xDBY6aFLdRIWN5NLeL/ANHa6A="));
}

#[test]
fn a_request_with_any_bit_flipped_is_refused_unless_it_says_the_same() {
    let sign = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    let meaning = |body: &[u8]| pairs(body).into_iter().collect::<BTreeSet<_>>();
    let mut refused = 0;
    for at in 0..CALL.len() {
        for bit in 0..8 {
            let mut body = CALL.to_vec();
            body[at] ^= 1 << bit;
            let accepted = twilio(URL, &body, sign);
            // `%2B` and `%2b` are one value; everything else is another.
            assert_eq!(accepted, meaning(&body) == meaning(CALL), "byte {at} bit {bit}");
            refused += usize::from(!accepted);
        }
    }
    assert!(refused > CALL.len() * 7);
    for at in 0..URL.len() {
        let mut url = URL.as_bytes().to_vec();
        url[at] ^= 1;
        assert!(!twilio(std::str::from_utf8(&url).unwrap(), CALL, sign), "URL byte {at}");
    }
    for at in 0..sign.len() {
        let mut other = sign.as_bytes().to_vec();
        other[at] ^= 1;
        assert!(!twilio(URL, CALL, &String::from_utf8_lossy(&other)), "signature byte {at}");
    }
}

#[test]
fn parameters_added_removed_or_doubled_under_a_signature_are_refused() {
    let sign = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    let text = std::str::from_utf8(CALL).unwrap();
    for body in [
        format!("{text}&More=1"),
        text.replace("Digits=1234&", ""),
        text.replace("Digits=1234", "Digits=1234&Digits=12345"),
        String::new(),
    ] {
        assert!(!twilio(URL, body.as_bytes(), sign), "{body}");
    }
    for sign in ["", "=", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "AAAA", "RSOYDt4T1cUTdK1PDd93/VVr8B8=="] {
        assert!(!twilio(URL, CALL, sign), "{sign}");
    }
    let none = RawRequest { method: "POST", query: "", headers: &HeaderMap::new(), body: CALL };
    assert!(!shipped("twilio").signed_by(&none, URL, &["12345".to_owned()]));
}

/// A small provider whose parts a test can change.
const SMALL: &str = r#"
id = "small"
title = "Small"
[signature]
class = "signed-body"
scheme = "hmac-sha256-hex"
header = "X-Sign"
prefix = "sha256="
secret = "key"
[[inbound]]
method = "POST"
content = "json"
[inbound.fields]
id = "id"
from = "from"
text = "text"
[send]
method = "POST"
url = "https://small.example/send"
content = "json"
[send.fields]
to = "{to}"
text = "{text}"
[[example]]
name = "unsigned"
kind = "inbound"
request = { method = "POST", url = "https://gw.example/h", body = "{}" }
gives = { error = "signature" }
"#;

fn small(from: &str, to: &str) -> Provider {
    assert!(SMALL.contains(from), "{from}");
    parse("small.toml", &SMALL.replace(from, to)).unwrap_or_else(|faults| panic!("{faults}"))
}

fn post(body: &[u8]) -> RawRequest<'_> {
    static NONE: std::sync::LazyLock<HeaderMap> = std::sync::LazyLock::new(HeaderMap::new);
    RawRequest { method: "POST", query: "", headers: &NONE, body }
}

#[test]
fn a_hex_signature_over_the_body_is_checked() {
    let provider = small("id = \"small\"", "id = \"small\"");
    let body = br#"{"id":"m-1","from":"+971500000001","text":"2"}"#;
    let tag = "15cb0b5bc0b32d9c9e7c3b28ea22d6d0";
    let good = format!("sha256={HEX}");
    let signed = |value: &str, body: &[u8]| {
        let headers = headers(&[("x-sign", value)]);
        let request = RawRequest { headers: &headers, ..post(body) };
        provider.signed_by(&request, "https://gw.example/h", &["k1".to_owned()])
    };
    assert!(signed(&good, body));
    assert!(signed(&good.to_uppercase().replace("SHA256", "sha256"), body));
    assert!(!signed(HEX, body), "without its prefix");
    assert!(!signed(tag, body));
    assert!(!signed(&good[..good.len() - 2], body));
    assert!(!signed(&good, br#"{"id":"m-1","from":"+971500000001","text":"3"}"#));
}

const HEX: &str = "4d22a256dfff37e034e2b1fba4ba934f8429189e919bab3a0c7dac023d974283";

#[test]
fn fields_stand_at_dotted_paths_pointers_and_in_lists() {
    let provider = small(
        "id = \"id\"\nfrom = \"from\"\ntext = \"text\"",
        "id = \"data.id\"\nfrom = \"/data/payload/from/phone_number\"\ntext = \"data.texts.0\"",
    );
    let body =
        r#"{"data":{"id":7,"payload":{"from":{"phone_number":"00971500000001"}},"texts":["2"]}}"#;
    let texts = provider.read_inbound(&post(body.as_bytes())).unwrap().good;
    assert_eq!(texts[0].from.as_str(), "tel:+971500000001");
    assert_eq!((texts[0].id.as_str(), texts[0].text.as_str()), ("7", "2"));
}

#[test]
fn one_request_may_bring_many_messages() {
    let provider =
        small("content = \"json\"\n[inbound", "content = \"json\"\neach = \"results\"\n[inbound");
    let body = r#"{"results":[{"id":"1","from":"971500000001","text":"a"},{"id":"2","from":"MTN","text":"b"}]}"#;
    let texts = provider.read_inbound(&post(body.as_bytes())).unwrap().good;
    assert_eq!(texts.len(), 2);
    assert!(!texts[1].from.can_be_answered());
    let odd = provider.read_inbound(&post(br#"{"results":{"id":"1"}}"#));
    assert!(matches!(odd, Err(ReadError::Garbage(_))), "{odd:?}");
    let half = r#"{"results":[{"id":"1","from":"971500000001","text":"a"},{"id":"2"}]}"#;
    let half = provider.read_inbound(&post(half.as_bytes())).unwrap();
    assert_eq!((half.good.len(), half.bad), (1, Some(ReadError::Missing("from"))));
}

#[test]
fn hex_fields_are_decoded_by_the_charset() {
    let provider = small(
        "content = \"json\"\n[inbound",
        "content = \"form\"\nhex = [\"text\"]\ncharset = \"utf-16be\"\n[inbound",
    );
    let texts =
        provider.read_inbound(&post(b"id=1&from=971500000001&text=064606390645")).unwrap().good;
    assert_eq!(texts[0].text, "نعم");
    let odd = provider.read_inbound(&post(b"id=1&from=971500000001&text=06x"));
    assert_eq!(odd, Err(ReadError::Garbage("a field is not hex")));
}

#[test]
fn a_made_id_stays_over_a_retry_and_differs_in_every_part() {
    let kannel = shipped("kannel");
    let id = |query: &str| {
        let request = RawRequest { method: "GET", query, ..post(b"") };
        kannel.read_inbound(&request).unwrap().good.remove(0).id
    };
    let first = id("from=%2B447700900003&to=1&text=2&time=5");
    assert_eq!(first, id("text=2&from=%2B447700900003&to=1&time=5&id="));
    for other in [
        "from=%2B447700900004&to=1&text=2&time=5",
        "from=%2B447700900003&to=12&text=&time=5",
        "from=%2B447700900003&to=1&text=3&time=5",
        "from=%2B447700900003&to=1&text=2&time=6",
    ] {
        assert_ne!(first, id(other), "{other}");
    }
}

#[test]
fn an_unknown_charset_or_a_cut_letter_loses_no_message() {
    let kannel = shipped("kannel");
    let text = |query: &str| {
        let request = RawRequest { method: "GET", query, ..post(b"") };
        kannel.read_inbound(&request).unwrap().good.remove(0).text
    };
    assert_eq!(text("id=1&from=447700900003&text=%C3%A9&charset=martian"), "é");
    assert_eq!(text("id=1&from=447700900003&text=%E9&charset=martian"), "é");
    assert_eq!(text("id=1&from=447700900003&text=%06E%06&charset=UTF-16BE"), "م\u{fffd}");
}

#[test]
fn a_value_cannot_leave_its_place_in_the_request() {
    let provider = small(
        "content = \"json\"\n[send.fields]",
        "content = \"json\"\n[send.headers]\nX-Text = \"{text}\"\n[send.fields]",
    );
    let settings = BTreeMap::new();
    let values = |text| SendValues {
        to: "+971500000001",
        from: None,
        text,
        delivery: "d",
        report_url: "https://gw.example/s",
        settings: &settings,
    };
    let request = provider.request(&values("a\r\nX-Evil: 1\",\"to\":\"x{delivery}")).ok().unwrap();
    let header = request.headers.iter().find(|(name, _)| name == "x-text").unwrap();
    assert_eq!(header.1, "aX-Evil: 1\",\"to\":\"x{delivery}");
    let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(body["to"], "+971500000001");
    assert_eq!(body["text"], "a\r\nX-Evil: 1\",\"to\":\"x{delivery}");

    let query = small("content = \"json\"\n[send.fields]", "content = \"query\"\n[send.fields]");
    let request = query.request(&values("a&to=x#y z%")).ok().unwrap();
    assert_eq!(
        request.url,
        "https://small.example/send?text=a%26to%3Dx%23y%20z%25&to=%2B971500000001"
    );
}

#[test]
fn nested_fields_make_nested_json() {
    let provider = small(
        "to = \"{to}\"\ntext = \"{text}\"",
        "messages.0.to.0 = \"{to}\"\nmessages.0.text = \"{text}\"\nmessages.0.flash = false",
    );
    let settings = BTreeMap::new();
    let values = SendValues {
        to: "+971500000001",
        from: None,
        text: "hi",
        delivery: "d",
        report_url: "",
        settings: &settings,
    };
    let body = provider.request(&values).ok().unwrap().body;
    assert_eq!(
        String::from_utf8(body).unwrap(),
        r#"{"messages":[{"flash":false,"text":"hi","to":["+971500000001"]}]}"#
    );
}

#[test]
fn answers_without_a_rule_mean_what_http_says() {
    let provider = small("Small", "Small");
    let judge = |status| provider.judge(&Answered { status, body: b"" });
    assert_eq!(judge(202), Verdict::Accepted(None));
    for status in [301, 401, 429, 503] {
        assert_eq!(judge(status), Verdict::NotSent, "{status}");
    }
    for status in [400, 403, 404, 422] {
        assert_eq!(judge(status), Verdict::Rejected, "{status}");
    }
    for status in [500, 502, 504] {
        assert_eq!(judge(status), Verdict::Maybe, "{status}");
    }
}

#[test]
fn every_planted_fault_is_found_with_its_line_and_a_mend() {
    // What to change in the small file, and the fault that must then stand among the changed lines.
    let cases = [
        ("title = \"Small\"", "titel = \"Small\"", "unknown key `titel`"),
        ("id = \"small\"\ntitle", "id = \"tiny\"\ntitle", "not the file's name"),
        ("class = \"signed-body\"", "class = \"signed\"", "no class `signed`"),
        ("scheme = \"hmac-sha256-hex\"", "scheme = \"md5\"", "no scheme `md5`"),
        ("method = \"POST\"\ncontent", "method = \"PUSH\"\ncontent", "no method `PUSH`"),
        ("content = \"json\"\n[inbound", "content = \"xml\"\n[inbound", "no content `xml`"),
        ("from = \"from\"", "from = \"header:X-From\"", "not signed"),
        ("from = \"from\"", "from = \"query:from\"", "not signed"),
        ("from = \"from\"", "from = \"form:from\"", "no place of a value"),
        ("from = \"from\"", "sender = \"from\"", "no field `sender`"),
        ("url = \"https://small.example/send\"", "url = \"https://{to}/send\"", "no fixed host"),
        ("url = \"https://small.example/send\"", "url = \"https://x{to}/send\"", "no fixed host"),
        ("text = \"{text}\"", "text = \"{texts}\"", "no value is called `texts`"),
        ("text = \"{text}\"", "text = \"{text\"", "not closed"),
        ("to = \"{to}\"", "to = [1]", "no field value"),
        (
            "[send.fields]",
            "[[send.outcome]]\nis = \"fine\"\n[send.fields]",
            "a rule that says nothing",
        ),
        ("[send]", "[answer]\nstatus = 500\n[send]", "no status of success"),
        ("[send]", "[answer]\nbody = \"ok\"\n[send]", "without `content_type`"),
        ("[send]", "[settings]\ntext = \"x\"\n[send]", "cannot name a setting"),
        (
            "[send]",
            "[[status]]\nmethod = \"POST\"\ncontent = \"json\"\nfields.state = \"s\"\n[send]",
            "which message",
        ),
        ("kind = \"inbound\"", "kind = \"incoming\"", "no kind `incoming`"),
        (
            "id = \"small\"\ntitle",
            "one_address = true\nid = \"small\"\ntitle",
            "cannot be told apart",
        ),
        ("id = \"small\"\ntitle", "one_address = true\nid = \"small\"\ntitle", "no reports"),
        (
            "class = \"signed-body\"",
            "class = \"signed-body\"\ntime = \"header:X-T[\"",
            "no place of a time",
        ),
    ];
    for (from, to, want) in cases {
        let text = SMALL.replacen(from, to, 1);
        assert_ne!(text, SMALL, "{from}");
        let faults = parse("small.toml", &text).unwrap_err();
        let line = text[..text.find(to).unwrap()].lines().count() + 1;
        let found = faults.0.iter().find(|fault| fault.what.contains(want));
        let found = found.unwrap_or_else(|| panic!("{to}: {faults}"));
        let changed = line..line + to.lines().count();
        assert!(changed.contains(&found.line), "{to}: {faults}");
        assert!(!found.mend.is_empty());
    }
}

#[test]
fn what_a_file_must_have_is_asked_for() {
    let cases = [
        ("id = \"id\"\n", "", "told apart"),
        ("id = \"id\"\n", "id = \"id\"\ntime = \"\"\n", "no place of a value"),
        ("text = \"text\"\n", "", "no place for `text`"),
        ("text = \"{text}\"\n", "", "no field carries `text`"),
        ("[signature]", "[[signatures]]", "`[signature]` is missing"),
        (
            "[inbound.fields]\nid = \"id\"",
            "id_from = [\"from\", \"text\"]\n[inbound.fields]",
            "without `time`",
        ),
    ];
    for (from, to, want) in cases {
        let text = SMALL.replacen(from, to, 1);
        assert_ne!(text, SMALL, "{from}");
        let faults = parse("small.toml", &text).unwrap_err();
        assert!(faults.to_string().contains(want), "{want}: {faults}");
    }
}

fn utf16_query(text: &str) -> String {
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    percent_encode(&bytes, NON_ALPHANUMERIC).to_string()
}

proptest! {
    #[test]
    fn kannel_gives_every_text_back_whole(text in "\\PC{0,80}") {
        // A byte order mark at the very beginning is no part of a text.
        prop_assume!(!text.starts_with('\u{feff}'));
        let kannel = shipped("kannel");
        let query = format!("id=1&from=447700900003&charset=UTF-16BE&text={}", utf16_query(&text));
        let request = RawRequest { method: "GET", query: &query, ..post(b"") };
        prop_assert_eq!(&kannel.read_inbound(&request).unwrap().good[0].text, &text);
        let utf8 = percent_encode(text.as_bytes(), NON_ALPHANUMERIC);
        let query = format!("id=1&from=447700900003&charset=UTF-8&text={utf8}");
        let request = RawRequest { method: "GET", query: &query, ..post(b"") };
        prop_assert_eq!(&kannel.read_inbound(&request).unwrap().good[0].text, &text);
    }

    #[test]
    fn bytes_from_outside_never_panic(
        query in "[ -~]{0,60}",
        body in proptest::collection::vec(any::<u8>(), 0..200),
        post in any::<bool>(),
        signature in "[ -~]{0,40}",
    ) {
        let mut headers = HeaderMap::new();
        for check in SHIPPED.values().filter_map(|provider| provider.signature.check.as_ref()) {
            if let signature::pieces::Stand::Header(name) = &check.at {
                headers.insert(HeaderName::try_from(name).unwrap(), signature.parse().unwrap());
            }
        }
        headers.insert("content-type", "multipart/form-data; boundary=a".parse().unwrap());
        for provider in SHIPPED.values() {
            let method = if post { "POST" } else { "GET" };
            let request = RawRequest { method, query: &query, headers: &headers, body: &body };
            let _ = provider.read_inbound(&request);
            let _ = provider.read_status(&request);
            let signed = provider.signed_by(&request, &query, &["k".to_owned()]);
            prop_assert_eq!(signed, provider.class() == Class::Unsigned);
            let _ = provider.judge(&Answered { status: 200, body: &body });
        }
    }

    #[test]
    fn files_cut_anywhere_never_panic(at in 0usize..SMALL.len(), noise in "\\PC{0,8}") {
        let at = (0..=at).rev().find(|at| SMALL.is_char_boundary(*at)).unwrap();
        let text = format!("{}{noise}{}", &SMALL[..at], &SMALL[at..]);
        for text in [&text, &SMALL[..at]] {
            if let Ok(provider) = parse("small.toml", text) {
                provider.run_examples(&mut Faults::default());
            }
        }
    }
}
