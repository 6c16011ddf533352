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
mod normalisers;
mod pooling;
mod recurrence;
mod ring;
mod rotated;
mod softmax;
mod sparse_patterns;
mod sparse_search;
mod sparse_selection;
mod summaries;

use super::catalogue::System;

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
    sparse_search::SYSTEMS,
    normalisers::SYSTEMS,
    graph::SYSTEMS,
    hooked::SYSTEMS,
    summaries::SYSTEMS,
];

/// Product of two vectors.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
