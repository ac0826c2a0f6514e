//! What is remembered of each line while it is open: in memory, for minutes.
//!
//! Nothing hangs on it: what a resident said is on disk. A line that was forgotten (the gateway was started again, or
//! the next request came to another one) is taken up again by asking the intake where its resident stands.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::dialog::Screen;
use super::front::Front;
use crate::Address;

/// Operators end a line after about three minutes.
const LONGEST: Duration = Duration::from_secs(300);

/// Between two looks for lines that are over.
pub(super) const TIDY: Duration = Duration::from_secs(30);

/// Most lines remembered, about 100 MB.
const MOST: usize = 50_000;

/// What the resident sees, and how they came there.
pub(super) struct Dialog {
    /// The whole `text` of the newest request.
    pub(super) said: String,
    /// The language chosen on this line.
    pub(super) lang: Option<String>,
    pub(super) shown: Shown,
}

/// What is on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) screens: Vec<String>,
    /// Which of them.
    pub(super) at: usize,
    /// After the last of them the line is closed.
    pub(super) ends: bool,
    /// It asks what a conversation shall be about, and in which language.
    pub(super) front: Option<Front>,
}

impl Shown {
    /// What the phone shows of it now.
    pub(super) fn screen(&self) -> Screen {
        let text = self.screens.get(self.at).cloned().unwrap_or_default();
        Screen { text, ends: self.ends && self.at + 1 >= self.screens.len() }
    }

    /// So many screens on, as far as there are any.
    pub(super) fn turned(&self, by: isize) -> Self {
        let last = self.screens.len().saturating_sub(1);
        Self { at: self.at.saturating_add_signed(by).min(last), ..self.clone() }
    }
}

/// A line: requests of one take turns.
pub(super) type Line = Arc<tokio::sync::Mutex<Option<Dialog>>>;

/// Every line that is open, and when it was last used.
pub(super) struct Lines(Mutex<Open>);

type Open = HashMap<(String, Address), (Line, Instant)>;

impl Lines {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Open::new()))
    }

    /// The line of this session. The number is part of its name: one phone never sees another's.
    pub(super) fn line(&self, session: &str, who: &Address) -> Line {
        let now = Instant::now();
        let mut open = self.open();
        if open.len() >= MOST {
            tidy(&mut open, now);
        }
        // More than that at once is no usual evening: who is forgotten is asked anew.
        if open.len() >= MOST {
            open.clear();
        }
        let name = (session.to_owned(), who.clone());
        let (line, used) = open.entry(name).or_insert_with(|| (Line::default(), now));
        *used = now;
        Arc::clone(line)
    }

    /// Forgets the lines that are over.
    pub(super) fn tidy(&self, now: Instant) {
        tidy(&mut self.open(), now);
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn tidy(open: &mut Open, now: Instant) {
    open.retain(|_, (_, used)| now.duration_since(*used) < LONGEST);
    open.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_line_is_forgotten_when_it_is_over_and_a_phone_has_its_own() {
        let lines = Lines::new();
        let [one, other] = ["+254711000111", "+254711000112"].map(|n| Address::phone(n).unwrap());
        let line = lines.line("s", &one);
        assert!(Arc::ptr_eq(&line, &lines.line("s", &one)));
        assert!(!Arc::ptr_eq(&line, &lines.line("s", &other)));
        let now = Instant::now();
        lines.tidy(now + LONGEST / 2);
        assert!(Arc::ptr_eq(&line, &lines.line("s", &one)));
        lines.tidy(now + LONGEST * 2);
        assert!(!Arc::ptr_eq(&line, &lines.line("s", &one)));
    }

    #[test]
    fn there_are_never_more_lines_than_memory_is_set_aside_for() {
        let lines = Lines::new();
        let who = Address::phone("+254711000111").unwrap();
        for at in 0..=MOST {
            lines.line(&at.to_string(), &who);
        }
        assert_eq!(lines.open().len(), 1);
    }
}
