//! Plans are found again.

use crate::adapters;
use wgpu_attention::{Attention, Policy};

#[test]
fn an_equal_problem_is_found_again_and_another_is_not() {
    adapters::each(|_, gpu| {
        let p = Attention::new(1, 2, 16, 8);
        let first = gpu.plan(&p).unwrap();
        let again = gpu.plan(&p.clone()).unwrap();
        assert!(std::ptr::eq(first.plan(), again.plan()), "planned anew");
        let causal = gpu.plan(&p.clone().causal()).unwrap();
        assert!(!std::ptr::eq(first.plan(), causal.plan()) && first.plan() != causal.plan());
        let naive = gpu.with_policy(Policy { kernel: Some("naive".into()), ..Policy::default() });
        assert_ne!(naive.plan(&p).unwrap().plan(), first.plan());
    });
}
