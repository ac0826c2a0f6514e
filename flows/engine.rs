//! The pure engine: a session and what came in make a [`Turn`].

mod files;
mod form;
mod menu;
mod path;
mod run;
mod sheet;
mod shown;
mod tap;
mod word;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::flow::{Flow, Step};
use crate::session::{EndedBy, FileRef, Session, Value};
use crate::words::{Lexicon, Word};

pub use menu::entries;
pub use run::{CONFIRM, MENU};
pub use sheet::{Filled, Lack, lead_in, look_over, sheet};
pub use shown::shown;

/// What came in, and what is needed to understand it.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// What the resident (or the gateway on their behalf) did.
    pub act: Act<'a>,
    /// Words of every shipped language.
    pub lexicon: &'a Lexicon,
    /// The campaign's option texts.
    pub texts: &'a dyn Texts,
    /// Languages the campaign offers, its main one first.
    pub offered: &'a [String],
    /// The day it is where the resident lives.
    pub today: jiff::civil::Date,
}

/// What happened to the session.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Act<'a> {
    /// The resident came in; say the first question.
    Begin,
    /// Words as typed.
    Said(&'a str),
    /// A button or a form field: the value belongs to a named step, so an answer to an earlier question
    /// is never taken for one to the present question.
    Picked {
        /// Step id the form showed.
        step: &'a str,
        /// An option code, `yes`/`no`/`unsure`, `agree`/`disagree`/`pass`; codes by commas (`a,c`), in the
        /// resident's order for a ranking; shares (`a=60,b=40`); `other:` and words; else as typed.
        value: &'a str,
        /// The skip button.
        skip: bool,
    },
    /// A button in a chat, where old ones stay: only one under the question that waits does anything.
    Tapped {
        /// Step id, or [`Menu::name`].
        step: &'a str,
        /// An option code, `confirm:…` or `menu:…`.
        value: &'a str,
    },
    /// The answers of a sheet of several questions, all in one turn.
    Filled {
        /// In any order.
        answers: &'a [Filled<'a>],
        /// What is not understood is kept for a person, not asked again.
        as_is: bool,
    },
    /// Files came, with what was written beside them. They answer a question for files; where words are asked for
    /// they stand beside those, or in their place.
    Files {
        /// Step id the form showed; elsewhere the present question.
        step: Option<&'a str>,
        /// Kept already.
        files: &'a [FileRef],
        /// May be empty.
        words: &'a str,
    },
    /// More files of the same album: added to the answer that its first ones gave, also of a session that ended.
    MoreFiles {
        /// Step id.
        step: &'a str,
        /// Kept already.
        files: &'a [FileRef],
    },
    /// Go on with a session that ran out of time; any other one repeats its question.
    Resume,
    /// Change an answer: of this step, or one that the resident then picks. Also of a finished session.
    Change(Option<&'a str>),
    /// Take answers back, or erase them: which of the two is asked.
    Erase,
    /// Say the present question once more (also in another language: set `session.lang` first).
    Repeat,
    /// End it from outside (time-out, campaign closed).
    Close(EndedBy),
}

/// Option texts, looked up by the engine when it reads a reply.
pub trait Texts {
    /// Text of an option (codes of `choice`; `yes`, `no`, `unsure` where a template words them).
    fn option(&self, lang: &str, step: &str, code: &str) -> Option<&str>;
}

/// What one input causes.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The session after it.
    pub session: Session,
    /// What to say, in order; by key, without words.
    pub say: Vec<Say>,
    /// What the gateway must do or record.
    pub yields: Vec<Yield>,
}

/// Something to say.
#[derive(Debug, Clone, PartialEq)]
pub enum Say {
    /// The words of a `say` step.
    Step(String),
    /// The question of a step.
    Ask {
        /// Step id.
        step: String,
        /// 0 the question as written; 1 and more: again, simpler each time.
        again: u8,
    },
    /// "Did you mean …? 1 Yes 2 No"
    Confirm {
        /// Step id.
        step: String,
        /// What is in doubt.
        value: Value,
    },
    /// A numbered question of the gateway's own; see [`entries`].
    Menu {
        /// Which.
        menu: Menu,
        /// What it offers, from 1.
        entries: Vec<MenuEntry>,
    },
    /// The template's `[end] say`.
    End,
    /// A sentence of the gateway's own.
    Gateway(Sentence),
}

/// The gateway's own sentences that the engine asks for; `locales/*/system.ftl` has the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sentence {
    /// Messages stop; how to come back.
    Stopped,
    /// How to answer the present question, and the ways out.
    Help,
    /// This question cannot be skipped.
    CannotSkip,
    /// There is nothing before the first question.
    NothingBefore,
    /// Declined consent, kindly.
    Declined,
    /// Your words were kept; a person will read them.
    KeptForPerson,
    /// This question was already answered (an old button).
    AlreadyAnswered,
    /// That language is not offered here.
    LanguageNotOffered,
    /// Welcome back; the conversation goes on.
    Resumed,
    /// An answer of a finished conversation was changed.
    Changed,
    /// There is no answer to change.
    ChangeNothing,
    /// Nothing was taken back.
    EraseKept,
    /// Whom to call in danger.
    Emergency,
    /// A file came where none is asked for.
    NoFileHere,
}

/// A question of the gateway's own that waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Menu {
    /// Which answer to change.
    Change,
    /// What to take back.
    Erase,
}

/// What a menu offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuEntry {
    /// The answer to this step.
    Answer(String),
    /// This submission shall no longer count.
    Withdraw,
    /// Everything of this resident shall be erased.
    EraseAll,
    /// Nothing shall change.
    Keep,
}

/// What the gateway must record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yield {
    /// The session ended; a submission event follows from the session. It comes again when an answer of a
    /// finished session was changed.
    Ended(EndedBy),
    /// The resident wants no more messages of whoever asks here.
    OptedOut,
    /// The resident wants no more messages of anybody.
    OptedOutOfAll,
    /// The resident chose a language.
    Language(String),
    /// The submission shall no longer count.
    Withdraw,
    /// Everything of this resident shall be erased.
    EraseAll,
    /// Somebody may be in danger; the words are kept, and a person reads them first.
    Danger,
    /// Words that were to change an answer and were not understood; the answer stands. A person reads them.
    Unheard(String),
    /// A universal word that is the gateway's to answer (menu, status, erase …).
    Word(Word),
}

/// Moves a session by one input. Pure: same in, same out.
#[must_use]
pub fn step(flow: &Flow, session: Session, input: Input<'_>, now: Timestamp) -> Turn {
    run::Run::new(flow, session, input, now).turn()
}

/// The step that waits for an answer: what a form or a screen shows. `None` once the session has ended.
#[must_use]
pub fn present<'f>(flow: &'f Flow, session: &Session) -> Option<&'f Step> {
    if session.ended.is_some() {
        return None;
    }
    let at = session.at.as_deref()?;
    flow.step(at).filter(|step| step.ask.is_some())
}

/// What to say to put the present question once more, without a step: for a page that is loaded again.
#[must_use]
pub fn pending(flow: &Flow, session: &Session) -> Option<Say> {
    if let Some(menu) = session.menu {
        return Some(Say::Menu { menu, entries: entries(session, menu) });
    }
    let step = present(flow, session)?;
    Some(match &session.doubt {
        Some(doubt) => Say::Confirm { step: step.id.clone(), value: doubt.value.clone() },
        None => Say::Ask { step: step.id.clone(), again: session.misses },
    })
}
