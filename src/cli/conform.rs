//! `conform`: the suite on one or all adapters, and reports side by side.

use anyhow::{Context as _, bail, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Check, Report, sample};
use wgpu_attention::device::adapters;
use wgpu_attention::report::conform::{html, text};

/// Without a terminal there is a line of progress as often as this.
const QUIET: Duration = Duration::from_secs(15);

/// Options of `conform`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The first adapter whose name, driver or backend contains this
    #[arg(long, value_name = "TEXT", conflicts_with = "all_adapters")]
    adapter: Option<String>,
    /// Every adapter there is
    #[arg(long)]
    all_adapters: bool,
    /// Only checks whose name contains one of these words, with commas between them
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    filter: String,
    /// Only every Nth of them
    #[arg(long, value_name = "N", default_value_t = 1)]
    every: usize,
    /// Only the check of this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["filter", "every"])]
    case: Option<String>,
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
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["adapter", "all_adapters", "filter", "every", "case", "list"])]
    compare: Vec<PathBuf>,
}

/// Runs the suite, or compares what it found elsewhere. Success if at least one check passed on
/// every device and none failed.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.list {
        return list(args);
    }
    let reports = if args.compare.is_empty() {
        measure(args)?
    } else {
        let reports = read(&args.compare)?;
        save(args, &reports)?;
        reports
    };
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
fn chosen(args: &Args) -> impl Iterator<Item = Check> + '_ {
    sample(&args.filter, args.every).filter(|check| args.case.as_ref().is_none_or(|name| check.name == *name))
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
        let reports = vec![on(&gpu, total, args)];
        save(args, &reports)?;
        return Ok(reports);
    }
    let all = adapters();
    if all.is_empty() {
        // Says what to do about it.
        Gpu::new(None)?;
    }
    let mut reports = Vec::new();
    for adapter in &all {
        let gpu = Gpu::from_adapter(adapter).with_context(|| adapter.get_info().name)?;
        reports.push(on(&gpu, total, args));
        // After every device: a driver that ends the process takes no other's report with it.
        save(args, &reports)?;
    }
    Ok(reports)
}

/// The report of one device.
fn on(gpu: &Gpu, total: usize, args: &Args) -> Report {
    gpu.self_check();
    let mut report = Report::new("native, naga", gpu.caps());
    // A count of checks.
    let bar = ProgressBar::new(total as u64).with_style(style());
    bar.set_prefix(gpu.caps().name.clone());
    let begin = Instant::now();
    let mut said = begin;
    for check in chosen(args) {
        bar.set_message(check.name.clone());
        if bar.is_hidden() && said.elapsed() > QUIET {
            eprintln!("{}: {} of {total}, next {}", gpu.caps().name, bar.position(), check.name);
            said = Instant::now();
        }
        let finding = check.run(gpu);
        if let (true, Some(reason)) = (finding.failed(), &finding.reason) {
            bar.suspend(|| {
                eprintln!(
                    "{}: {}\n  {}\n  {}",
                    finding.status,
                    finding.case,
                    reason.text,
                    finding.command(gpu.caps())
                );
            });
        }
        report.findings.push(finding);
        bar.inc(1);
    }
    bar.finish_and_clear();
    report.seconds = begin.elapsed().as_secs_f64();
    report.device = gpu.caps().clone();
    report
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len}, {eta} left\\n{wide_msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
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
            every: 1,
            case: case.map(Into::into),
            list: false,
            json: None,
            html: None,
            compare: Vec::new(),
        };
        assert_eq!(chosen(&args(Some("onnx/attention_3d"), "")).count(), 1);
        assert!(chosen(&args(None, "onnx/attention_3d")).count() > 10);
        assert_eq!(chosen(&args(None, "no such")).count(), 0);
        style();
    }

    #[test]
    fn a_report_that_is_cut_off_is_an_error() {
        assert!(read(&[PathBuf::from("no/such/file")]).is_err());
    }
}
