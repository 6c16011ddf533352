//! When a computed tensor agrees with an expected one.

use crate::error::{Error, Result};

/// An element passes if `|got - want| <= atol + rtol * |want|`. Infinities must agree in sign,
/// NaN only matches NaN.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
pub struct Tolerance {
    /// Relative part.
    pub rtol: f64,
    /// Absolute part.
    pub atol: f64,
}

/// How far a computed tensor is from the expected one.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Comparison {
    /// Largest `|got - want|`; infinite where only one of a pair is finite. Pairs of equal
    /// infinities, and of NaNs, count as 0.
    pub max_abs: f64,
    /// Root mean square of `got - want` over that of `want`; infinite with `max_abs`, and where
    /// only `want` is 0 everywhere.
    pub rms_ratio: f64,
    /// Elements that do not pass.
    pub wrong: usize,
    /// The first of them: its index, got and want.
    pub first: Option<(usize, f64, f64)>,
    /// Largest difference over what the element was allowed; above 1 it does not pass.
    pub share: f64,
    /// The element of that share.
    pub at: usize,
}

impl Tolerance {
    /// Checks that both parts are finite and not negative.
    pub(crate) fn validate(self) -> Result<Self> {
        for (what, x) in [("rtol", self.rtol), ("atol", self.atol)] {
            if !(x.is_finite() && x >= 0.0) {
                return Err(Error::BadScalar { what, need: "finite and at least 0", got: x.to_string() });
            }
        }
        Ok(self)
    }

    /// Whether one element passes.
    pub fn accepts(self, got: f64, want: f64) -> bool {
        if got.is_nan() || want.is_nan() {
            return got.is_nan() && want.is_nan();
        }
        if got.is_infinite() || want.is_infinite() {
            return got == want;
        }
        (got - want).abs() <= self.allowed(want)
    }

    /// What an element may differ by.
    fn allowed(self, want: f64) -> f64 {
        let want = if want.is_finite() { want } else { 0.0 };
        self.atol + self.rtol * want.abs()
    }

    /// Compares element by element. The slices must be of one length: the shorter one ends it.
    pub fn compare(self, got: &[f64], want: &[f64]) -> Comparison {
        let mut result = Comparison::default();
        let (mut error, mut norm) = (0.0, 0.0);
        for (n, (&got, &want)) in got.iter().zip(want).enumerate() {
            if !self.accepts(got, want) {
                result.wrong += 1;
                result.first.get_or_insert((n, got, want));
            }
            let same = got == want || (got.is_nan() && want.is_nan());
            let diff = (got - want).abs();
            let diff = match (same, diff.is_nan()) {
                (true, _) => 0.0,
                (false, true) => f64::INFINITY,
                (false, false) => diff,
            };
            result.max_abs = result.max_abs.max(diff);
            let share = if diff > 0.0 { diff / self.allowed(want) } else { 0.0 };
            if share > result.share {
                (result.share, result.at) = (share, n);
            }
            error += diff * diff;
            if want.is_finite() {
                norm += want * want;
            }
        }
        result.rms_ratio = match error {
            0.0 => 0.0,
            // Also infinite where only the norm is 0.
            _ => (error / norm).sqrt(),
        };
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Tolerance = Tolerance { rtol: 0.1, atol: 0.01 };
    const INF: f64 = f64::INFINITY;

    #[test]
    fn the_bound_is_absolute_plus_relative() {
        assert!(T.accepts(1.109, 1.0));
        assert!(!T.accepts(1.111, 1.0));
        assert!(T.accepts(-0.01, 0.0));
        assert!(!T.accepts(0.011, 0.0));
    }

    #[test]
    fn infinities_agree_in_sign_and_nan_matches_nan_alone() {
        assert!(T.accepts(INF, INF) && T.accepts(-INF, -INF) && T.accepts(f64::NAN, f64::NAN));
        for (got, want) in [
            (INF, -INF),
            (1e300, INF),
            (INF, 1e300),
            (f64::NAN, 0.0),
            (0.0, f64::NAN),
            (f64::NAN, INF),
            (-INF, f64::NAN),
        ] {
            assert!(!T.accepts(got, want), "{got} {want}");
        }
    }

    #[test]
    fn measures_leave_out_pairs_that_agree() {
        let c = T.compare(&[3.0, -INF, f64::NAN], &[4.0, -INF, f64::NAN]);
        assert_eq!((c.max_abs, c.rms_ratio, c.wrong), (1.0, 0.25, 1));
        assert_eq!(c.first, Some((0, 3.0, 4.0)));
    }

    #[test]
    fn a_lost_infinity_shows_in_the_measures() {
        for (got, want) in [(0.0, -INF), (f64::NAN, 1.0), (INF, 1.0), (1.0, f64::NAN)] {
            let c = T.compare(&[got], &[want]);
            assert_eq!((c.max_abs, c.rms_ratio, c.wrong), (INF, INF, 1), "{got} {want}");
        }
    }

    #[test]
    fn nothing_agrees_with_nothing() {
        assert_eq!(T.compare(&[], &[]), Comparison::default());
    }

    #[test]
    fn a_tolerance_must_be_a_number() {
        assert!(Tolerance { rtol: f64::NAN, atol: 0.0 }.validate().is_err());
        assert!(Tolerance { rtol: 0.0, atol: -1.0 }.validate().is_err());
        assert!(Tolerance { rtol: INF, atol: 0.0 }.validate().is_err());
    }
}
