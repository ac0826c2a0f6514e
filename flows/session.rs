//! What is kept between two messages.
//!
//! Written down as JSON with a version number and short, defaulted fields: it is read by later versions of
//! the program, and a person who mends a store at night can read it too.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::engine::Menu;
use crate::flow::Flow;
use crate::understand::ReadAs;

/// The version this program writes.
pub const VERSION: u8 = 1;

/// One resident's run through one campaign's flow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// [`VERSION`] when written.
    pub v: u8,
    /// Who it is in events and receipts; given by the caller, as nothing here is random.
    #[serde(flatten)]
    pub identity: Identity,
    /// `poll@1`.
    pub flow: String,
    /// The language the gateway answers in.
    pub lang: String,
    /// Id of the step that waits for an answer; `None` once the session has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Unclear replies to the present question so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub misses: u8,
    /// Their words: if the question is given up, a person reads all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<String>,
    /// "Did you mean …?" was asked about this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Doubt>,
    /// A question of the gateway's own that waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub menu: Option<Menu>,
    /// It was asked twice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub menu_again: bool,
    /// How it had ended before an answer was being changed: what stands if the resident walks away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<(EndedBy, Timestamp)>,
    /// In the order of the steps answered, skipped or given up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// What the order of shuffled options hangs on where a question is shown before there is a submission; the
    /// submission's id without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// When the first message came.
    pub started_at: Timestamp,
    /// How and when it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<(EndedBy, Timestamp)>,
}

impl Session {
    /// A session that waits for the first question to be asked ([`crate::Act::Begin`]).
    #[must_use]
    pub fn begin(flow: &Flow, identity: Identity, lang: &str, now: Timestamp) -> Self {
        let first = flow.steps.iter().find(|step| step.ask.is_some());
        Self {
            v: VERSION,
            identity,
            flow: flow.name(),
            lang: lang.to_owned(),
            at: first.map(|step| step.id.clone()),
            misses: 0,
            heard: Vec::new(),
            doubt: None,
            menu: None,
            menu_again: false,
            reopened: None,
            answers: Vec::new(),
            seed: None,
            started_at: now,
            ended: None,
        }
    }

    /// Written down, as JSON.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Strings, numbers and times: nothing here can fail to be JSON (floats are finite by construction,
        // and serde_json writes others as null).
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Session::to_text`] wrote, also in an older version of the program.
    ///
    /// # Errors
    /// If it is no session, or one of a newer version.
    pub fn from_text(text: &str) -> Result<Self, SessionError> {
        #[derive(Deserialize)]
        struct Version {
            v: u32,
        }
        let Version { v } = serde_json::from_str(text).map_err(SessionError::read)?;
        if v == 0 || v > u32::from(VERSION) {
            return Err(SessionError::Version { found: v });
        }
        serde_json::from_str(text).map_err(SessionError::read)
    }

    /// The answer to a step.
    #[must_use]
    pub fn answer(&self, step: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.step == step)
    }

    /// How complete the submission is; `None` while the session goes on.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        let (by, _) = self.ended?;
        Some(match by {
            EndedBy::Finished => Status::Complete,
            EndedBy::Declined | EndedBy::UnderAge => Status::Refused,
            EndedBy::Timeout | EndedBy::Stop | EndedBy::CampaignClosed => Status::Partial,
        })
    }
}

/// `status` of a submission event (contract §8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every question that applied was put.
    Complete,
    /// It ended early.
    Partial,
    /// The resident declined.
    Refused,
}

/// Why a stored session cannot be read. Says nothing of what is in it: those are a resident's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// Not JSON, or not a session.
    #[error(
        "the stored session cannot be read (line {line}, column {column}): restore it from a backup, or delete it so that the resident begins again"
    )]
    Broken {
        /// 1-based.
        line: usize,
        /// 1-based.
        column: usize,
    },
    /// From the future.
    #[error(
        "the stored session is of version {found}, this program reads up to {VERSION}: run the newer majlis that wrote it"
    )]
    Version {
        /// What it says it is.
        found: u32,
    },
}

impl SessionError {
    #[allow(clippy::needless_pass_by_value)] // the shape map_err wants
    fn read(error: serde_json::Error) -> Self {
        Self::Broken { line: error.line(), column: error.column() }
    }
}

/// The names of a session that cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// ULID; the `submission` of its events.
    pub submission: String,
    /// `K7P-4QM`: short, read aloud, no key.
    pub receipt: String,
}

/// A reading that waits for the resident's yes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// What we think was meant.
    pub value: Value,
    /// The words it was read from.
    pub raw: String,
    /// How it was read.
    pub read_as: ReadAs,
}

/// One step's outcome, as the event carries it (contract §8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Step id.
    pub step: String,
    /// [`crate::Ask::name`].
    pub ask: String,
    /// Whether `value` counts.
    pub status: AnswerStatus,
    /// Only if answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The resident's words, untouched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// Files beside the words, or in their place, where words are asked for: a person looks at them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Option codes in the order the resident saw them, where they were shuffled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// How it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_as: Option<ReadAs>,
    /// 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "share")]
    pub confidence: Option<f32>,
    /// Replies it took; 0 if never reached.
    pub attempts: u8,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerStatus {
    /// `value` is there.
    Answered,
    /// The resident passed over an optional question.
    Skipped,
    /// Kept, flagged, never counted.
    Unclear,
    /// The session ended before.
    NotReached,
}

/// The shape of `value` for each answer type (contract §6).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// `choice`
    Choice {
        /// Option code.
        option: String,
    },
    /// `choice` with `other`
    Other {
        /// As typed, trimmed.
        other: String,
    },
    /// `choices`
    Choices {
        /// Option codes, in the order of the flow.
        options: Vec<String>,
    },
    /// `ranking`
    Ranking {
        /// Option codes, best first.
        ranking: Vec<String>,
    },
    /// `points`
    Points {
        /// By option code; options without points are left out.
        points: BTreeMap<String, i64>,
    },
    /// `reaction`
    Reaction {
        /// The statement's code.
        statement: String,
        /// `agree`, `disagree` or `pass`.
        reaction: String,
    },
    /// `date`
    Date {
        /// `2026-11-23`
        date: Date,
    },
    /// `file`
    Files {
        /// In the order they came; never empty.
        files: Vec<FileRef>,
    },
    /// `rating`
    Rating {
        /// The score.
        score: i64,
        /// Lowest of the scale.
        min: i64,
        /// Highest of the scale.
        max: i64,
    },
    /// `yes-no`, `consent`: `yes`, `no`, `unsure`
    Answer {
        /// `yes`, `no` or `unsure`.
        answer: String,
    },
    /// `number`
    Number {
        /// The number.
        number: i64,
    },
    /// `place`, when coordinates came.
    Point {
        /// Latitude, 3 decimals.
        lat: f64,
        /// Longitude, 3 decimals.
        lon: f64,
        /// Words beside them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// `text`, and `place` in words
    Text {
        /// As typed, trimmed.
        text: String,
    },
}

/// A file a resident sent, as its event names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// `image/jpeg`
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// Of its content, in hex.
    pub sha256: String,
    /// Where staff can fetch it.
    pub href: String,
}

/// Why a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedBy {
    /// Every step done.
    Finished,
    /// No answer in time.
    Timeout,
    /// STOP.
    Stop,
    /// The campaign closed first.
    CampaignClosed,
    /// "No" to consent.
    Declined,
    /// Too young.
    UnderAge,
}

/// A number from 0 to 1: anything else was never written here, and an endless one could not be written again.
fn share<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<f32>, D::Error> {
    match Option::<f32>::deserialize(from)? {
        Some(share) if !(0.0..=1.0).contains(&share) => {
            Err(serde::de::Error::custom("a confidence is between 0 and 1"))
        }
        share => Ok(share),
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_zero(n: &u8) -> bool {
    *n == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confidence_that_is_no_share_is_refused() {
        let text = |confidence: &str| {
            format!(
                r#"{{"v":1,"submission":"S","receipt":"K7P-4QM","flow":"poll@1","lang":"en",
                    "answers":[{{"step":"a","ask":"choice","status":"skipped","attempts":1,
                    "confidence":{confidence}}}],"started_at":"2026-06-03T08:00:01Z"}}"#
            )
        };
        assert!(Session::from_text(&text("0.5")).is_ok());
        // The second is above what fits, and becomes endless when it is read.
        for wrong in ["1.5", "3e39", "-0.1"] {
            assert!(Session::from_text(&text(wrong)).is_err(), "{wrong}");
        }
    }
}
