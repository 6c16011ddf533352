//! The table on every adapter, by every kernel.

use crate::runner::{run_all, run_kernels};
use crate::{adapters, cases, tolerance};
use wgpu_attention::conformance::Status;
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

groups! { run_all: lengths groups visibilities ragged past }
// Every case here asks for its own pipelines, which are slow to compile.
groups! { run_kernels: head_sizes dtypes edits masks views scores }

#[test]
fn tiles() {
    adapters::each(|class, gpu| {
        let findings: Vec<_> = sample("softmax/tiles/", 1).map(|check| check.run(gpu)).collect();
        let count = |status| findings.iter().filter(|f| f.status == status).count();
        let [passed, unsupported] = [Status::Pass, Status::Unsupported].map(count);
        adapters::say(&format!("gpu tests: tiles on {class}: {passed} passed, {unsupported} unsupported"));
        let failed: Vec<_> =
            findings.iter().filter(|f| !matches!(f.status, Status::Pass | Status::Unsupported)).collect();
        assert!(failed.is_empty() && passed > 0, "{class}: {failed:#?}");
    });
}
