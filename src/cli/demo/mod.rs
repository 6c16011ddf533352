//! `demo`: attention on the queries, keys and values of a real model, checked and timed.

mod measure;
mod model;

use super::adapter::One;
use super::output::{self, OutFile, say};
use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use measure::measure;
use model::Model;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wgpu_attention::Gpu;
use wgpu_attention::report::{Report, Row};

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A .safetensors file with tensors Q, K and V of `[batch, heads, len, dim]` in f32, f16 or
    /// bf16; by default four heads of all-MiniLM-L6-v2 that come with the program
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    #[command(flatten)]
    adapter: One,
    /// A query sees only keys up to its own position
    #[arg(long)]
    causal: bool,
    /// The longest length; the model's tokens are repeated to reach it
    #[arg(long, value_name = "TOKENS", default_value_t = 16_384, value_parser = clap::value_parser!(u32).range(1..))]
    max_len: u32,
    /// Lengths grow until the next one would pass this many seconds in all
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    budget: u64,
    /// Where the report goes, after every length
    #[arg(long, value_name = "FILE", default_value = "attention-report.html")]
    out: PathBuf,
}

/// The first length measured.
const FIRST_LEN: u32 = 64;

/// Runs, prints the table and writes the report. Fails if a result is off by more than its
/// tolerance.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let model = match &args.input {
        Some(path) => Model::read(path)?,
        None => Model::shipped()?,
    };
    let mut file = OutFile::open(&args.out)?;
    let gpu = args.adapter.open()?;
    let mut report = Report {
        device: gpu.caps().title(),
        input: model.title(),
        problem: model.problem_title(args.causal),
        note: None,
        rows: Vec::new(),
    };
    let mut out = std::io::stdout();
    let begun = writeln!(out, "{}\n{}\n", report.device, report.input).map_err(Into::into);
    let measured = measure_all(args, &model, &gpu, &mut report, &mut file);
    let written = report.html().map_err(Into::into).and_then(|html| file.write(&html));
    let path = written.is_ok().then_some(args.out.as_path());
    output::all([begun, print(&report, path, &mut out), written, measured])?;
    let wrong = report.rows.iter().filter(|r| !r.passes()).count();
    if wrong > 0 {
        say(format_args!("error: {wrong} of {} lengths exceed their tolerance", report.rows.len()));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn print(report: &Report, path: Option<&Path>, out: &mut impl Write) -> anyhow::Result<()> {
    print_table(&report.rows, out)?;
    if let Some(why) = &report.note {
        writeln!(out, "{why}")?;
    }
    Ok(path.map_or(Ok(()), |path| writeln!(out, "report: {}", path.display()))?)
}

/// Every length in turn, and why the lengths ended before `--max-len` if they did. The file has what is there.
fn measure_all(
    args: &Args,
    model: &Model,
    gpu: &Gpu,
    report: &mut Report,
    file: &mut OutFile,
) -> anyhow::Result<()> {
    let lengths = lengths(args.max_len);
    let bar = ProgressBar::new(lengths.len() as u64);
    bar.set_style(ProgressStyle::with_template("{bar:30} {pos}/{len} lengths, {elapsed}: {msg}")?);
    bar.enable_steady_tick(Duration::from_millis(200));
    let (budget, start) = (Duration::from_secs(args.budget), Instant::now());
    let mut next = Duration::ZERO;
    for len in lengths {
        // Work grows with the square of the length, and lengths double at most.
        if !report.rows.is_empty() && start.elapsed() + next > budget {
            report.note = Some(format!(
                "stopped before {len} tokens: the next length would pass the budget of {} s (--budget)",
                args.budget
            ));
            break;
        }
        let say = |what: &str| bar.set_message(format!("{len} tokens, {what}"));
        let (row, after) =
            measure(gpu, model, len, args.causal, &say).with_context(|| format!("{len} tokens"))?;
        report.rows.push(row);
        // What goes wrong here goes wrong at the end too, and is told there.
        let _ = file.keep(&report.html()?);
        next = after;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// Doubling lengths that end with `max`.
fn lengths(max: u32) -> Vec<u32> {
    let doubling = std::iter::successors(Some(FIRST_LEN), |n| n.checked_mul(2));
    doubling.take_while(|&n| n < max).chain([max]).collect()
}

fn print_table(rows: &[Row], out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(
        out,
        "{:>8} {:>12} {:>10} {:>12} {:>12}  rows checked",
        "tokens", "time, ms", "GFLOP/s", "error", "tolerance"
    )?;
    for r in rows {
        let ([time, speed], wrong) = (r.figures(), if r.passes() { "" } else { "  TOO LARGE" });
        writeln!(
            out,
            "{:>8} {time:>12} {speed:>10} {:>12.2e} {:>12.2e}  {} of {}{wrong}",
            r.len, r.error, r.tolerance, r.rows_checked, r.rows,
        )?;
    }
    let of = "over all heads and features of the rows checked";
    Ok(writeln!(out, "The error is the largest difference from the f64 reference, {of}.")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_double_and_end_with_the_longest() {
        assert_eq!(lengths(300), [64, 128, 256, 300]);
        assert_eq!(lengths(256), [64, 128, 256]);
        assert_eq!(lengths(1), [1]);
    }

    #[test]
    fn a_wrong_result_has_no_time_and_no_line_looks_like_a_failure() {
        let row = |error| Row {
            len: 64,
            seconds: 0.125,
            flops: 1,
            error,
            tolerance: 1e-6,
            rows_checked: 64,
            rows: 64,
        };
        let text = |error| {
            let mut out = Vec::new();
            print_table(&[row(error)], &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert!(text(1e-7).contains("125.000"));
        assert!(text(1e-3).contains("TOO LARGE") && !text(1e-3).contains("125.000"));
        assert!(!text(1e-7).lines().any(|line| line.starts_with("error")));
    }
}
