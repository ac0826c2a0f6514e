//! The letter that an answer answers, as a mailto URI (RFC 6068): it travels with the conversation where a phone
//! number of ours would, so that everything said in it stays in one thread.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Longest subject kept, in characters.
const LONGEST_SUBJECT: usize = 200;

/// RFC 6068 §2: what may stand as it is.
const KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// Our mailbox, and the letter to be answered if there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Answered {
    /// Its Message-ID, without angle brackets.
    pub(super) id: Option<String>,
    /// Its subject.
    pub(super) subject: Option<String>,
}

impl Answered {
    pub(super) fn uri(&self, mailbox: &str) -> String {
        let encode = |text: &str| utf8_percent_encode(text, KEPT).to_string();
        let mut uri = format!("mailto:{}", encode(mailbox));
        let subject = self
            .subject
            .as_deref()
            .map(|subject| subject.chars().take(LONGEST_SUBJECT).collect::<String>());
        let fields = [("In-Reply-To", self.id.as_deref()), ("Subject", subject.as_deref())];
        for (at, (name, value)) in fields.iter().filter_map(|(n, v)| v.map(|v| (n, v))).enumerate()
        {
            let join = if at == 0 { '?' } else { '&' };
            uri.push_str(&format!("{join}{name}={}", encode(value)));
        }
        uri
    }

    /// What cannot be read says nothing: then the letter begins a thread of its own.
    pub(super) fn read(uri: &str) -> Self {
        let mut answered = Self::default();
        let Some((_, fields)) = uri.split_once('?') else { return answered };
        for (name, value) in fields.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                "In-Reply-To" => answered.id = Some(value),
                "Subject" => answered.subject = Some(value),
                _ => {}
            }
        }
        answered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_to_be_answered_comes_back_whole() {
        let answered = Answered {
            id: Some("a&b=c?d+%20@home.example".into()),
            subject: Some("Re: حديقة & «50 %»".into()),
        };
        let uri = answered.uri("say@city.example");
        assert!(uri.starts_with("mailto:say@city.example?In-Reply-To="), "{uri}");
        assert!(uri.is_ascii());
        assert_eq!(Answered::read(&uri), answered);
        assert_eq!(Answered::read("mailto:say@city.example"), Answered::default());
    }
}
