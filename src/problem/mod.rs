//! What is to be computed: shapes, masks and rules, with no knowledge of any device.

mod attention;
mod conv;
mod dtype;
mod epilogue;
mod features;
mod layout;
mod linear;
mod mask;
mod pattern;
mod role;
mod rotary;
mod sparse;

pub use attention::{Attention, Ragged, ScoreOutput, ScoreStage};
pub(crate) use attention::{MAX_AXIS, MAX_DIM};
pub use conv::{Activation, CausalConv};
pub use dtype::DType;
pub use epilogue::{EditRows, Epilogue, RowStep};
pub use features::FeatureMap;
pub use layout::Layout;
pub use linear::{Decay, Direction, LinearAttention, StateUse, UpdateRule};
pub use mask::{Alignment, MaskShape, Visibility};
pub use pattern::{LabelRule, Pattern};
pub use role::Role;
pub use rotary::Rotary;
pub(crate) use sparse::PARTIAL;
pub use sparse::{BlockList, HostBlockLists};
