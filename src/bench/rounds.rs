//! Calls timed in turns.

use super::case::Measured;
use super::{Case, Ceilings, Row};
use crate::device::Gpu;
use std::time::Duration;

/// Measures all `cases` for about `budget` each, in so many `rounds` over all of them; of each the round in the
/// middle counts. A processor that others use too is slower for seconds on end: one round
/// would take such a time for a property of the calls that fell into it. Outputs are compared with
/// the reference in the first round, and must be the same bits in all. What goes wrong is in the row.
pub fn measure(
    gpu: &Gpu,
    ceilings: &Ceilings,
    cases: &[Case],
    (budget, rounds): (Duration, u32),
    mut told: impl FnMut(&Case),
) -> Vec<Row> {
    let each = budget / rounds.max(1);
    let first = |case: &Case| {
        told(case);
        case.run(gpu, ceilings, each)
    };
    let mut measured: Vec<_> = cases.iter().map(first).collect();
    for _ in 1..rounds {
        for (case, known) in cases.iter().zip(&mut measured) {
            told(case);
            case.again(gpu, each, known);
        }
    }
    measured.into_iter().map(Measured::settled).collect()
}
