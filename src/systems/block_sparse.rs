//! Attention under a given block mask.

use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::{AttentionGradient, CompactBlocks};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, BlockList, Role};

/// [`Attention`] restricted to blocks: [`Role::BlockMask`] bool `[batch, q_heads,
/// ceil(q_len / block_q), ceil(kv_len / block_kv)]` says which blocks of keys a block of queries
/// sees. Lists are built on the device; masked blocks cost nothing.
///
/// ```
/// use wgpu_attention::{Attention, systems::BlockSparse};
/// let problem = BlockSparse { attention: Attention::new(1, 8, 8192, 64).causal(), block_q: 64, block_kv: 64 };
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct BlockSparse {
    /// What to compute inside the blocks. Its own `blocks` is not used.
    pub attention: Attention,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block.
    pub block_kv: u32,
}

impl Problem for BlockSparse {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        let attend = |blocks| Attention { blocks, ..p.clone() }.plan(caps, policy);
        under_mask(p, self.block_q, self.block_kv, caps, attend)
    }
}

/// Gradients of [`BlockSparse`]: an [`AttentionGradient`] whose lists come from [`Role::BlockMask`].
#[derive(Debug, Clone, PartialEq)]
pub struct BlockSparseGradient {
    /// What to compute inside the blocks. Its attention's own `blocks` is not used.
    pub gradient: AttentionGradient,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block.
    pub block_kv: u32,
}

impl Problem for BlockSparseGradient {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.gradient.attention;
        let attend = |blocks| {
            let attention = Attention { blocks, ..p.clone() };
            AttentionGradient { attention, ..self.gradient.clone() }.plan(caps, policy)
        };
        under_mask(p, self.block_q, self.block_kv, caps, attend)
    }
}

/// The lists of a block mask, then what goes over them.
fn under_mask(
    p: &Attention,
    block_q: u32,
    block_kv: u32,
    caps: &DeviceCaps,
    attend: impl FnOnce(Option<BlockList>) -> Result<Plan>,
) -> Result<Plan> {
    if p.kv_len == 0 {
        // No blocks to choose from: rows of zeros either way.
        let mut plan = attend(None)?;
        plan.tensors.push((Role::BlockMask, 0, false));
        return Ok(plan);
    }
    let compact = CompactBlocks::of_mask(p, block_q, block_kv);
    let attend = attend(Some(compact.list(block_q, block_kv)?))?;
    let mut plan = Plan::empty();
    let places = [Role::BlockSpans, Role::BlockEntries].map(|role| plan.scratch_for(&attend, role));
    plan.append(compact.plan(caps, &Policy::default())?, &places);
    plan.append(attend, &places);
    Ok(plan)
}
