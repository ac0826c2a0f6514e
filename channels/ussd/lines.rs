//! What is remembered of each line while it is open: in memory, for minutes.
//!
//! Nothing hangs on it: what a resident said is on disk. A line that was forgotten (the gateway was started again, or
//! the next request came to another one) is taken up again by asking the intake where its resident stands.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::front::Front;
use crate::Address;

/// Operators end a line after about three minutes.
const LONGEST: Duration = Duration::from_secs(300);

/// Between two looks for lines that are over.
const TIDY: Duration = Duration::from_secs(30);

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

/// A line: requests of one take turns.
pub(super) type Line = Arc<tokio::sync::Mutex<Option<Dialog>>>;

/// Every line that is open.
pub(super) struct Lines(Mutex<Open>);

struct Open {
    lines: HashMap<(String, Address), (Line, Instant)>,
    tidied: Instant,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Open { lines: HashMap::new(), tidied: Instant::now() }))
    }

    /// The line of this session. The number is part of its name: one phone never sees another's.
    pub(super) fn line(&self, session: &str, who: &Address) -> Line {
        let now = Instant::now();
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.lines.len() >= MOST || now.duration_since(open.tidied) >= TIDY {
            open.tidied = now;
            open.lines.retain(|_, (_, used)| now.duration_since(*used) < LONGEST);
            if open.lines.len() >= MOST {
                open.lines.clear();
            }
        }
        let (line, used) = open
            .lines
            .entry((session.to_owned(), who.clone()))
            .or_insert_with(|| (Line::default(), now));
        *used = now;
        Arc::clone(line)
    }
}
