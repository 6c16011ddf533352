//! Native sparse attention.

use super::moba::{Chosen, pooled};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Gate, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, Pattern, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;

/// Queries that share a block list.
const QUERIES_OF_LIST: u32 = 16;

/// Native Sparse Attention (Yuan et al., NSA), causal, with block means as compressed keys and
/// values: three branches summed with a gate per token and head.
///
/// The compressed branch sees the blocks that lie wholly in the past. Its weights, summed over a
/// group of heads, choose the blocks of the selected branch, which the group shares; the first
/// block, the query's own and the one before are always among them. The third is a window.
/// [`Role::Gates`] f32 `[3, batch, q_heads, len]` weighs compressed, selected and window.
#[derive(Debug, Clone, PartialEq)]
pub struct NativeSparse {
    /// Self-attention; made causal. Its own `blocks`, `pattern`, `lse` and `scores` are not used.
    pub attention: Attention,
    /// Keys of a block, compressed or selected.
    pub block_size: u32,
    /// Selected blocks of a query, forced ones among them.
    pub top_k: u32,
    /// Keys of the window, the query's own among them; 0 for no such branch.
    pub window_size: u32,
    /// Whether [`Role::Selection`] is an output: bits `[batch, kv_heads, len, ceil(blocks / 32)]`.
    pub selection: bool,
}

impl NativeSparse {
    fn blocks(&self) -> u32 {
        self.attention.kv_len.div_ceil(self.block_size)
    }

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        in_range("block_size", self.block_size.into(), 1, 1 << 16)?;
        in_range("window_size", self.window_size.into(), 0, 1 << 28)?;
        if p.kv_len != p.q_len {
            return Err(Error::mismatch("kv_len of self-attention", p.q_len.into(), p.kv_len.into()));
        }
        if p.ragged.is_some() || p.kv_lengths {
            return Err(Error::unsupported("blocks of a ragged batch", "they are cut from one length"));
        }
        Ok(())
    }

    /// Attention of one branch, into its part of the partial outputs.
    fn branch(&self, n: u64) -> Attention {
        let p = &self.attention;
        let [b, h, len, d] = p.shape(Role::O);
        let size = [b, h, len, d].iter().map(|&n| u64::from(n)).product::<u64>();
        Attention {
            out_dtype: DType::F32,
            o_layout: Layout::bhnd(h, len, d).at(n * size),
            scale: p.scale,
            ..Attention::of_tensors(p)
        }
    }

    /// The branch over block means, with its weights.
    fn compressed(&self) -> Attention {
        let p = &self.attention;
        Attention {
            kv_len: self.blocks(),
            k_layout: Layout::bhnd(p.kv_heads, self.blocks(), p.qk_dim),
            v_layout: Layout::bhnd(p.kv_heads, self.blocks(), p.v_dim),
            pattern: Some(Pattern::Compressed { extent: self.block_size, stride: self.block_size }),
            scores: Some(ScoreOutput { stage: ScoreStage::Weights, rows: None }),
            ..self.branch(0)
        }
    }

    fn window(&self) -> Attention {
        let mut p = self.branch(2).causal();
        p.visibility.window_left = Some(self.window_size.saturating_sub(1));
        p
    }

    fn gate(&self) -> Gate {
        let p = &self.attention;
        Gate {
            parts: if self.window_size > 0 { 3 } else { 2 },
            batch: p.batch,
            heads: p.q_heads,
            len: p.q_len,
            dim: p.v_dim,
            dtype: p.out_dtype,
            layout: p.o_layout,
        }
    }

    fn select(&self) -> Select {
        let p = &self.attention;
        Select {
            group: p.group(),
            first: 1,
            own: true,
            recent: 1,
            ..Select::new(p.batch, p.kv_heads, p.q_len, self.block_size, Choice::TopK(self.top_k))
        }
    }
}

impl Problem for NativeSparse {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let [keys, values] =
            [Role::K, Role::V].map(|role| pooled(p, role, self.block_size).plan(caps, policy));
        let (keys, values, compressed) = (keys?, values?, self.compressed().plan(caps, policy)?);
        let chosen = Chosen::new(&self.branch(1), p.kv_heads, self.block_size, QUERIES_OF_LIST)?;
        let (select, attend) = (self.select().plan(caps, policy)?, chosen.attend.plan(caps, policy)?);
        let gate = self.gate().plan(caps, policy)?;

        let mut plan = Plan::empty();
        let ((_, k), (_, v)) = (plan.scratch_for(&keys, Role::O), plan.scratch_for(&values, Role::O));
        let (_, branches) = plan.scratch_for(&gate, Role::PartialO);
        let weights = plan.scratch_for(&compressed, Role::Scores);
        let mut places = vec![weights, (Role::O, branches)];
        places.extend([Role::BlockSpans, Role::BlockEntries].map(|role| plan.scratch_for(&attend, role)));
        if !self.selection {
            places.push(plan.scratch_for(&attend, Role::Selection));
        }
        plan.append(keys, &[(Role::Input, Slot::Tensor(Role::K)), (Role::O, k)]);
        plan.append(values, &[(Role::Input, Slot::Tensor(Role::V)), (Role::O, v)]);
        plan.append(compressed, &[(Role::K, k), (Role::V, v), (Role::O, branches), weights]);
        for stage in [select, chosen.compact.plan(caps, policy)?, attend] {
            plan.append(stage, &places);
        }
        if self.window_size > 0 {
            plan.append(self.window().plan(caps, policy)?, &[(Role::O, branches)]);
        }
        plan.append(gate, &[(Role::PartialO, branches)]);
        Ok(plan)
    }
}
