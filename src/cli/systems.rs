//! `systems`: the catalogue of published mechanisms.

use anyhow::Context as _;
use clap::ValueEnum;
use serde_json::json;
use std::io::Write;
use std::process::ExitCode;
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Engine, Family, LEFT_OUT, System, brief, page, system, systems};

/// Options of `systems`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Shows one system: its composition, and a trial of it against the formula of its paper
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Runs every system that the filters let through
    #[arg(long, conflicts_with = "name")]
    all: bool,
    /// Only systems whose family contains this
    #[arg(long, value_name = "TEXT", conflicts_with = "name")]
    family: Option<String>,
    /// Only systems whose engine contains this
    #[arg(long, value_name = "TEXT", conflicts_with = "name")]
    engine: Option<String>,
    /// The adapter to run on, by a part of its name, driver or backend
    #[arg(long, value_name = "TEXT")]
    adapter: Option<String>,
    /// How to print the list (with `--all`, `text` or `json`)
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// In Markdown: titles by family only
    #[arg(long)]
    brief: bool,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
    /// The whole catalogue, as in the documents.
    Markdown,
}

/// Lists systems, or runs one or all.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    if let Some(name) = &args.name {
        let found = find(name)?;
        return show(found, &Gpu::new(args.adapter.as_deref())?, &mut out);
    }
    let chosen = choose(args)?;
    if args.all {
        return run_all(&chosen, args, &mut out);
    }
    match args.format {
        Format::Text => list(&chosen, &mut out)?,
        Format::Json => {
            for s in &chosen {
                writeln!(out, "{}", describe(s))?;
            }
        }
        Format::Markdown if args.brief => write!(out, "{}", brief())?,
        Format::Markdown => write!(out, "{}", page())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn find(name: &str) -> anyhow::Result<&'static System> {
    system(name).with_context(|| {
        let near: Vec<_> = systems().iter().map(|s| s.name).filter(|n| n.contains(name)).collect();
        let hint = if near.is_empty() { "`systems` lists them".into() } else { near.join(", ") };
        format!("no system is called {name:?}: {hint}")
    })
}

/// The systems that the filters let through, at least one.
fn choose(args: &Args) -> anyhow::Result<Vec<&'static System>> {
    let fits = |filter: &Option<String>, name: String| {
        filter.as_ref().is_none_or(|f| name.to_lowercase().contains(&f.to_lowercase()))
    };
    let chosen: Vec<_> = systems()
        .into_iter()
        .filter(|s| fits(&args.family, s.family.to_string()) && fits(&args.engine, s.engine.to_string()))
        .collect();
    if chosen.is_empty() {
        let families = Family::ALL.map(|f| f.to_string()).join("; ");
        let engines = Engine::ALL.map(|e| e.to_string()).join("; ");
        anyhow::bail!("no system passes the filters\nfamilies: {families}\nengines: {engines}");
    }
    Ok(chosen)
}

fn list(chosen: &[&System], out: &mut impl Write) -> anyhow::Result<()> {
    let mut family = None;
    for s in chosen {
        if family != Some(s.family) {
            writeln!(out, "{}", s.family)?;
            family = Some(s.family);
        }
        writeln!(out, "  {:<28} {:<11} {}", s.name, s.engine, s.parts)?;
    }
    writeln!(out, "{} systems; {} are left out, each with its reason", chosen.len(), LEFT_OUT.len())?;
    Ok(())
}

fn describe(s: &System) -> serde_json::Value {
    json!({
        "name": s.name, "title": s.title, "paper": s.paper, "family": s.family.to_string(),
        "engine": s.engine.to_string(), "parts": s.parts, "builder": s.builder,
    })
}

/// Runs every system on one adapter. Succeeds if all agree with their formulas.
fn run_all(chosen: &[&System], args: &Args, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let gpu = Gpu::new(args.adapter.as_deref())?;
    let device = gpu.caps().title();
    let mut agree = 0usize;
    for (n, s) in chosen.iter().enumerate() {
        let complaint = match (s.trial)().run(&gpu) {
            Ok(verdict) => verdict.complaint(),
            Err(error) => Some(error.to_string()),
        };
        agree += usize::from(complaint.is_none());
        if args.format == Format::Json {
            let mut line = describe(s);
            line["device"] = json!(device);
            line["agrees"] = json!(complaint.is_none());
            line["complaint"] = json!(complaint);
            writeln!(out, "{line}")?;
        } else {
            let what = complaint.map_or_else(|| "agrees".to_string(), |why| format!("DISAGREES: {why}"));
            writeln!(out, "[{:>3}/{}] {:<28} {what}", n + 1, chosen.len(), s.name)?;
        }
    }
    if args.format != Format::Json {
        writeln!(
            out,
            "{agree} of {} systems agree with the formulas of their papers on {device}",
            chosen.len()
        )?;
    }
    Ok(if agree == chosen.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn show(s: &System, gpu: &Gpu, out: &mut impl Write) -> anyhow::Result<ExitCode> {
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
