//! The fields of a mail, in their order and as they came; and what is refused before anything is parsed.

/// Longest header, in bytes.
const LONGEST: usize = 64 * 1024;
/// Most fields of a header.
const MOST: usize = 500;
/// Most lines that may be borders between parts.
const MOST_BORDERS: usize = 2_000;
/// Most places that speak of mails inside of the mail.
const MOST_INNER: usize = 200;

/// A parser makes something of every border and every inner mail; a mail of nothing else would fill the memory.
/// This counts them in one pass without making anything.
pub(in super::super) fn within_budget(raw: &[u8]) -> bool {
    let mut borders = 0;
    let mut inner = 0;
    for line in raw.split(|byte| *byte == b'\n') {
        borders += usize::from(line.starts_with(b"--"));
        // Long lines are content.
        if line.len() < 1_000 {
            inner += usize::from(contains(line, b"rfc822"))
                + usize::from(contains(line, b"message/global"));
        }
    }
    borders <= MOST_BORDERS && inner <= MOST_INNER
}

fn contains(line: &[u8], word: &[u8]) -> bool {
    line.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
}

/// Fields by small-letter name, unfolded.
pub(in super::super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// Reads them up to the first empty line. `None` if they are over the budget.
    pub(in super::super) fn read(raw: &[u8]) -> Option<Self> {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut length = 0;
        for line in raw.split(|byte| *byte == b'\n') {
            length += line.len() + 1;
            if length > LONGEST {
                return None;
            }
            let line = String::from_utf8_lossy(line);
            let line = line.trim_end_matches('\r');
            if line.is_empty() {
                break;
            }
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                continue;
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            if fields.len() == MOST {
                return None;
            }
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
        Some(Self(fields))
    }

    /// The topmost field of this name.
    pub(in super::super) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every field of this name, the topmost first.
    pub(in super::super) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every name.
    pub(in super::super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Every mailbox the mail was sent or delivered to, as far as it says: without names and brackets.
    pub(in super::super) fn receivers(&self) -> Vec<String> {
        let fields = ["delivered-to", "x-original-to", "envelope-to", "to", "cc"];
        fields.iter().flat_map(|name| self.all(name)).flat_map(mailboxes).collect()
    }
}

/// The mailboxes in a field: whatever stands around an `@`. Names in quotes may hold one, too; that is harmless here,
/// as only our own mailboxes are looked for among them.
fn mailboxes(value: &str) -> impl Iterator<Item = String> {
    value
        .split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')'))
        .filter(|word| word.contains('@'))
        .map(str::to_owned)
}
