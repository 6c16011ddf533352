//! A tier forced to misbehave is found by the self-check and declined, with the fallback used.

use crate::{adapters, journal};
use pollster::block_on;
use wgpu_attention::record::SelfCheck;
use wgpu_attention::{Attention, Plan, Tier};

/// Makes the shuffles of a row take a neighbour's part.
fn misbehave(plan: &mut Plan) {
    for fragment in plan.recording.dispatches.iter_mut().flat_map(|d| &mut d.key.fragments) {
        if fragment.path == "reduce/subgroup.wgsl" {
            let source = fragment.source.replace("subgroupShuffleXor(", "0.5 * subgroupShuffleXor(");
            assert_ne!(source, fragment.source, "the fragment changed");
            fragment.source = source.leak();
            fragment.path = "mutated/subgroup";
        }
    }
}

#[test]
fn a_tier_that_misbehaves_is_declined_and_the_fallback_used() {
    let problem = Attention::new(1, 2, 70, 16).causal();
    let mut tried = 0;
    adapters::each(|class, gpu| {
        let honest = gpu.with_self_check(SelfCheck::Fresh);
        honest.self_check();
        assert!(honest.caps().declined.is_empty(), "{class}: {:?}", honest.caps().declined);
        if honest.explain(&problem).unwrap().tier() == Tier::Plain {
            return;
        }
        let broken = gpu.with_self_check(SelfCheck::Fresh);
        block_on(broken.self_check_async(&misbehave));
        assert!(broken.caps().declined(Tier::Subgroup).is_some(), "{class}: nothing was declined");
        let plan = broken.plan(&problem).unwrap();
        assert_eq!(plan.plan().tier(), Tier::Plain, "{class}");
        assert!(plan.plan().to_string().contains("self-check"), "{class}: {}", plan.plan());
        let trusting = gpu.with_self_check(SelfCheck::Off);
        block_on(trusting.self_check_async(&misbehave));
        assert!(trusting.caps().declined.is_empty(), "{class}");
        tried += 1;
    });
    adapters::say(&format!("self-check: a misbehaving tier was declined on {tried} devices"));
    journal::assert_silent("self-check");
}
