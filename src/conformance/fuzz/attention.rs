//! Softmax attention and its gradients, every part now and then.

use super::grammar::{self, At};
use crate::conformance::suite::attention::wanted;
use crate::conformance::suite::cases::Case;
use crate::conformance::suite::{gradient, inputs};
use crate::conformance::trial::{Noise, Trial};
use crate::error::{Error, Result};
use crate::kernels::AttentionGradient;
use crate::plan::{Policy, Tier};
use crate::problem::{
    Alignment, Attention, DType, Layout, MaskShape, Normaliser, PairFunction, Pattern, Ragged, ScoreOutput,
    ScoreStage, Visibility, WeightFunction,
};
use crate::reference::{self, PatternTables};
use crate::shader::{Hook, HookKind};

const TYPES: [DType; 3] = [DType::F32, DType::F16, DType::Bf16];

/// The trial of a seed. What cannot stand together is drawn again.
pub(super) fn trial(seed: u64) -> Result<Trial> {
    let mut noise = Noise::new(seed ^ 0xa77e);
    loop {
        let case = draw(&mut noise, format!("fuzz {seed}"));
        match case.problem.validate() {
            Ok(()) => return built(&mut noise, case),
            Err(Error::Contradiction { .. }) => {}
            Err(error) => return Err(error),
        }
    }
}

fn draw(noise: &mut Noise, name: String) -> Case {
    let lens = [0, 1, 2, 3, 5, 8, 15, 16, 17, 33, 64, 65, 100];
    let dims = [1, 3, 4, 7, 8, 16, 20, 32, 40, 64, 65, 80, 128];
    let kv_heads = noise.pick([1, 1, 2, 3]);
    let heads = kv_heads * noise.pick([1, 1, 2, 3, 4]);
    let mut p = Attention::new(noise.pick([1, 1, 2, 3]), heads, noise.pick(lens), noise.pick(dims));
    (p.kv_heads, p.kv_len) = (kv_heads, noise.maybe(2, |n| n.pick(lens)).unwrap_or(p.q_len));
    p.v_dim = noise.maybe(3, |n| n.pick(dims)).unwrap_or(p.qk_dim);
    p = p.dtype(noise.pick([DType::F32, DType::F32, DType::F16, DType::Bf16]));
    p.out_dtype = noise.maybe(4, |n| n.pick(TYPES)).unwrap_or(p.dtype);
    p.visibility = visibility(noise);
    p.scale = noise.maybe(4, |n| n.float());
    p.softcap = noise.maybe(6, |n| (n.float().abs() * 4.0 + 0.1) * n.pick([1.0, 1.0, 30.0]));
    p.pair =
        noise.maybe(12, |n| n.pick([PairFunction::Additive, PairFunction::NegDistance])).unwrap_or_default();
    (p.alibi, p.sinks, p.lse) = (noise.once_in(6), noise.once_in(6), noise.once_in(2));
    if let Some((weight, normaliser)) = noise.maybe(6, weights) {
        (p.weight, p.normaliser, p.lse) = (weight, normaliser, p.lse && normaliser == Normaliser::Sum);
    }
    p.denominator = noise.maybe(12, |n| n.float().abs());
    let full = [p.batch, p.q_heads, p.q_len, p.kv_len];
    p.mask = noise.maybe(5, |n| broadcast(n, full));
    p.bias = noise.maybe(5, |n| (n.pick(TYPES), broadcast(n, full)));
    p.factors = noise.maybe(12, |n| {
        // Unlike masks, these cover every key or are one for all.
        let MaskShape([b, h, i, j]) = broadcast(n, full);
        MaskShape([b, h, i, if j == 1 { 1 } else { full[3] }])
    });
    p.row_weights = noise.maybe(12, |n| {
        let MaskShape([b, h, i, _]) = broadcast(n, full);
        MaskShape([b, h, i, 1])
    });
    let stages = [ScoreStage::Raw, ScoreStage::Softcap, ScoreStage::Bias, ScoreStage::Weights];
    p.scores = noise.maybe(10, |n| ScoreOutput { stage: n.pick(stages), rows: None });
    let mut case = Case::new(name, p);
    storage(noise, &mut case);
    case
}

fn visibility(noise: &mut Noise) -> Visibility {
    let offset = noise.below(160) as i32 - 60;
    let alignment = noise.pick([Alignment::TopLeft, Alignment::BottomRight, Alignment::Offset(offset)]);
    let mut window = || noise.maybe(4, |n| n.below(40));
    let (window_left, window_right) = (window(), window());
    Visibility { causal: noise.once_in(2), window_left, window_right, alignment }
}

/// Functions with a normaliser that goes with them.
fn weights(noise: &mut Noise) -> (WeightFunction, Normaliser) {
    use WeightFunction as W;
    let positive = [W::Sigmoid { bias: -1.0 }, W::Softplus, W::EluPlusOne, W::Exp];
    let any = [W::SignedExp, W::Relu, W::SquaredRelu, W::Laplace, W::Identity];
    match noise.below(4) {
        0 => (noise.pick(positive), Normaliser::Sum),
        1 => (noise.pick(positive), noise.pick([Normaliser::None, Normaliser::Count])),
        2 => (noise.pick(any), noise.pick([Normaliser::None, Normaliser::Count, Normaliser::SumAtLeastOne])),
        _ => (W::SignedExp, Normaliser::AbsSum),
    }
}

/// Each axis whole or 1; keys now and then fewer.
fn broadcast(noise: &mut Noise, full: [u32; 4]) -> MaskShape {
    let mut shape = full.map(|size| if noise.once_in(2) { size } else { 1 });
    if shape[3] > 2 && noise.once_in(4) {
        shape[3] = 2 + noise.below(shape[3] - 2);
    }
    MaskShape(shape)
}

/// Lengths, packed batches, caches and views.
fn storage(noise: &mut Noise, case: &mut Case) {
    let p = &mut case.problem;
    match noise.below(6) {
        0 => {
            case.kv_lengths = (0..p.batch).map(|_| noise.below(p.kv_len + 4)).collect();
            p.kv_lengths = true;
        }
        1 if p.scores.is_none() => {
            // The first entry is the longest one.
            let mut starts = |longest: u32| {
                let lens = (1..p.batch).map(|_| noise.below(longest + 1));
                let ends = lens.scan(longest, |at, len| {
                    *at += len;
                    Some(*at)
                });
                [0, longest].into_iter().chain(ends).collect::<Vec<u32>>()
            };
            case.cu_seqlens = [starts(p.q_len), starts(p.kv_len)];
            let [total_q, total_kv] = [0, 1].map(|n| case.cu_seqlens[n].last().copied().unwrap_or(0));
            p.ragged = Some(Ragged { total_q, total_kv });
        }
        2 => {
            let past = noise.below(p.kv_len + 1);
            (p.past_len, p.visibility.alignment) = (Some(past), Alignment::Offset(past as i32));
            *p = p.clone().contiguous();
            let new = p.kv_len - past;
            (p.k_layout, p.v_layout) =
                (Layout::bhnd(p.kv_heads, new, p.qk_dim), Layout::bhnd(p.kv_heads, new, p.v_dim));
            return;
        }
        _ => {}
    }
    *p = if noise.once_in(2) { p.clone().contiguous() } else { p.clone().contiguous_bnhd() };
    if p.ragged.is_none() && noise.once_in(3) {
        let gap = u64::from(noise.pick([1u32, 2, 4]));
        let mut stretched = |heads: u32, len: u32, dim: u32| {
            let row = u64::from(dim) + gap * u64::from(noise.below(3));
            let head = u64::from(len) * row + gap;
            Layout {
                offset: gap * u64::from(noise.below(5)),
                strides: [u64::from(heads) * head + gap, head, row],
            }
        };
        p.q_layout = stretched(p.q_heads, p.q_len, p.qk_dim);
        p.k_layout = stretched(p.kv_heads, p.kv_len, p.qk_dim);
        p.v_layout = stretched(p.kv_heads, p.kv_len, p.v_dim);
        p.o_layout = stretched(p.q_heads, p.q_len, p.v_dim);
    }
}

/// A pattern that needs no table.
fn pattern(noise: &mut Noise, depth: u32) -> Pattern {
    if depth > 0 && noise.once_in(2) {
        let (a, b) = (pattern(noise, depth - 1), pattern(noise, depth - 1));
        return match noise.below(4) {
            0 => a.and(b),
            1 => Pattern::Not(Box::new(a)).or(b),
            2 => a.of_blocks(noise.pick([4, 7, 16])).or(b),
            _ => a.or(b),
        };
    }
    let n = noise.below(20) + 1;
    match noise.below(10) {
        0 => Pattern::Window { left: n, right: noise.below(9) },
        1 => Pattern::FirstKeys { count: n },
        2 => Pattern::FirstQueries { count: n },
        3 => Pattern::strided(n),
        4 => Pattern::fixed(n + 3, 2),
        5 => Pattern::powers_of_two(n),
        6 => Pattern::dilated(noise.below(4) + 1, n),
        7 => Pattern::Blocks { size: n, halo: noise.below(4), shift: noise.below(n) },
        8 => Pattern::Compressed { extent: n, stride: noise.below(5) + 1 },
        _ => Pattern::sinks(2, n),
    }
}

/// The problem with its hooks and pattern, and what the same comes to as masks.
fn built(noise: &mut Noise, mut case: Case) -> Result<Trial> {
    let mut x = inputs::of(&case);
    let mut formula = inputs::joined(&case.problem);
    let [b, h, i, j] = [formula.batch, formula.q_heads, formula.q_len, formula.kv_len];
    let pairs: Vec<At> =
        (0..b * h * i * j).map(|n| [n / (h * i * j), n / (i * j) % h, n / j % i, n % j]).collect();
    let full = MaskShape([b, h, i, j]);
    let arguments = "batch: u32, head: u32, q_idx: u32, kv_idx: u32";
    let plain = formula.weight == WeightFunction::Exp && formula.scores.is_none();
    let mut mask = None;
    if formula.mask.is_none() && formula.ragged.is_none() && noise.once_in(4) {
        case.problem.pattern = Some(pattern(noise, 2));
        let shown = Attention { pattern: case.problem.pattern.clone(), ..formula.clone() };
        mask = Some(reference::pattern_mask(&shown, &PatternTables::default()));
    }
    if formula.mask.is_none() && noise.once_in(4) {
        let shown = grammar::condition(noise, 2);
        let source = format!("fn mask_mod({arguments}) -> bool {{\n    return {};\n}}", shown.text);
        case.problem = case.problem.hook(Hook::new(HookKind::MaskMod, &source)?);
        let seen = mask.unwrap_or_else(|| vec![true; pairs.len()]);
        mask = Some(seen.iter().zip(&pairs).map(|(seen, &at)| *seen && (shown.value)(at)).collect());
    }
    if let Some(mask) = mask {
        (formula.mask, x.mask) = (Some(full), mask);
    }
    if plain && formula.bias.is_none() && noise.once_in(4) {
        let added = grammar::addend(noise);
        let source = format!(
            "fn score_mod(score: f32, {arguments}) -> f32 {{\n    return {};\n}}\nfn score_mod_slope(score: f32, {arguments}) -> f32 {{ return 1.0; }}",
            added.text
        );
        case.problem = case.problem.hook(Hook::new(HookKind::ScoreMod, &source)?);
        formula.bias = Some((DType::F32, full));
        x.bias = pairs.iter().map(|&at| (added.value)(at)).collect();
    }
    let host = inputs::host(&case.problem, &x)?;
    let policy = policy(noise);
    let gradient = AttentionGradient {
        forward: noise.once_in(2),
        grad_bias: case.problem.bias.is_some() && noise.once_in(2),
        ..AttentionGradient::new(case.problem.clone()).grad_dtype(case.problem.dtype)
    };
    if noise.once_in(3) && gradient.validate().is_ok() {
        let kernel = noise.pick([None, Some("gradient"), Some("gradient_rows")]);
        let (outputs, wanted) = gradient::expected(&gradient, &formula, &x)?;
        let trial = Trial::of(gradient, gradient::joined(host, outputs));
        let trial = trial.by(Policy { kernel: kernel.map(Into::into), ..policy });
        return Ok(wanted.into_iter().fold(trial, Trial::wanting));
    }
    let trial = Trial::of(case.problem.clone(), host).by(policy);
    Ok(wanted(&case.problem, &formula, &x)?.into_iter().fold(trial, Trial::wanting))
}

fn policy(noise: &mut Noise) -> Policy {
    let kernel =
        noise.pick([None, None, Some("flash"), Some("flash_rows"), Some("flash_matrix"), Some("naive")]);
    Policy {
        kernel: kernel.map(Into::into),
        splits: noise.pick([None, None, Some(1), Some(2), Some(5)]),
        max_tier: noise.pick([None, None, Some(Tier::Plain), Some(Tier::Subgroup)]),
        ..Policy::default()
    }
}
