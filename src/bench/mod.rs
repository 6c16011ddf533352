//! What `wgpu-attention bench` measures: suites of calls, each timed, checked against the f64
//! reference in the same run and compared with the ceilings of the device it ran on.
//!
//! A [`Case`] is a call of one kernel on made-up inputs that other programs can make too (see
//! [`values()`]), so that peers measure the same call and report it as the same [`Row`].

mod case;
mod ceilings;
mod check;
mod choice;
mod compare;
mod gradient;
mod host;
mod lengths;
mod lists;
mod rounds;
mod row;
mod suite;
mod target;
mod target_sparse;
mod values;

pub use case::Case;
pub use ceilings::Ceilings;
pub use check::{Checked, HeadValues, check_attention, check_linear};
pub use choice::Chooser;
pub use compare::{Ratio, compare};
pub use gradient::{GradientValues, check_gradient, check_linear_gradient};
pub use host::HostCost;
pub use lengths::{Growth, growth};
pub use lists::Lists;
pub use rounds::{Effort, measure};
pub use row::{Figure, LeftOut, Machine, Record, Row, Standing, counts, date};
pub use suite::{Scope, Suite};
pub use target::{Target, Verdict, costs, targets};
pub use values::values;
