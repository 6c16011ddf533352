//! Numbers about weights.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, cells, identity, softmax, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::kernels::Reduction;
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems::{self, HeadMean, MeanRows, Sizes, WithWeightMap};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "learning-to-deceive",
        title: "Learning to Deceive (impermissible-token mass)",
        paper: "Pruthi et al. 2019, Learning to Deceive with Attention-Based Explanations",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "flags as values",
        builder: "systems::masses",
        trial: masses,
    },
    System {
        name: "edatt",
        title: "EDAtt",
        paper: "Papi et al. 2022, Attention as a Guide for Simultaneous Speech Translation",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "the last frames as values, cross-attention",
        builder: "systems::masses",
        trial: last_frames,
    },
    System {
        name: "attention-sorting",
        title: "Attention sorting",
        paper: "Peysakhovich and Lerer 2023, Attention Sorting Combats Recency Bias",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "documents as values, mean of heads",
        builder: "systems::HeadMean",
        trial: sorting,
    },
    System {
        name: "abc-credit",
        title: "ABC (attention-based credit)",
        paper: "Chan et al. 2024, Dense Reward for Free in RLHF",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "weights of the last row, mean of heads",
        builder: "systems::MeanRows",
        trial: credit,
    },
    System {
        name: "gnmt-coverage",
        title: "GNMT (coverage)",
        paper: "Wu et al. 2016, Google's Neural Machine Translation System",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "column sums of the weights from the lse",
        builder: "systems::WithWeightMap",
        trial: coverage,
    },
    System {
        name: "attention-rollout",
        title: "Attention rollout",
        paper: "Abnar and Zuidema 2020, Quantifying Attention Flow in Transformers",
        family: Family::Analysis,
        engine: Engine::Softmax,
        parts: "the rollout so far as values, prob_mod, mean of heads",
        builder: "systems::rollout",
        trial: rollout,
    },
    System {
        name: "hidden-attention-mamba",
        title: "Hidden attention of Mamba",
        paper: "Ali et al. 2024, The Hidden Attention of Mamba Models",
        family: Family::Analysis,
        engine: Engine::Recurrence,
        parts: "add, decay per token, the identity as values",
        builder: "systems::hidden_attention",
        trial: hidden,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

/// The weights of a row.
fn weights(x: &Qkv, b: usize, h: usize, i: usize, causal: bool) -> Vec<f64> {
    let score = |j| if causal && j > i { f64::NEG_INFINITY } else { x.score(b, h, i, j) };
    softmax(&(0..x.keys()).map(score).collect::<Vec<_>>())
}

/// `sum_j p_ij m_js` for every row and segment.
fn shares(x: &Qkv, m: &Tensor, causal: bool) -> Vec<f64> {
    let [batch, heads, rows, _] = super::softmax::sizes(&x.q);
    let segments = m.shape[2];
    let row = |(b, h, i): (usize, usize, usize)| {
        let p = weights(x, b, h, i, causal);
        (0..segments).map(move |s| (0..p.len()).map(|j| p[j] * m.at(&[b, j])[s]).sum::<f64>())
    };
    cells(batch, heads, rows).flat_map(row).collect()
}

fn masses() -> Trial {
    let mut noise = Noise::new(501);
    let x = Qkv::usual(&mut noise);
    let flags = Tensor::random(&mut noise, &[B, N, 1]).map(|x| f64::from(u8::from(x > 0.3)));
    let o = shares(&x, &flags, false);
    let problem = systems::masses(&Attention::new(BATCH, HEADS, LEN, DIM), 1);
    Trial::of(problem, with(x.host(), Role::V, &flags)).wants(Role::O, o)
}

/// The mass of the last four of 37 frames, for one target word.
fn last_frames() -> Trial {
    let x = Qkv::random(&mut Noise::new(502), [B, H, 1, D], [B, H, N, D], D);
    let recent = (0..B * N).map(|at| f64::from(u8::from(at % N >= N - 4))).collect();
    let recent = Tensor { shape: vec![B, N, 1], values: recent };
    let o = shares(&x, &recent, false);
    let problem = systems::masses(&Attention::new(BATCH, HEADS, 1, DIM).kv_len(LEN), 1);
    Trial::of(problem, with(x.host(), Role::V, &recent)).wants(Role::O, o)
}

/// Documents of 10, 12 and 9 tokens, and a question of six.
fn sorting() -> Trial {
    let x = Qkv::random(&mut Noise::new(503), [B, H, 1, D], [B, H, N, D], D);
    let document = |j: usize| [10, 22, 31, N].iter().position(|end| j < *end).unwrap_or(3);
    let inside = (0..B * N * 4).map(|at| f64::from(u8::from(document(at / 4 % N) == at % 4))).collect();
    let inside = Tensor { shape: vec![B, N, 4], values: inside };
    let all = shares(&x, &inside, false);
    let mean = |at: usize| (0..H).map(|h| all[(at / 4 * H + h) * 4 + at % 4]).sum::<f64>() / H as f64;
    let o = (0..B * 4).map(mean).collect();
    let problem = HeadMean(systems::masses(&Attention::new(BATCH, HEADS, 1, DIM).kv_len(LEN), 4));
    Trial::of(problem, with(x.host(), Role::V, &inside)).wants(Role::O, o)
}

fn credit() -> Trial {
    let x = Qkv::usual(&mut Noise::new(504));
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    let mut mean = Vec::new();
    for b in 0..B {
        let heads: Vec<Vec<f64>> = (0..H).map(|h| weights(&x, b, h, N - 1, true)).collect();
        mean.extend((0..N).map(|j| heads.iter().map(|p| p[j]).sum::<f64>() / H as f64));
    }
    let problem = MeanRows { attention: Attention::new(BATCH, HEADS, LEN, DIM).causal(), rows: 1 };
    Trial::of(problem, x.host().indices(Role::ScoreRows, &[LEN - 1]))
        .wants(Role::O, o.values)
        .wants(Role::Scores, mean)
}

/// What 37 target words have paid to each of 20 source words.
fn coverage() -> Trial {
    let x = Qkv::random(&mut Noise::new(505), [B, H, N, D], [B, H, 20, D], D);
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    let mut sums = Vec::new();
    for (b, h, j) in cells(B, H, 20) {
        sums.push((0..N).map(|i| weights(&x, b, h, i, false)[j]).sum::<f64>());
    }
    let attention = Attention::new(BATCH, HEADS, LEN, DIM).kv_len(20);
    let problem = WithWeightMap { attention, block_q: LEN, block_kv: 1, reduction: Reduction::Sum };
    Trial::of(problem, x.host()).wants(Role::O, o.values).wants(Role::Scores, sums)
}

/// Two layers, the second on the rollout of the first.
fn rollout() -> Trial {
    let mut noise = Noise::new(506);
    let layers = [(); 2].map(|()| Qkv::usual(&mut noise));
    let one = identity(N);
    let mut so_far = Tensor { shape: vec![B, N, N], values: [one.values.clone(), one.values].concat() };
    let first = so_far.clone();
    let mut all = Vec::new();
    for x in &layers {
        let mut next = Vec::new();
        for (b, _, i) in cells(B, 1, N) {
            let heads: Vec<Vec<f64>> = (0..H).map(|h| weights(x, b, h, i, true)).collect();
            let a = |j: usize| {
                let mean = heads.iter().map(|p| p[j]).sum::<f64>() / H as f64;
                0.5 * mean + if i == j { 0.5 } else { 0.0 }
            };
            next.extend((0..N).map(|e| (0..N).map(|j| a(j) * so_far.at(&[b, j])[e]).sum::<f64>()));
        }
        so_far = Tensor { shape: vec![B, N, N], values: next };
        all.push(so_far.values.clone());
    }
    let p = Attention::new(BATCH, HEADS, LEN, DIM).causal();
    let (Ok(one), Ok(two), [low, high]) = (systems::rollout(&p), systems::rollout(&p), layers) else {
        return Trial::default();
    };
    let second = all.pop().unwrap_or_default();
    let host = HostTensors::new();
    let keys = |host, x: &Qkv| with(with(host, Role::Q, &x.q), Role::K, &x.k);
    Trial::of(one, with(keys(host.clone(), &low), Role::V, &first))
        .wants(Role::O, all.pop().unwrap_or_default())
        .then(two, keys(host, &high))
        .carry(Role::O, Role::V)
        .wants(Role::O, second)
}

fn hidden() -> Trial {
    let mut noise = Noise::new(507);
    let [c, b] = [(); 2].map(|()| Tensor::random(&mut noise, &[H, N, D]));
    let decay = Tensor::random(&mut noise, &[H, N]).map(|x| -0.4 * x * x);
    let mut o = Vec::new();
    for (_, h, i) in cells(1, H, N) {
        let kept = |j: usize| (j + 1..=i).map(|k| decay.at(&[h, k])[0]).sum::<f64>().exp();
        let entry = |j: usize| kept(j) * dot(c.at(&[h, i]), b.at(&[h, j]));
        o.extend((0..N).map(|j| if j <= i { entry(j) } else { 0.0 }));
    }
    let sizes = Sizes { batch: 1, heads: HEADS, len: LEN, qk_dim: DIM, v_dim: 0 };
    let host = with(with(HostTensors::new(), Role::Q, &c), Role::K, &b);
    let host = with(with(host, Role::V, &identity(N)), Role::Decay, &decay);
    Trial::of(systems::hidden_attention(sizes), host).wants(Role::O, o)
}
