//! Systems against the formulas of their papers, written as sums over pairs or as products of
//! matrices, without the recurrence that the library and its reference share.

use crate::{excess, gpus};
use wgpu_attention::conformance::suite::recurrence_inputs::inputs;
use wgpu_attention::reference::LinearInputs;
use wgpu_attention::systems::{self, Sizes};
use wgpu_attention::{DType, LinearAttention, Role};

const SIZES: Sizes = Sizes { batch: 1, heads: 2, len: 45, qk_dim: 8, v_dim: 12 };
const N: usize = 45;
const D: usize = 8;
const DV: usize = 12;

/// Runs a system on every adapter and compares it with a formula of one head's rows.
fn check(p: &LinearAttention, formula: impl Fn(&LinearInputs, usize) -> Vec<f64>) {
    let (x, host) = inputs(p, 11, 0.3);
    let want: Vec<f64> = (0..2).flat_map(|h| formula(&x, h)).collect();
    for gpu in gpus().iter() {
        let got = gpu.run_host(&gpu.plan(p).unwrap(), &host).unwrap();
        let worst = excess(&got.decode(Role::O, DType::F32).unwrap(), &want, DType::F32);
        assert!(worst <= 1.0, "{}: {worst:.2}", gpu.caps().title());
    }
}

fn row(x: &[f64], h: usize, i: usize, dim: usize) -> &[f64] {
    &x[(h * N + i) * dim..][..dim]
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// `o_i = sum_{j<=i} weight(i, j) v_j`, over the sum of weights if `normalised`.
fn pairs(x: &LinearInputs, h: usize, normalised: bool, weight: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut out = Vec::new();
    for i in 0..N {
        let w: Vec<f64> = (0..=i).map(|j| weight(i, j)).collect();
        let sum = if normalised { w.iter().sum() } else { 1.0 };
        out.extend((0..DV).map(|e| (0..=i).map(|j| w[j] * row(&x.v, h, j, DV)[e]).sum::<f64>() / sum));
    }
    out
}

#[test]
fn kernels_of_pairs() {
    let elu = |x: &f64| if *x > 0.0 { x + 1.0 } else { x.exp() };
    check(&systems::linear_transformer(SIZES), |x, h| {
        let f = |y: &[f64]| y.iter().map(elu).collect::<Vec<f64>>();
        pairs(x, h, true, |i, j| dot(&f(row(&x.q, h, i, D)), &f(row(&x.k, h, j, D))))
    });
    check(&systems::based(SIZES), |x, h| {
        let series = |s: f64| 1.0 + s + s * s / 2.0;
        let score = |i, j| dot(row(&x.q, h, i, D), row(&x.k, h, j, D)) / (D as f64).sqrt();
        pairs(x, h, true, |i, j| series(score(i, j)))
    });
    check(&systems::hedgehog(SIZES), |x, h| {
        let f = |y: &[f64]| {
            let e: Vec<f64> = y.iter().map(|y| y.exp()).chain(y.iter().map(|y| (-y).exp())).collect();
            let sum: f64 = e.iter().sum();
            e.into_iter().map(|e| e / sum).collect::<Vec<f64>>()
        };
        pairs(x, h, true, |i, j| dot(&f(row(&x.q, h, i, D)), &f(row(&x.k, h, j, D))))
    });
    check(&systems::performer(SIZES, 20), |x, h| {
        // Without the common factor 1 / features and with the norms taken out of the exponent.
        let quarter = (D as f64).powf(0.25);
        pairs(x, h, true, |i, j| {
            let (q, k) = (row(&x.q, h, i, D), row(&x.k, h, j, D));
            let lift = |w: &[f64]| ((dot(w, q) + dot(w, k)) / quarter).exp();
            let norms = (dot(q, q) + dot(k, k)) / (2.0 * (D as f64).sqrt());
            x.projection.chunks_exact(D).map(lift).sum::<f64>() * (-norms).exp()
        })
    });
}

#[test]
fn fading_kernels_of_pairs() {
    let scale = 1.0 / (D as f64).sqrt();
    check(&systems::retention(SIZES), |x, h| {
        let fade = |i: usize, j: usize| (x.decay[h] * (i - j) as f64).exp();
        pairs(x, h, false, |i, j| scale * fade(i, j) * dot(row(&x.q, h, i, D), row(&x.k, h, j, D)))
    });
    check(&systems::lightning(SIZES), |x, h| {
        let fade = |i: usize, j: usize| x.decay[h].exp().powi((i - j) as i32);
        pairs(x, h, false, |i, j| fade(i, j) * dot(row(&x.q, h, i, D), row(&x.k, h, j, D)))
    });
    check(&systems::mamba2(SIZES), |x, h| {
        let fade = |i, j| (j + 1..=i).map(|m| row(&x.decay, h, m, 1)[0].exp()).product::<f64>();
        pairs(x, h, false, |i, j| fade(i, j) * dot(row(&x.q, h, i, D), row(&x.k, h, j, D)))
    });
    let channel = |x: &LinearInputs, h, c: usize, from, to| {
        (from..to).map(|m| row(&x.decay, h, m, D)[c].exp()).product::<f64>()
    };
    check(&systems::gated_linear_attention(SIZES), |x, h| {
        pairs(x, h, false, |i, j| {
            let (q, k) = (row(&x.q, h, i, D), row(&x.k, h, j, D));
            scale * (0..D).map(|c| q[c] * k[c] * channel(x, h, c, j + 1, i + 1)).sum::<f64>()
        })
    });
    check(&systems::rwkv6(SIZES), |x, h| {
        pairs(x, h, false, |i, j| {
            let (q, k) = (row(&x.q, h, i, D), row(&x.k, h, j, D));
            let factor = |c| if i == j { x.bonus[h * D + c] } else { channel(x, h, c, j + 1, i) };
            (0..D).map(|c| q[c] * k[c] * factor(c)).sum()
        })
    });
}

/// `S_t = (I - beta k k^T) diag(exp g) S_{t-1} + beta k v^T` by matrices, `g` of each channel.
fn delta(x: &LinearInputs, h: usize, log: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut s = vec![[0.0; DV]; D];
    let mut out = Vec::new();
    for t in 0..N {
        let (k, beta) = (row(&x.k, h, t, D), row(&x.beta, h, t, 1)[0]);
        let step = |c: usize, e: usize| f64::from(u8::from(c == e)) - beta * k[c] * k[e];
        let old = s.clone();
        for (c, new) in s.iter_mut().enumerate() {
            *new = std::array::from_fn(|e| {
                let kept: f64 = (0..D).map(|m| step(c, m) * log(t, m).exp() * old[m][e]).sum();
                kept + beta * k[c] * row(&x.v, h, t, DV)[e]
            });
        }
        let q = row(&x.q, h, t, D);
        out.extend((0..DV).map(|e| (0..D).map(|c| q[c] * s[c][e]).sum::<f64>() / (D as f64).sqrt()));
    }
    out
}

#[test]
fn delta_rules_by_matrices() {
    check(&systems::delta_net(SIZES), |x, h| delta(x, h, |_, _| 0.0));
    check(&systems::gated_delta_net(SIZES), |x, h| delta(x, h, |t, _| row(&x.decay, h, t, 1)[0]));
    check(&systems::kimi_delta_attention(SIZES), |x, h| delta(x, h, |t, c| row(&x.decay, h, t, D)[c]));
}
