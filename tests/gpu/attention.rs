//! The table on every adapter, by every kernel.

use crate::runner::{run_all, run_checks, run_kernels, run_parts};
use crate::{adapters, cases, tolerance};
use wgpu_attention::conformance::suite::sample;

macro_rules! groups {
    ($run:ident: $($name:ident)*) => { $(
        #[test]
        fn $name() {
            $run(stringify!($name), &cases::$name());
            for line in tolerance::used() {
                // Shown with `--nocapture`.
                println!("{}: {line}", stringify!($name));
            }
            assert!(!adapters::all().is_empty());
        }
    )* };
}

groups! { run_all: lengths groups visibilities }
// Every case here asks for its own pipelines, which are slow to compile.
groups! { run_kernels: head_sizes dtypes edits masks views scores }
groups! { run_parts: ragged past }

#[test]
fn tiles() {
    let checks: Vec<_> = sample("softmax/tiles/", 5).collect();
    run_checks("tiles", &checks, |gpu| adapters::one_of(1, gpu), |_, _, _| {});
}
