//! The command line: one file a verb (contract §4).
//!
//! Exit codes: 0 done; 1 the work failed or a check found faults; 2 wrong usage. Errors go to standard error
//! as one line that says what, where and what to do.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod chat;
mod check;
mod dial;
mod forget;
mod invite;
mod key;
mod preview;
mod queue;
mod reading;
mod serve;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use majlis_flows::Faults;

use crate::campaign::Campaign;
use crate::config::Config;
use crate::intake::Gateway;
use crate::store::sqlite::{SqliteOptions, SqliteStore};

/// Majlis: a messaging gateway for public participation, by SMS and a text web form.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
struct Cli {
    /// The config file; `config/majlis.toml` in the source explains every line.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print JSON: one value, or one a line.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Run everything with sample campaigns and a simulated phone; nothing else is needed.
    Demo(serve::DemoArgs),
    /// Run the gateway.
    Serve,
    /// Read config, flows, templates, locales and providers; name every fault with file, line and mend.
    Check {
        /// Files or folders to check; without any, the shipped ones and --config.
        paths: Vec<PathBuf>,
        /// Fail on advice, too: on words that a resident will stumble over.
        #[arg(long)]
        strict: bool,
    },
    /// Be the resident, in the terminal, with the real engine on a throw-away store.
    Chat(chat::ChatArgs),
    /// Print every message of a campaign or template as it will be sent.
    Preview(preview::PreviewArgs),
    /// Read replies (JSON lines) and print what the engine understands.
    Understand,
    /// Read texts, one a line, and print their language.
    Language,
    /// The submission queue and the outbox, from a shell.
    #[command(subcommand)]
    Queue(queue::QueueVerb),
    /// Erase everything of a resident, as they could themselves with ERASE.
    Forget {
        /// An address (tel:+971500000001, +971500000001, web:…), or a receipt of theirs.
        who: String,
    },
    /// Make invitations to a campaign, each good for one participation by whichever channel.
    Invite(invite::InviteArgs),
    /// API keys: printed once, stored hashed.
    #[command(subcommand)]
    Key(key::KeyVerb),
}

/// Why a verb failed.
enum Failure {
    /// Work failed: one line for standard error.
    Failed(String),
    /// A check found faults; they are printed already.
    Faults,
    /// The words of the call were wrong.
    Usage(String),
    /// Whoever read the output has read enough (`majlis queue read | head -1`).
    EnoughRead,
}

impl<E: std::fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.to_string())
    }
}

type Outcome = Result<(), Failure>;

/// The campaign of this id.
fn campaign_of(gateway: &Gateway, id: &str) -> Result<Arc<Campaign>, Failure> {
    let known = || {
        let ids = gateway.catalogue().campaigns().map(|campaign| campaign.id.as_str());
        ids.collect::<Vec<_>>().join(", ")
    };
    gateway.catalogue().campaign(id).cloned().ok_or_else(|| {
        Failure::Usage(format!("there is no campaign `{id}` — name one of: {}", known()))
    })
}

/// Reads the arguments, does the verb, says how it went.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let json = cli.json;
    let config = cli.config.as_deref();
    let outcome = match cli.verb {
        Verb::Demo(args) => serve::demo(&args, json),
        Verb::Serve => serve::serve(config),
        Verb::Check { paths, strict } => check::check(config, &paths, strict, json),
        Verb::Chat(args) => chat::chat(config, &args, json),
        Verb::Preview(args) => preview::preview(config, &args, json),
        Verb::Understand => reading::understand(config),
        Verb::Language => reading::language(),
        Verb::Queue(verb) => queue::queue(config, verb, json),
        Verb::Forget { who } => forget::forget(config, &who, json),
        Verb::Invite(args) => invite::invite(config, &args, json),
        Verb::Key(verb) => key::key(config, verb, json),
    };
    match outcome {
        Ok(()) | Err(Failure::EnoughRead) => ExitCode::SUCCESS,
        Err(Failure::Faults) => ExitCode::from(1),
        Err(Failure::Failed(what)) => {
            eprintln!("error: {}", one_line(&what));
            ExitCode::from(1)
        }
        Err(Failure::Usage(what)) => {
            eprintln!("error: {what}");
            ExitCode::from(2)
        }
    }
}

/// Prints a line; `println!` would panic where the reader has closed the pipe.
fn say(line: std::fmt::Arguments<'_>) -> Outcome {
    written(writeln!(std::io::stdout(), "{line}"))
}

fn written(result: std::io::Result<()>) -> Outcome {
    result.map_err(|error| match error.kind() {
        std::io::ErrorKind::BrokenPipe => Failure::EnoughRead,
        _ => Failure::Failed(format!("the output cannot be written: {error}")),
    })
}

/// The first of several faults, and where to see the others.
fn one_line(what: &str) -> String {
    let mut lines = what.lines();
    let first = lines.next().unwrap_or_default();
    match lines.count() {
        0 => first.to_owned(),
        more => format!("{first} (and {more} more: `majlis check --config FILE` names all)"),
    }
}

/// The process's environment.
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Reads the config a verb needs.
fn read_config(path: Option<&Path>) -> Result<Config, Failure> {
    let Some(path) = path else {
        return Err(Failure::Usage(
            "which config? — add --config FILE (config/majlis.toml is a start)".to_owned(),
        ));
    };
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| {
        Failure::Failed(format!("{file} cannot be read: {error} — correct the path of --config"))
    })?;
    let mut faults = Faults::default();
    match Config::parse(&file, &text, &environment, &mut faults) {
        Some(config) => Ok(config),
        None => Err(Failure::Failed(faults.to_string())),
    }
}

/// The demo's config, for verbs that were given none: so that one can try them at once.
fn config_or_demo(path: Option<&Path>) -> Result<Config, Failure> {
    if path.is_some() {
        return read_config(path);
    }
    Ok(crate::demo::config(&crate::demo::Wanted::for_trial())?)
}

/// A language asked for is one that the campaign offers.
fn offered(lang: Option<&str>, campaign: &Campaign) -> Outcome {
    match lang {
        Some(lang) if !campaign.languages.iter().any(|own| own == lang) => {
            Err(Failure::Usage(format!(
                "`{}` is not offered in `{lang}` — name one of: {}",
                campaign.id,
                campaign.languages.join(", ")
            )))
        }
        _ => Ok(()),
    }
}

/// Opens the configured store beside a running gateway.
fn open_store(config: &Config) -> Result<Arc<SqliteStore>, Failure> {
    let path = &config.store.path;
    if !path.exists() {
        return Err(Failure::Failed(format!(
            "there is no store at {} — correct [store] path, or start `majlis serve` once",
            path.display()
        )));
    }
    Ok(Arc::new(SqliteStore::open(path, SqliteOptions::default())?))
}

/// A runtime for a verb that works with the store.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}
