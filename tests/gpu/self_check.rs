//! A tier forced to misbehave is found by the self-check and declined, with the fallback used.

use crate::{adapters, journal};
use pollster::block_on;
use wgpu_attention::record::SelfCheck;
use wgpu_attention::{Attention, DType, DeviceCaps, Gpu, Plan, Policy, Problem, Result, Tier};

/// A problem in whose planning another thread ends the self-check.
#[derive(Clone)]
struct Overtaken(Attention, Gpu);

impl PartialEq for Overtaken {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Problem for Overtaken {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        block_on(self.1.self_check_async(&misbehave));
        self.0.plan(caps, policy)
    }
}

#[test]
fn a_plan_made_before_another_thread_ended_the_self_check_is_made_again() {
    let problem = Attention::new(1, 2, 70, 16).causal();
    adapters::each(|class, gpu| {
        let gpu = gpu.with_self_check(SelfCheck::Fresh);
        let unchecked = gpu.explain(&problem).unwrap().tier();
        let overtaken = Overtaken(problem.clone(), gpu.clone());
        for _ in 0..2 {
            assert_eq!(gpu.plan(&overtaken).unwrap().plan().tier(), Tier::Plain, "{class}: from {unchecked}");
        }
    });
    journal::assert_silent("overtaken self-check");
}

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
