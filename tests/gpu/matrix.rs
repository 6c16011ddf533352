//! Cooperative matrices over the table in f16: right where a device has them, declined with the
//! reason where it has none.

use crate::cases::{self, Case, for_matrices};
use crate::runner::{Route, prepare};
use crate::{adapters, journal};
use wgpu_attention::conformance::suite::hidden;
use wgpu_attention::{Error, Tier};

const fn route(name: &'static str, splits: u32) -> Route {
    Route { name, kernel: "flash_matrix", splits, max_tier: None, shared_loads: None }
}

const ROUTES: [Route; 2] = [route("flash_matrix", 1), route("flash_matrix, split 3", 3)];

fn run(group: &str, cases: Vec<Case>) {
    let cases = for_matrices(cases);
    assert!(!cases.is_empty(), "{group}: no cases");
    let (mut failures, mut ran, mut declined) = (Vec::new(), 0, 0);
    for case in &cases {
        let prepared = prepare(case);
        let nothing = case.problem.q_len == 0;
        adapters::each(|class, gpu| {
            for route in &ROUTES {
                match prepared.plan(gpu, route) {
                    Err(Error::Unsupported { what, why }) if gpu.caps().coop_sizes.is_empty() => {
                        assert_eq!(what, "kernel flash_matrix", "{class}");
                        assert!(why.contains("lists no cooperative matrices"), "{class}: {why}");
                        declined += 1;
                        continue;
                    }
                    Ok(plan) => assert!(nothing || plan.tier() == Tier::Matrix, "{}: {plan}", case.name),
                    Err(_) => {}
                }
                ran += 1;
                if let Err(e) = prepared.check(gpu, route, |_| {}) {
                    failures.push(format!("{} on {class}, {}: {e}", case.name, route.name));
                    adapters::say(&format!("{group} FAILED: {}", failures[failures.len() - 1]));
                }
            }
        });
    }
    adapters::say(&format!("matrices, {group}: {ran} runs, {declined} declined by devices that have none"));
    assert!(ran + declined > 0, "{group}: nothing was asked");
    assert!(failures.is_empty(), "{group}: {} failed\n{}", failures.len(), failures.join("\n"));
    journal::assert_silent(group);
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
