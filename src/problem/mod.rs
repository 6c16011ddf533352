//! What is to be computed: shapes, masks and rules, with no knowledge of any device.

mod attention;
mod dtype;
mod layout;
mod mask;
mod role;
mod rotary;

pub(crate) use attention::MAX_DIM;
pub use attention::{Attention, Ragged, ScoreOutput, ScoreStage};
pub use dtype::DType;
pub use layout::Layout;
pub use mask::{Alignment, MaskShape, Visibility};
pub use role::Role;
pub use rotary::Rotary;
