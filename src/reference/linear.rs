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
    /// Logs of decays: `[state_heads]`, `[batch, state_heads, len]` or `[batch, state_heads, len,
    /// feature_dim]`, with phases `[batch, state_heads, len, 2 feature_dim]`.
    pub decay: Vec<f64>,
    /// Rates `[batch, kv_heads, len]`, with momentum `[batch, kv_heads, len, 2]`.
    pub beta: Vec<f64>,
    /// What a rank-one rule reads and writes, `[batch, kv_heads, len, 2 feature_dim]`.
    pub removal: Vec<f64>,
    /// Bonus `[state_heads, feature_dim]`.
    pub bonus: Vec<f64>,
    /// State before the first token, zeros if empty: `[batch, state_heads, state_rows, state_columns]`.
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
///
/// # Panics
/// If an input is shorter than its shape, where that is read, and for some problems that
/// [`LinearAttention::validate`] refuses, as those of sizes of 0.
pub fn linear(p: &LinearAttention, x: &LinearInputs) -> LinearOutputs {
    if p.maps() != [&FeatureMap::Identity; 2] {
        let map = |n: usize, rows: &[f64]| features(p.maps()[n], p.qk_dim as usize, rows, &x.projection);
        let mapped = LinearInputs { q: map(0, &x.q), k: map(1, &x.k), ..x.clone() };
        return linear(&p.mapped(), &mapped);
    }
    let (kv, states) = (p.kv_heads as usize, p.state_heads() as usize);
    let (group, dv, n) = (p.group() as usize, p.v_dim as usize, p.storage_len() as usize);
    let size = p.state_rows() as usize * p.state_columns() as usize;
    let mut out = LinearOutputs {
        o: vec![0.0; p.storage_batch() as usize * kv * group * n * dv],
        state: vec![0.0; p.batch as usize * states * size],
    };
    let walks: Vec<_> = (0..p.batch as usize * states)
        .into_par_iter()
        .map(|at| Walk::new(p, x, at / states, at % states).run())
        .collect();
    for (at, (rows, state)) in walks.into_iter().enumerate() {
        out.state[at * size..][..size].copy_from_slice(&state);
        let (b, h) = (if p.ragged.is_some() { 0 } else { at / states }, at % states % kv);
        for (g, i, row) in rows {
            let place = ((b * kv + h) * group + g) * n + i;
            // Both directions add to the same rows.
            out.o[place * dv..][..dv].iter_mut().zip(row).for_each(|(o, y)| *o += y);
        }
    }
    out
}

/// Query head in the group, token, values.
type Row = (usize, usize, Vec<f64>);

/// One state on its way along a sequence.
struct Walk<'a> {
    p: &'a LinearAttention,
    x: &'a LinearInputs,
    /// Batch entry, head of keys, head of states.
    place: [usize; 3],
    /// Real and imaginary part, `[qk_dim, values and the normaliser]`; the real part before the
    /// last token; momentum.
    re: Vec<f64>,
    im: Vec<f64>,
    before: Vec<f64>,
    momentum: Vec<f64>,
    /// Sums of the exponentials of competing keys.
    sums: Vec<f64>,
    /// Columns of these.
    width: usize,
}

impl<'a> Walk<'a> {
    fn new(p: &'a LinearAttention, x: &'a LinearInputs, b: usize, state: usize) -> Self {
        let (d, dv) = (p.qk_dim as usize, p.v_dim as usize);
        let width = dv + usize::from(p.normaliser.is_some());
        let none = vec![0.0; d * width];
        let place = [b, state % p.kv_heads as usize, state];
        let (re, before) = (none.clone(), none.clone());
        let mut walk =
            Self { p, x, place, re, im: none.clone(), before, momentum: none, sums: vec![0.0; d], width };
        let (rows, columns) = (p.state_rows() as usize, p.state_columns() as usize);
        if x.state.is_empty() {
            return walk;
        }
        let given = &x.state[(b * p.state_heads() as usize + state) * rows * columns..][..rows * columns];
        for (c, row) in given.chunks_exact(columns).enumerate() {
            for (e, &y) in row.iter().enumerate() {
                match (c < d, e < width) {
                    (true, true) => walk.re[c * width + e] = y,
                    (false, _) => walk.im[(c - d) * width + e] = -y,
                    (true, false) => walk.momentum[c * width + e - width] = y,
                }
            }
        }
        walk
    }

    /// Its output rows, and its end.
    fn run(mut self) -> (Vec<Row>, Vec<f64>) {
        let (p, [b, _, state]) = (self.p, self.place);
        let tokens = match p.ragged {
            Some(_) => self.x.cu_seqlens[b] as usize..self.x.cu_seqlens[b + 1] as usize,
            None => 0..p.storage_len() as usize,
        };
        let back = p.direction == Direction::Reverse
            || p.direction == Direction::Both && state >= p.kv_heads as usize;
        let order: Vec<usize> = if back { tokens.rev().collect() } else { tokens.collect() };
        let (mut rows, mut waiting) = (Vec::new(), Vec::new());
        for (t, &i) in order.iter().enumerate() {
            self.visit(i);
            waiting.push(i);
            let reads = match p.direction {
                Direction::Full => t + 1 == order.len(),
                Direction::Prefix(tokens) => t + 1 >= tokens as usize,
                _ => true,
            };
            if reads {
                waiting.drain(..).for_each(|i| rows.extend(self.read(i)));
            }
        }
        (rows, self.end())
    }

    /// Where token `i` lies on the merged axes of batch, heads and tokens.
    fn at(&self, i: usize) -> usize {
        let [b, h, _] = self.place;
        let b = if self.p.ragged.is_some() { 0 } else { b };
        (b * self.p.kv_heads as usize + h) * self.p.storage_len() as usize + i
    }

    /// Log of magnitude, and phase, by which channel `c` changes at token `i`.
    fn decay(&self, i: usize, c: usize) -> (f64, f64) {
        let (p, [b, _, state], d) = (self.p, self.place, self.p.qk_dim as usize);
        let b = if p.ragged.is_some() { 0 } else { b };
        let at = (b * p.state_heads() as usize + state) * p.storage_len() as usize + i;
        match p.decay {
            Decay::None | Decay::Competing => (0.0, 0.0),
            Decay::PerHead => (self.x.decay[state], 0.0),
            Decay::PerToken => (self.x.decay[at], 0.0),
            Decay::PerChannel => (self.x.decay[at * d + c], 0.0),
            Decay::Polar => (self.x.decay[at * 2 * d + c], self.x.decay[at * 2 * d + d + c]),
        }
    }

    /// `S^T y`, of the real part.
    fn held(&self, y: &[f64]) -> Vec<f64> {
        let (d, w) = (self.p.qk_dim as usize, self.width);
        (0..w).map(|e| (0..d).map(|c| self.re[c * w + e] * y[c]).sum()).collect()
    }

    fn visit(&mut self, i: usize) {
        let (p, at) = (self.p, self.at(i));
        let (d, dv, w) = (p.qk_dim as usize, p.v_dim as usize, self.width);
        let mut k = self.x.k[at * d..][..d].to_vec();
        if p.decay == Decay::Competing {
            k.iter_mut().for_each(|k| *k = k.exp());
            self.sums.iter_mut().zip(&k).for_each(|(sum, k)| *sum += k);
        }
        // A normaliser is one more value, always 1.
        let mut v: Vec<f64> = self.x.v[at * dv..][..dv].to_vec();
        v.resize(w, 1.0);
        let removal = self.x.removal.get(at * 2 * d..(at + 1) * 2 * d).unwrap_or(&[]);
        let held = match p.rule {
            UpdateRule::RankOne => self.held(&removal[..d]),
            UpdateRule::Momentum => self.held(&k),
            UpdateRule::Add | UpdateRule::Delta => Vec::new(),
        };
        self.before = self.re.clone();
        for c in 0..d {
            let (log, phase) = self.decay(i, c);
            for n in c * w..(c + 1) * w {
                let (re, im) = (self.re[n], self.im[n]);
                self.re[n] = log.exp() * (re * phase.cos() - im * phase.sin());
                self.im[n] = log.exp() * (re * phase.sin() + im * phase.cos());
            }
        }
        if p.rule == UpdateRule::Delta {
            let held = self.held(&k);
            v.iter_mut().zip(held).for_each(|(v, held)| *v = self.x.beta[at] * (*v - held));
        }
        for n in 0..d * w {
            let (c, e) = (n / w, n % w);
            self.re[n] += match p.rule {
                UpdateRule::Add | UpdateRule::Delta => k[c] * v[e],
                UpdateRule::RankOne => k[c] * v[e] + removal[d + c] * held[e],
                UpdateRule::Momentum => {
                    let [rate, kept] = [self.x.beta[2 * at], self.x.beta[2 * at + 1]];
                    self.momentum[n] = kept * self.momentum[n] + rate * k[c] * (v[e] - held[e]);
                    self.momentum[n]
                }
            };
        }
    }

    /// The rows of token `i`, one for each query head.
    fn read(&self, i: usize) -> Vec<Row> {
        let (p, [_, h, state], at) = (self.p, self.place, self.at(i));
        let (d, dv, w, group) = (p.qk_dim as usize, p.v_dim as usize, self.width, p.group() as usize);
        let n = p.storage_len() as usize;
        let heads_before = (at / n - h) * group + h * group;
        let row = |g: usize| {
            let q = &self.x.q[((heads_before + g) * n + i) * d..][..d];
            let seen = |c: usize, e: usize| match p.bonus {
                true => {
                    let own = self.x.bonus[state * d + c] * self.x.k[at * d + c] * self.x.v[at * dv + e];
                    self.before[c * w + e] + own
                }
                false if p.decay == Decay::Competing => self.re[c * w + e] / self.sums[c],
                false => self.re[c * w + e],
            };
            let sum = |e| (0..d).map(|c| q[c] * seen(c, e)).sum::<f64>();
            let factor = match p.normaliser {
                Some(eps) => Some(sum(dv) + f64::from(eps)).filter(|z| *z != 0.0).map_or(0.0, |z| 1.0 / z),
                None => f64::from(p.effective_scale()),
            };
            (g, i, (0..dv).map(|e| factor * sum(e)).collect())
        };
        (0..group).map(row).collect()
    }

    /// The state as the caller gets it.
    fn end(&self) -> Vec<f64> {
        let w = self.width;
        let mut out = Vec::new();
        for (c, row) in self.re.chunks_exact(w).enumerate() {
            out.extend(row);
            if self.p.rule == UpdateRule::Momentum {
                out.extend(&self.momentum[c * w..][..w]);
            }
        }
        if self.p.decay == Decay::Polar {
            out.extend(self.im.iter().map(|y| -y));
        }
        out
    }
}
