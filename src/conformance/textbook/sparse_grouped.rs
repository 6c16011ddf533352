//! Systems with a softmax inside blocks of keys and one over blocks.

use super::softmax::{N, Qkv, softmax, with};
use super::sparse_selection::{grouped, largest, mean, plain, tied};
use super::{dot, sparse};
use crate::conformance::catalogue::{Engine, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Alignment, Role};
use crate::systems::{ChunkMemory, Landmark};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    sparse(
        Engine::Softmax,
        [
            "landmark",
            "Landmark attention",
            "Mohtashami and Jaggi 2023, Landmark Attention: Random-Access Infinite Context Length for Transformers",
        ],
        "scores of landmarks, log-sum-exps of blocks, both added to scores, top-k of landmarks",
        "systems::Landmark",
        landmark,
    ),
    sparse(
        Engine::Selection,
        [
            "hcam",
            "HCAM",
            "Lampinen et al. 2021, Towards mental time travel: a hierarchical memory for RL agents",
        ],
        "mean summaries, top-k of their softmax, attention within chunks by relevance",
        "systems::ChunkMemory",
        hcam,
    ),
];

/// The grouped softmax, query 0 at `offset`; of the blocks before the own one, `top_k - 1` whose landmarks
/// score highest.
fn landmark_formula(x: &Qkv, offset: usize, block: usize, top_k: usize) -> Vec<f64> {
    let keys = x.keys();
    let o = x.weigh(|b, h, i| {
        let at = i + offset;
        let own = at / block;
        let marks: Vec<f64> = (0..own).map(|c| x.score(b, h, i, c * block + block - 1)).collect();
        let chosen = largest(&marks, top_k - 1);
        // The own block's tokens up to the query, but for its landmark; then landmarks.
        let tokens: Vec<usize> = (own * block..=at).filter(|j| j % block != block - 1).collect();
        let first = tokens.iter().map(|&j| x.score(b, h, i, j));
        let over = softmax(&first.chain(chosen.iter().map(|&c| marks[c])).collect::<Vec<_>>());
        let mut weights = vec![0.0; keys];
        tokens.iter().zip(&over).for_each(|(&j, w)| weights[j] = *w);
        for (&c, share) in chosen.iter().zip(&over[tokens.len()..]) {
            let inside: Vec<usize> = (c * block..c * block + block - 1).collect();
            let within = softmax(&inside.iter().map(|&j| x.score(b, h, i, j)).collect::<Vec<_>>());
            inside.iter().zip(within).for_each(|(&j, w)| weights[j] = share * w);
        }
        weights
    });
    o.values
}

/// Blocks of 7 in 37 tokens: all of them, the best three, and the last five queries over a cache.
fn landmark() -> Trial {
    const BLOCK: usize = 7;
    let x = grouped(340);
    let last = Qkv::random(&mut Noise::new(341), [2, 4, 5, 16], [2, 2, N, 16], 16);
    let ties = tied(343);
    let of = |attention, top_k| Landmark { attention, block_size: BLOCK as u32, top_k };
    let mut decode = plain(&last);
    decode.visibility.alignment = Alignment::BottomRight;
    Trial::of(of(plain(&x), None), x.host())
        .wants(Role::O, landmark_formula(&x, 0, BLOCK, N))
        .then(of(plain(&x), Some(3)), x.host())
        .wants(Role::O, landmark_formula(&x, 0, BLOCK, 3))
        .then(of(decode, Some(2)), last.host())
        .wants(Role::O, landmark_formula(&last, N - 5, BLOCK, 2))
        .then(Landmark { block_size: 2, ..of(plain(&ties), Some(4)) }, ties.host())
        .wants(Role::O, landmark_formula(&ties, 0, 2, 4))
}

/// `r_c` of the chosen chunks times attention within each. Chunks that end after a query's position are
/// none of its memory.
fn hcam_formula(
    x: &Qkv,
    summary: &[Tensor; 2],
    chunk: usize,
    top_k: usize,
    causal: bool,
    normal: bool,
) -> Vec<f64> {
    let keys = x.keys();
    let chunks = keys.div_ceil(chunk);
    let tokens = |c: usize| c * chunk..((c + 1) * chunk).min(keys);
    let dim = summary[0].shape[2];
    let o = x.weigh(|b, h, i| {
        let flat = Tensor { shape: vec![summary[1].shape[0], 1, keys, dim], ..summary[1].clone() };
        let relevance = |c: usize| {
            let of_chunk = mean(&flat, b, 0, tokens(c).start, tokens(c).end);
            dot(summary[0].at(&[b, i]), &of_chunk) / (dim as f64).sqrt()
        };
        let known: Vec<usize> = (0..chunks).filter(|c| !causal || (c + 1) * chunk <= i + 1).collect();
        let r = softmax(&known.iter().map(|&c| relevance(c)).collect::<Vec<_>>());
        let chosen = largest(&r, top_k);
        let total: f64 = if normal { chosen.iter().map(|&n| r[n]).sum() } else { 1.0 };
        let mut weights = vec![0.0; keys];
        for n in chosen {
            let within = softmax(&tokens(known[n]).map(|j| x.score(b, h, i, j)).collect::<Vec<_>>());
            tokens(known[n]).zip(within).for_each(|(j, w)| weights[j] = r[n] / total * w);
        }
        weights
    });
    o.values
}

/// A memory of 8 chunks, the last one short, by the paper's weights; then a sequence that is its own
/// memory, by those of the released code.
fn hcam() -> Trial {
    const CHUNK: usize = 5;
    const DIM: usize = 8;
    let mut noise = Noise::new(342);
    let memory = Qkv::random(&mut noise, [2, 4, 9, 16], [2, 2, N, 16], 16);
    let own = Qkv::random(&mut noise, [1, 4, N, 16], [1, 2, N, 16], 16);
    let mut summaries = |b, q| [q, N].map(|len| Tensor::random(&mut noise, &[b, len, DIM]).map(|x| 2.0 * x));
    let (far, near) = (summaries(2, 9), summaries(1, N));
    // One of the heads stands for all.
    let ties = tied(344);
    let ties = [ties.q, ties.k].map(|x| Tensor { shape: vec![1, N, 40], values: x.at(&[0, 0]).to_vec() });
    let inputs = |x: &Qkv, of: &[Tensor; 2]| {
        with(with(x.host(), ChunkMemory::QUERY, &of[0]), ChunkMemory::KEY, &of[1])
    };
    let of = |attention, normalised| ChunkMemory {
        attention,
        chunk_size: CHUNK as u32,
        summary_dim: DIM as u32,
        top_k: 3,
        normalised,
    };
    Trial::of(of(plain(&memory), false), inputs(&memory, &far))
        .wants(Role::O, hcam_formula(&memory, &far, CHUNK, 3, false, false))
        .then(of(plain(&own).causal(), true), inputs(&own, &near))
        .wants(Role::O, hcam_formula(&own, &near, CHUNK, 3, true, true))
        .then(of(plain(&own).causal(), false), inputs(&own, &near))
        .wants(Role::O, hcam_formula(&own, &near, CHUNK, 3, true, false))
        .then(
            ChunkMemory { chunk_size: 2, summary_dim: 40, ..of(plain(&own).causal(), false) },
            inputs(&own, &ties),
        )
        .wants(Role::O, hcam_formula(&own, &ties, 2, 3, true, false))
}
