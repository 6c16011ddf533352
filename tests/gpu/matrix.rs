//! Cooperative matrices over the table in f16: right where a device has them, declined with the
//! reason where it has none.

use crate::cases::{self, Case, for_matrices};
use crate::runner::{ROUTES as ALL, Route, run_on};
use wgpu_attention::conformance::suite::hidden;
use wgpu_attention::{Attention, DeviceCaps};

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

/// Small cases of several strips, tiles and heads of a pack, the last of each not full: many rows, loaded by
/// eights, the last of which see a value that is not finite, and few, loaded by fours.
fn small() -> Vec<Case> {
    let of = |len, kv_len, dim| Attention::new(1, 4, len, dim).kv_heads(2).kv_len(kv_len).causal().with_lse();
    vec![
        Case::new("small", of(37, 50, 24)).edit(|_, x| x.v[30 * 24 + 5] = f64::INFINITY),
        Case::new("few rows", of(3, 150, 20)),
    ]
}

/// Loops written out and wide tiles, as GPUs get them.
#[test]
fn as_a_gpu() {
    let gpu = |_: &str, gpu: &wgpu_attention::Gpu| {
        Some(gpu.with_caps(DeviceCaps { cpu: false, ..gpu.caps().clone() }))
    };
    run_on("written out", &small(), gpu, &ALL[..3]);
    let poisoned = hidden::poisoned().into_iter().take(1);
    let cases = small().into_iter().chain(poisoned).collect();
    run_on("matrices, written out", &for_matrices(cases), gpu, &ROUTES);
}

/// Workgroup memory of single elements, as Metal gets it.
#[test]
fn as_metal() {
    let metal = |_: &str, gpu: &wgpu_attention::Gpu| {
        Some(gpu.with_caps(DeviceCaps { backend: "metal".into(), ..gpu.caps().clone() }))
    };
    run_on("matrices, single elements", &for_matrices(small()), metal, &ROUTES);
}
