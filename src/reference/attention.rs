//! Softmax attention, row by row.

use super::weights::weigh;
use crate::problem::{Attention, MaskShape, PairFunction, ScoreStage, WeightFunction};
use rayon::prelude::*;

/// Inputs in logical order, contiguous `[batch, heads, len, dim]` whatever the problem's views
/// are; packed `[heads, total, dim]` if ragged.
#[derive(Debug, Clone, Default)]
pub struct AttentionInputs {
    /// Queries.
    pub q: Vec<f64>,
    /// Keys.
    pub k: Vec<f64>,
    /// Values.
    pub v: Vec<f64>,
    /// Boolean mask of the problem's mask shape.
    pub mask: Vec<bool>,
    /// Additive mask of the problem's mask shape.
    pub bias: Vec<f64>,
    /// Slopes `[q_heads]`.
    pub alibi_slopes: Vec<f64>,
    /// Sink logits `[q_heads]`.
    pub sinks: Vec<f64>,
    /// Factors of scores, of the problem's shape.
    pub factors: Vec<f64>,
    /// Factors of rows, of the problem's shape.
    pub row_weights: Vec<f64>,
    /// Weights of additive scores `[q_heads, qk_dim]`.
    pub pair_weights: Vec<f64>,
    /// Valid keys `[batch]`.
    pub kv_lengths: Vec<u32>,
    /// Starts of packed queries `[batch + 1]`.
    pub cu_seqlens_q: Vec<u32>,
    /// Starts of packed keys `[batch + 1]`.
    pub cu_seqlens_kv: Vec<u32>,
    /// Rows whose scores are wanted.
    pub score_rows: Vec<u32>,
}

/// Outputs, contiguous as the inputs are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttentionOutputs {
    /// `[batch, q_heads, q_len, v_dim]`.
    pub o: Vec<f64>,
    /// `[batch, q_heads, q_len]`.
    pub lse: Vec<f64>,
    /// `[batch, q_heads, rows, kv_len]`, empty unless the problem asks for it.
    pub scores: Vec<f64>,
}

/// Where the rows of one batch entry lie, and how many there are.
pub(super) struct Entry {
    pub(super) q: (usize, usize),
    pub(super) kv: (usize, usize),
}

pub(super) fn entry(p: &Attention, x: &AttentionInputs, b: usize) -> Entry {
    if p.ragged.is_some() {
        let span = |cu: &[u32]| (cu[b] as usize, (cu[b + 1] - cu[b]) as usize);
        return Entry { q: span(&x.cu_seqlens_q), kv: span(&x.cu_seqlens_kv) };
    }
    let kv_len = if p.kv_lengths { x.kv_lengths[b].min(p.kv_len) } else { p.kv_len };
    Entry { q: (0, p.q_len as usize), kv: (0, kv_len as usize) }
}

/// The element of a mask that a pair has, `None` past its end.
pub(super) fn element(shape: MaskShape, at: [usize; 4]) -> Option<usize> {
    let [sb, sh, si, sj] = shape.strides().map(|s| s as usize);
    let covered = shape.0[3] == 1 || at[3] < shape.0[3] as usize;
    covered.then_some(at[0] * sb + at[1] * sh + at[2] * si + at[3] * sj)
}

pub(super) fn masked<T: Copy>(shape: MaskShape, data: &[T], at: [usize; 4]) -> Option<T> {
    element(shape, at).map(|n| data[n])
}

/// The score of a pair after `stage`, `None` if the pair is hidden.
pub(super) fn score(
    p: &Attention,
    x: &AttentionInputs,
    e: &Entry,
    at: [usize; 4],
    stage: ScoreStage,
) -> Option<f64> {
    let [b, h, i, j] = at;
    let (d, storage) = (p.qk_dim as usize, p.storage_lens());
    let sb = if p.ragged.is_some() { 0 } else { b };
    let kv_h = h / p.group() as usize;
    let q = ((sb * p.q_heads as usize + h) * storage.0 as usize + e.q.0 + i) * d;
    let k = ((sb * p.kv_heads as usize + kv_h) * storage.1 as usize + e.kv.0 + j) * d;
    let pair = |n: usize| match p.pair {
        PairFunction::Dot => x.q[q + n] * x.k[k + n],
        PairFunction::NegDistance => -(x.q[q + n] - x.k[k + n]).powi(2),
        PairFunction::Additive => x.pair_weights[h * d + n] * (x.q[q + n] + x.k[k + n]).tanh(),
    };
    let mut s: f64 = (0..d).map(pair).sum::<f64>() * f64::from(p.effective_scale());
    if stage == ScoreStage::Raw {
        return Some(s);
    }
    if let Some(shape) = p.factors {
        s *= masked(shape, &x.factors, at)?;
    }
    if let Some(cap) = p.softcap.map(f64::from) {
        s = cap * (s / cap).tanh();
    }
    if stage == ScoreStage::Softcap {
        return Some(s);
    }
    let keys = p.visibility.keys(i as u32, e.q.1 as u32, e.kv.1 as u32);
    if !(keys.start as usize..keys.end as usize).contains(&j) {
        return None;
    }
    if p.alibi {
        let position = i as i64 + p.visibility.alignment.offset(e.q.1 as u32, e.kv.1 as u32);
        s -= x.alibi_slopes[h] * (position - j as i64).abs() as f64;
    }
    if let Some((_, shape)) = p.bias {
        let bias = masked(shape, &x.bias, at)?;
        if bias == f64::NEG_INFINITY {
            return None;
        }
        s += bias;
    }
    if let Some(shape) = p.mask {
        if !masked(shape, &x.mask, at)? {
            return None;
        }
    }
    Some(s)
}

/// Computes attention as [`Attention`] describes it. The problem must be valid and the inputs of
/// its shapes.
///
/// # Panics
/// If an input is shorter than its shape, where that is read, and for some problems that
/// [`Attention::validate`] refuses.
pub fn attention(p: &Attention, x: &AttentionInputs) -> AttentionOutputs {
    let (heads, dv) = (p.q_heads as usize, p.v_dim as usize);
    let storage = p.storage_lens();
    let rows = p.storage_batch() as usize * heads * storage.0 as usize;
    let mut o = vec![0.0; rows * dv];
    let mut lse = vec![[f64::NEG_INFINITY, 0.0]; rows];
    for b in 0..p.batch as usize {
        let e = entry(p, x, b);
        let sb = if p.ragged.is_some() { 0 } else { b };
        let columns: Vec<_> = (0..heads).into_par_iter().map(|h| columns(p, x, &e, [b, h])).collect();
        let computed: Vec<_> = (0..heads * e.q.1)
            .into_par_iter()
            .map(|n| row(p, x, &e, &columns[n / e.q.1], [b, n / e.q.1, n % e.q.1]))
            .collect();
        for (n, (out, l)) in computed.into_iter().enumerate() {
            let at = (sb * heads + n / e.q.1) * storage.0 as usize + e.q.0 + n % e.q.1;
            o[at * dv..][..dv].copy_from_slice(&out);
            lse[at] = l;
        }
    }
    let scores = scores(p, x, &lse);
    AttentionOutputs { o, lse: lse.iter().map(|[top, log]| top + log).collect(), scores }
}

/// The log of a sum of exponentials as the largest and the log of the sum relative to it; -inf for none.
pub(super) fn exp_sum(logits: impl Iterator<Item = f64> + Clone) -> [f64; 2] {
    let Some(top) = logits.clone().reduce(f64::max) else {
        return [f64::NEG_INFINITY, 0.0];
    };
    [top, logits.map(|v| (v - top).exp()).sum::<f64>().ln()]
}

/// Log-sum-exps of the keys of a head over its queries, where the weights need them.
fn columns(p: &Attention, x: &AttentionInputs, e: &Entry, [b, h]: [usize; 2]) -> Vec<f64> {
    if p.weight != WeightFunction::OverQueries {
        return Vec::new();
    }
    let of = |j| (0..e.q.1).filter_map(move |i| score(p, x, e, [b, h, i, j], ScoreStage::Bias));
    (0..e.kv.1).map(|j| exp_sum(of(j)).iter().sum()).collect()
}

/// One row: scores, weights, then the weighted sum.
fn row(
    p: &Attention,
    x: &AttentionInputs,
    e: &Entry,
    columns: &[f64],
    [b, h, i]: [usize; 3],
) -> (Vec<f64>, [f64; 2]) {
    let dv = p.v_dim as usize;
    let factor = p.row_weights.and_then(|shape| masked(shape, &x.row_weights, [b, h, i, 0])).unwrap_or(1.0);
    // A row of factor 0 sees no key: what is left is its sink, as in any such row.
    let of = |j| if factor == 0.0 { None } else { score(p, x, e, [b, h, i, j], ScoreStage::Bias) };
    let s: Vec<Option<f64>> = (0..e.kv.1).map(of).collect();
    let sink = if p.sinks { Some(x.sinks[h]) } else { None };
    let (weights, lse) = weigh(p, &s, columns, sink);
    let mut out = vec![0.0; dv];
    let sb = if p.ragged.is_some() { 0 } else { b };
    let head = (sb * p.kv_heads as usize + h / p.group() as usize) * p.storage_lens().1 as usize;
    let softmax = p.weight == WeightFunction::Exp;
    for (j, weight) in weights.iter().enumerate().filter_map(|(j, w)| w.map(|w| (j, w))) {
        // A weight of exactly 0 hides its value; a softmax has none.
        if weight == 0.0 && !softmax {
            continue;
        }
        let v = &x.v[(head + e.kv.0 + j) * dv..][..dv];
        out.iter_mut().zip(v).for_each(|(o, v)| *o += factor * weight * v);
    }
    (out, lse)
}

fn scores(p: &Attention, x: &AttentionInputs, lse: &[[f64; 2]]) -> Vec<f64> {
    let Some(wanted) = p.scores else {
        return Vec::new();
    };
    let (heads, rows, kv) = (p.q_heads as usize, p.score_rows() as usize, p.kv_len as usize);
    let mut out = vec![0.0; p.batch as usize * heads * rows * kv];
    out.par_iter_mut().enumerate().for_each(|(at, out)| {
        let (j, r, h, b) = (at % kv, at / kv % rows, at / kv / rows % heads, at / kv / rows / heads);
        let mut e = entry(p, x, b);
        let i = if wanted.rows.is_some() { x.score_rows[r] as usize } else { r };
        let padding = j >= e.kv.1;
        if matches!(wanted.stage, ScoreStage::Raw | ScoreStage::Softcap) {
            // These exist for every pair in memory.
            e.kv.1 = kv;
        }
        let s = score(p, x, &e, [b, h, i, j], wanted.stage);
        let hidden = padding && wanted.stage >= ScoreStage::Bias;
        let s = if hidden { None } else { s };
        let [top, log] = lse[(b * heads + h) * p.q_len as usize + i];
        *out = match (wanted.stage, s) {
            (ScoreStage::Weights, s) => s.map_or(0.0, |s| ((s - top) - log).exp()),
            (ScoreStage::LogWeights, Some(s)) => (s - top) - log,
            (_, s) => s.unwrap_or(f64::NEG_INFINITY),
        };
    });
    out
}

/// Merges partial results: `o` is `[parts, rows, dim]`, `lse` `[parts, rows]`.
///
/// # Panics
/// If `o` is shorter than its shape, where that is read.
pub fn merge(o: &[f64], lse: &[f64], parts: usize, dim: usize) -> (Vec<f64>, Vec<f64>) {
    let rows = lse.len() / parts.max(1);
    let mut out = vec![0.0; rows * dim];
    let mut total = vec![f64::NEG_INFINITY; rows];
    for r in 0..rows {
        let seen = || (0..parts).filter(|p| lse[p * rows + r] != f64::NEG_INFINITY);
        let Some(top) = seen().map(|p| lse[p * rows + r]).reduce(f64::max) else {
            continue;
        };
        let sum: f64 = seen().map(|p| (lse[p * rows + r] - top).exp()).sum();
        total[r] = top + sum.ln();
        for p in seen() {
            let weight = (lse[p * rows + r] - total[r]).exp();
            for d in 0..dim {
                out[r * dim + d] += weight * o[(p * rows + r) * dim + d];
            }
        }
    }
    (out, total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn inputs(p: &Attention) -> AttentionInputs {
        let wave = |n: u32, step: f64| (0..n).map(|i| (f64::from(i) * step).sin()).collect();
        let (q, kv) = (p.batch * p.q_heads * p.q_len, p.batch * p.kv_heads * p.kv_len);
        AttentionInputs {
            q: wave(q * p.qk_dim, 0.7),
            k: wave(kv * p.qk_dim, 1.3),
            v: wave(kv * p.v_dim, 2.1),
            ..Default::default()
        }
    }

    #[test]
    fn equal_scores_give_the_mean_and_the_logarithm_of_the_count() {
        let p = Attention::new(1, 1, 1, 2).kv_len(3);
        let x = AttentionInputs { q: vec![0.0, 0.0], ..inputs(&p) };
        let out = attention(&p, &x);
        for d in 0..2 {
            assert_relative_eq!(out.o[d], (x.v[d] + x.v[2 + d] + x.v[4 + d]) / 3.0, epsilon = 1e-14);
        }
        assert_relative_eq!(out.lse[0], 3f64.ln(), epsilon = 1e-14);
    }

    #[test]
    fn two_keys_weigh_by_the_logistic_function_of_their_difference() {
        let p = Attention { scale: Some(0.5), ..Attention::new(1, 1, 1, 1).kv_len(2) };
        let x = AttentionInputs { q: vec![2.0], k: vec![3.0, 1.0], v: vec![1.0, 0.0], ..Default::default() };
        assert_relative_eq!(attention(&p, &x).o[0], 1.0 / (1.0 + (-2f64).exp()), epsilon = 1e-14);
    }

    #[test]
    fn a_sink_takes_its_share_and_the_first_causal_row_sees_one_key() {
        let p = Attention { sinks: true, ..Attention::new(1, 1, 2, 1).causal() };
        let x = AttentionInputs { sinks: vec![0.0], q: vec![0.0; 2], ..inputs(&p) };
        let out = attention(&p, &x);
        assert_relative_eq!(out.o[0], x.v[0] / 2.0, epsilon = 1e-14);
        assert_relative_eq!(out.o[1], (x.v[0] + x.v[1]) / 3.0, epsilon = 1e-14);
        assert_relative_eq!(out.lse[1], 3f64.ln(), epsilon = 1e-14);
    }

    #[test]
    fn halves_of_the_keys_merge_into_the_whole() {
        let whole = Attention::new(1, 1, 3, 2).kv_len(4);
        let x = inputs(&whole);
        let half = Attention::new(1, 1, 3, 2).kv_len(2);
        let part = |n: usize| {
            let cut = |data: &[f64]| data[n * 4..][..4].to_vec();
            attention(&half, &AttentionInputs { k: cut(&x.k), v: cut(&x.v), ..x.clone() })
        };
        let (a, b) = (part(0), part(1));
        let (o, lse) = merge(&[a.o, b.o].concat(), &[a.lse, b.lse].concat(), 2, 2);
        let expected = attention(&whole, &x);
        for (got, want) in o.iter().chain(&lse).zip(expected.o.iter().chain(&expected.lse)) {
            assert_relative_eq!(got, want, epsilon = 1e-13);
        }
    }
}
