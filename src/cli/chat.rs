//! `chat`: be the resident, in the terminal, with the real engine on a throw-away store.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use clap::Args;
use jiff::Timestamp;
use majlis_channels::{Address, Content, Inbound, Intake, fit};

use super::{Failure, Outcome, config_or_demo, runtime};
use crate::serve::assemble;

/// `majlis chat`
#[derive(Debug, Args)]
pub(super) struct ChatArgs {
    /// A campaign of the config (without --config: of the demo).
    campaign: String,
    /// Kind of channel.
    #[arg(long, default_value = "sms")]
    channel: String,
    /// Begin in this language.
    #[arg(long)]
    lang: Option<String>,
}

pub(super) fn chat(config: Option<&Path>, args: &ChatArgs) -> Outcome {
    if args.channel != "sms" {
        return Err(Failure::Usage(format!(
            "a terminal cannot be `{}` — leave --channel out, or write sms",
            args.channel
        )));
    }
    let mut config = config_or_demo(config)?;
    let folder = std::env::temp_dir().join(format!("majlis-chat-{}", crate::ids::ulid()));
    std::fs::create_dir_all(&folder)?;
    config.store.path = folder.join("majlis.db");
    let outcome = runtime()?.block_on(async {
        let (gateway, store) = assemble(&config)?;
        let Some(campaign) = gateway.catalogue().campaign(&args.campaign).cloned() else {
            let known: Vec<&str> =
                gateway.catalogue().campaigns().map(|campaign| campaign.id.as_str()).collect();
            return Err(Failure::Usage(format!(
                "there is no campaign `{}` — name one of: {}",
                args.campaign,
                known.join(", ")
            )));
        };
        super::offered(args.lang.as_deref(), &campaign)?;
        let lang = campaign.language(args.lang.as_deref()).to_owned();
        let keyword = campaign.keyword(&lang).to_owned();
        if std::io::stdin().is_terminal() {
            super::say(format_args!("(you are the resident; an empty line or Ctrl-D ends)"))?;
            super::say(format_args!("> {keyword}"))?;
        }
        let mut number = 0;
        let mut text = keyword;
        let stdin = std::io::stdin();
        loop {
            number += 1;
            let received = gateway.receive(said(&text, number)?).await?;
            for message in received.replies {
                super::say(format_args!("{}\n", fit::plain(&message)))?;
            }
            if stdin.is_terminal() {
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

fn said(text: &str, number: u32) -> Result<Inbound, Failure> {
    Ok(Inbound {
        channel: "chat".to_owned(),
        kind: "sms",
        provider: None,
        from: Address::phone("+10000000000")?,
        to: None,
        provider_id: number.to_string(),
        content: Content::Text(text.to_owned()),
        received_at: Timestamp::now(),
        lang: None,
    })
}
