//! What was put into the fields of a page, and the one value it makes.

use majlis_flows::understand::digit;

use crate::Question;

/// Name of the boxes of a question with several answers; the value is the option's code.
pub(super) const PICK: &str = "pick";
/// Begins the names of the fields of a ranking: `place.park`, and in it the option's place.
pub(super) const PLACE: &str = "place.";
/// Begins the names of the fields of a question that shares out points: `share.park`.
pub(super) const SHARE: &str = "share.";

/// The fields as they came. A page has those of one kind; a forged form may have any.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Given {
    /// The button chosen, or the words typed.
    pub(super) value: String,
    /// Words beside the buttons: none of them fits.
    pub(super) other: String,
    /// Boxes ticked.
    pub(super) picks: Vec<String>,
    /// Numbers beside options: code, and what was typed.
    pub(super) numbers: Vec<(String, String)>,
    /// The numbers are places of a ranking, not shares.
    pub(super) ranked: bool,
}

/// Why an answer is not handed in yet: its key among the sentences.
pub(super) type Wrong = &'static str;

impl Given {
    /// Puts what came in a field of this name in its place; other names are passed over.
    pub(super) fn put(&mut self, name: &str, text: &str) {
        let words = text.replace("\r\n", "\n").trim().to_owned();
        match name {
            "value" => self.value = words,
            "other" => self.other = words,
            PICK if text.is_empty() || self.picks.iter().any(|pick| pick == text) => {}
            PICK => self.picks.push(text.to_owned()),
            _ => {
                let place = name.strip_prefix(PLACE);
                let Some(code) = place.or_else(|| name.strip_prefix(SHARE)) else { return };
                if !words.is_empty() {
                    self.numbers.push((code.to_owned(), words));
                    self.ranked = place.is_some();
                }
            }
        }
    }

    /// The fields again, to be sent once more: name behind `before`, and value.
    pub(super) fn fields(&self, before: &str) -> Vec<(String, String)> {
        let numbers = if self.ranked { PLACE } else { SHARE };
        let one = |name: &str, value: &String| (format!("{before}{name}"), value.clone());
        let words = [("value", &self.value), ("other", &self.other)];
        words
            .into_iter()
            .map(|(name, value)| one(name, value))
            .chain(self.picks.iter().map(|pick| one(PICK, pick)))
            .chain(self.numbers.iter().map(|(code, typed)| one(&format!("{numbers}{code}"), typed)))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.value.is_empty()
            && self.other.is_empty()
            && self.picks.is_empty()
            && self.numbers.is_empty()
    }

    /// The answer as one value: see `majlis_flows::Act::Picked` for its forms.
    pub(super) fn answer(&self) -> String {
        if !self.picks.is_empty() {
            return self.picks.join(",");
        }
        if !self.numbers.is_empty() {
            return match self.ranking().filter(|_| self.ranked) {
                Some(ranking) => ranking.join(","),
                None => self.numbers_as_typed(),
            };
        }
        match (self.value.is_empty(), self.other.is_empty()) {
            (_, true) => self.value.clone(),
            (true, false) => format!("other:{}", self.other),
            // A button and words: which of them is meant is for the resident to say.
            (false, false) => format!("{}; {}", self.value, self.other),
        }
    }

    /// Whether the fields make an answer to this question as far as a page can tell: whoever slipped on a page
    /// loses no try by it.
    pub(super) fn wrong(&self, question: &Question) -> Option<Wrong> {
        match question.ask.as_str() {
            "choices" if !self.picks.is_empty() => {
                let fits = (question.least.unwrap_or(1)..=question.most.unwrap_or(usize::MAX))
                    .contains(&self.picks.len());
                (!fits).then_some("page-no-choices")
            }
            "ranking" if !self.numbers.is_empty() => {
                let most = question.most.unwrap_or(usize::MAX);
                let fits = self.ranking().is_some_and(|ranking| ranking.len() <= most);
                (!fits).then_some("page-no-ranking")
            }
            "points" if !self.numbers.is_empty() => {
                let fits = self.sum().is_some() && self.sum() == question.total;
                (!fits).then_some("page-no-points")
            }
            _ => None,
        }
    }

    /// What was typed beside an option.
    pub(super) fn number(&self, code: &str) -> &str {
        self.numbers.iter().find(|(name, _)| name == code).map_or("", |(_, typed)| typed)
    }

    /// Codes, the best first; `None` if two have the same place or something else than a place was typed.
    fn ranking(&self) -> Option<Vec<&str>> {
        let mut places = Vec::new();
        for (code, typed) in &self.numbers {
            let place = whole(typed).filter(|place| *place > 0)?;
            if places.iter().any(|(taken, _)| *taken == place) {
                return None;
            }
            places.push((place, code.as_str()));
        }
        places.sort_unstable();
        Some(places.into_iter().map(|(_, code)| code).collect())
    }

    fn sum(&self) -> Option<i64> {
        self.numbers.iter().try_fold(0_i64, |sum, (_, typed)| sum.checked_add(whole(typed)?))
    }

    /// `park=60,school=40`, digits of any script as 0 to 9.
    fn numbers_as_typed(&self) -> String {
        let pairs = self.numbers.iter().map(|(code, typed)| {
            let typed: String = typed.chars().map(|c| digit(c).unwrap_or(c)).collect();
            format!("{code}={typed}")
        });
        pairs.collect::<Vec<_>>().join(",")
    }
}

/// A number of 0 or more, in digits of any script.
fn whole(typed: &str) -> Option<i64> {
    let digits: Option<String> = typed.trim().chars().map(digit).collect();
    digits?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn numbers(ranked: bool, pairs: &[(&str, &str)]) -> Given {
        let numbers =
            pairs.iter().map(|(code, typed)| ((*code).to_owned(), (*typed).to_owned())).collect();
        Given { numbers, ranked, ..Given::default() }
    }

    fn question(ask: &str) -> Question {
        Question {
            ask: ask.to_owned(),
            least: Some(2),
            most: Some(2),
            total: Some(100),
            ..Question::default()
        }
    }

    #[test]
    fn ticked_boxes_are_one_value_and_their_number_is_checked() {
        let ticked = |codes: &[&str]| Given {
            picks: codes.iter().map(|code| (*code).to_owned()).collect(),
            ..Given::default()
        };
        assert_eq!(ticked(&["a", "c"]).answer(), "a,c");
        assert_eq!(ticked(&["a", "c"]).wrong(&question("choices")), None);
        for wrong in [&["a"][..], &["a", "b", "c"]] {
            assert_eq!(ticked(wrong).wrong(&question("choices")), Some("page-no-choices"));
        }
    }

    #[test]
    fn places_in_any_digits_become_the_order() {
        let ranked = numbers(true, &[("a", "٢"), ("b", " 1")]);
        assert_eq!((ranked.answer().as_str(), ranked.wrong(&question("ranking"))), ("b,a", None));
    }

    #[test]
    fn an_order_that_is_not_clear_is_asked_back() {
        for pairs in [
            [("a", "1"), ("b", "1")],
            [("a", "0"), ("b", "1")],
            [("a", "first"), ("b", "2")],
            [("a", "-1"), ("b", "2")],
        ] {
            let wrong = numbers(true, &pairs).wrong(&question("ranking"));
            assert_eq!(wrong, Some("page-no-ranking"), "{pairs:?}");
        }
        let three = numbers(true, &[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(three.wrong(&question("ranking")), Some("page-no-ranking"), "two at most");
    }

    #[test]
    fn shares_must_make_the_total() {
        let right = numbers(false, &[("a", "৬০"), ("b", "40")]);
        assert_eq!(
            (right.answer().as_str(), right.wrong(&question("points"))),
            ("a=60,b=40", None)
        );
        for pairs in [[("a", "60"), ("b", "41")], [("a", "half"), ("b", "half")]] {
            let wrong = numbers(false, &pairs).wrong(&question("points"));
            assert_eq!(wrong, Some("page-no-points"), "{pairs:?}");
        }
        let endless = numbers(false, &[("a", "9223372036854775807"), ("b", "1")]);
        assert_eq!(endless.wrong(&question("points")), Some("page-no-points"));
    }

    #[test]
    fn words_beside_the_buttons_are_the_answer_only_if_no_button_is_pressed() {
        let given = |value: &str| Given {
            value: value.to_owned(),
            other: "a bus".to_owned(),
            ..Given::default()
        };
        assert_eq!(given("").answer(), "other:a bus");
        assert_eq!(given("tram").answer(), "tram; a bus");
    }

    proptest! {
        #[test]
        fn any_fields_are_checked_without_a_panic(
            value in ".{0,20}",
            picks in prop::collection::vec(".{0,4}", 0..4),
            numbers in prop::collection::vec((".{0,4}", ".{0,24}"), 0..4),
            ranked: bool,
        ) {
            let given = Given { value, picks, numbers, ranked, other: String::new() };
            for ask in ["choices", "ranking", "points", "choice"] {
                let _ = given.wrong(&question(ask));
            }
            let _ = given.answer();
        }
    }
}
