//! What must not matter, and what must: NaN and infinity in hidden and in visible keys and values,
//! logits at the ends of the range, rows that see nothing.

use super::cases::{Case, problem};
use crate::problem::{Attention, DType, MaskShape, ScoreOutput, ScoreStage};
use crate::reference::AttentionInputs;

const LENS: [u32; 2] = [40, 70];
const DIMS: [u32; 2] = [8, 12];

fn base() -> Attention {
    problem([2, 2, 2], LENS, DIMS)
}

/// Sets features of key `j` of every head, in keys and values.
fn spoil(x: &mut AttentionInputs, j: usize, value: f64) {
    let kv_len = LENS[1] as usize;
    for (data, dim) in [(&mut x.k, DIMS[0] as usize), (&mut x.v, DIMS[1] as usize)] {
        for head in data.chunks_exact_mut(kv_len * dim) {
            head[j * dim + 1] = value;
            head[j * dim + dim - 1] = value;
        }
    }
}

fn hide(x: &mut AttentionInputs, keys: &[usize]) {
    for row in x.mask.chunks_exact_mut(LENS[1] as usize) {
        for &j in keys {
            row[j] = false;
        }
    }
}

/// NaN and both infinities in keys that no row sees, or only late rows see.
pub fn poisoned() -> Vec<Case> {
    let mask = |shape| Attention { mask: Some(MaskShape(shape)), ..base() };
    let bias = |dtype| Attention { bias: Some((dtype, MaskShape([2, 2, 40, 70]))), ..base() };
    let mut cases = vec![
        Case::new("behind a boolean mask", mask([2, 2, 40, 70])).edit(|_, x| {
            hide(x, &[0, 31, 69]);
            spoil(x, 0, f64::NAN);
            spoil(x, 31, f64::INFINITY);
            spoil(x, 69, f64::NEG_INFINITY);
        }),
        Case::new("past the end of a short mask", mask([1, 1, 40, 50])).edit(|_, x| {
            spoil(x, 50, f64::NAN);
            spoil(x, 69, f64::INFINITY);
        }),
        Case::new("in the causal future", base().causal()).edit(|_, x| {
            for j in 40..70 {
                spoil(x, j, f64::NAN);
            }
        }),
        Case::new("in the causal future of some rows", base().causal()).edit(|_, x| {
            // Rows 0 to 32 see none of it; the values, not the keys, so that lse stays finite.
            x.v[33 * 12 + 3] = f64::NAN;
            x.v[36 * 12 + 5] = f64::INFINITY;
        }),
        Case::new("in a key visible to all", base()).edit(|_, x| spoil(x, 5, f64::NAN)),
        Case::new("in the keys of late rows", base().causal()).edit(|_, x| {
            x.k[33 * 8 + 3] = f64::NAN;
            x.k[36 * 8 + 5] = f64::INFINITY;
        }),
        Case::new("in two queries", base()).edit(|_, x| {
            x.q[3] = f64::NAN;
            x.q[39 * 8 + 1] = f64::NAN;
        }),
        Case::new("visible to all", base()).edit(|_, x| {
            x.v[5 * 12 + 2] = f64::NAN;
            x.v[66 * 12 + 7] = f64::NEG_INFINITY;
        }),
    ];
    for dtype in [DType::F32, DType::F16, DType::Bf16] {
        cases.push(Case::new(format!("behind -inf of an additive {dtype} mask"), bias(dtype)).edit(
            |_, x| {
                for row in x.bias.chunks_exact_mut(70) {
                    [row[3], row[68]] = [f64::NEG_INFINITY; 2];
                }
                spoil(x, 3, f64::NAN);
                spoil(x, 68, f64::INFINITY);
            },
        ));
    }
    let mut padded = Case::new("in padding", base()).edit(|_, x| {
        for j in 41..70 {
            spoil(x, j, f64::NAN);
        }
    });
    (padded.problem.kv_lengths, padded.kv_lengths) = (true, vec![41, 0]);
    cases.push(padded);
    cases
}

/// Rows that see no key: zeros, and a log-sum-exp of -inf.
pub fn empty_rows() -> Vec<Case> {
    let mask = Attention { mask: Some(MaskShape([1, 1, 40, 70])), ..base() };
    let bias = |dtype| Attention { bias: Some((dtype, MaskShape([1, 2, 40, 70]))), ..base() };
    let mut cases = vec![
        Case::new("all hidden", mask.clone()).edit(|_, x| x.mask.fill(false)),
        Case::new("some rows", mask.clone()).edit(|_, x| {
            for i in [0, 7, 39] {
                x.mask[i * 70..][..70].fill(false);
            }
        }),
        Case::new("one key left", mask.clone()).edit(|_, x| {
            x.mask.fill(false);
            x.mask[69] = true;
        }),
        Case::new("all hidden, with sinks", Attention { sinks: true, ..mask })
            .edit(|_, x| x.mask.fill(false)),
    ];
    for dtype in [DType::F32, DType::F16, DType::Bf16] {
        let case = Case::new(format!("-inf everywhere, {dtype}"), bias(dtype));
        cases.push(case.edit(|_, x| x.bias.fill(f64::NEG_INFINITY)));
    }
    cases
}

/// Logits at the ends of the range.
pub fn large_logits() -> Vec<Case> {
    let weights = ScoreOutput { stage: ScoreStage::Weights, rows: None };
    let f16 = || base().dtype(DType::F16);
    let bias = || Attention { bias: Some((DType::F32, MaskShape([2, 2, 40, 70]))), ..base() };
    vec![
        Case::new("around 1e4", base()).amplitude(120.0),
        Case::new("around 1e4, capped", Attention { softcap: Some(50.0), ..base() }).amplitude(120.0),
        Case::new("f16 near its end, small scale", Attention { scale: Some(1e-10), ..f16() }).amplitude(6e4),
        Case::new("f16 near its end", Attention { scale: Some(1e-6), ..f16() }).amplitude(6e4),
        // Their products pass the range of f32 before the scale brings them back.
        Case::new("f32 near its end, small scale", Attention { scale: Some(1e-37), ..base() })
            .amplitude(3e19),
        Case::new("-f32::MAX for half the keys", bias()).edit(|_, x| {
            for row in x.bias.chunks_exact_mut(2) {
                [row[0], row[1]] = [0.5, f64::from(f32::MIN)];
            }
        }),
        // One number for the log of a sum would lose how many keys a part, or a row, has.
        Case::new("-f32::MAX everywhere", bias()).edit(|_, x| x.bias.fill(f64::from(f32::MIN))),
        Case::new("-f32::MAX and -inf", bias()).edit(|_, x| {
            for row in x.bias.chunks_exact_mut(2) {
                [row[0], row[1]] = [f64::NEG_INFINITY, f64::from(f32::MIN)];
            }
        }),
        Case::new("the largest bias", bias()).edit(|_, x| x.bias.fill(1e30)),
        Case::new("-1e9 everywhere, products of 0", bias()).edit(|_, x| {
            x.q.fill(0.0);
            x.bias.fill(-1e9);
        }),
        Case::new("-f32::MAX everywhere, weights out", Attention { scores: Some(weights), ..bias() })
            .edit(|_, x| x.bias.fill(f64::from(f32::MIN))),
    ]
}
