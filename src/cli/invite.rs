//! `invite CAMPAIGN --count N`: tokens that work by every channel, each with what to write to whom.

use std::path::Path;

use clap::Args;
use jiff::Timestamp;
use serde_json::json;

use super::{Failure, Outcome, open_store, read_config, runtime};
use crate::ids;
use crate::serve::assemble;
use crate::store::Sessions;

/// More at once would hold up the store.
const MOST: usize = 10_000;

#[derive(Debug, Args)]
pub(super) struct InviteArgs {
    /// The campaign's id.
    campaign: String,
    /// How many invitations: one a person.
    #[arg(long, default_value_t = 1)]
    count: usize,
    /// The language of the text; the campaign's main one without it.
    #[arg(long)]
    lang: Option<String>,
    /// The bot's name on Telegram, for the link that opens it.
    #[arg(long, value_name = "NAME")]
    bot: Option<String>,
}

pub(super) fn invite(config: Option<&Path>, args: &InviteArgs, json: bool) -> Outcome {
    if !(1..=MOST).contains(&args.count) {
        return Err(Failure::Usage(format!("--count is 1 to {MOST}")));
    }
    let config = read_config(config)?;
    drop(open_store(&config)?);
    runtime()?.block_on(async {
        let (gateway, store) = assemble(&config)?;
        let campaign = super::campaign_of(&gateway, &args.campaign)?;
        super::offered(args.lang.as_deref(), &campaign)?;
        let lang = campaign.language(args.lang.as_deref());
        let mut tokens = Vec::new();
        while tokens.len() < args.count {
            let more: Vec<String> =
                (tokens.len()..args.count).map(|_| ids::invitation()).collect::<Result<_, _>>()?;
            tokens.extend(store.add_invitations(&campaign.id, &more, Timestamp::now()).await?);
        }
        store.close().await;
        let public = config.gateway.public_url.trim_end_matches('/');
        for token in &tokens {
            let sms = gateway.invitation_text(&campaign, lang, token);
            let web = format!("{public}/c/{}?i={token}", campaign.id);
            let bot = args.bot.as_deref().map(|bot| bot.trim_start_matches('@'));
            let telegram = bot.map(|bot| format!("https://t.me/{bot}?start={token}"));
            if json {
                let line = match telegram {
                    Some(telegram) => json!({"token": token, "sms": sms, "web": web,
                        "mail_subject": token, "telegram": telegram}),
                    None => json!({"token": token, "sms": sms, "web": web, "mail_subject": token}),
                };
                super::say(format_args!("{line}"))?;
            } else {
                super::say(format_args!("{token}"))?;
                super::say(format_args!("  sms       {sms}"))?;
                super::say(format_args!("  web       {web}"))?;
                if let Some(telegram) = telegram {
                    super::say(format_args!("  telegram  {telegram}"))?;
                }
                super::say(format_args!("  mail      subject: {token}"))?;
            }
        }
        Ok(())
    })
}
