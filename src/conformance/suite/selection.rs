//! Block lists, patterns and the stages of selection, against the boolean masks they stand for.

use super::attention::{allowance, by};
use super::{Check, cases, inputs, twin};
use crate::conformance::catalogue::Engine;
use crate::conformance::trial::{Noise, Trial, Wanted};
use crate::error::Result;
use crate::kernels::{Choice, MapCells, Pool, Pooling, Reduction, Select, WeightMap};
use crate::plan::{Problem, Tier};
use crate::problem::{
    Alignment, Attention, BlockList, DType, Layout, MaskShape, Pattern, Role, ScoreOutput, ScoreStage,
};
use crate::record::HostTensors;
use crate::reference::{self, AttentionInputs};
use crate::systems::{BlockSparse, Moba};

/// Kernels that walk lists, in f32.
pub(super) const KERNELS: [(&str, Tier); 4] = [
    ("flash", Tier::Plain),
    ("flash", Tier::Subgroup),
    ("flash_rows", Tier::Plain),
    ("flash_rows", Tier::Subgroup),
];
/// For f16 alone.
const MATRIX: (&str, Tier) = ("flash_matrix", Tier::Matrix);

pub(super) fn checks() -> impl Iterator<Item = Check> {
    let lists = masks().map(|c| c.of("selection/block lists"));
    let rest = choices().map(|c| c.of("selection/ties")).chain([past_the_end()]);
    lists
        .chain(patterns().map(|c| c.of("selection/patterns")))
        .chain(
            [Keys::Random, Keys::Ties, Keys::Close]
                .into_iter()
                .flat_map(of_queries)
                .map(|c| c.of("selection/chunks of single queries")),
        )
        .chain(rest)
        .chain(weight_maps().map(|c| c.of("selection/weight maps")))
        .chain(pools().map(|c| c.of("selection/pools")))
}

/// Inputs of a problem without masks: for the device and for the reference.
fn of(p: &Attention) -> Result<(HostTensors, AttentionInputs)> {
    let x = inputs::of(&cases::Case::new("selection", p.clone()));
    Ok((inputs::host(p, &x)?, x))
}

/// Output and log-sum-exp under a dense mask.
fn dense(p: &Attention, x: &AttentionInputs, mask: Vec<bool>) -> Vec<Wanted> {
    let shape = MaskShape([p.batch, p.q_heads, p.q_len, p.kv_len]);
    let dense = Attention { blocks: None, pattern: None, mask: Some(shape), ..p.clone() };
    let x = AttentionInputs { mask, ..x.clone() };
    let exact = reference::attention(&dense, &x);
    let plain = twin::attention(&dense, &x, &exact);
    [(Role::O, exact.o, plain.o, p.out_dtype), (Role::Lse, exact.lse, plain.lse, DType::F32)]
        .map(|(role, values, twin, dtype)| {
            let allowed = Some(allowance(&values, &twin, dtype));
            Wanted { role, dtype, values, view: None, allowed }
        })
        .into()
}

/// A check by every kernel that walks tiles.
fn each(
    name: String,
    dtype: DType,
    build: impl Fn() -> Result<(Box<dyn Problem>, HostTensors, Vec<Wanted>)> + Clone + 'static,
) -> impl Iterator<Item = Check> {
    let matrix = (dtype == DType::F16).then_some(MATRIX);
    KERNELS.into_iter().chain(matrix).map(move |(kernel, tier)| {
        let build = build.clone();
        let run = move || {
            let (problem, inputs, wanted) = build()?;
            let trial = Trial::boxed(problem, inputs).by(by(kernel, tier));
            Ok(wanted.into_iter().fold(trial, Trial::wanting))
        };
        let tier_name = if tier == Tier::Plain { String::new() } else { format!(" {tier}") };
        let name = format!("selection/{name}/{kernel}{tier_name}");
        Check::trial(name, Engine::Selection, run).dtype(dtype).tier(tier)
    })
}

/// Random block masks with empty rows, in several types.
fn masks() -> impl Iterator<Item = Check> {
    let mut grouped = Attention::new(2, 4, 75, 20).kv_heads(2).kv_len(130).with_lse();
    grouped.visibility.causal = true;
    grouped.visibility.alignment = Alignment::BottomRight;
    grouped.softcap = Some(0.5);
    let mut window = Attention::new(1, 2, 100, 16).with_lse();
    (window.visibility.window_left, window.visibility.window_right) = (Some(20), Some(5));
    let f16 = grouped.clone().dtype(DType::F16);
    let all = [("grouped", grouped, 16, 48), ("window", window, 48, 16), ("grouped, f16", f16, 16, 48)];
    all.into_iter().flat_map(|(name, p, block_q, block_kv)| {
        let dtype = p.dtype;
        each(format!("random block mask, {name}"), dtype, move || {
            let (host, x) = of(&p)?;
            let count = p.batch * p.q_heads * p.q_len.div_ceil(block_q) * p.kv_len.div_ceil(block_kv);
            let mut noise = Noise::new(9);
            let blocks: Vec<bool> = (0..count).map(|_| noise.below(5) < 2).collect();
            let wanted = dense(&p, &x, reference::expand_block_mask(&p, block_q, block_kv, &blocks));
            let sparse = BlockSparse { attention: p.clone(), block_q, block_kv };
            Ok((Box::new(sparse) as Box<dyn Problem>, host.bools(Role::BlockMask, &blocks), wanted))
        })
    })
}

/// What chunks are told apart by.
#[derive(Debug, Clone, Copy)]
enum Keys {
    Random,
    /// Two features of quarters, whose sums are exact and often equal, with a scale that is not.
    Ties,
    /// Means that f16 would round to one number.
    Close,
}

/// Chunks that single queries choose by their mean keys: two earlier ones, and their own.
fn of_queries(keys: Keys) -> impl Iterator<Item = Check> {
    const CHUNK: usize = 16;
    let name = match keys {
        Keys::Random => "chunks of single queries",
        Keys::Ties => "chunks of single queries, ties",
        Keys::Close => "chunks of single queries, close means",
    };
    each(name.into(), DType::F16, move || {
        let p = Attention::new(1, 4, 150, 24).kv_heads(2).dtype(DType::F16).causal();
        let (mut host, mut x) = of(&p)?;
        let (len, dim) = (p.q_len as usize, p.qk_dim as usize);
        for (role, rows) in [(Role::Q, &mut x.q), (Role::K, &mut x.k)] {
            let quarters = |(n, y): (usize, &f64)| if n % dim < 2 { (2.0 * y).round() / 4.0 } else { 0.0 };
            // The first key of a chunk is one or two of the last places above 1, or none.
            let close = |n: usize| {
                let key = n / dim % len;
                let step = (key / CHUNK * 2 % 3) as f64;
                1.0 + if role == Role::K && key.is_multiple_of(CHUNK) { step / 1024.0 } else { 0.0 }
            };
            *rows = match keys {
                Keys::Random => continue,
                Keys::Ties => rows.iter().enumerate().map(quarters).collect(),
                Keys::Close => (0..rows.len()).map(close).collect(),
            };
            host = host.floats(role, DType::F16, &rows.iter().map(|&y| y as f32).collect::<Vec<_>>());
        }
        let score = |head: usize, i: usize, chunk: usize| -> f64 {
            let q = &x.q[(head * len + i) * dim..][..dim];
            let keys = &x.k[(head / 2 * len + chunk * CHUNK) * dim..][..CHUNK * dim];
            keys.chunks_exact(dim).map(|k| q.iter().zip(k).map(|(q, k)| q * k).sum::<f64>()).sum()
        };
        let mut mask = Vec::new();
        for (head, i) in (0..4).flat_map(|head| (0..len).map(move |i| (head, i))) {
            let mut earlier: Vec<usize> = (0..i / CHUNK).collect();
            earlier.sort_by(|&a, &b| score(head, i, b).total_cmp(&score(head, i, a)));
            earlier.truncate(2);
            mask.extend((0..len).map(|j| j / CHUNK == i / CHUNK || earlier.contains(&(j / CHUNK))));
        }
        let mut wanted = dense(&p, &x, mask);
        wanted.retain(|w| w.role == Role::O);
        let moba = Moba { attention: p, chunk_size: CHUNK as u32, top_k: 3, selection: false };
        Ok((Box::new(moba) as Box<dyn Problem>, host, wanted))
    })
}

/// Every pattern, with sizes that do not divide the lengths.
fn patterns() -> impl Iterator<Item = Check> {
    let all = [
        ("compressed", Pattern::Compressed { extent: 7, stride: 3 }),
        ("compressed from afar", Pattern::Compressed { extent: 1, stride: Pattern::MOST }),
        ("sinks", Pattern::sinks(3, 10)),
        ("strided", Pattern::strided(23)),
        ("fixed", Pattern::fixed(24, 2)),
        ("powers of two", Pattern::powers_of_two(3)),
        ("dilated", Pattern::dilated(3, 5)),
        ("global", Pattern::global(2, 6)),
        ("halo", Pattern::halo(&[10, 15], 4, 1)),
        ("neighbourhood", Pattern::Neighbourhood { kernel: 7, step: 2 }),
        ("neighbourhood 2d", Pattern::neighbourhood(&[10, 15], &[5, 3], &[1, 2], &[false, false])),
        ("shifted windows", Pattern::swin(&[10, 15], 4, 2)),
    ];
    all.into_iter().flat_map(|(name, pattern)| {
        each(format!("pattern {name}"), DType::F32, move || {
            // More queries than a tile holds, and queries before the first key.
            let mut p = Attention::new(1, 2, 150, 8).kv_heads(1).kv_len(140).with_lse();
            p.visibility.alignment = Alignment::BottomRight;
            let (host, x) = of(&p)?;
            let shown = Attention { pattern: Some(pattern.clone()), ..p.clone() };
            let wanted = dense(&p, &x, reference::pattern_mask(&shown, &Default::default()));
            Ok((Box::new(shown) as Box<dyn Problem>, host, wanted))
        })
    })
}

/// Entries and spans past the end are passed over; what remains is as if they were not there.
fn past_the_end() -> Check {
    let build = || {
        let p = Attention::new(1, 1, 40, 16).with_lse();
        let (host, _) = of(&p)?;
        let with = |spans: &[u32], entries: &[u32]| {
            // A handful of entries.
            let blocks = BlockList::new(&p, 32, 16, entries.len() as u32);
            let host = host.clone().indices(Role::BlockSpans, spans).indices(Role::BlockEntries, entries);
            (Attention { blocks: Some(blocks), ..p.clone() }, host)
        };
        let (good, bad) =
            (with(&[0, 2, 2, 3], &[0, 2, 1]), with(&[0, 3, 3, 900], &[0, 2, 3, 0x7fff_ffff, 1]));
        let trial = Trial::of(good.0, good.1).then(bad.0, bad.1);
        Ok(trial.same(0, Role::O, DType::F32, true).same(0, Role::Lse, DType::F32, true))
    };
    Check::trial("selection/entries and spans past the end", Engine::Selection, build)
}

/// Choices with forced blocks, groups, budgets, rows of several queries and short rows; scores are
/// quarters, so that sums are exact and ties abound.
fn choices() -> impl Iterator<Item = Check> {
    let all =
        [Choice::TopK(3), Choice::TopK(100), Choice::Threshold(0.25), Choice::TopP(0.5), Choice::TopP(1.0)];
    all.into_iter().flat_map(|choice| {
        let plain = Select::new(2, 2, 70, 4, choice);
        let forms = [
            ("own block", Select { own: true, ..plain.clone() }),
            ("groups", Select { causal: false, group: 2, row_step: 4, ..plain.clone() }),
            (
                "forced and budget",
                Select { first: 1, own: true, recent: 1, budget: (2, 5), align_offset: -6, ..plain },
            ),
        ];
        forms.into_iter().map(move |(form, p)| {
            let name = format!("selection/ties, {choice:?}, {form}");
            Check::trial(name, Engine::Selection, move || {
                let len = p.batch * p.heads * p.group * p.rows() * p.blocks;
                let mut noise = Noise::new(5);
                let scores: Vec<f32> = (0..len).map(|_| (noise.float() * 4.0).round() / 4.0).collect();
                let wide: Vec<f64> = scores.iter().copied().map(f64::from).collect();
                let chosen = reference::select(&p, &wide);
                let word =
                    |row: &[bool]| row.iter().enumerate().fold(0, |w, (n, &on)| w | u32::from(on) << n);
                let words: Vec<u32> = chosen.chunks(p.blocks as usize).map(word).collect();
                let host = HostTensors::new().floats(Role::Scores, DType::F32, &scores);
                Ok(Trial::of(p.clone(), host).wants_words(Role::Selection, &words))
            })
        })
    })
}

/// What stands for blocks of the weights, against the weights themselves, and of the scores.
fn weight_maps() -> impl Iterator<Item = Check> {
    let all = [Reduction::Max, Reduction::Sum, Reduction::Entropy, Reduction::Lse];
    all.into_iter().map(|reduction| {
        Check::trial(format!("selection/weight map, {reduction:?}"), Engine::Selection, move || {
            let p = Attention::new(1, 4, 50, 16).kv_heads(2).kv_len(70).with_lse().causal();
            let weights = ScoreOutput { stage: ScoreStage::Weights, rows: None };
            let (host, x) = of(&p)?;
            let known = reference::attention(&Attention { scores: Some(weights), ..p.clone() }, &x);
            let lse: Vec<f32> = known.lse.iter().map(|&l| l as f32).collect();
            let inputs = HostTensors::new().bytes(Role::Q, host.get(Role::Q)?.to_vec());
            let mut inputs = inputs.bytes(Role::K, host.get(Role::K)?.to_vec());
            if reduction != Reduction::Lse {
                inputs = inputs.floats(Role::Lse, DType::F32, &lse);
            }
            let number = |head: usize, r: usize, c: usize| {
                let rows = r * 16..((r + 1) * 16).min(50);
                let pairs = rows.flat_map(|i| (c * 32..((c + 1) * 32).min(70)).map(move |j| (i, j)));
                let weights = pairs
                    .filter(|(i, j)| j <= i)
                    .map(|(i, j)| (known.scores[(head * 50 + i) * 70 + j], known.lse[head * 50 + i]));
                match reduction {
                    Reduction::Max => weights.map(|(w, _)| w).fold(0.0, f64::max),
                    Reduction::Sum => weights.map(|(w, _)| w).sum(),
                    Reduction::Entropy => weights.map(|(w, _)| -w * w.ln()).sum(),
                    Reduction::Lse => weights.map(|(w, lse)| w * lse.exp()).sum::<f64>().ln(),
                }
            };
            let cells = (0..4).flat_map(|h| (0..4).flat_map(move |r| (0..3).map(move |c| (h, r, c))));
            let map = cells.map(|(h, r, c)| number(h, r, c)).collect();
            let cells = MapCells::Blocks { block_q: 16, block_kv: 32 };
            Ok(Trial::of(WeightMap { attention: p, cells, reduction }, inputs).wants(Role::Scores, map))
        })
    })
}

/// Means and extremes of blocks of tokens, against plain loops.
fn pools() -> impl Iterator<Item = Check> {
    const SIZES: [usize; 5] = [2, 3, 37, 6, 8];
    [Pooling::Mean, Pooling::Max, Pooling::Min].into_iter().map(|pooling| {
        Check::trial(format!("selection/pool {pooling:?}"), Engine::Selection, move || {
            let [batch, heads, len, dim, block] = SIZES;
            let x = Noise::new(3).floats(batch * heads * len * dim);
            let mut want = Vec::new();
            for cell in 0..batch * heads * len.div_ceil(block) * dim {
                let (d, n) = (cell % dim, cell / dim);
                let (first, head) = (n % len.div_ceil(block) * block, n / len.div_ceil(block));
                let tokens = first..(first + block).min(len);
                let at = |i: usize| ((head / heads * len + i) * heads + head % heads) * dim + d;
                let values = tokens.clone().map(|i| f64::from(x[at(i)]));
                want.push(match pooling {
                    Pooling::Mean => values.sum::<f64>() / tokens.len() as f64,
                    Pooling::Max => values.fold(f64::MIN, f64::max),
                    Pooling::Min => values.fold(f64::MAX, f64::min),
                    Pooling::Sum => values.sum(),
                });
            }
            // Small constants.
            let [batch, heads, len, dim, block] = SIZES.map(|n| n as u32);
            let input_layout = Layout::bnhd(heads, len, dim);
            let p = Pool { input_layout, ..Pool::new(batch, heads, len, dim, block, pooling) };
            let host = HostTensors::new().floats(Role::Input, DType::F32, &x);
            Ok(Trial::of(p, host).wants(Role::O, want))
        })
    })
}
