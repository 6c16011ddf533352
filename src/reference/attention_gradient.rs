//! Gradients of softmax attention, row by row through the softmax's Jacobian.

use super::attention::{AttentionInputs, Entry, element, entry, masked, score};
use super::weights::weigh;
use crate::problem::{Attention, ScoreStage};
use rayon::prelude::*;

/// Gradients, contiguous as the inputs are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AttentionGradients {
    /// By the queries.
    pub q: Vec<f64>,
    /// By the keys.
    pub k: Vec<f64>,
    /// By the values.
    pub v: Vec<f64>,
    /// By the sinks.
    pub sinks: Vec<f64>,
    /// By the additive mask.
    pub bias: Vec<f64>,
}

/// Gradients of `sum(grad_o * o)` of [`attention`](super::attention()), a softmax of products. The problem
/// must be valid and the inputs of its shapes.
///
/// # Panics
/// As [`attention`](super::attention()), and if `grad_o` is shorter than the output.
pub fn attention_gradient(p: &Attention, x: &AttentionInputs, grad_o: &[f64]) -> AttentionGradients {
    let zeros = |x: &[f64]| vec![0.0; x.len()];
    let [q, k, v, sinks, bias] = [&x.q, &x.k, &x.v, &x.sinks, &x.bias].map(|x| zeros(x));
    let mut out = AttentionGradients { q, k, v, sinks, bias };
    let (heads, (d, dv)) = (p.q_heads as usize, (p.qk_dim as usize, p.v_dim as usize));
    let (q_len, kv_len) = (p.storage_lens().0 as usize, p.storage_lens().1 as usize);
    let scale = f64::from(p.effective_scale());
    for b in 0..p.batch as usize {
        let e = entry(p, x, b);
        let sb = if p.ragged.is_some() { 0 } else { b };
        let of_row = |h: usize, i: usize| {
            let row = (sb * heads + h) * q_len + e.q.0 + i;
            let first = (sb * p.kv_heads as usize + h / p.group() as usize) * kv_len + e.kv.0;
            let s: Vec<_> = (0..e.kv.1).map(|j| score(p, x, &e, [b, h, i, j], ScoreStage::Bias)).collect();
            let (weights, [top, log]) = weigh(p, &s, &[], p.sinks.then(|| x.sinks[h]));
            let seen: Vec<_> = (0..e.kv.1).filter_map(|j| weights[j].map(|w| (j, w))).collect();
            let grad = &grad_o[row * dv..][..dv];
            let by_weight = |j: usize| -> f64 {
                x.v[(first + j) * dv..][..dv].iter().zip(grad).map(|(v, g)| v * g).sum()
            };
            let mean: f64 = seen.iter().map(|&(j, w)| w * by_weight(j)).sum();
            let pairs: Vec<_> = seen
                .into_iter()
                .map(|(j, w)| {
                    let (at, by_score) = ([b, h, i, j], w * (by_weight(j) - mean));
                    let element = p.bias.and_then(|(_, shape)| element(shape, at)).map(|n| (n, by_score));
                    (first + j, w, by_score * slope(p, x, &e, at) * scale, element)
                })
                .collect();
            let by_sink = p.sinks.then(|| -((x.sinks[h] - top) - log).exp() * mean);
            (row, pairs, by_sink.map(|g| (h, g)))
        };
        let rows: Vec<_> = (0..heads * e.q.1).into_par_iter().map(|n| of_row(n / e.q.1, n % e.q.1)).collect();
        for (row, pairs, by_sink) in rows {
            if let Some((h, grad)) = by_sink {
                out.sinks[h] += grad;
            }
            for (key, weight, by_product, element) in pairs {
                if let Some((n, by_score)) = element {
                    out.bias[n] += by_score;
                }
                for n in 0..d {
                    out.q[row * d + n] += by_product * x.k[key * d + n];
                    out.k[key * d + n] += by_product * x.q[row * d + n];
                }
                for n in 0..dv {
                    out.v[key * dv + n] += weight * grad_o[row * dv + n];
                }
            }
        }
    }
    out
}

/// Derivative of a score by its scaled product.
fn slope(p: &Attention, x: &AttentionInputs, e: &Entry, at: [usize; 4]) -> f64 {
    let factor = p.factors.and_then(|shape| masked(shape, &x.factors, at)).unwrap_or(1.0);
    let capped = score(p, x, e, at, ScoreStage::Softcap).unwrap_or(0.0);
    factor * p.softcap.map_or(1.0, |cap| 1.0 - (capped / f64::from(cap)).powi(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{DType, MaskShape};
    use crate::reference::attention;
    use approx::assert_abs_diff_eq;

    fn wave(n: u32, step: f64) -> Vec<f64> {
        (0..n).map(|i| (f64::from(i) * step + 0.3).sin()).collect()
    }

    /// Central differences of the forward reference.
    fn agrees(p: &Attention, x: &AttentionInputs) {
        let grad_o = wave(p.batch * p.q_heads * p.q_len * p.v_dim, 0.91);
        let loss =
            |x: &AttentionInputs| -> f64 { attention(p, x).o.iter().zip(&grad_o).map(|(o, g)| o * g).sum() };
        let got = attention_gradient(p, x, &grad_o);
        type Pick = fn(&mut AttentionInputs) -> &mut Vec<f64>;
        let picks: [(Pick, &[f64]); 5] = [
            (|x| &mut x.q, &got.q),
            (|x| &mut x.k, &got.k),
            (|x| &mut x.v, &got.v),
            (|x| &mut x.sinks, &got.sinks),
            (|x| &mut x.bias, &got.bias),
        ];
        for (pick, got) in picks {
            for (n, &got) in got.iter().enumerate() {
                let moved = |by: f64| {
                    let mut x = x.clone();
                    pick(&mut x)[n] += by;
                    loss(&x)
                };
                assert_abs_diff_eq!(got, (moved(1e-5) - moved(-1e-5)) / 2e-5, epsilon = 1e-8);
            }
        }
    }

    fn inputs(p: &Attention) -> AttentionInputs {
        let (q, kv) = (p.batch * p.q_heads * p.q_len, p.batch * p.kv_heads * p.kv_len);
        AttentionInputs {
            q: wave(q * p.qk_dim, 0.7),
            k: wave(kv * p.qk_dim, 1.3),
            v: wave(kv * p.v_dim, 2.1),
            ..Default::default()
        }
    }

    #[test]
    fn gradients_are_those_of_finite_differences() {
        let p = Attention::new(2, 4, 3, 4).kv_heads(2).kv_len(5).v_dim(3);
        agrees(&p, &inputs(&p));
        let causal = Attention { sinks: true, alibi: true, ..p.clone().causal() };
        let x = AttentionInputs { sinks: wave(4, 1.0), alibi_slopes: wave(4, 0.5), ..inputs(&p) };
        agrees(&causal, &x);
    }

    #[test]
    fn caps_factors_and_masks_take_part() {
        let p = Attention::new(1, 2, 3, 4).kv_len(5);
        let shape = MaskShape([1, 2, 3, 5]);
        let capped = Attention {
            softcap: Some(0.8),
            factors: Some(shape),
            bias: Some((DType::F32, shape)),
            mask: Some(MaskShape([1, 1, 3, 5])),
            kv_lengths: true,
            ..p.clone()
        };
        let mut bias = wave(30, 0.4);
        bias[7] = f64::NEG_INFINITY;
        let x = AttentionInputs {
            factors: wave(30, 1.7),
            bias,
            mask: (0..15).map(|n| n % 4 != 1).collect(),
            kv_lengths: vec![4],
            ..inputs(&p)
        };
        agrees(&capped, &x);
    }
}
