//! A message becomes a letter: text first, then the same as HTML.
//!
//! Both begin with a line that says where to write; what comes back is cut there. The HTML adds nothing but
//! headings: no picture, nothing that is loaded, nothing that counts who reads.

use std::fmt::Write;

use lettre::message::dkim::{DkimCanonicalization, DkimCanonicalizationType, DkimConfig};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use majlis_flows::language::runs_right_to_left;

use super::Say;
use super::settings::EmailSettings;
use super::thread::Answered;
use super::token::{self, Thread};
use crate::fit::numbered;
use crate::{Address, Message, Outgoing};

/// Begins the line above which residents write; what follows is looked for in answers, too.
pub(super) const MARKER: (&str, &str) = ("##-", "-##");

/// Letters of a subject made from the message's first line.
const SUBJECT: usize = 70;

/// What DKIM signs, where there is such a field; RFC 8058 §4 wants the unsubscribe fields among them. Not
/// Content-Type: lettre counts that of a letter in parts to its body, and would sign that there is none.
const SIGNED: [&str; 13] = [
    "From",
    "Reply-To",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "MIME-Version",
    "Content-Language",
    "Auto-Submitted",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// A letter, ready for the mail server.
pub(super) struct Letter {
    /// The envelope's sender: bounces come back to it.
    pub(super) sender: lettre::Address,
    /// The envelope's receiver.
    pub(super) to: lettre::Address,
    /// Its Message-ID, with angle brackets.
    pub(super) id: String,
    /// As it is sent.
    pub(super) bytes: Vec<u8>,
}

/// Writes the letter.
///
/// # Errors
/// Why it can never be sent; without address or words.
pub(super) fn write(
    settings: &EmailSettings,
    say: Say<'_>,
    outgoing: &Outgoing,
) -> Result<Letter, &'static str> {
    let to: lettre::Address = outgoing
        .to
        .rest()
        .parse()
        .map_err(|_| "the address is no mailbox that can be written to")?;
    let (local, domain) =
        settings.mailbox.rsplit_once('@').ok_or("the channel's mailbox has no domain")?;
    let thread = Thread::new(&settings.key, &settings.id, &outgoing.delivery, &outgoing.to);
    let bounce = Thread::bounce(&settings.key, &settings.id, &outgoing.delivery);
    let tagged = |letter: char, thread: &Thread| match settings.plus {
        true => format!("{local}+{letter}{}@{domain}", thread.token()),
        false => settings.mailbox.clone(),
    };
    let parse = |mailbox: &str| {
        mailbox.parse::<lettre::Address>().map_err(|_| "the channel's mailbox cannot be written")
    };
    let sender = parse(&tagged('b', &bounce))?;
    let id = format!("<{}@{domain}>", thread.token());
    let answered = outgoing.from.as_deref().map(Answered::read).unwrap_or_default();
    let message = &outgoing.message;
    let stop_link = stop_link(settings, &outgoing.to, &message.lang);

    let mut builder = lettre::Message::builder()
        .from(Mailbox::new(settings.name.clone(), parse(&settings.mailbox)?))
        .reply_to(Mailbox::new(settings.name.clone(), parse(&tagged('r', &thread))?))
        .to(Mailbox::new(None, to.clone()))
        .subject(subject(&answered, message))
        .message_id(Some(id.clone()))
        .date_now();
    if let Some(theirs) = &answered.id {
        builder = builder.in_reply_to(format!("<{theirs}>")).references(format!("<{theirs}>"));
    }
    let auto = if answered.id.is_some() { "auto-replied" } else { "auto-generated" };
    let unsubscribe = match &stop_link {
        Some(link) => format!("<{link}>, <mailto:{}?subject=STOP>", settings.mailbox),
        None => format!("<mailto:{}?subject=STOP>", settings.mailbox),
    };
    let mut fields = vec![
        ("Auto-Submitted", auto.to_owned()),
        ("X-Auto-Response-Suppress", "All".to_owned()),
        ("X-Loop", settings.mailbox.clone()),
        ("Content-Language", message.lang.clone()),
        ("List-Unsubscribe", unsubscribe),
    ];
    if stop_link.is_some() {
        fields.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    for (name, value) in fields {
        builder = builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
    }
    let parts = MultiPart::alternative()
        .singlepart(SinglePart::plain(text(say, message, stop_link.as_deref())))
        .singlepart(SinglePart::html(html(say, message, stop_link.as_deref())));
    let mut built = builder.multipart(parts).map_err(|_| "no letter can be made of the message")?;
    sign(settings, &mut built)?;
    Ok(Letter { sender, to, id, bytes: built.formatted() })
}

/// A page where one press stops all letters to this address.
fn stop_link(settings: &EmailSettings, to: &Address, lang: &str) -> Option<String> {
    let token = token::seal(&settings.key, &settings.id, to)?;
    Some(format!("{}/u/{token}?lang={lang}", settings.public_url.trim_end_matches('/')))
}

fn sign(settings: &EmailSettings, letter: &mut lettre::Message) -> Result<(), &'static str> {
    let Some(dkim) = &settings.dkim else { return Ok(()) };
    let key = dkim.signing_key().ok_or("the DKIM key cannot be read")?;
    let fields = SIGNED.into_iter().map(HeaderName::new_from_ascii_str).collect();
    letter.sign(&DkimConfig::new(
        dkim.selector.clone(),
        dkim.domain.clone(),
        key,
        fields,
        DkimCanonicalization {
            header: DkimCanonicalizationType::Relaxed,
            body: DkimCanonicalizationType::Relaxed,
        },
    ));
    Ok(())
}

/// That of the letter answered, so that mail programs keep both together; else the first line.
fn subject(answered: &Answered, message: &Message) -> String {
    let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match answered.subject.as_deref().map(clean).filter(|subject| !subject.is_empty()) {
        Some(theirs) if theirs.to_lowercase().starts_with("re:") => theirs,
        Some(theirs) => format!("Re: {theirs}"),
        None => {
            let line = clean(message.text.lines().next().unwrap_or_default());
            let mut cut: String = line.chars().take(SUBJECT).collect();
            if cut.len() < line.len() {
                cut.push('…');
            }
            cut
        }
    }
}

/// The line above which to write.
fn marker(say: Say<'_>, lang: &str) -> String {
    format!("{} {} {}", MARKER.0, say(lang, "mail-above"), MARKER.1)
}

/// The letter as plain text.
pub(super) fn text(say: Say<'_>, message: &Message, stop_link: Option<&str>) -> String {
    let mut blocks = vec![marker(say, &message.lang), message.text.trim_end().to_owned()];
    blocks.push(numbered(message).join("\n"));
    blocks.push(message.hint.as_deref().unwrap_or_default().trim().to_owned());
    if let Some(link) = stop_link {
        blocks.push(format!("{}\n{link}", say(&message.lang, "mail-stop")));
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn html(say: Say<'_>, message: &Message, stop_link: Option<&str>) -> String {
    let lang = escape(&message.lang);
    let right = runs_right_to_left(&message.lang);
    let dir = if right { "rtl" } else { "ltr" };
    // Latin letters need less height than most others.
    let height = if message.lang.starts_with("en") { "1.5" } else { "1.8" };
    let title = message.text.lines().next().unwrap_or_default();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\">\
         <title>{}</title></head>\n<body lang=\"{lang}\" dir=\"{dir}\" style=\"font-family:system-ui,sans-serif;\
         font-size:1.125rem;line-height:{height};max-width:34em;color:#16211f;background:#ffffff\">\n\
         <p style=\"color:#4a5653\">{}</p>\n",
        escape(title),
        escape(&marker(say, &message.lang)),
    );
    let lines: Vec<&str> =
        message.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for (at, line) in lines.iter().enumerate() {
        // The question is what a reader looks for.
        let asks = message.question.is_some() && at + 1 == lines.len();
        let tag = if asks { "h1" } else { "p" };
        let style = if asks { " style=\"font-size:1.25rem\"" } else { "" };
        let _ = writeln!(out, "<{tag}{style}>{}</{tag}>", escape(line));
    }
    let options = numbered(message);
    if !options.is_empty() {
        out.push_str("<ul style=\"list-style:none;padding:0\">\n");
        for option in options {
            let _ = writeln!(out, "<li>{}</li>", escape(&option));
        }
        out.push_str("</ul>\n");
    }
    if let Some(hint) = message.hint.as_deref().map(str::trim).filter(|hint| !hint.is_empty()) {
        let _ = writeln!(out, "<p>{}</p>", escape(hint));
    }
    if let Some(link) = stop_link {
        let stop = escape(&say(&message.lang, "mail-stop"));
        let _ =
            writeln!(out, "<p><a href=\"{}\" style=\"color:#0b4f4a\">{stop}</a></p>", escape(link));
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// Words as HTML text: nothing in them is a tag.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
