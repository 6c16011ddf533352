//! Systems that choose blocks in several steps: by likeness, by pattern, by search, in space.

use super::dot;
use super::softmax::{H, N, Qkv, softmax, with};
use super::sparse_selection::{attend, grouped, largest, mean, plain, system};
use crate::conformance::catalogue::System;
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::systems::{BiLevel, FlexPrefill, HierarchicalPruning, SpargeAttention, SpatialSparse};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    system(
        "biformer",
        "BiFormer",
        "Zhu et al. 2023, BiFormer: Vision Transformer with Bi-Level Routing Attention",
        "means of regions, products summed over heads, top-k, lists of blocks",
        "systems::BiLevel",
        biformer,
    ),
    system(
        "spargeattn",
        "SpargeAttn, first stage",
        "Zhang et al. 2025, SpargeAttention: Accurate and Training-free Sparse Attention",
        "mean cosines of blocks, softmax of means, mass, rows and columns forced",
        "systems::SpargeAttention",
        sparge,
    ),
    system(
        "flexprefill",
        "FlexPrefill",
        "Lai et al. 2025, FlexPrefill",
        "divergence of estimate and truth, blocks of a head together, or columns and diagonals, merged",
        "systems::FlexPrefill",
        flex_prefill,
    ),
    system(
        "hip",
        "HiP",
        "Lee et al. 2024, A Training-free Sub-quadratic Cost Transformer Model Serving Framework With Hierarchically Pruned Attention",
        "search through halves of ranges, lists of blocks",
        "systems::HierarchicalPruning",
        hip,
    ),
    system(
        "direct3d-s2",
        "Direct3D-S2's spatial sparse attention",
        "Wu et al. 2025, Direct3D-S2: Gigascale 3D Generation Made Easy with Spatial Sparse Attention",
        "ragged means, weights of blocks averaged, top-k, labels, gates",
        "systems::SpatialSparse",
        spatial,
    ),
];

fn biformer() -> Trial {
    const REGION: usize = 6;
    let x = Qkv::random(&mut Noise::new(331), [2, H, N, 16], [2, H, N, 16], 16);
    let region = |t: &Tensor, b, h, r: usize| mean(t, b, h, r * REGION, ((r + 1) * REGION).min(N));
    let o = attend(&x, |b, _, i| {
        // One product of all channels: of the heads one after another.
        let affinity = |c: usize| -> f64 {
            (0..H).map(|h| dot(&region(&x.q, b, h, i / REGION), &region(&x.k, b, h, c))).sum()
        };
        let chosen = largest(&(0..N.div_ceil(REGION)).map(affinity).collect::<Vec<_>>(), 3);
        (0..N).filter(|j| chosen.contains(&(j / REGION))).collect()
    });
    let problem = BiLevel { attention: plain(&x), region: 6, top_k: 3 };
    Trial::of(problem, x.host()).wants(Role::O, o)
}

/// Rows in blocks of `size`, every third of which scatters.
fn alike(noise: &mut Noise, shape: [usize; 4], size: usize) -> Tensor {
    let [batch, heads, len, dim] = shape;
    let centres = Tensor::random(noise, &[batch, heads, len.div_ceil(size), dim]);
    let scatter = Tensor::random(noise, &shape);
    let values = (0..batch * heads * len).flat_map(|row| {
        let (b, h, i) = (row / len / heads, row / len % heads, row % len);
        let spread = if (i / size + h) % 3 == 1 { 3.0 } else { 0.4 };
        let (centre, scatter) = (centres.at(&[b, h, i / size]).to_vec(), scatter.at(&[b, h, i]).to_vec());
        (0..dim).map(move |d| 2.0 * centre[d] + spread * scatter[d])
    });
    Tensor { shape: shape.to_vec(), values: values.collect() }
}

/// The mean cosine of all pairs of rows `first..end`.
fn likeness(x: &Tensor, b: usize, h: usize, first: usize, end: usize) -> f64 {
    let cosine = |i: usize, j: usize| {
        let (a, c) = (x.at(&[b, h, i]), x.at(&[b, h, j]));
        dot(a, c) / (dot(a, a) * dot(c, c)).sqrt()
    };
    let pairs = (first..end).flat_map(|i| (first..end).map(move |j| (i, j)));
    pairs.map(|(i, j)| cosine(i, j)).sum::<f64>() / ((end - first) * (end - first)) as f64
}

fn sparge() -> Trial {
    let mut noise = Noise::new(332);
    let q = alike(&mut noise, [1, 4, N, 16], 8);
    let k = alike(&mut noise, [1, 2, N, 16], 6);
    let x = Qkv { q, k, v: Tensor::random(&mut noise, &[1, 2, N, 16]) };
    let problem =
        |attention| SpargeAttention { attention, block_q: 8, block_kv: 6, similarity: 0.5, mass: 0.75 };
    Trial::of(problem(plain(&x)), x.host())
        .wants(Role::O, sparge_rows(&x, false))
        .then(problem(plain(&x).causal()), x.host())
        .wants(Role::O, sparge_rows(&x, true))
}

fn sparge_rows(x: &Qkv, causal: bool) -> Vec<f64> {
    const BQ: usize = 8;
    const BK: usize = 6;
    attend(x, |b, h, i| {
        let row = i / BQ;
        let (first, end) = (row * BQ, ((row + 1) * BQ).min(N));
        let keys = |c: usize| (c * BK, ((c + 1) * BK).min(N));
        let blocks: Vec<usize> = (0..N.div_ceil(BK)).filter(|c| !causal || c * BK < end).collect();
        let same = |c: usize| likeness(&x.k, b, h / 2, keys(c).0, keys(c).1) >= 0.5;
        let query = mean(&x.q, b, h, first, end);
        let score = |&c: &usize| {
            let key = mean(&x.k, b, h / 2, keys(c).0, keys(c).1);
            if same(c) { dot(&query, &key) / 4.0 } else { f64::NEG_INFINITY }
        };
        let estimate = softmax(&blocks.iter().map(score).collect::<Vec<_>>());
        let own = |c: usize| causal && c >= first / BK && c <= (end - 1) / BK;
        let unlike = likeness(&x.q, b, h, first, end) < 0.5;
        let mut chosen: Vec<usize> =
            blocks.iter().copied().filter(|&c| unlike || !same(c) || own(c)).collect();
        let mut held: f64 = chosen.iter().map(|&c| estimate[c]).sum();
        let rest: Vec<f64> =
            blocks.iter().map(|c| if chosen.contains(c) { -1.0 } else { estimate[*c] }).collect();
        let count = blocks.len() - chosen.len();
        for (n, c) in largest(&rest, count).into_iter().enumerate() {
            held += estimate[c];
            if n > 0 && held > 0.75 {
                break;
            }
            chosen.push(c);
        }
        (0..N).filter(|j| chosen.contains(&(j / BK)) && (!causal || *j <= i)).collect()
    })
}

/// Forced ones, and the best others until all hold a share of the whole.
fn by_mass(weights: &[f64], forced: impl Fn(usize) -> bool, share: f64) -> Vec<usize> {
    let mut chosen: Vec<usize> = (0..weights.len()).filter(|&n| forced(n)).collect();
    let mut held: f64 = chosen.iter().map(|&n| weights[n]).sum();
    let total: f64 = weights.iter().sum();
    let rest: Vec<f64> = (0..weights.len()).map(|n| if forced(n) { -1.0 } else { weights[n] }).collect();
    for n in largest(&rest, weights.len() - chosen.len()) {
        if held >= share * total {
            break;
        }
        held += weights[n];
        chosen.push(n);
    }
    chosen
}

/// What a head of FlexPrefill sees.
struct Flex {
    distance: f64,
    /// Pairs of blocks, rows by columns.
    blocks: Vec<usize>,
    keys: Vec<usize>,
    distances: Vec<usize>,
}

const FLEX_BLOCK: usize = 8;
const FLEX_BLOCKS: usize = N.div_ceil(FLEX_BLOCK);
const GAMMA: f64 = 0.8;

fn flex_head(x: &Qkv, h: usize) -> Flex {
    let keys = |c: usize| mean(&x.k, 0, h / 2, c * FLEX_BLOCK, ((c + 1) * FLEX_BLOCK).min(N));
    let (mut truth, mut columns, mut distances) = (vec![0.0; FLEX_BLOCKS], vec![0.0; N], vec![0.0; N]);
    for i in N - FLEX_BLOCK..N {
        let row = softmax(&(0..=i).map(|j| x.score(0, h, i, j)).collect::<Vec<_>>());
        for (j, w) in row.into_iter().enumerate() {
            truth[j / FLEX_BLOCK] += w / FLEX_BLOCK as f64;
            columns[j] += w;
            distances[i - j] += w;
        }
    }
    let last = mean(&x.q, 0, h, N - FLEX_BLOCK, N);
    let estimate = softmax(&(0..FLEX_BLOCKS).map(|c| dot(&last, &keys(c)) / 4.0).collect::<Vec<_>>());
    let apart = |p: &[f64]| -> f64 {
        let middle = |n: usize| (estimate[n] + truth[n]) / 2.0;
        p.iter().enumerate().map(|(n, x)| if *x > 0.0 { x * (x / middle(n)).ln() } else { 0.0 }).sum()
    };
    let mut map = vec![0.0; FLEX_BLOCKS * FLEX_BLOCKS];
    for r in 0..FLEX_BLOCKS {
        let query = mean(&x.q, 0, h, r * FLEX_BLOCK, ((r + 1) * FLEX_BLOCK).min(N));
        let row = softmax(&(0..=r).map(|c| dot(&query, &keys(c)) / 4.0).collect::<Vec<_>>());
        map[r * FLEX_BLOCKS..][..=r].copy_from_slice(&row);
    }
    Flex {
        distance: ((apart(&estimate) + apart(&truth)) / 2.0).sqrt(),
        blocks: by_mass(&map, |n| n % FLEX_BLOCKS == 0 || n % FLEX_BLOCKS == n / FLEX_BLOCKS, GAMMA),
        keys: by_mass(&columns, |n| n == 0, GAMMA),
        distances: by_mass(&distances, |n| n == 0, GAMMA),
    }
}

/// A bound between the heads, so that two follow each pattern.
fn flex_prefill() -> Trial {
    let x = grouped(333);
    let heads: Vec<Flex> = (0..4).map(|h| flex_head(&x, h)).collect();
    let mut all: Vec<f64> = heads.iter().map(|head| head.distance).collect();
    all.sort_by(f64::total_cmp);
    let tau = (all[1] + all[2]) / 2.0;
    let o = attend(&x, |_, h, i| {
        let head = &heads[h];
        let sees = |j: &usize| {
            if head.distance < tau {
                head.blocks.contains(&(i / FLEX_BLOCK * FLEX_BLOCKS + j / FLEX_BLOCK))
            } else {
                head.keys.contains(j) || head.distances.contains(&(i - j))
            }
        };
        (0..=i).filter(sees).collect()
    });
    let block_size = FLEX_BLOCK as u32;
    let problem = FlexPrefill { attention: plain(&x), block_size, gamma: GAMMA as f32, tau: tau as f32 };
    Trial::of(problem, x.host()).wants(Role::O, o)
}

/// Blocks of `keys` keys that the search leaves of `blocks`, for the queries `rows`.
fn searched(x: &Qkv, h: usize, rows: std::ops::Range<usize>, blocks: usize, keys: usize) -> Vec<usize> {
    const KEPT: usize = 3;
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for n in 0..KEPT {
        let first = ranges.last().map_or(0, |r| r.1);
        ranges.push((first, first + blocks / KEPT + usize::from(n < blocks % KEPT)));
    }
    while ranges.iter().any(|r| r.1 - r.0 > 1) {
        let halves: Vec<(usize, usize)> = ranges
            .iter()
            .flat_map(|&(first, end)| [(first, (first + end).div_ceil(2)), ((first + end).div_ceil(2), end)])
            .filter(|half| half.0 < half.1)
            .collect();
        let worth = |&(first, end): &(usize, usize)| {
            let middle = (first * keys + (end * keys).min(x.keys())) / 2;
            rows.clone().map(|i| x.product(0, h, i, middle)).fold(f64::NEG_INFINITY, f64::max)
        };
        let mut best = largest(&halves.iter().map(worth).collect::<Vec<_>>(), KEPT);
        best.sort_unstable();
        ranges = best.into_iter().map(|n| halves[n]).collect();
    }
    ranges.into_iter().filter(|r| r.0 < r.1).map(|r| r.0).collect()
}

fn hip() -> Trial {
    const LEN: usize = 150;
    const BQ: usize = 8;
    const BK: usize = 4;
    let x = Qkv::random(&mut Noise::new(334), [1, 4, LEN, 16], [1, 2, LEN, 16], 16);
    let rows = |causal: bool| {
        let chosen: Vec<Vec<usize>> = (0..4 * LEN.div_ceil(BQ))
            .map(|n| {
                let (h, first) = (n / LEN.div_ceil(BQ), n % LEN.div_ceil(BQ) * BQ);
                let end = (first + BQ).min(LEN);
                let blocks = if causal { end } else { LEN }.div_ceil(BK);
                let mut found = searched(&x, h, first..end, blocks, BK);
                // Whoever may not look ahead keeps its own blocks.
                found.extend((first / BK..blocks).filter(|_| causal));
                found
            })
            .collect();
        attend(&x, |_, h, i| {
            let seen = &chosen[h * LEN.div_ceil(BQ) + i / BQ];
            (0..LEN).filter(|j| seen.contains(&(j / BK)) && (!causal || *j <= i)).collect()
        })
    };
    let problem = |attention| HierarchicalPruning { attention, block_q: 8, block_kv: 4, kept: 3 };
    Trial::of(problem(plain(&x)), x.host())
        .wants(Role::O, rows(false))
        .then(problem(plain(&x).causal()), x.host())
        .wants(Role::O, rows(true))
}

/// Tokens scattered over a grid of 8 x 8 x 8, in cubes of 4 and in windows shifted by 2.
fn spatial() -> Trial {
    let mut noise = Noise::new(335);
    let x = Qkv::random(&mut noise, [2, 4, N, 16], [2, 2, N, 16], 12);
    let gates = Tensor::random(&mut noise, &[3, 2, 4, N]);
    // The second cloud leaves half of the grid empty.
    let places: Vec<[u64; 3]> = (0..2 * N as u64)
        .map(|n| [noise.bits() % if n < N as u64 { 8 } else { 4 }, noise.bits() % 8, noise.bits() % 8])
        .collect();
    let cube = |p: &[u64; 3], shift: u64| p.iter().fold(0, |id, c| 3 * id + (c + shift) / 4) as u32;
    let windows: Vec<u32> = places.iter().map(|p| cube(p, 2)).collect();
    let (mut block_of, mut counts) = (Vec::new(), Vec::new());
    for cloud in places.chunks(N) {
        let mut seen: Vec<u32> = Vec::new();
        for id in cloud.iter().map(|p| cube(p, 0)) {
            let at = seen.iter().position(|s| *s == id).unwrap_or(seen.len());
            if at == seen.len() {
                seen.push(id);
            }
            block_of.push(at as u32);
        }
        counts.push(seen.len() as u32);
    }
    let tokens =
        |b: usize, r: usize| -> Vec<usize> { (0..N).filter(|i| block_of[b * N + i] as usize == r).collect() };
    let centre = |t: &Tensor, b: usize, h: usize, r: usize| -> Vec<f64> {
        let all = tokens(b, r);
        (0..t.shape[3])
            .map(|d| all.iter().map(|&i| t.at(&[b, h / 2, i])[d]).sum::<f64>() / all.len() as f64)
            .collect()
    };
    let weights = |b: usize, h: usize, i: usize| {
        let score = |c: usize| dot(x.q.at(&[b, h, i]), &centre(&x.k, b, h, c)) / 4.0;
        softmax(&(0..counts[b] as usize).map(score).collect::<Vec<_>>())
    };
    let chosen = |b: usize, g: usize, r: usize| {
        let mut worth = vec![0.0; counts[b] as usize];
        for h in [2 * g, 2 * g + 1] {
            for i in tokens(b, r) {
                weights(b, h, i).into_iter().enumerate().for_each(|(c, w)| worth[c] += w);
            }
        }
        largest(&worth, 2)
    };
    let mut o = Vec::new();
    let selected = attend(&x, |b, h, i| {
        let blocks = chosen(b, h / 2, block_of[b * N + i] as usize);
        (0..N).filter(|j| blocks.contains(&(block_of[b * N + j] as usize))).collect()
    });
    let near = attend(&x, |b, _, i| (0..N).filter(|j| windows[b * N + i] == windows[b * N + j]).collect());
    for (n, (b, h, i)) in super::softmax::cells(2, 4, N).enumerate() {
        let w = weights(b, h, i);
        let means: Vec<Vec<f64>> = (0..w.len()).map(|c| centre(&x.v, b, h, c)).collect();
        o.extend((0..12).map(|d| {
            let first: f64 = w.iter().zip(&means).map(|(w, v)| w * v[d]).sum();
            let parts = [first, selected[n * 12 + d], near[n * 12 + d]];
            (0..3).map(|p| gates.at(&[p, b, h])[i] * parts[p]).sum::<f64>()
        }));
    }
    let host = with(x.host(), Role::Gates, &gates)
        .indices(SpatialSparse::BLOCK_OF, &block_of)
        .indices(Role::KvLengths, &counts)
        .indices(Role::QLabels, &windows)
        .indices(Role::KvLabels, &windows);
    let attention: Attention = plain(&x);
    Trial::of(SpatialSparse { attention, blocks: 8, top_k: 2 }, host).wants(Role::O, o)
}
