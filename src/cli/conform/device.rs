//! The suite on one device, by several threads.

use super::{Args, chosen};
use anyhow::{Context as _, anyhow};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use wgpu_attention::Gpu;
use wgpu_attention::conformance::{Check, Finding, Report};

/// Without a terminal there is a line of progress as often as this.
const QUIET: Duration = Duration::from_secs(15);
/// Threads that run checks, if the machine has so many processors.
const THREADS: usize = 8;

/// The report of one device. Shaders take longer to compile than all else, and a driver compiles them
/// in the thread that asks, or in one of its device's: so every thread opens the device anew.
pub(super) fn report(gpu: &Gpu, total: usize, args: &Args) -> anyhow::Result<Report> {
    let mut report = Report::new("native, naga", gpu.caps());
    let begin = Instant::now();
    let title = gpu.caps().title();
    let run = Run::new(&gpu.caps().name, total, args);
    let threads = args.jobs.unwrap_or_else(processors).clamp(1, total.max(1));
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|n| {
                let (run, title) = (&run, &title);
                scope.spawn(move || {
                    let gpu = Gpu::new(Some(title)).with_context(|| format!("{title}, once more"))?;
                    run.work(n, &gpu);
                    anyhow::Ok(())
                })
            })
            .collect();
        run.work(0, gpu);
        others.into_iter().try_for_each(|t| t.join().map_err(|_| anyhow!("{title}: a thread broke off"))?)
    })?;
    report.findings = run.findings();
    report.seconds = begin.elapsed().as_secs_f64();
    report.device = gpu.caps().clone();
    Ok(report)
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(THREADS)
}

/// What the threads share.
struct Run<'a> {
    args: &'a Args,
    name: &'a str,
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
    fn new(name: &'a str, total: usize, args: &'a Args) -> Self {
        // A count of checks.
        let bar = ProgressBar::new(total as u64).with_style(style());
        bar.set_prefix(name.to_string());
        Self { args, name, bar, state: Mutex::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A poisoned state still holds whole entries only.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs what no other thread took first.
    fn work(&self, thread: usize, gpu: &Gpu) {
        gpu.self_check();
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
        let since = *state.said.get_or_insert_with(Instant::now);
        if self.bar.is_hidden() && since.elapsed() > QUIET {
            let (done, all) = (state.findings.len(), self.bar.length().unwrap_or_default());
            eprintln!("{}: {done} of {all}, next {}", self.name, check.name);
            state.said = Some(Instant::now());
        }
    }

    fn complain(&self, finding: &Finding, gpu: &Gpu) {
        if let (true, Some(reason)) = (finding.failed(), &finding.reason) {
            let (status, case, command) = (finding.status, &finding.case, finding.command(gpu.caps()));
            self.bar.suspend(|| eprintln!("{status}: {case}\n  {}\n  {command}", reason.text));
        }
    }

    /// What was found, in the order of the suite.
    fn findings(self) -> Vec<Finding> {
        self.bar.finish_and_clear();
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut findings = state.findings;
        findings.sort_by_key(|(place, _)| *place);
        findings.into_iter().map(|(_, finding)| finding).collect()
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len}, {eta} left\\n{wide_msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
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
        style();
    }
}
