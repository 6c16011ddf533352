//! Linear attention and gated recurrences, token by token.

use super::features;
use crate::problem::{Decay, Direction, FeatureMap, LinearAttention, UpdateRule};
use rayon::prelude::*;

/// Inputs in logical order, contiguous `[batch, heads, len, dim]` whatever the problem's views
/// are; packed `[heads, total, dim]` if ragged.
#[derive(Debug, Clone, Default)]
pub struct LinearInputs {
    /// Queries.
    pub q: Vec<f64>,
    /// Keys.
    pub k: Vec<f64>,
    /// Values.
    pub v: Vec<f64>,
    /// Logs of decays: `[kv_heads]`, `[batch, kv_heads, len]` or `[batch, kv_heads, len, qk_dim]`.
    pub decay: Vec<f64>,
    /// Rates `[batch, kv_heads, len]`.
    pub beta: Vec<f64>,
    /// Bonus `[kv_heads, qk_dim]`.
    pub bonus: Vec<f64>,
    /// State before the first token, zeros if empty: `[batch, kv_heads, qk_dim, v_dim]`, one
    /// column more with a normaliser.
    pub state: Vec<f64>,
    /// Directions of random features `[features, qk_dim]`.
    pub projection: Vec<f64>,
    /// Starts of packed sequences `[batch + 1]`.
    pub cu_seqlens: Vec<u32>,
}

/// Outputs, contiguous as the inputs are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LinearOutputs {
    /// `[batch, q_heads, len, v_dim]`.
    pub o: Vec<f64>,
    /// State after the last token.
    pub state: Vec<f64>,
}

/// Computes the recurrence as [`LinearAttention`] describes it. The problem must be valid and
/// the inputs of its shapes.
pub fn linear(p: &LinearAttention, x: &LinearInputs) -> LinearOutputs {
    if p.feature_map != FeatureMap::Identity {
        let map = |rows: &[f64]| features(&p.feature_map, p.qk_dim as usize, rows, &x.projection);
        let mapped = LinearInputs { q: map(&x.q), k: map(&x.k), ..x.clone() };
        return linear(&p.mapped(), &mapped);
    }
    let (kv, group, dv) = (p.kv_heads as usize, p.group() as usize, p.v_dim as usize);
    let n = p.storage_len() as usize;
    let size = p.qk_dim as usize * p.state_columns() as usize;
    let mut out = LinearOutputs {
        o: vec![0.0; p.storage_batch() as usize * kv * group * n * dv],
        state: vec![0.0; p.batch as usize * kv * size],
    };
    let heads: Vec<_> =
        (0..p.batch as usize * kv).into_par_iter().map(|at| head(p, x, at / kv, at % kv)).collect();
    for (at, (rows, state)) in heads.into_iter().enumerate() {
        out.state[at * size..][..size].copy_from_slice(&state);
        let (b, h) = (if p.ragged.is_some() { 0 } else { at / kv }, at % kv);
        for (g, i, row) in rows {
            let place = ((b * kv + h) * group + g) * n + i;
            out.o[place * dv..][..dv].copy_from_slice(&row);
        }
    }
    out
}

/// Query head in the group, token, values.
type Row = (usize, usize, Vec<f64>);

/// One state's walk: its output rows, and its end.
fn head(p: &LinearAttention, x: &LinearInputs, b: usize, h: usize) -> (Vec<Row>, Vec<f64>) {
    let (d, dv, columns) = (p.qk_dim as usize, p.v_dim as usize, p.state_columns() as usize);
    let (kv, group, n) = (p.kv_heads as usize, p.group() as usize, p.storage_len() as usize);
    let size = d * columns;
    let mut s =
        if x.state.is_empty() { vec![0.0; size] } else { x.state[(b * kv + h) * size..][..size].to_vec() };
    let (sb, tokens) = match p.ragged {
        Some(_) => (0, x.cu_seqlens[b] as usize..x.cu_seqlens[b + 1] as usize),
        None => (b, 0..n),
    };
    let order: Vec<usize> =
        if p.direction == Direction::Reverse { tokens.rev().collect() } else { tokens.collect() };
    let mut rows = Vec::new();
    for i in order {
        let at = (sb * kv + h) * n + i;
        let k = &x.k[at * d..][..d];
        // A normaliser is one more value, always 1.
        let mut v: Vec<f64> = x.v[at * dv..][..dv].to_vec();
        v.resize(columns, 1.0);
        let before = s.clone();
        for (c, row) in s.chunks_exact_mut(columns).enumerate() {
            let log = match p.decay {
                Decay::None => 0.0,
                Decay::PerHead => x.decay[h],
                Decay::PerToken => x.decay[at],
                Decay::PerChannel => x.decay[at * d + c],
            };
            row.iter_mut().for_each(|s| *s *= log.exp());
        }
        if p.rule == UpdateRule::Delta {
            for (e, v) in v.iter_mut().enumerate() {
                let held: f64 = (0..d).map(|c| s[c * columns + e] * k[c]).sum();
                *v = x.beta[at] * (*v - held);
            }
        }
        for c in 0..size {
            s[c] += k[c / columns] * v[c % columns];
        }
        for g in 0..group {
            let q = &x.q[(((sb * kv + h) * group + g) * n + i) * d..][..d];
            let read = |c: usize, e: usize| match p.bonus {
                true => before[c * columns + e] + x.bonus[h * d + c] * k[c] * v[e],
                false => s[c * columns + e],
            };
            let sum = |e| (0..d).map(|c| q[c] * read(c, e)).sum::<f64>();
            let factor = match p.normaliser {
                Some(eps) => Some(sum(dv) + f64::from(eps)).filter(|z| *z != 0.0).map_or(0.0, |z| 1.0 / z),
                None => f64::from(p.effective_scale()),
            };
            rows.push((g, i, (0..dv).map(|e| factor * sum(e)).collect()));
        }
    }
    (rows, s)
}
