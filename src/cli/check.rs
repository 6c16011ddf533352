//! `check`: runs case files.

use super::Format;
use super::adapter::{Several, open};
use anyhow::{Context as _, ensure};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wgpu_attention::conformance::{self, Case, Outcome, Status};
use wgpu_attention::{Error, Gpu, Result};

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Case files, and folders that are searched recursively for `.safetensors` files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    adapters: Several,
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
        let before = files.len();
        collect(path, &mut files)?;
        ensure!(files.len() > before, "no .safetensors files in {}", path.display());
    }
    let mut all_passed = true;
    for adapter in args.adapters.found()? {
        let info = adapter.get_info();
        let chosen = Chosen { name: format!("{} ({})", info.name, info.backend), gpu: open(&adapter) };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_cases_is_an_error_beside_one_that_has_some() {
        let folder = std::env::temp_dir().join(format!("wgpu-attention-{}-empty", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            args: Args,
        }
        let paths = ["check".as_ref(), "Cargo.toml".as_ref(), folder.as_os_str()];
        let error = run(&<Line as clap::Parser>::parse_from(paths).args).unwrap_err().to_string();
        std::fs::remove_dir(&folder).unwrap();
        assert!(error.contains("no .safetensors files in") && error.contains("-empty"), "{error}");
    }
}
