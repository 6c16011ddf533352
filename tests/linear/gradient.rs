//! Gradients on every adapter present, against the f64 gradients that keep every state.

use crate::adapters;
use wgpu_attention::conformance::suite::recurrence_gradient::{strided, trial, variants};
use wgpu_attention::{
    DType, Decay, DeviceCaps, Direction, Gpu, Layout, LinearAttention, LinearGradient, Policy, Problem,
    StateUse, UpdateRule,
};

fn check(gpu: &Gpu, p: LinearAttention, seed: usize, strength: f32) {
    check_as(gpu, &LinearGradient::new(p), seed, strength);
}

/// By threads with whole columns and rows, and by lanes that share them where a device has such: by both on
/// the quickest device, else in turns.
fn check_as(gpu: &Gpu, p: &LinearGradient, seed: usize, strength: f32) {
    let by = |kernel: &str| Policy { kernel: Some(kernel.into()), ..Policy::default() };
    let lanes = Some(by("linear_gradient_lanes")).filter(|lanes| p.plan(gpu.caps(), lanes).is_ok());
    let forms = match lanes {
        Some(lanes) if adapters::is_quickest(gpu) => vec![by("linear_gradient"), lanes],
        Some(lanes) if seed % 2 == 1 => vec![lanes],
        _ => vec![by("linear_gradient")],
    };
    for policy in forms {
        let verdict = trial(p, seed as u64, strength).by(policy.clone()).run(gpu).unwrap();
        if let Some(why) = verdict.complaint() {
            panic!("{}: {:?}: {why}: {p:?}", gpu.caps().title(), policy.kernel);
        }
    }
}

fn grouped(len: u32, d: u32, dv: u32) -> LinearAttention {
    LinearAttention { q_heads: 6, ..LinearAttention::new(2, 2, len, d) }.v_dim(dv)
}

#[test]
fn every_rule_decay_and_state_of_odd_sizes() {
    let sizes = [(1, 5, 7), (2, 16, 32), (33, 48, 7), (100, 5, 32), (0, 16, 7)];
    let states = [StateUse::InOut, StateUse::None, StateUse::Out, StateUse::In];
    adapters::each(|_, gpu| {
        for (n, (len, d, dv)) in sizes.into_iter().enumerate() {
            for (m, (_, p)) in variants(&grouped(len, d, dv)).into_iter().enumerate() {
                if (m + n).is_multiple_of(2 * adapters::one_of(3, gpu)) {
                    check(gpu, p.state(states[(m + n / 2) % 4]), m, 0.4);
                }
            }
        }
    });
}

#[test]
fn views_with_gaps_types_and_shared_rates() {
    adapters::each(|_, gpu| {
        for (n, dtype) in [DType::F32, DType::F16, DType::Bf16].into_iter().enumerate() {
            for (m, (_, p)) in variants(&grouped(21, [5, 16, 8][n], 7)).into_iter().enumerate() {
                if !(m + n).is_multiple_of(2 * adapters::one_of(3, gpu)) {
                    continue;
                }
                let p = strided(p.dtype(dtype).state(StateUse::InOut));
                let p = LinearGradient::new(p);
                check_as(gpu, &p.clone().grad_dtype(dtype), m, 0.4);
                let whole = LinearAttention { out_dtype: DType::F32, rate_dtype: DType::F32, ..p.linear };
                check_as(gpu, &LinearGradient::new(whole), m, 0.4);
            }
        }
        // Decays that heads share, too.
        for (decay, strides) in [(Decay::PerToken, [20, 0, 1]), (Decay::PerChannel, [160, 0, 8])] {
            let decay_layout = Layout { offset: 0, strides };
            check(gpu, LinearAttention { decay_layout, ..grouped(20, 8, 8).decay(decay) }, 3, 0.4);
        }
    });
}

#[test]
fn back_and_packed() {
    adapters::each(|_, gpu| {
        let base = LinearAttention::new(1, 2, 50, 16).state(StateUse::InOut);
        let packed = LinearAttention { batch: 4, len: 120, ..base.clone() }.ragged(120);
        for (n, p) in [base, packed.clone()].into_iter().enumerate() {
            for direction in [Direction::Forward, Direction::Reverse] {
                let p = p.clone().rule(UpdateRule::Delta).direction(direction);
                check(gpu, p.clone().decay(Decay::PerChannel), n, 0.5);
                check(gpu, p.decay(Decay::PerHead), n, 0.5);
            }
        }
        // Sequences of several pieces, the last ones short.
        let long = LinearAttention { batch: 2, len: 1300, ..packed }.ragged(1300).decay(Decay::PerToken);
        check(gpu, long.clone(), 5, 0.5);
        check(gpu, long.rule(UpdateRule::Delta).direction(Direction::Reverse), 6, 0.5);
    });
}

#[test]
fn large_heads_and_many_tokens() {
    adapters::each(|_, gpu| {
        // One driver compiles the largest for minutes.
        let large = if adapters::is_quickest(gpu) { 512 } else { 130 };
        check(gpu, LinearAttention::new(1, 1, 70, large).v_dim(3).decay(Decay::PerChannel), 1, 0.5);
        let delta = LinearAttention::new(1, 1, 70, 3).v_dim(large).rule(UpdateRule::Delta);
        check(gpu, delta.state(StateUse::InOut), 2, 0.5);
        // As many tokens as one dispatch walks through, and some.
        check(gpu, LinearAttention::new(1, 1, 1800, 64).decay(Decay::PerToken), 4, 0.5);
        for (n, strength) in [1e-3, 1.0, 50.0, 1e4].into_iter().enumerate() {
            for (_, p) in variants(&LinearAttention::new(1, 4, 4096, 8).state(StateUse::InOut)) {
                if adapters::is_quickest(gpu) && p.decay != Decay::None {
                    check(gpu, p, n, strength);
                }
            }
        }
    });
}

#[test]
fn the_same_call_twice_gives_the_same_bits() {
    adapters::each(|_, gpu| {
        for (n, (_, p)) in variants(&grouped(65, 16, 7)).into_iter().enumerate().skip(4) {
            let p = strided(p.dtype(DType::Bf16).state(StateUse::InOut));
            let trial = trial(&LinearGradient::new(p).grad_dtype(DType::Bf16), n as u64, 0.3);
            let run = || trial.outputs(gpu).unwrap().pop().unwrap();
            let ((plan, first), (_, second)) = (run(), run());
            for (role, ..) in plan.tensors.iter().filter(|(.., written)| *written) {
                assert!(first.get(*role) == second.get(*role), "{}: {role}", gpu.caps().title());
            }
        }
    });
}

#[test]
fn small_bindings_cut_batches_and_heads() {
    adapters::each(|_, gpu| {
        let p = LinearAttention::new(2, 4, 64, 16).rule(UpdateRule::Delta).decay(Decay::PerChannel);
        let p = LinearAttention { q_heads: 8, ..p }.contiguous().state(StateUse::InOut);
        let max_binding = 40 << 10;
        let small = gpu.with_caps(DeviceCaps { max_binding, ..gpu.caps().clone() });
        let whole = gpu.explain(&LinearGradient::new(p.clone())).unwrap();
        let cut = small.explain(&LinearGradient::new(p.clone())).unwrap();
        assert!(cut.recording.dispatches.len() > whole.recording.dispatches.len());
        check(&small, p.clone(), 1, 0.3);
        let shared = LinearAttention::new(2, 2, 64, 16).rule(UpdateRule::Delta);
        check(
            &small,
            LinearAttention { beta_layout: Layout { offset: 0, strides: [64, 0, 1] }, ..shared },
            2,
            0.3,
        );
    });
}
