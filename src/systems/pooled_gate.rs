//! Blocks chosen by pooled queries and keys.

use super::moba::pooled;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{Choice, CompactBlocks, Pool, Pooling, Select, SelectionForm};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;

/// Block-sparse self-attention whose blocks are chosen by the softmax of pooled queries against
/// pooled keys: the block estimate of SpargeAttn's first stage and of FlexPrefill's query-aware
/// heads (means, [`Choice::TopP`]), and the shape of SeerAttention's gate (its learned
/// projections aside). Causal if the attention is.
///
/// The first block and the query's own are always chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledGate {
    /// Self-attention. Its own `blocks` and `scores` are not used.
    pub attention: Attention,
    /// Queries and keys of a block.
    pub block_size: u32,
    /// How queries are pooled.
    pub q_pooling: Pooling,
    /// How keys are pooled.
    pub k_pooling: Pooling,
    /// How many blocks a block of queries visits.
    pub choice: Choice,
    /// Fewest and most of them.
    pub budget: (u32, u32),
    /// Whether [`Role::Selection`] is an output: bits `[batch, q_heads, blocks, ceil(blocks / 32)]`.
    pub selection: bool,
}

impl PooledGate {
    /// Attention among pooled tokens, for its weights.
    fn estimate(&self, blocks: u32) -> Attention {
        let p = &self.attention;
        let mut pooled = Attention {
            kv_heads: p.kv_heads,
            v_dim: p.v_dim,
            scale: p.scale,
            scores: Some(ScoreOutput { stage: ScoreStage::Weights, rows: None }),
            ..Attention::new(p.batch, p.q_heads, blocks, p.qk_dim)
        };
        pooled.visibility.causal = p.visibility.causal;
        pooled.contiguous()
    }

    fn pools(&self) -> [Pool; 2] {
        let p = &self.attention;
        [(Role::Q, self.q_pooling), (Role::K, self.k_pooling)]
            .map(|(role, pooling)| Pool { pooling, ..pooled(p, role, self.block_size) })
    }

    fn select(&self) -> Select {
        let p = &self.attention;
        Select {
            row_step: self.block_size,
            causal: p.visibility.causal,
            first: 1,
            own: true,
            budget: self.budget,
            ..Select::new(p.batch, p.q_heads, p.q_len, self.block_size, self.choice)
        }
    }

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        crate::error::in_range("block_size", self.block_size.into(), 1, 1 << 16)?;
        p.check_self()?;
        if p.ragged.is_some() || p.kv_lengths {
            return Err(Error::unsupported("blocks of a ragged batch", "they are cut from one length"));
        }
        Ok(())
    }
}

impl Problem for PooledGate {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let [q, k] = self.pools();
        let blocks = q.blocks();
        let compact = CompactBlocks {
            form: SelectionForm::Bits,
            ..CompactBlocks::of_mask(p, self.block_size, self.block_size)
        };
        let list = compact.list(self.block_size, self.block_size)?;
        let attend = Attention { blocks: Some(list), scores: None, ..p.clone() }.plan(caps, policy)?;
        let (q, k) = (q.plan(caps, policy)?, k.plan(caps, policy)?);
        let estimate = self.estimate(blocks).plan(caps, policy)?;
        let compact = compact.plan(caps, policy)?;

        let mut plan = Plan::empty();
        let [(_, q_means), (_, k_means)] = [&q, &k].map(|stage| plan.scratch_for(stage, Role::O));
        let unused = plan.scratch_for(&estimate, Role::O);
        let weights = plan.scratch_for(&estimate, Role::Scores);
        let mut places = vec![weights];
        places.extend([Role::BlockSpans, Role::BlockEntries].map(|role| plan.scratch_for(&attend, role)));
        if !self.selection {
            places.push(plan.scratch_for(&compact, Role::Selection));
        }
        plan.append(q, &[(Role::Input, Slot::Tensor(Role::Q)), (Role::O, q_means)]);
        plan.append(k, &[(Role::Input, Slot::Tensor(Role::K)), (Role::O, k_means)]);
        // Only the weights are wanted; any values of the right size will do.
        let values = plan.scratch_for(&estimate, Role::V);
        plan.append(estimate, &[(Role::Q, q_means), (Role::K, k_means), values, unused, weights]);
        for stage in [self.select().plan(caps, policy)?, compact, attend] {
            plan.append(stage, &places);
        }
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Layout;

    #[test]
    fn layouts_of_pooled_tokens_are_their_own() {
        let attention = Attention::new(1, 4, 100, 16).kv_heads(2).contiguous_bnhd();
        let gate = PooledGate {
            attention,
            block_size: 32,
            q_pooling: Pooling::Mean,
            k_pooling: Pooling::Max,
            choice: Choice::TopK(2),
            budget: (0, u32::MAX),
            selection: false,
        };
        assert_eq!(gate.estimate(4).k_layout, Layout::bhnd(2, 4, 16));
        assert_eq!(gate.pools()[0].heads, 4);
    }
}
