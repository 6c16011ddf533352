//! `fuzz`: random problems against the reference, random bytes against what reads them.

use anyhow::Context as _;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Status, fuzz};
use wgpu_attention::device::{adapters, matches};

/// A line of progress as often as this.
const SAY: Duration = Duration::from_secs(15);
/// A device keeps every pipeline; it is opened anew after so many problems.
const RENEW: u64 = 300;

/// Options of `fuzz`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The first adapter whose name, driver or backend contains this
    #[arg(long, value_name = "TEXT", conflicts_with = "all_adapters")]
    adapter: Option<String>,
    /// Every adapter there is
    #[arg(long)]
    all_adapters: bool,
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
    inputs: [u64; 2],
    accepted: [u64; 2],
    panics: u64,
}

/// Tries seed after seed. Fails if anything was wrong, or nothing passed.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let seeds = args.seed..args.count.map_or(u64::MAX, |count| args.seed.saturating_add(count));
    let mut right = true;
    // Damaged input needs no device, and is the same on all of them.
    let names = names(args)?;
    for (n, name) in names.iter().enumerate() {
        let tally = on(name, n == 0, seeds.clone())?;
        writeln!(std::io::stdout(), "{name}: {tally}")?;
        right &= tally.right();
    }
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Titles of the adapters that were asked for.
fn names(args: &Args) -> anyhow::Result<Vec<String>> {
    if !args.all_adapters {
        return Ok(vec![Gpu::new(args.adapter.as_deref())?.caps().title()]);
    }
    adapters().iter().map(|a| Ok(Gpu::from_adapter(a)?.caps().title())).collect()
}

fn open(title: &str) -> anyhow::Result<Gpu> {
    let all = adapters();
    let adapter = all.iter().find(|a| matches(&a.get_info(), title)).context("the adapter is gone")?;
    Ok(Gpu::from_adapter(adapter)?)
}

fn on(title: &str, bytes: bool, seeds: std::ops::Range<u64>) -> anyhow::Result<Tally> {
    let (mut tally, mut said) = (Tally::default(), Instant::now());
    let mut gpu = open(title)?;
    for (n, seed) in (0u64..).zip(seeds) {
        if n % RENEW == RENEW - 1 {
            gpu = open(title)?;
        }
        if bytes {
            tally.read(seed);
        }
        tally.problem(seed, &gpu, title);
        if said.elapsed() > SAY {
            eprintln!("{title}: {tally}");
            said = Instant::now();
        }
    }
    Ok(tally)
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
        if let (true, Some(reason)) = (finding.failed(), finding.reason) {
            let repeat = format!("wgpu-attention fuzz --adapter {title:?} --seed {seed} --count 1");
            eprintln!("{}: seed {seed}\n  {}\n  {repeat}", finding.status, reason.text);
        }
    }

    fn panicked(&mut self, seed: u64, what: &str) {
        eprintln!("panic: seed {seed}, {what}");
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
