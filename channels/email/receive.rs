//! A mail that arrived, by whichever way: read, judged, handed in.

use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;
use tokio::sync::Semaphore;

use super::Words;
use super::read::report::{News, Returned};
use super::read::{self, Mail, auth, trim};
use super::settings::EmailSettings;
use super::thread::Answered;
use super::token::{self, Thread};
use super::walls::{self, Pace};
use crate::{Address, Content, Files, Inbound, Intake, Proof, Refused, Report};

/// Mails read at once: each may hold several times its size in memory.
const AT_ONCE: usize = 2;

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// It is on disk.
    Done,
    /// A machine's: nothing to do.
    Ignored(&'static str),
    /// Nothing was made of it; a person may want to look.
    Odd(&'static str),
}

/// Takes mails of one channel.
pub(super) struct Receiver {
    pub(super) settings: Arc<EmailSettings>,
    words: Arc<dyn Words>,
    pace: Pace,
    reading: Semaphore,
}

impl Receiver {
    pub(super) fn new(settings: Arc<EmailSettings>, words: Arc<dyn Words>) -> Self {
        Self { settings, words, pace: Pace::default(), reading: Semaphore::new(AT_ONCE) }
    }

    /// Takes a mail. What is [`Taken::Done`] is on disk.
    ///
    /// # Errors
    /// As [`Intake::receive`]: the mail must come again.
    pub(super) async fn take(&self, raw: Vec<u8>, intake: &dyn Intake) -> Result<Taken, Refused> {
        let taken = self.judge(raw, intake).await;
        let (outcome, reason) = match &taken {
            Ok(Taken::Done) => ("done", ""),
            Ok(Taken::Ignored(reason)) => ("ignored", *reason),
            Ok(Taken::Odd(reason)) => ("odd", *reason),
            Err(_) => ("refused", ""),
        };
        tracing::info!(channel = %self.settings.id, outcome, reason, "mail");
        taken
    }

    async fn judge(&self, raw: Vec<u8>, intake: &dyn Intake) -> Result<Taken, Refused> {
        let Ok(_turn) = self.reading.acquire().await else {
            return Err(Refused::Unavailable("the channel is closing".to_owned()));
        };
        // Not on the threads that answer everybody else.
        let limits = self.settings.files;
        let mail = match tokio::task::spawn_blocking(move || read::read(&raw, &limits)).await {
            Ok(Ok(mail)) => mail,
            Ok(Err(read::Unreadable::TooMuch)) => {
                return Ok(Taken::Odd("it is too large, too deep or has too many parts"));
            }
            Ok(Err(read::Unreadable::NoSender)) => return Ok(Taken::Odd("it has not one sender")),
            Ok(Err(read::Unreadable::NoMail)) => return Ok(Taken::Odd("it is no mail")),
            Err(_) => return Ok(Taken::Odd("reading it failed: a fault in the program")),
        };
        if let Some(returned) = &mail.returned {
            return self.take_returned(&mail, returned, intake).await;
        }
        if let Some(reason) = walls::machine(&mail, &self.settings) {
            return Ok(Taken::Ignored(reason));
        }
        let thread = self.thread(&mail);
        if thread.is_none() && !self.is_to_us(&mail) {
            return Ok(Taken::Odd("it is not addressed to this mailbox"));
        }
        // Whoever answers a letter of ours from where it went holds that mailbox.
        let sender = match &thread {
            Some(_) => Proof::Proven,
            None => auth::proof(&mail.headers, self.settings.authserv_id.as_deref(), &mail.from),
        };
        if let Some(reason) = self.pace.robot(&mail, sender == Proof::Proven, Instant::now()) {
            return Ok(Taken::Odd(reason));
        }
        let text = self.said(&mail, thread.is_some());
        let content = match mail.files.is_empty() {
            true => Content::Text(text),
            false => Content::Files(Box::new(Files { words: text, ..mail.files })),
        };
        let answered = Answered {
            id: Some(mail.id.clone()).filter(|id| id.contains('@')),
            subject: Some(mail.subject).filter(|subject| !subject.is_empty()),
        };
        let inbound = Inbound {
            channel: self.settings.id.clone(),
            kind: "email",
            provider: None,
            from: mail.from,
            to: Some(answered.uri(&self.settings.mailbox)),
            provider_id: mail.id,
            content,
            received_at: Timestamp::now(),
            lang: None,
            sender,
            answers: thread.map(|thread| thread.delivery),
        };
        hand_in(intake, inbound).await
    }

    /// The words of a mail. The subject is the resident's own only where the mail begins a thread; then a keyword may
    /// stand there as well, and where the body is empty the subject is all that was said.
    fn said(&self, mail: &Mail, in_thread: bool) -> String {
        let own_subject = !in_thread && !trim::answers(&mail.subject);
        if !own_subject || mail.subject.is_empty() {
            return mail.text.clone();
        }
        if mail.text.is_empty() || self.words.commands(&mail.subject) {
            return mail.subject.clone();
        }
        if self.words.begins(&mail.text) {
            return mail.text.clone();
        }
        if self.words.begins(&mail.subject) {
            return format!("{}\n{}", mail.subject, mail.text);
        }
        mail.text.clone()
    }

    fn is_to_us(&self, mail: &Mail) -> bool {
        mail.to.iter().any(|to| self.suffix(to).is_some())
    }

    /// What stands behind the `+` of our mailbox: empty if nothing; `None` if it is another mailbox.
    fn suffix<'a>(&self, to: &'a str) -> Option<&'a str> {
        let (local, domain) = to.rsplit_once('@')?;
        let (own, own_domain) = self.settings.mailbox.rsplit_once('@')?;
        if !domain.eq_ignore_ascii_case(own_domain) {
            return None;
        }
        let (local, suffix) = local.split_once('+').unwrap_or((local, ""));
        local.eq_ignore_ascii_case(own).then_some(suffix)
    }

    /// The letter of ours that this answers, if it comes from where that letter went.
    fn thread(&self, mail: &Mail) -> Option<Thread> {
        let suffixes = mail.to.iter().filter_map(|to| self.suffix(to));
        let by_mailbox = suffixes.filter_map(|suffix| suffix.strip_prefix(['r', 'R']));
        let by_id = mail.answers.iter().filter_map(|id| self.own_id(id));
        by_mailbox
            .chain(by_id)
            .filter_map(Thread::read)
            .find(|thread| thread.is_for(&self.settings.key, &self.settings.id, &mail.from))
    }

    /// The token in a Message-ID of ours.
    fn own_id<'a>(&self, id: &'a str) -> Option<&'a str> {
        let (token, domain) = id.trim_matches(['<', '>', ' ']).rsplit_once('@')?;
        let (_, own_domain) = self.settings.mailbox.rsplit_once('@')?;
        domain.eq_ignore_ascii_case(own_domain).then_some(token)
    }

    async fn take_returned(
        &self,
        mail: &Mail,
        returned: &Returned,
        intake: &dyn Intake,
    ) -> Result<Taken, Refused> {
        match &returned.news {
            News::Nothing => Ok(Taken::Ignored("it reports nothing new")),
            News::Delivery(state, code) => {
                let Some(delivery) = self.bounced(mail, returned) else {
                    return Ok(Taken::Ignored("it reports about no letter of ours"));
                };
                let report = Report {
                    channel: self.settings.id.clone(),
                    delivery: Some(delivery),
                    provider_id: None,
                    state: *state,
                    code: code.clone(),
                };
                intake.report(report).await?;
                Ok(Taken::Done)
            }
            News::Complaint => match self.unsubscribe_link(&returned.letter) {
                Some((channel, from)) => {
                    hand_in(intake, opt_out(channel, from, mail.id.clone())).await
                }
                None => Ok(Taken::Odd("a complaint about no letter of ours")),
            },
        }
    }

    /// The delivery a bounce is about: by the envelope it comes back to, or by the letter that came back with it.
    fn bounced(&self, mail: &Mail, returned: &Returned) -> Option<String> {
        let (key, channel) = (&self.settings.key, &self.settings.id);
        let suffixes = mail.to.iter().filter_map(|to| self.suffix(to));
        let by_envelope = suffixes
            .filter_map(|suffix| Thread::read(suffix.strip_prefix(['b', 'B'])?))
            .find(|thread| thread.is_bounce(key, channel));
        let by_letter = || {
            let headers = read::headers::Headers::read(returned.letter.as_bytes())?;
            let thread = Thread::read(self.own_id(headers.get("message-id")?)?)?;
            let to = headers.receivers().into_iter().filter_map(|to| Address::mail(&to).ok());
            to.into_iter().any(|to| thread.is_for(key, channel, &to)).then_some(thread)
        };
        by_envelope.or_else(by_letter).map(|thread| thread.delivery)
    }

    /// The unsubscribe link in a letter of ours that came back: nobody else can make one.
    fn unsubscribe_link(&self, letter: &str) -> Option<(String, Address)> {
        letter.split("/u/").skip(1).take(8).find_map(|rest| {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
            token::unseal(&self.settings.key, rest.get(..end.unwrap_or(rest.len()))?)
        })
    }
}

/// The wish for no more letters.
pub(super) fn opt_out(channel: String, from: Address, id: String) -> Inbound {
    Inbound {
        channel,
        kind: "email",
        provider: None,
        from,
        to: None,
        provider_id: id,
        content: Content::OptOut,
        received_at: Timestamp::now(),
        lang: None,
        sender: Proof::Proven,
        answers: None,
    }
}

async fn hand_in(intake: &dyn Intake, inbound: Inbound) -> Result<Taken, Refused> {
    match intake.receive(inbound).await {
        Ok(_) => Ok(Taken::Done),
        Err(Refused::Nonsense(_)) => Ok(Taken::Odd("it makes no sense")),
        Err(refused) => Err(refused),
    }
}
