//! Systems whose state is a matrix, by sums over pairs or products of matrices: without the
//! recurrence that the kernels and their reference follow.

use super::dot;
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{DType, LinearAttention, Role};
use crate::record::HostTensors;
use crate::systems::{self, Sizes};

pub(super) const H: usize = 2;
pub(super) const N: usize = 45;
pub(super) const D: usize = 8;
pub(super) const DV: usize = 12;
pub(super) const SIZES: Sizes = Sizes { batch: 1, heads: 2, len: 45, qk_dim: 8, v_dim: 12 };

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "linear-transformer",
        title: "Linear Transformer",
        paper: "Katharopoulos et al. 2020, Transformers are RNNs",
        family: Family::Linear,
        engine: Engine::Recurrence,
        parts: "add, feature map ELU + 1, normaliser",
        builder: "systems::linear_transformer",
        trial: linear_transformer,
    },
    System {
        name: "retention",
        title: "Retention",
        paper: "Sun et al. 2023, Retentive Network",
        family: Family::Linear,
        engine: Engine::Recurrence,
        parts: "add, decay per head",
        builder: "systems::retention",
        trial: retention,
    },
];

/// An entry of the catalogue: name, title, paper, parts and builder.
pub(super) const fn system(
    family: Family,
    [name, title, paper, parts, builder]: [&'static str; 5],
    trial: fn() -> Trial,
) -> System {
    System { name, title, paper, family, engine: Engine::Recurrence, parts, builder, trial }
}

/// Queries, keys and values of one call, which the formulas of all files share; keys have length one.
pub(super) struct Inputs {
    pub(super) q: Tensor,
    pub(super) k: Tensor,
    pub(super) v: Tensor,
}

impl Inputs {
    pub(super) fn random(noise: &mut Noise) -> Self {
        let [q, mut k] = [(); 2].map(|()| Tensor::random(noise, &[H, N, D]));
        for row in k.values.chunks_exact_mut(D) {
            let norm = dot(row, row).sqrt();
            row.iter_mut().for_each(|x| *x = f64::from((*x / norm) as f32));
        }
        Self { q, k, v: Tensor::random(noise, &[H, N, DV]) }
    }

    pub(super) fn host(&self) -> HostTensors {
        self.host_and(&[])
    }

    /// With tensors of other roles.
    pub(super) fn host_and(&self, others: &[(Role, &Tensor)]) -> HostTensors {
        host(&[&[(Role::Q, &self.q), (Role::K, &self.k), (Role::V, &self.v)], others].concat())
    }

    /// `o_i = sum_{j<=i} weight(h, i, j) v_j`, over the sum of weights if `normalised`.
    pub(super) fn pairs(&self, normalised: bool, weight: impl Fn(usize, usize, usize) -> f64) -> Vec<f64> {
        let mut out = Vec::new();
        for (h, i) in (0..H).flat_map(|h| (0..N).map(move |i| (h, i))) {
            let w: Vec<f64> = (0..=i).map(|j| weight(h, i, j)).collect();
            let sum = if normalised { w.iter().sum() } else { 1.0 };
            out.extend((0..DV).map(|e| (0..=i).map(|j| w[j] * self.v.at(&[h, j])[e]).sum::<f64>() / sum));
        }
        out
    }

    /// `o_i = sum_j weight(h, i, j) v_j / (sum_j weight(h, i, j) + eps)` over all tokens.
    pub(super) fn all_pairs(&self, eps: f64, weight: impl Fn(usize, usize, usize) -> f64) -> Vec<f64> {
        let sums = self.each_pair(&weight);
        let total = |at: usize| (0..N).map(|j| weight(at / N, at % N, j)).sum::<f64>() + eps;
        sums.iter().enumerate().map(|(n, y)| y / total(n / DV)).collect()
    }

    /// `o_i = sum_j weight(h, i, j) v_j` over all tokens.
    pub(super) fn each_pair(&self, weight: impl Fn(usize, usize, usize) -> f64) -> Vec<f64> {
        let mut out = Vec::new();
        for (h, i) in (0..H).flat_map(|h| (0..N).map(move |i| (h, i))) {
            let w: Vec<f64> = (0..N).map(|j| weight(h, i, j)).collect();
            out.extend((0..DV).map(|e| (0..N).map(|j| w[j] * self.v.at(&[h, j])[e]).sum::<f64>()));
        }
        out
    }
}

/// Inputs in f32.
pub(super) fn host(tensors: &[(Role, &Tensor)]) -> HostTensors {
    tensors.iter().fold(HostTensors::new(), |host, (role, x)| host.floats(*role, DType::F32, &x.floats()))
}

/// Logs of decays.
pub(super) fn fades(noise: &mut Noise, shape: &[usize]) -> Tensor {
    Tensor::random(noise, shape).map(|y| -0.3 * y * y)
}

pub(super) fn trial(problem: LinearAttention, inputs: HostTensors, o: Vec<f64>) -> Trial {
    Trial::of(problem, inputs).wants(Role::O, o)
}

fn linear_transformer() -> Trial {
    let x = Inputs::random(&mut Noise::new(11));
    let f =
        |row: &[f64]| -> Vec<f64> { row.iter().map(|&x| if x > 0.0 { x + 1.0 } else { x.exp() }).collect() };
    let o = x.pairs(true, |h, i, j| dot(&f(x.q.at(&[h, i])), &f(x.k.at(&[h, j]))));
    trial(systems::linear_transformer(SIZES), x.host(), o)
}

fn retention() -> Trial {
    let mut noise = Noise::new(12);
    let x = Inputs::random(&mut noise);
    let decay = fades(&mut noise, &[H]);
    let scale = 1.0 / (D as f64).sqrt();
    let o = x.pairs(false, |h, i, j| {
        scale * (decay.values[h] * (i - j) as f64).exp() * dot(x.q.at(&[h, i]), x.k.at(&[h, j]))
    });
    trial(systems::retention(SIZES), x.host_and(&[(Role::Decay, &decay)]), o)
}
