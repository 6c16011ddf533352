//! The formulas, in f64 on the CPU: two passes, no tiles, short enough to check by eye.
//!
//! Nothing here is shared with the kernels or with their host code.

mod attention;
mod rotary;

pub use attention::{AttentionInputs, AttentionOutputs, attention, merge};
pub use rotary::rotary;
