//! Every system of the catalogue on every adapter, against the formula of its paper: one test
//! each, by the system's name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "the tests of single kernels use more of them")]
#[path = "gpu/adapters.rs"]
mod adapters;
#[allow(dead_code, reason = "the tests of single kernels use more of it")]
#[path = "gpu/journal.rs"]
mod journal;

use libtest_mimic::{Arguments, Failed, Trial as Test};
use wgpu_attention::conformance::{System, Trial, brief, page, systems};
use wgpu_attention::{Error, Gpu, HostTensors, Plan};

fn main() -> std::process::ExitCode {
    let of_system = |system: &'static System| Test::test(system.name, move || check(system));
    let mut tests: Vec<Test> = systems().into_iter().map(of_system).collect();
    tests.push(Test::test("documents", documents));
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

/// The lists in the documents are those of the code.
fn documents() -> Result<(), Failed> {
    let current = include_str!("../src/systems/CATALOGUE.md") == page()
        && include_str!("../README.md").contains(&brief());
    if current { Ok(()) } else { Err("out of date: run `cargo xtask systems`".into()) }
}

fn check(system: &System) -> Result<(), Failed> {
    let mut trial = (system.trial)();
    let mut last = Vec::new();
    let mut failures = Vec::new();
    adapters::each(|class, gpu| match complaint(&mut trial, gpu, &mut last) {
        Ok(None) => {}
        Ok(Some(why)) => failures.push(format!("{class}: {why}")),
        Err(e) => failures.push(format!("{class}: {e}")),
    });
    if failures.is_empty() { must_complain(&mut trial, &last) } else { Err(failures.join("\n").into()) }
}

/// What is wrong with the outputs of one adapter, which stay in `outputs`.
fn complaint(
    trial: &mut Trial,
    gpu: &Gpu,
    outputs: &mut Vec<(Plan, HostTensors)>,
) -> Result<Option<String>, Error> {
    *outputs = trial.outputs(gpu)?;
    Ok(trial.judge(outputs)?.complaint())
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
