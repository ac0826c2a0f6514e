//! A request as anybody may send it, read by every shipped provider as a message and as a delivery report.
//! First line: method and query. Then headers, an empty line, and the body.
#![no_main]

use std::sync::LazyLock;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use libfuzzer_sys::fuzz_target;
use majlis_channels::sms::Provider;
use majlis_channels::sms::provider::RawRequest;
use majlis_flows::Faults;

static PROVIDERS: LazyLock<[Provider; 15]> = LazyLock::new(|| {
    [
        ("twilio", include_str!("../../../channels/sms/providers/twilio.toml")),
        ("kannel", include_str!("../../../channels/sms/providers/kannel.toml")),
        ("generic", include_str!("../../../channels/sms/providers/generic.toml")),
        ("vonage", include_str!("../../../channels/sms/providers/vonage.toml")),
        ("infobip", include_str!("../../../channels/sms/providers/infobip.toml")),
        ("sinch", include_str!("../../../channels/sms/providers/sinch.toml")),
        ("messagebird", include_str!("../../../channels/sms/providers/messagebird.toml")),
        ("bird", include_str!("../../../channels/sms/providers/bird.toml")),
        ("plivo", include_str!("../../../channels/sms/providers/plivo.toml")),
        ("plivo-v3", include_str!("../../../channels/sms/providers/plivo-v3.toml")),
        ("africastalking", include_str!("../../../channels/sms/providers/africastalking.toml")),
        ("telnyx", include_str!("../../../channels/sms/providers/telnyx.toml")),
        ("unifonic", include_str!("../../../channels/sms/providers/unifonic.toml")),
        ("smsgate", include_str!("../../../channels/sms/providers/smsgate.toml")),
        ("d7", include_str!("../../../channels/sms/providers/d7.toml")),
    ]
    .map(|(name, text)| {
        let mut faults = Faults::default();
        Provider::parse(&format!("{name}.toml"), text, &mut faults).expect("a shipped file")
    })
});

fn cut(bytes: &[u8], at: u8) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| *byte == at);
    end.map_or((bytes, &[]), |end| (&bytes[..end], &bytes[end + 1..]))
}

fuzz_target!(|bytes: &[u8]| {
    let (first, mut rest) = cut(bytes, b'\n');
    let (method, query) = cut(first, b' ');
    let mut headers = HeaderMap::new();
    loop {
        let (line, after) = cut(rest, b'\n');
        rest = after;
        if line.is_empty() {
            break;
        }
        let (name, value) = cut(line, b':');
        let name = HeaderName::from_bytes(name);
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.trim_ascii())) {
            headers.append(name, value);
        }
    }
    // A server hands on no other methods and queries than these.
    let (Ok(method), Ok(query)) = (std::str::from_utf8(method), std::str::from_utf8(query)) else {
        return;
    };
    let request = RawRequest { method, query, headers: &headers, body: rest };
    for provider in PROVIDERS.iter() {
        let _ = provider.read_status(&request);
        let secrets = ["a secret".to_owned()];
        let signed = provider.signed_by(&request, "https://gw.example/hooks", &secrets);
        assert!(!signed || provider.signature_secret().is_none(), "nobody can guess a signature");
        let Ok(texts) = provider.read_inbound(&request) else { continue };
        // The duplicate key must be the same when the provider tries again.
        assert_eq!(provider.read_inbound(&request).as_ref(), Ok(&texts));
        for text in texts.good {
            assert!(!text.id.is_empty(), "{}: a message without an id", provider.id);
            let sender = text.from.rest();
            assert!(!sender.is_empty(), "{}: a message without a sender", provider.id);
            let phone = sender.strip_prefix('+').is_some_and(|digits| {
                digits.len() >= 7 && digits.bytes().all(|byte| byte.is_ascii_digit())
            });
            assert_eq!(text.from.can_be_answered(), phone, "only phones are answered: {sender}");
        }
    }
});
