//! `{name}` placeholders in provider files. Values are escaped for where they go by the caller; a value is
//! never read again for placeholders.

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Name(String),
}

/// A text with placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template(Vec<Piece>);

impl Template {
    /// Reads `{name}` (lower case, digits, `_`); a brace otherwise is a fault.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                return Err("a `{` is not closed".to_owned());
            };
            let fine = !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            if !fine {
                return Err(format!("`{{{name}}}` is no placeholder"));
            }
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(Piece::Name(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() || pieces.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// The placeholders it has.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Name(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The name it begins with, if it begins with a placeholder.
    pub(super) fn first_name(&self) -> Option<&str> {
        match self.0.first() {
            Some(Piece::Name(name)) => Some(name),
            _ => None,
        }
    }

    /// The text before the first placeholder.
    pub(super) fn head(&self) -> &str {
        match self.0.first() {
            Some(Piece::Text(text)) => text,
            _ => "",
        }
    }

    /// Fills it in. `escape` is told the place of each value (0 is the very beginning). `Err` names the
    /// first placeholder without a value.
    pub(super) fn fill(
        &self,
        value: impl Fn(&str) -> Option<String>,
        escape: impl Fn(usize, String) -> String,
    ) -> Result<String, &str> {
        let mut out = String::new();
        for (at, piece) in self.0.iter().enumerate() {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Name(name) => match value(name) {
                    Some(value) => out.push_str(&escape(at, value)),
                    None => return Err(name),
                },
            }
        }
        Ok(out)
    }
}
