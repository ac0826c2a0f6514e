//! Files of residents: what they answer, what is said of those that cannot be taken, and that they are on disk before
//! the commit that names them.

use std::io;
use std::sync::Arc;

use majlis_channels::{Content, Files, Inbound, Refused, Unfit};
use majlis_flows::{Act, Ask, FileRef, Session, Value, Yield};

use super::Gateway;
use super::draft::{Draft, message};
use super::record::Record;
use super::turn::read;
use crate::campaign::Campaign;
use crate::files::Held;
use crate::store::{Hash, NewFile, StoredSession, Unit};

impl Gateway {
    /// Files with words beside them. Where files are asked for, or words, they are an answer; elsewhere that is said, and
    /// the words are taken like any others.
    pub(super) fn take_files(&self, draft: &mut Draft<'_>, sent: &Files) -> Result<(), Refused> {
        let (files, words) = (draft.brought(), sent.words.as_str());
        if let Some((campaign, step)) = &sent.page {
            let act = Act::Files { step: Some(step), files: &files, words };
            return self.take_form(draft, campaign, act);
        }
        if self.is_of_known_album(draft, sent, &files)? {
            return Ok(());
        }
        let known = draft.loaded.resident.lang.as_deref();
        let word = self.lexicon.universal(words, known);
        let lang = self.reply_language(draft, words, false);
        let takes = |ask: &Ask| ask.takes_files();
        let note = match self.waiting(draft, takes)? {
            // STOP is no caption.
            _ if word.is_some_and(|word| word.always_holds()) => {
                return self.take_text(draft, words);
            }
            Some((campaign, mut record, true)) if !files.is_empty() => {
                let note = self.unfit(&lang, &sent.unfit);
                let step = record.session.at.clone();
                record.album = sent.album.clone().zip(step);
                let act = Act::Files { step: None, files: &files, words };
                self.advance(draft, &campaign, record, act, false)?;
                note
            }
            Some((_, _, true)) if !words.is_empty() => {
                self.take_text(draft, words)?;
                self.unfit(&lang, &sent.unfit)
            }
            Some((campaign, record, fits)) if words.is_empty() => {
                self.advance(draft, &campaign, record, Act::Repeat, false)?;
                if fits { self.unfit(&lang, &sent.unfit) } else { self.unasked(&lang) }
            }
            None if words.is_empty() => return self.greet(draft, "file-not-asked"),
            _ => {
                self.take_text(draft, words)?;
                let stray = draft.way.manner().stray_files;
                if stray { String::new() } else { self.unasked(&lang) }
            }
        };
        draft.preface(&lang, &note);
        Ok(())
    }

    /// Something that is no file of a kind we know: a sticker, a contact.
    pub(super) fn take_untaken(&self, draft: &mut Draft<'_>, words: &str) -> Result<(), Refused> {
        let sent = Files { unfit: vec![Unfit::Kind], words: words.to_owned(), ..Files::default() };
        self.take_files(draft, &sent)
    }

    /// The rest of an album whose first files were taken: added to the same answer, without another word.
    fn is_of_known_album(
        &self,
        draft: &mut Draft<'_>,
        sent: &Files,
        files: &[FileRef],
    ) -> Result<bool, Refused> {
        let Some(album) = sent.album.as_deref() else { return Ok(false) };
        for stored in &draft.loaded.sessions {
            let record = read(stored)?;
            let Some((_, step)) = record.album.clone().filter(|(known, _)| known == album) else {
                continue;
            };
            let campaign = self.catalogue.campaign(&stored.campaign);
            let resident = &draft.loaded.resident;
            let takes = |campaign: &&Arc<Campaign>| {
                campaign.is_open(draft.now)
                    && !record.withdrawn
                    && !resident.is_silent_for(&campaign.entity)
            };
            return match campaign.filter(takes) {
                Some(campaign) => {
                    self.add_files(draft, campaign, record, &step, (files, &sent.unfit))?;
                    if !sent.words.is_empty() {
                        draft.keep_words();
                    }
                    Ok(true)
                }
                None => Ok(false),
            };
        }
        Ok(false)
    }

    fn add_files(
        &self,
        draft: &mut Draft<'_>,
        campaign: &Campaign,
        mut record: Record,
        step: &str,
        (files, unfit): (&[FileRef], &[Unfit]),
    ) -> Result<(), Refused> {
        let answer = record.session.answer(step);
        let have = answer.map_or(0, |answer| match &answer.value {
            Some(Value::Files { files }) => files.len(),
            _ => answer.files.len(),
        });
        let room = self.settings.files.limits().max_files.saturating_sub(have);
        let mut unfit = unfit.to_vec();
        if files.len() > room {
            unfit.push(Unfit::TooMany);
        }
        let files = files.get(..room).unwrap_or(files);
        let turn = self.step(campaign, &record, Act::MoreFiles { step, files }, draft.now);
        record.session = turn.session;
        for event in turn.yields {
            if let Yield::Ended(by) = event {
                self.submit(draft, campaign, &mut record, by)?;
            }
        }
        draft.keep_session(campaign, &record)?;
        let lang = record.session.lang.clone();
        draft.preface(&lang, &self.unfit(&lang, &unfit));
        Ok(())
    }

    /// Which files were not taken, and what to do; empty if all were.
    fn unfit(&self, lang: &str, unfit: &[Unfit]) -> String {
        let say = |unfit: &Unfit| {
            let (key, max) = unfit.sentence(self.settings.files.limits());
            self.sentences.say(lang, key, &[("max", &max)])
        };
        unfit.iter().map(say).collect::<Vec<_>>().join("\n")
    }

    fn unasked(&self, lang: &str) -> String {
        self.sentences.say(lang, "file-not-asked", &[])
    }

    /// Puts the files that a unit names on disk. What this returns is held until the commit is done.
    pub(super) async fn keep_files(
        &self,
        inbound: &Inbound,
        unit: &Unit,
    ) -> Result<Option<Held>, Refused> {
        let Content::Files(sent) = &inbound.content else { return Ok(None) };
        let named = |hash: &Hash| unit.files.iter().any(|file| file.sha256 == *hash);
        let wanted = sent.files.iter().filter(|file| named(&file.sha256));
        let files: Vec<_> = wanted.map(|file| (file.sha256, file.bytes.clone())).collect();
        if files.is_empty() {
            return Ok(None);
        }
        let unkept = |error: io::Error| {
            Refused::Unavailable(format!(
                "files cannot be kept: {error} — check the folder of [files] and the room on its disk"
            ))
        };
        self.settings.files.keep(files).await.map(Some).map_err(unkept)
    }

    /// Takes away files that nobody has any more. Should that fail, the sweep does it.
    pub(super) async fn let_go_of(&self, gone: Vec<Hash>) {
        if let Err(error) = self.settings.files.let_go(gone).await {
            tracing::error!(%error, "files that were let go of are not taken away yet");
        }
    }
}

impl<'a> Draft<'a> {
    /// The files of this message, as an answer names them.
    pub(super) fn brought(&self) -> Vec<FileRef> {
        let Some(Content::Files(sent)) = self.inbound.map(|inbound| &inbound.content) else {
            return Vec::new();
        };
        let name = |file: &majlis_channels::Attached| {
            let sha256 = hex::encode(file.sha256);
            let bytes = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
            let href = format!("/v1/files/{sha256}");
            FileRef { media_type: file.media_type.to_owned(), bytes, sha256, href }
        };
        sent.files.iter().map(name).collect()
    }

    pub(super) fn brings_files(&self) -> bool {
        let content = self.inbound.map(|inbound| &inbound.content);
        matches!(content, Some(Content::Files(sent)) if !sent.files.is_empty())
    }

    /// Words as typed: all of the message, or beside its files.
    pub(super) fn said_text(&self) -> Option<&'a str> {
        match &self.inbound?.content {
            Content::Text(words) => Some(words),
            Content::Files(sent) => Some(&sent.words),
            _ => None,
        }
    }

    /// Puts a sentence before what is said anyway: one message is read more easily than two.
    pub(super) fn preface(&mut self, lang: &str, note: &str) {
        match self.messages.first_mut() {
            _ if note.is_empty() => {}
            Some(first) => first.text = format!("{note}\n{}", first.text),
            None => self.say(message(lang, note.to_owned())),
        }
    }

    /// Which of this message's files a session holds now, and which it lets go of. What an event told of stays, as its
    /// words do.
    pub(super) fn note_files(
        &mut self,
        campaign: &Campaign,
        record: &Record,
        before: Option<&StoredSession>,
    ) -> Result<(), Refused> {
        let submission = &record.session.identity.submission;
        self.unit.files.retain(|file| file.submission != *submission);
        self.unit.released.retain(|(of, _)| of != submission);
        let held = files_in(&record.session);
        let brought = self.brought();
        for file in held.iter().filter(|file| brought.contains(file)) {
            let Some(sha256) = hash(file) else { continue };
            self.unit.files.push(NewFile {
                sha256,
                media_type: file.media_type.clone(),
                bytes: file.bytes,
                submission: submission.clone(),
                entity: campaign.entity.clone(),
            });
        }
        // Hardly any session ever holds a file: most are not read again for this.
        let Some(before) = before.filter(|stored| stored.state.contains("\"sha256\"")) else {
            return Ok(());
        };
        let before = read(before)?;
        if before.revision == 0 {
            let left = files_in(&before.session);
            let left = left.into_iter().filter(|file| !held.contains(file)).filter_map(hash);
            self.unit.released.extend(left.map(|hash| (submission.clone(), hash)));
        }
        Ok(())
    }
}

fn files_in(session: &Session) -> Vec<&FileRef> {
    session
        .answers
        .iter()
        .flat_map(|answer| {
            let value = match &answer.value {
                Some(Value::Files { files }) => files.as_slice(),
                _ => &[],
            };
            value.iter().chain(&answer.files)
        })
        .collect()
}

fn hash(file: &FileRef) -> Option<Hash> {
    let mut hash = Hash::default();
    hex::decode_to_slice(&file.sha256, &mut hash).ok().map(|()| hash)
}
