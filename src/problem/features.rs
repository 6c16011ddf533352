//! Feature maps: what linear attention does to queries and keys before their products.

use crate::error::{Error, Result, in_range};
use crate::shader::{Hook, HookKind};

/// A map of every query and key row `x [qk_dim]` to its features.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum FeatureMap {
    /// The row itself.
    #[default]
    Identity,
    /// `max(x, 0)`.
    Relu,
    /// `elu(x) + 1` (Transformers are RNNs).
    EluPlusOne,
    /// `1 / (1 + exp(-x))` (Flowformer).
    Sigmoid,
    /// `max(x, 0)^2`.
    SquaredRelu,
    /// `x / (1 + exp(-x))`.
    Silu,
    /// `exp(x)`, for rows that stay below 80 (LLN).
    PlainExp,
    /// `exp(x - max x)`, the maximum of the row.
    Exp,
    /// Softmax over the row.
    Softmax,
    /// Softmax over `[x; -x]` (Hedgehog): `2 qk_dim` features.
    SignedSoftmax,
    /// Second-order Taylor series of `exp(q.k / sqrt(qk_dim))` (Based):
    /// `1 + qk_dim + qk_dim^2` features.
    Taylor,
    /// `[1, y, y y^T / sqrt(2)]` of the row with mean 0 and deviation 1 (FAST):
    /// `1 + qk_dim + qk_dim^2` features.
    Fastmax,
    /// `exp(w.y - |y|^2 / 2) / sqrt(features)`, `y = x / qk_dim^(1/4)` (Performer), with `w` the
    /// rows of [`crate::Role::Projection`]. For rows with `|y|^2 / 2 - max w.y` below 40: products of a query's
    /// and a key's features are then no less than 32 bits hold, or the normaliser finds a sum of 0 and gives
    /// zeros. (The authors subtract the maximum of a query's features and that of all keys': views of later
    /// keys would change earlier outputs.)
    RandomPositive {
        /// Rows of the projection.
        features: u32,
    },
    /// `|y| / |y^p| y^p`, `y = max(x, 0) + 1e-6` (FLatten).
    Focused {
        /// The power `p`, 1 to 16.
        power: u32,
    },
    /// A function of the user's, element by element.
    User(Hook),
}

impl FeatureMap {
    /// Features of a row of `dim` elements.
    pub fn features(&self, dim: u32) -> u32 {
        match self {
            Self::SignedSoftmax => dim.saturating_mul(2),
            Self::Taylor | Self::Fastmax => dim.saturating_mul(dim).saturating_add(dim).saturating_add(1),
            Self::RandomPositive { features } => *features,
            _ => dim,
        }
    }

    /// Whether the map needs a projection.
    pub fn is_random(&self) -> bool {
        matches!(self, Self::RandomPositive { .. })
    }

    pub(crate) fn validate(&self) -> Result<()> {
        match self {
            Self::Focused { power } => in_range("power", (*power).into(), 1, 16),
            Self::User(hook) if hook.kind() != HookKind::FeatureMap => Err(Error::Contradiction {
                what: "feature_map",
                why: format!("the hook is a {}", hook.kind().name()),
            }),
            _ => Ok(()),
        }
    }
}
