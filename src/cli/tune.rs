//! `tune`: times the plans of usual shapes and remembers the fastest of each.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;
use wgpu_attention::record::{Candidate, Tuning};
use wgpu_attention::{Attention, DType, Gpu, LinearAttention, Result};

/// Options of `tune`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The first adapter whose name, driver or backend contains this; by default the fastest kind
    #[arg(long, value_name = "TEXT")]
    adapter: Option<String>,
    /// Sizes of a head
    #[arg(long, value_delimiter = ',', default_value = "64,128")]
    dims: Vec<u32>,
    /// Keys of a sequence
    #[arg(long, value_delimiter = ',', default_value = "1024,4096")]
    lens: Vec<u32>,
    /// Seconds that each plan is timed
    #[arg(long, default_value_t = 0.2)]
    seconds: f64,
}

/// Times and prints.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let gpu = Gpu::new(args.adapter.as_deref())?.with_tuning(Tuning::Remembered);
    let budget = Duration::try_from_secs_f64(args.seconds)?;
    println!("device: {}", gpu.caps().title());
    for &dim in &args.dims {
        for &len in &args.lens {
            for dtype in [DType::F32, DType::F16] {
                let prefill = Attention::new(1, 8, len, dim).causal().dtype(dtype);
                show(&format!("causal {dtype} n{len} d{dim}"), gpu.tune(&prefill, budget))?;
                let decode = Attention::new(1, 8, 1, dim).kv_heads(2).kv_len(len).dtype(dtype);
                show(&format!("decode {dtype} n{len} d{dim}"), gpu.tune(&decode, budget))?;
            }
            let linear = LinearAttention::new(1, 8, len, dim);
            show(&format!("linear f32 n{len} d{dim}"), gpu.tune(&linear, budget))?;
        }
    }
    Ok(ExitCode::SUCCESS)
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
