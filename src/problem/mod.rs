//! What is to be computed: shapes, masks and rules, with no knowledge of any device.

mod attention;
mod attention_checks;
mod conv;
mod dtype;
mod epilogue;
mod features;
mod layout;
mod linear;
mod linear_gradient;
mod mask;
mod pattern;
mod prefix;
mod role;
mod rotary;
mod rules;
mod sparse;
mod weights;

pub use attention::{Attention, Ragged, ScoreOutput, ScoreStage};
pub(crate) use attention::{MAX_AXIS, MAX_DIM};
pub use conv::{Activation, CausalConv};
pub use dtype::DType;
pub use epilogue::{EditRows, Epilogue, RowStep};
pub use features::FeatureMap;
pub use layout::Layout;
pub use linear::LinearAttention;
pub use linear_gradient::LinearGradient;
pub use mask::{Alignment, MaskShape, Visibility};
pub use pattern::{LabelRule, Pattern};
pub use prefix::PrefixScan;
pub use role::Role;
pub use rotary::Rotary;
pub use rules::{Decay, Direction, StateUse, UpdateRule};
pub(crate) use sparse::PARTIAL;
pub use sparse::{BlockList, HostBlockLists};
pub(crate) use weights::Statistic;
pub use weights::{Normaliser, PairFunction, WeightFunction};
