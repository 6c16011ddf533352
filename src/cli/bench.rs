//! `bench`: suites of calls, measured, checked and compared with the device's ceilings.

use super::adapter::One;
use super::output::{self, Files, Formats, say};
use anyhow::{Context as _, ensure};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wgpu_attention::bench::{
    Case, Ceilings, Effort, HostCost, Machine, Record, Row, Scope, Standing, Suite, Verdict, compare, counts,
    measure as measure_in_rounds, targets,
};
use wgpu_attention::device::contains;
use wgpu_attention::report::bench_html;

/// A run writes its files as often as this, to leave something if it is broken off.
const KEEP: Duration = Duration::from_secs(10);

/// Options of `bench`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to measure
    #[arg(long, value_enum, default_value = "all")]
    suite: Which,
    #[command(flatten)]
    adapter: One,
    /// Only calls whose name contains this, e.g. "n4096" or "delta"
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Writes everything as JSON, every now and then and at the end
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes a report with plots, as often
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Small calls and short times: to see that all of it works
    #[arg(long)]
    quick: bool,
    /// Seconds that each call is timed, in all rounds together [default: 1, or 0.05 with --quick]
    #[arg(long, value_name = "SECONDS", value_parser = super::seconds)]
    seconds: Option<Duration>,
    /// Rounds over all calls; of each the one in the middle counts [default: 3, or 1 with --quick]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: Option<u32>,
    /// Seconds after which no further call is begun; what was measured until then is printed and written
    #[arg(long, value_name = "SECONDS", value_parser = super::seconds)]
    limit: Option<Duration>,
    /// Rows that peers wrote on the same machine (benches/peers), to compare with
    #[arg(long, value_name = "FILE", num_args = 1..)]
    peers: Vec<PathBuf>,
    /// Measures nothing: compares two runs, row by row
    #[arg(long, num_args = 2, value_names = ["A.json", "B.json"])]
    #[arg(conflicts_with_all = ["json", "html", "peers", "from"], conflicts_with_all = MEASURING)]
    compare: Option<Vec<PathBuf>>,
    /// Measures nothing: takes the rows of an earlier run
    #[arg(long, value_name = "FILE", conflicts_with_all = MEASURING)]
    from: Option<PathBuf>,
}

/// Options of what is measured, which mean nothing where nothing is.
const MEASURING: [&str; 7] = ["suite", "adapter", "only", "quick", "seconds", "rounds", "limit"];

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

/// Measures, prints, and writes what was asked for. Fails if a call did.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    if let Some([a, b]) = args.compare.as_deref() {
        return print_comparison(&read(a)?, &read(b)?, &mut out);
    }
    let peers = args.peers.iter().map(|path| read_rows(path)).collect::<anyhow::Result<Vec<_>>>()?.concat();
    let earlier = args.from.as_deref().map(read).transpose()?;
    let mut files = Files::open(args.json.as_deref(), args.html.as_deref())?;
    let mut record = match earlier {
        Some(record) => record,
        None => measure(args, &mut files)?,
    };
    record.rows.extend(peers);
    record.targets = targets(&record);
    output::all([files.write(&record, FORMATS), print(&record, &mut out)])?;
    let own = record.rows.iter().filter(|r| r.is_ours());
    let failed = own.clone().filter(|r| r.standing() == Standing::Failed).count();
    if failed > 0 {
        say(format_args!("error: {failed} of {} calls failed", own.count()));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

const FORMATS: Formats<Record> =
    [|record| Ok(serde_json::to_string_pretty(record)? + "\n"), |record| Ok(bench_html(record)?)];

fn read(path: &Path) -> anyhow::Result<Record> {
    super::read_json(path, "a run that `bench --json` wrote")
}

/// Rows of peers.
fn read_rows(path: &Path) -> anyhow::Result<Vec<Row>> {
    let rows: Vec<Row> = super::read_json(path, "rows of a peer, as benches/peers writes them")?;
    rows.iter().try_for_each(believable).with_context(|| path.display().to_string())?;
    Ok(rows)
}

/// A peer's row must not pass for the library's own, and its times must be some.
fn believable(row: &Row) -> anyhow::Result<()> {
    ensure!(!row.is_ours(), "{}: by {:?}, as this library's own rows are", row.call, row.by);
    let Some(f) = &row.figure else { return Ok(()) };
    for (name, seconds) in [("seconds", f.seconds), ("host_seconds", f.host_seconds)] {
        ensure!(seconds > 0.0, "{} by {}: {name} is {seconds}, not above 0", row.call, row.by);
    }
    Ok(())
}

fn measure(args: &Args, files: &mut Files) -> anyhow::Result<Record> {
    let gpu = args.adapter.open()?;
    let machine = Machine::now(gpu.caps());
    say(gpu.caps().title());
    let cases = chosen(args, Scope::of(gpu.caps(), args.quick))?;
    let budget = args.seconds.unwrap_or(Duration::from_millis(if args.quick { 50 } else { 1000 }));
    let rounds = args.rounds.unwrap_or(if args.quick { 1 } else { 3 });
    let bar = ProgressBar::new(cases.len() as u64 * u64::from(rounds));
    bar.set_style(ProgressStyle::with_template("{bar:30} {pos}/{len} calls, {elapsed}: {msg}")?);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar.set_message("ceilings of the device");
    let ceilings = Ceilings::measure(&gpu, budget)?;
    let host = HostCost::measure(&gpu, if args.quick { 50 } else { 500 }).ok();
    let mut record =
        Record { machine, ceilings: ceilings.clone(), host, rows: Vec::new(), targets: Vec::new() };
    let mut kept = Instant::now();
    let effort = Effort { budget, rounds, limit: args.limit };
    let rows = measure_in_rounds(&gpu, &ceilings, &cases, effort, |case, so_far| {
        bar.set_message(case.call.clone());
        bar.inc(1);
        if kept.elapsed() > KEEP {
            record.rows = so_far();
            files.keep(&record, FORMATS);
            kept = Instant::now();
        }
    });
    bar.finish_and_clear();
    Ok(Record { rows, ..record })
}

/// The calls that were asked for, at least one.
fn chosen(args: &Args, scope: Scope) -> anyhow::Result<Vec<Case>> {
    let mut cases: Vec<Case> = args.suite.suites().into_iter().flat_map(|s| s.cases(scope)).collect();
    let Some(only) = &args.only else { return Ok(cases) };
    let such_as = cases.first().map_or(String::new(), |c| format!(", as {:?}", c.call));
    cases.retain(|c| contains(&c.call, only));
    ensure!(!cases.is_empty(), "no call has a name that contains {only:?}{such_as}");
    Ok(cases)
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
                "{suite:<64} {:>10} {:>6} {:>9} {:>8} {:>12} {:>9} {:>8}  by",
                "ms", "+-", "GFLOP/s", "GB/s", "of unit", "MB", "error"
            )?;
        }
        print_row(record, row, out)?;
    }
    print_standing(record, out)?;
    print_costs(record, out)?;
    print_growth(record, out)?;
    print_targets(record, out)
}

fn print_standing(record: &Record, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    let (own, peers) = (|r: &&Row| r.is_ours(), |r: &&Row| !r.is_ours());
    writeln!(out, "\ncalls: {}", counts(record.rows.iter().filter(own)))?;
    if record.rows.iter().any(|r| peers(&r)) {
        writeln!(out, "of peers: {}", counts(record.rows.iter().filter(peers)))?;
    }
    if record.rows.iter().filter_map(|r| r.figure.as_ref()?.roofline).any(|share| share > 1.0) {
        writeln!(out, "(!) more than the ceiling: the device gave less while that was measured")?;
    }
    Ok(())
}

fn print_targets(record: &Record, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    writeln!(out, "\ntargets")?;
    // Of a run of some suites most are not measurable, which says nothing.
    let all = Suite::ALL.iter().all(|suite| record.rows.iter().any(|r| r.suite == suite.name()));
    let untold = record.targets.iter().filter(|t| t.verdict == Verdict::NotMeasurable).count();
    for t in record.targets.iter().filter(|t| all || t.verdict != Verdict::NotMeasurable) {
        let verdict = match t.verdict {
            Verdict::Reached => "reached",
            Verdict::NotReached => "NOT REACHED",
            Verdict::NotMeasurable => "not measurable here",
        };
        let measured = t.measured.map_or(String::new(), |x| format!("{x:.2}, "));
        writeln!(out, "  {verdict:<20} {} ({}): {}; {measured}{}", t.what, t.place, t.wanted, t.note)?;
    }
    if !all && untold > 0 {
        writeln!(out, "  {untold} are not measurable by these suites on this device")?;
    }
    Ok(())
}

fn print_row(record: &Record, row: &Row, out: &mut impl std::io::Write) -> anyhow::Result<()> {
    let kernel = if row.kernel.is_empty() { String::new() } else { format!(" ({})", row.kernel) };
    let by = format!("{}{kernel}", row.by);
    let complaint = row.complaint().unwrap_or_default();
    let Some(f) = &row.figure else {
        let failed = if row.standing() == Standing::Failed { "FAILED: " } else { "" };
        return Ok(writeln!(out, "  {:<62} {failed}{complaint}  {by}", row.call)?);
    };
    let share = f.share().unwrap_or_default();
    let own = record.rows.iter().find(|r| r.call == row.call && r.is_own() && r.by != row.by);
    // Peers have no device time: the column of milliseconds is none to divide by.
    let ratio = own.and_then(|r| r.figure.as_ref()).map_or(String::new(), |own| {
        let (times, ms) = (f.host_seconds / own.host_seconds, own.host_seconds * 1e3);
        format!(", {times:.2} times our {ms:.3} ms on the host's clock")
    });
    let apart = if f.rounds.len() > 1 {
        format!(", slowest round {:.2} times the fastest", f.rounds_apart())
    } else {
        String::new()
    };
    let complaint = if complaint.is_empty() { complaint } else { format!("  {complaint}") };
    writeln!(
        out,
        "  {:<62} {:>10.3} {:>5.1}% {:>9.2} {:>8.2} {share:>12} {:>9.1} {:>8}  {by}{ratio}{apart}{complaint}",
        row.call,
        f.seconds * 1e3,
        f.spread * 100.0,
        f.gflops(),
        f.gbytes(),
        f.buffer_bytes as f64 / 1e6,
        row.error.map_or("-".into(), |error| format!("{error:.0e}")),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peers_row_is_neither_ours_nor_without_a_time() {
        let row = |by: &str, seconds: f64, host: f64| -> Row {
            let figure = format!(
                "{{ \"seconds\": {seconds}, \"host_seconds\": {host}, \"fastest\": 1, \"spread\": 0, \
                 \"calls\": 1, \"clock\": \"host\", \"flops\": 1, \"bytes\": 1, \"buffer_bytes\": 0 }}"
            );
            let start = format!("\"suite\": \"prefill\", \"call\": \"causal\", \"by\": \"{by}\"");
            serde_json::from_str(&format!("{{ {start}, \"len\": 1, \"figure\": {figure} }}")).unwrap()
        };
        assert!(believable(&row("burn 0.22", 1e-3, 2e-3)).is_ok());
        for by in ["wgpu-attention", "wgpu-attention: flash"] {
            assert!(believable(&row(by, 1e-3, 2e-3)).unwrap_err().to_string().contains(by));
        }
        for (seconds, host, name) in [(0.0, 1.0, "seconds is 0"), (1.0, -1.0, "host_seconds is -1")] {
            assert!(believable(&row("x", seconds, host)).unwrap_err().to_string().contains(name));
        }
    }

    #[test]
    fn calls_are_chosen_ignoring_case_and_none_is_an_error() {
        let of = |only: &str| {
            #[derive(clap::Parser)]
            struct Line {
                #[command(flatten)]
                args: Args,
            }
            let args = <Line as clap::Parser>::parse_from(["bench", "--only", only]).args;
            chosen(&args, Scope::Quick).map(|cases| cases.len())
        };
        assert_eq!(of("DELTA").unwrap(), of("delta").unwrap());
        let error = of("zzz").unwrap_err().to_string();
        assert!(error.contains("\"zzz\", as \"causal"), "{error}");
    }
}
