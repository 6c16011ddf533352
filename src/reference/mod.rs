//! The formulas, in f64 on the CPU: two passes, no tiles, short enough to check by eye.
//!
//! Nothing here is shared with the kernels or with their host code.

mod attention;
mod attention_gradient;
mod conv;
mod epilogue;
mod features;
mod linear;
mod linear_gradient;
mod patterns;
mod rotary;
mod sparse;
mod weights;

pub use attention::{AttentionInputs, AttentionOutputs, attention, merge};
pub use attention_gradient::{AttentionGradients, attention_gradient};
pub use conv::causal_conv;
pub use epilogue::{RowInputs, edit_rows};
pub use features::features;
pub use linear::{LinearInputs, LinearOutputs, linear};
pub use linear_gradient::{LinearGradients, linear_gradient};
pub use patterns::{PatternPair, PatternTables, pattern_mask, pattern_sees};
pub use rotary::rotary;
pub use sparse::{expand_block_mask, select, select_marked, tree_search};
