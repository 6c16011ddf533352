//! Systems that choose keys or blocks by their scores.

use super::softmax::{H, N, Qkv, softmax, with};
use super::{dot, sparse};
use crate::conformance::catalogue::{Engine, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::kernels::{Choice, Code, Pooling};
use crate::problem::{Attention, DType, MaskShape, Role};
use crate::systems::{
    Antidiagonal, Clustered, HyperAttention, KeyScore, Moba, PooledGate, TopKeys, VerticalSlash,
};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    sparse(
        Engine::Selection,
        ["moba", "MoBA", "Lu et al. 2025, MoBA: Mixture of Block Attention"],
        "mean keys, top-k of products, lists of blocks",
        "systems::Moba",
        moba,
    ),
    sparse(
        Engine::Selection,
        [
            "pooled-gate",
            "SpargeAttn's block estimate",
            "Zhang et al. 2025, SpargeAttn (and FlexPrefill's query-aware pattern)",
        ],
        "mean queries and keys, softmax, top-p, budget",
        "systems::PooledGate",
        pooled_gate,
    ),
    sparse(
        Engine::Selection,
        [
            "xattention",
            "XAttention",
            "Xu et al. 2025, XAttention: Block Sparse Attention with Antidiagonal Scoring",
        ],
        "antidiagonal sums by groups reversed, softmax, sums over blocks, top-p",
        "systems::Antidiagonal",
        xattention,
    ),
    sparse(
        Engine::Selection,
        ["minference", "MInference, vertical-slash", "Jiang et al. 2024, MInference 1.0"],
        "probe of the last queries, column and diagonal sums, top-k of both",
        "systems::VerticalSlash",
        minference,
    ),
    sparse(
        Engine::Selection,
        ["flexprefill-vertical-slash", "FlexPrefill, vertical-slash", "Lai et al. 2025, FlexPrefill"],
        "probe of the last queries, column and diagonal sums, top-p of both",
        "systems::VerticalSlash",
        flexprefill,
    ),
    sparse(
        Engine::Selection,
        ["unlimiformer", "Unlimiformer", "Bertsch et al. 2023, Unlimiformer"],
        "products, top-k, gathered keys",
        "systems::TopKeys",
        unlimiformer,
    ),
    sparse(
        Engine::Selection,
        ["dare", "DARE", "Feng et al. 2025, Long-Sequence Recommendation Models Need Decoupled Embeddings"],
        "one query, top-k, gathered keys",
        "systems::TopKeys",
        dare,
    ),
    sparse(
        Engine::Selection,
        ["loki", "Loki", "Singhania et al. 2024, Loki: Low-rank Keys for Efficient Sparse Attention"],
        "products of the first dimensions, top-k, gathered keys",
        "systems::TopKeys",
        loki,
    ),
    sparse(
        Engine::Selection,
        [
            "dynamic-mask",
            "Dynamic Mask Attention",
            "Shi et al. 2025, Trainable Dynamic Mask Sparse Attention",
        ],
        "bias of the keys, top-k of it, gathered keys",
        "systems::TopKeys",
        dynamic_mask,
    ),
    sparse(
        Engine::Selection,
        [
            "routing-transformer",
            "Routing Transformer",
            "Roy et al. 2020, Efficient Content-Based Sparse Attention with Routing Transformers",
        ],
        "products with centroids, their largest, labels",
        "systems::Clustered",
        routing,
    ),
    sparse(
        Engine::Selection,
        ["reformer", "Reformer's hashing", "Kitaev et al. 2020, Reformer"],
        "products with a random rotation, the largest of both signs, labels",
        "systems::Clustered",
        reformer,
    ),
    sparse(
        Engine::Selection,
        ["hyper-attention", "HyperAttention", "Han et al. 2023, HyperAttention"],
        "signs of hyperplanes, sort, blocks, sampled keys, merge",
        "systems::HyperAttention",
        hyper,
    ),
];

pub(super) fn plain(x: &Qkv) -> Attention {
    let [q, k] = [&x.q, &x.k].map(|t| [t.shape[0], t.shape[1], t.shape[2], t.shape[3]].map(|n| n as u32));
    Attention::new(q[0], q[1], q[2], q[3]).kv_heads(k[1]).kv_len(k[2]).v_dim(x.v.shape[3] as u32)
}

/// Indices of the `k` largest, of equal ones the first.
pub(super) fn largest(scores: &[f64], k: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    order.truncate(k);
    order
}

/// The fewest of the largest whose sum reaches a share of all.
pub(super) fn largest_mass(scores: &[f64], share: f64) -> Vec<usize> {
    let total: f64 = scores.iter().sum();
    let mut mass = 0.0;
    let mut all = largest(scores, scores.len());
    let enough = all.iter().position(|&n| {
        mass += scores[n];
        mass >= share * total
    });
    all.truncate(enough.map_or(scores.len(), |n| n + 1));
    all
}

/// The mean of rows `first..end` of a head.
pub(super) fn mean(x: &Tensor, b: usize, h: usize, first: usize, end: usize) -> Vec<f64> {
    let count = (end - first) as f64;
    (0..x.shape[3]).map(|d| (first..end).map(|j| x.at(&[b, h, j])[d]).sum::<f64>() / count).collect()
}

/// Attention over the keys that `sees(b, h, i)` lists.
pub(super) fn attend(x: &Qkv, sees: impl Fn(usize, usize, usize) -> Vec<usize>) -> Vec<f64> {
    let keys = x.keys();
    x.weigh(|b, h, i| {
        let seen = sees(b, h, i);
        let scores: Vec<f64> = (0..keys)
            .map(|j| if seen.contains(&j) { x.score(b, h, i, j) } else { f64::NEG_INFINITY })
            .collect();
        softmax(&scores)
    })
    .values
}

/// Grouped self-attention of one sequence.
pub(super) fn grouped(seed: u64) -> Qkv {
    Qkv::random(&mut Noise::new(seed), [1, 4, N, 16], [1, 2, N, 16], 16)
}

/// As [`grouped`], of whole numbers from -2 to 2: all products are exact and many are equal, while the
/// scale of 40 features is no power of two and rounds.
pub(super) fn tied(seed: u64) -> Qkv {
    let Qkv { q, k, v } = Qkv::random(&mut Noise::new(seed), [1, 4, N, 40], [1, 2, N, 40], 40);
    Qkv { q: q.map(f64::round), k: k.map(f64::round), v }
}

fn moba() -> Trial {
    const CHUNK: usize = 8;
    let x = grouped(301);
    let o = attend(&x, |b, h, i| {
        let gate: Vec<f64> = (0..=i / CHUNK)
            .map(|c| {
                let past = mean(&x.k, b, h / 2, c * CHUNK, ((c + 1) * CHUNK).min(N));
                if c == i / CHUNK { f64::INFINITY } else { dot(x.q.at(&[b, h, i]), &past) }
            })
            .collect();
        let chosen = largest(&gate, 2);
        (0..=i).filter(|j| chosen.contains(&(j / CHUNK))).collect()
    });
    let problem = Moba { attention: plain(&x), chunk_size: 8, top_k: 2, selection: false };
    Trial::of(problem, x.host()).wants(Role::O, o)
}

fn pooled_gate() -> Trial {
    let gate = |x: &Qkv, block_size, budget| PooledGate {
        attention: plain(x).causal(),
        block_size,
        q_pooling: Pooling::Mean,
        k_pooling: Pooling::Mean,
        choice: Choice::TopP(0.7),
        budget,
        selection: false,
    };
    let (x, ties) = (grouped(304), tied(305));
    Trial::of(gate(&x, 6, (0, u32::MAX)), x.host())
        .wants(Role::O, pooled_gate_formula(&x, 6, 0, N))
        .then(gate(&ties, 2, (4, 4)), ties.host())
        .wants(Role::O, pooled_gate_formula(&ties, 2, 4, 4))
}

fn pooled_gate_formula(x: &Qkv, block: usize, fewest: usize, most: usize) -> Vec<f64> {
    let rows = |c: usize| (c * block, ((c + 1) * block).min(N));
    attend(x, |b, h, i| {
        let (first, end) = rows(i / block);
        let q = mean(&x.q, b, h, first, end);
        let product = |c: usize| dot(&q, &mean(&x.k, b, h / 2, rows(c).0, rows(c).1));
        let score = |c: usize| product(c) / (q.len() as f64).sqrt();
        let estimate = softmax(&(0..=i / block).map(score).collect::<Vec<_>>());
        // The first block and the last go before all; the others by mass until the share is reached.
        let rank = |c: usize| if c == 0 || c == i / block { 2.0 } else { estimate[c] };
        let order = largest(&(0..estimate.len()).map(rank).collect::<Vec<_>>(), estimate.len());
        let mut mass = 0.0;
        let enough = order.iter().position(|&c| {
            mass += estimate[c];
            mass >= 0.7
        });
        let forced = if i / block == 0 { 1 } else { 2 };
        let count = enough.map_or(order.len(), |n| n + 1).max(forced).clamp(fewest, most).min(order.len());
        (0..=i).filter(|j| order[..count].contains(&(j / block))).collect()
    })
}

fn xattention() -> Trial {
    const STRIDE: usize = 4;
    const SIDE: usize = 3;
    let x = Qkv::random(&mut Noise::new(320), [1, 4, 56, 16], [1, 2, 56, 16], 16);
    let side = STRIDE * SIDE;
    let o = attend(&x, |b, h, i| {
        let row = i / side;
        let mut worth = vec![0.0; row + 1];
        for group in row * SIDE..((row + 1) * SIDE).min(56 / STRIDE) {
            // One antidiagonal in every square of `STRIDE` pairs.
            let sum = |c: usize| -> f64 {
                (0..STRIDE)
                    .map(|t| x.score(b, h, group * STRIDE + t, c * STRIDE + STRIDE - 1 - t))
                    .sum::<f64>()
                    / STRIDE as f64
            };
            let weights = softmax(&(0..=group).map(sum).collect::<Vec<_>>());
            weights.iter().enumerate().for_each(|(c, w)| worth[c / SIDE] += w);
        }
        // The own block first, then by worth until the share is reached.
        let total: f64 = worth.iter().sum();
        let mut held = worth[row];
        let mut chosen = vec![row];
        for c in largest(&worth[..row], row) {
            if held >= 0.6 * total {
                break;
            }
            held += worth[c];
            chosen.push(c);
        }
        (0..=i).filter(|j| chosen.contains(&(j / side))).collect()
    });
    let attention = plain(&x).causal();
    let problem = Antidiagonal { attention, block_size: 12, stride: 4, choice: Choice::TopP(0.6) };
    Trial::of(problem, x.host()).wants(Role::O, o)
}

/// Vertical-slash attention by the last `probe` queries, with choices among sums over keys, and over
/// distances from 0.
fn vertical_slash(
    before: Trial,
    x: &Qkv,
    probe: usize,
    choices: [Choice; 2],
    choose: impl Fn(&[f64], bool) -> Vec<usize>,
) -> Trial {
    let seen: Vec<_> = (0..4)
        .map(|h| {
            let (mut columns, mut distances) = (vec![0.0; N], vec![0.0; N]);
            for i in N - probe..N {
                let row = softmax(&(0..=i).map(|j| x.score(0, h, i, j)).collect::<Vec<_>>());
                for (j, w) in row.into_iter().enumerate() {
                    columns[j] += w;
                    distances[i - j] += w;
                }
            }
            (choose(&columns, true), choose(&distances, false))
        })
        .collect();
    let o = attend(x, |_, h, i| {
        (0..=i).filter(|j| seen[h].0.contains(j) || seen[h].1.contains(&(i - j))).collect()
    });
    let [verticals, slashes] = choices;
    let problem =
        VerticalSlash { attention: plain(x), probe: probe as u32, verticals, slashes, recent: 2, first: 1 };
    before.then(problem, x.host()).wants(Role::O, o)
}

fn minference() -> Trial {
    let choose = |sums: &[f64], vertical| {
        let forced = if vertical { 1 } else { 2 };
        let mut ranks: Vec<(usize, f64)> =
            sums.iter().enumerate().map(|(n, &s)| (n, if n < forced { f64::INFINITY } else { s })).collect();
        // Of equal sums the earlier key and the greater distance.
        if !vertical {
            ranks.reverse();
        }
        let best = largest(&ranks.iter().map(|r| r.1).collect::<Vec<_>>(), if vertical { 6 } else { 5 });
        best.into_iter().map(|n| ranks[n].0).collect()
    };
    let choices = [Choice::TopK(6), Choice::TopK(5)];
    let trial = vertical_slash(Trial::default(), &grouped(305), 5, choices, choose);
    vertical_slash(trial, &tied(306), 1, choices, choose)
}

fn flexprefill() -> Trial {
    let choices = [Choice::TopP(0.5), Choice::TopP(0.4)];
    vertical_slash(Trial::default(), &grouped(306), 5, choices, |sums, vertical| {
        let forced: Vec<usize> = if vertical { vec![0] } else { vec![0, 1] };
        let mut rest: Vec<f64> = sums.to_vec();
        let total: f64 = sums.iter().sum();
        let held: f64 = forced.iter().map(|&n| sums[n]).sum();
        forced.iter().for_each(|&n| rest[n] = 0.0);
        let goal = if vertical { 0.5 } else { 0.4 } * total - held;
        let mut chosen = forced;
        if goal > 0.0 {
            chosen.extend(largest_mass(&rest, goal / rest.iter().sum::<f64>()));
        }
        chosen
    })
}

fn unlimiformer() -> Trial {
    let x = Qkv::random(&mut Noise::new(307), [1, 4, 9, 16], [1, 2, N, 16], 16);
    let best =
        |x: &Qkv| attend(x, |b, h, i| largest(&(0..N).map(|j| x.product(b, h, i, j)).collect::<Vec<_>>(), 7));
    let ties = tied(308);
    Trial::of(TopKeys::retrieved(plain(&x), 7), x.host())
        .wants(Role::O, best(&x))
        .then(TopKeys::retrieved(plain(&ties), 7), ties.host())
        .wants(Role::O, best(&ties))
}

fn dare() -> Trial {
    let x = Qkv::random(&mut Noise::new(308), [2, H, 1, 8], [2, H, 90, 8], 20);
    let o = attend(&x, |b, h, i| largest(&(0..90).map(|j| x.product(b, h, i, j)).collect::<Vec<_>>(), 12));
    Trial::of(TopKeys::retrieved(plain(&x), 12), x.host()).wants(Role::O, o)
}

fn loki() -> Trial {
    let x = grouped(309);
    let o = attend(&x, |b, h, i| {
        let leading = |j: usize| dot(&x.q.at(&[b, h, i])[..4], &x.k.at(&[b, h / 2, j])[..4]);
        largest(&(0..=i).map(leading).collect::<Vec<_>>(), 6)
    });
    let problem = TopKeys { attention: plain(&x).causal(), score: KeyScore::Leading { dims: 4 }, top_k: 6 };
    Trial::of(problem, x.host()).wants(Role::O, o)
}

fn dynamic_mask() -> Trial {
    let x = grouped(310);
    let delta = Tensor::random(&mut Noise::new(311), &[1, 4, N]);
    let o = x.weigh(|b, h, i| {
        let seen = largest(&delta.at(&[b, h])[..=i], 6);
        let score = |j: usize| {
            if seen.contains(&j) { x.score(b, h, i, j) + delta.at(&[b, h])[j] } else { f64::NEG_INFINITY }
        };
        softmax(&(0..N).map(score).collect::<Vec<_>>())
    });
    let bias = Some((DType::F32, MaskShape([1, 4, 1, N as u32])));
    let attention = Attention { bias, ..plain(&x).causal() };
    let problem = TopKeys { attention, score: KeyScore::Bias, top_k: 6 };
    Trial::of(problem, with(x.host(), Role::Bias, &delta)).wants(Role::O, o.values)
}

/// Products of a token with the columns of a projection `[heads, dim, features]`.
pub(super) fn projected(x: &[f64], projection: &Tensor, h: usize) -> Vec<f64> {
    let features = projection.shape[2];
    (0..features).map(|f| (0..x.len()).map(|d| x[d] * projection.at(&[h, d])[f]).sum()).collect()
}

fn routing() -> Trial {
    let mut x = Qkv::random(&mut Noise::new(314), [1, H, N, 16], [1, H, N, 16], 16);
    x.k = x.q.clone();
    let centroids = Tensor::random(&mut Noise::new(315), &[H, 16, 4]);
    let cluster = |h: usize, i: usize| largest(&projected(x.q.at(&[0, h, i]), &centroids, h), 1)[0];
    let o = attend(&x, |_, h, i| (0..=i).filter(|&j| cluster(h, i) == cluster(h, j)).collect());
    let problem = Clustered { attention: plain(&x).causal(), features: 4, code: Code::Argmax };
    Trial::of(problem, with(x.host(), Role::Projection, &centroids)).wants(Role::O, o)
}

fn reformer() -> Trial {
    let mut x = Qkv::random(&mut Noise::new(316), [1, H, N, 16], [1, H, N, 16], 16);
    x.k = x.q.clone();
    let rotation = Tensor::random(&mut Noise::new(317), &[H, 16, 3]);
    let bucket = |h: usize, i: usize| {
        let products = projected(x.q.at(&[0, h, i]), &rotation, h);
        let both: Vec<f64> = products.iter().copied().chain(products.iter().map(|p| -p)).collect();
        largest(&both, 1)[0]
    };
    let o = attend(&x, |_, h, i| (0..=i).filter(|&j| bucket(h, i) == bucket(h, j)).collect());
    let problem = Clustered { attention: plain(&x).causal(), features: 3, code: Code::ArgmaxSigned };
    Trial::of(problem, with(x.host(), Role::Projection, &rotation)).wants(Role::O, o)
}

fn hyper() -> Trial {
    const BLOCK: usize = 8;
    let x = Qkv::random(&mut Noise::new(318), [1, H, N, 16], [1, H, N, 16], 16);
    let planes = Tensor::random(&mut Noise::new(319), &[H, 16, 3]);
    let sample = [2usize, 9, 17, 18, 30];
    let stands_for = f64::from((N as f32 / sample.len() as f32).ln());
    // Buckets in an order in which neighbours differ by one plane: 000 001 011 010 110 111 101 100.
    let gray = [0usize, 1, 3, 2, 6, 7, 5, 4];
    let order = |t: &Tensor, h: usize| {
        let bucket = |i: usize| {
            let signs = projected(t.at(&[0, h, i]), &planes, h);
            let word: usize = signs.iter().enumerate().map(|(n, &s)| usize::from(s > 0.0) << n).sum();
            gray.iter().position(|&g| g == word)
        };
        let mut all: Vec<usize> = (0..N).collect();
        all.sort_by_key(|&i| bucket(i));
        all
    };
    let orders: Vec<_> = (0..H).map(|h| (order(&x.q, h), order(&x.k, h))).collect();
    let o = x.weigh(|b, h, i| {
        let (queries, keys) = &orders[h];
        let block = queries.iter().position(|&q| q == i).map(|at| at / BLOCK);
        // A sampled key counts as many; one of the block once.
        let mut weights = vec![0.0; N];
        for (place, &j) in keys.iter().enumerate() {
            let w = x.score(b, h, i, j).exp();
            if Some(place / BLOCK) == block {
                weights[j] = w;
            } else if sample.contains(&place) {
                weights[j] = w * stands_for.exp();
            }
        }
        let sum: f64 = weights.iter().sum();
        weights.into_iter().map(|w| w / sum).collect()
    });
    let problem = HyperAttention { attention: plain(&x), planes: 3, block: 8, samples: 5 };
    let entries = sample.map(|n| n as u32);
    let host = with(x.host(), Role::Projection, &planes)
        .indices(Role::BlockSpans, &[0, 5])
        .indices(Role::BlockEntries, &entries)
        .floats(Role::Bias, DType::F32, &[stands_for as f32]);
    Trial::of(problem, host).wants(Role::O, o.values)
}
