//! A mail, whoever sent it: read without a panic, and no more words come out than may.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|mail: &[u8]| {
    if let Some(words) = majlis_channels::email::words_of(mail) {
        assert!(words.len() <= 32 * 1024);
    }
});
