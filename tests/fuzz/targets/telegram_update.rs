//! The body of a webhook call, whoever sends it, through the parser that reads Telegram's. What comes out is a
//! person's own message in private with an id, the same each time; and no button that we did not sign.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_channels::Content;
use majlis_channels::telegram::said_in;
use serde_json::Value;

const SECRET: &[u8] = b"a secret of the fuzzer, long enough";

/// Fields that only somebody else's message has.
const FOREIGN: [&str; 4] = ["forward_origin", "forward_date", "via_bot", "sender_chat"];

fuzz_target!(|body: &[u8]| {
    let read = said_in(body, SECRET);
    // The duplicate key must be the same when Telegram tries again.
    assert_eq!(said_in(body, SECRET), read);
    let Some((from, id, content)) = read else { return };
    assert!(!id.is_empty(), "a message without an id");
    assert!(from.can_be_answered(), "{from:?}");
    assert!(!matches!(content, Content::Button { .. }), "nobody can guess a signature");

    let update: Value = serde_json::from_slice(body).expect("what says something is JSON");
    let kinds = ["message", "edited_message", "callback_query", "my_chat_member"];
    let kind = kinds.iter().find(|kind| !update[**kind].is_null()).expect("a kind that we read");
    let said = &update[*kind];
    assert_eq!(said["chat"]["type"], "private", "of {kind}");
    assert_ne!(said["from"]["is_bot"], true, "of {kind}");
    if *kind == "message" && FOREIGN.iter().any(|field| said.get(*field).is_some()) {
        let aside = matches!(content, Content::Aside(_) | Content::Untaken(_));
        assert!(aside, "somebody else's words are no answer: {content:?}");
    }
    if let Content::Place { lat, lon } = content {
        assert!(lat.abs() <= 180_000 && lon.abs() <= 180_000, "{lat} {lon}");
    }
});
