//! `demo`: attention on the queries, keys and values of a real model, checked and timed.

mod measure;
mod model;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use measure::measure;
use model::Model;
use std::path::PathBuf;
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
    /// The first adapter whose name, driver or backend contains this; by default the fastest kind
    #[arg(long, value_name = "TEXT")]
    adapter: Option<String>,
    /// A query sees only keys up to its own position
    #[arg(long)]
    causal: bool,
    /// The longest length; the model's tokens are repeated to reach it
    #[arg(long, value_name = "TOKENS", default_value_t = 16_384, value_parser = clap::value_parser!(u32).range(1..))]
    max_len: u32,
    /// Lengths grow until the next one would pass this many seconds in all
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    budget: u64,
    /// Where the report goes
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
    let gpu = Gpu::new(args.adapter.as_deref())?;
    println!("{}\n{}\n", gpu.caps().title(), model.title());
    let (rows, stopped) = measure_all(args, &model, &gpu)?;
    print_table(&rows);
    if let Some(why) = &stopped {
        println!("{why}");
    }
    let report = Report {
        device: gpu.caps().title(),
        input: model.title(),
        problem: model.problem_title(args.causal),
        note: stopped,
        rows,
    };
    std::fs::write(&args.out, report.html()?).with_context(|| args.out.display().to_string())?;
    println!("report: {}", args.out.display());
    let wrong = report.rows.iter().filter(|r| !r.passes()).count();
    if wrong > 0 {
        eprintln!("error: {wrong} of {} lengths exceed their tolerance", report.rows.len());
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// Every length in turn, and why the lengths ended before `--max-len` if they did.
fn measure_all(args: &Args, model: &Model, gpu: &Gpu) -> anyhow::Result<(Vec<Row>, Option<String>)> {
    let lengths = lengths(args.max_len);
    let bar = ProgressBar::new(lengths.len() as u64);
    bar.set_style(ProgressStyle::with_template("{bar:30} {pos}/{len} lengths, {elapsed}: {msg}")?);
    bar.enable_steady_tick(Duration::from_millis(200));
    let (budget, start) = (Duration::from_secs(args.budget), Instant::now());
    let mut rows = Vec::new();
    let mut stopped = None;
    let mut next = Duration::ZERO;
    for len in lengths {
        // Work grows with the square of the length, and lengths double at most.
        if !rows.is_empty() && start.elapsed() + next > budget {
            stopped = Some(format!(
                "stopped before {len} tokens: the next length would pass the budget of {} s (--budget)",
                args.budget
            ));
            break;
        }
        let say = |what: &str| bar.set_message(format!("{len} tokens, {what}"));
        let (row, after) =
            measure(gpu, model, len, args.causal, &say).with_context(|| format!("{len} tokens"))?;
        rows.push(row);
        next = after;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok((rows, stopped))
}

/// Doubling lengths that end with `max`.
fn lengths(max: u32) -> Vec<u32> {
    let doubling = std::iter::successors(Some(FIRST_LEN), |n| n.checked_mul(2));
    doubling.take_while(|&n| n < max).chain([max]).collect()
}

fn print_table(rows: &[Row]) {
    println!(
        "{:>8} {:>12} {:>10} {:>12} {:>12}  rows checked",
        "tokens", "time", "GFLOP/s", "error", "tolerance"
    );
    for r in rows {
        println!(
            "{:>8} {:>9.3} ms {:>10.2} {:>12.2e} {:>12.2e}  {} of {}{}",
            r.len,
            r.seconds * 1e3,
            r.gflops(),
            r.error,
            r.tolerance,
            r.rows_checked,
            r.rows,
            if r.passes() { "" } else { "  TOO LARGE" }
        );
    }
    println!(
        "error: largest difference from the f64 reference, over all heads and features of the rows checked"
    );
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
}
