//! Systems that keep the keys of a cache that received most weight.

use super::softmax::{N, Qkv, softmax};
use super::sparse;
use super::sparse_selection::{attend, largest, plain};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::Role;
use crate::systems::KeptKeys;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    system(
        ["recycled-attention", "Recycled Attention", "Xu et al. 2024, Recycled Attention"],
        "weights of a full step, top-k of a group, gathered keys",
        recycled,
    ),
    system(
        [
            "h2o",
            "H2O, heavy hitters of a prompt",
            "Zhang et al. 2023, H2O: Heavy-Hitter Oracle for Efficient Generative Inference",
        ],
        "column sums of the weights, top-k and recent keys, gathered keys",
        heavy_hitters,
    ),
    system(
        ["snapkv", "SnapKV", "Li et al. 2024, SnapKV: LLM Knows What You are Looking for Before Generation"],
        "column sums of the last queries' weights, largest of neighbours, top-k, gathered keys",
        snap,
    ),
];

const fn system(words: [&'static str; 3], parts: &'static str, trial: fn() -> Trial) -> System {
    let system = sparse(Engine::Selection, words, parts, "systems::KeptKeys", trial);
    System { family: Family::Decoding, ..system }
}

/// A call, and a step over the keys that it keeps: `worth` of a head's key before the recent ones.
fn kept(x: &Qkv, problem: KeptKeys, causal: bool, worth: impl Fn(&[Vec<f64>], usize) -> f64) -> Trial {
    let rows = x.q.shape[2];
    let sees = |i: usize| if causal { 0..i + 1 } else { 0..N };
    let (top_k, recent) = (problem.top_k as usize, problem.recent as usize);
    let chosen: Vec<_> = (0..2)
        .map(|g| {
            let weights = |h: usize| -> Vec<Vec<f64>> {
                let row = |i: usize| softmax(&sees(i).map(|j| x.score(0, h, i, j)).collect::<Vec<_>>());
                (0..rows).map(row).collect()
            };
            let (one, two) = (weights(2 * g), weights(2 * g + 1));
            let sum = |j: usize| worth(&one, j) + worth(&two, j);
            let early = (0..N - recent).map(sum).collect::<Vec<_>>();
            let mut kept = largest(&early, top_k - recent);
            kept.extend(N - recent..N);
            kept
        })
        .collect();
    let next = Tensor::random(&mut Noise::new(313), &[1, 4, 1, 16]);
    let full = attend(x, |_, _, i| sees(i).collect());
    let later = Qkv { q: next, ..x.clone() };
    let sparse = attend(&later, |_, h, _| chosen[h / 2].clone());
    let step = problem.later().unwrap_or(plain(&later));
    Trial::of(problem, x.host())
        .wants(Role::O, full)
        .then(step, later.host())
        .carry(Role::BlockSpans, Role::BlockSpans)
        .carry(Role::BlockEntries, Role::BlockEntries)
        .wants(Role::O, sparse)
}

/// What all rows from `first` on give to a key.
fn column(weights: &[Vec<f64>], first: usize, j: usize) -> f64 {
    weights[first..].iter().filter_map(|row| row.get(j)).sum()
}

fn recycled() -> Trial {
    let x = Qkv::random(&mut Noise::new(312), [1, 4, 1, 16], [1, 2, N, 16], 16);
    kept(&x, KeptKeys::new(plain(&x), 8, 3), false, |weights, j| column(weights, 0, j))
}

fn heavy_hitters() -> Trial {
    let x = Qkv::random(&mut Noise::new(350), [1, 4, N, 16], [1, 2, N, 16], 16);
    let problem = KeptKeys::new(plain(&x).causal(), 10, 4);
    kept(&x, problem, true, |weights, j| column(weights, 0, j))
}

/// Five queries at the end; a key is worth the most of those up to two places away.
fn snap() -> Trial {
    const LAST: usize = 5;
    let x = Qkv::random(&mut Noise::new(351), [1, 4, N, 16], [1, 2, N, 16], 16);
    let problem = KeptKeys { probe: 5, smooth: 5, ..KeptKeys::new(plain(&x).causal(), 12, 5) };
    kept(&x, problem, true, |weights, j| {
        let near = j.saturating_sub(2)..(j + 3).min(N - LAST);
        near.map(|n| column(weights, N - LAST, n)).fold(0.0, f64::max)
    })
}
