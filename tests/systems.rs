//! Every system of the catalogue on every adapter, against the formula of its paper: one test
//! each, by the system's name.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use libtest_mimic::{Arguments, Failed, Trial as Test};
use std::sync::{Arc, Mutex, PoisonError};
use wgpu_attention::conformance::{System, systems};
use wgpu_attention::{Gpu, device};

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
    let tests = systems().into_iter().map(|system| {
        let adapters = adapters.clone();
        Test::test(system.name, move || check(system, &adapters))
    });
    libtest_mimic::run(&Arguments::from_args(), tests.collect()).exit_code()
}

fn check(system: &System, adapters: &Adapters) -> Result<(), Failed> {
    let trial = (system.trial)();
    if adapters.is_empty() {
        return Err("no adapter: install a driver (Debian, Ubuntu: mesa-vulkan-drivers)".into());
    }
    for gpu in adapters.iter() {
        let gpu = gpu.lock().unwrap_or_else(PoisonError::into_inner);
        let verdict = trial.run(&gpu).map_err(|e| format!("{}: {e}", gpu.caps().title()))?;
        if let Some(why) = verdict.complaint() {
            return Err(format!("{}: {why}", gpu.caps().title()).into());
        }
    }
    Ok(())
}
