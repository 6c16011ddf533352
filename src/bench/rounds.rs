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
/// in all. What goes wrong is in the row. Before each call `told` gets it, and what gives all rows as they
/// stand: a run may end before its end.
pub fn measure(
    gpu: &Gpu,
    ceilings: &Ceilings,
    cases: &[Case],
    effort: Effort,
    mut told: impl FnMut(&Case, &dyn Fn() -> Vec<Row>),
) -> Vec<Row> {
    let Effort { budget, rounds, limit } = effort;
    let each = budget / rounds.max(1);
    let begin = Instant::now();
    let time_is_up = || limit.is_some_and(|limit| begin.elapsed() >= limit);
    let mut measured: Vec<Option<Measured>> = cases.iter().map(|_| None).collect();
    for _ in 0..rounds.max(1) {
        for (n, case) in cases.iter().enumerate() {
            told(case, &|| rows(cases, &measured));
            match &mut measured[n] {
                _ if time_is_up() => {}
                Some(known) => case.again(gpu, each, known),
                none => *none = Some(case.run(gpu, ceilings, each)),
            }
        }
    }
    rows(cases, &measured)
}

fn rows(cases: &[Case], measured: &[Option<Measured>]) -> Vec<Row> {
    let row = |(case, known): (&Case, &Option<Measured>)| {
        known.as_ref().map_or_else(|| case.not_begun(), Measured::settled)
    };
    cases.iter().zip(measured).map(row).collect()
}
