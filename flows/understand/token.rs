//! A folded text in pieces: numbers, words, signs.

use std::collections::HashSet;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits, with what stands between them: `12`, `1,000`, `2.5`.
    Number,
    /// Letters.
    Word,
    /// Punctuation that can change an answer, or a telling emoji.
    Mark(char),
    /// A link or a phone number: holds no answer.
    Link,
}

/// A token of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// As folded; a number without its sign.
    pub text: &'a str,
    /// What it is.
    pub kind: Kind,
    /// No white space before it.
    pub glued: bool,
    /// A number with a minus directly before it.
    pub minus: bool,
    /// A word with a full stop after it (`no. 1`).
    pub dotted: bool,
    /// A number with `#` before it: surely a position.
    pub label: bool,
}

/// More tokens than this are a story, not an answer.
pub(crate) const MOST: usize = 48;

/// Signs that part the members of a list; elsewhere they say nothing.
pub(crate) const SEPARATORS: [char; 5] = [',', ';', ':', '=', '\n'];

/// Cuts a folded text. `mixed` holds known words with digits in them (`wa7ed`), which stay whole.
pub(crate) fn tokens<'a>(text: &'a str, mixed: &HashSet<String>) -> Vec<Token<'a>> {
    cut(text, mixed, false, MOST)
}

/// The same, with [`SEPARATORS`] as marks of their own.
pub(crate) fn list_tokens<'a>(text: &'a str, mixed: &HashSet<String>) -> Vec<Token<'a>> {
    cut(text, mixed, true, MOST)
}

/// The words and numbers of a story, as many as `most`.
pub(crate) fn words<'a>(text: &'a str, mixed: &HashSet<String>, most: usize) -> Vec<&'a str> {
    let tokens = cut(text, mixed, false, most);
    let told = tokens.iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Number));
    told.map(|token| token.text).collect()
}

fn cut<'a>(text: &'a str, mixed: &HashSet<String>, list: bool, most: usize) -> Vec<Token<'a>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut glued = false;
    let mut hash = false;
    while let Some(rest) = text.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        if out.len() > most {
            break;
        }
        let (len, found) = match c {
            c if list && SEPARATORS.contains(&c) => (c.len_utf8(), Found::One(Kind::Mark(c))),
            c => take(text, at, c, mixed),
        };
        let from = out.len();
        match found {
            Found::Space => glued = false,
            Found::Nothing => glued = glued && !c.is_whitespace(),
            Found::One(kind) => out.push(token(text.get(at..at + len).unwrap_or(""), kind, glued)),
            Found::Run => split(text.get(at..at + len).unwrap_or(""), mixed, glued, &mut out),
        }
        for token in out.iter_mut().skip(from) {
            token.label |= hash && token.kind == Kind::Number;
            token.minus = token.kind == Kind::Number && minus_before(text, at);
        }
        if let Some(last) = out.last_mut()
            && out_is_word(last)
            && text.get(at + len..).is_some_and(|rest| rest.starts_with('.'))
            && matches!(found, Found::Run)
        {
            last.dotted = true;
        }
        if !matches!(found, Found::Space) {
            hash = c == '#';
        }
        if out.len() > from {
            glued = c != '\n';
        }
        at += len.max(c.len_utf8());
    }
    out
}

fn out_is_word(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
}

#[derive(Clone, Copy)]
enum Found {
    Space,
    Nothing,
    One(Kind),
    Run,
}

fn take(text: &str, at: usize, c: char, mixed: &HashSet<String>) -> (usize, Found) {
    let rest = text.get(at..).unwrap_or("");
    if c.is_whitespace() {
        return (c.len_utf8(), Found::Space);
    }
    if let Some(len) = link(rest) {
        return (len, Found::One(Kind::Link));
    }
    if c.is_ascii_digit() {
        let len = number(rest);
        let run = run(rest);
        if run > len && rest.get(..run).is_some_and(|run| mixed.contains(run)) {
            return (run, Found::One(Kind::Word));
        }
        return (len, Found::One(Kind::Number));
    }
    if is_word(c) {
        return (run(rest), Found::Run);
    }
    if super::normal::SIGNS.contains(&c)
        || matches!(c, '/' | '-' | '+' | '%' | '~' | '*' | '&' | '>' | '<' | '^' | '_' | '|' | '$')
    {
        return (c.len_utf8(), Found::One(Kind::Mark(c)));
    }
    (c.len_utf8(), Found::Nothing)
}

fn token(text: &str, kind: Kind, glued: bool) -> Token<'_> {
    Token { text, kind, glued, minus: false, dotted: false, label: false }
}

/// A run of letters and digits that begins with a letter: whole if known, else digits and letters part.
fn split<'a>(run: &'a str, mixed: &HashSet<String>, glued: bool, out: &mut Vec<Token<'a>>) {
    if !run.bytes().any(|b| b.is_ascii_digit()) || mixed.contains(run) {
        out.push(token(run, Kind::Word, glued));
        return;
    }
    let mut rest = run;
    let mut glued = glued;
    while let Some(c) = rest.chars().next() {
        let digits = c.is_ascii_digit();
        let len = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, next) = rest.split_at_checked(len).unwrap_or((rest, ""));
        out.push(token(part, if digits { Kind::Number } else { Kind::Word }, glued));
        glued = true;
        rest = next;
    }
}

/// Bytes of a link, a mail address or a phone number at the start, if there is one.
fn link(rest: &str) -> Option<usize> {
    let domain = ["http://", "https://", "www."].iter().any(|start| rest.starts_with(start));
    // A mail address has 254 bytes at most (RFC 5321); a text without a space is not searched over and over.
    let window = if domain { rest.len() } else { rest.floor_char_boundary(256) };
    let rest = rest.get(..window)?;
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let mail =
        word.find('@').is_some_and(|at| at > 0 && word.get(at..).is_some_and(|d| d.contains('.')));
    (domain || mail).then_some(end)
}

/// Bytes of a number: digits, and single `.` `,` `'` between digits.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || (matches!(bytes.get(len), Some(b'.' | b',' | b'\'')) && digit(len + 1)) {
        len += 1;
    }
    len
}

fn run(rest: &str) -> usize {
    rest.find(|c: char| !is_word(c) && !c.is_ascii_digit()).unwrap_or(rest.len())
}

/// Letters, and the marks that Indic scripts write words with.
fn is_word(c: char) -> bool {
    c.is_alphabetic()
        || (matches!(u32::from(c), 0x0900..=0x0dff | 0x0e00..=0x109f | 0x1780..=0x17ff)
            && !c.is_ascii_punctuation()
            && !matches!(c, '।' | '॥'))
}

/// A dash directly before a digit, itself at the start or after a space (or another sign), is a minus.
fn minus_before(text: &str, at: usize) -> bool {
    let Some(before) = text.get(..at).and_then(|t| t.strip_suffix('-')) else {
        return false;
    };
    before.chars().next_back().is_none_or(|c| !c.is_ascii_digit() && !is_word(c) && c != '-')
}
