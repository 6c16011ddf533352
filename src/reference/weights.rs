//! Weights of one row from its scores, as plain sums.

use super::attention::exp_sum;
use crate::problem::{Attention, Normaliser, WeightFunction};

/// The log of a denominator that weights do not have.
const UNKNOWN: [f64; 2] = [f64::NAN; 2];

/// Weights of the visible keys of a row (`None` for hidden ones) and the log of its denominator in two
/// numbers to be added: beside a score of the largest f32 even an f64 loses the second. `columns` holds the
/// log-sum-exp of every key over the queries, where the function needs it; `sink` a logit that takes part in
/// the denominator only.
pub(super) fn weigh(
    p: &Attention,
    scores: &[Option<f64>],
    columns: &[f64],
    sink: Option<f64>,
) -> (Vec<Option<f64>>, [f64; 2]) {
    let sink = sink.or(p.denominator.filter(|x| *x > 0.0).map(|x| f64::from(x).ln()));
    if matches!(p.weight, WeightFunction::Exp | WeightFunction::SignedExp) {
        return exponentials(p.weight == WeightFunction::SignedExp, scores, sink);
    }
    let raw: Vec<Option<f64>> = scores
        .iter()
        .enumerate()
        .map(|(j, s)| s.map(|s| function(p.weight, s, columns.get(j).copied().unwrap_or(0.0))))
        .collect();
    let extra = sink.map_or(0.0, f64::exp);
    let seen = || raw.iter().copied().flatten();
    let (count, sum) = (seen().count() as f64, seen().sum::<f64>());
    let divide = |by: f64| raw.iter().map(|w| w.map(|w| if by == 0.0 { 0.0 } else { w / by })).collect();
    match p.normaliser {
        Normaliser::Sum => (divide(sum + extra), [(sum + extra).ln(), 0.0]),
        Normaliser::AbsSum => {
            let size: f64 = seen().map(f64::abs).sum::<f64>() + extra;
            (divide(size), [size.ln(), 0.0])
        }
        Normaliser::Count => (divide(count), [count.ln(), 0.0]),
        Normaliser::SumAtLeastOne => (divide(sum.abs().max(1.0)), UNKNOWN),
        Normaliser::None => (raw, UNKNOWN),
        Normaliser::MeanDeviation { gain, shift, epsilon } => {
            let mean = sum / count;
            let variance = seen().map(|w| (w - mean).powi(2)).sum::<f64>() / count;
            let scale = f64::from(gain) / (variance + f64::from(epsilon)).sqrt();
            let map = |w: f64| (w - mean) * scale + f64::from(shift);
            (raw.iter().map(|w| w.map(map)).collect(), UNKNOWN)
        }
        Normaliser::Reweighted { offset, power } => {
            let map = |w: f64| {
                let x = count * w / sum - f64::from(offset);
                if x > 0.0 { x.powf(f64::from(power)) } else { 0.0 }
            };
            let sharp: Vec<Option<f64>> =
                raw.iter().map(|w| w.map(|w| if sum == 0.0 { 0.0 } else { map(w) })).collect();
            let total: f64 = sharp.iter().flatten().sum();
            (sharp.iter().map(|w| w.map(|w| if total == 0.0 { 0.0 } else { w / total })).collect(), UNKNOWN)
        }
    }
}

/// `exp(s)` or `sign(s) exp(|s|)` over the sum of their sizes.
fn exponentials(signed: bool, scores: &[Option<f64>], sink: Option<f64>) -> (Vec<Option<f64>>, [f64; 2]) {
    let size = |s: f64| if signed { s.abs() } else { s };
    let lse = exp_sum(scores.iter().copied().flatten().map(size).chain(sink));
    let relative = |s: f64| (s - lse[0]) - lse[1];
    let sign = |s: f64| match () {
        () if !signed => 1.0,
        () if s == 0.0 => 0.0,
        () => s.signum(),
    };
    (scores.iter().map(|s| s.map(|s| sign(s) * relative(size(s)).exp())).collect(), lse)
}

fn function(f: WeightFunction, s: f64, column: f64) -> f64 {
    match f {
        WeightFunction::OverQueries => (s - column).exp(),
        WeightFunction::Sigmoid { bias } => 1.0 / (1.0 + (-(s + f64::from(bias))).exp()),
        WeightFunction::Relu if s.is_nan() => s,
        WeightFunction::SquaredRelu if s.is_nan() => s,
        WeightFunction::Relu => s.max(0.0),
        WeightFunction::SquaredRelu => s.max(0.0).powi(2),
        WeightFunction::Laplace => {
            let (mean, deviation) = (0.5f64.sqrt(), (0.25 / std::f64::consts::PI).sqrt());
            0.5 * erfc(-(s - mean) / (deviation * std::f64::consts::SQRT_2))
        }
        WeightFunction::EluPlusOne => {
            if s > 0.0 {
                s + 1.0
            } else {
                s.exp()
            }
        }
        WeightFunction::Softplus => s.max(0.0) + (-s.abs()).exp().ln_1p(),
        WeightFunction::Identity | WeightFunction::Exp | WeightFunction::SignedExp => s,
    }
}

/// The complementary error function: its series near 0, its continued fraction far away.
fn erfc(x: f64) -> f64 {
    let a = x.abs();
    let root = std::f64::consts::PI.sqrt();
    let tail = if a < 2.5 {
        // erf(a) = 2 / sqrt(pi) sum_n (-1)^n a^(2n+1) / (n! (2n+1)).
        let (mut term, mut sum) = (a, a);
        for n in 1..80 {
            term *= -a * a / f64::from(n);
            sum += term / f64::from(2 * n + 1);
        }
        1.0 - 2.0 / root * sum
    } else {
        // exp(-a^2) / sqrt(pi) / (a + 1/2 / (a + 2/2 / (a + 3/2 / ...))).
        let fraction = (1..80).rev().fold(a, |f, n| a + 0.5 * f64::from(n) / f);
        (-a * a).exp() / root / fraction
    };
    if x < 0.0 { 2.0 - tail } else { tail }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn the_error_function_has_its_known_values() {
        for (x, y) in [
            (0.0, 1.0),
            (0.5, 0.479_500_122_186_953_5),
            (2.0, 0.004_677_734_981_047_266),
            (3.0, 2.209_049_699_858_544e-5),
        ] {
            assert_relative_eq!(erfc(x), y, max_relative = 1e-11);
            assert_relative_eq!(erfc(-x), 2.0 - y, max_relative = 1e-11);
        }
    }

    #[test]
    fn normalisers_of_three_weights_by_hand() {
        let p = |n| Attention::new(1, 1, 1, 1).weights(WeightFunction::Identity, n);
        let s = [Some(1.0), None, Some(-3.0), Some(5.0)];
        let weights = |n| weigh(&p(n), &s, &[], None).0;
        assert_eq!(weights(Normaliser::Count), [Some(1.0 / 3.0), None, Some(-1.0), Some(5.0 / 3.0)]);
        assert_eq!(weights(Normaliser::AbsSum)[3], Some(5.0 / 9.0));
        assert_eq!(weights(Normaliser::SumAtLeastOne)[0], Some(1.0 / 3.0));
        // Mean 1, variance (0 + 16 + 16) / 3.
        let moments = Normaliser::MeanDeviation { gain: 2.0, shift: 0.5, epsilon: 0.0 };
        assert_relative_eq!(
            weights(moments)[3].unwrap_or(0.0),
            0.5 + 8.0 / (32f64 / 3.0).sqrt(),
            epsilon = 1e-12
        );
        let sharp = Normaliser::Reweighted { offset: 1.0, power: 2.0 };
        // Shares of the sum 3, times 3: 1, -3, 5.
        assert_eq!(weights(sharp), [Some(0.0), None, Some(0.0), Some(1.0)]);
    }
}
