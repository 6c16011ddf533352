//! The formulas of published systems as plain f64 loops, written from the papers, and small
//! problems to compare with them.
//!
//! Nothing here calls the kernels or the reference: a formula that shared their code would share
//! their mistakes.

mod analysis;
mod delta;
mod edited;
mod exact;
mod fading;
mod features;
mod graph;
mod heads;
mod hooked;
mod kept_keys;
mod normalisers;
mod pooling;
mod recurrence;
mod ring;
mod rotated;
mod softmax;
mod sparse_gates;
mod sparse_grouped;
mod sparse_patterns;
mod sparse_search;
mod sparse_selection;
mod summaries;
mod trained;

use super::catalogue::{Engine, Family, System};
use super::trial::Trial;

/// The systems of every file.
pub(super) const GROUPS: &[&[System]] = &[
    exact::SYSTEMS,
    edited::SYSTEMS,
    rotated::SYSTEMS,
    recurrence::SYSTEMS,
    features::SYSTEMS,
    fading::SYSTEMS,
    delta::SYSTEMS,
    ring::SYSTEMS,
    heads::SYSTEMS,
    pooling::SYSTEMS,
    analysis::SYSTEMS,
    sparse_patterns::SYSTEMS,
    sparse_selection::SYSTEMS,
    sparse_gates::SYSTEMS,
    sparse_grouped::SYSTEMS,
    kept_keys::SYSTEMS,
    sparse_search::SYSTEMS,
    normalisers::SYSTEMS,
    graph::SYSTEMS,
    hooked::SYSTEMS,
    summaries::SYSTEMS,
    trained::SYSTEMS,
];

/// A sparse system.
const fn sparse(
    engine: Engine,
    [name, title, paper]: [&'static str; 3],
    parts: &'static str,
    builder: &'static str,
    trial: fn() -> Trial,
) -> System {
    System { name, title, paper, family: Family::Sparse, engine, parts, builder, trial }
}

/// Product of two vectors.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
