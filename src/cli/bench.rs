//! `bench`: suites of calls, measured, checked and compared with the device's ceilings.

use anyhow::Context;
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use wgpu_attention::Gpu;
use wgpu_attention::bench::{
    Case, Ceilings, Effort, HostCost, Machine, Record, Row, Scope, Suite, Verdict, compare,
    measure as measure_in_rounds, targets,
};
use wgpu_attention::report::bench_html;

/// Options of `bench`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to measure
    #[arg(long, value_enum, default_value = "all")]
    suite: Which,
    /// The first adapter whose name, driver or backend contains this; by default the fastest kind
    #[arg(long, value_name = "TEXT")]
    adapter: Option<String>,
    /// Only calls whose name contains this, e.g. "n4096" or "delta"
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Writes everything as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes a report with plots
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Small calls and short times: to see that all of it works
    #[arg(long)]
    quick: bool,
    /// Seconds that each call is timed, in all rounds together
    #[arg(long, value_name = "SECONDS")]
    seconds: Option<f64>,
    /// Rounds over all calls; of each the one in the middle counts [default: 3, or 1 with --quick]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: Option<u32>,
    /// Seconds after which no further call is begun; what was measured until then is printed and written
    #[arg(long, value_name = "SECONDS")]
    limit: Option<f64>,
    /// Rows that peers wrote on the same machine (benches/peers), to compare with
    #[arg(long, value_name = "FILE", num_args = 1..)]
    peers: Vec<PathBuf>,
    /// Measures nothing: compares two runs, row by row
    #[arg(long, num_args = 2, value_names = ["A.json", "B.json"], conflicts_with_all = ["json", "html", "peers"])]
    compare: Option<Vec<PathBuf>>,
    /// Measures nothing: takes the rows of an earlier run
    #[arg(long, value_name = "FILE", conflicts_with = "compare")]
    from: Option<PathBuf>,
}

/// A suite on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    Prefill,
    Decode,
    Linear,
    Sparse,
    Gradient,
    Crossover,
    All,
}

impl Which {
    fn suites(self) -> Vec<Suite> {
        match self {
            Self::Prefill => vec![Suite::Prefill],
            Self::Decode => vec![Suite::Decode],
            Self::Linear => vec![Suite::Linear],
            Self::Sparse => vec![Suite::Sparse],
            Self::Gradient => vec![Suite::Gradient],
            Self::Crossover => vec![Suite::Crossover],
            Self::All => Suite::ALL.to_vec(),
        }
    }
}

/// Measures, prints, and writes what was asked for. Fails if a result was wrong.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    if let Some([a, b]) = args.compare.as_deref() {
        return print_comparison(&read(a)?, &read(b)?, &mut out);
    }
    let mut record = match &args.from {
        Some(path) => read(path)?,
        None => measure(args)?,
    };
    for path in &args.peers {
        record.rows.extend(read_rows(path)?);
    }
    record.targets = targets(&record);
    print(&record, &mut out)?;
    if let Some(path) = &args.json {
        let text = serde_json::to_string_pretty(&record)?;
        std::fs::write(path, text + "\n").with_context(|| path.display().to_string())?;
    }
    if let Some(path) = &args.html {
        std::fs::write(path, bench_html(&record)?).with_context(|| path.display().to_string())?;
    }
    let own = record.rows.iter().filter(|r| r.is_ours());
    let wrong = own.filter(|r| r.fault.as_ref().is_some_and(|f| f.starts_with("WRONG"))).count();
    if wrong > 0 {
        eprintln!("error: {wrong} results are wrong");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> anyhow::Result<Record> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

fn read_rows(path: &Path) -> anyhow::Result<Vec<Row>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

fn measure(args: &Args) -> anyhow::Result<Record> {
    let gpu = Gpu::new(args.adapter.as_deref())?;
    let machine = Machine::now(gpu.caps());
    eprintln!("{}", gpu.caps().title());
    let scope = Scope::of(gpu.caps(), args.quick);
    let wanted = |c: &Case| {
        c.runs_on(gpu.caps()) && args.only.as_ref().is_none_or(|text| c.call.contains(text.as_str()))
    };
    let cases: Vec<Case> =
        args.suite.suites().into_iter().flat_map(|s| s.cases(scope)).filter(wanted).collect();
    let seconds = args.seconds.unwrap_or(if args.quick { 0.05 } else { 1.0 });
    let budget = Duration::try_from_secs_f64(seconds).context("--seconds")?;
    let rounds = args.rounds.unwrap_or(if args.quick { 1 } else { 3 });
    let limit = args.limit.map(Duration::try_from_secs_f64).transpose().context("--limit")?;
    let bar = ProgressBar::new(cases.len() as u64 * u64::from(rounds));
    bar.set_style(ProgressStyle::with_template("{bar:30} {pos}/{len} calls, {elapsed}: {msg}")?);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar.set_message("ceilings of the device");
    let ceilings = Ceilings::measure(&gpu, budget)?;
    let host = HostCost::measure(&gpu, if args.quick { 50 } else { 500 }).ok();
    let rows = measure_in_rounds(&gpu, &ceilings, &cases, Effort { budget, rounds, limit }, |case| {
        bar.set_message(case.call.clone());
        bar.inc(1);
    });
    bar.finish_and_clear();
    Ok(Record { machine, ceilings, host, rows, targets: Vec::new() })
}

fn print(record: &Record, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    let m = &record.machine;
    writeln!(out, "{} ({}, {}), {} cores", m.device, m.backend, m.driver, m.cores)?;
    let load = m.load.map_or(String::new(), |l| format!(", load {l:.1} at the start"));
    writeln!(out, "{}, commit {}, version {}{load} {}", m.date, m.commit, m.version, m.settings.join(" "))?;
    let c = &record.ceilings;
    let rate = |x: Option<f64>, unit: &str| x.map_or("none".into(), |x| format!("{:.1} {unit}", x / 1e9));
    writeln!(
        out,
        "ceilings: f32 {}, f16 {}, matrix {}, copy {}, launch {}\n",
        rate(c.f32, "GFLOP/s"),
        rate(c.f16, "GFLOP/s"),
        rate(c.matrix, "GFLOP/s"),
        rate(c.copy, "GB/s"),
        c.launch.map_or("none".into(), |s| format!("{:.0} us", s * 1e6)),
    )?;
    let mut suite = "";
    for row in &record.rows {
        if row.suite != suite {
            suite = &row.suite;
            writeln!(
                out,
                "{suite:<64} {:>10} {:>6} {:>9} {:>8} {:>9} {:>9} {:>8}  by",
                "ms", "+-", "GFLOP/s", "GB/s", "of unit", "MB", "error"
            )?;
        }
        print_row(record, row, out)?;
    }
    print_costs(record, out)?;
    print_growth(record, out)?;
    writeln!(out, "\ntargets")?;
    for t in &record.targets {
        let verdict = match t.verdict {
            Verdict::Reached => "reached",
            Verdict::NotReached => "NOT REACHED",
            Verdict::NotMeasurable => "not measurable here",
        };
        let measured = t.measured.map_or(String::new(), |x| format!("{x:.2}, "));
        writeln!(out, "  {verdict:<20} {} ({}): {}; {measured}{}", t.what, t.place, t.wanted, t.note)?;
    }
    Ok(())
}

fn print_row(record: &Record, row: &Row, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    let by = format!(
        "{}{}",
        row.by,
        if row.kernel.is_empty() { String::new() } else { format!(" ({})", row.kernel) }
    );
    if let Some(fault) = &row.fault {
        writeln!(out, "  {:<62} FAILED: {fault}  {by}", row.call)?;
    }
    let Some(f) = &row.figure else { return Ok(()) };
    let share = f.roofline.map_or(String::new(), |r| format!("{:.0}% {}", r * 100.0, f.unit));
    let own = record.rows.iter().find(|r| r.call == row.call && r.is_own() && r.by != row.by);
    let ratio = own
        .and_then(|r| r.figure.as_ref())
        .map_or(String::new(), |own| format!(", {:.2} times our time", f.host_seconds / own.host_seconds));
    let apart = if f.rounds.len() > 1 {
        format!(", slowest round {:.2} times the fastest", f.rounds_apart())
    } else {
        String::new()
    };
    writeln!(
        out,
        "  {:<62} {:>10.3} {:>5.1}% {:>9.2} {:>8.2} {share:>9} {:>9.1} {:>8.0e}  {by}{ratio}{apart}",
        row.call,
        f.seconds * 1e3,
        f.spread * 100.0,
        f.gflops(),
        f.gbytes(),
        f.buffer_bytes as f64 / 1e6,
        row.error.unwrap_or(f64::NAN),
    )?;
    Ok(())
}

/// Whether bounds and lists save what the cost model says they do: time a FLOP, against the call
/// of the same suite and length without them. 1 is exact.
fn print_costs(record: &Record, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    let costs = wgpu_attention::bench::costs(&record.rows);
    if costs.is_empty() {
        return Ok(());
    }
    writeln!(out, "\ncost model: measured time over what the counted work predicts; within 0.75 to 1.25")?;
    for (call, ratio) in costs {
        let mark = if (0.75..=1.25).contains(&ratio) { "" } else { "  OUTSIDE" };
        writeln!(out, "  {call:<62} {ratio:>6.2}{mark}")?;
    }
    Ok(())
}

/// Recurrences over the length: time of a token, scratch, and where they overtake the softmax.
fn print_growth(record: &Record, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    let all = wgpu_attention::bench::growth(&record.rows);
    if all.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nrecurrences over the length: microseconds a token at each")?;
    for g in all {
        let times: Vec<String> = g.per_token.iter().map(|(n, s)| format!("{n}: {:.2}", s * 1e6)).collect();
        writeln!(out, "  {}\n    {}", g.call, times.join(", "))?;
        let flat = g.unevenness.map_or("not measured".into(), |x| format!("{x:.2}"));
        let wins = match g.beats_softmax {
            Some((from, last)) => format!("from {from} tokens on, {last:.1} times at the longest"),
            None => "not at these lengths".into(),
        };
        writeln!(
            out,
            "    longest over shortest from 1,024 tokens on {flat}; scratch {:.2} states a chunk; beats causal softmax {wins}",
            g.chunk_states
        )?;
    }
    Ok(())
}

fn print_comparison(a: &Record, b: &Record, out: &mut impl std::io::Write) -> anyhow::Result<ExitCode> {
    for (name, m) in [("A", &a.machine), ("B", &b.machine)] {
        writeln!(out, "{name}: {} ({}), {}, commit {}", m.device, m.driver, m.date, m.commit)?;
    }
    let (ratios, missing) = compare(a, b);
    writeln!(out, "\n{:<90} {:>10} {:>10} {:>8}", "", "A, ms", "B, ms", "A / B")?;
    for r in &ratios {
        let [x, y] = r.seconds;
        writeln!(out, "{:<90} {:>10.3} {:>10.3} {:>8.2}", r.what, x * 1e3, y * 1e3, r.speed_up())?;
    }
    for name in &missing {
        writeln!(out, "{name}")?;
    }
    Ok(ExitCode::SUCCESS)
}
