//! `tune`: times the plans of usual shapes and remembers the fastest of each.

use super::adapter::One;
use super::output::say;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;
use wgpu_attention::record::{Candidate, Tuning};
use wgpu_attention::{Attention, DType, Gpu, LinearAttention, Problem, Result};

/// Options of `tune`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    adapter: One,
    /// Sizes of a head
    #[arg(long, value_delimiter = ',', default_value = "64,128")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    dims: Vec<u32>,
    /// Keys of a sequence
    #[arg(long, value_delimiter = ',', default_value = "1024,4096")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    lens: Vec<u32>,
    /// Seconds that each plan is timed
    #[arg(long, default_value = "0.2", value_parser = super::seconds)]
    seconds: Duration,
}

/// Times and prints. Fails if a shape could not be timed, or what was found could not be kept.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let gpu = args.adapter.open()?.with_tuning(Tuning::Remembered);
    writeln!(std::io::stdout(), "device: {}", gpu.caps().title())?;
    let (mut failed, mut lost) = (0usize, 0usize);
    for (what, problem) in shapes(args) {
        let found = gpu.tune(problem.as_ref(), args.seconds);
        failed += usize::from(found.is_err());
        lost += usize::from(found.is_ok() && !remembered(&gpu, problem.as_ref()));
        show(&what, found)?;
    }
    let folder = dirs::cache_dir().map(|all| all.join("wgpu-attention").join("tune"));
    let folder =
        folder.map_or("a cache folder, of which this user has none".into(), |f| f.display().to_string());
    if failed > 0 {
        say(format_args!("error: {failed} shapes could not be timed"));
    }
    if lost > 0 {
        say(format_args!("error: the fastest of {lost} shapes could not be kept in {folder}"));
    } else {
        writeln!(std::io::stdout(), "kept in {folder}")?;
    }
    Ok(if failed + lost == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is timed, by name.
fn shapes(args: &Args) -> Vec<(String, Box<dyn Problem>)> {
    let mut all: Vec<(String, Box<dyn Problem>)> = Vec::new();
    for (dim, len) in args.dims.iter().flat_map(|&dim| args.lens.iter().map(move |&len| (dim, len))) {
        for dtype in [DType::F32, DType::F16] {
            let prefill = Attention::new(1, 8, len, dim).causal().dtype(dtype);
            all.push((format!("causal {dtype} n{len} d{dim}"), Box::new(prefill)));
            let decode = Attention::new(1, 8, 1, dim).kv_heads(2).kv_len(len).dtype(dtype);
            all.push((format!("decode {dtype} n{len} d{dim}"), Box::new(decode)));
        }
        let linear = LinearAttention::new(1, 8, len, dim);
        all.push((format!("linear f32 n{len} d{dim}"), Box::new(linear)));
    }
    all
}

/// Whether another process will find what was kept: one that forgot what this one knows does.
fn remembered(gpu: &Gpu, problem: &dyn Problem) -> bool {
    let plan = gpu.with_tuning(Tuning::Remembered).explain(problem);
    plan.is_ok_and(|plan| plan.decisions.iter().any(|d| d.kernel == "tune" && d.taken))
}

fn show(what: &str, found: Result<Vec<Candidate>>) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{what}")?;
    match found {
        Err(error) => writeln!(out, "  {error}")?,
        Ok(all) => {
            for c in all {
                let mark = if c.chosen { '*' } else { ' ' };
                let (ms, asked) = (c.seconds * 1e3, c.policy.to_string());
                writeln!(out, "{mark} {ms:>10.3} ms  {:<32} {asked}", c.kernels.join(" + "))?;
            }
        }
    }
    Ok(())
}
