//! `multipart/form-data` (RFC 7578), as far as plain fields go: names and values, no files, nothing nested.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

/// Most fields that are read; a provider sends a dozen.
const MOST: usize = 100;

/// Names and values of a body; nothing if it is not of this kind or has no end.
pub(super) fn pairs(headers: &HeaderMap, body: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let Some(boundary) = kind.and_then(boundary) else { return Vec::new() };
    let delimiter = format!("\r\n--{boundary}").into_bytes();
    // The first delimiter has no line before it.
    let whole = [b"\r\n", body].concat();
    let mut sections = split(&whole, &delimiter);
    // What stands before the first delimiter and behind the last is no field.
    let ended = sections.pop().is_some_and(|end| end.starts_with(b"--"));
    if !ended {
        return Vec::new();
    }
    sections.into_iter().skip(1).take(MOST).filter_map(field).collect()
}

fn boundary(kind: &str) -> Option<&str> {
    let (name, rest) = kind.split_once(';')?;
    if !name.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let value = parameter(rest, "boundary")?;
    (1..=70).contains(&value.len()).then_some(value)
}

/// A parameter of a header, with its quotes taken off.
fn parameter<'h>(text: &'h str, wanted: &str) -> Option<&'h str> {
    text.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case(wanted).then(|| value.trim().trim_matches('"'))
    })
}

fn split<'b>(mut bytes: &'b [u8], delimiter: &[u8]) -> Vec<&'b [u8]> {
    let mut sections = Vec::new();
    while let Some((before, after)) = cut(bytes, delimiter) {
        sections.push(before);
        bytes = after;
        if sections.len() > MOST + 1 {
            break;
        }
    }
    sections.push(bytes);
    sections
}

fn cut<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let begin = bytes.windows(at.len()).position(|window| window == at)?;
    Some((bytes.get(..begin)?, bytes.get(begin + at.len()..)?))
}

fn field(section: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (head, value) = cut(section, b"\r\n\r\n")?;
    let head = std::str::from_utf8(head).ok()?;
    let disposition = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let name = parameter(disposition, "name")?;
    Some((name.as_bytes().to_vec(), value.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: &str, body: &str) -> Vec<(String, String)> {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        pairs(&headers, body.as_bytes()).into_iter().map(|(n, v)| (text(n), text(v))).collect()
    }

    const BODY: &str = "--b1\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na=1&b\r\n--x\r\n\
                        --b1\r\ncontent-disposition: form-data; name=sender\r\nContent-Type: text/plain\r\n\r\n+1\r\n--b1--\r\n";

    #[test]
    fn fields_are_read_whatever_stands_in_them() {
        let wanted = [("text", "a=1&b\r\n--x"), ("sender", "+1")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(read("multipart/form-data; boundary=b1", BODY), wanted);
        assert_eq!(read("Multipart/Form-Data; charset=utf-8; boundary=\"b1\"", BODY), wanted);
    }

    #[test]
    fn a_body_without_its_end_or_its_boundary_says_nothing() {
        for at in 0..BODY.len() - 4 {
            assert!(read("multipart/form-data; boundary=b1", &BODY[..at]).is_empty(), "{at}");
        }
        for kind in ["text/plain", "multipart/form-data", "multipart/form-data; boundary=b2"] {
            assert!(read(kind, BODY).is_empty(), "{kind}");
        }
    }
}
