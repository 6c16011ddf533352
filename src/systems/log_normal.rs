//! Linear log-normal attention beside softmax attention in blocks.

use super::chain::Chain;
use super::{Sizes, log_normal};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Direction, Epilogue, Pattern, Role, RowStep};

/// LLN+Diag (Nahshan et al. 2023): the mean of [`log_normal`] and of softmax attention within blocks of
/// `block` tokens, the latter of scale `1 / sqrt(qk_dim)` on queries and keys that are not yet
/// multiplied by `alpha` and `beta`.
///
/// Tensors: those of [`log_normal`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogNormalDiagonal {
    /// Sizes.
    pub sizes: Sizes,
    /// Tokens of a block.
    pub block: u32,
    /// `alpha beta`, by which products of queries and keys come multiplied.
    pub alpha_beta: f32,
    /// Whether a token sees only itself and those before it.
    pub causal: bool,
}

impl Problem for LogNormalDiagonal {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let Sizes { batch, heads, len, qk_dim, v_dim } = self.sizes;
        let pattern = Pattern::Blocks { size: self.block, halo: 0, shift: 0 };
        let near = Attention {
            pattern: Some(pattern),
            scale: Some(1.0 / (self.alpha_beta * (qk_dim as f32).sqrt())),
            ..Attention::new(batch, heads, len, qk_dim).v_dim(v_dim)
        };
        let near = if self.causal { near.causal() } else { near };
        let direction = if self.causal { Direction::Forward } else { Direction::Full };
        let mean = Epilogue::new(&[RowStep::Add, RowStep::Scale(0.5)], heads, len, v_dim);
        let all = log_normal(self.sizes).direction(direction).epilogue(mean);
        let mut chain = Chain::new(caps, policy);
        let [branch] = chain.run(&near, &[], [Role::O])?;
        chain.run(&all, &[(Role::Branch, branch)], [])?;
        Ok(chain.finish())
    }
}
