//! Reading the files that people edit (flows, templates, words, providers, config).
//!
//! A reader of such a file wants *every* fault at once, each with its line and what to do about it.
//! Deserialising into a struct stops at the first; so a file becomes a [`Table`] whose keys are *taken*
//! one by one. What is missing, of another type, or left over at the end, is a [`Fault`].

use std::collections::BTreeMap;
use std::fmt;

use toml::de::{DeTable, DeValue};

/// One thing wrong in a file, where it is, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file as the reader named it.
    pub file: String,
    /// 1-based line; 0 when the fault is the whole file (it is missing, say).
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} — {}", self.file, self.line, self.what, self.mend)
    }
}

/// The faults found so far; reading goes on after each.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// Notes a fault.
    pub fn add(
        &mut self,
        file: &str,
        line: usize,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.0.push(Fault { file: file.to_owned(), line, what: what.into(), mend: mend.into() });
    }

    /// True if nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.0 {
            writeln!(f, "{fault}")?;
        }
        Ok(())
    }
}

/// A value of a file, with the line it stands on.
#[derive(Debug, Clone)]
pub struct Node {
    /// 1-based line.
    pub line: usize,
    /// The value.
    pub value: Value,
}

/// The kinds of value such files have.
#[derive(Debug, Clone)]
pub enum Value {
    /// A string.
    Str(String),
    /// A whole number.
    Int(i64),
    /// A number with a point.
    Float(f64),
    /// true or false.
    Bool(bool),
    /// A date or time, as written.
    Date(String),
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Table),
}

impl Value {
    fn kind(&self) -> &'static str {
        match self {
            Self::Str(_) => "a string",
            Self::Int(_) => "a whole number",
            Self::Float(_) => "a number",
            Self::Bool(_) => "true or false",
            Self::Date(_) => "a date",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// A table of a file. Keys are taken; [`Table::finish`] reports what nobody took.
#[derive(Debug, Clone)]
pub struct Table {
    /// The file, as given to [`Table::parse`].
    pub file: String,
    /// Line of the table's header (1 for the file itself).
    pub line: usize,
    entries: BTreeMap<String, Node>,
    key_lines: BTreeMap<String, usize>,
    asked: Vec<&'static str>,
}

impl Table {
    /// Parses TOML. Syntax faults are all reported; what could be read is returned.
    pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Self {
        let lines = Lines::new(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let line = error.span().map_or(1, |span| lines.at(span.start));
            faults.add(
                file,
                line,
                error.message().replace('\n', ", "),
                "correct the TOML of this line",
            );
        }
        convert(file, 1, table.get_ref(), &lines)
    }

    /// The keys that are left.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// True if the key is there (and not yet taken).
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The line of a key, also after it was taken; the table's own line if there is no such key.
    #[must_use]
    pub fn line_of(&self, key: &str) -> usize {
        self.key_lines.get(key).copied().unwrap_or(self.line)
    }

    /// Notes a fault at a key (or at the table, if the key is not there).
    pub fn fault(
        &self,
        key: &str,
        faults: &mut Faults,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        faults.add(&self.file, self.line_of(key), what, mend);
    }

    /// Takes a key whose name is data (a step id, a language).
    pub fn take(&mut self, key: &str) -> Option<Node> {
        self.entries.remove(key)
    }

    fn take_known(&mut self, key: &'static str) -> Option<Node> {
        self.asked.push(key);
        self.entries.remove(key)
    }

    fn wrong(&self, key: &str, want: &str, got: &Node, faults: &mut Faults) {
        faults.add(
            &self.file,
            got.line,
            format!("`{key}` is {}", got.value.kind()),
            format!("write {want}"),
        );
    }

    /// Says that a required key is missing.
    pub fn missing(&self, key: &str, want: &str, faults: &mut Faults) {
        faults.add(
            &self.file,
            self.line,
            format!("`{key}` is missing"),
            format!("add `{key} = …` ({want})"),
        );
    }

    /// An optional string.
    pub fn opt_str(&mut self, key: &'static str, faults: &mut Faults) -> Option<String> {
        let node = self.take_known(key)?;
        match node.value {
            Value::Str(s) => Some(s),
            _ => {
                self.wrong(key, "a string in quotes", &node, faults);
                None
            }
        }
    }

    /// A required string; empty counts as missing.
    pub fn str(&mut self, key: &'static str, faults: &mut Faults) -> Option<String> {
        if !self.has(key) {
            self.asked.push(key);
            self.missing(key, "a string", faults);
            return None;
        }
        let line = self.line_of(key);
        let text = self.opt_str(key, faults)?;
        if text.trim().is_empty() {
            faults.add(&self.file, line, format!("`{key}` is empty"), "write its text");
            return None;
        }
        Some(text)
    }

    /// An optional whole number.
    pub fn opt_int(&mut self, key: &'static str, faults: &mut Faults) -> Option<i64> {
        let node = self.take_known(key)?;
        match node.value {
            Value::Int(n) => Some(n),
            _ => {
                self.wrong(key, "a whole number", &node, faults);
                None
            }
        }
    }

    /// An optional number, whole or not.
    pub fn opt_float(&mut self, key: &'static str, faults: &mut Faults) -> Option<f64> {
        let node = self.take_known(key)?;
        match node.value {
            #[allow(clippy::cast_precision_loss)]
            Value::Int(n) => Some(n as f64),
            Value::Float(n) => Some(n),
            _ => {
                self.wrong(key, "a number", &node, faults);
                None
            }
        }
    }

    /// An optional switch.
    pub fn opt_bool(&mut self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let node = self.take_known(key)?;
        match node.value {
            Value::Bool(b) => Some(b),
            _ => {
                self.wrong(key, "true or false", &node, faults);
                None
            }
        }
    }

    /// An optional list of strings, each with its line; missing is empty.
    pub fn strings(&mut self, key: &'static str, faults: &mut Faults) -> Vec<(String, usize)> {
        let Some(node) = self.take_known(key) else {
            return Vec::new();
        };
        let Value::List(items) = node.value else {
            self.wrong(key, "a list of strings: [\"…\", \"…\"]", &node, faults);
            return Vec::new();
        };
        items
            .into_iter()
            .filter_map(|item| match item.value {
                Value::Str(s) => Some((s, item.line)),
                _ => {
                    self.wrong(key, "a string in quotes", &item, faults);
                    None
                }
            })
            .collect()
    }

    /// An optional table.
    pub fn table(&mut self, key: &'static str, faults: &mut Faults) -> Option<Self> {
        let node = self.take_known(key)?;
        match node.value {
            Value::Table(t) => Some(t),
            _ => {
                self.wrong(key, &format!("a table: [{key}]"), &node, faults);
                None
            }
        }
    }

    /// A list of tables (`[[key]]`); missing is empty.
    pub fn tables(&mut self, key: &'static str, faults: &mut Faults) -> Vec<Self> {
        let Some(node) = self.take_known(key) else {
            return Vec::new();
        };
        let Value::List(items) = node.value else {
            self.wrong(key, &format!("one or more [[{key}]]"), &node, faults);
            return Vec::new();
        };
        items
            .into_iter()
            .filter_map(|item| match item.value {
                Value::Table(t) => Some(t),
                _ => {
                    self.wrong(key, &format!("a table: [[{key}]]"), &item, faults);
                    None
                }
            })
            .collect()
    }

    /// A table of strings whose keys are data, in the order of their names, with lines; missing is empty.
    pub fn map(&mut self, key: &'static str, faults: &mut Faults) -> Vec<(String, String, usize)> {
        let Some(mut table) = self.table(key, faults) else {
            return Vec::new();
        };
        std::mem::take(&mut table.entries)
            .into_iter()
            .filter_map(|(name, node)| match node.value {
                Value::Str(s) => Some((name, s, node.line)),
                _ => {
                    table.wrong(&name, "a string in quotes", &node, faults);
                    None
                }
            })
            .collect()
    }

    /// Ends the reading: every key that nobody took is a fault.
    pub fn finish(self, faults: &mut Faults) {
        for (key, node) in &self.entries {
            let line = self.key_lines.get(key).copied().unwrap_or(node.line);
            let near = self.asked.iter().find(|known| strsim::damerau_levenshtein(known, key) <= 2);
            let mend = match near {
                Some(known) => format!("did you mean `{known}`?"),
                None if self.asked.is_empty() => "remove it".to_owned(),
                None => format!("remove it; known here: {}", self.asked.join(", ")),
            };
            faults.add(&self.file, line, format!("unknown key `{key}`"), mend);
        }
    }
}

fn convert(file: &str, line: usize, table: &DeTable<'_>, lines: &Lines) -> Table {
    let mut out = Table {
        file: file.to_owned(),
        line,
        entries: BTreeMap::new(),
        key_lines: BTreeMap::new(),
        asked: Vec::new(),
    };
    for (key, value) in table {
        let key_line = lines.at(key.span().start);
        let node = convert_value(file, key_line, value.get_ref(), lines, value.span().start);
        out.key_lines.insert(key.get_ref().to_string(), key_line);
        out.entries.insert(key.get_ref().to_string(), node);
    }
    out
}

fn convert_value(
    file: &str,
    key_line: usize,
    value: &DeValue<'_>,
    lines: &Lines,
    start: usize,
) -> Node {
    let value = match value {
        DeValue::String(s) => Value::Str(s.to_string()),
        DeValue::Integer(n) => match i64::from_str_radix(n.as_str(), n.radix()) {
            Ok(n) => Value::Int(n),
            Err(_) => Value::Str(n.as_str().to_owned()),
        },
        DeValue::Float(n) => match n.as_str().parse() {
            Ok(n) => Value::Float(n),
            Err(_) => Value::Str(n.as_str().to_owned()),
        },
        DeValue::Boolean(b) => Value::Bool(*b),
        DeValue::Datetime(d) => Value::Date(d.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| {
                    let line = lines.at(item.span().start);
                    convert_value(file, line, item.get_ref(), lines, item.span().start)
                })
                .collect(),
        ),
        DeValue::Table(t) => {
            return Node { line: key_line, value: Value::Table(convert(file, key_line, t, lines)) };
        }
    };
    Node { line: lines.at(start), value }
}

/// Byte offsets of line starts.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(
            std::iter::once(0)
                .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1))
                .collect(),
        )
    }

    fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_found_with_its_line() {
        let text =
            "id = 3\ntitel = \"x\"\nlist = [\n  \"a\",\n  4,\n]\n[[step]]\nid = \"\"\nbad = = 1\n";
        let mut faults = Faults::default();
        let mut table = Table::parse("f.toml", text, &mut faults);
        table.str("id", &mut faults);
        table.opt_str("title", &mut faults);
        table.strings("list", &mut faults);
        for mut step in table.tables("step", &mut faults) {
            step.str("id", &mut faults);
            step.finish(&mut faults);
        }
        table.finish(&mut faults);
        let mut lines: Vec<usize> = faults.0.iter().map(|f| f.line).collect();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines, [1, 2, 5, 8, 9], "{faults}");
        assert!(faults.to_string().contains("did you mean `title`?"), "{faults}");
    }
}
