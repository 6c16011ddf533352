//! Functions of the user's against the built-in that says the same.

use crate::cases::{Case, problem};
use crate::runner::{KERNELS, Route, prepare};
use crate::tolerance::Truth;
use crate::{adapters, journal, sparse, twin};
use wgpu_attention::reference::{self, AttentionInputs};
use wgpu_attention::{
    Attention, DType, Error, Gpu, Hook, HookInput, HookKind, HostTensors, MaskShape, Policy, Role,
};

fn base() -> Attention {
    problem([2, 4, 2], [70, 100], [24, 16])
}

fn hook(kind: HookKind, body: &str) -> Hook {
    let (first, returns) = match kind {
        HookKind::ScoreMod => ("score: f32, ", "f32"),
        HookKind::MaskMod => ("", "bool"),
        HookKind::ProbMod => ("prob: f32, ", "f32"),
        HookKind::OutMod | HookKind::FeatureMap => panic!("no hook of a pair"),
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

fn run(gpu: &Gpu, p: &Attention, host: &HostTensors) -> (Vec<f32>, Vec<f32>) {
    sparse::output(gpu, p, host)
}

#[test]
fn numbers_and_buffers_are_read_by_name_without_another_shader() {
    let p = Attention::new(2, 4, 40, 16).kv_heads(2).kv_len(70).with_lse();
    let (host, x) = sparse::inputs(&p);
    let source = "fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 {
        // slope of a head
        let away = abs(i32(q_idx) - i32(kv_idx)) + shift;
        return score - strength * slopes[head] * f32(away);
    }";
    let inputs = [
        ("slopes", HookInput::BufferF32(4)),
        ("strength", HookInput::F32(1.0)),
        ("shift", HookInput::I32(0)),
    ];
    let hook = Hook::with_inputs(HookKind::ScoreMod, source, &inputs).unwrap();
    let slopes = [0.5, 0.25, 0.125, 0.0625];
    let truth = |factor: f64| {
        let alibi = Attention { alibi: true, ..p.clone() };
        let alibi_slopes = slopes.iter().map(|s| f64::from(*s) * factor).collect();
        let x = AttentionInputs { alibi_slopes, ..x.clone() };
        let exact = reference::attention(&alibi, &x);
        let twin = twin::attention(&alibi, &x, &exact);
        let truth = |exact, twin| Truth { exact, twin, dtype: DType::F32 };
        [truth(exact.o, twin.o), truth(exact.lse, twin.lse)]
    };
    let host = host.floats(Role::User("slopes"), DType::F32, &slopes);
    adapters::each(|_, gpu| {
        let one = p.clone().hook(hook.clone());
        sparse::assert_near(gpu, "slopes", run(gpu, &one, &host), &truth(1.0));
        let compiled = gpu.pipelines_compiled();
        let two = p.clone().hook(hook.clone().set("strength", HookInput::F32(2.0)).unwrap());
        sparse::assert_near(gpu, "slopes twice", run(gpu, &two, &host), &truth(2.0));
        assert_eq!(gpu.pipelines_compiled(), compiled);
        let short = host.clone().floats(Role::User("slopes"), DType::F32, &slopes[..3]);
        let refused = gpu.run_host(&gpu.plan(&one).unwrap(), &short);
        let too_small = Error::BufferTooSmall { tensor: Role::User("slopes"), needed: 16, got: 12 };
        assert_eq!(refused.unwrap_err(), too_small);
    });
}

#[test]
fn a_hook_on_the_output_sees_every_element_once() {
    let p = Attention::new(2, 4, 40, 16).kv_heads(2).v_dim(13).kv_len(70).with_lse().causal();
    let (host, x) = sparse::inputs(&p);
    let source = "fn out_mod(x: f32, batch: u32, head: u32, q_idx: u32, dim: u32) -> f32 {
        return x * 0.5 + f32(batch * 1000u + head * 100u + q_idx) + offsets[dim];
    }";
    let inputs = [("offsets", HookInput::BufferF32(13))];
    let hooked = p.clone().hook(Hook::with_inputs(HookKind::OutMod, source, &inputs).unwrap());
    let offsets: Vec<f32> = (0..13).map(|d| d as f32 * 0.25).collect();
    let shift = |o: Vec<f64>| {
        let of = |(n, x): (usize, f64)| {
            let (d, i, h, b) = (n % 13, n / 13 % 40, n / 520 % 4, n / 2080);
            x * 0.5 + (b * 1000 + h * 100 + i) as f64 + d as f64 * 0.25
        };
        o.into_iter().enumerate().map(of).collect::<Vec<_>>()
    };
    let exact = reference::attention(&p, &x);
    let twin = twin::attention(&p, &x, &exact);
    let truth = |exact, twin| Truth { exact, twin, dtype: DType::F32 };
    let want = [truth(shift(exact.o), shift(twin.o)), truth(exact.lse, twin.lse)];
    let host = host.floats(Role::User("offsets"), DType::F32, &offsets);
    adapters::each(|_, gpu| {
        for kernel in ["flash", "flash_rows"] {
            let policy = Policy { kernel: Some(kernel.into()), splits: Some(1), ..Policy::default() };
            let gpu = gpu.with_policy(policy);
            sparse::assert_near(&gpu, kernel, run(&gpu, &hooked, &host), &want);
        }
        let split = gpu.with_policy(Policy { splits: Some(2), ..Policy::default() });
        assert!(matches!(split.plan(&hooked), Err(Error::Unsupported { .. })));
    });
}
