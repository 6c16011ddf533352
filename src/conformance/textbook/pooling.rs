//! Systems that pool by attention, or mix by given weights.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, bnhd, cells, softmax, three, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems::{self, InducedSet, PolyEncoder, TwoValues};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "d2llm",
        title: "D2LLM pooling",
        paper: "Liao et al. 2024, D2LLM; Lee et al. 2019, Set Transformer",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "learned seeds as queries, key lengths",
        builder: "systems::seed_pooling",
        trial: seed_pooling,
    },
    System {
        name: "poly-encoder",
        title: "Poly-encoders",
        paper: "Humeau et al. 2019, Poly-encoders",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "learned queries, then candidates on what they found",
        builder: "systems::PolyEncoder",
        trial: poly_encoder,
    },
    System {
        name: "apem-group-transformer",
        title: "APEM group transformer",
        paper: "Lee et al. 2019, Set Transformer; the group transformer of APEM",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "inducing points ask the tokens, tokens ask the points",
        builder: "systems::InducedSet",
        trial: induced,
    },
    System {
        name: "dan",
        title: "DAN: Decoupled Attention Network",
        paper: "Wang et al. 2020, Decoupled Attention Network for Text Recognition",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "given weights",
        builder: "systems::decoupled",
        trial: decoupled,
    },
    System {
        name: "masked-mixer",
        title: "Masked Mixers",
        paper: "Badger 2024, Masked Mixers for Language Generation and Retrieval",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "given causal weights, shared by the batch",
        builder: "systems::masked_mixer",
        trial: masked_mixer,
    },
    System {
        name: "pluralistic",
        title: "Pluralistic Image Completion",
        paper: "Zheng et al. 2019, Pluralistic Image Completion",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "weights as an output, applied to second values",
        builder: "systems::TwoValues",
        trial: two_values,
    },
    System {
        name: "channel-attention",
        title: "Multi-scale self-guided attention (channels)",
        paper: "Sinha and Dolz 2019, Multi-scale Self-guided Attention for Medical Image Segmentation",
        family: Family::Other,
        engine: Engine::Softmax,
        parts: "channels as tokens, one tensor for all three",
        builder: "systems::channel_attention",
        trial: channels,
    },
    System {
        name: "shared-attention",
        title: "Shared Attention",
        paper: "Liao and Vargas 2024, Beyond KV Caching: Shared Attention for Efficient LLMs",
        family: Family::Decoding,
        engine: Engine::Softmax,
        parts: "weights of one layer, given to the next",
        builder: "systems::reused_weights",
        trial: shared,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

/// Softmax attention of one query, `q . k_j * scale`, over the rows of `keys`.
fn ask(q: &[f64], keys: &[Vec<f64>], scale: f64) -> Vec<f64> {
    let p = softmax(&keys.iter().map(|k| scale * dot(q, k)).collect::<Vec<_>>());
    (0..keys[0].len()).map(|e| keys.iter().zip(&p).map(|(k, p)| p * k[e]).sum()).collect()
}

fn seed_pooling() -> Trial {
    let mut noise = Noise::new(401);
    let x = Qkv::random(&mut noise, [B, H, 1, D], [B, H, N, D], D);
    let seeds = Tensor { shape: vec![1, H, 1, D], values: x.q.values[..H * D].to_vec() };
    let lengths = [31, N as u32];
    let mut o = Vec::new();
    for (b, h, _) in cells(B, H, 1) {
        let len = lengths[b] as usize;
        let scale = 1.0 / (D as f64).sqrt();
        let scores: Vec<f64> =
            (0..len).map(|j| scale * dot(seeds.at(&[0, h, 0]), x.k.at(&[b, h, j]))).collect();
        let p = softmax(&scores);
        o.extend((0..D).map(|e| (0..len).map(|j| p[j] * x.v.at(&[b, h, j])[e]).sum::<f64>()));
    }
    let host = with(x.host_bnhd(), Role::Q, &bnhd(&seeds)).indices(Role::KvLengths, &lengths);
    // One seed: `bhnd` and `bnhd` of the output are the same.
    Trial::of(systems::seed_pooling(BATCH, HEADS, 1, LEN, DIM), host).wants(Role::O, o)
}

fn poly_encoder() -> Trial {
    let mut noise = Noise::new(402);
    let codes = Tensor::random(&mut noise, &[5, D]);
    let context = Tensor::random(&mut noise, &[B, N, D]);
    let candidates = Tensor::random(&mut noise, &[B, 9, D]);
    let lengths = [N as u32, 23];
    let mut o = Vec::new();
    for (b, len) in lengths.iter().enumerate() {
        let tokens: Vec<Vec<f64>> = (0..*len as usize).map(|j| context.at(&[b, j]).to_vec()).collect();
        let vectors: Vec<Vec<f64>> = (0..5).map(|m| ask(codes.at(&[m]), &tokens, 1.0)).collect();
        o.extend((0..9).flat_map(|c| ask(candidates.at(&[b, c]), &vectors, 1.0)));
    }
    let host = with(with(HostTensors::new(), Role::Q, &codes), Role::K, &context);
    let host = with(host, Role::Input, &candidates).indices(Role::KvLengths, &lengths);
    let problem = PolyEncoder { batch: BATCH, codes: 5, len: LEN, candidates: 9, dim: DIM };
    Trial::of(problem, host).wants(Role::O, o)
}

fn induced() -> Trial {
    let mut noise = Noise::new(403);
    let x = Qkv::usual(&mut noise);
    let points = Tensor::random(&mut noise, &[1, H, 4, D]).map(|x| 2.0 * x);
    let values = [points.values.clone(), points.values.clone()].concat();
    let gather = Qkv { q: Tensor { shape: vec![B, H, 4, D], values }, ..x.clone() };
    let h = gather.attend(|b, h, i, j| gather.score(b, h, i, j));
    let spread = Qkv { q: x.q.clone(), k: h.clone(), v: h };
    let o = spread.attend(|b, h, i, j| spread.score(b, h, i, j));
    let problem = InducedSet { batch: BATCH, heads: HEADS, points: 4, len: LEN, dim: DIM };
    Trial::of(problem, with(x.host_bnhd(), Role::Input, &bnhd(&points))).wants(Role::O, bnhd(&o).values)
}

/// `o_i = sum_j w_ij v_j`.
fn weighed(x: &Tensor, weight: impl Fn(usize, usize, usize, usize) -> f64, rows: usize) -> Vec<f64> {
    let [batch, heads, len, d] = super::softmax::sizes(x);
    let mut o = Vec::new();
    for (b, h, i) in cells(batch, heads, rows) {
        o.extend((0..d).map(|e| (0..len).map(|j| weight(b, h, i, j) * x.at(&[b, h, j])[e]).sum::<f64>()));
    }
    o
}

fn decoupled() -> Trial {
    let mut noise = Noise::new(404);
    let features = Tensor::random(&mut noise, &[B, 1, N, D]);
    let maps = Tensor::random(&mut noise, &[B, 1, 6, N]).map(|x| x * x);
    let o = weighed(&features, |b, h, i, j| maps.at(&[b, h, i])[j], 6);
    let host = with(with(HostTensors::new(), Role::Scores, &maps), Role::V, &features);
    Trial::of(systems::decoupled(BATCH, 6, LEN, DIM), host).wants(Role::O, o)
}

fn masked_mixer() -> Trial {
    let mut noise = Noise::new(405);
    let v = Tensor::random(&mut noise, &[B, H, N, D]);
    let w = Tensor::random(&mut noise, &[H, N, N]);
    let o = weighed(&v, |_, h, i, j| if j <= i { w.at(&[h, i])[j] } else { 0.0 }, N);
    let host = with(with(HostTensors::new(), Role::Scores, &w), Role::V, &v);
    Trial::of(systems::masked_mixer(BATCH, HEADS, LEN, DIM), host).wants(Role::O, o)
}

/// Queries are the keys, as in the paper.
fn two_values() -> Trial {
    let mut noise = Noise::new(406);
    let x = Qkv::usual(&mut noise);
    let x = Qkv { k: x.q.clone(), ..x };
    let second = Tensor::random(&mut noise, &[B, H, N, 12]);
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    let y = Qkv { v: second.clone(), ..x.clone() };
    let o2 = y.attend(|b, h, i, j| x.score(b, h, i, j));
    let problem = TwoValues { attention: Attention::new(BATCH, HEADS, LEN, DIM), second_dim: 12 };
    Trial::of(problem, with(x.host(), Role::Input, &second))
        .wants(Role::O, o.values)
        .wants(Role::PartialO, o2.values)
}

/// Six channels of 37 positions.
fn channels() -> Trial {
    let x = Tensor::random(&mut Noise::new(407), &[B, 6, N]);
    let mut o = Vec::new();
    for b in 0..B {
        let all: Vec<Vec<f64>> = (0..6).map(|c| x.at(&[b, c]).to_vec()).collect();
        o.extend((0..6).flat_map(|c| ask(x.at(&[b, c]), &all, 1.0)));
    }
    let host = with(with(HostTensors::new(), Role::Q, &x), Role::K, &x);
    Trial::of(systems::channel_attention(BATCH, 6, LEN), host).wants(Role::O, o)
}

/// A layer with keys, and the next one without.
fn shared() -> Trial {
    let mut noise = Noise::new(408);
    let x = Qkv::usual(&mut noise);
    let next = Tensor::random(&mut noise, &[B, H, N, D]);
    let first = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let y = Qkv { v: next.clone(), ..x.clone() };
    let second = y.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let layer = systems::shared_weights(Attention::new(BATCH, HEADS, LEN, DIM).causal());
    Trial::of(layer, three(&x.q, &x.k, &x.v))
        .wants(Role::O, first.values)
        .then(systems::reused_weights(BATCH, HEADS, LEN, LEN, DIM), with(HostTensors::new(), Role::V, &next))
        .carry(Role::Scores, Role::Scores)
        .wants(Role::O, second.values)
}
