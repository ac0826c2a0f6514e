//! Which way a text runs, as handsets decide it (Unicode UAX #9, rules P2 and P3), and keeping what is inserted from
//! turning what stands around it (FSI … PDI).

/// The way a letter or a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Like Latin.
    Left,
    /// Like Arabic.
    Right,
}

/// First strong isolate, and what ends it.
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// The direction of the first letter that stands in no isolate; `None` if there is no such letter, so that the line
/// runs as everything else does: to the right.
#[must_use]
pub fn direction(text: &str) -> Option<Direction> {
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..=FSI => depth += 1,
            PDI => depth = depth.saturating_sub(1),
            '\u{200f}' if depth == 0 => return Some(Direction::Right),
            '\u{200e}' if depth == 0 => return Some(Direction::Left),
            c if depth == 0 && c.is_alphabetic() => return Some(of_letter(c)),
            _ => {}
        }
    }
    None
}

/// True if any letter runs this way.
#[must_use]
pub fn runs(text: &str, way: Direction) -> bool {
    text.chars().any(|c| c.is_alphabetic() && of_letter(c) == way)
}

/// A value to be inserted in a sentence, kept apart where it runs the other way or, in a sentence from right to left,
/// where digits and signs would change places (`10-12`). Else as it is: two marks cost two units of UCS-2, and would
/// drive a text out of GSM 7-bit.
#[must_use]
pub fn isolated(value: &str, sentence: Direction) -> String {
    let apart = match sentence {
        Direction::Left => runs(value, Direction::Right),
        Direction::Right => {
            let signs = !value.chars().all(|c| c.is_numeric() || c.is_whitespace());
            runs(value, Direction::Left) || (!runs(value, Direction::Right) && signs)
        }
    };
    if apart { format!("{FSI}{value}{PDI}") } else { value.to_owned() }
}

/// A text without its isolates: for programs, which need none.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..=PDI)).collect()
}

/// True if every isolate that begins also ends.
pub(super) fn balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..=FSI => depth += 1,
            PDI if depth == 0 => return false,
            PDI => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

fn of_letter(c: char) -> Direction {
    let right = matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if right { Direction::Right } else { Direction::Left }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The Arabic of these tests is machine-drafted.
    #[test]
    fn a_latin_name_in_an_arabic_sentence_is_kept_apart_and_an_arabic_one_costs_nothing() {
        assert_eq!(
            isolated("Zabeel Park (Gate 1)", Direction::Right),
            "\u{2068}Zabeel Park (Gate 1)\u{2069}"
        );
        assert_eq!(isolated("حديقة Zabeel", Direction::Right), "\u{2068}حديقة Zabeel\u{2069}");
        assert_eq!(isolated("10-12", Direction::Right), "\u{2068}10-12\u{2069}");
        assert_eq!(isolated("حديقة زعبيل", Direction::Right), "حديقة زعبيل");
        assert_eq!(isolated("2026", Direction::Right), "2026");
    }

    #[test]
    fn an_english_sentence_stays_gsm_unless_what_is_inserted_is_arabic() {
        assert_eq!(isolated("Zabeel Park 10-12", Direction::Left), "Zabeel Park 10-12");
        assert_eq!(isolated("حديقة", Direction::Left), "\u{2068}حديقة\u{2069}");
    }

    #[test]
    fn a_line_runs_as_its_first_letter_outside_of_what_is_inserted() {
        assert_eq!(direction("\u{2068}RTA\u{2069}: متى"), Some(Direction::Right));
        assert_eq!(direction("RTA: متى"), Some(Direction::Left));
        assert_eq!(direction("1 \u{2068}RTA\u{2069}"), None);
    }
}
