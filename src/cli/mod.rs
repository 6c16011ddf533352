//! Subcommands, one file each.

mod adapter;
mod bench;
mod check;
mod conform;
mod demo;
mod explain;
mod fuzz;
mod info;
mod output;
mod systems;
mod tune;

use anyhow::Context as _;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// Attention on every GPU that wgpu reaches.
#[derive(Debug, Parser)]
#[command(name = "wgpu-attention", version, after_help = STATUS)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What the exit status says, in every help.
const STATUS: &str = "Exit status: 0 if all went well; 1 if something failed, or is not what it should be; \
    2 if the command line is not understood; 141 if nobody read the output to its end and no file was to be \
    written.";

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
    /// Times the plans of usual shapes on a device and remembers the fastest of each
    Tune(tune::Args),
    /// Published mechanisms that the library expresses; runs one against the formula of its paper
    Systems(systems::Args),
}

/// A length of time on the command line.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|e: std::num::ParseFloatError| e.to_string())?;
    Duration::try_from_secs_f64(seconds).map_err(|e| e.to_string())
}

/// Reads JSON of a file; one that holds something else than `expected` is an error that says so.
fn read_json<T: serde::de::DeserializeOwned>(path: &Path, expected: &str) -> anyhow::Result<T> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| format!("{}: expected {expected}", path.display()))
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

/// The command line. A number below zero is told to be out of range, not taken for an option.
fn command() -> clap::Command {
    let numbers = |arg: clap::Arg| {
        let takes = arg.get_action().takes_values();
        arg.allow_negative_numbers(takes)
    };
    Cli::command().mut_subcommands(|one| one.mut_args(numbers).after_help(STATUS))
}

/// Parses the command line and runs it, see [`STATUS`].
pub(crate) fn main() -> ExitCode {
    let parsed = Cli::from_arg_matches(&command().get_matches()).unwrap_or_else(|error| error.exit());
    let result = match parsed.command {
        Command::Demo(args) => demo::run(&args),
        Command::Info(args) => info::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Conform(args) => conform::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Tune(args) => tune::run(&args),
        Command::Systems(args) => systems::run(&args),
    };
    result.unwrap_or_else(|error| {
        if output::closed(&error) {
            // As the shell says of programs that end so: not all was done, and nobody wants to hear of it.
            return ExitCode::from(141);
        }
        output::say(format_args!("error: {error:#}"));
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a command line is refused for; `None` if it is not.
    fn refused(line: &str) -> Option<String> {
        let words = ["wgpu-attention"].into_iter().chain(line.split(' '));
        command().try_get_matches_from(words).err().map(|error| error.to_string())
    }

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn numbers_out_of_range_are_told_by_the_name_of_their_option() {
        for line in [
            "conform --every 0",
            "conform --jobs 0",
            "conform --filter ,",
            "explain --splits 0",
            "explain --q-len -3",
            "tune --dims 0",
            "tune --lens 0",
            "tune --seconds -1",
            "bench --limit -1",
            "bench --seconds nan",
        ] {
            let (option, why) = (line.split(' ').nth(1).unwrap(), refused(line).unwrap());
            assert!(why.contains("invalid value") && why.contains(option), "{line}: {why}");
        }
        for line in ["explain --softcap -3", "explain --scale -0.5", "bench --limit 0"] {
            assert_eq!(refused(line), None);
        }
    }

    #[test]
    fn options_that_would_mean_nothing_are_refused() {
        for line in [
            "bench --from a --suite linear",
            "bench --from a --only x",
            "bench --compare a b --adapter x",
            "bench --compare a b --from c",
            "conform --compare a --adapter x",
            "explain --shaders wgsl --format json",
            "explain --no-adapter --adapter x",
            "check --adapter x --all-adapters y",
        ] {
            let why = refused(line).unwrap();
            assert!(why.contains("cannot be used with"), "{line}: {why}");
        }
        assert_eq!(refused("bench --from a --json b"), None);
    }
}
