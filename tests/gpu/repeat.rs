//! The same call twice gives the same bits.

use crate::cases::{Case, problem};
use crate::runner::{ROUTES, prepare};
use crate::{adapters, journal};
use wgpu_attention::DType;

#[test]
fn two_runs_are_bit_identical() {
    for dtype in [DType::F32, DType::Bf16] {
        // An odd size makes 16-bit outputs share words between rows.
        let p = problem([2, 4, 2], [65, 300], [8, 7]).dtype(dtype).causal();
        let case = Case::new("repeat", p);
        let prepared = prepare(&case);
        adapters::each(|class, gpu| {
            for route in ROUTES {
                let run = || prepared.check(gpu, route, |_| {}).unwrap_or_else(|e| panic!("{class}: {e}"));
                let first = run();
                assert!(first == run(), "{class}, {}: two runs differ", route.name);
            }
        });
    }
    journal::assert_silent("repeat");
}
