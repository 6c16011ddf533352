//! The suite on one device, by several threads.

use super::{Args, chosen};
use crate::cli::adapter::open_again;
use crate::cli::output::{self, say};
use anyhow::{Context as _, anyhow};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use wgpu_attention::conformance::{Check, Finding, Report};
use wgpu_attention::{Gpu, wgpu};

/// Without a terminal there is a line of progress as often as this, and what was found is kept.
const QUIET: Duration = Duration::from_secs(15);
/// Threads that run checks, if the machine has so many processors.
const THREADS: usize = 8;

/// The report of one device, and what broke off. Shaders take longer to compile than all else, and a driver
/// compiles them in the thread that asks, or in one of its device's: so every thread opens the adapter anew.
/// What there is so far goes to `keep` every now and then.
pub(super) fn report(
    adapter: &wgpu::Adapter,
    gpu: &Gpu,
    total: usize,
    args: &Args,
    keep: &(dyn Fn(Report) + Sync),
) -> (Report, anyhow::Result<()>) {
    let run = Run::new(gpu, total, args, keep);
    let title = gpu.caps().title();
    let threads = args.jobs.map_or_else(processors, usize::from).clamp(1, total.max(1));
    let ended = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|n| {
                let (run, title) = (&run, &title);
                scope.spawn(move || {
                    run.work(n, &open_again(adapter).with_context(|| format!("{title}, once more"))?);
                    anyhow::Ok(())
                })
            })
            .collect();
        run.work(0, gpu);
        let join = |t: std::thread::ScopedJoinHandle<'_, _>| {
            t.join().unwrap_or_else(|_| Err(anyhow!("{title}: a thread broke off")))
        };
        output::all(others.into_iter().map(join).collect::<Vec<_>>())
    });
    run.bar.finish_and_clear();
    (run.report(), ended)
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(THREADS)
}

/// What the threads share.
struct Run<'a> {
    args: &'a Args,
    gpu: &'a Gpu,
    total: usize,
    begin: Instant,
    keep: &'a (dyn Fn(Report) + Sync),
    bar: ProgressBar,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Which thread took what.
    taken: HashMap<String, usize>,
    /// By place in the suite.
    findings: Vec<(usize, Finding)>,
    said: Option<Instant>,
}

/// What one thread takes at once: the checks of a group by one kernel share its pipelines.
fn share(check: &Check) -> String {
    match (check.tier, check.name.rsplit('/').next()) {
        (Some(_), Some(kernel)) => format!("{}/{kernel}", check.group),
        _ => check.name.clone(),
    }
}

impl<'a> Run<'a> {
    fn new(gpu: &'a Gpu, total: usize, args: &'a Args, keep: &'a (dyn Fn(Report) + Sync)) -> Self {
        // A count of checks.
        let bar = ProgressBar::new(total as u64).with_style(style());
        bar.set_prefix(gpu.caps().name.clone());
        Self { args, gpu, total, begin: Instant::now(), keep, bar, state: Mutex::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A poisoned state still holds whole entries only.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs what no other thread took first.
    fn work(&self, thread: usize, gpu: &Gpu) {
        for (place, check) in chosen(self.args).enumerate() {
            if *self.state().taken.entry(share(&check)).or_insert(thread) != thread {
                continue;
            }
            self.say(&check);
            let finding = check.run(gpu);
            self.complain(&finding, gpu);
            self.state().findings.push((place, finding));
            self.bar.inc(1);
        }
    }

    fn say(&self, check: &Check) {
        self.bar.set_message(check.name.clone());
        let mut state = self.state();
        if state.said.get_or_insert_with(Instant::now).elapsed() < QUIET {
            return;
        }
        state.said = Some(Instant::now());
        let done = state.findings.len();
        drop(state);
        if self.bar.is_hidden() {
            say(format_args!("{}: {done} of {}, next {}", self.gpu.caps().name, self.total, check.name));
        }
        (self.keep)(self.report());
    }

    fn complain(&self, finding: &Finding, gpu: &Gpu) {
        if let (true, Some(reason)) = (finding.failed(), &finding.reason) {
            let (status, case, command) = (finding.status, &finding.case, finding.command(gpu.caps()));
            self.bar.suspend(|| say(format_args!("{status}: {case}\n  {}\n  {command}", reason.text)));
        }
    }

    /// What was found so far, in the order of the suite.
    fn report(&self) -> Report {
        let mut found = self.state().findings.clone();
        found.sort_by_key(|(place, _)| *place);
        Report {
            seconds: self.begin.elapsed().as_secs_f64(),
            missing: self.total - found.len(),
            findings: found.into_iter().map(|(_, finding)| finding).collect(),
            ..Report::new("native, naga", self.gpu.caps())
        }
    }
}

const PROGRESS: &str = "{prefix} {wide_bar} {pos}/{len}, {eta} left\n{wide_msg}";

fn style() -> ProgressStyle {
    ProgressStyle::with_template(PROGRESS).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wgpu_attention::conformance::suite;

    #[test]
    fn a_kernel_of_a_group_is_one_share_and_systems_are_many() {
        let of = |name: &str| share(&suite().find(|c| c.name == name).expect("a check of the suite"));
        assert_eq!(of("softmax/lengths/1x2/naive"), of("softmax/lengths/300x1000 causal/naive"));
        assert_ne!(of("softmax/lengths/1x2/naive"), of("softmax/lengths/1x2/flash"));
        assert_ne!(of("systems/rwkv-6"), of("systems/rwkv-7"));
    }

    #[test]
    fn progress_takes_two_lines() {
        style();
        assert_eq!((PROGRESS.lines().count(), PROGRESS.contains('\\')), (2, false));
    }
}
