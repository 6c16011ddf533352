//! Cooperative matrices over the table in f16: right where a device has them, declined with the
//! reason where it has none.

use crate::cases::{self, Case, for_matrices};
use crate::runner::{Route, run_on};
use wgpu_attention::conformance::suite::hidden;

const fn route(name: &'static str, splits: u32) -> Route {
    Route { name, kernel: "flash_matrix", splits, max_tier: None, shared_loads: None }
}

const ROUTES: [Route; 2] = [route("flash_matrix", 1), route("flash_matrix, split 3", 3)];

fn run(group: &str, cases: Vec<Case>) {
    run_on(&format!("matrices, {group}"), &for_matrices(cases), |_, gpu| Some(gpu.clone()), &ROUTES);
}

macro_rules! groups {
    ($from:ident: $($name:ident)*) => { $(
        #[test]
        fn $name() {
            run(stringify!($name), $from::$name());
        }
    )* };
}

groups! { cases: lengths groups visibilities ragged past head_sizes model_sizes edits masks views scores }
groups! { hidden: poisoned empty_rows large_logits }
