//! `fuzz`: random problems against the reference, random bytes against what reads them.

use super::adapter::{Several, open, open_again};
use super::output::say;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wgpu_attention::conformance::{Status, fuzz};
use wgpu_attention::{Gpu, wgpu};

/// A line of progress as often as this.
const SAY: Duration = Duration::from_secs(15);
/// A device keeps every pipeline; it is opened anew after so many problems.
const RENEW: u64 = 300;
/// Reasons that are printed; many name numbers of their problem.
const REASONS: usize = 10;

/// Options of `fuzz`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    adapters: Several,
    /// The first seed: a seed is one problem, one damaged file and one damaged hook
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// How many seeds; without it there is no end
    #[arg(long, value_name = "N")]
    count: Option<u64>,
}

/// What was tried, and how it went.
#[derive(Default)]
struct Tally {
    problems: BTreeMap<Status, u64>,
    /// Why problems are not supported, and the first seed of each reason.
    unsupported: BTreeMap<String, (u64, u64)>,
    inputs: [u64; 2],
    accepted: [u64; 2],
    panics: u64,
}

/// Tries seed after seed. Fails if anything was wrong, or nothing passed.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let seeds = args.seed..args.count.map_or(u64::MAX, |count| args.seed.saturating_add(count));
    let mut right = true;
    // Damaged input needs no device, and is the same on all of them.
    for (n, adapter) in args.adapters.found()?.iter().enumerate() {
        let (title, tally) = on(adapter, n == 0, seeds.clone())?;
        let mut out = std::io::stdout();
        writeln!(out, "{title}: {tally}")?;
        for (why, (count, seed)) in tally.unsupported.iter().take(REASONS) {
            writeln!(out, "  {count} not supported, seed {seed} first: {why}")?;
        }
        let untold = tally.unsupported.len().saturating_sub(REASONS);
        if untold > 0 {
            writeln!(out, "  and {untold} more reasons")?;
        }
        if tally.count(Status::Pass) == 0 {
            say(format_args!("error: {title}: no problem passed"));
        }
        right &= tally.right();
    }
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The device's title, and what was tried on it.
fn on(adapter: &wgpu::Adapter, bytes: bool, seeds: std::ops::Range<u64>) -> anyhow::Result<(String, Tally)> {
    let (mut tally, mut said) = (Tally::default(), Instant::now());
    let mut gpu = open(adapter)?;
    let title = gpu.caps().title();
    for (n, seed) in (0u64..).zip(seeds) {
        if n % RENEW == RENEW - 1 {
            gpu = open_again(adapter)?;
        }
        if bytes {
            tally.read(seed);
        }
        tally.problem(seed, &gpu, &title);
        if said.elapsed() > SAY {
            say(format_args!("{title}: {tally}"));
            said = Instant::now();
        }
    }
    Ok((title, tally))
}

impl Tally {
    fn read(&mut self, seed: u64) {
        match catch_unwind(|| fuzz::read(seed)) {
            Ok(accepted) => {
                for (n, accepted) in accepted.into_iter().enumerate() {
                    self.inputs[n] += 1;
                    self.accepted[n] += u64::from(accepted);
                }
            }
            Err(_) => self.panicked(seed, "reading damaged bytes"),
        }
    }

    fn problem(&mut self, seed: u64, gpu: &Gpu, title: &str) {
        let Ok(finding) = catch_unwind(AssertUnwindSafe(|| fuzz::problem(seed).run(gpu))) else {
            return self.panicked(seed, "a random problem");
        };
        *self.problems.entry(finding.status).or_default() += 1;
        let (failed, Some(reason)) = (finding.failed(), finding.reason) else { return };
        if failed {
            let repeat = format!("wgpu-attention fuzz --adapter {title:?} --seed {seed} --count 1");
            say(format_args!("{}: seed {seed}\n  {}\n  {repeat}", finding.status, reason.text));
        } else {
            self.unsupported.entry(reason.text).or_insert((0, seed)).0 += 1;
        }
    }

    fn panicked(&mut self, seed: u64, what: &str) {
        say(format_args!("panic: seed {seed}, {what}"));
        self.panics += 1;
    }

    fn count(&self, status: Status) -> u64 {
        self.problems.get(&status).copied().unwrap_or(0)
    }

    fn right(&self) -> bool {
        let wrong = self.count(Status::Fail) + self.count(Status::Error) + self.panics;
        wrong == 0 && self.count(Status::Pass) > 0
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let all: u64 = self.problems.values().sum();
        write!(f, "{all} problems tried")?;
        for status in Status::ALL {
            write!(f, ", {} {status}", self.count(status))?;
        }
        if self.inputs[0] > 0 {
            let ([files, hooks], [read, compiled]) = (self.inputs, self.accepted);
            write!(
                f,
                "; {files} damaged files, {read} still valid; {hooks} damaged hooks, {compiled} still valid"
            )?;
        }
        write!(f, "; {} panics", self.panics)
    }
}
