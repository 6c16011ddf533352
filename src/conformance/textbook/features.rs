//! Feature maps: weights of pairs that a product of features gives.

use super::dot;
use super::recurrence::{D, DV, H, Inputs, N, SIZES, trial};
use crate::conformance::catalogue::{Engine, Family, System};
use crate::conformance::trial::{Noise, Tensor, Trial};
use crate::problem::{DType, Direction, Role};
use crate::systems;

/// A system of this file: add, a feature map, whatever else.
const fn linear([name, title, paper, parts, builder]: [&'static str; 5], trial: fn() -> Trial) -> System {
    System { name, title, paper, family: Family::Linear, engine: Engine::Recurrence, parts, builder, trial }
}

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    linear(
        [
            "hedgehog",
            "Hedgehog",
            "Zhang et al. 2024, The Hedgehog and the Porcupine",
            "add, feature map softmax over x and -x, normaliser",
            "systems::hedgehog",
        ],
        hedgehog,
    ),
    linear(
        [
            "performer",
            "Performer",
            "Choromanski et al. 2020, Rethinking Attention with Performers",
            "add, positive random features, normaliser",
            "systems::performer",
        ],
        performer,
    ),
    linear(
        [
            "based",
            "Based",
            "Arora et al. 2024, Simple linear attention language models balance the recall-throughput tradeoff",
            "add, second-order Taylor features, normaliser; softmax attention in a window",
            "systems::based, systems::based_window",
        ],
        based,
    ),
    linear(
        [
            "flatten",
            "FLatten Transformer",
            "Han et al. 2023, FLatten Transformer",
            "add, focused feature map, normaliser, all tokens; epilogue: a branch added",
            "systems::flatten",
        ],
        flatten,
    ),
    linear(
        [
            "lln",
            "Linear log-normal attention",
            "Nahshan et al. 2023, Linear Log-Normal Attention with Unbiased Concentration",
            "add, exponential features, normaliser; mean with softmax attention in blocks",
            "systems::log_normal, systems::LogNormalDiagonal",
        ],
        lln,
    ),
    linear(
        [
            "fast",
            "FAST",
            "Gerami et al. 2024, FAST: Factorizable Attention for Speeding up Transformers",
            "add, standardised second-order features, normaliser",
            "systems::fastmax",
        ],
        fast,
    ),
    linear(
        [
            "regla",
            "ReGLA",
            "Lu et al. 2025, ReGLA: Refining Gated Linear Attention",
            "add, decay per channel, exponential features; epilogue: norm",
            "systems::regla",
        ],
        regla,
    ),
    linear(
        [
            "lightnet",
            "LightNet",
            "Qin et al. 2024, You Only Scan Once",
            "add, competing keys, SiLU of queries",
            "systems::light_net",
        ],
        light_net,
    ),
    linear(
        [
            "lightnet-image",
            "LightNet for images",
            "Qin et al. 2024, You Only Scan Once",
            "add, competing keys, SiLU of queries, all tokens",
            "systems::light_net",
        ],
        light_net_image,
    ),
    linear(
        [
            "latte",
            "Latte",
            "Dolga et al. 2024, Latte: Latent Attention for Linear Time Transformers",
            "add, competing keys, softmax of queries",
            "systems::latte",
        ],
        latte,
    ),
];

fn hedgehog() -> Trial {
    let x = Inputs::random(&mut Noise::new(21));
    let f = |row: &[f64]| -> Vec<f64> {
        let e: Vec<f64> = row.iter().map(|y| y.exp()).chain(row.iter().map(|y| (-y).exp())).collect();
        let sum: f64 = e.iter().sum();
        e.into_iter().map(|e| e / sum).collect()
    };
    let o = x.pairs(true, |h, i, j| dot(&f(x.q.at(&[h, i])), &f(x.k.at(&[h, j]))));
    trial(systems::hedgehog(SIZES), x.host(), o)
}

fn performer() -> Trial {
    let mut noise = Noise::new(22);
    let x = Inputs::random(&mut noise);
    let directions = Tensor::random(&mut noise, &[20, D]);
    // Without the common factor 1 / features and with the norms taken out of the exponent.
    let quarter = (D as f64).powf(0.25);
    let o = x.pairs(true, |h, i, j| {
        let (q, k) = (x.q.at(&[h, i]), x.k.at(&[h, j]));
        let lift = |w: &[f64]| ((dot(w, q) + dot(w, k)) / quarter).exp();
        let norms = (dot(q, q) + dot(k, k)) / (2.0 * (D as f64).sqrt());
        directions.values.chunks_exact(D).map(lift).sum::<f64>() * (-norms).exp()
    });
    let inputs = x.host().floats(Role::Projection, DType::F32, &directions.floats());
    trial(systems::performer(SIZES, 20), inputs, o)
}

fn based() -> Trial {
    let x = Inputs::random(&mut Noise::new(23));
    let score = |h, i, j| dot(x.q.at(&[h, i]), x.k.at(&[h, j])) / (D as f64).sqrt();
    let series = |s: f64| 1.0 + s + s * s / 2.0;
    let global = x.pairs(true, |h, i, j| series(score(h, i, j)));
    let near = x.pairs(true, |h, i, j| if i - j < 9 { f64::exp(score(h, i, j)) } else { 0.0 });
    trial(systems::based(SIZES), x.host(), global)
        .then(systems::based_window(SIZES, 9), x.host())
        .wants(Role::O, near)
}

fn flatten() -> Trial {
    let mut noise = Noise::new(24);
    let x = Inputs::random(&mut noise);
    let branch = Tensor::random(&mut noise, &[H, N, DV]);
    let f = |row: &[f64]| -> Vec<f64> {
        let y: Vec<f64> = row.iter().map(|y| y.max(0.0) + 1e-6).collect();
        let cube: Vec<f64> = y.iter().map(|y| y * y * y).collect();
        let factor = (dot(&y, &y) / dot(&cube, &cube)).sqrt();
        cube.into_iter().map(|y| factor * y).collect()
    };
    let o = x.all_pairs(1e-6, |h, i, j| dot(&f(x.q.at(&[h, i])), &f(x.k.at(&[h, j]))));
    let o = o.iter().zip(&branch.values).map(|(o, b)| o + b).collect();
    trial(systems::flatten(SIZES, 3), x.host().floats(Role::Branch, DType::F32, &branch.floats()), o)
}

/// Alone, then beside softmax attention in blocks, causal and not.
fn lln() -> Trial {
    const BLOCK: usize = 8;
    let (alpha, beta) = (1.5, 2.0);
    let [own, mut x] = [(); 2].map(|()| Inputs::random(&mut Noise::new(25)));
    (x.q, x.k) = (x.q.map(|y| alpha * y), x.k.map(|y| beta * y));
    let log_normal = |h: usize, i: usize, j: usize| -> f64 {
        x.q.at(&[h, i]).iter().zip(x.k.at(&[h, j])).map(|(q, k)| (q + k).exp()).sum()
    };
    let in_block = |h: usize, i: usize, j: usize| match i / BLOCK == j / BLOCK {
        true => (dot(own.q.at(&[h, i]), own.k.at(&[h, j])) / (D as f64).sqrt()).exp(),
        false => 0.0,
    };
    let mean = |a: Vec<f64>, b: Vec<f64>| a.iter().zip(b).map(|(a, b)| (a + b) / 2.0).collect();
    let causal = x.pairs(true, log_normal);
    let both = |causal| systems::LogNormalDiagonal {
        sizes: SIZES,
        block: BLOCK as u32,
        alpha_beta: (alpha * beta) as f32,
        causal,
    };
    trial(systems::log_normal(SIZES), x.host(), causal.clone())
        .then(both(true), x.host())
        .wants(Role::O, mean(causal, x.pairs(true, in_block)))
        .then(both(false), x.host())
        .wants(Role::O, mean(x.all_pairs(0.0, log_normal), x.all_pairs(0.0, in_block)))
}

fn fast() -> Trial {
    let x = Inputs::random(&mut Noise::new(26));
    let standard = |row: &[f64]| -> Vec<f64> {
        let mean = row.iter().sum::<f64>() / D as f64;
        let deviation = (row.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / D as f64).sqrt();
        row.iter().map(|y| (y - mean) / deviation).collect()
    };
    let o = x.pairs(true, |h, i, j| {
        let s = dot(&standard(x.q.at(&[h, i])), &standard(x.k.at(&[h, j])));
        1.0 + s + s * s / 2.0
    });
    trial(systems::fastmax(SIZES), x.host(), o)
}

fn regla() -> Trial {
    let mut noise = Noise::new(27);
    let x = Inputs::random(&mut noise);
    // The refined gate of a forget gate f and a refining gate r, both sigmoids.
    let sigmoid = |y: f64| 1.0 / (1.0 + (-y).exp());
    let [f, r] = [(); 2].map(|()| Tensor::random(&mut noise, &[H, N, D]).map(|y| sigmoid(2.0 * y)));
    let refined = |at: usize| {
        let (f, r) = (f.values[at], r.values[at]);
        (1.0 - r) * f * f + r * (1.0 - (1.0 - f) * (1.0 - f))
    };
    let gates = Tensor { shape: vec![H, N, D], values: (0..H * N * D).map(refined).collect() };
    let weight = Tensor::random(&mut noise, &[DV]);
    let top = |row: &[f64]| row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut o = x.pairs(false, |h, i, j| {
        let (q, k) = (x.q.at(&[h, i]), x.k.at(&[h, j]));
        let kept = |c: usize| (j + 1..=i).map(|m| gates.at(&[h, m])[c]).product::<f64>();
        let each = |c: usize| (q[c] - top(q)).exp() * (k[c] - top(k)).exp() * kept(c);
        (0..D).map(each).sum::<f64>() / (D as f64).sqrt()
    });
    for row in o.chunks_exact_mut(DV) {
        let rms = (dot(row, row) / DV as f64 + 1e-6).sqrt();
        row.iter_mut().zip(&weight.values).for_each(|(y, w)| *y = *y / rms * w);
    }
    let inputs = x.host().floats(Role::Decay, DType::F32, &gates.map(f64::ln).floats());
    trial(systems::regla(SIZES), inputs.floats(Role::NormWeight, DType::F32, &weight.floats()), o)
}

/// Averages of values with weights `exp(k)` of every channel over the first `seen(i)` tokens,
/// weighed by `w(q_i)`.
fn averages(x: &Inputs, w: impl Fn(&[f64]) -> Vec<f64>, seen: impl Fn(usize) -> usize) -> Vec<f64> {
    let mut out = Vec::new();
    for (h, i) in (0..H).flat_map(|h| (0..N).map(move |i| (h, i))) {
        let w = w(x.q.at(&[h, i]));
        let key = |j: usize, c: usize| x.k.at(&[h, j])[c].exp();
        let share = |j: usize, c: usize| key(j, c) / (0..seen(i)).map(|m| key(m, c)).sum::<f64>();
        let weights: Vec<f64> = (0..seen(i)).map(|j| (0..D).map(|c| w[c] * share(j, c)).sum()).collect();
        out.extend(
            (0..DV).map(|e| weights.iter().enumerate().map(|(j, w)| w * x.v.at(&[h, j])[e]).sum::<f64>()),
        );
    }
    out
}

fn silu(row: &[f64]) -> Vec<f64> {
    row.iter().map(|y| y / (1.0 + (-y).exp())).collect()
}

/// Keys that differ by far more than f32's exponents reach.
fn spread_keys(noise: &mut Noise) -> Inputs {
    let mut x = Inputs::random(noise);
    x.k = x.k.map(|y| 60.0 * y);
    x
}

fn light_net() -> Trial {
    let x = spread_keys(&mut Noise::new(28));
    let o = averages(&x, silu, |i| i + 1);
    trial(systems::light_net(SIZES), x.host(), o)
}

fn light_net_image() -> Trial {
    let x = spread_keys(&mut Noise::new(29));
    let o = averages(&x, silu, |_| N);
    trial(systems::light_net(SIZES).direction(Direction::Full), x.host(), o)
}

fn latte() -> Trial {
    let x = spread_keys(&mut Noise::new(30));
    let softmax = |row: &[f64]| -> Vec<f64> {
        let sum: f64 = row.iter().map(|y| y.exp()).sum();
        row.iter().map(|y| y.exp() / sum).collect()
    };
    let o = averages(&x, softmax, |i| i + 1);
    trial(systems::latte(SIZES), x.host(), o)
}
