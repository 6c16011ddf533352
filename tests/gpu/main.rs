//! Every kernel on every adapter present, against the f64 reference.
//!
//! One binary, so that each adapter is opened once and pipelines are shared. Adapters are
//! never skipped in silence: see [`adapters`].

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "the tests of recurrences use more of them")]
mod adapters;
mod attention;
mod bench;
mod cuts;
mod gradient;
mod hidden;
mod hooks;
mod journal;
mod kept;
mod listed;
mod long;
mod loss;
mod matrix;
mod merge;
mod moves;
mod mutations;
mod patterns;
mod plans;
mod repeat;
mod runner;
mod select;
mod self_check;
mod sparse;
mod systems;
mod tolerance;
mod tune;
mod weights;

/// Machinery that `conform` uses too.
use wgpu_attention::conformance::suite::{cases, inputs, twin};
