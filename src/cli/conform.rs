//! `conform`: the suite on one or all adapters, and reports side by side.

mod device;

use super::adapter::{Several, open};
use super::output::{self, Files, Formats};
use anyhow::{Context as _, ensure};
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use wgpu_attention::conformance::{Check, Report, quick, sample};
use wgpu_attention::report::conform::{html, text};

/// Options of `conform`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    adapters: Several,
    /// The whole suite; without it, and without one of the next three, a sample that takes a minute and
    /// has every group of checks, and every kernel, tier and type
    #[arg(long, conflicts_with_all = ["filter", "every", "case"])]
    all: bool,
    /// All checks whose name contains one of these words, with commas between them
    #[arg(long, value_name = "WORDS", value_parser = words)]
    filter: Option<String>,
    /// Every Nth of them
    #[arg(long, value_name = "N")]
    every: Option<NonZeroUsize>,
    /// Only the check of this name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["filter", "every"])]
    case: Option<String>,
    /// Threads that run checks, each on a device of its own; by default as many as there are processors,
    /// 8 at most
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Lists the checks instead
    #[arg(long)]
    list: bool,
    /// Writes the report, to send: JSON, one object a device; every now and then and at the end
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes the report, to look at, as often
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Runs nothing: shows these JSON reports side by side
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["adapter", "all_adapters", "all", "filter", "every", "case", "jobs", "list"])]
    compare: Vec<PathBuf>,
}

/// Words with commas between them. An empty one would stand in every name.
fn words(text: &str) -> Result<String, &'static str> {
    if text.split(',').any(str::is_empty) { Err("a word is empty") } else { Ok(text.into()) }
}

/// Runs the suite, or compares what it found elsewhere. Success if at least one check passed on
/// every device and none failed.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let earlier = if args.compare.is_empty() { None } else { Some(read(&args.compare)?) };
    if earlier.is_none() {
        let such_as = "`conform --list --all` shows them";
        ensure!(chosen(args).next().is_some(), "no check has such a name: {such_as}");
    }
    if args.list {
        return list(args);
    }
    let mut files = Files::open(args.json.as_deref(), args.html.as_deref())?;
    let (reports, measured) = match earlier {
        Some(reports) => (reports, Ok(())),
        None => measure(args, &mut files),
    };
    if reports.is_empty() {
        // No file either: it would look as if there had been a device.
        measured.as_ref().map_err(|error| anyhow::anyhow!("{error:#}"))?;
    }
    output::all([
        files.write(&reports, FORMATS),
        write!(std::io::stdout(), "{}", text(&reports)).map_err(Into::into),
        measured,
    ])?;
    Ok(if reports.iter().all(Report::passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// JSON with one object a line, and a page.
const FORMATS: Formats<Vec<Report>> = [
    |reports| Ok(reports.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?.join("\n") + "\n"),
    |reports| Ok(html(reports)),
];

/// The checks that were asked for.
fn chosen(args: &Args) -> Box<dyn Iterator<Item = Check> + '_> {
    let named = |check: &Check| args.case.as_ref().is_none_or(|name| check.name == *name);
    match (&args.case, &args.filter, args.every) {
        (None, None, None) if !args.all => Box::new(quick()),
        (_, words, every) => Box::new(
            sample(words.as_deref().unwrap_or_default(), every.map_or(1, NonZeroUsize::get)).filter(named),
        ),
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
        let of = |line| serde_json::from_str(line).with_context(|| expected(path));
        let found = text.lines().filter(|line| !line.trim().is_empty()).map(of);
        let before = reports.len();
        reports.extend(found.collect::<anyhow::Result<Vec<Report>>>()?);
        ensure!(reports.len() > before, "{}, got an empty file", expected(path));
    }
    Ok(reports)
}

fn expected(path: &Path) -> String {
    format!("{}: expected reports that `conform --json` wrote, one a line", path.display())
}

/// Runs the suite on the adapters that were asked for, and says what kept it from any of them.
fn measure(args: &Args, files: &mut Files) -> (Vec<Report>, anyhow::Result<()>) {
    let adapters = match args.adapters.found() {
        Ok(adapters) => adapters,
        Err(error) => return (Vec::new(), Err(error.into())),
    };
    let total = chosen(args).count();
    let files = Mutex::new(files);
    let (mut reports, mut failed) = (Vec::new(), Vec::new());
    for adapter in &adapters {
        let keep = |so_far: Report| {
            let all = [reports.as_slice(), &[so_far]].concat();
            files.lock().unwrap_or_else(PoisonError::into_inner).keep(&all, FORMATS);
        };
        let name = adapter.get_info().name;
        let (report, ended) = match open(adapter).with_context(|| name) {
            Ok(gpu) => device::report(adapter, &gpu, total, args, &keep),
            Err(error) => {
                failed.push(Err(error));
                continue;
            }
        };
        // After every device: a driver that ends the process takes no other's report with it.
        keep(report.clone());
        reports.push(report);
        failed.push(ended);
    }
    (reports, output::all(failed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_chooses_one_check_and_a_part_of_it_more() {
        let count = |line: &str| {
            #[derive(clap::Parser)]
            struct Line {
                #[command(flatten)]
                args: Args,
            }
            let words = ["conform"].into_iter().chain(line.split(' ').filter(|word| !word.is_empty()));
            chosen(&<Line as clap::Parser>::parse_from(words).args).count()
        };
        assert_eq!(count("--case onnx/attention_3d"), 1);
        assert!(count("--filter onnx/attention_3d") > 10);
        assert_eq!(count("--filter ONNX/Attention_3D"), count("--filter onnx/attention_3d"));
        assert_eq!(count("--filter no-such"), 0);
        assert!(count("") * 10 < count("--all"));
    }

    #[test]
    fn a_report_that_is_cut_off_is_an_error() {
        assert!(read(&[PathBuf::from("no/such/file")]).is_err());
        let path = std::env::temp_dir().join(format!("wgpu-attention-{}-report", std::process::id()));
        for text in ["", "{ \"machine\": {} }"] {
            std::fs::write(&path, text).unwrap();
            let error = format!("{:#}", read(std::slice::from_ref(&path)).unwrap_err());
            assert!(error.contains("expected reports that `conform --json` wrote"), "{error}");
        }
        std::fs::remove_file(path).unwrap();
    }
}
