//! `systems`: the catalogue of published mechanisms.

use super::adapter::One;
use anyhow::{Context as _, ensure};
use clap::ValueEnum;
use serde_json::json;
use std::io::Write;
use std::process::ExitCode;
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Engine, Family, LEFT_OUT, System, Verdict, brief, page, systems};
use wgpu_attention::device::contains;

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
    #[command(flatten)]
    adapter: One,
    /// How to print the list (with NAME or `--all`, `text` or `json`)
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// In Markdown: titles by family only
    #[arg(long, conflicts_with_all = ["name", "all"])]
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
    let markdown = args.format == Format::Markdown;
    ensure!(markdown || !args.brief, "--brief is for --format markdown");
    let part = args.name.is_some() || args.all || args.family.is_some() || args.engine.is_some();
    ensure!(!markdown || !part, "--format markdown is the whole catalogue: it takes no name and no filter");
    if let Some(name) = &args.name {
        return run_one(find(name)?, args, &mut out);
    }
    let chosen = choose(args)?;
    if args.all {
        return run_all(&chosen, args, &mut out);
    }
    match args.format {
        Format::Text => list(&chosen, args, &mut out)?,
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

/// The system of a name or title, ignoring case.
fn find(name: &str) -> anyhow::Result<&'static System> {
    let all = systems();
    let is = |s: &&System| s.name.eq_ignore_ascii_case(name) || s.title.eq_ignore_ascii_case(name);
    all.iter().copied().find(is).with_context(|| {
        let near = |s: &&System| {
            let like = |of: &str| strsim::jaro_winkler(&of.to_lowercase(), &name.to_lowercase()) > LIKE;
            contains(s.name, name) || contains(s.title, name) || like(s.name) || like(s.title)
        };
        let near: Vec<_> = all.iter().copied().filter(near).map(|s| s.name).collect();
        let hint = if near.is_empty() { "`systems` lists them".into() } else { near.join(", ") };
        format!("no system is called {name:?}: {hint}")
    })
}

/// How alike names are that may have been meant, of 1.
const LIKE: f64 = 0.88;

/// The systems that the filters let through, at least one.
fn choose(args: &Args) -> anyhow::Result<Vec<&'static System>> {
    let fits =
        |filter: &Option<String>, name: String| filter.as_ref().is_none_or(|part| contains(&name, part));
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

fn list(chosen: &[&System], args: &Args, out: &mut impl Write) -> anyhow::Result<()> {
    let mut family = None;
    for s in chosen {
        if family != Some(s.family) {
            writeln!(out, "{}", s.family)?;
            family = Some(s.family);
        }
        writeln!(out, "  {:<28} {:<11} {}", s.name, s.engine, s.parts)?;
    }
    let count = chosen.len();
    if args.engine.is_some() {
        // What is left out has no engine.
        return Ok(writeln!(out, "{count} systems")?);
    }
    let Some(family) = &args.family else {
        let left_out = LEFT_OUT.len();
        return Ok(writeln!(out, "{count} systems; {left_out} are left out: `--format markdown` says why")?);
    };
    let left_out: Vec<_> = LEFT_OUT.iter().filter(|l| contains(&l.family.to_string(), family)).collect();
    writeln!(out, "{count} systems; {} are left out", left_out.len())?;
    for l in left_out {
        writeln!(out, "  {}: {}", l.title, l.reason)?;
    }
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
    let gpu = args.adapter.open()?;
    let device = gpu.caps().title();
    let mut agree = 0usize;
    for (n, s) in chosen.iter().enumerate() {
        let complaint = complaint(&(s.trial)().run(&gpu));
        agree += usize::from(complaint.is_none());
        if args.format == Format::Json {
            writeln!(out, "{}", outcome(s, &gpu, complaint))?;
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

/// What a trial says against a system.
fn complaint(ran: &wgpu_attention::Result<Verdict>) -> Option<String> {
    ran.as_ref().map_or_else(|error| Some(error.to_string()), Verdict::complaint)
}

/// A system as it is listed, and how its trial went.
fn outcome(s: &System, gpu: &Gpu, complaint: Option<String>) -> serde_json::Value {
    let mut line = describe(s);
    line["device"] = json!(gpu.caps().title());
    line["agrees"] = json!(complaint.is_none());
    line["complaint"] = json!(complaint);
    line
}

fn run_one(s: &System, args: &Args, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let gpu = args.adapter.open()?;
    if args.format == Format::Json {
        let complaint = complaint(&(s.trial)().run(&gpu));
        let agrees = complaint.is_none();
        writeln!(out, "{}", outcome(s, &gpu, complaint))?;
        return Ok(if agrees { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    show(s, &gpu, out)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_found_by_name_or_title_and_near_names_are_told() {
        for name in ["transformer", "Transformer", "RWKV-7", "Gated DeltaNet"] {
            assert!(find(name).is_ok(), "{name}");
        }
        for near in ["Tranformer", "transformers", "deltanet"] {
            let told = find(near).map(|s| s.name).map_or_else(|e| e.to_string(), String::from);
            assert!(told.contains("transformer") || told.contains("deltanet"), "{told}");
        }
        assert!(find("nothing of the kind").unwrap_err().to_string().contains("`systems` lists them"));
    }

    #[test]
    fn a_list_of_a_family_counts_and_explains_what_is_left_out_of_it() {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            args: Args,
        }
        let text = |line: &[&str]| {
            let args = <Line as clap::Parser>::parse_from(line).args;
            let mut out = Vec::new();
            list(&choose(&args).unwrap(), &args, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let state_space = LEFT_OUT.iter().filter(|l| l.family == Family::StateSpace);
        let of_family = text(&["systems", "--family", "STATE-space"]);
        assert!(of_family.contains(&format!("; {} are left out\n", state_space.clone().count())));
        assert!(state_space.into_iter().all(|l| of_family.contains(l.reason)));
        assert!(!text(&["systems", "--engine", "merge"]).contains("left out"));
        assert!(text(&["systems"]).contains("`--format markdown` says why"));
    }
}
