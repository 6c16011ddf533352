//! The suite must turn red when a kernel is wrong: three mutations, on every adapter.
//!
//! A plan is plain data, so a test may swap a fragment of it for a damaged one. The path is
//! part of the pipeline's key and differs too.

use crate::cases::{Case, problem};
use crate::runner::{ROUTES, prepare};
use crate::{adapters, journal};
use wgpu_attention::Plan;
use wgpu_attention::shader::Fragment;

#[derive(Clone, Copy)]
pub(crate) struct Mutation {
    pub(crate) name: &'static str,
    from: &'static str,
    to: &'static str,
}

const SCALE: Mutation = Mutation { name: "mutated/scale", from: "return x * params.scale;", to: "return x;" };
const MASK: Mutation =
    Mutation { name: "mutated/mask", from: "if key < keys.x || key >= keys.y {", to: "if key < keys.x {" };
const LAST_TILE: Mutation = Mutation {
    name: "mutated/last_tile",
    from: "min((split + 1u) * share, tiles));",
    to: "min((split + 1u) * share, max(tiles, 1u) - 1u));",
};
const NAIVE_MASK: Mutation = Mutation {
    name: "mutated/naive_mask",
    from: "var hidden = j < keys.x || j >= keys.y;",
    to: "var hidden = false;",
};
const NAIVE_LAST_KEY: Mutation = Mutation {
    name: "mutated/naive_last_key",
    from: "j < kv_count(b); j++",
    to: "j + 1u < kv_count(b); j++",
};

/// The file to damage, and how.
pub(crate) type Damage = (&'static str, Mutation);

const FLASH: [Damage; 3] =
    [("pair/dot.wgsl", SCALE), ("lib/flash.wgsl", MASK), ("lib/flash.wgsl", LAST_TILE)];
const ROWS: [Damage; 3] = [("pair/dot.wgsl", SCALE), ("lib/flash.wgsl", MASK), ("lib/flash.wgsl", LAST_TILE)];
const NAIVE: [Damage; 3] =
    [("pair/dot.wgsl", SCALE), ("kernel/scores.wgsl", NAIVE_MASK), ("kernel/weigh.wgsl", NAIVE_LAST_KEY)];

/// Every damage once.
pub(crate) const DAMAGES: [Damage; 5] = [FLASH[0], FLASH[1], FLASH[2], NAIVE[1], NAIVE[2]];

/// Damages the plan if the file is in it.
pub(crate) fn damage_where_it_fits(plan: &mut Plan, (path, mutation): &Damage) -> bool {
    let keys = plan.recording.dispatches.iter().map(|d| &d.key);
    let there = keys.flat_map(|key| &key.fragments).any(|f| f.path == *path);
    if there {
        damage(plan, path, mutation);
    }
    there
}

fn damage(plan: &mut Plan, path: &str, mutation: &Mutation) {
    let dispatches = plan.recording.dispatches.iter_mut();
    let mut hits = 0;
    for fragment in dispatches.flat_map(|d| &mut d.key.fragments).filter(|f| f.path == path) {
        assert_eq!(
            fragment.source.matches(mutation.from).count(),
            1,
            "{}: the kernel changed",
            mutation.name
        );
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
            let damages = match route.kernel {
                "flash" => &FLASH,
                "flash_rows" => &ROWS,
                _ => &NAIVE,
            };
            for (path, mutation) in damages {
                let outcome = prepared.check(gpu, route, |plan| damage(plan, path, mutation));
                let error = outcome.expect_err("a damaged kernel must not pass");
                let compared = error.starts_with("o: error") || error.starts_with("o[");
                assert!(
                    compared,
                    "{class}, {}, {}: red for another reason: {error}",
                    route.name, mutation.name
                );
            }
        }
    });
    journal::assert_silent("mutations");
}
