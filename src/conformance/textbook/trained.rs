//! Systems of training: a gradient that stops, and perturbed scores.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, cells, softmax, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, DType, MaskShape, Role};
use crate::record::HostTensors;
use crate::systems;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "recon",
        title: "ReCon (Contrast with Reconstruct)",
        paper: "Qi et al. 2023, Contrast with Reconstruct",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "cross-attention with its gradient by queries alone",
        builder: "systems::stopped_at_keys",
        trial: recon,
    },
    System {
        name: "attention-at",
        title: "Attention AT (adversarial training of attention)",
        paper: "Kitada and Iyatomi 2021, Attention Meets Perturbations",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "the gradient by an additive mask, a norm of its rows, attention with that added",
        builder: "systems::by_scores",
        trial: || perturbed(911, 0.0),
    },
    System {
        name: "attention-vat",
        title: "Attention VAT (virtual adversarial training of attention)",
        paper: "Kitada and Iyatomi 2022, Making Attention Mechanisms More Robust and Interpretable with Virtual Adversarial Training",
        family: Family::Weights,
        engine: Engine::Softmax,
        parts: "the same from a small random perturbation, the loss being a divergence",
        builder: "systems::by_scores",
        trial: || perturbed(912, 0.1),
    },
];

/// Weights of a row of scores, and the gradient of `sum o . do` by these: `p_j (do . v_j - sum_k p_k do .
/// v_k)`.
fn row(x: &Qkv, grad: &Tensor, [b, h, i]: [usize; 3], score: impl Fn(usize) -> f64) -> [Vec<f64>; 2] {
    let weights = softmax(&(0..x.keys()).map(score).collect::<Vec<_>>());
    let by_weight: Vec<f64> = (0..x.keys()).map(|j| dot(grad.at(&[b, h, i]), x.v.at(&[b, h, j]))).collect();
    let mean = dot(&weights, &by_weight);
    let by_score = weights.iter().zip(&by_weight).map(|(p, g)| p * (g - mean)).collect();
    [weights, by_score]
}

/// Nine queries of a student on another's tokens.
fn recon() -> Trial {
    let mut noise = Noise::new(910);
    let x = Qkv::random(&mut noise, [B, H, 9, D], [B, H, N, D], D);
    let grad = Tensor::random(&mut noise, &[B, H, 9, D]);
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    let by_queries = cells(B, H, 9).flat_map(|(b, h, i)| {
        let [_, by_score] = row(&x, &grad, [b, h, i], |j| x.score(b, h, i, j));
        let by = |e: usize| (0..N).map(|j| by_score[j] * x.k.at(&[b, h, j])[e]).sum::<f64>();
        (0..D).map(by).map(|g| g / (D as f64).sqrt()).collect::<Vec<_>>()
    });
    let by_queries = by_queries.collect();
    let attention = Attention { kv_len: N as u32, ..Attention::new(B as u32, H as u32, 9, D as u32) };
    let problem = systems::stopped_at_keys(attention.contiguous());
    Trial::of(problem, with(x.host(), Role::GradO, &grad))
        .wants(Role::O, o.values)
        .wants(Role::GradQ, by_queries)
}

/// Scores pushed by 0.7 in the direction that moves the loss most, seen from random ones of a size of `start`
/// beside them.
fn perturbed(seed: u64, start: f64) -> Trial {
    let epsilon = 0.7f32;
    let mut noise = Noise::new(seed);
    let x = Qkv::usual(&mut noise);
    let grad = Tensor::random(&mut noise, &[B, H, N, D]);
    let near = Tensor::random(&mut noise, &[B, H, N, N]).map(|r| f64::from((start * r) as f32));
    let (mut weights, mut by_scores, mut pushed) = (Vec::new(), Vec::new(), Vec::new());
    for (b, h, i) in cells(B, H, N) {
        let [p, g] = row(&x, &grad, [b, h, i], |j| x.score(b, h, i, j) + near.at(&[b, h, i])[j]);
        let length = dot(&g, &g).sqrt();
        weights.push(p);
        pushed.extend(g.iter().map(|g| f64::from(epsilon) * g / length));
        by_scores.extend(g);
    }
    let at = |b: usize, h: usize, i: usize| (b * H + h) * N + i;
    let first = x.weigh(|b, h, i| weights[at(b, h, i)].clone());
    let second = x.attend(|b, h, i, j| x.score(b, h, i, j) + pushed[at(b, h, i) * N + j]);

    let shape = MaskShape([B as u32, H as u32, N as u32, N as u32]);
    let attention = Attention::new(B as u32, H as u32, N as u32, D as u32);
    let inputs = with(with(x.host(), Role::GradO, &grad), Role::Bias, &near);
    let moved = Attention { bias: Some((DType::F32, shape)), ..attention.clone() };
    Trial::of(systems::by_scores(attention.clone()), inputs)
        .wants(Role::O, first.values)
        .wants(Role::GradBias, by_scores)
        .then(systems::adversarial(&attention, epsilon), HostTensors::new())
        .carry(Role::GradBias, Role::Input)
        .wants(Role::O, pushed)
        .then(moved, x.host())
        .carry(Role::O, Role::Bias)
        .wants(Role::O, second.values)
}
