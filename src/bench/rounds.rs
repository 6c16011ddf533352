//! Calls timed in turns.

use super::case::Measured;
use super::{Case, Ceilings, Row};
use crate::device::Gpu;
use std::time::{Duration, Instant};

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// For how long each call is timed, in all rounds together.
    pub budget: Duration,
    /// Rounds over all calls.
    pub rounds: u32,
    /// After this no further call is begun: those without a time have a fault that says so.
    pub limit: Option<Duration>,
}

/// Measures all `cases` in rounds over all of them; of each the round in the middle counts. A processor that
/// others use too is slower for seconds on end: one round would take such a time for a property of the calls
/// that fell into it. Outputs are compared with the reference in the first round, and must be the same bits
/// in all. What goes wrong is in the row.
pub fn measure(
    gpu: &Gpu,
    ceilings: &Ceilings,
    cases: &[Case],
    effort: Effort,
    mut told: impl FnMut(&Case),
) -> Vec<Row> {
    let Effort { budget, rounds, limit } = effort;
    let each = budget / rounds.max(1);
    let begin = Instant::now();
    let time_is_up = || limit.is_some_and(|limit| begin.elapsed() >= limit);
    let first = |case: &Case| {
        told(case);
        if time_is_up() { case.not_begun() } else { case.run(gpu, ceilings, each) }
    };
    let mut measured: Vec<_> = cases.iter().map(first).collect();
    for _ in 1..rounds {
        for (case, known) in cases.iter().zip(&mut measured) {
            told(case);
            if !time_is_up() {
                case.again(gpu, each, known);
            }
        }
    }
    measured.into_iter().map(Measured::settled).collect()
}
