//! A form token as anybody may send it. None is taken that was not written with the key, to the last bit.
#![no_main]

use libfuzzer_sys::fuzz_target;
use majlis_channels::web::token::Token;

const KEY: &[u8] = b"a key of the fuzzer, thirty-two bytes";

fuzz_target!(|text: &str| {
    assert!(Token::read(text, KEY).is_err(), "nobody can guess a signature");

    // A written token is read as it was, and with any letter changed it is not read at all.
    let (campaign, step) = text.split_once('\n').unwrap_or((text, ""));
    let shortened = |id: &str| id.chars().take(20).collect::<String>();
    let (campaign, step) = (shortened(campaign), shortened(step));
    let token = Token::new([7; 16], [9; 16], 1_780_000_000, &campaign, &step);
    let written = token.write(KEY);
    assert!(Token::read(&written, KEY).is_ok_and(|read| read == token));
    let mut changed = written.into_bytes();
    let at = text.len() % changed.len();
    changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).expect("ASCII");
    assert!(Token::read(&changed, KEY).is_err(), "changed at {at}");
});
