//! A tier forced to misbehave is found by the self-check and declined, with the fallback used.

use crate::{adapters, journal};
use pollster::block_on;
use wgpu_attention::record::SelfCheck;
use wgpu_attention::{Attention, DType, Plan, Policy, Problem as _, Tier};

/// Makes the shuffles of a row take half a neighbour's part, and matrices drop their last keys.
fn misbehave(plan: &mut Plan) {
    let damages = [
        ("reduce/subgroup.wgsl", "subgroupShuffleXor(", "0.5 * subgroupShuffleXor("),
        ("kernel/flash_matrix.wgsl", "k < width; k += SIZE", "k + SIZE < width; k += SIZE"),
    ];
    for fragment in plan.recording.dispatches.iter_mut().flat_map(|d| &mut d.key.fragments) {
        for (path, from, to) in damages {
            if fragment.path == path {
                let source = fragment.source.replace(from, to);
                assert_ne!(source, fragment.source, "the fragment changed");
                (fragment.source, fragment.path) = (source.leak(), "mutated/tier");
            }
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
        if !broken.caps().coop_sizes.is_empty() {
            let why = broken.caps().declined(Tier::Matrix).expect("matrices are declined");
            let in_f16 = problem.clone().dtype(DType::F16);
            let by_matrix = Policy { kernel: Some("flash_matrix".into()), ..Policy::default() };
            let refused = in_f16.plan(broken.caps(), &by_matrix).unwrap_err();
            assert!(refused.to_string().contains(why), "{class}: {refused}");
        }
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
