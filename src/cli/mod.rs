//! Subcommands, one file each.

mod bench;
mod check;
mod conform;
mod demo;
mod explain;
mod fuzz;
mod info;
mod systems;

use clap::{Parser, Subcommand, ValueEnum};
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
    /// Attention on a real model's tokens: checked, timed over growing lengths, with a report
    Demo(demo::Args),
    /// Adapters: limits, features, subgroup sizes, matrix configurations, which kernels would run
    Info(info::Args),
    /// Runs case files and compares their outputs with the expected ones
    Check(check::Args),
    /// Whether a device gets it right: the suite on one or all adapters, with a report
    Conform(conform::Args),
    /// Random problems against the reference, and random bytes against what reads them, without end
    Fuzz(fuzz::Args),
    /// The plan for an attention problem: every kernel considered, and why it was taken or declined
    Explain(explain::Args),
    /// Times suites of calls, checked in the same run, against the device's ceilings and peers
    Bench(bench::Args),
    /// Published mechanisms that the library expresses; runs one against the formula of its paper
    Systems(systems::Args),
}

/// How results are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Parses the command line and runs it. Exit status 0: all went well; 1: something failed.
pub(crate) fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Demo(args) => demo::run(&args),
        Command::Info(args) => info::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Conform(args) => conform::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Systems(args) => systems::run(&args),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
