//! Weights as a plain program would compute them in f32.

use crate::{Attention, Normaliser, WeightFunction};

/// One row's weights and the log of its denominator, as two numbers to be added: largest score, and log of
/// the sum relative to it. Hidden scores are -inf.
pub(super) fn weigh(p: &Attention, s: &[f32], columns: &[f32], sink: f32) -> (Vec<f32>, [f32; 2]) {
    let hidden = |s: f32| s == f32::NEG_INFINITY;
    let seen = || s.iter().filter(|s| !hidden(**s));
    let extra = p.denominator.unwrap_or(0.0) + sink.exp();
    if matches!(p.weight, WeightFunction::Exp | WeightFunction::SignedExp) {
        let signed = p.weight == WeightFunction::SignedExp;
        let size = |s: f32| if signed { s.abs() } else { s };
        let top = seen().map(|s| size(*s)).fold(extra.ln(), f32::max);
        if top == f32::NEG_INFINITY && seen().all(|s| !s.is_nan()) {
            return (vec![0.0; s.len()], [f32::NEG_INFINITY, 0.0]);
        }
        let e = |s: f32| if hidden(s) { 0.0 } else { (size(s) - top).exp() };
        let sum: f32 = s.iter().map(|&s| e(s)).sum::<f32>() + (extra.ln() - top).exp();
        let sign = |s: f32| if signed && s < 0.0 { -1.0 } else { f32::from(u8::from(!signed || s != 0.0)) };
        return (s.iter().map(|&s| sign(s) * e(s) / sum).collect(), [top, sum.ln()]);
    }
    let raw = |j: usize| if hidden(s[j]) { 0.0 } else { function(p.weight, s[j], columns.get(j).copied()) };
    let w: Vec<f32> = (0..s.len()).map(raw).collect();
    let (count, sum) = (seen().count() as f32, w.iter().sum::<f32>());
    let by = |x: f32| w.iter().map(|w| if x == 0.0 { 0.0 } else { w / x }).collect::<Vec<_>>();
    let each = |f: &dyn Fn(f32) -> f32| {
        s.iter().zip(&w).map(|(s, w)| if hidden(*s) { 0.0 } else { f(*w) }).collect::<Vec<_>>()
    };
    let (weights, log) = match p.normaliser {
        Normaliser::Sum => (by(sum + extra), (sum + extra).ln()),
        Normaliser::AbsSum => {
            let size = w.iter().map(|w| w.abs()).sum::<f32>() + extra;
            (by(size), size.ln())
        }
        Normaliser::Count => (by(count), count.ln()),
        Normaliser::SumAtLeastOne => (by(sum.abs().max(1.0)), 0.0),
        Normaliser::None => (w, 0.0),
        Normaliser::MeanDeviation { gain, shift, epsilon } => {
            let mean = sum / count;
            let variance = each(&|w| (w - mean).powi(2)).iter().sum::<f32>() / count;
            (each(&|w| gain * (w - mean) / (variance + epsilon).sqrt() + shift), 0.0)
        }
        Normaliser::Reweighted { offset, power } => {
            let sharp = each(&|w| (count * w / sum - offset).max(0.0).powf(power));
            let total: f32 = sharp.iter().sum();
            (sharp.iter().map(|w| if total == 0.0 { 0.0 } else { w / total }).collect(), 0.0)
        }
    };
    (weights, [log, 0.0])
}

fn function(f: WeightFunction, s: f32, column: Option<f32>) -> f32 {
    match f {
        WeightFunction::OverQueries => (s - column.unwrap_or(f32::NAN)).exp(),
        WeightFunction::Sigmoid { bias } => 1.0 / (1.0 + (-(s + bias)).exp()),
        WeightFunction::Relu => s.max(0.0),
        WeightFunction::SquaredRelu => s.max(0.0).powi(2),
        WeightFunction::Laplace => {
            // A plain program's error function is good to an absolute 1.5e-7.
            let x = (s - 0.5f32.sqrt()) / (0.25 / std::f32::consts::PI).sqrt() / std::f32::consts::SQRT_2;
            let t = 1.0 / (1.0 + 0.327_591_1 * x.abs());
            let y = ((((1.061_405_4 * t - 1.453_152) * t + 1.421_413_8) * t - 0.284_496_74) * t
                + 0.254_829_6)
                * t;
            let tail = y * (-x * x).exp();
            if x > 0.0 { 0.5 * (2.0 - tail) } else { 0.5 * tail }
        }
        WeightFunction::EluPlusOne => {
            if s > 0.0 {
                s + 1.0
            } else {
                s.exp()
            }
        }
        WeightFunction::Softplus => s.max(0.0) + (-s.abs()).exp().ln_1p(),
        _ => s,
    }
}

/// Log-sum-exp of a column.
pub(super) fn exp_sum(s: &[f32]) -> f32 {
    let top = s.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if top == f32::NEG_INFINITY {
        return top;
    }
    top + s.iter().map(|s| (s - top).exp()).sum::<f32>().ln()
}
