//! Systems that turn queries and keys by position or pose.

use super::dot;
use super::softmax::{B, D, H, N, Qkv, cells, softmax, with};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{Attention, Role};
use crate::systems::{Collinear, GeometricTransform, Rotated};

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    System {
        name: "attention-buckets",
        title: "Attention Buckets",
        paper: "Chen et al. 2023, Fortify the Shortest Stave in Attention",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "rotary tables of each sequence, causal",
        builder: "systems::Rotated",
        trial: buckets,
    },
    System {
        name: "coca",
        title: "CoCA (Collinear Constrained Attention)",
        paper: "Zhu et al. 2023, CoCA: Fusing Position Embedding with Collinear Constrained Attention",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "norms of pairs, factors by position, causal",
        builder: "systems::Collinear",
        trial: collinear,
    },
    System {
        name: "gta",
        title: "GTA (Geometric Transform Attention)",
        paper: "Miyato et al. 2023, GTA: A Geometry-Aware Attention Mechanism for Multi-View Transformers",
        family: Family::Positions,
        engine: Engine::Softmax,
        parts: "block-diagonal matrices of each token, before and after",
        builder: "systems::GeometricTransform",
        trial: geometric,
    },
];

const BATCH: u32 = B as u32;
const HEADS: u32 = H as u32;
const LEN: u32 = N as u32;
const DIM: u32 = D as u32;

/// Angle of pair `f` of `pairs` for one step.
fn angle(base: f64, f: usize, pairs: usize) -> f64 {
    base.powf(-(f as f64) / pairs as f64)
}

/// A table of all positions and pairs.
fn table(bases: &[f64], value: fn(f64) -> f64) -> Tensor {
    let pairs = D / 2;
    let entry =
        |at: usize| value((at / pairs % N) as f64 * angle(bases[at / (N * pairs)], at % pairs, pairs));
    Tensor { shape: vec![bases.len(), N, pairs], values: (0..bases.len() * N * pairs).map(entry).collect() }
}

/// A sequence twice, with bases 10000 and 18000: scores by differences of positions.
fn buckets() -> Trial {
    let mut x = Qkv::usual(&mut Noise::new(701));
    for t in [&mut x.q, &mut x.k, &mut x.v] {
        let (first, second) = t.values.split_at_mut(H * N * D);
        second.copy_from_slice(first);
    }
    let bases = [10_000.0, 18_000.0];
    let pairs = D / 2;
    let o = x.attend_causal(|b, h, i, j| {
        let (q, k) = (x.q.at(&[b, h, i]), x.k.at(&[b, h, j]));
        let pair = |f: usize| {
            let (sin, cos) = ((i as f64 - j as f64) * angle(bases[b], f, pairs)).sin_cos();
            let (re, im) =
                (q[f] * k[f] + q[f + pairs] * k[f + pairs], q[f + pairs] * k[f] - q[f] * k[f + pairs]);
            re * cos - im * sin
        };
        (0..pairs).map(pair).sum::<f64>() / (D as f64).sqrt()
    });
    let attention = Attention::new(BATCH, HEADS, LEN, DIM).causal();
    let host = with(with(x.host(), Role::Cos, &table(&bases, f64::cos)), Role::Sin, &table(&bases, f64::sin));
    Trial::of(Rotated { attention, rotary_dim: DIM, interleaved: false }, host).wants(Role::O, o.values)
}

/// `sum_pairs |q_m|^2 t_n cos((m - n) angle)`.
fn collinear() -> Trial {
    let mut noise = Noise::new(702);
    let pairs = D / 2;
    let x = Qkv::usual(&mut noise);
    let t = Tensor::random(&mut noise, &[B, H, N, pairs]).map(|x| x.max(0.0));
    let o = x.attend_causal(|b, h, m, n| {
        let (q, t) = (x.q.at(&[b, h, m]), t.at(&[b, h, n]));
        let pair = |f: usize| {
            let norm = q[f] * q[f] + q[f + pairs] * q[f + pairs];
            norm * t[f] * ((m as f64 - n as f64) * angle(10_000.0, f, pairs)).cos()
        };
        (0..pairs).map(pair).sum::<f64>() / (D as f64).sqrt()
    });
    let attention = Attention::new(BATCH, HEADS, LEN, DIM).causal();
    let host = with(with(x.host(), Role::K, &t), Role::Cos, &table(&[10_000.0], f64::cos));
    Trial::of(Collinear { attention }, with(host, Role::Sin, &table(&[10_000.0], f64::sin)))
        .wants(Role::O, o.values)
}

type Pose = [[f64; 4]; 4];

fn times(a: &Pose, b: &Pose) -> Pose {
    let mut c = [[0.0; 4]; 4];
    for (i, j, k) in (0..64).map(|n| (n / 16, n / 4 % 4, n % 4)) {
        c[i][j] += a[i][k] * b[k][j];
    }
    c
}

/// A turn about an axis in space and a shift.
fn pose(noise: &mut Noise) -> Pose {
    let (angle, axis) = (3.0 * f64::from(noise.float()), noise.below(3) as usize);
    let (sin, cos) = angle.sin_cos();
    let (a, b) = ((axis + 1) % 3, (axis + 2) % 3);
    let mut g = [[0.0; 4]; 4];
    (0..4).for_each(|n| g[n][n] = 1.0);
    (g[a][a], g[a][b], g[b][a], g[b][b]) = (cos, -sin, sin, cos);
    (0..3).for_each(|n| g[n][3] = f64::from(noise.float()));
    g
}

fn inverse(g: &Pose) -> Pose {
    let mut r = [[0.0; 4]; 4];
    r[3][3] = 1.0;
    for i in 0..3 {
        (0..3).for_each(|j| r[i][j] = g[j][i]);
        r[i][3] = -(0..3).map(|j| g[j][i] * g[j][3]).sum::<f64>();
    }
    r
}

/// The blocks of a feature vector times one pose.
fn moved(g: &Pose, x: &[f64]) -> Vec<f64> {
    x.chunks(4).flat_map(|part| (0..4).map(move |i| dot(&g[i], part))).collect()
}

/// Poses in space, blocks of four; by the relative pose of every pair.
fn geometric() -> Trial {
    let mut noise = Noise::new(703);
    let x = Qkv::usual(&mut noise);
    let poses: Vec<Pose> = (0..B * N).map(|_| pose(&mut noise)).collect();
    let mut o = Vec::new();
    for (b, h, i) in cells(B, H, N) {
        let between: Vec<Pose> =
            (0..N).map(|j| times(&poses[b * N + i], &inverse(&poses[b * N + j]))).collect();
        let score =
            |j: usize| dot(x.q.at(&[b, h, i]), &moved(&between[j], x.k.at(&[b, h, j]))) / (D as f64).sqrt();
        let p = softmax(&(0..N).map(score).collect::<Vec<_>>());
        let values: Vec<Vec<f64>> = (0..N).map(|j| moved(&between[j], x.v.at(&[b, h, j]))).collect();
        o.extend((0..D).map(|e| (0..N).map(|j| p[j] * values[j][e]).sum::<f64>()));
    }
    let transposed = |g: &Pose| std::array::from_fn(|i| std::array::from_fn(|j| g[j][i]));
    let same = |g: &Pose| *g;
    let sets: [&dyn Fn(&Pose) -> Pose; 3] = [&transposed, &inverse, &same];
    let mut matrices = Vec::new();
    for set in sets {
        // Every block of a token has the same pose.
        let token = |g: &Pose| [set(g); D / 4].concat().concat();
        matrices.extend(poses.iter().flat_map(token));
    }
    let matrices = Tensor { shape: vec![matrices.len()], values: matrices };
    let problem = GeometricTransform { attention: Attention::new(BATCH, HEADS, LEN, DIM), block: 4 };
    Trial::of(problem, with(x.host(), Role::Weight, &matrices)).wants(Role::O, o)
}
