//! Attention as a plain program would compute it in f32: the error that precision itself costs.
//!
//! Written apart from the reference, so that each also checks the other.

use super::twin_weights::{exp_sum, weigh};
use crate::problem::{Attention, MaskShape, PairFunction, ScoreStage, WeightFunction};
use crate::reference::{AttentionGradients, AttentionInputs, AttentionOutputs};

/// Sums of products begin at as many places of the features, and go round: what one order loses
/// may be little by chance.
const ORDERS: usize = 3;

#[derive(Clone, Copy)]
struct Row<'a> {
    p: &'a Attention,
    x: &'a AttentionInputs,
    /// First query and key of the entry in memory.
    start: [usize; 2],
    len: [u32; 2],
    at: [usize; 3],
    /// Which of [`ORDERS`] products are summed in.
    order: usize,
}

fn broadcast(shape: MaskShape, at: [usize; 4]) -> Option<usize> {
    let [b, h, i, j] = shape.0.map(|n| n as usize);
    let pick = |size: usize, n: usize| if size == 1 { 0 } else { n };
    let inside = j == 1 || at[3] < j;
    inside.then(|| ((pick(b, at[0]) * h + pick(h, at[1])) * i + pick(i, at[2])) * j + pick(j, at[3]))
}

impl Row<'_> {
    fn batch(&self) -> usize {
        if self.p.ragged.is_some() { 0 } else { self.at[0] }
    }

    fn q_row(&self) -> usize {
        let heads = self.p.q_heads as usize;
        (self.batch() * heads + self.at[1]) * self.p.storage_lens().0 as usize + self.start[0] + self.at[2]
    }

    fn kv_row(&self, j: usize) -> usize {
        let head = self.at[1] / self.p.group() as usize;
        let heads = self.p.kv_heads as usize;
        (self.batch() * heads + head) * self.p.storage_lens().1 as usize + self.start[1] + j
    }

    fn dot(&self, j: usize) -> f32 {
        let d = self.p.qk_dim as usize;
        let (q, k) = (&self.x.q[self.q_row() * d..][..d], &self.x.k[self.kv_row(j) * d..][..d]);
        let pair = |n: usize| match self.p.pair {
            PairFunction::Dot => q[n] as f32 * k[n] as f32,
            PairFunction::NegDistance => -(q[n] as f32 - k[n] as f32).powi(2),
            PairFunction::Additive => {
                self.x.pair_weights[self.at[1] * d + n] as f32 * (q[n] as f32 + k[n] as f32).tanh()
            }
        };
        let sum: f32 = (0..d).map(|n| pair((d * self.order / ORDERS + n) % d)).sum();
        let s = sum * self.p.effective_scale();
        // Large factors may overflow before a small scale brings them back.
        if s.is_finite() || !q.iter().chain(k).all(|x| x.is_finite()) {
            return s;
        }
        q.iter().zip(k).map(|(&a, &b)| a as f32 * self.p.effective_scale() * b as f32).sum()
    }

    fn capped(&self, j: usize) -> f32 {
        let [b, h, i] = self.at;
        let factor = self.p.factors.and_then(|shape| broadcast(shape, [b, h, i, j]));
        let s = self.dot(j) * factor.map_or(1.0, |n| self.x.factors[n] as f32);
        self.p.softcap.map_or(s, |c| c * (s / c).tanh())
    }

    /// The logit, -inf where hidden.
    fn logit(&self, j: usize) -> f32 {
        let [b, h, i] = self.at;
        let [q_len, kv_len] = self.len;
        let position = i as i64 + self.p.visibility.alignment.offset(q_len, kv_len);
        let away = j as i64 - position;
        let v = self.p.visibility;
        let hidden = j >= kv_len as usize
            || v.causal && away > 0
            || v.window_right.is_some_and(|w| !v.causal && away > i64::from(w))
            || v.window_left.is_some_and(|w| -away > i64::from(w));
        let at = [b, h, i, j];
        let masked = self.p.mask.is_some_and(|m| broadcast(m, at).is_none_or(|n| !self.x.mask[n]));
        if hidden || masked {
            return f32::NEG_INFINITY;
        }
        let mut s = self.capped(j);
        if self.p.alibi {
            s -= self.x.alibi_slopes[h] as f32 * away.abs() as f32;
        }
        match self.p.bias.map(|(_, shape)| broadcast(shape, at)) {
            None => s,
            Some(None) => f32::NEG_INFINITY,
            // A finite bias hides nothing, however low.
            Some(Some(n)) if self.x.bias[n] > f64::NEG_INFINITY => {
                let y = s + self.x.bias[n] as f32;
                if y == f32::NEG_INFINITY { f32::MIN } else { y }
            }
            Some(Some(_)) => f32::NEG_INFINITY,
        }
    }

    fn run(&self, o: &mut [f64]) -> ([f32; 2], Vec<f32>) {
        let [b, h, i] = self.at;
        let factor = self.p.row_weights.and_then(|shape| broadcast(shape, [b, h, i, 0]));
        let factor = factor.map_or(1.0, |n| self.x.row_weights[n] as f32);
        let of = |j| if factor == 0.0 { f32::NEG_INFINITY } else { self.logit(j) };
        let logits: Vec<f32> = (0..self.len[1] as usize).map(of).collect();
        let sink = if self.p.sinks { self.x.sinks[self.at[1]] as f32 } else { f32::NEG_INFINITY };
        let (weights, lse) = weigh(self.p, &logits, &self.columns(), sink);
        let dv = o.len();
        let mut acc = vec![0f32; dv];
        let plain = self.p.weight == WeightFunction::Exp;
        for (j, &s) in logits.iter().enumerate().filter(|(_, s)| **s != f32::NEG_INFINITY) {
            if !plain && weights[j] == 0.0 && !s.is_nan() {
                continue;
            }
            let v = &self.x.v[self.kv_row(j) * dv..][..dv];
            acc.iter_mut().zip(v).for_each(|(a, &v)| *a += factor * weights[j] * v as f32);
        }
        let rounded = self.p.out_dtype.round(&acc);
        o.iter_mut().zip(rounded).for_each(|(o, x)| *o = f64::from(x));
        (lse, weights)
    }

    /// Log-sum-exps of the keys over the queries, where the weights need them.
    fn columns(&self) -> Vec<f32> {
        if self.p.weight != WeightFunction::OverQueries {
            return Vec::new();
        }
        let at = |i| Row { at: [self.at[0], self.at[1], i], ..*self };
        let of = |j| (0..self.len[0] as usize).map(|i| at(i).logit(j)).collect::<Vec<_>>();
        (0..self.len[1] as usize).map(|j| exp_sum(&of(j))).collect()
    }
}

fn row<'a>(p: &'a Attention, x: &'a AttentionInputs, at: [usize; 3]) -> Row<'a> {
    let b = at[0];
    let (start, len) = if p.ragged.is_some() {
        let span = |cu: &[u32]| (cu[b] as usize, cu[b + 1] - cu[b]);
        let ((qs, ql), (ks, kl)) = (span(&x.cu_seqlens_q), span(&x.cu_seqlens_kv));
        ([qs, ks], [ql, kl])
    } else {
        let kv = if p.kv_lengths { x.kv_lengths[b].min(p.kv_len) } else { p.kv_len };
        ([0, 0], [p.q_len, kv])
    };
    Row { p, x, start, len, at, order: 0 }
}

/// Attention in f32, the output rounded to the problem's type: each element by the order of sums
/// that takes it farthest from `exact`.
pub fn attention(p: &Attention, x: &AttentionInputs, exact: &AttentionOutputs) -> AttentionOutputs {
    let farther = |a: AttentionOutputs, b: AttentionOutputs| AttentionOutputs {
        o: farther(a.o, b.o, &exact.o),
        lse: farther(a.lse, b.lse, &exact.lse),
        scores: farther(a.scores, b.scores, &exact.scores),
    };
    (1..ORDERS).map(|order| by(p, x, order)).fold(by(p, x, 0), farther)
}

/// Of two results each element that is farther from `exact`.
fn farther(a: Vec<f64>, b: Vec<f64>, exact: &[f64]) -> Vec<f64> {
    let pairs = a.into_iter().zip(b).zip(exact);
    pairs.map(|((a, b), x)| if (b - x).abs() > (a - x).abs() { b } else { a }).collect()
}

/// Gradients in f32 from the outputs as their types hold them, rounded to the type of the inputs: each
/// element by the order of sums that takes it farthest from `exact`. With its own `forward` pass a row has
/// both numbers of its log-sum-exp.
pub fn gradient(
    p: &Attention,
    x: &AttentionInputs,
    outputs: &AttentionOutputs,
    grad_o: &[f64],
    forward: bool,
    exact: &AttentionGradients,
) -> AttentionGradients {
    let of = |order| gradient_by(p, x, outputs, grad_o, forward, order);
    (1..ORDERS).map(of).fold(of(0), |a, b| AttentionGradients {
        q: farther(a.q, b.q, &exact.q),
        k: farther(a.k, b.k, &exact.k),
        v: farther(a.v, b.v, &exact.v),
        sinks: farther(a.sinks, b.sinks, &exact.sinks),
        bias: farther(a.bias, b.bias, &exact.bias),
    })
}

fn gradient_by(
    p: &Attention,
    x: &AttentionInputs,
    outputs: &AttentionOutputs,
    grad_o: &[f64],
    forward: bool,
    order: usize,
) -> AttentionGradients {
    let (d, dv) = (p.qk_dim as usize, p.v_dim as usize);
    let zeros = |x: &[f64]| vec![0f32; x.len()];
    let (mut q, mut k, mut v, mut sinks) = (zeros(&x.q), zeros(&x.k), zeros(&x.v), zeros(&x.sinks));
    let mut bias = zeros(&x.bias);
    for (b, h) in (0..p.batch as usize).flat_map(|b| (0..p.q_heads as usize).map(move |h| (b, h))) {
        for i in 0..row(p, x, [b, h, 0]).len[0] as usize {
            let row = Row { order, ..row(p, x, [b, h, i]) };
            let at = row.q_row();
            let narrow = |x: &[f64]| x[at * dv..][..dv].iter().map(|&x| x as f32).collect::<Vec<_>>();
            let (grad, o) = (narrow(grad_o), p.out_dtype.round(&narrow(&outputs.o)));
            let mean: f32 = (0..dv).map(|n| grad[n] * o[n]).sum();
            let [top, log] =
                if forward { row.run(&mut vec![0.0; dv]).0 } else { [outputs.lse[at] as f32, 0.0] };
            if p.sinks {
                sinks[h] -= ((x.sinks[h] as f32 - top) - log).exp() * mean;
            }
            for j in 0..row.len[1] as usize {
                let s = row.logit(j);
                if s == f32::NEG_INFINITY {
                    continue;
                }
                let key = row.kv_row(j);
                let weight = ((s - top) - log).exp();
                let place = |n: usize| (dv * order / ORDERS + n) % dv;
                let by_weight: f32 = (0..dv).map(|n| grad[place(n)] * x.v[key * dv + place(n)] as f32).sum();
                let factor = p.factors.and_then(|shape| broadcast(shape, [b, h, i, j]));
                let factor = factor.map_or(1.0, |n| x.factors[n] as f32);
                let slope = p.softcap.map_or(1.0, |c| 1.0 - (row.capped(j) / c).powi(2));
                if let Some(n) = p.bias.and_then(|(_, shape)| broadcast(shape, [b, h, i, j])) {
                    bias[n] += weight * (by_weight - mean);
                }
                let by_product = weight * (by_weight - mean) * slope * factor * p.effective_scale();
                for n in 0..d {
                    q[at * d + n] += by_product * x.k[key * d + n] as f32;
                    k[key * d + n] += by_product * x.q[at * d + n] as f32;
                }
                for n in 0..dv {
                    v[key * dv + n] += weight * grad[n];
                }
            }
        }
    }
    let rounded = |x: Vec<f32>| p.dtype.round(&x).into_iter().map(f64::from).collect();
    let [sinks, bias] = [sinks, bias].map(|x| x.into_iter().map(f64::from).collect());
    AttentionGradients { q: rounded(q), k: rounded(k), v: rounded(v), sinks, bias }
}

fn by(p: &Attention, x: &AttentionInputs, order: usize) -> AttentionOutputs {
    let rows = (p.storage_batch() * p.q_heads * p.storage_lens().0) as usize;
    let dv = p.v_dim as usize;
    let mut out = AttentionOutputs {
        o: vec![0.0; rows * dv],
        lse: vec![f64::NEG_INFINITY; rows],
        scores: vec![0.0; (p.batch * p.q_heads * p.score_rows() * p.kv_len) as usize],
    };
    for b in 0..p.batch as usize {
        for h in 0..p.q_heads as usize {
            for i in 0..row(p, x, [b, h, 0]).len[0] as usize {
                let row = Row { order, ..row(p, x, [b, h, i]) };
                let (at, n) = (row.q_row(), p.kv_len as usize);
                let (lse, weights) = row.run(&mut out.o[at * dv..][..dv]);
                out.lse[at] = f64::from(lse[0] + lse[1]);
                for r in (0..p.score_rows() as usize).filter(|&r| score_row(p, x, r) == i) {
                    let first = ((b * p.q_heads as usize + h) * p.score_rows() as usize + r) * n;
                    scores(&row, lse, &weights, &mut out.scores[first..][..n]);
                }
            }
        }
    }
    out
}

fn score_row(p: &Attention, x: &AttentionInputs, r: usize) -> usize {
    if p.scores.is_some_and(|s| s.rows.is_some()) { x.score_rows[r] as usize } else { r }
}

/// Scores as an output are computed once more, after the log-sum-exp: another order of sums, whose error does
/// not cancel.
fn scores(row: &Row<'_>, lse: [f32; 2], weights: &[f32], out: &mut [f64]) {
    let stage = row.p.scores.map(|s| s.stage);
    let again = Row { order: (row.order + 1) % ORDERS, ..*row };
    for (j, out) in out.iter_mut().enumerate() {
        *out = f64::from(match stage {
            Some(ScoreStage::Raw) => row.dot(j),
            Some(ScoreStage::Softcap) => row.capped(j),
            Some(ScoreStage::Bias) => row.logit(j),
            Some(ScoreStage::LogWeights) => again.logit(j) - lse[0] - lse[1],
            Some(ScoreStage::Weights) if row.p.is_softmax() && weights.get(j).is_some_and(|w| *w > 0.0) => {
                (again.logit(j) - lse[0] - lse[1]).exp()
            }
            _ => weights.get(j).copied().unwrap_or(0.0),
        });
    }
}
