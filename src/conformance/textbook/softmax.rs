//! What the formulas of softmax systems share: inputs, one softmax, one weighted sum.

use super::dot;
use crate::conformance::trial::{Noise, Tensor};
use crate::problem::{DType, Role};
use crate::record::HostTensors;

/// Sequences, heads, tokens and head size of most trials: equal sizes share their shaders.
pub(super) const B: usize = 2;
pub(super) const H: usize = 2;
pub(super) const N: usize = 37;
pub(super) const D: usize = 16;

/// Queries `[b, h, i, d]`, keys and values `[b, g, j, d]`.
#[derive(Debug, Clone)]
pub(super) struct Qkv {
    pub(super) q: Tensor,
    pub(super) k: Tensor,
    pub(super) v: Tensor,
}

impl Qkv {
    /// Self-attention of the usual sizes.
    pub(super) fn usual(noise: &mut Noise) -> Self {
        Self::random(noise, [B, H, N, D], [B, H, N, D], D)
    }

    /// Queries and keys of these shapes, values of `v_dim`; scores of random rows spread over
    /// several units.
    pub(super) fn random(noise: &mut Noise, q: [usize; 4], k: [usize; 4], v_dim: usize) -> Self {
        let [q, k] = [q, k].map(|shape| Tensor::random(noise, &shape).map(|x| 2.0 * x));
        let v = Tensor::random(noise, &[k.shape[0], k.shape[1], k.shape[2], v_dim]);
        Self { q, k, v }
    }

    /// The three tensors as they are.
    pub(super) fn host(&self) -> HostTensors {
        HostTensors::new()
            .floats(Role::Q, DType::F32, &self.q.floats())
            .floats(Role::K, DType::F32, &self.k.floats())
            .floats(Role::V, DType::F32, &self.v.floats())
    }

    /// The three tensors as `[batch, len, heads, dim]`.
    pub(super) fn host_bnhd(&self) -> HostTensors {
        HostTensors::new()
            .floats(Role::Q, DType::F32, &bnhd(&self.q).floats())
            .floats(Role::K, DType::F32, &bnhd(&self.k).floats())
            .floats(Role::V, DType::F32, &bnhd(&self.v).floats())
    }

    /// Keys.
    pub(super) fn keys(&self) -> usize {
        self.k.shape[2]
    }

    /// `q_i . k_j / sqrt(d)`; heads in groups share keys.
    pub(super) fn score(&self, b: usize, h: usize, i: usize, j: usize) -> f64 {
        self.product(b, h, i, j) / (self.q.shape[3] as f64).sqrt()
    }

    /// `q_i . k_j`.
    pub(super) fn product(&self, b: usize, h: usize, i: usize, j: usize) -> f64 {
        dot(self.q.at(&[b, h, i]), self.k.at(&[b, self.group(h), j]))
    }

    fn group(&self, h: usize) -> usize {
        h * self.k.shape[1] / self.q.shape[1]
    }

    /// `o_i = sum_j w_j v_j` for the weights of every row, as `[b, h, i, d]`.
    pub(super) fn weigh(&self, weights: impl Fn(usize, usize, usize) -> Vec<f64>) -> Tensor {
        let [batch, heads, rows, _] = sizes(&self.q);
        let v_dim = self.v.shape[3];
        let mut values = Vec::new();
        for (b, h, i) in cells(batch, heads, rows) {
            let w = weights(b, h, i);
            values.extend(
                (0..v_dim)
                    .map(|e| (0..w.len()).map(|j| w[j] * self.v.at(&[b, self.group(h), j])[e]).sum::<f64>()),
            );
        }
        Tensor { shape: vec![batch, heads, rows, v_dim], values }
    }

    /// Softmax attention with these scores, -inf for hidden keys.
    pub(super) fn attend(&self, score: impl Fn(usize, usize, usize, usize) -> f64) -> Tensor {
        self.weigh(|b, h, i| softmax(&(0..self.keys()).map(|j| score(b, h, i, j)).collect::<Vec<_>>()))
    }

    /// The same with keys after the query hidden.
    pub(super) fn attend_causal(&self, score: impl Fn(usize, usize, usize, usize) -> f64) -> Tensor {
        self.attend(|b, h, i, j| if j <= i { score(b, h, i, j) } else { f64::NEG_INFINITY })
    }
}

/// `[batch, heads, len, dim]` of a tensor with four axes.
pub(super) fn sizes(x: &Tensor) -> [usize; 4] {
    [x.shape[0], x.shape[1], x.shape[2], x.shape[3]]
}

/// All `(b, h, i)`, in the order of memory.
pub(super) fn cells(batch: usize, heads: usize, rows: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..batch * heads * rows).map(move |n| (n / (heads * rows), n / rows % heads, n % rows))
}

/// `e^x / sum e^x`; zeros if all are hidden.
pub(super) fn softmax(scores: &[f64]) -> Vec<f64> {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if top == f64::NEG_INFINITY {
        return vec![0.0; scores.len()];
    }
    let weights: Vec<f64> = scores.iter().map(|s| (s - top).exp()).collect();
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|w| w / sum).collect()
}

/// `[b, h, i, d]` as `[b, i, h, d]`, or back.
pub(super) fn bnhd(x: &Tensor) -> Tensor {
    let [b, h, n, d] = sizes(x);
    let values = cells(b, n, h).flat_map(|(b, i, h)| x.at(&[b, h, i]).to_vec()).collect();
    Tensor { shape: vec![b, n, h, d], values }
}

/// An identity matrix.
pub(super) fn identity(n: usize) -> Tensor {
    let values = (0..n * n).map(|at| f64::from(u8::from(at / n == at % n))).collect();
    Tensor { shape: vec![n, n], values }
}

/// Adds a tensor in f32.
pub(super) fn with(host: HostTensors, role: Role, x: &Tensor) -> HostTensors {
    host.floats(role, DType::F32, &x.floats())
}

/// Queries, keys and values.
pub(super) fn three(q: &Tensor, k: &Tensor, v: &Tensor) -> HostTensors {
    with(with(with(HostTensors::new(), Role::Q, q), Role::K, k), Role::V, v)
}
