//! Systems that gate blocks, and that summarise far tokens.

use super::softmax::{N, Qkv, cells, softmax, with};
use super::sparse_selection::{attend, grouped, largest, mean, plain, projected, tied};
use super::{dot, sparse};
use crate::conformance::catalogue::{Engine, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::kernels::Choice;
use crate::problem::Role;
use crate::record::HostTensors;
use crate::systems::{CoreContext, LongHeads, NativeSparse, SeerAttention, SeerGate, SeerTarget};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    sparse(
        Engine::Selection,
        ["nsa", "NSA", "Yuan et al. 2025, Native Sparse Attention"],
        "overlapping pools, weights of a group summed over blocks, top-k, window, gates",
        "systems::NativeSparse",
        nsa,
    ),
    sparse(
        Engine::Selection,
        [
            "seer-attention",
            "SeerAttention",
            "Gao et al. 2024, SeerAttention: Learning Intrinsic Sparse Attention in Your LLMs",
        ],
        "pools side by side, linear maps, rotary blocks, softmax, top-k or threshold",
        "systems::SeerAttention",
        seer,
    ),
    sparse(
        Engine::Softmax,
        [
            "seer-attention-target",
            "SeerAttention's target",
            "Gao et al. 2024, SeerAttention: Learning Intrinsic Sparse Attention in Your LLMs",
        ],
        "block maxima of the weights from the lse, rows divided by their sums",
        "systems::SeerTarget",
        seer_target,
    ),
    sparse(
        Engine::Selection,
        [
            "long-heads",
            "LongHeads",
            "Lu et al. 2024, LongHeads: Multi-Head Attention is Secretly a Long Context Processor",
        ],
        "attention within chunks, its mean as a query for their summary, top-k of every head",
        "systems::LongHeads",
        long_heads,
    ),
    sparse(
        Engine::Merge,
        [
            "cca",
            "CCA-Attention",
            "Chen et al. 2024, Core Context Aware Transformers for Long Context Language Modeling",
        ],
        "keys and values weighed by their group's last query, window of groups, merge",
        "systems::CoreContext",
        cca,
    ),
];

/// Means as compressed tokens of 6, 3 apart, then learned ones; blocks of 9.
fn nsa() -> Trial {
    const EXTENT: usize = 6;
    const STRIDE: usize = 3;
    const BLOCK: usize = 9;
    let x = grouped(302);
    let gates = Tensor::random(&mut Noise::new(303), &[3, 1, 4, N]);
    let count = N.div_ceil(STRIDE);
    let means = |t: &Tensor| {
        let of = |g, c: usize| mean(t, 0, g, c * STRIDE, (c * STRIDE + EXTENT).min(N));
        let values = (0..2).flat_map(|g| (0..count).flat_map(move |c| of(g, c))).collect();
        Tensor { shape: vec![1, 2, count, 16], values }
    };
    let learned = [330, 331].map(|seed| Tensor::random(&mut Noise::new(seed), &[1, 2, count, 16]));
    let pooled = nsa_formula(&x, &gates, &[means(&x.k), means(&x.v)], [EXTENT, STRIDE, BLOCK]);
    let mapped = nsa_formula(&x, &gates, &learned, [EXTENT, STRIDE, BLOCK]);
    let p = NativeSparse::new(plain(&x), BLOCK as u32, 3, 7);
    let p = NativeSparse { extent: EXTENT as u32, stride: STRIDE as u32, ..p };
    let host = with(x.host(), Role::Gates, &gates);
    let both = with(host.clone(), NativeSparse::COMPRESSED_K, &learned[0]);
    Trial::of(p.clone(), host)
        .wants(Role::O, pooled)
        .then(NativeSparse { learned: true, ..p }, with(both, NativeSparse::COMPRESSED_V, &learned[1]))
        .wants(Role::O, mapped)
}

fn nsa_formula(x: &Qkv, gates: &Tensor, [keys, values]: &[Tensor; 2], sizes: [usize; 3]) -> Vec<f64> {
    let [extent, stride, block] = sizes;
    let count = keys.shape[2];
    let compressed = |h: usize, i: usize| {
        let score = |c: usize| dot(x.q.at(&[0, h, i]), keys.at(&[0, h / 2, c])) / 4.0;
        let hide = |c: usize| if c * stride + extent <= i + 1 { score(c) } else { f64::NEG_INFINITY };
        softmax(&(0..count).map(hide).collect::<Vec<_>>())
    };
    // Tokens that a compressed one shares with a block.
    let shared = |c: usize, b: usize| {
        (c * stride..c * stride + extent).filter(|t| t / block == b).count() as f64 / stride as f64
    };
    let selected = attend(x, |_, h, i| {
        let [one, two] = [h / 2 * 2, h / 2 * 2 + 1].map(|h| compressed(h, i));
        let own = i / block;
        let worth = |b: usize| match b {
            b if b > own => f64::NEG_INFINITY,
            b if b == 0 || b + 1 >= own => f64::INFINITY,
            b => (0..count).map(|c| (one[c] + two[c]) * shared(c, b)).sum(),
        };
        let chosen = largest(&(0..x.keys().div_ceil(block)).map(worth).collect::<Vec<_>>(), 3);
        (0..=i).filter(|j| chosen.contains(&(j / block))).collect()
    });
    let window = attend(x, |_, _, i| (i.saturating_sub(6)..=i).collect());
    let mut o = Vec::new();
    for (n, (_, h, i)) in cells(1, 4, N).enumerate() {
        let w = compressed(h, i);
        o.extend((0..16).map(|d| {
            let first: f64 = (0..count).map(|c| w[c] * values.at(&[0, h / 2, c])[d]).sum();
            let parts = [first, selected[n * 16 + d], window[n * 16 + d]];
            (0..3).map(|p| gates.at(&[p, 0, h])[i] * parts[p]).sum::<f64>()
        }));
    }
    o
}

/// The gate alone, then its choices by number and by threshold.
fn seer() -> Trial {
    const BLOCK: usize = 6;
    const DIM: usize = 8;
    let x = grouped(332);
    let mut noise = Noise::new(333);
    let mut random = |shape: &[usize]| Tensor::random(&mut noise, shape);
    let (q, k) = (random(&[1, 4, N, 16]), random(&[1, 2, N, 16]));
    let (q_weight, k_weight) = (random(&[4, 16, DIM]), random(&[2, 48, DIM]));
    let blocks = N.div_ceil(BLOCK);
    let rows = |b: usize| (b * BLOCK, ((b + 1) * BLOCK).min(N));
    // A block stands where its first token does.
    let angle = |b: usize, f: usize| (b * BLOCK) as f64 / 100f64.powf(f as f64 / (DIM / 2) as f64);
    let turn = |v: Vec<f64>, b: usize| -> Vec<f64> {
        let half = DIM / 2;
        let at = |d: usize| {
            let (sin, cos) = angle(b, d % half).sin_cos();
            if d < half { v[d] * cos - v[d + half] * sin } else { v[d] * cos + v[d - half] * sin }
        };
        (0..DIM).map(at).collect()
    };
    let query = |h: usize, b: usize| turn(projected(&mean(&q, 0, h, rows(b).0, rows(b).1), &q_weight, h), b);
    let key = |g: usize, b: usize| {
        let of = |d: usize| (rows(b).0..rows(b).1).map(move |j| (j, d));
        let extreme = |pick: fn(f64, f64) -> f64, from: f64| -> Vec<f64> {
            (0..16).map(|d| of(d).map(|(j, d)| k.at(&[0, g, j])[d]).fold(from, pick)).collect()
        };
        let (high, low) = (extreme(f64::max, f64::MIN), extreme(f64::min, f64::MAX));
        turn(projected(&[high, low, mean(&k, 0, g, rows(b).0, rows(b).1)].concat(), &k_weight, g), b)
    };
    let gate = |h: usize, r: usize| {
        let score = |c: usize| dot(&query(h, r), &key(h / 2, c)) / (DIM as f64).sqrt();
        softmax(&(0..blocks).map(|c| if c <= r { score(c) } else { f64::NEG_INFINITY }).collect::<Vec<_>>())
    };
    let gates: Vec<Vec<f64>> = cells(1, 4, blocks).map(|(_, h, r)| gate(h, r)).collect();
    let sparse = |choose: &dyn Fn(&[f64]) -> Vec<usize>| {
        attend(&x, |_, h, i| {
            let own = i / BLOCK;
            let chosen = choose(&gates[h * blocks + own][..own]);
            (0..=i).filter(|j| j / BLOCK == own || chosen.contains(&(j / BLOCK))).collect()
        })
    };
    let first = sparse(&|earlier| largest(earlier, 2));
    let over = sparse(&|earlier| (0..earlier.len()).filter(|&c| earlier[c] >= 0.2).collect());
    let table = |f: fn(f64) -> f64| Tensor {
        shape: vec![1, blocks, DIM / 2],
        values: (0..blocks * DIM / 2).map(|n| f(angle(n / (DIM / 2), n % (DIM / 2)))).collect(),
    };
    let inputs = |host: HostTensors| {
        let host = with(with(host, SeerGate::Q, &q), SeerGate::K, &k);
        let host = with(with(host, SeerGate::Q_WEIGHT, &q_weight), SeerGate::K_WEIGHT, &k_weight);
        with(with(host, Role::Cos, &table(f64::cos)), Role::Sin, &table(f64::sin))
    };
    let of = SeerGate { attention: plain(&x).causal(), block_size: BLOCK as u32, gate_dim: DIM as u32 };
    let chosen = |choice| SeerAttention { gate: of.clone(), choice };
    Trial::of(of.clone(), inputs(HostTensors::new()))
        .wants(Role::Scores, gates.concat())
        .then(chosen(Choice::TopK(3)), inputs(x.host()))
        .wants(Role::O, first)
        .then(chosen(Choice::Threshold(0.2)), inputs(x.host()))
        .wants(Role::O, over)
}

fn seer_target() -> Trial {
    const BLOCK: usize = 6;
    let x = grouped(334);
    let weights = |h: usize, i: usize| softmax(&(0..=i).map(|j| x.score(0, h, i, j)).collect::<Vec<_>>());
    let blocks = N.div_ceil(BLOCK);
    let mut target = Vec::new();
    for (_, h, r) in cells(1, 4, blocks) {
        let mut row = vec![0.0f64; blocks];
        for i in r * BLOCK..((r + 1) * BLOCK).min(N) {
            weights(h, i).into_iter().enumerate().for_each(|(j, w)| row[j / BLOCK] = row[j / BLOCK].max(w));
        }
        let sum: f64 = row.iter().sum();
        target.extend(row.into_iter().map(|w| w / sum));
    }
    let o = attend(&x, |_, _, i| (0..=i).collect());
    let problem = SeerTarget { attention: plain(&x).causal(), block_size: BLOCK as u32 };
    Trial::of(problem, x.host()).wants(Role::O, o).wants(Role::Scores, target)
}

/// Chunks of 5: the first, the own and the one before, and one more. Then single tokens, which are their own
/// summaries.
fn long_heads() -> Trial {
    let of = |x: &Qkv, chunk_size| LongHeads { attention: plain(x), chunk_size, top_k: 4, recent: 1 };
    let (x, ties) = (grouped(335), tied(336));
    Trial::of(of(&x, 5), x.host())
        .wants(Role::O, long_heads_formula(&x, 5))
        .then(of(&ties, 1), ties.host())
        .wants(Role::O, long_heads_formula(&ties, 1))
}

fn long_heads_formula(x: &Qkv, size: usize) -> Vec<f64> {
    let (dim, chunks) = (x.q.shape[3], N.div_ceil(size));
    let chunk = |c: usize| c * size..((c + 1) * size).min(N);
    let summary = |h: usize, c: usize| -> Vec<f64> {
        let mut query = vec![0.0; dim];
        for i in chunk(c) {
            let w = softmax(&chunk(c).map(|j| x.score(0, h, i, j)).collect::<Vec<_>>());
            for (w, j) in w.into_iter().zip(chunk(c)) {
                let v = x.v.at(&[0, h / 2, j]);
                query.iter_mut().zip(v).for_each(|(q, v)| *q += w * v / chunk(c).len() as f64);
            }
        }
        let key = |j: usize| x.k.at(&[0, h / 2, j]);
        let scale = 1.0 / (dim as f64).sqrt();
        let w = softmax(&chunk(c).map(|j| scale * dot(&query, key(j))).collect::<Vec<_>>());
        (0..dim).map(|d| w.iter().zip(chunk(c)).map(|(w, j)| w * key(j)[d]).sum()).collect()
    };
    let summaries: Vec<_> = cells(1, 4, chunks).map(|(_, h, c)| summary(h, c)).collect();
    attend(x, |_, h, i| {
        let own = i / size;
        let score = |c: usize| dot(x.q.at(&[0, h, i]), &summaries[h * chunks + c]);
        let rank = |c: usize| if c == 0 || c + 1 >= own { f64::INFINITY } else { score(c) };
        let chosen = largest(&(0..=own).map(rank).collect::<Vec<_>>(), 4);
        (0..=i).filter(|j| chosen.contains(&(j / size))).collect()
    })
}

/// Groups of 4, a window of 8, and its log-sum-exp; then tokens that fill no group.
fn cca() -> Trial {
    const GROUP: usize = 4;
    const WINDOW: usize = 8;
    let x = grouped(336);
    // Weights of a group's tokens by its last.
    let inside = |h: usize, c: usize| {
        let last = c * GROUP + GROUP - 1;
        softmax(&(c * GROUP..=last).map(|j| x.score(0, h, last, j)).collect::<Vec<_>>())
    };
    let core = |t: &Tensor, h: usize, c: usize| -> Vec<f64> {
        let w = inside(h, c);
        (0..16).map(|d| (0..GROUP).map(|n| w[n] * t.at(&[0, h / 2, c * GROUP + n])[d]).sum()).collect()
    };
    let (mut o, mut lse) = (Vec::new(), Vec::new());
    for (_, h, i) in cells(1, 4, N) {
        let far = (i + 1).saturating_sub(WINDOW) / GROUP;
        let mut scores: Vec<f64> =
            (0..far).map(|c| dot(x.q.at(&[0, h, i]), &core(&x.k, h, c)) / 4.0).collect();
        let mut values: Vec<Vec<f64>> = (0..far).map(|c| core(&x.v, h, c)).collect();
        for j in far * GROUP..=i {
            scores.push(x.score(0, h, i, j));
            values.push(x.v.at(&[0, h / 2, j]).to_vec());
        }
        let w = softmax(&scores);
        o.extend((0..16).map(|d| w.iter().zip(&values).map(|(w, v)| w * v[d]).sum::<f64>()));
        lse.push(scores.iter().map(|s| s.exp()).sum::<f64>().ln());
    }
    let short = Qkv::random(&mut Noise::new(337), [1, 4, 3, 16], [1, 2, 3, 16], 16);
    let near = attend(&short, |_, _, i| (0..=i).collect());
    let of = |attention| CoreContext { attention, group: GROUP as u32, window: WINDOW as u32 };
    Trial::of(of(plain(&x).with_lse()), x.host())
        .wants(Role::O, o)
        .wants(Role::Lse, lse)
        .then(of(plain(&short)), short.host())
        .wants(Role::O, near)
}
