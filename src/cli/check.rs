//! `check`: runs case files.

use super::Format;
use anyhow::Context as _;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wgpu_attention::conformance::{self, Case, Outcome, Status};
use wgpu_attention::device::{adapters, matches};
use wgpu_attention::{Error, Gpu, Result};

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Case files, and folders that are searched recursively for `.safetensors` files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The first adapter whose name, driver or backend contains this
    #[arg(long, value_name = "TEXT", conflicts_with = "all_adapters")]
    adapter: Option<String>,
    /// Every adapter there is
    #[arg(long)]
    all_adapters: bool,
    /// How to print results
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Pipelines that are held at a time.
const PIPELINES: usize = 64;

/// An adapter to run on; one that cannot be opened fails every case.
struct Chosen {
    name: String,
    gpu: Result<Gpu>,
}

/// Runs every case on every chosen adapter. Succeeds only if all pass.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut files = Vec::new();
    for path in &args.paths {
        collect(path, &mut files)?;
    }
    anyhow::ensure!(!files.is_empty(), "no .safetensors files in {:?}", args.paths);
    let mut all_passed = true;
    for chosen in choose(args)? {
        let mut counts = BTreeMap::new();
        for file in &files {
            let outcome = run_file(file, &chosen.gpu);
            *counts.entry(outcome.status).or_insert(0usize) += 1;
            print(args.format, file, &chosen.name, &outcome)?;
        }
        if args.format == Format::Text {
            let count = |status| format!("{} {status}", counts.get(status).copied().unwrap_or(0));
            let counts: Vec<_> = Status::ALL.iter().map(count).collect();
            writeln!(std::io::stdout(), "{}: {}", chosen.name, counts.join(", "))?;
        }
        all_passed &= counts.keys().all(|&status| status == Status::Pass);
    }
    Ok(if all_passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Adds a file, or the case files below a folder in the order of their names. A path that does
/// not exist counts as a file that cannot be read.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !path.is_dir() {
        files.push(path.into());
        return Ok(());
    }
    let entries = std::fs::read_dir(path).with_context(|| path.display().to_string())?;
    let mut entries = entries.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        // The type of the entry itself: links to folders could lead in circles.
        let (kind, path) = (entry.file_type()?, entry.path());
        if kind.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "safetensors") {
            files.push(path);
        }
    }
    Ok(())
}

fn choose(args: &Args) -> anyhow::Result<Vec<Chosen>> {
    if !args.all_adapters && args.adapter.is_none() {
        let gpu = Gpu::new(None)?;
        let name = format!("{} ({})", gpu.caps().name, gpu.caps().backend);
        return Ok(vec![Chosen { name, gpu: Ok(gpu) }]);
    }
    let fits = |adapter: &wgpu_attention::wgpu::Adapter| match &args.adapter {
        Some(filter) => matches(&adapter.get_info(), filter),
        None => true,
    };
    let wanted = if args.all_adapters { usize::MAX } else { 1 };
    let found: Vec<_> = adapters().into_iter().filter(fits).take(wanted).collect();
    if found.is_empty() {
        // Says what to do about it.
        Gpu::new(args.adapter.as_deref())?;
    }
    let open = |adapter: &wgpu_attention::wgpu::Adapter| {
        let info = adapter.get_info();
        Chosen { name: format!("{} ({})", info.name, info.backend), gpu: Gpu::from_adapter(adapter) }
    };
    Ok(found.iter().map(open).collect())
}

fn run_file(file: &Path, gpu: &Result<Gpu>) -> Outcome {
    let run = || -> Result<Outcome, Error> {
        let gpu = gpu.as_ref().map_err(Clone::clone)?;
        // Every case may have kernels of its own, of some 20 MB each on lavapipe.
        if gpu.pipelines_compiled() > PIPELINES {
            gpu.trim();
        }
        Ok(conformance::run(gpu, &Case::read(file)?))
    };
    run().unwrap_or_else(Outcome::from)
}

fn print(format: Format, file: &Path, adapter: &str, outcome: &Outcome) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    if format == Format::Json {
        return writeln!(out, "{}", json(file, adapter, outcome));
    }
    write!(out, "{:<11} {}", outcome.status, file.display())?;
    for (name, c) in &outcome.outputs {
        write!(out, "  {name} {:.1e}", c.max_abs)?;
    }
    match &outcome.reason {
        // A compiler's message may have many lines; a case has one.
        Some(reason) => writeln!(out, "  {}", reason.split_whitespace().collect::<Vec<_>>().join(" ")),
        None => writeln!(out),
    }
}

/// One line of the report. JSON has no infinity: a measure that is not finite is null.
fn json(file: &Path, adapter: &str, outcome: &Outcome) -> Value {
    let measures = outcome.outputs.iter().map(|(name, c)| {
        let measures = json!({ "max_abs": c.max_abs, "rms_ratio": c.rms_ratio });
        (name.clone(), measures)
    });
    json!({
        "case": file.display().to_string(),
        "adapter": adapter,
        "status": outcome.status.to_string(),
        "reason": outcome.reason,
        "outputs": measures.collect::<Map<_, _>>(),
    })
}
