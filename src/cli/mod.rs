//! Subcommands, one file each.

mod info;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Attention on every GPU that wgpu reaches.
#[derive(Debug, Parser)]
#[command(name = "wgpu-attention", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Adapters: limits, features, subgroup sizes, matrix configurations, which kernels would run
    Info(info::Args),
}

/// Parses the command line and runs it. Exit status 0: all went well; 1: something failed.
pub(crate) fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Info(args) => info::run(&args),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
