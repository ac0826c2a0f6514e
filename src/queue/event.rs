//! The submission event of contract §8, as types. `schemas/submission.v1.json` is the authority.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use majlis_channels::{Address, Entry};
use majlis_flows::{Answer, AnswerStatus, EndedBy, FileRef, Flow, Kind, Status, Value};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The JSON Schema of events, as served and shipped.
#[must_use]
pub fn schema() -> &'static str {
    include_str!("../../schemas/submission.v1.json")
}

/// A CloudEvent (CloudEvents 1.0, JSON) around a submission; the store adds `sequence`.
#[derive(Debug, Serialize)]
struct CloudEvent<'a> {
    specversion: &'static str,
    id: &'a str,
    source: &'a str,
    r#type: &'static str,
    subject: String,
    time: Timestamp,
    datacontenttype: &'static str,
    dataschema: &'static str,
    data: &'a Submission<'a>,
}

/// `data` of the event.
#[derive(Debug, Serialize)]
pub struct Submission<'a> {
    /// ULID; the same over revisions.
    pub submission: &'a str,
    /// From 1.
    pub revision: u32,
    /// What happened to the submission.
    pub action: Action,
    /// `poll`, `idea`, `feedback`.
    pub kind: Kind,
    /// How much of it there is.
    pub status: Status,
    /// Why the session ended.
    pub ended_by: EndedBy,
    /// Event id of the revision this one replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<&'a str>,
    /// As the resident has it.
    pub receipt: &'a str,
    /// Entity id.
    pub entity: &'a str,
    /// Campaign id.
    pub campaign: &'a str,
    /// Revision of the campaign that was answered.
    pub campaign_revision: u32,
    /// Reference of the approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<&'a str>,
    /// `poll@1`
    pub flow: &'a str,
    /// `park-hours@3`
    pub template: &'a str,
    /// Channel kind.
    pub channel: &'a str,
    /// Channel id.
    pub channel_id: &'a str,
    /// SMS provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<&'a str>,
    /// How the resident came in.
    pub entry: Entry,
    /// Who, without saying who.
    pub participant: Participant<'a>,
    /// In which language, and how that was found.
    pub language: Language<'a>,
    /// Consent, where the flow asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent<'a>>,
    /// One entry a question.
    pub answers: &'a [Answer],
    /// The idea in one piece.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idea: Option<Idea<'a>>,
    /// The feedback in one piece.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback<'a>>,
    /// The only switch that tallies read.
    pub counts: bool,
    /// Why it does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_counted_because: Option<NotCounted>,
    /// What a person should know of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<&'static str>,
    /// When the first message came.
    pub started_at: Timestamp,
    /// When the session ended.
    pub completed_at: Timestamp,
}

/// What happened to a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Finished by the resident.
    Recorded,
    /// Ended before, with answers.
    Partial,
    /// Changed, or finished after all, by the resident: replaces an earlier revision.
    Corrected,
    /// Taken back by the resident.
    Withdrawn,
    /// Every word of it is gone.
    Erased,
}

impl Action {
    /// As the event writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Partial => "partial",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
        }
    }
}

/// Why a submission does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// Another submission of the same person counts in its place.
    DuplicatePerson,
    /// It came after the campaign closed.
    Late,
    /// Its message used an id that another message had.
    IdConflict,
    /// The resident took it back.
    Withdrawn,
    /// Nothing in it was understood, or the address it names disowns it; a person reads it first.
    UnderReview,
}

/// Who took part.
#[derive(Debug, Serialize)]
pub struct Participant<'a> {
    /// [`participant_key`]
    pub key: String,
    /// How sure we are.
    pub assurance: Assurance,
    /// Channel kinds by which the resident is known: all of those that were linked.
    pub channels: Vec<&'a str>,
}

/// How sure we are who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// Nobody in particular.
    Anonymous,
    /// Somebody at an address.
    Reachable,
    /// Somebody with an invitation.
    Invited,
    /// Somebody who has shown that several addresses are theirs.
    Linked,
}

/// The language of a session.
#[derive(Debug, Serialize)]
pub struct Language<'a> {
    /// The language used.
    pub used: &'a str,
    /// How it was found.
    pub by: LanguageBy,
    /// What detection said of the resident's words, if they said enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detected: Option<Detected>,
}

/// A detected language.
#[derive(Debug, Serialize)]
pub struct Detected {
    /// `ar`
    pub lang: String,
    /// `Arab`
    pub script: String,
    /// 0 to 1, two decimals.
    pub confidence: f64,
    /// Written in Latin letters.
    pub romanised: bool,
}

/// How a language was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageBy {
    /// From the words.
    Detected,
    /// The keyword's language.
    Keyword,
    /// The resident chose it.
    Chosen,
    /// The resident used it before.
    Remembered,
    /// The campaign's main language.
    Default,
}

/// Consent that was given.
#[derive(Debug, Serialize)]
pub struct Consent<'a> {
    /// Which notice: the template.
    pub notice: &'a str,
    /// In which language.
    pub lang: &'a str,
    /// When.
    pub at: Timestamp,
}

/// An idea for consumers that want it in one piece.
#[derive(Debug, Serialize)]
pub struct Idea<'a> {
    /// Campaign title.
    pub title: &'a str,
    /// The resident's words.
    pub body: &'a str,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'a Value>,
    /// Files of any answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<&'a FileRef>,
}

/// Feedback for consumers that want it in one piece.
#[derive(Debug, Serialize)]
pub struct Feedback<'a> {
    /// Campaign title.
    pub subject: &'a str,
    /// The score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<i64>,
    /// Lowest of the scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Highest of the scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// The resident's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<&'a str>,
}

/// Writes the event without `sequence`.
///
/// # Errors
/// If a value has no JSON form, which no type here allows.
pub fn write(
    id: &str,
    source: &str,
    time: Timestamp,
    data: &Submission<'_>,
) -> Result<String, serde_json::Error> {
    serde_json::to_string(&CloudEvent {
        specversion: "1.0",
        id,
        source,
        r#type: "majlis.submission.v1",
        subject: format!("{}/{}", data.campaign, data.receipt),
        time,
        datacontenttype: "application/json",
        dataschema: "/schemas/submission.v1.json",
        data,
    })
}

/// The idea view: the first text answered, and the first place.
#[must_use]
pub fn idea<'a>(flow: &Flow, title: &'a str, answers: &'a [Answer]) -> Option<Idea<'a>> {
    if flow.kind != Kind::Idea {
        return None;
    }
    let body = answers.iter().find_map(text_of)?;
    let place = answers
        .iter()
        .filter(|answer| answer.ask == "place")
        .find_map(|answer| answer.value.as_ref());
    let files = answers.iter().flat_map(files_of).collect();
    Some(Idea { title, body, place, files })
}

/// The feedback view: the first rating answered, and the first text.
#[must_use]
pub fn feedback<'a>(flow: &Flow, subject: &'a str, answers: &'a [Answer]) -> Option<Feedback<'a>> {
    if flow.kind != Kind::Feedback {
        return None;
    }
    let rating = answers.iter().find_map(|answer| match answer.value {
        Some(Value::Rating { score, min, max }) => Some((score, min, max)),
        _ => None,
    });
    let comment = answers.iter().find_map(text_of);
    Some(Feedback {
        subject,
        score: rating.map(|(score, _, _)| score),
        min: rating.map(|(_, min, _)| min),
        max: rating.map(|(_, _, max)| max),
        comment,
    })
}

fn files_of(answer: &Answer) -> impl Iterator<Item = &FileRef> {
    let value = match &answer.value {
        Some(Value::Files { files }) => files.as_slice(),
        _ => &[],
    };
    value.iter().chain(&answer.files)
}

fn text_of(answer: &Answer) -> Option<&str> {
    match (&answer.value, answer.ask.as_str(), answer.status) {
        (Some(Value::Text { text }), "text", AnswerStatus::Answered) => Some(text),
        _ => None,
    }
}

/// `p1_` and base64url of HMAC-SHA-256(secret of the scope, canonical address). The scope is the campaign, so
/// keys of one resident in two campaigns cannot be joined.
#[must_use]
pub fn participant_key(secret: &[u8], campaign: &str, who: &Address) -> String {
    let scope = sign(secret, &[b"campaign:", campaign.as_bytes()]);
    let key = sign(&scope, &[who.as_str().as_bytes()]);
    format!("p1_{}", URL_SAFE_NO_PAD.encode(key))
}

fn sign(secret: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        unreachable!("HMAC takes keys of any length (RFC 2104 §3)")
    };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
