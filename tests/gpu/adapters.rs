//! The adapters of a run: at most one of each class, opened once.
//!
//! `WGPU_ATTENTION_REQUIRE` lists classes (`lavapipe`, `swiftshader`, `gles`, `gpu`) that must be there,
//! `WGPU_ATTENTION_ONLY` keeps a run to the classes it lists; with no adapter at all every test fails.

use crate::journal;
use std::io::Write as _;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use wgpu_attention::{Gpu, device, wgpu};

/// What kind of device an adapter is.
fn class(info: &wgpu::AdapterInfo) -> &'static str {
    let name = info.name.to_lowercase();
    match (info.device_type, info.backend) {
        (_, wgpu::Backend::Gl) => "gles",
        (wgpu::DeviceType::Cpu, _) if name.contains("llvmpipe") => "lavapipe",
        (wgpu::DeviceType::Cpu, _) if name.contains("swiftshader") => "swiftshader",
        (wgpu::DeviceType::Cpu, _) => "cpu",
        _ => "gpu",
    }
}

/// Every adapter of the run, by class.
pub(crate) fn all() -> &'static [(&'static str, Gpu)] {
    static ALL: OnceLock<Vec<(&'static str, Gpu)>> = OnceLock::new();
    ALL.get_or_init(open)
}

/// Calls `run` for every adapter, whichever is free first, with one thread at a time on each: wgpu's
/// GLES backend panics when its context is held for a second, which compiling can take.
pub(crate) fn each(mut run: impl FnMut(&'static str, &Gpu)) {
    let mut waiting: Vec<usize> = (0..all().len()).collect();
    while let Some(&first) = waiting.first() {
        let free = waiting.iter().find_map(|&n| Some((n, free_turn(n)?)));
        let (n, _turn) = free.unwrap_or_else(|| (first, turn(first)));
        waiting.retain(|&other| other != n);
        let (class, gpu) = &all()[n];
        run(class, gpu);
        journal::assert_silent(class);
    }
}

/// Calls `run` for the adapter of a class, or says that there is none.
pub(crate) fn of_class(class: &str, run: impl FnOnce(&Gpu)) {
    let Some(n) = all().iter().position(|(c, _)| *c == class) else {
        return say(&format!("no {class} in this run"));
    };
    let _turn = turn(n);
    run(&all()[n].1);
    journal::assert_silent(class);
}

/// Calls `run` for the adapter that compiles fastest, for tests that need many kernels.
pub(crate) fn quickest(run: impl FnOnce(&Gpu)) {
    let n = quickest_place();
    let _turn = turn(n);
    run(&all()[n].1);
    journal::assert_silent("the quickest adapter");
}

/// Whether this is the adapter that compiles fastest.
pub(crate) fn is_quickest(gpu: &Gpu) -> bool {
    gpu.caps().title() == all()[quickest_place()].1.caps().title()
}

/// One of how many checks an adapter runs where each compiles kernels of its own: of `others` on those that
/// do not compile fastest, a third of that on GLES where lavapipe is there, whose compiler it is.
pub(crate) fn one_of(others: usize, gpu: &Gpu) -> usize {
    let twin = || all().iter().any(|(class, _)| *class == "lavapipe");
    match gpu.caps().backend.as_str() {
        _ if is_quickest(gpu) => 1,
        "gl" if twin() => 3 * others,
        _ => others,
    }
}

fn quickest_place() -> usize {
    all().iter().position(|(class, _)| matches!(*class, "gpu" | "swiftshader")).unwrap_or(0)
}

static TURNS: [Mutex<()>; 8] = [const { Mutex::new(()) }; 8];

fn turn(n: usize) -> MutexGuard<'static, ()> {
    // A test that failed leaves the device as it was.
    TURNS[n].lock().unwrap_or_else(PoisonError::into_inner)
}

fn free_turn(n: usize) -> Option<MutexGuard<'static, ()>> {
    match TURNS[n].try_lock() {
        Ok(turn) => Some(turn),
        Err(TryLockError::Poisoned(turn)) => Some(turn.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

fn open() -> Vec<(&'static str, Gpu)> {
    journal::start();
    let mut opened: Vec<(&'static str, Gpu)> = Vec::new();
    let only = std::env::var("WGPU_ATTENTION_ONLY").ok();
    for adapter in device::adapters() {
        let class = class(&adapter.get_info());
        if only.as_ref().is_some_and(|list| !list.split(',').any(|c| c.trim() == class)) {
            say(&format!("{class} is left out: WGPU_ATTENTION_ONLY"));
            continue;
        }
        if opened.iter().any(|(c, _)| *c == class) {
            continue;
        }
        match Gpu::from_adapter(&adapter) {
            Ok(gpu) => opened.push((class, gpu)),
            Err(e) => say(&format!("{} could not be opened: {e}", adapter.get_info().name)),
        }
    }
    journal::forget_probing();
    for (class, gpu) in &opened {
        say(&format!("{class}: {}", gpu.caps().title()));
    }
    let layer = if journal::layer_present() { "on" } else { "not installed or switched off" };
    say(&format!("Vulkan validation layer: {layer}"));
    assert!(
        !opened.is_empty(),
        "no adapter: install a driver (Debian, Ubuntu: mesa-vulkan-drivers) before running these tests"
    );
    let wanted = std::env::var("WGPU_ATTENTION_REQUIRE").unwrap_or_default();
    for class in wanted.split(',').map(str::trim).filter(|c| !c.is_empty()) {
        let there = opened.iter().any(|(c, _)| *c == class);
        assert!(there, "WGPU_ATTENTION_REQUIRE asks for {class}, which is not among the adapters");
    }
    opened
}

/// Writes past libtest's capture, so that every run shows it.
pub(crate) fn say(line: &str) {
    // A closed stderr is no reason to fail.
    let _ = writeln!(std::io::stderr(), "gpu tests: {line}");
}

#[test]
fn the_run_says_which_adapters_it_uses() {
    assert!(!all().is_empty());
    journal::assert_silent("opening the adapters");
}
