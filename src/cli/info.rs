//! `info`: what there is to run on.

use std::process::ExitCode;
use wgpu_attention::device::adapters;

/// Options of `info`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only adapters whose name, driver or backend contains this
    #[arg(long)]
    adapter: Option<String>,
}

/// Prints every adapter.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    for adapter in adapters() {
        println!("{:?} {:?}", adapter.get_info().name, args.adapter);
    }
    Ok(ExitCode::SUCCESS)
}
