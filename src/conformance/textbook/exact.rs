//! Systems of exact softmax attention.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, bnhd, cells, softmax, three, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems::{self, EmbeddingFree};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "transformer",
        title: "Transformer",
        paper: "Vaswani et al. 2017, Attention Is All You Need",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "causal, heads side by side",
        builder: "systems::transformer",
        trial: transformer,
    },
    System {
        name: "crossmae",
        title: "CrossMAE",
        paper: "Fu et al. 2024, Rethinking Patch Dependence for Masked Autoencoders",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "queries and keys of their own lengths",
        builder: "systems::cross_attention",
        trial: crossmae,
    },
    System {
        name: "perceiver",
        title: "Perceiver",
        paper: "Jaegle et al. 2021, Perceiver: General Perception with Iterative Attention",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "shared queries by a batch stride of 0, key lengths",
        builder: "systems::perceiver",
        trial: perceiver,
    },
    System {
        name: "npt",
        title: "NPT",
        paper: "Kossen et al. 2021, Self-Attention Between Datapoints",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "rows of a table as tokens, then attributes by strides",
        builder: "systems::between_datapoints",
        trial: npt,
    },
    System {
        name: "group-pose",
        title: "Group Pose",
        paper: "Liu et al. 2023, Group Pose",
        family: Family::Sparse,
        engine: Engine::Softmax,
        parts: "two axes of one grid by strides",
        builder: "systems::along_columns",
        trial: group_pose,
    },
    System {
        name: "entp",
        title: "ENTP",
        paper: "Ewer et al. 2024, Encoder-Only Next Token Prediction",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "packed prefixes without a causal mask",
        builder: "systems::every_prefix",
        trial: entp,
    },
    System {
        name: "edaformer",
        title: "EDAFormer",
        paper: "Yu et al. 2024, Embedding-Free Transformer with Inference Spatial Reduction",
        family: Family::Exact,
        engine: Engine::Softmax,
        parts: "two poolings, one tensor as queries, keys and values",
        builder: "systems::EmbeddingFree",
        trial: edaformer,
    },
    System {
        name: "chunked-attention",
        title: "Self-attention Does Not Need O(n^2) Memory",
        paper: "Rabe and Staats 2021, arXiv 2112.05682",
        family: Family::Exact,
        engine: Engine::Merge,
        parts: "slices of keys with their lse, merge",
        builder: "systems::key_slice",
        trial: chunked,
    },
    System {
        name: "el-attention",
        title: "EL-Attention",
        paper: "Yan et al. 2021, EL-Attention: Memory Efficient Lossless Attention for Generation",
        family: Family::Decoding,
        engine: Engine::Softmax,
        parts: "one wide key head, which is the value head too",
        builder: "systems::el_attention",
        trial: el_attention,
    },
    System {
        name: "multi-head-latent-attention",
        title: "Multi-head Latent Attention",
        paper: "DeepSeek-AI 2024, DeepSeek-V2, arXiv 2405.04434",
        family: Family::Decoding,
        engine: Engine::Softmax,
        parts: "one key head of latent vectors and a rotated key, values a view of it",
        builder: "systems::latent_attention",
        trial: latent_attention,
    },
    System {
        name: "lean-attention",
        title: "LeanAttention",
        paper: "Sanovar et al. 2024, Lean Attention",
        family: Family::Decoding,
        engine: Engine::Merge,
        parts: "equal ranges of keys for one query, merge",
        builder: "systems::key_slice",
        trial: lean,
    },
];

/// `n` of the usual sizes as the builders take it.
const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

fn transformer() -> Trial {
    let x = Qkv::usual(&mut Noise::new(101));
    let o = x.attend_causal(|b, h, i, j| x.score(b, h, i, j));
    Trial::of(systems::transformer(BATCH, HEADS, LEN, DIM), x.host_bnhd()).wants(Role::O, bnhd(&o).values)
}

fn crossmae() -> Trial {
    let x = Qkv::random(&mut Noise::new(102), [B, H, 9, D], [B, H, N, D], D);
    let o = x.attend(|b, h, i, j| x.score(b, h, i, j));
    let problem = systems::cross_attention(BATCH, HEADS, 9, LEN, DIM);
    Trial::of(problem, x.host_bnhd()).wants(Role::O, bnhd(&o).values)
}

fn perceiver() -> Trial {
    let mut x = Qkv::random(&mut Noise::new(103), [1, H, 5, D], [B, H, N, D], D);
    let lengths = [N as u32, 20];
    let latents = x.q.clone();
    x.q = Tensor { shape: vec![B, H, 5, D], values: [latents.values.clone(), latents.values].concat() };
    let o =
        x.attend(|b, h, i, j| if j < lengths[b] as usize { x.score(b, h, i, j) } else { f64::NEG_INFINITY });
    // The latents once, not for every sequence.
    let one = Tensor { shape: vec![1, H, 5, D], values: x.q.values[..H * 5 * D].to_vec() };
    let inputs = with(x.host_bnhd(), Role::Q, &bnhd(&one)).indices(Role::KvLengths, &lengths);
    Trial::of(systems::perceiver(BATCH, HEADS, 5, LEN, DIM), inputs).wants(Role::O, bnhd(&o).values)
}

/// A table of 11 rows and 6 attributes of 8 features, two heads; its last row is padding.
fn npt() -> Trial {
    let (rows, columns, e) = (11, 6, 8);
    let mut noise = Noise::new(104);
    let d = columns * e / H;
    let [q, k, v] = [(); 3].map(|()| Tensor::random(&mut noise, &[rows, H, d]));
    let mut between = Vec::new();
    for (i, h) in (0..rows * H).map(|n| (n / H, n % H)) {
        let scores: Vec<f64> =
            (0..rows - 1).map(|j| dot(q.at(&[i, h]), k.at(&[j, h])) / (d as f64).sqrt()).collect();
        let p = softmax(&scores);
        between.extend((0..d).map(|c| (0..rows - 1).map(|j| p[j] * v.at(&[j, h])[c]).sum::<f64>()));
    }
    let host = three(&q, &k, &v);
    let problem = systems::between_datapoints(rows as u32, (columns * e) as u32, HEADS);
    let attributes = Qkv::random(&mut Noise::new(105), [rows, H, columns, 4], [rows, H, columns, 4], 4);
    let within = attributes.attend(|b, h, i, j| attributes.score(b, h, i, j));
    let first = match problem {
        Ok(p) => Trial::of(p, host.indices(Role::KvLengths, &[rows as u32 - 1])).wants(Role::O, between),
        Err(_) => Trial::default(),
    };
    first
        .then(systems::along_rows(rows as u32, columns as u32, HEADS, 4), attributes.host_bnhd())
        .wants(Role::O, bnhd(&within).values)
}

/// Five instances of seven keypoints: within instances, then across them.
fn group_pose() -> Trial {
    let (rows, columns) = (5, 7);
    let mut noise = Noise::new(106);
    let [q, k, v] = [(); 3].map(|()| Tensor::random(&mut noise, &[rows, columns, H, D]));
    let attend = |along_rows: bool| {
        let mut o = Vec::new();
        for (r, c, h) in cells(rows, columns, H) {
            let others = if along_rows { columns } else { rows };
            let at = |n: usize| if along_rows { [r, n, h] } else { [n, c, h] };
            let scores: Vec<f64> =
                (0..others).map(|n| dot(q.at(&[r, c, h]), k.at(&at(n))) / (D as f64).sqrt()).collect();
            let p = softmax(&scores);
            o.extend((0..D).map(|e| (0..others).map(|n| p[n] * v.at(&at(n))[e]).sum::<f64>()));
        }
        o
    };
    let host = three(&q, &k, &v);
    let (r, c) = (rows as u32, columns as u32);
    Trial::of(systems::along_rows(r, c, HEADS, DIM), host.clone())
        .wants(Role::O, attend(true))
        .then(systems::along_columns(r, c, HEADS, DIM), host)
        .wants(Role::O, attend(false))
}

/// Seven prefixes of one sequence with states of their own, as in all layers but the first.
fn entp() -> Trial {
    let len = 7;
    let starts: Vec<u32> = (0..=len).map(|n| n * (n + 1) / 2).collect();
    let total = starts[len as usize] as usize;
    let mut noise = Noise::new(107);
    let [q, k, v] = [(); 3].map(|()| Tensor::random(&mut noise, &[total, H, D]));
    let mut o = Vec::new();
    for (i, h) in (0..total * H).map(|n| (n / H, n % H)) {
        let prefix = starts.iter().rposition(|&s| s as usize <= i).unwrap_or(0);
        let keys = starts[prefix] as usize..starts[prefix + 1] as usize;
        let scores: Vec<f64> =
            keys.clone().map(|j| dot(q.at(&[i, h]), k.at(&[j, h])) / (D as f64).sqrt()).collect();
        let p = softmax(&scores);
        o.extend((0..D).map(|e| keys.clone().map(|j| p[j - keys.start] * v.at(&[j, h])[e]).sum::<f64>()));
    }
    let host = three(&q, &k, &v);
    let host = host.indices(Role::CuSeqlensQ, &starts).indices(Role::CuSeqlensKv, &starts);
    Trial::of(systems::every_prefix(HEADS, len, DIM), host).wants(Role::O, o)
}

/// A grid of 4 by 6 tokens, keys reduced by two on each side.
fn edaformer() -> Trial {
    let (height, width, ratio) = (4, 6, 2);
    let x = Tensor::random(&mut Noise::new(108), &[B, height, width, H, D]).map(|x| 2.0 * x);
    let mean = |b: usize, r: usize, c: usize, h: usize, e: usize| {
        let part = (0..4).map(|n| x.at(&[b, r * ratio + n / 2, c * ratio + n % 2, h])[e]);
        part.sum::<f64>() / 4.0
    };
    let keys = height * width / 4;
    let key = |b, j: usize, h| (0..D).map(|e| mean(b, j / 3, j % 3, h, e)).collect::<Vec<f64>>();
    let mut o = Vec::new();
    for (b, i, h) in cells(B, height * width, H) {
        let q = x.at(&[b, i / width, i % width, h]);
        let scores: Vec<f64> = (0..keys).map(|j| dot(q, &key(b, j, h)) / (D as f64).sqrt()).collect();
        let p = softmax(&scores);
        o.extend((0..D).map(|e| (0..keys).map(|j| p[j] * key(b, j, h)[e]).sum::<f64>()));
    }
    let problem = EmbeddingFree { batch: BATCH, heads: HEADS, height: 4, width: 6, dim: DIM, ratio: 2 };
    Trial::of(problem, with(HostTensors::new(), Role::Q, &x)).wants(Role::O, o)
}

/// Log-sum-exp of every row.
fn lse(x: &Qkv, causal: bool) -> Vec<f64> {
    let [batch, heads, rows, _] = super::softmax::sizes(&x.q);
    let row = |(b, h, i): (usize, usize, usize)| {
        let keys = if causal { i + 1 } else { x.keys() };
        (0..keys).map(|j| x.score(b, h, i, j).exp()).sum::<f64>().ln()
    };
    cells(batch, heads, rows).map(row).collect()
}

/// The slices of a trial and their merge.
fn sliced(p: &Attention, x: &Qkv, causal: bool, slices: &[std::ops::Range<u32>]) -> Trial {
    let o = x.attend(|b, h, i, j| if j <= i || !causal { x.score(b, h, i, j) } else { f64::NEG_INFINITY });
    let mut trial = Trial::default();
    for keys in slices {
        trial = trial.then(systems::key_slice(p, keys.clone()), x.host());
    }
    trial
        .then(systems::merge_of(p, slices.len() as u32), HostTensors::new())
        .gather(Role::O, Role::PartialO, 0..slices.len())
        .gather(Role::Lse, Role::PartialLse, 0..slices.len())
        .wants(Role::O, o.values)
        .wants(Role::Lse, lse(x, causal))
}

fn chunked() -> Trial {
    let x = Qkv::usual(&mut Noise::new(109));
    let p = Attention::new(BATCH, HEADS, LEN, DIM).causal();
    // About the root of the length a chunk, the last one shorter.
    let chunks: Vec<_> = (0..LEN).step_by(7).map(|at| at..(at + 7).min(LEN)).collect();
    sliced(&p, &x, true, &chunks)
}

fn lean() -> Trial {
    let x = Qkv::random(&mut Noise::new(110), [B, H, 1, D], [B, H, N, D], D);
    let p = Attention::new(BATCH, HEADS, 1, DIM).kv_len(LEN);
    sliced(&p, &x, false, &[0..13, 13..26, 26..LEN])
}

/// Plain multi-head attention of hidden states, which the absorbed form must equal.
fn el_attention() -> Trial {
    let (model, d) = (24, 8);
    let mut noise = Noise::new(111);
    let hidden = Tensor::random(&mut noise, &[B, N, model]);
    let q = Tensor::random(&mut noise, &[B, H, 3, d]);
    let w_k = Tensor::random(&mut noise, &[H, model, d]);
    let (mut absorbed, mut o) = (Vec::new(), Vec::new());
    for (b, h, i) in cells(B, H, 3) {
        let key = |j: usize| -> Vec<f64> {
            (0..d).map(|c| (0..model).map(|m| hidden.at(&[b, j])[m] * w_k.at(&[h, m])[c]).sum()).collect()
        };
        let scores: Vec<f64> = (0..N).map(|j| dot(q.at(&[b, h, i]), &key(j)) / (d as f64).sqrt()).collect();
        let p = softmax(&scores);
        o.extend((0..model).map(|m| (0..N).map(|j| p[j] * hidden.at(&[b, j])[m]).sum::<f64>()));
        absorbed.extend((0..model).map(|m| dot(q.at(&[b, h, i]), w_k.at(&[h, m]))));
    }
    let absorbed = Tensor { shape: vec![B, H, 3, model], values: absorbed };
    let host = with(with(HostTensors::new(), Role::Q, &absorbed), Role::K, &hidden);
    Trial::of(systems::el_attention(BATCH, HEADS, 3, LEN, model as u32, d as u32), host).wants(Role::O, o)
}

/// Heads with keys and values of their own, projected from the latent vectors, beside a rotated key that they
/// share: what the absorbed form must equal once its output is projected too.
fn latent_attention() -> Trial {
    let (rank, rope, d) = (20, 6, 8);
    let mut noise = Noise::new(112);
    let cache = Tensor::random(&mut noise, &[B, N, rank + rope]);
    let q = Tensor::random(&mut noise, &[B, H, 3, d + rope]);
    let w_k = Tensor::random(&mut noise, &[H, d, rank]);
    let (mut absorbed, mut o) = (Vec::new(), Vec::new());
    for (b, h, i) in cells(B, H, 3) {
        let (content, position) = q.at(&[b, h, i]).split_at(d);
        let score = |j: usize| {
            let (latent, rotated) = cache.at(&[b, j]).split_at(rank);
            let key: Vec<f64> = (0..d).map(|c| dot(w_k.at(&[h, c]), latent)).collect();
            (dot(content, &key) + dot(position, rotated)) / ((d + rope) as f64).sqrt()
        };
        let p = softmax(&(0..N).map(score).collect::<Vec<_>>());
        // A projection of the values is linear: equal sums of latent vectors give equal values.
        o.extend((0..rank).map(|m| (0..N).map(|j| p[j] * cache.at(&[b, j])[m]).sum::<f64>()));
        absorbed.extend((0..rank).map(|m| (0..d).map(|c| content[c] * w_k.at(&[h, c])[m]).sum::<f64>()));
        absorbed.extend(position);
    }
    let absorbed = Tensor { shape: vec![B, H, 3, rank + rope], values: absorbed };
    let host = with(with(HostTensors::new(), Role::Q, &absorbed), Role::K, &cache);
    let p = systems::latent_attention(BATCH, HEADS, 3, LEN, [rank as u32, rope as u32], d as u32);
    Trial::of(p, host).wants(Role::O, o)
}
