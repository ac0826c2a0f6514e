//! What was dialled and typed becomes messages for the intake, and its replies screens.
//!
//! A request brings all inputs of its line, joined with `*`; only the newest is an answer. Where the line is
//! remembered that is what came in addition, so that a `*` within an answer shifts nothing. The same text again is the
//! same request again: the same screen is shown and nothing is handed in. Turning screens and choosing from the lists
//! of `front` are no messages either.

use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;
use majlis_flows::understand;
use sha2::{Digest, Sha256};

use super::UssdSettings;
use super::front::{Chosen, Front};
use super::lines::{Dialog, Lines, Shown};
use super::screen::{BEFORE, Labels, MORE, screens};
use crate::fit::{plain, thrifty};
use crate::{Address, Content, Desk, Inbound, Intake, Message, Proof, Received, Refused};

/// A request: somebody is on the line.
#[derive(Clone)]
pub struct Call {
    /// The provider's name of the line.
    pub session: String,
    /// Whose phone it is.
    pub from: Address,
    /// All inputs so far, `*` between them; empty when the code was just dialled.
    pub text: String,
}

/// What a phone shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The words.
    pub text: String,
    /// The line is closed after it.
    pub ends: bool,
}

/// Every line of one channel.
pub struct Dialogs {
    settings: Arc<UssdSettings>,
    desk: Arc<dyn Desk>,
    lines: Lines,
}

/// One request on its way.
struct Turn<'t> {
    dialogs: &'t Dialogs,
    intake: &'t dyn Intake,
    call: &'t Call,
    lang: Option<String>,
}

impl Dialogs {
    /// No line is open yet.
    #[must_use]
    pub fn new(settings: Arc<UssdSettings>, desk: Arc<dyn Desk>) -> Self {
        Self { settings, desk, lines: Lines::new() }
    }

    /// What a request is answered. Whatever the resident said is on disk when this returns.
    ///
    /// # Errors
    /// As [`Intake::receive`]; nothing is remembered then, so that the same request can come again.
    pub async fn answer(&self, intake: &dyn Intake, call: &Call) -> Result<Screen, Refused> {
        let line = self.lines.line(&call.session, &call.from);
        let mut dialog = line.lock().await;
        let before = dialog.as_ref();
        if let Some(known) = before.filter(|known| known.said.starts_with(&call.text)) {
            // The same again, or an older one that was long under way.
            return Ok(known.shown.screen());
        }
        let lang = before.and_then(|known| known.lang.clone());
        let mut turn = Turn { dialogs: self, intake, call, lang };
        let newest = before.and_then(|known| Some((known, newest(&known.said, &call.text)?)));
        let shown = match newest {
            Some((known, input)) => turn.input(&known.shown, input).await?,
            None => turn.pick_up().await?,
        };
        let screen = shown.screen();
        *dialog = Some(Dialog { said: call.text.clone(), lang: turn.lang, shown });
        Ok(screen)
    }

    /// Forgets the lines that are over.
    pub(super) fn tidy(&self) {
        self.lines.tidy(Instant::now());
    }

    /// The last screen of somebody whose words could not be kept.
    pub(super) fn busy(&self) -> Screen {
        let say = |key: &str| self.desk.sentence(&self.settings.lang, key, &[]);
        let text = format!("{}\n{}", say("page-busy-title"), say("page-busy"));
        Screen { text, ends: true }
    }

    /// Replies as they are shown.
    fn shown(&self, replies: &[Message]) -> Shown {
        let texts: Vec<String> = replies.iter().map(plain).collect();
        let lang = replies.last().map_or(self.settings.lang.as_str(), |reply| &reply.lang);
        let ends = !asks(replies);
        self.screens(&texts.join("\n"), lang, ends)
    }

    fn screens(&self, text: &str, lang: &str, ends: bool) -> Shown {
        let label =
            |number: &str, key: &str| format!("{number} {}", self.desk.sentence(lang, key, &[]));
        let labels =
            Labels { more: label(MORE, "ussd-more"), before: label(BEFORE, "ussd-before") };
        let screens = screens(&thrifty(text), self.settings.room, &labels, ends);
        Shown { screens, at: 0, ends, front: None }
    }
}

impl Turn<'_> {
    /// An input on a line that is remembered.
    async fn input(&mut self, shown: &Shown, input: &str) -> Result<Shown, Refused> {
        let number = number(input);
        match input.trim() {
            "" => return Ok(shown.clone()),
            MORE => return Ok(shown.turned(1)),
            BEFORE => return Ok(shown.turned(-1)),
            _ => {}
        }
        if let Some(front) = &shown.front {
            match number.map(|number| front.chosen(number)) {
                Some(Some(chosen)) => return self.choose(chosen).await,
                Some(None) => return Ok(shown.clone()),
                None => {}
            }
        }
        // Under words that ask nothing a number means nothing.
        if shown.ends && number.is_some() {
            return Ok(shown.clone());
        }
        self.say(input).await
    }

    /// The code was dialled, or a line goes on that is not remembered.
    async fn pick_up(&mut self) -> Result<Shown, Refused> {
        let dialled = format!("{} dialled", self.call.session);
        let received = self.hand_in(Content::Hello { again: false }, dialled).await?;
        if !received.duplicate {
            // Inputs that were dialled with the code answer questions that nobody has seen.
            return self.opened(&received.replies).await;
        }
        let standing = self.standing().await?;
        let input = self.call.text.rsplit('*').next().unwrap_or_default().trim();
        if matches!(input, "" | MORE | BEFORE) {
            let mut shown = self.opened(&standing).await?;
            for step in turns(&self.call.text) {
                shown = shown.turned(step);
            }
            return Ok(shown);
        }
        // The list that a number chose from is not remembered; words mean the same everywhere.
        if !asks(&standing) && number(input).is_some() {
            return self.opened(&standing).await;
        }
        self.say(input).await
    }

    /// Words of the resident.
    async fn say(&mut self, input: &str) -> Result<Shown, Refused> {
        let id = self.id("");
        let received = self.hand_in(Content::Text(input.to_owned()), id).await?;
        self.replied(received).await
    }

    /// What came of a message; where it was here before, what waits now.
    async fn replied(&mut self, received: Received) -> Result<Shown, Refused> {
        if received.duplicate || received.replies.is_empty() {
            let standing = self.standing().await?;
            return self.opened(&standing).await;
        }
        Ok(self.dialogs.shown(&received.replies))
    }

    /// The question that waits; where none does, what can be chosen.
    async fn opened(&mut self, replies: &[Message]) -> Result<Shown, Refused> {
        if asks(replies) {
            return Ok(self.dialogs.shown(replies));
        }
        let settings = &self.dialogs.settings;
        if let Some(known) = replies.first() {
            return self.campaigns(&known.lang.clone()).await;
        }
        if settings.languages.len() > 1 && self.lang.is_none() {
            let front = Front::languages(self.dialogs.desk.as_ref(), &settings.languages);
            return Ok(self.front(front, &settings.lang));
        }
        let lang = self.lang.clone();
        let lang = lang.or_else(|| settings.languages.first().cloned());
        self.campaigns(&lang.unwrap_or_else(|| settings.lang.clone())).await
    }

    /// The open campaigns; where there is but one, it begins.
    async fn campaigns(&mut self, lang: &str) -> Result<Shown, Refused> {
        let desk = &self.dialogs.desk;
        let open = desk.open_campaigns(lang).await;
        match open.as_slice() {
            [] => {
                let none = desk.sentence(lang, "menu-none", &[]);
                Ok(self.dialogs.screens(&none, lang, true))
            }
            [only] => {
                let campaign = only.campaign.clone();
                // Boxed: what begins may have to ask again where the resident stands.
                Box::pin(self.choose(Chosen::Campaign(&campaign, lang))).await
            }
            _ => {
                let lang = lang.to_owned();
                Ok(self.front(Front::Campaigns { lang: lang.clone(), open }, &lang))
            }
        }
    }

    fn front(&self, front: Front, lang: &str) -> Shown {
        let text = front.text(self.dialogs.desk.as_ref());
        Shown { front: Some(front), ..self.dialogs.screens(&text, lang, false) }
    }

    async fn choose(&mut self, chosen: Chosen<'_>) -> Result<Shown, Refused> {
        match chosen {
            // Said in words, so that it is remembered on every channel.
            Chosen::Language(tag, name) => {
                self.lang = Some(tag.to_owned());
                let id = self.id(" language");
                self.hand_in(Content::Text(name.to_owned()), id).await?;
                self.campaigns(tag).await
            }
            Chosen::Campaign(campaign, lang) => {
                self.lang = Some(lang.to_owned());
                let id = self.id(" begins");
                let received =
                    self.hand_in(Content::Link(format!("{campaign}_{lang}")), id).await?;
                if received.duplicate {
                    let standing = self.standing().await?;
                    return Ok(self.dialogs.shown(&standing));
                }
                Ok(self.dialogs.shown(&received.replies))
            }
        }
    }

    /// Where the resident stands now: asked anew each time, and nothing is changed by it.
    async fn standing(&self) -> Result<Vec<Message>, Refused> {
        let mut once = [0; 16];
        getrandom::fill(&mut once).map_err(|error| Refused::Unavailable(error.to_string()))?;
        let id = format!("{} again {}", self.call.session, hex::encode(once));
        Ok(self.hand_in(Content::Hello { again: true }, id).await?.replies)
    }

    async fn hand_in(&self, content: Content, provider_id: String) -> Result<Received, Refused> {
        let settings = &self.dialogs.settings;
        let inbound = Inbound {
            channel: settings.id.clone(),
            kind: super::KIND.name,
            provider: None,
            from: self.call.from.clone(),
            to: Some(settings.service_code.clone()),
            provider_id,
            content,
            received_at: Timestamp::now(),
            lang: self.lang.clone(),
            // The operator's own network says whose phone it is.
            sender: Proof::Proven,
            answers: None,
        };
        self.intake.receive(inbound).await
    }

    /// The half of the duplicate key that this request is known by, without its words.
    fn id(&self, what: &str) -> String {
        let text = hex::encode(Sha256::digest(self.call.text.as_bytes()));
        format!("{} {text}{what}", self.call.session)
    }
}

/// Does one of these wait for an answer?
fn asks(replies: &[Message]) -> bool {
    replies.iter().any(|reply| reply.question.is_some())
}

/// What came in addition.
fn newest<'t>(before: &str, now: &'t str) -> Option<&'t str> {
    let more = now.strip_prefix(before)?;
    if before.is_empty() { Some(more) } else { more.strip_prefix('*') }
}

/// A place in a list, in any digits.
fn number(input: &str) -> Option<usize> {
    let digits = understand::fold(input.trim());
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// The screens that were turned last, the oldest first.
fn turns(text: &str) -> Vec<isize> {
    let step = |input: &str| match input {
        MORE => Some(1),
        BEFORE => Some(-1),
        _ => None,
    };
    let mut steps: Vec<isize> = text.rsplit('*').map_while(step).collect();
    steps.reverse();
    steps
}
