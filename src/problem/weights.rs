//! How weights come from scores: the function, its normaliser, and the form of the scores.

use super::{Attention, ScoreStage};
use crate::error::{Error, Result, finite};
use crate::shader::HookKind;

/// The score of a query and a key, before scale and edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PairFunction {
    /// `q.k`.
    #[default]
    Dot,
    /// `w.tanh(q + k)` with [`Role::PairWeights`](super::Role::PairWeights) `w` of each query head
    /// (Bahdanau et al.; the projections of queries and keys are the caller's).
    Additive,
    /// `-|q - k|^2`.
    NegDistance,
}

/// What a score `s` becomes before it is normalised. Hidden pairs have weight 0 whatever the
/// function; a weight of exactly 0 hides its value as well.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum WeightFunction {
    /// `exp(s)`: softmax, with [`Normaliser::Sum`].
    #[default]
    Exp,
    /// `sign(s) exp(|s|)`: Cog attention, with [`Normaliser::AbsSum`].
    SignedExp,
    /// `exp(s_ij) / sum_i' exp(s_i'j)` over the queries `i'` that see key `j`: queries compete for
    /// keys (slot attention, with [`Normaliser::Sum`] over the keys after it).
    OverQueries,
    /// `1 / (1 + exp(-(s + bias)))`.
    Sigmoid {
        /// Added to the score, e.g. `-ln(kv_len)`.
        bias: f32,
    },
    /// `max(s, 0)`.
    Relu,
    /// `max(s, 0)^2`.
    SquaredRelu,
    /// `(1 + erf((s - sqrt(1/2)) / sqrt(1 / (2 pi)))) / 2` (Ma et al., Mega).
    Laplace,
    /// `elu(s) + 1`.
    EluPlusOne,
    /// `ln(1 + exp(s))`.
    Softplus,
    /// `s`.
    Identity,
}

/// What weights `w_j` of a row are divided by, over the keys that it sees.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Normaliser {
    /// `sum_j w_j`, for weights that are not negative.
    #[default]
    Sum,
    /// `sum_j |w_j|`.
    AbsSum,
    /// `max(|sum_j w_j|, 1)`.
    SumAtLeastOne,
    /// The number of visible keys.
    Count,
    /// Nothing.
    None,
    /// `gain (w_j - mean) / sqrt(variance + epsilon) + shift` of the visible weights (Richter and
    /// Wattenhofer, Normalized Attention Without Probability Cage).
    MeanDeviation {
        /// Factor of the standardised weight.
        gain: f32,
        /// Added to it.
        shift: f32,
        /// Added to the variance.
        epsilon: f32,
    },
    /// `max(n w_j / sum w - offset, 0)^power`, divided by its own sum, with `n` the number of
    /// visible keys: the re-weighting of LSSAR.
    Reweighted {
        /// Taken from a weight whose mean is 1.
        offset: f32,
        /// Sharpness.
        power: f32,
    },
}

/// Numbers that a pass over all scores finds before the weights are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Statistic {
    /// Mean and reciprocal deviation of a row.
    Moments,
    /// Count over sum of a row.
    Share,
    /// Log-sum-exp of a column.
    ColumnLse,
}

impl Attention {
    /// Sets the weight function and its normaliser.
    ///
    /// ```
    /// use wgpu_attention::{Attention, Normaliser, WeightFunction};
    /// let sigmoid = WeightFunction::Sigmoid { bias: -(1024f32.ln()) };
    /// let p = Attention::new(1, 8, 1024, 64).weights(sigmoid, Normaliser::None);
    /// p.validate()?;
    /// # Ok::<(), wgpu_attention::Error>(())
    /// ```
    pub fn weights(mut self, function: WeightFunction, normaliser: Normaliser) -> Self {
        (self.weight, self.normaliser) = (function, normaliser);
        self
    }

    /// Whether the weights are a softmax over the keys.
    pub(crate) fn is_softmax(&self) -> bool {
        self.weight == WeightFunction::Exp && self.normaliser == Normaliser::Sum
    }

    /// Whether partial results over disjoint keys merge by the logs of their denominators, which
    /// are then the `lse` of the rows.
    pub(crate) fn has_denominator(&self) -> bool {
        matches!(self.normaliser, Normaliser::Sum | Normaliser::AbsSum | Normaliser::Count)
    }

    /// What must be known of rows or columns before the weights.
    pub(crate) fn statistic(&self) -> Option<Statistic> {
        match (self.weight, self.normaliser) {
            (_, Normaliser::MeanDeviation { .. }) => Some(Statistic::Moments),
            (_, Normaliser::Reweighted { .. }) => Some(Statistic::Share),
            (WeightFunction::OverQueries, _) => Some(Statistic::ColumnLse),
            _ => None,
        }
    }

    pub(crate) fn validate_weights(&self) -> Result<()> {
        let numbers: [f32; 3] = match self.normaliser {
            Normaliser::MeanDeviation { gain, shift, epsilon } => [gain, shift, epsilon],
            Normaliser::Reweighted { offset, power } => [offset, power, 0.0],
            _ => [0.0; 3],
        };
        for x in numbers {
            finite("normaliser", x)?;
        }
        if let WeightFunction::Sigmoid { bias } = self.weight {
            finite("bias of the sigmoid", bias)?;
        }
        if let Some(x) = self.denominator {
            finite("denominator", x)?;
            if x < 0.0 {
                let (need, got) = ("0 or more", x.to_string());
                return Err(Error::BadScalar { what: "denominator", need, got });
            }
        }
        self.refuse_weights()
    }

    /// Combinations that have no meaning, or no kernel.
    fn refuse_weights(&self) -> Result<()> {
        let (w, n) = (self.weight, self.normaliser);
        let sums = matches!(n, Normaliser::Sum | Normaliser::AbsSum);
        let softmax = self.is_softmax();
        let wants_weights = self.scores.is_some_and(|s| s.stage >= ScoreStage::Weights);
        let two_passes = self.statistic().is_some();
        let rules = [
            (
                w == WeightFunction::Exp && n != Normaliser::Sum,
                "normalised otherwise than by its sum",
                "exp(s) overflows",
            ),
            (
                w == WeightFunction::SignedExp && n != Normaliser::AbsSum,
                "normalised otherwise than by the absolute sum",
                "exp(|s|) overflows",
            ),
            (
                w == WeightFunction::OverQueries && self.statistic() != Some(Statistic::ColumnLse),
                "with a statistic of rows",
                "the columns' comes first",
            ),
            (
                self.lse && !self.has_denominator(),
                "with lse as an output",
                "its normaliser is no sum over keys",
            ),
            (
                (self.sinks || self.denominator.is_some()) && !sums,
                "with a sink or an extra denominator",
                "nothing is divided by a sum",
            ),
            (
                self.sinks && self.denominator.is_some(),
                "with both sinks and an extra denominator",
                "one says what the other says",
            ),
            (wants_weights && !softmax, "as an output", "only softmax weights are"),
            (
                self.hook_of(HookKind::ProbMod).is_some() && !softmax,
                "with a prob_mod",
                "it changes softmax weights",
            ),
            (two_passes && self.blocks.is_some(), "with block lists", "statistics are of all keys"),
            (two_passes && self.ragged.is_some(), "of a ragged batch", "statistics are of one length"),
        ];
        match rules.into_iter().find(|(broken, ..)| *broken) {
            Some((_, what, why)) => Err(Error::unsupported(format!("weights {w:?} by {n:?} {what}"), why)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_meaning_is_refused_by_name() {
        let p = || Attention::new(1, 1, 8, 4);
        let refused = |p: Attention, word: &str| {
            let error = p.validate().unwrap_err();
            assert!(
                matches!(error, Error::Unsupported { .. }) && error.to_string().contains(word),
                "{error}"
            );
        };
        refused(p().weights(WeightFunction::Exp, Normaliser::None), "overflows");
        refused(p().weights(WeightFunction::SignedExp, Normaliser::Sum), "absolute");
        refused(p().with_lse().weights(WeightFunction::Relu, Normaliser::None), "lse");
        let sinks = Attention { sinks: true, ..p() };
        refused(sinks.weights(WeightFunction::Relu, Normaliser::Count), "sink");
        p().with_lse().weights(WeightFunction::Relu, Normaliser::Count).validate().unwrap();
        p().with_lse().weights(WeightFunction::SignedExp, Normaliser::AbsSum).validate().unwrap();
        let bad = Attention { denominator: Some(-1.0), ..p() };
        assert!(matches!(bad.validate(), Err(Error::BadScalar { what: "denominator", .. })));
    }
}
