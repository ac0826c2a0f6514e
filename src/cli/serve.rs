//! `serve` and `demo`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, read_config, runtime};
use crate::demo::{self, Wanted};
use crate::serve::{Running, StopSignal};
use crate::telemetry::{self, LogFormat};

/// `majlis demo`
#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Port of the public listener; staff get the next one. 0 takes free ones.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Keep the data in this folder instead of a temporary one.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

pub(super) fn serve(config: Option<&Path>) -> Outcome {
    let config = read_config(config)?;
    telemetry::init(config.log.format, &config.log.filter)?;
    runtime()?.block_on(async {
        let stop = StopSignal::listen()?;
        let running = Running::start(config, None).await?;
        tracing::info!(public = %running.public, staff = %running.staff, "ready");
        running.run_until(stop.come()).await;
        Ok(())
    })
}

pub(super) fn demo(args: &DemoArgs, json: bool) -> Outcome {
    telemetry::init(LogFormat::Text, "warn")?;
    let wanted = Wanted::listening(args.port, args.data.clone())?;
    runtime()?.block_on(async {
        let stop = StopSignal::listen()?;
        let demo = demo::Demo::start(&wanted).await?;
        if json {
            super::say(format_args!("{}", demo.describe()))?;
        } else {
            super::say(format_args!("{}", demo.welcome()))?;
        }
        demo.running.run_until(stop.come()).await;
        wanted.clean_up();
        Ok(())
    })
}
