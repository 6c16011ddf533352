//! The suite must turn red when a kernel is wrong: three mutations, on every adapter.
//!
//! A plan is plain data, so a test may swap a fragment of it for a damaged one. The path is
//! part of the pipeline's key and differs too.

use crate::cases::{Case, problem};
use crate::runner::{ROUTES, prepare};
use crate::{adapters, journal};
use wgpu_attention::Plan;
use wgpu_attention::shader::Fragment;

struct Mutation {
    name: &'static str,
    from: &'static str,
    to: &'static str,
}

const FLASH: &[Mutation] = &[
    Mutation {
        name: "mutated/mask",
        from: "if key >= row_keys[r].x && key < row_keys[r].y {",
        to: "if key < kv_len {",
    },
    Mutation { name: "mutated/scale", from: "(c * TX + n % TX) * 4u) * params.scale;", to: "(c * TX + n % TX) * 4u);" },
    Mutation { name: "mutated/last_tile", from: "t < tile_end; t++", to: "t + 1u < tile_end; t++" },
];

const NAIVE: &[Mutation] = &[
    Mutation { name: "mutated/naive_mask", from: "hidden = j < range.x || j >= range.y;", to: "hidden = false;" },
    Mutation { name: "mutated/naive_scale", from: "load_q4(q_at, d) * params.scale", to: "load_q4(q_at, d)" },
];

const WEIGH: &[Mutation] = &[Mutation {
    name: "mutated/naive_last_key",
    from: "j < kv_count(b); j++",
    to: "j + 1u < kv_count(b); j++",
}];

fn damage(plan: &mut Plan, path: &str, mutation: &Mutation) {
    let dispatches = plan.recording.dispatches.iter_mut();
    let mut hits = 0;
    for fragment in dispatches.flat_map(|d| &mut d.key.fragments).filter(|f| f.path == path) {
        assert_eq!(fragment.source.matches(mutation.from).count(), 1, "{}: the kernel changed", mutation.name);
        let source = fragment.source.replace(mutation.from, mutation.to);
        *fragment = Fragment { path: mutation.name, source: source.leak() };
        hits += 1;
    }
    assert!(hits > 0, "{path} is not in the plan");
}

#[test]
fn every_mutation_turns_the_comparison_red() {
    let case = Case::new("causal, two tiles and a bit", problem([1, 2, 1], [70, 70], [8, 8]).causal());
    let prepared = prepare(&case);
    adapters::each(|class, gpu| {
        for route in ROUTES {
            prepared.check(gpu, route, |_| {}).expect("the kernel as it is passes");
            let tables: &[(&str, &[Mutation])] = match route.kernel {
                "flash" => &[("kernel/flash.wgsl", FLASH)],
                _ => &[("kernel/scores.wgsl", NAIVE), ("kernel/weigh.wgsl", WEIGH)],
            };
            for (path, mutation) in tables.iter().flat_map(|(path, list)| list.iter().map(move |m| (path, m))) {
                let outcome = prepared.check(gpu, route, |plan| damage(plan, path, mutation));
                let error = outcome.expect_err("a damaged kernel must not pass");
                let compared = error.starts_with("o: error") || error.starts_with("o[");
                assert!(compared, "{class}, {}, {}: red for another reason: {error}", route.name, mutation.name);
            }
        }
    });
    journal::assert_silent("mutations");
}
