//! Blocks found by a search through ranges of keys.

use super::chain::Chain;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::kernels::TreeSearch;
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role};

/// Hierarchically pruned attention (Lee et al. 2024, HiP): a tree search finds the `kept` blocks of keys
/// of every block of queries ([`TreeSearch`] says how), and the softmax sees those alone: time that
/// grows with `n log n`, and no memory for every pair.
///
/// The paper's blocks of one or two keys are possible, by lists of single keys, and slow. Queries
/// whose own block was not found would see nothing in causal attention: the blocks of a row's own
/// positions are kept besides. Sinks and windows of the later versions are a pattern of the attention.
#[derive(Debug, Clone, PartialEq)]
pub struct HierarchicalPruning {
    /// What to compute over the blocks. Its own `blocks` and `scores` are not used.
    pub attention: Attention,
    /// Queries of a block.
    pub block_q: u32,
    /// Keys of a block.
    pub block_kv: u32,
    /// Blocks of a row, at most 256.
    pub kept: u32,
}

impl Problem for HierarchicalPruning {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        let attention = Attention { blocks: None, scores: None, ..p.clone() };
        let (block_q, block_kv, kept) = (self.block_q, self.block_kv, self.kept);
        let own = p.visibility.causal;
        let search = TreeSearch { attention, block_q, block_kv, kept, own };
        if p.q_len == 0 || p.kv_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let [chosen] = chain.run(&search, &[], [Role::Selection])?;
        let (attend, places) = chain.over_blocks(p, p.q_heads, [block_q, block_kv], chosen)?;
        chain.run(&attend, &places, [])?;
        Ok(chain.finish())
    }
}
