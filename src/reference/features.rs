//! Feature maps.

use crate::problem::FeatureMap;

/// Maps every row of `dim` elements. A user's map is WGSL, which nothing here can run: its rows
/// stay as they are.
///
/// # Panics
/// If `dim` is 0. Elements after the last whole row are left out, and of a projection that is too short there
/// are fewer features.
pub fn features(map: &FeatureMap, dim: usize, rows: &[f64], projection: &[f64]) -> Vec<f64> {
    rows.chunks_exact(dim).flat_map(|x| row(map, x, projection)).collect()
}

fn softmax(x: &[f64]) -> Vec<f64> {
    let e: Vec<f64> = exp(x);
    let sum: f64 = e.iter().sum();
    e.iter().map(|y| y / sum).collect()
}

fn exp(x: &[f64]) -> Vec<f64> {
    let top = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    x.iter().map(|y| (y - top).exp()).collect()
}

fn norm(x: &[f64]) -> f64 {
    x.iter().map(|y| y * y).sum::<f64>().sqrt()
}

fn row(map: &FeatureMap, x: &[f64], projection: &[f64]) -> Vec<f64> {
    let each = |f: fn(f64) -> f64| x.iter().map(|&y| f(y)).collect::<Vec<f64>>();
    let d = x.len() as f64;
    match map {
        FeatureMap::Identity | FeatureMap::User(_) => x.to_vec(),
        FeatureMap::Relu => each(|y| y.max(0.0)),
        FeatureMap::EluPlusOne => each(|y| if y < 0.0 { y.exp() } else { y + 1.0 }),
        FeatureMap::Sigmoid => each(|y| 1.0 / (1.0 + (-y).exp())),
        FeatureMap::SquaredRelu => each(|y| y.max(0.0).powi(2)),
        FeatureMap::Silu => each(|y| y / (1.0 + (-y).exp())),
        FeatureMap::PlainExp => each(f64::exp),
        FeatureMap::Exp => exp(x),
        FeatureMap::Softmax => softmax(x),
        FeatureMap::SignedSoftmax => softmax(&[x.to_vec(), each(|y| -y)].concat()),
        FeatureMap::Taylor => {
            let pairs = x.iter().flat_map(|a| x.iter().map(move |b| a * b / (2.0 * d).sqrt()));
            let single = x.iter().map(|a| a / d.sqrt().sqrt());
            std::iter::once(1.0).chain(single).chain(pairs).collect()
        }
        FeatureMap::Fastmax => {
            let mean = x.iter().sum::<f64>() / d;
            let deviation = (x.iter().map(|a| (a - mean).powi(2)).sum::<f64>() / d).sqrt();
            let y: Vec<f64> =
                x.iter().map(|a| if deviation == 0.0 { 0.0 } else { (a - mean) / deviation }).collect();
            let pairs = y.iter().flat_map(|a| y.iter().map(move |b| a * b / 2f64.sqrt()));
            std::iter::once(1.0).chain(y.iter().copied()).chain(pairs).collect()
        }
        FeatureMap::RandomPositive { features } => {
            let y: Vec<f64> = x.iter().map(|a| a / d.sqrt().sqrt()).collect();
            let dot = |w: &[f64]| w.iter().zip(&y).map(|(a, b)| a * b).sum::<f64>();
            let scale = f64::from(*features).sqrt();
            let half = norm(&y).powi(2) / 2.0;
            projection.chunks_exact(x.len()).map(|w| (dot(w) - half).exp() / scale).collect()
        }
        FeatureMap::Focused { power } => {
            let y = each(|a| a.max(0.0) + 1e-6);
            let sharp: Vec<f64> = y.iter().map(|a| a.powi(*power as i32)).collect();
            let factor = norm(&y) / norm(&sharp);
            sharp.iter().map(|a| a * factor).collect()
        }
    }
}
