//! The suite must turn red when a kernel is wrong: the damages of `conform`, on every adapter, by the
//! tests' own comparison and by the suite's.

use crate::cases::{Case, problem};
use crate::runner::{ROUTES, prepare, run_checks};
use crate::{adapters, journal};
use std::cell::Cell;
use std::collections::BTreeSet;
use wgpu_attention::Tier;
use wgpu_attention::conformance::suite::{Check, damage::DAMAGES, suite};

#[test]
fn every_mutation_turns_the_comparison_red() {
    let case = Case::new("causal, two tiles and a bit", problem([1, 2, 1], [70, 70], [8, 8]).causal());
    let prepared = prepare(&case);
    adapters::each(|class, gpu| {
        for route in ROUTES {
            prepared.check(gpu, route, |_| {}).expect("the kernel as it is passes");
            let mut seen = 0;
            for damage in DAMAGES {
                let changed = Cell::new(0);
                let outcome = prepared.check(gpu, route, |plan| changed.set(damage.apply(plan)));
                if changed.get() == 0 {
                    continue;
                }
                seen += 1;
                let error = outcome.expect_err("a damaged kernel must not pass");
                let compared = error.starts_with("o: error") || error.starts_with("o[");
                assert!(
                    compared,
                    "{class}, {}, {}: red for another reason: {error}",
                    route.name, damage.name
                );
            }
            assert!(seen >= 3, "{class}, {}: only {seen} damages fit", route.name);
        }
    });
    journal::assert_silent("mutations");
}

#[test]
fn every_mutation_is_caught_by_the_suite() {
    let checks: Vec<_> = suite().filter(|c| c.name.starts_with("damaged/")).collect();
    run_checks(
        "mutations of the suite",
        &checks,
        |_| 1,
        |class, gpu, passed| {
            let seen: BTreeSet<_> = passed.iter().map(|check| &check.group).collect();
            // A device may lack the tier.
            let tiers = gpu.caps().subgroups.is_some();
            let plain = |c: &&Check| c.tier.is_none_or(|tier| tier == Tier::Plain);
            let tried = checks.iter().filter(|c| tiers || plain(c) && c.group != "damaged/a tier misbehaves");
            let missed: BTreeSet<_> = tried.map(|c| &c.group).filter(|g| !seen.contains(g)).collect();
            assert!(missed.is_empty(), "{class}: not tried: {missed:?}");
        },
    );
}
