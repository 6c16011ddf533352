//! Functions of the user's against the built-in that says the same.

use crate::cases::{Case, problem};
use crate::runner::{KERNELS, Route, prepare};
use crate::{adapters, journal};
use wgpu_attention::{Attention, Gpu, Hook, HookKind, MaskShape};

fn base() -> Attention {
    problem([2, 4, 2], [70, 100], [24, 16])
}

fn hook(kind: HookKind, body: &str) -> Hook {
    let (first, returns) = match kind {
        HookKind::ScoreMod => ("score: f32, ", "f32"),
        HookKind::MaskMod => ("", "bool"),
        HookKind::ProbMod => ("prob: f32, ", "f32"),
        HookKind::FeatureMap => panic!("no hook of softmax attention"),
    };
    let name = kind.name();
    let arguments = "batch: u32, head: u32, q_idx: u32, kv_idx: u32";
    Hook::new(kind, &format!("fn {name}({first}{arguments}) -> {returns} {{ return {body}; }}")).unwrap()
}

fn routes() -> impl Iterator<Item = &'static Route> {
    KERNELS.iter()
}

/// Runs `hooked` on every adapter and expects what the built-in gives.
fn same(built_in: Case, hooked: Attention, allowed: impl Fn(&Route) -> bool) {
    let prepared = prepare(&built_in);
    let case = Case { problem: hooked, ..built_in.clone() };
    let said = prepared.said(&case);
    adapters::each(|class, gpu: &Gpu| {
        for route in routes().filter(|r| allowed(r)) {
            if let Err(e) = said.check(gpu, route, |_| {}) {
                panic!("{} on {class}, {}: {e}", built_in.name, route.name);
            }
        }
    });
    journal::assert_silent(&built_in.name);
}

#[test]
fn a_hook_equals_the_built_in() {
    let any = |_: &Route| true;
    let causal = base().hook(hook(HookKind::MaskMod, "q_idx >= kv_idx"));
    same(Case::new("causal", base().causal()), causal, any);

    let capped = base().hook(hook(HookKind::ScoreMod, "1.5 * tanh(score / 1.5)"));
    same(Case::new("soft cap", Attention { softcap: Some(1.5), ..base() }), capped, any);

    // Slopes of 1/2, 1/4, ... as in the paper.
    let slopes = Case::new("slopes", Attention { alibi: true, ..base() })
        .edit(|_, x| x.alibi_slopes = (1..=4).map(|h| 0.5f64.powi(h)).collect());
    let distance = "score - exp2(-f32(head + 1u)) * abs(f32(q_idx) - f32(kv_idx))";
    same(slopes, base().hook(hook(HookKind::ScoreMod, distance)), any);

    let hidden = base().hook(hook(HookKind::ScoreMod, "select(MASKED, score, q_idx >= kv_idx)"));
    same(Case::new("causal by score", base().causal()), hidden, any);
}

#[test]
fn documents_as_a_hook_equal_their_boolean_mask() {
    let masked = Attention { mask: Some(MaskShape([1, 1, 70, 100])), ..base() };
    let case = Case::new("documents", masked).edit(|_, x| {
        for i in 0..70 {
            for j in 0..100 {
                x.mask[i * 100 + j] = i / 13 == j / 13;
            }
        }
    });
    let hooked = base().hook(hook(HookKind::MaskMod, "q_idx / 13u == kv_idx / 13u"));
    same(case, hooked, |_| true);
}

#[test]
fn weights_changed_after_the_softmax_are_not_normalised_again() {
    // Half of every weight is half of the output, and the log-sum-exp stays.
    let case =
        Case::new("halved values", base().causal()).edit(|_, x| x.v.iter_mut().for_each(|v| *v *= 0.5));
    let prepared = prepare(&case);
    let hooked = base().causal().hook(hook(HookKind::ProbMod, "prob * 0.5"));
    let doubled = Case { problem: hooked, ..case.clone() };
    let mut said = prepared.said(&doubled);
    said.x.v.iter_mut().for_each(|v| *v *= 2.0);
    adapters::each(|class, gpu| {
        for route in routes().filter(|r| r.kernel != "naive") {
            said.check(gpu, route, |_| {}).unwrap_or_else(|e| panic!("{class}, {}: {e}", route.name));
        }
    });
    journal::assert_silent("prob_mod");
}
