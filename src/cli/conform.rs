//! `conform`: the suite on one or all adapters, and reports side by side.

mod device;

use anyhow::{Context as _, bail, ensure};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Check, Report, quick, sample};
use wgpu_attention::report::conform::{html, text};

/// Options of `conform`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The first adapter whose name, driver or backend contains this
    #[arg(long, value_name = "TEXT", conflicts_with = "all_adapters")]
    adapter: Option<String>,
    /// Every adapter there is
    #[arg(long)]
    all_adapters: bool,
    /// The whole suite; without it, and without one of the next three, a sample that takes a minute and
    /// has every group of checks, and every kernel, tier and type
    #[arg(long, conflicts_with_all = ["filter", "every", "case"])]
    all: bool,
    /// All checks whose name contains one of these words, with commas between them
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    filter: String,
    /// Every Nth of them
    #[arg(long, value_name = "N")]
    every: Option<usize>,
    /// Only the check of this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["filter", "every"])]
    case: Option<String>,
    /// Threads that run checks, each on a device of its own; by default as many as there are processors,
    /// 8 at most
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Lists the checks instead
    #[arg(long)]
    list: bool,
    /// Writes the report, to send: JSON, one object a device
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes the report, to look at
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Runs nothing: shows these JSON reports side by side
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["adapter", "all_adapters", "all", "filter", "every", "case", "jobs", "list"])]
    compare: Vec<PathBuf>,
}

/// Runs the suite, or compares what it found elsewhere. Success if at least one check passed on
/// every device and none failed.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.list {
        return list(args);
    }
    let reports = if args.compare.is_empty() { measure(args)? } else { read(&args.compare)? };
    save(args, &reports)?;
    write!(std::io::stdout(), "{}", text(&reports))?;
    Ok(if reports.iter().all(Report::passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes the files that were asked for.
fn save(args: &Args, reports: &[Report]) -> anyhow::Result<()> {
    if let Some(path) = &args.json {
        let lines = reports.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        write(path, &(lines.join("\n") + "\n"))?;
    }
    match &args.html {
        Some(path) => write(path, &html(reports)),
        None => Ok(()),
    }
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| path.display().to_string())
}

/// The checks that were asked for.
fn chosen(args: &Args) -> Box<dyn Iterator<Item = Check> + '_> {
    let named = |check: &Check| args.case.as_ref().is_none_or(|name| check.name == *name);
    match (&args.case, args.filter.as_str(), args.every) {
        (None, "", None) if !args.all => Box::new(quick()),
        _ => Box::new(sample(&args.filter, args.every.unwrap_or(1)).filter(named)),
    }
}

fn list(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    for check in chosen(args) {
        writeln!(out, "{}", check.name)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reports of files: one JSON object a line.
fn read(paths: &[PathBuf]) -> anyhow::Result<Vec<Report>> {
    let mut reports = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            reports.push(serde_json::from_str(line).with_context(|| path.display().to_string())?);
        }
    }
    ensure!(!reports.is_empty(), "no reports in {paths:?}");
    Ok(reports)
}

/// Runs the suite on the adapters that were asked for. One that cannot be opened is an error.
fn measure(args: &Args) -> anyhow::Result<Vec<Report>> {
    let total = chosen(args).count();
    if total == 0 {
        bail!("no check has such a name: `conform --list` shows them");
    }
    if !args.all_adapters {
        let gpu = Gpu::new(args.adapter.as_deref())?;
        return Ok(vec![device::report(&gpu, total, args)?]);
    }
    let mut reports = Vec::new();
    for adapter in &super::every_adapter()? {
        let gpu = Gpu::from_adapter(adapter).with_context(|| adapter.get_info().name)?;
        reports.push(device::report(&gpu, total, args)?);
        // After every device: a driver that ends the process takes no other's report with it.
        save(args, &reports)?;
    }
    Ok(reports)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_chooses_one_check_and_a_part_of_it_more() {
        let args = |case: Option<&str>, filter: &str| Args {
            adapter: None,
            all_adapters: false,
            filter: filter.into(),
            all: false,
            every: None,
            case: case.map(Into::into),
            jobs: None,
            list: false,
            json: None,
            html: None,
            compare: Vec::new(),
        };
        assert_eq!(chosen(&args(Some("onnx/attention_3d"), "")).count(), 1);
        assert!(chosen(&args(None, "onnx/attention_3d")).count() > 10);
        assert_eq!(chosen(&args(None, "no such")).count(), 0);
        let all = Args { all: true, ..args(None, "") };
        assert!(chosen(&args(None, "")).count() * 10 < chosen(&all).count());
    }

    #[test]
    fn a_report_that_is_cut_off_is_an_error() {
        assert!(read(&[PathBuf::from("no/such/file")]).is_err());
    }
}
