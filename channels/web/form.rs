//! The body of a sent form: known fields, read strictly.

use std::collections::BTreeSet;

use axum::http::{HeaderMap, header};
use percent_encoding::percent_decode;

use super::given::{Given, PICK};
use crate::{Files, Wish};

/// More fields than any page of ours has; the rest of a longer form is not looked at.
const MOST_FIELDS: usize = 2000;
/// Stands between a step and the name of its field where a page has several questions: `score:value`.
pub(super) const OF: char = ':';

/// What a page sends.
#[derive(Default, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) token: String,
    pub(super) lang: Option<String>,
    /// The answer; line ends are `\n`.
    pub(super) given: Given,
    pub(super) skip: bool,
    /// The answers of a page of several questions, by step.
    pub(super) sheet: Vec<(String, Given)>,
    /// The steps such a page asked: of boxes that nobody ticked a browser sends nothing.
    pub(super) asked: Vec<String>,
    /// What is not understood shall be kept for a person.
    pub(super) as_is: bool,
    /// A button of the private page.
    pub(super) wish: Option<Wish>,
    /// Files chosen, without words.
    pub(super) files: Files,
    /// Names of the fields so far.
    seen: BTreeSet<String>,
}

/// The body is no form in UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Garbled;

impl Form {
    /// Reads `application/x-www-form-urlencoded`. Unknown fields are passed over; of a repeated field the
    /// first counts.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Garbled> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Garbled);
        }
        let mut form = Self::default();
        for (name, text) in fields(body) {
            form.put_first(&name?, text)?;
        }
        Ok(form)
    }

    /// Boxes have one name; of any other field that comes twice the first counts.
    pub(super) fn put_first(&mut self, name: &str, text: Decoded) -> Result<(), Garbled> {
        let boxes = name.rsplit(OF).next() == Some(PICK);
        if boxes || self.seen.insert(name.to_owned()) {
            self.put(name, text?);
        }
        Ok(())
    }

    /// What was given to a question of a page of several.
    pub(super) fn of_step(&self, step: &str) -> Given {
        let found = self.sheet.iter().find(|(own, _)| own == step);
        found.map(|(_, given)| given.clone()).unwrap_or_default()
    }

    /// The fields of a page of several questions again, to be sent once more; empty of any other page.
    pub(super) fn sheet_fields(&self) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        if !self.asked.is_empty() {
            fields.push(("asked".to_owned(), self.asked.join(" ")));
        }
        if self.as_is {
            fields.push(("as-is".to_owned(), "1".to_owned()));
        }
        for (step, given) in &self.sheet {
            fields.extend(given.fields(&format!("{step}{OF}")));
        }
        fields
    }

    fn put(&mut self, name: &str, text: String) {
        match name {
            "token" => self.token = text,
            "lang" => self.lang = Some(text),
            "skip" => self.skip = true,
            "as-is" => self.as_is = true,
            "asked" => self.asked = text.split(' ').map(str::to_owned).collect(),
            "wish" => self.wish = read_wish(&text),
            _ => match name.split_once(OF) {
                None => self.given.put(name, &text),
                Some((step, field)) => {
                    let at = self.sheet.iter().position(|(own, _)| own == step);
                    if at.is_none() {
                        self.sheet.push((step.to_owned(), Given::default()));
                    }
                    let at = at.unwrap_or(self.sheet.len().saturating_sub(1));
                    if let Some((_, given)) = self.sheet.get_mut(at) {
                        given.put(field, &text);
                    }
                }
            },
        }
    }
}

fn read_wish(text: &str) -> Option<Wish> {
    match text {
        "change" => Some(Wish::Change(String::new())),
        "withdraw" => Some(Wish::Withdraw),
        "erase" => Some(Wish::Erase),
        "go-on" => Some(Wish::GoOn),
        _ => None,
    }
}

/// The value of `lang` in a query, whatever else is there.
pub(super) fn language_of_query(query: Option<&str>) -> Option<String> {
    value_of_query(query, "lang")
}

/// The value of a name in a query; empty if it has none.
pub(super) fn value_of_query(query: Option<&str>, wanted: &str) -> Option<String> {
    fields(query?.as_bytes())
        .find_map(|(name, value)| (name.ok()? == wanted).then_some(value.ok()).flatten())
}

pub(super) type Decoded = Result<String, Garbled>;

fn fields(body: &[u8]) -> impl Iterator<Item = (Decoded, Decoded)> {
    body.split(|&byte| byte == b'&').take(MOST_FIELDS).map(|field| {
        let mut halves = field.splitn(2, |&byte| byte == b'=');
        let mut half = || decode(halves.next().unwrap_or_default());
        (half(), half())
    })
}

fn decode(bytes: &[u8]) -> Decoded {
    let spaced: Vec<u8> = bytes.iter().map(|&b| if b == b'+' { b' ' } else { b }).collect();
    let text = percent_decode(&spaced).decode_utf8().map_err(|_| Garbled)?;
    if text.contains('\0') { Err(Garbled) } else { Ok(text.into_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn headers() -> HeaderMap {
        let kind = "application/x-www-form-urlencoded; charset=UTF-8".parse().unwrap();
        HeaderMap::from_iter([(header::CONTENT_TYPE, kind)])
    }

    #[test]
    fn words_come_back_as_typed() {
        let body =
            b"token=t&lang=ar&value=%D8%A3%D8%B1%D9%8A%D8%AF+%2B1%0D%0A%26+%3Cb%3E&unknown=x";
        let form = Form::read(&headers(), body).unwrap();
        assert_eq!(form.given.value, "أريد +1\n& <b>");
        assert_eq!(
            (form.token.as_str(), form.lang.as_deref(), form.skip),
            ("t", Some("ar"), false)
        );
    }

    #[test]
    fn a_skip_button_and_the_first_of_two_values_count() {
        let form = Form::read(&headers(), b"value=a&skip=1&value=b").unwrap();
        assert!(form.skip && form.given.value == "a");
    }

    #[test]
    fn boxes_and_numbers_are_kept_each() {
        let form = Form::read(&headers(), b"pick=a&pick=c&pick=a&pick=").unwrap();
        assert_eq!(form.given.picks, ["a", "c"]);
        let form = Form::read(&headers(), b"place.a=2&place.b=&place.c=+1").unwrap();
        let numbers = [("a".to_owned(), "2".to_owned()), ("c".to_owned(), "1".to_owned())];
        assert!(form.given.ranked && form.given.numbers == numbers);
        let form = Form::read(&headers(), b"share.a=60&share.a=90").unwrap();
        assert!(!form.given.ranked && form.given.number("a") == "60");
    }

    #[test]
    fn the_answers_of_several_questions_are_kept_apart() {
        let body =
            b"asked=what+share&what:value=a&share:share.x=60&what:other=+&what:pick=b&what:pick=c";
        let form = Form::read(&headers(), body).unwrap();
        assert_eq!(form.asked, ["what", "share"]);
        assert_eq!(form.of_step("what").value, "a");
        assert_eq!(form.of_step("what").picks, ["b", "c"]);
        assert_eq!(form.of_step("share").number("x"), "60");
        assert!(form.of_step("nothing").is_empty() && form.given.is_empty());
    }

    #[test]
    fn only_wishes_that_a_page_has_are_wishes() {
        let wish = |body: &[u8]| Form::read(&headers(), body).unwrap().wish;
        assert_eq!(wish(b"wish=withdraw"), Some(Wish::Withdraw));
        assert_eq!(wish(b"wish=go-on"), Some(Wish::GoOn));
        assert_eq!(wish(b"wish=everything"), None);
    }

    #[test]
    fn other_encodings_and_kinds_are_refused() {
        for body in [&b"value=%FF"[..], b"value=%00", b"value=\xC3"] {
            assert!(Form::read(&headers(), body) == Err(Garbled), "{body:?}");
        }
        assert!(Form::read(&HeaderMap::new(), b"value=a") == Err(Garbled));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(body in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = Form::read(&headers(), &body);
        }
    }
}
