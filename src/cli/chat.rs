//! `chat`: be the resident, in the terminal, with the real engine on a throw-away store.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use clap::Args;
use jiff::Timestamp;
use majlis_channels::ussd::dialog::Screen;
use majlis_channels::{Address, Content, Inbound, Intake, Message, fit};
use serde_json::json;

use super::dial::Line;
use super::{Failure, Outcome, config_or_demo, runtime};
use crate::serve::assemble;
use crate::store::{Queue, Scope};

/// `majlis chat`
#[derive(Debug, Args)]
pub(super) struct ChatArgs {
    /// A campaign of the config (without --config: of the demo).
    campaign: String,
    /// Kind of channel: sms, telegram, ussd.
    #[arg(long, default_value = "sms")]
    channel: String,
    /// Begin in this language.
    #[arg(long)]
    lang: Option<String>,
}

/// Most events that one message can bring.
const MOST_EVENTS: usize = 100;

pub(super) fn chat(config: Option<&Path>, args: &ChatArgs, json: bool) -> Outcome {
    if !["sms", "telegram", "ussd"].contains(&args.channel.as_str()) {
        return Err(Failure::Usage(format!(
            "a terminal cannot be `{}` — leave --channel out, or write sms, telegram or ussd",
            args.channel
        )));
    }
    let mut config = config_or_demo(config)?;
    let folder = std::env::temp_dir().join(format!("majlis-chat-{}", crate::ids::ulid()));
    std::fs::create_dir_all(&folder)?;
    config.store.path = folder.join("majlis.db");
    let outcome = runtime()?.block_on(async {
        let (gateway, store) = assemble(&config)?;
        let campaign = super::campaign_of(&gateway, &args.campaign)?;
        super::offered(args.lang.as_deref(), &campaign)?;
        let lang = campaign.language(args.lang.as_deref()).to_owned();
        let keyword = campaign.keyword(&lang, &lang).to_owned();
        let stdin = std::io::stdin();
        let talking = stdin.is_terminal() && !json;
        if talking {
            super::say(format_args!("(you are the resident; an empty line or Ctrl-D ends)"))?;
            super::say(format_args!("> {keyword}"))?;
        }
        let mut line = match args.channel.as_str() {
            "ussd" => Some(Line::new(&gateway, &lang)?),
            _ => None,
        };
        let (mut number, mut read) = (0, 0);
        let mut text = keyword;
        loop {
            number += 1;
            if let Some(line) = &mut line {
                show_screen(&line.input(&text).await?, json)?;
            } else {
                let received = gateway.receive(said(&args.channel, &text, number)?).await?;
                for message in &received.replies {
                    show(&args.channel, message, json)?;
                }
            }
            if json {
                for event in store.read(&Scope::All, read, MOST_EVENTS).await? {
                    read = event.sequence;
                    super::say(format_args!("{}", event.body))?;
                }
            }
            if talking {
                print!("> ");
                std::io::stdout().flush()?;
            }
            let mut line = String::new();
            if stdin.lock().read_line(&mut line)? == 0 || line.trim().is_empty() {
                break;
            }
            line.trim_end().clone_into(&mut text);
        }
        store.close().await;
        Ok(())
    });
    // The store was only for this talk; if it cannot be removed the system's temporary folder keeps it.
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

/// What the resident reads; with `--json` one object, and the events that came of it as they stand in the queue.
fn show(channel: &str, message: &Message, json: bool) -> Outcome {
    let text = fit::plain(message);
    let buttons = match channel {
        "telegram" => majlis_channels::telegram::show::show(message).buttons,
        _ => Vec::new(),
    };
    if json {
        return super::say(format_args!("{}", json!({ "lang": message.lang, "text": text })));
    }
    super::say(format_args!("{text}"))?;
    for (label, _) in buttons {
        super::say(format_args!("   [{label}]"))?;
    }
    super::say(format_args!(""))
}

/// A screen, and whether the line is closed after it; what is typed next dials anew then.
fn show_screen(screen: &Screen, json: bool) -> Outcome {
    if json {
        return super::say(format_args!("{}", json!({ "text": screen.text, "ends": screen.ends })));
    }
    super::say(format_args!("{}", screen.text))?;
    super::say(format_args!("{}", if screen.ends { "(the line is closed)\n" } else { "" }))
}

/// A line as typed. A button is pressed by typing its number, which comes to the same.
fn said(channel: &str, text: &str, number: u32) -> Result<Inbound, Failure> {
    let (kind, from) = match channel {
        "telegram" => ("telegram", Address::telegram(1)),
        _ => ("sms", Address::phone("+10000000000")?),
    };
    Ok(Inbound {
        channel: "chat".to_owned(),
        kind,
        provider: None,
        from,
        to: None,
        provider_id: number.to_string(),
        content: Content::Text(text.to_owned()),
        received_at: Timestamp::now(),
        lang: None,
        sender: majlis_channels::Proof::Proven,
        answers: None,
    })
}
