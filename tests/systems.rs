//! Every system of the catalogue on every adapter, against the formula of its paper: one test
//! each, by the system's name.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use libtest_mimic::{Arguments, Failed, Trial as Test};
use std::sync::{Arc, Mutex, PoisonError};
use wgpu_attention::conformance::{System, Trial, brief, page, systems};
use wgpu_attention::{Gpu, HostTensors, Plan, device};

/// Adapters in turn: wgpu's GLES backend gives up on a context that another thread keeps for
/// more than a second.
type Adapters = Arc<Vec<Mutex<Gpu>>>;

fn main() -> std::process::ExitCode {
    let adapters: Adapters = Arc::new(
        device::adapters().iter().filter_map(|a| Gpu::from_adapter(a).ok()).map(Mutex::new).collect(),
    );
    for gpu in adapters.iter() {
        let gpu = gpu.lock().unwrap_or_else(PoisonError::into_inner);
        eprintln!("systems on {}", gpu.caps().title());
    }
    let mut tests: Vec<Test> = systems()
        .into_iter()
        .map(|system| {
            let adapters = adapters.clone();
            Test::test(system.name, move || check(system, &adapters))
        })
        .collect();
    tests.push(Test::test("documents", documents));
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

/// The lists in the documents are those of the code.
fn documents() -> Result<(), Failed> {
    let current = include_str!("../src/systems/CATALOGUE.md") == page()
        && include_str!("../README.md").contains(&brief());
    if current { Ok(()) } else { Err("out of date: run `cargo xtask systems`".into()) }
}

fn check(system: &System, adapters: &Adapters) -> Result<(), Failed> {
    let mut trial = (system.trial)();
    if adapters.is_empty() {
        return Err("no adapter: install a driver (Debian, Ubuntu: mesa-vulkan-drivers)".into());
    }
    let mut last = Vec::new();
    for gpu in adapters.iter() {
        let gpu = gpu.lock().unwrap_or_else(PoisonError::into_inner);
        let title = gpu.caps().title();
        last = trial.outputs(&gpu).map_err(|e| format!("{title}: {e}"))?;
        if let Some(why) = trial.judge(&last).map_err(|e| format!("{title}: {e}"))?.complaint() {
            return Err(format!("{title}: {why}").into());
        }
    }
    must_complain(&mut trial, &last)
}

/// A wrong number in any output must be seen.
fn must_complain(trial: &mut Trial, outputs: &[(Plan, HostTensors)]) -> Result<(), Failed> {
    for step in 0..trial.steps.len() {
        for n in 0..trial.steps[step].wanted.len() {
            let wanted = &mut trial.steps[step].wanted[n];
            let top = wanted.values.iter().filter(|x| x.is_finite()).fold(0.0f64, |m, x| m.max(x.abs()));
            let at = wanted.values.len() / 2;
            let right = wanted.values[at];
            wanted.values[at] = if right.is_finite() { right + 0.02 * top } else { 0.0 };
            let role = wanted.role;
            let verdict = trial.judge(outputs).map_err(|e| e.to_string())?;
            trial.steps[step].wanted[n].values[at] = right;
            if verdict.complaint().is_none() {
                return Err(format!("step {step}, {role}: a wrong element goes unseen").into());
            }
        }
    }
    Ok(())
}
