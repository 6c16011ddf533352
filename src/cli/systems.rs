//! `systems`: the catalogue of published mechanisms.

use std::io::Write as _;
use std::process::ExitCode;
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{System, system, systems};

/// Options of `systems`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Shows one system: its composition, and a trial of it against the formula of its paper
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// The adapter to run it on, by a part of its name, driver or backend
    #[arg(long, value_name = "TEXT")]
    adapter: Option<String>,
}

/// Lists every system, or runs one.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    let Some(name) = &args.name else {
        let all = systems();
        let mut family = None;
        for s in &all {
            if family != Some(s.family) {
                writeln!(out, "{}", s.family)?;
                family = Some(s.family);
            }
            writeln!(out, "  {:<28} {:<11} {}", s.name, s.engine, s.parts)?;
        }
        writeln!(out, "{} systems", all.len())?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(found) = system(name) else {
        let near: Vec<_> = systems().iter().map(|s| s.name).filter(|n| n.contains(name.as_str())).collect();
        let hint = if near.is_empty() { "`systems` lists them".into() } else { near.join(", ") };
        anyhow::bail!("no system is called {name:?}: {hint}");
    };
    show(found, &Gpu::new(args.adapter.as_deref())?, &mut out)
}

fn show(s: &System, gpu: &Gpu, out: &mut impl std::io::Write) -> anyhow::Result<ExitCode> {
    writeln!(out, "{}\n{}\n{} engine: {}", s.title, s.paper, s.engine, s.parts)?;
    writeln!(out, "built by wgpu_attention::{}\n", s.builder)?;
    let verdict = (s.trial)().run(gpu)?;
    for (n, plan) in verdict.plans.iter().enumerate() {
        writeln!(out, "call {n}:\n{plan}\n")?;
    }
    for (step, role, c) in &verdict.outputs {
        writeln!(out, "call {step}, {role}: largest error {:.1e}, {} elements wrong", c.max_abs, c.wrong)?;
    }
    match verdict.complaint() {
        None => writeln!(out, "agrees with the formula of the paper on {}", gpu.caps().title())?,
        Some(why) => writeln!(out, "DISAGREES on {}: {why}", gpu.caps().title())?,
    }
    Ok(if verdict.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
