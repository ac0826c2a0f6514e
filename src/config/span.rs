//! A length of time as people write it: `90s`, `30m`, `24h`, `3d`.

use std::str::FromStr;
use std::time::Duration;

/// A length of time, longer than nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span(pub Duration);

/// What to write instead of a text that is no [`Span`].
pub(super) const WANTED: &str = "a time such as \"24h\", \"90m\", \"30s\" or \"3d\"";

/// A text that is no length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASpan;

impl FromStr for Span {
    type Err = NotASpan;

    fn from_str(text: &str) -> Result<Self, NotASpan> {
        let (at, unit) = text.char_indices().last().ok_or(NotASpan)?;
        let number: u32 = text.get(..at).unwrap_or_default().parse().map_err(|_| NotASpan)?;
        let seconds = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 24 * 3600,
            _ => return Err(NotASpan),
        };
        match u64::from(number) * seconds {
            0 => Err(NotASpan),
            seconds => Ok(Self(Duration::from_secs(seconds))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_and_others_refused() {
        for (text, seconds) in [("1s", 1), ("90m", 5400), ("24h", 86_400), ("3d", 259_200)] {
            assert_eq!(text.parse(), Ok(Span(Duration::from_secs(seconds))), "{text}");
        }
        for text in ["", "s", "24", "0h", "-1h", "1w", "1 h", "soon", "٣h"] {
            assert_eq!(text.parse::<Span>(), Err(NotASpan), "{text}");
        }
    }
}
