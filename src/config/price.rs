//! What a part of an SMS costs on a channel, so that `preview` can say it before anything is sent.

use std::fmt;

/// Money in millionths, so that the price of a part times their number is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price(u64);

impl Price {
    /// Reads `0.035`: digits, and six at most behind the point.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 6 || whole.len() > 9 {
            return None;
        }
        let part: u64 = format!("{part:0<6}").parse().ok()?;
        Some(Self(whole.parse::<u64>().ok()? * 1_000_000 + part))
    }

    /// The price of so many.
    #[must_use]
    pub fn times(self, many: usize) -> Self {
        Self(self.0.saturating_mul(u64::try_from(many).unwrap_or(u64::MAX)))
    }
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 1_000_000, format!("{:06}", self.0 % 1_000_000));
        let part = part.trim_end_matches('0');
        if part.is_empty() { write!(f, "{whole}") } else { write!(f, "{whole}.{part:0<2}") }
    }
}

/// `[channel.price]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    /// `AED`
    pub currency: String,
    /// What a part costs, by the beginning of the number (`+971`); `usual` for all others. As in the file.
    pub parts: Vec<(String, Price)>,
}

impl Prices {
    /// What a message of so many parts costs: `0.06 AED (+971: 0.04)`.
    #[must_use]
    pub fn of(&self, parts: usize) -> String {
        let is_usual = |entry: &&(String, Price)| entry.0 == "usual";
        let usual = self.parts.iter().find(is_usual).map(|(_, price)| price.times(parts));
        let others = self.parts.iter().filter(|entry| !is_usual(entry));
        let others: Vec<String> =
            others.map(|(prefix, price)| format!("{prefix}: {}", price.times(parts))).collect();
        match (usual, others.is_empty()) {
            (Some(usual), true) => format!("{usual} {}", self.currency),
            (Some(usual), false) => format!("{usual} {} ({})", self.currency, others.join(", ")),
            (None, _) => format!("{} {}", others.join(", "), self.currency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_exact_and_written_with_two_places_at_least() {
        for (text, three) in [
            ("0.05", "0.15"),
            ("0.0333", "0.0999"),
            ("1", "3"),
            ("0.1", "0.30"),
            ("0.000001", "0.000003"),
        ] {
            assert_eq!(Price::parse(text).unwrap().times(3).to_string(), three, "{text}");
        }
        for wrong in ["", "-1", "0,05", "1.", ".5", "0.0000001", "1e3", "12345678901"] {
            assert_eq!(Price::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_message_costs_what_its_parts_cost_by_country() {
        let price = |text: &str| Price::parse(text).unwrap();
        let mut prices = Prices {
            currency: "AED".to_owned(),
            parts: vec![("+971".to_owned(), price("0.02")), ("usual".to_owned(), price("0.03"))],
        };
        assert_eq!(prices.of(2), "0.06 AED (+971: 0.04)");
        prices.parts.pop();
        assert_eq!(prices.of(1), "+971: 0.02 AED");
    }
}
